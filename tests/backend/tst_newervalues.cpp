// What a program newer than this one wrote, or a server newer than this desk sends: it is passed over where it means
// nothing here, and holds up nothing else, on either side.
#include "actions/NewsroomRules.h"
#include "backend/FeedReader.h"
#include "backend/Newsroom.h"
#include "base/Log.h"
#include "domain/NewsroomJson.h"
#include "protocol/RecordJson.h"
#include "storage/ChangeStore.h"
#include "storage/Migrator.h"
#include "storage/NewsroomStore.h"
#include "storage/Statement.h"
#include "storage/UserStore.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

bool execute(Database &database, const std::string &sql)
{
    auto transaction = Transaction::begin(database, Access::Write);
    const auto done = transaction->execute(sql);
    if (!done)
        qWarning("%s", qPrintable(done.error().detail));
    return done && transaction->commit();
}

FeedPage feed(Newsroom &room, qint64 after = 0, int limit = 1000)
{
    auto page = readIn(room.database(), [&](Transaction &transaction) {
        return readFeed(transaction, room.chair, after, limit, room.clock);
    });
    if (!page)
        qWarning("%s %s", qPrintable(page.error().subject), qPrintable(page.error().detail));
    return page.valueOr({});
}

QJsonObject sent(const FeedPage &page)
{
    return QJsonDocument::fromJson(toBody(page)).object();
}

bool tells(const FeedPage &page, const Noun &noun, const QString &id)
{
    return std::ranges::any_of(page.entries, [&](const FeedEntry &entry) {
        return entry.noun == toText(noun) && entry.id == id && entry.value;
    });
}

bool names(const FeedPage &page, const QString &id)
{
    return std::ranges::any_of(page.entries, [&](const FeedEntry &entry) { return entry.id == id; });
}

ArticleId submitted(Newsroom &room, const QString &title)
{
    const auto id = ArticleId::create(room.clock, room.dice);
    room.run(room.reporter, Save{.target = itemKey(id), .base = 0, .content = canonicalBytes(room.content(title))});
    room.run(room.reporter, Submit{.target = itemKey(id), .version = 1, .stateSecret = StateSecret::ConfirmedNone});
    return id;
}

} // namespace

