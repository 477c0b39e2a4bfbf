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
        QVERIFY2(large <= 5 * 2.5 * std::max(small, 1.0),
                 qPrintable(QStringLiteral("%1 ms, %2 ms").arg(small).arg(large)));
    }
};

QTEST_APPLESS_MAIN(TestLarge)
#include "tst_large.moc"
