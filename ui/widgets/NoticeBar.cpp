#include "ui/widgets/NoticeBar.h"

#include "ui/widgets/Look.h"
#include "ui/widgets/SecondClick.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

namespace toasoan {

NoticeBar::NoticeBar(QWidget *parent)
    : QFrame(parent)
    , m_text(new QLabel(this))
    , m_action(new QPushButton(this))
    , m_close(new QPushButton(tr("Close"), this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    auto *layout = new QHBoxLayout(this);
    layout->setContentsMargins(12, 6, 8, 6);
    layout->addWidget(m_text, 1);
    layout->addWidget(m_action);
    layout->addWidget(m_close);
    connect(m_action, &QPushButton::clicked, this, &NoticeBar::activated);
    connect(m_close, &QPushButton::clicked, this, [this] {
        swallowSecondClick(*window());
        hide();
    });
    hide();
}

void NoticeBar::showNotice(Kind kind, const QString &text, const QString &action)
{
    const Tone tone = kind == Kind::Warning ? Tone::Warning : Tone::Neutral;
    setSheet(this, [tone](const QPalette &palette) {
        return QStringLiteral(
                   "toasoan--NoticeBar { background: %1; border-bottom: 1px solid %2; } QLabel { color: %3; }")
            .arg(toneGround(tone, palette).name(), lineColour(palette).name(),
                 (tone == Tone::Neutral ? palette.color(QPalette::Text) : toneColour(tone, palette)).name());
    });
    m_text->setText(text);
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    show();
    QAccessibleEvent event(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&event);
}

QString NoticeBar::text() const
{
    return m_text->text();
}

} // namespace toasoan
