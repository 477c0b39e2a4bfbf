// What passed before the eyes, and what only flew by.
#include "ui/review/ReadStretches.h"

#include <QTest>

using namespace toasoan;
using namespace std::chrono_literals;

class TestReadStretches : public QObject
{
    Q_OBJECT

private slots:
    void theEndAloneIsNotTheWhole()
    {
        ReadStretches read;
        read.see(0ms, 0, 0.1);
        read.see(1s, 0, 0.1);
        read.see(1100ms, 0.9, 1); // by End
        read.see(2s, 0.9, 1);
        QVERIFY(!read.isWhole(0.01));
        for (int screen = 1; screen < 9; ++screen) { // the rest from below: the order is the reader's
            const double top = 0.9 - 0.1 * screen;
            read.see(2s + screen * 300ms, top, top + 0.11);
            read.see(2s + screen * 300ms + 250ms, top, top + 0.11);
        }
        QVERIFY(read.isWhole(0.01));
    }

    void whatFliesByIsNotRead()
    {
        ReadStretches read;
        for (int at = 0; at <= 90; ++at) // the whole page within a second
            read.see(at * 10ms, at / 100.0, at / 100.0 + 0.1);
        read.see(2s, 0.9, 1);
        QVERIFY(!read.isWhole(0.01));
        read.clear();
        for (int at = 0; at <= 90; ++at) // slowly, by the wheel, never standing still
            read.see(at * 100ms, at / 100.0, at / 100.0 + 0.1);
        read.see(10s, 0.9, 1);
        QVERIFY(read.isWhole(0.03));
    }

    void aLineAtAnEdgeMayBeMissed()
    {
        ReadStretches read;
        read.see(0ms, 0, 0.49);
        read.see(300ms, 0, 0.49);
        read.see(400ms, 0.5, 1);
        read.see(700ms, 0.5, 1);
        QVERIFY(read.isWhole(0.02));
        QVERIFY(!read.isWhole(0.005));
    }
};

QTEST_APPLESS_MAIN(TestReadStretches)
#include "tst_readstretches.moc"
