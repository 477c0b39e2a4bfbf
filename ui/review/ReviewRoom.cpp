// How the review page shares its room: what stands around the text that is decided on is folded, and at last scrolls,
// so that the text can be read.
#include "ui/review/ArticleReader.h"
#include "ui/review/ChecklistStrip.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/StepResults.h"
#include "ui/widgets/ActionBar.h"
#include "ui/widgets/ButtonLabel.h"
#include "ui/widgets/Icon.h"

#include <QLabel>
#include <QPushButton>
#include <QResizeEvent>
#include <QScrollArea>
#include <QScrollBar>
#include <QVBoxLayout>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// Of the height of the page, for the text.
constexpr double wantedShare = 0.45; // for this the head is folded
constexpr double leastShare = 0.3; // for this it scrolls; more would hide a banner that has to be answered first
constexpr int besideName = 6; // between the title, or what is said of the item, and what stands beside it

} // namespace

void ReviewPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    placeResults();
    shareRoom();
}

bool ReviewPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_above && event->type() == QEvent::LayoutRequest)
        m_above->layout()->activate(); // what is measured is what stands there now
    if (event->type() == QEvent::LayoutRequest || (watched == m_item && event->type() == QEvent::Resize))
        shareRoom();
    return QWidget::eventFilter(watched, event);
}

// On a low screen the text has the room of the page's name, which the sidebar says too, and of what became of the
// steps, which then stands above the queue.
void ReviewPage::placeResults()
{
    constexpr int low = 640;
    const bool isLow = height() < low;
    m_head->setVisible(!isLow);
    const bool isLeft = m_left->indexOf(m_results) >= 0;
    if (isLow && !isLeft)
        m_left->insertWidget(0, m_results);
    else if (!isLow && isLeft)
        static_cast<QVBoxLayout *>(layout())->insertWidget(1, m_results);
}

void ReviewPage::shareRoom()
{
    if (!m_view)
        return;
    const int wanted = roomAbove(wantedShare);
    const Fold fold = heightAbove(Fold::None) <= wanted ? Fold::None
        : heightAbove(Fold::Checklist) <= wanted        ? Fold::Checklist
                                                        : Fold::Title;
    m_fold = fold;
    showFolded();
    m_checklist->setFolded(m_fold != Fold::None && !m_isChecklistWanted);
    const int height = qMin(m_above->layout()->totalHeightForWidth(m_item->width()),
                            qMax(roomAbove(leastShare), heightOfName(m_fold)));
    if (height != m_aboveArea->height() && height > 0)
        m_aboveArea->setFixedHeight(height);
}

void ReviewPage::showFolded()
{
    if (!m_view)
        return;
    const QString &given = m_view->article.content.title;
    const QString title = given.isEmpty() ? tr("Without a title") : given;
    const auto show = [this](QLabel *label, const QString &text, int width) {
        const QString shown =
            m_fold == Fold::Title ? label->fontMetrics().elidedText(text, Qt::ElideRight, width) : text;
        label->setText(shown);
        label->setToolTip(shown == text ? QString() : text);
    };
    show(m_title, title, widthOfName() - m_beside->sizeHint().width() - besideName);
    setLabel(m_checklistButton, m_checklist->shortText());
    m_checklistButton->setIcon(m_checklist->refuses() ? icon(u"circle-alert"_s, Tone::Bad)
                                                      : icon(u"triangle-alert"_s, Tone::Warning));
    m_checklistButton->setToolTip(m_checklist->text());
    m_checklistButton->setChecked(m_isChecklistWanted);
    m_checklistButton->setVisible(m_fold != Fold::None && !m_checklist->text().isEmpty());
    const int button = m_checklistButton->isHidden() ? 0 : m_checklistButton->sizeHint().width() + besideName;
    show(m_facts, m_allFacts, widthOfName() - button);
}

int ReviewPage::widthOfName() const
{
    const QMargins margins = m_above->layout()->contentsMargins();
    const int scrollBar = m_aboveArea->verticalScrollBar()->sizeHint().width(); // it may come
    return m_item->width() - margins.left() - margins.right() - scrollBar;
}

// What is left for it if the text has this share of the page.
int ReviewPage::roomAbove(double share) const
{
    constexpr int besideBar = 8 + 6 + 12 + 2 * 6; // its margins, and what lies between it, the text and the head
    const QMargins margins = m_above->layout()->contentsMargins();
    const int width = m_item->width() - margins.left() - margins.right();
    const int bar = m_vouched->heightForWidth(width) + m_steps->heightForWidth(width) + besideBar;
    return m_item->height() - bar - m_reader->headHeight() - int(share * height());
}

// Of the title and of what is said of the item, with what stands beside them: this never scrolls away.
int ReviewPage::heightOfName(Fold fold) const
{
    const QMargins margins = m_above->layout()->contentsMargins();
    const int width = widthOfName();
    const int beside = m_beside->sizeHint().width() + besideName;
    const auto height = [fold](const QLabel *label, const QString &text, int room) {
        const QFontMetrics metrics = label->fontMetrics();
        return fold == Fold::Title ? metrics.lineSpacing()
                                   : metrics.boundingRect(QRect(0, 0, room, 0), Qt::TextWordWrap, text).height();
    };
    const bool hasButton = fold != Fold::None && !m_checklist->text().isEmpty();
    const QSize button = hasButton ? m_checklistButton->sizeHint() : QSize();
    return margins.top()
        + qMax(m_beside->sizeHint().height(), height(m_title, m_view->article.content.title, width - beside))
        + m_above->layout()->spacing()
        + qMax(button.height(), height(m_facts, m_allFacts, width - (hasButton ? button.width() + besideName : 0)));
}

int ReviewPage::heightAbove(Fold fold) const
{
    const QMargins margins = m_above->layout()->contentsMargins();
    const int width = m_item->width() - margins.left() - margins.right();
    const int gap = m_above->layout()->spacing();
    int height = heightOfName(fold);
    if (!m_banner->isHidden())
        height += gap + m_banner->heightForWidth(width);
    if (!m_checklist->text().isEmpty() && (fold == Fold::None || m_isChecklistWanted))
        height += gap + m_checklist->heightForWidth(width);
    return height;
}

} // namespace toasoan
