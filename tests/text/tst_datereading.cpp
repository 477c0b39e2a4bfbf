// What people type for an hour or a day, and whose hours they are.
#include "text/DateReading.h"
#include "text/NewsroomZone.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestDateReading : public QObject
{
    Q_OBJECT

private slots:
    void anHourIsReadAsItIsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QTime>("hour"); // null: it is none
        const auto row = [](const char *text, const QTime &hour) {
            QTest::newRow(text) << QString::fromUtf8(text) << hour;
        };
        for (const char *half : {"9h30", "9:30", "930", "09.30", "0930", "9 giờ 30", "9g30", "9H30", " 9 h 30 ",
                                 "9:30 am", "9h30p", "9,30", "９：３０"})
            row(half, {9, 30});
        for (const char *nine : {"9", "09", "9h", "9 giờ", "9:00", "900", "9 am"})
            row(nine, {9, 0});
        row("0:05", {0, 5});
        row("23h59", {23, 59});
        row("9:30 pm", {21, 30});
        row("12am", {0, 0});
        row("12pm", {12, 0});
        for (const char *none :
             {"", " ", "24:00", "25", "9:60", "960", "12345", "9:3", "-9", "chín", "9:30:15x", "13pm", "h30"})
            row(none, {});
    }
    void anHourIsReadAsItIsTyped()
    {
        QFETCH(const QString, text);
        QFETCH(const QTime, hour);
        QCOMPARE(hourFromText(text).value_or(QTime()), hour);
    }

    void aDayIsReadAsItIsTyped_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QDate>("day");
        const auto row = [](const char *text, const QDate &day) {
            QTest::newRow(text) << QString::fromUtf8(text) << day;
        };
        for (const char *fifth :
             {"05-12-2026", "5-12-2026", "5/12/2026", "5.12.2026", "5/12/26", "5 12 2026", "5 / 12 / 2026", "05122026",
              "2026-12-05", "ngày 5 tháng 12 năm 2026", "5-12", "5/12"})
            row(fifth, {2026, 12, 5});
        row("3-2", {2027, 2, 3}); // the next one
        row("28-11", {2026, 11, 28}); // today
        row("27-11", {2026, 11, 27}); // yesterday, and not in a year
        row("1/9", {2026, 9, 1});
        row("29/2", {2028, 2, 29});
        for (const char *none : {"", "31-11-2026", "5-13-2026", "5", "5-", "12-2026", "5-12-202", "mai", "29-2-2027"})
            row(none, {});
    }
    void aDayIsReadAsItIsTyped()
    {
        QFETCH(const QString, text);
        QFETCH(const QDate, day);
        QCOMPARE(dateFromText(text, QDate(2026, 11, 28)).value_or(QDate()), day);
    }

    void aDaySaysItsYearOrTakesTheNearest()
    {
        for (const char *with : {"5-12-2027", "5.12.27", "05122027", "2027-12-05", "ngày 5 tháng 12 năm 2027"})
            QVERIFY2(saysItsYear(QString::fromUtf8(with)), with);
        for (const char *without : {"5-12", "5/12", "ngày 5 tháng 12", "", "mai"})
            QVERIFY2(!saysItsYear(QString::fromUtf8(without)), without);
    }

    void aDayThatNoMonthHasIsTold_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<int>("day"); // 0: none is missing
        QTest::addColumn<int>("month");
        QTest::addColumn<int>("year"); // 0: not said
        const auto row = [](const char *text, int day, int month, int year) {
            QTest::newRow(text) << QString::fromUtf8(text) << day << month << year;
        };
        row("30-2", 30, 2, 0);
        row("31/11", 31, 11, 0);
        row("31-11-2026", 31, 11, 2026);
        row("31/4/26", 31, 4, 2026);
        row("31042026", 31, 4, 2026);
        row("2026-06-31", 31, 6, 2026);
        row("29-2-2027", 29, 2, 2027);
        row("29/02/2100", 29, 2, 2100); // a year of a hundred that is none of 400
        row("ngày 31 tháng 9 năm 2026", 31, 9, 2026);
        row(" 30 . 2 . 2024 ", 30, 2, 2024);
        for (const char *day :
             {"29-2", "29-2-2028", "29-2-2000", "31-12-2026", "30-4", "1-1", "2026-02-28", "28022026"})
            row(day, 0, 0, 0);
        for (const char *none : {"", " ", "mai", "5", "32-1-2026", "0-2-2026", "30-13", "30-0-2026", "00-00",
                                 "30-2-202", "30-2 x", "2026-2-300", "30"})
            row(none, 0, 0, 0);
    }
    void aDayThatNoMonthHasIsTold()
    {
        QFETCH(const QString, text);
        QFETCH(const int, day);
        QFETCH(const int, month);
        QFETCH(const int, year);
        const auto missing = missingDayIn(text);
        QCOMPARE(missing.has_value(), day != 0);
        if (!missing)
            return;
        QCOMPARE(missing->day, day);
        QCOMPARE(missing->month, month);
        QCOMPARE(missing->year.value_or(0), year);
        QVERIFY(!dateFromText(text, QDate(2026, 11, 28))); // what it is told of is read as no day
    }

    void aMomentSaysItsZoneOrTakesTheNewsrooms_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("utc"); // empty: it is none
        QTest::addColumn<bool>("saysItsZone");
        const auto row = [](const char *text, const char *utc, bool says) {
            QTest::newRow(text) << QString::fromUtf8(text) << QString::fromLatin1(utc) << says;
        };
        row("2026-12-31T07:00:00+07:00", "2026-12-31T00:00:00Z", true);
        row("2026-12-31T00:00Z", "2026-12-31T00:00:00Z", true);
        row("2026-12-31T00:00:00.000z", "2026-12-31T00:00:00Z", true);
        row("2026-12-30T19:00:00-0500", "2026-12-31T00:00:00Z", true);
        row("2026-12-31T02:00+02", "2026-12-31T00:00:00Z", true);
        row("2026-12-31T07:00:00", "2026-12-31T00:00:00Z", false);
        row("2026-12-31 07:00", "2026-12-31T00:00:00Z", false);
        for (const char *none : {"", "2026-12-31", "07:00", "2026-12-31T24:00", "2026-12-31T7:00", "2026-13-01T07:00",
                                 "2026-12-31T07:00+99:00", "2026-12-31T07:00 VN", "31-12-2026 07:00"})
            row(none, "", true);
    }
    void aMomentSaysItsZoneOrTakesTheNewsrooms()
    {
        QFETCH(const QString, text);
        QFETCH(const QString, utc);
        QFETCH(const bool, saysItsZone);
        const auto moment = momentFromText(text, QTimeZone("Asia/Ho_Chi_Minh"));
        QCOMPARE(moment.has_value(), !utc.isEmpty());
        if (!moment)
            return;
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(toMilliseconds(moment->at), Qt::UTC).toString(Qt::ISODate), utc);
        QCOMPARE(moment->saysItsZone, saysItsZone);
    }

    void anHourThatClocksLeaveOutIsNone()
    {
        const QTimeZone paris("Europe/Paris");
        QVERIFY(!instantAt(QDate(2026, 3, 29), QTime(2, 30), paris));
        QVERIFY(instantAt(QDate(2026, 3, 29), QTime(3, 30), paris));
        QVERIFY(!momentFromText(u"2026-03-29T02:30:00"_s, paris));
    }

    void theNewsroomsHoursDoNotMoveWithThePc_data()
    {
        QTest::addColumn<QByteArray>("zoneOfThePc");
        for (const char *zone : {"UTC", "America/New_York", "Asia/Ho_Chi_Minh"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void theNewsroomsHoursDoNotMoveWithThePc()
    {
        QFETCH(const QByteArray, zoneOfThePc);
        qputenv("TZ", zoneOfThePc);
        tzset();
        const Instant at = fromMilliseconds(1696238414349);
        QCOMPARE(newsroomTime(at).toString(u"HH:mm d-M-yyyy"_s), u"16:20 2-10-2023"_s);
        QCOMPARE(isThisPcElsewhere(at, newsroomZone()), zoneOfThePc != "Asia/Ho_Chi_Minh");
        useNewsroomZone(zoneNamed(u"Asia/Tokyo"_s));
        QCOMPARE(newsroomTime(at).toString(u"HH:mm"_s), u"18:20"_s);
        useNewsroomZone(zoneNamed(u"Nowhere/Land"_s));
        QCOMPARE(newsroomTime(at).toString(u"HH:mm"_s), u"16:20"_s);
        qunsetenv("TZ");
        tzset();
    }
};

QTEST_GUILESS_MAIN(TestDateReading)
#include "tst_datereading.moc"
