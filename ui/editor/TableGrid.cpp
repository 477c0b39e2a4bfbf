#include "ui/editor/TableGrid.h"

#include <QAccessible>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace toasoan {

namespace {

constexpr int maxRows = 10;
constexpr int maxColumns = 8;
constexpr int cell = 20;
constexpr int gap = 3;
constexpr int margin = 10;

} // namespace

TableGrid::TableGrid(QWidget *parent) : QWidget(parent)
{
    setMouseTracking(true);
    setFocusPolicy(Qt::StrongFocus);
}

QSize TableGrid::sizeHint() const
{
    return {2 * margin + maxColumns * (cell + gap) - gap,
            2 * margin + maxRows * (cell + gap) + fontMetrics().height() + gap};
}

void TableGrid::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event);
    QPainter painter(this);
    const QColor chosenColour = palette().color(QPalette::Highlight);
    for (int row = 0; row < maxRows; ++row) {
        for (int column = 0; column < maxColumns; ++column) {
            const QRect box(margin + column * (cell + gap), margin + row * (cell + gap), cell, cell);
            const bool chosenCell = row < m_rows && column < m_columns;
            QColor fill = chosenCell ? chosenColour : palette().color(QPalette::Base);
            if (chosenCell && row > 0)
                fill.setAlphaF(0.45F); // the first row, the header, stands out
            painter.fillRect(box, fill);
            painter.setPen(chosenCell ? chosenColour : palette().color(QPalette::Mid));
            painter.drawRect(box.adjusted(0, 0, -1, -1));
        }
    }
    painter.setPen(palette().color(QPalette::WindowText));
    painter.drawText(QRect(margin, margin + maxRows * (cell + gap), width() - 2 * margin, fontMetrics().height()),
                     Qt::AlignCenter, accessibleName());
}

void TableGrid::point(int rows, int columns)
{
    m_rows = std::clamp(rows, 1, maxRows);
    m_columns = std::clamp(columns, 1, maxColumns);
    setAccessibleName(tr("%1 rows × %2 columns").arg(m_rows).arg(m_columns));
    update();
}

void TableGrid::mouseMoveEvent(QMouseEvent *event)
{
    const QPoint at = event->position().toPoint() - QPoint(margin, margin);
    point(at.y() / (cell + gap) + 1, at.x() / (cell + gap) + 1);
}

void TableGrid::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint()))
        emit chosen(m_rows, m_columns);
}

void TableGrid::keyPressEvent(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Up:
        point(m_rows - 1, m_columns);
        return;
    case Qt::Key_Down:
        point(m_rows + 1, m_columns);
        return;
    case Qt::Key_Left:
        point(m_rows, m_columns - 1);
        return;
    case Qt::Key_Right:
        point(m_rows, m_columns + 1);
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        emit chosen(m_rows, m_columns);
        return;
    default:
        QWidget::keyPressEvent(event);
    }
}

void TableGrid::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    point(3, 3);
    setFocus();
}

} // namespace toasoan
