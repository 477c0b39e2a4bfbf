#include "storage/RecordStore.h"

#include "storage/Packing.h"
#include "storage/Reading.h"
#include "storage/StoredContent.h"
#include "text/Vietnamese.h"

namespace toasoan {

Result<Record> readRecord(const Statement &row)
{
    // Of a newer program: what may be done with it now, this one does not know.
    const auto state = stateFromText(row.text(4));
    if (!state)
        return Error{ErrorCode::Unsupported, QStringLiteral("article.state"), row.text(4)};
    Record record{.noun = Noun(row.text(21)),
                  .id = row.id<RecordId>(0),
                  .author = row.id<UserId>(1),
                  .section = row.id<SectionId>(19),
                  .title = row.text(20),
                  .version = row.integer(2),
                  .contentHash = row.text(3),
                  .state = *state,
                  .reason = row.text(5),
                  .approval = {},
                  .scheduledAt = row.optionalInstant(10),
                  .publication = {},
                  .trail = {},
                  .createdAt = row.instant(17),
                  .updatedAt = row.instant(18)};
    if (!row.isNull(6))
        record.approval = Approval{
            .version = row.integer(6), .contentHash = row.text(7), .by = row.id<UserId>(8), .at = row.instant(9)};
    if (!row.isNull(11)) {
        record.publication = Publication{.number = row.integer(11),
                                         .slug = row.text(12),
                                         .version = row.integer(13),
                                         .firstAt = row.instant(14),
                                         .at = row.instant(15),
                                         .takenDownAt = row.optionalInstant(16)};
    }
    return record;
}

QByteArray StoredText::bytes() const
{
    return isPacked ? unpacked(stored) : stored;
}

RecordStore::RecordStore(Transaction &transaction) : m_transaction(transaction) { }

Result<std::optional<Record>> RecordStore::head(RecordId id) const
{
    Statement statement(m_transaction, "SELECT " + recordColumns + " FROM records h WHERE h.id = :id");
    statement.bind("id", id);
    return findRead(statement, readRecord);
}

namespace {

const std::string fullRows = "SELECT " + recordColumns + R"(, r.content, r.packed
    FROM records h
    JOIN revisions r ON r.record_id = h.id AND r.version = h.version
)";

Result<FullRecord> readFull(const Statement &row)
{
    auto record = readRecord(row);
    if (!record)
        return record.error();
    return FullRecord{*std::move(record), storedBytes(row, recordColumnCount)};
}

} // namespace

Result<bool> RecordStore::isThere(RecordId id) const
{
    Statement statement(m_transaction, "SELECT 1 FROM records WHERE id = :id");
    statement.bind("id", id);
    const auto row = statement.find([](const Statement &) { return true; });
    return row ? Result<bool>(row->has_value()) : row.error();
}

Result<std::optional<FullRecord>> RecordStore::fullMaybe(RecordId id) const
{
    Statement statement(m_transaction, fullRows + "WHERE h.id = :id");
    statement.bind("id", id);
    return findRead(statement, readFull);
}

Result<std::vector<FullRecord>> RecordStore::all(const Noun &noun) const
{
    Statement statement(m_transaction, fullRows + "WHERE h.noun = :noun ORDER BY h.id");
    statement.bind("noun", toText(noun));
    return allRead(statement, readFull);
}

Result<QStringList> RecordStore::hashes(const Noun &noun) const
{
    Statement statement(m_transaction, "SELECT content_hash FROM records WHERE noun = :noun ORDER BY id");
    statement.bind("noun", toText(noun));
    auto hashes = statement.all([](const Statement &row) { return row.text(0); });
    return hashes ? Result<QStringList>(QStringList(hashes->begin(), hashes->end()))
                  : Result<QStringList>(hashes.error());
}

