#include "support/Patience.h"
#include "ui/articles/ArticlesPage.h"
#include "ui/articles/WritingPage.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StateChip.h"
#include "ui/models/StepText.h"
#include "ui/review/ReviewPage.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Notifications.h"
#include "ui/support/DeskStage.h"
#include "ui/support/EditorAnswers.h"
#include "ui/support/Office.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/KeysDialog.h"
#include "ui/workstation/Translations.h"
#include "ui/workstation/Workstation.h"

#include <QAction>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QFile>
#include <QFileDialog>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QScopeGuard>
#include <QScopedValueRollback>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

/// A window in which somebody has typed what cannot be kept.
struct FullDisk
{
    FullDisk() : workstation(*desk, clock, window)
    {
        window.show();
        isReady = QTest::qWaitForWindowActive(&window, longestWait);
        stageOf(*desk).typeError = Error{ErrorCode::StorageFull, u"replica"_s, {}};
        workstation.newArticle();
        id = workstation.writingPage().article();
        isReady = isReady && answers(*workstation.writingPage().findChild<EditorView *>());
        QTest::keyClicks(QApplication::focusWidget(), u"Dang go"_s);
    }

    QMessageBox *question() const
    {
        const auto boxes = window.findChildren<QMessageBox *>();
        const auto open = std::ranges::find_if(boxes, [](const QMessageBox *box) { return box->isVisible(); });
        return open == boxes.end() ? nullptr : *open;
    }
    void answer(const QString &label) const
    {
        const auto buttons = question()->buttons();
        const auto button = std::ranges::find(buttons, label, &QAbstractButton::text);
        QVERIFY(button != buttons.end());
        QVERIFY((*button)->isEnabled());
        QTest::mouseClick(*button, Qt::LeftButton);
    }
    /// The writing page is there, with why it is, and with a way on.
    bool saysWhy() const
    {
        if (window.currentPage() != u"writing"_s || !window.isEnabled() || workstation.writingPage().article() != id)
            return false;
        const auto buttons = workstation.writingPage().findChildren<QPushButton *>();
        return std::ranges::any_of(buttons, [](const QPushButton *button) {
            return button->isVisible() && button->isEnabled() && button->text() == u"Thử lại"_s;
        });
    }
    void trigger(const QString &command) const
    {
        const auto actions = window.actions();
        const auto found = std::ranges::find(actions, command, &QAction::text);
        QVERIFY(found != actions.end());
        (*found)->trigger();
    }

    SystemClock clock;
    std::unique_ptr<Desk> desk = makeStageDesk();
    MainWindow window;
    Workstation workstation;
    ArticleId id;
    bool isReady = false;
};

/// Whether a window took nothing for a while.
class ClosedOnce : public QObject
{
public:
    explicit ClosedOnce(QWidget &window) : m_window(window) { window.installEventFilter(this); }
    bool wasClosed = false;

private:
    bool eventFilter(QObject *, QEvent *event) override
    {
        wasClosed = wasClosed || (event->type() == QEvent::EnabledChange && !m_window.isEnabled());
        return false;
    }
    const QWidget &m_window;
};

/// Not the button of a notice that was dismissed and is deleted in a moment.
void clickWhatIsShown(const QWidget &widget, const QString &label)
{
    const auto buttons = widget.findChildren<QPushButton *>();
    const auto shown = std::ranges::find_if(
        buttons, [&label](const QPushButton *button) { return button->isVisible() && button->text() == label; });
    QVERIFY(shown != buttons.end());
    (*shown)->click();
}

} // namespace

