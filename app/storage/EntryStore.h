// The entries of registers beside their records: the projections they are listed and found by, what no two may say the
// same, and what refers to what. Knows no rule.
#pragma once

#include "domain/Entry.h"
#include "domain/Record.h"
#include "storage/Projection.h"

#include <map>
#include <memory>

namespace toasoan {

/// Which entries a list wants.
struct EntryFilter
{
    enum class States
    {
        InUse, ///< published, or on the way there
        Closed, ///< or taken down
        All
    };
    States states = States::InUse;
    QString words = {}; ///< each of them begins, or is within, a word of the entry; accents do not count
    std::map<QString, QString> codes = {}; ///< of fields with a code: "" finds those without
    std::optional<qint64> inForceOn = {}; ///< a Julian day within the register's period
    QString order = {}; ///< a field; "title"; "updated"; empty: the usual one
    bool isReversed = false;

    bool operator==(const EntryFilter &) const = default;
};

/// A row of a projection.
struct EntryRow
{
    RecordId id;
    State state = State::Draft;
    Instant updatedAt;
    QByteArray content = {}; ///< of the public face

    bool operator==(const EntryRow &) const = default;
};

struct EntryHead
{
    RecordId id;
    State state = State::Draft;
    Instant updatedAt;
};

/// What an entry has in some columns.
struct EntryCodes
{
    RecordId id;
    State state = State::Draft;
    QStringList codes; ///< in the order of the columns that were asked for
};

/// How often a code stands in a column.
struct EntryCount
{
    QString code;
    qint64 count = 0;

    bool operator==(const EntryCount &) const = default;
};

/// What the entry says in each of its register's keys: nothing where a part is empty. Spelling and accents' places do
/// not count.
[[nodiscard]] std::map<QString, QString> keyValues(const Register &described, const QByteArray &content);

class EntryStore
{
public:
    explicit EntryStore(Transaction &transaction);

    // Projections

    /// Makes the projection of this description, empty, if it is not the newest of its noun. The others stay, and are
    /// written beside it.
    [[nodiscard]] Result<void> prepare(const Register &described, Face face);
    /// Writes up to `limit` further entries into a projection that is not complete; whether there is more to do. The
    /// last makes it complete.
    [[nodiscard]] Result<bool> fill(const Register &described, Face face, int limit);
    /// Removes those that are older than the newest complete one: some time after it was made, for on PostgreSQL
    /// somebody may be just about to read one.
    [[nodiscard]] Result<void> dropOlder(const Noun &noun, Face face);
    /// The one to read: the newest that is complete. Nothing where none is: "not yet".
    [[nodiscard]] Result<std::optional<Projection>> readable(const Noun &noun, Face face);
    /// The forms of those, of whatever noun, that are not.
    [[nodiscard]] Result<QStringList> incompleteForms();
    /// Of how many entries the newest has been written, in per cent; 100 once it is complete.
    [[nodiscard]] Result<int> filled(const Noun &noun, Face face);

    /// Writes an entry into all projections of its noun; content as clean() makes it.
    [[nodiscard]] Result<void> put(const Noun &noun, Face face, const EntryHead &head, const QByteArray &content);
    [[nodiscard]] Result<void> remove(const Noun &noun, Face face, RecordId id);
    /// All that is projected of a noun, as when a replica may not see it any more.
    [[nodiscard]] Result<void> drop(const Noun &noun, Face face);

    [[nodiscard]] Result<std::vector<EntryRow>> list(const Projection &from, const EntryFilter &filter, int limit,
                                                     qint64 offset);
    [[nodiscard]] Result<std::optional<EntryRow>> find(const Projection &from, RecordId id);
    [[nodiscard]] Result<qint64> count(const Projection &from, const EntryFilter &filter);
    /// The codes of all entries, or of one, in the columns of `fields`, which have codes; of one that is not there
    /// nothing.
    [[nodiscard]] Result<std::vector<EntryCodes>> codes(const Projection &from, const QStringList &fields,
                                                        std::optional<RecordId> one = {});
    /// Which entries the filter finds, in no order.
    [[nodiscard]] Result<std::vector<RecordId>> ids(const Projection &from, const EntryFilter &filter);
    /// The rank behind which a new entry stands in an arranged order; empty where there is none.
    [[nodiscard]] Result<QString> lastRank(const Projection &from);

    // Beside the projections

    /// What the entry says in keys and refers to, in place of what it did.
    [[nodiscard]] Result<void> putBeside(const Register &described, RecordId id, const QByteArray &content);

    // What no two may say the same

    /// Of the entry: puts `values` in place of those that it had. By name of the key.
    [[nodiscard]] Result<void> putKeys(const Noun &noun, RecordId id, const std::map<QString, QString> &values);
    /// Other entries that say the same.
    [[nodiscard]] Result<std::vector<RecordId>> withKey(const Noun &noun, const QString &name, const QString &value,
                                                        RecordId butNot) const;

    // What refers to what

    [[nodiscard]] Result<void> putLinks(const Key &from, const std::vector<entry::Link> &links);
    /// Whether an entry shows the picture in what readers have of it.
    [[nodiscard]] Result<bool> isPublicPicture(MediaId media);
    /// Whether an entry that says this in the key was public and has been taken down.
    [[nodiscard]] Result<bool> wasTakenDown(const Noun &noun, const QString &name, const QString &value) const;
    /// Which records refer to it, up to `limit`.
    [[nodiscard]] Result<std::vector<Key>> linksTo(const QString &id, int limit) const;

private:
    Transaction &m_transaction;
};

} // namespace toasoan
