#include "sync/LocalWork.h"

#include "actions/NewsroomRules.h"
#include "protocol/CommandJson.h"
#include "protocol/ErrorJson.h"

#include <QJsonDocument>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

SystemClock systemClock;
SystemDice systemDice;

RequestId newRequest()
{
    return RequestId::create(systemClock, systemDice);
}

Content said(const QByteArray &text)
{
    return *storedContent(QJsonDocument::fromJson(text).object());
}

// What waits for one article that is at version 3, with the words of a test for what is given.
class Waiting
{
public:
    Waiting()
    {
        Content content;
        content.title = u"Bài"_s;
        m_ground.content = canonicalBytes(content);
    }

    RequestId give(Step step)
    {
        const RequestId request = newRequest();
        switch (step) {
        case Step::Save:
            qFatal("a text is given by write()");
        case Step::Approve:
            work.add(Approve{.target = itemKey(id), .version = 3, .contentHash = u"hash"_s, .note = {}}, request, {});
            break;
        case Step::Publish:
            work.add(Publish{.target = itemKey(id), .version = 3}, request, {});
            break;
        case Step::Submit:
            work.add(Submit{.target = itemKey(id), .version = 3, .stateSecret = StateSecret::ConfirmedNone}, request,
                     {});
            break;
        default:
            work.add(Move{.target = itemKey(id), .version = 3, .step = step, .reason = u"lý do"_s}, request, {});
        }
        return request;
    }

    RequestId write(const QString &lead, Sitting sitting = Sitting::GoesOn)
    {
        Content content = said(m_ground.content);
        content.lead = lead;
        work.type(canonicalBytes(content), m_ground, {});
        const RequestId request = newRequest();
        if (!work.save(m_ground, request, {}, sitting))
            qFatal("a text could not be saved");
        return request;
    }

    [[nodiscard]] const TextGround &ground() const { return m_ground; }

    // Like "save", "approve!" (refused).
    [[nodiscard]] QStringList waiting() const
    {
        QStringList all;
        for (const GivenCommand &given : work.commands())
            all.append(toText(toasoan::stepOf(given.command)) + (given.entry.isRefused() ? u"!"_s : QString()));
        return all;
    }

    [[nodiscard]] QString subjectOf(RequestId request) const
    {
        return errorFromJson(QJsonDocument::fromJson(work.find(request)->entry.error).object()).subject;
    }

    const ArticleId id = ArticleId::create(systemClock, systemDice);
    const NewsroomRules rules{Workflow::standard()};
    LocalWork work{*rules.find(nouns::article), id};

private:
    TextGround m_ground{.version = 3, .content = {}};
};

const Error movedOn{ErrorCode::Conflict, u"article.state"_s, {}};

} // namespace

class TestLocalWork : public QObject
{
    Q_OBJECT

private slots:
    void whatStandsBehindARefusalIsRefusedWithIt()
    {
        Waiting waiting;
        const RequestId approval = waiting.give(Step::Approve);
        waiting.give(Step::Publish);
        waiting.work.markOffered(approval);
        waiting.work.refuse(approval, movedOn);
        QCOMPARE(waiting.waiting(), QStringList({u"approve!"_s, u"publish!"_s}));

        Waiting written;
        const RequestId text = written.write(u"một"_s);
        written.give(Step::RequestApproval);
        written.give(Step::Revoke);
        written.give(Step::ReturnToAuthor);
        written.work.markOffered(text);
        written.work.refuse(text, movedOn);
        QCOMPARE(written.waiting(),
                 QStringList({u"save!"_s, u"requestApproval!"_s, u"revoke!"_s, u"returnToAuthor!"_s}));
    }

    void aRefusalTakesWhatStandsBehindItAlong()
    {
        Waiting waiting;
        const RequestId approval = waiting.give(Step::Approve);
        waiting.give(Step::Publish);
        waiting.work.refuse(approval, movedOn);
        waiting.work.discard(approval);
        QVERIFY(waiting.work.isEmpty());

        Waiting opposite;
        const RequestId refused = opposite.give(Step::Approve);
        opposite.give(Step::Publish);
        opposite.work.refuse(refused, movedOn);
        opposite.work.dropRefusedSteps();
        opposite.give(Step::ReturnToEditor);
        QCOMPARE(opposite.waiting(), QStringList({u"returnToEditor"_s}));
    }

