// The codes of a register's entries by column, in memory: six facets of 100,000 entries are counted in the time in
// which SQL reads one. Follows what is shown; part of EntryViews.
#pragma once

#include "storage/EntryStore.h"

#include <QHash>

#include <map>
#include <vector>

namespace toasoan {

class FacetTable
{
public:
    /// Of the fields of `from` that are its facets and have codes.
    [[nodiscard]] static Result<FacetTable> read(EntryStore &entries, const Projection &from);

    /// Whether it was read from such a projection.
    [[nodiscard]] bool isOf(const Projection &projection) const { return m_form == projection.form(); }
    /// The entry is another, new, or gone.
    [[nodiscard]] Result<void> follow(EntryStore &entries, const Projection &from, RecordId id);

    /// Of each facet, how many of what `filter` finds by all else than that facet have which code, by code. Where the
    /// filter is by more than states and codes, `found` are those that it finds but for these.
    [[nodiscard]] std::map<QString, std::vector<EntryCount>> counts(const EntryFilter &filter,
                                                                    const std::vector<RecordId> *found) const;

private:
    void put(const EntryCodes &entry);
    void remove(RecordId id);

    struct Column
    {
        QStringList codes; ///< by number
        QHash<QString, quint32> numbers;
        std::vector<quint32> rows;
    };
    QString m_form;
    QStringList m_fields;
    std::vector<Column> m_columns;
    std::vector<State> m_states;
    std::vector<RecordId> m_ids;
    QHash<RecordId, std::size_t> m_places;
};

} // namespace toasoan
