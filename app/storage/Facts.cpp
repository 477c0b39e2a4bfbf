#include "storage/Facts.h"

#include "storage/Statement.h"

namespace toasoan {

Result<QString> readFact(Transaction &transaction, const char *table, const QString &name)
{
    Statement statement(transaction, std::string("SELECT value FROM ") + table + " WHERE name = :name");
    statement.bind("name", name);
    auto value = statement.find([](const Statement &row) { return row.text(0); });
    if (!value)
        return value.error();
    return value->value_or(QString());
}

Result<void> writeFact(Transaction &transaction, const char *table, const QString &name, const QString &value)
{
    Statement statement(transaction, std::string("INSERT INTO ") + table + R"( (name, value)
        VALUES (:name, :value)
        ON CONFLICT (name) DO UPDATE SET value = excluded.value
    )");
    statement.bind("name", name);
    statement.bind("value", value);
    return statement.run();
}

} // namespace toasoan
