// The door: server, account, password. Says what went wrong in a sentence, and whether the sign-in will be remembered.
#pragma once

#include "domain/Actor.h"
#include "sync/Desk.h"
#include "text/Language.h"

#include <QWidget>

class QAction;
class QLabel;
class QLineEdit;
class QPushButton;
class QVBoxLayout;

namespace toasoan {

class Banner;

/// An account that can be shown beside the form: those of a demo newsroom, once.
struct OfferedAccount
{
    QString login;
    QString password;
    Role role = Role::Reporter;
};

class SignInPage final : public QWidget
{
    Q_OBJECT

public:
    explicit SignInPage(Desk &desk, QWidget *parent = nullptr);

    /// What is filled in at first. `isFixed`: the server is on this PC, so that nobody is asked for it; it stays so.
    void setServer(const QString &server, bool isFixed = false);
    void setLogin(const QString &login);
    /// What stands in the fields.
    [[nodiscard]] QString server() const;
    [[nodiscard]] QString login() const;
    void offerAccounts(const std::vector<OfferedAccount> &accounts);
    /// Shown over the form: why the person is asked (again).
    void explain(const QString &text);

    /// Work goes on without it; there is a page to go back to.
    void setMayGoBack(bool mayGoBack);

signals:
    void backWanted();
    /// The server answered yes; `isRemembered` as in Account.
    void passed();
    /// The person wants the program's other language.
    void languageWanted(Language language);

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void signIn();
    void setBusy(bool isBusy);

    Desk &m_desk;
    Banner *m_banner;
    QLabel *m_serverLabel;
    bool m_isServerFixed = false;
    QLineEdit *m_server;
    QLineEdit *m_login;
    QLineEdit *m_password;
    QAction *m_reveal; ///< shows the password as it is typed
    QPushButton *m_go;
    QPushButton *m_back;
    QWidget *m_accounts;
    QVBoxLayout *m_accountsLayout;
};

} // namespace toasoan
