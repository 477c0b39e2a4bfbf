// How the steps of the chain are spoken of: on a button, in a list, once they are taken. One place for all pages.
#pragma once

#include "domain/Article.h"

#include <QString>

#include <optional>
#include <vector>

namespace toasoan {

/// What a button says: "&Submit for approval", "&Publish now". With a mnemonic. `from`: the state that the article is
/// in.
[[nodiscard]] QString stepText(Step step, State from);
/// What the step is called in histories, lists and sentences: "Publish", for what its hour published too. Where `from`
/// is not known the name is one that is true for all states.
[[nodiscard]] QString stepName(Step step, std::optional<State> from = {});
/// What each of an article's decisions, given in their order, is called in its history.
[[nodiscard]] std::vector<QString> stepNames(const std::vector<Decision> &decisions);
[[nodiscard]] QString stepIcon(Step step);
enum class StepPage
{
    Writing, ///< where it is written, and wherever it is seen
    Review ///< of those who decide about what others wrote: on the version that was read there
};
[[nodiscard]] StepPage pageOf(Step step);

/// A title within a sentence: “…”, or "the untitled article".
[[nodiscard]] QString quotedTitle(const QString &title);
/// Above a question about a step on the article of that title.
[[nodiscard]] QString stepHeading(Step step, State from, const QString &title);
/// A sentence about another article than the one on the screen.
[[nodiscard]] QString aboutArticle(const QString &title, const QString &sentence);
/// That the step was taken on the article of that title, which was in `from` before, as a sentence.
[[nodiscard]] QString doneText(Step step, State from, const QString &title);
enum class Sending
{
    Now, ///< the line is there
    AfterSignIn,
    Later
};
/// That the step was given and has not reached the server yet: what is so until it has, and is not so yet; and whether
/// it is on its way.
[[nodiscard]] QString waitingText(Step step, const QString &title, Sending sending);
/// Who will read the reason of a step, and what follows from it; empty where nothing needs to be said.
[[nodiscard]] QString reasonExplanation(Step step, State from);
/// That the article would go back to somebody who can do nothing with it any more.
[[nodiscard]] QString authorIsAwayText(const QString &author);

} // namespace toasoan
