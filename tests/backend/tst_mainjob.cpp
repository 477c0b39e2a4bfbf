// The main job on both engines, by the one function that every face calls: write, review, approve, publish; exactly
// once; nothing unapproved is public; what was decided is on record.
#include "backend/CommandRunner.h"
#include "backend/Dump.h"
#include "backend/FeedReader.h"
#include "backend/Newsroom.h"
#include "backend/NewsroomSetup.h"
#include "backend/Verify.h"
#include "document/Document.h"
#include "protocol/ErrorJson.h"
#include "protocol/Wire.h"
#include "storage/ArticleStore.h"
#include "storage/ChangeStore.h"
#include "storage/NewsroomStore.h"
#include "storage/PublicationStore.h"
#include "support/TemporaryDatabase.h"
#include "text/NewsroomZone.h"

#include <QBuffer>
#include <QDateTime>
#include <QJsonDocument>
#include <QTest>
#include <QTimeZone>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

QByteArray dump(Database &database)
{
    QBuffer out;
    out.open(QIODevice::WriteOnly);
    return canonicalDump(database, nullptr, out) ? out.data() : QByteArray("the dump failed");
}

Error errorOf(const CommandAnswer &answer)
{
    return errorFromJson(QJsonDocument::fromJson(answer.body).object());
}

} // namespace

class TestMainJob : public QObject
{
    Q_OBJECT

private slots:
    void fromDraftToPublished_data() { TemporaryDatabase::addEngines(); }
    void fromDraftToPublished()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        QVERIFY(newsroom.ready);
        const Article article = newsroom.approved(u"Họp đánh giá chín tháng"_s);
        QCOMPARE(article.state, State::Approved);
        const auto answer = newsroom.run(newsroom.secretary, Publish{.target = itemKey(article.id), .version = 1});
        QVERIFY(answer.article);
        QCOMPARE(answer.article->state, State::Published);
        QCOMPARE(answer.article->publication->number, 1);
        QCOMPARE(answer.article->publication->slug, u"hop-danh-gia-chin-thang"_s);

