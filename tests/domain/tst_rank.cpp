#include "base/Dice.h"
#include "domain/Rank.h"

#include <QTest>

#include <algorithm>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

bool isRank(const QString &rank)
{
    return !rank.isEmpty() && !rank.endsWith(u'0')
        && std::ranges::all_of(rank, [](QChar c) { return (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'z'); });
}

} // namespace

class TestRank : public QObject
{
    Q_OBJECT

private slots:
    void aRankStandsBetweenItsNeighbours_data()
    {
        QTest::addColumn<QString>("before");
        QTest::addColumn<QString>("behind");
        QTest::newRow("the first") << u""_s << u""_s;
        QTest::newRow("at the end") << u"i"_s << u""_s;
        QTest::newRow("at the end of all") << u"zzz"_s << u""_s;
        QTest::newRow("in front") << u""_s << u"i"_s;
        QTest::newRow("in front of all") << u""_s << u"001"_s;
        QTest::newRow("in front of the deepest") << u""_s << u"000001"_s;
        QTest::newRow("apart") << u"a"_s << u"k"_s;
        QTest::newRow("next to each other") << u"a"_s << u"b"_s;
        QTest::newRow("one within the other") << u"a"_s << u"a1"_s;
        QTest::newRow("close") << u"a"_s << u"a001"_s;
        QTest::newRow("z, then another") << u"azz"_s << u"b"_s;
        QTest::newRow("of lengths") << u"azzzz1"_s << u"b"_s;
        QTest::newRow("ends in 0") << u"a0"_s << u"a01"_s;
        QTest::newRow("ends in 0, at the end") << u"a0000"_s << u""_s;
    }
    void aRankStandsBetweenItsNeighbours()
    {
        QFETCH(const QString, before);
        QFETCH(const QString, behind);
        const QString rank = rankBetween(before, behind);
        QVERIFY2(isRank(rank), qPrintable(rank));
        QVERIFY2(rank > before, qPrintable(rank));
        QVERIFY2(behind.isEmpty() || rank < behind, qPrintable(rank));
    }

    void neighboursOutOfOrderGiveOneBehindTheFirst()
    {
        for (const QString &behind : {u"b"_s, u"a"_s, u"B"_s, u"c"_s}) {
            const QString rank = rankBetween(u"c"_s, behind);
            QVERIFY2(isRank(rank) && rank > u"c"_s, qPrintable(rank));
        }
    }

    void anyTextGivesARank()
    {
        for (const QString &text : {u"0"_s, u"000"_s, u"Ă"_s, u"a b"_s, QString(QChar(0)), u"a-"_s, u"{"_s}) {
            QVERIFY2(isRank(rankBetween(text, {})), qPrintable(text));
            QVERIFY2(isRank(rankBetween({}, text)), qPrintable(text));
            QVERIFY2(isRank(rankBetween(text, text)), qPrintable(text));
        }
    }

    void manyMovesKeepTheOrder()
    {
        SeededDice dice(1);
        std::vector<QString> ranks;
        for (int i = 0; i < 20'000; ++i) {
            const auto at = std::ptrdiff_t(dice.below(ranks.size() + 1));
            const QString before = at > 0 ? ranks[std::size_t(at - 1)] : QString();
            const QString behind = at < std::ssize(ranks) ? ranks[std::size_t(at)] : QString();
            ranks.insert(ranks.begin() + at, rankBetween(before, behind));
        }
        QVERIFY(std::ranges::all_of(ranks, isRank));
        QVERIFY(std::ranges::adjacent_find(ranks, std::ranges::greater_equal()) == ranks.end());
        QVERIFY2(std::ranges::max(ranks, {}, &QString::size).size() < 30, "they get long");
    }

    void whatIsPutAtAnEndStaysShort()
    {
        QString last = u"i"_s, first = u"i"_s;
        for (int i = 0; i < 10'000; ++i) {
            const QString next = rankBetween(last, {}), before = rankBetween({}, first);
            QVERIFY(next > last && before < first && isRank(next) && isRank(before));
            last = next;
            first = before;
        }
        QVERIFY2(last.size() <= 3 && first.size() <= 3, qPrintable(last + u' ' + first));
    }

    void whatIsPutAtOnePlaceGetsLongerSlowly()
    {
        QString behind = u"b"_s;
        for (int i = 0; i < 200; ++i) {
            const QString next = rankBetween(u"a"_s, behind);
            QVERIFY(next > u"a"_s && next < behind && isRank(next));
            behind = next;
        }
        QVERIFY2(behind.size() < 60, qPrintable(behind));
    }
};

QTEST_APPLESS_MAIN(TestRank)
#include "tst_rank.moc"
