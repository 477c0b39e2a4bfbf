// A register that a board defines on a running server: desks learn it, work on it offline, and merge.
#include "actions/NewsroomRules.h"
#include "domain/EntryMerge.h"
#include "support/Hotline.h"
#include "sync/EngineSteps.h"
#include "sync/EntryQuestions.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::test;
using namespace std::chrono_literals;

namespace {

Key newHotline(World &world)
{
    return {.noun = hotline, .id = RecordId::create(world.clock, world.dice)};
}

Result<void> act(TestDesk &desk, const Result<Changes> &changes)
{
    if (!changes)
        return changes.error();
    desk.tell(*changes);
    return {};
}

EntryView entryOf(TestDesk &desk, const Key &key)
{
    auto view = AskEntry{key}.run(desk.replica());
    if (!view)
        qFatal("no entry: %s", qPrintable(view.error().subject));
    return *std::move(view);
}

// What stands there with these members in the place of its own.
Result<void> write(TestDesk &desk, const Key &key, const QJsonObject &members)
{
    QJsonObject says;
    TextBase base;
    if (const auto view = AskEntry{key}.run(desk.replica())) {
        says = said(view->record.content);
        base = view->base;
    }
    for (auto member = members.begin(); member != members.end(); ++member)
        says.insert(member.key(), member.value());
    const QByteArray content = QJsonDocument(says).toJson(QJsonDocument::Compact);
    if (auto typed = act(desk, TypeEntry{key, base, content}.run(desk.replica())); !typed)
        return typed;
    return act(desk, SaveEntry{key}.run(desk.replica()));
}

Result<void> step(TestDesk &desk, const Key &key, Step step, const QString &reason = u"vì thế"_s)
{
    return act(desk, TakeStep{Move{.target = key, .version = 0, .step = step, .reason = reason}}.run(desk.replica()));
}

QStringList namesIn(TestDesk &desk, const EntryFilter &filter = {})
{
    bool isMore = true;
    while (isMore)
        desk.tell(desk.replica().fillProjections(isMore).value());
    const EntryPage page = AskEntries{{.noun = hotline, .filter = filter}}.run(desk.replica()).value();
    QStringList names;
    for (const EntryLine &line : page.lines)
        names.append(said(line.content)[u"name"_s].toString() + (line.isWaiting ? u"*"_s : QString()));
    return names;
}

} // namespace

class TestEntries : public QObject
{
    Q_OBJECT

private slots:
    void isLearntWhileDesksWorkAndMergedWhenTheyMeet()
    {
        World world;
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        TestDesk &editor = world.desk(World::editor);
        QVERIFY(!reporter.replica().rules()->findRegister(hotline));
        QVERIFY(world.define(hotlines()));
        QVERIFY(world.settle());
        QVERIFY(reporter.replica().rules()->findRegister(hotline));

        const Key key = newHotline(world);
        QVERIFY(write(reporter, key,
                      said(hotlineContent(u"Trực ban"_s, u"0233 111"_s, {{u"note"_s, u"Gọi cả ngày đêm"_s}}))));
        QCOMPARE(namesIn(reporter), QStringList{u"Trực ban*"_s});
        QVERIFY(world.settle());
        QCOMPARE(namesIn(reporter), QStringList{u"Trực ban"_s});
        QCOMPARE(namesIn(editor), QStringList{u"Trực ban"_s});
        QCOMPARE(entryOf(editor, key).record.state, State::Published);

        reporter.network.isCut = true;
        editor.network.isCut = true;
        QVERIFY(write(reporter, key, {{u"number"_s, u"0233 222"_s}, {u"note"_s, u"Gọi cả ngày đêm, trừ lễ"_s}}));
        QVERIFY(write(editor, key, {{u"unit"_s, u"police"_s}, {u"note"_s, u"Xin gọi cả ngày đêm"_s}}));
        QCOMPARE(entryOf(reporter, key).saved, SavedState::OnThisPc);
        QVERIFY(reporter.replica().list({}, {}).value().lines.isEmpty()); // no article
        reporter.network.isCut = false;
        editor.network.isCut = false;
        QVERIFY(world.settle());
        const QJsonObject merged = said(world.recordOnServer(key.id)->content);
        QCOMPARE(merged[u"number"_s].toString(), u"0233 222"_s);
        QCOMPARE(merged[u"unit"_s].toString(), u"police"_s);
        QCOMPARE(merged[u"note"_s].toString(), u"Xin gọi cả ngày đêm, trừ lễ"_s);
        QVERIFY(!merged.contains(u"open"_s));
        for (TestDesk *desk : {&reporter, &editor}) {
            QCOMPARE(said(entryOf(*desk, key).record.content), merged);
            QVERIFY(desk->outbox().isEmpty());
            QVERIFY(desk->problems.empty());
        }
    }

