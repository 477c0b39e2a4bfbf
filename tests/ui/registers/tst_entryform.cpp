// The form of an entry, on real desks with a real server: typed, saved, merged, refused, closed.
#include "ui/registers/EntryForm.h"

#include "support/Patience.h"
#include "text/Language.h"
#include "ui/registers/EntryFormPage.h"
#include "ui/registers/RegisterOffice.h"
#include "ui/registers/WorksRegister.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/DayField.h"
#include "ui/widgets/ReasonDialog.h"

#include <QApplication>
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTableView>

using namespace toasoan;
using namespace toasoan::test;

namespace {

// A person before the page of an entry.
struct Room
{
    explicit Room(Desk &itsDesk) : desk(itsDesk), page(itsDesk)
    {
        page.resize(1000, 760);
        page.show();
        isReady = QTest::qWaitForWindowActive(&page, longestWait);
    }

    [[nodiscard]] EntryForm &form() { return *page.findChild<EntryForm *>(); }
    [[nodiscard]] FieldBox *box(const QString &field) { return form().boxOf(field); }
    [[nodiscard]] QLineEdit *line(const QString &field) { return box(field)->findChild<QLineEdit *>(); }
    [[nodiscard]] QPushButton *button(const QString &name)
    {
        const auto buttons = page.findChildren<QPushButton *>();
        for (QPushButton *each : buttons) {
            if (each->isVisible() && (each->objectName() == name || each->text().remove(u'&') == name))
                return each;
        }
        return nullptr;
    }
    [[nodiscard]] QString mark() { return page.findChild<QLabel *>(u"mark"_s)->text(); }
    [[nodiscard]] QString banner()
    {
        for (const Banner *each : page.findChildren<Banner *>(Qt::FindDirectChildrenOnly)) {
            if (each->isVisible())
                return each->text();
        }
        return {};
    }
    [[nodiscard]] QJsonObject says() { return said(form().content()); }
    void open(const Key &key)
    {
        page.open(key);
        QTRY_VERIFY(!mark().isEmpty());
    }

    Desk &desk;
    EntryFormPage page;
    bool isReady = false;
};

} // namespace

