// What readers may have of the registers: the public versions of entries, and nothing else.
#pragma once

#include "domain/EntryStruct.h"
#include "storage/EntryStore.h"

namespace toasoan {

class PublicEntries
{
public:
    explicit PublicEntries(Transaction &transaction) : m_transaction(transaction) { }

    /// Those of T's register, in its order, up to `most`; none while the register is not there.
    template <typename T>
    [[nodiscard]] Result<std::vector<T>> all(int most)
    {
        auto rows = list(nounOf<T>(), {}, most, 0);
        if (!rows)
            return rows.error();
        std::vector<T> entries;
        entries.reserve(rows->size());
        for (const EntryRow &row : *rows)
            entries.push_back(readEntry<T>(row.content));
        return entries;
    }

    [[nodiscard]] Result<std::vector<EntryRow>> list(const Noun &noun, const EntryFilter &filter, int limit,
                                                     qint64 offset)
    {
        EntryStore entries(m_transaction);
        auto projection = entries.readable(noun, Face::Public);
        if (!projection)
            return projection.error();
        return *projection ? entries.list(**projection, filter, limit, offset) : std::vector<EntryRow>();
    }

    [[nodiscard]] Result<qint64> count(const Noun &noun, const EntryFilter &filter)
    {
        EntryStore entries(m_transaction);
        auto projection = entries.readable(noun, Face::Public);
        if (!projection)
            return projection.error();
        return *projection ? entries.count(**projection, filter) : Result<qint64>(0);
    }

private:
    Transaction &m_transaction;
};

} // namespace toasoan
