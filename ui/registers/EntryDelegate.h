// Paints a line of a register: the title and below it what has to be known before it is opened; then its columns, each
// in the way of its kind.
#pragma once

#include <QStyledItemDelegate>

namespace toasoan {

class EntryDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
    /// Of a row with two lines.
    [[nodiscard]] static int rowHeight(const QFont &font);
    /// What a column needs beside its content.
    static constexpr int besideContent = 12 + 12;
};

} // namespace toasoan
