// After a turn of the window that took long, Chromium does more than one of its tasks.
#include "ui/editor/PageTurns.h"

#include <QTest>
#include <QThread>

using namespace toasoan;

// It has the name of Qt's own, by which that is known.
class QWebEngineMessagePumpScheduler : public QObject
{
    Q_OBJECT

public:
    int tasks = 0;

    void turn()
    {
        QTimerEvent event(1);
        QCoreApplication::sendEvent(this, &event);
    }

    bool event(QEvent *event) override
    {
        tasks += event->type() == QEvent::Timer ? 1 : 0;
        return true;
    }
};

class TestPageTurns : public QObject
{
    Q_OBJECT

private slots:
    void whatWaitedBehindALongTurnIsDoneAfterIt()
    {
        PageTurns::keep();
        QWebEngineMessagePumpScheduler pump;
        pump.turn();
        QCOMPARE(pump.tasks, 1);
        QThread::msleep(50); // the window is drawn
        pump.turn();
        QVERIFY2(pump.tasks >= 10, qPrintable(QString::number(pump.tasks)));
    }
};

QTEST_GUILESS_MAIN(TestPageTurns)
#include "tst_pageturns.moc"
