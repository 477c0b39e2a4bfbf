// What windows see of the registers' entries on this desk. In the thread of its Database. Part of Replica.
#pragma once

#include "sync/EntryView.h"
#include "sync/FacetTable.h"
#include "sync/ReplicaViews.h"

namespace toasoan {

class EntryViews
{
public:
    EntryViews(Database &database, const ReplicaState &state, TextTurns &turns, ReplicaViews &views)
        : m_database(database)
        , m_state(state)
        , m_turns(turns)
        , m_views(views)
    { }

    /// Keeps up with what is shown otherwise after these.
    void follow(const Changes &changes);

    /// NotFound "entry" if it is neither known nor being written here.
    [[nodiscard]] Result<EntryView> entry(const Key &key);
    /// Unsupported "noun" for a register that is not known here.
    [[nodiscard]] Result<EntryPage> list(const EntryQuery &query);
    /// Those that are referred to, to be named: what they are called, by id. What is not known here is left out.
    [[nodiscard]] Result<QHash<QString, QString>> titles(const QStringList &ids);
    /// What refers to the record, up to a hundred.
    [[nodiscard]] Result<std::vector<Record>> linksTo(const Key &key);
    /// Others that say the same in a key that warns: their titles, by the key's name.
    [[nodiscard]] Result<std::map<QString, QString>> sameKeys(const Key &key, const QByteArray &content);
    /// Those that are known here, the oldest first.
    [[nodiscard]] Result<std::vector<RecordVersion>> versions(const Key &key);
    /// A rank behind all others, for a new entry.
    [[nodiscard]] Result<QString> lastRank(const Noun &noun);

private:
    [[nodiscard]] Result<std::map<QString, std::vector<EntryCount>>>
    countFacets(EntryStore &entries, const Projection &from, const EntryQuery &query);
    [[nodiscard]] Result<EntryLine> lineOf(Transaction &transaction, const Noun &noun, const EntryRow &row);

    Database &m_database;
    const ReplicaState &m_state;
    TextTurns &m_turns;
    ReplicaViews &m_views;
    QHash<Noun, FacetTable> m_facets; ///< of registers whose lists were looked at
};

} // namespace toasoan
