// The small nouns of the newsroom as JSON, for the wire and the audit log: people, sections, pictures, the chain.
#pragma once

#include "domain/Media.h"
#include "domain/Section.h"
#include "domain/User.h"
#include "domain/Workflow.h"

#include "base/Result.h"

#include <QJsonArray>
#include <QJsonObject>

#include <optional>
#include <vector>

namespace toasoan {

[[nodiscard]] QJsonArray toJson(const std::vector<Grant> &grants);
[[nodiscard]] QJsonObject toJson(const User &user);
[[nodiscard]] Result<User> userFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const Section &section);
[[nodiscard]] Result<Section> sectionFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const Media &media);
[[nodiscard]] Result<Media> mediaFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const Transition &row);
/// Nothing for a row in words of a newer program (a state, a step, a role).
[[nodiscard]] Result<std::optional<Transition>> transitionFromJson(const QJsonObject &json, const QString &place);

[[nodiscard]] QJsonObject toJson(const Workflow &workflow);
[[nodiscard]] Result<Workflow> workflowFromJson(const QJsonObject &json);

} // namespace toasoan
