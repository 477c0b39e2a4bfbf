// What a person hears of what others did with his articles: beside the pages, in the sidebar, in the list.
#include "support/Patience.h"
#include "ui/articles/ArticlesPage.h"
#include "ui/articles/WritingPage.h"
#include "ui/models/ArticleListModel.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/NavigationButton.h"
#include "ui/shell/Notifications.h"
#include "ui/support/DeskStage.h"
#include "ui/workstation/Translations.h"
#include "ui/workstation/Workstation.h"

#include <QPushButton>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

struct Room
{
    Room() : workstation(*desk, clock, window)
    {
        window.resize(1200, 760);
        window.show();
    }

    void hearOfReturnWhileOpen(ArticleId id)
    {
        workstation.openArticle(id);
        QTRY_COMPARE(window.currentPage(), u"writing"_s);
        happen(id, Step::ReturnToAuthor);
        QTRY_COMPARE(notices().size(), 1);
    }

    ArticleId add(const QString &title)
    {
        Content content;
        content.title = title;
        content.section = DeskStage::sections[0].id;
        return stageOf(*desk).add(content, State::AwaitingApproval, DeskStage::user.id).article.id;
    }
    void happen(ArticleId id, Step step)
    {
        const QString title = stageOf(*desk).articles.at(id).article.content.title;
        lastNews = {.step = step,
                    .by = DeskStage::users.back().id,
                    .at = clock.now(),
                    .reason = step == Step::ReturnToAuthor ? u"Thiếu ảnh."_s : QString(),
                    .isAgain = false};
        stageOf(*desk).happen(*desk, {.article = id, .title = title, .news = lastNews});
    }
    [[nodiscard]] QStringList notices() const { return window.notifications().texts(); }
    [[nodiscard]] QPushButton *open() const
    {
        for (auto *button : window.notifications().findChildren<QPushButton *>()) {
            if (button->text() == u"Mở"_s && !button->isHidden())
                return button;
        }
        return nullptr;
    }
    [[nodiscard]] int badge() const
    {
        int badge = 0;
        for (const auto *button : window.findChildren<NavigationButton *>()) {
            if (button->accessibleName().contains(u"chưa xem"_s))
                badge = button->badge();
        }
        return badge;
    }

    SystemClock clock;
    std::unique_ptr<Desk> desk = makeStageDesk();
    MainWindow window;
    Workstation workstation;
    News lastNews;
};

} // namespace