Result<FullRecord> RecordStore::full(RecordId id) const
{
    auto record = fullMaybe(id);
    if (!record)
        return record.error();
    if (!*record)
        return Error{ErrorCode::NotFound, QStringLiteral("article"), id.toText()};
    return **std::move(record);
}

Result<std::vector<Key>> RecordStore::keysBesideItems(RecordId last, int limit) const
{
    Statement statement(m_transaction, R"(
        SELECT noun, id
        FROM records
        WHERE noun <> 'article' AND id > :last
        ORDER BY id
        LIMIT :limit
    )");
    statement.bind("last", last.isNull() ? QString() : last.toText());
    statement.bind("limit", limit);
    return statement.all(
        [](const Statement &row) { return Key{.noun = Noun(row.text(0)), .id = row.id<RecordId>(1)}; });
}

Result<std::vector<RecordVersion>> RecordStore::newestVersions(RecordId id, int most) const
{
    auto numbers = versions(id);
    if (!numbers)
        return numbers.error();
    std::vector<RecordVersion> found;
    const std::size_t from = numbers->size() > std::size_t(most) ? numbers->size() - std::size_t(most) : 0;
    for (std::size_t i = from; i < numbers->size(); ++i) {
        auto each = version(id, (*numbers)[i]);
        if (!each)
            return each.error();
        found.push_back(*std::move(each));
    }
    return found;
}

Result<std::vector<Version>> RecordStore::versions(RecordId id) const
{
    Statement statement(m_transaction, "SELECT version FROM revisions WHERE record_id = :id ORDER BY version");
    statement.bind("id", id);
    return statement.all([](const Statement &row) { return Version(row.integer(0)); });
}

Result<void> RecordStore::addVersion(const RecordVersion &version, Sitting sitting, const QByteArray &packed)
{
    Statement statement(m_transaction, R"(
        INSERT INTO revisions (record_id, version, saved_by, saved_at, content_hash, content, packed, begins_sitting)
        VALUES (:record, :version, :by, :at, :hash, :content, :packed, :begins)
        ON CONFLICT (record_id, version) DO NOTHING
    )");
    statement.bind("record", version.record);
    statement.bind("version", version.version);
    statement.bind("by", version.savedBy);
    statement.bind("at", version.savedAt);
    statement.bind("hash", version.contentHash);
    statement.bind("begins", sitting == Sitting::Begins ? 1 : 0);
    if (packed.isEmpty())
        bindContent(statement, version.content);
    else
        bindPacked(statement, packed);
    if (auto done = statement.run(); !done)
        return done.error();
    if (statement.rowsAffected() == 1)
        return {};
    auto stored = this->version(version.record, version.version);
    if (!stored)
        return stored.error();
    if (stored->contentHash != version.contentHash)
        return Error{ErrorCode::Conflict, QStringLiteral("revision.version"), QString::number(version.version)};
    return {};
}

Result<RecordVersion> RecordStore::version(RecordId id, Version version) const
{
    Statement statement(m_transaction, R"(
        SELECT saved_by, saved_at, content_hash, content, packed
        FROM revisions
        WHERE record_id = :record AND version = :version
    )");
    statement.bind("record", id);
    statement.bind("version", version);
    auto found = statement.find([&](const Statement &row) {
        return RecordVersion{.record = id,
                             .version = version,
                             .savedBy = row.id<UserId>(0),
                             .savedAt = row.instant(1),
                             .contentHash = row.text(2),
                             .content = storedBytes(row, 3)};
    });
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, QStringLiteral("article.version"), QString::number(version)};
    return **std::move(found);
}

Result<RecordVersion> RecordStore::versionUpTo(RecordId id, Version version) const
{
    Statement statement(m_transaction, R"(
        SELECT MAX(version)
        FROM revisions
        WHERE record_id = :record AND version <= :version
    )");
    statement.bind("record", id);
    statement.bind("version", version);
    auto kept = oneInteger(statement);
    if (!kept)
        return kept.error();
    return this->version(id, *kept == 0 ? version : *kept);
}

