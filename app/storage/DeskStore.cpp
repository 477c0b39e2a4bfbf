#include "storage/DeskStore.h"

#include "storage/Facts.h"
#include "storage/Reading.h"
#include "storage/StoredContent.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <iterator>

namespace toasoan {

namespace {

const std::string outboxColumns = R"(
        SELECT position, request_id, noun, record_id, command, base_content, given_at, offered, error, done,
               clock_ahead
        FROM outbox
    )";
const std::string lineColumns = "SELECT request_id, noun, record_id, step, given_at, offered, error, done FROM outbox";
const std::string formerColumns = R"(
        SELECT noun, record_id, author_id, version, content_hash, seen, content, packed
        FROM former
    )";
const std::string journalColumns = "SELECT noun, record_id, base_version, base_content, content, typed_at FROM journal";
const std::string pictureColumns = R"(
        SELECT media_id, sha256, name, size, width, height, upload_address, sent, error, added_at
        FROM pictures
    )";

const std::string goneColumns = "SELECT g.media_id, g.sha256 FROM gone_pictures g";

GonePicture readGone(const Statement &row)
{
    return {.media = row.id<MediaId>(0), .sha256 = row.text(1)};
}

Key readKey(const Statement &row, int noun)
{
    return {.noun = Noun(row.text(noun)), .id = row.id<RecordId>(noun + 1)};
}

OutboxEntry readOutbox(const Statement &row)
{
    return {.position = row.integer(0),
            .request = row.id<RequestId>(1),
            .target = readKey(row, 2),
            .command = row.text(4).toUtf8(),
            .baseContent = row.text(5).toUtf8(),
            .givenAt = row.instant(6),
            .offered = row.integer(7) != 0,
            .error = row.text(8).toUtf8(),
            .done = row.integer(9),
            .clockAhead = Milliseconds(row.integer(10))};
}

OutboxLine readLine(const Statement &row)
{
    return OutboxLine{.request = row.id<RequestId>(0),
                      .target = readKey(row, 1),
                      .step = row.text(3),
                      .givenAt = row.instant(4),
                      .offered = row.integer(5) != 0,
                      .error = row.text(6).toUtf8(),
                      .isDone = row.integer(7) > 0};
}

FormerRecord readFormer(const Statement &row)
{
    return {.key = readKey(row, 0),
            .author = row.id<UserId>(2),
            .version = row.integer(3),
            .contentHash = row.text(4),
            .content = storedBytes(row, 6),
            .seen = row.integer(5) != 0};
}

JournalEntry readJournal(const Statement &row)
{
    return {.record = readKey(row, 0),
            .baseVersion = row.integer(2),
            .baseContent = row.text(3).toUtf8(),
            .content = row.text(4).toUtf8(),
            .typedAt = row.instant(5)};
}

PictureEntry readPicture(const Statement &row)
{
    return PictureEntry{.media = row.id<MediaId>(0),
                        .sha256 = row.text(1),
                        .name = row.text(2),
                        .size = row.integer(3),
                        .width = int(row.integer(4)),
                        .height = int(row.integer(5)),
                        .uploadAddress = row.text(6),
                        .sent = row.integer(7),
                        .error = row.text(8).toUtf8(),
                        .addedAt = row.instant(9)};
}

} // namespace

DeskStore::DeskStore(Transaction &transaction) : m_transaction(transaction) { }

Result<QString> DeskStore::fact(const QString &name) const
{
    return readFact(m_transaction, "desk", name);
}

Result<void> DeskStore::setFact(const QString &name, const QString &value)
{
    return writeFact(m_transaction, "desk", name, value);
}

Result<bool> DeskStore::hearOf(const Noun &noun, const QString &id, qint64 sequence)
{
    Statement statement(m_transaction, R"(
        INSERT INTO known (noun, id, sequence)
        VALUES (:noun, :id, :sequence)
        ON CONFLICT (noun, id) DO UPDATE SET
            sequence = excluded.sequence
        WHERE known.sequence <= excluded.sequence
    )");
    statement.bind("noun", toText(noun));
    statement.bind("id", id);
    statement.bind("sequence", sequence);
    if (auto done = statement.run(); !done)
        return done.error();
    return statement.rowsAffected() > 0;
}

Result<void> DeskStore::forgetKnown(const Noun &noun, const QString &id)
{
    Statement statement(m_transaction, "UPDATE known SET sequence = 0 WHERE noun = :noun AND id = :id");
    statement.bind("noun", toText(noun));
    statement.bind("id", id);
    return statement.run();
}