class TestAnnouncing : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        useLanguage(*QCoreApplication::instance(), Language::Vietnamese);
        setTheScene();
        DeskStage::users.push_back({.id = UserId{DeskStage::newId().uuid},
                                    .login = u"truongban"_s,
                                    .name = u"Trần Văn Bình"_s,
                                    .penName = {},
                                    .standing = Standing::Active,
                                    .grants = {}});
    }

    void aDecisionIsToldWithAWayToTheArticleAndCountedUntilItIsSeen()
    {
        Room room;
        const ArticleId id = room.add(u"Mưa lũ 100%2"_s);
        room.happen(id, Step::ReturnToAuthor);
        QTRY_COMPARE(room.notices(), QStringList{u"Trần Văn Bình đã trả lại bài “Mưa lũ 100%2”. Lý do: Thiếu ảnh."_s});
        QCOMPARE(room.badge(), 1);
        QVERIFY(room.open());
        room.open()->click();
        QTRY_COMPARE(room.workstation.writingPage().article(), id);
        QTRY_COMPARE(room.window.currentPage(), u"writing"_s);
        QTRY_COMPARE(room.badge(), 0);
        QCOMPARE(room.desk->unseen(), 0);
    }

    void ofAnArticleTheLatestNewsStandAloneAndGoWhenItIsOpened()
    {
        Room room;
        const ArticleId id = room.add(u"Mưa lũ"_s);
        room.happen(id, Step::ReturnToAuthor);
        QTRY_COMPARE(room.notices().size(), 1);
        room.happen(id, Step::Refuse);
        QTRY_COMPARE(room.notices(), QStringList{u"Trần Văn Bình đã từ chối bài “Mưa lũ”."_s});
        room.workstation.openArticle(id); // from the list
        QTRY_VERIFY(room.notices().isEmpty());
    }

    void manyAtOnceAreOneNoticeThatLeadsToTheList()
    {
        Room room;
        const ArticleId other = room.add(u"Không đổi"_s);
        for (const QString &title : {u"Một"_s, u"Hai"_s, u"Ba"_s})
            room.happen(room.add(title), Step::Approve);
        QTRY_COMPARE(room.notices(), QStringList{u"3 bài có thay đổi."_s});
        QCOMPARE(room.badge(), 3);
        room.window.showPage(u"outbox"_s);
        room.open()->click();
        QCOMPARE(room.window.currentPage(), u"articles"_s);
        ArticleListModel &model = room.workstation.articlesPage().model();
        QTRY_COMPARE(model.rowCount(), 3);
        QCOMPARE(model.query().scope, ListScope::Unseen);
        QVERIFY(!model.rowOf(other));
        const QModelIndex title = model.index(0, ArticleListModel::Title);
        QVERIFY(title.data(ArticleListModel::NoteRole).value<LineNote>().text.startsWith(u"Trần Văn Bình đã duyệt"_s));
    }

    void whatIsBeforeThePersonIsSeenAsItComes()
    {
        Room room;
        const ArticleId id = room.add(u"Đang mở"_s);
        room.workstation.openArticle(id);
        QTRY_COMPARE(room.window.currentPage(), u"writing"_s);
        room.happen(id, Step::Approve);
        QTRY_COMPARE(room.notices(), QStringList{u"Trần Văn Bình đã duyệt bài “Đang mở”."_s});
        QVERIFY2(!room.open(), "it is open");
        QTRY_COMPARE(room.badge(), 0);
        // On another page it is not before him.
        room.window.showPage(u"articles"_s);
        room.happen(id, Step::Publish);
        QTRY_COMPARE(room.badge(), 1);
        room.window.showPage(u"writing"_s);
        QTRY_COMPARE(room.badge(), 0);
    }

    // What was told with the article open leads back to it from elsewhere.
    void whatWasToldOfTheOpenArticleLeadsThereFromAnotherPage()
    {
        Room room;
        const ArticleId id = room.add(u"Đang mở"_s);
        room.hearOfReturnWhileOpen(id);
        QCOMPARE(room.notices().size(), 1);
        QVERIFY2(!room.open(), "it is open");
        room.window.showPage(u"articles"_s);
        QVERIFY(room.open());
        room.open()->click();
        QTRY_COMPARE(room.window.currentPage(), u"writing"_s);
        QTRY_VERIFY(room.notices().isEmpty());
    }

    void whatWasToldEndsWhenTheArticleHasMovedOn()
    {
        Room room;
        const ArticleId id = room.add(u"Đang mở"_s);
        room.hearOfReturnWhileOpen(id);
        QCOMPARE(room.notices().size(), 1);
        ArticleView &view = stageOf(*room.desk).articles.at(id);
        const News &told = room.lastNews;
        view.decisions.push_back(
            {.record = id, .version = 1, .step = told.step, .actor = told.by, .at = told.at, .reason = told.reason});
        emit room.desk->articleChanged(id);
        QTest::qWait(100);
        QCOMPARE(room.notices().size(), 1); // it stands so
        view.decisions.push_back({.record = id,
                                  .version = 1,
                                  .step = Step::Submit,
                                  .actor = DeskStage::user.id,
                                  .at = room.clock.now(),
                                  .reason = {}});
        emit room.desk->articleChanged(id);
        QTRY_VERIFY(room.notices().isEmpty());
    }

    // Nothing is to be cleaned up: the person is told once who was first.
    void whoCameSecondIsToldWhoWasFirst()
    {
        Room room;
        const ArticleId id = room.add(u"Mưa lũ"_s);
        const auto overtaken = [&](Step step, Step by) {
            return OvertakenStep{.article = id,
                                 .title = u"Mưa lũ"_s,
                                 .step = step,
                                 .by = {.step = by,
                                        .by = DeskStage::users.back().id,
                                        .at = room.clock.now(),
                                        .reason = {},
                                        .isAgain = false}};
        };
        emit room.desk->stepOvertaken(overtaken(Step::Claim, Step::Claim));
        QCOMPARE(room.notices(), QStringList{u"Trần Văn Bình đã tiếp nhận bài “Mưa lũ” trước."_s});
        QVERIFY(room.open());
        emit room.desk->stepOvertaken(overtaken(Step::Withdraw, Step::Claim));
        QCOMPARE(room.notices(),
                 QStringList{u"Không thực hiện được bước “Rút lại” nữa. Trần Văn Bình đã tiếp nhận bài "
                             "“Mưa lũ”."_s});
        QCOMPARE(room.badge(), 0);
    }

    void whatHappenedWhileThePcWasOffIsToldWhenAllOfItIsThere()
    {
        DeskStage::connection.connection = Connection::Connecting;
        Room room;
        room.happen(room.add(u"Một"_s), Step::Approve);
        QTest::qWait(900);
        room.happen(room.add(u"Hai"_s), Step::Publish);
        room.happen(room.add(u"Ba"_s), Step::Refuse);
        QTest::qWait(900);
        QVERIFY(room.notices().isEmpty());
        room.desk->setWorkOffline(false); // online
        QTRY_COMPARE(room.notices(), QStringList{u"3 bài có thay đổi."_s});
    }

    void anotherPersonIsNotToldOfIt()
    {
        Room room;
        room.happen(room.add(u"Một"_s), Step::Approve);
        room.desk->signOut(nullptr, {});
        QTest::qWait(900);
        QVERIFY(room.notices().isEmpty());
    }
};

QTEST_MAIN(TestAnnouncing)
#include "tst_announcing.moc"