Result<std::optional<RecordSnapshot>> RecordStore::snapshot(RecordId id) const
{
    auto record = fullMaybe(id);
    if (!record)
        return record.error();
    if (!*record)
        return std::optional<RecordSnapshot>();
    auto steps = decisions(id);
    if (!steps)
        return steps.error();
    auto savedBy = saver(id, (*record)->version);
    if (!savedBy)
        return savedBy.error();
    return std::optional(
        RecordSnapshot{.record = **std::move(record), .decisions = *std::move(steps), .savedBy = *savedBy});
}

Result<std::map<RecordId, Result<RecordHead>>> RecordStore::heads(const std::vector<RecordId> &ids) const
{
    auto rows = rowsOf(m_transaction, "SELECT " + recordColumns + R"(, r.saved_by,
            LENGTH(r.content) + COALESCE(LENGTH(r.packed), 0)
        FROM records h
        JOIN revisions r ON r.record_id = h.id AND r.version = h.version
        WHERE h.id IN (:keys)
    )",
                       ids, [](const Statement &row) -> std::pair<RecordId, Result<RecordHead>> {
                           const auto id = row.id<RecordId>(0);
                           auto record = readRecord(row);
                           if (!record)
                               return {id, record.error()};
                           return {id,
                                   RecordHead{.record = *std::move(record),
                                              .savedBy = row.id<UserId>(recordColumnCount),
                                              .stored = row.integer(recordColumnCount + 1)}};
                       });
    if (!rows)
        return rows.error();
    return std::map<RecordId, Result<RecordHead>>(std::move_iterator(rows->begin()), std::move_iterator(rows->end()));
}

Result<std::map<RecordId, StoredText>> RecordStore::contents(const std::vector<RecordId> &ids) const
{
    const std::string sql = R"(
        SELECT h.id, r.content, r.packed
        FROM records h
        JOIN revisions r ON r.record_id = h.id AND r.version = h.version
        WHERE h.id IN (:keys)
    )";
    auto rows = rowsOf(m_transaction, sql, ids, [](const Statement &row) {
        const bool isPacked = !row.isNull(2);
        return std::pair(row.id<RecordId>(0),
                         StoredText{.stored = isPacked ? row.blob(2) : row.text(1).toUtf8(), .isPacked = isPacked});
    });
    if (!rows)
        return rows.error();
    return std::map<RecordId, StoredText>(std::move_iterator(rows->begin()), std::move_iterator(rows->end()));
}

Result<std::vector<std::pair<VersionMark, QByteArray>>> RecordStore::textsAfter(const VersionMark &after,
                                                                                int limit) const
{
    Statement statement(m_transaction, R"(
        SELECT record_id, version, content, packed
        FROM revisions
        WHERE (record_id, version) > (:record, :version)
        ORDER BY record_id, version
        LIMIT :limit
    )");
    statement.bind("record", after.record);
    statement.bind("version", after.version);
    statement.bind("limit", qint64(limit));
    return statement.all([](const Statement &row) {
        return std::pair(VersionMark{.record = row.id<RecordId>(0), .version = row.integer(1)}, storedBytes(row, 2));
    });
}

