// The hour of publishing is typed as people write it; what stands against it is said.
#include "support/Patience.h"
#include "ui/review/ScheduleDialog.h"
#include "ui/workstation/Translations.h"

#include <QCalendarWidget>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const Instant now = fromMilliseconds(1'700'000'000'000); // 2023-11-14 22:13 UTC, 05:13 on the 15th in Hanoi

struct Asked
{
    explicit Asked(const QByteArray &zone = "Asia/Ho_Chi_Minh")
        : dialog(
            u"Bài"_s, [this] { return clock; }, std::nullopt, QTimeZone(zone), nullptr)
    {
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        QObject::connect(&dialog, &ScheduleDialog::hourChosen, &dialog, [this](Instant at) {
            chosen = QDateTime::fromMSecsSinceEpoch(toMilliseconds(at), Qt::UTC).toString(Qt::ISODate);
        });
        dialog.open();
        isReady = QTest::qWaitForWindowActive(&dialog, longestWait);
    }
    [[nodiscard]] QLineEdit &hour() const { return *dialog.findChild<QLineEdit *>(u"hour"_s); }
    [[nodiscard]] QLineEdit &day() const { return *dialog.findChild<QLineEdit *>(u"day"_s); }
    [[nodiscard]] QString sentence() const { return dialog.findChild<QLabel *>(u"sentence"_s)->text(); }
    [[nodiscard]] QPushButton &confirm() const
    {
        const auto buttons = dialog.findChildren<QPushButton *>();
        return **std::ranges::find_if(buttons, &QPushButton::isDefault);
    }
    void type(QLineEdit &field, const QString &text)
    {
        field.setFocus();
        field.selectAll();
        QTest::keyClick(&field, Qt::Key_Delete);
        for (const QChar sign : text) // letter by letter, as a hand does
            QTest::sendKeyEvent(QTest::Click, &field, Qt::Key_unknown, QString(sign), Qt::NoModifier);
    }

    Instant clock = now;
    ScheduleDialog dialog;
    QString chosen;
    bool isReady = false;
};

} // namespace

