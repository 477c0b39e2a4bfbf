// What readers see is taken down from wherever the item stands on the screen.
#include "support/Patience.h"
#include "ui/articles/ArticlesPage.h"
#include "ui/articles/SavedTrail.h"
#include "ui/articles/TakeDownButton.h"
#include "ui/articles/WritingFixture.h"
#include "ui/models/NewsroomText.h"
#include "ui/widgets/ReasonDialog.h"

#include <QLabel>
#include <QTableView>
#include <QTest>

using namespace toasoan;

namespace {

void chooseRow(ArticlesPage &page, int row)
{
    auto *table = page.findChild<QTableView *>();
    const QModelIndex index = table->model()->index(row, 0);
    QTest::mouseClick(table->viewport(), Qt::LeftButton, {}, table->visualRect(index).center());
}

void chooseFirst(ArticlesPage &page)
{
    chooseRow(page, 0);
}

ArticleId addLive(DeskStage &stage, const QString &title)
{
    Content content = sample();
    content.title = title;
    ArticleView &view = stage.add(content, State::Published, UserId{DeskStage::newId().uuid});
    view.article.publication =
        Publication{.number = 7, .slug = u"bai"_s, .version = 1, .firstAt = {}, .at = {}, .takenDownAt = {}};
    DeskStage::allow(view);
    return view.article.id;
}

} // namespace

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
        ArticlesPage page(*desk);
        page.resize(1000, 600);
        page.show();
        auto *button = page.findChild<TakeDownButton *>();
        QTRY_VERIFY(page.findChild<QTableView *>()->currentIndex().isValid());
        chooseFirst(page);
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
        QCOMPARE(std::get<Unpublish>(stage.commands.at(0)),
                 (Unpublish{.target = itemKey(id), .version = 0, .reason = u"Sai số liệu."_s}));
        QTRY_VERIFY(!button->isVisible());
    }

    // The first pull fills the list from below: the row that the list marks for the keyboard is not one that a person
    // chose, and one that is chosen is not acted upon out of sight.
    void theListOffersItForNoRowThatNobodyChoseOrSees()
    {
        const auto desk = makeStageDesk();
        DeskStage &stage = stageOf(*desk);
        addLive(stage, u"Bài đầu tiên"_s);
        ArticlesPage page(*desk);
        page.resize(1000, 400);
        page.show();
        auto *button = page.findChild<TakeDownButton *>();
        auto *table = page.findChild<QTableView *>();
        QTRY_COMPARE(page.model().rowCount(), 1);
        for (int i = 0; i < 40; ++i)
            emit desk->articleChanged(addLive(stage, u"Bài %1"_s.arg(i)));
        QTRY_COMPARE(page.model().rowCount(), 41);
        QTRY_COMPARE(table->currentIndex().row(), 0); // not the last one, out of sight
        QTest::qWait(400); // longer than it looks whether it may
        QVERIFY(!button->isVisible());

        chooseRow(page, 2);
        QTRY_VERIFY(button->isVisible());
        table->scrollToBottom();
        QTRY_VERIFY(!button->isVisible());
        table->scrollToTop();
        QTRY_VERIFY(button->isVisible());
        // By keys too.
        QTest::keyClick(table, Qt::Key_Down);
        QTRY_VERIFY(button->isVisible());
        QCOMPARE(table->currentIndex().row(), 3);
        // Its row goes, and the mark with it: no neighbour was chosen, to be opened by the next key.
        const ArticleId chosen = page.model().line(3).id;
        const ArticleId neighbour = page.model().line(4).id;
        stage.articles.erase(chosen);
        emit desk->articleChanged(chosen);
        QTRY_COMPARE(page.model().rowCount(), 40);
        QTest::qWait(400);
        QVERIFY(!button->isVisible());
        const auto nothingIsMarked = [table] {
            return !table->currentIndex().isValid() && table->selectionModel()->selectedRows().isEmpty();
        };
        QVERIFY(nothingIsMarked());
        QSignalSpy opened(&page, &ArticlesPage::articleChosen);
        QTest::keyClick(table, Qt::Key_Return);
        QVERIFY(opened.isEmpty());
        // So it stays, whatever comes in above it; the arrows lead on from there.
        emit desk->articleChanged(addLive(stage, u"Bài mới nhất"_s));
        QTRY_COMPARE(page.model().rowCount(), 41);
        QVERIFY(nothingIsMarked());
        QTest::keyClick(table, Qt::Key_Down);
        QCOMPARE(page.model().line(table->currentIndex().row()).id, neighbour);
        QTRY_VERIFY(button->isVisible());
    }

    void whatReadersStillSeeIsNotToldAsTakenDown_data()
    {
        QTest::addColumn<bool>("isRefused");
        QTest::newRow("taken at last") << false;
        QTest::newRow("refused") << true;
    }
    void whatReadersStillSeeIsNotToldAsTakenDown()
    {
        QFETCH(bool, isRefused);
        const auto desk = makeStageDesk();
        DeskStage &stage = stageOf(*desk);
        const ArticleId id = addLive(stage, u"Họp dân"_s);
        stage.isServerAway = true;
        ArticlesPage page(*desk);
        page.resize(1000, 600);
        page.show();
        auto *button = page.findChild<TakeDownButton *>();
        QTRY_COMPARE(page.model().rowCount(), 1);
        chooseFirst(page);
        QTRY_VERIFY(button->isVisible());
        QSignalSpy done(&page, &ArticlesPage::done);
        QSignalSpy waits(&page, &ArticlesPage::waits);
        QSignalSpy overtaken(&page, &ArticlesPage::overtaken);
        button->click();
        QTRY_VERIFY(button->findChild<ReasonDialog *>());
        emit button->findChild<ReasonDialog *>()->reasonGiven(u"Sai số liệu."_s);
        QTRY_COMPARE(waits.size(), 1);
        const QString sentence = waits.at(0).at(0).toString();
        QVERIFY2(sentence.contains(u"“Họp dân”"_s) && sentence.contains(u"not taken down"_s), qPrintable(sentence));
        QVERIFY(done.isEmpty());
        QTRY_COMPARE(page.model().index(0, ArticleListModel::StateColumn).data().toString(),
                     stateText(State::Published));

        stage.answer(*desk, id,
                     isRefused ? std::optional(Error{ErrorCode::Conflict, u"article.state"_s, {}}) : std::nullopt);
        QTRY_COMPARE(overtaken.size(), 1);
        QCOMPARE(overtaken.at(0).at(0).toString(), sentence);
        if (isRefused) {
            QTest::qWait(100);
            QVERIFY(done.isEmpty());
        } else {
            QTRY_COMPARE(done.size(), 1);
            QTRY_COMPARE(page.model().index(0, ArticleListModel::StateColumn).data().toString(),
                         stateText(State::Unpublished));
        }
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
        QVERIFY(
            std::ranges::any_of(labels, [](const QLabel *label) { return label->text() == u"Portal: version 2"_s; }));
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
