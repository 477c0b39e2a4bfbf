// What stands where there is nothing to list: an icon, what is the case, and what to do.
#pragma once

#include <QWidget>

class QLabel;
class QPushButton;

namespace toasoan {

class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(const QString &iconName, QWidget *parent = nullptr);

    void setIcon(const QString &iconName);
    void setTexts(const QString &title, const QString &text);
    /// A button under it; an empty label takes it away.
    void setAction(const QString &label);

signals:
    void actionWanted();

private:
    QLabel *m_icon;
    QLabel *m_title;
    QLabel *m_text;
    QPushButton *m_action;
};

} // namespace toasoan
