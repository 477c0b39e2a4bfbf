#include "backend/RobotList.h"

#include <QTest>

using namespace toasoan;

class TestRobotList : public QObject
{
    Q_OBJECT

private slots:
    void theBuiltInListTellsRobotsFromReaders_data()
    {
        QTest::addColumn<QByteArray>("agent");
        QTest::addColumn<bool>("isRobot");
        QTest::newRow("google") << QByteArray(
            "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)")
                                << true;
        QTest::newRow("google smartphone")
            << QByteArray("Mozilla/5.0 (Linux; Android 6.0.1; Nexus 5X Build/MMB29P) AppleWebKit/537.36 (KHTML, like "
                          "Gecko) Chrome/99.0 Mobile Safari/537.36 (compatible; Googlebot/2.1)")
            << true;
        QTest::newRow("bing") << QByteArray("Mozilla/5.0 (compatible; bingbot/2.0; +http://www.bing.com/bingbot.htm)")
                              << true;
        QTest::newRow("coc coc") << QByteArray(
            "Mozilla/5.0 (compatible; coccocbot-web/1.0; +http://help.coccoc.com/searchengine)")
                                 << true;
        QTest::newRow("facebook") << QByteArray("facebookexternalhit/1.1") << true;
        QTest::newRow("curl, a pattern with an anchor") << QByteArray("curl/7.88.1") << true;
        QTest::newRow("wget, a pattern with a class") << QByteArray("Wget/1.21.3") << true;
        QTest::newRow("none") << QByteArray() << true;
        QTest::newRow("firefox") << QByteArray(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:109.0) Gecko/20100101 Firefox/118.0")
                                 << false;
        QTest::newRow("chrome") << QByteArray("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, "
                                              "like Gecko) Chrome/117.0.0.0 Safari/537.36")
                                << false;
        QTest::newRow("coc coc browser") << QByteArray(
            "Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) "
            "coc_coc_browser/117.0.124 Chrome/111.0.5563.124 Safari/537.36")
                                         << false;
        QTest::newRow("iphone") << QByteArray("Mozilla/5.0 (iPhone; CPU iPhone OS 16_6 like Mac OS X) "
                                              "AppleWebKit/605.1.15 (KHTML, like Gecko) Version/16.6 Mobile/15E148 "
                                              "Safari/604.1")
                                << false;
        QTest::newRow("zalo on android") << QByteArray(
            "Mozilla/5.0 (Linux; Android 12; SM-A127F; wv) AppleWebKit/537.36 (KHTML, like Gecko) "
            "Version/4.0 Chrome/117.0.0.0 Mobile Safari/537.36 Zalo android/12080675 ZaloTheme/light")
                                         << false;
        QTest::newRow("one byte") << QByteArray("M") << false;
        QTest::newRow("no text") << QByteArray("\xff\xfe\x00\x01", 4) << false;
    }
    void theBuiltInListTellsRobotsFromReaders()
    {
        QFETCH(QByteArray, agent);
        QFETCH(bool, isRobot);
        static const auto list = RobotList::builtIn();
        QVERIFY(list);
        QCOMPARE(list->contains({agent.constData(), static_cast<std::size_t>(agent.size())}), isRobot);
    }

    void wordsAndExpressionsMeanWhatTheySay()
    {
        const auto list = RobotList::fromText("Ab\\/1\\.0\nword\n^start\nend$\n[xX]y\nspace$\\d\n");
        QVERIFY(list);
        for (const char *agent : {"Ab/1.0", "a word here", "start it", "the end", "z Xy z", "xword"})
            QVERIFY2(list->contains(agent), agent);
        for (const char *agent : {"Ab/1x0", "ab/1.0", "Word", "restart", "ended", "wor", "d"})
            QVERIFY2(!list->contains(agent), agent);
    }

    void aWrongListIsRefused_data()
    {
        QTest::addColumn<QByteArray>("lines");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("blank lines") << QByteArray("\n\n");
        QTest::newRow("not an expression") << QByteArray("bot\n(unclosed\n");
    }
    void aWrongListIsRefused()
    {
        QFETCH(QByteArray, lines);
        QCOMPARE(RobotList::fromText(lines).error().code, ErrorCode::Corrupt);
    }
};

QTEST_GUILESS_MAIN(TestRobotList)
#include "tst_robotlist.moc"
