// Paints a line of the list of articles: title and author, state as a chip, saved state as icon and word.
#pragma once

#include <QStyledItemDelegate>

namespace toasoan {

class ArticleDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace toasoan
