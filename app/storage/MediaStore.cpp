#include "storage/MediaStore.h"

#include "storage/Reading.h"
#include "storage/RecordStore.h"

namespace toasoan {

namespace {

const std::string mediaColumns = R"(
        SELECT id, sha256, format, width, height, size, name, uploaded_by, created_at
        FROM media
    )";

Media readMedia(const Statement &row)
{
    return {.id = row.id<MediaId>(0),
            .sha256 = row.text(1),
            .format = row.text(2),
            .width = int(row.integer(3)),
            .height = int(row.integer(4)),
            .size = row.integer(5),
            .name = row.text(6),
            .uploadedBy = row.id<UserId>(7),
            .createdAt = row.instant(8)};
}

// A claim holds if who claimed the picture uploaded it.
const std::string claimHolds = " AND (a.claimed_by = '' OR a.claimed_by = m.uploaded_by)";

const std::string uploadColumns = R"(
        SELECT id, user_id, media_id, name, length, sha256, finished, expires_at, metadata
        FROM uploads
    )";

Upload readUpload(const Statement &row)
{
    return Upload{.id = row.id<UploadId>(0),
                  .user = row.id<UserId>(1),
                  .media = row.id<MediaId>(2),
                  .name = row.text(3),
                  .length = row.integer(4),
                  .sha256 = row.text(5),
                  .finished = row.integer(6) != 0,
                  .expiresAt = row.instant(7),
                  .metadata = row.text(8)};
}

} // namespace

MediaStore::MediaStore(Transaction &transaction) : m_transaction(transaction) { }

Result<std::optional<Media>> MediaStore::findMaybe(MediaId id) const
{
    Statement statement(m_transaction, mediaColumns + " WHERE id = :id");
    statement.bind("id", id);
    return statement.find(readMedia);
}

Result<std::vector<Media>> MediaStore::find(const std::vector<MediaId> &ids) const
{
    return rowsOf(m_transaction, mediaColumns + " WHERE id IN (:keys)", ids, readMedia);
}

Result<std::vector<Media>> MediaStore::all() const
{
    Statement statement(m_transaction, mediaColumns + " ORDER BY id");
    return statement.all(readMedia);
}

Result<Media> MediaStore::find(MediaId id) const
{
    auto media = findMaybe(id);
    if (!media)
        return media.error();
    if (!*media)
        return Error{ErrorCode::NotFound, QStringLiteral("media"), id.toText()};
    return **std::move(media);
}

Result<void> MediaStore::put(const Media &media)
{
    Statement statement(m_transaction, R"(
        INSERT INTO media (id, sha256, format, width, height, size, name, uploaded_by, created_at)
        VALUES (:id, :sha256, :format, :width, :height, :size, :name, :user, :now)
        ON CONFLICT (id) DO NOTHING
    )");
    statement.bind("id", media.id);
    statement.bind("sha256", media.sha256);
    statement.bind("format", media.format);
    statement.bind("width", qint64(media.width));
    statement.bind("height", qint64(media.height));
    statement.bind("size", media.size);
    statement.bind("name", media.name);
    statement.bind("user", media.uploadedBy);
    statement.bind("now", media.createdAt);
    return statement.run();
}

Result<void> MediaStore::remove(MediaId id)
{
    Statement statement(m_transaction, "DELETE FROM media WHERE id = :id");
    statement.bind("id", id);
    return statement.run();
}

Result<void> MediaStore::setShape(MediaId id, int width, int height)
{
    Statement statement(m_transaction, "UPDATE media SET width = :width, height = :height WHERE id = :id");
    statement.bind("width", qint64(width));
    statement.bind("height", qint64(height));
    statement.bind("id", id);
    return statement.run();
}

Result<void> MediaStore::addTo(ArticleId article, MediaId media)
{
    Statement statement(m_transaction, R"(
        INSERT INTO record_media (media_id, record_id, claimed_by)
        VALUES (:media, :article, '')
        ON CONFLICT (media_id, record_id) DO UPDATE SET claimed_by = ''
    )");
    statement.bind("media", media);
    statement.bind("article", article);
    return statement.run();
}

Result<void> MediaStore::claim(ArticleId article, MediaId media, UserId user)
{
    Statement statement(m_transaction, R"(
        INSERT INTO record_media (media_id, record_id, claimed_by)
        VALUES (:media, :article, :user)
        ON CONFLICT (media_id, record_id) DO NOTHING
    )");
    statement.bind("media", media);
    statement.bind("article", article);
    statement.bind("user", user);
    return statement.run();
}

