#include "storage/DeskStore.h"

#include "storage/Reading.h"

#include <QJsonDocument>

namespace toasoan {

namespace {

const std::string outboxColumns = "SELECT position, request_id, article_id, command, given_at, error FROM outbox";
const std::string journalColumns = "SELECT article_id, base_version, base_content, content, typed_at FROM journal";
const std::string pictureColumns = R"(
        SELECT media_id, sha256, name, size, width, height, upload_address, sent, error, added_at
        FROM pictures
    )";

Result<JournalEntry> readJournal(const Statement &row)
{
    auto base = storedContent(QJsonDocument::fromJson(row.text(2).toUtf8()).object());
    if (!base)
        return base.error();
    auto content = storedContent(QJsonDocument::fromJson(row.text(3).toUtf8()).object());
    if (!content)
        return content.error();
    return JournalEntry{.article = row.id<ArticleId>(0),
                        .baseVersion = row.integer(1),
                        .baseContent = *std::move(base),
                        .content = *std::move(content),
                        .typedAt = row.instant(4)};
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
    Statement statement(m_transaction, "SELECT value FROM desk WHERE name = :name");
    statement.bind("name", name);
    auto row = statement.next();
    if (!row)
        return row.error();
    return *row ? statement.text(0) : QString();
}

Result<void> DeskStore::setFact(const QString &name, const QString &value)
{
    Statement statement(m_transaction, R"(
        INSERT INTO desk (name, value)
        VALUES (:name, :value)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
    )");
    statement.bind("name", name);
    statement.bind("value", value);
    return statement.run();
}

Result<qint64> DeskStore::addCommand(const OutboxEntry &entry)
{
    Statement statement(m_transaction, R"(
        INSERT INTO outbox (request_id, article_id, command, given_at, error)
        VALUES (:request, :article, :command, :givenAt, '')
        RETURNING position
    )");
    statement.bind("request", entry.request);
    statement.bind("article", entry.article);
    statement.bind("command", QString::fromUtf8(entry.command));
    statement.bind("givenAt", entry.givenAt);
    return oneInteger(statement);
}

Result<std::vector<OutboxEntry>> DeskStore::outbox() const
{
    Statement statement(m_transaction, outboxColumns + " ORDER BY position");
    return statement.all([](const Statement &row) {
        return OutboxEntry{.position = row.integer(0),
                           .request = row.id<RequestId>(1),
                           .article = row.id<ArticleId>(2),
                           .command = row.text(3).toUtf8(),
                           .givenAt = row.instant(4),
                           .error = row.text(5).toUtf8()};
    });
}

Result<void> DeskStore::updateCommand(const OutboxEntry &entry)
{
    Statement statement(m_transaction, R"(
        UPDATE outbox
        SET command = :command, error = :error
        WHERE request_id = :request
    )");
    statement.bind("command", QString::fromUtf8(entry.command));
    statement.bind("error", QString::fromUtf8(entry.error));
    statement.bind("request", entry.request);
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
        INSERT INTO journal (article_id, base_version, base_content, content, typed_at)
        VALUES (:article, :baseVersion, :baseContent, :content, :typedAt)
        ON CONFLICT (article_id) DO UPDATE SET
            base_version = excluded.base_version,
            base_content = excluded.base_content,
            content = excluded.content,
            typed_at = excluded.typed_at
    )");
    statement.bind("article", entry.article);
    statement.bind("baseVersion", entry.baseVersion);
    statement.bind("baseContent", QString::fromUtf8(canonicalBytes(entry.baseContent)));
    statement.bind("content", QString::fromUtf8(canonicalBytes(entry.content)));
    statement.bind("typedAt", entry.typedAt);
    return statement.run();
}

Result<std::optional<JournalEntry>> DeskStore::journal(ArticleId article) const
{
    Statement statement(m_transaction, journalColumns + " WHERE article_id = :article");
    statement.bind("article", article);
    return findRead(statement, readJournal);
}

Result<std::vector<JournalEntry>> DeskStore::journals() const
{
    Statement statement(m_transaction, journalColumns + " ORDER BY article_id");
    return allRead(statement, readJournal);
}

Result<void> DeskStore::removeJournal(ArticleId article)
{
    Statement statement(m_transaction, "DELETE FROM journal WHERE article_id = :article");
    statement.bind("article", article);
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

} // namespace toasoan
