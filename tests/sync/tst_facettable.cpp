// What the table in memory counts is what the entries say, whatever came and went.
#include "support/Hotline.h"
#include "sync/FacetTable.h"
#include "sync/WorldDatabases.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::test;
using namespace Qt::StringLiterals;

namespace {

struct Entry
{
    RecordId id;
    State state = State::Published;
    std::array<QString, 3> codes;
    QString words;
};

Register described()
{
    Register all = hotlines();
    for (const QString &name : {u"kind"_s, u"place"_s}) {
        all.fields.push_back({.name = name, .kind = FieldKind::Choice, .label = {.vi = name, .en = {}}});
        all.facets.append(name);
    }
    return all;
}

bool isFound(const Entry &entry, const EntryFilter &filter, const QString &butFor)
{
    if (filter.states != EntryFilter::States::All
        && (entry.state == State::Published) != (filter.states == EntryFilter::States::InUse))
        return false;
    if (!filter.words.isEmpty() && !entry.words.contains(filter.words))
        return false;
    const QStringList facets = described().facets;
    return std::ranges::all_of(filter.codes, [&](const auto &wanted) {
        return wanted.first == butFor || entry.codes[std::size_t(facets.indexOf(wanted.first))] == wanted.second;
    });
}

} // namespace

class TestFacetTable : public QObject
{
    Q_OBJECT

private slots:
    void countsWhatTheEntriesSay()
    {
        SeededDice dice(11);
        const SystemClock clock;
        SystemDice ids;
        auto database = takeDatabase();
        auto transaction = Transaction::begin(*database, Access::Write);
        EntryStore entries(*transaction);
        const Register all = described();
        QVERIFY(entries.prepare(all, Face::Board));
        QVERIFY(!*entries.fill(all, Face::Board, 10));
        const Projection projection = **entries.readable(hotline, Face::Board);
        std::vector<Entry> kept;
        const auto write = [&](Entry &entry) {
            entry.state = dice.below(4) == 0 ? State::Closed : State::Published;
            entry.words = u"chu%1"_s.arg(dice.below(3));
            QJsonObject says{{u"name"_s, entry.words}};
            for (std::size_t i = 0; i < 3; ++i) {
                entry.codes[i] = dice.below(5) == 0 ? QString() : u"c%1"_s.arg(dice.below(3));
                if (!entry.codes[i].isEmpty())
                    says.insert(all.facets[qsizetype(i)], entry.codes[i]);
            }
            return entries.put(hotline, Face::Board, {.id = entry.id, .state = entry.state, .updatedAt = clock.now()},
                               QJsonDocument(says).toJson(QJsonDocument::Compact));
        };
        for (int i = 0; i < 60; ++i) {
            kept.push_back({.id = RecordId::create(clock, ids), .codes = {}, .words = {}});
            QVERIFY(write(kept.back()));
        }
        FacetTable table = *FacetTable::read(entries, projection);
        for (int round = 0; round < 400; ++round) {
            const std::size_t place = std::size_t(dice.below(kept.size()));
            if (dice.below(6) == 0 && kept.size() > 5) {
                const RecordId gone = kept[place].id;
                kept.erase(kept.begin() + std::ptrdiff_t(place));
                QVERIFY(entries.remove(hotline, Face::Board, gone));
                QVERIFY(table.follow(entries, projection, gone));
            } else {
                if (dice.below(4) == 0)
                    kept.push_back({.id = RecordId::create(clock, ids), .codes = {}, .words = {}});
                Entry &entry = dice.below(2) == 0 ? kept.back() : kept[std::size_t(dice.below(kept.size()))];
                QVERIFY(write(entry));
                if (&entry != &kept.back() && kept.back().words.isEmpty())
                    QVERIFY(write(kept.back()));
                for (const Entry &each : {entry, kept.back()})
                    QVERIFY(table.follow(entries, projection, each.id));
            }
            EntryFilter filter{.states = EntryFilter::States(dice.below(3))};
            for (const QString &facet : all.facets) {
                if (dice.below(3) == 0)
                    filter.codes.emplace(facet, dice.below(4) == 0 ? QString() : u"c%1"_s.arg(dice.below(4)));
            }
            if (dice.below(3) == 0)
                filter.words = u"chu1"_s;
            EntryFilter others = filter;
            others.codes.clear();
            others.states = EntryFilter::States::All;
            const auto found = *entries.ids(projection, others);
            const auto counted = table.counts(filter, filter.words.isEmpty() ? nullptr : &found);
            for (qsizetype i = 0; i < all.facets.size(); ++i) {
                std::map<QString, qint64> wanted;
                for (const Entry &entry : kept) {
                    if (isFound(entry, filter, all.facets[i]))
                        ++wanted[entry.codes[std::size_t(i)]];
                }
                std::map<QString, qint64> got;
                for (const EntryCount &count : counted.at(all.facets[i]))
                    got.emplace(count.code, count.count);
                QVERIFY2(got == wanted, qPrintable(u"round %1, %2"_s.arg(round).arg(all.facets[i])));
            }
            const auto rows = *entries.list(projection, filter, 1000, 0);
            QCOMPARE(qint64(rows.size()), *entries.count(projection, filter));
            QCOMPARE(std::size_t(
                         std::ranges::count_if(kept, [&](const Entry &entry) { return isFound(entry, filter, {}); })),
                     rows.size());
        }
        transaction->rollback();
        giveBack(std::move(database));
    }
};

QTEST_GUILESS_MAIN(TestFacetTable)
#include "tst_facettable.moc"
