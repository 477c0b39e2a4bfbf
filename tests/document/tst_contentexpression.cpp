#include "document/ContentExpression.h"
#include "document/Schema.h"

#include <QFile>
#include <QTest>

using namespace toasoan;
using namespace toasoan::document;

class TestContentExpression : public QObject
{
    Q_OBJECT

    static Result<ContentExpression> compile(const QString &expression)
    {
        return ContentExpression::compile(expression,
                                          {{QStringLiteral("a"), {QStringLiteral("a")}},
                                           {QStringLiteral("b"), {QStringLiteral("b")}},
                                           {QStringLiteral("c"), {QStringLiteral("c")}},
                                           {QStringLiteral("group"), {QStringLiteral("a"), QStringLiteral("b")}}});
    }

private slots:
    void sequencesAreAcceptedOrNot_data()
    {
        QTest::addColumn<QString>("expression");
        QTest::addColumn<QString>("accepted"); // each letter a child, words are whole contents; "-" is none
        QTest::addColumn<QString>("refused");
        QTest::newRow("one") << "a"
                             << "a"
                             << "- aa b";
        QTest::newRow("sequence") << "a b"
                                  << "ab"
                                  << "a b ba abb";
        QTest::newRow("some") << "a+"
                              << "a aa aaa"
                              << "- b ab";
        QTest::newRow("any") << "a*"
                             << "- a aaa"
                             << "b aab";
        QTest::newRow("maybe") << "a?"
                               << "- a"
                               << "aa b";
        QTest::newRow("choice") << "a | b"
                                << "a b"
                                << "- ab c";
        QTest::newRow("choice of sequences") << "a b | c"
                                             << "ab c"
                                             << "a b ac abc";
        QTest::newRow("parentheses") << "(a | b)+ c?"
                                     << "a ab bac"
                                     << "- c acb cc";
        QTest::newRow("nested") << "((a b)* | c)+"
                                << "- ab abab cabc"
                                << "a b abca";
        QTest::newRow("group") << "group+"
                               << "a ab ba"
                               << "- c";
        QTest::newRow("first then any") << "a group*"
                                        << "a ab aabb"
                                        << "- b ba ac";
        QTest::newRow("blanks") << "  ( a|b )  c "
                                << "ac bc"
                                << "a c abc";
    }
    void sequencesAreAcceptedOrNot()
    {
        QFETCH(QString, expression);
        QFETCH(QString, accepted);
        QFETCH(QString, refused);
        const auto compiled = compile(expression);
        QVERIFY(compiled);
        const auto accepts = [&](const QString &children) {
            auto state = compiled->start();
            for (const QChar child : children) {
                if (child == u'-')
                    continue;
                state = compiled->next(state, child);
                if (state == ContentExpression::refused)
                    return false;
            }
            return compiled->mayEnd(state);
        };
        for (const QString &children : accepted.split(u' '))
            QVERIFY2(accepts(children), qPrintable(children));
        for (const QString &children : refused.split(u' '))
            QVERIFY2(!accepts(children), qPrintable(children));
    }

    void badExpressionsAreRefused_data()
    {
        QTest::addColumn<QString>("expression");
        for (const char *text : {"", "(", "a)", "(a", "a |", "| a", "+", "unknown", "a b)", "a ++ b*)", "a,b", "()"})
            QTest::newRow(text) << QString::fromLatin1(text);
    }
    void badExpressionsAreRefused()
    {
        QFETCH(QString, expression);
        const auto compiled = compile(expression);
        QVERIFY(!compiled);
        QCOMPARE(compiled.error().code, ErrorCode::InvalidInput);
    }

    void theSchemaReadsWithItsOrderOfMarks()
    {
        const Schema &schema = Schema::body();
        QCOMPARE(schema.version(), 1);
        QVERIFY(schema.findNodeType(QStringLiteral("paragraph"))->holdsInline);
        QVERIFY(schema.findNodeType(QStringLiteral("figimage"))->isAtom);
        QVERIFY(!schema.findNodeType(QStringLiteral("video")));
        // The editor nests marks in the order they are written in the file; markOrder must say the same.
        QFile file(QStringLiteral(TOASOAN_SOURCE_DIR "/resources/editor/schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray json = file.readAll();
        const auto marks = json.indexOf("\"marks\": {");
        qsizetype last = marks;
        for (const QString &mark : schema.markTypes()) {
            const auto place = json.indexOf("\n    \"" + mark.toUtf8() + "\":", marks);
            QVERIFY2(place > last, qPrintable(mark));
            last = place;
        }
    }

    void brokenSchemasAreRefused_data()
    {
        QTest::addColumn<QByteArray>("from");
        QTest::addColumn<QByteArray>("to");
        QTest::addColumn<QString>("subject");
        QTest::newRow("no version") << QByteArray("\"version\": 1") << QByteArray("\"version\": 0") << "schema.version";
        QTest::newRow("unknown name") << QByteArray("\"tableRow+\"") << QByteArray("\"rows+\"") << "schema.content";
        QTest::newRow("no limit") << QByteArray("\"depth\": 16") << QByteArray("\"depth\": 0") << "schema.limits";
        QTest::newRow("attribute type") << QByteArray("\"type\": \"uuid\"") << QByteArray("\"type\": \"guid\"")
                                        << "schema.nodes.figimage.attrs.media.type";
        QTest::newRow("default") << QByteArray("\"default\": \"column\"") << QByteArray("\"default\": \"narrow\"")
                                 << "schema.nodes.figure.attrs.placement.default";
        QTest::newRow("order of marks") << QByteArray("[\"link\", \"bold\"") << QByteArray("[\"link\"")
                                        << "schema.markOrder";
        QTest::newRow("top node") << QByteArray("\"topNode\": \"doc\"") << QByteArray("\"topNode\": \"page\"")
                                  << "schema.topNode";
    }
    void brokenSchemasAreRefused()
    {
        QFETCH(QByteArray, from);
        QFETCH(QByteArray, to);
        QFETCH(QString, subject);
        QFile file(QStringLiteral(TOASOAN_SOURCE_DIR "/resources/editor/schema.json"));
        QVERIFY(file.open(QIODevice::ReadOnly));
        QByteArray json = file.readAll();
        QVERIFY(Schema::fromJson(json));
        QVERIFY(json.contains(from));
        json.replace(from, to);
        const auto schema = Schema::fromJson(json);
        QVERIFY(!schema);
        QCOMPARE(schema.error().subject, subject);
    }
};

QTEST_GUILESS_MAIN(TestContentExpression)
#include "tst_contentexpression.moc"
