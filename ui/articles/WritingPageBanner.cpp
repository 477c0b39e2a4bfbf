// What the writing page says above the sheet: the one thing about the article that a person has to know before he goes
// on, and what he can do about it.
#include "domain/ContentMerge.h"
#include "ui/articles/ArticleForm.h"
#include "ui/articles/SavedTrail.h"
#include "ui/articles/WriterQuestions.h"
#include "ui/articles/WritingPage.h"
#include "ui/editor/EditorView.h"
#include "ui/models/NewsText.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StandingText.h"
#include "ui/models/StepText.h"
#include "ui/models/TextKeeper.h"
#include "ui/review/ReviewTexts.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ErrorText.h"

#include <algorithm>
#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// Whether somebody wanted it otherwise, and said so: of that one wants to know before he goes on.
bool isGivenBack(const Article &article, const std::vector<Decision> &decisions)
{
    return !article.reason.isEmpty() || standingReturn(decisions);
}

// Nothing brings it back into anybody's hand but opening it anew: there is no later time to wait for.
bool isOver(State state)
{
    return !stepForward(state) && state != State::Scheduled;
}

} // namespace

void WritingPage::showBanner()
{
    const Article article = m_view ? m_view->articleAtServer() : Article(); // what waits is said beside it
    const std::vector<Decision> decisions = m_view ? m_view->decisions : std::vector<Decision>();
    QStringList standing(standingText(article, decisions, [this](UserId person) { return m_desk.nameOf(person); }));
    standing.append(colleagueText());
    standing.removeAll(QString());
    if (!standing.isEmpty())
        m_reason->showBanner(isGivenBack(article, decisions) ? Tone::Warning : Tone::Neutral, standing.join(u'\n'));
    else
        m_reason->hide();

    followWholeAct();
    noteMergedFields();
    const WaitingCommand *refused = m_view ? m_view->refused() : nullptr;
    if (m_keeper->error())
        m_banner->showBanner(Tone::Bad,
                             tr("What you typed could not be kept on this PC, so the article stays open. %1")
                                 .arg(errorText(*m_keeper->error())),
                             {{tr("Tr&y again"), [this] { m_keeper->keep(); }}});
    else if (m_view && m_view->isGone)
        m_banner->showBanner(Tone::Bad,
                             tr("This article is no longer at the server, or no longer yours to see. What you wrote is "
                                "still on this PC."),
                             {{tr("&Keep as a new draft"), [this] { keepAsNewDraft(); }}});
    else if (refused)
        showRefused(*refused);
    else if (m_stepError)
        m_banner->showBanner(Tone::Bad, errorText(*m_stepError), {{tr("Close"), [this] { endStepError(); }}});
    else if (m_refusal)
        m_banner->showBanner(Tone::Bad, errorText(*m_refusal));
    else if (m_mayWrite && !m_content.conflicts.empty())
        showFieldConflict(m_content.conflicts.front());
    else if (m_mayWrite && m_content.body.contains("\"conflict\"") && hasConflict(m_content))
        showBodyConflict();
    else if (m_view && m_view->hasWordsBeside())
        m_banner->showBanner(
            Tone::Warning,
            tr("%1: read-only for now. What you wrote last is not in version %2; it is kept on this PC.")
                .arg(stateText(article.state), QString::number(m_view->confirmedVersion)),
            {{tr("&Keep as a new draft"), [this] { keepAsNewDraft(); }}});
    else if (m_view && std::ranges::find(m_view->waiting, Step::Delete, &WaitingCommand::step) != m_view->waiting.end())
        m_banner->showBanner(Tone::Warning,
                             tr("You deleted this draft. It goes as soon as the server has heard of it."));
    else if (m_view && !m_mayWrite)
        showReadOnly();
    else if (m_view && m_mayWrite && article.state == State::AwaitingApproval
             && std::ranges::find(m_view->allowedSteps, Step::Approve) != m_view->allowedSteps.end())
        m_banner->showBanner(Tone::Neutral,
                             tr("This article waits for your approval. Once you have changed it, somebody "
                                "else has to look at it before you can approve it."));
    else
        m_banner->hide();
}

// Who writes in what somebody else has in hand knows that he is not alone.
QString WritingPage::colleagueText() const
{
    if (!m_view || !m_mayWrite || m_view->isGone)
        return {};
    const UserId editor = editorOf(m_view->article.state, m_view->article.trail);
    const bool isOther = !editor.isNull() && editor != m_desk.user().id && editor != m_view->article.author;
    const QString name = isOther ? m_desk.nameOf(editor) : QString();
    return name.isEmpty() ? QString() : tr("%1 is editing this article.").arg(name);
}

