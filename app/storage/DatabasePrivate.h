// The inside of Database, for Transaction and Statement: the only header here that shows QtSql.
#pragma once

#include "storage/Database.h"
#include "storage/DatabaseError.h"

#include <QSqlDatabase>
#include <QSqlQuery>
#include <QString>

#include <functional>
#include <memory>
#include <string>
#include <string_view>
#include <unordered_map>
#include <vector>

class QThread;

namespace toasoan {

/// A query that the engine has parsed, and the names of its parameters in order.
struct PreparedStatement
{
    std::string sql;
    QSqlQuery query;
    std::vector<std::string> names;
    bool onlyReads = false;
};

/// Whether a statement without comments changes nothing: a SELECT, or a WITH that ends in one.
[[nodiscard]] bool onlyReads(std::string_view sql);

struct Database::Private
{
    DatabaseLocation location;
    Durability durability = Durability::Promised;
    Durability synchronous = Durability::Promised; ///< SQLite: as the connection stands now
    QString connectionName;
    QSqlDatabase connection;
    QThread *thread = nullptr;

    bool isInTransaction = false;
    int savepointDepth = 0;
    /// PostgreSQL: the connection broke; the next transaction makes a new one.
    bool isLost = false;

    ~Private();

    [[nodiscard]] Result<void> connect();
    void disconnect();

    /// SQLite, between transactions: what the next ones promise.
    [[nodiscard]] Result<void> keepAs(Durability wanted);
    /// Runs `sql` as it stands.
    [[nodiscard]] Result<void> execute(std::string_view sql);
    /// The first column of the first row of `sql`, as text; empty if there is none.
    [[nodiscard]] Result<QString> ask(std::string_view sql);
    /// The error of `error`; notes a lost connection.
    [[nodiscard]] Error failure(const QSqlError &error, std::string_view sql, SqlStage stage);

    /// Takes the prepared form of `sql` out of the cache, or makes one. While it is out, the same text is prepared
    /// again, so a statement may be used inside itself.
    [[nodiscard]] Result<std::unique_ptr<PreparedStatement>> take(std::string_view sql);
    /// Puts it back for the next user.
    void giveBack(std::unique_ptr<PreparedStatement> prepared);
    void forgetPrepared();

private:
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    [[nodiscard]] Result<void> setUpSqlite();
    [[nodiscard]] Result<void> setUpPostgres();

    std::unordered_map<std::string, std::unique_ptr<PreparedStatement>, Hash, std::equal_to<>> m_prepared;
};

} // namespace toasoan