    void aNewStepSettlesStepsAndKeepsTexts()
    {
        Waiting waiting;
        const RequestId step = waiting.give(Step::ReturnToEditor);
        waiting.write(u"một"_s);
        waiting.give(Step::RequestApproval);
        waiting.work.refuse(step, movedOn);
        QCOMPARE(waiting.waiting(), QStringList({u"returnToEditor!"_s, u"save"_s, u"requestApproval!"_s}));
        waiting.work.dropRefusedSteps();
        QCOMPARE(waiting.waiting(), QStringList({u"save"_s}));
        QCOMPARE(said(*waiting.work.text()).lead, u"một"_s);
    }

    // Offline: the editors never had it, and are not told that it came and went.
    void whatWasNotSentIsTakenBackWithoutAWord()
    {
        Waiting waiting;
        waiting.write(u"một"_s);
        (void)waiting.give(Step::Submit);
        QVERIFY(!waiting.work.takeBack(Step::Unschedule));
        QVERIFY(waiting.work.takeBack(Step::Withdraw));
        QCOMPARE(waiting.waiting(), QStringList{u"save"_s});
        QVERIFY(!waiting.work.takeBack(Step::Withdraw));

        Waiting offered;
        offered.write(u"một"_s);
        offered.work.markOffered(offered.give(Step::Submit)); // the server may have it
        QVERIFY(!offered.work.takeBack(Step::Withdraw));
        QCOMPARE(offered.waiting(), QStringList({u"save"_s, u"submit"_s}));

        Waiting refused;
        refused.work.refuse(refused.give(Step::Submit), movedOn);
        QVERIFY(!refused.work.takeBack(Step::Withdraw));
    }

    void discardedWithAStepIsTheTextBehindIt()
    {
        Waiting waiting;
        const RequestId step = waiting.give(Step::ReturnToEditor);
        waiting.write(u"một"_s);
        Content typed = said(waiting.ground().content);
        typed.lead = u"một hai"_s;
        waiting.work.type(canonicalBytes(typed), waiting.ground(), {});
        waiting.work.refuse(step, movedOn);
        waiting.work.discard(step);
        QVERIFY(waiting.work.isEmpty());
    }

    void givenAgainByThePersonItTakesAlongWhatWasRefusedWithIt()
    {
        Waiting waiting;
        const RequestId approval = waiting.give(Step::Approve);
        waiting.give(Step::Publish);
        waiting.work.refuse(approval, movedOn);
        waiting.work.retry(approval, newRequest(), waiting.ground(), LocalWork::Behind::GoesAlong);
        QCOMPARE(waiting.waiting(), QStringList({u"approve"_s, u"publish"_s}));
    }

    void offeredAgainByItselfItGoesAlone()
    {
        Waiting waiting;
        const RequestId text = waiting.write(u"một"_s);
        waiting.give(Step::ReturnToAuthor);
        waiting.work.refuse(text, movedOn);
        const RequestId fresh = newRequest();
        waiting.work.retry(text, fresh, waiting.ground(), LocalWork::Behind::Stays);
        QCOMPARE(waiting.waiting(), QStringList({u"save"_s, u"returnToAuthor!"_s}));
        const QByteArray saved = *waiting.work.text();
        waiting.work.accept(fresh, saved, 4);
        QCOMPARE(waiting.waiting(), QStringList({u"returnToAuthor!"_s}));
    }

    void noStepGoesWithWordsThatWereTypedAfterIt()
    {
        Waiting waiting;
        const RequestId text = waiting.write(u"đã đọc"_s);
        const RequestId step = waiting.give(Step::RequestApproval);
        waiting.work.refuse(text, movedOn);
        waiting.write(u"đã đọc, thêm sau"_s);
        QCOMPARE(waiting.work.commands().size(), 2U);
        QCOMPARE(waiting.subjectOf(step), u"article.contentHash"_s);
        waiting.work.retry(text, newRequest(), waiting.ground(), LocalWork::Behind::GoesAlong);
        QCOMPARE(waiting.waiting(), QStringList({u"save"_s, u"requestApproval!"_s}));
    }

