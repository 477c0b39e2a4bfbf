#include "storage/DatabaseLocation.h"

#include <QTest>

using namespace toasoan;

class TestDatabaseLocation : public QObject
{
    Q_OBJECT

private slots:
    void aTextWithoutSchemeIsAPath()
    {
        const auto location = DatabaseLocation::fromText(QStringLiteral("/var/lib/toasoan/a?b#c.db"));
        QVERIFY(location);
        QCOMPARE(*location, DatabaseLocation::sqlite(QStringLiteral("/var/lib/toasoan/a?b#c.db")));
    }

    void aUrlIsTakenApart()
    {
        const auto location = DatabaseLocation::fromText(QStringLiteral(
            "postgres://bi%C3%AAn:m%27%40t%20kh%E1%BA%A9u@db.local:5433/t%C3%B2a?schema=news_1&sslmode=require"));
        QVERIFY(location);
        QCOMPARE(location->engine, Engine::Postgres);
        QCOMPARE(location->user, QStringLiteral("biên"));
        QCOMPARE(location->password, QStringLiteral("m'@t khẩu"));
        QCOMPARE(location->host, QStringLiteral("db.local"));
        QCOMPARE(location->port, 5433);
        QCOMPARE(location->name, QStringLiteral("tòa"));
        QCOMPARE(location->schema, QStringLiteral("news_1"));
        QCOMPARE(location->sslMode, QStringLiteral("require"));
    }

    void theTextForTheLogHasNoPassword()
    {
        const auto location = DatabaseLocation::fromText(QStringLiteral("postgresql://u:secret@h/n?schema=s"));
        QVERIFY(location);
        QCOMPARE(location->toText(), QStringLiteral("postgres://u@h:5432/n?schema=s"));
    }

    void whatIsNotUnderstoodIsRefused_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << QString();
        QTest::newRow("other scheme") << QStringLiteral("mysql://h/n");
        QTest::newRow("no host") << QStringLiteral("postgres:///n");
        QTest::newRow("no name") << QStringLiteral("postgres://h");
        QTest::newRow("no name but a slash") << QStringLiteral("postgres://h/");
        QTest::newRow("port 0") << QStringLiteral("postgres://h:0/n");
        QTest::newRow("port too large") << QStringLiteral("postgres://h:70000/n");
        QTest::newRow("unknown option") << QStringLiteral("postgres://h/n?options=-c%20fsync=off");
        QTest::newRow("schema to be quoted") << QStringLiteral("postgres://h/n?schema=a%22b");
        QTest::newRow("schema with a space") << QStringLiteral("postgres://h/n?schema=a%20-c%20x");
        QTest::newRow("unknown sslmode") << QStringLiteral("postgres://h/n?sslmode=perhaps");
        QTest::newRow("semicolon in the password") << QStringLiteral("postgres://u:a%3Bb@h/n");
        QTest::newRow("zero byte in the name") << QStringLiteral("postgres://h/n%00x");
        QTest::newRow("fragment") << QStringLiteral("postgres://u:secret#1@h/n");
    }
    void whatIsNotUnderstoodIsRefused()
    {
        QFETCH(QString, text);
        const auto location = DatabaseLocation::fromText(text);
        QVERIFY(!location);
        QCOMPARE(location.error().code, ErrorCode::InvalidInput);
        QCOMPARE(location.error().subject, QStringLiteral("database.location"));
        QVERIFY(!location.error().detail.contains(QStringLiteral("secret")));
    }
};

QTEST_GUILESS_MAIN(TestDatabaseLocation)
#include "tst_databaselocation.moc"
