#include "imaging/HelperProcess.h"
#include "support/Patience.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QTest>

#include <algorithm>
#include <csignal>
#include <fcntl.h>
#include <sys/mman.h>
#include <thread>
#include <unistd.h>

using namespace toasoan;
using namespace toasoan::imaging;
using namespace Qt::StringLiterals;

namespace {

struct Ran
{
    JobEnd end;
    QByteArray output;
};

// Runs a job on `helper` with `input` to read.
Ran run(HelperProcess &helper, const QString &name, const QJsonObject &parameters = {}, const QByteArray &input = "in")
{
    const Descriptor from(memfd_create("in", MFD_CLOEXEC));
    const Descriptor to(memfd_create("out", MFD_CLOEXEC));
    if (!writeWhole(from.number(), input))
        qFatal("no input");
    JobEnd end = helper.run({.name = name, .parameters = parameters}, from.number(), to.number());
    return {end, readWhole(to.number(), 1 << 20).value_or(QByteArray())};
}

std::unique_ptr<HelperProcess> started(const HelperLimits &limits = {})
{
    auto helper = HelperProcess::start(QCoreApplication::applicationDirPath() + u"/toasoan-misled-helper"_s, limits);
    if (!helper)
        qFatal("%s", qPrintable(helper.error().detail));
    return *std::move(helper);
}

// Processes of the test helper that this test has as children, zombies too.
QList<pid_t> helpers()
{
    QList<pid_t> found;
    for (const QString &name : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        QFile file(u"/proc/%1/stat"_s.arg(name));
        if (!file.open(QIODevice::ReadOnly))
            continue;
        const QByteArray line = file.readAll();
        const QList<QByteArray> rest = line.mid(line.lastIndexOf(')') + 2).split(' ');
        if (rest.size() > 1 && rest[1].toInt() == getpid() && line.contains("toasoan-misled"))
            found.append(name.toInt());
    }
    return found;
}

bool areDead(const QList<pid_t> &processes)
{
    return std::ranges::all_of(processes, [](pid_t process) {
        QFile file(u"/proc/%1/stat"_s.arg(process));
        if (!file.open(QIODevice::ReadOnly))
            return true;
        const QByteArray line = file.readAll();
        return line.mid(line.lastIndexOf(')') + 2).startsWith('Z');
    });
}

} // namespace