class TestWorkstation : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        useLanguage(*QCoreApplication::instance(), Language::Vietnamese);
        setTheScene();
    }

    void theWindowSpeaksVietnamese()
    {
        const auto desk = makeStageDesk();
        MainWindow window;
        const Workstation workstation(*desk, m_clock, window);
        QStringList texts;
        for (const auto *button : window.findChildren<QPushButton *>())
            texts.append(button->text());
        QVERIFY2(texts.contains(u"Viết &bài mới"_s), qPrintable(texts.join(u", "_s)));
        QVERIFY(texts.contains(u"Chờ gửi"_s));
    }

    void whatQtSaysIsVietnameseToo()
    {
        QStringList texts;
        QDialogButtonBox box;
        for (int button = QDialogButtonBox::FirstButton; button <= QDialogButtonBox::LastButton; button <<= 1)
            texts.append(box.addButton(QDialogButtonBox::StandardButton(button))->text());
        QLineEdit line;
        QPlainTextEdit text;
        QFileDialog files;
        files.setOption(QFileDialog::DontUseNativeDialog);
        for (const std::unique_ptr<QMenu> &menu : {std::unique_ptr<QMenu>(line.createStandardContextMenu()),
                                                   std::unique_ptr<QMenu>(text.createStandardContextMenu())}) {
            for (const QAction *action : menu->actions())
                texts.append(action->text().section(u'\t', 0, 0));
        }
        for (const auto *label : files.findChildren<QLabel *>())
            texts.append(label->text());
        for (const auto *button : files.findChildren<QAbstractButton *>())
            texts.append({button->text(), button->toolTip()});
        const auto *columns = files.findChild<QTreeView *>()->model();
        for (int column = 0; column < columns->columnCount(); ++column)
            texts.append(columns->headerData(column, Qt::Horizontal).toString());
        QVERIFY(texts.size() > 40);
        // A text that Qt would say in English is one that its own English catalogue, the source, has.
        QFile catalogue(QStringLiteral(TOASOAN_SOURCE_DIR "/translations/qt_vi.ts"));
        QVERIFY(catalogue.open(QIODevice::ReadOnly));
        const QString sources = QString::fromUtf8(catalogue.readAll());
        const QRegularExpression vietnamese(u"[^\\x00-\\x7f]"_s);
        for (QString said : texts) {
            said.remove(u'&');
            QVERIFY2(said.isEmpty() || said.contains(vietnamese)
                         || !sources.contains(u"<source>%1</source>"_s.arg(said)),
                     qPrintable(said));
            for (const char *english : {"Cancel", "Open", "Undo", "Copy", "Look", "File", "Name", "Size"})
                QVERIFY2(!said.contains(QLatin1StringView(english)), qPrintable(said));
        }
    }

    void aNewArticleOpensWithItsKeyAndIsKeptWhenLeft()
    {
        const auto desk = makeStageDesk();
        MainWindow window;
        const Workstation workstation(*desk, m_clock, window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
        QTest::keyClick(&window, Qt::Key_N, Qt::ControlModifier);
        QTRY_COMPARE(window.currentPage(), u"writing"_s);
        const ArticleId id = workstation.writingPage().article();
        QVERIFY(!id.isNull());
        QVERIFY(answers(*workstation.writingPage().findChild<EditorView *>()));
        QTest::keyClicks(QApplication::focusWidget(), u"Tin moi"_s);
        emit workstation.writingPage().backWanted();
        QTRY_COMPARE(window.currentPage(), u"articles"_s);
        QCOMPARE(stageOf(*desk).typed.back().content.title, u"Tin moi"_s);
        QCOMPARE(stageOf(*desk).saves.back(), id);
        QTRY_COMPARE(workstation.articlesPage().model().rowCount(), 1);
    }

    void aWindowWithNothingOpenCloses()
    {
        const auto desk = makeStageDesk();
        MainWindow window;
        const Workstation workstation(*desk, m_clock, window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
        window.close();
        QTRY_VERIFY(!window.isVisible());
    }

    void closingTheWindowKeepsWhatWasJustTyped()
    {
        const auto desk = makeStageDesk();
        MainWindow window;
        Workstation workstation(*desk, m_clock, window);
        QVERIFY(typeNewArticle(window, workstation, u"Het gio"_s));
        window.close();
        QTRY_VERIFY(!window.isVisible());
        QVERIFY(!stageOf(*desk).typed.empty());
        QCOMPARE(stageOf(*desk).typed.back().content.title, u"Het gio"_s);
    }

    void aWindowWithATextThatCannotBeKeptAsksAndStaysUsable()
    {
        FullDisk office;
        QVERIFY(office.isReady);
        office.window.close();
        QTRY_VERIFY(office.question());
        QVERIFY2(office.question()->text().contains(u"“Dang go”"_s), qPrintable(office.question()->text()));
        office.answer(u"&Không đóng"_s);
        QTRY_VERIFY(office.saysWhy());
        QVERIFY(!office.question());
        office.window.activateWindow(); // there is no window manager that does
        QTRY_VERIFY(QApplication::focusWidget());
        QTest::keyClicks(QApplication::focusWidget(), u" tiep"_s); // goes on where it was

        office.window.close();
        QTRY_VERIFY(office.question());
        QPointer<QMessageBox> first = office.question();
        office.answer(u"&Thử lại"_s); // in vain
        QTRY_VERIFY(!first);
        QTRY_VERIFY(office.question());
        stageOf(*office.desk).typeError.reset();
        office.answer(u"&Thử lại"_s);
        QTRY_VERIFY(!office.window.isVisible());
        QCOMPARE(stageOf(*office.desk).typed.back().content.title, u"Dang go tiep"_s);
    }

    void aTextThatCannotBeKeptHoldsNobodyWhoLetsItGo()
    {
        FullDisk office;
        QVERIFY(office.isReady);
        office.window.close();
        QTRY_VERIFY(office.question());
        office.answer(u"Đó&ng, bỏ phần vừa gõ"_s);
        QTRY_VERIFY(!office.window.isVisible());
        QVERIFY(stageOf(*office.desk).typed.empty());
    }

    void whoeverLeavesATextThatCannotBeKeptSeesWhy_data()
    {
        QTest::addColumn<QString>("command");
        QTest::newRow("a new article") << u"Viết &bài mới"_s;
        QTest::newRow("signing out") << u"Đăng xuất"_s;
        QTest::newRow("the other language") << u"English"_s;
        QTest::newRow("another article") << QString();
    }
    void whoeverLeavesATextThatCannotBeKeptSeesWhy()
    {
        QFETCH(QString, command);
        FullDisk office;
        QVERIFY(office.isReady);
        QSignalSpy language(&office.workstation, &Workstation::languageWanted);
        QTRY_VERIFY(office.saysWhy());
        office.window.showPage(u"articles"_s); // as from a list or the outbox
        const auto leave = [&] {
            if (command.isEmpty())
                office.workstation.openArticle(DeskStage::newId());
            else
                office.trigger(command);
        };
        leave();
        QTRY_VERIFY(office.saysWhy());
        QCOMPARE(office.desk->signInState(), SignInState::SignedIn);
        QVERIFY(language.isEmpty());

        stageOf(*office.desk).typeError.reset();
        leave();
        QTRY_VERIFY(office.workstation.writingPage().article() != office.id);
        QCOMPARE(stageOf(*office.desk).typed.back().content.title, u"Dang go"_s);
        QCOMPARE(language.size(), command == u"English"_s ? 1 : 0);
        if (command == u"Đăng xuất"_s) // once what was kept has gone
            QTRY_VERIFY(office.window.isGated());
        else
            QVERIFY(!office.window.isGated());
    }

    void whatCannotBeKeptIsToldOnOtherPagesToo()
    {
        FullDisk office;
        QVERIFY(office.isReady);
        office.window.showPage(u"outbox"_s);
        QTRY_VERIFY(!office.window.notifications().texts().isEmpty());
        QCOMPARE(office.window.currentPage(), u"outbox"_s);
    }

    // Who aims at "No connection" wants one; that it has come back by itself makes no opposite of his click.
    void noClickMeantForReconnectingTakesTheDeskOffline()
    {
        Office office(Role::Reporter);
        QVERIFY(office.isReady);
        const auto place = [&office](const QString &text) {
            const auto buttons = office.window->statusBar()->findChildren<QPushButton *>();
            const auto found = std::ranges::find(buttons, text, &QPushButton::text);
            return found == buttons.end() ? nullptr : *found;
        };
        const auto become = [&office](Connection connection) {
            stageOf(*office.desk).connect(*office.desk, {.connection = connection, .lastSync = {}, .problem = {}});
        };
        become(Connection::NoNetwork);
        QPushButton *item = place(u"Mất kết nối: đang làm việc ngoại tuyến"_s);
        QVERIFY(item);
        // Between press and release it is another.
        QTest::mousePress(item, Qt::LeftButton);
        become(Connection::Online);
        QTest::mouseRelease(item, Qt::LeftButton);
        QCOMPARE(office.desk->connection().connection, Connection::Online);
        QVERIFY(!QApplication::activePopupWidget());
        // Before the press.
        for (const Connection meanwhile : {Connection::Online, Connection::Connecting}) {
            become(meanwhile);
            QTest::mouseClick(item, Qt::LeftButton);
            QCOMPARE(office.desk->connection().connection, meanwhile);
            QTRY_VERIFY(QApplication::activePopupWidget());
            QApplication::activePopupWidget()->close();
        }
        // Chosen, it is done; and one click leads back.
        QTest::mouseClick(item, Qt::LeftButton);
        auto *menu = qobject_cast<QMenu *>(QApplication::activePopupWidget());
        QVERIFY(menu);
        menu->actions().last()->trigger();
        menu->close();
        QCOMPARE(office.desk->connection().connection, Connection::Offline);
        QTest::mouseClick(item, Qt::LeftButton);
        QCOMPARE(office.desk->connection().connection, Connection::Online);
    }

    void whatIsSearchedForIsTypedToItsEnd_data()
    {
        QTest::addColumn<QString>("page");
        QTest::newRow("from the list") << u"articles"_s;
        QTest::newRow("from the writing page") << u"writing"_s;
        QTest::newRow("from the review page") << u"review"_s;
        QTest::newRow("from the outbox") << u"outbox"_s;
    }
    void whatIsSearchedForIsTypedToItsEnd()
    {
        QFETCH(const QString, page);
        Office office({Role::Reporter, Role::BoardChair});
        QVERIFY(office.isReady);
        office.add(State::AwaitingApproval, false);
        if (page == u"writing"_s)
            office.workstation->openArticle(office.add(State::Draft, true));
        else
            office.window->showPage(page);
        QTRY_COMPARE(office.window->currentPage(), page);
        QTest::keyClick(office.window.get(), Qt::Key_F, Qt::ControlModifier | Qt::ShiftModifier);
        auto *field = qobject_cast<QLineEdit *>(QApplication::focusWidget());
        QVERIFY(field);
        for (const char letter : {'n', 'e', 'm', ' ', 't', 'r', 'e', 'n'})
            QTest::keyClick(QApplication::focusWidget(), letter);
        QCOMPARE(field->text(), u"nem tren"_s);
        QCOMPARE(QApplication::focusWidget(), field);
        QCOMPARE(field->cursorPosition(), 8);
        QCOMPARE(office.window->currentPage(), u"articles"_s);
    }

    void whoSignsOutSeesOnlyTheDoor()
    {
        const auto desk = makeStageDesk();
        MainWindow window;
        const Workstation workstation(*desk, m_clock, window);
        QVERIFY(!window.isGated());
        desk->signOut(this, {});
        QVERIFY(window.isGated());
    }

    // What waits goes only while its writer is signed in.
    void whoSignsOutIsToldWhatStaysBehind()
    {
        const auto desk = makeStageDesk();
        stageOf(*desk).outbox.commands.push_back({.request = RequestId{DeskStage::newId().uuid},
                                                  .article = DeskStage::newId(),
                                                  .title = u"Họp dân"_s,
                                                  .step = Step::Save,
                                                  .givenAt = {},
                                                  .state = WaitingState::Waiting,
                                                  .refusal = {}});
        MainWindow window;
        const Workstation workstation(*desk, m_clock, window);
        window.show();
        desk->setWorkOffline(true);
        const auto press = [&window] {
            const auto menus = window.findChildren<QAction *>();
            (*std::ranges::find(menus, u"Đăng xuất"_s, &QAction::text))->trigger();
        };
        const auto question = [&window] { return window.findChild<QMessageBox *>(); };
        const auto answer = [&question](const QString &label) {
            const auto buttons = question()->buttons();
            (*std::ranges::find(buttons, label, &QAbstractButton::text))->click();
        };
        press();
        QTRY_VERIFY(question());
        QVERIFY2(question()->informativeText().contains(u"“Họp dân”"_s), qPrintable(question()->informativeText()));
        QCOMPARE(question()->defaultButton()->text(), u"&Không đăng xuất"_s);
        answer(u"&Không đăng xuất"_s);
        QTRY_VERIFY(!question());
        QVERIFY(!window.isGated());
        press();
        QTRY_VERIFY(question());
        answer(u"Đăng &xuất"_s);
        QTRY_VERIFY(window.isGated());
    }

    void whoHasSentAllSignsOutWithoutAQuestion()
    {
        const auto desk = makeStageDesk();
        MainWindow window;
        const Workstation workstation(*desk, m_clock, window);
        window.show();
        const auto actions = window.findChildren<QAction *>();
        (*std::ranges::find(actions, u"Đăng xuất"_s, &QAction::text))->trigger();
        QTRY_VERIFY(window.isGated());
        QCOMPARE(stageOf(*desk).syncs, 1);
        QVERIFY(!window.findChild<QMessageBox *>());
    }

    // What stands behind the question is what stood there before it.
    void behindTheQuestionNothingIsAnother()
    {
        Office office(Role::Reporter);
        QVERIFY(office.isReady);
        const ArticleId id = office.add(State::Submitted, true);
        stageOf(*office.desk)
            .outbox.commands.push_back({.request = RequestId{DeskStage::newId().uuid},
                                        .article = id,
                                        .title = u"Họp dân"_s,
                                        .step = Step::Save,
                                        .givenAt = {},
                                        .state = WaitingState::Waiting,
                                        .refusal = {}});
        office.workstation->openArticle(id);
        const auto *chip = office.workstation->writingPage().findChild<StateChip *>();
        QTRY_VERIFY(chip->isVisible() && chip->state() == State::Submitted);
        QVERIFY(answers(*office.workstation->writingPage().findChild<EditorView *>()));
        const auto actions = office.window->findChildren<QAction *>();
        (*std::ranges::find(actions, u"Đăng xuất"_s, &QAction::text))->trigger();
        QTRY_VERIFY(office.window->findChild<QMessageBox *>());
        QCOMPARE(office.workstation->writingPage().article(), id);
        QVERIFY(chip->isVisible());
        QCOMPARE(chip->state(), State::Submitted);
        office.window->findChild<QMessageBox *>()->reject();
        office.workstation->writingPage().leave([](const Result<void> &) {});
        QTRY_VERIFY(office.workstation->writingPage().article().isNull());
        QVERIFY2(!chip->isVisible(), "of no article a state is told");
    }

    void thatTheServerCannotBeReachedIsSaidUntilItCan()
    {
        const auto desk = makeStageDesk();
        MainWindow window;
        const Workstation workstation(*desk, m_clock, window);
        stageOf(*desk).syncError = Error{ErrorCode::Unavailable, u"network"_s, {}};
        const auto sync = [&window] {
            const auto actions = window.findChildren<QAction *>();
            (*std::ranges::find(actions, u"Gửi và nhận ngay"_s, &QAction::text))->trigger();
        };
        const QString why = errorText(*stageOf(*desk).syncError);
        const auto says = [&] { return window.notifications().texts().contains(why); };
        sync();
        QTRY_VERIFY(says());
        stageOf(*desk).connect(*desk, {.connection = Connection::Connecting, .lastSync = {}, .problem = {}});
        QVERIFY(says());
        stageOf(*desk).connect(*desk, {.connection = Connection::Online, .lastSync = {}, .problem = {}});
        QVERIFY(!says());
        sync();
        QTRY_VERIFY(says());
        stageOf(*desk).syncError.reset();
        sync();
        QTRY_VERIFY(!says());
    }

    // What is typed while he waits would stay behind without a word.
    void whoIsSigningOutTypesNothingMore()
    {
        const auto desk = makeStageDesk();
        stageOf(*desk).outbox.commands.push_back({.request = RequestId{DeskStage::newId().uuid},
                                                  .article = DeskStage::newId(),
                                                  .title = u"Họp dân"_s,
                                                  .step = Step::Save,
                                                  .givenAt = {},
                                                  .state = WaitingState::Waiting,
                                                  .refusal = {}});
        MainWindow window;
        Workstation workstation(*desk, m_clock, window);
        QVERIFY(typeNewArticle(window, workstation, u"Dang go"_s));
        const auto actions = window.findChildren<QAction *>();
        const ClosedOnce closed(window);
        (*std::ranges::find(actions, u"Đăng xuất"_s, &QAction::text))->trigger();
        const auto question = [&window] { return window.findChild<QMessageBox *>(); };
        QTRY_VERIFY(question());
        QVERIFY2(closed.wasClosed, "the window takes what is typed while he waits");
        QVERIFY(window.isEnabled());
        const ArticleId before = workstation.writingPage().article();
        QVERIFY2(!before.isNull(), "who stays does not find what he had before him");
        // Whatever has come into the page since is kept too, before he goes.
        workstation.newArticle();
        QTRY_VERIFY(workstation.writingPage().article() != before);
        QVERIFY(answers(*workstation.writingPage().findChild<EditorView *>()));
        auto *title = qobject_cast<QPlainTextEdit *>(window.focusWidget());
        QVERIFY(title);
        title->insertPlainText(u"Go them"_s);
        const auto buttons = question()->buttons();
        (*std::ranges::find(buttons, u"Đăng &xuất"_s, &QAbstractButton::text))->click();
        QTRY_VERIFY(window.isGated());
        QCOMPARE(stageOf(*desk).typed.back().content.title, u"Go them"_s);
        QVERIFY(window.isEnabled());
    }

    // The next who comes in by the door may be another.
    void whatCannotBeKeptKeepsTheDoorShut()
    {
        DeskStage::signInState = SignInState::SessionEnded;
        const auto restore = qScopeGuard([] { DeskStage::signInState = SignInState::SignedIn; });
        FullDisk office;
        QVERIFY(office.isReady);
        emit office.desk->signedIn(office.desk->account()); // in, and then it ends
        office.window.showPage(u"articles"_s);
        emit office.desk->sessionEnded();
        const auto goToTheDoor = [&office] { clickWhatIsShown(office.window.notifications(), u"Đăng nhập"_s); };
        goToTheDoor();
        QTRY_VERIFY(office.saysWhy());
        QVERIFY(!office.window.isGated());
        stageOf(*office.desk).typeError.reset();
        emit office.desk->sessionEnded();
        goToTheDoor();
        QTRY_VERIFY(office.window.isGated());
        QCOMPARE(stageOf(*office.desk).typed.back().content.title, u"Dang go"_s);
    }

    void theOtherLanguageComesWithTheSameArticleAndTheNoticesOfTrouble()
    {
        const auto desk = makeStageDesk();
        Content content;
        content.title = u"Họp dân"_s;
        const ArticleId id = stageOf(*desk).add(content, State::Draft, DeskStage::user.id).article.id;
        std::optional<Workstation::Sitting> sitting;
        {
            MainWindow window;
            Workstation workstation(*desk, m_clock, window);
            window.show();
            workstation.openArticle(id);
            QTRY_COMPARE(workstation.writingPage().title(), u"Họp dân"_s);
            window.notifications().notify({.tone = Tone::Bad, .text = u"Chưa gỡ được"_s, .action = {}, .act = {}});
            window.notifications().notify({.tone = Tone::Good, .text = u"Đã xong"_s, .action = {}, .act = {}});
            bool isWanted = false;
            connect(&workstation, &Workstation::languageWanted, this, [&] {
                isWanted = true;
                sitting = workstation.sitting();
            });
            for (QAction *action : window.actions()) {
                if (action->text() == u"English"_s)
                    action->trigger();
            }
            QTRY_VERIFY(isWanted);
        }
        MainWindow window;
        Workstation workstation(*desk, m_clock, window);
        window.show();
        workstation.resume(*sitting);
        QTRY_COMPARE(workstation.writingPage().article(), id);
        QTRY_COMPARE(window.currentPage(), u"writing"_s);
        QCOMPARE(window.notifications().texts(), QStringList{u"Chưa gỡ được"_s});
    }

    // Of the same notice the button would be in one language and the sentence in the other.
    void whatWasToldIsToldInTheOtherLanguage()
    {
        const auto back = qScopeGuard([] { useLanguage(*QCoreApplication::instance(), Language::Vietnamese); });
        const auto desk = makeStageDesk();
        Content content;
        content.title = u"Họp dân"_s;
        const ArticleId id = stageOf(*desk).add(content, State::Draft, DeskStage::user.id).article.id;
        Workstation::Sitting sitting;
        const Error lost{ErrorCode::Forbidden, u"article.step"_s, {}};
        const Error full{ErrorCode::StorageFull, u"replica"_s, {}};
        const auto texts = [&] {
            return QStringList{aboutArticle(u"Họp dân"_s, refusalText(lost)), errorText(full),
                               aboutArticle(u"Họp dân"_s, errorText(full)), errorText(lost)};
        };
        {
            MainWindow window;
            Workstation workstation(*desk, m_clock, window);
            emit desk->problemArose(lost, itemKey(id));
            QTRY_COMPARE(window.notifications().texts().size(), 1);
            emit desk->problemArose(full, {});
            emit workstation.writingPage().stepFailed(id, u"Họp dân"_s, full);
            emit workstation.articlesPage().failed([lost] { return errorText(lost); });
            QCOMPARE(window.notifications().texts(), texts());
            sitting = workstation.sitting();
        }
        const QStringList vietnamese = texts();
        useLanguage(*QCoreApplication::instance(), Language::English);
        MainWindow window;
        Workstation workstation(*desk, m_clock, window);
        workstation.resume(sitting);
        QCOMPARE(window.notifications().texts(), texts());
        QVERIFY(texts() != vietnamese);
    }

    // Who has read that there is no keychain, and closed it, is not told again by the other language's window.
    void whatWasClosedIsNotToldAgainInTheOtherLanguage_data()
    {
        QTest::addColumn<bool>("isClosed");
        QTest::newRow("closed") << true;
        QTest::newRow("it still stands") << false;
    }
    void whatWasClosedIsNotToldAgainInTheOtherLanguage()
    {
        QFETCH(const bool, isClosed);
        const QScopedValueRollback remembered(DeskStage::isRemembered, false);
        const auto desk = makeStageDesk();
        Workstation::Sitting sitting;
        {
            MainWindow window;
            Workstation workstation(*desk, m_clock, window);
            window.show();
            QTRY_COMPARE(window.notifications().texts().size(), 1);
            if (isClosed)
                window.notifications().dismiss(window.notifications().notices().front());
            sitting = workstation.sitting();
        }
        MainWindow window;
        Workstation workstation(*desk, m_clock, window);
        window.show();
        QTRY_COMPARE(window.notifications().texts().size(), 1);
        workstation.resume(sitting);
        QCOMPARE(window.notifications().texts().size(), isClosed ? 0 : 1);
    }

    void whoNeverReviewsIsToldOfNoKeysForIt_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("isTold");
        QTest::newRow("reporter") << Role::Reporter << false;
        QTest::newRow("chair") << Role::BoardChair << true;
    }
    void whoNeverReviewsIsToldOfNoKeysForIt()
    {
        QFETCH(const Role, role);
        const QScopedValueRollback here(DeskStage::user);
        Office office(role);
        for (QAction *action : office.window->actions()) {
            if (action->shortcut() == QKeySequence(Qt::Key_F1))
                action->trigger();
        }
        const auto *dialog = office.window->findChild<KeysDialog *>();
        QVERIFY(dialog);
        const auto labels = dialog->findChildren<QLabel *>();
        QTEST(std::ranges::any_of(labels, [](const QLabel *label) { return label->text() == u"Ctrl+Enter"_s; }),
              "isTold");
    }

    void aSignInThatWasNotKeptHasNotExpired()
    {
        DeskStage::signInState = SignInState::SessionEnded; // as after a start without a keychain
        DeskStage::isRemembered = false;
        const auto restore = qScopeGuard([] {
            DeskStage::signInState = SignInState::SignedIn;
            DeskStage::isRemembered = true;
        });
        const auto desk = makeStageDesk();
        MainWindow window;
        const Workstation workstation(*desk, m_clock, window);
        window.show();
        emit desk->signedIn(desk->account());
        emit desk->sessionEnded();
        QCOMPARE(window.notifications().texts().size(), 1);
        QVERIFY(window.notifications().texts().front().startsWith(u"Máy này không lưu được lần đăng nhập trước."_s));
        const auto labels = window.findChildren<QPushButton *>();
        QVERIFY(std::ranges::none_of(labels, [](const auto *label) { return label->text().contains(u"hết hạn"_s); }));
        // In, and then it does end.
        const Account same = desk->account();
        desk->signIn(same.server, same.login, {}, this, [](const Result<User> &) {});
        emit desk->sessionEnded();
        QVERIFY(window.notifications().texts().contains(errorText({ErrorCode::Unauthenticated, u"session"_s, {}})));
    }

    // Work goes on without the session: the door has a way back, and behind it all is as it was.
    void theDoorOfAnEndedSessionLeadsBackToTheSameArticle()
    {
        DeskStage::signInState = SignInState::SessionEnded;
        const auto restore = qScopeGuard([] { DeskStage::signInState = SignInState::SignedIn; });
        const auto desk = makeStageDesk();
        Content content;
        content.title = u"Họp dân"_s;
        const ArticleId id = stageOf(*desk).add(content, State::Draft, DeskStage::user.id).article.id;
        MainWindow window;
        Workstation workstation(*desk, m_clock, window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
        emit desk->signedIn(desk->account()); // in, and then it ends
        workstation.openArticle(id);
        QTRY_COMPARE(workstation.writingPage().title(), u"Họp dân"_s);
        emit desk->sessionEnded();
        QCOMPARE(window.notifications().texts().size(), 1);
        const auto goToTheDoor = [&window] { clickWhatIsShown(window.notifications(), u"Đăng nhập"_s); };
        goToTheDoor();
        QTRY_VERIFY(window.isGated());
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QTRY_VERIFY(!window.isGated());
        QCOMPARE(window.currentPage(), u"writing"_s);
        QCOMPARE(workstation.writingPage().article(), id);

        emit desk->sessionEnded();
        goToTheDoor();
        QTRY_VERIFY(window.isGated());
        const Account same = desk->account();
        desk->signIn(same.server, same.login, {}, this, [](const Result<User> &) {});
        QTRY_VERIFY(!window.isGated());
        QCOMPARE(window.currentPage(), u"writing"_s);
        QCOMPARE(workstation.writingPage().article(), id);
        QVERIFY(window.notifications().texts().isEmpty());
    }

    void nothingOfOnePersonIsThereForTheNext_data()
    {
        QTest::addColumn<bool>("signsOut");
        QTest::newRow("who signs out") << true;
        QTest::newRow("whose session has ended") << false;
    }
    void nothingOfOnePersonIsThereForTheNext()
    {
        QFETCH(bool, signsOut);
        const auto desk = makeStageDesk();
        Content content;
        content.title = u"Bài của người trước"_s;
        content.section = DeskStage::sections[0].id;
        const ArticleId id = stageOf(*desk).add(content, State::Submitted, DeskStage::user.id).article.id;
        MainWindow window;
        Workstation workstation(*desk, m_clock, window);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
        const auto lines = window.findChildren<QLineEdit *>();
        const auto shown = std::ranges::find_if(lines, &QWidget::isVisible); // those of the sign-in page are not
        QVERIFY(shown != lines.end());
        QLineEdit *search = *shown;
        search->setText(u"của người trước"_s);
        auto *state = workstation.articlesPage().findChildren<QComboBox *>().at(1);
        state->setCurrentIndex(state->findData(int(State::Submitted)));
        emit state->activated(state->currentIndex());
        QTRY_VERIFY(workstation.articlesPage().model().query().state);
        window.showPage(u"review"_s);
        workstation.reviewPage().open(id);
        window.notifications().notify({.tone = Tone::Bad, .text = u"Bài của người trước"_s, .action = {}, .act = {}});
        const QPointer<QWidget> review = &workstation.reviewPage();
        const QPointer<QWidget> writing = &workstation.writingPage();

        if (signsOut)
            desk->signOut(this, {});
        Account next = desk->account();
        next.user = UserId{DeskStage::newId().uuid};
        stageOf(*desk).nextAccount = next;
        desk->signIn(next.server, u"bientap"_s, {}, this, [](const Result<User> &) {});
        QVERIFY2(!review && !writing, "what still waits in the pages of one person comes to the next one's desk");
        QTRY_VERIFY(!window.isGated());
        QCOMPARE(window.currentPage(), u"articles"_s);
        QVERIFY(workstation.reviewPage().article().isNull());
        QVERIFY(workstation.articlesPage().model().query() == ArticleQuery());
        QVERIFY(search->text().isEmpty());
        QVERIFY(window.notifications().texts().isEmpty());
        QTest::keyClick(&window, Qt::Key_2, Qt::ControlModifier);
        QCOMPARE(window.currentPage(), u"outbox"_s); // the ways there are whole, without the page that is not his

        const QPointer<QWidget> same = &workstation.reviewPage();
        desk->signIn(next.server, u"bientap"_s, {}, this, [](const Result<User> &) {}); // comes back himself
        QCoreApplication::processEvents();
        QVERIFY(same);
    }

    void theLookIsChosenAmongTheCommands()
    {
        const auto desk = makeStageDesk();
        MainWindow window;
        const Workstation workstation(*desk, m_clock, window);
        const auto restore = qScopeGuard([] { applyLook(*qApp, Brightness::AsSystem); });
        const auto look = [&window](const QString &name) {
            const auto actions = window.actions();
            return *std::ranges::find(actions, name, &QAction::text);
        };
        const auto isDark = [] { return QApplication::palette().color(QPalette::Window).lightness() < 128; };
        look(u"Giao diện tối"_s)->trigger();
        QVERIFY(isDark());
        QVERIFY(look(u"Giao diện tối"_s)->isChecked() && !look(u"Giao diện sáng"_s)->isChecked());
        look(u"Giao diện sáng"_s)->trigger();
        QVERIFY(!isDark());
    }

    void theOtherLanguageIsOneClickAwayAndNothingIsLost()
    {
        const auto desk = makeStageDesk();
        {
            MainWindow window;
            Workstation workstation(*desk, m_clock, window);
            QVERIFY(typeNewArticle(window, workstation, u"Dang go"_s));
            connect(&workstation, &Workstation::languageWanted, &window, [&window](Language language) {
                useLanguage(*QCoreApplication::instance(), language);
                window.close();
            });
            const auto actions = window.actions();
            const auto english = std::ranges::find(actions, u"English"_s, &QAction::text);
            QVERIFY(english != actions.end());
            (*english)->trigger();
            QTRY_VERIFY(!window.isVisible());
            QCOMPARE(stageOf(*desk).typed.back().content.title, u"Dang go"_s);
        }
        const auto restore = qScopeGuard([] { useLanguage(*QCoreApplication::instance(), Language::Vietnamese); });
        QCOMPARE(languageInUse(), Language::English);
        MainWindow window;
        const Workstation workstation(*desk, m_clock, window);
        QVERIFY(!window.isGated());
        QStringList texts;
        for (const auto *button : window.findChildren<QPushButton *>())
            texts.append(button->text());
        QVERIFY2(texts.contains(u"&New article"_s), qPrintable(texts.join(u", "_s)));
        QVERIFY(texts.contains(u"Tiếng Việt"_s)); // the way back, on the page for signing in
        QCOMPARE(QDialogButtonBox(QDialogButtonBox::Cancel).button(QDialogButtonBox::Cancel)->text(), u"Cancel"_s);
    }

private:
    /// Shows the window and types the title of a new article in it.
    static bool typeNewArticle(MainWindow &window, Workstation &workstation, const QString &title)
    {
        window.show();
        if (!QTest::qWaitForWindowActive(&window, longestWait))
            return false;
        workstation.newArticle();
        if (!QTest::qWaitFor([&window] { return window.currentPage() == u"writing"_s; }, longestWait))
            return false;
        if (!answers(*workstation.writingPage().findChild<EditorView *>()))
            return false;
        QTest::keyClicks(QApplication::focusWidget(), title);
        return true;
    }

    SystemClock m_clock;
};

QTEST_MAIN(TestWorkstation)
#include "tst_workstation.moc"
