#include "ui/models/NewsText.h"

#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"

#include <QCoreApplication>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(NewsText)
};

// %1 is the person.
QString shortText(const News &news)
{
    switch (news.step) {
    case Step::ReturnToAuthor:
    case Step::ReturnToEditor:
        return Texts::tr("%1 returned it");
    case Step::Refuse:
        return Texts::tr("%1 rejected it");
    case Step::Approve:
        return Texts::tr("%1 approved it");
    case Step::Publish:
        return news.isAgain ? Texts::tr("The correction is on the portal") : Texts::tr("It is on the portal");
    case Step::Unschedule:
        return Texts::tr("It could not be published at its hour");
    case Step::Unpublish:
        return Texts::tr("%1 took it down");
    case Step::Correct:
        return Texts::tr("%1 opened it for correction");
    case Step::Revoke:
        return Texts::tr("%1 took the decision back");
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
    case Step::Claim:
    case Step::RequestApproval:
    case Step::Schedule:
    case Step::Delete:
    case Step::Close:
    case Step::Reopen:
        break; // decides nothing
    }
    return u"%1: "_s + stepName(news.step);
}

// %1 is the person, %2 the title in quotation marks.
QString longText(const News &news)
{
    switch (news.step) {
    case Step::ReturnToAuthor:
    case Step::ReturnToEditor:
        return Texts::tr("%1 returned %2.");
    case Step::Refuse:
        return Texts::tr("%1 rejected %2.");
    case Step::Approve:
        return Texts::tr("%1 approved %2.");
    case Step::Publish:
        return news.isAgain ? Texts::tr("The correction of %2 is on the portal.") : Texts::tr("%2 is on the portal.");
    case Step::Unschedule:
        return u"%2: "_s;
    case Step::Unpublish:
        return Texts::tr("%1 took %2 down.");
    case Step::Correct:
        return Texts::tr("%1 opened %2 for correction.");
    case Step::Revoke:
        return Texts::tr("%1 took back the decision on %2.");
    case Step::Submit:
        return Texts::tr("%1 submitted %2.");
    case Step::Withdraw:
        return Texts::tr("%1 withdrew %2.");
    case Step::Claim:
        return Texts::tr("%1 accepted %2 for editing.");
    case Step::RequestApproval:
        return Texts::tr("%1 requested approval of %2.");
    case Step::Schedule:
        return Texts::tr("%1 scheduled %2.");
    case Step::Close:
        return Texts::tr("%1 closed %2.");
    case Step::Reopen:
        return Texts::tr("%1 opened %2 again.");
    case Step::Save:
    case Step::Delete:
        break;
    }
    return u"%1: %2 – "_s + stepName(news.step);
}

// Titles and names may hold what looks like a place to fill in.
QString filled(QString text, const QString &by, const QString &title)
{
    const QString person = by.isEmpty() ? Texts::tr("Somebody else") : by;
    const qsizetype first = text.indexOf("%1"_L1);
    const qsizetype second = text.indexOf("%2"_L1);
    if (second > first) { // the later one first: places stay what they are
        text.replace(second, 2, title);
        return first < 0 ? text : text.replace(first, 2, person);
    }
    if (first >= 0)
        text.replace(first, 2, person);
    return second < 0 ? text : text.replace(second, 2, title);
}

} // namespace

QString newsText(const News &news, const QString &by)
{
    return filled(shortText(news), by, {});
}

QString newsSentence(const ArticleNews &news, const QString &by)
{
    const QString title = news.title.isEmpty() ? Texts::tr("an article without a title") : u"“%1”"_s.arg(news.title);
    const QString text = filled(longText(news.news), by, title);
    const QString reason = reasonText(news.news.reason);
    if (reason.isEmpty() || news.news.step == Step::Unschedule) // that one's text is what is told
        return text + reason;
    const QString sentence = text.endsWith(u'.') ? text : QString(text + u'.');
    return sentence + u' ' + Texts::tr("Reason: %1").arg(reason);
}

QString overtakenSentence(const OvertakenStep &step, const QString &by)
{
    const QString untitled =
        step.noun == nouns::article ? Texts::tr("an article without a title") : Texts::tr("an entry without a name");
    const QString title = step.title.isEmpty() ? untitled : u"“%1”"_s.arg(step.title);
    if (step.step == Step::Claim && step.by.step == Step::Claim)
        return filled(Texts::tr("%1 had accepted %2 for editing first."), by, title);
    News done = step.by;
    done.reason.clear();
    QString sentence = step.by.step == Step::Unschedule
        ? filled(Texts::tr("%1 cancelled the schedule of %2."), by, title)
        : filled(longText(done), by, title);
    return Texts::tr("“%1” was not needed any more.").arg(stepName(step.step)) + u' ' + sentence;
}

Tone newsTone(Step step)
{
    const bool isGood = step == Step::Approve || step == Step::Publish;
    return isGood ? Tone::Good : Tone::Warning;
}

bool isUnsent(const ArticleLine &line)
{
    return line.refused || line.waiting > 0 || line.saved == SavedState::OnThisPc;
}

UserId editorOf(const ArticleLine &line)
{
    return editorOf(line.state, line.trail);
}

UserId editorOf(State state, const Trail &trail)
{
    if (state != State::InEditing)
        return {};
    switch (trail.last) {
    case Step::Claim:
    case Step::Correct:
    case Step::Revoke:
        return trail.lastBy;
    case Step::ReturnToEditor: // to whoever had sent it on
        return trail.sentOnBy;
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
    case Step::RequestApproval:
    case Step::ReturnToAuthor:
    case Step::Refuse:
    case Step::Approve:
    case Step::Schedule:
    case Step::Unschedule:
    case Step::Publish:
    case Step::Unpublish:
    case Step::Delete:
    case Step::Close:
    case Step::Reopen:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace toasoan