Result<void> DeskStore::forgetKnown()
{
    Statement statement(m_transaction, "DELETE FROM known");
    return statement.run();
}

Result<qint64> DeskStore::addCommand(const OutboxEntry &entry)
{
    Statement statement(m_transaction, R"(
        INSERT INTO outbox (request_id, noun, record_id, step, command, base_content, given_at, offered, error, done,
                            clock_ahead)
        VALUES (:request, :noun, :record, :step, :command, :base, :givenAt, :offered, :error, :done, :clockAhead)
        RETURNING position
    )");
    statement.bind("request", entry.request);
    statement.bind("noun", toText(entry.target.noun));
    statement.bind("record", entry.target.id);
    statement.bind("step", QJsonDocument::fromJson(entry.command).object().value(u"kind").toString());
    statement.bind("command", QString::fromUtf8(entry.command));
    statement.bind("base", QString::fromUtf8(entry.baseContent));
    statement.bind("givenAt", entry.givenAt);
    statement.bind("offered", entry.offered);
    statement.bind("error", QString::fromUtf8(entry.error));
    statement.bind("done", entry.done);
    statement.bind("clockAhead", qint64(entry.clockAhead.count()));
    return oneInteger(statement);
}

Result<std::vector<OutboxEntry>> DeskStore::outbox(RecordId record) const
{
    Statement statement(m_transaction, outboxColumns + " WHERE record_id = :record ORDER BY position");
    statement.bind("record", record);
    return statement.all(readOutbox);
}

Result<std::vector<OutboxLine>> DeskStore::outboxLines() const
{
    Statement statement(m_transaction, lineColumns + " ORDER BY position");
    return statement.all(readLine);
}

Result<std::vector<OutboxLine>> DeskStore::outboxLines(RecordId record) const
{
    Statement statement(m_transaction, lineColumns + " WHERE record_id = :record ORDER BY position");
    statement.bind("record", record);
    return statement.all(readLine);
}

Result<std::optional<OutboxLine>>
DeskStore::findLine(const std::function<Result<bool>(const OutboxLine &line)> &isIt) const
{
    Statement statement(m_transaction, lineColumns + " ORDER BY position");
    while (true) {
        const auto row = statement.next();
        if (!row)
            return row.error();
        if (!*row)
            return std::optional<OutboxLine>();
        OutboxLine line = readLine(statement);
        const auto answer = isIt(line);
        if (!answer)
            return answer.error();
        if (*answer)
            return std::optional(std::move(line));
    }
}

Result<QByteArray> DeskStore::command(RequestId request) const
{
    Statement statement(m_transaction, "SELECT command FROM outbox WHERE request_id = :request");
    statement.bind("request", request);
    const auto text = statement.find([](const Statement &row) { return row.text(0).toUtf8(); });
    return text ? Result<QByteArray>(text->value_or(QByteArray())) : text.error();
}

Result<std::optional<Key>> DeskStore::targetOf(RequestId request) const
{
    Statement statement(m_transaction, "SELECT noun, record_id FROM outbox WHERE request_id = :request");
    statement.bind("request", request);
    return statement.find([](const Statement &row) { return readKey(row, 0); });
}

Result<std::vector<Key>> DeskStore::recordsWithLocalWork() const
{
    Statement statement(m_transaction, "SELECT noun, record_id FROM outbox UNION SELECT noun, record_id FROM journal");
    return statement.all([](const Statement &row) { return readKey(row, 0); });
}

Result<std::vector<std::pair<Key, qint64>>> DeskStore::doneCommands() const
{
    Statement statement(m_transaction, "SELECT noun, record_id, done FROM outbox WHERE done > 0");
    return statement.all([](const Statement &row) { return std::pair(readKey(row, 0), row.integer(2)); });
}

Result<void> DeskStore::forgetDone()
{
    Statement statement(m_transaction, "UPDATE outbox SET done = 0");
    return statement.run();
}

Result<void> DeskStore::updateCommand(const OutboxEntry &entry)
{
    Statement statement(m_transaction, R"(
        UPDATE outbox
        SET request_id = :request, command = :command, base_content = :base, offered = :offered, error = :error,
            done = :done, clock_ahead = :clockAhead
        WHERE position = :position
    )");
    statement.bind("request", entry.request);
    statement.bind("command", QString::fromUtf8(entry.command));
    statement.bind("base", QString::fromUtf8(entry.baseContent));
    statement.bind("offered", entry.offered);
    statement.bind("error", QString::fromUtf8(entry.error));
    statement.bind("done", entry.done);
    statement.bind("clockAhead", qint64(entry.clockAhead.count()));
    statement.bind("position", entry.position);
    return statement.run();
}

