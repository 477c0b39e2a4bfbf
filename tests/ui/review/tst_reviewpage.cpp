#include "ui/review/ReviewPage.h"

#include "document/Document.h"
#include "ui/models/NewsroomText.h"
#include "ui/review/HistoryView.h"
#include "ui/review/ReadingHtml.h"
#include "ui/review/ReadingView.h"
#include "ui/review/ReviewQueue.h"
#include "ui/review/ScheduleDialog.h"
#include "ui/support/DeskStage.h"
#include "ui/widgets/Banner.h"
#include "ui/widgets/ErrorText.h"
#include "ui/widgets/ReasonDialog.h"

#include <QApplication>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QFile>
#include <QKeyEvent>
#include <QLabel>
#include <QMessageBox>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPointer>
#include <QPushButton>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QTabBar>
#include <QTest>
#include <QTreeView>
#include <QVBoxLayout>
#include <QWebEngineView>

#include <csignal>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

Content sample(const QString &title, const QString &text = u"Sáng nay xã họp dân."_s)
{
    Content content;
    content.title = title;
    content.lead = u"Sapo của bài"_s;
    content.section = DeskStage::sections[0].id;
    content.body = document::toJson(document::fromPlainText(text));
    return content;
}

// A chair at his desk with items of a reporter.
struct Chair
{
    std::unique_ptr<Desk> desk = makeStageDesk();
    std::unique_ptr<ReviewPage> page;

    DeskStage &stage() { return stageOf(*desk); }
    ArticleId add(const QString &title, State state, const QString &text = u"Sáng nay xã họp dân."_s)
    {
        ArticleView &view = stage().add(sample(title, text), state, UserId{DeskStage::newId().uuid});
        view.article.version = 3;
        view.article.contentHash = contentHash(view.article.content);
        return view.article.id;
    }
    ArticleId addWithTwoTitles(State state)
    {
        const ArticleId id = add(u"Tổng kết / Họp"_s, state);
        Article &article = view(id).article;
        article.content.conflicts = {TextField::Title};
        article.contentHash = contentHash(article.content);
        return id;
    }
    ArticleView &view(ArticleId id) { return stage().articles.at(id); }
    void change(ArticleId id, const QString &text)
    {
        Article &article = view(id).article;
        article.content = sample(article.content.title, text);
        article.contentHash = contentHash(article.content);
        ++article.version;
        emit desk->articleChanged(id);
    }
    void sit() { sit(sourceForReview(*desk)); }
    void sit(const ReviewSource &source)
    {
        ReviewSource withChain = source;
        withChain.workflow = [] { return Workflow::standard(); }; // the stage's desk has none
        page = std::make_unique<ReviewPage>(withChain);
        QObject::connect(desk.get(), &Desk::articleChanged, page.get(), &ReviewPage::refresh);
        page->resize(1200, 720);
        page->show();
        QVERIFY(QTest::qWaitForWindowExposed(page.get()));
    }
    [[nodiscard]] QPushButton *button(Step step) const
    {
        for (auto *button : page->findChildren<QPushButton *>(toText(step))) {
            if (button->isVisible())
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] bool says(const QString &words) const
    {
        for (const auto *banner : page->findChildren<Banner *>()) {
            if (banner->isVisible() && banner->text().contains(words))
                return true;
        }
        return false;
    }
    [[nodiscard]] QPushButton *bannerButton(const QString &label) const
    {
        for (auto *button : page->findChildren<QPushButton *>()) {
            if (button->isVisible() && button->text() == label)
                return button;
        }
        return nullptr;
    }
    /// The answer of the question that is open, by the name of its button.
    [[nodiscard]] QPushButton *publishNow() const { return page->findChild<QPushButton *>(u"publishNow"_s); }
    void pressCtrlEnter() const
    {
        QTest::keyClick(page->findChild<QTreeView *>(u"queue"_s), Qt::Key_Return, Qt::ControlModifier);
    }
    /// As a key that is held: one more press that nobody made.
    void repeatCtrlEnter() const
    {
        auto *tree = page->findChild<QTreeView *>(u"queue"_s);
        QKeyEvent press(QEvent::KeyPress, Qt::Key_Return, Qt::ControlModifier, u"\r"_s, true);
        if (!QApplication::sendEvent(tree, &press))
            return;
        QKeyEvent release(QEvent::KeyRelease, Qt::Key_Return, Qt::ControlModifier, u"\r"_s, true);
        QApplication::sendEvent(tree, &release);
    }
    /// A text of several screens.
    ArticleId addLong(const QString &title, State state)
    {
        return add(title, state, QStringList(200, u"Sáng nay xã họp dân, bàn việc làm đường."_s).join(u'\n'));
    }
    [[nodiscard]] QString html() const { return page->findChild<ReadingView *>()->html(); }
    void endThePage() const
    {
        const qint64 process = page->findChild<QWebEngineView *>()->page()->renderProcessPid();
        QVERIFY(process > 0);
        QCOMPARE(::kill(pid_t(process), SIGKILL), 0);
    }
};

} // namespace

