// What readers see is taken down from wherever the item stands on the screen.
#include "support/Patience.h"
#include "ui/articles/ArticlesPage.h"
#include "ui/articles/SavedTrail.h"
#include "ui/articles/TakeDownButton.h"
#include "ui/articles/WritingFixture.h"
#include "ui/widgets/ReasonDialog.h"

#include <QLabel>
#include <QTableView>
#include <QTest>

using namespace toasoan;

class TestTakeDown : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        setTheScene();
        DeskStage::user.grants = {{.role = Role::BoardChair, .section = {}}};
        DeskStage::users = {DeskStage::user};
    }

    void theListOffersItForTheRowThatReadersSee_data()
    {
        QTest::addColumn<Role>("role");
        QTest::addColumn<bool>("isLive");
        QTest::addColumn<bool>("isOffered");
        QTest::newRow("a chair, what is live") << Role::BoardChair << true << true;
        QTest::newRow("a chair, what is not") << Role::BoardChair << false << false;
        QTest::newRow("an editor") << Role::Editor << true << false;
    }
    void theListOffersItForTheRowThatReadersSee()
    {
        QFETCH(Role, role);
        QFETCH(bool, isLive);
        QFETCH(bool, isOffered);
        DeskStage::user.grants = {{.role = role, .section = {}}};
        const auto desk = makeStageDesk();
        DeskStage &stage = stageOf(*desk);
        ArticleView &view =
            stage.add(sample(), isLive ? State::Published : State::AwaitingApproval, UserId{DeskStage::newId().uuid});
        if (isLive)
            view.article.publication =
                Publication{.number = 7, .slug = u"bai"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        DeskStage::allow(view);
        const ArticleId id = view.article.id;
        const SystemClock clock;
        ArticlesPage page(*desk, clock);
        page.resize(1000, 600);
        page.show();
        auto *button = page.findChild<TakeDownButton *>();
        QTRY_VERIFY(page.findChild<QTableView *>()->currentIndex().isValid());
        if (!isOffered) {
            QTest::qWait(400);
            QVERIFY(!button->isVisible());
            return;
        }
        QTRY_VERIFY(button->isVisible());
        button->click();
        QTRY_VERIFY(button->findChild<ReasonDialog *>());
        QVERIFY(stage.commands.empty());
        QSignalSpy done(&page, &ArticlesPage::done);
        emit button->findChild<ReasonDialog *>()->reasonGiven(u"Sai số liệu."_s);
        QTRY_COMPARE(done.size(), 1);
        QCOMPARE(std::get<UnpublishArticle>(stage.commands.at(0)),
                 (UnpublishArticle{.article = id, .version = 0, .reason = u"Sai số liệu."_s}));
        QTRY_VERIFY(!button->isVisible());
    }

    void theWritingPageOffersItAndSaysWhatReadersSee()
    {
        const Opened opened(sample(), State::InEditing);
        QVERIFY(opened.isOpen);
        ArticleView &view = opened.view();
        QVERIFY(!opened.page->findChild<QPushButton *>(u"step-unpublish"_s));
        view.article.version = 5;
        view.article.publication =
            Publication{.number = 7, .slug = u"bai"_s, .version = 2, .firstAt = {}, .at = {}, .takenDownAt = {}};
        DeskStage::allow(view);
        emit opened.desk->articleChanged(opened.id);
        QTRY_VERIFY(opened.page->findChild<QPushButton *>(u"step-unpublish"_s));
        const auto labels = opened.page->findChild<SavedTrail *>()->findChildren<QLabel *>();
        QVERIFY(std::ranges::any_of(
            labels, [](const QLabel *label) { return label->text() == u"The portal shows version 2"_s; }));
        opened.page->findChild<QPushButton *>(u"step-unpublish"_s)->click();
        QTRY_VERIFY(opened.page->findChild<ReasonDialog *>());
        emit opened.page->findChild<ReasonDialog *>()->reasonGiven(u"Sai số liệu."_s);
        QTRY_COMPARE(view.article.state, State::Unpublished);
    }

    // What readers see is wrong: that does not wait for a text that the disk has no room for.
    void itGoesThoughWhatIsTypedCannotBeKept()
    {
        const Opened opened(sample(), State::InEditing);
        QVERIFY(opened.isOpen);
        ArticleView &view = opened.view();
        view.article.publication =
            Publication{.number = 7, .slug = u"bai"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
        DeskStage::allow(view);
        emit opened.desk->articleChanged(opened.id);
        QTRY_VERIFY(opened.page->findChild<QPushButton *>(u"step-unpublish"_s));
        opened.stage().typeError = Error{ErrorCode::StorageFull, u"database.full"_s, {}};
        QTest::keyClick(opened.title(), Qt::Key_X);
        opened.page->findChild<QPushButton *>(u"step-unpublish"_s)->click();
        QTRY_VERIFY(opened.page->findChild<ReasonDialog *>());
        emit opened.page->findChild<ReasonDialog *>()->reasonGiven(u"Sai số liệu."_s);
        QTRY_COMPARE(view.article.state, State::Unpublished);
    }
};

QTEST_MAIN(TestTakeDown)
#include "tst_takedown.moc"