Result<void> DeskStore::removeCommand(RequestId request)
{
    Statement statement(m_transaction, "DELETE FROM outbox WHERE request_id = :request");
    statement.bind("request", request);
    return statement.run();
}

Result<void> DeskStore::putJournal(const JournalEntry &entry)
{
    Statement statement(m_transaction, R"(
        INSERT INTO journal (noun, record_id, base_version, base_content, content, typed_at)
        VALUES (:noun, :record, :baseVersion, :baseContent, :content, :typedAt)
        ON CONFLICT (record_id) DO UPDATE SET
            base_version = excluded.base_version,
            base_content = excluded.base_content,
            content = excluded.content,
            typed_at = excluded.typed_at
    )");
    statement.bind("noun", toText(entry.record.noun));
    statement.bind("record", entry.record.id);
    statement.bind("baseVersion", entry.baseVersion);
    statement.bind("baseContent", QString::fromUtf8(entry.baseContent));
    statement.bind("content", QString::fromUtf8(entry.content));
    statement.bind("typedAt", entry.typedAt);
    return statement.run();
}

Result<void> DeskStore::typeOn(const JournalEntry &entry)
{
    Statement statement(m_transaction, R"(
        UPDATE journal
        SET content = :content, typed_at = :typedAt
        WHERE record_id = :record
    )");
    statement.bind("record", entry.record.id);
    statement.bind("content", QString::fromUtf8(entry.content));
    statement.bind("typedAt", entry.typedAt);
    return statement.run();
}

Result<std::optional<JournalEntry>> DeskStore::journal(RecordId record) const
{
    Statement statement(m_transaction, journalColumns + " WHERE record_id = :record");
    statement.bind("record", record);
    return statement.find(readJournal);
}

Result<std::vector<Key>> DeskStore::recordsWithJournal() const
{
    Statement statement(m_transaction, "SELECT noun, record_id FROM journal ORDER BY record_id");
    return statement.all([](const Statement &row) { return readKey(row, 0); });
}

Result<void> DeskStore::removeJournal(RecordId record)
{
    Statement statement(m_transaction, "DELETE FROM journal WHERE record_id = :record");
    statement.bind("record", record);
    return statement.run();
}

Result<void> DeskStore::keepFormer()
{
    Statement statement(m_transaction, R"(
        INSERT INTO former (noun, record_id, author_id, version, content_hash, content, packed, seen)
        SELECT h.noun, h.id, h.author_id, h.version, h.content_hash, r.content, r.packed, 0
        FROM records h
        JOIN revisions r ON r.record_id = h.id AND r.version = h.version
        WHERE true
        ON CONFLICT (record_id) DO UPDATE SET
            version = excluded.version,
            content_hash = excluded.content_hash,
            content = excluded.content,
            packed = excluded.packed,
            seen = 0
    )");
    return statement.run();
}

Result<std::optional<FormerRecord>> DeskStore::former(RecordId record) const
{
    Statement statement(m_transaction, formerColumns + " WHERE record_id = :record");
    statement.bind("record", record);
    return statement.find(readFormer);
}

Result<std::vector<FormerRecord>> DeskStore::formerUnseen() const
{
    Statement statement(m_transaction, formerColumns + " WHERE seen = 0 ORDER BY record_id");
    return statement.all(readFormer);
}

Result<void> DeskStore::setFormerSeen(RecordId record)
{
    Statement statement(m_transaction, "UPDATE former SET seen = 1 WHERE record_id = :record");
    statement.bind("record", record);
    return statement.run();
}

Result<void> DeskStore::removeFormer(RecordId record)
{
    Statement statement(m_transaction, "DELETE FROM former WHERE record_id = :record");
    statement.bind("record", record);
    return statement.run();
}

Result<void> DeskStore::putNews(const Key &key, const NewsLine &news)
{
    Statement statement(m_transaction, R"(
        INSERT INTO news (noun, record_id, step, actor_id, at, reason, again)
        VALUES (:noun, :record, :step, :actor, :at, :reason, :again)
        ON CONFLICT (record_id) DO UPDATE SET
            step = excluded.step,
            actor_id = excluded.actor_id,
            at = excluded.at,
            reason = excluded.reason,
            again = excluded.again
    )");
    statement.bind("noun", toText(key.noun));
    statement.bind("record", key.id);
    statement.bind("step", news.step);
    statement.bind("actor", news.actor);
    statement.bind("at", news.at);
    statement.bind("reason", news.reason);
    statement.bind("again", news.again);
    return statement.run();
}