class TestNewerValues : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setLogLevel(LogLevel::Error); }

    // Row by row on either engine: what a newer program beside this one may leave in each table.
    void aRowOfANewerProgramHoldsUpNothing_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QByteArray>("damage"); ///< of the article "%1"
        QTest::addColumn<bool>("isTold"); ///< whether the article itself can still be told
        for (const Engine engine : TemporaryDatabase::engines()) {
            const char *name = TemporaryDatabase::name(engine);
            const auto add = [&](const char *what, const char *sql, bool isTold) {
                QTest::addRow("%s: %s", name, what) << engine << QByteArray(sql) << isTold;
            };
            add("state", "UPDATE records SET state = 'archived' WHERE id = '%1'", false);
            add("step taken", "UPDATE decisions SET step = 'archive' WHERE record_id = '%1'", true);
            add("noun", "UPDATE changes SET noun = 'leaflet' WHERE noun = 'media' OR id = '%1'", false);
            add("role", "UPDATE grants SET role = 'archivist' WHERE role = 'reporter'", true);
            add("role in the chain", "UPDATE workflow SET role = 'archivist' WHERE step = 'claim'", true);
            add("step in the chain", "UPDATE workflow SET step = 'archive' WHERE step = 'claim'", true);
            add("state in the chain", "UPDATE workflow SET to_state = 'archived' WHERE step = 'claim'", true);
            add("owner in the chain", "UPDATE workflow SET ownership = 'neighbours' WHERE step = 'claim'", true);
        }
    }
    void aRowOfANewerProgramHoldsUpNothing()
    {
        QFETCH(Engine, engine);
        QFETCH(QByteArray, damage);
        QFETCH(bool, isTold);
        Newsroom room(engine);
        QVERIFY(room.ready);
        const ArticleId strange = submitted(room, u"Lạ"_s);
        const ArticleId known = submitted(room, u"Quen"_s);
        QVERIFY(execute(room.database(), QString::fromLatin1(damage).replace(u"%1"_s, strange.toText()).toStdString()));

        const FeedPage page = feed(room);
        QVERIFY(tells(page, nouns::article, known.toText()));
        QCOMPARE(tells(page, nouns::article, strange.toText()), isTold);
        QCOMPARE(names(page, strange.toText()), isTold); // nor is it gone: a desk keeps what it has
        QVERIFY(tells(page, nouns::workflow, u"workflow"_s));
        QCOMPARE(page.next, page.newest);
        // Every change alone: none is one that the feed does not get past.
        qint64 at = 0;
        for (int asked = 0; at < page.newest; ++asked) {
            QVERIFY(asked < 100);
            const FeedPage one = feed(room, at, 1);
            QVERIFY(one.next > at);
            at = one.next;
        }
        // And the others work on.
        const auto save = room.run(
            room.editor, Save{.target = itemKey(known), .base = 1, .content = canonicalBytes(room.content(u"x"_s))});
        QVERIFY(save.refusal || save.article);
    }

    void anArticleOfAnUnknownStateIsNobodysDraft_data() { TemporaryDatabase::addEngines(); }
    void anArticleOfAnUnknownStateIsNobodysDraft()
    {
        QFETCH(Engine, engine);
        Newsroom room(engine);
        QVERIFY(room.ready);
        const ArticleId id = submitted(room, u"Lạ"_s);
        QVERIFY(execute(room.database(),
                        "UPDATE records SET state = 'archived' WHERE id = '" + id.toText().toStdString() + "'"));
        const auto save = room.run(
            room.reporter, Save{.target = itemKey(id), .base = 1, .content = canonicalBytes(room.content(u"Sửa"_s))});
        QVERIFY(isRefused(save, ErrorCode::Unsupported));
    }

    // A desk with a newer server.
    void aDeskReadsWhatItKnows()
    {
        const Workflow &standard = Workflow::standard();
        for (const QString &member : {u"from"_s, u"step"_s, u"role"_s, u"to"_s, u"ownership"_s}) {
            QJsonObject json = toJson(standard);
            QJsonArray rows = json[u"transitions"_s].toArray();
            QJsonObject strange = rows.first().toObject();
            strange[member] = u"archive"_s;
            rows.prepend(strange);
            json[u"transitions"_s] = rows;
            const auto read = workflowFromJson(json);
            QVERIFY2(read, qPrintable(member));
            QVERIFY(*read == standard);
            strange.remove(member); // but what is no row at all is not taken for one
            rows[0] = strange;
            json[u"transitions"_s] = rows;
            QVERIFY(!workflowFromJson(json));
        }

        Newsroom room(Engine::Sqlite);
        auto user = readIn(room.database(),
                           [&](Transaction &transaction) { return UserStore(transaction).find(room.chair.user); });
        QJsonObject person = toJson(*user);
        QJsonArray grants = person[u"grants"_s].toArray();
        grants.prepend(QJsonObject{{u"role"_s, u"archivist"_s}, {u"section"_s, QJsonValue()}});
        person[u"grants"_s] = grants;
        const auto readUser = userFromJson(person);
        QVERIFY(readUser);
        QCOMPARE(readUser->grants, user->grants);

        const ArticleId id = submitted(room, u"Quen"_s);
        const FeedPage page = feed(room);
        const auto entry = std::ranges::find(page.entries, id.toText(), &FeedEntry::id);
        QJsonObject article = jsonObject(*entry->value);
        QJsonArray decisions = article[u"decisions"_s].toArray();
        QJsonObject strange = decisions.first().toObject();
        strange[u"step"_s] = u"archive"_s;
        decisions.append(strange);
        article[u"decisions"_s] = decisions;
        const auto snapshot = toldRecordFromJson(article, *NewsroomRules(Workflow::standard()).find(nouns::article));
        QVERIFY(snapshot);
        QCOMPARE(snapshot->snapshot.decisions.size(), std::size_t(1));

        // What is not known of it is kept, and what an approval names is the hash that the server told.
        QJsonObject content = article[u"content"_s].toObject();
        content[u"unit"_s] = QJsonObject{{u"id"_s, u"x"_s}};
        article[u"content"_s] = content;
        article[u"contentHash"_s] = QString(64, u'a');
        article[u"unit"_s] = u"x"_s;
        const auto fuller = toldRecordFromJson(article, *NewsroomRules(Workflow::standard()).find(nouns::article));
        QVERIFY(fuller);
        QJsonObject kept = QJsonDocument::fromJson(fuller->snapshot.record.content).object();
        QCOMPARE(kept.take(u"unit"_s), content[u"unit"_s]);
        QCOMPARE(QJsonDocument(kept).toJson(QJsonDocument::Compact), snapshot->snapshot.record.content);
        QCOMPARE(fuller->snapshot.record.contentHash, QString(64, u'a'));

        // A value that is no object belongs to a noun that is not known here; the page is read all the same.
        QJsonObject json = sent(page);
        QJsonArray entries = json[u"entries"_s].toArray();
        for (const QJsonValue &value : {QJsonValue(u"text"_s), QJsonValue(7), QJsonValue(QJsonArray{1})})
            entries.append(
                QJsonObject{{u"sequence"_s, 99}, {u"noun"_s, u"leaflet"_s}, {u"id"_s, u"x"_s}, {u"value"_s, value}});
        json[u"entries"_s] = entries;
        const auto again = feedPageFromBody(jsonText(json));
        QVERIFY(again);
        QCOMPARE(again->entries.size(), page.entries.size() + 3);
        QCOMPARE(again->next, page.next);
    }

    // A migration that changes the chain says nothing to the feed; the program does, once.
    void desksAreToldOfTheChainThatAMigrationMade_data() { TemporaryDatabase::addEngines(); }
    void desksAreToldOfTheChainThatAMigrationMade()
    {
        QFETCH(Engine, engine);
        Newsroom room(engine);
        QVERIFY(room.ready);
        const qint64 before = feed(room).newest;
        QVERIFY(migrateNewsroom(room.database(), room.clock, room.dice));
        QCOMPARE(feed(room).newest, before); // the chain is the one that was told of
        QVERIFY(execute(room.database(), "UPDATE workflow SET reason_required = 1 WHERE step = 'claim'"));
        QVERIFY(migrateNewsroom(room.database(), room.clock, room.dice));
        const FeedPage page = feed(room, before);
        QCOMPARE(page.newest, before + 1);
        QVERIFY(tells(page, nouns::workflow, u"workflow"_s));
        QVERIFY(migrateNewsroom(room.database(), room.clock, room.dice));
        QCOMPARE(feed(room).newest, before + 1);
    }

    // The same for a newsroom whose chain an earlier program's migrations changed in silence.
    void desksAreToldOfWhatEarlierMigrationsChanged_data() { TemporaryDatabase::addEngines(); }
    void desksAreToldOfWhatEarlierMigrationsChanged()
    {
        QFETCH(Engine, engine);
        Newsroom room(engine);
        QVERIFY(room.ready);
        QVERIFY(execute(room.database(), "DELETE FROM system WHERE name = 'workflowTold'"));
        const qint64 before = feed(room).newest;
        QVERIFY(migrateNewsroom(room.database(), room.clock, room.dice));
        QVERIFY(tells(feed(room, before), nouns::workflow, u"workflow"_s));
    }
};

QTEST_GUILESS_MAIN(TestNewerValues)
#include "tst_newervalues.moc"
