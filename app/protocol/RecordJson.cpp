#include "protocol/RecordJson.h"

#include "actions/Kind.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QJsonObject toJson(const Approval &approval)
{
    return {{"version"_L1, approval.version},
            {"contentHash"_L1, approval.contentHash},
            {"by"_L1, approval.by.toText()},
            {"at"_L1, toMilliseconds(approval.at)}};
}

QJsonObject toJson(const Publication &publication)
{
    QJsonObject json{{"number"_L1, publication.number},
                     {"slug"_L1, publication.slug},
                     {"version"_L1, publication.version},
                     {"firstAt"_L1, toMilliseconds(publication.firstAt)},
                     {"at"_L1, toMilliseconds(publication.at)}};
    if (publication.takenDownAt)
        json.insert("takenDownAt"_L1, toMilliseconds(*publication.takenDownAt));
    return json;
}

// The clock's decisions have no person: an empty text.
QString personText(UserId user)
{
    return user.isNull() ? QString() : user.toText();
}

std::optional<UserId> personFromText(QStringView text)
{
    return text.isEmpty() ? UserId() : UserId::fromText(text);
}

// Nothing for a step of a newer server: what it led to stands in the record itself.
Result<std::optional<Decision>> decisionFromJson(const QJsonObject &json, RecordId record)
{
    JsonReader reader(json, u"decision"_s);
    const auto step = stepFromText(reader.text("step"_L1));
    Decision decision{.record = record,
                      .version = reader.integer("version"_L1),
                      .step = step.value_or(Step::Save),
                      .actor = reader.parsed("by"_L1, personFromText),
                      .at = reader.instant("at"_L1),
                      .reason = reader.textOr("reason"_L1)};
    if (reader.failed())
        return reader.error();
    return step ? std::optional(std::move(decision)) : std::nullopt;
}

void readApproval(JsonReader &outer, Record &record)
{
    if (!outer.has("approval"_L1))
        return;
    const QJsonObject json = outer.object("approval"_L1);
    JsonReader reader(json, u"approval"_s);
    record.approval = Approval{.version = reader.integer("version"_L1),
                               .contentHash = reader.text("contentHash"_L1),
                               .by = reader.parsed("by"_L1, UserId::fromText),
                               .at = reader.instant("at"_L1)};
    if (reader.failed())
        outer.fail(reader.error());
}

void readPublication(JsonReader &outer, Record &record)
{
    if (!outer.has("publication"_L1))
        return;
    const QJsonObject json = outer.object("publication"_L1);
    JsonReader reader(json, u"publication"_s);
    record.publication = Publication{.number = reader.integer("number"_L1),
                                     .slug = reader.text("slug"_L1),
                                     .version = reader.integer("version"_L1),
                                     .firstAt = reader.instant("firstAt"_L1),
                                     .at = reader.instant("at"_L1),
                                     .takenDownAt = reader.findInstant("takenDownAt"_L1)};
    if (reader.failed())
        outer.fail(reader.error());
}

} // namespace

QJsonObject toJson(const RecordSnapshot &snapshot)
{
    QJsonObject json = headToJson(snapshot);
    json.insert("content"_L1, QJsonDocument::fromJson(snapshot.record.content).object());
    return json;
}

QJsonObject headToJson(const RecordSnapshot &snapshot)
{
    const FullRecord &record = snapshot.record;
    QJsonArray decisions;
    for (const Decision &decision : snapshot.decisions) {
        decisions.append(QJsonObject{{"version"_L1, decision.version},
                                     {"step"_L1, toText(decision.step)},
                                     {"by"_L1, personText(decision.actor)},
                                     {"at"_L1, toMilliseconds(decision.at)},
                                     {"reason"_L1, decision.reason}});
    }
    QJsonObject json{{"id"_L1, record.id.toText()},
                     {"author"_L1, record.author.toText()},
                     {"version"_L1, record.version},
                     {"contentHash"_L1, record.contentHash},
                     {"state"_L1, toText(record.state)},
                     {"reason"_L1, record.reason},
                     {"createdAt"_L1, toMilliseconds(record.createdAt)},
                     {"updatedAt"_L1, toMilliseconds(record.updatedAt)},
                     {"decisions"_L1, decisions}};
    if (!snapshot.savedBy.isNull())
        json.insert("savedBy"_L1, snapshot.savedBy.toText());
    if (record.approval)
        json.insert("approval"_L1, toJson(*record.approval));
    if (record.scheduledAt)
        json.insert("scheduledAt"_L1, toMilliseconds(*record.scheduledAt));
    if (record.publication)
        json.insert("publication"_L1, toJson(*record.publication));
    return json;
}

Result<RecordSnapshot> snapshotFromJson(const QJsonObject &json, const Noun &noun)
{
    const Kind *kind = kindOf(noun);
    if (!kind)
        return Error{ErrorCode::Unsupported, u"noun"_s, toText(noun)};
    JsonReader reader(json, toText(noun));
    RecordSnapshot snapshot;
    FullRecord &record = snapshot.record;
    record.noun = noun;
    record.id = reader.parsed("id"_L1, RecordId::fromText);
    record.author = reader.parsed("author"_L1, UserId::fromText);
    record.version = reader.integer("version"_L1, 1);
    snapshot.savedBy = reader.findParsed("savedBy"_L1, UserId::fromText).value_or(UserId());
    record.contentHash = reader.text("contentHash"_L1);
    record.state = reader.parsed("state"_L1, stateFromText);
    record.reason = reader.textOr("reason"_L1);
    record.createdAt = reader.instant("createdAt"_L1);
    record.updatedAt = reader.instant("updatedAt"_L1);
    record.scheduledAt = reader.findInstant("scheduledAt"_L1);
    readApproval(reader, record);
    readPublication(reader, record);
    const QJsonObject contentJson = reader.object("content"_L1);
    const QJsonArray decisions = reader.array("decisions"_L1);
    if (reader.failed())
        return reader.error();

    auto content = kind->clean(QJsonDocument(contentJson).toJson(QJsonDocument::Compact));
    if (!content)
        return content.error();
    const auto outline = kind->outline(*content);
    if (!outline)
        return outline.error();
    record.content = *std::move(content);
    record.title = outline->title;
    record.section = outline->section;
    for (const QJsonValue &value : decisions) {
        auto decision = decisionFromJson(value.toObject(), record.id);
        if (!decision)
            return decision.error();
        if (*decision)
            snapshot.decisions.push_back(**std::move(decision));
    }
    return snapshot;
}

QJsonObject toJson(const Revision &revision)
{
    QJsonObject json{{"version"_L1, revision.version},
                     {"savedBy"_L1, revision.savedBy.toText()},
                     {"savedAt"_L1, toMilliseconds(revision.savedAt)},
                     {"contentHash"_L1, revision.contentHash}};
    if (revision.content != Content())
        json.insert("content"_L1, toJson(revision.content));
    return json;
}

Result<Revision> revisionFromJson(const QJsonObject &json, ArticleId article)
{
    JsonReader reader(json, u"revision"_s);
    Revision revision{.article = article,
                      .version = reader.integer("version"_L1, 1),
                      .savedBy = reader.parsed("savedBy"_L1, UserId::fromText),
                      .savedAt = reader.instant("savedAt"_L1),
                      .contentHash = reader.text("contentHash"_L1),
                      .content = {}};
    if (reader.has("content"_L1)) {
        auto content = contentFromJson(reader.object("content"_L1), Size::AsItIs);
        if (!content)
            return content.error();
        revision.content = *std::move(content);
    }
    if (reader.failed())
        return reader.error();
    return revision;
}

} // namespace toasoan
