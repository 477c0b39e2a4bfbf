// What the review page says above the text: one thing, the most pressing.
#include "domain/ContentMerge.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StandingText.h"
#include "ui/models/StepText.h"
#include "ui/models/StepWatch.h"
#include "ui/review/ArticleReader.h"
#include "ui/review/ReviewPage.h"
#include "ui/review/ReviewSteps.h"
#include "ui/review/ReviewTexts.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/Mnemonic.h"

namespace toasoan {

using namespace Qt::StringLiterals;

void ReviewPage::showBanner()
{
    if (!m_view) {
        m_banner->hide();
        return;
    }
    const ArticleView &now = m_newer ? *m_newer : *m_view;
    const Sending sending = sendingOver(m_source.connection(), m_source.signInState());
    const bool isSending = sending == Sending::Now;
    if (m_isGone) {
        m_banner->showBanner(Tone::Warning, tr("This article is no longer on the server, or no longer yours to see."));
    } else if (m_newer) {
        m_banner->showBanner(Tone::Warning,
                             tr("A newer version arrived while you were reading: %1. Read it before you decide.")
                                 .arg(versionName(m_newer->article.version)),
                             {{tr("&Show what changed"), [this] { m_reader->showDifference(); }},
                              {tr("Read the newer text"), [this] { readNewer(); }}});
    } else if (m_reader->unreadable()) {
        m_banner->showBanner(Tone::Bad, errorText(*m_reader->unreadable()));
    } else if (m_reader->hasGivenUp()) {
        m_banner->showBanner(Tone::Bad, tr("The reading view has stopped several times."),
                             {{tr("Sh&ow it again"), [this] { m_reader->showAgain(); }}});
    } else if (hasConflict(m_view->article.content)) {
        const std::vector<TextField> &fields = m_view->article.content.conflicts;
        const bool mayWrite = contains(now.allowedSteps, Step::Save);
        const QString what = fields.empty()
            ? tr("Two people changed the same words of the text, and nobody has chosen between them yet.")
            : tr("%1: two people wrote this differently, and nobody has chosen between the two wordings yet.")
                  .arg(fieldName(fields.front()));
        std::vector<BannerAction> actions;
        if (mayWrite)
            actions.push_back({withoutMnemonic(tr("Open for ed&iting")), // its letter is that of the bar
                               [this] { emit editWanted(m_id); }});
        m_banner->showBanner(Tone::Bad, tr("%1 The article cannot move on until this is resolved.").arg(what), actions);
    } else if (const WaitingCommand *refused = now.refused(); refused || m_hasWordsBeside) {
        QStringList said;
        std::vector<BannerAction> actions;
        if (refused)
            said.append(tr("The server did not accept “%1”; it stands in the outbox. %2")
                            .arg(stepName(refused->step),
                                 refusalText(refused->refusal.value_or(Error{ErrorCode::Internal, {}, {}}))));
        if (m_hasWordsBeside) {
            said.append(tr("What you wrote last is not in %1, which is shown here. It is kept on this PC.")
                            .arg(versionName(now.article.version)));
            actions.push_back({tr("Show what you wrote"), [this] { emit editWanted(m_id); }});
        }
        m_banner->showBanner(refused ? Tone::Bad : Tone::Warning, said.join(u' '), actions);
    } else if (now.waiting.size() == 1) {
        m_banner->showBanner(
            isSending ? Tone::Neutral : Tone::Warning,
            (isSending ? tr("“%1” is being sent to the server.")
                 : sending == Sending::AfterSignIn
                 ? tr("“%1” is waiting on this PC and will be sent once you sign in.")
                 : tr("“%1” is waiting on this PC and will be sent as soon as the server can be reached."))
                .arg(stepName(now.waiting.front().step)));
    } else if (!now.waiting.empty()) {
        QStringList names;
        for (const WaitingCommand &command : now.waiting)
            names.append(u"“%1”"_s.arg(stepName(command.step)));
        m_banner->showBanner(
            isSending ? Tone::Neutral : Tone::Warning,
            (isSending ? tr("These are being sent to the server, in this order: %1.")
                 : sending == Sending::AfterSignIn
                 ? tr("These are waiting on this PC, in this order, and will be sent once you sign in: %1.")
                 : tr("These are waiting on this PC, in this order, and will be sent as soon "
                      "as the server can be reached: %1."))
                .arg(names.join(u", "_s)));
    } else if (isBeingCorrected(now.article)) {
        const QString reason = correctionReason(now.article, now.decisions);
        const QString live = versionName(liveVersion(now.article));
        QString text = reason.isEmpty()
            ? tr("A correction of what readers see, %1.").arg(live)
            : tr("A correction of what readers see, %1. Reason: %2").arg(live, reasonText(reason));
        if (now.article.version == now.article.publication->version)
            text = tr("The text is still the one that readers have.") + u' ' + text;
        if (const auto given = standingReturn(now.decisions))
            text += u'\n' + returnText(*given, m_source.personName(given->actor));
        m_banner->showBanner(Tone::Neutral, text);
    } else if (!now.article.reason.isEmpty()) {
        m_banner->showBanner(Tone::Neutral, tr("Reason given last: %1").arg(reasonText(now.article.reason)));
    } else {
        m_banner->hide();
    }
}

} // namespace toasoan