    // What both chose stands beside the value, which stays valid, until somebody chooses.
    void whatBothChangedStaysOpen()
    {
        World world;
        QVERIFY(world.define(hotlines()));
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        TestDesk &editor = world.desk(World::editor);
        const Key key = newHotline(world);
        QVERIFY(write(reporter, key, said(hotlineContent(u"Trực ban"_s, u"1"_s))));
        QVERIFY(world.settle());
        reporter.network.isCut = true;
        QVERIFY(write(reporter, key, {{u"unit"_s, u"police"_s}}));
        QVERIFY(write(editor, key, {{u"unit"_s, u"health"_s}}));
        QVERIFY(world.settle());
        reporter.network.isCut = false;
        QVERIFY(world.settle());
        const QJsonObject merged = said(world.recordOnServer(key.id)->content);
        QCOMPARE(merged[u"unit"_s].toString(), u"health"_s);
        QCOMPARE(merged[u"open"_s].toArray().size(), 1);
        const QByteArray chosen = entry::settled(hotlines(), entryOf(editor, key).record.content, u"unit"_s, true);
        QVERIFY(act(editor, TypeEntry{key, entryOf(editor, key).base, chosen}.run(editor.replica())));
        QVERIFY(act(editor, SaveEntry{key}.run(editor.replica())));
        QVERIFY(world.settle());
        const QJsonObject settled = said(entryOf(reporter, key).record.content);
        QCOMPARE(settled[u"unit"_s].toString(), u"police"_s);
        QVERIFY(!settled.contains(u"open"_s));
    }

    // Of two who give the same number offline the second is told, and keeps what he wrote.
    void ofTwoOfflineWithOneNumberTheSecondIsRefused()
    {
        World world;
        QVERIFY(world.define(hotlines()));
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        TestDesk &editor = world.desk(World::editor);
        const Key first = newHotline(world);
        const Key second = newHotline(world);
        reporter.network.isCut = true;
        QVERIFY(write(reporter, second, said(hotlineContent(u"Hai"_s, u"0233 111"_s))));
        QVERIFY(write(editor, first, said(hotlineContent(u"Một"_s, u"0233  111"_s))));
        QVERIFY(world.settle());
        reporter.network.isCut = false;
        QVERIFY(world.settle());
        QVERIFY(!world.recordOnServer(second.id));
        QCOMPARE(reporter.problems.size(), std::size_t(1));
        QCOMPARE(reporter.problems.front().error.subject, u"entry.key.number"_s);
        QCOMPARE(reporter.problems.front().noun, hotline);
        const EntryView kept = entryOf(reporter, second);
        QCOMPARE(said(kept.record.content)[u"name"_s].toString(), u"Hai"_s);
        QCOMPARE(kept.waiting.front().state, WaitingState::Refused);
        // Another number, and it goes.
        QVERIFY(write(reporter, second, {{u"number"_s, u"0233 999"_s}}));
        QVERIFY(world.settle());
        QVERIFY(world.recordOnServer(second.id));
        QCOMPARE(namesIn(editor), (QStringList{u"Hai"_s, u"Một"_s}));
    }

    // Two that change their numbers with each other meet for a moment.
    void twoRowsSwapTheirNames()
    {
        World world;
        QVERIFY(world.define(hotlines()));
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        const Key one = newHotline(world);
        const Key other = newHotline(world);
        QVERIFY(write(reporter, one, said(hotlineContent(u"Một"_s, u"1"_s))));
        QVERIFY(write(reporter, other, said(hotlineContent(u"Hai"_s, u"2"_s))));
        QVERIFY(world.settle());
        QVERIFY(write(reporter, one, {{u"number"_s, u"3"_s}}));
        QVERIFY(world.settle());
        QVERIFY(write(reporter, other, {{u"number"_s, u"1"_s}}));
        QVERIFY(world.settle());
        QVERIFY(write(reporter, one, {{u"number"_s, u"2"_s}}));
        QVERIFY(world.settle());
        QVERIFY(reporter.problems.empty());
        QCOMPARE(said(entryOf(world.desk(World::editor), one).record.content)[u"number"_s].toString(), u"2"_s);
    }

