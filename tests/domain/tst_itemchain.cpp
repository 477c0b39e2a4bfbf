// The chain of items as an entry: said and read again, and judged as a whole.
#include "domain/EntryMerge.h"
#include "domain/registers/ItemChain.h"

#include <QTest>

#include <functional>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

using Rows = std::vector<Transition>;
using Change = std::function<void(Rows &)>;

} // namespace

Q_DECLARE_METATYPE(Change)

class TestItemChain : public QObject
{
    Q_OBJECT

private slots:
    void theStandardChainComesBackAsItWas()
    {
        const QByteArray content = contentOf(Workflow::standard());
        const auto clean = entry::clean(registers::itemChain(), content);
        QVERIFY(clean);
        QVERIFY(entry::checkComplete(registers::itemChain(), *clean));
        const auto chain = chainOf(*clean);
        QVERIFY(chain);
        QCOMPARE(chain->transitions(), Workflow::standard().transitions());
        QVERIFY(checkItemChain(*chain));
        QCOMPARE(*entry::clean(registers::itemChain(), contentOf(*chain)), *clean); // ids and all
    }

    void allThatItemsCanDoIsOffered()
    {
        const Register described = registers::itemChain();
        const auto codes = [&](std::size_t column) {
            QStringList all;
            for (const Choice &choice : described.fields.front().columns[column].limits.choices)
                all.append(choice.code);
            return all;
        };
        for (const State state : allStates)
            QCOMPARE(codes(0).contains(toText(state)), state != State::Closed);
        for (const Step step : allSteps)
            QCOMPARE(codes(1).contains(toText(step)), step != Step::Close && step != Step::Reopen);
        for (const Role role : grantableRoles)
            QVERIFY(codes(2).contains(toText(role)));
        for (const Ownership ownership : allOwnerships)
            QVERIFY(codes(3).contains(toText(ownership)));
        QCOMPARE(codes(4), codes(0));
    }

    void isJudgedAsAWhole_data()
    {
        QTest::addColumn<Change>("change");
        QTest::addColumn<QString>("detail");
        const auto row = [](const char *name, const char *detail, Change change) {
            QTest::newRow(name) << std::move(change) << QString::fromLatin1(detail);
        };
        const auto without = [](Step step) {
            return
                [step](Rows &rows) { std::erase_if(rows, [&](const Transition &each) { return each.step == step; }); };
        };
        row("nothing", "begins elsewhere", [](Rows &rows) { rows.clear(); });
        row("begins with what is published", "begins elsewhere", [](Rows &rows) { std::ranges::reverse(rows); });
        row("a dead end", "a dead end: refused", [](Rows &rows) {
            std::erase_if(rows, [](const Transition &each) { return each.from == State::Refused; });
        });
        row("nobody approves", "nothing leads to approved", without(Step::Approve));
        row("nobody publishes", "nobody may: publish", [](Rows &rows) {
            std::erase_if(
                rows, [](const Transition &each) { return each.step == Step::Publish && each.role != Role::System; });
        });
        row("the clock does not publish", "nobody may: publish", [](Rows &rows) {
            std::erase_if(
                rows, [](const Transition &each) { return each.step == Step::Publish && each.role == Role::System; });
        });
        row("twice", "twice: submit", [](Rows &rows) {
            const auto submit = std::ranges::find(rows, Step::Submit, &Transition::step);
            rows.push_back(*submit);
        });
        row("publishes into a draft", "leads elsewhere: publish",
            [](Rows &rows) { std::ranges::find(rows, Step::Publish, &Transition::step)->to = State::Draft; });
        row("closes", "not for items: close", [](Rows &rows) {
            rows.push_back({.from = State::Published,
                            .step = Step::Close,
                            .role = Role::Editor,
                            .to = State::Closed,
                            .reason = ReasonRule::Required});
        });
    }
    void isJudgedAsAWhole()
    {
        QFETCH(const Change, change);
        Rows rows = Workflow::standard().transitions();
        change(rows);
        const auto judged = checkItemChain(Workflow(rows));
        QVERIFY(!judged);
        QCOMPARE(judged.error().subject, u"entry.rows"_s);
        QTEST(judged.error().detail, "detail");
    }

    void aCellThatSaysNothingIsToldAtItsPlace()
    {
        QCOMPARE(chainOf(R"({"rows":[{"from":"draft","step":"dance","role":"editor","whose":"any","to":"draft"}]})")
                     .error()
                     .subject,
                 u"entry.rows.0.step"_s);
        QVERIFY(chainOf("nonsense")->transitions().empty());
    }

    void twoWhoChangedItHaveToAgree()
    {
        const Register described = registers::itemChain();
        const QByteArray base = *entry::clean(described, contentOf(Workflow::standard()));
        const auto changed = [&](std::size_t at) {
            Rows rows = Workflow::standard().transitions();
            rows[at].reason = ReasonRule::Required;
            return *entry::clean(described, contentOf(Workflow(rows)));
        };
        QVERIFY(!entry::merge(described, base, changed(3), changed(5)));
        QVERIFY(entry::merge(described, base, base, changed(5)));
    }
};

QTEST_GUILESS_MAIN(TestItemChain)
#include "tst_itemchain.moc"
