// A list of 1,500 households in 10 columns is an ordinary item: what is done to a document costs in proportion to it.
#include "Builders.h"
#include "document/Schema.h"
#include "support/ProcessorTime.h"

#include <QTest>

using namespace toasoan::document;
using namespace toasoan::document::build;

namespace {

// `changed` is another wording in that row; `more` are rows at the end.
Node households(int rows, int changed = -1, int more = 0)
{
    QList<Node> lines;
    for (int r = 0; r < rows + more; ++r) {
        QList<Node> cells;
        for (int c = 0; c < 10; ++c) {
            const QString words = QStringLiteral("Hộ %1 cột %2").arg(r).arg(c)
                + (r == changed && c == 5 ? QStringLiteral(" đã sửa") : QString());
            cells.append(node(QStringLiteral("tableCell"), {p(words)}));
        }
        lines.append(node(QStringLiteral("tableRow"), cells));
    }
    return node(QStringLiteral("doc"), {p(QStringLiteral("Danh sách hộ")), node(QStringLiteral("table"), lines)});
}

QStringList words(int count)
{
    QStringList all;
    for (int i = 0; i < count; ++i)
        all.append(QStringLiteral("w%1").arg(i));
    return all;
}

QList<Node> paragraphs(const QStringList &texts)
{
    QList<Node> blocks;
    for (const QString &text : texts)
        blocks.append(p(text));
    return blocks;
}

Node tableOf(const QList<Node> &rows)
{
    return node(QStringLiteral("table"), rows);
}

// Cells of one letter, which span as many columns and rows as is said.
Node rowOf(int cells, qint64 columns = 1, qint64 rows = 1)
{
    Attributes spans;
    if (columns > 1)
        spans.insert(QStringLiteral("colspan"), columns);
    if (rows > 1)
        spans.insert(QStringLiteral("rowspan"), rows);
    return node(QStringLiteral("tableRow"),
                QList<Node>(cells, node(QStringLiteral("tableCell"), {p(QStringLiteral("x"))}, spans)));
}

// The best of seven.
template <typename Work>
double milliseconds(Work work)
{
    double best = 1e9;
    for (int i = 0; i < 7; ++i) {
        const toasoan::ProcessorTime taken;
        work();
        best = std::min(best, taken.milliseconds());
    }
    return best;
}

// Of work on something and on five times as much; what is quadratic costs 25 times as much.
bool isInProportion(double small, double large)
{
    return large <= 5 * 2.5 * std::max(small, 1.0);
}

} // namespace

