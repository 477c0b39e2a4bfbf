// A picture is seen by who uploaded it and by who sees an article that has it, on both engines.
#include "actions/MediaAccess.h"
#include "actions/NewsroomRules.h"
#include "backend/FeedReader.h"
#include "backend/Newsroom.h"
#include "document/Builders.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/Migrator.h"
#include "storage/NewsroomStore.h"
#include "storage/Statement.h"
#include "support/OlderSchema.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::document::build;
using namespace Qt::StringLiterals;

namespace {

struct Draft
{
    ArticleId article;
    MediaId media;
};

class Room : public Newsroom
{
public:
    using Newsroom::Newsroom;

    /// A draft of the reporter with a picture that he has uploaded.
    Draft draft()
    {
        const Draft draft{.article = ArticleId::create(clock, dice), .media = MediaId::create(clock, dice)};
        upload(draft.media);
        save(draft, 0);
        return draft;
    }

    void upload(MediaId id) { upload(id, reporter); }
    void upload(MediaId id, const Actor &by)
    {
        const Media media{.id = id,
                          .sha256 = QString(64, u'a'),
                          .format = u"jpeg"_s,
                          .width = 8,
                          .height = 6,
                          .size = 100,
                          .name = u"nguon-tin-rieng.jpg"_s,
                          .uploadedBy = by.user,
                          .createdAt = clock.now()};
        auto transaction = Transaction::begin(database(), Access::Write);
        QVERIFY(MediaStore(*transaction).put(media));
        QVERIFY(ChangeStore(*transaction).add(nouns::media, id.toText(), clock.now()));
        QVERIFY(transaction->commit());
    }

    ItemAnswer save(const Draft &draft, Version base) { return save(reporter, draft, base); }
    /// A text without any picture.
    ItemAnswer saveBare(const Actor &actor, ArticleId article, Version base)
    {
        return run(actor,
                   Save{.target = itemKey(article), .base = base, .content = canonicalBytes(content(u"Một tin"_s))});
    }
    ItemAnswer save(const Actor &actor, const Draft &draft, Version base, const QString &text = u"Chữ."_s)
    {
        Content written = content(u"Một tin"_s);
        written.body = document::toJson(doc({p(text), figure(draft.media.toText(), u"Ảnh"_s, {}, u"Một bức ảnh"_s)}));
        return run(actor, Save{.target = itemKey(draft.article), .base = base, .content = canonicalBytes(written)});
    }

    Actor contributor() { return add(u"congtacvien"_s, Role::Contributor); }

    ItemAnswer askApproval(const Actor &author, ArticleId article, Version version)
    {
        (void)run(author,
                  Submit{.target = itemKey(article), .version = version, .stateSecret = StateSecret::ConfirmedNone});
        (void)run(editor, Move{.target = itemKey(article), .version = version, .step = Step::Claim, .reason = {}});
        return run(editor,
                   Move{.target = itemKey(article), .version = version, .step = Step::RequestApproval, .reason = {}});
    }

    ItemAnswer submit(const Draft &draft)
    {
        return run(reporter,
                   Submit{.target = itemKey(draft.article), .version = 1, .stateSecret = StateSecret::ConfirmedNone});
    }

    bool maySee(const Actor &actor, MediaId id)
    {
        auto transaction = Transaction::begin(database(), Access::Read);
        return maySeeMedia(*transaction, **readRules(*transaction), actor, *MediaStore(*transaction).find(id))
            .valueOr(false);
    }

    /// Whether the feed gives the facts of the picture to who has asked up to `after`; moves `after` to its end.
    bool feedTells(const Actor &actor, MediaId id, qint64 &after)
    {
        auto transaction = Transaction::begin(database(), Access::Read);
        const auto page = readFeed(*transaction, actor, after, 1000, clock);
        after = page->next;
        return std::ranges::any_of(page->entries, [&](const FeedEntry &entry) {
            return entry.noun == toText(nouns::media) && entry.id == id.toText() && entry.value;
        });
    }
};

} // namespace

