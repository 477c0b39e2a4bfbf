// The file of the day's readers, where they are very many: what is read is what was written, and no second copy of them
// is made meanwhile.
#include "backend/VisitCrowd.h"
#include "backend/VisitMemory.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

const Instant day = fromMilliseconds(1'696'179'600'000);

quint64 hashOf(quint64 number)
{
    quint64 hash = (number + 1) * 0x9E3779B97F4A7C15ULL;
    hash = (hash ^ hash >> 30) * 0xBF58476D1CE4E5B9ULL;
    hash = (hash ^ hash >> 27) * 0x94D049BB133111EBULL;
    return hash ^ hash >> 31;
}

VisitCrowd crowdOf(quint64 people)
{
    VisitCrowd crowd(30min, 10min, 5min);
    for (quint64 i = 0; i < people; ++i)
        crowd.add(hashOf(i), 1, day + 1h);
    return crowd;
}

/// The most that this process has had in memory since forgetThePeak(), in bytes.
qint64 peak()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return -1;
    for (const QByteArray &line : file.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.simplified().split(' ')[1].toLongLong() * 1024;
    }
    return -1;
}

/// It is what there is now.
bool forgetThePeak()
{
    QFile file(u"/proc/self/clear_refs"_s);
    return file.open(QIODevice::WriteOnly | QIODevice::Unbuffered) && file.write("5") == 1;
}

} // namespace

class TestVisitFile : public QObject
{
    Q_OBJECT

private slots:
    void whatIsReadIsWhatWasWritten()
    {
        const QTemporaryDir folder;
        VisitMemory memory(folder.filePath(u"visits.day"_s));
        constexpr quint64 many = 10'000; // more than are held at once on their way
        RememberedVisits visits{.keys = {{.bytes = {1, 2}, .day = day}}, .visitors = {}, .deliveries = {}};
        for (quint64 i = 0; i < many; ++i) {
            visits.visitors.push_back({.visitor = hashOf(i), .day = day});
            visits.deliveries.push_back({.visitor = hashOf(i), .page = i, .at = day + Milliseconds(i)});
        }
        const VisitCrowd today = crowdOf(500);
        const VisitCrowd empty = crowdOf(0);
        QVERIFY(memory.write(visits, {{.day = day, .crowd = today}, {.day = day + 24h, .crowd = empty}}));
        const RememberedDelivery last{.visitor = 7, .page = 8, .at = day + 2h};
        QVERIFY(memory.append({.keys = {}, .visitors = {}, .deliveries = {last}}));

        const auto read = memory.read();
        QVERIFY(read);
        QVERIFY(read->keys == visits.keys);
        QVERIFY(read->visitors == visits.visitors);
        visits.deliveries.push_back(last);
        QVERIFY(read->deliveries == visits.deliveries);
        QCOMPARE(read->crowds.size(), std::size_t(2));
        QCOMPARE(read->crowds[0].day, day);
        QCOMPARE(read->crowds[1].day, day + 24h);
        for (std::size_t i = 0; i < 2; ++i) {
            VisitCrowd known(30min, 10min, 5min);
            QVERIFY(known.read(read->crowds[i].bytes));
            QCOMPARE(known.knows(hashOf(3)), i == 0);
            QCOMPARE(known.online(day + 1h), i == 0 ? qint64(500) : qint64(0));
        }
    }

    void aFileThatWasCutAnywhereGivesWhatIsBefore()
    {
        const QTemporaryDir folder;
        VisitMemory memory(folder.filePath(u"visits.day"_s));
        const RememberedVisits visits{.keys = {{.bytes = {1, 2}, .day = day}},
                                      .visitors = {},
                                      .deliveries = {{.visitor = 1, .page = 2, .at = day}}};
        const VisitCrowd crowd = crowdOf(1);
        QVERIFY(memory.write(visits, {{.day = day, .crowd = crowd}}));
        QFile file(folder.filePath(u"visits.day"_s));
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray whole = file.readAll();
        for (qsizetype size = whole.size() - 24; size >= 0; size -= size > 200 ? 97 : 1) {
            QFile cut(folder.filePath(u"cut.day"_s));
            QVERIFY(cut.open(QIODevice::WriteOnly) && cut.write(whole.first(size)) == size);
            cut.close();
            const auto read = VisitMemory(cut.fileName()).read();
            QVERIFY(read);
            QCOMPARE(read->keys.size(), std::size_t(size >= 24));
            QCOMPARE(read->deliveries.size(), std::size_t(size >= 48));
        }
    }

    void whileACrowdIsWrittenThereIsNoSecondCopyOfIt()
    {
        const QTemporaryDir folder;
        VisitMemory memory(folder.filePath(u"visits.day"_s));
        const VisitCrowd crowd = crowdOf(2'500'000);
        QVERIFY2(forgetThePeak(), "the kernel tells no peak");
        const qint64 before = peak();
        QVERIFY(memory.write({}, {{.day = day, .crowd = crowd}}));
        const qint64 more = peak() - before;
        qInfo("a file of %lld kB took %lld kB", static_cast<long long>(memory.size() / 1024),
              static_cast<long long>(more / 1024));
        QVERIFY(memory.size() > 20'000'000);
        QVERIFY(more < memory.size() * 3 / 2);
    }
};

QTEST_GUILESS_MAIN(TestVisitFile)
#include "tst_visitfile.moc"
