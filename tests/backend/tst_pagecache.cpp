// When a page is rendered again, and what readers get when that fails.
#include "backend/PageCache.h"
#include "backend/PageFlights.h"

#include <QTest>

using namespace toasoan;
using namespace std::chrono_literals;

class TestPageCache : public QObject
{
    Q_OBJECT

private:
    using Freshness = PageCache::Freshness;

    static constexpr Instant start = Instant(Milliseconds(1'790'000'000'000));

    static void keep(PageCache &pages, qint64 number, Instant at)
    {
        pages.put("/tin",
                  {.answer = http::PreparedAnswer::create({.body = "trang"}),
                   .kind = PageKind::Item,
                   .number = number,
                   .renderedAt = at},
                  pages.generation());
    }

private slots:
    void anOldPageIsRenderedByOneWhileTheOthersGetIt()
    {
        PageCache pages;
        keep(pages, 1, start);
        QVERIFY(pages.find("/tin", start)->freshness == Freshness::Fresh);
        QVERIFY(pages.find("/tin", start + PageCache::freshFor)->freshness == Freshness::RenderNow);
        QVERIFY(pages.find("/tin", start + PageCache::freshFor)->freshness == Freshness::Stale);
        keep(pages, 1, start + PageCache::freshFor);
        QVERIFY(pages.find("/tin", start + PageCache::freshFor)->freshness == Freshness::Fresh);
    }

    void aRenderingThatFailedIsTriedAgainAndTheOldPageIsGivenMeanwhile()
    {
        PageCache pages;
        keep(pages, 1, start);
        for (Instant now = start + 6s; now < start + PageCache::servedAtOnceFor; now += 10s) {
            QVERIFY(pages.find("/tin", now)->freshness == Freshness::RenderNow);
            QVERIFY(pages.renderingFailed("/tin", now));
        }
        for (Instant now = start + PageCache::servedAtOnceFor; now < start + PageCache::goodFor; now += 60s) {
            QVERIFY(pages.find("/tin", now)->freshness == Freshness::Overdue);
            QVERIFY(pages.renderingFailed("/tin", now));
        }
        // Not for ever.
        QVERIFY(!pages.renderingFailed("/tin", start + PageCache::goodFor));
        QVERIFY(!pages.renderingFailed("/tin", start - 1s));
    }

    // The job was refused by a full queue: nobody tells.
    void aRenderingOfWhichNothingIsHeardIsAskedOfAnother()
    {
        PageCache pages;
        keep(pages, 1, start);
        const Instant asked = start + PageCache::freshFor;
        QVERIFY(pages.find("/tin", asked)->freshness == Freshness::RenderNow);
        QVERIFY(pages.find("/tin", asked + PageCache::renderingWithin - 1ms)->freshness == Freshness::Stale);
        QVERIFY(pages.find("/tin", asked + PageCache::renderingWithin)->freshness == Freshness::RenderNow);
        QVERIFY(pages.find("/tin", asked + PageCache::renderingWithin)->freshness == Freshness::Stale);
        // Nor does a clock that is set back keep the others waiting.
        QVERIFY(pages.find("/tin", asked)->freshness == Freshness::RenderNow);
    }

    // Another item was corrected while the page was rendered.
    void aPageThatWasNotKeptIsRenderedByTheNext()
    {
        PageCache pages;
        keep(pages, 1, start);
        const Instant later = start + PageCache::freshFor;
        const quint64 before = pages.generation();
        QVERIFY(pages.find("/tin", later)->freshness == Freshness::RenderNow);
        pages.drop(2);
        pages.put("/tin", {.answer = http::PreparedAnswer::create({.body = "mới"}), .number = 1, .renderedAt = later},
                  before);
        QVERIFY(pages.find("/tin", later)->freshness == Freshness::RenderNow);
    }

    void aPageThatIsNoLongerGoodIsNotFound_data()
    {
        QTest::addColumn<qint64>("age");
        QTest::addColumn<bool>("found");
        const qint64 good = Milliseconds(PageCache::goodFor).count();
        QTest::newRow("old") << good - 1 << true;
        QTest::newRow("too old") << good << false;
        QTest::newRow("of a clock that was set back") << -good + 1 << true;
        QTest::newRow("of a clock that was set back far") << -good << false;
    }
    void aPageThatIsNoLongerGoodIsNotFound()
    {
        QFETCH(qint64, age);
        QFETCH(bool, found);
        PageCache pages;
        keep(pages, 1, start);
        QCOMPARE(pages.find("/tin", start + Milliseconds(age)).has_value(), found);
    }

