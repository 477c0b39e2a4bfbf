// What the status bar says of the outbox.
#include "ui/workstation/DeskStatus.h"

#include "ui/models/NewsroomText.h"

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

    // Both stamps are of this PC's clock: told by the server's, as every other hour is.
    void theLastSyncIsToldByTheServersClock()
    {
        const Instant here = fromMilliseconds(1'764'000'000'000);
        const std::chrono::minutes fast = std::chrono::hours(26);
        const ConnectionView connection{.connection = Connection::Online,
                                        .lastSync = here - std::chrono::hours(50),
                                        .problem = {},
                                        .clockAhead = fast};
        const Instant there = here - fast;
        const StatusItem said = syncStatus(connection, here);
        QVERIFY2(said.text.endsWith(whenText(there - std::chrono::hours(50), there)), qPrintable(said.text));
        QVERIFY(said.explanation.endsWith(momentWords(there - std::chrono::hours(50))));
    }
};

QTEST_GUILESS_MAIN(TestDeskStatus)
#include "tst_deskstatus.moc"
