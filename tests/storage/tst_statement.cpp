#include "storage/Database.h"
#include "storage/Statement.h"
#include "support/TemporaryDatabase.h"

#include <QElapsedTimer>
#include <QTest>

#include <cmath>
#include <limits>

using namespace toasoan;

using ThingId = Id<struct ThingTag>;

namespace {

/// A database with one table, and a write transaction on it.
struct World
{
    explicit World(Engine engine) : temporary(engine, {})
    {
        auto transaction = Transaction::begin(temporary.database(), Access::Write);
        if (!transaction
            || !transaction->execute("CREATE TABLE things (id TEXT NOT NULL PRIMARY KEY, name TEXT NOT NULL,"
                                     " count BIGINT, share DOUBLE PRECISION, flag INTEGER, bytes BYTEA, at BIGINT,"
                                     " parent TEXT REFERENCES things (id) DEFERRABLE INITIALLY DEFERRED,"
                                     " CHECK (count <> 13))")
            || !transaction->commit())
            qFatal("the table was refused");
    }

    TemporaryDatabase temporary;
    SeededDice dice{7};

    ThingId newId() { return ThingId{Uuid::version7(fromMilliseconds(1696238414349), dice)}; }
    Transaction write() { return *Transaction::begin(temporary.database(), Access::Write); }
    Transaction read() { return *Transaction::begin(temporary.database(), Access::Read); }
};

Result<void> insert(Transaction &transaction, ThingId id, const QString &name, std::optional<qint64> count = {})
{
    Statement statement(transaction, "INSERT INTO things (id, name, count) VALUES (:id, :name, :count)");
    return statement.bind("id", id).bind("name", name).bind("count", count).run();
}

} // namespace

