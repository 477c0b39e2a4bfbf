#include "backend/site/FrontChoice.h"

#include <QTest>

using namespace toasoan;

namespace {

constexpr FrontCandidate wide{.pictureWidth = 1600, .pictureHeight = 1000};
constexpr FrontCandidate plain{};
constexpr FrontCandidate notice{.canLead = false, .pictureWidth = 1600, .pictureHeight = 1000};
constexpr FrontCandidate upright{.pictureWidth = 900, .pictureHeight = 1200};

using Positions = std::vector<std::size_t>;

} // namespace

class TestFrontChoice : public QObject
{
    Q_OBJECT

private slots:
    void aPictureMustBeWorthThePlace_data()
    {
        QTest::addColumn<int>("width");
        QTest::addColumn<int>("height");
        QTest::addColumn<bool>("worth");
        QTest::newRow("a photograph") << 1600 << 1067 << true;
        QTest::newRow("small") << 799 << 533 << false;
        QTest::newRow("upright") << 1200 << 1600 << false;
        QTest::newRow("square") << 1200 << 1200 << false;
        QTest::newRow("a banner") << 1600 << 400 << false;
        QTest::newRow("none") << 0 << 0 << false;
    }
    void aPictureMustBeWorthThePlace()
    {
        QFETCH(int, width);
        QFETCH(int, height);
        QTEST(isWorthTheLead({.pictureWidth = width, .pictureHeight = height}), "worth");
    }

    void theLeadIsTheNewestWithAPictureWorthIt()
    {
        QCOMPARE(chooseFront({plain, upright, notice, wide, wide}).featured.front(), std::size_t(3));
        QCOMPARE(chooseFront({wide, wide}).featured.front(), std::size_t(0));
    }

    void withoutAnyTheNewestLeadsByItsWords()
    {
        QCOMPARE(chooseFront({notice, plain, upright, plain}).featured.front(), std::size_t(1));
    }

    void aNoticeIsNeverFeatured()
    {
        QVERIFY(chooseFront({notice, notice}).featured.empty());
        QCOMPARE(chooseFront({notice, notice}).latest, (Positions{0, 1}));
        for (const std::size_t position : chooseFront({notice, wide, notice, plain, notice, plain}).featured)
            QVERIFY(position % 2 == 1);
    }

    void theLatestBeginWithTheNewestWhateverItIs()
    {
        const auto choice = chooseFront({notice, plain, wide, plain, plain, plain, plain, plain, wide});
        QCOMPARE(choice.latest, (Positions{0, 1, 2, 3, 4, 5}));
        // The lead, what has pictures beside it, and below only what the latest do not show.
        QCOMPARE(choice.featured, (Positions{2, 8, 1, 6, 7}));
    }

    void nothingStandsTwiceAmongTheFeatured()
    {
        for (const auto &newest :
             {std::vector(24, wide), std::vector(24, plain), std::vector(3, wide), std::vector<FrontCandidate>()}) {
            Positions featured = chooseFront(newest).featured;
            QVERIFY(featured.size() <= 7);
            std::ranges::sort(featured);
            QVERIFY(std::ranges::adjacent_find(featured) == featured.end());
        }
    }
};

QTEST_GUILESS_MAIN(TestFrontChoice)
#include "tst_frontchoice.moc"
