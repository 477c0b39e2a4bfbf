// Where a database is: a SQLite file on this machine, or a PostgreSQL database that several servers share.
#pragma once

#include "base/Result.h"

#include <QString>

namespace toasoan {

enum class Engine
{
    Sqlite,
    Postgres
};

struct DatabaseLocation
{
    Engine engine = Engine::Sqlite;

    /// SQLite: the file, made when it is missing; its folder must exist. ":memory:" is a database of one connection.
    QString path;

    /// PostgreSQL. An empty user or password leaves the choice to libpq (PGUSER, ~/.pgpass).
    QString host;
    int port = 5432;
    QString name;
    QString user;
    QString password;
    /// The schema that holds the tables; empty: the server's own choice ("public").
    QString schema;
    /// libpq's sslmode; empty: libpq's default.
    QString sslMode;

    [[nodiscard]] static DatabaseLocation sqlite(const QString &path);

    /// Reads "postgres://user:password@host:port/name?schema=…&sslmode=…" (also "postgresql://"); any text without
    /// "://" is the path of a SQLite file. InvalidInput "database.location" for everything else: another scheme, no
    /// host or name, an unknown option, a schema that is not [a-z_][a-z0-9_]*.
    [[nodiscard]] static Result<DatabaseLocation> fromText(const QString &text);

    /// For the operator's log: the path, or the URL without the password.
    [[nodiscard]] QString toText() const;

    bool operator==(const DatabaseLocation &) const = default;
};

} // namespace toasoan
