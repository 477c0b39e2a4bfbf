#include "portal/Feeds.h"
#include "portal/SamplePages.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTest>
#include <QXmlStreamReader>

using namespace toasoan;
using namespace toasoan::portal;

namespace {

struct Element
{
    QString path; ///< "rss/channel/title"
    QString text;
    QXmlStreamAttributes attributes;
};

/// All elements of a well-formed document, or nothing.
QList<Element> elementsOf(const QByteArray &xml)
{
    QXmlStreamReader reader(xml);
    QList<Element> elements;
    QStringList path;
    QList<qsizetype> open;
    while (!reader.atEnd()) {
        reader.readNext();
        if (reader.isStartElement()) {
            path.append(reader.qualifiedName().toString());
            open.append(elements.size());
            elements.append({path.join(u'/'), {}, reader.attributes()});
        } else if (reader.isEndElement()) {
            path.removeLast();
            open.removeLast();
        } else if (reader.isCharacters() && !open.isEmpty()) {
            elements[open.last()].text += reader.text();
        }
    }
    return reader.hasError() ? QList<Element>() : elements;
}

QStringList textsOf(const QList<Element> &elements, const char *path)
{
    QStringList texts;
    for (const Element &element : elements)
        if (element.path == QLatin1String(path))
            texts.append(element.text);
    return texts;
}

Feed sampleFeed()
{
    return {.title = QStringLiteral("Kinh tế"),
            .description = {},
            .path = QStringLiteral("/tin-tuc/kinh-te"),
            .feedPath = QStringLiteral("/tin-tuc/kinh-te/rss.xml"),
            .built = sampleInstant,
            .items = sampleItems()};
}

} // namespace

class TestFeeds : public QObject
{
    Q_OBJECT

private slots:
    void aChannelHasWhatRssAsksFor()
    {
        const auto elements = elementsOf(rss(sampleSite(), sampleFeed()));
        QVERIFY(!elements.isEmpty());
        QCOMPARE(elements.first().attributes.value(QStringLiteral("version")), QStringLiteral("2.0"));
        QCOMPARE(textsOf(elements, "rss/channel/title"),
                 QStringList{QStringLiteral("Kinh tế – Cổng thông tin điện tử huyện Triệu Phong")});
        QCOMPARE(textsOf(elements, "rss/channel/link"),
                 QStringList{QStringLiteral("https://trieuphong.example.vn/tin-tuc/kinh-te")});
        QVERIFY(!textsOf(elements, "rss/channel/description").first().isEmpty());
        QCOMPARE(textsOf(elements, "rss/channel/language"), QStringList{QStringLiteral("vi")});
        QCOMPARE(textsOf(elements, "rss/channel/lastBuildDate"),
                 QStringList{QStringLiteral("Mon, 02 Oct 2023 16:20:14 +0700")});
        const auto self = std::find_if(elements.begin(), elements.end(),
                                       [](const Element &element) { return element.path == u"rss/channel/atom:link"; });
        QVERIFY(self != elements.end());
        QCOMPARE(self->attributes.value(QStringLiteral("rel")), QStringLiteral("self"));
        QCOMPARE(self->attributes.value(QStringLiteral("type")), QStringLiteral("application/rss+xml"));
        QCOMPARE(self->attributes.value(QStringLiteral("href")),
                 QStringLiteral("https://trieuphong.example.vn/tin-tuc/kinh-te/rss.xml"));
    }

