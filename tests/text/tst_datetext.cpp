#include "text/DateText.h"

#include <QTest>

using namespace toasoan;

class TestDateText : public QObject
{
    Q_OBJECT

private slots:
    void theDateLineOfTheExample()
    {
        const Instant published = fromMilliseconds(1696238414349); // that of an authority's portal, whose form this is
        const QTimeZone zone("Asia/Ho_Chi_Minh");
        QCOMPARE(dateLine(published, zone, Language::Vietnamese), QStringLiteral("16:20, Thứ Hai, 2-10-2023"));
        QCOMPARE(dateLine(published, zone, Language::English), QStringLiteral("16:20, Monday, 2 October 2023"));
    }

    void aWeekdayIsWrittenAsTheDecreeHasIt()
    {
        const QTimeZone zone("Asia/Ho_Chi_Minh");
        const Instant monday = fromMilliseconds(1696238414349);
        const Instant sunday = monday - std::chrono::hours(24);
        QCOMPARE(dateWords(monday, zone, Language::Vietnamese), QStringLiteral("16:20, thứ Hai, 2-10-2023"));
        QCOMPARE(dateWords(monday, zone, Language::English), QStringLiteral("16:20, Monday, 2 October 2023"));
        QCOMPARE(dateLine(sunday, zone, Language::Vietnamese), QStringLiteral("16:20, Chủ nhật, 1-10-2023"));
        QCOMPARE(dateWords(sunday, zone, Language::Vietnamese), QStringLiteral("16:20, Chủ nhật, 1-10-2023"));
    }

    void numbersAreGrouped()
    {
        QCOMPARE(numberText(1730453, Language::Vietnamese), QStringLiteral("1.730.453"));
        QCOMPARE(numberText(1730453, Language::English), QStringLiteral("1,730,453"));
        QCOMPARE(numberText(0, Language::Vietnamese), QStringLiteral("0"));
    }

    void languagesGoThereAndBack()
    {
        QCOMPARE(languageFromText(toText(Language::English)), Language::English);
        QCOMPARE(languageFromText(toText(Language::Vietnamese)), Language::Vietnamese);
        QCOMPARE(languageFromText(u"fr"), Language::Vietnamese);
    }
};

QTEST_GUILESS_MAIN(TestDateText)
#include "tst_datetext.moc"
