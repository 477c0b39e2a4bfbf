#include "backend/site/SiteAddress.h"

#include <QTest>

using namespace toasoan;

class TestSiteAddress : public QObject
{
    Q_OBJECT

private slots:
    void addressesGoThereAndBack_data()
    {
        QTest::addColumn<QByteArray>("address");
        for (const char *address :
             {"/", "/en", "/tin-tuc", "/en/tin-tuc", "/tin-tuc?trang=2", "/tin-tuc/hop-danh-gia-12.html",
              "/en/tin-tuc/hop-danh-gia-12.html", "/tin-tuc/hop-danh-gia-12/in", "/tin-tuc/hop-danh-gia-12/luu",
              "/rss.xml", "/tin-tuc/rss.xml", "/tim-kiem", "/so-do-trang", "/robots.txt", "/sitemap.xml",
              "/sitemap-3.xml", "/anh/018af3a1-b2c3-7000-8000-000000000001-640.webp",
              "/anh/018af3a1-b2c3-7000-8000-000000000001-1280.jpg"})
            QTest::newRow(address) << QByteArray(address);
    }
    void addressesGoThereAndBack()
    {
        QFETCH(QByteArray, address);
        const qsizetype mark = address.indexOf('?');
        const std::string whole = address.toStdString();
        const std::string_view view(whole);
        const auto read = mark < 0
            ? readSiteAddress(view, "")
            : readSiteAddress(view.substr(0, std::size_t(mark)), view.substr(std::size_t(mark) + 1));
        QVERIFY(!std::holds_alternative<UnknownAddress>(read.place));
        QCOMPARE(path(read), QString::fromLatin1(address));
    }

    void everythingElseIsUnknown_data()
    {
        QTest::addColumn<QByteArray>("address");
        for (const char *address : {"",
                                    "tin-tuc",
                                    "//",
                                    "/tin-tuc/",
                                    "/tin-tuc//x-1.html",
                                    "/tin-tuc/12.html",
                                    "/tin-tuc/-12.html",
                                    "/tin-tuc/x-012.html",
                                    "/tin-tuc/x-0.html",
                                    "/tin-tuc/x-1234567890123456.html",
                                    "/tin-tuc/x-1.htm",
                                    "/../etc/passwd",
                                    "/tin-tuc/%2e%2e",
                                    "/anh/x-640.webp",
                                    "/sitemap-0.xml",
                                    "/a/b/c/d",
                                    "/index.php",
                                    "/anh/018af3a1-b2c3-7000-8000-000000000001-640.png",
                                    "/tin tuc",
                                    "/tin-tuc\\x",
                                    "/wp-login.php"})
            QTest::newRow(address) << QByteArray(address);
    }
    void everythingElseIsUnknown()
    {
        QFETCH(QByteArray, address);
        const auto read = readSiteAddress(address.toStdString(), "");
        QVERIFY(std::holds_alternative<UnknownAddress>(read.place));
        QCOMPARE(path(read), QString());
    }

    void onlyARealPageNumberIsAPage()
    {
        for (const char *query : {"trang=1", "trang=0", "trang=-2", "trang=2x", "trang=99999999"})
            QVERIFY2(std::holds_alternative<UnknownAddress>(readSiteAddress("/tin-tuc", query).place), query);
        QVERIFY(std::holds_alternative<SectionAddress>(readSiteAddress("/tin-tuc", "utm=1").place));
    }

    void aSectionTakesNoAddressThatIsSomethingElse()
    {
        for (const char *slug : {"tin-tuc", "an-ninh-quoc-phong", "2026", "x"})
            QVERIFY2(canNameSection(QLatin1StringView(slug)), slug);
        for (const char *slug : {"", "en", "anh", "tim-kiem", "so-do-trang", "api", "assets", "livez", "readyz", "Tin",
                                 "tin--tuc", "-tin", "tin-", "tin tuc", "rss.xml", "tin/tuc", "tin\n"})
            QVERIFY2(!canNameSection(QLatin1StringView(slug)), slug);
        QVERIFY(!canNameSection(QString(61, u'a')));
    }
};

QTEST_GUILESS_MAIN(TestSiteAddress)
#include "tst_siteaddress.moc"
