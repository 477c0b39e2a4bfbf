// What somebody who may write the database does to it, leaving the audit log alone, and `verify` finds: each on a
// newsroom in which everything held before.
#include "actions/ChainNews.h"
#include "backend/Newsroom.h"
#include "backend/Verify.h"
#include "document/Builders.h"
#include "storage/MediaStore.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicationStore.h"
#include "storage/Statement.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <functional>
#include <sys/wait.h>
#include <unistd.h>

using namespace toasoan;
using namespace toasoan::document::build;
using namespace Qt::StringLiterals;

namespace {

class Room : public Newsroom
{
public:
    // Item 1 is live and has a picture, item 2 was taken down; a third is approved, a fourth waits for its hour, a
    // fifth is a draft with a picture of its author's.
    explicit Room(Engine engine) : Newsroom(engine)
    {
        shown = upload();
        own = upload();
        live = write(u"Một tin"_s, shown);
        toApproval(live, 1);
        run(secretary, Publish{.target = itemKey(live), .version = 1});
        const ArticleId down = published(u"Tin nhầm"_s).id;
        run(chair, Unpublish{.target = itemKey(down), .version = 1, .reason = u"Đăng “nhầm”\nhai lần"_s});
        (void)approved(u"Tin sau"_s);
        const ArticleId later = approved(u"Tin hẹn"_s).id;
        run(secretary, Schedule{.target = itemKey(later), .version = 1, .at = clock.now() + std::chrono::hours(5)});
        ready = ready
            && administer(AddSection{.target = SectionId::create(clock, dice),
                                     .name = u"Văn hóa"_s,
                                     .nameEnglish = u"Culture"_s,
                                     .slug = u"van-hoa-moi"_s});
        const ArticleId report = writeLong();
        toApproval(report, 1);
        run(secretary, Publish{.target = itemKey(report), .version = 1});
        draft = write(u"Tin riêng"_s, own); // the log's last line
    }

    // One of which search keeps the text in parts.
    ArticleId writeLong()
    {
        Content written = content(u"Báo cáo"_s);
        written.body = document::toJson(doc({p(u"Một câu của báo cáo năm nay. "_s.repeated(500))}));
        const auto id = ArticleId::create(clock, dice);
        run(reporter, Save{.target = itemKey(id), .base = 0, .content = canonicalBytes(written)});
        return id;
    }

    ArticleId write(const QString &title, MediaId picture)
    {
        Content written = content(title);
        written.body = document::toJson(doc({p(u"Chữ."_s), figure(picture.toText(), u"Ảnh"_s, {}, u"Bức ảnh"_s)}));
        const auto id = ArticleId::create(clock, dice);
        run(reporter, Save{.target = itemKey(id), .base = 0, .content = canonicalBytes(written)});
        return id;
    }

    void toApproval(ArticleId id, Version version)
    {
        run(reporter, Submit{.target = itemKey(id), .version = version, .stateSecret = StateSecret::ConfirmedNone});
        run(editor, Move{.target = itemKey(id), .version = version, .step = Step::Claim, .reason = {}});
        const auto asked =
            run(editor, Move{.target = itemKey(id), .version = version, .step = Step::RequestApproval, .reason = {}});
        run(chair,
            Approve{.target = itemKey(id),
                    .version = version,
                    .contentHash = asked.article.value_or(Article()).contentHash,
                    .note = u"Được"_s});
    }

    MediaId upload()
    {
        const auto id = MediaId::create(clock, dice);
        const Media media{.id = id,
                          .sha256 = QString(64, u'a'),
                          .format = u"jpeg"_s,
                          .width = 8,
                          .height = 6,
                          .size = 100,
                          .name = u"anh.jpg"_s,
                          .uploadedBy = reporter.user,
                          .createdAt = clock.now()};
        auto transaction = Transaction::begin(database(), Access::Write);
        ready = ready && MediaStore(*transaction).put(media)
            && ChangeStore(*transaction)
                   .addAudit(reporter.user, u"upload"_s, u"media"_s, id.toText(), {{u"sha256"_s, media.sha256}},
                             clock.now())
            && transaction->commit();
        return id;
    }

    bool execute(const QByteArray &sql)
    {
        auto transaction = Transaction::begin(database(), Access::Write);
        return transaction->execute(sql.toStdString()) && transaction->commit();
    }

