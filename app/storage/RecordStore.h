// Reads and writes what all records have: the head, who saved which version, the decisions. Knows no rule, and no
// content: what a record says is its noun's (ArticleStore).
#pragma once

#include "domain/Noun.h"
#include "domain/Record.h"
#include "domain/Sitting.h"
#include "storage/Transaction.h"

#include <map>
#include <string>

namespace toasoan {

class Statement;

/// Saves of one person with less than this between them, no other's save and no step, are one sitting.
inline constexpr std::chrono::minutes longestPause{30};

/// What came of a look for superseded versions.
struct Superseded
{
    qint64 dropped = 0;
    Instant lookedAtUpTo; ///< the next look begins here; all has been looked at if it is the end that was asked for
};

/// A head with who saved the newest version, and how many bytes of the database what that says takes.
struct RecordHead
{
    Record record;
    UserId savedBy;
    qint64 stored = 0;
};

/// What a version says, as it lies there.
struct StoredText
{
    QByteArray stored;
    bool isPacked = false;

    /// What lay packed is as it was packed, or empty: a checksum goes with it.
    [[nodiscard]] QByteArray bytes() const;
};

/// A version among all that are kept.
struct VersionMark
{
    RecordId record;
    Version version = 0;
};

/// The head of a row `records h`, for readRecord().
inline const std::string recordColumns = R"(
        h.id, h.author_id, h.version, h.content_hash, h.state, h.reason,
        h.approved_version, h.approved_hash, h.approved_by, h.approved_at,
        h.scheduled_at, h.number, h.slug, h.public_version, h.first_published_at, h.published_at, h.taken_down_at,
        h.created_at, h.updated_at, h.section_id, h.title, h.noun)";
inline constexpr int recordColumnCount = 22;
/// From the first column on. Unsupported "article.state" for a state of a newer program.
[[nodiscard]] Result<Record> readRecord(const Statement &row);

class RecordStore
{
public:
    explicit RecordStore(Transaction &transaction);

    /// Nothing if there is none.
    [[nodiscard]] Result<std::optional<Record>> head(RecordId id) const;

    [[nodiscard]] Result<bool> isThere(RecordId id) const;

    /// With what it says; NotFound "article" if there is none.
    [[nodiscard]] Result<FullRecord> full(RecordId id) const;
    [[nodiscard]] Result<std::optional<FullRecord>> fullMaybe(RecordId id) const;

    /// All of a noun of which there are few.
    [[nodiscard]] Result<std::vector<FullRecord>> all(const Noun &noun) const;
    /// The hashes of what they say, in the order of their ids: other ones, and one of them is another.
    [[nodiscard]] Result<QStringList> hashes(const Noun &noun) const;

    /// Up to `limit` after `last`, in the order of their ids, of those that are no items: for going through all.
    [[nodiscard]] Result<std::vector<Key>> keysBesideItems(RecordId last, int limit) const;
    /// The newest of the versions that are kept, up to `most`, the oldest of them first.
    [[nodiscard]] Result<std::vector<RecordVersion>> newestVersions(RecordId id, int most) const;
    /// The numbers of the versions that are kept, the oldest first.
    [[nodiscard]] Result<std::vector<Version>> versions(RecordId id) const;

    /// With the decisions that led there; nothing if there is none.
    [[nodiscard]] Result<std::optional<RecordSnapshot>> snapshot(RecordId id) const;

    // Of many at once: few statements, however many there are. What is not there has no entry.

    /// Each with the error of readRecord() in its place.
    [[nodiscard]] Result<std::map<RecordId, Result<RecordHead>>> heads(const std::vector<RecordId> &ids) const;
    /// What their newest versions say.
    [[nodiscard]] Result<std::map<RecordId, StoredText>> contents(const std::vector<RecordId> &ids) const;
    /// Oldest first.
    [[nodiscard]] Result<std::map<RecordId, std::vector<Decision>>> decisions(const std::vector<RecordId> &ids) const;

    /// What the versions after `after` say, in the order of their marks: up to `limit`.
    [[nodiscard]] Result<std::vector<std::pair<VersionMark, QByteArray>>> textsAfter(const VersionMark &after,
                                                                                     int limit) const;

    /// Writes the row as it is, new or known. `genre` is an item's; nothing for other nouns. What it says is added with
    /// addVersion().
    [[nodiscard]] Result<void> put(const Record &record, const QString &genre);
    /// Appends a version; the same version twice is a Conflict unless it is the same content.
    /// `packed` is what it says in the form of its row (Packing.h), where that was made beforehand.
    [[nodiscard]] Result<void> addVersion(const RecordVersion &version, Sitting sitting = Sitting::GoesOn,
                                          const QByteArray &packed = {});
    /// NotFound "article.version" if it is not kept.
    [[nodiscard]] Result<RecordVersion> version(RecordId id, Version version) const;
    /// The version, or where it is no more the newest before it that is kept; the first one always is.
    [[nodiscard]] Result<RecordVersion> versionUpTo(RecordId id, Version version) const;

    /// Who saved a version; null if it is not kept, or, on a desk, if an older server did not say.
    [[nodiscard]] Result<UserId> saver(RecordId id, Version version) const;
    /// The newest version up to `newest` of which it is not known that `user` saved it; 0 if he saved all of them.
    [[nodiscard]] Result<Version> newestOfOthers(RecordId id, Version newest, UserId user) const;

    /// Whether a save by this person, now, goes on with the sitting in which the newest version was saved.
    [[nodiscard]] Result<bool> continuesSitting(RecordId id, UserId by, Instant now) const;
    /// Removes versions saved in [from, before) that a later save of the same sitting has superseded, looking at up to
    /// `limit` versions, and at all that were saved in the same millisecond. Never the first of a record, nor one
    /// that a step, an approval or a publication names.
    [[nodiscard]] Result<Superseded> dropSuperseded(Instant from, Instant before, int limit);

    [[nodiscard]] Result<void> addDecision(const Decision &decision);
    /// Oldest first.
    [[nodiscard]] Result<std::vector<Decision>> decisions(RecordId id) const;
    /// Replaces what a replica knows of the record's history.
    [[nodiscard]] Result<void> replaceDecisions(RecordId id, const std::vector<Decision> &decisions);

    /// Scheduled records that are due at `now`, the earliest first. Only their ids: one that cannot be read must not
    /// hold up the others.
    [[nodiscard]] Result<std::vector<RecordId>> due(Instant now) const;

    /// For a replica whose server was restored: public numbers may come again with other articles.
    [[nodiscard]] Result<void> forgetNumbers();
    /// Removes the versions from `version` on from a replica: the server they came from was restored to before them.
    [[nodiscard]] Result<void> forgetRevisionsFrom(RecordId id, Version version);
    /// Removes the record and all that hangs on it from a replica: it is no longer the desk's to see.
    [[nodiscard]] Result<void> forget(RecordId id);

protected:
    [[nodiscard]] Transaction &transaction() const { return m_transaction; }

private:
    /// Those from `first` up to `end`, at their places.
    [[nodiscard]] Result<void> addDecisions(RecordId id, const std::vector<Decision> &decisions, std::size_t first,
                                            std::size_t end);

    Transaction &m_transaction;
};

} // namespace toasoan