    void aStepIsNotOfferedAgainForATextThatIsAnotherNow_data()
    {
        QTest::addColumn<Step>("step");
        QTest::newRow("submit") << Step::Submit;
        QTest::newRow("request approval") << Step::RequestApproval;
        QTest::newRow("approve") << Step::Approve;
        QTest::newRow("publish") << Step::Publish;
    }
    void aStepIsNotOfferedAgainForATextThatIsAnotherNow()
    {
        QFETCH(Step, step);
        Waiting waiting;
        const RequestId text = waiting.write(u"một"_s);
        const RequestId given = waiting.give(step);
        Content merged = said(*waiting.work.text());
        merged.lead = u"một hai"_s;
        waiting.work.markOffered(text);
        waiting.work.accept(text, canonicalBytes(merged), 7);
        QCOMPARE(waiting.subjectOf(given), u"article.contentHash"_s);
        QCOMPARE(waiting.work.takeRefusals().size(), 1U);
        const TextGround now{.version = 7, .content = canonicalBytes(merged)};
        waiting.work.retry(given, newRequest(), now, LocalWork::Behind::GoesAlong);
        QCOMPARE(waiting.waiting(), QStringList({toText(step) + u'!'}));
        QCOMPARE(waiting.work.takeRefusals().size(), 1U); // it is told why
    }

    void whatIsMergedOverTheLimitsKeepsItsBaseForTheServer_data()
    {
        QTest::addColumn<int>("length");
        QTest::addColumn<Version>("base");
        QTest::newRow("fits") << 40 << Version(4);
        QTest::newRow("too large together") << 170 << Version(3);
    }
    void whatIsMergedOverTheLimitsKeepsItsBaseForTheServer()
    {
        QFETCH(int, length);
        QFETCH(Version, base);
        Waiting waiting;
        Content mine = said(waiting.ground().content), theirs = mine;
        mine.title = QString(length, u'm');
        theirs.title = QString(length, u't');
        waiting.work.type(canonicalBytes(mine), waiting.ground(), {});
        QVERIFY(waiting.work.save(waiting.ground(), newRequest(), {}));
        waiting.work.rebase({.version = 4, .content = canonicalBytes(theirs)});
        QCOMPARE(versionOf(waiting.work.commands().front().command), base);
        QCOMPARE(said(*waiting.work.text()).title == mine.title, base == 3);
    }

    // Offline too: what stood there before an earlier text was put back is not typed over.
    void aTextThatIsPutBackLeavesTheOneBeforeItAsItWas()
    {
        Waiting waiting;
        waiting.write(u"một"_s);
        waiting.write(u"một hai"_s);
        QCOMPARE(waiting.waiting(), QStringList{u"save"_s});
        waiting.write(u"của bản trước"_s, Sitting::Begins);
        waiting.write(u"của bản trước, sửa thêm"_s);
        QCOMPARE(waiting.waiting(), QStringList({u"save"_s, u"save"_s}));
        const Save *before = waiting.work.commands()[0].save();
        const Save *after = waiting.work.commands()[1].save();
        QCOMPARE(said(before->content).lead, u"một hai"_s);
        QVERIFY(before->sitting == Sitting::GoesOn);
        QCOMPARE(said(after->content).lead, u"của bản trước, sửa thêm"_s);
        QVERIFY(after->sitting == Sitting::Begins);
        // As it goes to the server.
        const auto read = commandFromJson(toJson(waiting.work.commands()[1].command));
        QVERIFY(read);
        QVERIFY(std::get<Save>(*read) == *after);
        QVERIFY(!toJson(waiting.work.commands()[0].command).contains("beginsSitting"_L1));
    }

    // Nothing stands apart behind a refused text: what begins a sitting begins it in that one.
    void aRefusedTextBeginsTheSittingOfWhatIsPutIntoIt()
    {
        Waiting later;
        const RequestId refused = later.write(u"một"_s);
        later.work.refuse(refused, movedOn);
        later.write(u"của bản trước"_s, Sitting::Begins);
        QCOMPARE(later.waiting(), QStringList{u"save!"_s});
        QVERIFY(later.work.commands()[0].save()->sitting == Sitting::Begins);
        later.write(u"của bản trước, sửa thêm"_s);
        QVERIFY(later.work.commands()[0].save()->sitting == Sitting::Begins);

        Waiting earlier;
        const RequestId offered = earlier.write(u"một"_s);
        earlier.work.markOffered(offered);
        earlier.write(u"của bản trước"_s, Sitting::Begins);
        earlier.work.refuse(offered, movedOn);
        QCOMPARE(earlier.waiting(), QStringList{u"save!"_s});
        QVERIFY(earlier.work.commands()[0].save()->sitting == Sitting::Begins);
    }

