#include "ui/articles/ArticleDelegate.h"

#include "ui/models/ArticleListModel.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StateChip.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/RowFocus.h"

#include <QPainter>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int between = 2; // lines of a cell

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() - 0.5);
    return font;
}

// The chip, and below it what the state alone does not say.
void paintState(QPainter &painter, const QRect &inside, const QStyleOptionViewItem &option, const QModelIndex &index,
                const QColor &ground)
{
    const State state = index.data(ArticleListModel::LineRole).value<ArticleLine>().shownState();
    const QString note = index.data(ArticleListModel::NoteRole).value<LineNote>().text;
    const QFont font = smaller(option.font);
    const QFontMetrics metrics(font);
    const int chip = stateChipHeight;
    const int below = note.isEmpty() ? 0 : metrics.height() + between;
    const QRect place(inside.left(), inside.top() + (inside.height() - chip - below) / 2, inside.width(), chip);
    drawStateChip(painter, place, state, option.palette, option.font, painter.device()->devicePixelRatioF(), ground);
    if (note.isEmpty())
        return;
    painter.setFont(font);
    painter.setPen(mutedColour(option.palette));
    const QRect words(inside.left(), place.bottom() + 1 + between, inside.width(), metrics.height());
    painter.drawText(words, Qt::AlignVCenter | Qt::AlignLeft, metrics.elidedText(note, Qt::ElideRight, words.width()));
}

} // namespace

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto line = index.data(ArticleListModel::LineRole).value<ArticleLine>();
    const QPalette &palette = option.palette;
    const bool isSelected = option.state & QStyle::State_Selected;
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->save();
    const QColor ground = isSelected ? toneGround(Tone::Accent, palette) : palette.color(QPalette::Base);
    if (isSelected)
        painter->fillRect(option.rect, ground);
    painter->setPen(lineColour(palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (isSelected && index.column() == 0)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          palette.color(QPalette::Highlight));

    const QRect inside = option.rect.adjusted(12, 0, 12 - besideContent, 0);
    QFont font = option.font;
    QColor ink = palette.color(QPalette::Text);
    switch (ArticleListModel::Column(index.column())) {
    case ArticleListModel::Title:
        font.setWeight(line.news ? QFont::Bold : QFont::Medium);
        if (line.title.isEmpty()) {
            font.setItalic(true);
            ink = mutedColour(palette);
        }
        break;
    case ArticleListModel::StateColumn:
        paintState(*painter, inside, option, index, ground);
        painter->restore();
        drawRowFocus(*painter, option, index);
        return;
    case ArticleListModel::Author:
    case ArticleListModel::Section:
    case ArticleListModel::GenreColumn:
    case ArticleListModel::Updated:
        ink = mutedColour(palette);
        break;
    case ArticleListModel::ColumnCount:
        break;
    }
    const auto note = index.data(ArticleListModel::NoteRole).value<LineNote>();
    const QFont noteFont = smaller(option.font);
    const int height = QFontMetrics(font).height();
    const int noteHeight = note.text.isEmpty() ? 0 : QFontMetrics(noteFont).height() + between;
    QRect place(inside.left(), inside.top() + (inside.height() - height - noteHeight) / 2, inside.width(), height);
    const auto write = [painter](const QRect &where, const QString &text, const QFont &withFont,
                                 const QColor &withInk) {
        painter->setFont(withFont);
        painter->setPen(withInk);
        painter->drawText(where, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(withFont).elidedText(text, Qt::ElideRight, where.width()));
    };
    write(place, index.data().toString(), font, ink);
    if (!note.text.isEmpty()) {
        place = QRect(place.left(), place.bottom() + 1 + between, place.width(), noteHeight - between);
        const QColor noteInk = note.tone == Tone::Neutral ? mutedColour(palette) : toneColour(note.tone, palette);
        if (!note.icon.isEmpty()) {
            painter->drawPixmap(QPoint(place.left(), place.center().y() - 7),
                                iconPixmap(note.icon, noteInk, 14, ratio));
            place.setLeft(place.left() + 20);
        }
        write(place, note.text, noteFont, noteInk);
    }
    painter->restore();
    drawRowFocus(*painter, option, index);
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, rowHeight(option.font)};
}

int ArticleDelegate::rowHeight(const QFont &font)
{
    return qMax(
        46, qMax(stateChipHeight, QFontMetrics(font).height()) + QFontMetrics(smaller(font)).height() + between + 14);
}

} // namespace toasoan
