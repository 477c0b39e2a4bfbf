#include "support/Patience.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/PortalButton.h"
#include "ui/models/StepText.h"
#include "ui/review/HistoryView.h"
#include "ui/review/ReadingHtml.h"
#include "ui/review/ReviewFixture.h"
#include "ui/review/ReviewQueue.h"
#include "ui/widgets/EmptyState.h"
#include "ui/widgets/ErrorText.h"

#include <QApplication>
#include <QComboBox>
#include <QFile>
#include <QLabel>
#include <QMessageBox>
#include <QRegularExpression>
#include <QSignalSpy>
#include <QSplitter>
#include <QTabBar>
#include <QTimer>
#include <QVBoxLayout>

using namespace toasoan;
using namespace Qt::StringLiterals;

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

    void onALowScreenTheTextHasNearlyHalfOfThePageAndNothingAboveItIsCut()
    {
        Chair chair;
        const QString title = u"Sinh hoạt chi bộ theo chuyên đề: chọn việc cụ thể, làm đến nơi đến chốn ở từng thôn"_s;
        const ArticleId id = chair.add(title, State::AwaitingApproval);
        Article &article = chair.view(id).article;
        article.reason = u"Xem lại số liệu"_s; // a banner
        chair.sit();
        chair.page->resize(952, 604); // of a screen of 1,024 by 700
        chair.page->open(id);
        const QWidget *text = chair.page->findChild<ReadingView *>();
        const QWidget *page = chair.page.get();
        QTRY_VERIFY(chair.says(u"Xem lại số liệu"_s));
        QTRY_VERIFY(chair.bannerButton(u"1 note(s)"_s));
        QTRY_VERIFY2(text->height() >= 0.45 * page->height(), qPrintable(QString::number(text->height())));
        QTRY_COMPARE(chair.cutOnes(), QStringList());
        QVERIFY(!chair.says(u"Before you decide"_s));
        auto *folded = chair.bannerButton(u"1 note(s)"_s);
        QVERIFY(folded->toolTip().startsWith(u"Before you decide"_s));
        folded->click();
        QTRY_VERIFY(chair.says(u"Before you decide"_s));
        QTRY_COMPARE(chair.cutOnes(), QStringList());
        // With more around it: what cannot be folded is whole, and the text has less.
        QTRY_VERIFY(chair.isSeen());
        chair.change(id, u"Sáng nay xã họp dân, bàn việc làm đường."_s);
        QTRY_VERIFY(chair.bannerButton(u"Read the newer text"_s));
        QTRY_COMPARE(chair.cutOnes(), QStringList());
        QVERIFY(text->height() >= 0.25 * page->height());
        chair.page->resize(1400, 900);
        QTRY_VERIFY(!chair.bannerButton(u"1 note(s)"_s));
        QTRY_VERIFY(text->height() >= 0.45 * page->height());
    }

    void whoMayNotWriteIsNotToldHowToSettleTwoWordings()
    {
        Chair chair;
        const ArticleId id = chair.addWithTwoTitles(State::Submitted);
        chair.sit();
        chair.page->open(id);
        QTRY_VERIFY(chair.says(u"nobody has chosen between"_s));
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
        QCOMPARE(chair.page->queue().indexOf(id).data(ReviewQueueModel::TimeRole).toString(), momentText(hour));
    }

    void howLongAgoAVersionWasSavedAgesWhileItIsComparedWith()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Bài"_s, State::AwaitingApproval);
        Instant now = SystemClock().now();
        chair.stage().versions.push_back(
            {.line = {.version = 1, .savedBy = DeskStage::user.id, .savedAt = now, .contentHash = {}},
             .content = sample(u"Bài"_s)});
        ReviewSource source = sourceForReview(*chair.desk);
        source.now = [&now] { return now; };
        chair.sit(source);
        chair.page->open(id);
        auto *reader = chair.page->findChild<ArticleReader *>();
        QTRY_VERIFY(chair.isSeen());
        reader->showDifference();
        auto *versions = reader->findChild<QComboBox *>();
        QTRY_COMPARE(versions->count(), 1);
        versions->setCurrentIndex(0);
        QVERIFY(versions->currentText().contains(u"just now"_s));
        now += std::chrono::minutes(7);
        for (auto *timer : reader->findChildren<QTimer *>(Qt::FindDirectChildrenOnly))
            timer->start(1); // a minute is over
        QTRY_VERIFY(versions->currentText().contains(u"7 minute"_s));
        QCOMPARE(versions->currentIndex(), 0);
    }

    // Behind some steps nothing is left to do for him: they wait all the same.
    void everyStepThatWaitsHereStandsInTheQueue_data()
    {
        QTest::addColumn<State>("before");
        QTest::addColumn<State>("hoped");
        QTest::newRow("taken in") << State::Submitted << State::InEditing;
        QTest::newRow("published") << State::Approved << State::Published;
        QTest::newRow("scheduled") << State::Approved << State::Scheduled;
        QTest::newRow("refused") << State::AwaitingApproval << State::Refused;
        QTest::newRow("returned") << State::Submitted << State::Returned;
        QTest::newRow("correcting") << State::Published << State::InEditing;
    }
    void everyStepThatWaitsHereStandsInTheQueue()
    {
        QFETCH(const State, before);
        QFETCH(const State, hoped);
        DeskStage::user.grants = {{.role = Role::BoardChair, .section = {}}, {.role = Role::Editor, .section = {}}};
        DeskStage::users = {DeskStage::user};
        Chair chair;
        const ArticleId id = chair.add(u"Mất mạng"_s, hoped);
        chair.view(id).atServer = AtServer{.state = before};
        chair.sit();
        const auto task = [&] { return chair.page->queue().taskOf(id); };
        QTRY_COMPARE(task(), std::optional(ReviewTask::NotSent));
        QCOMPARE(chair.page->queue().items().size(), std::size_t(1));
        emit chair.desk->articleChanged(id);
        QTest::qWait(50);
        QCOMPARE(task(), std::optional(ReviewTask::NotSent));
    }

    void aRowOfTheQueueHasRoomForTheWholeTitleAndTheTime()
    {
        Chair chair;
        const ArticleId brief = chair.add(u"Ngắn"_s, State::AwaitingApproval);
        const ArticleId longer =
            chair.add(u"Xã Bình Minh tổ chức hội nghị tổng kết công tác phòng, chống thiên tai chín tháng đầu năm"_s,
                      State::AwaitingApproval);
        chair.sit();
        auto *tree = chair.page->findChild<QTreeView *>(u"queue"_s);
        QTRY_VERIFY(chair.page->queue().indexOf(longer).isValid());
        const auto heightOf = [&](ArticleId id) { return tree->visualRect(chair.page->queue().indexOf(id)).height(); };
        QTRY_VERIFY(heightOf(brief) > 0);
        const int line = QFontMetrics(tree->font()).height();
        QTRY_VERIFY(heightOf(longer) >= heightOf(brief) + line);
        QTRY_VERIFY(heightOf(brief) < 3 * line + 18); // and no more than it needs, from its first look on
        QFont font = tree->font();
        font.setWeight(QFont::DemiBold);
        const QRect room(0, 0, tree->viewport()->width() - 26, 1000);
        const QString title = chair.page->queue().indexOf(longer).data().toString();
        QVERIFY(heightOf(longer) > QFontMetrics(font).boundingRect(room, Qt::TextWordWrap, title).height() + line);
        const int before = heightOf(longer);
        chair.page->resize(2400, 720);
        auto *splitter = chair.page->findChild<QSplitter *>();
        splitter->setSizes({1200, 1200});
        QTRY_VERIFY(heightOf(longer) < before);
    }

    // Whoever chooses the row anew wants the article as it is now; what he reads stays for who does not.
    void whoChoosesTheRowAgainIsShownTheNewest()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval, u"Bản một"_s);
        chair.sit();
        QTRY_COMPARE(chair.page->article(), id);
        QTRY_VERIFY(chair.isSeen());
        chair.change(id, u"Bản hai"_s);
        QTRY_VERIFY(chair.says(u"newer version"_s));
        QVERIFY(chair.html().contains(u"Bản một"_s));
        auto *tree = chair.page->findChild<QTreeView *>(u"queue"_s);
        QTest::mouseClick(tree->viewport(), Qt::LeftButton, {},
                          tree->visualRect(chair.page->queue().indexOf(id)).center());
        QTRY_VERIFY(chair.html().contains(u"Bản hai"_s));
        QVERIFY(!chair.says(u"newer version"_s));
        QTRY_VERIFY(chair.isSeen());
        chair.change(id, u"Bản ba"_s);
        QTRY_VERIFY(chair.says(u"newer version"_s));
        QVERIFY(chair.html().contains(u"Bản hai"_s));
    }

    void whoHasNotLookedYetIsShownTheNewest()
    {
        Chair chair;
        chair.sit();
        chair.page->hide(); // another page is in front
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval, u"Bản một"_s);
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY(chair.html().contains(u"Bản một"_s));
        chair.change(id, u"Bản hai"_s);
        QTRY_VERIFY(chair.html().contains(u"Bản hai"_s));
        chair.page->show();
        QTRY_VERIFY(chair.isSeen());
        QVERIFY(!chair.says(u"newer version"_s));
        chair.change(id, u"Bản ba"_s);
        QTRY_VERIFY(chair.says(u"newer version"_s));
        QVERIFY(chair.html().contains(u"Bản hai"_s));
    }

    void aCorrectionWithoutAChangeIsToldAsThat()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Đính chính"_s, State::AwaitingApproval);
        Article &article = chair.view(id).article;
        article.publication = Publication{
            .number = 7, .slug = u"bai"_s, .version = article.version, .firstAt = {}, .at = {}, .takenDownAt = {}};
        chair.view(id).decisions = {{.record = id,
                                     .version = article.version,
                                     .step = Step::Correct,
                                     .actor = DeskStage::user.id,
                                     .at = {},
                                     .reason = u"Sai tên thôn"_s}};
        chair.sit();
        QTRY_VERIFY(chair.says(u"still the one that readers have"_s));
        QVERIFY(chair.says(u"Sai tên thôn"_s));
        QTRY_VERIFY(chair.says(u"no correction text"_s));
        chair.change(id, u"Sáng nay thôn họp dân."_s);
        QTRY_VERIFY(!chair.says(u"still the one that readers have"_s));
    }

    // Announced is what somebody else wrote, and nothing of one's own.
    void whatAPersonWroteHimselfIsNoNewsToHim()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Đính chính"_s, State::AwaitingApproval, u"Bản một"_s);
        chair.view(id).confirmedVersion = chair.view(id).othersVersion = 3;
        chair.sit();
        QTRY_VERIFY(chair.html().contains(u"Bản một"_s));
        chair.change(id, u"Bản hai"_s, Chair::By::Himself);
        QTRY_VERIFY(chair.html().contains(u"Bản hai"_s));
        QVERIFY(!chair.says(u"newer version"_s));
        QTRY_VERIFY(chair.isSeen());
        // A colleague between two of his own.
        chair.change(id, u"Bản ba"_s);
        QTRY_VERIFY(chair.says(u"newer version"_s));
        QVERIFY(chair.html().contains(u"Bản hai"_s));
        chair.change(id, u"Bản bốn"_s, Chair::By::Himself);
        QTest::qWait(50);
        QVERIFY(chair.says(u"newer version"_s));
    }

    void whatReadersHaveIsShownFromThePage()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Mưa lũ"_s, State::AwaitingApproval);
        chair.sit();
        chair.page->open(id);
        auto *button = chair.page->findChild<PortalButton *>();
        QTRY_COMPARE(chair.page->article(), id);
        QVERIFY(!button->isVisible());
        chair.view(id).article.publication =
            Publication{.number = 7, .slug = u"mua-lu"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY(button->isVisible());
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

    void whileTheFirstPullIsUnderWayNobodySaysThatNothingWaits()
    {
        Chair chair;
        ConnectionView connection{.connection = Connection::Connecting, .lastSync = {}, .problem = {}, .received = 12};
        ReviewSource source = sourceForReview(*chair.desk);
        source.connection = [&connection] { return connection; };
        std::optional<Error> error;
        source.list = [&](const ArticleQuery &query, const std::optional<ListCursor> &after, QObject *context,
                          const Callback<ArticlePage> &done) {
            if (error)
                done(*error);
            else
                chair.desk->list(query, after, context, done);
        };
        chair.sit(source);
        const auto *empty = chair.page->findChild<ReviewQueue *>()->findChild<EmptyState *>();
        QCOMPARE(empty->accessibleName(), u"Fetching the articles…"_s);
        const QSignalSpy filled(chair.page->findChild<ReviewQueue *>(), &ReviewQueue::filled);
        chair.page->reload();
        QTRY_VERIFY(!filled.isEmpty());
        QCOMPARE(empty->accessibleName(), u"Fetching the articles…"_s);
        QVERIFY(empty->accessibleDescription().contains(u"12%"_s));

        connection = {.connection = Connection::Online, .lastSync = SystemClock().now(), .problem = {}};
        chair.page->showConnection();
        QCOMPARE(empty->accessibleName(), u"Nothing waits for you"_s);

        error = Error{ErrorCode::Corrupt, u"database"_s, {}};
        chair.page->reload();
        QCOMPARE(empty->accessibleName(), u"The list cannot be loaded"_s);
        QCOMPARE(empty->accessibleDescription(), errorText(*error));
        error.reset();
        auto *again = empty->findChild<QPushButton *>();
        QVERIFY(again->isVisible());
        again->click();
        QTRY_COMPARE(empty->accessibleName(), u"Nothing waits for you"_s);
    }

    void whatWaitsForTheNetworkSaysSo_data()
    {
        QTest::addColumn<bool>("isTaken");
        QTest::newRow("the server takes it") << true;
        QTest::newRow("it is thrown away") << false;
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
        ConnectionView connection{.connection = Connection::NoNetwork, .lastSync = {}, .problem = {}};
        source.connection = [&connection] { return connection; };
        chair.sit(source);
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        chair.button(Step::Approve)->click();
        QTRY_VERIFY(chair.says(u"has not reached the server yet"_s));
        QTRY_VERIFY(chair.says(u"is waiting on this PC"_s));
        QVERIFY(chair.says(u"is sent when the server can be reached"_s));
        connection.connection = Connection::Online; // and slow
        chair.page->showConnection();
        QTRY_VERIFY(!chair.says(u"on this PC"_s));
        QVERIFY(chair.says(u"“%1” is being sent to the server."_s.arg(stepName(Step::Approve))));
        QVERIFY(chair.says(waitingText(Step::Approve, u"Chờ duyệt"_s, Sending::Now)));
        QFETCH(bool, isTaken);
        ArticleView &view = chair.view(id);
        view.waiting.clear();
        if (isTaken)
            view.decisions.push_back({.record = id,
                                      .version = 3,
                                      .step = Step::Approve,
                                      .actor = DeskStage::user.id,
                                      .at = {},
                                      .reason = {}});
        else
            view.article.state = State::AwaitingApproval;
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY2(!chair.says(u"being sent"_s), "it is said to go although it does not");
        QTRY_VERIFY(!chair.says(u"has not reached the server yet"_s));
        QTRY_COMPARE(chair.says(u"You approved “Chờ duyệt”."_s), isTaken);
    }

    // One answer takes nothing away from what is said of another step.
    void allThatWaitsIsSaid()
    {
        Chair chair;
        chair.stage().isServerAway = true;
        const ArticleId first = chair.add(u"Bài một"_s, State::AwaitingApproval);
        const ArticleId second = chair.add(u"Bài hai"_s, State::AwaitingApproval);
        chair.sit();
        for (const ArticleId id : {first, second}) {
            chair.page->open(id);
            QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
            chair.button(Step::Approve)->click();
            QTRY_COMPARE(chair.view(id).waiting.size(), 1U);
        }
        const QString waitsFirst = waitingText(Step::Approve, u"Bài một"_s, Sending::Now);
        const QString waitsSecond = waitingText(Step::Approve, u"Bài hai"_s, Sending::Now);
        QTRY_VERIFY(chair.says(waitsFirst) && chair.says(waitsSecond));
        chair.stage().answer(*chair.desk, second);
        QTRY_VERIFY(chair.says(u"You approved “Bài hai”."_s));
        QVERIFY(!chair.says(waitsSecond));
        QVERIFY2(chair.says(waitsFirst), "what still waits is said no more");
        chair.stage().answer(*chair.desk, first);
        QTRY_VERIFY(chair.says(u"You approved “Bài một”."_s));
        QVERIFY(!chair.says(waitsFirst));
    }

    void ofSeveralStepsThatWaitEachIsNamed()
    {
        Chair chair;
        chair.stage().isServerAway = true;
        const ArticleId id = chair.add(u"Bài"_s, State::AwaitingApproval);
        chair.sit();
        chair.page->open(id);
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        chair.button(Step::Approve)->click();
        QTRY_VERIFY(chair.says(u"“%1” is being sent"_s.arg(stepName(Step::Approve))));
        ArticleView &view = chair.view(id);
        view.waiting.push_back(view.waiting.front());
        view.waiting.back().step = Step::ReturnToEditor;
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY(chair.says(u"“%1”, “%2”"_s.arg(stepName(Step::Approve), stepName(Step::ReturnToEditor))));
    }

    // Its group, its hour and the line below its title are those of what the chip says.
    void aStepThatWaitsIsNoHourYet()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Bài"_s, State::Scheduled);
        const Instant now = chair.desk->now();
        ArticleView &view = chair.view(id);
        view.article.scheduledAt = now + std::chrono::hours(30);
        view.article.updatedAt = now;
        view.atServer = AtServer{.state = State::Scheduled,
                                 .scheduledAt = now + std::chrono::hours(50),
                                 .updatedAt = now - std::chrono::hours(70)};
        chair.sit();
        chair.page->open(id);
        const auto row = [&chair, id] { return chair.page->queue().indexOf(id); };
        const auto factsSay = [&chair](const QString &words) {
            const auto labels = chair.page->findChildren<QLabel *>();
            return std::ranges::any_of(
                labels, [&](const QLabel *label) { return label->isVisible() && label->text().contains(words); });
        };
        QTRY_COMPARE(row().data(ReviewQueueModel::TimeRole).toString(), momentText(*view.atServer->scheduledAt));
        QTRY_VERIFY(factsSay(momentText(view.atServer->updatedAt)));
        QVERIFY(!factsSay(momentWords(*view.article.scheduledAt)));

        view.atServer->state = State::Approved;
        view.atServer->scheduledAt.reset();
        emit chair.desk->articleChanged(id);
        QTRY_COMPARE(row().parent().data().toString(), u"Waiting to be sent (1)"_s);
        QVERIFY(row().data(ReviewQueueModel::SecondLineRole).toString().startsWith(stateText(State::Approved)));
        QVERIFY(row().data(ReviewQueueModel::TimeRole).toString() != momentText(*view.article.scheduledAt));
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
                    {.record = id, .version = version, .step = step, .actor = author, .at = {}, .reason = {}});
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
        QTRY_VERIFY2(versions->width() > versions->fontMetrics().horizontalAdvance(versions->currentText()),
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

    void whatAPersonWroteIsEscaped()
    {
        Content content = sample(u"<script>1</script>"_s);
        content.subtitle = u"<b>"_s;
        content.tags = {u"<i>"_s};
        content.bylines = {{.name = u"<u>"_s, .share = Share::Photos}};
        const auto html = readingHtml(content, {.section = u"<section>"_s, .genre = u"<genre>"_s});
        QVERIFY(html.ok());
        const ComparedContent before{
            .content = sample(u"<em>"_s), .name = u"<a>"_s, .place = {.section = u"<x>"_s, .genre = {}}};
        const auto difference =
            differenceHtml(before, {.content = content, .name = u"<c>"_s, .place = {.section = u"<y>"_s, .genre = {}}});
        QVERIFY(difference.ok());
        for (const QString &text : {*html, *difference}) {
            for (const QString &tag : {u"<script>"_s, u"<genre>"_s, u"<b>"_s, u"<i>"_s, u"<u>"_s, u"<em>"_s, u"<a>"_s,
                                       u"<x>"_s, u"<y>"_s, u"<c>"_s})
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
        const QSignalSpy lost(reading, &ReadingView::lost); // it is there again before anybody looks
        for (int end = 1; end <= 4; ++end) {
            QTRY_VERIFY(reading->isShown());
            chair.endThePage();
            QTRY_COMPARE(lost.size(), end);
        }
        QTRY_VERIFY(chair.says(u"stopped several times"_s));
        QVERIFY(!chair.button(Step::Approve)->isEnabled());
        chair.bannerButton(u"Sh&ow it again"_s)->click();
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

    void aQueueThatCannotBeReadAnewSaysThatItMayBeOld()
    {
        Chair chair;
        chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Approve));
        chair.stage().listError = Error{ErrorCode::Unavailable, u"storage.busy"_s, {}};
        chair.page->reload();
        QTRY_VERIFY(chair.says(errorText(*chair.stage().listError)));
        QVERIFY(chair.button(Step::Approve)); // what is read stays
        const QString said = errorText(*chair.stage().listError);
        chair.stage().listError.reset();
        chair.bannerButton(u"Try again"_s)->click();
        QTRY_VERIFY(!chair.says(said));
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
        QVERIFY(QTest::qWaitForWindowActive(&window, longestWait));
        QTRY_VERIFY(chair.button(step) && chair.button(step)->isEnabled());
        QTest::mouseClick(chair.button(step), Qt::LeftButton);
        if (const auto *question = chair.page->findChild<QMessageBox *>()) {
            QVERIFY(QTest::qWaitForWindowActive(question->window(), longestWait));
            QTest::mouseClick(chair.publishNow(), Qt::LeftButton);
        }
        QTRY_VERIFY(chair.view(id).article.state != state);
        QTRY_VERIFY(!chair.button(step));
        const auto *queue = chair.page->findChild<ReviewQueue *>();
        QTRY_VERIFY(window.focusWidget() && queue->isAncestorOf(window.focusWidget()));
        QVERIFY(window.focusWidget()->isVisible());
    }

    void twoTextsThatAreTheSameAreSaidToBeSo()
    {
        const Content content = sample(u"Nhiều hộ"_s);
        const auto html = differenceHtml({.content = content, .name = u"version 3"_s, .place = {}},
                                         {.content = content, .name = u"what is being written"_s, .place = {}});
        QVERIFY(html->contains(u"Nothing is different between version 3 and what is being written."_s));
        QVERIFY(!html->contains(u"<ins>"_s)); // no legend of nothing
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
        const auto difference =
            differenceHtml({.content = before, .name = {}, .place = {}},
                           {.content = after, .name = {}, .place = {.section = u"Tin"_s, .genre = {}}});
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
        QVERIFY(QTest::qWaitForWindowExposed(&view, longestWait));
        QVERIFY(view.columnWidth(2) > view.fontMetrics().horizontalAdvance(name));
    }

    void thePageIsDrawn()
    {
        Chair chair;
        chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.sit();
        QTRY_VERIFY(chair.page->findChild<ReadingView *>()->isShown());
    }
};

QTEST_MAIN(TestReviewPage)
#include "tst_reviewpage.moc"
