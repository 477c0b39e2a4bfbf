#include "support/Patience.h"
#include "ui/models/NewsroomText.h"
#include "ui/shell/CommandPalette.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/NavigationButton.h"
#include "ui/shell/Notice.h"
#include "ui/shell/NoticesDialog.h"
#include "ui/shell/Notifications.h"
#include "ui/shell/SignInPage.h"
#include "ui/support/DeskStage.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ErrorText.h"

#include <QAction>
#include <QApplication>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QMenu>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QSettings>
#include <QShortcut>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

std::vector<Notice *> seen(const QList<Notice *> &notices)
{
    std::vector<Notice *> seen;
    std::ranges::copy_if(notices, std::back_inserter(seen), [](const Notice *notice) { return notice->isVisible(); });
    return seen;
}

// Neither its text nor its buttons are cut.
bool isWhole(const Notice &notice)
{
    const auto labels = notice.findChildren<QLabel *>();
    const auto buttons = notice.findChildren<QPushButton *>();
    return std::ranges::all_of(
               labels, [](const QLabel *label) { return label->height() >= label->heightForWidth(label->width()); })
        && std::ranges::all_of(
               buttons, [](const QPushButton *button) { return button->height() >= button->sizeHint().height(); });
}

/// A window with a row under the focus that leads to a text.
struct RowThatLeadsOn
{
    RowThatLeadsOn()
    {
        auto *page = new QWidget;
        auto *row = new QTreeWidget(page);
        row->addTopLevelItem(new QTreeWidgetItem({u"Draft"_s}));
        row->setCurrentItem(row->topLevelItem(0));
        body = new QPlainTextEdit(page);
        (new QVBoxLayout(page))->addWidget(row);
        page->layout()->addWidget(body);
        QObject::connect(row, &QTreeWidget::itemActivated, body, qOverload<>(&QWidget::setFocus));
        window.addPage(u"a"_s, u"A"_s, u"inbox"_s, page);
        window.show();
        isReady = QTest::qWaitForWindowActive(&window, longestWait);
        row->setFocus();
    }

    MainWindow window;
    QPlainTextEdit *body = nullptr;
    bool isReady = false;
};

} // namespace

