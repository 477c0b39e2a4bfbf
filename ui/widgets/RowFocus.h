// The focus of a list that paints its own rows: one line round the whole current row, as the style draws it for others.
#pragma once

#include <QStyledItemDelegate>

namespace toasoan {

/// Draws what falls to this cell of the current row's line; nothing unless its list has the focus, by the keyboard.
/// Last of all that a cell paints.
void drawRowFocus(QPainter &painter, const QStyleOptionViewItem &option, const QModelIndex &index);

/// For a list whose style sheet dresses its rows: the style then draws no line of its own.
class RowFocusDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace toasoan
