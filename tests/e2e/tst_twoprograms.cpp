// Programs that meet at one desk's folder: the workstation started twice, started again after a kill, and the command
// line beside it.
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

namespace {

constexpr int soon = 60'000; // ms, on a PC that has much to do

QString program(const QString &name)
{
    return QStringLiteral(TOASOAN_BIN_DIR) + u'/' + name;
}

} // namespace

class TestTwoPrograms : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<QProcess> startWorkstation(const QString &folder)
    {
        auto process = std::make_unique<QProcess>();
        auto environment = QProcessEnvironment::systemEnvironment();
        environment.insert(u"XDG_RUNTIME_DIR"_s, m_runtime.path());
        process->setProcessEnvironment(environment);
        // No server: nobody listens at that address.
        process->start(program(u"toasoan"_s), {u"--data"_s, folder, u"--server"_s, u"http://127.0.0.1:9"_s});
        return process;
    }

    // The process that a lock names.
    static qint64 holder(const QString &file)
    {
        QFile lock(file);
        return lock.open(QIODevice::ReadOnly) ? lock.readLine().trimmed().toLongLong() : 0;
    }

    static bool holds(const QProcess &process, const QString &folder)
    {
        return process.processId() > 0 && holder(folder + u"/workstation.lock"_s) == process.processId()
            && holder(folder + u"/desk/desk.lock"_s) == process.processId();
    }

    static void callSecond(QProcess &second, QProcess &first)
    {
        QVERIFY2(second.waitForFinished(soon), "a second start stays");
        QCOMPARE(second.exitStatus(), QProcess::NormalExit);
        QCOMPARE(second.exitCode(), 0);
        QByteArray said;
        const auto hasCome = [&] {
            said += first.readAllStandardError();
            return said.contains("window.called") && said.contains("\"visible\":true");
        };
        QTRY_VERIFY2_WITH_TIMEOUT(hasCome(), said.constData(), soon);
        QCOMPARE(first.state(), QProcess::Running);
    }

    QTemporaryDir m_folder;
    QTemporaryDir m_runtime;

private slots:
    void aSecondStartRaisesTheFirstsWindowAndEnds()
    {
        const QString folder = m_folder.filePath(u"one"_s);
        const auto first = startWorkstation(folder);
        QTRY_VERIFY_WITH_TIMEOUT(holds(*first, folder), soon);
        // The same folder by another name.
        const auto second = startWorkstation(folder + u"/../one/"_s);
        callSecond(*second, *first);
        if (QTest::currentTestFailed())
            return;
        QVERIFY(holds(*first, folder));

        // Another folder is another desk.
        const QString elsewhere = m_folder.filePath(u"two"_s);
        const auto other = startWorkstation(elsewhere);
        QTRY_VERIFY_WITH_TIMEOUT(holds(*other, elsewhere), soon);
        for (QProcess *each : {first.get(), other.get()}) {
            each->kill();
            QVERIFY(each->waitForFinished(soon));
        }
    }

    void startsAtTheSameMomentLeaveOne()
    {
        const QString folder = m_folder.filePath(u"atOnce"_s);
        std::vector<std::unique_ptr<QProcess>> starts;
        for (int i = 0; i < 3; ++i)
            starts.push_back(startWorkstation(folder));
        const auto running = [&] {
            return std::ranges::count_if(starts,
                                         [](const auto &each) { return each->state() != QProcess::NotRunning; });
        };
        QTRY_COMPARE_WITH_TIMEOUT(running(), 1, soon);
        for (const auto &each : starts) {
            if (each->state() == QProcess::NotRunning) {
                QCOMPARE(each->exitCode(), 0);
                continue;
            }
            QTRY_VERIFY_WITH_TIMEOUT(holds(*each, folder), soon);
            each->kill();
            QVERIFY(each->waitForFinished(soon));
        }
    }

    void afterAKillItStartsAtOnce()
    {
        const QString folder = m_folder.filePath(u"killed"_s);
        auto first = startWorkstation(folder);
        QTRY_VERIFY_WITH_TIMEOUT(holds(*first, folder), soon);
        first->kill(); // SIGKILL: its locks and its socket stay behind
        QVERIFY(first->waitForFinished(soon));
        const auto again = startWorkstation(folder);
        QTRY_VERIFY_WITH_TIMEOUT(holds(*again, folder), soon);
        const auto second = startWorkstation(folder);
        callSecond(*second, *again);
        again->kill();
        QVERIFY(again->waitForFinished(soon));
    }

    // Its line is closed, which is no silence.
    void whoEndsWhileItIsAskedLeavesTheDoor()
    {
        const QString folder = m_folder.filePath(u"ends"_s);
        const auto first = startWorkstation(folder);
        QTRY_VERIFY_WITH_TIMEOUT(holds(*first, folder), soon);
        QCOMPARE(::kill(pid_t(first->processId()), SIGSTOP), 0);
        const auto second = startWorkstation(folder);
        QTest::qWait(3000); // it has asked, and waits
        QCOMPARE(second->state(), QProcess::Running);
        first->kill();
        QVERIFY(first->waitForFinished(soon));
        QTRY_VERIFY_WITH_TIMEOUT(holds(*second, folder), soon);
        second->kill();
        QVERIFY(second->waitForFinished(soon));
    }

    // A window that hangs is not one that came forward.
    void aFirstThatDoesNotAnswerIsSaid()
    {
        const QString folder = m_folder.filePath(u"hangs"_s);
        const auto first = startWorkstation(folder);
        QTRY_VERIFY_WITH_TIMEOUT(holds(*first, folder), soon);
        QCOMPARE(::kill(pid_t(first->processId()), SIGSTOP), 0);
        const auto second = startWorkstation(folder);
        QByteArray said;
        const auto hasSaidIt = [&] {
            said += second->readAllStandardError();
            return said.contains("desk.silent");
        };
        QTRY_VERIFY2_WITH_TIMEOUT(hasSaidIt(), said.constData(), 2 * soon);
        QCOMPARE(second->state(), QProcess::Running); // and in its message
        for (QProcess *each : {first.get(), second.get()}) {
            each->kill();
            QVERIFY(each->waitForFinished(soon));
        }
    }

    void theCommandLineSaysWhoHasTheFolder()
    {
        const QString folder = m_folder.filePath(u"cli"_s);
        const auto first = startWorkstation(folder);
        QTRY_VERIFY_WITH_TIMEOUT(holds(*first, folder), soon);
        QProcess line;
        line.start(program(u"toasoan-cli"_s), {u"--data"_s, folder + u"/desk"_s, u"--offline"_s, u"list"_s});
        QVERIFY(line.waitForFinished(soon));
        QCOMPARE(line.exitCode(), 1);
        const QString said = QString::fromUtf8(line.readAllStandardError());
        QVERIFY2(said.contains(u"Another program uses this folder"_s), qPrintable(said));
        QVERIFY2(said.contains(u"toasoan, process %1"_s.arg(first->processId())), qPrintable(said));
        first->kill();
        QVERIFY(first->waitForFinished(soon));
    }
};

QTEST_GUILESS_MAIN(TestTwoPrograms)
#include "tst_twoprograms.moc"
