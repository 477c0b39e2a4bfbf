// Where links lead as people share them: spelled otherwise, cut, decorated, of what is no page.
#include "backend/SiteServer.h"
#include "base/Log.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestSiteLinks : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setLogLevel(LogLevel::Error); }

    void everySpellingOfAnAddressIsOnePage_data()
    {
        QTest::addColumn<QString>("spelled");
        QTest::addColumn<QString>("address");
        QTest::addColumn<int>("status");
        const auto row = [](const char *spelled, const char *address, int status) {
            QTest::newRow(spelled) << QString::fromLatin1(spelled) << QString::fromLatin1(address) << status;
        };
        row("/?fbclid=IwAR0abc", "/", 200);
        row("/tin-tuc?fbclid=x", "/tin-tuc", 200);
        row("/tin-tuc?", "/tin-tuc", 200);
        row("/tin-tuc?&&", "/tin-tuc", 200);
        row("/tin-tuc?trang=2&utm_source=zalo&zarsrc=30", "/tin-tuc?trang=2", 200);
        row("/en/tin-tuc?a=b&trang=2", "/en/tin-tuc?trang=2", 200);
        row("/tin-tuc/bai-1-1.html?fbclid=x", "/tin-tuc/bai-1-1.html", 200);
        row("/tim-kiem?fbclid=x&q=bai", "/tim-kiem?q=bai", 200);
        row("/tin-tuc/", "/tin-tuc", 301);
        row("/TIN-TUC?trang=02", "/tin-tuc?trang=2", 301);
        row("/tin-tuc?trang=1&fbclid=x", "/tin-tuc", 301);
        row("/TIN-TUC/Bai-1-1.HTML", "/tin-tuc/bai-1-1.html", 301);
        row("/TIN-TUC/khac-1.html/?fbclid=x", "/tin-tuc/bai-1-1.html", 301); // in one step
        row("/tin-tuc/%62ai-1-1.html", "/tin-tuc/bai-1-1.html", 301);
        row("//", "/", 301);
        // What chats and programs leave at the end of a link.
        row("/tin-tuc&fbclid=1", "/tin-tuc", 301);
        row("/tin-tuc%3Ffbclid=1", "/tin-tuc", 301);
        row("/tin-tuc;jsessionid=1", "/tin-tuc", 301);
        row("/tin-tuc/bai-1-1.html)", "/tin-tuc/bai-1-1.html", 301);
        row("/tin-tuc/bai-1-1.html.", "/tin-tuc/bai-1-1.html", 301);
        row("/tin-tuc/bai-1-1.html%20", "/tin-tuc/bai-1-1.html", 301);
        row("/tin-tuc/bai-1-1.html%E2%80%9D,", "/tin-tuc/bai-1-1.html", 301);
        row("/tin-tuc/bai-1-1.html&utm_source=zalo", "/tin-tuc/bai-1-1.html", 301);
        row("/tin-tuc?trang=2;fbclid=x", "/tin-tuc?trang=2", 200);
        row("/tin-tuc?trang=2%20", "/tin-tuc?trang=2", 301);
        row("/tin-tuc?trang=2)", "/tin-tuc?trang=2", 301);
    }
    void everySpellingOfAnAddressIsOnePage()
    {
        QFETCH(QString, spelled);
        QFETCH(QString, address);
        QFETCH(int, status);
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        for (int i = 1; i <= 22; ++i)
            newsroom.published(u"Bài %1"_s.arg(i));
        const SiteServer::Answer answer = server.get(spelled);
        QCOMPARE(answer.status, status);
        const SiteServer::Answer canonical = server.get(address);
        QCOMPARE(canonical.status, 200);
        if (status == 301) {
            QCOMPARE(QString::fromLatin1(answer.location()), address);
            return;
        }
        QCOMPARE(answer.body, canonical.body);
        // From the same entry, and without a worker.
        const auto again = server.ask(spelled);
        QVERIFY(std::holds_alternative<std::shared_ptr<const http::PreparedAnswer>>(again.response.content()));
    }

    // As above, on one newsroom: what links lose and gain where an item's number can still be read.
    void aMangledLinkLeadsThereInOneStep()
    {
        struct Spelling
        {
            const char *spelled;
            const char *address;
            int status;
        };
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        for (int i = 1; i <= 22; ++i)
            newsroom.published(u"Bài %1"_s.arg(i));
        for (const Spelling &each : {Spelling{"/tin-tuc/bai-1-1.html%EF%BB%BF", "/tin-tuc/bai-1-1.html", 301},
                                     Spelling{"/tin-tuc/bai-1-1.html%0Axem", "/tin-tuc/bai-1-1.html", 301},
                                     Spelling{"/tin-tuc/bai-1-1.html%F0%9F%91%87", "/tin-tuc/bai-1-1.html", 301},
                                     Spelling{"/tin-tuc/bai-1-1.html%3C/a%3E?x=1", "/tin-tuc/bai-1-1.html", 301},
                                     Spelling{"/tin-tuc/1.html", "/tin-tuc/bai-1-1.html", 301},
                                     Spelling{"/tin-tuc/%C4%91%E1%BB%8Dc-01.html", "/tin-tuc/bai-1-1.html", 301},
                                     Spelling{"//evil.example/x-1.htm", "/tin-tuc/bai-1-1.html", 301},
                                     Spelling{"/tin-tuc/bai-1-1.htm", "/tin-tuc/bai-1-1.html", 301},
                                     Spelling{"/en/tin-tuc/bai-1-1", "/en/tin-tuc/bai-1-1.html", 301},
                                     Spelling{"/tin-tuc?utm=1&amp;trang=2", "/tin-tuc?trang=2", 200},
                                     Spelling{"/tin-tuc?trang=+2", "/tin-tuc?trang=2", 301},
                                     Spelling{"/sitemap-1.xml", "/sitemap.xml", 301}}) {
            const SiteServer::Answer answer = server.get(QString::fromLatin1(each.spelled));
            QVERIFY2(answer.status == each.status, each.spelled);
            if (each.status == 301)
                QCOMPARE(answer.location(), QByteArray(each.address));
            QCOMPARE(server.get(QString::fromLatin1(each.address)).status, 200);
        }
        QCOMPARE(server.get(u"/tin-tuc/bai-1-1"_s).status, 301);
        // Nobody is led to where there is no page.
        for (const char *address :
             {"/tin-tuc?trang=77", "/tin-tuc/?trang=77", "/TIN-TUC?trang=77", "/tin-tuc/?trang=77&fbclid=1",
              "/Kinh-Te/?trang=2", "/khong-co", "/khong-co/", "/KHONG-CO", "/KHONG-CO?trang=02", "/en/khong-co/",
              "/EN/Khong-Co", "/khong-co.", "/Khong-Co/RSS.XML", "/khong-co/rss.xml/", "/SITEMAP-77.XML",
              "/Tim-Kiem?q=bai&trang=77", "/tim-kiem/?q=bai&trang=77"})
            QVERIFY2(server.get(QString::fromLatin1(address)).status == 404, address);
        // And who is led somewhere finds it made already.
        QCOMPARE(server.get(u"/Tin-Tuc/?trang=2&x=1"_s).location(), QByteArray("/tin-tuc?trang=2"));
        QCOMPARE(server.get(u"/TIM-KIEM/?q=bai"_s).location(), QByteArray("/tim-kiem?q=bai"));
        QCOMPARE(server.get(u"/TIN-TUC/RSS.XML"_s).location(), QByteArray("/tin-tuc/rss.xml"));
        for (const QString &made : {u"/tin-tuc?trang=2"_s, u"/tim-kiem?q=bai"_s, u"/tin-tuc/rss.xml"_s}) {
            const auto kept = server.ask(made);
            QVERIFY(std::holds_alternative<std::shared_ptr<const http::PreparedAnswer>>(kept.response.content()));
        }
        // An address that was cut within its number would lead to a stranger's item.
        for (const char *address : {"/tin-tuc/bai-khac-1", "/tin-tuc/bai-khac-1.", "/tin-tuc/bai-1-2",
                                    "/tin-tuc/bai-99.html%0A", "/tin-tuc/99.html", "/sitemap-2.xml"})
            QVERIFY2(server.get(QString::fromLatin1(address)).status == 404, address);
    }

    // What a stranger's item was is no answer either: only where a cut link is its own does it say that it is gone.
    void aLinkThatWasCutNamesNoStrangersRemovedItem_data()
    {
        QTest::addColumn<QByteArray>("address");
        QTest::addColumn<int>("status");
        QTest::newRow("another's, cut within its number") << QByteArray("/tin-tuc/bai-khac-1") << 404;
        QTest::newRow("with a sign behind it") << QByteArray("/tin-tuc/bai-khac-1.") << 404;
        QTest::newRow("in English") << QByteArray("/en/tin-tuc/bai-khac-1") << 404;
        QTest::newRow("words that go on") << QByteArray("/tin-tuc/bai-se-go-va-1") << 404;
        QTest::newRow("its own, cut") << QByteArray("/tin-tuc/bai-se-go-1") << 410;
        QTest::newRow("its own, cut behind the point") << QByteArray("/tin-tuc/bai-se-go-1.") << 410;
        QTest::newRow("its own, of another section") << QByteArray("/thong-bao/bai-se-go-1") << 410;
        QTest::newRow("whole, whatever the words") << QByteArray("/tin-tuc/bai-khac-1.html") << 410;
        QTest::newRow("cut behind the number") << QByteArray("/tin-tuc/bai-khac-1.ht") << 410;
        QTest::newRow("its own") << QByteArray("/tin-tuc/bai-se-go-1.html") << 410;
    }
    void aLinkThatWasCutNamesNoStrangersRemovedItem()
    {
        QFETCH(QByteArray, address);
        QFETCH(int, status);
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Bài sẽ gỡ"_s);
        QCOMPARE(newsroom.pathOf(article), u"/tin-tuc/bai-se-go-1.html"_s);
        newsroom.run(newsroom.chair, Unpublish{.target = itemKey(article.id), .version = 1, .reason = u"Sai"_s});
        const SiteServer::Answer answer = server.get(QString::fromLatin1(address));
        QCOMPARE(answer.status, status);
        QCOMPARE(answer.body.contains("Bài sẽ gỡ"), status == 410);
    }

    // What is no page's number is no page, whatever is kept, and has nothing in common with the first page.
    void aNumberOfNoPageHarmsNoPage_data()
    {
        QTest::addColumn<QString>("address");
        QTest::addColumn<QString>("good");
        QTest::newRow("a word") << u"/tin-tuc?trang=x"_s << u"/tin-tuc"_s;
        QTest::newRow("negative") << u"/tin-tuc?trang=-5"_s << u"/tin-tuc"_s;
        QTest::newRow("too large") << u"/tin-tuc?trang=99999999999999999999"_s << u"/tin-tuc"_s;
        QTest::newRow("English") << u"/en/tin-tuc?trang=x"_s << u"/en/tin-tuc"_s;
        QTest::newRow("decorated") << u"/tin-tuc?fbclid=1&trang=x"_s << u"/tin-tuc"_s;
        QTest::newRow("a search") << u"/tim-kiem?q=bai&trang=x"_s << u"/tim-kiem?q=bai"_s;
        QTest::newRow("an empty search") << u"/tim-kiem?trang=x"_s << u"/tim-kiem"_s;
    }
    void aNumberOfNoPageHarmsNoPage()
    {
        QFETCH(QString, address);
        QFETCH(QString, good);
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        newsroom.published(u"Một bài"_s);
        // At once: they wait for two pages.
        auto bad = server.ask(address);
        auto reader = server.ask(good);
        QVERIFY(bad.work && reader.work);
        server.begin(bad);
        server.begin(reader);
        QCOMPARE(SiteServer::answerOf(bad).status, 404);
        QCOMPARE(SiteServer::answerOf(reader).status, 200);
        // With the good page kept: new, and old enough to be made anew.
        for (const auto age : {0s, 6s}) {
            newsroom.clock.advance(age);
            QCOMPARE(server.get(address).status, 404);
            QVERIFY(!server.ask(good).work || age > 0s); // still kept
            QCOMPARE(server.get(good).status, 200);
        }
    }

    // Links are shared with parameters; while the database is gone readers have the page all the same.
    void aFaultOnADecoratedLinkHidesNoGoodPage()
    {
        Newsroom newsroom(Engine::Sqlite);
        SiteServer server(newsroom);
        newsroom.published(u"Một bài"_s);
        QCOMPARE(server.get(u"/tin-tuc"_s).status, 200);
        newsroom.clock.advance(6s);
        QTemporaryDir elsewhere; // with nothing in it: whatever is asked of it fails
        Worker broken(*Database::open(DatabaseLocation::sqlite(elsewhere.filePath(u"trong.db"_s))));
        for (const QString &path : {u"/tin-tuc?fbclid=x"_s, u"/tin-tuc"_s, u"/tin-tuc?utm=1&x"_s})
            QCOMPARE(server.get(path, broken).status, 200);
        newsroom.clock.advance(120s);
        for (const QString &path : {u"/tin-tuc?fbclid=x"_s, u"/tin-tuc"_s})
            QCOMPARE(server.get(path, broken).status, 200);
        QCOMPARE(server.get(u"/rss.xml"_s, broken).status, 503);
    }
};

QTEST_GUILESS_MAIN(TestSiteLinks)
#include "tst_sitelinks.moc"
