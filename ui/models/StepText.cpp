#include "ui/models/StepText.h"

#include <QCoreApplication>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct StepText
{
    Q_DECLARE_TR_FUNCTIONS(StepText)
};

// What readers do not have is not corrected: it is opened again.
bool isCorrected(State from)
{
    return from != State::Refused && from != State::Unpublished;
}

// What an article is called begins with a small letter, for within a sentence.
QString asSentence(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

} // namespace

QString stepText(Step step, State from)
{
    switch (step) {
    case Step::Save:
        return StepText::tr("&Save");
    case Step::Submit:
        return StepText::tr("Sub&mit for approval");
    case Step::Withdraw:
        return StepText::tr("W&ithdraw");
    case Step::Claim:
        return StepText::tr("&Accept for editing");
    case Step::RequestApproval:
        return StepText::tr("Request a&pproval");
    case Step::ReturnToAuthor:
        return StepText::tr("Return to a&uthor");
    case Step::ReturnToEditor:
        return StepText::tr("Return to &editor");
    case Step::Refuse:
        return StepText::tr("Reje&ct");
    case Step::Approve:
        return StepText::tr("&Approve");
    case Step::Schedule:
        return StepText::tr("Sc&hedule…");
    case Step::Unschedule:
        return StepText::tr("Cance&l schedule");
    case Step::Publish:
        return StepText::tr("&Publish now");
    case Step::Unpublish:
        return StepText::tr("Take &down");
    case Step::Correct:
        return isCorrected(from) ? StepText::tr("&Correct") : StepText::tr("Reopen &for editing…");
    case Step::Revoke:
        return StepText::tr("Take &back");
    case Step::Delete:
        return StepText::tr("De&lete the draft…");
    }
    Q_UNREACHABLE();
}

QString stepName(Step step, std::optional<State> from)
{
    switch (step) {
    case Step::Save:
        return StepText::tr("Save");
    case Step::Submit:
        return StepText::tr("Submit for approval");
    case Step::Withdraw:
        return StepText::tr("Withdraw");
    case Step::Claim:
        return StepText::tr("Accept for editing");
    case Step::RequestApproval:
        return StepText::tr("Request approval");
    case Step::ReturnToAuthor:
        return StepText::tr("Return to author");
    case Step::ReturnToEditor:
        return StepText::tr("Return to editor");
    case Step::Refuse:
        return StepText::tr("Reject");
    case Step::Approve:
        return StepText::tr("Approve");
    case Step::Schedule:
        return StepText::tr("Schedule");
    case Step::Unschedule:
        return StepText::tr("Cancel schedule");
    case Step::Publish:
        return StepText::tr("Publish");
    case Step::Unpublish:
        return StepText::tr("Take down");
    case Step::Correct:
        return from && isCorrected(*from) ? StepText::tr("Correct") : StepText::tr("Reopen for editing");
    case Step::Revoke:
        return StepText::tr("Take back");
    case Step::Delete:
        return StepText::tr("Delete the draft");
    }
    Q_UNREACHABLE();
}

std::vector<QString> stepNames(const std::vector<Decision> &decisions)
{
    std::vector<QString> names;
    State from = State::Draft; // as far as it changes what a step is called
    for (const Decision &decision : decisions) {
        names.push_back(stepName(decision.step, from));
        if (decision.step != Step::Save)
            from = decision.step == Step::Refuse   ? State::Refused
                : decision.step == Step::Unpublish ? State::Unpublished
                                                   : State::Published;
    }
    return names;
}

QString stepIcon(Step step)
{
    switch (step) {
    case Step::Save:
        return u"save"_s;
    case Step::Submit:
    case Step::RequestApproval:
        return u"send"_s;
    case Step::Withdraw:
    case Step::Unschedule:
    case Step::Revoke:
        return u"undo-2"_s;
    case Step::Claim:
        return u"inbox"_s;
    case Step::ReturnToAuthor:
    case Step::ReturnToEditor:
        return u"corner-up-left"_s;
    case Step::Refuse:
        return u"circle-x"_s;
    case Step::Approve:
        return u"badge-check"_s;
    case Step::Schedule:
        return u"calendar-clock"_s;
    case Step::Publish:
        return u"globe"_s;
    case Step::Unpublish:
        return u"circle-slash"_s;
    case Step::Correct:
        return u"pen-line"_s;
    case Step::Delete:
        return u"trash-2"_s;
    }
    Q_UNREACHABLE();
}

QString quotedTitle(const QString &title)
{
    return title.isEmpty() ? StepText::tr("the untitled article") : StepText::tr("“%1”").arg(title);
}

QString stepHeading(Step step, State from, const QString &title)
{
    return u"%1: %2"_s.arg(stepName(step, from), title.isEmpty() ? quotedTitle(title) : u"“%1”"_s.arg(title));
}

QString aboutArticle(const QString &title, const QString &sentence)
{
    return asSentence(
        StepText::tr("%1: %2", "an article, and what there is to say about it").arg(quotedTitle(title), sentence));
}

