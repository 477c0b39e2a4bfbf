#include "domain/PortalAddress.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestPortalAddress : public QObject
{
    Q_OBJECT

private slots:
    void onlyWhatReadersHaveHasAnAddress_data()
    {
        QTest::addColumn<qint64>("number");
        QTest::addColumn<bool>("isTakenDown");
        QTest::addColumn<bool>("hasSection");
        QTest::addColumn<QString>("host");
        QTest::addColumn<QString>("address");
        const QString site = u"https://binhminh.example.vn"_s;
        QTest::newRow("live") << 12LL << false << true << site
                              << u"https://binhminh.example.vn/kinh-te/mua-lu-12.html"_s;
        QTest::newRow("a section that is not known")
            << 12LL << false << false << site << u"https://binhminh.example.vn/tin/mua-lu-12.html"_s;
        QTest::newRow("a site without an address")
            << 12LL << false << true << QString() << u"http://10.0.0.5:8080/kinh-te/mua-lu-12.html"_s;
        QTest::newRow("taken down") << 12LL << true << true << site << QString();
        QTest::newRow("published on this PC, and not yet by the server") << 0LL << false << true << site << QString();
        QTest::newRow("never published") << -1LL << false << true << site << QString();
    }
    void onlyWhatReadersHaveHasAnAddress()
    {
        QFETCH(const qint64, number);
        QFETCH(const bool, isTakenDown);
        QFETCH(const bool, hasSection);
        QFETCH(const QString, host);
        QFETCH(const QString, address);
        Article article;
        if (number >= 0)
            article.publication = Publication{.number = number,
                                              .slug = u"mua-lu"_s,
                                              .version = 1,
                                              .firstAt = {},
                                              .at = {},
                                              .takenDownAt = isTakenDown ? std::optional(Instant()) : std::nullopt};
        Site site;
        site.address = host;
        const Section section{.id = {}, .slug = u"kinh-te"_s, .name = {}, .nameEnglish = {}, .position = 1};
        QCOMPARE(publicAddress(article, hasSection ? &section : nullptr, site, u"http://10.0.0.5:8080"_s).toString(),
                 address);
    }

    void whatThePortalHasForItselfIsNotFree()
    {
        for (const char *name : {"gioi-thieu", "tin-tuc", "2026", "x"})
            QVERIFY2(isFreeAddress(QLatin1StringView(name)), name);
        for (const char *name : {"", "en", "anh", "tim-kiem", "so-do-trang", "api", "assets", "livez", "readyz",
                                 "Gioi-thieu", "gioi--thieu", "gioi-", "rss.xml", "a/b", "gioi-thieu\n"})
            QVERIFY2(!isFreeAddress(QLatin1StringView(name)), name);
        QVERIFY(!isFreeAddress(QString(61, u'a')));
    }
};

QTEST_GUILESS_MAIN(TestPortalAddress)
#include "tst_portaladdress.moc"