class TestStatement : public QObject
{
    Q_OBJECT

private slots:
    void textComesBackAsItWas_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("text");
        const QList<std::pair<const char *, QString>> texts{
            {"null", QString()},
            {"empty", QStringLiteral("")},
            {"vietnamese", QStringLiteral("Đường Triệu Phong đổi mới: Ủy ban, hòa, hoà")},
            {"decomposed", QStringLiteral("Ủy ban").normalized(QString::NormalizationForm_D)},
            {"quotes", QStringLiteral("it's \"so\" \\ '' \\' -- ; ? :name $1 %1")},
            {"emoji", QStringLiteral("🇻🇳 bốn byte")},
            {"lines", QStringLiteral("a\r\nb\tc\u2028d")},
            {"long", QStringLiteral("ệ").repeated(1'000'000)},
            {"looks like a number", QStringLiteral("007")},
        };
        for (const Engine engine : TemporaryDatabase::engines()) {
            for (const auto &[name, text] : texts)
                QTest::addRow("%s, %s", TemporaryDatabase::name(engine), name) << engine << text;
        }
    }
    void textComesBackAsItWas()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, text);
        World world(engine);
        auto transaction = world.write();
        QVERIFY(insert(transaction, world.newId(), text));
        Statement statement(transaction, "SELECT name, name IS NULL FROM things WHERE name = :name");
        statement.bind("name", text);
        const auto row = statement.next();
        QVERIFY(row && *row);
        QCOMPARE(statement.text(0), text);
        QVERIFY(!statement.isNull(0));
    }

    void numbersAndBytesComeBackAsTheyWere_data() { TemporaryDatabase::addEngines(); }
    void numbersAndBytesComeBackAsTheyWere()
    {
        QFETCH(Engine, engine);
        World world(engine);
        auto transaction = world.write();
        QByteArray everyByte;
        for (int i = 0; i < 256; ++i)
            everyByte += static_cast<char>(i);

        struct Values
        {
            qint64 count;
            double share;
            bool flag;
            QByteArray bytes;
            Instant at;
        };
        const std::vector<Values> all{
            {0, 0.0, false, QByteArray(""), fromMilliseconds(0)},
            {-1, 0.1 + 0.2, true, everyByte, fromMilliseconds(1696238414349)},
            {std::numeric_limits<qint64>::max(), std::numeric_limits<double>::max(), true, QByteArray(1, '\0'),
             fromMilliseconds(-62135596800000)},
            {std::numeric_limits<qint64>::min(), std::numeric_limits<double>::denorm_min(), false,
             everyByte.repeated(20'000), fromMilliseconds(253402300799999)},
        };
        Statement insertion(transaction, R"(
            INSERT INTO things (id, name, count, share, flag, bytes, at)
            VALUES (:id, '', :count, :share, :flag, :bytes, :at))");
        Statement query(transaction, R"(
            SELECT id, count, share, flag, bytes, at
            FROM things
            WHERE id = :id AND count = :count AND share = :share AND bytes = :bytes)");
        for (const Values &values : all) {
            const ThingId id = world.newId();
            QVERIFY(insertion.bind("id", id)
                        .bind("count", values.count)
                        .bind("share", values.share)
                        .bind("flag", values.flag)
                        .bind("bytes", values.bytes)
                        .bind("at", values.at)
                        .run());
            QCOMPARE(insertion.rowsAffected(), qint64(1));
            query.bind("id", id).bind("count", values.count).bind("share", values.share).bind("bytes", values.bytes);
            const auto row = query.next();
            QVERIFY(row && *row);
            QVERIFY(query.id<ThingId>(0) == id);
            QCOMPARE(query.integer(1), values.count);
            QVERIFY(query.real(2) == values.share);
            QCOMPARE(query.boolean(3), values.flag);
            QCOMPARE(query.blob(4), values.bytes);
            QVERIFY(!query.isNull(4));
            QVERIFY(query.instant(5) == values.at);
        }
        QVERIFY(transaction.commit());
    }

    void nothingIsNullAndComesBackAsNothing_data() { TemporaryDatabase::addEngines(); }
    void nothingIsNullAndComesBackAsNothing()
    {
        QFETCH(Engine, engine);
        World world(engine);
        auto transaction = world.write();
        Statement insertion(transaction, R"(
            INSERT INTO things (id, name, count, share, at, parent)
            VALUES (:id, '', :count, :share, :at, :parent))");
        QVERIFY(insertion.bind("id", world.newId())
                    .bind("count", std::optional<qint64>())
                    .bind("share", std::nullopt)
                    .bind("at", std::optional<Instant>())
                    .bind("parent", std::optional<ThingId>())
                    .run());
        Statement query(transaction, "SELECT count, share, at, parent FROM things WHERE count IS NULL");
        const auto row = query.next();
        QVERIFY(row && *row);
        QVERIFY(!query.optionalInteger(0) && !query.optionalReal(1) && !query.optionalInstant(2));
        QVERIFY(!query.optionalId<ThingId>(3) && !query.optionalText(3));
        QCOMPARE(query.integer(0), qint64(0));
        QVERIFY(query.id<ThingId>(3).isNull());
        QVERIFY(query.next());
        QVERIFY(transaction.commit());
    }

    void aNameMayStandTwiceAndBeNull_data() { TemporaryDatabase::addEngines(); }
    void aNameMayStandTwiceAndBeNull()
    {
        QFETCH(Engine, engine);
        World world(engine);
        auto transaction = world.write();
        QVERIFY(insert(transaction, world.newId(), QStringLiteral("a")));
        QVERIFY(insert(transaction, world.newId(), QStringLiteral("b")));
        Statement query(transaction, R"(
            SELECT name -- :comment, not a placeholder
            FROM things /* :nor this */
            WHERE (name = :name OR :name IS NULL) AND name <> ':nor this' AND CAST(:n AS BIGINT) = :n
            ORDER BY name)");
        query.bind("n", 1);
        const auto names = [&](const std::optional<QString> &name) {
            query.bind("name", name);
            const auto found = query.all([](const Statement &row) { return row.text(0); });
            if (!found)
                qWarning("%s", qPrintable(found.error().detail));
            return found.valueOr({});
        };
        QCOMPARE(names({}), (std::vector<QString>{QStringLiteral("a"), QStringLiteral("b")}));
        QCOMPARE(names(QStringLiteral("b")), (std::vector<QString>{QStringLiteral("b")}));
        QCOMPARE(names({}).size(), std::size_t(2));
    }

    void returningAndOnConflictWork_data() { TemporaryDatabase::addEngines(); }
    void returningAndOnConflictWork()
    {
        QFETCH(Engine, engine);
        World world(engine);
        auto transaction = world.write();
        const ThingId id = world.newId();
        Statement upsert(transaction, R"(
            INSERT INTO things (id, name, count)
            VALUES (:id, 'a', :count)
            ON CONFLICT (id) DO UPDATE SET count = things.count + excluded.count
            RETURNING count)");
        const auto count = [](const Statement &row) { return row.integer(0); };
        QCOMPARE(upsert.bind("id", id).bind("count", 5).one(QStringLiteral("thing"), count).valueOr(0), qint64(5));
        QCOMPARE(upsert.bind("count", 7).one(QStringLiteral("thing"), count).valueOr(0), qint64(12));
        QVERIFY(transaction.commit());
    }

    void aSumOfWholeNumbersIsAWholeNumber_data() { TemporaryDatabase::addEngines(); }
    void aSumOfWholeNumbersIsAWholeNumber()
    {
        QFETCH(Engine, engine);
        World world(engine);
        auto transaction = world.write();
        QVERIFY(insert(transaction, world.newId(), {}, 9007199254740993)); // no double has this value
        Statement sum(transaction, "SELECT SUM(count), AVG(share) FROM things");
        const auto total = sum.one(QStringLiteral("sum"), [](const Statement &row) { return row.integer(0); });
        QCOMPARE(total.valueOr(0), qint64(9007199254740993));
    }

    void oneRowOrNotFound_data() { TemporaryDatabase::addEngines(); }
    void oneRowOrNotFound()
    {
        QFETCH(Engine, engine);
        World world(engine);
        auto transaction = world.write();
        Statement query(transaction, "SELECT name FROM things WHERE id = :id");
        const auto name = [](const Statement &row) { return row.text(0); };
        const auto missing = query.bind("id", world.newId()).one(QStringLiteral("thing"), name);
        QVERIFY(!missing);
        QCOMPARE(missing.error().code, ErrorCode::NotFound);
        QCOMPARE(missing.error().subject, QStringLiteral("thing"));
        QVERIFY(transaction.commit()); // not finding is no failure
    }

    void statementsMayBeUsedInsideEachOther_data() { TemporaryDatabase::addEngines(); }
    void statementsMayBeUsedInsideEachOther()
    {
        QFETCH(Engine, engine);
        World world(engine);
        auto transaction = world.write();
        for (int i = 0; i < 50; ++i)
            QVERIFY(insert(transaction, world.newId(), QString::number(i), i + 100));
        constexpr auto sql = "SELECT count FROM things ORDER BY count";
        int pairs = 0;
        Statement outer(transaction, sql);
        for (auto row = outer.next(); row && *row; row = outer.next()) {
            Statement inner(transaction, sql);
            const auto counts = inner.all([](const Statement &r) { return r.integer(0); });
            QVERIFY(counts);
            pairs += static_cast<int>(counts->size());
        }
        QCOMPARE(pairs, 2500);
    }

    void aTakenKeyIsAConflict_data() { TemporaryDatabase::addEngines(); }
    void aTakenKeyIsAConflict()
    {
        QFETCH(Engine, engine);
        World world(engine);
        const ThingId id = world.newId();
        {
            auto transaction = world.write();
            QVERIFY(insert(transaction, id, QStringLiteral("a")));
            QVERIFY(transaction.commit());
        }
        auto transaction = world.write();
        const auto second = insert(transaction, id, QStringLiteral("bí mật"));
        QVERIFY(!second);
        QCOMPARE(second.error().code, ErrorCode::Conflict);
        QCOMPARE(second.error().subject, QStringLiteral("database.unique"));
        QVERIFY(second.error().detail.contains(QStringLiteral("INSERT INTO things")));
        QVERIFY(!second.error().detail.contains(id.toText()));
        QVERIFY(!second.error().detail.contains(QStringLiteral("bí mật")));
    }

    void noBoundValueGetsIntoTheDetail_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QByteArray>("sql");
        const QList<std::pair<const char *, QByteArray>> statements{
            {"not null", "INSERT INTO things (id, name, parent) VALUES (:value, NULL, :value)"},
            {"not a number", "INSERT INTO things (id, name, count) VALUES (:value, '', 13 + 0 * length(:value))"},
            {"wrong function argument", "SELECT abs(CAST(:value AS BIGINT)) / 0 FROM things WHERE no_such(:value)"},
        };
        for (const Engine engine : TemporaryDatabase::engines()) {
            for (const auto &[name, sql] : statements)
                QTest::addRow("%s, %s", TemporaryDatabase::name(engine), name) << engine << sql;
        }
    }
    void noBoundValueGetsIntoTheDetail()
    {
        QFETCH(Engine, engine);
        QFETCH(QByteArray, sql);
        World world(engine);
        auto transaction = world.write();
        Statement statement(transaction, sql.toStdString());
        statement.bind("value", QStringLiteral("Nguyễn Văn A"));
        const auto ran = statement.run();
        QVERIFY(!ran);
        QCOMPARE(ran.error().code, ErrorCode::Internal);
        QVERIFY2(!ran.error().detail.contains(QStringLiteral("Nguyễn")), qPrintable(ran.error().detail));
    }

    void aBrokenReferenceIsOurFaultAndStopsTheCommit_data() { TemporaryDatabase::addEngines(); }
    void aBrokenReferenceIsOurFaultAndStopsTheCommit()
    {
        QFETCH(Engine, engine);
        World world(engine);
        {
            auto transaction = world.write();
            Statement statement(transaction, "INSERT INTO things (id, name, parent) VALUES (:id, '', :parent)");
            QVERIFY(statement.bind("id", world.newId()).bind("parent", world.newId()).run());
            const auto committed = transaction.commit(); // the reference is checked only here
            QVERIFY(!committed);
            QCOMPARE(committed.error().code, ErrorCode::Internal);
            QCOMPARE(committed.error().subject, QStringLiteral("database.constraint"));
        }
        auto transaction = world.read();
        Statement count(transaction, "SELECT count(*) FROM things");
        QCOMPARE(count.one({}, [](const Statement &row) { return row.integer(0); }).valueOr(-1), qint64(0));
    }

    void textThatOneEngineCannotStoreIsRefusedByBoth_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("text");
        for (const Engine engine : TemporaryDatabase::engines()) {
            QTest::addRow("%s, zero", TemporaryDatabase::name(engine)) << engine << QStringLiteral("a\0b").left(3);
            QTest::addRow("%s, half a pair", TemporaryDatabase::name(engine))
                << engine << (QStringLiteral("a") + QChar(0xd83d));
        }
    }
    void textThatOneEngineCannotStoreIsRefusedByBoth()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, text);
        World world(engine);
        auto transaction = world.write();
        const auto stored = insert(transaction, world.newId(), text);
        QVERIFY(!stored);
        QCOMPARE(stored.error().code, ErrorCode::InvalidInput);
        QCOMPARE(stored.error().subject, QStringLiteral("database.text"));
    }

    void aForgottenOrUnknownNameIsAFault_data() { TemporaryDatabase::addEngines(); }
    void aForgottenOrUnknownNameIsAFault()
    {
        QFETCH(Engine, engine);
        World world(engine);
        {
            auto transaction = world.write();
            QVERIFY(insert(transaction, world.newId(), QStringLiteral("a"), 1)); // leaves its values in the cache
            Statement statement(transaction, "INSERT INTO things (id, name, count) VALUES (:id, :name, :count)");
            const auto ran = statement.bind("id", world.newId()).bind("count", 1).run();
            QVERIFY(!ran);
            QVERIFY(ran.error().detail.contains(QStringLiteral(":name")));
        }
        auto transaction = world.write();
        Statement statement(transaction, "SELECT name FROM things WHERE id = :id");
        statement.bind("id", world.newId()).bind("nmae", 1);
        QVERIFY(!statement.run());
        QVERIFY(!transaction.commit());
    }

    void aDamagedValueIsToldAndStopsTheCommit_data() { TemporaryDatabase::addEngines(); }
    void aDamagedValueIsToldAndStopsTheCommit()
    {
        QFETCH(Engine, engine);
        World world(engine);
        auto transaction = world.write();
        QVERIFY(transaction.execute("INSERT INTO things (id, name) VALUES ('no uuid', 'seven')"));
        Statement query(transaction, "SELECT id, name FROM things");
        const auto ids = query.all([](const Statement &row) { return row.id<ThingId>(0); });
        QVERIFY(!ids);
        QCOMPARE(ids.error().code, ErrorCode::Corrupt);
        QCOMPARE(ids.error().subject, QStringLiteral("database.value"));
        QCOMPARE(transaction.commit().error().code, ErrorCode::Corrupt);
    }

    void cachedStatementsSurviveAChangeOfTheSchema_data() { TemporaryDatabase::addEngines(); }
    void cachedStatementsSurviveAChangeOfTheSchema()
    {
        QFETCH(Engine, engine);
        World world(engine);
        const auto count = [](Transaction &transaction) {
            Statement query(transaction, "SELECT count(*), 'x' FROM things WHERE name <> :name");
            query.bind("name", QStringLiteral("z"));
            return query.one({}, [](const Statement &row) { return row.integer(0); }).valueOr(-1);
        };
        auto transaction = world.write();
        QCOMPARE(count(transaction), qint64(0));
        QVERIFY(transaction.execute("ALTER TABLE things ADD COLUMN more TEXT NOT NULL DEFAULT ''"));
        QVERIFY(transaction.execute("CREATE INDEX things_name ON things (name)"));
        QCOMPARE(count(transaction), qint64(0));
        QVERIFY(transaction.commit());
    }

    void manyTextsDoNotFillTheMemory()
    {
        World world(Engine::Sqlite);
        auto transaction = world.write();
        for (int i = 0; i < 2000; ++i) {
            Statement query(transaction, "SELECT " + std::to_string(i));
            QCOMPARE(query.one({}, [](const Statement &row) { return row.integer(0); }).valueOr(-1), qint64(i));
        }
    }
};

QTEST_GUILESS_MAIN(TestStatement)
#include "tst_statement.moc"
