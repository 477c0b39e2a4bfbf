#include "backend/api/WireOne.h"

#include "protocol/RecordJson.h"
#include "storage/RecordStore.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace toasoan::wireOne {

using namespace Qt::StringLiterals;

namespace {

// With what headOf() of the runner left out.
Result<QJsonObject> whole(Transaction &transaction, const Actor &actor, QJsonObject head)
{
    if (head.contains("content"_L1)) // remembered by an early program
        return head;
    const RecordStore records(transaction);
    const RecordId id = RecordId::fromText(head["id"_L1].toString()).value_or(RecordId());
    const auto version = records.version(id, head["version"_L1].toInteger());
    if (!version && version.error().code != ErrorCode::NotFound)
        return version.error();
    if (!version) {
        const auto now = records.snapshot(id);
        if (!now)
            return now.error();
        if (!*now || !canSee(actor, (*now)->record))
            return Error{ErrorCode::NotFound, u"article"_s, {}};
        return toJson(**now);
    }
    auto decisions = records.decisions(id);
    if (!decisions)
        return decisions.error();
    const auto count = std::min<std::size_t>(decisions->size(), std::size_t(head["decisions"_L1].toInteger()));
    decisions->resize(count);
    head["decisions"_L1] = toJson(RecordSnapshot{.record = {}, .decisions = *std::move(decisions)})["decisions"_L1];
    head["content"_L1] = QJsonDocument::fromJson(version->content).object();
    return head;
}

} // namespace

Result<Envelope> envelopeFromJson(const QJsonObject &json)
{
    JsonReader reader(json);
    const QJsonObject command = reader.object("command"_L1);
    if (reader.failed())
        return reader.error();
    QJsonObject args = command;
    const QJsonValue kind = args.take("kind"_L1);
    const QJsonValue id = args.take("article"_L1);
    const QJsonValue version = args.take("version"_L1), base = args.take("base"_L1);
    return toasoan::envelopeFromJson({{"requestId"_L1, json["requestId"_L1]},
                                      {"kind"_L1, kind},
                                      {"target"_L1, QJsonObject{{"noun"_L1, toText(nouns::article)}, {"id"_L1, id}}},
                                      {"version"_L1, kind == "save"_L1 ? base : version},
                                      {"args"_L1, args}});
}

Result<QByteArray> answerBody(Transaction &transaction, const Actor &actor, const CommandAnswer &answer)
{
    if (answer.refusal)
        return answer.body;
    QJsonObject body = QJsonDocument::fromJson(answer.body).object();
    auto article = whole(transaction, actor, answer.head);
    if (!article)
        return article.error();
    body.remove("changed"_L1);
    body.insert("article"_L1, *std::move(article));
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

} // namespace toasoan::wireOne