    /// Gives the public version another title, with every hash made to fit.
    bool forgeTheTitle()
    {
        auto transaction = Transaction::begin(database(), Access::Write);
        ArticleStore articles(*transaction);
        auto revision = articles.revision(live, 1);
        auto article = articles.find(live);
        revision->content.title = u"Một tin khác"_s;
        revision->contentHash = contentHash(revision->content);
        article->content = revision->content;
        article->contentHash = revision->contentHash;
        article->approval->contentHash = revision->contentHash;
        return transaction->execute("DELETE FROM revisions WHERE record_id = '" + live.toText().toStdString() + "'")
            && articles.addRevision(*revision) && articles.put(*article)
            && PublicationStore(*transaction).put(*article, article->content) && transaction->commit();
    }

    MediaId shown;
    MediaId own;
    ArticleId live;
    ArticleId draft;
};

using Forgery = std::function<bool(Room &)>;

// SQL in which an account stands as {chair}, {reporter}, an article or picture as {live}, {draft}, {own}.
Forgery sql(const char *text)
{
    return [text](Room &room) {
        return room.execute(QByteArray(text)
                                .replace("{chair}", room.chair.user.toText().toLatin1())
                                .replace("{reporter}", room.reporter.user.toText().toLatin1())
                                .replace("{live}", room.live.toText().toLatin1())
                                .replace("{draft}", room.draft.toText().toLatin1())
                                .replace("{own}", room.own.toText().toLatin1()));
    };
}

/// What a program before a migration had.
class OlderProgram
{
public:
    explicit OlderProgram(int migration)
    {
        QDir(m_folder.path()).mkdir(u"migrations"_s);
        for (const QString &name : QDir(u":/sql/migrations"_s).entryList(QDir::Files, QDir::Name)) {
            if (name.first(4).toInt() < migration
                && !QFile::copy(u":/sql/migrations/"_s + name, migrations() + u'/' + name))
                qFatal("cannot copy %s", qPrintable(name));
        }
    }
    [[nodiscard]] QString migrations() const { return m_folder.filePath(u"migrations"_s); }
    /// Without the steps by which drafts are deleted.
    [[nodiscard]] static Workflow chain()
    {
        std::vector<Transition> rows = Workflow::standard().transitions();
        std::erase_if(rows, [](const Transition &row) { return row.step == Step::Delete; });
        return Workflow(rows);
    }

private:
    QTemporaryDir m_folder;
};

/// Kills its process when it is asked for the `at`th time (from 1).
class FatalClock final : public Clock
{
public:
    explicit FatalClock(int at) : m_at(at) { }
    [[nodiscard]] Instant now() const override
    {
        if (++m_asked == m_at)
            ::kill(::getpid(), SIGKILL);
        return SystemClock().now();
    }

private:
    const int m_at;
    mutable int m_asked = 0;
};

/// Migrates in a process of its own; whether it was killed.
bool migrateWithFatalClock(const DatabaseLocation &location, int at)
{
    const pid_t child = ::fork();
    if (child == 0) {
        const FatalClock clock(at);
        SystemDice dice;
        auto database = Database::open(location);
        ::_exit(database && migrateNewsroom(**database, clock, dice) ? 0 : 1);
    }
    int status = 0;
    ::waitpid(child, &status, 0);
    if (WIFEXITED(status) && WEXITSTATUS(status) != 0)
        qFatal("the migration failed in its process");
    return WIFSIGNALED(status);
}

} // namespace

Q_DECLARE_METATYPE(Forgery)

