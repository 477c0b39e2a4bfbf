// When a page is rendered again, and what readers get when that fails.
#include "backend/PageCache.h"

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
                  {.answer = http::PreparedAnswer::create({.body = "trang"}), .number = number, .renderedAt = at},
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
        for (Instant now = start + 6s; now < start + PageCache::goodFor; now += 60s) {
            QVERIFY(pages.find("/tin", now)->freshness == Freshness::RenderNow);
            QVERIFY(pages.renderingFailed("/tin", now));
        }
        // Not for ever.
        QVERIFY(!pages.renderingFailed("/tin", start + PageCache::goodFor));
        QVERIFY(!pages.renderingFailed("/tin", start - 1s));
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