    void isClosedWithAReasonAndOpenedAgain()
    {
        World world;
        QVERIFY(world.define(hotlines()));
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        TestDesk &editor = world.desk(World::editor);
        const Key key = newHotline(world);
        QVERIFY(write(reporter, key, said(hotlineContent(u"Trực ban"_s, u"1"_s))));
        QVERIFY(world.settle());
        QCOMPARE(step(editor, key, Step::Close, {}).error().subject, u"article.reason"_s);
        editor.network.isCut = true;
        QVERIFY(step(editor, key, Step::Close));
        QCOMPARE(entryOf(editor, key).record.state, State::Closed);
        QCOMPARE(entryOf(editor, key).stateAtServer, State::Published);
        QVERIFY(namesIn(editor).isEmpty());
        editor.network.isCut = false;
        QVERIFY(world.settle());
        QVERIFY(namesIn(reporter).isEmpty());
        QCOMPARE(namesIn(reporter, {.states = EntryFilter::States::Closed}), QStringList{u"Trực ban"_s});
        QCOMPARE(write(reporter, key, {{u"number"_s, u"2"_s}}).error().subject, u"article.state"_s);
        QVERIFY(act(reporter, DropTyped{key}.run(reporter.replica())));
        QVERIFY(step(reporter, key, Step::Reopen));
        QVERIFY(world.settle());
        QCOMPARE(namesIn(editor).size(), 1);
    }

    // Submitted, approved and published from desks without a line; an approval of a text that became another meanwhile
    // comes to nothing.
    void isReviewedOffline()
    {
        World world;
        Register described = hotlines();
        described.chain = registers::approved();
        QVERIFY(world.define(described));
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        TestDesk &editor = world.desk(World::editor);
        TestDesk &chair = world.desk(World::chair);
        const Key key = newHotline(world);
        reporter.network.isCut = true;
        QVERIFY(write(reporter, key, said(hotlineContent(u"Trực ban"_s, u"1"_s))));
        const Submit submit{.target = key, .version = 0, .stateSecret = StateSecret::ConfirmedNone};
        QVERIFY(act(reporter, TakeStep{submit}.run(reporter.replica())));
        QCOMPARE(entryOf(reporter, key).record.state, State::AwaitingApproval);
        QCOMPARE(namesIn(reporter), QStringList{u"Trực ban*"_s});
        QVERIFY(world.settle());
        QVERIFY(namesIn(chair).isEmpty());
        reporter.network.isCut = false;
        QVERIFY(world.settle());
        QCOMPARE(namesIn(chair), QStringList{u"Trực ban"_s});

        chair.network.isCut = true;
        const EntryView read = entryOf(chair, key);
        const Approve approve{
            .target = key, .version = read.record.version, .contentHash = read.record.contentHash, .note = {}};
        QVERIFY(act(chair, TakeStep{approve}.run(chair.replica())));
        QCOMPARE(entryOf(chair, key).record.state, State::Approved);
        QVERIFY(step(reporter, key, Step::Withdraw, {}));
        QVERIFY(write(reporter, key, {{u"number"_s, u"2"_s}}));
        QVERIFY(act(reporter, TakeStep{submit}.run(reporter.replica())));
        QVERIFY(world.settle());
        chair.network.isCut = false;
        QVERIFY(world.settle());
        QCOMPARE(world.recordOnServer(key.id)->state, State::AwaitingApproval);
        QVERIFY(!world.recordOnServer(key.id)->approval);
        const EntryView now = entryOf(chair, key);
        QCOMPARE(said(now.record.content)[u"number"_s].toString(), u"2"_s);
        const Approve again{
            .target = key, .version = now.confirmedVersion, .contentHash = now.record.contentHash, .note = {}};
        QVERIFY(act(chair, TakeStep{again}.run(chair.replica())));
        QVERIFY(act(chair, TakeStep{Publish{.target = key, .version = 0}}.run(chair.replica())));
        QVERIFY(world.settle());
        QCOMPARE(world.recordOnServer(key.id)->state, State::Published);
        QVERIFY(entryOf(editor, key).record.publication);

        // Taken down, it is among what is closed.
        const Unpublish down{.target = key, .version = 0, .reason = u"Sai số"_s};
        QVERIFY(act(chair, TakeStep{down}.run(chair.replica())));
        QVERIFY(world.settle());
        QVERIFY(namesIn(editor).isEmpty());
        QCOMPARE(namesIn(editor, {.states = EntryFilter::States::Closed}), QStringList{u"Trực ban"_s});
    }

    // What only some may see is no one else's; with the right it comes, and with the right it goes.
    void isSeenByThoseWhomItsRowsShow()
    {
        World world;
        Register described = hotlines();
        described.sees = {{.role = Role::BoardChair}};
        for (Transition &row : described.chain)
            row.role = row.role == Role::Secretary ? Role::BoardChair : row.role;
        std::erase_if(described.chain, [](const Transition &row) { return row.role != Role::BoardChair; });
        std::ranges::sort(described.chain, {}, [](const Transition &row) { return std::pair(row.from, row.step); });
        const auto twice = std::ranges::unique(described.chain);
        described.chain.erase(twice.begin(), twice.end());
        QVERIFY(world.define(described));
        QVERIFY(world.settle());
        TestDesk &chair = world.desk(World::chair);
        TestDesk &reporter = world.desk(World::reporter);
        const Key key = newHotline(world);
        QVERIFY(write(chair, key, said(hotlineContent(u"Riêng"_s, u"1"_s))));
        QVERIFY(world.settle());
        QVERIFY(namesIn(reporter).isEmpty());
        User person = reporter.user;
        person.grants.push_back({.role = Role::BoardChair, .section = {}});
        world.changeUser(World::reporter, person);
        QVERIFY(world.settle());
        QCOMPARE(namesIn(reporter), QStringList{u"Riêng"_s});
        person.grants.pop_back();
        world.changeUser(World::reporter, person);
        QVERIFY(world.settle());
        QVERIFY(namesIn(reporter).isEmpty());
        QVERIFY(!AskEntry{key}.run(reporter.replica()));
    }

