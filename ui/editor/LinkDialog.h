// Asks for the address of a link. Never blocks: opened with open(), answered with accepted() or removed().
#pragma once

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace toasoan {

/// What a person typed as an address in the form a link keeps: "vnexpress.net" is https, an e-mail address mailto, a
/// blank %20.
/// Empty if it is none that a link may have (http, https, mailto, tel).
[[nodiscard]] QString linkAddress(const QString &typed);

class LinkDialog final : public QDialog
{
    Q_OBJECT

public:
    struct Link
    {
        QString href;
        QString title;
        QString text; ///< used where nothing is selected
    };

    LinkDialog(const Link &link, QWidget *parent = nullptr);

    [[nodiscard]] Link link() const;

signals:
    void removed();

private:
    void check();

    QLineEdit *m_address;
    QLineEdit *m_text;
    QLineEdit *m_title;
    QLabel *m_hint;
    QLabel *m_cut; ///< says what was left out, once something was
    QPushButton *m_save;
};

} // namespace toasoan