        auto transaction = Transaction::begin(newsroom.database(), Access::Read);
        const PublicationStore publications(*transaction);
        const auto item = publications.find(1);
        QVERIFY(item);
        QCOMPARE(publications.content(*item)->title, u"Họp đánh giá chín tháng"_s);
        QCOMPARE(publications.search(searchQuery(u"danh gia"_s), 0, 10)->count, 1);
        QCOMPARE(publications.search(searchQuery(u"ĐÁNH GIÁ"_s), 0, 10)->count, 1);
        QVERIFY(publications.search(searchQuery(u"gi"_s), 0, 10)->items.empty());
        // By the day that it shows.
        const QDate day = QDateTime::fromMSecsSinceEpoch(toMilliseconds(answer.article->publication->firstAt),
                                                         zoneNamed(u"Asia/Ho_Chi_Minh"_s))
                              .date();
        QCOMPARE(publications.search(searchQuery(day.toString(u"d/M/yyyy"_s)), 0, 10)->count, 1);
        QVERIFY(publications.search(searchQuery(day.addDays(1).toString(u"d/M/yyyy"_s)), 0, 10)->items.empty());
        QVERIFY(ChangeStore(*transaction).verifyAudit());
        const auto decisions = ArticleStore(*transaction).decisions(article.id);
        QCOMPARE(decisions->size(), std::size_t(5));
        QCOMPARE(decisions->back().step, Step::Publish);
        QCOMPARE((*decisions)[3].actor, newsroom.chair.user);
    }

    // Somebody with two posts: what he made of another's item is refused to him, whatever his desk asks for.
    void whoRewroteItIsNotItsOnlyApprover_data() { TemporaryDatabase::addEngines(); }
    void whoRewroteItIsNotItsOnlyApprover()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        Actor both = newsroom.chair;
        both.grants.push_back({.role = Role::Editor, .section = {}});
        const auto id = ArticleId::create(newsroom.clock, newsroom.dice);
        newsroom.run(newsroom.reporter,
                     Save{.target = itemKey(id), .base = 0, .content = canonicalBytes(newsroom.content(u"Một tin"_s))});
        newsroom.run(newsroom.reporter,
                     Submit{.target = itemKey(id), .version = 1, .stateSecret = StateSecret::ConfirmedNone});
        const auto move = [&](const Actor &actor, Version version, Step step) {
            return newsroom.run(actor,
                                Move{.target = itemKey(id), .version = version, .step = step, .reason = u"xem"_s});
        };
        QVERIFY(move(both, 1, Step::Claim).article);
        QVERIFY(
            newsroom
                .run(both,
                     Save{.target = itemKey(id), .base = 1, .content = canonicalBytes(newsroom.content(u"Tin khác"_s))})
                .article);
        QVERIFY(move(both, 2, Step::RequestApproval).article);
        const Approve approve{
            .target = itemKey(id), .version = 2, .contentHash = newsroom.find(id)->contentHash, .note = {}};
        const auto refused = newsroom.run(both, approve);
        QVERIFY(refused.refusal);
        QCOMPARE(errorOf(refused).subject, u"article.step"_s);
        QVERIFY(move(both, 2, Step::ReturnToEditor).article);
        QVERIFY(move(newsroom.editor, 2, Step::RequestApproval).article);
        QVERIFY(newsroom.run(both, approve).article);
    }

    void theSameRequestTakesEffectOnce_data() { TemporaryDatabase::addEngines(); }
    void theSameRequestTakesEffectOnce()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        const auto id = ArticleId::create(newsroom.clock, newsroom.dice);
        const Envelope envelope = newsroom.envelope(
            Save{.target = itemKey(id), .base = 0, .content = canonicalBytes(newsroom.content(u"Một tin"_s))});
        const auto first = runCommand(newsroom.database(), newsroom.clock, newsroom.reporter, envelope);
        const auto second = runCommand(newsroom.database(), newsroom.clock, newsroom.reporter, envelope);
        QVERIFY(first && second);
        QCOMPARE(second->body, first->body);
        QVERIFY(!second->record); // nothing was executed now
        QCOMPARE(newsroom.find(id)->version, 1);

        Envelope forged = envelope;
        std::get<Save>(forged.command).content.replace("Một tin", "Tin khác");
        const auto third = runCommand(newsroom.database(), newsroom.clock, newsroom.reporter, forged);
        QVERIFY(!third);
        QCOMPARE(third.error().subject, u"command.requestId"_s);
        QVERIFY(!runCommand(newsroom.database(), newsroom.clock, newsroom.editor, envelope));
    }

    void aRefusalIsRememberedAndLeavesNothing_data() { TemporaryDatabase::addEngines(); }
    void aRefusalIsRememberedAndLeavesNothing()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        const Article article = newsroom.approved(u"Một tin"_s);
        const QByteArray before = dump(newsroom.database());
        const Envelope envelope = newsroom.envelope(
            Move{.target = itemKey(article.id), .version = 1, .step = Step::ReturnToEditor, .reason = {}});
        const auto first = runCommand(newsroom.database(), newsroom.clock, newsroom.chair, envelope);
        QVERIFY(first && first->refusal);
        QCOMPARE(errorOf(*first).subject, u"article.reason"_s);
        const auto second = runCommand(newsroom.database(), newsroom.clock, newsroom.chair, envelope);
        QCOMPARE(second->body, first->body);
        QCOMPARE(dump(newsroom.database()), before);
    }

    void commandsThatAreRefused_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QString>("which");
        QTest::addColumn<QString>("subject");
        for (const Engine engine : TemporaryDatabase::engines()) {
            const auto row = [engine](const char *which, const char *subject) {
                QTest::addRow("%s: %s", TemporaryDatabase::name(engine), which)
                    << engine << QString::fromLatin1(which) << QString::fromLatin1(subject);
            };
            row("a version that is gone", "article.version");
            row("another content than was read", "article.contentHash");
            row("another's draft", "article");
            row("no word on state secrets", "article.stateSecret");
            row("a base of the future", "article.version");
            row("an hour far away", "article.scheduledAt");
            row("an article that never was", "article");
        }
    }
    void commandsThatAreRefused()
    {
        QFETCH(Engine, engine);
        QFETCH(QString, which);
        QFETCH(QString, subject);
        Newsroom newsroom(engine);
        const auto draft = ArticleId::create(newsroom.clock, newsroom.dice);
        newsroom.run(newsroom.reporter,
                     Save{.target = itemKey(draft), .base = 0, .content = canonicalBytes(newsroom.content(u"Nháp"_s))});
        CommandAnswer answer;
        if (which == "a version that is gone"_L1) {
            const Article article = newsroom.approved(u"Tin"_s);
            answer = newsroom.run(newsroom.secretary, Publish{.target = itemKey(article.id), .version = 2});
        } else if (which == "another content than was read"_L1) {
            newsroom.run(newsroom.reporter, Submit{itemKey(draft), 1, StateSecret::ConfirmedNone});
            newsroom.run(newsroom.editor, Move{itemKey(draft), 1, Step::Claim, {}});
            newsroom.run(newsroom.editor, Move{itemKey(draft), 1, Step::RequestApproval, {}});
            answer = newsroom.run(newsroom.chair, Approve{itemKey(draft), 1, u"khác"_s, {}});
        } else if (which == "another's draft"_L1) {
            answer = newsroom.run(newsroom.editor, Move{itemKey(draft), 1, Step::Claim, {}});
        } else if (which == "no word on state secrets"_L1) {
            answer = newsroom.run(newsroom.reporter, Submit{itemKey(draft), 1, StateSecret::NotConfirmed});
        } else if (which == "a base of the future"_L1) {
            answer =
                newsroom.run(newsroom.reporter, Save{itemKey(draft), 7, canonicalBytes(newsroom.content(u"Nháp"_s))});
        } else if (which == "an hour far away"_L1) {
            const Article article = newsroom.approved(u"Tin"_s);
            answer = newsroom.run(newsroom.secretary, Schedule{itemKey(article.id), 1, fromMilliseconds(0)});
        } else {
            const auto unknown = ArticleId::create(newsroom.clock, newsroom.dice);
            answer = newsroom.run(newsroom.secretary, Publish{.target = itemKey(unknown), .version = 1});
        }
        QVERIFY(answer.refusal);
        QCOMPARE(errorOf(answer).subject, subject);
    }

    void twoWhoSaveAtOnceAreMerged_data() { TemporaryDatabase::addEngines(); }
    void twoWhoSaveAtOnceAreMerged()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        const auto id = ArticleId::create(newsroom.clock, newsroom.dice);
        newsroom.run(newsroom.reporter, Save{itemKey(id), 0, canonicalBytes(newsroom.content(u"Một tin"_s))});
        newsroom.run(newsroom.reporter, Submit{itemKey(id), 1, StateSecret::ConfirmedNone});
        newsroom.run(newsroom.editor, Move{itemKey(id), 1, Step::Claim, {}});
        Content editors = newsroom.content(u"Một tin mới"_s);
        Content secretarys = newsroom.content(u"Một tin"_s);
        secretarys.lead = u"Sapo của bài viết"_s;
        newsroom.run(newsroom.editor, Save{itemKey(id), 1, canonicalBytes(editors)});
        const auto answer = newsroom.run(newsroom.secretary, Save{itemKey(id), 1, canonicalBytes(secretarys)});
        QVERIFY(answer.article);
        QCOMPARE(answer.article->version, 3);
        QCOMPARE(answer.article->content.title, u"Một tin mới"_s);
        QCOMPARE(answer.article->content.lead, u"Sapo của bài viết"_s);
    }

    void twoTitlesGoNoFurtherUntilSomebodyHasChosen_data() { TemporaryDatabase::addEngines(); }
    void twoTitlesGoNoFurtherUntilSomebodyHasChosen()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        const auto id = ArticleId::create(newsroom.clock, newsroom.dice);
        newsroom.run(newsroom.reporter, Save{itemKey(id), 0, canonicalBytes(newsroom.content(u"Một tin"_s))});
        newsroom.run(newsroom.reporter, Submit{itemKey(id), 1, StateSecret::ConfirmedNone});
        newsroom.run(newsroom.editor, Move{itemKey(id), 1, Step::Claim, {}});
        newsroom.run(newsroom.editor, Save{itemKey(id), 1, canonicalBytes(newsroom.content(u"Tổng kết quý"_s))});
        const auto merged =
            newsroom.run(newsroom.secretary, Save{itemKey(id), 1, canonicalBytes(newsroom.content(u"Ban họp bàn"_s))});
        QVERIFY(merged.article);
        QCOMPARE(merged.article->content.conflicts, std::vector{TextField::Title});

        const auto refused = newsroom.run(newsroom.editor, Move{itemKey(id), 3, Step::RequestApproval, {}});
        QVERIFY(refused.refusal);
        QCOMPARE(errorOf(refused).subject, u"article.conflict"_s);

        Content settled = merged.article->content;
        settled.title = u"Tổng kết quý"_s;
        settled.conflicts.clear();
        newsroom.run(newsroom.editor, Save{itemKey(id), 3, canonicalBytes(settled)});
        QVERIFY(newsroom.run(newsroom.editor, Move{itemKey(id), 4, Step::RequestApproval, {}}).article);
    }

    void theBoardsChecklistStandsBeforeApprovalAndBeforeReaders_data() { TemporaryDatabase::addEngines(); }
    void theBoardsChecklistStandsBeforeApprovalAndBeforeReaders()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        const auto id = ArticleId::create(newsroom.clock, newsroom.dice);
        Content content = newsroom.content(u"Một tin"_s); // without tags
        newsroom.run(newsroom.reporter, Save{itemKey(id), 0, canonicalBytes(content)});
        newsroom.run(newsroom.reporter, Submit{itemKey(id), 1, StateSecret::ConfirmedNone});
        newsroom.run(newsroom.editor, Move{itemKey(id), 1, Step::Claim, {}});
        newsroom.run(newsroom.editor, Move{itemKey(id), 1, Step::RequestApproval, {}});
        const Approve approve{
            .target = itemKey(id), .version = 1, .contentHash = newsroom.find(id)->contentHash, .note = {}};

        const auto want = [&newsroom](std::vector<ChecklistRule> rules) {
            newsroom.clock.advance(Milliseconds(1000)); // a setting is a dated row
            return newsroom.administer(SetChecklist{.refusing = std::move(rules)});
        };
        QCOMPARE(*checklistOf(newsroom.database(), newsroom.clock), ChecklistPolicy());
        QVERIFY(want({ChecklistRule::TagsMissing, ChecklistRule::PictureAlt}));
        const auto refused = newsroom.run(newsroom.chair, approve);
        QVERIFY(refused.refusal);
        QCOMPARE(errorOf(refused).subject, u"article.checklist"_s);
        QCOMPARE(errorOf(refused).detail, u"tags 1"_s);
        QCOMPARE(newsroom.find(id)->state, State::AwaitingApproval);

        // Approved under a laxer rule, it meets the stricter one where a person puts it before readers.
        QVERIFY(want({}));
        QVERIFY(newsroom.run(newsroom.chair, approve).article);
        QVERIFY(want({ChecklistRule::TagsMissing}));
        QCOMPARE(errorOf(newsroom.run(newsroom.secretary, Publish{itemKey(id), 1})).subject, u"article.checklist"_s);
        const Instant hour = newsroom.clock.now() + std::chrono::hours(1);
        QCOMPARE(errorOf(newsroom.run(newsroom.secretary, Schedule{itemKey(id), 1, hour})).subject,
                 u"article.checklist"_s);
        // An hour that was set before is kept.
        QVERIFY(want({}));
        QVERIFY(newsroom.run(newsroom.secretary, Schedule{itemKey(id), 1, hour}).article);
        QVERIFY(want({ChecklistRule::TagsMissing}));
        newsroom.clock.advance(std::chrono::hours(2));
        QVERIFY(newsroom.run(Actor::system(), Publish{itemKey(id), 1}).article);
        QVERIFY(verifyNewsroom(newsroom.database()));
    }

    void aTextThatAMergeMadeTooLongIsKeptAndShortened_data() { TemporaryDatabase::addEngines(); }
    void aTextThatAMergeMadeTooLongIsKeptAndShortened()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        const auto id = ArticleId::create(newsroom.clock, newsroom.dice);
        newsroom.run(newsroom.reporter, Save{itemKey(id), 0, canonicalBytes(newsroom.content(u"Một tin"_s))});
        newsroom.run(newsroom.reporter, Submit{itemKey(id), 1, StateSecret::ConfirmedNone});
        newsroom.run(newsroom.editor, Move{itemKey(id), 1, Step::Claim, {}});
        newsroom.run(newsroom.editor, Save{itemKey(id), 1, canonicalBytes(newsroom.content(QString(280, u'a')))});
        const auto merged = newsroom.run(newsroom.secretary,
                                         Save{itemKey(id), 1, canonicalBytes(newsroom.content(QString(280, u'b')))});
        QVERIFY(merged.article);
        Content content = merged.article->content;
        QVERIFY(content.title.size() > ContentLimits::title);

        content.title += u'c';
        const auto longer = newsroom.run(newsroom.editor, Save{itemKey(id), 3, canonicalBytes(content)});
        QCOMPARE(errorOf(longer).subject, u"content.title"_s);
        content.title.chop(100);
        content.conflicts.clear();
        const auto shorter = newsroom.run(newsroom.editor, Save{itemKey(id), 3, canonicalBytes(content)});
        QVERIFY(shorter.article);
        QVERIFY(shorter.article->content.title.size() > ContentLimits::title);
        // A new article has no such past.
        const auto fresh =
            newsroom.run(newsroom.reporter,
                         Save{itemKey(ArticleId::create(newsroom.clock, newsroom.dice)), 0, canonicalBytes(content)});
        QCOMPARE(errorOf(fresh).subject, u"content.title"_s);
    }

    void aCorrectionIsPublicOnlyAfterANewApproval_data() { TemporaryDatabase::addEngines(); }
    void aCorrectionIsPublicOnlyAfterANewApproval()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        const Article article = newsroom.approved(u"Một tin"_s);
        newsroom.run(newsroom.secretary, Publish{itemKey(article.id), 1});
        newsroom.run(newsroom.editor, Move{itemKey(article.id), 1, Step::Correct, u"sai số liệu"_s});
        Content corrected = newsroom.content(u"Một tin đã sửa"_s);
        corrected.correction = u"Bản trước ghi sai số liệu."_s;
        newsroom.run(newsroom.editor, Save{itemKey(article.id), 1, canonicalBytes(corrected)});
        const auto shownTitle = [&] {
            auto transaction = Transaction::begin(newsroom.database(), Access::Read);
            const PublicationStore publications(*transaction);
            return publications.content(*publications.find(1))->title;
        };
        QCOMPARE(shownTitle(), u"Một tin"_s);
        const auto early = newsroom.run(newsroom.secretary, Publish{itemKey(article.id), 2});
        QVERIFY(early.refusal);
        QCOMPARE(shownTitle(), u"Một tin"_s);

        newsroom.run(newsroom.editor, Move{itemKey(article.id), 2, Step::RequestApproval, {}});
        const QString hash = newsroom.find(article.id)->contentHash;
        newsroom.run(newsroom.chair, Approve{itemKey(article.id), 2, hash, {}});
        newsroom.run(newsroom.secretary, Publish{itemKey(article.id), 2});
        QCOMPARE(shownTitle(), u"Một tin đã sửa"_s);
        QCOMPARE(newsroom.find(article.id)->publication->number, 1);
        QVERIFY(verifyNewsroom(newsroom.database()));
    }

    // The note of the correction before says nothing about this one, for the board and for readers alike.
    void aSecondCorrectionNeedsItsOwnNote_data() { TemporaryDatabase::addEngines(); }
    void aSecondCorrectionNeedsItsOwnNote()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        QVERIFY(newsroom.administer(SetChecklist{.refusing = {ChecklistRule::CorrectionMissing}}));
        const ArticleId id = newsroom.published(u"Một tin"_s).id;
        const auto sendOn = [&](const QString &title, const QString &note) {
            const Version before = newsroom.find(id)->version;
            Content corrected = newsroom.content(title);
            corrected.correction = note;
            newsroom.run(newsroom.editor, Save{itemKey(id), before, canonicalBytes(corrected)});
            newsroom.run(newsroom.editor, Move{itemKey(id), before + 1, Step::RequestApproval, {}});
            const QString hash = newsroom.find(id)->contentHash;
            return newsroom.run(newsroom.chair, Approve{itemKey(id), before + 1, hash, {}});
        };
        newsroom.run(newsroom.editor, Move{itemKey(id), 1, Step::Correct, u"sai số liệu"_s});
        QVERIFY(sendOn(u"Một tin đã sửa"_s, u"Bản trước ghi sai số liệu."_s).article);
        newsroom.run(newsroom.secretary, Publish{itemKey(id), 2});

        newsroom.run(newsroom.editor, Move{itemKey(id), 2, Step::Correct, u"sai giờ"_s});
        newsroom.run(newsroom.editor, Move{itemKey(id), 2, Step::RequestApproval, {}}); // nothing is changed yet
        const QString hash = newsroom.find(id)->contentHash;
        QCOMPARE(errorOf(newsroom.run(newsroom.chair, Approve{itemKey(id), 2, hash, {}})).detail, u"correction 1"_s);
        newsroom.run(newsroom.chair, Move{itemKey(id), 2, Step::ReturnToEditor, u"chưa sửa"_s});
        QCOMPARE(errorOf(sendOn(u"Một tin sửa nữa"_s, u"Bản trước ghi sai số liệu."_s)).detail, u"correction 1"_s);
        newsroom.run(newsroom.chair, Move{itemKey(id), 3, Step::ReturnToEditor, u"chưa ghi đính chính"_s});
        QVERIFY(sendOn(u"Một tin sửa nữa, đúng giờ"_s, u"Bản trước ghi sai giờ."_s).article);
        newsroom.run(newsroom.secretary, Publish{itemKey(id), 4});

        auto transaction = Transaction::begin(newsroom.database(), Access::Read);
        const PublicationStore publications(*transaction);
        const auto item = publications.find(1);
        const auto told = publications.corrections(*item, *publications.content(*item));
        QCOMPARE(told->size(), std::size_t(2));
        QCOMPARE(told->front().text, u"Bản trước ghi sai giờ."_s);
        QCOMPARE(told->back().text, u"Bản trước ghi sai số liệu."_s);
    }

    void whatIsTakenDownIsGoneForThePublicAndKeptForTheBoard_data() { TemporaryDatabase::addEngines(); }
    void whatIsTakenDownIsGoneForThePublicAndKeptForTheBoard()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        const Article article = newsroom.approved(u"Một tin"_s);
        newsroom.run(newsroom.secretary, Publish{itemKey(article.id), 1});
        const auto down = newsroom.run(newsroom.chair, Unpublish{itemKey(article.id), 1, u"nhầm"_s});
        QVERIFY(down.article);
        QCOMPARE(down.article->state, State::Unpublished);
        auto transaction = Transaction::begin(newsroom.database(), Access::Read);
        const PublicationStore publications(*transaction);
        const auto item = publications.find(1);
        QVERIFY(item->takenDownAt);
        QCOMPARE(publications.content(*item).error().code, ErrorCode::Gone);
        QVERIFY(publications.newest(std::nullopt, std::nullopt, 10)->empty());
        QVERIFY(publications.search(searchQuery(u"tin"_s), 0, 10)->items.empty());
        QVERIFY(ArticleStore(*transaction).revision(article.id, 1));
    }

    void theFeedHidesWhatIsNotOnesToSee_data() { TemporaryDatabase::addEngines(); }
    void theFeedHidesWhatIsNotOnesToSee()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        const auto id = ArticleId::create(newsroom.clock, newsroom.dice);
        newsroom.run(newsroom.reporter, Save{itemKey(id), 0, canonicalBytes(newsroom.content(u"Bí mật"_s))});
        const auto valueFor = [&](const Actor &actor) {
            auto transaction = Transaction::begin(newsroom.database(), Access::Read);
            const auto page = readFeed(*transaction, actor, 0, 200, newsroom.clock);
            for (const FeedEntry &entry : page->entries) {
                if (entry.id == id.toText())
                    return entry.value;
            }
            return std::optional<QByteArray>();
        };
        QVERIFY(valueFor(newsroom.reporter));
        QVERIFY(!valueFor(newsroom.editor));
        QVERIFY(!valueFor(newsroom.chair));
        newsroom.run(newsroom.reporter, Submit{itemKey(id), 1, StateSecret::ConfirmedNone});
        QVERIFY(valueFor(newsroom.editor));
        newsroom.run(newsroom.reporter, Move{itemKey(id), 1, Step::Withdraw, {}});
        QVERIFY(!valueFor(newsroom.editor));
    }

    void aDeletedDraftIsGoneForEverybody_data() { TemporaryDatabase::addEngines(); }
    void aDeletedDraftIsGoneForEverybody()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        const auto id = ArticleId::create(newsroom.clock, newsroom.dice);
        newsroom.run(newsroom.reporter, Save{itemKey(id), 0, canonicalBytes(newsroom.content(u"Bỏ đi"_s))});
        const Move deleting{itemKey(id), 1, Step::Delete, {}};
        QVERIFY(isRefused(newsroom.run(newsroom.chair, deleting), ErrorCode::NotFound)); // it is not his to see
        const auto deleted = newsroom.run(newsroom.reporter, deleting);
        QVERIFY(deleted.article);
        QCOMPARE(deleted.article->state, State::Deleted);
        for (const Actor &actor : {newsroom.reporter, newsroom.editor, newsroom.chair, Actor::system()}) {
            auto transaction = Transaction::begin(newsroom.database(), Access::Read);
            const auto page = readFeed(*transaction, actor, 0, 200, newsroom.clock);
            const auto entry = std::ranges::find(page->entries, id.toText(), &FeedEntry::id);
            QVERIFY(entry != page->entries.end());
            QVERIFY(!entry->value);
        }
        // Nothing wakes it again.
        QVERIFY(
            isRefused(newsroom.run(newsroom.reporter, Save{itemKey(id), 1, canonicalBytes(newsroom.content(u"Nữa"_s))}),
                      ErrorCode::NotFound));
        QVERIFY(isRefused(newsroom.run(newsroom.reporter, deleting), ErrorCode::NotFound));
        // What others have had in hand, or readers, is not deleted.
        const Article approved = newsroom.approved(u"Đã duyệt"_s);
        QVERIFY(
            isRefused(newsroom.run(newsroom.reporter, Move{itemKey(approved.id), approved.version, Step::Delete, {}}),
                      ErrorCode::Conflict));
    }

    void theFeedGivesEachNounOnceAtItsNewestPlace_data() { TemporaryDatabase::addEngines(); }
    void theFeedGivesEachNounOnceAtItsNewestPlace()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        const Article first = newsroom.approved(u"Tin thứ nhất"_s);
        const Article second = newsroom.approved(u"Tin thứ hai"_s);
        newsroom.run(newsroom.secretary, Publish{itemKey(first.id), 1});
        auto transaction = Transaction::begin(newsroom.database(), Access::Read);
        QStringList articles;
        qint64 after = 0;
        for (bool more = true; more;) { // a page of one at a time meets each just once, too
            const auto page = readFeed(*transaction, newsroom.chair, after, 1, newsroom.clock);
            QVERIFY(page);
            for (const FeedEntry &entry : page->entries) {
                if (entry.noun == u"article"_s)
                    articles.append(entry.id);
            }
            after = page->next;
            more = page->more;
            QVERIFY(page->newest >= after);
        }
        QCOMPARE(articles, QStringList({second.id.toText(), first.id.toText()}));
        QCOMPARE(after, *ChangeStore(*transaction).newest());
    }

    // Sixty tables of 1,500 rows in one answer took gigabytes, and the place of everybody's commands for half a minute.
    void aPageOfTheFeedHoldsNoMoreThanSomeLargeTexts()
    {
        Newsroom newsroom(Engine::Sqlite);
        Content large = newsroom.content(u"Danh sách"_s);
        large.body = document::toJson(document::fromPlainText(QString(400'000, u'a')));
        QStringList written;
        for (int i = 0; i < 5; ++i)
            written.append(newsroom.approved(large).id.toText());
        auto transaction = Transaction::begin(newsroom.database(), Access::Read);
        QStringList told;
        qint64 after = 0;
        for (bool more = true; more;) {
            const auto page = readFeed(*transaction, newsroom.chair, after, wire::feedPage, newsroom.clock);
            QVERIFY(page);
            qint64 bodies = 0;
            for (const FeedEntry &entry : page->entries) {
                QVERIFY(bodies < wire::feedPageBodies);
                if (entry.noun != u"article"_s)
                    continue;
                told.append(entry.id);
                bodies += large.body.size();
            }
            QVERIFY(page->next > after);
            after = page->next;
            more = page->more;
        }
        QCOMPARE(told, written);
    }

    void theDumpIsSortedHoweverManyVersions_data() { TemporaryDatabase::addEngines(); }
    void theDumpIsSortedHoweverManyVersions()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        newsroom.approved(u"Một tin"_s);
        const auto id = ArticleId::create(newsroom.clock, newsroom.dice);
        for (Version base = 0; base < 12; ++base)
            newsroom.run(newsroom.reporter,
                         Save{itemKey(id), base, canonicalBytes(newsroom.content(u"Lần %1"_s.arg(base)))});
        const QByteArray text = dump(newsroom.database());
        QVERIFY(text.endsWith('\n'));
        const QByteArrayList lines = text.chopped(1).split('\n');
        QVERIFY(std::ranges::is_sorted(lines));
        qsizetype revisions = 0;
        for (const QByteArray &line : lines) {
            const QJsonObject json = QJsonDocument::fromJson(line).object();
            QVERIFY2(!json.isEmpty(), line.constData());
            revisions += json.value("noun"_L1) == "revision"_L1 ? 1 : 0;
        }
        QCOMPARE(revisions, 13);
    }

    void aChangedAuditLineIsFound_data() { TemporaryDatabase::addEngines(); }
    void aChangedAuditLineIsFound()
    {
        QFETCH(Engine, engine);
        Newsroom newsroom(engine);
        newsroom.approved(u"Một tin"_s);
        QVERIFY(verifyNewsroom(newsroom.database()));
        {
            auto transaction = Transaction::begin(newsroom.database(), Access::Write);
            QVERIFY(transaction->execute("UPDATE audit SET action = 'publish' WHERE number = 3"));
            QVERIFY(transaction->commit());
        }
        const auto found = verifyNewsroom(newsroom.database());
        QVERIFY(!found);
        QCOMPARE(found.error().subject, u"audit"_s);
    }

    // One item is live, one was taken down, one was never published; then the portal shows something else.
    void whatThePortalShowsAndNoArticleSaysIsFound_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QByteArray>("change");
        QTest::addColumn<QString>("subject");
        for (const Engine engine : TemporaryDatabase::engines()) {
            const auto row = [engine](const char *what, const char *change, const char *subject) {
                QTest::addRow("%s, %s", TemporaryDatabase::name(engine), what)
                    << engine << QByteArray(change) << QString::fromLatin1(subject);
            };
            row("taken down and shown", "UPDATE publications SET taken_down_at = NULL WHERE number = 2", "publication");
            row("live and not shown", "UPDATE publications SET taken_down_at = 5 WHERE number = 1", "publication");
            row("another address", "UPDATE publications SET slug = 'khac' WHERE number = 1", "publication");
            row("another time", "UPDATE publications SET at = at + 1 WHERE number = 1", "publication");
            row("another title", "UPDATE publications SET title = 'Khác' WHERE number = 1", "publication.content");
            row("another lead", "UPDATE publications SET lead = 'Khác' WHERE number = 1", "publication.content");
            row("another genre", "UPDATE publications SET genre = 'video' WHERE number = 1", "publication.content");
            row("no row", "DELETE FROM publications WHERE number = 2", "publication");
            row("never published", R"(
                INSERT INTO publications (number, record_id, version, section_id, genre, slug, title, lead, picture_id,
                                          first_at, at, search_form)
                SELECT 3, a.id, 1, p.section_id, p.genre, 'moi', p.title, p.lead, '', p.first_at, p.at, 0
                FROM records a, publications p
                WHERE a.state = 'approved' AND p.number = 1
            )",
                "publication");
        }
    }
    void whatThePortalShowsAndNoArticleSaysIsFound()
    {
        QFETCH(Engine, engine);
        QFETCH(QByteArray, change);
        QFETCH(QString, subject);
        Newsroom newsroom(engine);
        (void)newsroom.published(u"Một tin"_s);
        const Article down = newsroom.published(u"Tin nhầm"_s);
        newsroom.run(newsroom.chair, Unpublish{itemKey(down.id), 1, u"nhầm"_s});
        (void)newsroom.approved(u"Tin sau"_s);
        QVERIFY(verifyNewsroom(newsroom.database()));
        auto transaction = Transaction::begin(newsroom.database(), Access::Write);
        QVERIFY(transaction->execute(change.toStdString()));
        QVERIFY(transaction->commit());
        const auto found = verifyNewsroom(newsroom.database());
        QVERIFY(!found);
        QCOMPARE(found.error().code, ErrorCode::Corrupt);
        QCOMPARE(found.error().subject, subject);
    }
};

QTEST_GUILESS_MAIN(TestMainJob)
#include "tst_mainjob.moc"
