#include "storage/Database.h"
#include "storage/VisitStore.h"
#include "support/TemporaryDatabase.h"

#include <QTest>

using namespace toasoan;

namespace {

const QStringList visits{QStringLiteral(":/sql/visits")};

} // namespace

class TestVisitStore : public QObject
{
    Q_OBJECT

private slots:
    void daysAreAddedTo_data() { TemporaryDatabase::addEngines(); }
    void daysAreAddedTo()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, visits);
        auto transaction = *Transaction::begin(temporary.database(), Access::Write);
        VisitStore store(transaction);
        const QDate first(2023, 9, 30);
        QVERIFY(store.add({.day = first, .views = 5, .visits = 2, .visitors = 1, .robotViews = 7}));
        QVERIFY(store.add({.day = first.addDays(1), .views = 1, .visits = 1, .visitors = 1, .robotViews = 0}));
        QVERIFY(store.add({.day = first, .views = 1, .visits = 0, .visitors = 0, .robotViews = 1}));
        const auto days = store.days(first, first.addDays(5));
        QVERIFY(days);
        QCOMPARE(days->size(), std::size_t(2));
        QVERIFY(days->front() == (VisitDay{.day = first, .views = 6, .visits = 2, .visitors = 1, .robotViews = 8}));
        QVERIFY(store.days(first.addDays(2), first.addDays(9))->empty());
    }

    void totalsAreOfDayMonthAndAllWithTheOpeningBalance_data() { TemporaryDatabase::addEngines(); }
    void totalsAreOfDayMonthAndAllWithTheOpeningBalance()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, visits);
        auto transaction = *Transaction::begin(temporary.database(), Access::Write);
        VisitStore store(transaction);
        const QDate today(2023, 12, 31);
        QVERIFY(*store.totals(today) == VisitTotals());
        qint64 number = 1;
        for (const QDate day :
             {QDate(2022, 12, 31), QDate(2023, 11, 30), QDate(2023, 12, 1), today, QDate(2024, 1, 1)}) {
            QVERIFY(store.add({.day = day, .views = 1000, .visits = number, .visitors = 500, .robotViews = 1000}));
            number *= 10;
        }
        QVERIFY(*store.totals(today) == (VisitTotals{.today = 1000, .month = 1100, .total = 11111}));
        QVERIFY(!*store.openingBalance());
        QVERIFY(store.setOpeningBalance({.day = QDate(2023, 10, 2), .total = 1'730'000}));
        QVERIFY(store.setOpeningBalance({.day = QDate(2023, 10, 2), .total = 1'730'453}));
        QVERIFY(**store.openingBalance() == (OpeningBalance{.day = QDate(2023, 10, 2), .total = 1'730'453}));
        QVERIFY(*store.totals(today) == (VisitTotals{.today = 1000, .month = 1100, .total = 1'741'564}));
    }

    void viewsOfItemsAreAddedTo_data() { TemporaryDatabase::addEngines(); }
    void viewsOfItemsAreAddedTo()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, visits);
        auto transaction = *Transaction::begin(temporary.database(), Access::Write);
        VisitStore store(transaction);
        QCOMPARE(store.addItemViews(9, 300).valueOr(0), qint64(300));
        QCOMPARE(store.addItemViews(9, 63).valueOr(0), qint64(363));
        QCOMPARE(store.addItemViews(4, 1).valueOr(0), qint64(1));
        QVERIFY(*store.itemViews() == (std::map<qint64, qint64>{{4, 1}, {9, 363}}));
    }

    void aBatchIsAddedOnce_data() { TemporaryDatabase::addEngines(); }
    void aBatchIsAddedOnce()
    {
        QFETCH(Engine, engine);
        TemporaryDatabase temporary(engine, visits);
        SeededDice dice(1);
        const Instant now = fromMilliseconds(1696238414349);
        const VisitWriterId one{Uuid::version7(now, dice)};
        const VisitWriterId other{Uuid::version7(now, dice)};
        auto transaction = *Transaction::begin(temporary.database(), Access::Write);
        VisitStore store(transaction);
        QCOMPARE(store.beginBatch(one, 1, now).valueOr(false), true);
        QCOMPARE(store.beginBatch(one, 1, now).valueOr(true), false);
        QCOMPARE(store.beginBatch(other, 1, now).valueOr(false), true);
        QCOMPARE(store.beginBatch(one, 2, now).valueOr(false), true);
        QCOMPARE(store.beginBatch(one, 1, now).valueOr(true), false);
    }
};

QTEST_GUILESS_MAIN(TestVisitStore)
#include "tst_visitstore.moc"
