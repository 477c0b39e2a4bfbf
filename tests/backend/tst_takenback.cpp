// A decision is taken back, a chair's own correction goes on, what somebody left behind is taken over: on the server,
// by commands as desks send them, and in newsrooms whose chain is older than that.
#include "backend/Newsroom.h"
#include "storage/ChangeStore.h"
#include "storage/Migrator.h"
#include "storage/NewsroomStore.h"
#include "storage/UserStore.h"

#include <QDir>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

Move moving(const Article &article, Step step, const QString &reason = {})
{
    return {.target = itemKey(article.id), .version = article.version, .step = step, .reason = reason};
}

// The subject of the refusal; empty if it was done.
QString refusal(Newsroom &newsroom, const Actor &actor, const Command &command)
{
    const auto answer = runCommand(newsroom.database(), newsroom.clock, actor, newsroom.envelope(command));
    if (!answer)
        return answer.error().subject;
    return QJsonDocument::fromJson(answer->body)["error"_L1]["subject"_L1].toString();
}

} // namespace

class TestTakenBack : public QObject
{
    Q_OBJECT

private slots:
    void anApprovalIsTakenBackUntilItIsPublished_data() { TemporaryDatabase::addEngines(); }
    void anApprovalIsTakenBackUntilItIsPublished()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        QVERIFY(newsroom.ready);
        const Article approved = newsroom.approved(u"Bài"_s);
        QCOMPARE(approved.state, State::Approved);
        QCOMPARE(refusal(newsroom, newsroom.secretary, moving(approved, Step::Revoke)), u"article.step"_s);
        newsroom.run(newsroom.chair, moving(approved, Step::Revoke));
        Article now = *newsroom.find(approved.id);
        QCOMPARE(now.state, State::AwaitingApproval);
        QVERIFY(!now.approval);
        QCOMPARE(refusal(newsroom, newsroom.chair, moving(now, Step::Revoke)), u"article.state"_s); // once
        {
            auto transaction = Transaction::begin(newsroom.database(), Access::Read);
            const auto decisions = ArticleStore(*transaction).decisions(approved.id);
            QVERIFY(decisions);
            QCOMPARE(decisions->back().step, Step::Revoke); // it stands in the history
            QCOMPARE(decisions->back().actor, newsroom.chair.user);
        }

        // Also when the secretary has set an hour; the hour goes with it.
        const auto approve = [&] {
            return newsroom.run(
                newsroom.chair,
                Approve{.target = itemKey(now.id), .version = now.version, .contentHash = now.contentHash, .note = {}});
        };
        approve();
        newsroom.run(
            newsroom.secretary,
            Schedule{.target = itemKey(now.id), .version = 1, .at = newsroom.clock.now() + std::chrono::hours(2)});
        QCOMPARE(newsroom.find(now.id)->state, State::Scheduled);
        newsroom.run(newsroom.chair, moving(now, Step::Revoke));
        QCOMPARE(newsroom.find(now.id)->state, State::AwaitingApproval);
        QVERIFY(!newsroom.find(now.id)->scheduledAt);

