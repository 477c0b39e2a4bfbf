#include "base/Dice.h"
#include "document/Sequence.h"

#include <QTest>

#include <algorithm>

using namespace toasoan;
using namespace toasoan::document;

namespace {

std::vector<int> letters(const QString &text)
{
    std::vector<int> numbers;
    for (const QChar c : text)
        numbers.push_back(c.unicode());
    return numbers;
}

// The longest common subsequence by the textbook, for comparison.
int longest(const std::vector<int> &a, const std::vector<int> &b)
{
    std::vector<std::vector<int>> length(a.size() + 1, std::vector<int>(b.size() + 1, 0));
    for (std::size_t i = 1; i <= a.size(); ++i) {
        for (std::size_t k = 1; k <= b.size(); ++k)
            length[i][k] =
                a[i - 1] == b[k - 1] ? length[i - 1][k - 1] + 1 : std::max(length[i - 1][k], length[i][k - 1]);
    }
    return length[a.size()][b.size()];
}

bool isAlignment(const std::vector<int> &a, const std::vector<int> &b, const std::vector<int> &partners)
{
    int last = -1;
    for (std::size_t i = 0; i < a.size(); ++i) {
        if (partners[i] < 0)
            continue;
        if (partners[i] <= last || a[i] != b[static_cast<std::size_t>(partners[i])])
            return false;
        last = partners[i];
    }
    return partners.size() == a.size();
}

} // namespace

class TestSequence : public QObject
{
    Q_OBJECT

private slots:
    void commonPartsAreFound_data()
    {
        QTest::addColumn<QString>("a");
        QTest::addColumn<QString>("b");
        QTest::addColumn<int>("common");
        QTest::newRow("both empty") << ""
                                    << "" << 0;
        QTest::newRow("one empty") << "abc"
                                   << "" << 0;
        QTest::newRow("equal") << "abc"
                               << "abc" << 3;
        QTest::newRow("inserted") << "abc"
                                  << "abxc" << 3;
        QTest::newRow("deleted") << "abc"
                                 << "ac" << 2;
        QTest::newRow("replaced") << "abc"
                                  << "axc" << 2;
        QTest::newRow("nothing") << "abc"
                                 << "xyz" << 0;
        QTest::newRow("turned") << "abc"
                                << "cba" << 1;
        QTest::newRow("Myers' example") << "abcabba"
                                        << "cbabac" << 4;
    }
    void commonPartsAreFound()
    {
        QFETCH(QString, a);
        QFETCH(QString, b);
        QFETCH(int, common);
        const auto partners = alignSequences(letters(a), letters(b));
        QVERIFY(isAlignment(letters(a), letters(b), partners));
        QCOMPARE(int(std::ranges::count_if(partners, [](int p) { return p >= 0; })), common);
    }

    void smallSequencesAreAlignedAsWellAsCanBe()
    {
        SeededDice dice(1);
        for (int round = 0; round < 2000; ++round) {
            std::vector<int> a(dice.below(30));
            std::vector<int> b(dice.below(30));
            const quint64 alphabet = 2 + dice.below(6);
            for (auto *sequence : {&a, &b})
                std::ranges::generate(*sequence, [&] { return int(dice.below(alphabet)); });
            const auto partners = alignSequences(a, b);
            QVERIFY(isAlignment(a, b, partners));
            QCOMPARE(int(std::ranges::count_if(partners, [](int p) { return p >= 0; })), longest(a, b));
        }
    }

    void longSequencesAreAlignedInTime()
    {
        SeededDice dice(2);
        std::vector<int> a(200000);
        std::ranges::generate(a, [&] { return int(dice.below(3000)); });
        std::vector<int> edited = a;
        for (int i = 0; i < 500; ++i)
            edited[dice.below(edited.size())] = -i - 1;
        auto partners = alignSequences(a, edited);
        QVERIFY(isAlignment(a, edited, partners));
        QVERIFY(std::ranges::count(partners, -1) <= 500);

        // The worst: long, nothing unique, little in common. It must end; what it finds must be right.
        std::vector<int> other(200000);
        std::ranges::generate(other, [&] { return int(dice.below(3000)); });
        partners = alignSequences(a, other);
        QVERIFY(isAlignment(a, other, partners));
        std::vector<int> two(200000);
        std::ranges::generate(two, [&] { return int(dice.below(2)); });
        partners = alignSequences(two, std::vector<int>(two.rbegin(), two.rend()));
        QVERIFY(isAlignment(two, std::vector<int>(two.rbegin(), two.rend()), partners));
    }
};

QTEST_GUILESS_MAIN(TestSequence)
#include "tst_sequence.moc"
