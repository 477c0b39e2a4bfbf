#include "ui/shell/SignInPage.h"

#include "base/ServerAddress.h"
#include "ui/models/NewsroomText.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Icon.h"

#include <QAction>
#include <QFrame>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

SignInPage::SignInPage(Desk &desk, QWidget *parent)
    : QWidget(parent)
    , m_desk(desk)
    , m_banner(new Banner(this))
    , m_serverLabel(new QLabel(tr("Ser&ver"), this))
    , m_server(new QLineEdit(this))
    , m_login(new QLineEdit(this))
    , m_password(new QLineEdit(this))
    , m_go(new QPushButton(tr("&Sign in"), this))
    , m_back(new QPushButton(tr("Go &on without signing in"), this))
    , m_accounts(new QWidget(this))
{
    auto *card = new QFrame(this);
    makeCard(card);
    card->setFixedWidth(420);
    auto *form = new QVBoxLayout(card);
    form->setContentsMargins(32, 28, 32, 28);
    form->setSpacing(6);

    auto *mark = new QLabel(card);
    mark->setFixedSize(44, 44);
    mark->setAlignment(Qt::AlignCenter);
    mark->setPixmap(iconPixmap(u"newspaper"_s, Qt::white, 26, devicePixelRatioF()));
    setSheet(mark, [](const QPalette &palette) {
        return u"background: %1; border-radius: 11px;"_s.arg(palette.color(QPalette::Highlight).name());
    });
    auto *title = new QLabel(u"Tòa Soạn"_s, card);
    setRole(title, TextRole::Title);
    auto *hint = new QLabel(tr("Sign in with the account that your newsroom gave you."), card);
    hint->setWordWrap(true);
    setRole(hint, TextRole::Muted);

    const auto addField = [&](QLabel *label, QLineEdit *field) {
        setRole(label, TextRole::Label);
        label->setBuddy(field);
        field->setMinimumHeight(36);
        form->addSpacing(6);
        form->addWidget(label);
        form->addWidget(field);
    };
    form->addWidget(mark);
    form->addSpacing(6);
    form->addWidget(title);
    form->addWidget(hint);
    form->addSpacing(8);
    form->addWidget(m_banner);
    addField(m_serverLabel, m_server);
    addField(new QLabel(tr("&Account"), card), m_login);
    addField(new QLabel(tr("Passwo&rd"), card), m_password);
    form->addSpacing(16);
    m_go->setMinimumHeight(40);
    makePrimary(m_go);
    form->addWidget(m_go);
    makeQuiet(m_back);
    m_back->hide();
    connect(m_back, &QPushButton::clicked, this, &SignInPage::backWanted);
    form->addWidget(m_back);

    m_server->setPlaceholderText(u"https://toasoan.example.vn"_s);
    m_server->setInputMethodHints(Qt::ImhUrlCharactersOnly);
    m_login->setInputMethodHints(Qt::ImhNoAutoUppercase | Qt::ImhPreferLatin);
    m_password->setEchoMode(QLineEdit::Password);
    m_server->setAccessibleName(tr("Server address"));
    m_login->setAccessibleName(tr("Account name"));
    m_password->setAccessibleName(tr("Password"));
    m_reveal = m_password->addAction(icon(u"eye"_s), QLineEdit::TrailingPosition);
    m_reveal->setText(tr("Show the password"));
    m_reveal->setToolTip(tr("Show the password"));
    m_reveal->setCheckable(true);
    connect(m_reveal, &QAction::toggled, m_password,
            [this](bool isShown) { m_password->setEchoMode(isShown ? QLineEdit::Normal : QLineEdit::Password); });

    m_accountsLayout = new QVBoxLayout(m_accounts);
    m_accountsLayout->setContentsMargins(0, 0, 0, 0);
    m_accountsLayout->setSpacing(6);
    m_accounts->hide();

    auto *row = new QHBoxLayout;
    row->setSpacing(28);
    row->addStretch(1);
    row->addWidget(card, 0, Qt::AlignVCenter);
    row->addWidget(m_accounts, 0, Qt::AlignVCenter);
    row->addStretch(1);
    const Language other = otherLanguage();
    auto *language = new QPushButton(icon(u"languages"_s), languageName(other), this);
    makeQuiet(language);
    connect(language, &QPushButton::clicked, this, [this, other] { emit languageWanted(other); });
    auto *layout = new QVBoxLayout(this);
    layout->addWidget(language, 0, Qt::AlignRight);
    layout->addStretch(1);
    layout->addLayout(row);
    layout->addStretch(1);
    layout->addSpacing(language->sizeHint().height()); // the form stands in the middle of the window

    for (QLineEdit *field : {m_server, m_login, m_password})
        connect(field, &QLineEdit::returnPressed, this, &SignInPage::signIn);
    connect(m_go, &QPushButton::clicked, this, &SignInPage::signIn);
    setFocusProxy(m_login);
}

