// The audit log under the hands of somebody who may write its database: whatever he edits, takes out, exchanges or cuts
// off is found, by the program and by a reader that shares nothing with it but the format (audit_chain.py). A log that
// is cut off together with its counter, or hashed anew, is whole in itself: that takes a mark kept elsewhere.
#include "storage/ChangeStore.h"
#include "storage/Statement.h"
#include "support/Patience.h"
#include "support/TemporaryDatabase.h"

#include <QCryptographicHash>
#include <QProcess>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

constexpr int lineCount = 7;

void write(Database &database)
{
    auto transaction = Transaction::begin(database, Access::Write);
    ChangeStore changes(*transaction);
    for (int i = 1; i <= lineCount; ++i) {
        const auto added = changes.addAudit({}, u"submit"_s, u"article"_s, u"bài-%1"_s.arg(i),
                                            {{u"version"_s, i}, {u"reason"_s, u"Vì “lẽ %1”\n\x1f\\"_s.arg(i)}},
                                            fromMilliseconds(1'700'000'000'000 + i));
        if (!added)
            qFatal("%s", qPrintable(added.error().detail));
    }
    if (!transaction->commit())
        qFatal("no commit");
}

// The line of the log whose hash does not fit, as the program tells it; 0 if all is well.
int brokenAt(Database &database)
{
    auto transaction = Transaction::begin(database, Access::Read);
    const auto verified = ChangeStore(*transaction).verifyAudit();
    if (verified)
        return 0;
    const int line = verified.error().detail.toInt();
    return line > 0 ? line : lineCount + 1; // "at the end"
}

struct Reading
{
    int exitCode = -1;
    QString text;
};

Reading readByOther(const TemporaryDatabase &temporary)
{
    QProcess reader;
    reader.start(u"python3"_s,
                 {QStringLiteral(TOASOAN_SOURCE_DIR "/tests/storage/audit_chain.py"), temporary.location().path});
    reader.waitForFinished(longestWait);
    return {.exitCode = reader.exitCode(), .text = QString::fromUtf8(reader.readAll()).trimmed()};
}

// SQL that gives line 4 the hash that fits it, as somebody would who knows the format but leaves the lines behind it.
std::string rehashed(Database &database, const std::string &detail)
{
    auto transaction = Transaction::begin(database, Access::Read);
    const auto lines = ChangeStore(*transaction).audit(2, 2);
    const AuditLine &before = lines->at(0);
    const AuditLine &line = lines->at(1);
    const QString text = QStringList{before.hash,
                                     QString::number(line.number),
                                     QString::number(toMilliseconds(line.at)),
                                     line.actor.toText(),
                                     line.action,
                                     line.noun,
                                     line.nounId,
                                     QString::fromStdString(detail)}
                             .join(QChar(0x1F));
    const QByteArray hash = QCryptographicHash::hash(text.toUtf8(), QCryptographicHash::Sha256).toHex();
    return "UPDATE audit SET detail = '" + detail + "', hash = '" + hash.toStdString() + "' WHERE number = 4";
}

} // namespace