Result<std::vector<std::pair<RecordId, NewsLine>>> DeskStore::news() const
{
    Statement statement(m_transaction, "SELECT record_id, step, actor_id, at, reason, again FROM news");
    return statement.all([](const Statement &row) {
        return std::pair(row.id<RecordId>(0),
                         NewsLine{.step = row.text(1),
                                  .actor = row.id<UserId>(2),
                                  .at = row.instant(3),
                                  .reason = row.text(4),
                                  .again = row.boolean(5)});
    });
}

Result<void> DeskStore::removeNews(RecordId record)
{
    Statement statement(m_transaction, "DELETE FROM news WHERE record_id = :record");
    statement.bind("record", record);
    return statement.run();
}

Result<void> DeskStore::putPicture(const PictureEntry &entry)
{
    Statement statement(m_transaction, R"(
        INSERT INTO pictures (media_id, sha256, name, size, width, height, upload_address, sent, error, added_at)
        VALUES (:media, :sha256, :name, :size, :width, :height, :address, :sent, :error, :addedAt)
        ON CONFLICT (media_id) DO UPDATE SET
            upload_address = excluded.upload_address,
            sent = excluded.sent,
            error = excluded.error
    )");
    statement.bind("media", entry.media);
    statement.bind("sha256", entry.sha256);
    statement.bind("name", entry.name);
    statement.bind("size", entry.size);
    statement.bind("width", qint64(entry.width));
    statement.bind("height", qint64(entry.height));
    statement.bind("address", entry.uploadAddress);
    statement.bind("sent", entry.sent);
    statement.bind("error", QString::fromUtf8(entry.error));
    statement.bind("addedAt", entry.addedAt);
    return statement.run();
}

Result<std::vector<PictureEntry>> DeskStore::pictures() const
{
    Statement statement(m_transaction, pictureColumns + " ORDER BY added_at, media_id");
    return statement.all(readPicture);
}

Result<std::optional<PictureEntry>> DeskStore::picture(MediaId media) const
{
    Statement statement(m_transaction, pictureColumns + " WHERE media_id = :media");
    statement.bind("media", media);
    return statement.find(readPicture);
}

Result<void> DeskStore::removePicture(MediaId media)
{
    Statement statement(m_transaction, "DELETE FROM pictures WHERE media_id = :media");
    statement.bind("media", media);
    return statement.run();
}

Result<void> DeskStore::addGonePicture(const GonePicture &picture)
{
    Statement statement(m_transaction, R"(
        INSERT INTO gone_pictures (media_id, sha256)
        VALUES (:media, :sha256)
        ON CONFLICT (media_id) DO NOTHING
    )");
    statement.bind("media", picture.media);
    statement.bind("sha256", picture.sha256);
    return statement.run();
}

Result<void> DeskStore::removeGonePicture(MediaId media)
{
    Statement statement(m_transaction, "DELETE FROM gone_pictures WHERE media_id = :media");
    statement.bind("media", media);
    return statement.run();
}

Result<std::vector<GonePicture>> DeskStore::gonePictures() const
{
    Statement statement(m_transaction, goneColumns + " WHERE g.media_id IN (SELECT id FROM media)");
    return statement.all(readGone);
}

Result<std::vector<GonePicture>> DeskStore::forgottenPictures() const
{
    Statement statement(m_transaction, goneColumns + " WHERE g.media_id NOT IN (SELECT id FROM media)");
    return statement.all(readGone);
}

Result<bool> DeskStore::hasPictureOf(const QString &sha256) const
{
    Statement statement(m_transaction, R"(
        SELECT (SELECT COUNT(*) FROM media WHERE sha256 = :known)
             + (SELECT COUNT(*) FROM pictures WHERE sha256 = :coming)
    )");
    statement.bind("known", sha256);
    statement.bind("coming", sha256);
    const auto count = oneInteger(statement);
    return count ? Result<bool>(*count > 0) : count.error();
}

Result<std::vector<QByteArray>> DeskStore::localTexts() const
{
    Statement given(m_transaction, R"(
        SELECT command FROM outbox UNION ALL
        SELECT base_content FROM outbox UNION ALL
        SELECT content FROM journal UNION ALL
        SELECT base_content FROM journal
    )");
    auto texts = given.all([](const Statement &row) { return row.text(0).toUtf8(); });
    if (!texts)
        return texts;
    Statement former(m_transaction, "SELECT content, packed FROM former");
    auto known = former.all([](const Statement &row) { return storedBytes(row, 0); });
    if (!known)
        return known;
    texts->insert(texts->end(), std::move_iterator(known->begin()), std::move_iterator(known->end()));
    return texts;
}

} // namespace toasoan
