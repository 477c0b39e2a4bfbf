#include "ui/registers/EntrySteps.h"

#include "ui/models/StepText.h"
#include "ui/widgets/Mnemonic.h"
#include "ui/widgets/Question.h"
#include "ui/widgets/ReasonDialog.h"

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

} // namespace

void takeEntryStep(Desk &desk, const EntryStep &step, QWidget *asker, const Callback<void> &done)
{
    const auto give = [&desk, step, asker, done](const QString &reason) {
        desk.act(TakeStep{Move{.target = step.key, .version = 0, .step = step.step, .reason = reason}}, asker, done);
    };
    if (!step.needsReason) {
        give({});
        return;
    }
    auto *dialog = new ReasonDialog({.title = stepHeading(step.step, step.from, step.title),
                                     .explanation = reasonExplanation(step.step, step.from),
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
    if (!kind)
        return {};
    std::vector<Step> steps = kind->chain().allowedSteps(standIn(desk, noun, state), desk.user().actor());
    std::erase_if(steps, [](Step step) { return !isMove(step); });
    return steps;
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
