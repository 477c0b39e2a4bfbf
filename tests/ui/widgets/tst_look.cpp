// How the look sets things: icons off their labels, lists as wide as what they
// hold, buttons below a text that has no room beside them.
#include "support/Patience.h"
#include "ui/widgets/ActionBar.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/Icon.h"
#include "ui/widgets/Look.h"
#include "ui/widgets/RowFocus.h"

#include <QAbstractItemView>
#include <QComboBox>
#include <QDialog>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QListView>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QStandardItemModel>
#include <QTest>
#include <QTreeView>
#include <QVBoxLayout>
#include <QWheelEvent>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

// Of the columns of the picture between two inset margins: whether something is drawn there.
std::vector<bool> inkIn(const QImage &picture, int inset)
{
    const QRgb ground = picture.pixel(inset, picture.height() / 2);
    std::vector<bool> ink;
    for (int x = inset; x < picture.width() - inset; ++x) {
        bool isInked = false;
        for (int y = inset; y < picture.height() - inset; ++y)
            isInked = isInked || picture.pixel(x, y) != ground;
        ink.push_back(isInked);
    }
    return ink;
}

// The widest run without ink between the first and the last column that has some.
int widestGap(const std::vector<bool> &ink)
{
    int widest = 0;
    int run = 0;
    bool hasBegun = false;
    for (const bool isInked : ink) {
        if (isInked) {
            widest = hasBegun ? qMax(widest, run) : 0;
            hasBegun = true;
            run = 0;
        } else {
            ++run;
        }
    }
    return widest;
}

} // namespace