Result<void> RecordStore::put(const Record &record, const QString &genre)
{
    Statement statement(m_transaction, R"(
        INSERT INTO records (id, noun, author_id, section_id, genre, title, title_folded, version, content_hash, state,
                             reason, approved_version, approved_hash, approved_by, approved_at, scheduled_at,
                             number, slug, public_version, first_published_at, published_at, taken_down_at,
                             created_at, updated_at)
        VALUES (:id, :noun, :author, :section, :genre, :title, :folded, :version, :hash, :state,
                :reason, :approvedVersion, :approvedHash, :approvedBy, :approvedAt, :scheduledAt,
                :number, :slug, :publicVersion, :firstPublishedAt, :publishedAt, :takenDownAt,
                :createdAt, :updatedAt)
        ON CONFLICT (id) DO UPDATE SET
            section_id = excluded.section_id,
            genre = excluded.genre,
            title = excluded.title,
            title_folded = excluded.title_folded,
            version = excluded.version,
            content_hash = excluded.content_hash,
            state = excluded.state,
            reason = excluded.reason,
            approved_version = excluded.approved_version,
            approved_hash = excluded.approved_hash,
            approved_by = excluded.approved_by,
            approved_at = excluded.approved_at,
            scheduled_at = excluded.scheduled_at,
            number = excluded.number,
            slug = excluded.slug,
            public_version = excluded.public_version,
            first_published_at = excluded.first_published_at,
            published_at = excluded.published_at,
            taken_down_at = excluded.taken_down_at,
            updated_at = excluded.updated_at
    )");
    const auto &approval = record.approval;
    const auto &publication = record.publication;
    statement.bind("id", record.id);
    statement.bind("noun", toText(record.noun));
    statement.bind("author", record.author);
    statement.bind("section", record.section);
    statement.bind("genre", genre);
    statement.bind("title", record.title);
    statement.bind("folded", fold(record.title));
    statement.bind("version", record.version);
    statement.bind("hash", record.contentHash);
    statement.bind("state", toText(record.state));
    statement.bind("reason", record.reason);
    statement.bind("approvedVersion", approval ? std::optional(approval->version) : std::nullopt);
    statement.bind("approvedHash", approval ? approval->contentHash : QString());
    statement.bind("approvedBy", approval ? approval->by.toText() : QString());
    statement.bind("approvedAt", approval ? std::optional(approval->at) : std::nullopt);
    statement.bind("scheduledAt", record.scheduledAt);
    statement.bind("number", publication ? std::optional(publication->number) : std::nullopt);
    statement.bind("slug", publication ? publication->slug : QString());
    statement.bind("publicVersion", publication ? std::optional(publication->version) : std::nullopt);
    statement.bind("firstPublishedAt", publication ? std::optional(publication->firstAt) : std::nullopt);
    statement.bind("publishedAt", publication ? std::optional(publication->at) : std::nullopt);
    statement.bind("takenDownAt", publication ? publication->takenDownAt : std::nullopt);
    statement.bind("createdAt", record.createdAt);
    statement.bind("updatedAt", record.updatedAt);
    return statement.run();
}

Result<UserId> RecordStore::saver(RecordId id, Version version) const
{
    Statement statement(m_transaction, R"(
        SELECT saved_by
        FROM revisions
        WHERE record_id = :record AND version = :version
    )");
    statement.bind("record", id);
    statement.bind("version", version);
    auto savers = statement.all([](const Statement &row) { return row.id<UserId>(0); });
    if (!savers)
        return savers.error();
    return savers->empty() ? UserId() : savers->front();
}

Result<Version> RecordStore::newestOfOthers(RecordId id, Version newest, UserId user) const
{
    // From the newest down: mostly the first tells.
    for (Version version = newest; version > 0; --version) {
        auto savedBy = saver(id, version);
        if (!savedBy)
            return savedBy.error();
        if (user.isNull() || *savedBy != user)
            return version;
    }
    return Version(0);
}

Result<bool> RecordStore::continuesSitting(RecordId id, UserId by, Instant now) const
{
    Statement statement(m_transaction, R"(
        SELECT COUNT(*)
        FROM records h
        JOIN revisions r ON r.record_id = h.id AND r.version = h.version
        WHERE h.id = :record AND r.saved_by = :by AND r.saved_at > :since
            AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.record_id = h.id AND d.version = h.version)
    )");
    statement.bind("record", id);
    statement.bind("by", by);
    statement.bind("since", now - longestPause);
    auto count = oneInteger(statement);
    if (!count)
        return count.error();
    return *count > 0;
}

