// Rights that come and go while desks are at work.
#include "sync/EngineSteps.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::test;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestRights : public QObject
{
    Q_OBJECT

private slots:
    void otherRightsShowOtherArticles()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &other = world.desk(World::otherReporter);
        QVERIFY(!other.confirmed(id));
        User promoted = other.user;
        promoted.grants = {{.role = Role::Editor, .section = {}}};
        world.changeUser(World::otherReporter, promoted);
        QVERIFY(world.settle());
        QVERIFY(other.confirmed(id));
    }

    // They were taken and given back while all was pulled: the pages of that time tell of nothing that he may see now.
    void rightsThatWereOthersForAPageHideNothing_data()
    {
        QTest::addColumn<bool>("crashes");
        QTest::newRow("the desk runs") << false;
        QTest::newRow("the desk is started again in between") << true;
    }
    void rightsThatWereOthersForAPageHideNothing()
    {
        QFETCH(const bool, crashes);
        World world(1,
                    {.sections = 1, .hasSecondPc = false, .isServerNewer = false, .feedPage = 2, .hasFolders = false});
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        editor.crash();
        write(world.desk(World::otherEditor), id, u"bốn"_s);
        world.run(1s);
        saveOnServer(world, 6);
        const User usual = editor.user;
        User other = usual;
        other.grants = {{.role = Role::Reporter, .section = {}}};
        world.changeUser(World::editor, other);
        editor.start();
        const auto hasBegun = [&] {
            const auto &pulls = editor.replica().pulls();
            return std::ranges::any_of(pulls,
                                       [](const Pull &pull) { return pull.noun == nouns::article && pull.before > 0; });
        };
        for (int i = 0; i < 1000 && !hasBegun(); ++i)
            world.run(1ms);
        QVERIFY(!editor.confirmed(id)); // one page has come
        if (crashes) {
            editor.crash();
            editor.start();
        }
        world.changeUser(World::editor, usual);
        QVERIFY(world.settle());
        QVERIFY(editor.confirmed(id));
        QCOMPARE(editor.confirmed(id)->content.lead, u"bốn"_s);
    }

    // An item went to another section, and with it out of sight. The step is tried again there: it waits, refused, and
    // what waits beside it can be read.
    void aStepThatIsTriedAgainWhereItsItemIsGoneStaysWhatItIs()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        editor.network.isCut = true;
        QVERIFY(editor.submit(moving(id, Step::ReturnToAuthor)));
        User reporting = editor.user;
        reporting.grants = {{.role = Role::Reporter, .section = {}}};
        world.changeUser(World::editor, reporting);
        editor.network.isCut = false;
        QVERIFY(world.settle());
        QVERIFY(!editor.confirmed(id));
        const auto refused = [&] { return editor.outbox().commands; };
        QCOMPARE(refused().size(), 1U);
        QCOMPARE(refused().front().refusal->subject, u"article"_s);

        editor.tell(*editor.replica().retry(refused().front().request));
        QVERIFY(world.settle());
        QCOMPARE(refused().size(), 1U);
        QCOMPARE(refused().front().state, WaitingState::Refused);

        // And where it is shown again, it goes.
        reporting.grants = {{.role = Role::Editor, .section = {}}};
        world.changeUser(World::editor, reporting);
        QVERIFY(world.settle());
        editor.tell(*editor.replica().retry(refused().front().request));
        QVERIFY(world.settle());
        QVERIFY(editor.outbox().isEmpty());
        QCOMPARE(world.onServer(id)->state, State::Returned);
    }

    // Nobody did anything instead: the person is told why, and that nobody else is to blame.
    void aStepForWhichTheRightsWereTakenIsOvertakenByNobody()
    {
        World world;
        TestDesk &reporter = world.desk(World::reporter);
        const auto id = ArticleId::create(world.clock, world.dice);
        reporter.type(id, world.content(u"Bài"_s, u"một hai ba"_s));
        QVERIFY(world.settle());
        QVERIFY(reporter.submit(submitting(id)));
        QVERIFY(world.settle());
        reporter.network.isCut = true;
        QVERIFY(reporter.submit(Move{.target = itemKey(id), .version = 0, .step = Step::Withdraw, .reason = {}}));
        const User usual = reporter.user;
        User idle = usual;
        idle.grants.clear();
        world.changeUser(World::reporter, idle);
        reporter.network.isCut = false;
        QVERIFY(world.settle());
        QVERIFY(reporter.overtaken.empty());
        const ArticleView view = reporter.view(id);
        QVERIFY(view.refused());
        QCOMPARE(view.refused()->refusal->subject, u"article.step"_s);
        // With his rights he can try it again.
        world.changeUser(World::reporter, usual);
        QVERIFY(world.settle());
        reporter.tell(*reporter.replica().retry(reporter.view(id).refused()->request));
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->state, State::Draft);
        QVERIFY(reporter.outbox().isEmpty());
    }

    // Changed while he was signed out: the sign-in says it first, and the feed then tells nothing that is new.
    void whoSignsInWithOtherRightsSeesByThem()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        User person = editor.user;
        person.standing = Standing::Disabled;
        world.changeUser(World::editor, person);
        world.signOutEverywhere(World::editor);
        world.run(1min);
        QCOMPARE(editor.sessionsEnded, 1);
        QVERIFY(!world.signIn(World::editor));
        QVERIFY(editor.confirmed(id));
        person.standing = Standing::Active;
        person.grants = {{.role = Role::Reporter, .section = {}}};
        world.changeUser(World::editor, person);
        QVERIFY(world.signIn(World::editor));
        QVERIFY(world.settle());
        QVERIFY(!editor.confirmed(id));
    }

    // An article went out of sight where a step waits for it, and is looked at: what is typed there is on what is
    // shown.
    void whatIsTypedOnWhatIsGoneTakesNothingAway()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        QCOMPARE(editor.view(id).article.content.lead, u"một hai ba"_s); // an editor is open on it
        editor.network.isCut = true;
        QVERIFY(editor.submit(moving(id, Step::ReturnToAuthor)));
        const User usual = editor.user;
        User reporting = usual;
        reporting.grants = {{.role = Role::Reporter, .section = {}}};
        world.changeUser(World::editor, reporting);
        editor.network.isCut = false;
        QVERIFY(world.settle());
        const ArticleView view = editor.view(id);
        QVERIFY(view.isGone);
        editor.type(id, withLead(view.article.content, view.article.content.lead + u" bốn"_s), view.base);
        editor.save(id);
        world.changeUser(World::editor, usual);
        QVERIFY(world.settle());
        QVERIFY(editor.confirmed(id));
        QCOMPARE(editor.view(id).article.content.lead, u"một hai ba bốn"_s);
        QCOMPARE(editor.view(id).article.content.title, u"Bài"_s);
    }

    // Nor is there news of what is not to be seen any more.
    void newsOfWhatIsGoneGoesToo()
    {
        World world;
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        QVERIFY(editor.submit(moving(id, Step::RequestApproval)));
        QVERIFY(world.settle());
        QVERIFY(world.desk(World::chair).submit(moving(id, Step::ReturnToEditor)));
        QVERIFY(world.settle());
        QCOMPARE(editor.replica().unseen(), 1);
        User reporting = editor.user;
        reporting.grants = {{.role = Role::Reporter, .section = {}}};
        world.changeUser(World::editor, reporting);
        QVERIFY(world.settle());
        QVERIFY(!editor.confirmed(id));
        QCOMPARE(editor.replica().unseen(), 0);
        editor.crash();
        editor.start();
        QCOMPARE(editor.replica().unseen(), 0);
    }

    // An article that moves to a section of which a person sees nothing goes from his desk; what he wrote on it does
    // not.
    void whatWasWrittenOnWhatMovesAwayStays()
    {
        World world(1,
                    {.sections = 2,
                     .hasSecondPc = false,
                     .isServerNewer = false,
                     .feedPage = wire::feedPage,
                     .hasFolders = false});
        User bound = world.desk(World::editor).user;
        bound.grants = {{.role = Role::Editor, .section = world.sections[0]}};
        world.changeUser(World::editor, bound);
        const ArticleId id = articleInEditing(world);
        TestDesk &editor = world.desk(World::editor);
        TestDesk &other = world.desk(World::otherEditor);
        editor.network.isCut = true;
        write(editor, id, u"một hai ba bốn"_s);
        Content moved = other.view(id).article.content;
        moved.section = world.sections[1];
        other.type(id, moved, other.view(id).base);
        other.save(id);
        world.run(10s);
        editor.network.isCut = false;
        QVERIFY(world.settle());
        QVERIFY(!editor.confirmed(id));
        QVERIFY(editor.view(id).isGone);
        QCOMPARE(editor.view(id).article.content.lead, u"một hai ba bốn"_s);
        QCOMPARE(editor.view(id).refused()->refusal->subject, u"article"_s);

        // Where it comes back, his words go into it.
        moved.section = world.sections[0];
        other.type(id, moved, other.view(id).base);
        other.save(id);
        QVERIFY(world.settle());
        editor.tell(*editor.replica().retry(editor.view(id).refused()->request));
        QVERIFY(world.settle());
        QCOMPARE(world.onServer(id)->content.lead, u"một hai ba bốn"_s);
        QCOMPARE(world.onServer(id)->content.section, world.sections[0]);
        QVERIFY(editor.outbox().isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestRights)
#include "tst_rights.moc"
