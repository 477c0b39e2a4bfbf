#include "ui/review/QueueDelegate.h"

#include "ui/review/ReviewQueueModel.h"
#include "ui/widgets/Look.h"

#include <QPainter>

namespace toasoan {

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const QRect inside = option.rect.adjusted(14, 0, -12, 0);
    painter->save();
    QFont font = option.font;
    if (!index.parent().isValid()) {
        font.setWeight(QFont::DemiBold);
        font.setPointSizeF(font.pointSizeF() - 0.5);
        painter->setFont(font);
        painter->setPen(mutedColour(palette));
        painter->drawText(inside.adjusted(0, 6, 0, -4), Qt::AlignBottom | Qt::AlignLeft, index.data().toString());
        painter->restore();
        return;
    }
    const bool isSelected = option.state & QStyle::State_Selected;
    if (isSelected)
        painter->fillRect(option.rect, toneGround(Tone::Accent, palette));
    else if (option.state & QStyle::State_MouseOver)
        painter->fillRect(option.rect, palette.color(QPalette::AlternateBase));
    painter->setPen(lineColour(palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (isSelected) // not by colour alone
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          palette.color(QPalette::Highlight));
    font.setWeight(isSelected ? QFont::DemiBold : QFont::Medium);
    const QFontMetrics titleMetrics(font);
    painter->setFont(font);
    painter->setPen(palette.color(QPalette::Text));
    const QRect title(inside.left(), inside.top() + 9, inside.width(), titleMetrics.height());
    painter->drawText(title, Qt::AlignLeft | Qt::AlignVCenter,
                      titleMetrics.elidedText(index.data().toString(), Qt::ElideRight, title.width()));
    QFont small = option.font;
    small.setPointSizeF(small.pointSizeF() - 0.5);
    const QFontMetrics smallMetrics(small);
    painter->setFont(small);
    painter->setPen(mutedColour(palette));
    const QRect second(inside.left(), title.bottom() + 3, inside.width(), smallMetrics.height());
    painter->drawText(second, Qt::AlignLeft | Qt::AlignVCenter,
                      smallMetrics.elidedText(index.data(ReviewQueueModel::SecondLineRole).toString(), Qt::ElideRight,
                                              second.width()));
    painter->restore();
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    return {100, index.parent().isValid() ? 2 * QFontMetrics(option.font).height() + 22 : 38};
}

} // namespace toasoan
