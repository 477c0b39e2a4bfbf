// Several servers on one database: what one of them changes leaves the page caches of the others, whatever these are
// told of meanwhile.
#include "backend/Scheduler.h"
#include "backend/SiteServer.h"
#include "base/Log.h"
#include "storage/ChangeStore.h"
#include "storage/Statement.h"
#include "support/Patience.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

qint64 newest(Newsroom &newsroom)
{
    return readIn(newsroom.database(), [](Transaction &transaction) { return ChangeStore(transaction).newest(); })
        .valueOr(-1);
}

Unpublish takingDown(const Article &article)
{
    return {.target = itemKey(article.id), .version = 1, .reason = u"nhầm"_s};
}

// The hands of a server that starts work.
Scheduler handsOf(SiteServer &server, Newsroom &newsroom, qint64 known)
{
    auto publisher = std::make_unique<DuePublisher>(
        newsroom.clock, newsroom.dice,
        [&server](const CommandAnswer &answer, Step step) { server.services().announce(answer, step); });
    return Scheduler(server.services(), newsroom.location(), std::move(publisher), known);
}

// A correction of a public item, opened and saved once.
Article writtenOnBehind(SiteServer &server, Newsroom &newsroom, const Article &article, const QString &title)
{
    server.run(newsroom.editor,
               Move{.target = itemKey(article.id), .version = 1, .step = Step::Correct, .reason = u"sai tên"_s});
    return server.run(
        newsroom.editor,
        Save{.target = itemKey(article.id), .base = 1, .content = canonicalBytes(newsroom.content(title))});
}

} // namespace

class TestScheduler : public QObject
{
    Q_OBJECT

private:
    static bool keeps(SiteServer &server, Newsroom &newsroom, const QString &path)
    {
        return server.services().pages.find(path.toStdString(), newsroom.clock.now()).has_value();
    }

private slots:
    void initTestCase() { setLogLevel(LogLevel::Error); }

    // The first server's own change comes behind that of the second, before its hands have looked.
    void whatAnotherServerTookDownLeavesTheCache_data() { TemporaryDatabase::addEngines(); }
    void whatAnotherServerTookDownLeavesTheCache()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        SiteServer first(newsroom);
        SiteServer second(newsroom);
        const Article article = newsroom.published(u"Bài bị gỡ"_s);
        const Article other = newsroom.published(u"Bài khác"_s);
        QCOMPARE(first.get(newsroom.pathOf(article)).status, 200);
        QCOMPARE(first.get(newsroom.pathOf(other)).status, 200);
        QVERIFY(first.get(u"/"_s).body.contains("Bài bị gỡ"));
        const qint64 known = newest(newsroom);

