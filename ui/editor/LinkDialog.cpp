#include "ui/editor/LinkDialog.h"

#include "ui/widgets/LineLimit.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/Question.h"

#include <QDialogButtonBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRegularExpression>
#include <QUrl>
#include <QVBoxLayout>

namespace toasoan {

namespace {

constexpr qsizetype longestAddress = 1980; // UTF-16 units, blanks written out; a scheme may be put before it
constexpr qsizetype longestText = 1000;
constexpr qsizetype longestTitle = 300;

} // namespace

namespace {

const QRegularExpression &blank()
{
    static const QRegularExpression one(QStringLiteral("[\\s\\x{FEFF}]"),
                                        QRegularExpression::UseUnicodePropertiesOption);
    return one;
}

QString withoutBlanks(QString text)
{
    for (qsizetype i = text.size() - 1; i >= 0; --i) {
        if (blank().match(text[i]).hasMatch())
            text.replace(i, 1, QString::fromLatin1(QUrl::toPercentEncoding(text[i])));
    }
    return text;
}

bool isTooLong(const QString &typed)
{
    return withoutBlanks(typed.trimmed()).size() > longestAddress;
}

} // namespace

// As linkAddress() in resources/editor/src/address.ts, and more: a person leaves the scheme out.
QString linkAddress(const QString &typed)
{
    static const QRegularExpression passedOver(QStringLiteral("[\\t\\n\\r]")); // by browsers, in an address
    static const QRegularExpression control(QStringLiteral("\\p{Cc}"));
    static const QRegularExpression scheme(QStringLiteral("^([a-z][a-z0-9+.-]*):(.+)$"),
                                           QRegularExpression::CaseInsensitiveOption);
    static const QRegularExpression mail(QStringLiteral("^[^@/:\\s]+@[^@/:\\s]+\\.[^@/:\\s]+$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression host(QStringLiteral("^[\\w-]+(\\.[\\w-]+)+(:\\d+)?([/?#].*)?$"),
                                         QRegularExpression::UseUnicodePropertiesOption);
    static const QRegularExpression hostAndPlace(QStringLiteral("^//[^\\s/?#]+[/?#]"),
                                                 QRegularExpression::UseUnicodePropertiesOption);
    const QString text = typed.trimmed().remove(passedOver);
    if (isTooLong(text) || text.contains(control))
        return {};
    QString address;
    const auto match = scheme.match(text);
    const QString name = match.captured(1).toLower();
    const QString rest = match.captured(2);
    if (name == QLatin1String("tel")) {
        address = match.captured(1) + u':' + QString(rest).remove(blank()); // groups of a number
    } else if (name == QLatin1String("mailto")) {
        address = match.captured(1) + u':' + withoutBlanks(rest.trimmed());
    } else if (name == QLatin1String("http") || name == QLatin1String("https")) {
        // In the name of a host, or before it, a blank is no sign of the address: it leads nowhere, or elsewhere.
        if (!rest.contains(blank()) || hostAndPlace.match(rest).hasMatch())
            address = match.captured(1) + u':' + withoutBlanks(rest);
    } else if (mail.match(text).hasMatch()) {
        address = QStringLiteral("mailto:") + text;
    } else if (host.match(text).hasMatch()) {
        address = QStringLiteral("https://") + withoutBlanks(text);
    }
    return address;
}

namespace {

// As everywhere in the house: the label above its field, and what there is to say of it below.
QVBoxLayout *labelled(const QString &text, QLineEdit *field, QLabel *below = nullptr)
{
    auto *label = new QLabel(text, field->parentWidget());
    label->setBuddy(field);
    auto *layout = new QVBoxLayout;
    layout->setSpacing(4);
    for (QWidget *each : std::initializer_list<QWidget *>{label, field, below}) {
        if (each)
            layout->addWidget(each);
    }
    return layout;
}

} // namespace

LinkDialog::LinkDialog(const Link &link, QWidget *parent)
    : QDialog(parent)
    , m_address(new QLineEdit(link.href, this))
    , m_text(new QLineEdit(link.text, this))
    , m_title(new QLineEdit(link.title, this))
    , m_hint(new QLabel(this))
    , m_cut(new QLabel(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    setWindowTitle(link.href.isEmpty() ? tr("Insert a link") : tr("Change the link"));
    auto *heading = new QLabel(windowTitle(), this);
    setRole(heading, TextRole::Heading);
    m_address->setPlaceholderText(QStringLiteral("https://"));
    m_title->setPlaceholderText(tr("Where it leads, if the text does not say it"));
    m_text->setEnabled(link.text.isEmpty());
    m_hint->setTextFormat(Qt::PlainText); // it repeats what was typed
    m_hint->setWordWrap(true);

    m_cut->setWordWrap(true);
    m_cut->setObjectName(QStringLiteral("cut"));
    m_cut->setStyleSheet(QStringLiteral("color: %1;").arg(toneColour(Tone::Warning, palette()).name()));
    m_cut->hide();

    auto *buttons = new QDialogButtonBox(this);
    m_save = buttons->addButton(tr("&Save link"), QDialogButtonBox::AcceptRole);
    buttons->addButton(tr("&Cancel"), QDialogButtonBox::RejectRole);
    makePrimary(m_save);
    m_save->setDefault(true);
    if (!link.href.isEmpty()) {
        QPushButton *remove = buttons->addButton(tr("&Remove the link"), QDialogButtonBox::DestructiveRole);
        connect(remove, &QPushButton::clicked, this, [this] {
            emit removed();
            reject();
        });
    }

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->addStrut(questionWidth);
    layout->setSpacing(10);
    layout->addWidget(heading);
    layout->addLayout(labelled(tr("&Address"), m_address, m_hint));
    layout->addLayout(labelled(tr("&Text"), m_text));
    layout->addLayout(labelled(tr("T&itle"), m_title));
    layout->addWidget(m_cut);
    layout->addSpacing(6);
    layout->addWidget(buttons);

    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    const auto limit = [this](QLineEdit *field, qsizetype maximum, const QString &sentence) {
        connect(new LineLimit(field, maximum), &LineLimit::reached, this, [this, sentence] {
            m_cut->setText(sentence);
            m_cut->show();
        });
    };
    limit(m_text, longestText, tr("Only 1,000 characters fit into a link's text. What goes beyond was left out."));
    limit(m_title, longestTitle, tr("Only 300 characters fit into a link's title. What goes beyond was left out."));
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
    const QString typed = m_address->text().trimmed();
    const QString address = linkAddress(typed);
    const bool isWrong = !typed.isEmpty() && address.isEmpty();
    m_save->setEnabled(!address.isEmpty());
    if (isTooLong(typed)) // a part of it would lead elsewhere, so none of it is left out
        m_hint->setText(tr("This address is too long for a link: at most 1,980 characters."));
    else if (isWrong && !linkAddress(QString(typed).remove(blank())).isEmpty())
        m_hint->setText(tr("There is a blank in this address where none may be. Remove it."));
    else if (isWrong)
        m_hint->setText(tr("This address cannot be used for a link."));
    else if (address.isEmpty() || address == typed)
        m_hint->setText(tr("A web address, an e-mail address, or tel: and a number."));
    else // of a long one the beginning and the end: nothing in it breaks a line
        m_hint->setText(
            m_hint->fontMetrics().elidedText(tr("Will be saved as %1").arg(address), Qt::ElideMiddle, questionWidth));
    const QColor ink = isWrong ? toneColour(Tone::Bad, palette()) : mutedColour(palette());
    m_hint->setStyleSheet(QStringLiteral("color: %1;").arg(ink.name()));
}

} // namespace toasoan