        approve();
        newsroom.run(newsroom.secretary, Publish{.target = itemKey(now.id), .version = 1});
        QCOMPARE(refusal(newsroom, newsroom.chair, moving(now, Step::Revoke)), u"article.state"_s);
    }

    void aChairsOwnCorrectionGoesOn_data() { TemporaryDatabase::addEngines(); }
    void aChairsOwnCorrectionGoesOn()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        QVERIFY(newsroom.ready);
        Article article = newsroom.published(u"Bài"_s);
        newsroom.run(newsroom.chair, moving(article, Step::Correct, u"sai số liệu"_s));
        newsroom.run(newsroom.chair,
                     Save{.target = itemKey(article.id),
                          .base = 1,
                          .content = canonicalBytes(newsroom.content(u"Bài đã sửa"_s))});
        article = *newsroom.find(article.id);
        QCOMPARE(article.version, Version(2));
        newsroom.run(newsroom.chair, moving(article, Step::RequestApproval));
        QCOMPARE(newsroom.find(article.id)->state, State::AwaitingApproval);
        const Approve approval{
            .target = itemKey(article.id), .version = 2, .contentHash = article.contentHash, .note = {}};
        QCOMPARE(refusal(newsroom, newsroom.chair, approval), u"article.step"_s); // his own words
        // Where no other chair is at hand: an editor reads it and sends it on.
        newsroom.run(newsroom.chair, moving(article, Step::Revoke));
        newsroom.run(newsroom.editor, moving(article, Step::RequestApproval));
        newsroom.run(newsroom.chair, approval);
        QCOMPARE(newsroom.find(article.id)->state, State::Approved);
    }

    void whatSomebodyLeftBehindIsTakenOver_data() { TemporaryDatabase::addEngines(); }
    void whatSomebodyLeftBehindIsTakenOver()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        QVERIFY(newsroom.ready);
        const Article article = newsroom.published(u"Bài"_s);
        newsroom.run(newsroom.editor, moving(article, Step::Correct, u"sai số liệu"_s));
        newsroom.run(newsroom.editor, moving(article, Step::ReturnToAuthor, u"bổ sung"_s));
        QCOMPARE(refusal(newsroom, newsroom.editor, moving(article, Step::Claim)), u"article.step"_s); // he is at work
        {
            auto transaction = Transaction::begin(newsroom.database(), Access::Write);
            User author = *UserStore(*transaction).find(newsroom.reporter.user);
            author.standing = Standing::Disabled;
            QVERIFY(UserStore(*transaction).put(author));
            QVERIFY(transaction->commit());
        }
        QCOMPARE(refusal(newsroom, newsroom.reporter, moving(article, Step::Claim)), u"article.step"_s);
        newsroom.run(newsroom.editor, moving(article, Step::Claim));
        QCOMPARE(newsroom.find(article.id)->state, State::InEditing);
        newsroom.run(newsroom.editor,
                     Save{.target = itemKey(article.id),
                          .base = 1,
                          .content = canonicalBytes(newsroom.content(u"Bài đã sửa"_s))});
        QCOMPARE(newsroom.find(article.id)->version, Version(2));
    }

    void anOlderNewsroomGetsTheRowsAndItsDesksHear_data() { TemporaryDatabase::addEngines(); }
    void anOlderNewsroomGetsTheRowsAndItsDesksHear()
    {
        QFETCH(Engine, engine);
        const QTemporaryDir folder;
        const QString older = folder.filePath(u"migrations"_s);
        QVERIFY(QDir().mkpath(older));
        for (const QString &name : QDir(u":/sql/migrations"_s).entryList({u"*.sql"_s})) {
            if (name < u"0006"_s)
                QVERIFY(QFile::copy(u":/sql/migrations/"_s + name, older + u'/' + name));
        }
        TemporaryDatabase temporary(engine, {older});
        const auto isNew = [](const Transition &row) {
            return row.ownership == Ownership::Decider || row.ownership == Ownership::Opener
                || row.ownership == Ownership::Abandoned;
        };
        std::vector<Transition> rows = Workflow::standard().transitions();
        std::erase_if(rows, isNew);
        const SystemClock clock;
        qint64 told = 0;
        {
            auto transaction = Transaction::begin(temporary.database(), Access::Write);
            QVERIFY(NewsroomStore(*transaction).setWorkflow(Workflow(rows)));
            told = *ChangeStore(*transaction).add(nouns::workflow, u"workflow"_s, clock.now());
            QVERIFY(transaction->commit());
        }
        QVERIFY(Migrator(temporary.database(), u":/sql/migrations"_s, clock).migrate());
        auto transaction = Transaction::begin(temporary.database(), Access::Read);
        const auto chain = NewsroomStore(*transaction).workflow();
        QVERIFY(chain);
        std::vector<Transition> now = chain->transitions();
        for (const Transition &row : Workflow::standard().transitions()) {
            const auto found = std::ranges::find(now, row);
            QVERIFY2(found != now.end(),
                     qPrintable(toText(row.from) + u' ' + toText(row.step) + u' ' + toText(row.role)));
            now.erase(found);
        }
        QVERIFY2(now.empty(), qPrintable(now.empty() ? QString() : toText(now[0].from) + toText(now[0].role)));
        const auto changes = ChangeStore(*transaction).after(told, 10);
        QVERIFY(changes);
        QCOMPARE(changes->changes.size(), size_t(1));
        QCOMPARE(changes->changes.front().noun, nouns::workflow);
    }
};

QTEST_GUILESS_MAIN(TestTakenBack)
#include "tst_takenback.moc"
