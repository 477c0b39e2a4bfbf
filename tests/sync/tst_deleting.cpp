// A draft that its author deletes, through engine, replica and server.
#include "sync/World.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::test;
using namespace Qt::StringLiterals;

namespace {

struct Drafted
{
    Drafted()
    {
        desk.type(id, world.content(u"Bài"_s, u"một hai ba"_s));
        desk.save(id);
        if (!world.settle() || !world.onServer(id))
            qFatal("a draft did not get to the server");
    }
    [[nodiscard]] Move deleting(Version version = 0) const
    {
        return {.target = itemKey(id), .version = version, .step = Step::Delete, .reason = {}};
    }
    /// His other PC saves it with this content, made from version `base`.
    [[nodiscard]] bool saveElsewhere(Version base, const Content &content)
    {
        return bool(world.runOnServer(World::reporter,
                                      Save{.target = itemKey(id), .base = base, .content = canonicalBytes(content)}));
    }
    [[nodiscard]] bool isListed()
    {
        const auto page = desk.replica().list({}, {});
        return std::ranges::find(page->lines, id, &ArticleLine::id) != page->lines.end();
    }
    [[nodiscard]] State atServer() { return world.onServer(id)->state; }

    World world;
    const ArticleId id = ArticleId::create(world.clock, world.dice);
    TestDesk &desk = world.desk(World::reporter);
};

} // namespace

class TestDeleting : public QObject
{
    Q_OBJECT

private slots:
    void itIsGoneFromTheDeskOnceTheServerHasHeard_data()
    {
        QTest::addColumn<bool>("losesTheAnswer");
        QTest::newRow("at once") << false;
        QTest::newRow("the answer is lost") << true;
    }
    void itIsGoneFromTheDeskOnceTheServerHasHeard()
    {
        QFETCH(const bool, losesTheAnswer);
        Drafted draft;
        QVERIFY(draft.isListed());
        if (losesTheAnswer)
            draft.desk.network.loseNextAnswer.insert(u"/api/v1/commands"_s);
        QVERIFY(draft.desk.submit(draft.deleting()));
        QVERIFY(draft.world.settle());
        QCOMPARE(draft.atServer(), State::Deleted);
        QVERIFY(!draft.desk.confirmed(draft.id));
        QVERIFY(!draft.isListed());
        QVERIFY(draft.desk.outbox().isEmpty());
        QVERIFY(draft.desk.problems.empty());
    }

    void withoutANetworkItWaits()
    {
        Drafted draft;
        draft.desk.network.isCut = true;
        QVERIFY(draft.desk.submit(draft.deleting()));
        draft.world.run(Milliseconds(60'000));
        const ArticleView view = draft.desk.view(draft.id);
        QCOMPARE(view.stateAtServer(), State::Draft); // what is said of it is what is so
        QCOMPARE(view.waiting.size(), 1U);
        QVERIFY(draft.isListed());
        draft.desk.network.isCut = false;
        QVERIFY(draft.world.settle());
        QCOMPARE(draft.atServer(), State::Deleted);
        QVERIFY(!draft.isListed());
    }

    // It was offered: whether the server has it is known once the network is back.
    void whatTheServerMayHaveIsNotTakenBack()
    {
        Drafted draft;
        draft.desk.network.isCut = true;
        QVERIFY(draft.desk.submit(draft.deleting()));
        const auto discarded = draft.desk.replica().discard(draft.desk.view(draft.id).waiting.front().request);
        QVERIFY(!discarded);
        QCOMPARE(discarded.error().subject, u"outbox.offered"_s);
        QVERIFY(draft.isListed());
        QCOMPARE(draft.desk.view(draft.id).article.content.lead, u"một hai ba"_s);
    }

    // He deletes it on another PC, and had typed on here.
    void wordsThatTheOtherPcDidNotKnowOfStay()
    {
        Drafted draft;
        draft.desk.network.isCut = true;
        const ArticleView view = draft.desk.view(draft.id);
        Content content = view.article.content;
        content.lead = u"một hai ba bốn"_s;
        draft.desk.type(draft.id, content, view.base);
        QVERIFY(draft.world.runOnServer(World::reporter, draft.deleting(view.article.version)));
        draft.desk.network.isCut = false;
        draft.desk.save(draft.id);
        QVERIFY(draft.world.settle());
        QCOMPARE(draft.desk.view(draft.id).article.content.lead, u"một hai ba bốn"_s);
        QVERIFY(draft.desk.view(draft.id).isGone);
        QCOMPARE(draft.atServer(), State::Deleted);
    }

    // What he sees deleted is what he saw: not a text that his other PC has saved since.
    void aTextThatIsNewerIsNotDeleted()
    {
        Drafted draft;
        draft.desk.network.isCut = true;
        const Article seen = draft.desk.view(draft.id).article;
        QVERIFY(draft.desk.submit(draft.deleting(seen.version)));
        Content content = seen.content;
        content.lead = u"của máy kia"_s;
        QVERIFY(draft.saveElsewhere(seen.version, content));
        draft.desk.network.isCut = false;
        QVERIFY(draft.world.settle());
        QCOMPARE(draft.atServer(), State::Draft);
        QCOMPARE(draft.desk.confirmed(draft.id)->content.lead, u"của máy kia"_s);
        QVERIFY(!draft.desk.outbox().isEmpty()); // refused, and said
        // Trying again is of the same text: it does not become of what he has not seen.
        const ArticleView refused = draft.desk.view(draft.id);
        QVERIFY(refused.refused());
        draft.desk.tell(*draft.desk.replica().retry(refused.refused()->request));
        QVERIFY(draft.world.settle());
        QCOMPARE(draft.atServer(), State::Draft);
        QVERIFY(!draft.desk.outbox().isEmpty());
    }

    // Behind his own save, which the server puts together with words of his other PC.
    void aTextThatWasMergedOnTheWayIsNotDeleted()
    {
        Drafted draft;
        draft.desk.network.isCut = true;
        const ArticleView seen = draft.desk.view(draft.id);
        Content here = seen.article.content;
        here.lead = u"một hai ba bốn"_s;
        draft.desk.type(draft.id, here, seen.base);
        draft.desk.save(draft.id);
        QVERIFY(draft.desk.submit(draft.deleting(draft.desk.view(draft.id).article.version)));
        Content there = seen.article.content;
        there.title = u"Của máy kia"_s;
        QVERIFY(draft.saveElsewhere(seen.article.version, there));
        draft.desk.network.isCut = false;
        QVERIFY(draft.world.settle());
        QCOMPARE(draft.atServer(), State::Draft);
        QCOMPARE(draft.desk.confirmed(draft.id)->content.title, u"Của máy kia"_s);
        QCOMPARE(draft.desk.confirmed(draft.id)->content.lead, u"một hai ba bốn"_s);
    }
};

QTEST_GUILESS_MAIN(TestDeleting)
#include "tst_deleting.moc"