class TestReviewPage : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        setTheScene();
        DeskStage::user.grants = {{.role = Role::BoardChair, .section = {}}};
        DeskStage::users = {DeskStage::user};
    }

    void theFirstItemOfTheQueueIsRead()
    {
        Chair chair;
        chair.add(u"Đã duyệt rồi"_s, State::Approved);
        const ArticleId first = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.add(u"Của riêng ai"_s, State::Draft);
        chair.sit();
        QTRY_COMPARE(chair.page->article(), first);
        QTRY_VERIFY(chair.html().contains(u"Sáng nay xã họp dân."_s));
        QCOMPARE(chair.page->waitingCount(), 2);
        auto *tree = chair.page->findChild<QTreeView *>(u"queue"_s);
        QCOMPARE(tree->currentIndex(), chair.page->queue().indexOf(first));
        QTest::keyClick(tree, Qt::Key_Down);
        QTRY_VERIFY(chair.html().contains(u"Đã duyệt rồi"_s));
    }

    void twoTitlesAreNotApproved()
    {
        Chair chair;
        const ArticleId id = chair.addWithTwoTitles(State::AwaitingApproval);
        Article &article = chair.view(id).article;
        chair.sit();
        QTRY_VERIFY(chair.says(u"Two people changed the title"_s));
        QTRY_VERIFY(chair.button(Step::Approve));
        QVERIFY(!chair.button(Step::Approve)->isEnabled());
        article.content.conflicts.clear();
        article.contentHash = contentHash(article.content);
        ++article.version;
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY(chair.bannerButton(u"Read the &newer text"_s));
        chair.bannerButton(u"Read the &newer text"_s)->click();
        QTRY_VERIFY(chair.button(Step::Approve)->isEnabled());
    }

    void whoMayNotWriteIsNotToldHowToSettleTwoWordings()
    {
        Chair chair;
        const ArticleId id = chair.addWithTwoTitles(State::Submitted);
        chair.sit();
        chair.page->open(id);
        QTRY_VERIFY(chair.says(u"nobody has chosen between them yet"_s));
        QVERIFY(!chair.says(u"say that it is settled"_s));
    }

    void aScheduledItemIsKnownByItsHour()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Hẹn giờ"_s, State::Scheduled);
        const Instant hour = SystemClock().now() + std::chrono::hours(20);
        chair.view(id).article.scheduledAt = hour;
        chair.sit();
        QTRY_VERIFY(chair.page->queue().indexOf(id).isValid());
        const QString line = chair.page->queue().indexOf(id).data(ReviewQueueModel::SecondLineRole).toString();
        QVERIFY2(line.startsWith(momentText(hour)), qPrintable(line));
    }

    void anEmptyQueueSaysSo()
    {
        Chair chair;
        chair.sit();
        const auto saysNothingWaits = [&chair] {
            const auto labels = chair.page->findChildren<QLabel *>();
            return std::ranges::any_of(labels, [](const QLabel *label) {
                return label->isVisible() && label->text() == u"Nothing waits for you"_s;
            });
        };
        QTRY_VERIFY(saysNothingWaits());
    }

    void anApprovalNamesExactlyWhatWasShown()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        QTest::mouseClick(chair.button(Step::Approve), Qt::LeftButton);
        QTRY_COMPARE(chair.stage().commands.size(), size_t(1));
        const auto *approval = std::get_if<ApproveArticle>(&chair.stage().commands[0]);
        QVERIFY(approval);
        QCOMPARE(approval->article, id);
        QCOMPARE(approval->version, Version(3));
        QCOMPARE(approval->contentHash, contentHash(chair.view(id).article.content));
        QTRY_VERIFY(chair.says(u"You approved “Chờ duyệt”."_s));
    }

    void aNewerTextHasToBeReadFirst()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        chair.change(id, u"Sáng nay tỉnh họp dân."_s);
        QTRY_VERIFY(chair.says(u"A newer text has arrived"_s));
        QVERIFY(!chair.button(Step::Approve)->isEnabled());
        QVERIFY(chair.html().contains(u"xã họp dân"_s)); // what he reads is not pulled away
        QTest::mouseClick(chair.button(Step::Approve), Qt::LeftButton);
        QTest::keyClick(chair.page->findChild<QTreeView *>(u"queue"_s), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(chair.stage().commands.empty());
        QVERIFY(chair.button(Step::Refuse)->isEnabled()); // sending it back vouches for nothing

        chair.bannerButton(u"&Show what changed"_s)->click();
        QTRY_VERIFY(chair.html().contains("<ins"_L1));
        QVERIFY(chair.html().contains("<del"_L1));
        QVERIFY(!chair.button(Step::Approve)->isEnabled());

        chair.bannerButton(u"Read the &newer text"_s)->click();
        QTRY_VERIFY(chair.button(Step::Approve)->isEnabled());
        QVERIFY(chair.html().contains(u"Sáng nay tỉnh họp dân."_s));
        chair.button(Step::Approve)->click();
        QTRY_COMPARE(chair.stage().commands.size(), size_t(1));
        const auto &approval = std::get<ApproveArticle>(chair.stage().commands[0]);
        QCOMPARE(approval.version, Version(4));
        QCOMPARE(approval.contentHash, chair.view(id).article.contentHash);
    }

    void aTextThatIsNotSavedYetIsNotApproved()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.view(id).article.content.title = u"Vừa gõ thêm"_s; // the hash is that of the version before
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Approve));
        QVERIFY(!chair.button(Step::Approve)->isEnabled());
    }

    void aRefusalNeedsAReason()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Refuse));
        chair.button(Step::Refuse)->click();
        QTRY_VERIFY(chair.page->findChild<ReasonDialog *>());
        auto *dialog = chair.page->findChild<ReasonDialog *>();
        QTest::keyClick(chair.page->findChild<QTreeView *>(u"queue"_s), Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(chair.stage().commands.empty()); // not even while the dialog is not the active window yet
        dialog->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), dialog);
        auto *text = dialog->findChild<QPlainTextEdit *>();
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QVERIFY(chair.stage().commands.empty());
        text->setPlainText(u"  Trùng bài hôm qua.  "_s);
        QTest::keyClick(text, Qt::Key_Return, Qt::ControlModifier);
        QTRY_COMPARE(chair.stage().commands.size(), size_t(1));
        QCOMPARE(std::get<MoveArticle>(chair.stage().commands[0]),
                 (MoveArticle{.article = id, .version = 3, .step = Step::Refuse, .reason = u"Trùng bài hôm qua."_s}));
    }

    void theSameKeyTwiceDecidesOnOneItem_data()
    {
        QTest::addColumn<bool>("isHeld");
        QTest::newRow("pressed again") << false;
        QTest::newRow("held") << true;
    }
    void theSameKeyTwiceDecidesOnOneItem()
    {
        QFETCH(bool, isHeld);
        Chair chair;
        const ArticleId last = chair.add(u"Bài cũ"_s, State::AwaitingApproval);
        chair.view(last).article.updatedAt = fromMilliseconds(1'000);
        const ArticleId first = chair.add(u"Bài mới"_s, State::AwaitingApproval);
        chair.sit();
        QTRY_COMPARE(chair.page->article(), first);
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        chair.pressCtrlEnter();
        for (int i = 0; i < 20; ++i) {
            if (isHeld)
                chair.repeatCtrlEnter();
            else
                chair.pressCtrlEnter();
            QTest::qWait(60); // through the answer, and past the rest of the buttons
        }
        QCOMPARE(chair.page->article(), first);
        QCOMPARE(chair.stage().commands.size(), size_t(1));
        QCOMPARE(chair.view(last).article.state, State::AwaitingApproval);
        QVERIFY(!chair.page->findChild<QDialog *>());
        QVERIFY(chair.says(u"You approved “Bài mới”."_s));

        // Chosen by hand, the other is read, and only then decided on.
        chair.bannerButton(u"Next artic&le"_s)->click();
        QTRY_COMPARE(chair.page->article(), last);
        auto *tree = chair.page->findChild<QTreeView *>(u"queue"_s);
        QTRY_COMPARE(tree->currentIndex(), chair.page->queue().indexOf(last));
        QTRY_VERIFY(chair.html().contains(u"Bài cũ"_s));
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        chair.pressCtrlEnter();
        QTRY_COMPARE(chair.view(last).article.state, State::Approved);
    }

    void aHeldKeyDecidesNothing()
    {
        Chair chair;
        chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        chair.repeatCtrlEnter();
        QTest::qWait(50);
        QVERIFY(chair.stage().commands.empty());
    }

    void aDoubleClickIsOnePress()
    {
        DeskStage::user.grants = {{.role = Role::Editor, .section = {}}};
        Chair chair;
        const ArticleId id = chair.add(u"Mới gửi"_s, State::Submitted);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Claim) && chair.button(Step::Claim)->isEnabled());
        const QPoint there =
            chair.button(Step::Claim)->mapTo(chair.page.get(), chair.button(Step::Claim)->rect().center());
        QTest::mouseClick(chair.button(Step::Claim), Qt::LeftButton);
        const auto secondHalf = [&] {
            QWidget *under = chair.page->childAt(there);
            QVERIFY(under);
            const QPointF at = under->mapFrom(chair.page.get(), there);
            for (const QEvent::Type type : {QEvent::MouseButtonDblClick, QEvent::MouseButtonRelease}) {
                QMouseEvent event(type, at, under->mapToGlobal(at), Qt::LeftButton, Qt::LeftButton, {});
                QApplication::sendEvent(under, &event);
            }
        };
        QTRY_VERIFY(chair.button(Step::RequestApproval));
        secondHalf(); // another button stands there now
        QTRY_VERIFY(chair.button(Step::RequestApproval)->isEnabled());
        secondHalf();
        QTest::qWait(50);
        QCOMPARE(chair.view(id).article.state, State::InEditing);
        QCOMPARE(chair.stage().commands.size(), size_t(1));
    }

    void aStepThatSomebodyElseBroughtUnderTheHandRestsFirst()
    {
        DeskStage::user.grants = {{.role = Role::Editor, .section = {}}};
        Chair chair;
        const ArticleId id = chair.add(u"Mới gửi"_s, State::Submitted);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Claim) && chair.button(Step::Claim)->isEnabled());
        chair.view(id).article.state = State::InEditing; // another has taken it in
        DeskStage::allow(chair.view(id));
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY(chair.button(Step::RequestApproval));
        QVERIFY(!chair.button(Step::RequestApproval)->isEnabled());
        chair.pressCtrlEnter();
        QVERIFY(chair.stage().commands.empty());
        QTRY_VERIFY(chair.button(Step::RequestApproval)->isEnabled());
    }

    void nobodyVouchesForWhatWasNotOnTheScreen()
    {
        Chair chair;
        const ArticleId id = chair.addLong(u"Bài dài"_s, State::AwaitingApproval);
        chair.sit();
        QTRY_VERIFY(chair.page->findChild<ReadingView *>()->isShown());
        QTest::qWait(300);
        QVERIFY(chair.button(Step::Approve));
        QVERIFY(!chair.button(Step::Approve)->isEnabled());
        QVERIFY(chair.button(Step::Refuse)->isEnabled()); // sending it back vouches for nothing
        QVERIFY(chair.button(Step::Approve)->toolTip().contains(u"Read to the end"_s)); // and it says why
        chair.pressCtrlEnter();
        QVERIFY(chair.stage().commands.empty());
        auto *view = chair.page->findChild<QWebEngineView *>();
        view->setFocus();
        QTest::keyClick(view->focusProxy() ? view->focusProxy() : view, Qt::Key_End);
        QTRY_VERIFY_WITH_TIMEOUT(chair.button(Step::Approve)->isEnabled(), 10'000);
        chair.button(Step::Approve)->click();
        QTRY_COMPARE(chair.view(id).article.state, State::Approved);
    }

    void aDecisionIsTakenBackFromTheStripOrLater_data()
    {
        QTest::addColumn<bool>("isLater");
        QTest::newRow("at once") << false;
        QTest::newRow("later, among the steps") << true;
    }
    void aDecisionIsTakenBackFromTheStripOrLater()
    {
        QFETCH(bool, isLater);
        Chair chair;
        const ArticleId other = chair.add(u"Bài khác"_s, State::AwaitingApproval);
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        chair.button(Step::Approve)->click();
        QTRY_VERIFY(chair.says(u"You approved"_s));
        if (isLater) {
            QTRY_VERIFY(chair.button(Step::Revoke) && chair.button(Step::Revoke)->isEnabled());
            chair.button(Step::Revoke)->click();
        } else {
            chair.page->open(other); // he has gone on; the strip is still of the first
            chair.bannerButton(u"Ta&ke back"_s)->click();
        }
        QTRY_COMPARE(chair.view(id).article.state, State::AwaitingApproval);
        QTRY_COMPARE(chair.page->article(), id);
        QVERIFY(chair.says(u"You took back the decision on “Chờ duyệt”."_s));
        QCOMPARE(std::get<MoveArticle>(chair.stage().commands.back()),
                 (MoveArticle{.article = id, .version = 3, .step = Step::Revoke, .reason = {}}));
        QCOMPARE(chair.view(other).article.state, State::AwaitingApproval);
    }

    void whatIsScheduledIsNeitherChosenNorWantedMost()
    {
        Chair chair;
        const ArticleId scheduled = chair.add(u"Sáng mai"_s, State::Scheduled);
        chair.view(scheduled).article.scheduledAt = SystemClock().now() + std::chrono::hours(20);
        chair.sit();
        QTRY_VERIFY(chair.page->queue().indexOf(scheduled).isValid());
        QTest::qWait(50);
        QVERIFY(chair.page->article().isNull());
        chair.pressCtrlEnter();
        chair.page->open(scheduled);
        QTRY_VERIFY(chair.button(Step::Publish) && chair.button(Step::Publish)->isEnabled());
        for (int i = 0; i < 3; ++i)
            chair.pressCtrlEnter();
        QVERIFY(!chair.page->findChild<QMessageBox *>());
        QVERIFY(chair.stage().commands.empty());
        // Publishing does not stand where the hand goes by itself.
        QVERIFY(chair.button(Step::Publish)->x() < chair.button(Step::Schedule)->x());
    }

    void theNextOneIsNeverAScheduledOne()
    {
        Chair chair;
        const ArticleId scheduled = chair.add(u"Sáng mai"_s, State::Scheduled);
        chair.view(scheduled).article.scheduledAt = SystemClock().now() + std::chrono::hours(20);
        chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        chair.button(Step::Approve)->click();
        QTRY_VERIFY(chair.says(u"You approved"_s));
        QVERIFY(!chair.bannerButton(u"Next artic&le"_s));
    }

    void publishingAsksFirstAndNotForTheSameKey()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Đã duyệt"_s, State::Approved);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Publish) && chair.button(Step::Publish)->isEnabled());
        for (const auto &[key, modifiers] :
             {std::pair(Qt::Key_Return, Qt::KeyboardModifiers(Qt::ControlModifier)),
              std::pair(Qt::Key_Return, Qt::KeyboardModifiers()), std::pair(Qt::Key_Enter, Qt::KeyboardModifiers())}) {
            chair.pressCtrlEnter();
            QTRY_VERIFY(chair.page->findChild<QMessageBox *>());
            auto *question = chair.page->findChild<QMessageBox *>();
            QVERIFY(question->defaultButton() != chair.publishNow());
            QTest::keyClick(question, key, modifiers);
            QTest::qWait(20);
            QVERIFY(chair.stage().commands.empty());
            question->reject();
            QTRY_VERIFY(!chair.page->findChild<QMessageBox *>());
        }
        chair.pressCtrlEnter();
        QTRY_VERIFY(chair.publishNow());
        chair.publishNow()->click();
        QTRY_COMPARE(chair.stage().commands.size(), size_t(1));
        QCOMPARE(std::get<PublishArticle>(chair.stage().commands[0]), (PublishArticle{.article = id, .version = 3}));
        // In a hurry it is taken down from where it was published.
        QTRY_VERIFY(chair.bannerButton(u"Take &down"_s));
        QTRY_VERIFY(chair.button(Step::Unpublish) && chair.button(Step::Unpublish)->isEnabled());
    }

    void aQuestionGoesWithTheItemItIsAbout()
    {
        Chair chair;
        const ArticleId other = chair.add(u"Bài khác"_s, State::AwaitingApproval);
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.sit();
        chair.page->open(id);
        QTRY_VERIFY(chair.button(Step::Refuse) && chair.button(Step::Refuse)->isEnabled());
        chair.button(Step::Refuse)->click();
        QTRY_VERIFY(chair.page->findChild<ReasonDialog *>());
        QPointer<ReasonDialog> dialog = chair.page->findChild<ReasonDialog *>();
        chair.page->open(other);
        chair.page->open(id); // and back, before it has been fetched
        if (dialog)
            emit dialog->reasonGiven(u"Trùng bài."_s);
        QTRY_VERIFY(!dialog);
        QVERIFY(std::ranges::all_of(chair.stage().commands,
                                    [id](const Command &command) { return articleOf(command) == id; }));
        QCOMPARE(chair.view(other).article.state, State::AwaitingApproval);
    }

    void aNewerTextStopsWhatADialogWasAsking()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Đã duyệt"_s, State::Approved);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Publish) && chair.button(Step::Publish)->isEnabled());
        chair.button(Step::Publish)->click();
        QTRY_VERIFY(chair.page->findChild<QMessageBox *>());
        chair.change(id, u"Khác rồi."_s);
        QTRY_VERIFY(chair.says(u"A newer text has arrived"_s));
        chair.publishNow()->click();
        QCoreApplication::processEvents();
        QVERIFY(chair.stage().commands.empty());
    }

    void theHourIsThatOfTheSite()
    {
        const Instant now = fromMilliseconds(1'700'000'000'000); // 2023-11-14 22:13 UTC, 05:13 on the 15th in Hanoi
        ScheduleDialog dialog(u"Bài"_s, now, std::nullopt, QTimeZone("Asia/Ho_Chi_Minh"), nullptr);
        dialog.setAttribute(Qt::WA_DeleteOnClose, false);
        auto *edit = dialog.findChild<QDateTimeEdit *>();
        QCOMPARE(edit->text(), u"06:00 15-11-2023"_s);
        Instant chosen;
        connect(&dialog, &ScheduleDialog::hourChosen, this, [&chosen](Instant at) { chosen = at; });
        dialog.open();
        for (auto *button : dialog.findChildren<QPushButton *>()) {
            if (button->text() == u"Tomorrow 07:00"_s)
                button->click();
        }
        QCOMPARE(edit->text(), u"07:00 16-11-2023"_s);
        for (auto *button : dialog.findChildren<QPushButton *>()) {
            if (button->isDefault())
                button->click();
        }
        QCOMPARE(QDateTime::fromMSecsSinceEpoch(toMilliseconds(chosen), Qt::UTC).toString(Qt::ISODate),
                 u"2023-11-16T00:00:00Z"_s);
    }

    void whatWaitsForTheNetworkSaysSo()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        ReviewSource source = sourceForReview(*chair.desk);
        source.submit = [&chair, id](const Command &command, QObject *, const Callback<ArticleView> &done) {
            ArticleView &view = chair.view(id);
            view.article.state = State::Approved;
            view.waiting = {{.request = {},
                             .article = id,
                             .title = {},
                             .step = stepOf(command),
                             .givenAt = {},
                             .state = WaitingState::Waiting,
                             .refusal = {}}};
            DeskStage::allow(view);
            done(view);
        };
        chair.sit(source);
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        chair.button(Step::Approve)->click();
        QTRY_VERIFY(chair.says(u"It is kept on this PC"_s));
        QTRY_VERIFY(chair.says(u"waits on this PC"_s));
        chair.view(id).waiting.clear();
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY2(!chair.says(u"on this PC"_s), "it is said to wait although the server has it");
        QVERIFY(chair.says(u"You approved “Chờ duyệt”."_s));
    }

    void aStepThatIsNotAllowedIsToldInASentence()
    {
        Chair chair;
        chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.stage().submitError = Error{ErrorCode::Conflict, u"article.contentHash"_s, u"secret detail"_s};
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        chair.button(Step::Approve)->click();
        QTRY_VERIFY(chair.says(u"."_s));
        QVERIFY(!chair.says(u"secret detail"_s));
        QTRY_VERIFY(chair.button(Step::Approve)->isEnabled()); // he can try again
    }

    void itIsComparedWithWhatReadersHaveOrWithWhatChangedHands_data()
    {
        QTest::addColumn<bool>("isPublished");
        QTest::addColumn<Version>("base");
        QTest::newRow("readers have the first") << true << Version(1);
        QTest::newRow("changed hands as the third") << false << Version(3);
    }
    void itIsComparedWithWhatReadersHaveOrWithWhatChangedHands()
    {
        QFETCH(bool, isPublished);
        QFETCH(Version, base);
        Chair chair;
        const UserId author{DeskStage::newId().uuid};
        const auto prepare = [&](ArticleId id) {
            ArticleView &view = chair.view(id);
            view.article.version = 6;
            const auto decision = [&](Version version, Step step) {
                view.decisions.push_back(
                    {.article = id, .version = version, .step = step, .actor = author, .at = {}, .reason = {}});
            };
            decision(3, Step::Submit);
            decision(6, Step::RequestApproval);
            if (isPublished)
                view.article.publication =
                    Publication{.number = 1, .slug = {}, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        };
        const ArticleId second = chair.add(u"Bài sau"_s, State::AwaitingApproval);
        chair.view(second).article.updatedAt = fromMilliseconds(1'000);
        const ArticleId first = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        prepare(first);
        prepare(second);
        ReviewSource source = sourceForReview(*chair.desk);
        source.revisions = [](ArticleId, QObject *, const Callback<std::vector<RevisionLine>> &done) {
            std::vector<RevisionLine> lines;
            for (Version version = 1; version <= 6; ++version) // most of them saved by the program
                lines.push_back({.version = version, .savedBy = DeskStage::user.id, .savedAt = {}, .contentHash = {}});
            done(lines);
        };
        Version asked = 0;
        source.revision = [&asked](ArticleId, Version version, QObject *, const Callback<Content> &done) {
            asked = version;
            done(sample(u"Chờ xem"_s, u"Chiều nay xã họp dân."_s));
        };
        chair.sit(source);
        QTRY_VERIFY(chair.html().contains(u"Sáng nay"_s));
        QCOMPARE(chair.page->article(), first);
        chair.page->findChild<QTabBar *>()->setCurrentIndex(1);
        QTRY_VERIFY(chair.html().contains("<ins"_L1));
        QCOMPARE(asked, base);
        auto *versions = chair.page->findChild<QComboBox *>();
        QVERIFY2(versions->width() > versions->fontMetrics().horizontalAdvance(versions->currentText()),
                 "the version that is compared with is cut off");
        QVERIFY(chair.html().contains(u"Chiều"_s));
        QVERIFY(chair.html().contains(u"Sáng"_s));
        QVERIFY(chair.html().contains(u"xem"_s)); // the title too
        QVERIFY(chair.html().contains(u"họp dân"_s));

        // What he chose is of this item, as long as it is read.
        versions->setCurrentIndex(versions->findData(qlonglong(5)));
        emit versions->activated(versions->currentIndex());
        QCOMPARE(asked, Version(5));
        emit chair.desk->articleChanged(first);
        QTRY_COMPARE(versions->currentData().toLongLong(), 5);
        for (const ArticleId next : {second, first}) {
            chair.page->open(next);
            QTRY_COMPARE(chair.page->findChild<QTabBar *>()->currentIndex(), 0);
            chair.page->findChild<QTabBar *>()->setCurrentIndex(1);
            QTRY_COMPARE(asked, base);
            asked = 0;
        }
    }

    void whatNeverChangedHandsIsComparedWithNothingByItself()
    {
        DeskStage::user.grants = {{.role = Role::Editor, .section = {}}};
        Chair chair;
        chair.add(u"Đang biên tập"_s, State::InEditing);
        ReviewSource source = sourceForReview(*chair.desk);
        source.revisions = [](ArticleId, QObject *, const Callback<std::vector<RevisionLine>> &done) {
            done(std::vector<RevisionLine>{
                {.version = 1, .savedBy = DeskStage::user.id, .savedAt = {}, .contentHash = {}},
                {.version = 2, .savedBy = DeskStage::user.id, .savedAt = {}, .contentHash = {}}});
        };
        chair.sit(source);
        QTRY_VERIFY(chair.html().contains(u"Sáng nay"_s));
        chair.page->findChild<QTabBar *>()->setCurrentIndex(1);
        QTRY_VERIFY(chair.html().contains(u"changed hands"_s));
        QCOMPARE(chair.page->findChild<QComboBox *>()->currentIndex(), -1);
        QCOMPARE(chair.page->findChild<QComboBox *>()->count(), 2);
    }

    void aCorrectionUnderWayStaysWithWhoOpenedItAndSaysWhoIsNext()
    {
        User deputy = DeskStage::user;
        deputy.id = UserId{DeskStage::newId().uuid};
        deputy.name = u"Trần Phó"_s;
        deputy.grants = {{.role = Role::DeputyChair, .section = {}}};
        DeskStage::users.push_back(deputy);
        Chair chair;
        const ArticleId id = chair.add(u"Đã đăng"_s, State::InEditing);
        ArticleView &view = chair.view(id);
        view.decisions = {
            {.article = id, .version = 3, .step = Step::Correct, .actor = DeskStage::user.id, .at = {}, .reason = {}}};
        view.article.trail = trailOf(view.decisions);
        DeskStage::allow(view);
        chair.sit();
        QTRY_COMPARE(chair.page->article(), id);
        QCOMPARE(chair.page->queue().index(0, 0).data().toString(), u"Being corrected (1)"_s);
        QCOMPARE(chair.page->waitingCount(), 0);
        const auto saysBelow = [&chair](const QString &words) {
            const auto labels = chair.page->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
        };
        QTRY_VERIFY(saysBelow(u"Waits for Trần Phó to approve it."_s));
        QTRY_VERIFY(chair.button(Step::RequestApproval) && chair.button(Step::RequestApproval)->isEnabled());
        chair.button(Step::RequestApproval)->click();
        QTRY_COMPARE(chair.view(id).article.state, State::AwaitingApproval);
        QTRY_COMPARE(chair.page->queue().taskOf(id), std::optional(ReviewTask::Correcting));
        QTRY_VERIFY(saysBelow(u"Waits for Trần Phó to approve it."_s));
        QVERIFY(!chair.button(Step::Approve)); // he wrote it
        QVERIFY(chair.button(Step::Revoke));
    }

    void returningToWhoWillNotReceiveItIsSaidBefore()
    {
        DeskStage::user.grants = {{.role = Role::Editor, .section = {}}};
        Chair chair;
        const ArticleId id = chair.add(u"Đang biên tập"_s, State::InEditing);
        chair.view(id).article.trail.isAuthorAway = true;
        DeskStage::allow(chair.view(id));
        chair.sit();
        QTRY_VERIFY(chair.button(Step::ReturnToAuthor) && chair.button(Step::ReturnToAuthor)->isEnabled());
        chair.button(Step::ReturnToAuthor)->click();
        QTRY_VERIFY(chair.page->findChild<ReasonDialog *>());
        const auto labels = chair.page->findChild<ReasonDialog *>()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text().contains(u"will not receive it"_s); }));
        emit chair.page->findChild<ReasonDialog *>()->reasonGiven(u"Bổ sung."_s);
        QTRY_COMPARE(chair.view(id).article.state, State::Returned);
        QTRY_COMPARE(chair.page->queue().taskOf(id), std::optional(ReviewTask::TakeOver));
        QTRY_VERIFY(chair.button(Step::Claim) && chair.button(Step::Claim)->isEnabled());
    }

    void whatAPersonWroteIsEscaped()
    {
        Content content = sample(u"<script>1</script>"_s);
        content.subtitle = u"<b>"_s;
        content.tags = {u"<i>"_s};
        content.bylines = {{.name = u"<u>"_s, .share = Share::Photos}};
        const auto html = readingHtml(content, u"<section>"_s);
        QVERIFY(html.ok());
        const ComparedContent before{.content = sample(u"<em>"_s), .name = u"<a>"_s, .section = u"<x>"_s};
        const auto difference = differenceHtml(before, {.content = content, .name = u"<c>"_s, .section = u"<y>"_s});
        QVERIFY(difference.ok());
        for (const QString &text : {*html, *difference}) {
            for (const QString &tag :
                 {u"<script>"_s, u"<b>"_s, u"<i>"_s, u"<u>"_s, u"<em>"_s, u"<a>"_s, u"<x>"_s, u"<y>"_s, u"<c>"_s})
                QVERIFY2(!text.contains(tag), qPrintable(tag));
        }
    }

    void aBodyThatDoesNotReadIsNotApproved()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        Article &article = chair.view(id).article;
        article.content.body = "{\"type\":\"nothing\"}";
        article.contentHash = contentHash(article.content);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Approve));
        QVERIFY(!chair.button(Step::Approve)->isEnabled());
    }

    void aPageThatIsLostIsShownAgainAndNotDecidedOnMeanwhile()
    {
        Chair chair;
        chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        bool couldApprove = true;
        connect(chair.page->findChild<ReadingView *>(), &ReadingView::lost, chair.page.get(),
                [&] { couldApprove = chair.button(Step::Approve)->isEnabled(); });
        chair.endThePage();
        QTRY_VERIFY2(!couldApprove, "an empty page could be approved");
        QTRY_VERIFY(chair.button(Step::Approve)->isEnabled());
        QVERIFY(chair.page->findChild<ReadingView *>()->isShown());
    }

    void aPageThatEndsEachTimeIsNotTriedForEver()
    {
        Chair chair;
        chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.sit();
        auto *reading = chair.page->findChild<ReadingView *>();
        for (int end = 0; end < 4; ++end) {
            QTRY_VERIFY(reading->isShown());
            chair.endThePage();
            QTRY_VERIFY(!reading->isShown());
        }
        QTRY_VERIFY(chair.says(u"stopped several times"_s));
        QVERIFY(!chair.button(Step::Approve)->isEnabled());
        chair.bannerButton(u"Show it a&gain"_s)->click();
        QTRY_VERIFY(chair.button(Step::Approve)->isEnabled());
        QVERIFY(!chair.says(u"stopped several times"_s));
    }

    void whatCannotBeReadNowIsNotSaidToBeGone()
    {
        Chair chair;
        chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        ReviewSource source = sourceForReview(*chair.desk);
        std::optional<Error> error;
        source.article = [&error, article = source.article](ArticleId id, QObject *context,
                                                            const Callback<ArticleView> &done) {
            if (error)
                done(*error);
            else
                article(id, context, done);
        };
        chair.sit(source);
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        error = Error{ErrorCode::Unavailable, u"storage.busy"_s, {}};
        chair.page->refresh(chair.page->article());
        QVERIFY(chair.says(errorText(*error)));
        QVERIFY(!chair.says(u"no longer on the server"_s));
        QVERIFY(chair.button(Step::Approve)->isEnabled());
        error = Error{ErrorCode::NotFound, u"article"_s, {}};
        chair.page->refresh(chair.page->article());
        QVERIFY(chair.says(u"no longer on the server"_s));
        QVERIFY(!chair.button(Step::Approve)->isEnabled());
    }

    void theFocusStaysInTheQueueAfterAStep_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<State>("state");
        QTest::addColumn<Step>("step");
        QTest::newRow("the item stays") << Role::BoardChair << State::AwaitingApproval << Step::Approve;
        QTest::newRow("asked first") << Role::BoardChair << State::Approved << Step::Publish;
        QTest::newRow("nothing is left") << Role::Editor << State::InEditing << Step::RequestApproval;
    }
    void theFocusStaysInTheQueueAfterAStep()
    {
        QFETCH(Role, role);
        QFETCH(State, state);
        QFETCH(Step, step);
        DeskStage::user.grants = {{.role = role, .section = {}}};
        DeskStage::users = {DeskStage::user};
        QWidget window; // with something before the page, where Qt goes on looking for a place
        auto *layout = new QVBoxLayout(&window);
        layout->addWidget(new QPushButton(u"New article"_s, &window));
        Chair chair;
        const ArticleId id = chair.add(u"Chờ duyệt"_s, state);
        chair.sit();
        layout->addWidget(chair.page.get());
        window.resize(1200, 760);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTRY_VERIFY(chair.button(step) && chair.button(step)->isEnabled());
        QTest::mouseClick(chair.button(step), Qt::LeftButton);
        if (const auto *question = chair.page->findChild<QMessageBox *>()) {
            QVERIFY(QTest::qWaitForWindowActive(question->window()));
            QTest::mouseClick(chair.publishNow(), Qt::LeftButton);
        }
        QTRY_VERIFY(chair.view(id).article.state != state);
        QTRY_VERIFY(!chair.button(step));
        const auto *queue = chair.page->findChild<ReviewQueue *>();
        QTRY_VERIFY(window.focusWidget() && queue->isAncestorOf(window.focusWidget()));
        QVERIFY(window.focusWidget()->isVisible());
    }

    void whatThePageShowsHasAStyle()
    {
        const Content before = sample(u"Nhiều hộ"_s);
        Content after = sample(u"Hơn sáu mươi hộ"_s, u"Chiều nay xã họp dân."_s);
        after.subtitle = u"phụ đề"_s;
        after.correction = u"đính chính"_s;
        after.bylines = {{.name = u"Hoa"_s, .share = Share::Words}};
        after.source = u"nguồn"_s;
        after.tags = {u"thẻ"_s};
        QString styles;
        for (const QString &name : {u"tokens.css"_s, u"article.css"_s, u"reading.css"_s}) {
            QFile file(u":/review/"_s + name);
            QVERIFY(file.open(QIODevice::ReadOnly));
            styles += QString::fromUtf8(file.readAll());
        }
        const auto difference = differenceHtml({.content = before, .name = {}, .section = {}},
                                               {.content = after, .name = {}, .section = u"Tin"_s});
        const auto text = readingHtml(after, {});
        QVERIFY(difference.ok() && text.ok());
        static const QRegularExpression classes(u"class=\"([^\"]+)\""_s);
        int seen = 0;
        for (const QString &html : {*difference, *text, noticeHtml(u"x"_s)}) {
            for (auto match = classes.globalMatch(html); match.hasNext(); ++seen) {
                const QString name = match.next().captured(1);
                QVERIFY2(styles.contains(u'.' + name + u' ') || styles.contains(u'.' + name + u',')
                             || styles.contains(u'.' + name + u'{'),
                         qPrintable(name));
            }
        }
        QVERIFY(seen > 10);
    }

    void theHistoryNamesPersonsInFull()
    {
        HistoryView view;
        view.resize(900, 300);
        const QString name = u"Công Tằng Tôn Nữ Nguyễn Thành Phương Thảo"_s;
        view.showHistory({}, {{.version = 1, .savedBy = DeskStage::user.id, .savedAt = {}, .contentHash = {}}},
                         [&name](UserId) { return name; });
        view.show();
        QVERIFY(QTest::qWaitForWindowExposed(&view));
        QVERIFY(view.columnWidth(2) > view.fontMetrics().horizontalAdvance(name));
    }

    void thePageIsDrawn()
    {
        Chair chair;
        chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.sit();
        QSignalSpy shown(chair.page->findChild<ReadingView *>(), &ReadingView::shown);
        QTRY_VERIFY_WITH_TIMEOUT(shown.count() > 0, 20'000);
    }
};

QTEST_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
