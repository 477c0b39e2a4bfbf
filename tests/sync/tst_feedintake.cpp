#include "sync/FeedIntake.h"

#include "domain/Checklist.h"
#include "domain/Content.h"
#include "domain/Workflow.h"
#include "storage/ChangeStore.h"

#include <QTest>

using namespace toasoan;

class TestFeedIntake : public QObject
{
    Q_OBJECT

private slots:
    // A program that reads one value more asks once again for what was skipped: each such value is in the print.
    void everyValueThatIsReadIsInThePrint()
    {
        const QStringList words = readableWords();
        const auto has = [&words](const auto &values) {
            return std::ranges::all_of(values, [&words](auto value) { return words.contains(toText(value)); });
        };
        QVERIFY(has(allStates));
        QVERIFY(has(allSteps));
        QVERIFY(has(grantableRoles));
        QVERIFY(has(allOwnerships));
        QVERIFY(has(allGenres));
        QVERIFY(has(allNouns));
        QVERIFY(has(allShares));
        QVERIFY(has(allTextFields));
        QVERIFY(has(allChecklistRules));
    }
};

QTEST_GUILESS_MAIN(TestFeedIntake)
#include "tst_feedintake.moc"
