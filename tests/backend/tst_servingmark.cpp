// Who may change a newsroom's schema, and when: one who serves it, when nobody serves it by an older one.
#include "backend/NewsroomSetup.h"
#include "backend/ServingMark.h"
#include "base/Dice.h"
#include "storage/Statement.h"
#include "support/SettableClock.h"
#include "support/TemporaryDatabase.h"

#include <QTest>

#include <future>
#include <thread>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestServingMark : public QObject
{
    Q_OBJECT

private:
    SettableClock m_clock;
    SystemDice m_dice;

    // As the program before the last migration left it.
    static void makeOlder(Database &database)
    {
        auto transaction = Transaction::begin(database, Access::Write);
        for (const char *sql : {"ALTER TABLE revisions DROP COLUMN begins_sitting",
                                "DELETE FROM schema_migrations WHERE set_name = 'migrations' AND number >= 11"})
            QVERIFY2(transaction->execute(sql), sql);
        QVERIFY(transaction->commit());
    }

private slots:
    void aNewOneIsMadeAndSharedByWhoServes_data() { TemporaryDatabase::addEngines(); }
    void aNewOneIsMadeAndSharedByWhoServes()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        QCOMPARE(checkNewsroom(temporary.database(), m_clock).error().subject, u"site"_s);
        const auto first = ServingMark::take(temporary.database(), m_clock, m_dice);
        QVERIFY(first);
        QVERIFY(checkNewsroom(temporary.database(), m_clock));
        const auto other = temporary.open();
        QVERIFY(ServingMark::take(*other, m_clock, m_dice));
    }

    void whatAnOlderOneServesIsLeftAsItIs_data() { TemporaryDatabase::addEngines(); }
    void whatAnOlderOneServesIsLeftAsItIs()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        auto older = ServingMark::take(temporary.database(), m_clock, m_dice);
        QVERIFY(older);
        makeOlder(temporary.database());
        const auto newer = temporary.open();
        const auto refused = ServingMark::take(*newer, m_clock, m_dice);
        QVERIFY(!refused);
        QCOMPARE(refused.error().code, ErrorCode::Conflict);
        QCOMPARE(refused.error().subject, u"newsroom.served"_s);
        // Nor do those who do not serve, whether somebody serves or not.
        for (int turn = 0; turn < 2; ++turn) {
            QCOMPARE(checkNewsroom(*newer, m_clock).error().subject, u"database.schema.older"_s);
            QCOMPARE(makeSchema(*newer, m_clock, m_dice).error().subject, u"database.schema.older"_s);
            QCOMPARE(newsroomSchemaState(*newer, m_clock).valueOr(SchemaState::None), SchemaState::Older);
            older->reset();
        }
        QVERIFY(ServingMark::take(*newer, m_clock, m_dice));
        QVERIFY(checkNewsroom(*newer, m_clock));
    }

    void whoComesWhileItIsBroughtUpToDateWaits_data() { TemporaryDatabase::addEngines(); }
    void whoComesWhileItIsBroughtUpToDateWaits()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, {});
        std::vector<std::future<bool>> starts;
        for (int i = 0; i < 4; ++i) {
            starts.push_back(std::async(std::launch::async, [&temporary] {
                const SystemClock clock;
                SystemDice dice;
                const auto database = temporary.open();
                return ServingMark::take(*database, clock, dice).ok();
            }));
        }
        for (auto &start : starts)
            QVERIFY(start.get());
    }
};

QTEST_GUILESS_MAIN(TestServingMark)
#include "tst_servingmark.moc"
