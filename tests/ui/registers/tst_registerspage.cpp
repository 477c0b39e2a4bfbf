// The list of a register and what is done from it, on a real desk with a real server.
#include "support/Patience.h"
#include "ui/registers/RegistersPage.h"

#include "domain/Rank.h"
#include "text/Language.h"
#include "ui/registers/RegisterOffice.h"
#include "ui/registers/RegisterText.h"
#include "ui/widgets/EmptyState.h"

#include <QApplication>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSettings>
#include <QTableView>

using namespace toasoan;
using namespace toasoan::test;

namespace {

const Noun links{u"link"_s};

struct Room
{
    explicit Room(Desk &itsDesk) : desk(itsDesk), page(itsDesk)
    {
        page.resize(1000, 700);
        page.show();
        isReady = QTest::qWaitForWindowActive(&page, longestWait);
    }

    [[nodiscard]] QStringList names()
    {
        QStringList names;
        for (int row = 0; row < page.model().rowCount(); ++row)
            names.append(page.model().index(row, 0).data().toString());
        return names;
    }
    [[nodiscard]] QTableView *table() { return page.findChild<QTableView *>(); }
    [[nodiscard]] QComboBox *box(const QString &name)
    {
        for (QComboBox *each : page.findChildren<QComboBox *>()) {
            if (each->accessibleName() == name && each->isVisible())
                return each;
        }
        return nullptr;
    }
    void choose(const QString &name, int at)
    {
        box(name)->setCurrentIndex(at);
        emit box(name)->activated(at);
    }
    [[nodiscard]] QString emptyText()
    {
        const auto *empty = page.findChild<EmptyState *>();
        QStringList texts;
        for (const QLabel *label : empty->findChildren<QLabel *>())
            texts.append(label->text());
        return empty->isVisible() ? texts.join(u'|') : QString();
    }

    Desk &desk;
    RegistersPage page;
    bool isReady = false;
};

} // namespace

