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

    // Typed for Đ, they stand where Đ stands: behind d, before e.
    void lettersTypedForBarredDStandWithIt()
    {
        const VietnameseOrder order;
        for (const char16_t *typed : {u"\u00D0ảng", u"\u0189ảng", u"\u00F0ảng"}) {
            const QString word = QString::fromUtf16(typed);
            QVERIFY(order(QStringLiteral("dân"), word));
            QVERIFY(order(word, QStringLiteral("em")));
            QVERIFY(order.byGivenName(word, QStringLiteral("Đổi")));
        }
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
