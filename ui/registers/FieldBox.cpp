#include "ui/registers/FieldBox.h"

#include "ui/registers/RegisterText.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/PressedButton.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QVBoxLayout>

#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

// A sign and a sentence in a colour of meaning.
class FieldBox::Line final : public QWidget
{
public:
    Line(const QString &sign, Tone tone, QWidget *parent) : QWidget(parent), m_text(new QLabel(this))
    {
        auto *mark = new QLabel(this);
        setSign(mark, sign, tone, 16);
        m_text->setWordWrap(true);
        m_text->setTextFormat(Qt::PlainText); // it may repeat what was typed
        setSheet(m_text,
                 [tone](const QPalette &palette) { return u"color: %1;"_s.arg(toneColour(tone, palette).name()); });
        auto *layout = new QHBoxLayout(this);
        layout->setContentsMargins(0, 2, 0, 0);
        layout->setSpacing(6);
        layout->addWidget(mark, 0, Qt::AlignTop);
        layout->addWidget(m_text, 1);
        hide();
    }

    void say(const QString &text)
    {
        m_text->setText(text);
        setVisible(!text.isEmpty());
    }
    [[nodiscard]] QString text() const { return m_text->text(); }

private:
    QLabel *m_text;
};

FieldBox::FieldBox(const Field &field, const FieldSources &sources, QWidget *parent)
    : QWidget(parent)
    , m_layout(new QVBoxLayout(this))
    , m_editor(makeEditor(field, sources, this))
    , m_fault(new Line(u"circle-alert"_s, Tone::Bad, this))
    , m_warning(new Line(u"triangle-alert"_s, Tone::Warning, this))
{
    setObjectName(field.name);
    m_layout->setContentsMargins(0, 0, 0, 0);
    m_layout->setSpacing(4);
    if (!m_editor->saysLabel()) {
        auto *label = new QLabel(said(field.label).replace(u'&', u"&&"_s), this);
        setRole(label, TextRole::Label);
        auto *row = new QHBoxLayout;
        row->setSpacing(4);
        row->addWidget(label);
        if (field.need == Need::Required) {
            auto *mark = new QLabel(u"*"_s, this);
            mark->setToolTip(RegisterTexts::tr("Required"));
            setSheet(mark, [](const QPalette &palette) {
                return u"color: %1; font-weight: 600;"_s.arg(toneColour(Tone::Bad, palette).name());
            });
            row->addWidget(mark);
        }
        row->addStretch(1);
        m_layout->addLayout(row);
    }
    m_layout->addWidget(m_editor);
    QString description = said(field.help);
    if (!description.isEmpty()) {
        auto *help = new QLabel(description, this);
        help->setWordWrap(true);
        help->setTextFormat(Qt::PlainText);
        setRole(help, TextRole::Muted);
        m_layout->addWidget(help);
    }
    if (field.need == Need::Required)
        description = RegisterTexts::tr("Required") + (description.isEmpty() ? QString() : u". "_s + description);
    if (QWidget *typed = m_editor->focusProxy())
        typed->setAccessibleDescription(description);
    m_layout->addWidget(m_fault);
    m_layout->addWidget(m_warning);
    connect(m_editor, &FieldEditor::edited, this, [this] {
        setFault({});
        emit edited();
    });
    connect(m_editor, &FieldEditor::noted, this, &FieldBox::setFault);
    setFocusProxy(m_editor);
}

void FieldBox::setFault(const QString &text)
{
    m_fault->say(text);
}

QString FieldBox::fault() const
{
    return m_fault->text();
}

void FieldBox::setWarning(const QString &text)
{
    m_warning->say(text);
}

QString FieldBox::warning() const
{
    return m_warning->text();
}

void FieldBox::setOpen(const std::vector<Wordings> &open)
{
    if (open == m_open)
        return;
    m_open = open;
    for (Banner *banner : std::exchange(m_banners, {})) {
        m_layout->removeWidget(banner);
        retire(banner);
    }
    for (const Wordings &each : m_open) {
        auto *banner = new Banner(this);
        banner->showBanner(Tone::Warning, each.text,
                           {{each.keep, [this, at = each.at] { emit settled(at, false); }},
                            {each.take, [this, at = each.at] { emit settled(at, true); }}});
        m_layout->addWidget(banner);
        m_banners.push_back(banner);
    }
}

QSize FieldBox::minimumSizeHint() const
{
    return {0, QWidget::minimumSizeHint().height()};
}

} // namespace toasoan