    void everyItemHasItsElements()
    {
        const auto elements = elementsOf(rss(sampleSite(), sampleFeed()));
        const auto count = qsizetype(sampleItems().size());
        for (const char *name : {"title", "link", "guid", "pubDate", "category", "description"}) {
            const QStringList texts = textsOf(elements, (QByteArray("rss/channel/item/") + name).constData());
            QCOMPARE(texts.size(), count);
            for (const QString &text : texts)
                QVERIFY(!text.isEmpty());
        }
        QCOMPARE(textsOf(elements, "rss/channel/item/guid"), textsOf(elements, "rss/channel/item/link"));
        for (const QString &date : textsOf(elements, "rss/channel/item/pubDate"))
            QVERIFY(QDateTime::fromString(date, Qt::RFC2822Date).isValid());
        for (const Element &element : elements)
            if (element.path == u"rss/channel/item/guid")
                QCOMPARE(element.attributes.value(QStringLiteral("isPermaLink")), QStringLiteral("true"));
    }

    // A reader that knows the item must not show it anew when it moves to another section or the site to another host.
    void anItemIsTheSameWhereverItMoves()
    {
        Feed feed = sampleFeed();
        feed.items = {sampleItems().front()};
        feed.items[0].urn = QStringLiteral("urn:uuid:0190c3a4-0000-7000-8000-000000000001");
        const auto before = elementsOf(rss(sampleSite(), feed));
        feed.items[0].path = QStringLiteral("/kinh-te/bai-1.html");
        Site moved = sampleSite();
        moved.baseUrl = QStringLiteral("https://khac.example.vn");
        const auto after = elementsOf(rss(moved, feed));
        QCOMPARE(textsOf(before, "rss/channel/item/guid"), QStringList{feed.items[0].urn});
        QCOMPARE(textsOf(after, "rss/channel/item/guid"), textsOf(before, "rss/channel/item/guid"));
        QVERIFY(textsOf(after, "rss/channel/item/link") != textsOf(before, "rss/channel/item/link"));
        for (const Element &element : after)
            if (element.path == u"rss/channel/item/guid")
                QCOMPARE(element.attributes.value(QStringLiteral("isPermaLink")), QStringLiteral("false"));
    }

