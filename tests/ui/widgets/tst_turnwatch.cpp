#include "support/Patience.h"
#include "ui/widgets/TurnWatch.h"

#include <QDeadlineTimer>
#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

#include <algorithm>
#include <vector>

using namespace toasoan;
using namespace std::chrono;

namespace {

bool isLong(const SlowTurn &turn)
{
    return turn.wall >= milliseconds(1000);
}

} // namespace

class TestTurnWatch : public QObject
{
    Q_OBJECT

private slots:
    void aLongTurnIsReportedWithWhatItCost_data()
    {
        QTest::addColumn<bool>("computes");
        QTest::newRow("it computes") << true;
        QTest::newRow("it waits") << false;
    }
    void aLongTurnIsReportedWithWhatItCost()
    {
        QFETCH(bool, computes);
        TurnWatch watch;
        std::vector<SlowTurn> turns;
        connect(&watch, &TurnWatch::slowTurn, this, [&turns](const SlowTurn &turn) { turns.push_back(turn); });
        const QDeadlineTimer patience(longestWait);
        while (turns.empty() && !patience.hasExpired()) { // until it watches: its thread may begin late
            QThread::msleep(200);
            QTest::qWait(50);
        }
        QVERIFY(!turns.empty());
        turns.clear();
        if (computes) {
            QElapsedTimer timer;
            timer.start();
            while (timer.elapsed() < 1500) { }
        } else {
            QThread::msleep(1500);
        }
        // Others may have been slow before it, on a machine that has much to do.
        const auto found = [&turns] { return std::ranges::find_if(turns, isLong); };
        QTRY_VERIFY(found() != turns.end());
        const SlowTurn turn = *found();
        if (!computes)
            QVERIFY2(turn.cpu < milliseconds(100), qPrintable(QString::number(turn.cpu.count())));
#ifdef Q_OS_LINUX
        else
            QVERIFY(turn.cpu > milliseconds(0));
#endif
    }

    void shortTurnsAreNot()
    {
        TurnWatch watch;
        int costly = 0;
        connect(&watch, &TurnWatch::slowTurn, this, [&costly](const SlowTurn &turn) {
            if (turn.cpu > TurnWatch::longest)
                ++costly;
        });
        for (int i = 0; i < 20; ++i)
            QTest::qWait(15);
        QCOMPARE(costly, 0);
    }

    void itEndsWithItsObject()
    {
        for (int i = 0; i < 50; ++i) {
            TurnWatch watch;
            if (i % 2 == 0)
                QCoreApplication::processEvents();
        }
        QCoreApplication::processEvents();
    }
};

QTEST_MAIN(TestTurnWatch)
#include "tst_turnwatch.moc"
