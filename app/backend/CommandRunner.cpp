#include "backend/CommandRunner.h"

#include "base/Log.h"
#include "base/Memory.h"
#include "protocol/ErrorJson.h"
#include "protocol/RecordJson.h"
#include "storage/ChangeStore.h"
#include "storage/NewsroomStore.h"
#include "storage/RecordStore.h"

#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QString fingerprint(const QJsonObject &said)
{
    const QByteArray bytes = QJsonDocument(said).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

// What is remembered of an answer: all but what stands elsewhere for good. The content is the version's, and of the
// decisions, which are only ever appended, it is enough to know how many there were.
QByteArray withoutContent(QJsonObject body)
{
    QJsonObject article = body.value("article"_L1).toObject();
    if (!article.isEmpty()) {
        article.remove("content"_L1);
        article["decisions"_L1] = article.value("decisions"_L1).toArray().size();
        body["article"_L1] = article;
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

// The same bytes as were answered. Where a sitting's version was cleaned away meanwhile, the article as it is now, if
// he may still see it; else NotFound "article".
Result<QByteArray> withContent(Transaction &transaction, const Actor &actor, QJsonObject body)
{
    QJsonObject article = body.value("article"_L1).toObject();
    const RecordStore records(transaction);
    const RecordId id = RecordId::fromText(article.value("id"_L1).toString()).value_or(RecordId());
    auto version = records.version(id, article.value("version"_L1).toInteger());
    const bool isGone = !version && version.error().code == ErrorCode::NotFound;
    if (!version && !isGone)
        return version.error();
    if (isGone) {
        const auto now = records.snapshot(id);
        if (!now)
            return now.error();
        if (!*now || !canSee(actor, (*now)->record))
            return Error{ErrorCode::NotFound, u"article"_s, {}};
        body["article"_L1] = toJson(**now);
    } else {
        auto decisions = records.decisions(id);
        if (!decisions)
            return decisions.error();
        const RecordSnapshot snapshot{.record = {}, .decisions = *decisions};
        const QJsonArray all = toJson(snapshot)["decisions"_L1].toArray();
        QJsonArray then;
        for (qsizetype i = 0; i < std::min<qsizetype>(all.size(), article.value("decisions"_L1).toInteger()); ++i)
            then.append(all[i]);
        article["decisions"_L1] = then;
        article["content"_L1] = QJsonDocument::fromJson(version->content).object();
        body["article"_L1] = article;
    }
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Result<CommandAnswer> remembered(Transaction &transaction, const StoredAnswer &stored, const Actor &actor,
                                 const QString &print)
{
    if (stored.user != actor.user || stored.fingerprint != print)
        return Error{ErrorCode::Conflict, u"command.requestId"_s, u"used for another command"_s};
    CommandAnswer answer;
    answer.body = stored.answer;
    const QJsonObject json = QJsonDocument::fromJson(stored.answer).object();
    if (json.contains("error"_L1))
        answer.refusal = errorFromJson(json);
    // An earlier program remembered the whole.
    const QJsonObject article = json["article"_L1].toObject();
    if (!article.isEmpty() && !article.contains("content"_L1)) {
        auto whole = withContent(transaction, actor, json);
        if (!whole)
            return whole.error();
        answer.body = *std::move(whole);
    }
    return answer;
}

// A text so large that what its save took of memory is worth giving back.
bool isLarge(const Command &command)
{
    constexpr qsizetype large = 200'000;
    const auto *save = std::get_if<Save>(&command);
    return save && save->content.size() > large;
}

// What is answered when it is done.
Result<QJsonObject> bodyOf(Transaction &transaction, const Result<FullRecord> &done, CommandAnswer &answer)
{
    answer.record = *done;
    const auto snapshot = RecordStore(transaction).snapshot(done->id);
    if (!snapshot)
        return snapshot.error();
    return QJsonObject{{"sequence"_L1, answer.sequence}, {toText(done->noun), toJson(**snapshot)}};
}

Result<QJsonObject> bodyOf(Transaction &, const Result<void> &, CommandAnswer &answer)
{
    return QJsonObject{{"sequence"_L1, answer.sequence}};
}

template <typename Action>
Result<CommandAnswer> run(Database &database, const Clock &clock, const Actor &actor, RequestId request,
                          const QJsonObject &said, const Action &action)
{
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    const NewsroomStore newsroom(*transaction);
    ChangeStore changes(*transaction);
    const QString print = fingerprint(said);
    auto known = changes.answer(request);
    if (!known)
        return known.error();
    if (*known)
        return remembered(*transaction, **known, actor, print);
    auto workflow = newsroom.workflow();
    if (!workflow)
        return workflow.error();

    const Target target = targetOf(action);
    auto before = changes.newestOf(target.noun, target.id);
    if (!before)
        return before.error();

    CommandAnswer answer;
    QJsonObject body;
    {
        auto savepoint = Savepoint::begin(*transaction);
        if (!savepoint)
            return savepoint.error();
        ActionContext context{.transaction = *transaction, .actor = actor, .clock = clock, .workflow = *workflow};
        const auto done = action.perform(context);
        if (done) {
            auto sequence = changes.newest();
            if (!sequence)
                return sequence.error();
            auto own = changes.newestOf(target.noun, target.id);
            if (!own)
                return own.error();
            answer.sequence = *sequence;
            answer.hasChanged = *own != *before;
            answer.sequenceBefore = *before;
            auto success = bodyOf(*transaction, done, answer);
            if (!success)
                return success.error();
            body = *std::move(success);
            if (auto kept = savepoint->release(); !kept)
                return kept.error();
        } else {
            if (mayGoBetter(done.error().code))
                return done.error();
            body = toJson(done.error());
            writeLogSparsely(LogLevel::Info, "command.refused",
                             {{"code"_L1, toText(done.error().code)},
                              {"subject"_L1, done.error().subject},
                              {"step"_L1, said["kind"_L1]},
                              {"noun"_L1, toText(target.noun)},
                              {"id"_L1, target.id},
                              {"user"_L1, actor.user.toText()}});
            answer.refusal = done.error();
            if (auto undone = savepoint->rollback(); !undone)
                return undone.error();
        }
    }
    body.insert("requestId"_L1, request.toText());
    answer.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    const StoredAnswer stored{.user = actor.user, .fingerprint = print, .answer = withoutContent(body)};
    if (auto added = changes.addAnswer(request, stored, clock.now()); !added)
        return added.error();
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return answer;
}

} // namespace

Result<CommandAnswer> runCommand(Database &database, const Clock &clock, const Actor &actor, const Envelope &envelope)
{
    const MemoryReturn memory(isLarge(envelope.command));
    return std::visit(
        [&](const auto &action) {
            return run(database, clock, actor, envelope.request, toJson(envelope.command), action);
        },
        envelope.command);
}

Result<CommandAnswer> runAction(Database &database, const Clock &clock, const Actor &actor, RequestId request,
                                AdministrativeAction action, const Preparation &preparation)
{
    const QJsonObject said = withoutSecrets(action); // before what is prepared
    return std::visit(
        [&](auto &each) -> Result<CommandAnswer> {
            if constexpr (requires { each.prepare(preparation); }) {
                if (auto prepared = each.prepare(preparation); !prepared)
                    return prepared.error();
            }
            return run(database, clock, actor, request, said, each);
        },
        action);
}

} // namespace toasoan