void SignInPage::setServer(const QString &server, bool isFixed)
{
    m_server->setText(server);
    isFixed = isFixed || m_isServerFixed;
    m_isServerFixed = isFixed;
    m_server->setVisible(!isFixed);
    m_serverLabel->setVisible(!isFixed);
}

void SignInPage::setLogin(const QString &login)
{
    m_login->setText(login);
}

QString SignInPage::server() const
{
    return m_server->text();
}

QString SignInPage::login() const
{
    return m_login->text();
}

void SignInPage::offerAccounts(const std::vector<OfferedAccount> &accounts)
{
    if (accounts.empty())
        return;
    auto *heading = new QLabel(tr("A demo newsroom has been created"), m_accounts);
    setRole(heading, TextRole::Heading);
    auto *hint = new QLabel(tr("Choose one of its accounts. The passwords are shown only this once: note down those "
                               "that you want to keep."),
                            m_accounts);
    hint->setWordWrap(true);
    hint->setFixedWidth(360);
    setRole(hint, TextRole::Muted);
    m_accountsLayout->addWidget(heading);
    m_accountsLayout->addWidget(hint);
    m_accountsLayout->addSpacing(6);
    for (const OfferedAccount &account : accounts) {
        const QString post = roleText(account.role);
        QString text = u"%1\n%2  ·  %3"_s.arg(post, account.login, account.password);
        if (account.role
            == Role::Administrator) // whoever tries the newsroom looks here for items first, and finds none
            text += u'\n' + tr("For accounts, sections and settings; no items");
        auto *button = new QPushButton(text, m_accounts);
        button->setStyleSheet(u"text-align: left; padding: 7px 14px;"_s);
        button->setAccessibleName(tr("Use the account %1, %2").arg(account.login, post));
        connect(button, &QPushButton::clicked, this, [this, account] {
            m_login->setText(account.login);
            m_password->setText(account.password);
            m_go->setFocus();
        });
        m_accountsLayout->addWidget(button);
    }
    m_accounts->show();
}

void SignInPage::setMayGoBack(bool mayGoBack)
{
    m_back->setVisible(mayGoBack);
}

void SignInPage::keyPressEvent(QKeyEvent *event)
{
    const bool isBack = event->matches(QKeySequence::Cancel) || event->matches(QKeySequence::Back);
    if (isBack && !m_back->isHidden() && m_go->isEnabled())
        emit backWanted();
    else
        QWidget::keyPressEvent(event);
}

void SignInPage::explain(const QString &text)
{
    m_banner->showBanner(Tone::Warning, text);
}

void SignInPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    QLineEdit *first = m_server->isVisibleTo(this) && m_server->text().isEmpty() ? m_server
        : m_login->text().isEmpty()                                              ? m_login
                                                                                 : m_password;
    setFocusProxy(first);
    first->setFocus(Qt::OtherFocusReason);
}

// Whoever stands at the door next is another, perhaps.
void SignInPage::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (event->spontaneous()) // the window went, not the page
        return;
    m_password->setText({}); // and its undo
    m_reveal->setChecked(false);
    m_banner->hide();
}

void SignInPage::signIn()
{
    if (!m_go->isEnabled())
        return;
    const auto server = serverAddress(m_server->text());
    if (!server) {
        m_banner->showBanner(Tone::Bad, errorText(server.error()));
        m_server->setFocus();
        return;
    }
    if (m_login->text().trimmed().isEmpty() || m_password->text().isEmpty()) {
        m_banner->showBanner(Tone::Bad, tr("Enter the account name and the password."));
        (m_login->text().trimmed().isEmpty() ? m_login : m_password)->setFocus();
        return;
    }
    m_server->setText(*server);
    setBusy(true);
    m_desk.signIn(*server, m_login->text().trimmed(), m_password->text(), this, [this](const Result<User> &user) {
        setBusy(false);
        if (!user) {
            m_banner->showBanner(Tone::Bad, errorText(user.error()));
            m_password->setFocus();
            m_password->selectAll();
            return;
        }
        m_banner->hide();
        m_password->setText({});
        m_accounts->hide(); // shown once
        emit passed();
    });
}

void SignInPage::setBusy(bool isBusy)
{
    m_go->setEnabled(!isBusy);
    m_back->setEnabled(!isBusy); // who comes in is being decided
    m_go->setText(isBusy ? tr("Signing in…") : tr("&Sign in"));
    for (QLineEdit *field : {m_server, m_login, m_password})
        field->setReadOnly(isBusy);
}

} // namespace toasoan
