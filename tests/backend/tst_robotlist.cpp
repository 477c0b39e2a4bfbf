#include "backend/RobotList.h"

#include <QFile>
#include <QTest>

using namespace toasoan;

namespace {

// RFC 4180, one record a line.
QByteArrayList cellsOf(const QByteArray &line)
{
    QByteArrayList cells{QByteArray()};
    bool isQuoted = false;
    for (qsizetype i = 0; i < line.size(); ++i) {
        const char c = line[i];
        const bool isPair = isQuoted && c == '"' && i + 1 < line.size() && line[i + 1] == '"';
        if (isPair)
            cells.last() += line[i++];
        else if (c == '"')
            isQuoted = !isQuoted;
        else if (c == ',' && !isQuoted)
            cells.append(QByteArray());
        else
            cells.last() += c;
    }
    return cells;
}

} // namespace

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
        for (const char *measuring : {"Lighthouse", "PageSpeed Insights", "PTST/240801", "GTmetrix"}) {
            QTest::newRow(measuring) << QByteArray(
                                            "Mozilla/5.0 (Windows NT 10.0) AppleWebKit/537.36 (KHTML, like Gecko) "
                                            "Chrome/128.0.0.0 Safari/537.36 ")
                    + measuring << true;
        }
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
        // No browser begins like these.
        QTest::newRow("one byte") << QByteArray("M") << true;
        QTest::newRow("no text") << QByteArray("\xff\xfe\x00\x01", 4) << true;
        for (const char *program :
             {"-", "Java/21.0.1", "PHP/8.2.7", "Ruby", "Dart/3.2 (dart:io)", "PostmanRuntime/7.36.1",
              "Prometheus/2.45.0", "newsboat/2.32 (Linux x86_64)", "Mozilla/5.0", "Mozilla/5.0 (compatible; anything)",
              "Mozilla/5.0 (X11; Linux x86_64; rv:128.0) Gecko/20100101 Thunderbird/128.3.1",
              "Mozilla/5.0 (Windows NT; Windows NT 10.0; vi-VN) WindowsPowerShell/5.1.19041.4648",
              "Mozilla/4.0 (compatible; ms-office; MSOffice 16)", "App/1 CFNetwork/1494.0.7 Darwin/23.4.0"})
            QTest::newRow(program) << QByteArray(program) << true;
        for (const char *person :
             {"Mozilla/5.0 (compatible; MSIE 10.0; Windows NT 6.2; Trident/6.0)", "Links (2.28; Linux x86_64)",
              "Mozilla/5.0 (compatible; Konqueror/4.14; Linux) KHTML/4.14.2 (like Gecko)",
              "SonyEricssonW995/R1EA Browser/NetFront/3.4 Profile/MIDP-2.1 Configuration/CLDC-1.1",
              "UCWEB/2.0 (MIDP-2.0; U; Adr 4.4.2; vi; SM-G7102) U2/1.0.0 UCBrowser/10.1.0 U2/1.0.0 Mobile",
              "Mozilla/5.0 (Linux; Android 14; SM-A536E Build/UP1A; wv) AppleWebKit/537.36 (KHTML, like Gecko) "
              "Version/4.0 Chrome/126.0.0.0 Mobile Safari/537.36 Viber/20.6",
              "Mozilla/5.0 (iPhone; CPU iPhone OS 17_5 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like Gecko) "
              "Mobile/15E148 Mastodon"})
            QTest::newRow(person) << QByteArray(person) << false;
    }
    void theBuiltInListTellsRobotsFromReaders()
    {
        QFETCH(QByteArray, agent);
        QFETCH(bool, isRobot);
        static const auto list = RobotList::builtIn();
        QVERIFY(list);
        QCOMPARE(list->contains({agent.constData(), static_cast<std::size_t>(agent.size())}), isRobot);
    }

    // Agents as they come (data/README.md). There is no row that this program judges otherwise.
    void eachAgentOfTheCorpusIsWhatItIs_data()
    {
        QTest::addColumn<QByteArray>("agent");
        QTest::addColumn<bool>("isRobot");
        QFile file(QStringLiteral(TOASOAN_SOURCE_DIR "/tests/backend/data/user-agents.csv"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QList<QByteArray> lines = file.readAll().split('\n');
        QCOMPARE(lines.first(), QByteArray("user_agent,class,family,note,source"));
        for (const QByteArray &line : lines.mid(1)) {
            if (line.isEmpty())
                continue;
            const QByteArrayList cells = cellsOf(line);
            QCOMPARE(cells.size(), 5);
            QTest::addRow("%s: %s", cells[1].constData(), cells[0].constData()) << cells[0] << (cells[1] != "person");
        }
    }
    void eachAgentOfTheCorpusIsWhatItIs() { theBuiltInListTellsRobotsFromReaders(); }

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
