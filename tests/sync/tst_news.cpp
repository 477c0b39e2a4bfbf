// What a desk tells its person of what others did with his articles: what, once, and across its own end.
#include "sync/World.h"

#include "backend/CommandRunner.h"
#include "sync/News.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

Move moving(ArticleId id, Step step)
{
    return {.target = itemKey(id), .version = 0, .step = step, .reason = u"thiếu ảnh"_s};
}

} // namespace

class TestNews : public QObject
{
    Q_OBJECT

private:
    static Submit submitting(ArticleId id)
    {
        return {.target = itemKey(id), .version = 0, .stateSecret = StateSecret::ConfirmedNone};
    }

    // Of the first reporter; submitted, and the server has it.
    static ArticleId submitted(World &world, const QString &title = u"Mưa lũ"_s)
    {
        TestDesk &reporter = world.desk(World::reporter);
        const ArticleId id = ArticleId::create(world.clock, world.dice);
        reporter.type(id, world.content(title, u"một hai ba"_s));
        if (!world.settle() || !reporter.submit(submitting(id)) || !world.settle())
            qFatal("an article was not submitted");
        return id;
    }

    // By whom it is up to, at his own desk.
    static void take(World &world, int desk, const Command &command)
    {
        const auto done = world.desk(desk).submit(command);
        if (!done)
            qFatal("refused: %s", qPrintable(done.error().subject));
        if (!world.settle())
            qFatal("the desks did not settle");
    }

    static void approve(World &world, ArticleId id)
    {
        const ArticleView view = world.desk(World::chair).view(id);
        take(world, World::chair,
             Approve{.target = itemKey(id),
                     .version = view.article.version,
                     .contentHash = view.article.contentHash,
                     .note = {}});
    }

    static ArticleId awaitingApproval(World &world)
    {
        const ArticleId id = submitted(world);
        take(world, World::editor, moving(id, Step::Claim));
        take(world, World::editor, moving(id, Step::RequestApproval));
        return id;
    }

    static std::vector<Step> toldAt(TestDesk &desk)
    {
        std::vector<Step> steps;
        for (const ArticleNews &news : desk.news)
            steps.push_back(news.news.step);
        return steps;
    }

private slots:
    void anAuthorIsToldOfEachStepThatDecidesAboutHisArticle()
    {
        World world;
        TestDesk &reporter = world.desk(World::reporter);
        const ArticleId id = awaitingApproval(world);
        QVERIFY2(reporter.news.empty(), "taken in and sent on: nothing is decided yet");
        approve(world, id);
        take(world, World::chair, Publish{.target = itemKey(id), .version = 0});
        take(world, World::chair, moving(id, Step::Correct));
        take(world, World::chair, Unpublish{.target = itemKey(id), .version = 0, .reason = u"sai"_s});
        QCOMPARE(toldAt(reporter), (std::vector{Step::Approve, Step::Publish, Step::Correct, Step::Unpublish}));
        QCOMPARE(reporter.news.front().title, u"Mưa lũ"_s);
        QCOMPARE(reporter.news.front().news.by, world.desk(World::chair).user.id);
        QCOMPARE(reporter.replica().unseen(), 1);

        QVERIFY2(world.desk(World::chair).news.empty(), "nobody is told of what he did himself");
        QVERIFY2(world.desk(World::otherReporter).news.empty(), "nor of what is not his");
        QVERIFY2(world.desk(World::editor).news.empty(), "nor is he who only sent it on");
    }

    void whatComesBackIsToldToWhoeverItComesBackTo()
    {
        World world;
        const ArticleId id = awaitingApproval(world);
        take(world, World::chair, moving(id, Step::ReturnToEditor));
        QCOMPARE(toldAt(world.desk(World::editor)), std::vector{Step::ReturnToEditor});
        QVERIFY(world.desk(World::otherEditor).news.empty());
        QVERIFY(world.desk(World::reporter).news.empty());
        take(world, World::editor, moving(id, Step::ReturnToAuthor));
        QCOMPARE(toldAt(world.desk(World::reporter)), std::vector{Step::ReturnToAuthor});
        QCOMPARE(world.desk(World::reporter).news.front().news.reason, u"thiếu ảnh"_s);
        QVERIFY2(world.desk(World::editor).replica().unseen() == 0, "who acts has seen what he acts on");
    }

    void anHourThatPassedInVainIsToldToAllWhoCountedOnIt()
    {
        World world;
        const ArticleId id = awaitingApproval(world);
        approve(world, id);
        take(world, World::chair, Schedule{.target = itemKey(id), .version = 0, .at = world.clock.now() + 1h});
        QCOMPARE(toldAt(world.desk(World::reporter)), std::vector{Step::Approve});
        // The clock's own step, as DuePublisher has it done.
        const Envelope envelope{.request = RequestId::create(world.clock, world.dice),
                                .command = Move{.target = itemKey(id),
                                                .version = world.onServer(id)->version,
                                                .step = Step::Unschedule,
                                                .reason = u"article.conflict"_s}};
        const auto done = runCommand(world.serverDatabase(), world.clock, Actor::system(), envelope);
        QVERIFY(done && done->record);
        world.run(10s);
        QVERIFY(world.settle());
        for (const int desk : {World::reporter, World::editor, World::chair}) {
            QVERIFY(!world.desk(desk).news.empty());
            QCOMPARE(world.desk(desk).news.back().news.step, Step::Unschedule);
            QVERIFY(world.desk(desk).news.back().news.by.isNull());
        }
    }