    void hostileTextsStayTexts_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("end of CDATA") << QStringLiteral("a ]]> b");
        QTest::newRow("element") << QStringLiteral("<script>alert(1)</script>");
        QTest::newRow("entity") << QStringLiteral("&amp; &lt; &unknown; &#0;");
        QTest::newRow("quotes") << QStringLiteral("\"'");
        QTest::newRow("control characters") << QStringLiteral("a") + QChar(0) + QChar(1) + QChar(0x0b) + QChar(0x1b)
                + QChar(0xfffe) + QStringLiteral("b");
        QTest::newRow("half a character") << QStringLiteral("a") + QChar(0xd83d) + QStringLiteral("b");
    }
    void hostileTextsStayTexts()
    {
        QFETCH(QString, text);
        Feed feed = sampleFeed();
        feed.title = text;
        feed.description = text;
        feed.items = {sampleItems().front()};
        feed.items[0].title = text;
        feed.items[0].lead = text;
        feed.items[0].section.title = text;
        feed.items[0].path = QStringLiteral("/") + text;
        Site site = sampleSite();
        site.name = text;
        site.licence = text;
        const QByteArray bytes = rss(site, feed);
        const auto elements = elementsOf(bytes);
        QVERIFY2(!elements.isEmpty(), bytes.constData());
        QVERIFY(!bytes.contains("<![CDATA["));
        QString expected = text;
        expected.removeIf([](QChar c) { return c < u' ' || c.unicode() == 0xfffe || c.isSurrogate(); });
        QCOMPARE(textsOf(elements, "rss/channel/item/title"), QStringList{expected});
        QCOMPARE(textsOf(elements, "rss/channel/item/description"), QStringList{expected.toHtmlEscaped()});
    }

    void aFeedWithoutItemsIsStillAFeed()
    {
        const auto elements = elementsOf(rss(sampleSite(Language::English),
                                             {.title = {},
                                              .description = {},
                                              .path = QStringLiteral("/en/"),
                                              .feedPath = QStringLiteral("/en/rss.xml"),
                                              .built = {},
                                              .items = {}}));
        QCOMPARE(textsOf(elements, "rss/channel/title"),
                 QStringList{QStringLiteral("Triệu Phong District Web Portal")});
        // What it will hold is written in Vietnamese, whatever the pages around it speak.
        QCOMPARE(textsOf(elements, "rss/channel/language"), QStringList{QStringLiteral("vi")});
        QVERIFY(textsOf(elements, "rss/channel/lastBuildDate").isEmpty());
        QVERIFY(textsOf(elements, "rss/channel/item").isEmpty());
    }

    void theSitemapHasEveryAddressAndDate()
    {
        const auto elements = elementsOf(sitemapXml(
            sampleSite(), {{QStringLiteral("/"), sampleInstant}, {QStringLiteral("/tin?a=1&b=2"), sampleInstant}}));
        QCOMPARE(textsOf(elements, "urlset/url/loc"),
                 (QStringList{QStringLiteral("https://trieuphong.example.vn/"),
                              QStringLiteral("https://trieuphong.example.vn/tin?a=1&b=2")}));
        QCOMPARE(
            textsOf(elements, "urlset/url/lastmod"),
            (QStringList{QStringLiteral("2023-10-02T16:20:14+07:00"), QStringLiteral("2023-10-02T16:20:14+07:00")}));
        // A date that is not known is not made up.
        QVERIFY(!sitemapXml(sampleSite(), {{QStringLiteral("/"), {}}}).contains("lastmod"));
        QVERIFY(sitemapXml(sampleSite(), {}).contains("http://www.sitemaps.org/schemas/sitemap/0.9"));
        QVERIFY(!elementsOf(sitemapXml(sampleSite(), {})).isEmpty());
    }

    void aSitemapHoldsNoMoreThanTheProtocolAllows()
    {
        const std::vector<SitemapEntry> many(maxSitemapEntries + 5, {QStringLiteral("/a"), sampleInstant});
        const QByteArray bytes = sitemapXml(sampleSite(), many);
        QCOMPARE(std::size_t(bytes.count("<url>")), maxSitemapEntries);
        QVERIFY(bytes.size() < 50 * 1024 * 1024);
    }

    void theIndexNamesSitemaps()
    {
        const auto elements =
            elementsOf(sitemapIndexXml(sampleSite(), {{QStringLiteral("/sitemap-1.xml"), sampleInstant}}));
        QCOMPARE(textsOf(elements, "sitemapindex/sitemap/loc"),
                 QStringList{QStringLiteral("https://trieuphong.example.vn/sitemap-1.xml")});
    }

    void aPhoneLearnsWhatToCallThePortal()
    {
        const QJsonObject manifest =
            QJsonDocument::fromJson(webManifest(sampleSite(), {{QStringLiteral("/assets/icon-192.png"), 192}}))
                .object();
        QCOMPARE(manifest[QStringLiteral("name")].toString(), sampleSite().name);
        QCOMPARE(manifest[QStringLiteral("short_name")].toString(), sampleSite().placeName);
        QCOMPARE(manifest[QStringLiteral("start_url")].toString(), QStringLiteral("/"));
        const QJsonObject icon = manifest[QStringLiteral("icons")].toArray().first().toObject();
        QCOMPARE(icon[QStringLiteral("sizes")].toString(), QStringLiteral("192x192"));
    }

    void robotsAreToldWhatIsNotForThem()
    {
        QCOMPARE(robotsTxt(sampleSite(), QStringLiteral("/sitemap.xml"),
                           {QStringLiteral("/api/"), QStringLiteral("/tim-kiem")}),
                 QByteArray("User-agent: *\nDisallow: /api/\nDisallow: /tim-kiem\n\nSitemap: "
                            "https://trieuphong.example.vn/sitemap.xml\n"));
        QVERIFY(robotsTxt(sampleSite(), QStringLiteral("/sitemap.xml"), {}).contains("Disallow:\n"));
    }
};

QTEST_GUILESS_MAIN(TestFeeds)
#include "tst_feeds.moc"
