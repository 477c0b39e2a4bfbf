#include "portal/Format.h"
#include "portal/SamplePages.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::portal;

class TestFormat : public QObject
{
    Q_OBJECT

private:
    const QTimeZone m_zone{QByteArrayLiteral("Asia/Ho_Chi_Minh")};
    const Format m_vietnamese{Language::Vietnamese, m_zone};
    const Format m_english{Language::English, m_zone};

private slots:
    void theLineOfTheSeedItemIsWrittenAsThere()
    {
        QCOMPARE(m_vietnamese.moment(sampleInstant), QStringLiteral("16:20, Thứ Hai, 2-10-2023"));
        QCOMPARE(m_vietnamese.number(1'730'453), QStringLiteral("1.730.453"));
        QCOMPARE(m_vietnamese.number(2'737'060), QStringLiteral("2.737.060"));
        QCOMPARE(m_vietnamese.number(0), QStringLiteral("0"));
    }

    void everyWeekdayHasItsVietnameseName_data()
    {
        QTest::addColumn<int>("days");
        QTest::addColumn<QString>("expected");
        QTest::newRow("2") << 0 << QStringLiteral("Thứ Hai, 2-10-2023");
        QTest::newRow("3") << 1 << QStringLiteral("Thứ Ba, 3-10-2023");
        QTest::newRow("4") << 2 << QStringLiteral("Thứ Tư, 4-10-2023");
        QTest::newRow("5") << 3 << QStringLiteral("Thứ Năm, 5-10-2023");
        QTest::newRow("6") << 4 << QStringLiteral("Thứ Sáu, 6-10-2023");
        QTest::newRow("7") << 5 << QStringLiteral("Thứ Bảy, 7-10-2023");
        QTest::newRow("8") << 6 << QStringLiteral("Chủ nhật, 8-10-2023");
    }
    void everyWeekdayHasItsVietnameseName()
    {
        QFETCH(int, days);
        QFETCH(QString, expected);
        QCOMPARE(m_vietnamese.weekday(sampleInstant + std::chrono::hours(24 * days)), expected);
    }

    void englishPagesHaveEnglishForms()
    {
        QCOMPARE(m_english.moment(sampleInstant), QStringLiteral("16:20, Monday, 2 October 2023"));
        QCOMPARE(m_english.day(sampleInstant), QStringLiteral("2 Oct 2023"));
        QCOMPARE(m_english.number(1'730'453), QStringLiteral("1,730,453"));
    }

    void machinesGetTheirForms()
    {
        QCOMPARE(m_vietnamese.machine(sampleInstant), QStringLiteral("2023-10-02T16:20:14+07:00"));
        QCOMPARE(m_vietnamese.mail(sampleInstant), QStringLiteral("Mon, 02 Oct 2023 16:20:14 +0700"));
        QCOMPARE(m_english.mail(sampleInstant), QStringLiteral("Mon, 02 Oct 2023 16:20:14 +0700"));
    }

    void theDayTurnsAtMidnightOfTheZone()
    {
        const Instant beforeMidnight = sampleInstant + std::chrono::minutes(459); // 23:59:14
        QVERIFY(m_vietnamese.sameDay(sampleInstant, beforeMidnight));
        QVERIFY(!m_vietnamese.sameDay(sampleInstant, beforeMidnight + std::chrono::minutes(1)));
        QCOMPARE(Format(Language::Vietnamese, QTimeZone::utc()).time(sampleInstant), QStringLiteral("09:20"));
        QCOMPARE(Format(Language::Vietnamese, QTimeZone()).time(sampleInstant), QStringLiteral("09:20"));
    }
};

QTEST_GUILESS_MAIN(TestFormat)
#include "tst_format.moc"
