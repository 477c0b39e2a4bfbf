// The small nouns of the newsroom as they are sent: people, sections, pictures, the chain.
#pragma once

#include "domain/Media.h"
#include "domain/Section.h"
#include "domain/User.h"
#include "domain/Workflow.h"

#include "base/Result.h"

#include <QJsonObject>

namespace toasoan {

[[nodiscard]] QJsonObject toJson(const User &user);
[[nodiscard]] Result<User> userFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const Section &section);
[[nodiscard]] Result<Section> sectionFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const Media &media);
[[nodiscard]] Result<Media> mediaFromJson(const QJsonObject &json);

[[nodiscard]] QJsonObject toJson(const Workflow &workflow);
[[nodiscard]] Result<Workflow> workflowFromJson(const QJsonObject &json);

} // namespace toasoan
