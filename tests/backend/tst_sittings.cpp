// What the newsroom keeps of many saves, and what it does not: contents packed, answers without contents, a sitting as
// one version for people, and its cleaning, after which nothing is missing that anybody can ask for.
#include "backend/Dump.h"
#include "backend/Newsroom.h"
#include "backend/Verify.h"
#include "backend/api/WireOne.h"
#include "base/Log.h"
#include "domain/Content.h"
#include "storage/ChangeStore.h"
#include "storage/NewsroomStore.h"
#include "storage/Statement.h"

#include <QBuffer>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

using Versions = QList<Version>;

QByteArray bodyOf(const QString &text)
{
    const QJsonObject words{{u"type"_s, u"text"_s}, {u"text"_s, text}};
    const QJsonObject paragraph{{u"type"_s, u"paragraph"_s}, {u"content"_s, QJsonArray{words}}};
    return QJsonDocument(QJsonObject{{u"type"_s, u"doc"_s}, {u"content"_s, QJsonArray{paragraph}}})
        .toJson(QJsonDocument::Compact);
}

class Room : public Newsroom
{
public:
    using Newsroom::Newsroom;

    ArticleId article;

    Content text(const QString &title) const
    {
        Content written = content(title);
        written.body =
            bodyOf(u"Sáng nay, Đảng ủy xã họp bàn về việc xây dựng nông thôn mới trong năm tới. "_s.repeated(30));
        return written;
    }

    /// Saves and expects it to be taken.
    bool save(const Actor &actor, Version base, const QString &title)
    {
        if (base == 0)
            article = ArticleId::create(clock, dice);
        return run(actor, Save{.target = itemKey(article), .base = base, .content = canonicalBytes(text(title))})
            .article.has_value();
    }
    bool submit(Version version)
    {
        return run(reporter,
                   Submit{.target = itemKey(article), .version = version, .stateSecret = StateSecret::ConfirmedNone})
            .article.has_value();
    }
    bool move(const Actor &actor, Version version, Step step)
    {
        return run(actor, Move{.target = itemKey(article), .version = version, .step = step, .reason = {}})
            .article.has_value();
    }

    Versions versions(Result<std::vector<Revision>> (ArticleStore::*list)(ArticleId) const)
    {
        const auto all =
            readIn(database(), [&](Transaction &transaction) { return (ArticleStore(transaction).*list)(article); });
        Versions result;
        for (const Revision &revision : all.valueOr({}))
            result.append(revision.version);
        return result;
    }
    Versions kept() { return versions(&ArticleStore::revisions); }
    Versions sittings() { return versions(&ArticleStore::sittings); }

    QString textOf(const std::string &sql)
    {
        auto transaction = Transaction::begin(database(), Access::Read);
        Statement statement(*transaction, sql);
        return statement.one({}, [](const Statement &row) { return row.text(0); }).valueOr(u"?"_s);
    }
    /// As a desk of version 1 of the wire is answered.
    Result<QByteArray> olderAnswer(const Actor &actor, const Envelope &envelope)
    {
        const auto answer = runCommand(database(), clock, actor, envelope);
        if (!answer)
            return answer.error();
        return readIn(database(),
                      [&](Transaction &transaction) { return wireOne::answerBody(transaction, actor, *answer); });
    }
    bool execute(const std::string &sql)
    {
        auto transaction = Transaction::begin(database(), Access::Write);
        return transaction->execute(sql) && transaction->commit();
    }
    qint64 clean()
    {
        auto transaction = beginWriting(database());
        const auto dropped = ArticleStore(*transaction).dropSuperseded({}, clock.now() - 30 * 24h, 1000);
        return dropped && transaction->commit() ? dropped->dropped : qint64(-1);
    }
    QByteArray dump()
    {
        QBuffer out;
        out.open(QIODevice::WriteOnly);
        return canonicalDump(database(), nullptr, out) ? out.data() : QByteArray();
    }
    /// An earlier text is put back.
    bool putBack(const Actor &actor, Version base, const QString &title)
    {
        return run(actor,
                   Save{.target = itemKey(article),
                        .base = base,
                        .content = canonicalBytes(text(title)),
                        .sitting = Sitting::Begins})
            .article.has_value();
    }
    int saveLines()
    {
        const auto lines =
            readIn(database(), [&](Transaction &transaction) { return ChangeStore(transaction).audit(0, 1000); });
        return int(std::ranges::count_if(*lines, [&](const AuditLine &line) {
            return line.action == toText(Step::Save) && line.nounId == article.toText();
        }));
    }
};