        QCOMPARE(second.run(newsroom.chair, takingDown(article)).state, State::Unpublished);
        QCOMPARE(second.get(newsroom.pathOf(article)).status, 410);
        const auto draft = ArticleId::create(newsroom.clock, newsroom.dice);
        QCOMPARE(first
                     .run(newsroom.reporter,
                          Save{.target = itemKey(draft),
                               .base = 0,
                               .content = canonicalBytes(newsroom.content(u"Bản nháp"_s))})
                     .state,
                 State::Draft);
        const Scheduler hands = handsOf(first, newsroom, known);
        QTRY_COMPARE(first.get(newsroom.pathOf(article)).status, 410);
        // At once: an item and the lists it stands in leave the cache together.
        QVERIFY(!first.get(u"/"_s).body.contains("Bài bị gỡ"));
        QVERIFY(keeps(first, newsroom, newsroom.pathOf(other))); // it has not changed
    }

    // The first server saves what the second has just taken down: of the item, the database has the save alone.
    void whatIsTakenDownAndWrittenOnElsewhereLeavesTheCache_data() { TemporaryDatabase::addEngines(); }
    void whatIsTakenDownAndWrittenOnElsewhereLeavesTheCache()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        SiteServer first(newsroom);
        SiteServer second(newsroom);
        const Article article = newsroom.published(u"Bài bị gỡ"_s);
        QCOMPARE(first.get(newsroom.pathOf(article)).status, 200);
        QVERIFY(first.get(u"/"_s).body.contains("Bài bị gỡ"));
        const qint64 known = newest(newsroom);

        QCOMPARE(second.run(newsroom.chair, takingDown(article)).state, State::Unpublished);
        QCOMPARE(writtenOnBehind(first, newsroom, article, u"Bài đã sửa"_s).version, 2);
        QVERIFY(keeps(first, newsroom, newsroom.pathOf(article)));
        const Scheduler hands = handsOf(first, newsroom, known);
        QTRY_COMPARE(first.get(newsroom.pathOf(article)).status, 410);
        QVERIFY(!first.get(u"/"_s).body.contains("Bài bị gỡ"));
    }

    // What is written on behind a public item changes nothing for its readers.
    void aCorrectionThatIsWrittenHereLeavesThePagesInTheCache_data() { TemporaryDatabase::addEngines(); }
    void aCorrectionThatIsWrittenHereLeavesThePagesInTheCache()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        SiteServer first(newsroom);
        const Article article = newsroom.published(u"Một bài"_s);
        QCOMPARE(first.get(newsroom.pathOf(article)).status, 200);
        QCOMPARE(first.get(u"/"_s).status, 200);
        const qint64 known = newest(newsroom);
        QCOMPARE(writtenOnBehind(first, newsroom, article, u"Một bài đã sửa"_s).version, 2);
        const Scheduler hands = handsOf(first, newsroom, known);
        newsroom.clock.advance(PageCache::goodFor * 2); // what is still kept then is so since the hands have looked
        QTRY_VERIFY(keeps(first, newsroom, newsroom.pathOf(article)));
        QVERIFY(keeps(first, newsroom, u"/"_s));
    }

    // A correction that may not be published at its hour goes back to the board; the public has what it had.
    void whatTheClockGivesBackLeavesThePagesInTheCache_data() { TemporaryDatabase::addEngines(); }
    void whatTheClockGivesBackLeavesThePagesInTheCache()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Một bài"_s);
        Content corrected = newsroom.content(u"Một bài đã sửa"_s);
        corrected.correction = u"Bài đã sửa tên người."_s;
        const auto move = [&](Version version, Step step) {
            const Move command{.target = itemKey(article.id), .version = version, .step = step, .reason = u"sai tên"_s};
            return newsroom.run(newsroom.editor, command).article.value_or(Article());
        };
        move(1, Step::Correct);
        newsroom.run(newsroom.editor,
                     Save{.target = itemKey(article.id), .base = 1, .content = canonicalBytes(corrected)});
        const QString hash = move(2, Step::RequestApproval).contentHash;
        newsroom.run(newsroom.chair,
                     Approve{.target = itemKey(article.id), .version = 2, .contentHash = hash, .note = {}});
        const Instant hour = newsroom.clock.now() + std::chrono::seconds(30);
        newsroom.run(newsroom.secretary, Schedule{.target = itemKey(article.id), .version = 2, .at = hour});
        QCOMPARE(newsroom.find(article.id)->state, State::Scheduled);
        {
            auto transaction = Transaction::begin(newsroom.database(), Access::Write);
            // It was corrected once before.
            QVERIFY(
                transaction->execute("UPDATE records SET approved_hash = 'another', published_at = published_at + 1"));
            QVERIFY(transaction->commit());
        }
        QCOMPARE(server.get(newsroom.pathOf(article)).status, 200);
        QCOMPARE(server.get(u"/"_s).status, 200);
        newsroom.clock.advance(std::chrono::seconds(40));
        const Scheduler hands = handsOf(server, newsroom, newest(newsroom));
        QTRY_COMPARE(newsroom.find(article.id)->state, State::Approved);
        newsroom.clock.advance(PageCache::goodFor * 2); // what is still kept then is so since the hands have looked
        QTRY_VERIFY(keeps(server, newsroom, newsroom.pathOf(article)));
        QVERIFY(keeps(server, newsroom, u"/"_s));
    }

    // A month after, of a sitting its first and its last version are left.
    void whatASittingSupersededIsCleanedAway_data() { TemporaryDatabase::addEngines(); }
    void whatASittingSupersededIsCleanedAway()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        SiteServer server(newsroom);
        const auto id = ArticleId::create(newsroom.clock, newsroom.dice);
        for (Version base = 0; base < 4; ++base) {
            const QString title = u"Bản %1"_s.arg(base);
            newsroom.run(newsroom.reporter,
                         Save{.target = itemKey(id), .base = base, .content = canonicalBytes(newsroom.content(title))});
        }
        const auto kept = [&] {
            const auto all = readIn(newsroom.database(),
                                    [&](Transaction &transaction) { return ArticleStore(transaction).revisions(id); });
            QList<Version> versions;
            for (const Revision &revision : *all)
                versions.append(revision.version);
            return versions;
        };
        QCOMPARE(kept(), (QList<Version>{1, 2, 3, 4}));
        newsroom.clock.advance(std::chrono::days(31));
        const Scheduler hands = handsOf(server, newsroom, newest(newsroom));
        QTRY_COMPARE(kept(), (QList<Version>{1, 4}));
    }

    // Many rounds, with the hands at work.
    void everyChangeOfAnotherServerIsFollowed_data() { TemporaryDatabase::addEngines(); }
    void everyChangeOfAnotherServerIsFollowed()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        SiteServer first(newsroom);
        SiteServer second(newsroom);
        const Scheduler hands = handsOf(first, newsroom, newest(newsroom));
        for (int round = 0; round < 5; ++round) {
            const Article article = newsroom.published(u"Bài %1"_s.arg(round));
            QTRY_VERIFY(first.get(u"/"_s).body.contains(u"Bài %1"_s.arg(round).toUtf8()));
            QCOMPARE(first.get(newsroom.pathOf(article)).status, 200);
            QCOMPARE(second.run(newsroom.chair, takingDown(article)).state, State::Unpublished);
            const auto draft = ArticleId::create(newsroom.clock, newsroom.dice);
            (void)first.run(
                newsroom.reporter,
                Save{.target = itemKey(draft), .base = 0, .content = canonicalBytes(newsroom.content(u"Bản nháp"_s))});
            QTRY_COMPARE(first.get(newsroom.pathOf(article)).status, 410);
            QTRY_VERIFY(!first.get(u"/"_s).body.contains(u"Bài %1"_s.arg(round).toUtf8()));
        }
    }

    // What is there already is saved again, by a key that was pressed twice: the newest change is none of that save's.
    void aSaveThatChangesNothingIsNoChange_data() { TemporaryDatabase::addEngines(); }
    void aSaveThatChangesNothingIsNoChange()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        SiteServer first(newsroom);
        SiteServer second(newsroom);
        Content draft = newsroom.content(u"Bản nháp"_s);
        Save save{.target = itemKey(ArticleId::create(newsroom.clock, newsroom.dice)),
                  .base = 0,
                  .content = canonicalBytes(draft)};
        (void)first.run(newsroom.reporter, save);
        const Scheduler hands = handsOf(first, newsroom, newest(newsroom));
        for (const bool isOwnNewest : {true, false}) {
            const Article article = newsroom.published(u"Một bài"_s);
            QTRY_COMPARE(first.get(newsroom.pathOf(article)).status, 200);
            save.base = 0;
            draft.lead += u"x"_s;
            save.content = canonicalBytes(draft);
            if (isOwnNewest)
                (void)first.run(newsroom.reporter, save);
            QCOMPARE(second.run(newsroom.chair, takingDown(article)).state, State::Unpublished);
            (void)first.run(newsroom.reporter, save);
            (void)first.run(newsroom.reporter, save);
            QTRY_COMPARE(first.get(newsroom.pathOf(article)).status, 410);
        }
    }

    // Rendered since it was published here; the hands, which find that change too, must not have it rendered again.
    void theServersOwnChangesAreNotFollowedTwice_data() { TemporaryDatabase::addEngines(); }
    void theServersOwnChangesAreNotFollowedTwice()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        SiteServer first(newsroom);
        SiteServer second(newsroom);
        const Article mine = newsroom.approved(u"Của mình"_s);
        const Article theirs = newsroom.approved(u"Của bạn"_s);
        const qint64 known = newest(newsroom);
        const auto publish = [&newsroom](SiteServer &server, const Article &article) {
            return newsroom.pathOf(
                server.run(newsroom.secretary, Publish{.target = itemKey(article.id), .version = 1}));
        };
        const QString minePath = publish(first, mine);
        const QString theirPath = publish(second, theirs);
        QCOMPARE(first.get(minePath).status, 200);
        QCOMPARE(first.get(theirPath).status, 200);
        const Scheduler hands = handsOf(first, newsroom, known);
        QTRY_VERIFY(!keeps(first, newsroom, theirPath));
        QVERIFY(keeps(first, newsroom, minePath));
    }

    void whatEveryPageShowsDropsAllOfThem_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QByteArray>("noun");
        for (const Engine engine : TemporaryDatabase::engines()) {
            for (const QByteArray noun : {"section", "site", "noun of a newer program"})
                QTest::addRow("%s, %s", TemporaryDatabase::name(engine), noun.constData()) << engine << noun;
        }
    }
    void whatEveryPageShowsDropsAllOfThem()
    {
        QFETCH(Engine, engine);
        QFETCH(QByteArray, noun);
        Newsroom newsroom(engine);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Một bài"_s);
        QCOMPARE(server.get(newsroom.pathOf(article)).status, 200);
        QVERIFY(keeps(server, newsroom, newsroom.pathOf(article)));
        const Scheduler hands = handsOf(server, newsroom, newest(newsroom));
        auto transaction = Transaction::begin(newsroom.database(), Access::Write);
        QVERIFY(ChangeStore(*transaction).add(nouns::media, u"một"_s, newsroom.clock.now()));
        QVERIFY(transaction->execute("UPDATE changes SET noun = '" + noun.toStdString() + "' WHERE id = 'một'"));
        QVERIFY(transaction->commit());
        QTRY_VERIFY(!keeps(server, newsroom, newsroom.pathOf(article)));
    }

    // An import, of which a round sees all at once.
    void moreChangesThanARoundTakesSinglyDropAllPages_data() { TemporaryDatabase::addEngines(); }
    void moreChangesThanARoundTakesSinglyDropAllPages()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        SiteServer server(newsroom);
        const Article article = newsroom.published(u"Một bài"_s);
        const qint64 known = newest(newsroom);
        QCOMPARE(server.get(newsroom.pathOf(article)).status, 200);
        auto transaction = Transaction::begin(newsroom.database(), Access::Write);
        for (int i = 0; i < 300; ++i)
            QVERIFY(ChangeStore(*transaction).add(nouns::media, QString::number(i), newsroom.clock.now()));
        QVERIFY(ChangeStore(*transaction).add(nouns::article, article.id.toText(), newsroom.clock.now()));
        QVERIFY(transaction->commit());
        const Scheduler hands = handsOf(server, newsroom, known);
        QTRY_VERIFY(!keeps(server, newsroom, newsroom.pathOf(article)));
    }
};

QTEST_GUILESS_MAIN(TestScheduler)
#include "tst_scheduler.moc"
