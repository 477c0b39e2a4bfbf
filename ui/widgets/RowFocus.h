// The focus of a list that paints its own rows: one line round the whole current row, as the style draws it for others.
#pragma once

class QModelIndex;
class QPainter;
class QStyleOptionViewItem;

namespace toasoan {

/// Draws what falls to this cell of the current row's line; nothing unless its list has the focus, by the keyboard.
/// Last of all that a cell paints.
void drawRowFocus(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);

} // namespace toasoan
