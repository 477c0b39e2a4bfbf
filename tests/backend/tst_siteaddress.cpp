#include "backend/site/SiteTarget.h"

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
        const SiteAddress read =
            (mark < 0 ? readSiteTarget(view, "")
                      : readSiteTarget(view.substr(0, std::size_t(mark)), view.substr(std::size_t(mark) + 1)))
                .address;
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
                                    "/en/robots.txt",
                                    "/en/sitemap.xml",
                                    "/en/sitemap-2.xml",
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
        const auto read = readSiteAddress(address.toStdString());
        QVERIFY(std::holds_alternative<UnknownAddress>(read.place));
        QCOMPARE(path(read), QString());
    }

    void onlyARealPageNumberIsAPage()
    {
        for (const char *query : {"trang=0", "trang=-2", "trang=2x", "trang=99999999"})
            QVERIFY2(std::holds_alternative<UnknownAddress>(readSiteTarget("/tin-tuc", query).address.place), query);
        for (const char *query : {"trang=1", "utm=1"}) {
            const SiteTarget target = readSiteTarget("/tin-tuc", query);
            QCOMPARE(std::get<SectionAddress>(target.address.place).page, 1);
        }
    }

    // The key is where the page is kept; whoever is elsewhere is led there.
    void everySpellingLeadsToOneAddress_data()
    {
        QTest::addColumn<QByteArray>("spelled");
        QTest::addColumn<QByteArray>("key");
        QTest::addColumn<bool>("isThere");
        const auto same = [](const char *spelled, const char *key) {
            QTest::newRow(spelled) << QByteArray(spelled) << QByteArray(key) << true;
        };
        const auto other = [](const char *spelled, const char *key) {
            QTest::newRow(spelled) << QByteArray(spelled) << QByteArray(key) << false;
        };
        same("/", "/");
        same("/?fbclid=IwAR0abc", "/");
        same("/?trang=2", "/"); // means nothing there
        same("/en?utm_source=zalo&utm_medium=social", "/en");
        same("/tin-tuc", "/tin-tuc");
        same("/tin-tuc?", "/tin-tuc");
        same("/tin-tuc?&", "/tin-tuc");
        same("/tin-tuc?&&&", "/tin-tuc");
        same("/tin-tuc?fbclid", "/tin-tuc");
        same("/tin-tuc?q=tin", "/tin-tuc");
        same("/tin-tuc?trangx=2&xtrang=3", "/tin-tuc");
        same("/tin-tuc?a=%zz&%zz=1", "/tin-tuc");
        same("/tin-tuc?trang=2", "/tin-tuc?trang=2");
        same("/tin-tuc?trang=2&fbclid=x", "/tin-tuc?trang=2");
        same("/tin-tuc?utm_source=zalo&trang=2", "/tin-tuc?trang=2");
        same("/tin-tuc?zarsrc=30&trang=2&&utm=1", "/tin-tuc?trang=2");
        same("/en/tin-tuc?trang=2&fbclid=x", "/en/tin-tuc?trang=2");
        same("/tin-tuc/hop-12.html?fbclid=trang=2", "/tin-tuc/hop-12.html");
        same("/tin-tuc/hop-12.html?trang=2", "/tin-tuc/hop-12.html");
        same("/rss.xml?utm_source=rss", "/rss.xml");
        same("/tim-kiem", "/tim-kiem");
        same("/tim-kiem?fbclid=x", "/tim-kiem");
        same("/tim-kiem?q=", "/tim-kiem");
        same("/tim-kiem?q=+%20", "/tim-kiem");
        same("/tim-kiem?q=+b%C3%A0i%20m%E1%BB%9Bi+", "/tim-kiem?q=b%C3%A0i%20m%E1%BB%9Bi");
        // What is pasted has tabs and line ends; what cannot be decoded is text.
        same("/tim-kiem?q=tuy%E1%BB%83n%09sinh%0A", "/tim-kiem?q=tuy%E1%BB%83n%20sinh");
        same("/tim-kiem?q=%7Ftin%00m%C3%A2y", "/tim-kiem?q=tin%20m%C3%A2y");
        same("/tim-kiem?q=100%", "/tim-kiem?q=100%25");
        same("/tim-kiem?q=100%+%zz+%4", "/tim-kiem?q=100%25%20%25zz%20%254");
        same("/tim-kiem?q=tuy%E1%BB", "/tim-kiem?q=tuy");
        same("/tim-kiem?utm=1&q=tin&x&trang=3", "/tim-kiem?q=tin&trang=3");
        other("//", "/");
        other("/en/", "/en");
        other("/EN", "/en");
        other("/tin-tuc/", "/tin-tuc");
        other("/tin-tuc//", "/tin-tuc");
        other("//tin-tuc", "/tin-tuc");
        other("/TIN-TUC", "/tin-tuc");
        other("/%74in-tuc", "/tin-tuc");
        other("/tin%2Dtuc", "/tin-tuc");
        other("/Tin-Tuc/?fbclid=x", "/tin-tuc");
        other("/tin-tuc/?trang=2&fbclid=x", "/tin-tuc?trang=2");
        other("/tin-tuc?trang=1", "/tin-tuc");
        other("/tin-tuc?trang=1&fbclid=x", "/tin-tuc");
        other("/tin-tuc?trang=", "/tin-tuc");
        other("/tin-tuc?trang", "/tin-tuc");
        other("/tin-tuc?trang=01", "/tin-tuc");
        other("/tin-tuc?trang=02", "/tin-tuc?trang=2");
        other("/tin-tuc?trang=%32", "/tin-tuc?trang=2");
        other("/tin-tuc?Trang=2", "/tin-tuc?trang=2");
        other("/tin-tuc?%74rang=2", "/tin-tuc?trang=2");
        other("/tin-tuc?trang=2&trang=2", "/tin-tuc?trang=2");
        other("/tin-tuc?trang=2&trang=3", "/tin-tuc?trang=2");
        other("/TIN-TUC/RSS.XML", "/tin-tuc/rss.xml");
        other("/tin-tuc/HOP-12.HTML", "/tin-tuc/hop-12.html");
        other("/tin-tuc/hop-12.html/", "/tin-tuc/hop-12.html");
        other("/tin-tuc?trang=+2", "/tin-tuc?trang=2");
        other("/tin-tuc?trang=%202", "/tin-tuc?trang=2");
        other("/tin-tuc?trang=2&amp;trang=3", "/tin-tuc?trang=2");
        same("/tin-tuc?utm=1&amp;trang=2", "/tin-tuc?trang=2");
        same("/tin-tuc?amp;trang=2", "/tin-tuc?trang=2");
        same("/tin-tuc?utm=1;trang=2", "/tin-tuc?trang=2");
        same("/tin-tuc?utm=1;x=2&trang=2", "/tin-tuc?trang=2");
        same("/tin-tuc??trang=2", "/tin-tuc?trang=2");
        same("/tin-tuc?utm=1;xtrang=2", "/tin-tuc");
        same("/tim-kiem?q=a;b&amp;trang=2", "/tim-kiem?q=a%3Bb&trang=2");
        same("/tim-kiem?q=covid;utm=1", "/tim-kiem?q=covid");
        same("/tim-kiem?q=covid;utm_source=zalo&utm_medium=x", "/tim-kiem?q=covid");
        same("/tim-kiem?q=covid;fbclid=A;trang=2", "/tim-kiem?q=covid&trang=2");
        same("/tim-kiem?utm=1;q=covid", "/tim-kiem?q=covid");
        same("/tim-kiem?q=a%3Bb%3D1", "/tim-kiem?q=a%3Bb%3D1"); // as a browser sends what was typed
        same("/tim-kiem?q=a;b;+c", "/tim-kiem?q=a%3Bb%3B%20c");
        same("/tin-tuc?utm=1;fbclid=2", "/tin-tuc");
        same("/tin-tuc?trang=2;utm=1", "/tin-tuc?trang=2");
        other("/tim-kiem/?q=tin", "/tim-kiem?q=tin");
        other("/tim-kiem?q=tin&trang=1", "/tim-kiem?q=tin");
        other("/tim-kiem?Q=tin", "/tim-kiem?q=tin");
    }
    void everySpellingLeadsToOneAddress()
    {
        QFETCH(QByteArray, spelled);
        QFETCH(QByteArray, key);
        QFETCH(bool, isThere);
        const std::string whole = spelled.toStdString();
        const std::string_view view(whole);
        const std::size_t mark = std::min(view.find('?'), view.size());
        const std::string_view query = view.substr(std::min(mark + 1, view.size()));
        const SiteTarget target = readSiteTarget(view.substr(0, mark), query);
        QVERIFY(!std::holds_alternative<UnknownAddress>(target.address.place));
        QCOMPARE(QByteArray::fromStdString(target.key), key);
        QCOMPARE(target.isCanonical, isThere);
        // What is found under its path alone is not looked for anywhere else.
        if (isThere && !canMeanSomething(query))
            QCOMPARE(QByteArray::fromStdString(target.key), spelled.left(qsizetype(mark)));
        // Being led there is one step.
        const std::string_view there(target.key);
        const std::size_t end = std::min(there.find('?'), there.size());
        const SiteTarget again = readSiteTarget(there.substr(0, end), there.substr(std::min(end + 1, there.size())));
        QVERIFY(again.isCanonical);
        QCOMPARE(again.key, target.key);
        QVERIFY(again.address == target.address);
    }

    // Links lose their end and gain others' signs on the way; what finds an item is its number.
    void anItemIsFoundWhereverItsNumberCanBeRead_data()
    {
        QTest::addColumn<QByteArray>("spelled");
        QTest::addColumn<bool>("isCut");
        const auto row = [](const QByteArray &spelled, bool isCut = false) {
            QTest::newRow(spelled.constData()) << spelled << isCut;
        };
        for (const char *tail : {"%EF%BB%BF",
                                 "%E2%80%8C",
                                 "%E2%80%8D",
                                 "%E2%80%8E",
                                 "%E2%81%A0",
                                 "%0A",
                                 "%0D%0A",
                                 "%09",
                                 "%EF%BC%89",
                                 "%EF%BC%8C",
                                 "%E3%80%82",
                                 "|",
                                 "`",
                                 "%60",
                                 "_",
                                 "-",
                                 "~",
                                 "\\",
                                 "%5C",
                                 "%C2%AB",
                                 "%E2%80%9C",
                                 "%E2%80%B9",
                                 "(",
                                 "[",
                                 "%28",
                                 "%E2%80%93",
                                 "%F0%9F%91%87",
                                 "%F0%9F%91%8D%F0%9F%8F%BB",
                                 "</a>",
                                 "%3C/a%3E",
                                 "%3Cbr%3E",
                                 "$",
                                 "@",
                                 "%",
                                 "%E2%80",
                                 "%4",
                                 "%0Axem+them",
                                 "%20xem",
                                 ".%20Xem",
                                 "%EF%BB%BF/",
                                 "\xE1\xBA\xA1"})
            row(QByteArray("/tin-tuc/hop-34.html") + tail);
        for (const char *whole :
             {"/tin-tuc/hop-34.htm", "/tin-tuc/hop-34.ht", "/tin-tuc/hop-34.h", "/tin-tuc/34.html", "/tin-tuc/34.htm)",
              "/tin-tuc/-34.html", "/tin-tuc/hop-034.html", "/tin-tuc/%C4%91%C6%B0%E1%BB%9Dng-34.html",
              "/tin-tuc/h%E1%BB%8Dp_b%C3%A0n-34.html", "/Tin-Tuc//Hop-34.HTML%EF%BB%BF", "/tin-tuc/hop-34.html|;x=1"})
            row(whole);
        for (const char *cut : {"/tin-tuc/hop-34", "/tin-tuc/hop-34.", "/tin-tuc/hop-34/", "/tin-tuc/hop-34%EF%BB%BF"})
            row(cut, true);
    }
    void anItemIsFoundWhereverItsNumberCanBeRead()
    {
        QFETCH(QByteArray, spelled);
        QFETCH(bool, isCut);
        for (const auto &[prefix, language] :
             {std::pair(QByteArray(), Language::Vietnamese), std::pair(QByteArray("/en"), Language::English)}) {
            const SiteTarget target = readSiteTarget((prefix + spelled).toStdString(), "");
            const auto *item = std::get_if<ItemAddress>(&target.address.place);
            QVERIFY(item);
            QCOMPARE(item->number, 34);
            QVERIFY(item->view == ItemView::Page);
            QVERIFY(target.address.language == language);
            QVERIFY(!target.isCanonical);
            QCOMPARE(target.isCut, isCut);
            if (isCut)
                QCOMPARE(item->words, QStringLiteral("hop"));
        }
    }

    void whatHasNoNumberOfAnItemLeadsToNone()
    {
        for (const char *path : {"/tin-tuc/hop-34.html.html",
                                 "/tin-tuc/hop-34.htmlx",
                                 "/tin-tuc/hop-34.html2",
                                 "/tin-tuc/hop-34.amp",
                                 "/tin-tuc/hop-34.html/in",
                                 "/tin-tuc/hop-34.html/../../etc/passwd",
                                 "/tin-tuc/nam-34-thang-loi",
                                 "/tin-tuc/34",
                                 "/tin-tuc/hop-0.html",
                                 "/tin-tuc/hop-1234567890123456.html",
                                 "/hop-34.html",
                                 "/en/hop-34.html",
                                 "/34.html",
                                 "/anh/018af3a1-b2c3-7000-8000-000000000001-640",
                                 "/anh/x-640.html",
                                 "/tin-tuc/hop-34.html%00",
                                 "/tin-tuc/hop-34.php",
                                 "/tin-tuc/hop-34\xE1\xBA\xA1",
                                 "/tin-tuc/hop-34.jpg",
                                 "//evil.example/34"}) {
            const auto place = readSiteTarget(path, "").address.place;
            QVERIFY2(std::holds_alternative<UnknownAddress>(place), path);
        }
        QVERIFY(std::holds_alternative<UnknownAddress>(
            readSiteTarget("/tin-tuc/" + std::string(5000, '-') + "34.html", "").address.place));
    }

    void whatIsNoPageIsNowhere()
    {
        for (const char *query : {"trang=0", "trang=00", "trang=-2", "trang=abc", "trang=2x", "trang=2.5", "trang=+x",
                                  "trang=%00", "trang=99999999", "trang=99999999999999999999"}) {
            for (const char *path : {"/tin-tuc", "/tim-kiem", "/en/tin-tuc"})
                QVERIFY2(std::holds_alternative<UnknownAddress>(readSiteTarget(path, query).address.place), query);
        }
        for (const char *path : {"/%", "/%zz", "/tin-t%E1%BB%A9c", "/%00", "/a/b/c/d/", "//evil.example/x"})
            QVERIFY2(std::holds_alternative<UnknownAddress>(readSiteTarget(path, "").address.place), path);
        QVERIFY(std::holds_alternative<UnknownAddress>(readSiteTarget(std::string(5000, '/') + "x", "").address.place));
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