class TestHelperProcess : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { qputenv("PGPASSWORD", "secret"); }

    void aJobGoesThereAndItsAnswerComesBack()
    {
        const auto helper = started();
        const Ran ran = run(*helper, u"echo"_s, {{u"number"_s, 7}}, QByteArray(200'000, 'q'));
        QCOMPARE(ran.end.kind, JobEnd::Kind::Answered);
        QCOMPARE(ran.end.value, (QJsonObject{{u"number"_s, 7}}));
        QCOMPARE(ran.output, QByteArray(200'000, 'q'));
        const Ran refused = run(*helper, u"refuse"_s);
        QCOMPARE(refused.end.kind, JobEnd::Kind::Answered);
        QCOMPARE(*refused.end.error, (Error{ErrorCode::TooLarge, u"picture.size"_s, u"told"_s}));
        QCOMPARE(run(*helper, u"nothing such"_s).end.error->code, ErrorCode::Unsupported);
        QVERIFY(!helper->isOver());
        QCOMPARE(run(*helper, u"threads"_s).end.value["sum"_L1].toInt(), 42);
    }

    void itHasNoRights()
    {
        const auto helper = started();
#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
        QSKIP("the sanitizers' own calls are not on the list (imaging/Confinement.cpp)");
#endif
        QVERIFY2(helper->isConfined(), "a decoder without confinement must not pass unseen");
        const QJsonObject value = run(*helper, u"overstep"_s).end.value;
        QVERIFY(!value.isEmpty());
        for (const QString &what : value.keys()) {
            if (what != "seesPassword"_L1)
                QVERIFY2(value[what].toInt() == EPERM, qPrintable(u"%1: %2"_s.arg(what).arg(value[what].toInt())));
        }
        QCOMPARE(value.size(), 11);
        QVERIFY(!value["seesPassword"_L1].toBool());
    }

    void whatTakesTooMuchIsEnded_data()
    {
        QTest::addColumn<QString>("job");
        QTest::addColumn<QJsonObject>("parameters");
        QTest::addColumn<JobEnd::Kind>("kind");
        QTest::newRow("processor") << u"spin"_s << QJsonObject() << JobEnd::Kind::OverProcessorTime;
        QTest::newRow("memory") << u"hold"_s << QJsonObject{{u"bytes"_s, 400 << 20}} << JobEnd::Kind::Crashed;
        QTest::newRow("stopped") << u"stop"_s << QJsonObject() << JobEnd::Kind::Hung;
        QTest::newRow("a fault") << u"crash"_s << QJsonObject() << JobEnd::Kind::Crashed;
    }
    void whatTakesTooMuchIsEnded()
    {
        QFETCH(QString, job);
        QFETCH(QJsonObject, parameters);
        QFETCH(JobEnd::Kind, kind);
        const bool isStopped = job == "stop"_L1;
        const auto helper = started({.processor = std::chrono::seconds(1),
                                     .wall = std::chrono::milliseconds(isStopped ? 500 : 60'000),
                                     .memory = 200 << 20});
        const Ran ran = run(*helper, job, parameters);
        QCOMPARE(ran.end.kind, kind);
        QVERIFY(helper->isOver());
        QCOMPARE(helpers(), QList<pid_t>());
    }

    void whatIsWithinItsLimitsIsDone()
    {
        const auto helper = started({.memory = 200 << 20, .output = 1 << 20});
        QVERIFY(run(*helper, u"hold"_s, {{u"bytes"_s, 100 << 20}}).end.value["held"_L1].toBool());
        QCOMPARE(run(*helper, u"write"_s, {{u"bytes"_s, 1 << 20}}).output.size(), 1 << 20);
        QCOMPARE(run(*helper, u"write"_s, {{u"bytes"_s, 2 << 20}}).end.error->subject, u"job.output"_s);
    }

    void eachJobHasItsOwnProcessorTime()
    {
        // Together four times what one may take.
        const auto helper = started({.processor = std::chrono::seconds(1)});
        for (int i = 0; i < 5; ++i)
            QVERIFY(run(*helper, u"work"_s, {{u"milliseconds"_s, 800}}).end.value["worked"_L1].toBool());
        QVERIFY(!helper->isOver());
        QCOMPARE(run(*helper, u"spin"_s).end.kind, JobEnd::Kind::OverProcessorTime);
    }

    void oneThatIsKilledInTheMiddleIsNoticedAtOnce()
    {
        const auto helper = started();
        std::thread killer([] {
            QTest::qSleep(200);
            for (const pid_t process : helpers())
                kill(process, SIGKILL);
        });
        QElapsedTimer timer;
        timer.start();
        const JobEnd end = run(*helper, u"spin"_s).end;
        killer.join();
        QCOMPARE(end.kind, JobEnd::Kind::Killed);
        QVERIFY(timer.elapsed() < 15'000); // by its limits it would be ended after twenty seconds of work
    }

    void itEndsAfterItsJobsAndWithItsOwner()
    {
        auto helper = started({.jobs = 2});
        (void)run(*helper, u"echo"_s);
        QVERIFY(!helper->isOver());
        (void)run(*helper, u"echo"_s);
        QVERIFY(helper->isOver());
        helper = started();
        QCOMPARE(helpers().size(), 1);
        helper.reset();
        QCOMPARE(helpers(), QList<pid_t>());
    }

    void itDiesWithTheThreadThatStartedIt()
    {
        std::unique_ptr<HelperProcess> helper;
        std::thread([&helper] { helper = started(); }).join();
        QTRY_VERIFY(areDead(helpers())); // a thread is joined a moment before what it started is told of its end
        QCOMPARE(run(*helper, u"echo"_s).end.kind, JobEnd::Kind::Killed);
    }

    void aProgramThatIsNoHelperIsToldAtTheStart()
    {
        QCOMPARE(HelperProcess::start(u"/nowhere/helper"_s, {}).error().subject, u"imaging"_s);
        QCOMPARE(HelperProcess::start(u"/bin/true"_s, {}).error().subject, u"imaging"_s);
    }
};

QTEST_GUILESS_MAIN(TestHelperProcess)
#include "tst_helperprocess.moc"
