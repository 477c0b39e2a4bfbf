#include "ui/editor/LinkDialog.h"

#include <QDialogButtonBox>
#include <QFormLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QVBoxLayout>

namespace toasoan {

QString linkAddress(const QString &typed)
{
    const QString text = typed.trimmed();
    static const QRegularExpression blank(QStringLiteral("[\\s\\x{0000}-\\x{001f}\\x{007f}]"));
    static const QRegularExpression scheme(QStringLiteral("^([a-z][a-z0-9+.-]*):(.+)$"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression mail(QStringLiteral("^[^@/:]+@[^@/:]+\\.[^@/:]+$"));
    static const QRegularExpression host(QStringLiteral("^[\\w-]+(\\.[\\w-]+)+(:\\d+)?([/?#].*)?$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    if (text.isEmpty() || text.size() > 1980 || text.contains(blank))
        return {};
    const QStringList allowed{QStringLiteral("http"), QStringLiteral("https"), QStringLiteral("mailto"),
                              QStringLiteral("tel")};
    const auto match = scheme.match(text);
    if (match.hasMatch() && allowed.contains(match.captured(1).toLower()))
        return text;
    if (mail.match(text).hasMatch())
        return QStringLiteral("mailto:") + text;
    return host.match(text).hasMatch() ? QStringLiteral("https://") + text : QString();
}

LinkDialog::LinkDialog(const Link &link, QWidget *parent)
    : QDialog(parent)
    , m_address(new QLineEdit(link.href, this))
    , m_text(new QLineEdit(link.text, this))
    , m_title(new QLineEdit(link.title, this))
    , m_hint(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setWindowTitle(link.href.isEmpty() ? tr("Insert a link") : tr("Change the link"));
    m_address->setPlaceholderText(QStringLiteral("https://"));
    m_title->setMaxLength(300);
    m_title->setPlaceholderText(tr("Where it leads, if the text does not say it"));
    m_text->setEnabled(link.text.isEmpty());
    m_hint->setWordWrap(true);

    auto *form = new QFormLayout;
    form->addRow(tr("&Address:"), m_address);
    form->addRow(QString(), m_hint);
    form->addRow(tr("&Text:"), m_text);
    form->addRow(tr("T&itle:"), m_title);
    auto *layout = new QVBoxLayout(this);
    layout->addStrut(412); // or more, where labels need it
    layout->addLayout(form);
    layout->addWidget(m_buttons);

    m_buttons->button(QDialogButtonBox::Ok)->setText(tr("Save link"));
    m_buttons->button(QDialogButtonBox::Cancel)->setText(tr("Cancel"));
    if (!link.href.isEmpty()) {
        QPushButton *remove = m_buttons->addButton(tr("Remove the link"), QDialogButtonBox::DestructiveRole);
        connect(remove, &QPushButton::clicked, this, [this] {
            emit removed();
            reject();
        });
    }
    connect(m_buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_address, &QLineEdit::textChanged, this, &LinkDialog::check);
    m_address->selectAll();
    m_address->setFocus();
    check();
}

LinkDialog::Link LinkDialog::link() const
{
    return {
        .href = linkAddress(m_address->text()), .title = m_title->text().trimmed(), .text = m_text->text().trimmed()};
}

void LinkDialog::check()
{
    const QString address = linkAddress(m_address->text());
    m_buttons->button(QDialogButtonBox::Ok)->setEnabled(!address.isEmpty());
    if (m_address->text().trimmed().isEmpty())
        m_hint->setText(tr("A web address, an e-mail address, or tel: and a number."));
    else if (address.isEmpty())
        m_hint->setText(tr("This address cannot be used for a link."));
    else
        m_hint->setText(address == m_address->text().trimmed() ? QString() : tr("Will be saved as %1").arg(address));
}

} // namespace toasoan