Result<std::optional<UserId>> MediaStore::claimant(ArticleId article, MediaId media) const
{
    Statement statement(m_transaction, R"(
        SELECT claimed_by
        FROM record_media
        WHERE media_id = :media AND record_id = :article AND claimed_by <> ''
    )");
    statement.bind("media", media);
    statement.bind("article", article);
    return statement.find([](const Statement &row) { return row.id<UserId>(0); });
}

Result<bool> MediaStore::isIn(ArticleId article, MediaId media) const
{
    Statement statement(m_transaction, R"(
        SELECT a.record_id
        FROM record_media a
        LEFT JOIN media m ON m.id = a.media_id
        WHERE a.media_id = :media AND a.record_id = :article
    )" + claimHolds);
    statement.bind("media", media);
    statement.bind("article", article);
    auto found = statement.find([](const Statement &row) { return row.id<ArticleId>(0); });
    if (!found)
        return found.error();
    return found->has_value();
}

Result<bool> MediaStore::isInAny(MediaId media, const std::function<bool(const Record &)> &wanted) const
{
    Statement statement(m_transaction,
                        R"(
        SELECT )" + recordColumns
                            + R"(
        FROM record_media a
        JOIN records h ON h.id = a.record_id
        LEFT JOIN media m ON m.id = a.media_id
        WHERE a.media_id = :media
    )" + claimHolds);
    statement.bind("media", media);
    for (;;) {
        const auto row = statement.next();
        if (!row || !*row)
            return row;
        if (const auto article = readRecord(statement); article && wanted(*article))
            return true;
    }
}

Result<std::vector<MediaId>> MediaStore::allIn(ArticleId article) const
{
    Statement statement(m_transaction, R"(
        SELECT a.media_id
        FROM record_media a
        JOIN media m ON m.id = a.media_id
        WHERE a.record_id = :article
    )" + claimHolds);
    statement.bind("article", article);
    return statement.all([](const Statement &row) { return row.id<MediaId>(0); });
}

Result<std::multimap<ArticleId, MediaId>> MediaStore::ofArticles(ArticleId first, ArticleId last) const
{
    Statement statement(m_transaction, R"(
        SELECT record_id, media_id
        FROM record_media
        WHERE record_id >= :first AND record_id <= :last
    )");
    statement.bind("first", first);
    statement.bind("last", last);
    return pairsOf<ArticleId, MediaId>(statement);
}

Result<void> MediaStore::addUpload(const Upload &upload)
{
    Statement statement(m_transaction, R"(
        INSERT INTO uploads (id, user_id, media_id, name, length, sha256, finished, expires_at, metadata)
        VALUES (:id, :user, :media, :name, :length, :sha256, 0, :expires, :metadata)
    )");
    statement.bind("id", upload.id);
    statement.bind("user", upload.user);
    statement.bind("media", upload.media);
    statement.bind("name", upload.name);
    statement.bind("length", upload.length);
    statement.bind("sha256", upload.sha256);
    statement.bind("expires", upload.expiresAt);
    statement.bind("metadata", upload.metadata);
    return statement.run();
}

Result<Upload> MediaStore::upload(UploadId id) const
{
    Statement statement(m_transaction, uploadColumns + " WHERE id = :id");
    statement.bind("id", id);
    auto upload = statement.find(readUpload);
    if (!upload)
        return upload.error();
    if (!*upload)
        return Error{ErrorCode::NotFound, QStringLiteral("upload"), id.toText()};
    return **std::move(upload);
}

Result<void> MediaStore::finishUpload(UploadId id)
{
    Statement statement(m_transaction, "UPDATE uploads SET finished = 1 WHERE id = :id");
    statement.bind("id", id);
    return statement.run();
}

Result<void> MediaStore::removeUpload(UploadId id)
{
    Statement statement(m_transaction, "DELETE FROM uploads WHERE id = :id");
    statement.bind("id", id);
    return statement.run();
}

Result<std::vector<Upload>> MediaStore::expiredUploads(Instant now) const
{
    Statement statement(m_transaction, uploadColumns + " WHERE expires_at <= :now");
    statement.bind("now", now);
    return statement.all(readUpload);
}

Result<std::vector<Upload>> MediaStore::openUploads(Instant now) const
{
    Statement statement(m_transaction, uploadColumns + " WHERE finished = 0 AND expires_at > :now");
    statement.bind("now", now);
    return statement.all(readUpload);
}

} // namespace toasoan
