#include "support/Patience.h"
#include "ui/models/NewsroomText.h"
#include "ui/review/ReviewFixture.h"
#include "ui/widgets/ReasonDialog.h"

#include <QApplication>
#include <QFile>
#include <QImage>
#include <QLabel>
#include <QMessageBox>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QPointer>
#include <QScopedValueRollback>
#include <QSignalSpy>
#include <QTemporaryDir>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

bool stateIsSaid(const Chair &chair, State state)
{
    return std::ranges::any_of(chair.page->findChildren<QWidget *>(), [state](const QWidget *label) {
        return label->isVisible() && label->accessibleName() == u"State: %1"_s.arg(stateText(state));
    });
}

} // namespace

// Decisions on the review page: of what was read, on one item, once, and taken back.
class TestReviewDecisions : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        setTheScene();
        DeskStage::user.grants = {{.role = Role::BoardChair, .section = {}}};
        DeskStage::users = {DeskStage::user};
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
        chair.bannerButton(u"Next a&rticle"_s)->click();
        QTRY_COMPARE(chair.page->article(), last);
        auto *tree = chair.page->findChild<QTreeView *>(u"queue"_s);
        QTRY_COMPARE(tree->currentIndex(), chair.page->queue().indexOf(last));
        QTRY_VERIFY(chair.html().contains(u"Bài cũ"_s));
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        chair.pressCtrlEnter();
        QTRY_COMPARE(chair.view(last).article.state, State::Approved);
    }

    // What is published is the pictures too: nobody answers for those that his PC does not have.
    void whoHasNotSeenThePicturesAnswersForNothing()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Bài có ảnh"_s, State::AwaitingApproval);
        Article &article = chair.view(id).article;
        article.content.body = R"({"type":"doc","content":[{"type":"figure","content":[)"
                               R"({"type":"figimage","attrs":{"alt":"Hội nghị","height":30,"width":40,)"
                               R"("media":"018aefb9-6d8d-7c11-8a51-6f1f2f7a0001"}},{"type":"figcaption"}]}]})";
        article.contentHash = contentHash(article.content);
        chair.sit();
        const auto says = [&chair](const QString &words) {
            return std::ranges::any_of(chair.page->findChildren<QLabel *>(), [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(words);
            });
        };
        QTRY_VERIFY(says(u"not on this PC yet"_s));
        QVERIFY(!chair.button(Step::Approve)->isEnabled());
        chair.pressCtrlEnter();
        QTest::qWait(100);
        QVERIFY(chair.stage().commands.empty());

        // It comes, and is seen.
        const QTemporaryDir folder;
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::darkRed);
        chair.stage().pictureFile = folder.filePath(u"anh.png"_s);
        QVERIFY(picture.save(chair.stage().pictureFile));
        chair.page->refreshPictures();
        QTRY_VERIFY(chair.button(Step::Approve)->isEnabled());
        QVERIFY(!says(u"not on this PC yet"_s));
    }

    // A file is there, and the window cannot draw it: nobody has seen the picture.
    void whatThePageCannotDrawIsNotSeen_data()
    {
        QTest::addColumn<QByteArray>("bytes");
        QTest::newRow("a TIFF") << QByteArray::fromHex(
            "49492a00080000000900000103000100000001000000010103000100000001000000020103000100000008000000030103000100"
            "00000100000006010300010000000100000011010400010000007a0000001501030001000000010000001601030001000000010000"
            "001701040001000000010000000000000080");
        QTest::newRow("a photo that is cut off") << QByteArray::fromHex("ffd8ffe000104a46494600010100000100010000");
    }
    void whatThePageCannotDrawIsNotSeen()
    {
        QFETCH(QByteArray, bytes);
        Chair chair;
        const ArticleId id = chair.add(u"Bài có ảnh"_s, State::AwaitingApproval);
        Article &article = chair.view(id).article;
        article.content.body = R"({"type":"doc","content":[{"type":"figure","content":[)"
                               R"({"type":"figimage","attrs":{"alt":"Hội nghị","height":30,"width":40,)"
                               R"("media":"018aefb9-6d8d-7c11-8a51-6f1f2f7a0001"}},{"type":"figcaption"}]}]})";
        article.contentHash = contentHash(article.content);
        const QTemporaryDir folder;
        QFile original(folder.filePath(u"anh"_s));
        QVERIFY(original.open(QIODevice::WriteOnly));
        original.write(bytes);
        original.close();
        chair.stage().pictureFile = original.fileName();
        chair.sit();
        const auto says = [&chair](const QString &words) {
            return std::ranges::any_of(chair.page->findChildren<QLabel *>(), [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(words);
            });
        };
        QTRY_VERIFY(says(u"cannot be shown on this PC yet"_s));
        QVERIFY(!chair.button(Step::Approve)->isEnabled());

        // What the server made of it comes, and is seen.
        QImage picture(40, 30, QImage::Format_RGB32);
        picture.fill(Qt::darkRed);
        chair.stage().pictureFile = folder.filePath(u"cho-ban-doc.jpg"_s);
        QVERIFY(picture.save(chair.stage().pictureFile));
        chair.page->refreshPictures();
        QTRY_VERIFY(chair.button(Step::Approve)->isEnabled());
        QVERIFY(!says(u"cannot be shown on this PC yet"_s));
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
        QTRY_VERIFY(chair.button(Step::Refuse) && chair.button(Step::Refuse)->isEnabled()); // vouches for nothing
        QVERIFY(chair.button(Step::Approve));
        QTRY_VERIFY(chair.button(Step::Approve)->toolTip().contains(u"Read to the end"_s)); // and it says why
        QVERIFY(!chair.button(Step::Approve)->isEnabled());
        chair.pressCtrlEnter();
        QVERIFY(chair.stage().commands.empty());
        auto *view = chair.page->findChild<QWebEngineView *>();
        view->setFocus();
        const auto press = [view](Qt::Key key) {
            QTest::keyClick(view->focusProxy() ? view->focusProxy() : view, key);
        };
        press(Qt::Key_End); // the middle has not been on the screen
        QTest::qWait(700);
        QVERIFY(!chair.button(Step::Approve)->isEnabled());
        QTRY_VERIFY(chair.button(Step::Approve)->toolTip().contains(u"Scroll up"_s)); // and that the end is not all
        press(Qt::Key_Home);
        QTRY_VERIFY(chair.button(Step::Approve)->toolTip().contains(u"Read to the end"_s));
        for (int i = 0; i < 200 && !chair.button(Step::Approve)->isEnabled(); ++i) {
            QTest::qWait(350);
            press(Qt::Key_PageDown);
        }
        QTRY_VERIFY(chair.button(Step::Approve)->isEnabled());
        chair.button(Step::Approve)->click();
        QTRY_COMPARE(chair.view(id).article.state, State::Approved);
    }

    // What a banner says of a step is what became of that step, whatever else waits or was refused.
    void theBannerFollowsItsOwnStep_data()
    {
        QTest::addColumn<bool>("isRefused");
        QTest::addColumn<bool>("waitsBesideARefusedSave");
        QTest::newRow("taken") << false << false;
        QTest::newRow("taken, beside a save that was refused") << false << true;
        QTest::newRow("refused") << true << false;
    }
    void theBannerFollowsItsOwnStep()
    {
        QFETCH(bool, isRefused);
        QFETCH(bool, waitsBesideARefusedSave);
        Chair chair;
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.stage().isServerAway = true;
        if (waitsBesideARefusedSave)
            chair.view(id).waiting.push_back({.request = RequestId{DeskStage::newId().uuid},
                                              .article = id,
                                              .title = {},
                                              .step = Step::Save,
                                              .givenAt = {},
                                              .state = WaitingState::Refused,
                                              .refusal = Error{ErrorCode::Conflict, u"article.state"_s, {}}});
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        chair.button(Step::Approve)->click();
        QTRY_VERIFY(chair.says(u"“Approve” of “Chờ duyệt” has not reached the server"_s));
        QVERIFY(!chair.says(u"You approved"_s));
        QVERIFY(stateIsSaid(chair, State::AwaitingApproval)); // as the server has it

        chair.stage().answer(*chair.desk, id,
                             isRefused ? std::optional(Error{ErrorCode::Conflict, u"article.state"_s, {}})
                                       : std::nullopt);
        QTRY_VERIFY(!chair.says(u"has not reached the server"_s));
        if (isRefused) {
            QTest::qWait(100);
            QVERIFY(!chair.says(u"You approved"_s));
        } else {
            QTRY_VERIFY(chair.says(u"You approved “Chờ duyệt”."_s));
            QTRY_VERIFY(stateIsSaid(chair, State::Approved));
        }
    }

    // Readers have nothing yet that could be taken from them, or corrected.
    void whatOnlyThisPcTakesForPublishedIsNotTakenDown()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Đã duyệt"_s, State::Approved);
        chair.stage().isServerAway = true;
        chair.sit();
        chair.page->open(id);
        QTRY_VERIFY(chair.button(Step::Publish));
        chair.desk->submit(Publish{.target = itemKey(id), .version = 0}, chair.page.get(), {});
        QTRY_VERIFY(!chair.button(Step::Publish));
        QVERIFY(!chair.button(Step::Unpublish) && !chair.button(Step::Correct));
        chair.stage().answer(*chair.desk, id);
        QTRY_VERIFY(chair.button(Step::Unpublish) && chair.button(Step::Correct));
    }

    // He typed on while another approved: what stands under that state is what was approved.
    void wordsInNoVersionDoNotStandUnderWhatOthersDecided()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Đã duyệt"_s, State::Approved);
        ArticleView &view = chair.view(id);
        view.confirmedVersion = view.article.version;
        view.confirmedContent = sample(u"Đã duyệt"_s, u"Lời đã được duyệt."_s);
        view.article.setContent(sample(u"Đã duyệt"_s, u"Lời gõ thêm sau đó."_s));
        view.article.contentHash = contentHash(view.article.content);
        chair.sit();
        QTRY_VERIFY(chair.html().contains(u"Lời đã được duyệt."_s));
        QVERIFY(!chair.html().contains(u"Lời gõ thêm"_s));
        QTRY_VERIFY(chair.says(u"What you wrote last is not in version 3"_s));
        QSignalSpy edit(chair.page.get(), &ReviewPage::editWanted);
        chair.bannerButton(u"Show what you wrote"_s)->click();
        QCOMPARE(edit.size(), 1);
    }

    void aCorrectionSaysThatItIsOneAndWhy()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Họp dân"_s, State::AwaitingApproval);
        ArticleView &view = chair.view(id);
        view.article.publication =
            Publication{.number = 7, .slug = u"bai"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        view.decisions.push_back({.record = id,
                                  .version = 1,
                                  .step = Step::Correct,
                                  .actor = UserId{DeskStage::newId().uuid},
                                  .at = {},
                                  .reason = u"Sai tên thôn."_s});
        DeskStage::allow(view);
        chair.sit();
        chair.page->open(id);
        QTRY_VERIFY(chair.says(u"A correction of what readers see, version 1. Reason: Sai tên thôn."_s));
        QTRY_VERIFY(chair.says(u"no correction text"_s)); // readers would not be told what was wrong
        QVERIFY(chair.page->queue()
                    .indexOf(id)
                    .data(ReviewQueueModel::SecondLineRole)
                    .toString()
                    .startsWith(u"Being corrected · "_s)); // among those that are none
        QTRY_VERIFY(chair.isSeen());
        chair.view(id).article.content.correction = u"Thôn Đoài, không phải thôn Đông."_s;
        chair.view(id).article.contentHash = contentHash(chair.view(id).article.content);
        chair.view(id).article.version += 1;
        chair.view(id).confirmedVersion = chair.view(id).othersVersion = chair.view(id).article.version;
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY(chair.bannerButton(u"Read the newer text"_s)); // a colleague wrote it
        QVERIFY(chair.says(u"no correction text"_s));
        chair.bannerButton(u"Read the newer text"_s)->click();
        QTRY_VERIFY(!chair.says(u"no correction text"_s));
        QVERIFY(!chair.bannerButton(u"Read the newer text"_s));
        QVERIFY(chair.says(u"A correction of what readers see, version 1. Reason: Sai tên thôn."_s));
    }

    // The note that readers have belongs to the correction before: it is neither shown with this one nor taken for it.
    void theNoteOfTheCorrectionBeforeIsNotThisOnes()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Họp dân"_s, State::AwaitingApproval);
        ArticleView &view = chair.view(id);
        view.article.content.correction = u"Thôn Đoài, không phải thôn Đông."_s;
        view.article.contentHash = contentHash(view.article.content);
        view.article.publication =
            Publication{.number = 7, .slug = u"bai"_s, .version = 2, .firstAt = {}, .at = {}, .takenDownAt = {}};
        DeskStage::Earlier published{.line = {}, .content = view.article.content};
        published.line.version = 2;
        chair.stage().versions = {published};
        DeskStage::allow(view);
        chair.sit();
        chair.page->open(id);
        QTRY_VERIFY(chair.says(u"no correction text"_s));
        QTRY_VERIFY(!chair.html().isEmpty() && !chair.html().contains(u"thôn Đông"_s));
        QTRY_VERIFY(chair.isSeen());
        chair.view(id).article.content.correction = u"Họp lúc 8 giờ, không phải 7 giờ."_s;
        chair.view(id).article.contentHash = contentHash(chair.view(id).article.content);
        chair.view(id).article.version += 1;
        chair.view(id).confirmedVersion = chair.view(id).othersVersion = chair.view(id).article.version;
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY(chair.bannerButton(u"Read the newer text"_s));
        chair.bannerButton(u"Read the newer text"_s)->click();
        QTRY_VERIFY(chair.html().contains(u"không phải 7 giờ"_s));
        QTRY_VERIFY(!chair.says(u"no correction text"_s));
    }

    // What the board refuses is told as that before anybody presses; what it only wants to be asked, as that.
    void whatStandsAgainstAnApprovalIsSaidAtTheHead_data()
    {
        QTest::addColumn<bool>("refuses");
        QTest::newRow("refused by the board") << true;
        QTest::newRow("left to the chair") << false;
    }
    void whatStandsAgainstAnApprovalIsSaidAtTheHead()
    {
        QFETCH(const bool, refuses);
        Site site;
        if (!refuses)
            site.checklist.refusing.clear();
        const QScopedValueRollback here(DeskStage::site, std::optional(site));
        Chair chair;
        const ArticleId id = chair.add(u"Cầu mới"_s, State::AwaitingApproval);
        Article &article = chair.view(id).article;
        article.content.body = R"({"content":[{"content":[{"attrs":{"alt":"","height":300,)"
                               R"("media":"018af3a1-b2c3-7000-8000-000000000001","width":400},"type":"figimage"},)"
                               R"({"content":[{"text":"Cầu","type":"text"}],"type":"figcaption"}],"type":"figure"}],)"
                               R"("type":"doc"})";
        article.contentHash = contentHash(article.content);
        chair.sit();
        QTRY_VERIFY(chair.says(refuses ? u"Cannot be approved yet: "_s : u"Before you decide: "_s));
        QVERIFY(!chair.says(refuses ? u"Before you decide: "_s : u"Cannot be approved yet: "_s));
    }

    void whatDoesNotStandAgainstAnApprovalIsNotListedAsIfItDid()
    {
        Site site;
        site.checklist.refusing = {ChecklistRule::LeadMissing};
        const QScopedValueRollback here(DeskStage::site, std::optional(site));
        Chair chair;
        const ArticleId id = chair.add(u"Cầu mới"_s, State::AwaitingApproval);
        Article &article = chair.view(id).article;
        article.content.lead.clear(); // and it has no tags
        article.contentHash = contentHash(article.content);
        chair.sit();
        QTRY_VERIFY(chair.says(u"Cannot be approved yet: no lead.\nAlso worth a look: no tags."_s));
        // Once it is approved nothing is to be looked at before that.
        article.state = State::Approved;
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY(!chair.says(u"Cannot be approved"_s));
        QVERIFY(!chair.says(u"no tags"_s));
    }

    void whatTheBoardRefusesCannotBePressed()
    {
        Site site;
        site.checklist.refusing = {ChecklistRule::TagsMissing};
        const QScopedValueRollback here(DeskStage::site, std::optional(site));
        Chair chair;
        const ArticleId id = chair.add(u"Cầu mới"_s, State::AwaitingApproval);
        chair.sit();
        QTRY_VERIFY(chair.says(u"Cannot be approved yet: "_s));
        QTRY_VERIFY(chair.button(Step::Approve) && !chair.button(Step::Approve)->isEnabled());
        QTRY_VERIFY(chair.button(Step::Approve)->toolTip().contains(u"listed above"_s)); // it has been read
        QVERIFY(chair.button(Step::ReturnToEditor)->isEnabled());

        Article &article = chair.view(id).article;
        article.content.tags = {u"cầu"_s};
        article.contentHash = contentHash(article.content);
        chair.view(id).confirmedVersion = ++article.version;
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
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
        chair.view(other).article.updatedAt = fromMilliseconds(1'000);
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
            chair.bannerButton(u"Take back"_s)->click();
        }
        QTRY_COMPARE(chair.view(id).article.state, State::AwaitingApproval);
        QTRY_COMPARE(chair.page->article(), id);
        QTRY_VERIFY(chair.says(u"You took back the decision on “Chờ duyệt”."_s));
        QCOMPARE(std::get<Move>(chair.stage().commands.back()),
                 (Move{.target = itemKey(id), .version = 3, .step = Step::Revoke, .reason = {}}));
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

    // The chair approved, and a correction was opened, while what she had typed was refused: others decide on the
    // server's text, and so does she.
    void whatTheServerRefusedIsNotShownAsTheArticle_data()
    {
        QTest::addColumn<State>("state");
        for (const State state : {State::InEditing, State::AwaitingApproval, State::Approved, State::Published})
            QTest::newRow(qPrintable(toText(state))) << state;
    }
    void whatTheServerRefusedIsNotShownAsTheArticle()
    {
        QFETCH(const State, state);
        DeskStage::user.grants = {{.role = Role::DeputyChair, .section = {}}, {.role = Role::Editor, .section = {}}};
        DeskStage::users = {DeskStage::user};
        Chair chair;
        const ArticleId id = chair.add(u"Tiêu đề của bà ấy"_s, state, u"Lời bị từ chối."_s);
        ArticleView &view = chair.view(id);
        view.confirmedVersion = 5;
        view.confirmedContent = sample(u"Tiêu đề ở máy chủ"_s, u"Lời ở máy chủ."_s);
        view.saved = SavedState::OnThisPc;
        view.waiting.push_back({.request = RequestId{DeskStage::newId().uuid},
                                .article = id,
                                .title = view.article.content.title,
                                .step = Step::Save,
                                .givenAt = {},
                                .state = WaitingState::Refused,
                                .refusal = Error{ErrorCode::Forbidden, u"article.state"_s, {}}});
        chair.sit();
        const QSignalSpy wanted(chair.page.get(), &ReviewPage::editWanted);
        chair.page->open(id);
        QTRY_VERIFY(chair.html().contains(u"Lời ở máy chủ"_s));
        QVERIFY(!chair.html().contains(u"Lời bị từ chối"_s));
        QVERIFY(chair.says(u"The server did not accept “Save”; it stands in the outbox. The article has moved on"_s));
        QVERIFY(chair.says(u"What you wrote last is not in version 5"_s));
        chair.bannerButton(u"Show what you wrote"_s)->click();
        QCOMPARE(wanted.size(), 1);
        if (const QModelIndex row = chair.page->queue().indexOf(id); row.isValid())
            QTRY_COMPARE(chair.page->queue().indexOf(id).data().toString(), u"Tiêu đề ở máy chủ"_s);
        QVERIFY(state == State::Published || chair.page->queue().indexOf(id).isValid());
        const auto labels = chair.page->findChildren<QLabel *>();
        QVERIFY(std::ranges::none_of(labels, [](const QLabel *label) {
            return label->isVisible() && label->text().contains(u"Tiêu đề của bà ấy"_s);
        }));
    }

    void ofAScheduledItemItIsSaidWhyItCannotBePublishedYet()
    {
        Chair chair;
        const ArticleId id = chair.addLong(u"Sáng mai"_s, State::Scheduled);
        chair.view(id).article.scheduledAt = SystemClock().now() + std::chrono::hours(20);
        chair.sit();
        chair.page->open(id);
        QTRY_VERIFY(chair.isSeen());
        QTRY_VERIFY(chair.button(Step::Publish) && !chair.button(Step::Publish)->isEnabled());
        QVERIFY(!chair.button(Step::Schedule)->isEnabled());
        const auto says = [&chair](const QString &words) {
            return std::ranges::any_of(chair.page->findChildren<QLabel *>(), [&](const QLabel *label) {
                return label->isVisible() && label->text().contains(words);
            });
        };
        QTRY_VERIFY(says(u"Read to the end first"_s));
        QVERIFY(says(u"It is published by itself"_s));
        QVERIFY(chair.button(Step::Publish)->toolTip().contains(u"Read to the end first"_s));
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
        QVERIFY(!chair.bannerButton(u"Next a&rticle"_s));
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
            chair.page->activateWindow(); // a question stood over it
            QTRY_COMPARE(QApplication::activeWindow(), chair.page.get());
            chair.pressCtrlEnter();
            QTRY_VERIFY(chair.page->findChild<QMessageBox *>());
            const QPointer question(chair.page->findChild<QMessageBox *>());
            QVERIFY(question->defaultButton() != chair.publishNow());
            QTest::keyClick(question, key, modifiers);
            QTest::qWait(20);
            QVERIFY(chair.stage().commands.empty());
            if (question)
                question->reject();
            QTRY_VERIFY(!chair.page->findChild<QMessageBox *>());
        }
        chair.page->activateWindow();
        QTRY_COMPARE(QApplication::activeWindow(), chair.page.get());
        chair.pressCtrlEnter();
        QTRY_VERIFY(chair.publishNow());
        chair.publishNow()->click();
        QTRY_COMPARE(chair.stage().commands.size(), size_t(1));
        QCOMPARE(std::get<Publish>(chair.stage().commands[0]), (Publish{.target = itemKey(id), .version = 3}));
        // In a hurry it is taken down from where it was published.
        QTRY_VERIFY(chair.bannerButton(u"Take down"_s));
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
        QVERIFY(chair.stage().commands.empty());
        QCOMPARE(chair.view(other).article.state, State::AwaitingApproval);
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
            {.record = id, .version = 3, .step = Step::Correct, .actor = DeskStage::user.id, .at = {}, .reason = {}}};
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
        QTRY_VERIFY(chair.button(Step::Revoke));
        QVERIFY(!chair.button(Step::Approve)); // he wrote it
    }

    void whoChangedATextSeesWhoElseHasToApproveIt_data()
    {
        QTest::addColumn<bool>("isThereAnother");
        QTest::newRow("a deputy can") << true;
        QTest::newRow("nobody can") << false;
    }
    void whoChangedATextSeesWhoElseHasToApproveIt()
    {
        QFETCH(bool, isThereAnother);
        if (isThereAnother) {
            User deputy = DeskStage::user;
            deputy.id = UserId{DeskStage::newId().uuid};
            deputy.name = u"Trần Phó"_s;
            deputy.grants = {{.role = Role::DeputyChair, .section = {}}};
            DeskStage::users.push_back(deputy);
        }
        Chair chair;
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        ArticleView &view = chair.view(id);
        view.article.trail.writtenBy = DeskStage::user.id;
        DeskStage::allow(view);
        chair.sit();
        QTRY_COMPARE(chair.page->article(), id);
        QCOMPARE(chair.page->queue().index(0, 0).data().toString(), u"For another to approve (1)"_s);
        QCOMPARE(chair.page->waitingCount(), 0);
        const QString said = isThereAnother
            ? u"Whoever changes a text does not approve it alone. Waits for Trần Phó to approve it."_s
            : u"Whoever changes a text does not approve it alone. Nobody else can approve it: return it"_s;
        QTRY_VERIFY(std::ranges::any_of(chair.page->findChildren<QLabel *>(), [&said](const QLabel *label) {
            return label->isVisible() && label->text().contains(said);
        }));
        QVERIFY(!chair.button(Step::Approve));
        QTRY_VERIFY(chair.button(Step::ReturnToEditor));
    }

    void aFailureIsToldWithTheArticleThatItIsAbout()
    {
        Chair chair;
        const ArticleId other = chair.add(u"Bài khác"_s, State::AwaitingApproval);
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        ReviewSource source = sourceForReview(*chair.desk);
        Callback<ArticleView> answer;
        source.submit = [&answer](const Command &, QObject *, Callback<ArticleView> done) { answer = std::move(done); };
        chair.sit(source);
        chair.page->open(id);
        QTRY_VERIFY(chair.page->article() == id && chair.button(Step::Approve)
                    && chair.button(Step::Approve)->isEnabled());
        chair.button(Step::Approve)->click();
        QTRY_VERIFY(answer);
        chair.page->open(other);
        QTRY_COMPARE(chair.page->article(), other);
        answer(Error{ErrorCode::StorageFull, u"database.full"_s, {}});
        QTRY_VERIFY(chair.says(u"“Chờ duyệt”: "_s));
    }

    void aFailureThatStaysSaysWhichArticleItIsAbout()
    {
        Chair chair;
        const ArticleId other = chair.add(u"Bài khác"_s, State::AwaitingApproval);
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        ReviewSource source = sourceForReview(*chair.desk);
        source.submit = [](const Command &, QObject *, Callback<ArticleView> done) {
            done(Error{ErrorCode::StorageFull, u"database.full"_s, {}});
        };
        chair.sit(source);
        chair.page->open(id);
        QTRY_VERIFY(chair.page->article() == id && chair.button(Step::Approve)
                    && chair.button(Step::Approve)->isEnabled());
        chair.button(Step::Approve)->click();
        QTRY_VERIFY(chair.says(u"“Chờ duyệt”: "_s)); // while it is open; another may be, later
        chair.page->open(other);
        QTRY_COMPARE(chair.page->article(), other);
        QVERIFY(chair.says(u"“Chờ duyệt”: "_s));
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

    void anApprovalNamesExactlyWhatWasShown()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Chờ duyệt"_s, State::AwaitingApproval);
        chair.sit();
        QTRY_VERIFY(chair.button(Step::Approve) && chair.button(Step::Approve)->isEnabled());
        QTest::mouseClick(chair.button(Step::Approve), Qt::LeftButton);
        QTRY_COMPARE(chair.stage().commands.size(), size_t(1));
        const auto *approval = std::get_if<Approve>(&chair.stage().commands[0]);
        QVERIFY(approval);
        QCOMPARE(approval->target.id, id);
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
        QTRY_VERIFY(chair.says(u"A newer version arrived"_s));
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

        chair.bannerButton(u"Read the newer text"_s)->click();
        QTRY_VERIFY(chair.button(Step::Approve)->isEnabled());
        QVERIFY(chair.html().contains(u"Sáng nay tỉnh họp dân."_s));
        chair.button(Step::Approve)->click();
        QTRY_COMPARE(chair.stage().commands.size(), size_t(1));
        const auto &approval = std::get<Approve>(chair.stage().commands[0]);
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
        QTRY_VERIFY(chair.button(Step::Refuse) && chair.button(Step::Refuse)->isEnabled());
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
        QCOMPARE(std::get<Move>(chair.stage().commands[0]),
                 (Move{.target = itemKey(id), .version = 3, .step = Step::Refuse, .reason = u"Trùng bài hôm qua."_s}));
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
        QTRY_VERIFY(chair.says(u"A newer version arrived"_s));
        chair.publishNow()->click();
        QCoreApplication::processEvents();
        QVERIFY(chair.stage().commands.empty());
    }

    void twoTitlesAreNotApproved()
    {
        Chair chair;
        const ArticleId id = chair.addWithTwoTitles(State::AwaitingApproval);
        Article &article = chair.view(id).article;
        chair.sit();
        QTRY_VERIFY(chair.says(u"Title: two people wrote this differently"_s));
        QTRY_VERIFY(chair.button(Step::Approve));
        QVERIFY(!chair.button(Step::Approve)->isEnabled());
        QTRY_VERIFY(chair.isSeen());
        article.content.conflicts.clear();
        article.contentHash = contentHash(article.content);
        ++article.version;
        chair.view(id).confirmedVersion = chair.view(id).othersVersion = article.version; // by somebody else
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY(chair.bannerButton(u"Read the newer text"_s));
        chair.bannerButton(u"Read the newer text"_s)->click();
        QTRY_VERIFY(chair.button(Step::Approve)->isEnabled());
    }
};

QTEST_MAIN(TestReviewDecisions)
#include "tst_reviewdecisions.moc"
