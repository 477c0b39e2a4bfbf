// Commands as they are sent and kept in the outbox: {"kind": "approve", "article": …, "version": …, …}.
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
/// InvalidInput with the field as subject ("command.version"); Unsupported "command.kind" for a kind this program does
/// not know (a newer desk's).
[[nodiscard]] Result<Command> commandFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const Envelope &envelope);
[[nodiscard]] Result<Envelope> envelopeFromJson(const QJsonObject &json);

} // namespace toasoan
