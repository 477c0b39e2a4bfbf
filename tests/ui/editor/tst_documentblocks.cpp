#include "ui/editor/DocumentBlocks.h"

#include <QTest>

using namespace toasoan;

namespace {

const QByteArray three = R"({"content":[{"type":"a"},{"type":"b"},{"type":"c"}],"type":"doc"})";

}

class TestDocumentBlocks : public QObject
{
    Q_OBJECT

private slots:
    void aDocumentGoesThereAndBack()
    {
        const auto blocks = DocumentBlocks::fromJson(three);
        QVERIFY(blocks);
        QCOMPARE(blocks->count(), 3);
        QCOMPARE(blocks->json(), three);
    }

    void whatIsNoDocumentIsRefused_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::newRow("nothing") << QByteArray();
        QTest::newRow("no JSON") << QByteArray("<p>");
        QTest::newRow("an array") << QByteArray("[]");
        QTest::newRow("a paragraph") << QByteArray(R"({"type":"paragraph"})");
        QTest::newRow("cut off") << three.chopped(1);
    }
    void whatIsNoDocumentIsRefused()
    {
        QFETCH(QByteArray, json);
        const auto blocks = DocumentBlocks::fromJson(json);
        QVERIFY(!blocks);
        QCOMPARE(blocks.error().code, ErrorCode::InvalidInput);
    }

    void aRunOfBlocksIsReplaced_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("removed");
        QTest::addColumn<QStringList>("blocks");
        QTest::addColumn<QByteArray>("expected");
        const QString x = QStringLiteral(R"({"type":"x"})");
        QTest::newRow("one for one") << 1 << 1 << QStringList{x}
                                     << QByteArray(
                                            R"({"content":[{"type":"a"},{"type":"x"},{"type":"c"}],"type":"doc"})");
        QTest::newRow("insert at the end")
            << 3 << 0 << QStringList{x}
            << QByteArray(R"({"content":[{"type":"a"},{"type":"b"},{"type":"c"},{"type":"x"}],"type":"doc"})");
        QTest::newRow("remove the first two")
            << 0 << 2 << QStringList{} << QByteArray(R"({"content":[{"type":"c"}],"type":"doc"})");
        QTest::newRow("one becomes two") << 0 << 3 << QStringList{x, x}
                                         << QByteArray(R"({"content":[{"type":"x"},{"type":"x"}],"type":"doc"})");
    }
    void aRunOfBlocksIsReplaced()
    {
        QFETCH(int, from);
        QFETCH(int, removed);
        QFETCH(QStringList, blocks);
        QFETCH(QByteArray, expected);
        auto document = DocumentBlocks::fromJson(three);
        QVERIFY(document);
        QVERIFY(document->replace(from, removed, blocks));
        QCOMPARE(document->json(), expected);
    }

    void aRunThatIsNotThereChangesNothing_data()
    {
        QTest::addColumn<int>("from");
        QTest::addColumn<int>("removed");
        QTest::newRow("before the first") << -1 << 1;
        QTest::newRow("past the end") << 4 << 0;
        QTest::newRow("too many") << 2 << 2;
        QTest::newRow("a negative number") << 0 << -1;
        QTest::newRow("a sum that overflows") << 1 << std::numeric_limits<int>::max();
    }
    void aRunThatIsNotThereChangesNothing()
    {
        QFETCH(int, from);
        QFETCH(int, removed);
        auto document = DocumentBlocks::fromJson(three);
        QVERIFY(document);
        QVERIFY(!document->replace(from, removed, {QStringLiteral("{}")}));
        QCOMPARE(document->json(), three);
    }
};

QTEST_GUILESS_MAIN(TestDocumentBlocks)
#include "tst_documentblocks.moc"
