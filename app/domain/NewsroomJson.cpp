#include "domain/NewsroomJson.h"

#include "base/Json.h"

namespace toasoan {

using namespace Qt::StringLiterals;

QJsonArray toJson(const std::vector<Grant> &grants)
{
    QJsonArray json;
    for (const Grant &grant : grants) {
        json.append(QJsonObject{{"role"_L1, toText(grant.role)},
                                {"section"_L1, grant.section ? QJsonValue(grant.section->toText()) : QJsonValue()}});
    }
    return json;
}

QJsonObject toJson(const User &user)
{
    return {{"id"_L1, user.id.toText()},
            {"login"_L1, user.login},
            {"name"_L1, user.name},
            {"penName"_L1, user.penName},
            {"disabled"_L1, user.standing == Standing::Disabled},
            {"grants"_L1, toJson(user.grants)}};
}

Result<User> userFromJson(const QJsonObject &json)
{
    JsonReader reader(json, u"user"_s);
    User user{.id = reader.parsed("id"_L1, UserId::fromText),
              .login = reader.text("login"_L1),
              .name = reader.text("name"_L1),
              .penName = reader.textOr("penName"_L1),
              .standing = reader.flag("disabled"_L1) ? Standing::Disabled : Standing::Active,
              .grants = {}};
    for (const QJsonValue &value : reader.array("grants"_L1)) {
        const QJsonObject object = value.toObject();
        JsonReader grant(object, u"user.grants"_s);
        // A role of a newer server lets nobody do anything that this program knows of.
        const auto role = roleFromText(grant.text("role"_L1));
        const auto inSection = grant.findParsed("section"_L1, SectionId::fromText);
        if (grant.failed())
            reader.fail(grant.error());
        else if (role)
            user.grants.push_back({.role = *role, .section = inSection});
    }
    if (reader.failed())
        return reader.error();
    return user;
}

QJsonObject toJson(const Section &section)
{
    return {{"id"_L1, section.id.toText()},
            {"slug"_L1, section.slug},
            {"name"_L1, section.name},
            {"nameEnglish"_L1, section.nameEnglish},
            {"position"_L1, section.position}};
}

Result<Section> sectionFromJson(const QJsonObject &json)
{
    JsonReader reader(json, u"section"_s);
    Section section{.id = reader.parsed("id"_L1, SectionId::fromText),
                    .slug = reader.text("slug"_L1),
                    .name = reader.text("name"_L1),
                    .nameEnglish = reader.textOr("nameEnglish"_L1),
                    .position = int(reader.integer("position"_L1, 0, 100000))};
    if (reader.failed())
        return reader.error();
    return section;
}

QJsonObject toJson(const Media &media)
{
    return {{"id"_L1, media.id.toText()},
            {"sha256"_L1, media.sha256},
            {"format"_L1, media.format},
            {"width"_L1, media.width},
            {"height"_L1, media.height},
            {"size"_L1, media.size},
            {"name"_L1, media.name},
            {"uploadedBy"_L1, media.uploadedBy.toText()},
            {"createdAt"_L1, toMilliseconds(media.createdAt)}};
}

Result<Media> mediaFromJson(const QJsonObject &json)
{
    JsonReader reader(json, u"media"_s);
    Media media{.id = reader.parsed("id"_L1, MediaId::fromText),
                .sha256 = reader.text("sha256"_L1),
                .format = reader.text("format"_L1),
                .width = int(reader.integer("width"_L1, 1, 1000000)),
                .height = int(reader.integer("height"_L1, 1, 1000000)),
                .size = reader.integer("size"_L1),
                .name = reader.text("name"_L1),
                .uploadedBy = reader.parsed("uploadedBy"_L1, UserId::fromText),
                .createdAt = reader.instant("createdAt"_L1)};
    if (reader.failed())
        return reader.error();
    return media;
}

QJsonObject toJson(const Transition &row)
{
    return {{"from"_L1, toText(row.from)},           {"step"_L1, toText(row.step)},
            {"role"_L1, toText(row.role)},           {"to"_L1, toText(row.to)},
            {"ownership"_L1, toText(row.ownership)}, {"reasonRequired"_L1, row.reason == ReasonRule::Required}};
}

Result<std::optional<Transition>> transitionFromJson(const QJsonObject &json, const QString &place)
{
    JsonReader row(json, place);
    const auto from = stateFromText(row.text("from"_L1));
    const auto step = stepFromText(row.text("step"_L1));
    const auto role = roleFromText(row.text("role"_L1));
    const auto to = stateFromText(row.text("to"_L1));
    const auto ownership = ownershipFromText(row.text("ownership"_L1));
    const auto reason = row.flag("reasonRequired"_L1) ? ReasonRule::Required : ReasonRule::Optional;
    if (row.failed())
        return row.error();
    if (!from || !step || !role || !to || !ownership)
        return std::optional<Transition>();
    return std::optional(
        Transition{.from = *from, .step = *step, .role = *role, .to = *to, .ownership = *ownership, .reason = reason});
}

QJsonObject toJson(const Workflow &workflow)
{
    QJsonArray rows;
    for (const Transition &row : workflow.transitions())
        rows.append(toJson(row));
    return {{"transitions"_L1, rows}};
}

Result<Workflow> workflowFromJson(const QJsonObject &json)
{
    JsonReader reader(json, u"workflow"_s);
    std::vector<Transition> rows;
    for (const QJsonValue &value : reader.array("transitions"_L1)) {
        const auto row = transitionFromJson(value.toObject(), u"workflow.transitions"_s);
        if (!row)
            reader.fail(row.error());
        else if (*row) // what only a newer program can do is not offered here
            rows.push_back(**row);
    }
    if (reader.failed())
        return reader.error();
    return Workflow(std::move(rows));
}

} // namespace toasoan