// A reporter's first sitting (1, 2, 3), his second (4, 5) which he submits, and an editor's (6, 7), approved.
bool twoPeopleWrite(Room &room)
{
    return room.save(room.reporter, 0, u"Một"_s) && room.save(room.reporter, 1, u"Một hai"_s)
        && room.save(room.reporter, 2, u"Một hai ba"_s) && (room.clock.advance(31min), true)
        && room.save(room.reporter, 3, u"Một hai ba bốn"_s) && room.save(room.reporter, 4, u"Một hai ba bốn năm"_s)
        && room.submit(5) && room.move(room.editor, 5, Step::Claim) && room.save(room.editor, 5, u"Sáu"_s)
        && room.save(room.editor, 6, u"Sáu bảy"_s) && room.move(room.editor, 7, Step::RequestApproval);
}

} // namespace

class TestSittings : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setLogLevel(LogLevel::Error); }

    void contentsLiePackedAndPlainOnesAreRead_data() { TemporaryDatabase::addEngines(); }
    void contentsLiePackedAndPlainOnesAreRead()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(twoPeopleWrite(room));
        const Content content = room.find(room.article)->content;
        QCOMPARE(room.textOf("SELECT COUNT(*) FROM revisions WHERE content <> '' OR packed IS NULL"), u"0"_s);
        QVERIFY(room.textOf("SELECT MAX(length(packed)) FROM revisions").toInt() * 3 < canonicalBytes(content).size());
        const QByteArray before = room.dump();
        QVERIFY(!before.isEmpty());
        QVERIFY(verifyNewsroom(room.database()));
        // As an earlier program left them.
        const Versions versions = room.kept();
        {
            auto transaction = Transaction::begin(room.database(), Access::Write);
            for (const Version version : versions) {
                const auto revision = ArticleStore(*transaction).revision(room.article, version);
                Statement plain(*transaction,
                                "UPDATE revisions SET content = :content, packed = NULL WHERE version = :version");
                plain.bind("content", QString::fromUtf8(canonicalBytes(revision->content)));
                QVERIFY(plain.bind("version", version).run());
            }
            QVERIFY(transaction->commit());
        }
        QCOMPARE(room.find(room.article)->content, content);
        QVERIFY(room.dump() == before);
        QVERIFY(verifyNewsroom(room.database()));
    }

    void aDamagedContentIsTold_data() { TemporaryDatabase::addEngines(); }
    void aDamagedContentIsTold()
    {
        QFETCH(Engine, engine);
        const char *packed = engine == Engine::Sqlite ? "x'7fffffff789c00'" : "'\\x7fffffff789c00'";
        for (const std::string &damage : {std::string("packed = ") + packed, std::string("packed = NULL")}) {
            Room room(engine);
            QVERIFY(room.save(room.reporter, 0, u"Một"_s));
            QVERIFY(room.execute("UPDATE revisions SET " + damage));
            QCOMPARE(room.find(room.article).error().subject, u"revision.content"_s);
            QCOMPARE(verifyNewsroom(room.database()).error().subject, u"revision.content"_s);
        }
    }

    // What stood there before an earlier text was put back is not folded into it, and not cleaned away.
    void aTextThatIsPutBackBeginsASitting_data() { TemporaryDatabase::addEngines(); }
    void aTextThatIsPutBackBeginsASitting()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.save(room.reporter, 0, u"Một"_s) && room.save(room.reporter, 1, u"Một hai"_s)
                && room.save(room.reporter, 2, u"Một hai ba"_s));
        QCOMPARE(room.sittings(), Versions{3});
        QCOMPARE(room.saveLines(), 1);
        QVERIFY(room.putBack(room.reporter, 3, u"Một"_s) && room.save(room.reporter, 4, u"Một bốn"_s));
        QCOMPARE(room.sittings(), (Versions{3, 5}));
        QCOMPARE(room.saveLines(), 2);
        QVERIFY(verifyNewsroom(room.database()));
        room.clock.advance(31 * 24h);
        QCOMPARE(room.clean(), qint64(2)); // 2 and 4
        QCOMPARE(room.kept(), (Versions{1, 3, 5}));
        QVERIFY(verifyNewsroom(room.database()));
    }

    void aRepeatedRequestHasItsAnswerThoughNoContentIsRemembered_data() { TemporaryDatabase::addEngines(); }
    void aRepeatedRequestHasItsAnswerThoughNoContentIsRemembered()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        const auto id = ArticleId::create(room.clock, room.dice);
        struct Sent
        {
            Actor actor;
            Envelope envelope;
            QByteArray answer;
        };
        std::vector<Sent> sent;
        const auto send = [&](const Actor &actor, const Command &command) {
            room.clock.advance(1min);
            const Envelope envelope = room.envelope(command);
            const auto answer = runCommand(room.database(), room.clock, actor, envelope);
            sent.push_back({actor, envelope, answer.valueOr({}).body});
            return answer.valueOr({});
        };
        send(room.reporter,
             Save{.target = itemKey(id), .base = 0, .content = canonicalBytes(room.text(u"Hiếm-có-một"_s))});
        send(room.reporter,
             Save{.target = itemKey(id), .base = 1, .content = canonicalBytes(room.text(u"Hiếm-có-hai"_s))});
        send(room.reporter, Submit{.target = itemKey(id), .version = 2, .stateSecret = StateSecret::ConfirmedNone});
        send(room.editor, Move{.target = itemKey(id), .version = 2, .step = Step::Claim, .reason = {}});
        const auto asked =
            send(room.editor, Move{.target = itemKey(id), .version = 2, .step = Step::RequestApproval, .reason = {}});
        send(room.chair,
             Approve{.target = itemKey(id), .version = 2, .contentHash = asked.record->contentHash, .note = {}});
        send(room.secretary, Publish{.target = itemKey(id), .version = 2});
        const auto refused = send(room.secretary, Publish{.target = itemKey(id), .version = 2});
        QVERIFY(refused.refusal);
        const auto again = [&](const Sent &one) {
            return runCommand(room.database(), room.clock, one.actor, one.envelope).valueOr({}).body;
        };
        for (const Sent &one : sent) {
            QVERIFY(!one.answer.isEmpty());
            QCOMPARE(again(one), one.answer);
        }
        QCOMPARE(room.textOf("SELECT COUNT(*) FROM requests WHERE answer LIKE '%Hiếm%' OR answer LIKE '%Sapo%'"),
                 u"0"_s);
        QVERIFY(room.textOf("SELECT MAX(length(answer)) FROM requests").toInt() < 1000);

        // As earlier programs remembered them, of commands in their older form: whole, and with the head alone.
        QVERIFY(room.execute("UPDATE requests SET fingerprint = 'any'"));
        for (const bool isWhole : {true, false}) {
            std::vector<QByteArray> older;
            for (const Sent &one : sent)
                older.push_back(room.olderAnswer(one.actor, one.envelope).valueOr({}));
            auto transaction = Transaction::begin(room.database(), Access::Write);
            for (std::size_t i = 0; i < sent.size(); ++i) {
                QJsonObject kept = QJsonDocument::fromJson(older[i]).object();
                QJsonObject article = kept.value(u"article"_s).toObject();
                if (!isWhole && !article.isEmpty()) {
                    article.remove(u"content"_s);
                    article[u"decisions"_s] = article[u"decisions"_s].toArray().size();
                    kept[u"article"_s] = article;
                }
                Statement whole(*transaction, "UPDATE requests SET answer = :answer WHERE id = :id");
                whole.bind("id", sent[i].envelope.request);
                whole.bind("answer", QString::fromUtf8(QJsonDocument(kept).toJson(QJsonDocument::Compact)));
                QVERIFY(whole.run());
            }
            QVERIFY(transaction->commit());
            for (std::size_t i = 0; i < sent.size(); ++i) {
                QCOMPARE(again(sent[i]), sent[i].answer);
                QCOMPARE(room.olderAnswer(sent[i].actor, sent[i].envelope).valueOr({}), older[i]);
            }
        }
        // Another's is not given to him, whatever it was.
        QCOMPARE(runCommand(room.database(), room.clock, room.chair, sent[0].envelope).error().subject,
                 u"command.requestId"_s);
    }

    void aSittingIsOneVersionForPeople_data() { TemporaryDatabase::addEngines(); }
    void aSittingIsOneVersionForPeople()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(twoPeopleWrite(room));
        QCOMPARE(room.kept(), (Versions{1, 2, 3, 4, 5, 6, 7}));
        QCOMPARE(room.sittings(), (Versions{3, 5, 7}));
        QCOMPARE(room.saveLines(), 3);
        // A step between two saves of the same person ends his sitting.
        Room other(engine);
        QVERIFY(other.save(other.reporter, 0, u"Một"_s) && other.submit(1)
                && other.move(other.reporter, 1, Step::Withdraw) && other.save(other.reporter, 1, u"Hai"_s));
        QCOMPARE(other.sittings(), (Versions{1, 2}));
        QCOMPARE(other.saveLines(), 2);
        QVERIFY(
            readIn(other.database(), [](Transaction &transaction) { return ChangeStore(transaction).verifyAudit(); }));
    }

    void whatASittingSupersededIsCleanedAway_data() { TemporaryDatabase::addEngines(); }
    void whatASittingSupersededIsCleanedAway()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(twoPeopleWrite(room));
        room.clock.advance(29 * 24h);
        QCOMPARE(room.clean(), qint64(0));
        room.clock.advance(2 * 24h);
        QCOMPARE(room.clean(), qint64(3));
        QCOMPARE(room.clean(), qint64(0));
        QCOMPARE(room.kept(), (Versions{1, 3, 5, 7}));
        QCOMPARE(room.sittings(), (Versions{3, 5, 7}));
        QVERIFY(verifyNewsroom(room.database()));
        QVERIFY(!room.dump().isEmpty());
        // One that a step names is missed.
        QVERIFY(room.execute("DELETE FROM revisions WHERE version = 5"));
        QCOMPARE(verifyNewsroom(room.database()).error().subject, u"revision"_s);
    }

    // Whoever writes waits for it: what stays is counted too, and is not looked at again.
    void theCleaningLooksAtNoMoreAtOnceThanItIsAskedTo_data() { TemporaryDatabase::addEngines(); }
    void theCleaningLooksAtNoMoreAtOnceThanItIsAskedTo()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        constexpr int stays = 40; // saved an hour apart
        constexpr int goes = 20; // behind them: one sitting, saved within one millisecond
        QVERIFY(room.save(room.reporter, 0, u"Một"_s));
        const qint64 first = toMilliseconds(room.clock.now()) + 3'600'000;
        auto transaction = Transaction::begin(room.database(), Access::Write);
        Statement save(*transaction, R"(
            INSERT INTO revisions (record_id, version, saved_by, saved_at, content_hash, content, packed)
            SELECT record_id, :version, saved_by, :at, content_hash, content, packed
            FROM revisions
            WHERE version = 1
        )");
        for (int i = 0; i < stays + goes; ++i) {
            save.bind("version", i + 2).bind("at", first + qint64(3'600'000) * std::min(i, stays));
            QVERIFY(save.run());
        }
        room.clock.advance(60 * 24h);
        const Instant before = room.clock.now() - 30 * 24h;
        Instant from;
        qint64 dropped = 0;
        int looks = 0;
        while (from != before) {
            const auto looked = ArticleStore(*transaction).dropSuperseded(from, before, 10);
            QVERIFY(looked && looked->lookedAtUpTo > from);
            Statement behind(*transaction, "SELECT COUNT(*) FROM revisions WHERE saved_at >= :from AND saved_at < :to");
            behind.bind("from", from).bind("to", looked->lookedAtUpTo);
            const auto passed = behind.one({}, [](const Statement &row) { return row.integer(0); });
            QVERIFY(passed && *passed <= 10);
            dropped += looked->dropped;
            from = looked->lookedAtUpTo;
            ++looks;
        }
        QCOMPARE(dropped, qint64(goes - 1));
        QCOMPARE(looks, 7); // the last finds that nothing follows
        QVERIFY(transaction->commit());
        QCOMPARE(room.kept().size(), qsizetype(1 + stays + 1));
    }

    void neverWhatAStepOrTheApprovalOrThePortalNames_data() { TemporaryDatabase::addEngines(); }
    void neverWhatAStepOrTheApprovalOrThePortalNames()
    {
        QFETCH(Engine, engine);
        for (const char *name : {"decision", "approval", "public"}) {
            Room room(engine);
            QVERIFY(room.save(room.reporter, 0, u"Một"_s) && room.save(room.reporter, 1, u"Hai"_s)
                    && room.save(room.reporter, 2, u"Ba"_s));
            const std::string sql = name == std::string("decision")
                ? "INSERT INTO decisions (record_id, position, version, step, actor_id, at, reason) "
                  "SELECT id, 1, 2, 'approve', author_id, 1, '' FROM records"
                : name == std::string("approval") ? "UPDATE records SET approved_version = 2"
                                                  : "UPDATE records SET public_version = 2";
            QVERIFY(room.execute(sql));
            room.clock.advance(31 * 24h);
            QCOMPARE(room.clean(), qint64(0));
        }
    }

    // A desk that was away for a month has a text made from a version that is no more.
    void aTextMadeFromACleanedVersionLosesNothing_data() { TemporaryDatabase::addEngines(); }
    void aTextMadeFromACleanedVersionLosesNothing()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.save(room.reporter, 0, u"Một hai ba"_s) && room.save(room.reporter, 1, u"Một hai ba bốn"_s)
                && room.save(room.reporter, 2, u"Một hai ba bốn năm"_s));
        room.clock.advance(31 * 24h);
        QCOMPARE(room.clean(), qint64(1));
        QVERIFY(room.save(room.reporter, 2, u"Một hai ba bốn tám"_s));
        const QStringList words = room.find(room.article)->content.title.split(u' ');
        for (const QString &word : {u"Một"_s, u"hai"_s, u"ba"_s, u"bốn"_s, u"năm"_s, u"tám"_s})
            QCOMPARE(words.count(word), qsizetype(1));
    }

    // The save's answer was lost on its way, and is asked for when its version is no more.
    void anAnswerWhoseVersionIsNoMoreIsTheArticleAsItIs_data() { TemporaryDatabase::addEngines(); }
    void anAnswerWhoseVersionIsNoMoreIsTheArticleAsItIs()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.save(room.reporter, 0, u"Một"_s));
        const Envelope lost = room.envelope(
            Save{.target = itemKey(room.article), .base = 1, .content = canonicalBytes(room.text(u"Hai"_s))});
        QVERIFY(runCommand(room.database(), room.clock, room.reporter, lost));
        QVERIFY(room.save(room.reporter, 2, u"Ba"_s));
        room.clock.advance(31 * 24h);
        QCOMPARE(room.clean(), qint64(1));
        const auto answer = room.olderAnswer(room.reporter, lost);
        QVERIFY(answer);
        const QJsonObject article = QJsonDocument::fromJson(*answer)[u"article"_s].toObject();
        QCOMPARE(article[u"version"_s].toInt(), 3);
        QCOMPARE(article[u"content"_s][u"title"_s].toString(), u"Ba"_s);
    }

    // He was answered once; what others wrote since is not his any more when his roles are taken from him.
    void anAnswerWhoseVersionIsNoMoreShowsNothingToWhoLostHisRoles_data() { TemporaryDatabase::addEngines(); }
    void anAnswerWhoseVersionIsNoMoreShowsNothingToWhoLostHisRoles()
    {
        QFETCH(Engine, engine);
        Room room(engine);
        QVERIFY(room.save(room.reporter, 0, u"Một"_s) && room.submit(1) && room.move(room.editor, 1, Step::Claim));
        const Envelope lost = room.envelope(
            Save{.target = itemKey(room.article), .base = 1, .content = canonicalBytes(room.text(u"Hai"_s))});
        QVERIFY(runCommand(room.database(), room.clock, room.editor, lost));
        QVERIFY(room.save(room.editor, 2, u"Ba"_s));
        room.clock.advance(31 * 24h);
        QCOMPARE(room.clean(), qint64(1));
        QVERIFY(room.olderAnswer(room.editor, lost));
        Actor without = room.editor;
        without.grants.clear();
        const auto answer = room.olderAnswer(without, lost);
        QCOMPARE(answer.error(), (Error{ErrorCode::NotFound, u"article"_s, {}}));
    }
};

QTEST_GUILESS_MAIN(TestSittings)
#include "tst_sittings.moc"