    void aCorrectionThatIsPublishedIsToldAsOne()
    {
        World world;
        const ArticleId id = awaitingApproval(world);
        approve(world, id);
        take(world, World::chair, Publish{.target = itemKey(id), .version = 0});
        QVERIFY(!world.desk(World::reporter).news.back().news.isAgain);
        take(world, World::editor, moving(id, Step::Correct));
        take(world, World::editor, moving(id, Step::RequestApproval));
        approve(world, id);
        take(world, World::chair, Publish{.target = itemKey(id), .version = 0});
        QCOMPARE(world.desk(World::reporter).news.back().news.step, Step::Publish);
        QVERIFY(world.desk(World::reporter).news.back().news.isAgain);
    }

    void newsStaysUnseenUntilItIsSeenWhateverEndsInBetween()
    {
        World world;
        TestDesk &reporter = world.desk(World::reporter);
        const ArticleId id = awaitingApproval(world);
        approve(world, id);
        const ArticleId other = submitted(world, u"Khác"_s);
        reporter.crash();
        take(world, World::editor, moving(other, Step::ReturnToAuthor));
        reporter.news.clear();
        reporter.start();
        QCOMPARE(reporter.replica().unseen(), 1);
        QVERIFY(world.settle());
        QCOMPARE(toldAt(reporter), std::vector{Step::ReturnToAuthor});
        QCOMPARE(reporter.replica().unseen(), 2);
        const auto unseen = reporter.replica().list({.scope = ListScope::Unseen}, {});
        QVERIFY(unseen);
        QCOMPARE(unseen->count, 2);
        QCOMPARE(unseen->lines[0].id, other);
        QCOMPARE(unseen->lines[0].news->step, Step::ReturnToAuthor);

        reporter.tell(*reporter.replica().markSeen(other));
        QCOMPARE(reporter.replica().unseen(), 1);
        QVERIFY(!(*reporter.replica().line(other))->news);
        reporter.crash();
        reporter.start();
        QCOMPARE(reporter.replica().unseen(), 1);
        QVERIFY((*reporter.replica().line(id))->news);
    }

    void whatWasBeforeIsNoNews()
    {
        World world;
        const ArticleId id = awaitingApproval(world);
        approve(world, id);
        TestDesk &reporter = world.desk(World::reporter);
        reporter.news.clear();
        // Everything once more, from the start: other rights show other articles.
        User promoted = reporter.user;
        promoted.grants.push_back({.role = Role::Editor, .section = {}});
        world.changeUser(World::reporter, promoted);
        QVERIFY(world.settle());
        QVERIFY(reporter.news.empty());
        // A server that was restored.
        world.backUp();
        take(world, World::chair, Publish{.target = itemKey(id), .version = 0});
        reporter.news.clear();
        world.restore();
        QVERIFY(world.settle());
        QVERIFY(reporter.news.empty());
        take(world, World::chair, Publish{.target = itemKey(id), .version = 0});
        QCOMPARE(toldAt(reporter), std::vector{Step::Publish});
    }

    void aDecisionThatWasTakenBackBeforeAnybodyHeardOfItIsNotTold()
    {
        World world;
        TestDesk &reporter = world.desk(World::reporter);
        const ArticleId id = awaitingApproval(world);
        reporter.network.isCut = true;
        const ArticleView view = world.desk(World::chair).view(id);
        QVERIFY(world.desk(World::chair)
                    .submit(Approve{.target = itemKey(id),
                                    .version = view.article.version,
                                    .contentHash = view.article.contentHash,
                                    .note = {}}));
        world.run(5s);
        QVERIFY(world.desk(World::chair).submit(moving(id, Step::Revoke)));
        world.run(5s);
        QCOMPARE(world.onServer(id)->state, State::AwaitingApproval);
        reporter.network.isCut = false;
        QVERIFY(world.settle());
        QVERIFY(reporter.news.empty());
        approve(world, id);
        take(world, World::chair, moving(id, Step::Revoke));
        QCOMPARE(toldAt(reporter), (std::vector{Step::Approve, Step::Revoke}));
    }

