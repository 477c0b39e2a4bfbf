// The steps of the writing page: which there are, and how one is asked about, taken and told.
#include "ui/articles/ArticleForm.h"
#include "ui/articles/WriterChecklist.h"
#include "ui/articles/WriterQuestions.h"
#include "ui/articles/WriterSteps.h"
#include "ui/articles/WritingPage.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"
#include "ui/models/StepWatch.h"
#include "ui/models/TextKeeper.h"
#include "ui/widgets/ActionBar.h"

#include <algorithm>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

void WritingPage::showSteps()
{
    // A new draft of which the desk does not know yet can only be written.
    const WriterSteps can = m_view ? writerSteps(*m_view) : WriterSteps();
    std::vector<BarAction> actions;
    if (can.mayReview)
        actions.push_back({.id = u"review"_s,
                           .text = tr("Re&view…"),
                           .icon = u"stamp"_s,
                           .isPrimary = can.steps.empty(),
                           .about = m_id.toText(),
                           .act = [this] {
                               leave([this, id = m_id](const Result<void> &left) {
                                   if (left)
                                       emit reviewWanted(id);
                               });
                           }});
    for (const Step step : can.steps)
        actions.push_back({.id = u"step-"_s + toText(step),
                           .text = stepText(step, m_view->article.state),
                           .icon = stepIcon(step),
                           .isPrimary = isForward(step) && step == can.steps.back(),
                           .about = m_id.toText(),
                           .act = [this, step] { takeStep(step); }});
    m_mayWrite = can.mayWrite;
    showWritable(); // before the focus goes on from a step that is gone: what is closed does not scroll to its caret
    m_steps->setActions(std::move(actions));
    arrangeBar();
}

void WritingPage::takeStep(Step step)
{
    if (m_isStepping) // pressed again while the text is still being kept, or the step has no answer yet
        return;
    if (std::exchange(m_stepError, std::nullopt))
        showBanner();
    if (step == Step::Unpublish) { // what readers see is wrong: that waits for no text, whether it can be kept or not
        keepAll([](const Result<void> &) {});
        askStep(step);
        return;
    }
    m_isStepping = true;
    keepAll([this, step, id = m_id](const Result<void> &kept) {
        m_isStepping = false;
        if (kept && id == m_id && m_view)
            askStep(step);
    });
}

void WritingPage::askStep(Step step)
{
    if (vouches(step))
        return askForWord(step);
    const auto &reasoned = m_view->stepsWithReason;
    if (std::ranges::find(reasoned, step) != reasoned.end())
        askReason(this, step, m_view->article, m_desk.nameOf(m_view->article.author),
                  [this, id = m_id, step](const QString &reason) { submitCommand(writerCommand(id, step, reason)); });
    else
        submitCommand(writerCommand(m_id, step, {}));
}

void WritingPage::askForWord(Step step)
{
    m_checklist->ask(m_content, [this, step, id = m_id](const std::vector<Finding> &findings) {
        if (id != m_id || m_sheet != Sheet::Open)
            return;
        // What will surely be refused is said before the person gives his word.
        if (const auto refusal = refusalAtSubmit(findings)) {
            fail(refusal->error);
            m_form->leadTo(refusal->where);
            return;
        }
        askForTheWord(
            this, {.step = step, .title = m_content.title, .section = m_form->sectionName(), .findings = findings},
            [this, step, id, base = m_base, asked = m_content] {
                if (id != m_id)
                    return;
                if (m_base != base && m_content != asked) { // others' changes came in under the question
                    fail({ErrorCode::Conflict, u"article.contentHash"_s, {}});
                    return;
                }
                if (step == Step::Submit)
                    submitCommand(
                        Submit{.target = itemKey(id), .version = 0, .stateSecret = StateSecret::ConfirmedNone}, m_base);
                else
                    submitCommand(writerCommand(id, step, {}), m_base);
            },
            [this](const Finding &finding) { m_form->leadTo(finding); });
    });
}

void WritingPage::submitCommand(const Command &command, std::optional<TextBase> read)
{
    m_isStepping = true;
    m_keeper->give();
    m_desk.submit(
        command, this,
        [this, id = keyOf(command).id, step = stepOf(command), before = m_view ? m_view->article : Article(),
         edits = m_keeper->edits()](const Result<ArticleView> &view) {
            if (id != m_id) { // another stands here; which one it was about is said
                if (view)
                    m_watch->follow(step, before, *view);
                else
                    emit stepFailed(id, before.content.title, view.error());
                return;
            }
            m_isStepping = false;
            if (!view) {
                fail(view.error());
                return;
            }
            if (m_sheet != Sheet::Coming) { // what it is opened with says the same
                m_stepError.reset();
                hear(*view, edits);
                askAgain();
            }
            m_watch->follow(step, before, *view);
        },
        read);
}

void WritingPage::keepAsNewDraft()
{
    closeSheet([this, id = m_id](const Result<void> &closed) {
        if (!closed || id != m_id)
            return;
        m_desk.keepAsNewDraft(id, this, [this, id](const Result<ArticleId> &draft) {
            if (!draft && draft.error().code == ErrorCode::NotFound && id == m_id) {
                keepSheetAsNewDraft(); // all of it had been sent, and what was sent is gone
                return;
            }
            if (!draft) {
                if (id == m_id) {
                    setSheet(Sheet::Open);
                    fail(draft.error());
                }
                return;
            }
            openKept(id, *draft);
        });
    });
}

void WritingPage::openKept(ArticleId from, ArticleId draft)
{
    if (from == m_id) {
        if (m_view && m_view->isGone)
            emit lost(from);
        begin({});
    }
    emit done(tr("Your text is now a new draft."));
    emit openWanted(draft);
}

void WritingPage::keepSheetAsNewDraft()
{
    Content copy = m_content;
    copy.correction.clear();
    std::erase(copy.conflicts, TextField::Correction);
    const ArticleId fresh = m_desk.newArticle();
    m_desk.type(fresh, {}, copy, this, [this, id = m_id, fresh](const Result<void> &kept) {
        if (!kept) {
            if (id == m_id) {
                setSheet(Sheet::Open);
                fail(kept.error());
            }
            return;
        }
        m_desk.save(fresh);
        openKept(id, fresh);
    });
}

} // namespace toasoan
