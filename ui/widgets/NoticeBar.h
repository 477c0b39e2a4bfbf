// One line over a page that says what happened, until it is closed or another takes its place. Never blocks.
#pragma once

#include <QFrame>

class QLabel;
class QPushButton;

namespace toasoan {

class NoticeBar : public QFrame
{
    Q_OBJECT

public:
    enum class Kind
    {
        Information,
        Warning
    };

    explicit NoticeBar(QWidget *parent = nullptr);

    /// Shows `text`; with `action` also a button of that label, which emits activated().
    void showNotice(Kind kind, const QString &text, const QString &action = {});
    [[nodiscard]] QString text() const;

signals:
    void activated();

private:
    QLabel *m_text;
    QPushButton *m_action;
    QPushButton *m_close;
};

} // namespace toasoan
