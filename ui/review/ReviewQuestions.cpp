#include "ui/review/ReviewQuestions.h"

#include "text/NewsroomZone.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"
#include "ui/review/ReviewSteps.h"
#include "ui/review/ReviewTexts.h"
#include "ui/review/ScheduleDialog.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/ReasonDialog.h"

#include <QMessageBox>
#include <QPushButton>

namespace toasoan {

using namespace Qt::StringLiterals;

Command commandFor(Step step, const Article &shown, const QString &reason)
{
    if (step == Step::Approve)
        return Approve{
            .target = itemKey(shown.id), .version = shown.version, .contentHash = shown.contentHash, .note = reason};
    if (step == Step::Unpublish)
        return Unpublish{.target = itemKey(shown.id), .version = shown.version, .reason = reason};
    if (step == Step::Publish)
        return Publish{.target = itemKey(shown.id), .version = shown.version};
    return Move{.target = itemKey(shown.id), .version = shown.version, .step = step, .reason = reason};
}

ReviewQuestions::ReviewQuestions(const ReviewSource &source, QWidget *page)
    : QObject(page)
    , m_source(source)
    , m_page(page)
{ }

bool ReviewQuestions::asks(Step step, const ArticleView &shown)
{
    return step == Step::Publish || step == Step::Schedule || step == Step::Unpublish
        || contains(shown.stepsWithReason, step);
}

void ReviewQuestions::ask(Step step, const ArticleView &shown)
{
    close();
    if (step == Step::Schedule)
        m_open = askHour(shown);
    else if (step == Step::Publish)
        m_open = askPublish(shown);
    else
        m_open = askReason(step, shown);
    keepWhole(m_open);
    m_open->open();
}

void ReviewQuestions::close()
{
    if (m_open)
        m_open->reject();
}

QDialog *ReviewQuestions::askReason(Step step, const ArticleView &shown)
{
    const Article &article = shown.article;
    QString explanation = reasonExplanation(step, article.state);
    if (step == Step::ReturnToAuthor && article.trail.isAuthorAway)
        explanation = authorIsAwayText(m_source.personName(article.author));
    auto *dialog = new ReasonDialog({.title = stepHeading(step, article.state, article.content.title),
                                     .explanation = explanation,
                                     .confirm = stepText(step, article.state),
                                     .about = toText(step) + article.id.toText()},
                                    m_page);
    connect(dialog, &ReasonDialog::reasonGiven, this,
            [this, step, article](const QString &reason) { emit wanted(commandFor(step, article, reason)); });
    return dialog;
}

QDialog *ReviewQuestions::askPublish(const ArticleView &shown)
{
    const Article &article = shown.article;
    const QString title = quotedTitle(article.content.title);
    const QString text = article.state == State::Scheduled && article.scheduledAt
        ? tr("Publish %1 now, and not at its hour, %2? Everybody can read it as soon as the server has the step.")
              .arg(title, momentWords(*article.scheduledAt))
        : tr("Publish %1 now? Everybody can read it as soon as the server has the step.").arg(title);
    auto *question = new QMessageBox(QMessageBox::Question, tr("Publish now"), text, QMessageBox::NoButton, m_page);
    question->setTextFormat(Qt::PlainText);
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(stepText(Step::Publish, article.state), QMessageBox::AcceptRole);
    QPushButton *no = question->addButton(tr("&Cancel"), QMessageBox::RejectRole);
    yes->setObjectName(u"publishNow"_s);
    // Enter, held or pressed once more, does not publish: the yes is a key or a click of its own.
    question->setDefaultButton(no);
    question->setEscapeButton(no);
    connect(yes, &QPushButton::clicked, this, [this, article] { emit wanted(commandFor(Step::Publish, article, {})); });
    return question;
}

QDialog *ReviewQuestions::askHour(const ArticleView &shown)
{
    const Article &article = shown.article;
    auto *dialog = new ScheduleDialog(
        article.content.title, [this] { return m_source.now(); }, article.scheduledAt, newsroomZone(), m_page);
    connect(dialog, &ScheduleDialog::hourChosen, this, [this, id = article.id, version = article.version](Instant at) {
        emit wanted(Schedule{.target = itemKey(id), .version = version, .at = at});
    });
    return dialog;
}

} // namespace toasoan