class TestRegistersPage : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(localeOf(Language::English)); }

    void init()
    {
        m_office = std::make_unique<RegisterOffice>();
        m_desk = m_office->desk(u"truongban"_s);
    }

    void cleanup()
    {
        m_desk.reset();
        m_office.reset();
    }

    void isOfferedToWhomHasARowInAChain()
    {
        QCOMPARE(registersOf(*m_desk).size(), standardRegisters().size() + 1);
        const Noun fixedPages{u"page"_s};
        const auto reporter = m_office->desk(u"phongvien"_s);
        const auto his = registersOf(*reporter);
        QCOMPARE(his.size(), std::size_t(2));
        QCOMPARE(his.front()->noun, fixedPages);
        QCOMPARE(his.back()->noun, hotline);
        Room room(*reporter);
        QVERIFY(room.page.findChild<QListWidget *>()->isVisible());
        RegisterOffice other(false);
        const auto without = other.desk(u"phongvien"_s);
        Room onlyOne(*without);
        QCOMPARE(onlyOne.page.noun(), fixedPages);
        QVERIFY(!onlyOne.page.findChild<QListWidget *>()->isVisible()); // nothing to choose between
    }

    void isFilteredSearchedAndEmptyInWords()
    {
        Room room(*m_desk);
        room.page.showRegister(hotline);
        QTRY_VERIFY2(room.emptyText().startsWith(u"|Nothing here yet|Numbers at which"_s),
                     qPrintable(room.emptyText()));
        const QSignalSpy wanted(&room.page, &RegistersPage::newEntryWanted);
        QTest::keyClick(&room.page, Qt::Key_N, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(wanted.size(), 1);
        for (const auto &[name, number, unit] :
             {std::tuple(u"Trạm Y tế"_s, u"115"_s, u"health"_s), std::tuple(u"Công an xã"_s, u"113"_s, u"police"_s),
              std::tuple(u"Đồn Công an"_s, u"114"_s, u"police"_s)})
            (void)RegisterOffice::make(*m_desk, hotline, {{u"name"_s, name}, {u"number"_s, number}, {u"unit"_s, unit}});
        QTRY_COMPARE(room.names(), (QStringList{u"Công an xã"_s, u"Đồn Công an"_s, u"Trạm Y tế"_s}));
        QTRY_COMPARE(room.box(u"Unit"_s)->count(), 3);
        QCOMPARE(room.box(u"Unit"_s)->itemText(1), u"Công an (2)"_s);
        room.choose(u"Unit"_s, 2);
        QTRY_COMPARE(room.names(), QStringList{u"Trạm Y tế"_s});
        QCOMPARE(room.box(u"Unit"_s)->count(), 3); // the others can still be chosen
        room.choose(u"Unit"_s, 0);
        auto *search = room.page.findChild<QLineEdit *>();
        QTest::keyClicks(search, u"cong an"_s);
        QTRY_COMPARE(room.names(), (QStringList{u"Công an xã"_s, u"Đồn Công an"_s}));
        QTest::keyClicks(search, u" zz"_s);
        QTRY_VERIFY(room.emptyText().contains(u"Nothing found"_s));
        room.page.findChild<EmptyState *>()->findChild<QPushButton *>()->click();
        QTRY_COMPARE(room.names().size(), 3);
        room.choose(u"In use or closed"_s, 1);
        QTRY_VERIFY(room.emptyText().contains(u"Nothing is closed"_s));
    }

    void aChangeLeavesWhatIsMarked()
    {
        std::map<QString, Key> keys;
        for (const QString &name : {u"A"_s, u"B"_s, u"C"_s})
            keys[name] = RegisterOffice::make(*m_desk, hotline,
                                              {{u"name"_s, name}, {u"number"_s, QString::number(name[0].unicode())}});
        Room room(*m_desk);
        room.page.showRegister(hotline);
        QTRY_COMPARE(room.names().size(), 3);
        QTRY_VERIFY(room.table()->selectionModel()->isRowSelected(0)); // one is marked always
        room.table()->setFocus();
        QTest::keyClick(room.table(), Qt::Key_Down);
        QCOMPARE(room.table()->currentIndex().row(), 1);
        (void)RegisterOffice::make(*m_desk, hotline, {{u"name"_s, u"0"_s}, {u"number"_s, u"0"_s}});
        QTRY_COMPARE(room.names(), (QStringList{u"0"_s, u"A"_s, u"B"_s, u"C"_s}));
        QCOMPARE(room.table()->currentIndex().row(), 2);
        QVERIFY(room.table()->hasFocus());
        const QSignalSpy chosen(&room.page, &RegistersPage::entryChosen);
        QTest::keyClick(room.table(), Qt::Key_Return);
        QCOMPARE(chosen.size(), 1);
        QCOMPARE(chosen[0][0].value<Key>(), keys[u"B"_s]);
        // Typed elsewhere on this PC.
        const auto view = RegisterOffice::ask(*m_desk, AskEntry{keys[u"C"_s]});
        QVERIFY(RegisterOffice::act(*m_desk, TypeEntry{keys[u"C"_s], view->base, hotlineContent(u"C"_s, u"9"_s)}));
        QTRY_VERIFY(room.page.model().line(3).isTyped);
        QCOMPARE(room.table()->currentIndex().row(), 2);
    }

    void whatIsClosedIsOpenedAgainFromTheList()
    {
        const Key key = RegisterOffice::make(*m_desk, hotline, {{u"name"_s, u"Cũ"_s}, {u"number"_s, u"1"_s}});
        QVERIFY(RegisterOffice::step(*m_desk, key, Step::Close, u"Đã thay số"_s));
        QVERIFY(RegisterOffice::sync(*m_desk));
        Room room(*m_desk);
        room.page.showRegister(hotline);
        room.choose(u"In use or closed"_s, 1);
        QTRY_COMPARE(room.names(), QStringList{u"Cũ"_s});
        QTRY_COMPARE(room.page.model().line(0).reason, u"Đã thay số"_s);
        QVERIFY(RegisterOffice::step(*m_desk, key, Step::Reopen));
        QTRY_VERIFY(room.names().isEmpty());
    }

    // Each move changes the one entry alone, and the order is everybody's.
    void anArrangedOrderIsMovedWithTheKeyboard()
    {
        QString rank;
        std::map<QString, Key> keys;
        for (const QString &name : {u"Một"_s, u"Hai"_s, u"Ba"_s}) {
            rank = rankBetween(rank, {});
            keys[name] = RegisterOffice::make(*m_desk, links,
                                              {{u"title"_s, name},
                                               {u"address"_s, u"/%1"_s.arg(keys.size())},
                                               {u"group"_s, u"others"_s},
                                               {u"place"_s, rank}});
        }
        Room room(*m_desk);
        room.page.showRegister(links);
        QTRY_COMPARE(room.names(), (QStringList{u"Một"_s, u"Hai"_s, u"Ba"_s}));
        room.table()->setFocus();
        room.table()->setCurrentIndex(room.page.model().index(2, 0));
        QTest::keyClick(room.table(), Qt::Key_Up, Qt::AltModifier);
        QTest::keyClick(room.table(), Qt::Key_Up, Qt::AltModifier); // a key that comes too soon does nothing twice
        QTRY_COMPARE(room.names(), (QStringList{u"Một"_s, u"Ba"_s, u"Hai"_s}));
        QTRY_COMPARE(room.table()->currentIndex().row(), 1);
        // As somebody presses until it is on top; there a further key does nothing.
        const auto isOnTop = [&room] {
            const bool isThere = room.names() == QStringList{u"Ba"_s, u"Một"_s, u"Hai"_s};
            if (!isThere)
                QTest::keyClick(room.table(), Qt::Key_Up, Qt::AltModifier);
            return isThere;
        };
        QTRY_VERIFY(isOnTop());
        QVERIFY(RegisterOffice::sync(*m_desk));
        for (const auto &[name, key] : keys) {
            const auto view = RegisterOffice::ask(*m_desk, AskEntry{key});
            QCOMPARE(view->confirmedVersion > 1, name == u"Ba"_s);
        }
        // Sorted otherwise there is no place to move to.
        room.table()->horizontalHeader()->setSortIndicator(0, Qt::AscendingOrder);
        QTRY_COMPARE(room.names(), (QStringList{u"Ba"_s, u"Hai"_s, u"Một"_s}));
        QTest::keyClick(room.table(), Qt::Key_Down, Qt::AltModifier);
        QVERIFY(!room.page.model().isFetching());
    }

    void theOrderAndTheRegisterAreRemembered()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"s.ini"_s), QSettings::IniFormat);
        {
            Room room(*m_desk);
            room.page.rememberIn(settings);
            room.page.showRegister(hotline);
            room.table()->horizontalHeader()->setSortIndicator(1, Qt::DescendingOrder);
            room.page.showRegister(links);
            room.page.showRegister(hotline);
        }
        Room room(*m_desk);
        room.page.rememberIn(settings);
        QCOMPARE(room.page.noun(), hotline);
        QCOMPARE(room.page.model().filter().order, u"number"_s);
        QVERIFY(room.page.model().filter().isReversed);
    }

    // A board defines a register, and describes one anew, on the running server.
    void aRegisterIsLearntWhileTheWindowIsOpen()
    {
        Room room(*m_desk);
        room.page.showRegister(hotline);
        auto *list = room.page.findChild<QListWidget *>();
        const int before = list->count();
        QCOMPARE(before, int(standardRegisters().size()) + 1);
        Register other = hotlines();
        other.noun = Noun(u"own.other"_s);
        other.many = {.vi = u"Sổ mới"_s, .en = u"New book"_s};
        other.face.reset();
        m_office->define(other);
        QTRY_COMPARE(list->count(), before + 1);
        QCOMPARE(room.page.noun(), hotline);
        Register changed = hotlines();
        changed.list = {u"unit"_s};
        m_office->define(changed, 1);
        QTRY_COMPARE(room.page.model().columnCount(), 2);
        QTRY_COMPARE(room.page.model().phase(), EntryListModel::Phase::Ready);
    }

private:
    std::unique_ptr<RegisterOffice> m_office;
    std::unique_ptr<Desk> m_desk;
};

QTEST_MAIN(TestRegistersPage)
#include "tst_registerspage.moc"
