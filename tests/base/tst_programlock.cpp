// Locks that were left behind, under this PC's name and under others.
#include "base/ProgramLock.h"

#include <QCoreApplication>
#include <QFile>
#include <QStorageInfo>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

class TestProgramLock : public QObject
{
    Q_OBJECT

private:
    QTemporaryDir m_folder;

    // As QLockFile writes it: process, program, machine, and the ids of the machine and of its last start.
    QString leave(qint64 process, const QByteArray &host, const QByteArray &machine = "0123456789abcdef")
    {
        static int number = 0;
        const QString path = m_folder.filePath(u"%1.lock"_s.arg(++number));
        QFile file(path);
        if (file.open(QIODevice::WriteOnly))
            file.write(QByteArray::number(process) + "\ntoasoan\n" + host + '\n' + machine + "\nabc\n");
        return path;
    }

private slots:
    void oneThatIsGoneIsTakenOverWhateverItsMachineWasCalled_data()
    {
        QTest::addColumn<QByteArray>("host");
        QTest::addColumn<QByteArray>("machine");
        const QByteArray here = QSysInfo::machineHostName().toUtf8();
        QTest::newRow("this PC before it was renamed") << QByteArray("may-cu") << QByteArray();
        QTest::newRow("and given another id") << QByteArray("may-cu") << QByteArray("0123456789abcdef");
        QTest::newRow("this PC, started again since") << here << QSysInfo::machineUniqueId();
    }
    void oneThatIsGoneIsTakenOverWhateverItsMachineWasCalled()
    {
        QFETCH(QByteArray, host);
        QFETCH(QByteArray, machine);
        // A process that there is, and that has nothing to do with it.
        QLockFile lock(leave(QCoreApplication::applicationPid(), host, machine));
        QVERIFY(tryProgramLock(lock, 0ms, "ext4"));
        qint64 process = 0;
        QString name, program;
        QVERIFY(lock.getLockInfo(&process, &name, &program));
        QCOMPARE(process, QCoreApplication::applicationPid());
        QCOMPARE(name, QSysInfo::machineHostName());
    }

    // The PC was renamed while the program runs: the kernel knows that it does.
    void oneThatLivesIsNotWhateverItsMachineWasCalled()
    {
        const QString path = m_folder.filePath(u"live.lock"_s);
        QLockFile first(path);
        QVERIFY(tryProgramLock(first, 0ms));
        QFile file(path);
        QVERIFY(file.open(QIODevice::ReadWrite));
        const QByteArray renamed = file.readAll()
                                       .replace('\n' + QSysInfo::machineHostName().toUtf8() + '\n', "\nmay-cu\n")
                                       .replace(QSysInfo::machineUniqueId(), "0123456789abcdef");
        QVERIFY(file.seek(0) && file.write(renamed) == renamed.size() && file.resize(renamed.size()));
        file.close();
        QLockFile second(path);
        QVERIFY(!tryProgramLock(second, 0ms, "ext4"));
        QVERIFY2(holderOf(second).contains(u"on may-cu"_s), qPrintable(holderOf(second)));
        QCOMPARE(otherMachineOf(second, "ext4"), QString()); // on a disk of this machine
        QCOMPARE(otherMachineOf(second, "nfs4"), u"may-cu"_s);
        first.unlock();
        QVERIFY(tryProgramLock(second, 0ms, "ext4"));
    }

    // There its program may be at work on the other machine, and no kernel tells.
    void onAShareOneOfAnotherMachineIsLeft_data()
    {
        QTest::addColumn<QByteArray>("type");
        for (const char *type : {"nfs4", "virtiofs", "a kind that nobody knows"})
            QTest::newRow(type) << QByteArray(type);
    }
    void onAShareOneOfAnotherMachineIsLeft()
    {
        QFETCH(QByteArray, type);
        const QString path = leave(QCoreApplication::applicationPid(), "may-kia");
        QLockFile lock(path);
        QVERIFY(!tryProgramLock(lock, 0ms, type));
        QCOMPARE(otherMachineOf(lock, type), u"may-kia"_s);
        QVERIFY(QFile::exists(path));
        QVERIFY(tryProgramLock(lock, 0ms, "xfs")); // and that was all that stood against it
    }

    void theFileSystemIsAsked()
    {
        QLockFile lock(leave(QCoreApplication::applicationPid(), "may-cu"));
        const QByteArray here = QStorageInfo(m_folder.path()).fileSystemType();
        QCOMPARE(otherMachineOf(lock), otherMachineOf(lock, here));
        QCOMPARE(tryProgramLock(lock, 0ms), !isShared(here));
    }

    void whatOtherMachinesReachIsToldApart_data()
    {
        QTest::addColumn<bool>("shared");
        for (const char *type : {"nfs", "nfs4", "cifs", "smb3", "smbfs", "9p", "ceph", "glusterfs", "fuse.sshfs",
                                 "fuse", "virtiofs", "vboxsf", "prl_fs", "fuse.vmhgfs-fuse", "ext", "ext4x", ""})
            QTest::newRow(*type ? type : "unknown") << true;
        for (const char *type : {"ext4", "xfs", "btrfs", "zfs", "tmpfs", "overlay", "apfs", "NTFS", "fuseblk", "vfat",
                                 "ext3", "exfat", "f2fs"})
            QTest::newRow(type) << false;
    }
    void whatOtherMachinesReachIsToldApart()
    {
        QFETCH(bool, shared);
        const QByteArray type = QTest::currentDataTag();
        QCOMPARE(isShared(type == "unknown" ? QByteArray() : type), shared);
    }
};

QTEST_GUILESS_MAIN(TestProgramLock)
#include "tst_programlock.moc"