class TestVerify : public QObject
{
    Q_OBJECT

private slots:
    void whatTheLogSaysOtherwiseIsFound_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<Forgery>("forgery");
        QTest::addColumn<QString>("subject");
        for (const Engine engine : TemporaryDatabase::engines()) {
            const auto row = [engine](const char *what, const Forgery &forgery, const char *subject) {
                QTest::addRow("%s, %s", TemporaryDatabase::name(engine), what)
                    << engine << forgery << QString::fromLatin1(subject);
            };
            row("another public title, all hashes fitting", &Room::forgeTheTitle, "article.approval");
            row("approvals by another", sql("UPDATE decisions SET actor_id = '{reporter}' WHERE step = 'approve'"),
                "article.decisions");
            row("another reason", sql("UPDATE decisions SET reason = '' WHERE step = 'unpublish'"),
                "article.decisions");
            row("another hour", sql("UPDATE decisions SET at = at + 1 WHERE step = 'publish'"), "article.decisions");
            row("an approval too many",
                sql("INSERT INTO decisions SELECT record_id, position + 1, version, 'approve', '{chair}', at, '' "
                    "FROM decisions WHERE record_id = '{live}' AND step = 'publish'"),
                "article.decisions");
            row("a step less", sql("DELETE FROM decisions WHERE record_id = '{live}' AND step = 'publish'"),
                "article.decisions");
            row("the row's approver", sql("UPDATE records SET approved_by = '{reporter}' WHERE id = '{live}'"),
                "article.approval");
            row("an approval of the row's own",
                sql("UPDATE records SET approved_by = '{chair}', approved_version = 1, approved_at = 5, "
                    "approved_hash = content_hash WHERE id = '{draft}'"),
                "article.approval");
            row("another author", sql("UPDATE records SET author_id = '{chair}' WHERE id = '{draft}'"),
                "article.author");
            row("another who saved", sql("UPDATE revisions SET saved_by = '{chair}' WHERE record_id = '{draft}'"),
                "revision.savedBy");
            row("published earlier",
                sql("UPDATE records SET first_published_at = first_published_at - 100000 WHERE id = '{live}'"),
                "publication");
            row("all pictures public",
                sql("INSERT INTO publication_media SELECT m.id, 1 FROM media m WHERE m.id = '{own}'"),
                "publication.pictures");
            row("a picture less", sql("DELETE FROM publication_media"), "publication.pictures");
            row("another first picture", sql("UPDATE publications SET picture_id = '{own}' WHERE number = 1"),
                "publication.pictures");
            row("all pictures in all articles",
                sql("INSERT INTO record_media (media_id, record_id) SELECT m.id, a.id FROM media m, records a "
                    "WHERE NOT EXISTS (SELECT 1 FROM record_media x "
                    "WHERE x.media_id = m.id AND x.record_id = a.id)"),
                "article.pictures");
            row("what search shows of an item",
                sql("UPDATE publication_texts SET text = 'Lời của người khác' WHERE position = 2"),
                "publication.texts");
            row("a part of it less", sql("DELETE FROM publication_texts WHERE position = 2"), "publication.texts");
            row("all of it", sql("DELETE FROM publication_texts"), "publication.texts");
            row("lines of an item that has none",
                sql("INSERT INTO publication_texts (number, position, text, words) VALUES (1, 0, 'Lời của người khác', "
                    "' loi ')"),
                "publication.texts");
            row("lines of an item that was taken down",
                sql("INSERT INTO publication_texts (number, position, text, words) VALUES (2, 0, 'Lời của người khác', "
                    "' loi ')"),
                "publication.texts");
            row("another uploader", sql("UPDATE media SET uploaded_by = '{chair}' WHERE id = '{own}'"), "media");
            row("another file", sql("UPDATE media SET sha256 = 'b' WHERE id = '{own}'"), "media");
            row("everybody is the chair", sql("UPDATE grants SET role = 'boardChair'"), "user.grants");
            row("one more role", sql("INSERT INTO grants VALUES ('{reporter}', 'boardChair', '')"), "user.grants");
            row("an account that nobody made",
                sql("INSERT INTO users VALUES ('018aefb0-2a0d-7f72-92c2-4a9bd49c3534', 'khach', 'Khách', '', 'x', 0, "
                    "5)"),
                "user");
            row("another state, as the chain has none after its last step",
                sql("UPDATE records SET state = 'approved' WHERE id = '{live}'"), "article.state");
            row("a draft that was sent in by nobody",
                sql("UPDATE records SET state = 'submitted' WHERE id = '{draft}'"), "article.state");
            row("waits for an hour without a step", sql("UPDATE records SET scheduled_at = 5 WHERE id = '{draft}'"),
                "article.state");
            row("another hour to wait for",
                sql("UPDATE records SET scheduled_at = scheduled_at + 1 WHERE state = 'scheduled'"),
                "article.scheduledAt");
            row("another reason in the row", sql("UPDATE records SET reason = 'x' WHERE id = '{draft}'"),
                "article.reason");
            row("another title in lists", sql("UPDATE records SET title = 'Khác' WHERE id = '{draft}'"),
                "article.content");
            row("another kind in lists", sql("UPDATE records SET genre = 'interview' WHERE id = '{live}'"),
                "article.content");
            row("another name of a section", sql("UPDATE sections SET name = 'Khác' WHERE slug = 'van-hoa-moi'"),
                "section");
            row("another address of a section", sql("UPDATE sections SET slug = 'khac' WHERE slug = 'van-hoa-moi'"),
                "section");
            row("a section less", sql("DELETE FROM sections WHERE slug = 'van-hoa-moi'"), "section");
            row("another person's name", sql("UPDATE users SET name = 'Khác' WHERE id = '{chair}'"), "user.name");
            row("another person's login", sql("UPDATE users SET login = 'khac' WHERE id = '{chair}'"), "user.name");
            row("an account shut", sql("UPDATE users SET disabled = 1 WHERE id = '{chair}'"), "user.disabled");
            row("no chain", sql("DELETE FROM workflow"), "workflow");
            row("a shorter chain", sql("UPDATE workflow SET role = 'reporter' WHERE step = 'approve'"), "workflow");
        }
    }
    void whatTheLogSaysOtherwiseIsFound()
    {
        QFETCH(Engine, engine);
        QFETCH(Forgery, forgery);
        QFETCH(QString, subject);
        Room room(engine);
        QVERIFY(room.ready);
        const auto before = verifyNewsroom(room.database());
        QVERIFY2(before, qPrintable(before ? QString() : before.error().subject + before.error().detail));
        QVERIFY(forgery(room));
        const auto found = verifyNewsroom(room.database());
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Corrupt);
        QCOMPARE(found.error().subject, subject);
        // Neither does a new start of the program make it good.
        QVERIFY(migrateNewsroom(room.database(), room.clock, room.dice));
        QCOMPARE(verifyNewsroom(room.database()).error().subject, subject);
    }

    void aCutOffLogIsFoundByItsMark_data() { TemporaryDatabase::addEngines(); }
    void aCutOffLogIsFoundByItsMark()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        const auto before = verifyNewsroom(room.database());
        QVERIFY(before);
        // With all that the last line tells of.
        QVERIFY(room.execute("DELETE FROM record_media WHERE record_id = '" + room.draft.toText().toLatin1() + '\''));
        QVERIFY(room.execute("DELETE FROM revisions WHERE record_id = '" + room.draft.toText().toLatin1() + '\''));
        QVERIFY(room.execute("DELETE FROM records WHERE id = '" + room.draft.toText().toLatin1() + '\''));
        QCOMPARE(verifyNewsroom(room.database()).error().subject, u"article.author"_s);
        QVERIFY(room.execute("DELETE FROM audit WHERE number = (SELECT MAX(number) FROM audit)"));
        QVERIFY(room.execute("UPDATE counters SET value = value - 1 WHERE name = 'audit'"));
        const auto after = verifyNewsroom(room.database());
        QVERIFY2(after,
                 qPrintable(after ? QString() : after.error().subject + after.error().detail)); // whole in itself
        QCOMPARE(verifyNewsroom(room.database(), *before).error().subject, u"audit"_s);
    }

    // A newer program has another chain, in which a step of before leads elsewhere: what was done by the earlier one is
    // as it was, and what is done since is held against the new one.
    void stepsAreHeldAgainstTheChainOfTheirTime_data() { TemporaryDatabase::addEngines(); }
    void stepsAreHeldAgainstTheChainOfTheirTime()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.ready);
        const ArticleId takenBack = room.approved(u"Tin duyệt nhầm"_s).id;
        QVERIFY(room.run(room.chair,
                         Move{.target = itemKey(takenBack), .version = 1, .step = Step::Revoke, .reason = u"Nhầm"_s})
                    .article);
        QVERIFY(verifyNewsroom(room.database()));
        room.clock.advance(Milliseconds(1000));
        QVERIFY(room.execute("UPDATE workflow SET to_state = 'draft' WHERE step IN ('submit', 'approve', 'schedule')"));
        const auto setChain = [&room] {
            auto transaction = Transaction::begin(room.database(), Access::Write);
            const auto chain = NewsroomStore(*transaction).workflow();
            return ChangeStore(*transaction)
                       .addAudit({}, u"setWorkflow"_s, u"workflow"_s, u"workflow"_s,
                                 {{u"sha256"_s, fingerprint(*chain)}}, room.clock.now())
                && transaction->commit();
        };
        QVERIFY(setChain());
        const auto held = verifyNewsroom(room.database());
        QVERIFY2(held, qPrintable(held ? QString() : held.error().subject + held.error().detail));

        const ArticleId later = room.write(u"Tin mới"_s, room.own);
        QVERIFY(room.run(room.reporter,
                         Submit{.target = itemKey(later), .version = 1, .stateSecret = StateSecret::ConfirmedNone})
                    .article);
        QVERIFY(verifyNewsroom(room.database()));
        // Every newer program says the chain again. That makes nothing older than it is.
        room.clock.advance(Milliseconds(1000));
        QVERIFY(setChain());
        QVERIFY(verifyNewsroom(room.database()));
        QVERIFY(room.execute("UPDATE records SET state = 'submitted' WHERE id = '" + later.toText().toLatin1() + '\''));
        QCOMPARE(verifyNewsroom(room.database()).error().subject, u"article.state"_s);
    }

    // Each migration is one transaction, and what the log says of the chain they left is another: whoever starts after
    // a kill says it. The clock is asked all along, so it knows the moments.
    void aStartKilledBehindAMigrationIsMadeGood_data() { TemporaryDatabase::addEngines(); }
    void aStartKilledBehindAMigrationIsMadeGood()
    {
        QFETCH(Engine, engine);
        const OlderProgram older(13); // the 13th changes the chain
        const SystemClock clock;
        SystemDice dice;
        bool wasKilled = true;
        int kills = 0;
        for (int at = 1; wasKilled; ++at) {
            TemporaryDatabase temporary(engine, {older.migrations()});
            {
                auto transaction = Transaction::begin(temporary.database(), Access::Write);
                ChangeStore changes(*transaction);
                QVERIFY(NewsroomStore(*transaction).setWorkflow(older.chain()));
                QVERIFY(changes.add(nouns::workflow, u"workflow"_s, clock.now()));
                QVERIFY(changes.addAudit({}, u"setWorkflow"_s, u"workflow"_s, u"workflow"_s,
                                         {{u"sha256"_s, fingerprint(older.chain())}}, clock.now()));
                QVERIFY(transaction->commit());
            }
            wasKilled = migrateWithFatalClock(temporary.location(), at);
            kills += wasKilled ? 1 : 0;
            const auto again = temporary.open();
            const auto migrated = migrateNewsroom(*again, clock, dice);
            QVERIFY2(migrated, migrated ? "" : qPrintable(migrated.error().subject + migrated.error().detail));
            auto transaction = Transaction::begin(*again, Access::Read);
            const auto chain = NewsroomStore(*transaction).workflow();
            const auto lines = ChangeStore(*transaction).auditOfSettings();
            QVERIFY(chain && lines);
            QVERIFY(fingerprint(*chain) != fingerprint(older.chain()));
            QCOMPARE(QJsonDocument::fromJson(lines->back().detail.toUtf8())["sha256"_L1].toString(),
                     fingerprint(*chain));
            QCOMPARE(lines->size(), size_t(2)); // and once
        }
        QVERIFY2(kills >= 3, qPrintable(QString::number(kills)));
    }

    // An older program's log said less.
    void aLogThatSaysLessHolds_data() { TemporaryDatabase::addEngines(); }
    void aLogThatSaysLessHolds()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        std::vector<AuditLine> lines;
        {
            auto transaction = Transaction::begin(room.database(), Access::Write);
            lines = *ChangeStore(*transaction).audit(0, 1000);
            QVERIFY(transaction->execute("DELETE FROM audit"));
            QVERIFY(transaction->execute("UPDATE counters SET value = 0 WHERE name = 'audit'"));
            for (const AuditLine &line : lines) {
                if (line.action == "setWorkflow"_L1)
                    continue;
                QJsonObject detail = QJsonDocument::fromJson(line.detail.toUtf8()).object();
                for (const auto key : {"grants"_L1, "contentHash"_L1, "number"_L1, "sha256"_L1})
                    detail.remove(key);
                QVERIFY(ChangeStore(*transaction)
                            .addAudit(line.actor, line.action, line.noun, line.nounId, detail, line.at));
            }
            QVERIFY(transaction->commit());
        }
        const auto held = verifyNewsroom(room.database());
        QVERIFY2(held, qPrintable(held ? QString() : held.error().subject + held.error().detail));
        QVERIFY(room.execute("DELETE FROM workflow")); // no newsroom was ever without one
        QCOMPARE(verifyNewsroom(room.database()).error().subject, u"workflow"_s);
    }
};

QTEST_GUILESS_MAIN(TestVerify)
#include "tst_verify.moc"
