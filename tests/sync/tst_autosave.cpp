#include "support/ErrorLines.h"
#include "support/SettableClock.h"
#include "sync/AutoSave.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Error diskFull{ErrorCode::StorageFull, u"database.full"_s, {}};
const Error tooLong{ErrorCode::TooLarge, u"content.title"_s, {}};

// What AutoSave works on: saves that end as `answer` says.
struct Room
{
    SettableClock clock;
    SeededDice dice{7};
    Result<void> answer;
    int saves = 0;
    std::vector<Error> told;
    AutoSave autoSave{30s, clock, dice,
                      [this](ArticleId of) {
                          ++saves;
                          autoSave.tried(of, answer);
                          return answer;
                      },
                      [this](const Error &error, ArticleId) { told.push_back(error); }};
    const ArticleId id = ArticleId::create(clock, dice);

    /// Until it wants to be woken; how long that was.
    Milliseconds sleep()
    {
        const auto at = autoSave.wakeAt();
        if (!at)
            return -1ms;
        const Milliseconds wait = *at - clock.now();
        clock.advance(wait);
        autoSave.wake();
        return wait;
    }
};

} // namespace

class TestAutoSave : public QObject
{
    Q_OBJECT

private slots:
    void aTextIsDueAWhileAfterItsFirstKey()
    {
        Room room;
        room.autoSave.typed(room.id);
        room.clock.advance(20s);
        room.autoSave.typed(room.id);
        QCOMPARE(room.sleep(), Milliseconds(10s));
        QCOMPARE(room.saves, 1);
        QVERIFY(!room.autoSave.wakeAt());
        QVERIFY(room.autoSave.failures().empty());
    }

    // Each time after a longer pause; the person is told once, the log each time.
    void whatMayGoBetterLaterIsTriedAgain()
    {
        Room room;
        room.answer = diskFull;
        const Instant first = room.clock.now() + 30s;
        const ErrorLines lines;
        room.autoSave.typed(room.id);
        QCOMPARE(room.sleep(), Milliseconds(30s));
        std::vector<Milliseconds> pauses;
        for (int i = 0; i < 4; ++i)
            pauses.push_back(room.sleep());
        for (std::size_t i = 0; i < pauses.size(); ++i) {
            const Milliseconds longest = 1s * (1 << i);
            QVERIFY2(pauses[i] >= longest / 2 && pauses[i] <= longest, qPrintable(QString::number(pauses[i].count())));
        }
        QCOMPARE(room.saves, 5);
        QCOMPARE(room.told, std::vector{diskFull});
        QCOMPARE(lines.all().count("\"event\":\"desk.notSaved\""), 5);
        QVERIFY(lines.all().contains("\"failures\":5"));
        const auto &failure = room.autoSave.failures().at(room.id);
        QCOMPARE(failure.why, diskFull);
        QCOMPARE(failure.since, first);

        room.answer = {};
        room.sleep();
        QVERIFY(room.autoSave.failures().empty());
        QVERIFY(!room.autoSave.wakeAt());
        // The next trouble is another one.
        room.answer = diskFull;
        room.autoSave.typed(room.id);
        room.sleep();
        QCOMPARE(room.told.size(), 2U);
    }

    // It waits for the person: who types on tries it.
    void whatWillNotGoIsNotTriedByItself()
    {
        Room room;
        room.answer = tooLong;
        room.autoSave.typed(room.id);
        room.sleep();
        QVERIFY(!room.autoSave.wakeAt());
        QCOMPARE(room.told, std::vector{tooLong});
        room.autoSave.typed(room.id);
        QCOMPARE(room.sleep(), Milliseconds(30s));
        QCOMPARE(room.saves, 2);
        QCOMPARE(room.told.size(), 1U);
        room.answer = {};
        room.autoSave.saveAll(); // nothing is due
        QCOMPARE(room.saves, 2);
    }

    void aClockThatWasSetBackMakesNobodyWait()
    {
        Room room;
        room.autoSave.typed(room.id);
        room.clock.advance(-1h);
        room.autoSave.wake();
        QCOMPARE(room.saves, 1);
    }

    void anotherAccountKnowsNothingOfIt()
    {
        Room room;
        room.answer = diskFull;
        room.autoSave.typed(room.id);
        room.sleep();
        room.autoSave.clear();
        QVERIFY(!room.autoSave.wakeAt());
        QVERIFY(room.autoSave.failures().empty());
    }
};

QTEST_GUILESS_MAIN(TestAutoSave)
#include "tst_autosave.moc"
