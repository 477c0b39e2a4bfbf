// The steps of the review page: which there are, and how one is taken, told and taken back.
#include "domain/ContentMerge.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"
#include "ui/models/StepWatch.h"
#include "ui/review/ArticleReader.h"
#include "ui/review/ChecklistStrip.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/ReviewQuestions.h"
#include "ui/review/ReviewQueue.h"
#include "ui/review/ReviewSteps.h"
#include "ui/review/ReviewTexts.h"
#include "ui/review/StepResults.h"
#include "ui/widgets/ActionBar.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Mnemonic.h"

#include <QLabel>
#include <QTimer>

namespace toasoan {

using namespace Qt::StringLiterals;

bool ReviewPage::canVouch() const
{
    // The hash names the stored text; where something typed on this PC is not saved yet, they are not the same.
    return m_view && !m_newer && m_reader->isSeen() && m_reader->isReadToEnd() && !m_isGone
        && !hasConflict(m_view->article.content) && contentHash(m_view->article.content) == m_view->article.contentHash;
}

bool ReviewPage::canTake(Step step) const
{
    return !vouches(step) || (canVouch() && !(step == Step::Approve && m_checklist->refuses()));
}

std::optional<Step> ReviewPage::primaryStep() const
{
    if (!m_view)
        return std::nullopt;
    const ArticleView &now = m_newer ? *m_newer : *m_view;
    return primaryStepOf(now.allowedSteps, now.article.state);
}

void ReviewPage::showSteps()
{
    std::vector<BarAction> actions;
    if (!m_view) {
        m_steps->setActions({});
        return;
    }
    const ArticleView &now = m_newer ? *m_newer : *m_view;
    const bool isOpen = !m_isGone && !m_isStepping && !m_rest->isActive();
    const auto primary = primaryStep();
    m_vouched->setText(vouchedText(now.allowedSteps));
    m_vouched->setToolTip(m_view->article.contentHash);
    if (contains(now.allowedSteps, Step::Save)) // the writing page saves; from here it is opened
        actions.push_back({.id = toText(Step::Save),
                           .text = tr("Open for ed&iting"),
                           .icon = u"pen-line"_s,
                           .isEnabled = isOpen,
                           .about = m_id.toText(),
                           .act = [this] { emit editWanted(m_id); }});
    for (const Step step : offeredSteps(now.allowedSteps, now.article.state)) {
        const bool isReady = canTake(step);
        actions.push_back({.id = toText(step),
                           .text = stepText(step, now.article.state),
                           .icon = stepIcon(step),
                           .isPrimary = step == primary,
                           .isEnabled = isOpen && isReady,
                           .toolTip = !isReady                       ? m_vouched->text()
                               : step == primary && !m_areKeysAsleep ? tr("Ctrl+Enter")
                                                                     : QString(),
                           .about = m_id.toText(),
                           .act = [this, step] { takeStep(step); }});
    }
    m_steps->setActions(std::move(actions));
}

// Why the step, which is this person's, cannot be taken yet.
QString ReviewPage::whyNotYet(Step step) const
{
    const Article &article = m_view->article;
    if (contentHash(article.content) != article.contentHash)
        return tr("This text is being saved; it can be approved as soon as that is done.");
    if (hasConflict(article.content))
        return tr("Somebody has to choose between two wordings first.");
    if (m_reader->unreadable())
        return tr("You cannot decide on a text that cannot be shown.");
    if (!vouches(step))
        return {};
    if (!m_reader->isSeen())
        return tr("You can decide once the text is shown here.");
    if (const int missing = m_reader->missingPictures(); !m_reader->isReadToEnd() && missing > 0)
        return tr("%Ln picture(s) of the article are not on this PC yet: “%1” can be pressed when you have seen them.",
                  "", missing)
            .arg(stepName(step));
    if (const int undrawn = m_reader->undrawnPictures(); !m_reader->isReadToEnd() && undrawn > 0)
        return tr("%Ln picture(s) of the article cannot be shown on this PC yet: “%1” can be pressed when you have "
                  "seen "
                  "them.",
                  "", undrawn)
            .arg(stepName(step));
    if (!m_reader->isReadToEnd() && m_reader->isAtEnd())
        return tr("Part of the text went by too quickly. Scroll up through it once more: then “%1” can be pressed.")
            .arg(stepName(step));
    if (!m_reader->isReadToEnd())
        return tr("Read to the end first: “%1” can be pressed when all of the text has been shown.")
            .arg(stepName(step));
    if (step == Step::Approve && m_checklist->refuses())
        return tr("“%1” can be pressed once what is listed above has been put right.").arg(stepName(step));
    return {};
}

// What the person answers for with a step here, or why he cannot yet, or who can.
QString ReviewPage::vouchedText(const std::vector<Step> &allowed) const
{
    const Article &article = m_view->article;
    const Article &now = (m_newer ? *m_newer : *m_view).article;
    const UserId me = m_source.actor().user;
    const auto next = stepForward(now.state);
    if (m_newer)
        return tr("You are reading version %1, which is no longer the newest.").arg(article.version);
    if (m_source.workflow().needsOtherEyes(now, m_source.actor()))
        return otherEyesText(now, m_source.workflow(), m_source.users(), me);
    if (!next || !contains(allowed, *next)) {
        if ((m_newer ? *m_newer : *m_view).atServer)
            return {}; // nobody can take what would be next: a step waits here, and the banner says so
        QStringList said(nextStepText(now, m_source.workflow(), m_source.users(), me));
        if (said.front().isEmpty() && allowed.empty())
            return tr("There is nothing for you to decide here.");
        const std::vector<Step> offered = offeredSteps(allowed, now.state);
        if (const auto step = std::ranges::find_if(offered, vouches); step != offered.end())
            said.append(whyNotYet(*step)); // beside the chain: an hour is set, and can be set anew
        said.removeAll(QString());
        return said.join(u' ');
    }
    if (const QString why = whyNotYet(*next); !why.isEmpty())
        return why;
    if (!m_reader->isSeen())
        return {};
    QString text = tr("Your decision applies to exactly this text: version %1 (fingerprint %2).")
                       .arg(QString::number(article.version), article.contentHash.left(8));
    Article sent = now;
    sent.state = State::AwaitingApproval;
    sent.trail.sentOnBy = me;
    vouch(sent.trail, me, sent.version);
    if (*next == Step::RequestApproval && m_source.workflow().needsOtherEyes(sent, m_source.actor()))
        text += u' ' + otherEyesText(sent, m_source.workflow(), m_source.users(), me);
    else if (*next == Step::RequestApproval && (now.trail.openedBy == me || now.trail.takenOverBy == me))
        text += u' ' + nextStepText(sent, m_source.workflow(), m_source.users(), me);
    return text;
}

void ReviewPage::takeStep(Step step)
{
    if (!m_view || m_isStepping || m_rest->isActive() || m_isGone || !canTake(step))
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
    const ArticleId id = keyOf(command).id;
    if (!m_view || id != m_id || m_isStepping)
        return; // another item stands here now
    if (!canTake(step) || (vouches(step) && versionOf(command) != m_view->article.version))
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
        tellFailure(before, view.error());
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
    std::optional<BannerAction> next;
    if (step != Step::Claim && !(neighbour.isNull() && queue().firstOpen(article.id).isNull()))
        next = BannerAction{tr("Next a&rticle"), [this, id = article.id, neighbour] { openNext(id, neighbour); }};
    std::optional<BannerAction> undoing;
    if (const auto undone = undoOf(step, view.allowedSteps))
        undoing = BannerAction{withoutMnemonic(stepText(*undone, article.state)), // its letter is that of the bar
                               [this, undone, article] { undo(*undone, article); }};
    m_results->endSaid(); // of the step before
    m_results->setActions(article.id, std::move(next), std::move(undoing));
    m_watch->follow(step, before, view);
    refresh(article.id);
}

void ReviewPage::undo(Step step, const Article &decided)
{
    m_results->endSaid(); // it is pressed once
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
        tellFailure(decided, view.error());
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
    const ArticleId next = task && isOpen(*task) ? neighbour : queue().firstOpen(after);
    if (next.isNull())
        return;
    m_results->endSaid();
    open(next);
    m_queue->setFocus();
}

void ReviewPage::rest()
{
    m_rest->start();
    showSteps();
}

// It stays when another article is opened: which one it is about is said.
void ReviewPage::tellFailure(const Article &article, const Error &error)
{
    m_results->tell(Tone::Bad, aboutArticle(article.content.title, errorText(error)), article.id);
}

} // namespace toasoan
