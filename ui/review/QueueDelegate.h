// Paints the queue: groups as headings with a count, items with their whole title, and quietly what they are and when.
#pragma once

#include <QStyledItemDelegate>

namespace toasoan {

class QueueDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace toasoan
