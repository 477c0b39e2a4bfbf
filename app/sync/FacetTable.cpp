#include "sync/FacetTable.h"

#include <algorithm>
#include <optional>

namespace toasoan {

namespace {

bool isAmong(State state, EntryFilter::States states)
{
    switch (states) {
    case EntryFilter::States::InUse:
        return state != State::Closed && state != State::Unpublished && state != State::Deleted;
    case EntryFilter::States::Closed:
        return state == State::Closed || state == State::Unpublished;
    case EntryFilter::States::All:
        return true;
    }
    Q_UNREACHABLE();
}

} // namespace

Result<FacetTable> FacetTable::read(EntryStore &entries, const Projection &from)
{
    FacetTable table;
    table.m_form = from.form();
    for (const QString &facet : from.described().facets) {
        const ProjectionColumn *column = from.column(facet);
        if (column && column->kind == ProjectionColumn::Kind::Code)
            table.m_fields.append(facet);
    }
    table.m_columns.resize(std::size_t(table.m_fields.size()));
    if (table.m_fields.isEmpty())
        return table;
    const auto all = entries.codes(from, table.m_fields);
    if (!all)
        return all.error();
    for (const EntryCodes &entry : *all)
        table.put(entry);
    return table;
}

void FacetTable::put(const EntryCodes &entry)
{
    auto place = m_places.constFind(entry.id);
    if (place == m_places.constEnd()) {
        place = m_places.insert(entry.id, m_ids.size());
        m_ids.push_back(entry.id);
        m_states.push_back(entry.state);
        for (Column &column : m_columns)
            column.rows.push_back(0);
    }
    m_states[*place] = entry.state;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        Column &column = m_columns[i];
        const QString &code = entry.codes[qsizetype(i)];
        auto number = column.numbers.constFind(code);
        if (number == column.numbers.constEnd()) {
            number = column.numbers.insert(code, quint32(column.codes.size()));
            column.codes.append(code);
        }
        column.rows[*place] = *number;
    }
}

// The last one takes its place.
void FacetTable::remove(RecordId id)
{
    const auto known = m_places.constFind(id);
    if (known == m_places.constEnd())
        return;
    const std::size_t place = *known;
    const std::size_t last = m_ids.size() - 1;
    m_places.insert(m_ids[last], place);
    m_places.remove(id);
    m_ids[place] = m_ids[last];
    m_states[place] = m_states[last];
    m_ids.pop_back();
    m_states.pop_back();
    for (Column &column : m_columns) {
        column.rows[place] = column.rows[last];
        column.rows.pop_back();
    }
}

Result<void> FacetTable::follow(EntryStore &entries, const Projection &from, RecordId id)
{
    if (m_fields.isEmpty())
        return {};
    const auto now = entries.codes(from, m_fields, id);
    if (!now)
        return now.error();
    if (now->empty())
        remove(id);
    else
        put(now->front());
    return {};
}

std::map<QString, std::vector<EntryCount>> FacetTable::counts(const EntryFilter &filter,
                                                              const std::vector<RecordId> *found) const
{
    // What each column is filtered by: the number of the code, if any row has it.
    struct Wanted
    {
        bool isAny = true;
        std::optional<quint32> number = {};
    };
    std::vector<Wanted> wanted;
    bool isNothing = false; // a filter of what is no facet here is none that is counted by
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const auto code = filter.codes.find(m_fields[qsizetype(i)]);
        if (code == filter.codes.end()) {
            wanted.push_back({});
            continue;
        }
        const auto number = m_columns[i].numbers.constFind(code->second);
        const bool isThere = number != m_columns[i].numbers.constEnd();
        wanted.push_back({.isAny = false, .number = isThere ? std::optional(*number) : std::nullopt});
    }
    for (const auto &[field, code] : filter.codes)
        isNothing = isNothing || !m_fields.contains(field);

    std::vector<std::vector<qint64>> counted;
    for (const Column &column : m_columns)
        counted.emplace_back(std::size_t(column.codes.size()), 0);
    const auto count = [&](std::size_t row) {
        if (!isAmong(m_states[row], filter.states))
            return;
        // How many columns it does not fit in: in one, it counts there alone.
        std::size_t missed = 0, where = 0;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (!wanted[i].isAny && wanted[i].number != m_columns[i].rows[row]) {
                ++missed;
                where = i;
            }
        }
        if (missed > 1)
            return;
        for (std::size_t i = 0; i < m_columns.size(); ++i) {
            if (missed == 0 || i == where)
                ++counted[i][m_columns[i].rows[row]];
        }
    };
    if (!isNothing && found) {
        for (const RecordId id : *found) {
            if (const auto place = m_places.constFind(id); place != m_places.constEnd())
                count(*place);
        }
    } else if (!isNothing) {
        for (std::size_t row = 0; row < m_ids.size(); ++row)
            count(row);
    }

    std::map<QString, std::vector<EntryCount>> counts;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        std::vector<EntryCount> &list = counts[m_fields[qsizetype(i)]];
        for (std::size_t number = 0; number < counted[i].size(); ++number) {
            if (counted[i][number] > 0)
                list.push_back({.code = m_columns[i].codes[qsizetype(number)], .count = counted[i][number]});
        }
        std::ranges::sort(list, {}, &EntryCount::code);
    }
    return counts;
}

} // namespace toasoan
