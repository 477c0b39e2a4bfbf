// Markup, scripts and tricks in every field that a person can fill in, published by the real server: no page, feed or
// map of the portal holds anything but text.
#include "e2e/ServerProcess.h"
#include "portal/HtmlCheck.h"

#include <QJsonArray>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const QByteArray photo = smallPhoto();

// Ends attributes of either quote, elements, comments, CDATA, scripts and templates, then begins something that a
// browser would run. `place` tells where it came through.
QString hostile(const char *place)
{
    return u"%1\"'>--></script></title></textarea>]]></style><zzz onload=alert(1) {{title}} {{{lead}}} "
           u"<script>alert(`${1}`)"
           "</script><img src=x onerror=alert(1)> &lt;b&gt; \\u003cscript\\u003e"_s.arg(QLatin1StringView(place));
}

QJsonObject text(const char *place, const QJsonArray &marks = {})
{
    QJsonObject json{{"type"_L1, "text"_L1}, {"text"_L1, hostile(place)}};
    if (!marks.isEmpty())
        json.insert("marks"_L1, marks);
    return json;
}

QJsonObject node(const char *type, const QJsonArray &content, const QJsonObject &attributes = {})
{
    QJsonObject json{{"type"_L1, QLatin1StringView(type)}};
    if (!content.isEmpty())
        json.insert("content"_L1, content);
    if (!attributes.isEmpty())
        json.insert("attrs"_L1, attributes);
    return json;
}

QJsonObject body(const QString &media)
{
    const QJsonObject address{{"href"_L1, "https://example.org/?\"onmouseover=alert(1)&x=<zzz>'"_L1},
                              {"title"_L1, hostile("link")}};
    const QJsonObject link{{"type"_L1, "link"_L1}, {"attrs"_L1, address}};
    const QJsonObject figure = node("figure",
                                    {node("figimage", {}, {{"media"_L1, media}, {"alt"_L1, hostile("alt")}}),
                                     node("figcaption", {text("caption")})},
                                    {{"credit"_L1, hostile("credit")}});
    const QJsonObject cell = node("tableCell", {node("paragraph", {text("cell")})});
    return node("doc",
                {node("paragraph", {text("paragraph"), text("linked", {link})}), node("heading", {text("heading")}),
                 figure, node("blockquote", {node("paragraph", {text("quote")})}),
                 node("bulletList", {node("listItem", {node("paragraph", {text("item")})})}),
                 node("table", {node("tableRow", {cell})}, {{"summary"_L1, hostile("summary")}})});
}

} // namespace

class TestHostilePages : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;
    std::unique_ptr<ServerProcess> m_server;
    QString m_path;
    QString m_media = newId();

    // Uploads the picture as a desk does.
    bool upload()
    {
        const QString token = m_server->tokens[u"phongvien"_s];
        const ServerAnswer created = m_server->send("POST", u"/api/v1/uploads"_s, {}, token,
                                                    uploadFields(m_media, photo, hostile("name").left(150)));
        const ServerAnswer sent = m_server->sendBytes(
            "PATCH", QString::fromLatin1(created.field("Location")), photo, token,
            {{"Tus-Resumable", "1.0.0"}, {"Upload-Offset", "0"}, {"Content-Type", "application/offset+octet-stream"}});
        return created.status == 201 && sent.status == 204;
    }

