// Commands as they are sent and kept in the outbox: {"kind": "approve", "target": {"noun": "article", "id": …},
// "version": …, "args": {…}}. The version is the one that a step is meant for, or that a save was made from; in args
// stands what is each action's own.
#pragma once

#include "actions/Command.h"

#include <QJsonObject>

namespace toasoan {

/// A command with the id under which the server remembers its answer.
struct Envelope
{
    RequestId request;
    Command command;

    bool operator==(const Envelope &) const = default;
};

[[nodiscard]] QJsonObject toJson(const Command &command);
/// All that the action says but for its secrets, to tell it from another.
[[nodiscard]] QJsonObject withoutSecrets(const AdministrativeAction &action);
/// InvalidInput with the field as subject ("command.version"; of args too, "command.reason"); Unsupported
/// "command.kind" or "command.noun" for one that this program does not know (a newer desk's).
[[nodiscard]] Result<Command> commandFromJson(const QJsonObject &json);

/// The command's members with "requestId" beside them.
[[nodiscard]] QJsonObject toJson(const Envelope &envelope);
[[nodiscard]] Result<Envelope> envelopeFromJson(const QJsonObject &json);

} // namespace toasoan