// Why nothing can be typed, and which of the buttons above lets him write on.
void WritingPage::showReadOnly()
{
    const auto &waiting = m_view->waiting;
    const auto given = std::find_if(waiting.rbegin(), waiting.rend(),
                                    [](const WaitingCommand &command) { return command.step != Step::Save; });
    // One banner, not two.
    const QString standing = m_reason->isHidden() ? QString() : m_reason->text();
    m_reason->hide();
    const Article there = m_view->articleAtServer();
    QStringList said(
        given != waiting.rend()
            ? tr("“%1” is on this PC, and the server does not have it yet. The article is read-only after this step.")
                  .arg(stepName(given->step))
            : (isOver(there.state) ? tr("%1: read-only.") : tr("%1: read-only for now.")).arg(stateText(there.state)));
    if (given == waiting.rend())
        said.append(nextStepText(there, m_desk.workflow(), m_desk.users(), m_desk.user().id));
    constexpr std::array openingIt{Step::Withdraw, Step::Revoke, Step::Claim, Step::Correct};
    const auto &allowed = m_view->allowedSteps;
    const auto opening =
        std::ranges::find_if(openingIt, [&](Step step) { return std::ranges::find(allowed, step) != allowed.end(); });
    if (opening != openingIt.end())
        said.append(tr("To go on writing, press “%1”.").arg(stepName(*opening, m_view->article.state)));
    else if (given == waiting.rend())
        said.append(reopeningText(there, m_desk.workflow(), m_desk.users(), m_desk.user().id));
    const bool isOfNote =
        given != waiting.rend() || (!standing.isEmpty() && isGivenBack(m_view->articleAtServer(), m_view->decisions));
    said.removeAll(QString()); // of what nobody has to go on with nothing is said
    QString text = said.join(u' ');
    if (!standing.isEmpty())
        text = standing + u'\n' + text;
    m_banner->showBanner(isOfNote ? Tone::Warning : Tone::Neutral, text);
}

void WritingPage::showRefused(const WaitingCommand &refused)
{
    const RequestId request = refused.request;
    const QString why = refused.refusal ? refusalText(*refused.refusal) : QString();
    const auto discard = [this, request] {
        m_desk.discard(request, this, [this](const Result<void> &discarded) {
            if (!discarded)
                fail(discarded.error());
        });
    };
    const QString text = tr("The server did not accept “%1”. %2").arg(stepName(refused.step), why).trimmed();
    // Nothing is lost when it is not sent, and of a text that is another by now it could never be accepted.
    if (refused.step == Step::Delete) {
        m_banner->showBanner(Tone::Bad, text, {{tr("&Keep the draft"), discard}});
        return;
    }
    m_banner->showBanner(Tone::Bad, text,
                         {{tr("Tr&y again"),
                           [this, request] {
                               keepAll([this, request](const Result<void> &kept) {
                                   if (kept)
                                       m_desk.retry(request, this, [this](const Result<void> &retried) {
                                           if (!retried)
                                               fail(retried.error());
                                       });
                               });
                           }},
                          {tr("&Keep as a new draft"), [this] { keepAsNewDraft(); }},
                          {tr("Di&scard"), [this, discard] { askDiscard(this, discard); }}});
}

// What the merge made stands in the field until somebody edits it; it looks like a text, and was on a portal once.
void WritingPage::noteMergedFields()
{
    const auto isSettled = [this](const auto &merged) {
        return merged.first.first != m_id
            || std::ranges::find(m_content.conflicts, merged.first.second) == m_content.conflicts.end();
    };
    std::erase_if(m_mergedFields, isSettled);
    for (const TextField field : m_content.conflicts)
        m_mergedFields.try_emplace({m_id, field}, m_content.*memberOf(field));
}

void WritingPage::showFieldConflict(TextField field)
{
    m_banner->showBanner(Tone::Warning, fieldConflictText(field),
                         {{tr("Go t&here"), [this, field] { m_form->focusField(field); }},
                          {tr("Mark as reso&lved"), [this, field] { settleField(field); }}});
}

void WritingPage::settleField(TextField field)
{
    const auto settle = [this, field] {
        std::erase(m_content.conflicts, field);
        fieldEdited();
        m_form->focusField(field);
    };
    const QString text = m_content.*memberOf(field);
    const auto merged = m_mergedFields.find({m_id, field});
    if (merged == m_mergedFields.end() || merged->second != text) {
        settle();
        return;
    }
    askKeepMerged(
        this, field, text,
        [settle, this, field, id = m_id, text] {
            if (m_id == id && m_content.*memberOf(field) == text)
                settle();
        },
        [this, field] { m_form->focusField(field); });
}

void WritingPage::showBodyConflict()
{
    const auto command = [this](const QString &name) {
        return [this, name] {
            editor().setFocus();
            editor().command(name);
        };
    };
    m_banner->showBanner(Tone::Warning,
                         tr("Two people changed the same words of the text. Both wordings are marked in it: choose "
                            "one at each place."),
                         {{tr("Ne&xt wording"), command(u"nextWording"_s)},
                          {tr("Keep thi&s one"), command(u"keepWording"_s)},
                          {tr("&Keep both"), command(u"keepWordings"_s)}});
}

} // namespace toasoan
