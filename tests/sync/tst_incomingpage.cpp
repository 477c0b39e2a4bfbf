// What a second thread reads of a page is what one thread reads of it, in whatever order it is asked for.
#include "base/Clock.h"
#include "base/Dice.h"
#include "domain/NewsroomJson.h"
#include "storage/Packing.h"
#include "sync/IncomingPage.h"
#include "sync/Replica.h"

#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

#include <numeric>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

QJsonObject articleJson(const QString &title, const Clock &clock, Dice &dice)
{
    Article article;
    article.id = ArticleId::create(clock, dice);
    article.author = UserId::create(clock, dice);
    article.version = 1;
    article.content.title = title;
    article.contentHash = contentHash(article.content);
    article.createdAt = article.updatedAt = clock.now();
    RecordSnapshot snapshot;
    snapshot.record = recordOf(article);
    return toJson(snapshot);
}

// Articles, and between them what does not read, what is gone, and what is no record.
FeedPage pageOf(int entries)
{
    const SystemClock clock;
    SeededDice dice(5);
    FeedPage page{
        .epoch = u"e"_s, .next = entries, .newest = entries, .more = false, .now = 0, .entries = {}, .view = {}};
    for (int i = 0; i < entries; ++i) {
        QJsonObject article = articleJson(u"Bài %1"_s.arg(i), clock, dice);
        FeedEntry entry{
            .sequence = i + 1, .noun = u"article"_s, .id = article[u"id"_s].toString(), .value = jsonText(article)};
        if (i % 7 == 3) {
            article[u"content"_s] = QJsonObject{{u"title"_s, u"T"_s}, {u"genre"_s, u"none at all"_s}};
            entry.value = jsonText(article);
        } else if (i % 7 == 5) {
            entry.value.reset();
        } else if (i % 7 == 6) {
            entry.noun = u"section"_s;
            const Section section{.id = SectionId::create(clock, dice),
                                  .slug = u"muc-%1"_s.arg(i),
                                  .name = u"Mục"_s,
                                  .nameEnglish = {},
                                  .position = i};
            entry.value = jsonText(toJson(section));
            entry.id = section.id.toText();
        }
        page.entries.push_back(entry);
    }
    return page;
}

} // namespace

class TestIncomingPage : public QObject
{
    Q_OBJECT

private slots:
    void whoReadsItChangesNothing_data()
    {
        QTest::addColumn<int>("entries");
        QTest::addColumn<int>("stride");
        for (const int entries : {1, 20, 400}) {
            for (const int stride : {1, 7, -1})
                QTest::addRow("%d entries, every %d", entries, stride) << entries << stride;
        }
    }
    void whoReadsItChangesNothing()
    {
        QFETCH(const int, entries);
        QFETCH(const int, stride);
        const FeedPage page = pageOf(entries);
        const auto rules = std::make_shared<const NewsroomRules>(Workflow::standard());
        for (int round = 0; round < 20; ++round) {
            IncomingPage incoming(page, rules);
            for (int i = 0; i < entries; ++i) {
                const auto place = std::size_t(((i * stride) % entries + entries) % entries);
                const FeedEntry &entry = page.entries[place];
                if (!entry.value || entry.noun != u"article"_s)
                    continue;
                const auto expected = toldRecordFromJson(jsonObject(*entry.value), *rules->find(nouns::article));
                const auto &read = incoming.record(place);
                QCOMPARE(read.ok(), expected.ok());
                if (!expected) {
                    QCOMPARE(read.error(), expected.error());
                    continue;
                }
                QCOMPARE(read->told.snapshot, expected->snapshot);
                QCOMPARE(read->told.genre, expected->genre);
                QCOMPARE(unpacked(read->packed), expected->snapshot.record.content);
            }
        }
    }

    void aPageThatIsGivenUpIsDoneWith()
    {
        const FeedPage page = pageOf(2000);
        const auto rules = std::make_shared<const NewsroomRules>(Workflow::standard());
        for (int round = 0; round < 50; ++round) {
            IncomingPage incoming(page, rules);
            if (round % 2 == 0)
                QVERIFY(incoming.record(0));
        }
    }

    // Nobody waits longer than for one record; while nobody does, one transaction takes the whole page.
    void aPieceEndsWhereSomebodyWaits()
    {
        const SystemClock clock;
        SeededDice dice(1);
        for (const bool isAwaited : {false, true}) {
            const QTemporaryDir folder;
            const auto replica = Replica::open(DatabaseLocation::sqlite(folder.filePath(u"desk.db"_s)), clock, dice);
            QVERIFY(replica);
            IncomingPage incoming(pageOf(60), (*replica)->rules());
            std::size_t from = 0;
            int pieces = 0;
            while (from < incoming.page().entries.size()) {
                const auto changes =
                    (*replica)->applyPull(nouns::article, incoming, from, [isAwaited] { return isAwaited; });
                QVERIFY(changes);
                ++pieces;
                QVERIFY(!isAwaited || from == std::size_t(pieces));
            }
            QVERIFY(isAwaited || pieces < 60);
            const auto list = (*replica)->list({}, {});
            QVERIFY(list);
            QCOMPARE(list->lines.size(), qsizetype(35));
        }
    }
};

QTEST_GUILESS_MAIN(TestIncomingPage)
#include "tst_incomingpage.moc"