class TestMediaAccess : public QObject
{
    Q_OBJECT

private slots:
    void aDraftsPictureIsItsAuthorsUntilItIsSubmitted_data() { TemporaryDatabase::addEngines(); }
    void aDraftsPictureIsItsAuthorsUntilItIsSubmitted()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const Draft draft = room.draft();
        qint64 authorAt = 0;
        qint64 editorAt = 0;
        QVERIFY(room.feedTells(room.reporter, draft.media, authorAt));
        QVERIFY(!room.feedTells(room.editor, draft.media, editorAt));
        QVERIFY(room.maySee(room.reporter, draft.media));
        QVERIFY(!room.maySee(room.editor, draft.media));
        QVERIFY(!room.maySee(room.chair, draft.media));

        QVERIFY(room.submit(draft).article);
        QVERIFY(room.feedTells(room.editor, draft.media, editorAt)); // though its own change lies behind him
        QVERIFY(room.maySee(room.editor, draft.media));
        QVERIFY(room.maySee(room.chair, draft.media));
        QVERIFY(!room.maySee(Actor(), draft.media));
    }

    void aPictureThatComesAfterItsTextIsToldToAllWhoSeeTheText_data() { TemporaryDatabase::addEngines(); }
    void aPictureThatComesAfterItsTextIsToldToAllWhoSeeTheText()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const Draft draft{.article = ArticleId::create(room.clock, room.dice),
                          .media = MediaId::create(room.clock, room.dice)};
        room.save(draft, 0);
        QVERIFY(room.submit(draft).article);
        qint64 after = 0;
        QVERIFY(!room.feedTells(room.editor, draft.media, after));
        room.upload(draft.media);
        QVERIFY(room.feedTells(room.editor, draft.media, after));
    }

    // Each save would otherwise have every desk ask for the facts of every picture again.
    void aSaveTellsOfThePicturesThatItBringsInAlone_data() { TemporaryDatabase::addEngines(); }
    void aSaveTellsOfThePicturesThatItBringsInAlone()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const Draft draft = room.draft();
        QVERIFY(room.submit(draft).article);
        QVERIFY(room.run(room.editor,
                         Move{.target = itemKey(draft.article), .version = 1, .step = Step::Claim, .reason = {}})
                    .article);
        qint64 after = 0;
        QVERIFY(room.feedTells(room.editor, draft.media, after));
        QVERIFY(room.save(room.editor, draft, 1, u"Chữ khác."_s).article);
        QVERIFY(!room.feedTells(room.editor, draft.media, after));
        QVERIFY(room.askApproval(room.reporter, draft.article, 2).article);
        QVERIFY(!room.feedTells(room.editor, draft.media, after));
        // Another's, which was his alone until now.
        const MediaId another = MediaId::create(room.clock, room.dice);
        room.upload(another, room.editor);
        after = 0;
        QVERIFY(!room.feedTells(room.chair, another, after));
        QVERIFY(room.run(room.editor,
                         Move{.target = itemKey(draft.article), .version = 2, .step = Step::Revoke, .reason = {}})
                    .article);
        QVERIFY(room.save(room.editor, {.article = draft.article, .media = another}, 2).article);
        QVERIFY(room.feedTells(room.chair, another, after));
    }

    void aPictureThatWasInADraftIsToldWithIt_data() { TemporaryDatabase::addEngines(); }
    void aPictureThatWasInADraftIsToldWithIt()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const Draft draft = room.draft();
        QVERIFY(room.saveBare(room.reporter, draft.article, 1).article);
        qint64 after = 0;
        QVERIFY(!room.feedTells(room.editor, draft.media, after));
        QVERIFY(
            room.run(room.reporter,
                     Submit{.target = itemKey(draft.article), .version = 2, .stateSecret = StateSecret::ConfirmedNone})
                .article);
        QVERIFY(room.feedTells(room.editor, draft.media, after)); // he may put the earlier text back
    }

    void anotherSectionsPeopleAreToldOfThePictures_data() { TemporaryDatabase::addEngines(); }
    void anotherSectionsPeopleAreToldOfThePictures()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const SectionId culture = SectionId::create(room.clock, room.dice);
        {
            auto transaction = Transaction::begin(room.database(), Access::Write);
            QVERIFY(
                NewsroomStore(*transaction)
                    .putSection(
                        {.id = culture, .slug = u"van-hoa"_s, .name = u"Văn hóa"_s, .nameEnglish = {}, .position = 2}));
            QVERIFY(transaction->commit());
        }
        const Actor theirs{.user = UserId::create(room.clock, room.dice),
                           .grants = {{.role = Role::Editor, .section = culture}}};
        const Draft draft = room.draft();
        QVERIFY(room.submit(draft).article);
        QVERIFY(room.run(room.editor,
                         Move{.target = itemKey(draft.article), .version = 1, .step = Step::Claim, .reason = {}})
                    .article);
        qint64 after = 0;
        QVERIFY(!room.feedTells(theirs, draft.media, after));
        Content moved = room.find(draft.article)->content;
        moved.section = culture;
        QVERIFY(
            room.run(room.editor, Save{.target = itemKey(draft.article), .base = 1, .content = canonicalBytes(moved)})
                .article);
        QVERIFY(room.feedTells(theirs, draft.media, after));
    }

    // What stands in every item is in thousands of them.
    void aPictureIsJudgedWithoutReadingATextThatHasIt_data() { TemporaryDatabase::addEngines(); }
    void aPictureIsJudgedWithoutReadingATextThatHasIt()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const Draft draft = room.draft();
        QVERIFY(room.submit(draft).article);
        const Actor contributor = room.contributor();
        auto transaction = Transaction::begin(room.database(), Access::Write);
        QVERIFY(transaction->execute("UPDATE revisions SET content = 'not to be read', packed = NULL"));
        const auto maySee = [&](const Actor &actor) {
            return maySeeMedia(*transaction, **readRules(*transaction), actor,
                               *MediaStore(*transaction).find(draft.media));
        };
        const auto editor = maySee(room.editor);
        QVERIFY(editor && *editor);
        const auto other = maySee(contributor);
        QVERIFY(other && !*other);
        // Put away by its author meanwhile, or by a newer program in a state that this one does not know.
        for (const char *state : {"deleted", "state of a newer program"}) {
            Statement change(*transaction, "UPDATE records SET state = :state");
            QVERIFY(change.bind("state", QString::fromLatin1(state)).run());
            const auto after = maySee(room.editor);
            QVERIFY(after && !*after);
        }
    }

    void anIdFromAPublicPageOpensNothing_data() { TemporaryDatabase::addEngines(); }
    void anIdFromAPublicPageOpensNothing()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const Draft others = room.draft();
        QVERIFY(room.askApproval(room.reporter, others.article, 1).article);
        const QString hash = room.find(others.article)->contentHash;
        QVERIFY(room.run(room.chair,
                         Approve{.target = itemKey(others.article), .version = 1, .contentHash = hash, .note = {}})
                    .article);
        QVERIFY(room.run(room.secretary, Publish{.target = itemKey(others.article), .version = 1}).article);
        const Actor contributor = room.contributor();
        QVERIFY(!room.maySee(contributor, others.media));

        const Draft own{.article = ArticleId::create(room.clock, room.dice), .media = others.media};
        const auto refused = room.save(contributor, own, 0);
        QVERIFY(isRefused(refused, ErrorCode::Forbidden));
        QVERIFY(refused.body.contains("article.picture." + others.media.toText().toLatin1()));
        QVERIFY(!room.maySee(contributor, others.media));
        // Nor by way of a next version, and of a merge.
        Content written = room.content(u"Bài của tôi"_s);
        QVERIFY(
            room.run(contributor, Save{.target = itemKey(own.article), .base = 0, .content = canonicalBytes(written)})
                .article);
        QVERIFY(isRefused(room.save(contributor, own, 1), ErrorCode::Forbidden));
        QVERIFY(isRefused(room.save(contributor, own, 0), ErrorCode::Forbidden));
        QVERIFY(!room.maySee(contributor, others.media));
        // Who may see it uses it freely.
        QVERIFY(room.save(room.editor, {.article = ArticleId::create(room.clock, room.dice), .media = others.media}, 0)
                    .article);
    }

    void anIdThatIsNotThereYetIsNoClaimOnAnothersPicture_data() { TemporaryDatabase::addEngines(); }
    void anIdThatIsNotThereYetIsNoClaimOnAnothersPicture()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const Actor contributor = room.contributor();
        const Draft claim{.article = ArticleId::create(room.clock, room.dice),
                          .media = MediaId::create(room.clock, room.dice)};
        QVERIFY(room.save(contributor, claim, 0).article);
        room.upload(claim.media, room.reporter);
        QVERIFY(!room.maySee(contributor, claim.media));
        QVERIFY(isRefused(room.save(contributor, claim, 1, u"Chữ khác."_s), ErrorCode::Forbidden));
        // It goes no further, and shows the picture to nobody else either.
        const auto stopped = room.askApproval(contributor, claim.article, 1);
        QVERIFY(isRefused(stopped, ErrorCode::Conflict));
        QVERIFY(stopped.body.contains("article.pictures"));
        QVERIFY(!room.maySee(room.editor, claim.media));
    }

    void anothersStepMakesNoClaimTrue_data() { TemporaryDatabase::addEngines(); }
    void anothersStepMakesNoClaimTrue()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const Actor contributor = room.contributor();
        const Draft claim{.article = ArticleId::create(room.clock, room.dice),
                          .media = MediaId::create(room.clock, room.dice)};
        QVERIFY(room.save(contributor, claim, 0).article);
        // It is the reporter's, in an item that the editor sees.
        const Draft original{.article = ArticleId::create(room.clock, room.dice), .media = claim.media};
        room.upload(claim.media, room.reporter);
        QVERIFY(room.save(room.reporter, original, 0).article);
        QVERIFY(room.submit(original).article);
        QVERIFY(room.maySee(room.editor, claim.media));

        (void)room.run(
            contributor,
            Submit{.target = itemKey(claim.article), .version = 1, .stateSecret = StateSecret::ConfirmedNone});
        QVERIFY(room.run(room.editor,
                         Move{.target = itemKey(claim.article), .version = 1, .step = Step::Claim, .reason = {}})
                    .article);
        QVERIFY(!room.maySee(contributor, claim.media));
        QVERIFY(room.save(room.editor, claim, 1, u"Chữ khác."_s).article);
        QVERIFY(!room.maySee(contributor, claim.media));
        // Taken out, and put in by who may see it: that is his to do.
        Content without = room.content(u"Một tin"_s);
        without.body = document::toJson(doc({p(u"Chữ khác."_s)}));
        QVERIFY(
            room.run(room.editor, Save{.target = itemKey(claim.article), .base = 2, .content = canonicalBytes(without)})
                .article);
        QVERIFY(!room.maySee(contributor, claim.media));
        QVERIFY(room.save(room.editor, claim, 3, u"Chữ khác."_s).article);
        QVERIFY(room.maySee(contributor, claim.media));
    }

    void aPictureOnItsWayIsCopiedIntoAnotherArticle_data() { TemporaryDatabase::addEngines(); }
    void aPictureOnItsWayIsCopiedIntoAnotherArticle()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const Draft first{.article = ArticleId::create(room.clock, room.dice),
                          .media = MediaId::create(room.clock, room.dice)};
        QVERIFY(room.save(first, 0).article);
        QVERIFY(room.submit(first).article);
        const Draft copy{.article = ArticleId::create(room.clock, room.dice), .media = first.media};
        QVERIFY(room.save(room.editor, copy, 0).article);
        room.upload(first.media);
        QVERIFY(room.maySee(room.editor, first.media)); // by the first
        QVERIFY(room.askApproval(room.editor, copy.article, 1).article);
    }

    void draftsFromBeforeKeepWhatTheirAuthorsMaySee_data() { TemporaryDatabase::addEngines(); }
    void draftsFromBeforeKeepWhatTheirAuthorsMaySee()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const Draft theirs = room.draft();
        const Actor contributor = room.contributor();
        const Draft taken{.article = ArticleId::create(room.clock, room.dice), .media = theirs.media};
        QVERIFY(room.run(contributor,
                         Save{.target = itemKey(taken.article),
                              .base = 0,
                              .content = canonicalBytes(room.content(u"Bài"_s))})
                    .article);
        {
            auto transaction = Transaction::begin(room.database(), Access::Write);
            QVERIFY(MediaStore(*transaction).addTo(taken.article, theirs.media)); // as it was once let in
            for (const std::string &sql : backTo15(engine == Engine::Postgres))
                QVERIFY2(transaction->execute(sql), sql.c_str());
            const auto all = Migrator::load(u":/sql/migrations"_s);
            const auto migration =
                std::ranges::find_if(*all, [](const Migration &each) { return each.name.endsWith("guards"_L1); });
            QVERIFY(migration != all->end());
            const auto statements = migration->statements(engine);
            QVERIFY(statements);
            for (const std::string &sql : *statements) {
                if (sql.starts_with("UPDATE"))
                    QVERIFY2(transaction->execute(sql), sql.c_str());
            }
            QVERIFY(transaction->commit());
        }
        QVERIFY(migrateNewsroom(room.database(), room.clock, room.dice));
        QVERIFY(!room.maySee(contributor, theirs.media));
        QVERIFY(room.maySee(room.reporter, theirs.media));
    }

    void whatWasSavedBeforeIsLookedThroughOnce_data() { TemporaryDatabase::addEngines(); }
    void whatWasSavedBeforeIsLookedThroughOnce()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const Draft draft = room.draft();
        QVERIFY(room.submit(draft).article);
        const MediaId unused = MediaId::create(room.clock, room.dice);
        room.upload(unused);
        {
            auto transaction = Transaction::begin(room.database(), Access::Write);
            Statement plain(*transaction, "UPDATE revisions SET content = :content");
            const Content content = ArticleStore(*transaction).find(draft.article)->content;
            QVERIFY(plain.bind("content", QString::fromUtf8(canonicalBytes(content))).run());
            for (const std::string &sql : backTo15(engine == Engine::Postgres))
                QVERIFY2(transaction->execute(sql), sql.c_str());
            for (const char *sql :
                 {"DROP INDEX revisions_by_time", "ALTER TABLE revisions DROP COLUMN packed",
                  "ALTER TABLE revisions DROP COLUMN begins_sitting", "DROP TABLE article_media",
                  "DROP TABLE publication_counts", "DROP TABLE publication_texts",
                  "DROP TABLE IF EXISTS publication_words", "DROP TABLE IF EXISTS publication_accents",
                  "ALTER TABLE uploads DROP COLUMN metadata", "ALTER TABLE sessions DROP COLUMN place",
                  "DELETE FROM schema_migrations WHERE number >= 5",
                  "DELETE FROM workflow WHERE step = 'unpublish' AND from_state IN "
                  "('draft', 'submitted', 'refused')",
                  "DELETE FROM workflow WHERE step = 'delete'"})
                QVERIFY2(transaction->execute(sql), sql);
            QVERIFY(transaction->commit());
        }
        QVERIFY(migrateNewsroom(room.database(), room.clock, room.dice));
        QVERIFY(room.maySee(room.editor, draft.media));
        QVERIFY(!room.maySee(room.editor, unused));
        auto transaction = Transaction::begin(room.database(), Access::Read);
        const auto chain = NewsroomStore(*transaction).workflow();
        const auto sorted = [](std::vector<Transition> transitions) {
            std::ranges::sort(transitions, {}, [](const Transition &each) {
                return std::tuple(each.from, each.step, each.role, each.ownership);
            });
            return transitions;
        };
        QVERIFY(sorted(chain->transitions()) == sorted(Workflow::standard().transitions()));
    }
};

QTEST_GUILESS_MAIN(TestMediaAccess)
#include "tst_mediaaccess.moc"
