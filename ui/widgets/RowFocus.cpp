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
    // To the very edges of the cell: where the next one begins, the line goes on.
    const QRect &cell = option.rect;
    const QColor colour = toneColour(Tone::Accent, option.palette);
    painter.fillRect(QRect(cell.left(), cell.top(), cell.width(), 1), colour);
    painter.fillRect(QRect(cell.left(), cell.bottom(), cell.width(), 1), colour);
    if (cell.left() <= 0)
        painter.fillRect(QRect(cell.left(), cell.top(), 1, cell.height()), colour);
    if (cell.right() >= view->viewport()->width() - 1)
        painter.fillRect(QRect(cell.right(), cell.top(), 1, cell.height()), colour);
}

void RowFocusDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    QStyleOptionViewItem plain = option;
    plain.state &= ~QStyle::State_HasFocus; // the sheet would have a second line drawn, close round the text
    QStyledItemDelegate::paint(painter, plain, index);
    drawRowFocus(*painter, option, index);
}

} // namespace toasoan
