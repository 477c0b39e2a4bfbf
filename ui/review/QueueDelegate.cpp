#include "ui/review/QueueDelegate.h"

#include "ui/review/ReviewQueueModel.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/RowFocus.h"

#include <QPainter>
#include <QTextLayout>
#include <QTreeView>

namespace toasoan {

namespace {

constexpr int above = 9;
constexpr int between = 3;
constexpr int mostTitleLines = 4; // of the longest title that is allowed, in the narrowest queue, some is left out
constexpr int gap = 10; // between the facts and the time

QFont titleFont(const QStyleOptionViewItem &option, bool isSelected)
{
    QFont font = option.font;
    font.setWeight(isSelected ? QFont::DemiBold : QFont::Medium);
    return font;
}

QFont smallFont(const QStyleOptionViewItem &option)
{
    QFont font = option.font;
    font.setPointSizeF(font.pointSizeF() - 0.5);
    return font;
}

QRect insideOf(const QRect &rect)
{
    return rect.adjusted(14, 0, -12, 0);
}

// A text in lines of this width; the last one that is allowed takes the rest, elided.
QStringList linesOf(const QString &text, const QFont &font, int width, int most)
{
    QTextLayout layout(text, font);
    QTextOption wrap(Qt::AlignLeft);
    wrap.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
    layout.setTextOption(wrap);
    layout.beginLayout();
    QStringList lines;
    for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
        line.setLineWidth(width);
        const bool isLast = lines.size() == most - 1;
        const QString part = text.mid(line.textStart(), isLast ? -1 : line.textLength());
        lines.append(isLast ? QFontMetrics(font).elidedText(part, Qt::ElideRight, width) : part.trimmed());
        if (isLast)
            break;
    }
    layout.endLayout();
    return lines;
}

// The time stands whole: beside the facts where both have room, else below them.
struct SecondLine
{
    QString facts;
    QString time;
    bool isTimeBelow = false;
};

SecondLine secondLine(const QModelIndex &index, const QFont &font, int width)
{
    const QFontMetrics metrics(font);
    SecondLine second{.facts = index.data(ReviewQueueModel::SecondLineRole).toString(),
                      .time = index.data(ReviewQueueModel::TimeRole).toString()};
    second.isTimeBelow = metrics.horizontalAdvance(second.facts) + gap + metrics.horizontalAdvance(second.time) > width
        && !second.facts.isEmpty();
    return second;
}

} // namespace

void QueueDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const QRect inside = insideOf(option.rect);
    painter->save();
    if (!index.parent().isValid()) {
        QFont font = smallFont(option);
        font.setWeight(QFont::DemiBold);
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
    int top = inside.top() + above;
    const auto write = [&](const QString &text, const QFont &font, const QColor &ink, Qt::Alignment side) {
        const QFontMetrics metrics(font);
        painter->setFont(font);
        painter->setPen(ink);
        const QRect place(inside.left(), top, inside.width(), metrics.height());
        painter->drawText(place, int(side) | int(Qt::AlignVCenter) | int(Qt::TextSingleLine),
                          metrics.elidedText(text, Qt::ElideRight, place.width()));
        return metrics.height();
    };
    // Broken as when it is selected: a row must not grow because somebody looks at it.
    const QStringList title = linesOf(index.data().toString(), titleFont(option, true), inside.width(), mostTitleLines);
    for (const QString &line : title)
        top += write(line, titleFont(option, isSelected), palette.color(QPalette::Text), Qt::AlignLeft);
    top += between;
    const QFont small = smallFont(option);
    const SecondLine second = secondLine(index, small, inside.width());
    const int height = write(second.facts, small, mutedColour(palette), Qt::AlignLeft);
    if (second.isTimeBelow)
        top += height;
    write(second.time, small, mutedColour(palette), second.isTimeBelow ? Qt::AlignLeft : Qt::AlignRight);
    painter->restore();
    drawRowFocus(*painter, option, index);
}

QSize QueueDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    if (!index.parent().isValid())
        return {100, 38};
    const auto *tree = qobject_cast<const QTreeView *>(option.widget);
    const int width = insideOf(QRect(0, 0, tree ? tree->viewport()->width() : option.rect.width(), 100)).width();
    const qsizetype titleLines =
        linesOf(index.data().toString(), titleFont(option, true), qMax(40, width), mostTitleLines).size();
    const QFont small = smallFont(option);
    const int smallLines = secondLine(index, small, width).isTimeBelow ? 2 : 1;
    const int text = int(titleLines) * QFontMetrics(titleFont(option, true)).height() + between
        + smallLines * QFontMetrics(small).height();
    return {100, text + 2 * above};
}

} // namespace toasoan
