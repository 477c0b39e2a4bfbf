// What others did with a person's article, in words: for its line in the list, and for the notice.
#pragma once

#include "sync/Desk.h"
#include "ui/widgets/Look.h"

namespace toasoan {

/// "Trần Văn Bình approved it"; empty `by`: somebody whose name is not known here.
[[nodiscard]] QString newsText(const News &news, const QString &by);
/// The same as a sentence that names the article: "Trần Văn Bình approved “…”.", with the reason where one was given.
[[nodiscard]] QString newsSentence(const ArticleNews &news, const QString &by);
/// Who, called `by`, did what before a step of this person could be taken.
[[nodiscard]] QString overtakenSentence(const OvertakenStep &step, const QString &by);
[[nodiscard]] Tone newsTone(Step step);

/// Whether something of it lies on this PC only, or was refused: nothing else about where it is saved has to be said.
[[nodiscard]] bool isUnsent(const ArticleLine &line);
/// Who has it in hand while it is being edited; null where nobody has, or it is not known.
[[nodiscard]] UserId editorOf(const ArticleLine &line);
[[nodiscard]] UserId editorOf(State state, const Trail &trail);

} // namespace toasoan