QString doneText(Step step, State from, const QString &title)
{
    const QString article = quotedTitle(title);
    switch (step) {
    case Step::Save:
        return StepText::tr("You saved %1.").arg(article);
    case Step::Submit:
        return StepText::tr("You submitted %1 for approval.").arg(article);
    case Step::Withdraw:
        return StepText::tr("You withdrew %1.").arg(article);
    case Step::Approve:
        return StepText::tr("You approved %1.").arg(article);
    case Step::Publish:
        return StepText::tr("You published %1.").arg(article);
    case Step::RequestApproval:
        return StepText::tr("You sent %1 to the chair for approval.").arg(article);
    case Step::Claim:
        return StepText::tr("You accepted %1 for editing.").arg(article);
    case Step::Schedule:
        return StepText::tr("You scheduled %1.").arg(article);
    case Step::Unschedule:
        return StepText::tr("You cancelled the schedule of %1.").arg(article);
    case Step::ReturnToEditor:
        return StepText::tr("You returned %1 to its editor.").arg(article);
    case Step::ReturnToAuthor:
        return StepText::tr("You returned %1 to its author.").arg(article);
    case Step::Refuse:
        return StepText::tr("You refused %1.").arg(article);
    case Step::Correct:
        return isCorrected(from) ? StepText::tr("You opened %1 for correction.").arg(article)
                                 : StepText::tr("You opened %1 for editing again.").arg(article);
    case Step::Unpublish:
        return StepText::tr("You took down %1.").arg(article);
    case Step::Revoke:
        return StepText::tr("You took back the decision on %1.").arg(article);
    case Step::Delete:
        return StepText::tr("You deleted %1.").arg(article);
    }
    Q_UNREACHABLE();
}

namespace {

// What is not so yet, where that has to be known; nothing of the others.
QString notYetText(Step step, const QString &article)
{
    switch (step) {
    case Step::Publish:
        return StepText::tr("%1 is not published yet: readers do not have this version.").arg(article);
    case Step::Unpublish:
        return StepText::tr("%1 is not taken down yet: readers still see it.").arg(article);
    case Step::Schedule:
        return StepText::tr("%1 is not scheduled yet.").arg(article);
    case Step::Unschedule:
        return StepText::tr("The schedule of %1 is not cancelled yet: it will still be published at its hour.")
            .arg(article);
    case Step::Withdraw:
        return StepText::tr("%1 is not withdrawn yet: the editors still have it.").arg(article);
    case Step::Save:
    case Step::Submit:
    case Step::Claim:
    case Step::RequestApproval:
    case Step::ReturnToAuthor:
    case Step::ReturnToEditor:
    case Step::Refuse:
    case Step::Approve:
    case Step::Correct:
    case Step::Revoke:
    case Step::Delete:
        return {};
    }
    Q_UNREACHABLE();
}

} // namespace

QString waitingText(Step step, const QString &title, Sending sending)
{
    const QString article = quotedTitle(title);
    const QString consequence = notYetText(step, article);
    const bool isNamed = consequence.isEmpty(); // with where it waits
    const QString what = isNamed
        ? StepText::tr("“%1” of %2 has not reached the server yet.").arg(stepName(step), article)
        : asSentence(consequence);
    const QString onward = sending == Sending::Now ? StepText::tr("The step is being sent to the server.")
        : isNamed                                  ? StepText::tr("It is sent when the server can be reached.")
                  : StepText::tr("The step waits on this PC until the server can be reached.");
    return what + u' ' + onward;
}

QString reasonExplanation(Step step, State from)
{
    switch (step) {
    case Step::ReturnToAuthor:
        return StepText::tr("The author reads this reason and can change the article and submit it again.");
    case Step::ReturnToEditor:
        return StepText::tr("The editors read this reason; the article goes back to editing.");
    case Step::Refuse:
        return StepText::tr("The author and the editors read this reason. The article will not be published.");
    case Step::Unpublish:
        return StepText::tr("Readers will no longer see the article; its address will show a notice that it was "
                            "taken down. The reason is kept inside the board and is not shown.");
    case Step::Correct:
        return isCorrected(from)
            ? StepText::tr("The article is opened for editing again. What readers see stays until the correction is "
                           "approved and published.")
            : StepText::tr("The article is opened for editing again. Readers cannot see it until it is approved and "
                           "published.");
    case Step::Save:
    case Step::Submit:
    case Step::Withdraw:
    case Step::Claim:
    case Step::RequestApproval:
    case Step::Approve:
    case Step::Schedule:
    case Step::Unschedule:
    case Step::Publish:
    case Step::Revoke:
    case Step::Delete:
        break;
    }
    return {};
}

QString authorIsAwayText(const QString &author)
{
    return StepText::tr("The author %1 will not receive it: the account is closed, or has no role in this section any "
                        "more. An editor can then take the article over.")
        .arg(author);
}

} // namespace toasoan
