// A picture is seen by who uploaded it and by who sees an article that has it, on both engines.
#include "backend/FeedReader.h"
#include "backend/MediaAccess.h"
#include "backend/Newsroom.h"
#include "document/Builders.h"
#include "storage/ChangeStore.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"

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

    void upload(MediaId id)
    {
        const Media media{.id = id,
                          .sha256 = QString(64, u'a'),
                          .format = u"jpeg"_s,
                          .width = 8,
                          .height = 6,
                          .size = 100,
                          .name = u"nguon-tin-rieng.jpg"_s,
                          .uploadedBy = reporter.user,
                          .createdAt = clock.now()};
        auto transaction = Transaction::begin(database(), Access::Write);
        QVERIFY(MediaStore(*transaction).put(media));
        QVERIFY(ChangeStore(*transaction).add(Noun::Media, id.toText(), clock.now()));
        QVERIFY(transaction->commit());
    }

    CommandAnswer save(const Draft &draft, Version base)
    {
        Content written = content(u"Một tin"_s);
        written.body = document::toJson(doc({p(u"Chữ."_s), figure(draft.media.toText(), u"Ảnh"_s)}));
        return run(reporter, SaveArticle{.article = draft.article, .base = base, .content = written});
    }

    CommandAnswer submit(const Draft &draft)
    {
        return run(reporter,
                   SubmitArticle{.article = draft.article, .version = 1, .stateSecret = StateSecret::ConfirmedNone});
    }

    bool maySee(const Actor &actor, MediaId id)
    {
        auto transaction = Transaction::begin(database(), Access::Read);
        return maySeeMedia(*transaction, actor, *MediaStore(*transaction).find(id)).valueOr(false);
    }

    /// Whether the feed gives the facts of the picture to who has asked up to `after`; moves `after` to its end.
    bool feedTells(const Actor &actor, MediaId id, qint64 &after)
    {
        auto transaction = Transaction::begin(database(), Access::Read);
        const auto page = readFeed(*transaction, actor, after, 1000, clock);
        after = page->next;
        return std::ranges::any_of(page->entries, [&](const FeedEntry &entry) {
            return entry.noun == toText(Noun::Media) && entry.id == id.toText() && entry.value;
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
            for (const char *sql : {"DROP TABLE article_media", "DROP TABLE publication_counts",
                                    "DROP TABLE publication_texts", "DELETE FROM schema_migrations WHERE number >= 5",
                                    "DELETE FROM workflow WHERE step = 'unpublish' AND from_state IN "
                                    "('draft', 'submitted', 'refused')"})
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
