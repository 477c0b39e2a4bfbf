// What the status bar says of the outbox.
#include "ui/workstation/DeskStatus.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestDeskStatus : public QObject
{
    Q_OBJECT

private slots:
    void whoRefusedIsNotTheServerWhereThisPcCannotGiveIt_data()
    {
        QTest::addColumn<OutboxCounts>("counts");
        QTest::addColumn<QString>("text");
        QTest::newRow("nothing") << OutboxCounts{} << QString();
        QTest::newRow("all wait") << OutboxCounts{.waiting = 2} << u"2 waiting to be sent"_s;
        QTest::newRow("refused") << OutboxCounts{.waiting = 3, .refused = 1} << u"1 refused by the server"_s;
        QTest::newRow("not even given") << OutboxCounts{.waiting = 1, .stopped = 1} << u"1 to resolve"_s;
        QTest::newRow("both") << OutboxCounts{.waiting = 4, .refused = 1, .stopped = 2} << u"3 to resolve"_s;
    }
    void whoRefusedIsNotTheServerWhereThisPcCannotGiveIt()
    {
        QFETCH(const OutboxCounts, counts);
        QTEST(outboxStatus(counts).text, "text");
    }
};

QTEST_GUILESS_MAIN(TestDeskStatus)
#include "tst_deskstatus.moc"
