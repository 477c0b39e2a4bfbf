#include "storage/ChangeStore.h"

#include "storage/NewsroomStore.h"
#include "storage/Reading.h"

#include <QCryptographicHash>
#include <QJsonDocument>

namespace toasoan {

namespace {

// Fields are joined by a character that none of them holds: cleaned texts have no control characters, and JSON
// escapes them.
QString chainedHash(const QString &previous, const AuditLine &line)
{
    const QStringList fields{previous,
                             QString::number(line.number),
                             QString::number(toMilliseconds(line.at)),
                             line.actor.toText(),
                             line.action,
                             line.noun,
                             line.nounId,
                             line.detail};
    return QString::fromLatin1(
        QCryptographicHash::hash(fields.join(QChar(0x1F)).toUtf8(), QCryptographicHash::Sha256).toHex());
}

AuditLine readAuditLine(const Statement &row)
{
    return AuditLine{.number = row.integer(0),
                     .at = row.instant(1),
                     .actor = row.id<UserId>(2),
                     .action = row.text(3),
                     .noun = row.text(4),
                     .nounId = row.text(5),
                     .detail = row.text(6),
                     .hash = row.text(7)};
}

Result<ChangePage> pageOf(Statement &statement, int limit)
{
    auto changes = statement.all([](const Statement &row) {
        return Change{.sequence = row.integer(0), .noun = Noun(row.text(1)), .id = row.text(2)};
    });
    if (!changes)
        return changes.error();
    ChangePage page{.changes = *std::move(changes)};
    page.more = std::ssize(page.changes) == limit;
    return page;
}

} // namespace

ChangeStore::ChangeStore(Transaction &transaction) : m_transaction(transaction) { }

Result<qint64> ChangeStore::add(const Noun &noun, const QString &id, Instant now)
{
    auto sequence = NewsroomStore(m_transaction).next(QStringLiteral("sequence"));
    if (!sequence)
        return sequence.error();
    Statement statement(m_transaction, R"(
        INSERT INTO changes (sequence, noun, id, at)
        VALUES (:sequence, :noun, :id, :now)
        ON CONFLICT (noun, id) DO UPDATE SET
            sequence = excluded.sequence,
            at = excluded.at
    )");
    statement.bind("sequence", *sequence);
    statement.bind("noun", toText(noun));
    statement.bind("id", id);
    statement.bind("now", now);
    if (auto done = statement.run(); !done)
        return done.error();
    return *sequence;
}

Result<qint64> ChangeStore::newestOf(const Noun &noun, const QString &id) const
{
    Statement statement(m_transaction, "SELECT sequence FROM changes WHERE noun = :noun AND id = :id");
    statement.bind("noun", toText(noun));
    statement.bind("id", id);
    auto found = statement.find([](const Statement &row) { return row.integer(0); });
    if (!found)
        return found.error();
    return found->value_or(0);
}

Result<qint64> ChangeStore::newestOf(const Noun &noun) const
{
    Statement statement(m_transaction, "SELECT COALESCE(MAX(sequence), 0) FROM changes WHERE noun = :noun");
    statement.bind("noun", toText(noun));
    return oneInteger(statement);
}

Result<ChangePage> ChangeStore::after(qint64 sequence, int limit) const
{
    Statement statement(m_transaction, R"(
        SELECT sequence, noun, id
        FROM changes
        WHERE sequence > :sequence
        ORDER BY sequence
        LIMIT :limit
    )");
    statement.bind("sequence", sequence);
    statement.bind("limit", qint64(limit));
    return pageOf(statement, limit);
}

Result<ChangePage> ChangeStore::before(qint64 sequence, const Noun &noun, int limit) const
{
    Statement statement(m_transaction, R"(
        SELECT sequence, noun, id
        FROM changes
        WHERE noun = :noun AND sequence < :sequence
        ORDER BY sequence DESC
        LIMIT :limit
    )");
    statement.bind("noun", toText(noun));
    statement.bind("sequence", sequence);
    statement.bind("limit", qint64(limit));
    return pageOf(statement, limit);
}

Result<qint64> ChangeStore::newest() const
{
    return NewsroomStore(m_transaction).counter(QStringLiteral("sequence"));
}

Result<std::optional<StoredAnswer>> ChangeStore::answer(RequestId id) const
{
    Statement statement(m_transaction, "SELECT user_id, fingerprint, answer FROM requests WHERE id = :id");
    statement.bind("id", id);
    return statement.find([](const Statement &row) {
        return StoredAnswer{.user = row.id<UserId>(0), .fingerprint = row.text(1), .answer = row.text(2).toUtf8()};
    });
}

Result<void> ChangeStore::addAnswer(RequestId id, const StoredAnswer &answer, Instant now)
{
    Statement statement(m_transaction, R"(
        INSERT INTO requests (id, user_id, fingerprint, at, answer)
        VALUES (:id, :user, :fingerprint, :now, :answer)
    )");
    statement.bind("id", id);
    statement.bind("user", answer.user);
    statement.bind("fingerprint", answer.fingerprint);
    statement.bind("now", now);
    statement.bind("answer", QString::fromUtf8(answer.answer));
    return statement.run();
}

Result<qint64> ChangeStore::dropAnswers(Instant before)
{
    Statement statement(m_transaction, "DELETE FROM requests WHERE at < :before");
    statement.bind("before", before);
    if (auto done = statement.run(); !done)
        return done.error();
    return qint64(statement.rowsAffected());
}

Result<void> ChangeStore::addAudit(UserId actor, const QString &action, const QString &noun, const QString &nounId,
                                   const QJsonObject &detail, Instant now)
{
    auto number = NewsroomStore(m_transaction).next(QStringLiteral("audit"));
    if (!number)
        return number.error();
    auto before = audit(*number - 2, 1);
    if (!before)
        return before.error();

    AuditLine line{.number = *number,
                   .at = now,
                   .actor = actor,
                   .action = action,
                   .noun = noun,
                   .nounId = nounId,
                   .detail = QString::fromUtf8(QJsonDocument(detail).toJson(QJsonDocument::Compact)),
                   .hash = {}};
    line.hash = chainedHash(before->empty() ? QString() : before->front().hash, line);

    Statement statement(m_transaction, R"(
        INSERT INTO audit (number, at, actor_id, action, noun, noun_id, detail, hash)
        VALUES (:number, :at, :actor, :action, :noun, :nounId, :detail, :hash)
    )");
    statement.bind("number", line.number);
    statement.bind("at", line.at);
    statement.bind("actor", line.actor);
    statement.bind("action", line.action);
    statement.bind("noun", line.noun);
    statement.bind("nounId", line.nounId);
    statement.bind("detail", line.detail);
    statement.bind("hash", line.hash);
    return statement.run();
}

Result<std::vector<AuditLine>> ChangeStore::audit(qint64 after, int limit) const
{
    Statement statement(m_transaction, R"(
        SELECT number, at, actor_id, action, noun, noun_id, detail, hash
        FROM audit
        WHERE number > :after
        ORDER BY number
        LIMIT :limit
    )");
    statement.bind("after", after);
    statement.bind("limit", qint64(limit));
    return statement.all(readAuditLine);
}

Result<std::vector<AuditLine>> ChangeStore::auditOfSettings() const
{
    Statement statement(m_transaction, R"(
        SELECT number, at, actor_id, action, noun, noun_id, detail, hash
        FROM audit
        WHERE noun IN ('user', 'workflow', 'site', 'section') AND action <> 'signIn'
        ORDER BY number
    )");
    return statement.all(readAuditLine);
}

Result<AuditMark> ChangeStore::verifyAudit(const std::optional<AuditMark> &known) const
{
    constexpr int page = 1000;
    const auto broken = [](const QString &where) { return Error{ErrorCode::Corrupt, QStringLiteral("audit"), where}; };
    AuditMark last;
    bool isAsKnown = !known || *known == last;
    while (true) {
        auto lines = audit(last.number, page);
        if (!lines)
            return lines.error();
        for (const AuditLine &line : *lines) {
            if (line.number != last.number + 1 || line.hash != chainedHash(last.hash, line))
                return broken(QString::number(last.number + 1));
            last = {.number = line.number, .hash = line.hash};
            if (known && known->number == last.number) {
                if (*known != last)
                    return broken(QStringLiteral("line %1 is not the one that was known").arg(last.number));
                isAsKnown = true;
            }
        }
        if (lines->size() < page)
            break;
    }
    auto counted = NewsroomStore(m_transaction).counter(QStringLiteral("audit"));
    if (!counted)
        return counted.error();
    if (*counted != last.number || !isAsKnown)
        return broken(QStringLiteral("lines are missing at the end"));
    return last;
}

} // namespace toasoan
