// toasoan-bench-registers: the list of a register with many entries on a desk: made, opened, filtered, searched,
// counted.
//   toasoan-bench-registers [--rows N]
// Prints one JSON object a line: {"name": …, "value": …}; times in milliseconds, the median of seven.
#include "actions/DefineRegister.h"
#include "actions/NewsroomRules.h"
#include "sync/Replica.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QElapsedTimer>
#include <QJsonDocument>
#include <QJsonObject>
#include <QTemporaryDir>

#include <algorithm>
#include <array>
#include <cstdio>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const Noun noun{u"own.paper"_s};

void print(const QString &name, double value)
{
    const QByteArray line =
        QJsonDocument(QJsonObject{{"name"_L1, name}, {"value"_L1, value}}).toJson(QJsonDocument::Compact);
    std::puts(line.constData());
    std::fflush(stdout);
}

template <typename T>
T required(Result<T> result, const char *what)
{
    if (!result)
        qFatal("%s: %s %s", what, qPrintable(result.error().subject), qPrintable(result.error().detail));
    return *std::move(result);
}
void required(const Result<void> &result, const char *what)
{
    if (!result)
        qFatal("%s: %s %s", what, qPrintable(result.error().subject), qPrintable(result.error().detail));
}

// Something like a register of documents: a number, a subject, days, and six things to filter by.
Register papers()
{
    Register described;
    described.noun = noun;
    described.one = described.many = {.vi = u"Văn bản"_s, .en = {}};
    described.fields = {{.name = u"number"_s, .kind = FieldKind::Line, .label = {.vi = u"Số"_s, .en = {}}},
                        {.name = u"subject"_s, .kind = FieldKind::Line, .label = {.vi = u"Trích yếu"_s, .en = {}}},
                        {.name = u"issued"_s, .kind = FieldKind::Date, .label = {.vi = u"Ngày"_s, .en = {}}}};
    for (int i = 0; i < 6; ++i) {
        Field field{.name = u"kind%1"_s.arg(i), .kind = FieldKind::Choice, .label = {.vi = u"Loại"_s, .en = {}}};
        for (int code = 0; code < 4 + 6 * i; ++code)
            field.limits.choices.push_back({.code = u"c%1"_s.arg(code), .label = {.vi = u"Loại"_s, .en = {}}});
        described.fields.push_back(field);
        described.facets.append(field.name);
    }
    described.title = u"{number} {subject}"_s;
    described.list = {u"number"_s, u"subject"_s, u"issued"_s};
    described.chain = {{.from = State::Published, .step = Step::Save, .role = Role::Editor, .to = State::Published}};
    return described;
}

class Maker
{
public:
    explicit Maker(Transaction &transaction) : m_records(transaction) { }

    void put(const Noun &of, RecordId id, const QString &title, const QByteArray &content)
    {
        FullRecord record;
        record.noun = of;
        record.id = id;
        record.title = title;
        record.version = 1;
        record.content = content;
        record.contentHash = hashOf(content);
        record.state = State::Published;
        record.createdAt = record.updatedAt = clock.now();
        required(m_records.put(record, {}), "record");
        required(m_records.addVersion({.record = id,
                                       .version = 1,
                                       .savedBy = {},
                                       .savedAt = record.updatedAt,
                                       .contentHash = record.contentHash,
                                       .content = content}),
                 "version");
    }

    SystemClock clock;

private:
    RecordStore m_records;
};

QByteArray paper(SeededDice &dice, int number)
{
    static const QStringList words =
        u"quyết định về việc ban hành kế hoạch thực hiện công tác cải cách hành chính xã thôn huyện năm phê duyệt dự án đường trường trạm nước đất nhà dân hội nghị tổng kết"_s
            .split(u' ');
    QStringList subject;
    for (int i = 0; i < 14; ++i)
        subject.append(words[qsizetype(dice.below(quint64(words.size())))]);
    QJsonObject says{{"number"_L1, u"%1/QĐ-UBND"_s.arg(number)},
                     {"subject"_L1, subject.join(u' ')},
                     {"issued"_L1, QDate(2010, 1, 1).addDays(qint64(dice.below(6000))).toString(Qt::ISODate)}};
    for (int i = 0; i < 6; ++i)
        says.insert(u"kind%1"_s.arg(i), u"c%1"_s.arg(dice.below(quint64(4 + 6 * i))));
    return QJsonDocument(says).toJson(QJsonDocument::Compact);
}

