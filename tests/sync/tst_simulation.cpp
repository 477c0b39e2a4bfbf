// One server and its desks under chance (Simulation.h): people write, submit, edit, approve, publish, return, move and
// delete while the network drops, delays, doubles, reorders and cuts, desks and server crash, rights come and go, a
// person works at two PCs, and the server may be newer than the desks. When all is quiet again, all agree on what each
// may see, every acknowledged command was done exactly once, and every word that was typed stands exactly once.
//     tst_simulation                 2,000 seeds, or TOASOAN_SIMULATION_SEEDS; from TOASOAN_SIMULATION_FIRST on
//     tst_simulation --seed 1234     one seed again, telling what happens
#include "sync/Simulation.h"

#include <QCoreApplication>
#include <QTest>

#include <cstdio>

using namespace toasoan;
using namespace toasoan::test;
using namespace Qt::StringLiterals;

class TestSimulation : public QObject
{
    Q_OBJECT

public:
    std::optional<quint64> only;
    quint64 part = 1; ///< of `parts`: every seed is in one of them
    quint64 parts = 1;

private slots:
    // In rows: Qt Test ends a function, or a row of one, after five minutes, and so may a run of any length be watched.
    void everySeedEndsInAgreement_data()
    {
        QTest::addColumn<quint64>("begin");
        QTest::addColumn<quint64>("end");
        if (only) {
            QTest::newRow("one seed") << *only << *only + 1;
            return;
        }
        constexpr quint64 seedsInARow = 200;
        const quint64 first = qEnvironmentVariable("TOASOAN_SIMULATION_FIRST", u"1"_s).toULongLong();
        const quint64 end = first + qEnvironmentVariable("TOASOAN_SIMULATION_SEEDS", u"2000"_s).toULongLong();
        for (quint64 begin = first; begin < end; begin += seedsInARow) {
            const quint64 rowEnd = std::min(end, begin + seedsInARow);
            QTest::addRow("%llu-%llu", static_cast<unsigned long long>(begin),
                          static_cast<unsigned long long>(rowEnd - 1))
                << begin << rowEnd;
        }
    }
    void everySeedEndsInAgreement()
    {
        QFETCH(quint64, begin);
        QFETCH(quint64, end);
        QVERIFY2(m_faults < mostFaults, "so many faults are enough to look at");
        bool sound = true;
        for (quint64 seed = begin; seed < end && m_faults < mostFaults; ++seed) {
            if (!only && seed % parts != part % parts)
                continue;
            Simulation simulation(seed, m_tally);
            simulation.tells = only.has_value();
            const QString fault = simulation.go();
            ++m_seeds;
            if (fault.isEmpty())
                continue;
            std::fprintf(stderr, "seed %llu: %s\n", static_cast<unsigned long long>(seed), qPrintable(fault));
            sound = false;
            ++m_faults;
        }
        QVERIFY2(sound, "see the seeds above; tst_simulation --seed N tells one of them");
    }

    // A net that never meets what it is for catches nothing.
    void whatItIsForHappens()
    {
        const std::array<std::pair<Happening, const char *>, std::size_t(Happening::Last)> names{{
            {Happening::Deleted, "drafts deleted"},
            {Happening::DraftPutAway, "drafts put away"},
            {Happening::Moved, "moves to another section"},
            {Happening::LostFromSight, "articles out of sight with work waiting"},
            {Happening::RightsChanged, "changes of rights"},
            {Happening::AccountClosed, "accounts closed or opened"},
            {Happening::SignedInAgain, "sign-ins"},
            {Happening::RefusedForRights, "commands refused for want of rights"},
            {Happening::WrittenWhereGone, "texts written on what is gone"},
            {Happening::SecondProgramRefused, "second programs refused"},
            {Happening::NewerNews, "news that no desk knows"},
            {Happening::NewerPart, "parts of texts that no other desk knows"},
            {Happening::KeptAsNew, "texts kept as new drafts"},
            {Happening::Overtaken, "steps overtaken"},
            {Happening::EntryChanged, "changes of entries"},
            {Happening::EntryClosed, "entries closed or opened again"},
        }};
        constexpr int seedsWithAll = 400;
        for (const auto &[happening, name] : names) {
            const int times = m_tally[std::size_t(happening)];
            std::fprintf(stderr, "%d %s\n", times, name);
            QVERIFY2(times > 0 || m_seeds < seedsWithAll, name);
        }
    }

private:
    const int mostFaults = qEnvironmentVariable("TOASOAN_SIMULATION_FAULTS", u"10"_s).toInt();
    Simulation::Tally m_tally{};
    int m_seeds = 0;
    int m_faults = 0;
};

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    TestSimulation test;
    QStringList arguments = application.arguments();
    if (const auto at = arguments.indexOf(u"--seed"_s); at > 0 && at + 1 < arguments.size()) {
        test.only = arguments[at + 1].toULongLong();
        arguments.remove(at, 2);
    }
    if (const auto at = arguments.indexOf(u"--part"_s); at > 0 && at + 1 < arguments.size()) {
        const QStringList fraction = arguments[at + 1].split(u'/');
        test.part = fraction.value(0).toULongLong();
        test.parts = fraction.value(1).toULongLong();
        if (test.part < 1 || test.part > test.parts) {
            std::fprintf(stderr, "--part takes k/n, with k from 1 to n\n");
            return 2;
        }
        arguments.remove(at, 2);
    }
    return QTest::qExec(&test, arguments);
}

#include "tst_simulation.moc"
