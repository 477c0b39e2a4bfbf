// What a person may see, and a noun from its newest on.
#include "actions/NewsroomRules.h"
#include "backend/FeedReader.h"
#include "backend/Newsroom.h"
#include "protocol/RecordJson.h"
#include "storage/RecordStore.h"
#include "storage/Statement.h"

#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace toasoan;
using namespace Qt::StringLiterals;

class TestView : public QObject
{
    Q_OBJECT

private slots:
    void aNounIsPulledNewestFirst_data() { TemporaryDatabase::addEngines(); }
    void aNounIsPulledNewestFirst()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        std::vector<ArticleId> ids;
        for (int i = 0; i < 5; ++i) {
            ids.push_back(ArticleId::create(newsroom.clock, newsroom.dice));
            newsroom.run(newsroom.reporter, Save{itemKey(ids.back()), 0, canonicalBytes(newsroom.content(u"Tin"_s))});
        }
        newsroom.run(newsroom.reporter, Submit{itemKey(ids[0]), 1, StateSecret::ConfirmedNone}); // the newest now
        auto transaction = Transaction::begin(newsroom.database(), Access::Read);
        const auto pulled = [&](const Actor &actor, qint64 before, int limit) {
            return readPull(*transaction, actor, nouns::article, before, limit, newsroom.clock).value();
        };
        const FeedPage first = pulled(newsroom.reporter, std::numeric_limits<qint64>::max(), 2);
        QCOMPARE(first.entries.size(), std::size_t(2));
        QCOMPARE(first.entries[0].id, ids[0].toText());
        QCOMPARE(first.entries[1].id, ids[4].toText());
        QVERIFY(first.more);
        QCOMPARE(first.next, first.entries[1].sequence);
        const FeedPage rest = pulled(newsroom.reporter, first.next, 200);
        QCOMPARE(rest.entries.size(), std::size_t(3));
        QCOMPARE(rest.entries.back().id, ids[1].toText());
        QVERIFY(!rest.more);
        QVERIFY(pulled(newsroom.reporter, rest.next, 200).entries.empty());
        // What is not hers to see is gone.
        const FeedPage others = pulled(newsroom.editor, std::numeric_limits<qint64>::max(), 200);
        QCOMPARE(others.entries.size(), std::size_t(5));
        QVERIFY(others.entries[0].value && !others.entries[1].value);
        QVERIFY(readPull(*transaction, newsroom.editor, Noun(u"leaflet"_s), 9, 200, newsroom.clock)->entries.empty());
        // A view is of the person and the rights, and each page says under which it was read.
        const auto viewOf = [&](const Actor &actor) { return readView(*transaction, actor).value(); };
        Actor moreRights = newsroom.editor;
        moreRights.grants.push_back({.role = Role::Secretary, .section = {}});
        Actor reordered = moreRights;
        std::ranges::reverse(reordered.grants);
        QCOMPARE(viewOf(newsroom.editor).all, others.view);
        QCOMPARE(viewOf(newsroom.reporter).all, first.view);
        QVERIFY(viewOf(newsroom.editor).all != viewOf(newsroom.reporter).all);
        QVERIFY(viewOf(moreRights).nouns[u"article"_s] != viewOf(newsroom.editor).nouns[u"article"_s]);
        QCOMPARE(viewOf(moreRights).nouns[u"user"_s], viewOf(newsroom.editor).nouns[u"user"_s]);
        QCOMPARE(viewOf(moreRights), viewOf(reordered));
        QCOMPARE(viewOf(newsroom.editor).newest, first.newest);
    }

    // What is hashed and approved is what desks get, to the byte; the rest of a page does not hang on a row that
    // somebody has written by hand.
    void whatARecordSaysGoesAsItIsStored_data() { TemporaryDatabase::addEngines(); }
    void whatARecordSaysGoesAsItIsStored()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        std::vector<ArticleId> ids;
        for (int i = 0; i < 45; ++i) { // more than are read at once
            ids.push_back(ArticleId::create(newsroom.clock, newsroom.dice));
            newsroom.run(newsroom.reporter,
                         Save{itemKey(ids.back()), 0, canonicalBytes(newsroom.content(u"Tin \"%1\" \\"_s.arg(i)))});
        }
        newsroom.run(newsroom.reporter, Submit{itemKey(ids[0]), 1, StateSecret::ConfirmedNone});
        const auto writePlain = [&](ArticleId id, const QString &text) {
            auto transaction = Transaction::begin(newsroom.database(), Access::Write);
            Statement statement(*transaction,
                                "UPDATE revisions SET content = :text, packed = NULL WHERE record_id = :record");
            statement.bind("record", id);
            statement.bind("text", text);
            return statement.run() && transaction->commit();
        };
        const QByteArray early = canonicalBytes(*cleanContent(newsroom.content(u"Của chương trình đầu"_s)));
        QVERIFY(writePlain(ids[1], QString::fromUtf8(early)));
        QVERIFY(writePlain(ids[2], u"{\"title\": no JSON"_s));
        auto transaction = Transaction::begin(newsroom.database(), Access::Read);
        const auto page =
            readPull(*transaction, newsroom.reporter, nouns::article, JsonReader::maximumInteger, 200, newsroom.clock);
        QVERIFY(page);
        const QByteArray body = toBody(*page);
        QJsonParseError problem;
        QVERIFY(QJsonDocument::fromJson(body, &problem).isObject());
        QCOMPARE(problem.error, QJsonParseError::NoError);
        const auto read = feedPageFromBody(body);
        QVERIFY(read);
        QCOMPARE(read->entries.size(), ids.size());
        const NewsroomRules rules{Workflow::standard()};
        for (const FeedEntry &entry : read->entries) {
            const auto id = RecordId::fromText(entry.id);
            const auto stored = RecordStore(*transaction).snapshot(*id);
            const auto told = toldRecordFromJson(jsonObject(*entry.value), *rules.find(nouns::article));
            if (*id == ids[2]) {
                QCOMPARE(told.error().subject, u"content.title"_s); // as of any content that does not read
                continue;
            }
            QVERIFY(told);
            QCOMPARE(told->snapshot.decisions, (*stored)->decisions);
            QCOMPARE(told->snapshot.savedBy, (*stored)->savedBy);
            QCOMPARE(told->snapshot.record.content, *id == ids[1] ? early : (*stored)->record.content);
            if (*id == ids[1])
                continue;
            QVERIFY(body.contains("\"content\":" + (*stored)->record.content + '}'));
            QCOMPARE(hashOf(told->snapshot.record.content), told->snapshot.record.contentHash);
            QCOMPARE(told->snapshot, **stored);
        }
    }

    // Each page begins where the one before ended; to sort all that there are for each of them took half of the time.
    void aPageOfAPullLooksAtNothingElse()
    {
        Newsroom newsroom(Engine::Sqlite);
        auto transaction = Transaction::begin(newsroom.database(), Access::Write);
        Statement statement(*transaction, R"(
            EXPLAIN QUERY PLAN
            SELECT sequence, noun, id
            FROM changes
            WHERE noun = 'article' AND sequence < 9
            ORDER BY sequence DESC
            LIMIT 2
        )");
        const auto plan = statement.all([](const Statement &row) { return row.text(3); });
        QVERIFY(plan);
        QCOMPARE(*plan, std::vector{u"SEARCH changes USING INDEX changes_by_place (noun=? AND sequence<?)"_s});
    }
};

QTEST_GUILESS_MAIN(TestView)
#include "tst_view.moc"