class TestShell : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setTheScene(); }

    void keysLeadToThePages()
    {
        MainWindow window;
        window.addPage(u"a"_s, u"A"_s, u"inbox"_s, new QLineEdit);
        window.addPage(u"b"_s, u"B"_s, u"inbox"_s, new QLineEdit);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
        QCOMPARE(window.currentPage(), u"a"_s);
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window.currentPage(), u"b"_s);
    }

    // As a keyboard gives it: one press, and repeats to what has the focus by then.
    static void hold(Qt::Key key, Qt::KeyboardModifiers modifiers, const QString &text, int repeats)
    {
        QTest::simulateEvent(QApplication::focusWidget(), true, key, modifiers, text, false);
        for (int i = 0; i < repeats; ++i)
            QTest::simulateEvent(QApplication::focusWidget(), true, key, modifiers, text, true);
        QTest::simulateEvent(QApplication::focusWidget(), false, key, modifiers, text, false);
    }

    // As X11 gives it under load: each repeat as a release and a press, and nothing says that they are none. `at` is
    // the time of the release.
    static void repeatUnmarked(Qt::Key key, const QString &text, quint64 at, quint64 pause)
    {
        QKeyEvent release(QEvent::KeyRelease, key, {}, text);
        release.setTimestamp(at);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &release);
        press(key, text, at + pause);
    }
    static void press(Qt::Key key, const QString &text, quint64 at)
    {
        QKeyEvent question(QEvent::ShortcutOverride, key, {}, text);
        question.setTimestamp(at);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &question);
        QKeyEvent press(QEvent::KeyPress, key, {}, text);
        press.setTimestamp(at);
        QCoreApplication::sendEvent(QApplication::focusWidget(), &press);
    }

    void aHeldKeyThatLedElsewhereDoesNothingThere_data()
    {
        QTest::addColumn<quint64>("pause");
        QTest::addColumn<QString>("typed");
        QTest::newRow("at once") << quint64(0) << QString();
        QTest::newRow("sooner than a finger") << quint64(25) << QString();
        QTest::newRow("pressed again and again") << quint64(90) << u"\n\n\n"_s;
    }
    void aHeldKeyThatLedElsewhereDoesNothingThere()
    {
        QFETCH(const quint64, pause);
        QFETCH(const QString, typed);
        const RowThatLeadsOn shown;
        QVERIFY(shown.isReady);
        const QPlainTextEdit *body = shown.body;
        press(Qt::Key_Return, u"\r"_s, 1'000);
        QVERIFY(body->hasFocus());
        for (const quint64 at : {1'500, 1'600, 1'700})
            repeatUnmarked(Qt::Key_Return, u"\r"_s, at, pause);
        QCOMPARE(body->toPlainText(), typed);
        repeatUnmarked(Qt::Key_Return, u"\r"_s, 1'900, 400); // a press of its own
        QCOMPARE(body->toPlainText(), typed + u'\n');
        press(Qt::Key_A, u"a"_s, 3'000);
        repeatUnmarked(Qt::Key_A, u"a"_s, 3'030, pause); // it led nowhere
        QCOMPARE(body->toPlainText(), typed + u"\naa"_s);
    }

    void aHeldKeyThatIsMarkedDoesNothingElsewhere()
    {
        const RowThatLeadsOn shown;
        QVERIFY(shown.isReady);
        const QPlainTextEdit *body = shown.body;
        hold(Qt::Key_Return, {}, u"\r"_s, 5);
        QVERIFY(body->hasFocus());
        QCOMPARE(body->toPlainText(), QString());
        hold(Qt::Key_Return, {}, u"\r"_s, 2); // a press of its own
        QCOMPARE(body->toPlainText(), u"\n\n\n"_s);
        hold(Qt::Key_A, {}, u"a"_s, 2);
        QCOMPARE(body->toPlainText(), u"\n\n\naaa"_s);
    }

    // All shortcuts of the program, whoever makes them: actions, letters of buttons, keys of a page.
    void aHeldShortcutIsGivenOnce()
    {
        MainWindow window;
        auto *page = new QPlainTextEdit;
        window.addPage(u"a"_s, u"A"_s, u"inbox"_s, page);
        QAction command(u"New"_s);
        command.setShortcut(QKeySequence::New);
        window.addCommand(&command);
        QSignalSpy triggered(&command, &QAction::triggered);
        QSignalSpy larger(new QShortcut(Qt::CTRL | Qt::Key_Plus, page), &QShortcut::activated);
        QSignalSpy next(new QShortcut(Qt::Key_F3, page), &QShortcut::activated);
        QSignalSpy closes(new QShortcut(Qt::CTRL | Qt::Key_F2, page), &QShortcut::activated);
        auto *button = new QPushButton(u"&Send"_s, page);
        button->show();
        QSignalSpy pressed(button, &QPushButton::pressed);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
        page->setFocus();
        hold(Qt::Key_N, Qt::ControlModifier, u"\x0e"_s, 4);
        hold(Qt::Key_F2, Qt::ControlModifier, {}, 4);
        hold(Qt::Key_F3, {}, {}, 4);
        hold(Qt::Key_Plus, Qt::ControlModifier, u"+"_s, 4);
        QCOMPARE(triggered.size(), 1);
        QCOMPARE(closes.size(), 1);
        QCOMPARE(next.size(), 5);
        QCOMPARE(larger.size(), 5);
        QTest::simulateEvent(page, true, Qt::Key_S, Qt::AltModifier, u"s"_s, false);
        QTest::qWait(300); // the button is up again
        QTest::simulateEvent(page, true, Qt::Key_S, Qt::AltModifier, u"s"_s, true);
        QTest::simulateEvent(page, false, Qt::Key_S, Qt::AltModifier, u"s"_s, false);
        QCOMPARE(pressed.size(), 1);
        QCOMPARE(page->toPlainText(), QString());
        hold(Qt::Key_A, {}, u"a"_s, 2);
        hold(Qt::Key_Z, Qt::ControlModifier, u"\x1a"_s, 3); // no shortcut of the program: the field's own
        QCOMPARE(page->toPlainText(), QString());
    }

    void thePaletteFindsACommandWithoutAccents()
    {
        MainWindow window;
        window.addPage(u"a"_s, u"A"_s, u"inbox"_s, new QLineEdit);
        QAction command(u"&Gửi và nhận ngay"_s);
        QSignalSpy triggered(&command, &QAction::triggered);
        window.addCommand(&command);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
        QTest::keyClick(&window, Qt::Key_P, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(window.commandPalette().isVisible());
        auto *text = window.commandPalette().findChild<QLineEdit *>();
        QVERIFY(text->hasFocus());
        QTest::keyClicks(text, u"nhan gui"_s);
        QTest::keyClick(text, Qt::Key_Return);
        QCOMPARE(triggered.size(), 1);
        QVERIFY(!window.commandPalette().isVisible());
    }

    void thePaletteOffersFirstWhatIsWantedMost()
    {
        MainWindow window;
        QAction seldom(u"Sign out"_s);
        window.addAccountCommand(&seldom);
        QAction usual(u"Send now"_s);
        window.addCommand(&usual);
        window.addPage(u"a"_s, u"A"_s, u"inbox"_s, new QLineEdit);
        window.addPage(u"b"_s, u"B"_s, u"inbox"_s, new QLineEdit);
        QAction main(u"New article"_s);
        window.setMainCommand(&main);
        window.show();
        window.commandPalette().openPalette();
        const auto *list = window.commandPalette().findChild<QListWidget *>();
        QStringList offered;
        for (int row = 0; row < list->count(); ++row)
            offered.append(list->item(row)->text());
        const QStringList wanted{u"New article"_s, u"Go to: A"_s, u"Go to: B"_s, u"Search articles"_s, u"Send now"_s};
        QCOMPARE(offered.first(wanted.size()), wanted);
        QVERIFY(offered.indexOf(u"Sign out"_s) > offered.indexOf(u"Send now"_s));
        QCOMPARE(list->currentRow(), 0);
    }

    // No empty box: it is as high as what it offers, and says so where that is nothing.
    void thePaletteSaysThatNothingFits()
    {
        MainWindow window;
        window.addPage(u"a"_s, u"A"_s, u"inbox"_s, new QLineEdit);
        window.resize(1200, 800);
        window.show();
        CommandPalette &palette = window.commandPalette();
        palette.openPalette();
        const auto *list = palette.findChild<QListWidget *>();
        const auto *nothing = palette.findChild<QLabel *>();
        QVERIFY(list->isVisible() && !nothing->isVisible());
        const int height = palette.height();
        palette.findChild<QLineEdit *>()->setText(u"go to"_s);
        QCOMPARE(list->count(), 1);
        QVERIFY(palette.height() < height);
        palette.findChild<QLineEdit *>()->setText(u" xyz "_s);
        QVERIFY(!list->isVisible());
        QVERIFY(nothing->isVisible());
        QCOMPARE(nothing->text(), u"No command is called “xyz”. Try another word."_s);
        QVERIFY(palette.height() < 120);
        palette.findChild<QLineEdit *>()->clear();
        QVERIFY(list->isVisible() && !nothing->isVisible());
        QCOMPARE(palette.height(), height);
    }

    void f1ShowsTheKeys()
    {
        MainWindow window;
        window.addPage(u"a"_s, u"A"_s, u"inbox"_s, new QLineEdit);
        window.setKeys([] { return std::vector<KeyGroup>{{.title = u"Mine"_s, .lines = {{u"Ctrl+J"_s, u"jump"_s}}}}; });
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
        QTest::keyClick(&window, Qt::Key_F1);
        auto *keys = window.findChild<KeysDialog *>();
        QVERIFY(keys && keys->isVisible());
        QStringList texts;
        for (const auto *label : keys->findChildren<QLabel *>())
            texts.append(label->text());
        QVERIFY(texts.contains(u"Ctrl+1"_s) && texts.contains(u"Go to: A"_s)); // of the commands
        QVERIFY(texts.contains(u"Ctrl+J"_s) && texts.contains(u"jump"_s));
    }

    void enterPressesTheButtonThatHasTheFocus()
    {
        applyLook(*qApp, Brightness::Light);
        QWidget window;
        QPushButton button(u"x"_s, &window);
        QSignalSpy clicked(&button, &QPushButton::clicked);
        window.show();
        button.setFocus();
        QTest::keyClick(&button, Qt::Key_Return);
        QCOMPARE(clicked.size(), 1);
    }

    // Not to what stands next to it: a filter, a title, would take the keys that follow.
    void whatGoesLeavesTheFocusToThePage()
    {
        MainWindow window;
        auto *page = new QWidget;
        auto *layout = new QVBoxLayout(page);
        auto *step = new QPushButton(u"step"_s);
        auto *filter = new QLineEdit;
        auto *content = new QLineEdit;
        for (QWidget *each : std::initializer_list<QWidget *>{step, filter, content})
            layout->addWidget(each);
        page->setFocusProxy(content);
        window.addPage(u"a"_s, u"A"_s, u"inbox"_s, page);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
        step->setFocus();
        step->setEnabled(false);
        QCOMPARE(QApplication::focusWidget(), content);
        step->setEnabled(true);
        step->setFocus();
        step->hide();
        QCOMPARE(QApplication::focusWidget(), content);
        step->show();
        step->setFocus();
        QTest::keyClick(step, Qt::Key_Tab);
        QCOMPARE(QApplication::focusWidget(), filter);
    }

    void theWindowComesBackWhereItWas()
    {
        QTemporaryDir folder;
        QSettings settings(folder.filePath(u"window.ini"_s), QSettings::IniFormat);
        {
            MainWindow window;
            window.rememberIn(settings);
            window.showNormal();
            window.resize(1000, 600);
            window.close();
        }
        MainWindow window;
        window.rememberIn(settings);
        QCOMPARE(window.size(), QSize(1000, 600));
    }

    void aWindowThatIsToStayIsThereAgain()
    {
        MainWindow window;
        auto *line = new QLineEdit;
        window.addPage(u"a"_s, u"A"_s, u"inbox"_s, line);
        std::vector<MainWindow::ClosingAnswer> asked;
        window.setClosing([&asked](MainWindow::ClosingAnswer answer) { asked.push_back(std::move(answer)); });
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
        line->setFocus();
        window.close();
        window.close(); // asked once, while there is no answer
        QCOMPARE(asked.size(), std::size_t(1));
        QVERIFY(!window.isEnabled());
        asked[0](MainWindow::Closing::Stay);
        QVERIFY(window.isVisible() && window.isEnabled());
        QVERIFY(line->hasFocus());
        window.close();
        QCOMPARE(asked.size(), std::size_t(2));
        asked[1](MainWindow::Closing::Proceed);
        QTRY_VERIFY(!window.isVisible());
    }

    void noShortcutReachesBehindTheGate()
    {
        MainWindow window;
        window.addPage(u"a"_s, u"A"_s, u"inbox"_s, new QWidget);
        window.addPage(u"b"_s, u"B"_s, u"inbox"_s, new QWidget);
        window.setGate(new QLineEdit);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window.currentPage(), u"a"_s);
        window.setGate(nullptr);
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window.currentPage(), u"b"_s);
    }

    void theSameNewsIsToldOnce()
    {
        MainWindow window;
        window.show();
        window.notifications().notify({.tone = Tone::Bad, .text = u"x"_s, .action = {}, .act = {}});
        window.notifications().notify({.tone = Tone::Bad, .text = u"x"_s, .action = {}, .act = {}});
        QCOMPARE(window.notifications().texts(), QStringList{u"x"_s});
    }

    // Whoever closes a notice with the mouse, or follows it and comes back, types on where he was.
    void aClickedNoticeLeavesTheCaretWhereItIs()
    {
        MainWindow window;
        window.show();
        window.activateWindow();
        auto *search = window.findChild<QLineEdit *>();
        QVERIFY(search);
        search->setFocus();
        for (const QString &action : {QString(), u"Open"_s}) {
            window.notifications().notify(
                {.tone = Tone::Bad, .text = u"x"_s + action, .action = action, .act = [] {}, .about = {}});
            QCoreApplication::processEvents();
            const auto buttons = window.notifications().findChildren<QPushButton *>();
            const auto pressed = std::ranges::find(buttons, action, &QPushButton::text);
            QVERIFY(pressed != buttons.end());
            QTest::mouseClick(*pressed, Qt::LeftButton);
            QTRY_VERIFY(window.notifications().texts().isEmpty());
            QCOMPARE(QApplication::focusWidget(), search);
        }
    }

    void theSameNewsAboutAnotherThingIsOtherNews()
    {
        MainWindow window;
        QString opened;
        for (const QString &about : {u"a"_s, u"b"_s, u"a"_s})
            window.notifications().notify({.tone = Tone::Bad,
                                           .text = u"x"_s,
                                           .action = u"Open"_s,
                                           .act = [&opened, about] { opened += about; },
                                           .about = about});
        QCOMPARE(window.notifications().texts(), QStringList({u"x"_s, u"x"_s}));
        for (auto *button : window.notifications().findChildren<QPushButton *>()) {
            if (button->text() == u"Open"_s)
                button->click();
        }
        QCOMPARE(opened, u"ab"_s);
    }

    void goodNewsPushNoTroubleAway()
    {
        QWidget page;
        Notifications notices(&page);
        const QString trouble = u"Bài CHƯA được gỡ"_s;
        notices.notify({.tone = Tone::Warning, .text = trouble, .action = {}, .act = {}});
        for (int i = 0; i < 5; ++i)
            notices.notify({.tone = Tone::Good, .text = u"Tin %1"_s.arg(i), .action = u"Mở"_s, .act = [] {}});
        QVERIFY2(notices.texts().contains(trouble), qPrintable(notices.texts().join(u'|')));
        QCOMPARE(notices.texts().size(), 3);
        QVERIFY(notices.texts().contains(u"Tin 4"_s));
        for (int i = 0; i < 3; ++i)
            notices.notify({.tone = Tone::Bad, .text = u"Lỗi %1"_s.arg(i), .action = {}, .act = {}});
        QCOMPARE(notices.texts(), (QStringList{trouble, u"Lỗi 0"_s, u"Lỗi 1"_s, u"Lỗi 2"_s}));
    }

    void noticesNeitherPileUpNorAreLost_data()
    {
        QTest::addColumn<QSize>("size");
        QTest::newRow("below the page") << QSize(1024, 700);
        QTest::newRow("in the sidebar") << QSize(1440, 900);
        QTest::newRow("in a low sidebar") << QSize(1200, 560);
    }
    void noticesNeitherPileUpNorAreLost()
    {
        QFETCH(const QSize, size);
        MainWindow window;
        window.addPage(u"a"_s, u"A"_s, u"inbox"_s, new QWidget(&window));
        window.resize(size);
        window.show();
        QString followed;
        const QString text = u"Hoàng Văn Đức đã mở bài “Trung tâm Phục vụ hành chính công tiếp nhận hồ sơ cả ngày thứ "
                             "Bảy và làm việc thêm giờ để người dân không phải chờ” để đính chính lần %1."_s;
        for (int i = 0; i < 8; ++i)
            window.notifications().notify({.tone = Tone::Warning,
                                           .text = text.arg(i),
                                           .action = u"Mở"_s,
                                           .act = [&followed, i] { followed += QString::number(i); },
                                           .about = QString::number(i)});
        QCOMPARE(window.notifications().texts().size(), 8);
        QVERIFY(QTest::qWaitForWindowExposed(&window, longestWait));
        QCoreApplication::processEvents();
        const auto shown = seen(window.notifications().findChildren<Notice *>());
        QVERIFY(!shown.empty() && shown.size() < 3); // with the line that counts the others, three at most
        QCOMPARE(shown.back()->notification().text, text.arg(7));
        for (const Notice *notice : shown) {
            QVERIFY(window.notifications().rect().contains(notice->geometry()));
            QVERIFY(isWhole(*notice));
        }
        const auto buttons = window.notifications().findChildren<QPushButton *>(Qt::FindDirectChildrenOnly);
        QCOMPARE(buttons.size(), 1);
        QVERIFY(buttons.front()->isVisible() && buttons.front()->text().contains(QString::number(8 - shown.size())));
        buttons.front()->click();
        const auto *all = window.findChild<NoticesDialog *>();
        QVERIFY(all);
        const auto listed = all->findChildren<Notice *>();
        QCOMPARE(listed.size(), 8);
        QTRY_VERIFY(listed.front()->isVisible() && listed.front()->height() < 100);
        QVERIFY(std::ranges::all_of(listed, [](const Notice *notice) { return isWhole(*notice); }));
        emit listed.at(1)->closed();
        QTRY_COMPARE(all->findChildren<Notice *>().size(), 7);
        emit listed.front()->followed();
        QCOMPARE(followed, u"0"_s);
        QCOMPARE(window.notifications().texts().size(), 6);
        QTRY_VERIFY(!window.findChild<NoticesDialog *>());
    }

    void whatIsSaidLaterOfOneSeriesTakesThePlaceOfWhatWasSaid()
    {
        MainWindow window;
        for (const QString &text : {u"Bài “Cũ” đã được trả lại"_s, u"Bài “Mới” đã được duyệt"_s})
            window.notifications().notify(
                {.tone = Tone::Warning, .text = text, .action = {}, .act = {}, .series = u"a"_s});
        QCOMPARE(window.notifications().texts(), QStringList{u"Bài “Mới” đã được duyệt"_s});
    }

    void thePersonStandsInLineWithThePages()
    {
        applyLook(*qApp, Brightness::Light);
        MainWindow window;
        window.addPage(u"a"_s, u"A"_s, u"user"_s, new QWidget); // the same icon, so that their edges are comparable
        window.setPerson(u"Nguyễn & Con"_s, u"https://toasoan.example.vn"_s);
        window.addAccountCommand(new QAction(u"Sign out"_s, &window));
        window.resize(1000, 700);
        window.show();
        QVERIFY(QTest::qWaitForWindowExposed(&window, longestWait));
        QPushButton *person = nullptr;
        QPushButton *page = nullptr;
        for (auto *button : window.findChildren<QPushButton *>()) {
            if (button->accessibleName() == u"Account: Nguyễn & Con"_s)
                person = button;
            if (button->accessibleName() == u"A"_s)
                page = button;
        }
        QVERIFY(person && page);
        // The icon's left edge: the first column that is not the ground's, past the ground's round corners.
        const auto edge = [&window](QPushButton *button) {
            const QImage image = button->grab().toImage();
            const int left = button->mapTo(&window, QPoint()).x();
            const int middle = image.height() / 2;
            for (int x = 4; x < image.width(); ++x) {
                for (int y = middle - 8; y < middle + 8; ++y) {
                    if (image.pixel(x, y) != image.pixel(4, middle))
                        return left + x;
                }
            }
            return -1;
        };
        QVERIFY(edge(page) > 0);
        QCOMPARE(edge(person), edge(page));
        QVERIFY(person->menu() && person->height() == page->height());
    }

    void aBadgeIsReadOut()
    {
        NavigationButton button(u"inbox"_s, u"&Outbox"_s, NavigationButton::Leads::ToPage);
        button.setBadge(3, u"3 waiting"_s);
        QCOMPARE(button.accessibleName(), u"Outbox, 3 waiting"_s);
        button.setBadge(0, {});
        QCOMPARE(button.accessibleName(), u"Outbox"_s);
    }

    void aServerOnThisPcIsNeverAskedFor()
    {
        const auto desk = makeStageDesk();
        SignInPage page(*desk);
        page.setServer(u"http://127.0.0.1:8080"_s, true);
        page.show();
        page.setServer(u"http://127.0.0.1:8080"_s); // the door is shown again when a session has ended
        QVERIFY(!page.findChildren<QLineEdit *>()[0]->isVisible());
    }

    // A demo's accounts are named as everywhere on the desk; the one without items says so before it is chosen.
    void anOfferedAccountIsNamedByItsRole()
    {
        const auto desk = makeStageDesk();
        SignInPage page(*desk);
        page.offerAccounts({{u"phongvien"_s, u"abcd-efgh-jkmn"_s, Role::Reporter},
                            {u"quantri"_s, u"fghj-kmnp-qrst"_s, Role::Administrator}});
        QStringList offered;
        for (const QPushButton *button : page.findChildren<QPushButton *>()) {
            if (button->text().contains(u"  ·  "_s))
                offered.append(button->text());
        }
        QCOMPARE(offered.size(), 2);
        QVERIFY(offered[0].startsWith(roleText(Role::Reporter) + u'\n'));
        QCOMPARE(offered[0].count(u'\n'), 1);
        QVERIFY(offered[1].startsWith(roleText(Role::Administrator) + u'\n'));
        QCOMPARE(offered[1].count(u'\n'), 2);
    }

    // Whoever stands at the door next finds nothing of the person before.
    void theDoorForgetsWhatWasTyped()
    {
        const auto desk = makeStageDesk();
        SignInPage page(*desk);
        page.setLogin(u"phongvien"_s);
        page.show();
        page.explain(u"Phiên đã hết"_s);
        auto *password = page.findChildren<QLineEdit *>()[2];
        QTest::keyClicks(password, u"abc-123"_s);
        password->actions().front()->setChecked(true);
        QCOMPARE(password->echoMode(), QLineEdit::Normal);
        QCOMPARE(page.login(), u"phongvien"_s);
        page.hide();
        page.show();
        QCOMPARE(password->text(), QString());
        QCOMPARE(password->echoMode(), QLineEdit::Password);
        password->actions().front()->setChecked(true); // hidden text has no undo anyway
        QTest::keyClick(password, Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(password->text(), QString());
        QVERIFY(!page.findChild<Banner *>()->isVisible());
    }

    void aWrongPasswordIsSaidAndTypedAgain()
    {
        DeskStage::signInState = SignInState::SignedOut;
        const auto desk = makeStageDesk();
        DeskStage::signInState = SignInState::SignedIn;
        stageOf(*desk).signInError = Error{ErrorCode::Unauthenticated, u"session.password"_s, {}};
        SignInPage page(*desk);
        page.setServer(u"toasoan.example.vn"_s);
        page.show();
        const auto fields = page.findChildren<QLineEdit *>();
        QCOMPARE(fields.size(), 3);
        QSignalSpy passed(&page, &SignInPage::passed);
        QTest::keyClicks(fields[1], u"phongvien"_s);
        QTest::keyClicks(fields[2], u"wrong password"_s);
        QTest::keyClick(fields[2], Qt::Key_Return);
        QTRY_COMPARE(page.findChild<Banner *>()->text(),
                     errorText({ErrorCode::Unauthenticated, u"session.password"_s, {}}));
        QVERIFY(passed.isEmpty());
        QCOMPARE(stageOf(*desk).signIns, std::vector<QString>{u"https://toasoan.example.vn phongvien"_s});
        stageOf(*desk).signInError.reset();
        QTest::keyClick(fields[2], Qt::Key_Return);
        QTRY_COMPARE(passed.size(), 1);
        QVERIFY2(fields[2]->text().isEmpty(), "the password stays in the field");
    }
};

QTEST_MAIN(TestShell)
#include "tst_shell.moc"
