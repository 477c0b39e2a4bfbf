#include "support/Patience.h"
#include "ui/widgets/TurnWatch.h"

#include <QElapsedTimer>
#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace toasoan;
using namespace std::chrono;

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
        QTest::qWait(50); // the first sign of life
        turns.clear();
        if (computes) {
            QElapsedTimer timer;
            timer.start();
            while (timer.elapsed() < 400) { }
        } else {
            QThread::msleep(400);
        }
        QTRY_VERIFY(!turns.empty());
        QVERIFY2(turns[0].wall >= milliseconds(300), qPrintable(QString::number(turns[0].wall.count())));
        if (!computes)
            QVERIFY2(turns[0].cpu < milliseconds(100), qPrintable(QString::number(turns[0].cpu.count())));
#ifdef Q_OS_LINUX
        else
            QVERIFY(turns[0].cpu > milliseconds(0));
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
