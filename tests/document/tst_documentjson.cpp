#include "Builders.h"

#include "document/Schema.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace toasoan;
using namespace toasoan::document;
using namespace toasoan::document::build;

namespace {

const QDir fixtures(QStringLiteral(TOASOAN_SOURCE_DIR "/tests/document/fixtures"));

// JSON is easier to read with single quotes.
QByteArray quoted(const char *json)
{
    return QByteArray(json).replace('\'', '"');
}

QByteArray nested(int lists)
{
    QByteArray json = quoted("{'type':'paragraph'}");
    for (int i = 0; i < lists; ++i)
        json = quoted("{'type':'bulletList','content':[{'type':'listItem','content':[{'type':'paragraph'},") + json
            + "]}]}";
    return quoted("{'type':'doc','content':[") + json + "]}";
}

QByteArray withText(const QByteArray &text)
{
    return "{\"type\":\"doc\",\"content\":[{\"type\":\"paragraph\",\"content\":[{\"type\":\"text\",\"text\":\"" + text
        + "\"}]}]}";
}

} // namespace

class TestDocumentJson : public QObject
{
    Q_OBJECT

private slots:
    // What the editor's page and the link dialog make of what was said (tests/ui/editor).
    void theEditorsAddressesAreAccepted()
    {
        QFile file(QStringLiteral(TOASOAN_SOURCE_DIR "/tests/ui/editor/fixtures/addresses.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto rows = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(rows.size() > 20);
        for (const auto &row : rows) {
            for (const char *which : {"address", "typed"}) {
                const QString address = row.toObject()[QLatin1String(which)].toString();
                const Mark link = mark(QStringLiteral("link"), {{QStringLiteral("href"), address}});
                QVERIFY2(fromJson(toJson(doc({p({text(QStringLiteral("a"), {link})})}))), qPrintable(address));
            }
        }
    }

    void whatBreaksTheSchemaIsRefused_data()
    {
        QTest::addColumn<QJsonObject>("document");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("subject");
        QFile file(fixtures.filePath(QStringLiteral("refused.json")));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto list = QJsonDocument::fromJson(file.readAll()).array();
        QVERIFY(list.size() > 50);
        for (const auto &entry : list) {
            const auto object = entry.toObject();
            QTest::newRow(qPrintable(object[QStringLiteral("name")].toString()))
                << object[QStringLiteral("document")].toObject() << object[QStringLiteral("code")].toString()
                << object[QStringLiteral("subject")].toString();
        }
    }
    void whatBreaksTheSchemaIsRefused()
    {
        QFETCH(QJsonObject, document);
        QFETCH(QString, code);
        QFETCH(QString, subject);
        const auto read = fromJson(document);
        QVERIFY(!read);
        QCOMPARE(read.error().subject, subject);
        QCOMPARE(toText(read.error().code), code);
        const auto fromBytes = fromJson(QJsonDocument(document).toJson(), QStringLiteral("article.body"));
        QVERIFY(!fromBytes);
        QCOMPARE(fromBytes.error().subject, QStringLiteral("article.") + subject);
    }

    void whatIsNoJsonIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<ErrorCode>("code");
        QTest::addColumn<QString>("subject");
        QTest::newRow("nothing") << QByteArray() << ErrorCode::InvalidInput << "body";
        QTest::newRow("a list") << QByteArray("[]") << ErrorCode::InvalidInput << "body";
        QTest::newRow("cut off") << quoted("{'type':'doc','content':[") << ErrorCode::InvalidInput << "body";
        QTest::newRow("Latin-1") << withText("\xE9") << ErrorCode::InvalidInput << "body";
        QTest::newRow("lone surrogate") << withText("a\\ud800b") << ErrorCode::InvalidInput
                                        << "body.content[0].content[0].text";
        QTest::newRow("nested too deep for the parser") << QByteArray(100000, '[') << ErrorCode::TooLarge << "body";
        QTest::newRow("lists too deep") << nested(8) << ErrorCode::TooLarge
                                        << QStringLiteral("body.content[0].content[0].content[1]")
                + QStringLiteral(".content[0].content[1]").repeated(6) + QStringLiteral(".content[0]");
        QTest::newRow("far too deep") << nested(200) << ErrorCode::TooLarge << QString();
        QTest::newRow("too many bytes") << QByteArray(6291457, ' ') << ErrorCode::TooLarge << "body";
        QTest::newRow("too many characters")
            << withText(QByteArray(500001, 'a')) << ErrorCode::TooLarge << "body.content[0].content[0].text";
        QByteArray many = quoted("{'type':'doc','content':[{'type':'horizontalRule'}");
        for (int i = 0; i < 100000; ++i)
            many += quoted(",{'type':'horizontalRule'}");
        QTest::newRow("too many nodes") << many + "]}" << ErrorCode::TooLarge << "body.content[99999]";
    }
    void whatIsNoJsonIsRefused()
    {
        QFETCH(QByteArray, json);
        QFETCH(ErrorCode, code);
        QFETCH(QString, subject);
        const auto read = fromJson(json);
        QVERIFY(!read);
        QCOMPARE(read.error().code, code);
        if (!subject.isEmpty())
            QCOMPARE(read.error().subject, subject);
    }

    void theLimitsThemselvesAreAllowed()
    {
        QVERIFY(fromJson(nested(7))); // doc + 7 × (list, item) + paragraph = 16
        QVERIFY(fromJson(withText(QByteArray(500000, 'a'))));
    }

    void theCanonicalFormIsItsOwnFixedPoint_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : fixtures.entryList({QStringLiteral("*.json")})) {
            if (name != QStringLiteral("refused.json"))
                QTest::newRow(qPrintable(name)) << name;
        }
    }
    void theCanonicalFormIsItsOwnFixedPoint()
    {
        QFETCH(QString, name);
        QFile file(fixtures.filePath(name));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const auto document = fromJson(file.readAll());
        QVERIFY2(document, qPrintable(document ? QString() : document.error().subject));
        const QByteArray canonical = toJson(*document);
        QVERIFY(!canonical.contains('\n'));
        const auto again = fromJson(canonical);
        QVERIFY(again);
        QCOMPARE(*again, *document);
        QCOMPARE(toJson(*again), canonical);
        // Nothing but Qt's own compact form would be written: sorted keys, no blanks.
        QCOMPARE(QJsonDocument::fromJson(canonical).toJson(QJsonDocument::Compact), canonical);
        QVERIFY(check(*document));
    }

    void differentSpellingsOfADocumentGiveTheSameBytes_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<QByteArray>("canonical");
        const QByteArray plain =
            quoted("{'content':[{'content':[{'text':'Hòa','type':'text'}],'type':'paragraph'}],'type':'doc'}");
        QTest::newRow("order of keys") << withText("Hòa") << plain;
        QTest::newRow("defaults written") << QByteArray(quoted("{'type':'doc','version':1,'content':[{'type':'"
                                                               "paragraph','attrs':{'align':'start'},'marks':null,"))
                                                 .replace(",\"marks\":null", "")
                + quoted("'content':[{'type':'text','marks':[],'attrs':{},'text':'Hòa'}]}]}")
                                          << plain;
        QTest::newRow("decomposed") << withText("Ho\xCC\x80"
                                                "a")
                                    << plain;
        QTest::newRow("texts in pieces") << QByteArray(
            quoted("{'type':'doc','content':[{'type':'paragraph','content':[{'type':'text','text':'H'},{'type':'text','"
                   "text':'o'},{'type':'text','text':'̀a'}]}]}"))
                                         << plain;
        QTest::newRow("escapes") << withText("H\\u00f2a") << plain;
        QTest::newRow("soft hyphen kept")
            << withText("tr\\u00adng")
            << QByteArray("{\"content\":[{\"content\":[{\"text\":\"tr\xC2\xADng\",\"type\":\"text\"}],\"type\":"
                          "\"paragraph\"}],\"type\":\"doc\"}");
        QTest::newRow("quote and backslash")
            << withText("\\\"\\\\\\/")
            << QByteArray(quoted(
                   "{'content':[{'content':[{'text':'\\'\\\\/','type':'text'}],'type':'paragraph'}],'type':'doc'}"));
        QTest::newRow("order of marks") << QByteArray(
            quoted("{'type':'doc','content':[{'type':'paragraph','content':[{'type':'text','text':'a','marks':[{'type':"
                   "'italic'},{'type':'bold'},{'type':'link','attrs':{'title':'','href':'https://a.vn'}}]}]}]}"))
                                        << QByteArray(
                                               quoted("{'content':[{'content':[{'marks':[{'attrs':{'href':'https://"
                                                      "a.vn'},'type':'link'},{'type':'bold'},{'type':'italic'}],'text':"
                                                      "'a','type':'text'}],'type':'paragraph'}],'type':'doc'}"));
        QTest::newRow("media in capitals")
            << QByteArray(quoted("{'type':'doc','content':[{'type':'figure','content':[{'type':'figimage','attrs':{'"
                                 "media':'018AF3A1-B2C3-7000-8000-000000000001'}},{'type':'figcaption'}]}]}"))
            << QByteArray(quoted("{'content':[{'content':[{'attrs':{'media':'018af3a1-b2c3-7000-8000-000000000001'},'"
                                 "type':'figimage'},{'type':'figcaption'}],'type':'figure'}],'type':'doc'}"));
    }
    void differentSpellingsOfADocumentGiveTheSameBytes()
    {
        QFETCH(QByteArray, json);
        QFETCH(QByteArray, canonical);
        const auto document = fromJson(json);
        QVERIFY2(document, qPrintable(document ? QString() : document.error().subject));
        QCOMPARE(toJson(*document), canonical);
    }

    void anEmptyDocumentIsOneParagraph()
    {
        QCOMPARE(toJson(emptyDocument()), quoted("{'content':[{'type':'paragraph'}],'type':'doc'}"));
        QCOMPARE(emptyDocument(), doc({p()}));
    }

    void whatIsBuiltWrongIsFound()
    {
        QVERIFY(check(doc({p(QStringLiteral("a"))})));
        QCOMPARE(check(doc({})).error().subject, QStringLiteral("body.content"));
        QCOMPARE(check(doc({h(7, QStringLiteral("a"))})).error().subject,
                 QStringLiteral("body.content[0].attrs.level"));
    }
};

QTEST_GUILESS_MAIN(TestDocumentJson)
#include "tst_documentjson.moc"
