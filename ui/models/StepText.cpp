#include "ui/models/StepText.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

struct StepText
{
    Q_DECLARE_TR_FUNCTIONS(StepText)
};

// One row for each step, in the order of allSteps: what it is called on a button, with a mnemonic, and in a history;
// its icon; what was done, and what is not so yet where that has to be known while it waits; who reads its reason, and
// what follows, where that needs to be said.
struct StepWords
{
    Step step;
    const char *button;
    const char *name;
    const char *icon;
    StepPage page;
    const char *done;
    const char *notYet = nullptr;
    const char *reason = nullptr;
};

constexpr std::array<StepWords, allSteps.size()> stepWords{{
    {Step::Save, QT_TRANSLATE_NOOP("StepText", "&Save"), QT_TRANSLATE_NOOP("StepText", "Save"), "save",
     StepPage::Writing, QT_TRANSLATE_NOOP("StepText", "You saved %1.")},
    {Step::Submit, QT_TRANSLATE_NOOP("StepText", "Sub&mit for approval"),
     QT_TRANSLATE_NOOP("StepText", "Submit for approval"), "send", StepPage::Writing,
     QT_TRANSLATE_NOOP("StepText", "You submitted %1 for approval.")},
    {Step::Withdraw, QT_TRANSLATE_NOOP("StepText", "W&ithdraw"), QT_TRANSLATE_NOOP("StepText", "Withdraw"), "undo-2",
     StepPage::Writing, QT_TRANSLATE_NOOP("StepText", "You withdrew %1."),
     QT_TRANSLATE_NOOP("StepText", "%1 is not withdrawn yet: the editors still have it.")},
    {Step::Claim, QT_TRANSLATE_NOOP("StepText", "&Accept for editing"),
     QT_TRANSLATE_NOOP("StepText", "Accept for editing"), "inbox", StepPage::Writing,
     QT_TRANSLATE_NOOP("StepText", "You accepted %1 for editing.")},
    {Step::RequestApproval, QT_TRANSLATE_NOOP("StepText", "Request a&pproval"),
     QT_TRANSLATE_NOOP("StepText", "Request approval"), "send", StepPage::Writing,
     QT_TRANSLATE_NOOP("StepText", "You sent %1 to the chair for approval.")},
    {Step::ReturnToAuthor, QT_TRANSLATE_NOOP("StepText", "Return to a&uthor"),
     QT_TRANSLATE_NOOP("StepText", "Return to author"), "corner-up-left", StepPage::Writing,
     QT_TRANSLATE_NOOP("StepText", "You returned %1 to its author."), nullptr,
     QT_TRANSLATE_NOOP("StepText", "The author reads this reason and can change the article and submit it again.")},
    {Step::ReturnToEditor, QT_TRANSLATE_NOOP("StepText", "Return to &editor"),
     QT_TRANSLATE_NOOP("StepText", "Return to editor"), "corner-up-left", StepPage::Writing,
     QT_TRANSLATE_NOOP("StepText", "You returned %1 to its editor."), nullptr,
     QT_TRANSLATE_NOOP("StepText", "The editors read this reason; the article goes back to editing.")},
    {Step::Refuse, QT_TRANSLATE_NOOP("StepText", "Reje&ct"), QT_TRANSLATE_NOOP("StepText", "Reject"), "circle-x",
     StepPage::Review, QT_TRANSLATE_NOOP("StepText", "You refused %1."), nullptr,
     QT_TRANSLATE_NOOP("StepText", "The author and the editors read this reason. The article will not be published.")},
    {Step::Approve, QT_TRANSLATE_NOOP("StepText", "&Approve"), QT_TRANSLATE_NOOP("StepText", "Approve"), "badge-check",
     StepPage::Review, QT_TRANSLATE_NOOP("StepText", "You approved %1.")},
    {Step::Schedule, QT_TRANSLATE_NOOP("StepText", "Sc&hedule…"), QT_TRANSLATE_NOOP("StepText", "Schedule"),
     "calendar-clock", StepPage::Review, QT_TRANSLATE_NOOP("StepText", "You scheduled %1."),
     QT_TRANSLATE_NOOP("StepText", "%1 is not scheduled yet.")},
    {Step::Unschedule, QT_TRANSLATE_NOOP("StepText", "Cance&l schedule"),
     QT_TRANSLATE_NOOP("StepText", "Cancel schedule"), "undo-2", StepPage::Review,
     QT_TRANSLATE_NOOP("StepText", "You cancelled the schedule of %1."),
     QT_TRANSLATE_NOOP("StepText", "The schedule of %1 is not cancelled yet: it will still be published at its hour.")},
    {Step::Publish, QT_TRANSLATE_NOOP("StepText", "&Publish now"), QT_TRANSLATE_NOOP("StepText", "Publish"), "globe",
     StepPage::Review, QT_TRANSLATE_NOOP("StepText", "You published %1."),
     QT_TRANSLATE_NOOP("StepText", "%1 is not published yet: readers do not have this version.")},
    {Step::Unpublish, QT_TRANSLATE_NOOP("StepText", "Take &down"), QT_TRANSLATE_NOOP("StepText", "Take down"),
     "circle-slash", StepPage::Writing, QT_TRANSLATE_NOOP("StepText", "You took down %1."),
     QT_TRANSLATE_NOOP("StepText", "%1 is not taken down yet: readers still see it."),
     QT_TRANSLATE_NOOP(
         "StepText",
         "Readers will no longer see the article; its address will show its title and a notice that it was taken down. "
         "The reason is kept inside the board and is not shown.")},
    {Step::Correct, QT_TRANSLATE_NOOP("StepText", "&Correct"), QT_TRANSLATE_NOOP("StepText", "Correct"), "pen-line",
     StepPage::Writing, QT_TRANSLATE_NOOP("StepText", "You opened %1 for correction."), nullptr,
     QT_TRANSLATE_NOOP(
         "StepText",
         "The article is opened for editing again. What readers see stays until the correction is approved and "
         "published.")},
    {Step::Revoke, QT_TRANSLATE_NOOP("StepText", "Take &back"), QT_TRANSLATE_NOOP("StepText", "Take back"), "undo-2",
     StepPage::Writing, QT_TRANSLATE_NOOP("StepText", "You took back the decision on %1.")},
    {Step::Delete, QT_TRANSLATE_NOOP("StepText", "De&lete the draft…"),
     QT_TRANSLATE_NOOP("StepText", "Delete the draft"), "trash-2", StepPage::Writing,
     QT_TRANSLATE_NOOP("StepText", "You deleted %1.")},
    {Step::Close, QT_TRANSLATE_NOOP("StepText", "&Close…"), QT_TRANSLATE_NOOP("StepText", "Close"), "circle-slash",
     StepPage::Writing, QT_TRANSLATE_NOOP("StepText", "You closed %1."),
     QT_TRANSLATE_NOOP("StepText", "%1 is not closed yet."),
     QT_TRANSLATE_NOOP("StepText",
                       "It is kept with its history and is no longer offered or shown to readers. It can be opened "
                       "again.")},
    {Step::Reopen, QT_TRANSLATE_NOOP("StepText", "&Open again…"), QT_TRANSLATE_NOOP("StepText", "Open again"),
     "rotate-ccw", StepPage::Writing, QT_TRANSLATE_NOOP("StepText", "You opened %1 again."), nullptr,
     QT_TRANSLATE_NOOP("StepText", "It is in use again, and readers see it where it is shown to them.")},
}};
static_assert(std::ranges::equal(stepWords, allSteps, {}, &StepWords::step));

