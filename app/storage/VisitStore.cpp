#include "storage/VisitStore.h"

#include "storage/Statement.h"

namespace toasoan {

namespace {

/// Days sort as text.
QString toText(QDate day)
{
    return day.toString(Qt::ISODate);
}

} // namespace

VisitStore::VisitStore(Transaction &transaction) : m_transaction(transaction) { }

Result<void> VisitStore::add(const VisitDay &day)
{
    Statement statement(m_transaction, R"(
        INSERT INTO visit_days (day, views, visits, visitors, robot_views)
        VALUES (:day, :views, :visits, :visitors, :robot_views)
        ON CONFLICT (day) DO UPDATE SET
            views = visit_days.views + excluded.views,
            visits = visit_days.visits + excluded.visits,
            visitors = visit_days.visitors + excluded.visitors,
            robot_views = visit_days.robot_views + excluded.robot_views)");
    return statement.bind("day", toText(day.day))
        .bind("views", day.views)
        .bind("visits", day.visits)
        .bind("visitors", day.visitors)
        .bind("robot_views", day.robotViews)
        .run();
}

Result<qint64> VisitStore::addItemViews(qint64 articleNumber, qint64 views)
{
    Statement statement(m_transaction, R"(
        INSERT INTO item_views (article_number, views)
        VALUES (:article_number, :views)
        ON CONFLICT (article_number) DO UPDATE SET views = item_views.views + excluded.views
        RETURNING views)");
    statement.bind("article_number", articleNumber).bind("views", views);
    return statement.one(QStringLiteral("itemViews"), [](const Statement &row) { return row.integer(0); });
}

Result<std::vector<VisitDay>> VisitStore::days(QDate first, QDate last) const
{
    Statement statement(m_transaction, R"(
        SELECT day, views, visits, visitors, robot_views
        FROM visit_days
        WHERE day >= :first AND day <= :last
        ORDER BY day)");
    statement.bind("first", toText(first)).bind("last", toText(last));
    return statement.all([](const Statement &row) {
        return VisitDay{.day = QDate::fromString(row.text(0), Qt::ISODate),
                        .views = row.integer(1),
                        .visits = row.integer(2),
                        .visitors = row.integer(3),
                        .robotViews = row.integer(4)};
    });
}

Result<VisitTotals> VisitStore::totals(QDate today) const
{
    Statement statement(m_transaction, R"(
        SELECT
            COALESCE(SUM(CASE WHEN day = :today THEN visits ELSE 0 END), 0),
            COALESCE(SUM(CASE WHEN day >= :month AND day < :next_month THEN visits ELSE 0 END), 0),
            COALESCE(SUM(visits), 0) + COALESCE((SELECT total FROM opening_balance WHERE one = 1), 0)
        FROM visit_days)");
    const QDate month(today.year(), today.month(), 1);
    statement.bind("today", toText(today)).bind("month", toText(month)).bind("next_month", toText(month.addMonths(1)));
    return statement.one(QStringLiteral("visitTotals"), [](const Statement &row) {
        return VisitTotals{.today = row.integer(0), .month = row.integer(1), .total = row.integer(2)};
    });
}

Result<std::map<qint64, qint64>> VisitStore::itemViews() const
{
    Statement statement(m_transaction, R"(
        SELECT article_number, views
        FROM item_views)");
    const auto rows = statement.all([](const Statement &row) { return std::pair(row.integer(0), row.integer(1)); });
    if (!rows)
        return rows.error();
    return std::map<qint64, qint64>(rows->begin(), rows->end());
}

Result<std::vector<std::pair<qint64, qint64>>> VisitStore::itemViewsBelow(qint64 below, int limit) const
{
    Statement statement(m_transaction, R"(
        SELECT article_number, views
        FROM item_views
        WHERE article_number < :below
        ORDER BY article_number DESC
        LIMIT :limit)");
    statement.bind("below", below).bind("limit", limit);
    return statement.all([](const Statement &row) { return std::pair(row.integer(0), row.integer(1)); });
}

Result<std::optional<OpeningBalance>> VisitStore::openingBalance() const
{
    Statement statement(m_transaction, R"(
        SELECT day, total
        FROM opening_balance
        WHERE one = 1)");
    return statement.find([](const Statement &row) {
        return OpeningBalance{.day = QDate::fromString(row.text(0), Qt::ISODate), .total = row.integer(1)};
    });
}

Result<void> VisitStore::setOpeningBalance(const OpeningBalance &balance)
{
    Statement statement(m_transaction, R"(
        INSERT INTO opening_balance (one, day, total)
        VALUES (1, :day, :total)
        ON CONFLICT (one) DO UPDATE SET day = excluded.day, total = excluded.total)");
    return statement.bind("day", toText(balance.day)).bind("total", balance.total).run();
}

Result<bool> VisitStore::beginBatch(VisitWriterId writer, qint64 number, Instant now)
{
    if (number == 1) {
        // Writers of programs that ended long ago ask no more.
        Statement forget(m_transaction, "DELETE FROM visit_writers WHERE written_at < :before");
        if (const auto done = forget.bind("before", now - std::chrono::days(30)).run(); !done)
            return done.error();
    }
    Statement statement(m_transaction, R"(
        INSERT INTO visit_writers (writer, batch, written_at)
        VALUES (:writer, :batch, :written_at)
        ON CONFLICT (writer) DO UPDATE SET batch = excluded.batch, written_at = excluded.written_at
            WHERE visit_writers.batch < excluded.batch)");
    const auto noted = statement.bind("writer", writer).bind("batch", number).bind("written_at", now).run();
    if (!noted)
        return noted.error();
    return statement.rowsAffected() == 1;
}

} // namespace toasoan
