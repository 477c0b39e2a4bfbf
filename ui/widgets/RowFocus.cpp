#include "ui/widgets/RowFocus.h"

#include "ui/widgets/Look.h"

#include <QAbstractItemView>
#include <QPainter>

namespace toasoan {

void drawRowFocus(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index)
{
    const auto *view = qobject_cast<const QAbstractItemView *>(option.widget);
    const bool isShown = view && view->hasFocus() && (option.state & QStyle::State_KeyboardFocusChange);
    if (!isShown || index.siblingAtColumn(0) != view->currentIndex().siblingAtColumn(0))
        return;
    const QRect cell = option.rect.adjusted(0, 0, -1, -1);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, false);
    painter.setPen(toneColour(Tone::Accent, option.palette));
    painter.drawLine(cell.topLeft(), cell.topRight());
    painter.drawLine(cell.bottomLeft(), cell.bottomRight());
    if (option.rect.left() <= 0)
        painter.drawLine(cell.topLeft(), cell.bottomLeft());
    if (option.rect.right() >= view->viewport()->width() - 1)
        painter.drawLine(cell.topRight(), cell.bottomRight());
    painter.restore();
}

void RowFocusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyledItemDelegate::paint(painter, option, index);
    drawRowFocus(*painter, option, index);
}

} // namespace toasoan
