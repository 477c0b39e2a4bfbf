#include "ui/widgets/Banner.h"

#include "ui/widgets/FlowLayout.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/PressedButton.h"
#include "ui/widgets/SecondClick.h"

#include <QAccessible>
#include <QApplication>
#include <QGridLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_layout(new QGridLayout(this))
    , m_icon(new QLabel(this))
    , m_text(new QLabel(this))
    , m_row(new QWidget(this))
{
    m_text->setWordWrap(true);
    m_text->setTextFormat(Qt::PlainText);
    m_layout->setContentsMargins(14, 9, 10, 9);
    m_layout->setHorizontalSpacing(10);
    m_layout->setVerticalSpacing(8);
    m_layout->setColumnStretch(1, 1);
    m_layout->addWidget(m_icon, 0, 0, Qt::AlignTop);
    m_layout->addWidget(m_text, 0, 1);
    new FlowLayout(m_row);
    arrange();
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
        guardWhatComes();
        for (QPushButton *button : std::exchange(m_buttons, {}))
            retire(button);
        for (std::size_t at = 0; at < m_actions.size(); ++at) {
            auto *button = new QPushButton(m_actions.at(at).label, m_row);
            actAsPressed(
                button, this, [this] { return Banner::text(); },
                [this, at] {
                    m_sinceClick.start();
                    const auto act = m_actions.at(at).act; // it may say something else here
                    act();
                });
            m_row->layout()->addWidget(button);
            m_buttons.push_back(button);
        }
    }
    arrange();
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

// Others stand under the pointer now.
void Banner::guardWhatComes()
{
    if (m_sinceClick.isValid() && !m_sinceClick.hasExpired(QApplication::doubleClickInterval()))
        swallowSecondClick(*window());
    m_sinceClick.invalidate();
}

void Banner::hideEvent(QHideEvent *event)
{
    QFrame::hideEvent(event);
    guardWhatComes();
}

void Banner::resizeEvent(QResizeEvent *event)
{
    QFrame::resizeEvent(event);
    arrange();
}

void Banner::arrange()
{
    constexpr int leastText = 280; // beside buttons; narrower it is a column of single words
    const bool hasButtons = !m_buttons.empty();
    m_row->setVisible(hasButtons);
    const QMargins margins = m_layout->contentsMargins();
    const int room = width() - margins.left() - margins.right() - m_icon->sizeHint().width()
        - 2 * m_layout->horizontalSpacing() - m_row->layout()->sizeHint().width();
    // Beside one line the icon stands in its middle; beside more at the first.
    const bool isOneLine =
        !m_text->text().contains(u'\n') && m_text->fontMetrics().horizontalAdvance(m_text->text()) <= room;
    m_layout->setAlignment(m_icon, isOneLine ? Qt::AlignVCenter : Qt::AlignTop);
    m_text->setAlignment(Qt::AlignLeft | (isOneLine ? Qt::AlignVCenter : Qt::AlignTop));
    const int wanted = qMin(m_text->fontMetrics().horizontalAdvance(m_text->text()), leastText);
    const bool isBeside = room >= wanted;
    m_row->setMinimumWidth(isBeside && hasButtons ? m_row->layout()->sizeHint().width() : 0);
    if (m_layout->indexOf(m_row) >= 0 && isBeside == m_isBeside)
        return;
    m_isBeside = isBeside;
    m_layout->removeWidget(m_row);
    if (isBeside)
        m_layout->addWidget(m_row, 0, 2, Qt::AlignVCenter);
    else
        m_layout->addWidget(m_row, 1, 1, 1, 2);
}

QSize Banner::minimumSizeHint() const
{
    constexpr int narrow = 240; // whatever stands beside the text now: it can go below
    return {narrow, QFrame::minimumSizeHint().height()};
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