class TestAuditChain : public QObject
{
    Q_OBJECT

private slots:
    void whatWasDoneToTheLogIsFound_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QByteArrayList>("statements");
        QTest::addColumn<int>("line");
        const QByteArray exchange = "UPDATE audit SET number = CASE number WHEN 3 THEN -4 ELSE -3 END "
                                    "WHERE number IN (3, 4)";
        for (const Engine engine : TemporaryDatabase::engines()) {
            const char *name = TemporaryDatabase::name(engine);
            const auto add = [&](const char *what, const QByteArrayList &statements, int line) {
                QTest::addRow("%s: %s", name, what) << engine << statements << line;
            };
            add("nothing", {}, 0);
            add("another hour", {"UPDATE audit SET at = at + 1 WHERE number = 3"}, 3);
            add("another person",
                {"UPDATE audit SET actor_id = '018aefb0-2a0d-7f72-92c2-4a9bd49c3534' WHERE number = 3"}, 3);
            add("another action", {"UPDATE audit SET action = 'approve' WHERE number = 1"}, 1);
            add("another noun", {"UPDATE audit SET noun = 'user' WHERE number = 7"}, 7);
            add("another id", {"UPDATE audit SET noun_id = 'x' WHERE number = 2"}, 2);
            add("another detail", {"UPDATE audit SET detail = '{}' WHERE number = 4"}, 4);
            add("another hash", {"UPDATE audit SET hash = upper(hash) WHERE number = 4"}, 4);
            // The line fits itself and the one before it: only that the next one covers it tells.
            add("edited and hashed again", {"REHASH"}, 5);
            add("one taken out", {"DELETE FROM audit WHERE number = 3"}, 3);
            add("one taken out, the others moved up",
                {"DELETE FROM audit WHERE number = 3", "UPDATE audit SET number = -number WHERE number > 3",
                 "UPDATE audit SET number = -number - 1 WHERE number < 0",
                 "UPDATE counters SET value = value - 1 WHERE name = 'audit'"},
                3);
            add("the first taken out", {"DELETE FROM audit WHERE number = 1"}, 1);
            add("two exchanged", {exchange, "UPDATE audit SET number = -number WHERE number < 0"}, 3);
            add("the end cut off", {"DELETE FROM audit WHERE number > 5"}, lineCount + 1);
            add("all of it", {"DELETE FROM audit"}, lineCount + 1);
            add("one added",
                {"INSERT INTO audit SELECT 8, at, actor_id, action, noun, noun_id, detail, hash FROM audit "
                 "WHERE number = 7"},
                8);
            add("one told twice",
                {"UPDATE audit SET detail = (SELECT b.detail FROM audit b WHERE b.number = 2), "
                 "hash = (SELECT b.hash FROM audit b WHERE b.number = 2) WHERE number = 3"},
                3);
        }
    }
    void whatWasDoneToTheLogIsFound()
    {
        QFETCH(Engine, engine);
        QFETCH(QByteArrayList, statements);
        QFETCH(int, line);
        // One for all rows of an engine, emptied: making one takes longer than what is tested.
        auto &held = m_databases[engine == Engine::Sqlite ? 0 : 1];
        if (!held)
            held = std::make_unique<TemporaryDatabase>(engine);
        const TemporaryDatabase &temporary = *held;
        Database &database = held->database();
        for (const char *sql : {"DELETE FROM audit", "UPDATE counters SET value = 0 WHERE name = 'audit'"}) {
            auto transaction = Transaction::begin(database, Access::Write);
            QVERIFY(transaction->execute(sql) && transaction->commit());
        }
        write(database);
        QCOMPARE(brokenAt(database), 0);
        for (const QByteArray &statement : statements) {
            const std::string sql = statement == "REHASH" ? rehashed(database, "{}") : statement.toStdString();
            auto transaction = Transaction::begin(database, Access::Write);
            QVERIFY(transaction->execute(sql));
            QVERIFY(transaction->commit());
        }
        QCOMPARE(brokenAt(database), line);
        if (engine != Engine::Sqlite)
            return; // the other reader has Python's own library alone
        const Reading other = readByOther(temporary);
        QCOMPARE(other.exitCode, line == 0 ? 0 : 1);
        if (line == 0)
            QCOMPARE(other.text, u"ok %1"_s.arg(lineCount));
        else if (line <= lineCount)
            QCOMPARE(other.text, u"broken at %1"_s.arg(line));
        else
            QVERIFY2(other.text.startsWith(u"broken at "_s), qPrintable(other.text));
    }

    void aLogThatIsWholeAndNotTheSameIsFoundByItsMark_data() { TemporaryDatabase::addEngines(); }
    void aLogThatIsWholeAndNotTheSameIsFoundByItsMark()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine);
        Database &database = temporary.database();
        const auto verified = [&database](const std::optional<AuditMark> &known) {
            return readIn(database,
                          [&](Transaction &transaction) { return ChangeStore(transaction).verifyAudit(known); });
        };
        QCOMPARE(*verified({}), AuditMark());
        write(database);
        const AuditMark mark = *verified({});
        QCOMPARE(mark.number, lineCount);
        QCOMPARE(mark.hash.size(), 64);
        QCOMPARE(*verified(AuditMark()), mark);
        const AuditMark before = readIn(database, [](Transaction &transaction) {
                                     const AuditLine line = ChangeStore(transaction).audit(lineCount - 2, 1)->front();
                                     return Result<AuditMark>(AuditMark{.number = line.number, .hash = line.hash});
                                 }).valueOr({});
        QCOMPARE(*verified(before), mark);
        QCOMPARE(verified(AuditMark{.number = before.number, .hash = mark.hash}).error().subject, u"audit"_s);

        const auto execute = [&database](const char *sql) {
            auto transaction = Transaction::begin(database, Access::Write);
            return transaction->execute(sql) && transaction->commit();
        };
        QVERIFY(execute("DELETE FROM audit WHERE number = 7"));
        QVERIFY(execute("UPDATE counters SET value = 6 WHERE name = 'audit'"));
        QVERIFY(verified({}).ok());
        QVERIFY(verified(before).ok());
        QCOMPARE(verified(mark).error().subject, u"audit"_s);

        QVERIFY(execute("DELETE FROM audit"));
        QVERIFY(execute("UPDATE counters SET value = 0 WHERE name = 'audit'"));
        write(database);
        write(database);
        QVERIFY(verified({}).ok());
        QVERIFY(verified(mark).ok()); // the same lines, told again
        QVERIFY(execute("DELETE FROM audit"));
        QVERIFY(execute("UPDATE counters SET value = 0 WHERE name = 'audit'"));
        {
            auto transaction = Transaction::begin(database, Access::Write);
            for (int i = 0; i < lineCount + 1; ++i)
                QVERIFY(
                    ChangeStore(*transaction).addAudit({}, u"other"_s, u"article"_s, u"x"_s, {}, fromMilliseconds(i)));
            QVERIFY(transaction->commit());
        }
        QVERIFY(verified({}).ok());
        QCOMPARE(verified(mark).error().subject, u"audit"_s);
    }

    void cleanupTestCase() { m_databases = {}; }

private:
    std::array<std::unique_ptr<TemporaryDatabase>, 2> m_databases;
};

QTEST_GUILESS_MAIN(TestAuditChain)
#include "tst_auditchain.moc"
