// What readers get while the pages that are kept grow old.
#include "backend/SiteServer.h"
#include "base/Log.h"
#include "storage/Statement.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestSitePages : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setLogLevel(LogLevel::Error); }

    // By another program, of which this one is not told.
    void aPageThatIsNoMoreIsNotServedAgain_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<int>("status");
        for (const Engine engine : TemporaryDatabase::engines()) {
            const char *name = TemporaryDatabase::name(engine);
            QTest::addRow("%s, taken down", name)
                << engine << QByteArray("UPDATE publications SET taken_down_at = 1") << 410;
            QTest::addRow("%s, moved", name) << engine << QByteArray("UPDATE publications SET slug = 'khac'") << 301;
            QTest::addRow("%s, never was", name) << engine << QByteArray("DELETE FROM publications") << 404;
        }
    }
    void aPageThatIsNoMoreIsNotServedAgain()
    {
        QFETCH(Engine, engine);
        QFETCH(QByteArray, change);
        QFETCH(int, status);
        Newsroom newsroom(engine);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Một bài"_s);
        const QString path = newsroom.pathOf(article);
        QCOMPARE(server.get(path).status, 200);
        auto transaction = Transaction::begin(newsroom.database(), Access::Write);
        QVERIFY(transaction->execute(change.toStdString()));
        QVERIFY(transaction->commit());
        QCOMPARE(server.get(path).status, 200); // fresh still, by what this server knows
        newsroom.clock.advance(PageCache::freshFor);
        QCOMPARE(server.get(path).status, status);
        QCOMPARE(server.get(path).status, status);
    }
};

QTEST_GUILESS_MAIN(TestSitePages)
#include "tst_sitepages.moc"
