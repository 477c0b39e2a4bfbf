#include "backend/CommandRunner.h"

#include "actions/NewsroomRules.h"
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

/// Of what was remembered when commands had another form on the wire (migration 0019).
const QString anyFingerprint = u"any"_s;

QString fingerprint(const QJsonObject &said)
{
    const QByteArray bytes = QJsonDocument(said).toJson(QJsonDocument::Compact);
    return QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
}

QJsonObject changedEntry(const Noun &noun, const QJsonValue &id, const QJsonValue &version, const QJsonValue &hash)
{
    return {{"noun"_L1, toText(noun)}, {"id"_L1, id}, {"version"_L1, version}, {"hash"_L1, hash}};
}

// A record as it is told, without its content, which is the version's; and of the decisions, which are only ever
// appended, it is enough to know how many there were.
QJsonObject headOf(const RecordSnapshot &snapshot)
{
    QJsonObject head = headToJson(snapshot);
    head["decisions"_L1] = head["decisions"_L1].toArray().size();
    return head;
}

// What is remembered is what is answered, and in "head" what a desk of version 1 is told beside
// (backend/api/WireOne.h). Before version 2 it was {"sequence": …, "article": …}, and once with the content.
QByteArray storedForm(QJsonObject body, const QJsonObject &head)
{
    if (!head.isEmpty())
        body.insert("head"_L1, head);
    return QJsonDocument(body).toJson(QJsonDocument::Compact);
}

Result<CommandAnswer> remembered(const StoredAnswer &stored, const Actor &actor, const QString &print)
{
    if (stored.user != actor.user || (stored.fingerprint != print && stored.fingerprint != anyFingerprint))
        return Error{ErrorCode::Conflict, u"command.requestId"_s, u"used for another command"_s};
    CommandAnswer answer;
    QJsonObject body = QJsonDocument::fromJson(stored.answer).object();
    if (body.contains("error"_L1))
        answer.refusal = errorFromJson(body);
    answer.head = body.take("head"_L1).toObject();
    if (body.contains("article"_L1)) {
        answer.head = body.take("article"_L1).toObject();
        body.insert("changed"_L1,
                    QJsonArray{changedEntry(nouns::article, answer.head["id"_L1], answer.head["version"_L1],
                                            answer.head["contentHash"_L1])});
    }
    answer.body = QJsonDocument(body).toJson(QJsonDocument::Compact);
    return answer;
}

// A text so large that what its save took of memory is worth giving back.
bool isLarge(const Command &command)
{
    constexpr qsizetype large = 200'000;
    const auto *save = std::get_if<Save>(&command);
    return save && save->content.size() > large;
}

// What is answered when it is done: which keys it changed, and no content, which the feed brings.
Result<QJsonArray> changedBy(Transaction &transaction, const Result<FullRecord> &done, CommandAnswer &answer)
{
    answer.record = *done;
    auto snapshot = RecordStore(transaction).snapshot(done->id);
    if (!snapshot)
        return snapshot.error();
    answer.head = headOf(**snapshot);
    return QJsonArray{changedEntry(done->noun, done->id.toText(), done->version, done->contentHash)};
}

Result<QJsonArray> changedBy(Transaction &, const Result<void> &, CommandAnswer &)
{
    return QJsonArray();
}

// A content that this program cannot read: another genre, another kind of block. No refusal that is remembered, for a
// newer program may read it.
template <typename Action>
bool isOfUnreadable(const Action &action, const NewsroomRules &rules, const Error &error)
{
    if constexpr (requires { action.content; }) {
        const auto cleaned = rules.find(action.target.noun)->clean(action.content);
        return !cleaned && cleaned.error() == error;
    }
    return false;
}

template <typename Action>
Result<CommandAnswer> run(Database &database, const Clock &clock, const Actor &actor, RequestId request,
                          const QJsonObject &said, const Action &action)
{
    auto transaction = beginWriting(database);
    if (!transaction)
        return transaction.error();
    ChangeStore changes(*transaction);
    const QString print = fingerprint(said);
    auto known = changes.answer(request);
    if (!known)
        return known.error();
    if (*known)
        return remembered(**known, actor, print);
    auto rules = readRules(*transaction);
    if (!rules)
        return rules.error();
    const Target target = targetOf(action);
    if constexpr (requires { requires std::is_same_v<decltype(Action::target), Key>; }) {
        // No refusal that is remembered: a newer program may know it.
        if (!(*rules)->find(target.noun))
            return Error{ErrorCode::Unsupported, u"command.noun"_s, toText(target.noun)};
    }
    auto before = changes.newestOf(target.noun, target.id);
    if (!before)
        return before.error();

    CommandAnswer answer;
    QJsonObject body;
    {
        auto savepoint = Savepoint::begin(*transaction);
        if (!savepoint)
            return savepoint.error();
        ActionContext context{.transaction = *transaction, .actor = actor, .clock = clock, .rules = **rules};
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
            auto changed = changedBy(*transaction, done, answer);
            if (!changed)
                return changed.error();
            body = {{"sequence"_L1, answer.sequence}, {"changed"_L1, *std::move(changed)}};
            if (auto kept = savepoint->release(); !kept)
                return kept.error();
        } else {
            if (mayGoBetter(done.error().code) || isOfUnreadable(action, **rules, done.error()))
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
    const StoredAnswer stored{.user = actor.user, .fingerprint = print, .answer = storedForm(body, answer.head)};
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