private slots:
    void initTestCase()
    {
        m_server = std::make_unique<ServerProcess>(m_folder.filePath(u"data"_s));
        QVERIFY(m_server->makeDemo());
        QVERIFY(m_server->start());
        QVERIFY(m_server->signInAll());
        QVERIFY(upload());
        const QJsonObject byline{{"name"_L1, hostile("byline").left(100)}, {"share"_L1, "words"_L1}};
        const QString article = m_server->approvedItem({{"title"_L1, hostile("title")},
                                                        {"subtitle"_L1, hostile("subtitle")},
                                                        {"lead"_L1, hostile("lead")},
                                                        {"body"_L1, body(m_media)},
                                                        {"genre"_L1, "newsBrief"_L1},
                                                        {"section"_L1, m_server->sectionAt(u"tin-tuc"_s)},
                                                        {"tags"_L1, QJsonArray{u"tag\"'><zzz onload=alert(1)>"_s}},
                                                        {"bylines"_L1, QJsonArray{byline}},
                                                        {"source"_L1, hostile("source").left(150)},
                                                        {"correction"_L1, hostile("correction")}});
        QVERIFY(!article.isEmpty());
        const ServerAnswer published =
            m_server->command(u"thuky"_s, {{"kind"_L1, "publish"_L1}, {"article"_L1, article}, {"version"_L1, 1}});
        QCOMPARE(published.status, 200);
        m_path = ServerProcess::publicPath(published);
    }

    void pagesHoldTextAndNothingThatRuns_data()
    {
        QTest::addColumn<QString>("path");
        QTest::addColumn<QList<QByteArray>>("places"); // what must have come through
        const QString item = m_path.chopped(5);
        const QList<QByteArray> all{"title",   "subtitle", "lead", "paragraph", "linked",     "heading",
                                    "caption", "credit",   "alt",  "quote",     "item",       "cell",
                                    "byline",  "source",   "tag",  "summary",   "correction", "link"};
        QTest::newRow("item") << m_path << all;
        QTest::newRow("item in English") << u"/en"_s + m_path << all;
        QTest::newRow("print") << item + u"/in"_s << QList<QByteArray>{"title", "lead", "paragraph", "caption"};
        QTest::newRow("save") << item + u"/luu"_s << QList<QByteArray>{"title", "lead", "paragraph", "caption"};
        QTest::newRow("front") << u"/"_s << QList<QByteArray>{"title", "lead"};
        QTest::newRow("section") << u"/tin-tuc"_s << QList<QByteArray>{"title", "lead"};
        QTest::newRow("search") << u"/tim-kiem?q=%22%27%3E%3Czzz%20onload%3Dalert(1)%3E%3Cscript%3Ealert"_s
                                << QList<QByteArray>{"title"};
        QTest::newRow("map of the site") << u"/so-do-trang"_s << QList<QByteArray>();
        QTest::newRow("an address that never was") << u"/%22%3E%3Czzz%20onload=alert(1)%3E"_s << QList<QByteArray>();
    }
    void pagesHoldTextAndNothingThatRuns()
    {
        QFETCH(QString, path);
        QFETCH(QList<QByteArray>, places);
        const ServerAnswer page = m_server->get(path);
        QVERIFY(page.status == 200 || page.status == 404);
        // Strict: inline scripts and styles, handlers, javascript: addresses and unbalanced tags are faults.
        const QStringList faults = portal::faultsOf(page.body);
        QVERIFY2(faults.isEmpty(), qPrintable(faults.join(u'\n')));
        QVERIFY(!page.body.contains("<zzz"));
        QVERIFY(!page.body.contains("<script>"));
        for (const QByteArray &place : places) {
            QVERIFY2(page.body.contains(place + "&quot;") || page.body.contains(place + "\\\"")
                         || page.body.contains(place + "\"") || page.body.contains(place + "&#34;"),
                     place);
        }
        // What a page may load, send to and be put into: its own, and nothing that is not named.
        const QByteArray policy = page.field("Content-Security-Policy");
        QByteArrayList directives = policy.split(';');
        for (QByteArray &directive : directives)
            directive = directive.trimmed();
        for (const char *wanted : {"default-src 'none'", "script-src 'self'", "connect-src 'self'",
                                   "form-action 'self'", "base-uri 'none'", "frame-ancestors 'none'"})
            QVERIFY2(directives.contains(wanted), policy);
        QVERIFY2(!policy.contains("unsafe"), policy);
        QCOMPARE(page.field("X-Content-Type-Options"), "nosniff");

        // What machines read of it is JSON that says what was written, and cannot end its element.
        const QRegularExpression form(u"<script type=\"application/ld\\+json\">(.*?)</script>"_s,
                                      QRegularExpression::DotMatchesEverythingOption);
        for (auto found = form.globalMatch(QString::fromUtf8(page.body)); found.hasNext();) {
            const QByteArray json = found.next().captured(1).toUtf8();
            QVERIFY2(QJsonDocument::fromJson(json).isObject() || QJsonDocument::fromJson(json).isArray(), json);
            QVERIFY2(!json.contains('<'), json);
        }
    }

    void feedsAndMapsAreSoundXml_data()
    {
        QTest::addColumn<QString>("path");
        for (const char *path : {"/rss.xml", "/tin-tuc/rss.xml", "/en/rss.xml", "/sitemap.xml"})
            QTest::newRow(path) << QString::fromLatin1(path);
    }
    void feedsAndMapsAreSoundXml()
    {
        QFETCH(QString, path);
        const ServerAnswer feed = m_server->get(path);
        QCOMPARE(feed.status, 200);
        QXmlStreamReader reader(feed.body);
        QSet<QString> elements;
        while (!reader.atEnd()) {
            if (reader.readNext() == QXmlStreamReader::StartElement)
                elements.insert(reader.name().toString());
        }
        QVERIFY2(!reader.hasError(), qPrintable(reader.errorString()));
        for (const char *stray : {"zzz", "script", "img", "b"})
            QVERIFY2(!elements.contains(QLatin1StringView(stray)), stray);
    }

    void apiAnswersAreNeverTakenForPages()
    {
        const ServerAnswer answer =
            m_server->send("GET", u"/api/v1/changes?after=0"_s, {}, m_server->tokens[u"thuky"_s]);
        QCOMPARE(answer.field("Content-Type"), "application/json");
        QCOMPARE(answer.field("X-Content-Type-Options"), "nosniff");
    }
};

QTEST_GUILESS_MAIN(TestHostilePages)
#include "tst_hostilepages.moc"
