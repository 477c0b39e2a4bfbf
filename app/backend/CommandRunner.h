// Runs a command exactly once: the effect and the answer that is remembered under its requestId are one transaction.
#pragma once

#include "actions/Command.h"
#include "base/Clock.h"
#include "protocol/CommandJson.h"
#include "storage/Database.h"

#include <QByteArray>
#include <QJsonObject>

#include <optional>

namespace toasoan {

struct CommandAnswer
{
    /// {"requestId": …, "sequence": …, "changed": [{"noun", "id", "version", "hash"}]}, or {"requestId": …, "error": …}
    /// for a refusal. The same bytes every time the command is sent.
    QByteArray body;
    /// Of the record after it, for version 1 of the wire (api/WireOne.h); empty for a refusal.
    QJsonObject head;
    std::optional<Error> refusal; ///< its detail is there only where it was executed now
    /// What the command made of the record; only when it was executed now and not refused.
    std::optional<FullRecord> record;
    qint64 sequence = 0; ///< of that change; the newest of all where there was nothing to change
    bool hasChanged = false; ///< a save of what is there already changes nothing
    /// Of the article's change before it, of whatever process; 0 if there was none. The feed forgets it with this one.
    qint64 sequenceBefore = 0;
};

/// How long an answer is remembered. A desk that was away longer asks for the newest state instead.
inline constexpr std::chrono::days answersKept{90};

/// Executes, or gives the remembered answer. A refusal by a rule is an answer, and is remembered; the error of the
/// Result is for what may go better next time (busy, full) and leaves nothing behind. Conflict "command.requestId" if
/// the id was used for another command or by another person.
[[nodiscard]] Result<CommandAnswer> runCommand(Database &database, const Clock &clock, const Actor &actor,
                                               const Envelope &envelope);

/// The same for an action that waits on no desk; its prepare() comes first.
[[nodiscard]] Result<CommandAnswer> runAction(Database &database, const Clock &clock, const Actor &actor,
                                              RequestId request, AdministrativeAction action,
                                              const Preparation &preparation);

} // namespace toasoan
