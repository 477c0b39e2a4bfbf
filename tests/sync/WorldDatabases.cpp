#include "sync/WorldDatabases.h"

#include "base/Clock.h"
#include "storage/Migrator.h"
#include "storage/NewsroomStore.h"
#include "storage/Statement.h"

#include <QCoreApplication>

namespace toasoan::test {

using namespace Qt::StringLiterals;

namespace {

std::vector<std::unique_ptr<Database>> &spareDatabases()
{
    static std::vector<std::unique_ptr<Database>> spare;
    // Closed with the application: after it QtSql is gone.
    static const bool isAppointed = [] {
        qAddPostRoutine([] { spare.clear(); });
        return true;
    }();
    Q_UNUSED(isAppointed)
    return spare;
}

constexpr std::array tables{"publication_words",
                            "publication_texts",
                            "publication_counts",
                            "publication_media",
                            "record_media",
                            "entry_keys",
                            "links",
                            "publications",
                            "decisions",
                            "revisions",
                            "records",
                            "media",
                            "uploads",
                            "requests",
                            "changes",
                            "audit",
                            "sessions",
                            "grants",
                            "users",
                            "workflow",
                            "sections",
                            "settings",
                            "system",
                            "outbox",
                            "journal",
                            "known",
                            "pictures",
                            "former",
                            "news",
                            "desk"};

// The tables that the program makes of descriptions. They hold no truth, so no copy is made of them either.
void dropProjections(Transaction &transaction)
{
    std::vector<std::string> made;
    {
        Statement statement(transaction, R"(
            SELECT name
            FROM sqlite_master
            WHERE type = 'table' AND (name LIKE 'r#_%' ESCAPE '#' OR name LIKE 'p#_%' ESCAPE '#')
        )");
        made = required(statement.all([](const Statement &row) { return row.text(0).toStdString(); }), "projections");
    }
    for (const std::string &table : made)
        required(transaction.execute("DROP TABLE " + table), "projections");
    required(transaction.execute("DELETE FROM projections"), "projections");
}

} // namespace

std::unique_ptr<Database> takeDatabase()
{
    auto &spare = spareDatabases();
    if (spare.empty()) {
        auto database = required(Database::open(DatabaseLocation::sqlite(u":memory:"_s)), "open");
        const SystemClock clock;
        for (const QString &set : {u":/sql/migrations"_s, u":/sql/desk"_s})
            required(Migrator(*database, set, clock).migrate(), "migrate");
        return database;
    }
    auto database = std::move(spare.back());
    spare.pop_back();
    auto transaction = required(Transaction::begin(*database, Access::Write), "empty");
    for (const std::string table : {"publication_search", "publication_accents"})
        required(transaction.execute("INSERT INTO " + table + " (" + table + ") VALUES ('delete-all')"), "search");
    for (const char *table : tables)
        required(transaction.execute("DELETE FROM " + std::string(table)), table);
    dropProjections(transaction);
    required(transaction.execute("UPDATE counters SET value = 0"), "counters");
    required(transaction.commit(), "empty");
    return database;
}

void giveBack(std::unique_ptr<Database> database)
{
    if (database)
        spareDatabases().push_back(std::move(database));
}

void copyRows(Database &from, Database &to)
{
    auto source = required(Transaction::begin(from, Access::Read), "copy");
    auto target = required(Transaction::begin(to, Access::Write), "copy");
    for (const char *table : tables)
        required(target.execute("DELETE FROM " + std::string(table)), table);
    dropProjections(target);
    for (auto table = tables.rbegin(); table != tables.rend(); ++table) {
        const std::string name = *table;
        Statement columns(source, "SELECT name, type FROM pragma_table_info('" + name + "') ORDER BY cid");
        std::vector<std::pair<std::string, QString>> names;
        while (required(columns.next(), *table))
            names.push_back({columns.text(0).toStdString(), columns.text(1)});
        std::string list, places;
        for (const auto &[column, type] : names) {
            list += (list.empty() ? "" : ", ") + column;
            places += (places.empty() ? ":" : ", :") + column;
        }
        Statement rows(source, "SELECT " + list + " FROM " + name);
        while (required(rows.next(), *table)) {
            Statement insert(target, "INSERT INTO " + name + " (" + list + ") VALUES (" + places + ")");
            for (int i = 0; i < int(names.size()); ++i) {
                const auto &[column, type] = names[std::size_t(i)];
                if (type == "TEXT"_L1)
                    insert.bind(column, rows.text(i));
                else if (type == "BYTEA"_L1)
                    insert.bind(column, rows.isNull(i) ? std::nullopt : std::optional(rows.blob(i)));
                else
                    insert.bind(column, rows.optionalInteger(i));
            }
            required(insert.run(), "copy");
        }
    }
    Statement counters(source, "SELECT name, value FROM counters");
    while (*counters.next())
        required(NewsroomStore(target).setCounter(counters.text(0), counters.integer(1)), "copy");
    required(target.commit(), "copy");
}

} // namespace toasoan::test
