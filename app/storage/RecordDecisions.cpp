// The steps that records have taken, each with who took it and why.
#include "storage/Reading.h"
#include "storage/RecordStore.h"

#include <algorithm>
#include <array>

namespace toasoan {

namespace {

// From column `first` on: version, step, actor_id, at, reason. Nothing for a step of a newer program: what it led to
// stands in the record itself.
std::optional<Decision> readDecision(const Statement &row, int first, RecordId record)
{
    const auto step = stepFromText(row.text(first + 1));
    if (!step)
        return std::nullopt;
    return Decision{.record = record,
                    .version = row.integer(first),
                    .step = *step,
                    .actor = row.id<UserId>(first + 2),
                    .at = row.instant(first + 3),
                    .reason = row.text(first + 4)};
}

} // namespace

Result<std::map<RecordId, std::vector<Decision>>> RecordStore::decisions(const std::vector<RecordId> &ids) const
{
    std::map<RecordId, std::vector<Decision>> decisions;
    const auto rows = rowsOf(m_transaction, R"(
        SELECT record_id, version, step, actor_id, at, reason
        FROM decisions
        WHERE record_id IN (:keys)
        ORDER BY record_id, position
    )",
                             ids, [&decisions](const Statement &row) {
                                 const auto id = row.id<RecordId>(0);
                                 if (auto decision = readDecision(row, 1, id))
                                     decisions[id].push_back(*std::move(decision));
                                 return true;
                             });
    if (!rows)
        return rows.error();
    return decisions;
}

Result<void> RecordStore::addDecision(const Decision &decision)
{
    Statement statement(m_transaction, R"(
        INSERT INTO decisions (record_id, position, version, step, actor_id, at, reason)
        SELECT :record, COALESCE(MAX(position), 0) + 1, :version, :step, :actor, :at, :reason
        FROM decisions
        WHERE record_id = :sameRecord
    )");
    statement.bind("record", decision.record);
    statement.bind("sameRecord", decision.record);
    statement.bind("version", decision.version);
    statement.bind("step", toText(decision.step));
    statement.bind("actor", decision.actor);
    statement.bind("at", decision.at);
    statement.bind("reason", decision.reason);
    return statement.run();
}

Result<std::vector<Decision>> RecordStore::decisions(RecordId id) const
{
    Statement statement(m_transaction, R"(
        SELECT version, step, actor_id, at, reason
        FROM decisions
        WHERE record_id = :record
        ORDER BY position
    )");
    statement.bind("record", id);
    std::vector<Decision> decisions;
    const auto rows = statement.all([&](const Statement &row) {
        if (auto decision = readDecision(row, 0, id))
            decisions.push_back(*std::move(decision));
        return true;
    });
    if (!rows)
        return rows.error();
    return decisions;
}

namespace {

constexpr std::size_t mostRows = 8;

std::string nameOf(const char *column, std::size_t row)
{
    return column + std::to_string(row);
}

// Of each number of rows one text, which is prepared once.
const std::string &insertingDecisions(std::size_t rows)
{
    static const auto texts = [] {
        std::array<std::string, mostRows> all;
        std::string sql = "INSERT INTO decisions (record_id, position, version, step, actor_id, at, reason) VALUES ";
        for (std::size_t row = 0; row < mostRows; ++row) {
            sql += row > 0 ? ", (" : "(";
            for (const char *column :
                 {":record", ", :position", ", :version", ", :step", ", :actor", ", :at", ", :reason"})
                sql += nameOf(column, row);
            sql += ')';
            all[row] = sql;
        }
        return all;
    }();
    return texts[rows - 1];
}

} // namespace

Result<void> RecordStore::replaceDecisions(RecordId id, const std::vector<Decision> &decisions)
{
    Statement statement(m_transaction, "DELETE FROM decisions WHERE record_id = :record");
    statement.bind("record", id);
    if (auto done = statement.run(); !done)
        return done.error();
    // Some rows in one statement: a record has a handful, and a desk writes them by the hundred thousand.
    for (std::size_t first = 0; first < decisions.size(); first += mostRows) {
        if (auto added = addDecisions(id, decisions, first, std::min(first + mostRows, decisions.size())); !added)
            return added;
    }
    return {};
}

Result<void> RecordStore::addDecisions(RecordId id, const std::vector<Decision> &decisions, std::size_t first,
                                       std::size_t end)
{
    Statement statement(m_transaction, insertingDecisions(end - first));
    for (std::size_t row = 0; row < end - first; ++row) {
        const Decision &decision = decisions[first + row];
        statement.bind(nameOf("record", row), id);
        statement.bind(nameOf("position", row), qint64(first + row + 1));
        statement.bind(nameOf("version", row), decision.version);
        statement.bind(nameOf("step", row), toText(decision.step));
        statement.bind(nameOf("actor", row), decision.actor);
        statement.bind(nameOf("at", row), decision.at);
        statement.bind(nameOf("reason", row), decision.reason);
    }
    return statement.run();
}

} // namespace toasoan
