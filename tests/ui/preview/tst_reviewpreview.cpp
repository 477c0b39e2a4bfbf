// The preview beside the review page shows the version that is read, and follows the reader from one item to the next.
#include "support/Patience.h"
#include "ui/preview/PreviewSight.h"
#include "ui/review/ReviewFixture.h"

using namespace toasoan;

class TestReviewPreview : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        setTheScene();
        DeskStage::user.grants = {{.role = Role::BoardChair, .section = {}}};
    }
    void cleanup() { QTRY_VERIFY(!previewWindow()); }

    void theVersionThatIsReadIsShown()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Đường mới"_s, State::AwaitingApproval, u"Bản thứ ba."_s);
        const ArticleId other = chair.add(u"Cầu mới"_s, State::AwaitingApproval, u"Bài về cầu."_s);
        chair.sit();
        chair.page->open(id);
        auto *button = chair.page->findChild<QPushButton *>(u"preview"_s);
        QTRY_VERIFY(button->isVisible());
        button->click();
        const QPointer<PreviewWindow> window = previewWindow();
        QVERIFY(window);
        QTRY_VERIFY(window->view()->isShown());
        QVERIFY(pageText(*window->view()).contains(u"Bản thứ ba."_s));

        // A newer text is not what is read.
        chair.change(id, u"Bản thứ tư."_s);
        QTRY_VERIFY(chair.says(u"A newer version arrived"_s));
        QVERIFY(!window->view()->html().contains("Bản thứ tư."));

        chair.page->open(other);
        QTRY_VERIFY(window->view()->html().contains("Bài về cầu."));
        QTRY_VERIFY(window->view()->isShown());
        QVERIFY(pageText(*window->view()).contains(u"Bài về cầu."_s));

        // Somebody else signs in, or nobody.
        chair.page->clear();
        QTRY_VERIFY(!window);
    }

    void whatIsGoneIsNotShown()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Đường mới"_s, State::AwaitingApproval);
        chair.sit();
        chair.page->open(id);
        auto *button = chair.page->findChild<QPushButton *>(u"preview"_s);
        QTRY_VERIFY(button->isVisible());
        button->click();
        const QPointer<PreviewWindow> window = previewWindow();
        QVERIFY(window);
        chair.stage().articles.erase(id);
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY(!window);
        QTRY_VERIFY(!button->isEnabled());
    }

    // A step that waits here has changed nothing for readers.
    void whatWaitsIsNotToldAsPublished()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Đường mới"_s, State::Published);
        ArticleView &view = chair.view(id);
        view.article.publication =
            Publication{.number = 7, .slug = u"duong-moi"_s, .version = 3, .firstAt = {}, .at = {}, .takenDownAt = {}};
        view.atServer = AtServer{.state = State::Approved};
        view.waiting = {{.request = {},
                         .article = id,
                         .title = {},
                         .step = Step::Publish,
                         .givenAt = {},
                         .state = WaitingState::Waiting,
                         .refusal = {}}};
        DeskStage::allow(view);
        chair.sit();
        chair.page->open(id);
        auto *button = chair.page->findChild<QPushButton *>(u"preview"_s);
        QTRY_VERIFY(button->isVisible());
        button->click();
        const QPointer<PreviewWindow> window = previewWindow();
        QVERIFY(window);
        QTRY_VERIFY(window->view()->isShown());
        QVERIFY(frameSays(*window, u"Not published yet"_s));
        view.waiting.clear();
        view.atServer.reset();
        emit chair.desk->articleChanged(id);
        QTRY_VERIFY(frameSays(*window, u"Published"_s));
        window->close();
    }

    // Corrections of earlier versions stay on the page, each with its day.
    void earlierCorrectionsAreShown()
    {
        Chair chair;
        const ArticleId id = chair.add(u"Đường mới"_s, State::AwaitingApproval);
        const Instant day = fromMilliseconds(1'700'000'000'000);
        ArticleView &view = chair.view(id);
        view.article.publication = Publication{
            .number = 7, .slug = u"duong-moi"_s, .version = 2, .firstAt = day, .at = day, .takenDownAt = {}};
        view.article.content.correction = u"Bài trước ghi sai ngày."_s;
        view.article.contentHash = contentHash(view.article.content);
        Content earlier = view.article.content;
        earlier.correction = u"Bài trước ghi sai tên."_s;
        chair.stage().versions = {
            {.line = {.version = 2, .savedBy = {}, .savedAt = day, .contentHash = {}}, .content = earlier}};
        view.decisions = {{.record = id, .version = 2, .step = Step::Publish, .actor = {}, .at = day, .reason = {}}};
        chair.sit();
        chair.page->open(id);
        auto *button = chair.page->findChild<QPushButton *>(u"preview"_s);
        QTRY_VERIFY(button->isVisible());
        button->click();
        const QPointer<PreviewWindow> window = previewWindow();
        QVERIFY(window);
        QTRY_VERIFY(window->view()->html().contains("Bài trước ghi sai tên."));
        QVERIFY(window->view()->html().contains("Bài trước ghi sai ngày."));
        QVERIFY(frameSays(*window, u"These changes are not published yet"_s));
        window->close();
    }
};

QTEST_MAIN(TestReviewPreview)
#include "tst_reviewpreview.moc"
