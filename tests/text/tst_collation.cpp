#include "text/Collation.h"

#include <QTest>

using namespace toasoan;

class TestCollation : public QObject
{
    Q_OBJECT

private slots:
    void tonesStandInTheirOrder()
    {
        const QStringList sorted = QStringLiteral("da dà dả dã dá dạ đa").split(u' ');
        QStringList mixed = sorted;
        std::ranges::reverse(mixed);
        const VietnameseOrder order;
        std::ranges::sort(mixed, [&order](const QString &a, const QString &b) { return order(a, b); });
        QCOMPARE(mixed, sorted);
    }

    void namesSortByTheGivenName()
    {
        const VietnameseOrder order;
        QVERIFY(order.byGivenName(QStringLiteral("Trần Văn An"), QStringLiteral("Lê Thị Bình")));
        QVERIFY(!order.byGivenName(QStringLiteral("Lê Thị Bình"), QStringLiteral("Trần Văn An")));
        QVERIFY(order.byGivenName(QStringLiteral("Lê Văn An"), QStringLiteral("Trần Văn An")));
    }
};

QTEST_GUILESS_MAIN(TestCollation)
#include "tst_collation.moc"