// What readers do not have is not corrected: it is opened again.
constexpr StepWords reopening{
    Step::Correct,
    QT_TRANSLATE_NOOP("StepText", "Reopen &for editing…"),
    QT_TRANSLATE_NOOP("StepText", "Reopen for editing"),
    "pen-line",
    StepPage::Writing,
    QT_TRANSLATE_NOOP("StepText", "You opened %1 for editing again."),
    nullptr,
    QT_TRANSLATE_NOOP(
        "StepText",
        "The article is opened for editing again. Readers cannot see it until it is approved and published.")};

// What has an hour gets another one.
constexpr StepWords rescheduling{Step::Schedule,
                                 QT_TRANSLATE_NOOP("StepText", "C&hange the hour…"),
                                 QT_TRANSLATE_NOOP("StepText", "Change the hour"),
                                 "calendar-clock",
                                 StepPage::Review,
                                 QT_TRANSLATE_NOOP("StepText", "You scheduled %1.")};

bool isCorrected(std::optional<State> from)
{
    return from && from != State::Refused && from != State::Unpublished;
}

const StepWords &wordsOf(Step step, std::optional<State> from)
{
    if (step == Step::Correct && !isCorrected(from))
        return reopening;
    if (step == Step::Schedule && from == State::Scheduled)
        return rescheduling;
    return *std::ranges::find(stepWords, step, &StepWords::step);
}

QString translated(const char *words)
{
    return words ? StepText::tr(words) : QString();
}

// What an article is called begins with a small letter, for within a sentence.
QString asSentence(const QString &text)
{
    return text.left(1).toUpper() + text.mid(1);
}

} // namespace

QString stepText(Step step, State from)
{
    return translated(wordsOf(step, from).button);
}

QString stepName(Step step, std::optional<State> from)
{
    return translated(wordsOf(step, from).name);
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
    return QString::fromLatin1(wordsOf(step, {}).icon);
}

StepPage pageOf(Step step)
{
    return wordsOf(step, {}).page;
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
    return translated(wordsOf(step, from).done).arg(quotedTitle(title));
}

QString waitingText(Step step, const QString &title, Sending sending)
{
    const QString article = quotedTitle(title);
    const char *notYet = wordsOf(step, {}).notYet;
    const bool isNamed = !notYet; // with where it waits
    const QString what = isNamed
        ? StepText::tr("“%1” of %2 has not reached the server yet.").arg(stepName(step), article)
        : asSentence(translated(notYet).arg(article));
    const QString onward = sending == Sending::Now ? StepText::tr("The step is being sent to the server.")
        : sending == Sending::AfterSignIn          ? StepText::tr("It waits on this PC, and is sent once you sign in.")
        : isNamed                                  ? StepText::tr("It is sent when the server can be reached.")
                  : StepText::tr("The step waits on this PC until the server can be reached.");
    return what + u' ' + onward;
}

QString reasonExplanation(Step step, State from)
{
    return translated(wordsOf(step, from).reason);
}

QString authorIsAwayText(const QString &author)
{
    return StepText::tr("The author %1 will not receive it: the account is closed, or has no role in this section any "
                        "more. An editor can then take the article over.")
        .arg(author);
}

} // namespace toasoan
