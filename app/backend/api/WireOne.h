// What desks of version 1 of the wire say and hear otherwise: {"requestId", "command": {"kind", "article", "base" or
// "version", …}}, and in an answer the article whole. All else is the same in both. Goes when the oldest that is served
// is 2.
#pragma once

#include "backend/CommandRunner.h"

namespace toasoan::wireOne {

/// As envelopeFromJson(), of the older form.
[[nodiscard]] Result<Envelope> envelopeFromJson(const QJsonObject &json);

/// The older form of an answer to `actor`'s command. Where a sitting's version was cleaned away since, the article as
/// it is now, if he may still see it; else NotFound "article".
[[nodiscard]] Result<QByteArray> answerBody(Transaction &transaction, const Actor &actor, const CommandAnswer &answer);

} // namespace toasoan::wireOne
