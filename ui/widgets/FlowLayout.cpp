#include "ui/widgets/FlowLayout.h"

#include <QWidget>

namespace toasoan {

FlowLayout::FlowLayout(QWidget *parent, Qt::Alignment side, int gap) : QLayout(parent), m_side(side)
{
    setContentsMargins(0, 0, 0, 0);
    setSpacing(gap);
}

FlowLayout::~FlowLayout()
{
    qDeleteAll(m_items);
}

QLayoutItem *FlowLayout::takeAt(int index)
{
    return index >= 0 && index < m_items.size() ? m_items.takeAt(index) : nullptr;
}

int FlowLayout::heightForWidth(int width) const
{
    return arrange(QRect(0, 0, width, 0), Do::Measure);
}

QSize FlowLayout::sizeHint() const
{
    int width = 0;
    int height = 0;
    for (const QLayoutItem *item : m_items) {
        if (item->isEmpty())
            continue;
        width += item->sizeHint().width() + (width > 0 ? spacing() : 0);
        height = qMax(height, item->sizeHint().height());
    }
    return {width, height};
}

QSize FlowLayout::minimumSize() const
{
    QSize least;
    for (const QLayoutItem *item : m_items) {
        if (!item->isEmpty())
            least = least.expandedTo(item->minimumSize());
    }
    return least;
}

void FlowLayout::setGeometry(const QRect &rect)
{
    QLayout::setGeometry(rect);
    arrange(rect, Do::Place);
}

int FlowLayout::arrange(const QRect &rect, Do what) const
{
    QList<QLayoutItem *> row;
    int rowWidth = 0;
    int rowHeight = 0;
    int top = rect.top();
    const auto end = [&] {
        int left = m_side & Qt::AlignRight ? rect.right() + 1 - rowWidth : rect.left();
        for (QLayoutItem *item : std::as_const(row)) {
            const QSize size(qMin(item->sizeHint().width(), rect.width()), item->sizeHint().height());
            if (what == Do::Place)
                item->setGeometry(QRect(QPoint(left, top + (rowHeight - size.height()) / 2), size));
            left += size.width() + spacing();
        }
        row.clear();
    };
    for (QLayoutItem *item : m_items) {
        if (item->isEmpty()) // hidden
            continue;
        const QSize size = item->sizeHint();
        if (!row.isEmpty() && rowWidth + spacing() + size.width() > rect.width()) {
            end();
            top += rowHeight + spacing();
            rowWidth = rowHeight = 0;
        }
        rowWidth += size.width() + (row.isEmpty() ? 0 : spacing());
        rowHeight = qMax(rowHeight, size.height());
        row.append(item);
    }
    end();
    return top + rowHeight - rect.top();
}

} // namespace toasoan
