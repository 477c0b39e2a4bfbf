// toasoan-bench-search: how long a reader's search takes on a filled newsroom, the first, the fifth and
// the fiftieth page (the last that the portal has) apart. Brings the database up to date first, and says how long that
// took.
//   toasoan-bench-search --database PATH-OR-URL [--rounds 5] [query …]
// Prints one line of JSON for each query, with the median of the rounds in milliseconds.
#include "backend/NewsroomSetup.h"
#include "base/Dice.h"
#include "storage/PublicationStore.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>

#include <cstdio>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

constexpr int pageSize = 20;

void print(const QJsonObject &line)
{
    std::puts(QJsonDocument(line).toJson(QJsonDocument::Compact).constData());
    std::fflush(stdout);
}

template <typename Work>
double median(int rounds, Work work)
{
    std::vector<double> times;
    for (int round = 0; round < rounds; ++round) {
        QElapsedTimer timer;
        timer.start();
        work();
        times.push_back(double(timer.nsecsElapsed()) / 1e6);
    }
    std::ranges::sort(times);
    return times[times.size() / 2];
}

Result<void> measure(Database &database, const QString &text, int rounds)
{
    auto transaction = Transaction::begin(database, Access::Read);
    if (!transaction)
        return transaction.error();
    const PublicationStore publications(*transaction);
    const SearchQuery query = searchQuery(text);
    qint64 count = 0;
    Result<void> result;
    const auto page = [&](qint64 number) {
        return median(rounds, [&] {
            if (auto found = publications.search(query, number * pageSize, pageSize); found)
                count = found->count;
            else
                result = found.error();
        });
    };
    const double first = page(0);
    print({{"query"_L1, text},
           {"found"_L1, count},
           {"first"_L1, first},
           {"fifth"_L1, page(4)},
           {"fiftieth"_L1, page(49)}});
    return result;
}

Result<void> run(const QString &where, int rounds, const QStringList &queries)
{
    auto location = DatabaseLocation::fromText(where);
    if (!location)
        return location.error();
    auto database = Database::open(*location);
    if (!database)
        return database.error();
    const SystemClock clock;
    SystemDice dice;
    QElapsedTimer timer;
    timer.start();
    if (auto migrated = migrateNewsroom(**database, clock, dice); !migrated)
        return migrated.error();
    print({{"migrated"_L1, double(timer.elapsed())}});
    for (const QString &query : queries) {
        if (auto done = measure(**database, query, rounds); !done)
            return done;
    }
    return {};
}

} // namespace

int main(int argc, char *argv[])
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addHelpOption();
    parser.addPositionalArgument(u"queries"_s, u"What to search for."_s, u"[query …]"_s);
    parser.addOptions({{u"database"_s, u"Path or postgres:// URL."_s, u"place"_s},
                       {u"rounds"_s, u"Of each measurement."_s, u"number"_s, u"5"_s}});
    parser.process(application);
    QStringList queries = parser.positionalArguments();
    if (queries.isEmpty())
        queries = {u"triệu phong"_s, u"trieu phong"_s,         u"\"đánh giá\""_s, u"đánh giá"_s,
                   u"họp"_s,         u"công tác giảm nghèo"_s, u"khôngcógì"_s};
    const auto done = run(parser.value(u"database"_s), std::max(1, parser.value(u"rounds"_s).toInt()), queries);
    if (!done) {
        std::fprintf(stderr, "%s %s\n", qPrintable(done.error().subject), qPrintable(done.error().detail));
        return 1;
    }
    return 0;
}
