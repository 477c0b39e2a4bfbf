#include "ui/registers/EntrySteps.h"

#include "ui/models/StepText.h"
#include "ui/registers/RegisterText.h"
#include "ui/widgets/Mnemonic.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/ReasonDialog.h"

#include <QCheckBox>
#include <QMessageBox>
#include <QPushButton>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

Record standIn(const Desk &desk, const Noun &noun, State state)
{
    Record record;
    record.noun = noun;
    record.author = desk.user().id;
    record.state = state;
    return record;
}

Command commandOf(const EntryStep &step, const QString &reason)
{
    switch (step.step) {
    case Step::Submit:
        return Submit{.target = step.key, .version = step.version, .stateSecret = StateSecret::ConfirmedNone};
    case Step::Approve:
        return Approve{.target = step.key, .version = step.version, .contentHash = step.contentHash, .note = reason};
    case Step::Publish:
        return Publish{.target = step.key, .version = step.version};
    case Step::Unpublish:
        return Unpublish{.target = step.key, .version = step.version, .reason = reason};
    default:
        return Move{.target = step.key, .version = step.version, .step = step.step, .reason = reason};
    }
}

// What the person answers for with a step; empty: nothing has to be asked.
QString wordOf(const EntryStep &step)
{
    switch (step.step) {
    case Step::Submit:
        return RegisterTexts::tr("I con&firm that this contains no state secrets.");
    case Step::RequestApproval:
    case Step::Approve:
        return RegisterTexts::tr("I have &read all of it as it is now.");
    default:
        return {};
    }
}

QString whatFollows(const EntryStep &step)
{
    switch (step.step) {
    case Step::Submit:
    case Step::RequestApproval:
        return RegisterTexts::tr("The leaders of the board will receive it. It can be taken back until one of them "
                                 "decides.");
    case Step::Approve:
        return step.version > 0
            ? RegisterTexts::tr("The approval is of exactly this text: version %1 (fingerprint %2).")
                  .arg(QString::number(step.version), step.contentHash.left(8))
            : QString();
    case Step::Publish:
        return RegisterTexts::tr("Readers get exactly what was approved, at once.");
    case Step::Delete:
        return RegisterTexts::tr("It was never public, and nobody will see it any more. This cannot be undone.");
    default:
        return {};
    }
}

// By hand each time, so that no key pressed twice, and no second click, gives it.
void askForWord(const EntryStep &step, QWidget *asker, const std::function<void()> &give)
{
    auto *question = new QMessageBox(QMessageBox::NoIcon, stepName(step.step, step.from),
                                     stepHeading(step.step, step.from, step.title), QMessageBox::NoButton, asker);
    question->setTextFormat(Qt::PlainText);
    question->setInformativeText(whatFollows(step));
    question->setAttribute(Qt::WA_DeleteOnClose);
    QPushButton *yes = question->addButton(stepText(step.step, step.from).remove(u'…'), QMessageBox::AcceptRole);
    QPushButton *no = question->addButton(RegisterTexts::tr("&Cancel"), QMessageBox::RejectRole);
    question->setDefaultButton(no);
    if (const QString word = wordOf(step); !word.isEmpty()) {
        auto *box = new QCheckBox(word, question);
        question->setCheckBox(box);
        yes->setEnabled(false);
        QObject::connect(box, &QCheckBox::toggled, yes, &QPushButton::setEnabled);
        box->setFocus();
    }
    QObject::connect(yes, &QPushButton::clicked, asker, give);
    askQuestion(question);
}

QString explanationOf(const EntryStep &step)
{
    switch (step.step) {
    case Step::ReturnToAuthor:
        return RegisterTexts::tr("The author reads this reason, can change it and submit it again.");
    case Step::ReturnToEditor:
        return RegisterTexts::tr("The editors read this reason; it goes back to editing.");
    case Step::Unpublish:
        return RegisterTexts::tr("Readers will no longer see it; its address will say that it was taken down. The "
                                 "reason is kept inside the board and is not shown.");
    default:
        return reasonExplanation(step.step, step.from);
    }
}

} // namespace

bool isOfferedInForm(Step step)
{
    return isMove(step) || step == Step::Submit || step == Step::Approve || step == Step::Publish
        || step == Step::Unpublish;
}

bool isOnward(Step step)
{
    return step == Step::Submit || step == Step::RequestApproval || step == Step::Approve || step == Step::Publish;
}

void takeEntryStep(Desk &desk, const EntryStep &step, QWidget *asker, const Callback<void> &done)
{
    const auto give = [&desk, step, asker, done](const QString &reason) {
        desk.act(TakeStep{commandOf(step, reason)}, asker, done);
    };
    if (!step.needsReason && (isOnward(step.step) || step.step == Step::Delete)) {
        const auto asked = [give] { give({}); };
        askForWord(step, asker, asked);
        return;
    }
    if (!step.needsReason) {
        give({});
        return;
    }
    auto *dialog = new ReasonDialog({.title = stepHeading(step.step, step.from, step.title),
                                     .explanation = explanationOf(step),
                                     .confirm = stepText(step.step, step.from).remove(u'…'),
                                     .about = step.key.id.toText()},
                                    asker);
    QObject::connect(dialog, &ReasonDialog::reasonGiven, asker, give);
    QObject::connect(&desk, &Desk::signedOut, dialog, &QDialog::reject);
    askQuestion(dialog);
}

std::vector<Step> movesOf(const Desk &desk, const Noun &noun, State state)
{
    const Kind *kind = desk.rules().find(noun);
    const Register *described = desk.rules().findRegister(noun);
    if (!kind || !described || hasReview(*described))
        return {};
    std::vector<Step> steps = kind->chain().allowedSteps(standIn(desk, noun, state), desk.user().actor());
    std::erase_if(steps, [](Step step) { return !isMove(step); });
    return steps;
}

bool maySave(const Desk &desk, const Noun &noun, State state)
{
    const Kind *kind = desk.rules().find(noun);
    if (!kind)
        return false;
    const auto steps = kind->chain().allowedSteps(standIn(desk, noun, state), desk.user().actor());
    return std::ranges::find(steps, Step::Save) != steps.end();
}

bool needsReason(const Desk &desk, const Noun &noun, State state, Step step)
{
    const Kind *kind = desk.rules().find(noun);
    if (!kind)
        return false;
    const auto steps = kind->chain().stepsWithReason(standIn(desk, noun, state), desk.user().actor());
    return std::ranges::find(steps, step) != steps.end();
}

} // namespace toasoan
