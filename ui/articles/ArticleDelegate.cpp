#include "ui/articles/ArticleDelegate.h"

#include "ui/articles/StateChip.h"
#include "ui/models/ArticleListModel.h"
#include "ui/models/NewsroomText.h"
#include "ui/widgets/Icon.h"

#include <QPainter>

namespace toasoan {

using namespace Qt::StringLiterals;

void ArticleDelegate::paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const
{
    const auto line = index.data(ArticleListModel::LineRole).value<ArticleLine>();
    const QPalette &palette = option.palette;
    const bool isSelected = option.state & QStyle::State_Selected;
    const qreal ratio = painter->device()->devicePixelRatioF();
    painter->save();
    if (isSelected)
        painter->fillRect(option.rect, toneGround(Tone::Accent, palette));
    painter->setPen(lineColour(palette));
    painter->drawLine(option.rect.bottomLeft(), option.rect.bottomRight());
    if (isSelected && index.column() == 0)
        painter->fillRect(QRect(option.rect.topLeft(), QSize(3, option.rect.height())),
                          palette.color(QPalette::Highlight));

    const QRect inside = option.rect.adjusted(12, 0, -6, 0);
    const QString text = index.data().toString();
    QFont font = option.font;
    QColor ink = palette.color(QPalette::Text);
    switch (ArticleListModel::Column(index.column())) {
    case ArticleListModel::Title:
        font.setWeight(QFont::Medium);
        if (line.title.isEmpty()) {
            font.setItalic(true);
            ink = mutedColour(palette);
        }
        break;
    case ArticleListModel::StateColumn:
        drawStateChip(*painter, inside, line.state, palette, option.font, ratio);
        painter->restore();
        return;
    case ArticleListModel::Saved: {
        const SavedMark mark = savedMark(line);
        const QRect place = inside.adjusted(22, 0, 0, 0);
        ink = toneColour(mark.tone, palette);
        painter->drawPixmap(QPoint(inside.left(), inside.center().y() - 7), iconPixmap(mark.icon, ink, 16, ratio));
        painter->setFont(font);
        painter->setPen(ink);
        painter->drawText(place, Qt::AlignVCenter | Qt::AlignLeft,
                          QFontMetrics(font).elidedText(text, Qt::ElideRight, place.width()));
        painter->restore();
        return;
    }
    case ArticleListModel::Section:
    case ArticleListModel::GenreColumn:
    case ArticleListModel::Updated:
        ink = mutedColour(palette);
        break;
    case ArticleListModel::ColumnCount:
        break;
    }
    painter->setFont(font);
    painter->setPen(ink);
    painter->drawText(inside, Qt::AlignVCenter | Qt::AlignLeft,
                      QFontMetrics(font).elidedText(text, Qt::ElideRight, inside.width()));
    painter->restore();
}

QSize ArticleDelegate::sizeHint(const QStyleOptionViewItem &, const QModelIndex &) const
{
    return {100, 46};
}

} // namespace toasoan
