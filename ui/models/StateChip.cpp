#include "ui/models/StateChip.h"

#include "ui/models/NewsroomText.h"
#include "ui/widgets/Icon.h"

#include <QGuiApplication>
#include <QPainter>

namespace toasoan {

namespace {

constexpr int iconSize = 14;
constexpr int inside = 9;

int chipWidth(State state, const QFont &font)
{
    return QFontMetrics(font).horizontalAdvance(stateText(state)) + iconSize + 6 + 2 * inside;
}

QFont chipFont(const QFont &font)
{
    QFont small = font;
    small.setPointSizeF(font.pointSizeF() - 0.5);
    small.setWeight(QFont::Medium);
    return small;
}

} // namespace

int stateChipWidth(State state, const QFont &cellFont)
{
    return chipWidth(state, chipFont(cellFont));
}

void drawStateChip(QPainter &painter, const QRect &rect, State state, const QPalette &palette, const QFont &font,
                   qreal devicePixelRatio, const QColor &behind)
{
    const QFont small = chipFont(font);
    const QColor ink = toneColour(stateTone(state), palette);
    const QRect chip(rect.left(), rect.center().y() - stateChipHeight / 2 + 1,
                     qMin(rect.width(), chipWidth(state, small)), stateChipHeight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    const QColor ground = toneGround(stateTone(state), palette);
    // A view's own palette has none where a style sheet draws its ground.
    painter.setBrush(ground == behind ? QGuiApplication::palette().color(QPalette::Base) : ground);
    painter.drawRoundedRect(chip, stateChipHeight / 2.0, stateChipHeight / 2.0);
    painter.drawPixmap(QPoint(chip.left() + inside, chip.center().y() - iconSize / 2 + 1),
                       iconPixmap(stateIcon(state), ink, iconSize, devicePixelRatio));
    painter.setFont(small);
    painter.setPen(ink);
    const QRect words = chip.adjusted(inside + iconSize + 6, 0, -inside + 2, 0);
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft,
                     QFontMetrics(small).elidedText(stateText(state), Qt::ElideRight, words.width()));
    painter.restore();
}

StateChip::StateChip(QWidget *parent) : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    setState(State::Draft);
}

void StateChip::setState(State state)
{
    m_state = state;
    setAccessibleName(tr("State: %1").arg(stateText(state)));
    updateGeometry();
    update();
}

QSize StateChip::sizeHint() const
{
    return {chipWidth(m_state, chipFont(font())), stateChipHeight + 4};
}

void StateChip::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    drawStateChip(painter, rect(), m_state, palette(), font(), devicePixelRatioF());
}

} // namespace toasoan
