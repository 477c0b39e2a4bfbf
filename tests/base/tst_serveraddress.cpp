#include "base/ServerAddress.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestServerAddress : public QObject
{
    Q_OBJECT

private slots:
    void asPeopleTypeIt_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("address");
        const auto row = [](const char *typed, const char *address) {
            QTest::newRow(typed) << QString::fromUtf8(typed) << QString::fromUtf8(address);
        };
        row(" toasoan.example.vn ", "https://toasoan.example.vn");
        row("https://toasoan.example.vn/", "https://toasoan.example.vn");
        row("https://cong.example/toasoan//", "https://cong.example/toasoan");
        row("HTTPS://Cong.Example", "https://cong.example");
        row("localhost:8080", "http://localhost:8080");
        row("LOCALHOST", "http://localhost");
        row("localhost.example.vn", "https://localhost.example.vn");
        row("127.0.0.1:8080", "http://127.0.0.1:8080");
        row("[::1]:8080", "http://[::1]:8080");
        row("10.0.0.5", "http://10.0.0.5");
        row("172.16.0.1", "http://172.16.0.1");
        row("172.32.0.1", "https://172.32.0.1");
        row("192.168.1.10:8080", "http://192.168.1.10:8080");
        row("192.169.1.10", "https://192.169.1.10");
        row("169.254.3.4", "http://169.254.3.4");
        row("[fd12:3456::1]", "http://[fd12:3456::1]");
        row("[fe80::1]", "http://[fe80::1]");
        // A public number is as public as a name.
        row("203.0.113.7", "https://203.0.113.7");
        row("203.0.113.7:8080", "https://203.0.113.7:8080");
        row("100.64.0.1", "https://100.64.0.1");
        row("[2001:db8::1]:8080", "https://[2001:db8::1]:8080");
        row("10.0.0.5.example.vn", "https://10.0.0.5.example.vn");
        // What somebody wrote stays.
        row("http://203.0.113.7", "http://203.0.113.7");
        row("https://192.168.1.10", "https://192.168.1.10");
        for (const char *none :
             {"", " ", "file:///etc/passwd", "ftp://cong.example", "tòa soạn của tôi", "cổng của huyện",
              "https://a:b@c.vn", "https://c.vn/?q=1", "https://c.vn/#a", "https://", "http://:80"})
            row(none, "");
    }
    void asPeopleTypeIt()
    {
        QFETCH(QString, typed);
        QFETCH(QString, address);
        const auto read = serverAddress(typed);
        QCOMPARE(read.valueOr({}), address);
        if (!read)
            QCOMPARE(read.error().subject, u"server.address"_s);
    }
};

QTEST_GUILESS_MAIN(TestServerAddress)
#include "tst_serveraddress.moc"