    // As long as it is known that nothing was taken down, an old page is better than none, however busy the workers
    // are.
    void anOldPageIsGoodWhileEveryChangeIsKnown()
    {
        PageCache pages;
        keep(pages, 1, start);
        const Instant later = start + 3h;
        QVERIFY(!pages.find("/tin", later));
        pages.changesAreKnown(later - PageCache::goodFor + 1ms);
        QVERIFY(pages.find("/tin", later)->freshness == Freshness::Overdue);
        QVERIFY(pages.renderingFailed("/tin", later));
        // The database has not answered since.
        QVERIFY(!pages.find("/tin", later + 1ms));
        QVERIFY(!pages.renderingFailed("/tin", later + 1ms));
    }

    void anItemThatComesMakesListsOverdueAndNothingElse()
    {
        PageCache pages;
        keep(pages, 1, start);
        pages.put("/", {.answer = http::PreparedAnswer::create({.body = "trang"}), .renderedAt = start},
                  pages.generation());
        const quint64 before = pages.generation();
        pages.itemCame();
        QVERIFY(pages.find("/tin", start)->freshness == Freshness::Fresh);
        QVERIFY(pages.find("/", start)->freshness == Freshness::Overdue);
        // What was read before it came is not kept.
        pages.put("/", {.answer = http::PreparedAnswer::create({.body = "trang"}), .renderedAt = start}, before);
        QVERIFY(pages.find("/", start)->freshness == Freshness::Overdue);
        pages.put("/", {.answer = http::PreparedAnswer::create({.body = "trang"}), .renderedAt = start},
                  pages.generation());
        QVERIFY(pages.find("/", start)->freshness == Freshness::Fresh);
    }

    void whatWasAskedForLongestAgoMakesRoom()
    {
        const auto answer =
            http::PreparedAnswer::create({.body = QByteArray(10'000, 'x'), .compression = http::Compression::None});
        PageCache pages(answer->memorySize() * 16);
        const auto put = [&](int number) {
            pages.put("/" + std::to_string(number), {.answer = answer, .number = number, .renderedAt = start},
                      pages.generation());
        };
        const auto isKept = [&](int number) { return pages.find("/" + std::to_string(number), start).has_value(); };
        for (int number = 0; number < 1000; ++number) {
            put(number);
            // One that is read all the time, and as many others as fit.
            QVERIFY2(isKept(0), qPrintable(QString::number(number)));
            QVERIFY(isKept(number));
        }
        int kept = 0;
        for (int number = 1; number < 1000; ++number)
            kept += isKept(number) ? 1 : 0;
        QVERIFY2(kept >= 10 && kept < 16, qPrintable(QString::number(kept)));
        QVERIFY(!isKept(900));
    }

    void oneOfAllWhoWaitHasThePageMade()
    {
        PageFlights flights;
        const auto reader = [] {
            return PageFlights::Reader{
                .answer = http::DeferredAnswer::create(1min, http::Response::text(http::Status::Ok, "")),
                .request = http::OwnedRequest(http::OwnedRequest::Parts{})};
        };
        QVERIFY(flights.join("/tin", 1, reader()));
        QVERIFY(!flights.join("/tin", 1, reader()));
        QVERIFY(flights.join("/khac", 1, reader()));
        // Who comes after a change must not get what is being made of what was before.
        QVERIFY(flights.join("/tin", 2, reader()));
        QCOMPARE(flights.land("/tin", 1).size(), std::size_t(2));
        QCOMPARE(flights.land("/tin", 1).size(), std::size_t(0));
        QVERIFY(flights.join("/tin", 1, reader()));
        QCOMPARE(flights.land("/tin", 2).size(), std::size_t(1));
    }

    void whatIsNoPageAnyMoreIsNotFound()
    {
        PageCache pages;
        keep(pages, 1, start);
        pages.remove("/tin");
        QVERIFY(!pages.find("/tin", start));
        pages.remove("/tin");
    }

    void whatWasDroppedMeanwhileIsNotGivenAgain()
    {
        PageCache pages;
        keep(pages, 1, start);
        QVERIFY(pages.find("/tin", start + 6s)->freshness == Freshness::RenderNow);
        pages.drop(1);
        QVERIFY(!pages.renderingFailed("/tin", start + 6s));
        QVERIFY(!pages.renderingFailed("/never", start));
    }
};

QTEST_GUILESS_MAIN(TestPageCache)
#include "tst_pagecache.moc"
