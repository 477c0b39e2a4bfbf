// The chain of items is changed as the entry that says it: as a whole, by those who may, for the very next step.
#include "backend/RegisterRoom.h"
#include "backend/Verify.h"
#include "base/Log.h"
#include "domain/registers/ItemChain.h"
#include "storage/NewsroomStore.h"

#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const Key chainKey{.noun = nounOf<ItemChain>(), .id = RecordId{idOfSingle(nounOf<ItemChain>())}};

CommandAnswer put(RegisterRoom &room, const Actor &actor, const std::vector<Transition> &rows, Version base)
{
    return room.give(actor, Save{.target = chainKey, .base = base, .content = contentOf(Workflow(rows))});
}

} // namespace

class TestChainEntry : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { setLogLevel(LogLevel::Error); }

    void aChangeIsInForceForTheNextStep_data() { TemporaryDatabase::addEngines(); }
    void aChangeIsInForceForTheNextStep()
    {
        QFETCH(Engine, engine);
        RegisterRoom room(engine);
        const auto workflow = [&room] {
            return *readIn(room.database(),
                           [](Transaction &transaction) { return NewsroomStore(transaction).workflow(); });
        };
        QCOMPARE(workflow(), Workflow::standard());
        const RecordId item = RecordId::create(room.clock, room.dice);
        QVERIFY(room.run(room.reporter, Save{itemKey(item), 0, canonicalBytes(room.content(u"Một tin"_s))}).record);

        // Reporters may hand in no more.
        std::vector<Transition> rows = Workflow::standard().transitions();
        std::erase_if(rows,
                      [](const Transition &row) { return row.step == Step::Submit && row.role == Role::Reporter; });
        QVERIFY(put(room, room.editor, rows, 1).refusal);
        QCOMPARE(workflow(), Workflow::standard());
        QVERIFY(put(room, room.chair, rows, 1).record);
        QCOMPARE(workflow().transitions(), rows);
        QVERIFY(room.run(room.reporter, Submit{itemKey(item), 1, StateSecret::ConfirmedNone}).refusal);
        QVERIFY(verifyNewsroom(room.database()));

        // As it was again, by the version before; and what begins elsewhere is refused whole.
        QVERIFY(put(room, room.chair, Workflow::standard().transitions(), 2).record);
        QVERIFY(room.run(room.reporter, Submit{itemKey(item), 1, StateSecret::ConfirmedNone}).record);
        std::erase_if(rows, [](const Transition &row) { return row.step == Step::Approve; });
        const auto refused = put(room, room.chair, rows, 3);
        QCOMPARE(refused.refusal->subject, u"entry.rows"_s);
        QCOMPARE(workflow(), Workflow::standard());
        QVERIFY(verifyNewsroom(room.database()));
    }

    void twoWhoChangedItHaveToAgree_data() { TemporaryDatabase::addEngines(); }
    void twoWhoChangedItHaveToAgree()
    {
        QFETCH(Engine, engine);
        RegisterRoom room(engine);
        std::vector<Transition> one = Workflow::standard().transitions(), other = one;
        one[2].reason = ReasonRule::Required;
        other[4].reason = ReasonRule::Required;
        QVERIFY(put(room, room.chair, one, 1).record);
        const auto late = put(room, room.administrator, other, 1);
        QVERIFY(late.refusal);
        QCOMPARE(late.refusal->code, ErrorCode::Conflict);
    }

    void aStartBringsTheEntryInLineWithTheTable_data() { TemporaryDatabase::addEngines(); }
    void aStartBringsTheEntryInLineWithTheTable()
    {
        QFETCH(Engine, engine);
        RegisterRoom room(engine);
        std::vector<Transition> rows = Workflow::standard().transitions();
        rows[2].reason = ReasonRule::Required;
        const auto migrate = [&room](const Workflow &chain) { // as a migration does
            auto transaction = beginWriting(room.database());
            QVERIFY(NewsroomStore(*transaction).setWorkflow(chain));
            QVERIFY(transaction->commit());
        };
        const auto said = [&room] {
            return chainOf(readIn(room.database(),
                                  [](Transaction &transaction) { return RecordStore(transaction).full(chainKey.id); })
                               ->content)
                ->transitions();
        };
        migrate(Workflow(rows));
        QVERIFY(!verifyNewsroom(room.database()));
        QVERIFY(bringRegistersUp(room.database(), room.clock, room.dice));
        QCOMPARE(said(), rows);
        // One that would not be kept as an entry goes on as it is, and the server starts.
        rows.push_back({.from = State::Closed, .step = Step::Claim, .role = Role::Editor, .to = State::Draft});
        migrate(Workflow(rows));
        QVERIFY(bringRegistersUp(room.database(), room.clock, room.dice));
    }
};

QTEST_GUILESS_MAIN(TestChainEntry)
#include "tst_chainentry.moc"