class TestLook : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyLook(*qobject_cast<QApplication *>(QCoreApplication::instance()), Brightness::Light); }

    void anIconStandsOffItsLabel_data()
    {
        QTest::addColumn<bool>("isPrimary");
        QTest::addColumn<bool>("isQuiet");
        QTest::newRow("plain") << false << false;
        QTest::newRow("primary") << true << false;
        QTest::newRow("quiet") << false << true;
    }
    void anIconStandsOffItsLabel()
    {
        QFETCH(const bool, isPrimary);
        QFETCH(const bool, isQuiet);
        QWidget window;
        QPushButton button(isPrimary ? whiteIcon(u"info"_s) : icon(u"info"_s), u"mmmm"_s, &window);
        makePrimary(&button, isPrimary);
        if (isQuiet)
            makeQuiet(&button);
        window.show();
        button.resize(button.sizeHint());
        const int gap = widestGap(inkIn(button.grab().toImage(), 3));
        QVERIFY2(gap >= 6 && gap <= 11, qPrintable(QString::number(gap))); // an icon has some air of its own
    }

    // Readers' machines have fonts for them: what the board cannot see would go public unread.
    void whatIsPastedIsSeen_data()
    {
        QTest::addColumn<QString>("sign");
        for (const QString &sign : {u"🎉"_s, u"👍🏽"_s, u"☀"_s, u"✔"_s, u"₫"_s, u"ع"_s, u"∑"_s, u"→"_s})
            QTest::newRow(qPrintable(sign)) << sign;
    }
    void whatIsPastedIsSeen()
    {
        QFETCH(const QString, sign);
        const auto drawn = [](const QString &text) {
            QLabel label(text);
            label.setFixedSize(60, 40);
            return label.grab().toImage();
        };
        QVERIFY2(drawn(sign) != drawn({}), "nothing is drawn");
        QVERIFY2(drawn(sign) != drawn(u"\uFFFE"_s) && drawn(sign) != drawn(QString::fromUcs4(U"\U000E0FFF")),
                 "a box is drawn");
    }

    void aListIsAsWideAsItsLongestEntry()
    {
        QWidget window;
        window.resize(600, 300);
        QComboBox box(&window);
        box.addItems({u"Tin"_s, u"Đất và người trong công cuộc xây dựng nông thôn mới nâng cao"_s});
        box.setFixedWidth(120);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window, longestWait));
        box.showPopup();
        QTRY_VERIFY(box.view()->isVisible());
        const int longest = box.fontMetrics().horizontalAdvance(box.itemText(1));
        QVERIFY(box.view()->viewport()->width() >= longest);
        box.hidePopup();
    }

    void aListShowsEachEntryWhole_data()
    {
        QTest::addColumn<int>("entries");
        QTest::newRow("three") << 3;
        QTest::newRow("twelve") << 12; // more than Qt shows of a list by itself
    }
    void aListShowsEachEntryWhole()
    {
        QFETCH(const int, entries);
        QWidget window;
        window.resize(600, 300);
        QComboBox box(&window);
        for (int i = 0; i < entries; ++i)
            box.addItem(u"Chuyên mục %1"_s.arg(i));
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window, longestWait));
        box.showPopup();
        QTRY_VERIFY(box.view()->isVisible());
        const auto isWhole = [&](int row) {
            const QRect place = box.view()->visualRect(box.model()->index(row, 0));
            return place.top() >= 0 && place.bottom() < box.view()->viewport()->height();
        };
        QTRY_VERIFY(isWhole(0) && isWhole(entries - 1));
        QVERIFY(box.screen()->availableGeometry().contains(box.view()->window()->geometry()));
        box.hidePopup();
    }

    // One line round it, the same on all sides, and nothing between it and what is listed; what is chosen in it is as
    // round as everything else.
    void aListHasOneFrame()
    {
        QWidget window;
        window.resize(600, 300);
        QComboBox box(&window);
        box.addItems({u"Tin"_s, u"Bài"_s, u"Phóng sự"_s});
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window, longestWait));
        box.showPopup();
        QTRY_VERIFY(box.view()->isVisible());
        const QImage picture = box.view()->window()->grab().toImage();
        const QRect edge = picture.rect();
        const QColor line = lineColour(box.palette());
        const QColor ground = box.palette().color(QPalette::Base);
        const int middle = edge.center().x();
        for (const int y : {edge.top(), edge.bottom()})
            QCOMPARE(picture.pixelColor(middle, y), line);
        for (const int y : {edge.top() + 1, edge.top() + 2, edge.bottom() - 1, edge.bottom() - 2})
            QCOMPARE(picture.pixelColor(middle, y), ground);
        for (const int x : {edge.left(), edge.right()})
            QCOMPARE(picture.pixelColor(x, edge.center().y()), line);
        const QPoint off = box.view()->viewport()->mapTo(box.view()->window(), QPoint());
        const QRect chosen = box.view()->visualRect(box.model()->index(0, 0)).translated(off);
        QCOMPARE(picture.pixelColor(chosen.right() - 8, chosen.center().y()), toneGround(Tone::Accent, box.palette()));
        for (const QPoint corner : {chosen.topLeft(), chosen.topRight(), chosen.bottomLeft(), chosen.bottomRight()})
            QCOMPARE(picture.pixelColor(corner), ground);
        box.hidePopup();
    }

    // Round the whole row, over the gaps of its columns, and no other round the text of a cell that a sheet pads.
    void aRowsFocusIsOneUnbrokenLine_data()
    {
        QTest::addColumn<int>("columns");
        QTest::newRow("a table") << 3;
        QTest::newRow("a list") << 1;
    }
    void aRowsFocusIsOneUnbrokenLine()
    {
        QFETCH(const int, columns);
        QTreeView tree;
        QListView list;
        const bool isList = columns == 1;
        QAbstractItemView &view = isList ? static_cast<QAbstractItemView &>(list) : tree;
        QStandardItemModel model(2, columns);
        for (int column = 0; column < columns; ++column)
            model.setItem(0, column, new QStandardItem(u"—"_s));
        view.setModel(&model);
        view.setItemDelegate(new RowFocusDelegate(&view));
        tree.setRootIsDecorated(false);
        tree.setAllColumnsShowFocus(true);
        view.setStyleSheet(u"QAbstractItemView { border: none; } QAbstractItemView::item { padding: 8px 10px; } "
                           "QAbstractItemView::item:selected { background: #f0f0f0; color: black; }"_s);
        view.resize(360, 200);
        view.show();
        QVERIFY(QTest::qWaitForWindowActive(&view, longestWait));
        if (!isList)
            tree.header()->resizeSections(QHeaderView::Stretch);
        view.setFocus(Qt::TabFocusReason);
        view.setAttribute(Qt::WA_KeyboardFocusChange); // as Tab does
        view.setCurrentIndex(model.index(0, 0));
        QTest::keyClick(&view, Qt::Key_Home);
        const QColor line = toneColour(Tone::Accent, view.palette());
        const auto rowOf = [&] {
            return view.visualRect(model.index(0, 0)).united(view.visualRect(model.index(0, columns - 1)));
        };
        const auto drawn = [&view] { return view.viewport()->grab().toImage(); };
        QTRY_COMPARE(drawn().pixelColor(rowOf().center().x(), rowOf().top()), line);
        const QImage picture = drawn();
        const QRect row = rowOf();
        for (int x = row.left(); x <= row.right(); ++x) {
            QCOMPARE(picture.pixelColor(x, row.top()), line);
            QCOMPARE(picture.pixelColor(x, row.bottom()), line);
        }
        for (int y = row.top(); y <= row.bottom(); ++y)
            QCOMPARE(picture.pixelColor(row.left(), y), line);
        for (int x = row.left() + 1; x < row.right(); ++x) {
            for (int y = row.top() + 1; y < row.bottom(); ++y)
                QVERIFY(picture.pixelColor(x, y) != line);
        }
    }

    void nothingIsChosenInABoxByTheWay()
    {
        QScrollArea area;
        auto *inside = new QWidget;
        auto *layout = new QVBoxLayout(inside);
        auto *box = new QComboBox(inside);
        box->addItems({u"Tin"_s, u"Bài"_s, u"Phóng sự"_s});
        layout->addWidget(box);
        layout->addSpacing(1000);
        area.setWidget(inside);
        area.setWidgetResizable(true);
        area.resize(300, 200);
        area.show();
        QVERIFY(QTest::qWaitForWindowExposed(&area, longestWait));
        box->setFocus();
        QWheelEvent wheel(QPointF(5, 5), box->mapToGlobal(QPointF(5, 5)), {}, {0, -120}, Qt::NoButton, Qt::NoModifier,
                          Qt::NoScrollPhase, false);
        QCoreApplication::sendEvent(box, &wheel);
        QCOMPARE(box->currentIndex(), 0);
        QVERIFY(!wheel.isAccepted()); // it is for what the box stands in
        area.verticalScrollBar()->setValue(500);
        QTest::keyClick(box, Qt::Key_Down); // it is not seen
        QCOMPARE(box->currentIndex(), 0);
        QTRY_VERIFY(!box->visibleRegion().isEmpty());
        QTest::keyClick(box, Qt::Key_Down);
        QCOMPARE(box->currentIndex(), 1);
    }

    void aBannersButtonsGoBelowWhereTheTextHasNoRoomBesideThem()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *banner = new Banner(&window);
        layout->addWidget(banner);
        layout->addStretch(1);
        banner->showBanner(
            Tone::Warning, u"Hai người cùng sửa một chỗ trong bài; cả hai cách viết đều được đánh dấu, hãy chọn một."_s,
            {{u"Cách viết kế tiếp"_s, [] {}}, {u"Giữ cách viết này"_s, [] {}}, {u"Giữ cả hai"_s, [] {}}});
        window.show();
        const auto check = [&](int width, bool isBelow) {
            window.resize(width, 300);
            QCoreApplication::processEvents();
            QCOMPARE(window.width(), width); // it does not hold the window open
            const auto *text = banner->findChildren<QLabel *>().at(1);
            for (const auto *button : banner->findChildren<QPushButton *>()) {
                const QRect place(button->mapTo(banner, QPoint()), button->size());
                QVERIFY(banner->rect().contains(place));
                QVERIFY(button->width() >= button->sizeHint().width());
                QCOMPARE(place.top() >= text->geometry().bottom(), isBelow);
            }
            QVERIFY(text->height() >= text->heightForWidth(text->width()));
        };
        check(1200, false);
        check(560, true);
        check(330, true);
        check(1200, false);
    }

    void aBarsButtonsTakeAnotherRow()
    {
        QWidget window;
        auto *layout = new QVBoxLayout(&window);
        auto *bar = new ActionBar(&window);
        layout->addWidget(bar);
        layout->addStretch(1);
        std::vector<BarAction> actions;
        for (const QString &name : {u"Trả lại tác giả"_s, u"Trả lại biên tập viên"_s, u"Hẹn giờ đăng…"_s, u"Duyệt"_s})
            actions.push_back({.id = name, .text = name, .icon = u"check"_s, .act = [] {}});
        bar->setActions(actions);
        window.resize(420, 300);
        window.show();
        QCoreApplication::processEvents();
        QCOMPARE(window.width(), 420);
        const auto buttons = bar->findChildren<QPushButton *>();
        for (const auto *button : buttons) {
            QVERIFY(bar->rect().contains(button->geometry()));
            QVERIFY(button->width() >= button->sizeHint().width());
            for (const auto *other : buttons)
                QVERIFY(button == other || !other->geometry().intersects(button->geometry()));
        }
        const auto *last = bar->findChild<QPushButton *>(u"Duyệt"_s);
        QCOMPARE(last->geometry().right(), bar->rect().right()); // what is wanted most stays at the end
        window.resize(1200, 300);
        QCoreApplication::processEvents();
        QVERIFY(bar->height() < 2 * last->height());
    }

    void aLetterThatLeadsNowhereIsNotTyped()
    {
        QLineEdit line;
        QPlainTextEdit lines;
        for (QWidget *field : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&lines)}) {
            field->show();
            QTest::keyClick(field, Qt::Key_X, Qt::AltModifier);
            QTest::keyClick(field, Qt::Key_Y);
        }
        QCOMPARE(line.text(), u"y"_s);
        QCOMPARE(lines.toPlainText(), u"y"_s);
    }

    void whatWasUndoneIsDoneAgainByTheKeysOfWordToo_data()
    {
        QTest::addColumn<int>("key");
        QTest::addColumn<Qt::KeyboardModifiers>("modifiers");
        QTest::newRow("Ctrl+Y") << int(Qt::Key_Y) << Qt::KeyboardModifiers(Qt::ControlModifier);
        QTest::newRow("Ctrl+Shift+Z") << int(Qt::Key_Z) << (Qt::ControlModifier | Qt::ShiftModifier);
    }
    void whatWasUndoneIsDoneAgainByTheKeysOfWordToo()
    {
        QFETCH(const int, key);
        QFETCH(const Qt::KeyboardModifiers, modifiers);
        QLineEdit line;
        QPlainTextEdit lines;
        for (QWidget *field : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&lines)}) {
            field->show();
            QTest::keyClick(field, Qt::Key_X);
            QTest::keyClick(field, Qt::Key_Z, Qt::ControlModifier);
        }
        QVERIFY(line.text().isEmpty() && lines.toPlainText().isEmpty());
        const auto press = [&] {
            QTest::keyClick(&line, Qt::Key(key), modifiers);
            QTest::keyClick(&lines, Qt::Key(key), modifiers);
        };
        line.setReadOnly(true);
        lines.setReadOnly(true);
        press();
        QVERIFY(line.text().isEmpty() && lines.toPlainText().isEmpty());
        line.setReadOnly(false);
        lines.setReadOnly(false);
        press();
        QCOMPARE(line.text(), u"x"_s);
        QCOMPARE(lines.toPlainText(), u"x"_s);
    }

    void whatCannotBeWrittenInLooksSo()
    {
        QLineEdit line;
        QPlainTextEdit lines;
        for (QWidget *field : {static_cast<QWidget *>(&line), static_cast<QWidget *>(&lines)}) {
            field->resize(200, 60);
            field->show();
        }
        const auto groundOf = [](QWidget &field) { return field.grab().toImage().pixelColor(100, 40); };
        const QColor open = groundOf(line);
        QCOMPARE(groundOf(lines), open);
        line.setReadOnly(true);
        lines.setReadOnly(true);
        QVERIFY(groundOf(line) != open);
        QCOMPARE(groundOf(lines), groundOf(line));
        line.setReadOnly(false);
        lines.setReadOnly(false);
        QCOMPARE(groundOf(lines), open);
        QCOMPARE(groundOf(line), open);
    }

    void dialogsHaveOneMargin()
    {
        QMessageBox question(QMessageBox::Question, u"Đăng ngay"_s, u"Đăng bài này?"_s, QMessageBox::Ok);
        question.show();
        QDialog other;
        QVBoxLayout layout(&other);
        other.show();
        QCOMPARE(question.layout()->contentsMargins().left(), layout.contentsMargins().left());
        QCOMPARE(layout.contentsMargins(), QMargins(24, 20, 24, 20));
    }
};

QTEST_MAIN(TestLook)
#include "tst_look.moc"