class TestScheduleDialog : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { useLanguage(*QCoreApplication::instance(), Language::Vietnamese); }

    void theHourIsThatOfTheNewsroomWhereverThePcIs_data()
    {
        QTest::addColumn<QByteArray>("zoneOfThePc");
        for (const char *zone : {"UTC", "America/New_York", "Asia/Ho_Chi_Minh"})
            QTest::newRow(zone) << QByteArray(zone);
    }
    void theHourIsThatOfTheNewsroomWhereverThePcIs()
    {
        QFETCH(const QByteArray, zoneOfThePc);
        qputenv("TZ", zoneOfThePc);
        tzset();
        Asked asked;
        QVERIFY(asked.isReady);
        QCOMPARE(asked.hour().text(), u"06:00"_s);
        QCOMPARE(asked.day().text(), u"15-11-2023"_s);
        QCOMPARE(asked.sentence(), u"Bài sẽ được đăng lúc 06:00, thứ Tư, 15-11-2023."_s);
        QStringList texts;
        for (const auto *label : asked.dialog.findChildren<QLabel *>())
            texts.append(label->text());
        QCOMPARE(texts.join(u'\n').contains(u"+07"), zoneOfThePc != "Asia/Ho_Chi_Minh"); // then it says whose hours
        for (auto *button : asked.dialog.findChildren<QPushButton *>()) {
            if (button->text() == u"Ngày mai 07:00"_s)
                button->click();
        }
        QCOMPARE(asked.hour().text(), u"07:00"_s);
        QCOMPARE(asked.day().text(), u"16-11-2023"_s);
        asked.confirm().click();
        QCOMPARE(asked.chosen, u"2023-11-16T00:00:00Z"_s);
        qunsetenv("TZ");
        tzset();
    }

    // A PC that is five hours slow knows it once the server has answered: what stands there is put right.
    void theClockIsPutRightWhileTheDialogIsOpen()
    {
        Asked asked;
        QVERIFY(asked.isReady);
        QVERIFY(asked.confirm().isEnabled());
        asked.clock += std::chrono::hours(5);
        QTRY_VERIFY(asked.sentence().startsWith(u"Giờ này đã qua"_s));
        QVERIFY(!asked.confirm().isEnabled());
        for (auto *button : asked.dialog.findChildren<QPushButton *>()) {
            if (button->text().endsWith(u"giờ nữa"_s))
                button->click();
        }
        QCOMPARE(asked.hour().text(), u"11:13"_s);
        asked.confirm().click();
        QCOMPARE(asked.chosen, u"2023-11-15T04:13:00Z"_s);
    }

    // On a Monday too it is clear which one is meant.
    void theMondayThatIsOfferedHasItsDate()
    {
        Asked asked;
        QVERIFY(asked.isReady);
        const auto buttons = asked.dialog.findChildren<QPushButton *>();
        const auto monday = std::ranges::find(buttons, u"Thứ Hai 20-11, 07:00"_s, &QPushButton::text);
        QVERIFY(monday != buttons.end());
        (*monday)->click();
        QCOMPARE(asked.day().text(), u"20-11-2023"_s);
    }

    void anHourIsTypedAsPeopleWriteIt_data()
    {
        QTest::addColumn<QString>("hour");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("utc");
        QTest::newRow("9") << u"9"_s << u"16-11-2023"_s << u"2023-11-16T02:00:00Z"_s;
        QTest::newRow("9h") << u"9h"_s << u"16/11/2023"_s << u"2023-11-16T02:00:00Z"_s;
        QTest::newRow("9h30") << u"9h30"_s << u"16/11"_s << u"2023-11-16T02:30:00Z"_s;
        QTest::newRow("930") << u"930"_s << u"1-2-24"_s << u"2024-02-01T02:30:00Z"_s;
        QTest::newRow("09.30") << u"09.30"_s << u"16112023"_s << u"2023-11-16T02:30:00Z"_s;
        QTest::newRow("19:30") << u"19:30"_s << u"2023-11-16"_s << u"2023-11-16T12:30:00Z"_s;
    }
    void anHourIsTypedAsPeopleWriteIt()
    {
        QFETCH(const QString, hour);
        QFETCH(const QString, day);
        QFETCH(const QString, utc);
        Asked asked;
        QVERIFY(asked.isReady);
        asked.type(asked.hour(), hour);
        QCOMPARE(asked.hour().text(), hour); // the field does not fight back
        asked.type(asked.day(), day);
        QCOMPARE(asked.day().text(), day);
        QCOMPARE(asked.hour().text().size(), 5); // left, it says what was meant
        QVERIFY(asked.confirm().isEnabled());
        QTest::keyClick(&asked.day(), Qt::Key_Return);
        QCOMPARE(asked.chosen, utc);
    }

    void whatIsWrongIsSaid_data()
    {
        QTest::addColumn<QString>("hour");
        QTest::addColumn<QString>("day");
        QTest::addColumn<QString>("says");
        QTest::newRow("no hour") << QString() << u"16-11-2023"_s << u"Hãy nhập giờ"_s;
        QTest::newRow("unreadable hour") << u"25:00"_s << u"16-11-2023"_s << u"Không đọc được giờ “25:00”"_s;
        QTest::newRow("no day") << u"9"_s << QString() << u"Hãy nhập ngày"_s;
        QTest::newRow("unreadable day") << u"9"_s << u"31-13-2023"_s << u"Không đọc được ngày “31-13-2023”"_s;
        QTest::newRow("no such day") << u"9"_s << u"31-11-2023"_s
                                     << u"Không có ngày này: tháng 11-2023 không có ngày 31."_s;
        QTest::newRow("no such day in any year")
            << u"9"_s << u"30/2"_s << u"Không có ngày này: tháng 2 không có ngày 30."_s;
        QTest::newRow("yesterday without a year") << u"9"_s << u"14/11"_s << u"Ngày 14-11-2023 đã qua."_s;
        QTest::newRow("past") << u"5:00"_s << u"15-11-2023"_s
                              << u"Giờ này đã qua: bây giờ là 05:13, thứ Tư, 15-11-2023."_s;
        QTest::newRow("long past") << u"9"_s << u"16-11-2022"_s << u"Giờ này đã qua"_s;
    }
    void whatIsWrongIsSaid()
    {
        QFETCH(const QString, hour);
        QFETCH(const QString, day);
        QFETCH(const QString, says);
        Asked asked;
        QVERIFY(asked.isReady);
        asked.type(asked.hour(), hour);
        asked.type(asked.day(), day);
        QVERIFY2(asked.sentence().startsWith(says), qPrintable(asked.sentence()));
        QVERIFY(!asked.confirm().isEnabled());
        QCOMPARE(asked.confirm().toolTip(), asked.sentence());
        QTest::keyClick(&asked.day(), Qt::Key_Return);
        QVERIFY(asked.dialog.isVisible());
        QVERIFY(asked.chosen.isEmpty());
    }

    void anHourThatClocksLeaveOutIsSaid()
    {
        Asked asked("Europe/Paris");
        QVERIFY(asked.isReady);
        asked.type(asked.hour(), u"2h30"_s);
        asked.type(asked.day(), u"31-3-2024"_s);
        QVERIFY2(asked.sentence().contains(u"không có giờ này"), qPrintable(asked.sentence()));
    }

    void aDayIsChosenInTheCalendar()
    {
        Asked asked;
        QVERIFY(asked.isReady);
        auto *calendar = asked.dialog.findChild<QCalendarWidget *>();
        QCOMPARE(calendar->minimumDate(), QDate(2023, 11, 15));
        emit calendar->clicked(QDate(2023, 11, 20));
        QCOMPARE(asked.day().text(), u"20-11-2023"_s);
    }
};

QTEST_MAIN(TestScheduleDialog)
#include "tst_scheduledialog.moc"