    // The board takes a field's place in the list away and adds one of its own: lists are made anew, entries stay.
    void isDescribedAnewWhileAFormIsOpen()
    {
        World world;
        QVERIFY(world.define(hotlines()));
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        const Key key = newHotline(world);
        QVERIFY(write(reporter, key, said(hotlineContent(u"Trực ban"_s, u"1"_s))));
        QVERIFY(world.settle());
        const EntryView open = entryOf(reporter, key);
        Register other = hotlines();
        other.list = {u"unit"_s};
        other.fields.push_back({.name = u"own.floor"_s,
                                .kind = FieldKind::Integer,
                                .label = {.vi = u"Tầng"_s, .en = {}},
                                .limits = {.least = 0, .most = 40}});
        QVERIFY(world.define(other, 1));
        QVERIFY(world.settle());
        QCOMPARE(reporter.replica().rules()->findRegister(hotline)->fields.size(), other.fields.size());
        QCOMPARE(namesIn(reporter), QStringList{u"Trực ban"_s});
        QCOMPARE(said(entryOf(reporter, key).record.content), said(open.record.content));
        QVERIFY(write(reporter, key, {{u"own.floor"_s, 3}}));
        QVERIFY(world.settle());
        QCOMPARE(said(world.recordOnServer(key.id)->content)[u"own.floor"_s].toInt(), 3);
        // Who made it of the one before has to look again.
        QCOMPARE(world.define(hotlines(), 1).error().subject, u"register.version"_s);
    }

    void whatIsNoFormIsNotSaved()
    {
        World world;
        QVERIFY(world.define(hotlines()));
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        const Key key = newHotline(world);
        QCOMPARE(write(reporter, key, {{u"name"_s, u"Không số"_s}}).error().subject, u"entry.number"_s);
        QCOMPARE(write(reporter, key, {{u"number"_s, u"không phải số"_s}}).error().subject, u"entry.number"_s);
        // Typed, and there after a crash, and nowhere else.
        reporter.crash();
        reporter.start();
        QVERIFY(entryOf(reporter, key).isTyped);
        QCOMPARE(said(entryOf(reporter, key).record.content)[u"name"_s].toString(), u"Không số"_s);
        QVERIFY(world.settle());
        QVERIFY(!world.recordOnServer(key.id));
        QVERIFY(act(reporter, DropTyped{key}.run(reporter.replica())));
        QVERIFY(!AskEntry{key}.run(reporter.replica()));
        // Past the desk the server says the same.
        const auto refused =
            world.runForRecord(World::reporter, Save{.target = key, .base = 0, .content = R"({"name":"Không số"})"});
        QCOMPARE(refused.error().subject, u"entry.number"_s);
        QCOMPARE(world.runForRecord(World::reporter, Save{.target = key, .base = 0, .content = "[1]"}).error().code,
                 ErrorCode::InvalidInput);
        const Key unknown{.noun = Noun(u"own.nothing"_s), .id = key.id};
        QCOMPARE(world.runForRecord(World::reporter, Save{.target = unknown, .base = 0, .content = "{}"}).error().code,
                 ErrorCode::Unsupported);
    }

    // A backup is put back: what the desk knew of entries goes on top of it, as with articles.
    void aRestoredServerGetsBackWhatItLost()
    {
        World world;
        QVERIFY(world.define(hotlines()));
        QVERIFY(world.settle());
        TestDesk &reporter = world.desk(World::reporter);
        const Key key = newHotline(world);
        QVERIFY(write(reporter, key, said(hotlineContent(u"Trực ban"_s, u"1"_s))));
        QVERIFY(world.settle());
        world.backUp();
        QVERIFY(write(reporter, key, {{u"number"_s, u"2"_s}}));
        QVERIFY(world.settle());
        world.restore();
        QVERIFY(world.settle());
        QCOMPARE(said(world.recordOnServer(key.id)->content)[u"number"_s].toString(), u"2"_s);
        QCOMPARE(namesIn(world.desk(World::editor)), QStringList{u"Trực ban"_s});
    }
};

QTEST_GUILESS_MAIN(TestEntries)
#include "tst_entries.moc"