class TestEntryForm : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QLocale::setDefault(localeOf(Language::English));
        m_office = std::make_unique<RegisterOffice>();
        m_office->define(worksRegister());
        m_desk = m_office->desk(u"truongban"_s);
        m_other = m_office->desk(u"thuky"_s);
    }

    void cleanupTestCase()
    {
        m_desk.reset();
        m_other.reset();
    }

    void isMadeWithTheKeyboardAlone()
    {
        Room room(*m_desk);
        QVERIFY(room.isReady);
        room.page.openNew(hotline);
        QCOMPARE(QApplication::focusWidget(), room.line(u"name"_s));
        QCOMPARE(room.mark(), QString());
        QTest::keyClicks(QApplication::focusWidget(), u"Tram Y te"_s);
        QTRY_COMPARE(room.mark(), u"Unsaved changes on this PC"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), room.line(u"number"_s));
        QTest::keyClicks(QApplication::focusWidget(), u"0233 115"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        auto *unit = room.box(u"unit"_s)->findChild<QComboBox *>();
        QCOMPARE(QApplication::focusWidget(), unit);
        QTest::keyClick(unit, Qt::Key_Down);
        QTest::keyClick(unit, Qt::Key_Down);
        // Nothing of it is anybody else's before it is saved.
        QVERIFY(RegisterOffice::sync(*m_desk));
        QVERIFY(RegisterOffice::sync(*m_other));
        QVERIFY(!RegisterOffice::ask(*m_other, AskEntry{room.page.key()}));
        QTest::keyClick(unit, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(room.mark(), u"On the portal"_s);
        QVERIFY(RegisterOffice::sync(*m_other));
        const QJsonObject there = RegisterOffice::contentOf(*m_other, room.page.key());
        QCOMPARE(there[u"name"_s].toString(), u"Tram Y te"_s);
        QCOMPARE(there[u"unit"_s].toString(), u"health"_s);
        QVERIFY(!room.button(u"save"_s)->isEnabled());
    }

    void faultsAreSaidAtTheirFields()
    {
        Room room(*m_desk);
        room.page.openNew(works);
        QTest::keyClicks(room.line(u"cost"_s), u"nhieu"_s);
        QTest::keyClicks(room.line(u"year"_s), u"12"_s);
        room.page.save();
        QCOMPARE(QApplication::focusWidget(), room.line(u"name"_s));
        QVERIFY(room.box(u"name"_s)->fault().contains(u"required"_s));
        QVERIFY(room.box(u"sort"_s)->fault().contains(u"Choose one"_s));
        QVERIFY(room.box(u"cost"_s)->fault().contains(u"whole đồng"_s));
        QCOMPARE(room.box(u"year"_s)->fault(), u"Enter a number from 1990 to 2100."_s);
        QVERIFY(room.box(u"about"_s)->fault().isEmpty());
        // What does not read stays as it was typed, and a fault goes with its reason.
        QCOMPARE(room.line(u"cost"_s)->text(), u"nhieu"_s);
        QTest::keyClicks(room.line(u"name"_s), u"Duong"_s);
        QVERIFY(room.box(u"name"_s)->fault().isEmpty());
        QTRY_COMPARE(room.mark(), u"Unsaved changes on this PC"_s);
        QTRY_VERIFY(room.button(u"save"_s)->isEnabled());
        QVERIFY(RegisterOffice::act(*m_desk, DropTyped{room.page.key()}));
    }

    void valuesAreReadAsPeopleTypeThem()
    {
        Room room(*m_desk);
        room.page.openNew(works);
        const auto type = [&room](const QString &field, const QString &text) {
            QLineEdit *line = room.line(field);
            line->setFocus();
            QTest::keyClicks(line, text);
            QTest::keyClick(line, Qt::Key_Tab);
        };
        type(u"name"_s, u"Duong"_s);
        type(u"cost"_s, u"1500000"_s);
        type(u"length"_s, u"3.25"_s);
        type(u"signedOn"_s, u"30/11/2026"_s);
        type(u"held"_s, u"30.11.26"_s);
        type(u"opens"_s, u"7h30"_s);
        QTest::keyClicks(room.box(u"opens"_s)->findChild<DayField *>()->focusProxy(), u"1-12-2026"_s);
        QTest::mouseClick(room.box(u"urgent"_s)->findChild<QCheckBox *>(), Qt::LeftButton);
        QCOMPARE(room.line(u"cost"_s)->text(), u"1,500,000"_s);
        QCOMPARE(room.line(u"signedOn"_s)->text(), u"30-11-2026"_s);
        const QJsonObject says = room.says();
        QCOMPARE(says[u"cost"_s].toInteger(), 1'500'000);
        QCOMPARE(says[u"length"_s].toString(), u"3.25"_s);
        QCOMPARE(says[u"signedOn"_s].toString(), u"2026-11-30"_s);
        QCOMPARE(says[u"held"_s].toObject()[u"from"_s].toString(), u"2026-11-30"_s);
        QCOMPARE(says[u"opens"_s].toString(), u"2026-12-01T00:30:00.000Z"_s);
        QVERIFY(says[u"urgent"_s].toBool());
        QTRY_VERIFY(!room.says()[u"place"_s].toString().isEmpty());
        QLineEdit *day = room.line(u"signedOn"_s);
        day->selectAll();
        QTest::keyClick(day, Qt::Key_Backspace);
        QVERIFY(room.says().value(u"signedOn"_s).isUndefined());
        QTRY_COMPARE(room.mark(), u"Unsaved changes on this PC"_s);
        room.page.keep({});
        QVERIFY(RegisterOffice::act(*m_desk, DropTyped{room.page.key()}));
    }

    void rowsAreTypedAndPasted()
    {
        Room room(*m_desk);
        room.page.openNew(hotline);
        auto *table = room.box(u"hours"_s)->findChild<QTableView *>();
        QTest::mouseClick(room.box(u"hours"_s)->findChildren<QPushButton *>().first(), Qt::LeftButton);
        QTRY_VERIFY(qobject_cast<QLineEdit *>(QApplication::focusWidget())
                    && table->isAncestorOf(QApplication::focusWidget()));
        QTest::keyClicks(QApplication::focusWidget(), u"T7"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        QTest::keyClicks(QApplication::focusWidget(), u"An"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Return);
        QTest::keyClicks(QApplication::focusWidget(), u"CN"_s);
        QJsonArray rows = room.says()[u"hours"_s].toArray();
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0][u"days"_s].toString(), u"T7"_s);
        QCOMPARE(rows[0][u"who"_s].toString(), u"An"_s);
        QCOMPARE(rows[1][u"days"_s].toString(), u"CN"_s);
        QVERIFY(rows[0][u"row"_s].toString().size() == 12 && rows[0][u"row"_s] != rows[1][u"row"_s]);
        QApplication::clipboard()->setText(u"T2\tBình\r\nT3\tCúc\r\n"_s);
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_V, Qt::ControlModifier);
        rows = room.says()[u"hours"_s].toArray();
        QCOMPARE(rows.size(), 4);
        QCOMPARE(rows[2][u"who"_s].toString(), u"Bình"_s);
        QCOMPARE(rows[3][u"days"_s].toString(), u"T3"_s);
        QTest::keyClick(table, Qt::Key_Up, Qt::AltModifier);
        rows = room.says()[u"hours"_s].toArray();
        QCOMPARE(rows[2][u"days"_s].toString(), u"T3"_s);
        QTRY_COMPARE(room.mark(), u"Unsaved changes on this PC"_s);
        room.page.keep({});
        QVERIFY(RegisterOffice::act(*m_desk, DropTyped{room.page.key()}));
    }

    // Keys that are pressed twice do it once.
    void twiceSavedIsOneVersion()
    {
        const Key key = RegisterOffice::make(*m_desk, hotline, {{u"name"_s, u"Hai lần"_s}, {u"number"_s, u"22"_s}});
        Room room(*m_desk);
        room.open(key);
        m_desk->setWorkOffline(true);
        QTest::keyClicks(room.line(u"name"_s), u"!"_s);
        QTest::keyClick(room.line(u"name"_s), Qt::Key_S, Qt::ControlModifier);
        QTest::keyClick(room.line(u"name"_s), Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(room.mark(), u"Saved on this PC, not sent yet"_s);
        const auto waiting = RegisterOffice::ask(*m_desk, AskEntry{key})->waiting;
        QCOMPARE(waiting.size(), std::size_t(1));
        QVERIFY(!room.button(u"save"_s)->isEnabled());
        m_desk->setWorkOffline(false);
        QTRY_COMPARE(room.mark(), u"On the portal"_s);
    }

    // What was typed and not saved is there after the program has ended, and can be discarded.
    void whatIsTypedSurvivesTheProgram()
    {
        const Key key = RegisterOffice::make(*m_desk, hotline, {{u"name"_s, u"Bền"_s}, {u"number"_s, u"33"_s}});
        {
            Room room(*m_desk);
            room.open(key);
            QTest::keyClick(room.line(u"name"_s), Qt::Key_End);
            QTest::keyClicks(room.line(u"name"_s), u" hon"_s);
            std::optional<bool> isKept;
            room.page.keep([&isKept](const Result<void> &kept) { isKept = kept.ok(); });
            QTRY_VERIFY(isKept.has_value());
            QVERIFY(*isKept);
        }
        m_desk.reset();
        m_desk = m_office->desk(u"truongban"_s);
        Room room(*m_desk);
        room.open(key);
        QTRY_COMPARE(room.line(u"name"_s)->text(), u"Bền hon"_s);
        QCOMPARE(room.mark(), u"Unsaved changes on this PC"_s);
        QTest::mouseClick(room.button(u"drop"_s), Qt::LeftButton);
        auto *question = room.page.findChild<QMessageBox *>();
        QVERIFY(question);
        QTest::keyClick(question, Qt::Key_Return); // the safe button
        QTRY_VERIFY(!room.page.findChild<QMessageBox *>());
        QCOMPARE(room.line(u"name"_s)->text(), u"Bền hon"_s);
        QTRY_VERIFY(room.button(u"drop"_s) && room.button(u"drop"_s)->isEnabled());
        QTest::qWait(QApplication::doubleClickInterval() + 50); // two clicks are not a double one
        QTest::mouseClick(room.button(u"drop"_s), Qt::LeftButton);
        QTRY_VERIFY(room.page.findChild<QMessageBox *>());
        for (QAbstractButton *button : room.page.findChild<QMessageBox *>()->buttons()) {
            if (button->text() == u"&Discard"_s)
                button->click();
        }
        QTRY_COMPARE(room.line(u"name"_s)->text(), u"Bền"_s);
        QVERIFY(!RegisterOffice::ask(*m_desk, AskEntry{key})->isTyped);
    }

    // Another's change comes in around what is typed: focus and caret stay.
    void anothersChangeComesIntoTheOpenForm()
    {
        const Key key = RegisterOffice::make(*m_desk, hotline, {{u"name"_s, u"Trực ban"_s}, {u"number"_s, u"44"_s}});
        QVERIFY(RegisterOffice::sync(*m_other));
        Room room(*m_desk);
        room.open(key);
        QLineEdit *name = room.line(u"name"_s);
        name->setFocus();
        name->setCursorPosition(4);
        QTest::keyClicks(name, u" 1"_s);
        QVERIFY(RegisterOffice::write(*m_other, key, {{u"number"_s, u"45"_s}, {u"note"_s, u"Gọi cả đêm"_s}}));
        QVERIFY(RegisterOffice::sync(*m_other));
        QVERIFY(RegisterOffice::sync(*m_desk));
        QTRY_COMPARE(room.line(u"number"_s)->text(), u"45"_s);
        QCOMPARE(room.box(u"note"_s)->findChild<QPlainTextEdit *>()->toPlainText(), u"Gọi cả đêm"_s);
        QCOMPARE(name->text(), u"Trực 1 ban"_s);
        QCOMPARE(name->cursorPosition(), 6);
        QCOMPARE(QApplication::focusWidget(), name);
        QTest::keyClick(name, Qt::Key_S, Qt::ControlModifier);
        QTRY_COMPARE(room.mark(), u"On the portal"_s);
        const QJsonObject there = RegisterOffice::contentOf(*m_desk, key);
        QCOMPARE(there[u"name"_s].toString(), u"Trực 1 ban"_s);
        QCOMPARE(there[u"note"_s].toString(), u"Gọi cả đêm"_s);
    }

    void whatTwoChangedIsChosenAtItsField()
    {
        const Key key = RegisterOffice::make(*m_desk, hotline, {{u"name"_s, u"Hai người"_s}, {u"number"_s, u"50"_s}});
        QVERIFY(RegisterOffice::sync(*m_other));
        m_desk->setWorkOffline(true);
        QVERIFY(RegisterOffice::write(*m_desk, key, {{u"unit"_s, u"health"_s}}));
        QVERIFY(RegisterOffice::write(*m_other, key, {{u"unit"_s, u"police"_s}}));
        QVERIFY(RegisterOffice::sync(*m_other));
        m_desk->setWorkOffline(false);
        QVERIFY(RegisterOffice::sync(*m_desk));
        Room room(*m_desk);
        room.open(key);
        QTRY_VERIFY(room.box(u"unit"_s)->findChild<Banner *>());
        QVERIFY(
            room.box(u"unit"_s)->findChild<Banner *>()->text().contains(u"“Công an”, which stands here, and “Y tế”"_s));
        QTRY_VERIFY(room.button(u"Take “Y tế”"_s) && room.button(u"Take “Y tế”"_s)->isEnabled());
        QTest::mouseClick(room.button(u"Take “Y tế”"_s), Qt::LeftButton);
        QTRY_COMPARE(room.says()[u"unit"_s].toString(), u"health"_s);
        QVERIFY2(!room.says().contains(u"open"_s), room.form().content().constData());
        room.page.save();
        QTRY_COMPARE(room.mark(), u"On the portal"_s);
        QVERIFY(RegisterOffice::sync(*m_other));
        QCOMPARE(RegisterOffice::contentOf(*m_other, key)[u"unit"_s].toString(), u"health"_s);
    }

    // Of two with one number the second is told which has it, at the field.
    void whatTheServerRefusesIsSaidWithWhatToDo()
    {
        m_desk->setWorkOffline(true);
        const Key key{.noun = hotline, .id = m_desk->newEntry()};
        QVERIFY(RegisterOffice::write(*m_desk, key, {{u"name"_s, u"Công an xã"_s}, {u"number"_s, u"0233 113"_s}}));
        (void)RegisterOffice::make(*m_other, hotline, {{u"name"_s, u"Đồn Biên phòng"_s}, {u"number"_s, u"0233 113"_s}});
        QSignalSpy problems(m_desk.get(), &Desk::problemArose);
        m_desk->setWorkOffline(false);
        QTRY_COMPARE(problems.size(), 1);
        QCOMPARE(problems[0][1].value<Key>(), key);
        Room room(*m_desk);
        room.page.open(key);
        QTRY_COMPARE(room.mark(), u"Refused by the server"_s);
        QVERIFY2(room.banner().contains(u"“Number”"_s), qPrintable(room.banner()));
        QTRY_VERIFY(room.box(u"number"_s)->warning().contains(u"“Đồn Biên phòng”"_s)); // while it is typed still
        room.line(u"number"_s)->selectAll();
        QTest::keyClicks(room.line(u"number"_s), u"0233 114"_s);
        room.page.save();
        QTRY_COMPARE(room.mark(), u"On the portal"_s);
        QVERIFY(room.banner().isEmpty());
    }

    void isClosedWithAReasonAndOpenedAgain()
    {
        const Key key = RegisterOffice::make(*m_desk, hotline, {{u"name"_s, u"Sẽ đóng"_s}, {u"number"_s, u"60"_s}});
        Room room(*m_desk);
        room.open(key);
        QTRY_VERIFY(room.button(u"close"_s) && room.button(u"close"_s)->isEnabled());
        QTest::mouseClick(room.button(u"close"_s), Qt::LeftButton);
        auto *dialog = room.page.findChild<ReasonDialog *>();
        QVERIFY(dialog);
        QTest::keyClicks(dialog->findChild<QPlainTextEdit *>(), u"So cu"_s);
        for (QPushButton *button : dialog->findChildren<QPushButton *>()) {
            if (button->isDefault())
                QTest::mouseClick(button, Qt::LeftButton);
        }
        QTRY_VERIFY(room.banner().contains(u"So cu"_s));
        QVERIFY(room.form().isReadOnly());
        QVERIFY(room.line(u"name"_s)->isReadOnly());
        QVERIFY(!room.button(u"save"_s));
        QTRY_VERIFY(room.button(u"reopen"_s) && room.button(u"reopen"_s)->isEnabled());
        QVERIFY(RegisterOffice::sync(*m_desk));
        QVERIFY(RegisterOffice::step(*m_desk, key, Step::Reopen));
        QTRY_VERIFY(!room.form().isReadOnly());
        QTRY_VERIFY(room.banner().isEmpty());
    }

    // The board describes the register anew while somebody types: what was typed stays.
    void aNewDescriptionComesIntoTheOpenForm()
    {
        const Key key = RegisterOffice::make(*m_desk, hotline, {{u"name"_s, u"Mô tả"_s}, {u"number"_s, u"70"_s}});
        Room room(*m_desk);
        room.open(key);
        room.line(u"name"_s)->setFocus();
        QTest::keyClick(room.line(u"name"_s), Qt::Key_End);
        QTest::keyClicks(room.line(u"name"_s), u" moi"_s);
        Register other = hotlines();
        other.fields.push_back(
            {.name = u"own.floor"_s, .kind = FieldKind::Integer, .label = {.vi = u"Tầng"_s, .en = u"Floor"_s}});
        m_office->define(other, 1);
        QTRY_VERIFY(room.box(u"own.floor"_s));
        QCOMPARE(room.line(u"name"_s)->text(), u"Mô tả moi"_s);
        QCOMPARE(QApplication::focusWidget(), room.line(u"name"_s));
        QTest::keyClicks(room.line(u"own.floor"_s), u"3"_s);
        room.page.save();
        QTRY_COMPARE(room.mark(), u"On the portal"_s);
        QCOMPARE(RegisterOffice::contentOf(*m_desk, key)[u"own.floor"_s].toInt(), 3);
    }

private:
    std::unique_ptr<RegisterOffice> m_office;
    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<Desk> m_other;
};

QTEST_MAIN(TestEntryForm)
#include "tst_entryform.moc"