    // What the review page goes by before it says that a newer version came.
    void onesOwnVersionsAreKnownAsSuch()
    {
        World world;
        const ArticleId id = submitted(world);
        take(world, World::editor, moving(id, Step::Claim));
        TestDesk &editor = world.desk(World::editor);
        const auto write = [&](TestDesk &desk, const QString &lead) {
            const ArticleView view = desk.view(id);
            Content content = view.article.content;
            content.lead = lead;
            desk.type(id, content, view.base);
            desk.save(id);
        };
        const Version asRead = editor.view(id).confirmedVersion;
        QCOMPARE(editor.view(id).othersVersion, asRead);
        for (const QString &lead : {u"một"_s, u"một hai"_s}) {
            write(editor, lead);
            QCOMPARE(editor.view(id).othersVersion, asRead);
            QVERIFY(world.settle());
        }
        QCOMPARE(editor.view(id).confirmedVersion, asRead + 2);
        QCOMPARE(editor.view(id).othersVersion, asRead);
        QCOMPARE((*editor.replica().line(id))->savedBy, editor.user.id);
        write(world.desk(World::otherEditor), u"một hai ba"_s);
        QVERIFY(world.settle());
        QCOMPARE(editor.view(id).othersVersion, asRead + 3);
        QCOMPARE((*editor.replica().line(id))->savedBy, world.desk(World::otherEditor).user.id);
    }

    void aListCanBeHadInEveryOrder_data()
    {
        QTest::addColumn<ListOrder>("order");
        QTest::addColumn<Direction>("direction");
        QTest::addColumn<QStringList>("titles");
        const QStringList byTitle{u"An toàn"_s, u"Ăn sạch"_s, u"Ấm no"_s, u"Da cam"_s, u"Dạ hội"_s, u"Đá bóng"_s};
        QTest::newRow("title") << ListOrder::Title << Direction::Usual << byTitle;
        QTest::newRow("title, reversed") << ListOrder::Title << Direction::Reversed
                                         << QStringList(byTitle.rbegin(), byTitle.rend());
        const QStringList newest{u"Dạ hội"_s, u"An toàn"_s, u"Đá bóng"_s, u"Ấm no"_s, u"Da cam"_s, u"Ăn sạch"_s};
        QTest::newRow("newest") << ListOrder::Updated << Direction::Usual << newest;
        QTest::newRow("oldest") << ListOrder::Updated << Direction::Reversed
                                << QStringList(newest.rbegin(), newest.rend());
        QTest::newRow("author") << ListOrder::Author << Direction::Usual << newest;
        QTest::newRow("state") << ListOrder::State << Direction::Usual
                               << QStringList{u"Dạ hội"_s, u"An toàn"_s, u"Đá bóng"_s,
                                              u"Ấm no"_s,  u"Da cam"_s,  u"Ăn sạch"_s};
    }

    void aListCanBeHadInEveryOrder()
    {
        QFETCH(const ListOrder, order);
        QFETCH(const Direction, direction);
        QFETCH(const QStringList, titles);
        World world;
        TestDesk &reporter = world.desk(World::reporter);
        for (const QString &title : {u"Ăn sạch"_s, u"Da cam"_s, u"Ấm no"_s, u"Đá bóng"_s, u"An toàn"_s}) {
            QVERIFY(world.runOnServer(World::reporter,
                                      Save{.target = itemKey(ArticleId::create(world.clock, world.dice)),
                                           .base = 0,
                                           .content = canonicalBytes(world.content(title))}));
            world.run(10ms);
        }
        QVERIFY(world.settle());
        reporter.network.isCut = true;
        world.run(1s);
        reporter.type(ArticleId::create(world.clock, world.dice), world.content(u"Dạ hội"_s)); // only here
        const auto page = reporter.replica().list({.order = order, .direction = direction}, {});
        QVERIFY(page);
        QStringList got;
        for (const ArticleLine &line : page->lines)
            got.append(line.title);
        QCOMPARE(got, titles);
        QCOMPARE(page->count, 6);
        QVERIFY(!page->next);
    }

    void anOrderedListComesPageByPageAndLetsTypingThrough()
    {
        World world;
        TestDesk &reporter = world.desk(World::reporter);
        const int count = listPage + 30;
        for (int i = 0; i < count; ++i)
            QVERIFY(world.runOnServer(World::reporter,
                                      Save{.target = itemKey(ArticleId::create(world.clock, world.dice)),
                                           .base = 0,
                                           .content = canonicalBytes(world.content(u"Bài %1"_s.arg(count - i)))}));
        QVERIFY(world.settle());
        const ArticleQuery query{.order = ListOrder::Title};
        int pauses = 0;
        const auto first = reporter.replica().list(query, {}, [&] { ++pauses; });
        QVERIFY(first && first->next);
        QVERIFY(pauses > 0);
        QCOMPARE(first->lines.first().title, u"Bài 1"_s);
        QCOMPARE(first->lines.last().title, u"Bài %1"_s.arg(listPage));
        // Something changes in between: the next page goes on after the line that was the last.
        reporter.type(ArticleId::create(world.clock, world.dice), world.content(u"Ao hồ"_s));
        const auto second = reporter.replica().list(query, first->next, {});
        QVERIFY(second && !second->next);
        QCOMPARE(second->lines.first().title, u"Bài %1"_s.arg(listPage + 1));
        QCOMPARE(second->lines.size(), 30);
    }
};

QTEST_GUILESS_MAIN(TestNews)
#include "tst_news.moc"