Result<Superseded> RecordStore::dropSuperseded(Instant from, Instant before, int limit)
{
    struct Row
    {
        RecordId record;
        Version version;
    };
    // Most versions stay, so it is those that are looked at which are counted: who writes waits for them all.
    Statement end(m_transaction, R"(
        SELECT saved_at
        FROM revisions
        WHERE saved_at >= :from AND saved_at < :before
        ORDER BY saved_at
        LIMIT 1 OFFSET :limit
    )");
    end.bind("from", from);
    end.bind("before", before);
    end.bind("limit", limit);
    const auto beyond = end.find([](const Statement &row) { return row.instant(0); });
    if (!beyond)
        return beyond.error();
    const Instant upTo = *beyond ? std::max(**beyond, from + Milliseconds(1)) : before;
    Statement statement(m_transaction, R"(
        SELECT r.record_id, r.version
        FROM revisions r
        JOIN records h ON h.id = r.record_id
        JOIN revisions n ON n.record_id = r.record_id AND n.version = (
            SELECT MIN(x.version) FROM revisions x WHERE x.record_id = r.record_id AND x.version > r.version)
        WHERE r.saved_at >= :from AND r.saved_at < :upTo AND r.version > 1
            AND n.saved_by = r.saved_by AND n.saved_at - r.saved_at < :pause AND n.begins_sitting = 0
            AND COALESCE(h.approved_version, 0) <> r.version AND COALESCE(h.public_version, 0) <> r.version
            AND NOT EXISTS (
                SELECT 1 FROM decisions d WHERE d.record_id = r.record_id AND d.version = r.version)
            AND NOT EXISTS (
                SELECT 1 FROM publications p WHERE p.record_id = r.record_id AND p.version = r.version)
    )");
    statement.bind("from", from);
    statement.bind("upTo", upTo);
    statement.bind("pause", qint64(std::chrono::milliseconds(longestPause).count()));
    const auto found = statement.all(
        [](const Statement &row) { return Row{.record = row.id<RecordId>(0), .version = row.integer(1)}; });
    if (!found)
        return found.error();
    Statement remove(m_transaction, "DELETE FROM revisions WHERE record_id = :record AND version = :version");
    for (const Row &each : *found) {
        remove.bind("record", each.record);
        remove.bind("version", each.version);
        if (auto done = remove.run(); !done)
            return done.error();
    }
    return Superseded{.dropped = qint64(std::ssize(*found)), .lookedAtUpTo = upTo};
}

Result<std::vector<RecordId>> RecordStore::due(Instant now) const
{
    Statement statement(m_transaction, R"(
        SELECT id
        FROM records
        WHERE scheduled_at <= :now AND state = :state
        ORDER BY scheduled_at, id
    )");
    statement.bind("now", now);
    statement.bind("state", toText(State::Scheduled));
    return statement.all([](const Statement &row) { return row.id<RecordId>(0); });
}

Result<void> RecordStore::forgetNumbers()
{
    Statement statement(m_transaction, "UPDATE records SET number = NULL WHERE number IS NOT NULL");
    return statement.run();
}

Result<void> RecordStore::forgetRevisionsFrom(RecordId id, Version version)
{
    Statement statement(m_transaction, "DELETE FROM revisions WHERE record_id = :record AND version >= :version");
    statement.bind("record", id);
    statement.bind("version", version);
    return statement.run();
}

Result<void> RecordStore::forget(RecordId id)
{
    for (const char *table : {"record_media", "publications", "decisions", "revisions"}) {
        Statement statement(m_transaction, "DELETE FROM " + std::string(table) + " WHERE record_id = :record");
        statement.bind("record", id);
        if (auto done = statement.run(); !done)
            return done.error();
    }
    Statement statement(m_transaction, "DELETE FROM records WHERE id = :record");
    statement.bind("record", id);
    return statement.run();
}

} // namespace toasoan