    void aTextThatGoesElsewhereTakesWhatDependsOnItAlong_data()
    {
        QTest::addColumn<QList<Step>>("given");
        QTest::addColumn<QStringList>("kept");
        using Steps = QList<Step>;
        QTest::newRow("before it") << Steps{Step::Correct, Step::Save} << QStringList{u"correct"_s};
        QTest::newRow("behind it, of what stands there")
            << Steps{Step::Save, Step::Unpublish} << QStringList{u"unpublish"_s};
        QTest::newRow("what vouches for it") << Steps{Step::Save, Step::RequestApproval} << QStringList{};
        QTest::newRow("given as if that were done")
            << Steps{Step::Save, Step::RequestApproval, Step::Revoke} << QStringList{};
        QTest::newRow("what vouches for the text before it")
            << Steps{Step::RequestApproval, Step::Save} << QStringList{u"requestApproval"_s};
    }
    void aTextThatGoesElsewhereTakesWhatDependsOnItAlong()
    {
        QFETCH(QList<Step>, given);
        QFETCH(QStringList, kept);
        Waiting waiting;
        for (const Step step : given)
            step == Step::Save ? waiting.write(u"một"_s) : waiting.give(step);
        Content typed = said(waiting.ground().content);
        typed.lead = u"một hai"_s;
        waiting.work.type(canonicalBytes(typed), waiting.ground(), {});
        const TextGround now{.version = 9, .content = {}};
        QVERIFY(waiting.work.dropText(now));
        QCOMPARE(waiting.waiting(), kept);
        QVERIFY(!waiting.work.text());
        if (given.front() == Step::Save && !kept.isEmpty())
            QCOMPARE(versionOf(waiting.work.commands().front().command), 9);
    }

    void aTextThatGoesElsewhereTakesWhatWasRefusedWithItAlong()
    {
        Waiting waiting;
        const RequestId text = waiting.write(u"một"_s);
        waiting.give(Step::ReturnToAuthor);
        waiting.work.refuse(text, movedOn);
        waiting.give(Step::Unpublish);
        QCOMPARE(waiting.waiting(), QStringList({u"unpublish"_s, u"save!"_s, u"returnToAuthor!"_s}));
        QVERIFY(waiting.work.dropText(waiting.ground()));
        QCOMPARE(waiting.waiting(), QStringList{u"unpublish"_s});

        Waiting settled; // the refusal that the new draft is the answer to
        const RequestId submitted = settled.give(Step::Submit);
        settled.work.refuse(submitted, movedOn);
        settled.write(u"một"_s);
        QVERIFY(settled.work.dropText(settled.ground()));
        QVERIFY(settled.work.isEmpty());

        Waiting offered; // the server may have it
        const RequestId correction = offered.give(Step::Correct);
        const RequestId save = offered.write(u"một"_s);
        offered.work.markOffered(save);
        QCOMPARE(offered.work.dropText(offered.ground()).error().subject, u"outbox.offered"_s);
        QCOMPARE(offered.waiting(), QStringList({u"correct"_s, u"save"_s}));
        offered.work.refuse(save, movedOn);
        offered.work.markOffered(correction); // a step that stays hinders nothing
        QVERIFY(offered.work.dropText(offered.ground()));
        QCOMPARE(offered.waiting(), QStringList{u"correct"_s});
    }

    void aStepBesideARefusedTextGoesBeforeIt()
    {
        Waiting waiting;
        const RequestId text = waiting.write(u"một"_s);
        waiting.work.refuse(text, movedOn);
        waiting.give(Step::ReturnToAuthor);
        QCOMPARE(waiting.waiting(), QStringList({u"returnToAuthor"_s, u"save!"_s}));
    }

    // Whatever it was refused for: what is newest may be a text that was never shown.
    void aStepThatVouchesStaysOfItsVersion()
    {
        for (const Step step : {Step::Submit, Step::RequestApproval, Step::Approve, Step::Publish}) {
            Waiting waiting;
            const RequestId given = waiting.give(step);
            waiting.work.refuse(given, {ErrorCode::Conflict, u"article.version"_s, {}});
            const TextGround now{.version = 9, .content = {}};
            waiting.work.retry(given, newRequest(), now, LocalWork::Behind::GoesAlong);
            QCOMPARE(versionOf(waiting.work.commands().front().command), 3);
        }
        Waiting waiting;
        const RequestId given = waiting.give(Step::ReturnToEditor);
        waiting.work.refuse(given, {ErrorCode::Conflict, u"article.version"_s, {}});
        const TextGround now{.version = 9, .content = {}};
        waiting.work.retry(given, newRequest(), now, LocalWork::Behind::GoesAlong);
        QCOMPARE(versionOf(waiting.work.commands().front().command), 9);
    }
};

QTEST_GUILESS_MAIN(TestLocalWork)
#include "tst_localwork.moc"
