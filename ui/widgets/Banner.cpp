#include "ui/widgets/Banner.h"

#include "ui/widgets/Icon.h"

#include <QAccessible>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QHBoxLayout(this))
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_layout->setContentsMargins(14, 9, 10, 9);
    m_layout->setSpacing(10);
    m_layout->addWidget(m_icon, 0, Qt::AlignVCenter);
    m_layout->addWidget(m_text, 1);
    hide();
}

void Banner::showBanner(Tone tone, const QString &text, const std::vector<BannerAction> &actions)
{
    const bool isNews = isHidden() || text != m_text->text();
    m_tone = tone;
    const QString name = tone == Tone::Bad || tone == Tone::Warning ? u"triangle-alert"_s
        : tone == Tone::Good                                        ? u"circle-check"_s
                                                                    : u"info"_s;
    setSign(m_icon, name, tone, 20);
    m_text->setText(text);
    setAccessibleName(text);
    const bool areSame = std::ranges::equal(actions, m_actions, {}, &BannerAction::label, &BannerAction::label);
    m_actions = actions;
    if (!areSame) { // said again while a button has the focus, it keeps it
        for (QPushButton *button : std::exchange(m_buttons, {}))
            button->deleteLater();
        for (std::size_t at = 0; at < m_actions.size(); ++at) {
            auto *button = new QPushButton(m_actions.at(at).label, this);
            connect(button, &QPushButton::clicked, this, [this, at] {
                const auto act = m_actions.at(at).act; // it may say something else here
                act();
            });
            m_layout->addWidget(button, 0, Qt::AlignVCenter);
            m_buttons.push_back(button);
        }
    }
    show();
    update();
    if (isNews) {
        QAccessibleEvent event(this, QAccessible::Alert);
        QAccessible::updateAccessibility(&event);
    }
}

QString Banner::text() const
{
    return isHidden() ? QString() : m_text->text();
}

void Banner::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    QColor edge = toneColour(m_tone, palette());
    edge.setAlpha(90);
    painter.setPen(edge);
    painter.setBrush(toneGround(m_tone, palette()));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 8, 8);
}

} // namespace toasoan
