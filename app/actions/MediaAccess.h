// Who of the board may see a picture: who uploaded it, and who may see an article that has it, in any version. What the
// public sees is another question (storage/PublicationStore). An id opens nothing by itself, it stands in public pages:
// an article has a picture because somebody put it there who might see it, or who uploaded it afterwards.
#pragma once

#include "actions/ActionContext.h"
#include "domain/Media.h"
#include "domain/Record.h"

namespace toasoan {

[[nodiscard]] Result<bool> maySeeMedia(Transaction &transaction, const NewsroomRules &rules, const Actor &actor,
                                       const Media &media);

/// Whether the actor may save these pictures into the article: each is in it already, or is his to see, or has not come
/// yet. Forbidden "article.picture.<id>" for the first that is not.
[[nodiscard]] Result<void> checkPictures(ActionContext &context, RecordId record, const std::vector<MediaId> &pictures);

/// Notes that the article, as it is after `step`, has the picture, if it is there and the actor may see it; whether the
/// article did not have it before. While it
/// has not come, what a save says is kept as a claim, which holds if the same person uploads the picture. Another's
/// claim comes true by nothing but a save that brings the picture in: who takes a step, or writes on, vouches for no
/// picture that was in the text before.
[[nodiscard]] Result<bool> notePicture(ActionContext &context, const FullRecord &record, MediaId picture, Step step);

/// Whether the picture is there, and the article has it or the actor may see it.
[[nodiscard]] Result<bool> hasPicture(ActionContext &context, RecordId record, MediaId picture);

} // namespace toasoan