class TestLarge : public QObject
{
    Q_OBJECT

private slots:
    void aListOf1500HouseholdsIsWithinTheLimits()
    {
        const Node document = households(1500);
        const auto read = fromJson(toJson(document));
        QVERIFY(read);
        QCOMPARE(*read, document);
        QVERIFY(extentOf(document).nodes > 46'000);
        QVERIFY(2 * extentOf(document).nodes < Schema::body().limits().nodes);
    }

    void whatIsDoneToItCostsInProportion_data()
    {
        QTest::addColumn<QString>("work");
        for (const char *work : {"read", "write", "html", "text", "compare", "merge", "merge two far apart"})
            QTest::newRow(work) << QString::fromLatin1(work);
    }
    void whatIsDoneToItCostsInProportion()
    {
        QFETCH(QString, work);
        const auto costOf = [&work](int rows) {
            const Node base = households(rows);
            const Node theirs = households(rows, rows / 3);
            const Node mine =
                households(rows, 2 * rows / 3, work == QLatin1String("merge two far apart") ? rows / 5 : 0);
            const QByteArray json = toJson(base);
            return milliseconds([&] {
                if (work == QLatin1String("read"))
                    QVERIFY(fromJson(json));
                else if (work == QLatin1String("write"))
                    QVERIFY(!toJson(base).isEmpty());
                else if (work == QLatin1String("html"))
                    QVERIFY(!toHtml(base).isEmpty());
                else if (work == QLatin1String("text"))
                    QVERIFY(!toPlainText(base).isEmpty());
                else if (work == QLatin1String("compare"))
                    QVERIFY(!diffToHtml(diff(base, mine)).isEmpty());
                else
                    QVERIFY(!hasConflict(merge(base, theirs, mine)));
            });
        };
        const double small = costOf(300);
        const double large = costOf(1500);
        qInfo("%s: 300 rows %.1f ms, 1500 rows %.1f ms", qPrintable(work), small, large);
        QVERIFY2(isInProportion(small, large), qPrintable(QStringLiteral("%1 ms, %2 ms").arg(small).arg(large)));
    }

    // QString::normalized() alone takes a quarter of an hour for it.
    void aLetterWithAllTheMarksThatABodyMayHoldIsRead()
    {
        const QString marks = QStringLiteral("\u0301\u0323").repeated(240'000);
        const QByteArray json = toJson(doc({p(QLatin1Char('a') + marks)}));
        const toasoan::ProcessorTime taken;
        QVERIFY(fromJson(json));
        QVERIFY2(taken.milliseconds() < 5'000, qPrintable(QString::number(taken.milliseconds())));
    }

    void aMergeCostsInProportion_data()
    {
        QTest::addColumn<QString>("sides");
        QTest::addColumn<int>("size");
        QTest::newRow("a table was deleted, a word added in each of its cells") << "deleted table" << 100;
        QTest::newRow("all paragraphs were joined, a word added in one") << "joined" << 2000;
        QTest::newRow("a long paragraph was moved, and deleted") << "moved" << 2000;
    }
    void aMergeCostsInProportion()
    {
        QFETCH(QString, sides);
        QFETCH(int, size);
        const auto costOf = [&sides](int count) {
            Node base;
            Node theirs;
            Node mine;
            if (sides == QLatin1String("deleted table")) {
                base = households(count);
                theirs = doc({base.children.first()});
                mine = base;
                for (Node &row : mine.children.last().children) {
                    for (Node &cell : row.children)
                        cell.children.first().children.first().text += QStringLiteral(" thêm");
                }
            } else if (sides == QLatin1String("joined")) {
                QStringList texts = words(count);
                base = doc(paragraphs(texts));
                theirs = doc({p(texts.join(QLatin1Char(' ')))});
                texts[count / 2] += QStringLiteral(" thêm");
                mine = doc(paragraphs(texts));
            } else {
                const Node other = p(QStringLiteral("Ở đây còn một đoạn khác"));
                const Node moved = p(words(count).join(QLatin1Char(' ')));
                base = doc({moved, other});
                theirs = doc({other, moved});
                mine = doc({other});
            }
            return milliseconds([&] { QVERIFY(!merge(base, theirs, mine).children.isEmpty()); });
        };
        const double small = costOf(size);
        const double large = costOf(5 * size);
        qInfo("%d: %.1f ms, %d: %.1f ms", size, small, 5 * size, large);
        QVERIFY2(isInProportion(small, large), qPrintable(QStringLiteral("%1 ms, %2 ms").arg(small).arg(large)));
    }

    void aPageCostsInProportion_data()
    {
        QTest::addColumn<QString>("body");
        QTest::addColumn<int>("size");
        QTest::newRow("headings that say the same") << "headings" << 2000;
        QTest::newRow("a wide row over many short ones") << "wide" << 600;
        QTest::newRow("a wide row that reaches down") << "reaching" << 600;
    }
    void aPageCostsInProportion()
    {
        QFETCH(QString, body);
        QFETCH(int, size);
        const auto costOf = [&body](int count) {
            QList<Node> blocks;
            if (body == QLatin1String("headings")) {
                blocks = QList<Node>(count, h(2, QStringLiteral("a")));
            } else {
                QList<Node> rows{rowOf(count, 50, body == QLatin1String("reaching") ? 500 : 1)};
                rows += QList<Node>(2 * count, rowOf(1));
                blocks = {tableOf(rows)};
            }
            const Node document = doc(blocks);
            return milliseconds([&] { QVERIFY(!toHtml(document).isEmpty()); });
        };
        const double small = costOf(size);
        const double large = costOf(5 * size);
        qInfo("%d: %.1f ms, %d: %.1f ms", size, small, 5 * size, large);
        QVERIFY2(isInProportion(small, large), qPrintable(QStringLiteral("%1 ms, %2 ms").arg(small).arg(large)));
    }
};

QTEST_APPLESS_MAIN(TestLarge)
#include "tst_large.moc"
