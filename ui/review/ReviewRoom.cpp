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
    if (fold != m_fold || m_checklistButton->text() != m_checklist->shortText()) {
        m_fold = fold;
        showFolded();
    }
    m_checklist->setFolded(m_fold != Fold::None && !m_isChecklistWanted);
    const int height = qMin(m_above->layout()->totalHeightForWidth(m_item->width()), roomAbove(leastShare));
    if (height != m_aboveArea->height() && height > 0)
        m_aboveArea->setFixedHeight(height);
}

void ReviewPage::showFolded()
{
    if (!m_view)
        return;
    const QString &given = m_view->article.content.title;
    const QString title = given.isEmpty() ? tr("Without a title") : given;
    const QString shown =
        m_fold == Fold::Title ? m_title->fontMetrics().elidedText(title, Qt::ElideRight, widthOfTitle()) : title;
    m_title->setText(shown);
    m_title->setToolTip(shown == title ? QString() : title);
    setLabel(m_checklistButton, m_checklist->shortText());
    m_checklistButton->setIcon(m_checklist->refuses() ? icon(u"circle-alert"_s, Tone::Bad)
                                                      : icon(u"triangle-alert"_s, Tone::Warning));
    m_checklistButton->setToolTip(m_checklist->text());
    m_checklistButton->setChecked(m_isChecklistWanted);
    m_checklistButton->setVisible(m_fold != Fold::None && !m_checklist->text().isEmpty());
}

int ReviewPage::widthOfTitle() const
{
    const QMargins margins = m_above->layout()->contentsMargins();
    constexpr int gap = 6;
    const int scrollBar = m_aboveArea->verticalScrollBar()->sizeHint().width(); // it may come
    return m_item->width() - margins.left() - margins.right() - m_beside->sizeHint().width() - gap - scrollBar;
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

int ReviewPage::heightAbove(Fold fold) const
{
    const QMargins margins = m_above->layout()->contentsMargins();
    const int width = m_item->width() - margins.left() - margins.right();
    const int gap = m_above->layout()->spacing();
    const QString &text = m_view->article.content.title;
    const QRect title = m_title->fontMetrics().boundingRect(QRect(0, 0, widthOfTitle(), 0), Qt::TextWordWrap, text);
    const int line = m_title->fontMetrics().lineSpacing();
    int height = margins.top() + qMax(m_beside->sizeHint().height(), fold == Fold::Title ? line : title.height());
    const bool hasChecklist = !m_checklist->text().isEmpty();
    const int facts = m_facts->heightForWidth(width);
    height += gap + (hasChecklist && fold != Fold::None ? qMax(facts, m_checklistButton->sizeHint().height()) : facts);
    if (!m_banner->isHidden())
        height += gap + m_banner->heightForWidth(width);
    if (hasChecklist && (fold == Fold::None || m_isChecklistWanted))
        height += gap + m_checklist->heightForWidth(width);
    return height;
}

} // namespace toasoan
