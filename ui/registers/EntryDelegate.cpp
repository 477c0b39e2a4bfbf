#include "ui/registers/EntryDelegate.h"

#include "domain/Register.h"
#include "ui/models/ArticleListModel.h"
#include "ui/registers/EntryListModel.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/RowFocus.h"

#include <QPainter>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr int between = 2; // lines of a cell
constexpr int signSize = 14;

QFont smaller(QFont font)
{
    font.setPointSizeF(font.pointSizeF() - 0.5);
    return font;
}

} // namespace

void EntryDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const QPalette &palette = option.palette;
    const bool isSelected = option.state & QStyle::State_Selected;
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->save();
    if (isSelected)
        painter->fillRect(option.rect, toneGround(Tone::Accent, palette));
    painter->setPen(lineColour(palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    const bool isTitle = index.column() == 0;
    if (isSelected && isTitle)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          palette.color(QPalette::Highlight));

    const QRect inside = option.rect.adjusted(12, 0, -12, 0);
    const QVariant kind = index.data(EntryListModel::FieldRole);
    const QColor ink = isTitle ? palette.color(QPalette::Text) : mutedColour(palette);
    if (kind.isValid() && FieldKind(kind.toInt()) == FieldKind::Flag) {
        if (!index.data().toString().isEmpty())
            painter->drawPixmap(QPoint(inside.left(), inside.center().y() - 8),
                                iconPixmap(u"check"_s, palette.color(QPalette::Text), 16, ratio));
        painter->restore();
        drawRowFocus(*painter, option, index);
        return;
    }
    QFont font = option.font;
    if (isTitle)
        font.setWeight(QFont::Medium);
    const auto note = index.data(EntryListModel::NoteRole).value<LineNote>();
    const QFont noteFont = smaller(option.font);
    const int height = QFontMetrics(font).height();
    const int noteHeight = note.text.isEmpty() ? 0 : QFontMetrics(noteFont).height() + between;
    QRect place(inside.left(), inside.top() + (inside.height() - height - noteHeight) / 2, inside.width(), height);
    const bool isAddress = kind.isValid() && FieldKind(kind.toInt()) == FieldKind::Address;
    painter->setFont(font);
    painter->setPen(ink);
    // Of an address both ends say most: whose it is, and which page.
    painter->drawText(place, index.data(Qt::TextAlignmentRole).toInt(),
                      QFontMetrics(font).elidedText(index.data().toString().simplified(),
                                                    isAddress ? Qt::ElideMiddle : Qt::ElideRight, place.width()));
    if (!note.text.isEmpty()) {
        place = QRect(place.left(), place.bottom() + 1 + between, place.width(), noteHeight - between);
        const QColor noteInk = note.tone == Tone::Neutral ? mutedColour(palette) : toneColour(note.tone, palette);
        painter->drawPixmap(QPoint(place.left(), place.center().y() - signSize / 2),
                            iconPixmap(note.icon, noteInk, signSize, ratio));
        place.setLeft(place.left() + signSize + 6);
        painter->setFont(noteFont);
        painter->setPen(noteInk);
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(noteFont).elidedText(note.text, Qt::ElideRight, place.width()));
    }
    painter->restore();
    drawRowFocus(*painter, option, index);
}

QSize EntryDelegate::sizeHint(const QStyleOptionViewItem &option, const QModelIndex &) const
{
    return {100, rowHeight(option.font)};
}

int EntryDelegate::rowHeight(const QFont &font)
{
    return qMax(44, QFontMetrics(font).height() + QFontMetrics(smaller(font)).height() + between + 12);
}

} // namespace toasoan