template <typename Work>
void measure(const QString &name, Work work)
{
    std::array<double, 7> times{};
    for (double &time : times) {
        QElapsedTimer timer;
        timer.start();
        work();
        time = double(timer.nsecsElapsed()) / 1e6;
    }
    std::ranges::sort(times);
    print(name, times[times.size() / 2]);
}

} // namespace

int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    QCommandLineParser parser;
    parser.addOption({u"rows"_s, u"How many entries."_s, u"N"_s, u"100000"_s});
    parser.process(application);
    const int rows = parser.value(u"rows"_s).toInt();

    const QTemporaryDir folder;
    const SystemClock clock;
    SystemDice dice;
    auto replica =
        required(Replica::open(DatabaseLocation::sqlite(folder.filePath(u"desk.db"_s)), clock, dice), "replica");
    const QByteArray description = QJsonDocument(toJson(papers())).toJson(QJsonDocument::Compact);
    SeededDice drawn(1);
    for (int from = 0; from < rows; from += 5000) {
        auto transaction = required(Transaction::begin(replica->database(), Access::Write), "begin");
        Maker maker(transaction);
        if (from == 0)
            maker.put(nouns::registers, keyOfRegister(noun).id, u"Văn bản"_s, description);
        for (int i = from; i < std::min(rows, from + 5000); ++i)
            maker.put(noun, RecordId::create(clock, dice), u"%1"_s.arg(i), paper(drawn, i));
        required(transaction.commit(), "commit");
    }
    replica = required(Replica::open(replica->takeDatabase(), clock, dice), "replica");

    QElapsedTimer making;
    making.start();
    double longest = 0;
    for (bool isMore = true; isMore;) {
        QElapsedTimer piece;
        piece.start();
        static_cast<void>(required(replica->fillProjections(isMore), "fill"));
        longest = std::max(longest, double(piece.nsecsElapsed()) / 1e6);
    }
    print(u"making the list, all"_s, double(making.nsecsElapsed()) / 1e6);
    print(u"making the list, longest piece"_s, longest);

    const auto list = [&](const EntryFilter &filter, qint64 offset = 0) {
        return required(replica->entries().list({.noun = noun, .filter = filter, .offset = offset}), "list");
    };
    QElapsedTimer first;
    first.start();
    if (list({}).count != rows)
        qFatal("the list lacks entries");
    print(u"list, the first time"_s, double(first.nsecsElapsed()) / 1e6);
    measure(u"list with six facets"_s, [&] { list({}); });
    measure(u"page in the middle"_s, [&] { list({}, rows / 2); });
    measure(u"one filter"_s, [&] { list({.codes = {{u"kind3"_s, u"c2"_s}}}); });
    measure(u"two filters"_s, [&] { list({.codes = {{u"kind0"_s, u"c1"_s}, {u"kind1"_s, u"c2"_s}}}); });
    measure(u"by day, newest first"_s, [&] { list({.order = u"issued"_s, .isReversed = true}); });
    measure(u"part of a word"_s, [&] { list({.words = u"hoach"_s}); });
    measure(u"two words and a filter"_s, [&] { list({.words = u"cai cach"_s, .codes = {{u"kind0"_s, u"c1"_s}}}); });

    auto transaction = required(Transaction::begin(replica->database(), Access::Read), "begin");
    EntryStore entries(transaction);
    const auto projection = required(entries.readable(noun, Face::Board), "projection");
    const FacetTable table = required(FacetTable::read(entries, *projection), "facets");
    measure(u"six facets, no filter"_s, [&] { static_cast<void>(table.counts({}, nullptr)); });
    measure(u"six facets, one filter that keeps a quarter"_s, [&] {
        static_cast<void>(table.counts({.codes = {{u"kind0"_s, u"c1"_s}}}, nullptr));
    });
    return 0;
}
