#include "protocol/ArticleJson.h"

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

// Nothing for a step of a newer server: what it led to stands in the article itself.
Result<std::optional<Decision>> decisionFromJson(const QJsonObject &json, ArticleId article)
{
    JsonReader reader(json, u"decision"_s);
    const auto step = stepFromText(reader.text("step"_L1));
    Decision decision{.record = article,
                      .version = reader.integer("version"_L1),
                      .step = step.value_or(Step::Save),
                      .actor = reader.parsed("by"_L1, personFromText),
                      .at = reader.instant("at"_L1),
                      .reason = reader.textOr("reason"_L1)};
    if (reader.failed())
        return reader.error();
    return step ? std::optional(std::move(decision)) : std::nullopt;
}

void readApproval(JsonReader &outer, Article &article)
{
    if (!outer.has("approval"_L1))
        return;
    const QJsonObject json = outer.object("approval"_L1);
    JsonReader reader(json, u"approval"_s);
    article.approval = Approval{.version = reader.integer("version"_L1),
                                .contentHash = reader.text("contentHash"_L1),
                                .by = reader.parsed("by"_L1, UserId::fromText),
                                .at = reader.instant("at"_L1)};
    if (reader.failed())
        outer.fail(reader.error());
}

void readPublication(JsonReader &outer, Article &article)
{
    if (!outer.has("publication"_L1))
        return;
    const QJsonObject json = outer.object("publication"_L1);
    JsonReader reader(json, u"publication"_s);
    article.publication = Publication{.number = reader.integer("number"_L1),
                                      .slug = reader.text("slug"_L1),
                                      .version = reader.integer("version"_L1),
                                      .firstAt = reader.instant("firstAt"_L1),
                                      .at = reader.instant("at"_L1),
                                      .takenDownAt = reader.findInstant("takenDownAt"_L1)};
    if (reader.failed())
        outer.fail(reader.error());
}

} // namespace

QJsonObject toJson(const ArticleSnapshot &snapshot)
{
    const Article &article = snapshot.article;
    QJsonArray decisions;
    for (const Decision &decision : snapshot.decisions) {
        decisions.append(QJsonObject{{"version"_L1, decision.version},
                                     {"step"_L1, toText(decision.step)},
                                     {"by"_L1, personText(decision.actor)},
                                     {"at"_L1, toMilliseconds(decision.at)},
                                     {"reason"_L1, decision.reason}});
    }
    QJsonObject json{{"id"_L1, article.id.toText()},
                     {"author"_L1, article.author.toText()},
                     {"version"_L1, article.version},
                     {"contentHash"_L1, article.contentHash},
                     {"content"_L1, toJson(article.content)},
                     {"state"_L1, toText(article.state)},
                     {"reason"_L1, article.reason},
                     {"createdAt"_L1, toMilliseconds(article.createdAt)},
                     {"updatedAt"_L1, toMilliseconds(article.updatedAt)},
                     {"decisions"_L1, decisions}};
    if (!snapshot.savedBy.isNull())
        json.insert("savedBy"_L1, snapshot.savedBy.toText());
    if (article.approval)
        json.insert("approval"_L1, toJson(*article.approval));
    if (article.scheduledAt)
        json.insert("scheduledAt"_L1, toMilliseconds(*article.scheduledAt));
    if (article.publication)
        json.insert("publication"_L1, toJson(*article.publication));
    return json;
}

Result<ArticleSnapshot> articleSnapshotFromJson(const QJsonObject &json)
{
    JsonReader reader(json, u"article"_s);
    ArticleSnapshot snapshot;
    Article &article = snapshot.article;
    article.id = reader.parsed("id"_L1, ArticleId::fromText);
    article.author = reader.parsed("author"_L1, UserId::fromText);
    article.version = reader.integer("version"_L1, 1);
    snapshot.savedBy = reader.findParsed("savedBy"_L1, UserId::fromText).value_or(UserId());
    article.contentHash = reader.text("contentHash"_L1);
    article.state = reader.parsed("state"_L1, stateFromText);
    article.reason = reader.textOr("reason"_L1);
    article.createdAt = reader.instant("createdAt"_L1);
    article.updatedAt = reader.instant("updatedAt"_L1);
    article.scheduledAt = reader.findInstant("scheduledAt"_L1);
    readApproval(reader, article);
    readPublication(reader, article);
    const QJsonObject contentJson = reader.object("content"_L1);
    const QJsonArray decisions = reader.array("decisions"_L1);
    if (reader.failed())
        return reader.error();

    auto content = contentFromJson(contentJson, Size::AsItIs);
    if (!content)
        return content.error();
    article.setContent(*std::move(content));
    for (const QJsonValue &value : decisions) {
        auto decision = decisionFromJson(value.toObject(), article.id);
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
