// The steps of the review page: how one is taken, told and taken back.
#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"
#include "ui/models/StepWatch.h"
#include "ui/review/ArticleReader.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/ReviewQuestions.h"
#include "ui/review/ReviewQueue.h"
#include "ui/review/ReviewSteps.h"
#include "ui/review/ReviewTexts.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Mnemonic.h"

#include <QTimer>

namespace toasoan {

void ReviewPage::takeStep(Step step)
{
    if (!m_view || m_isStepping || m_rest->isActive() || m_isGone || (vouches(step) && !canVouch()))
        return;
    // What vouches is of what is shown, never of what has arrived.
    const ArticleView &shown = m_newer && !vouches(step) ? *m_newer : *m_view;
    if (!contains((m_newer ? *m_newer : *m_view).allowedSteps, step))
        return;
    if (ReviewQuestions::asks(step, shown))
        m_questions->ask(step, shown);
    else
        submit(commandFor(step, shown.article, {}));
}

void ReviewPage::submit(const Command &command)
{
    const Step step = stepOf(command);
    const ArticleId id = articleOf(command);
    if (!m_view || id != m_id || m_isStepping)
        return; // another item stands here now
    if (vouches(step) && (!canVouch() || versionOf(command) != m_view->article.version))
        return; // a newer text came while a dialog was open: the banner says so
    const ArticleId neighbour = queue().neighbourOf(id);
    const Article before = (m_newer ? *m_newer : *m_view).article;
    m_isStepping = true;
    showSteps();
    m_source.submit(command, this, [this, id, neighbour, step, before](const Result<ArticleView> &view) {
        if (id == m_id)
            m_isStepping = false;
        if (view) {
            hearAnswer(step, before, neighbour, *view);
            return;
        }
        tell(Tone::Bad, errorText(view.error()));
        if (id == m_id) {
            showSteps();
            fetchItem();
        }
    });
}

// The item stays: nobody is taken to a text that he did not ask for, with a step under the same key and the same place.
void ReviewPage::hearAnswer(Step step, const Article &before, ArticleId neighbour, const ArticleView &view)
{
    const Article &article = view.article;
    if (article.id == m_id) {
        m_areKeysAsleep = true;
        m_wake->start();
        rest();
        takeItem(view);
    }
    std::vector<BannerAction> actions;
    if (step != Step::Claim && !(neighbour.isNull() && queue().firstOpen(article.id).isNull()))
        actions.push_back({tr("Next a&rticle"), [this, id = article.id, neighbour] { openNext(id, neighbour); }});
    if (const auto undone = undoOf(step, view.allowedSteps))
        actions.push_back({withoutMnemonic(stepText(*undone, article.state)), // its letter is that of the bar
                           [this, undone, article] { undo(*undone, article); }});
    m_result->hide(); // of the step before
    m_given = {.article = article.id, .actions = std::move(actions)};
    m_watch->follow(step, before, view);
    refresh(article.id);
}

void ReviewPage::undo(Step step, const Article &decided)
{
    m_result->hide(); // it is pressed once
    open(decided.id); // what it is about is seen
    if (step == Step::Unpublish) {
        ArticleView view;
        view.article = decided;
        m_questions->ask(step, view);
        return;
    }
    const auto hear = [this, step, decided](const Result<ArticleView> &view) {
        if (decided.id == m_id)
            m_isStepping = false;
        if (view) {
            hearAnswer(step, decided, {}, *view);
            return;
        }
        tell(Tone::Bad, errorText(view.error()));
        if (decided.id == m_id)
            fetchItem();
    };
    m_isStepping = true;
    showSteps();
    m_source.submit(commandFor(step, decided, {}), this, hear);
}

void ReviewPage::openNext(ArticleId after, ArticleId neighbour)
{
    const auto task = queue().taskOf(neighbour);
    const ArticleId next = task && *task != ReviewTask::Scheduled ? neighbour : queue().firstOpen(after);
    if (next.isNull())
        return;
    m_result->hide();
    open(next);
    m_queue->setFocus();
}

void ReviewPage::rest()
{
    m_rest->start();
    showSteps();
}

void ReviewPage::tellGiven(Tone tone, const QString &sentence, ArticleId article)
{
    tell(tone, sentence, article == m_given.article ? m_given.actions : std::vector<BannerAction>());
}

void ReviewPage::tell(Tone tone, const QString &text, std::vector<BannerAction> actions)
{
    actions.push_back({tr("Close"), [this] { m_result->hide(); }});
    m_result->showBanner(tone, text, actions);
    if (tone == Tone::Good)
        m_hideResult->start();
    else
        m_hideResult->stop(); // what went wrong stays until it is read
}

} // namespace toasoan
