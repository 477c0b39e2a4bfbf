#include "base/ProgramLock.h"

#include "base/Log.h"

#include <QFileInfo>
#include <QStorageInfo>
#include <QSysInfo>

#include <algorithm>
#include <array>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// The name that the holder's machine has; empty for this one, and where the lock does not say.
QString foreignHost(const QLockFile &lock)
{
    qint64 process = 0;
    QString host, program;
    if (!lock.getLockInfo(&process, &host, &program) || host == QSysInfo::machineHostName())
        return {};
    return host;
}

QByteArray fileSystemOf(const QLockFile &lock)
{
    return QStorageInfo(QFileInfo(lock.fileName()).absolutePath()).fileSystemType();
}

} // namespace

bool isShared(const QByteArray &fileSystemType)
{
    // What is not known to be this machine's own may be a share of a kind that nobody thought of.
    constexpr std::array<QByteArrayView, 29> local{
        "ext2",   "ext3", "ext4",  "xfs",   "btrfs",   "bcachefs", "zfs",   "f2fs",    "jfs",     "reiserfs",
        "nilfs2", "ufs",  "hfs",   "apfs",  "hfsplus", "ntfs",     "ntfs3", "fuseblk", "refs",    "fat",
        "fat32",  "vfat", "msdos", "exfat", "udf",     "tmpfs",    "ramfs", "overlay", "ecryptfs"};
    return std::ranges::find(local, QByteArrayView(fileSystemType.toLower())) == local.end();
}

bool tryProgramLock(QLockFile &lock, std::chrono::milliseconds patience)
{
    return tryProgramLock(lock, patience, fileSystemOf(lock));
}

bool tryProgramLock(QLockFile &lock, std::chrono::milliseconds patience, const QByteArray &fileSystemType)
{
    // Never stale by its age: programs are open for days.
    lock.setStaleLockTime(0);
    if (lock.tryLock(int(patience.count())))
        return true;
    if (lock.error() != QLockFile::LockFailedError || foreignHost(lock).isEmpty() || isShared(fileSystemType))
        return false;
    // Two who take it over at the same time would take it from each other.
    QLockFile turn(lock.fileName() + ".turn"_L1);
    if (!turn.tryLock(0))
        return false;
    const QString host = foreignHost(lock);
    if (host.isEmpty() || !lock.removeStaleLockFile()) // it asks the kernel whether a program holds the file
        return false;
    writeLog(LogLevel::Info, "lock.takenOver", {{u"file"_s, lock.fileName()}, {u"host"_s, host}});
    return lock.tryLock(0);
}

QString holderOf(const QLockFile &lock)
{
    qint64 process = 0;
    QString host, program;
    if (!lock.getLockInfo(&process, &host, &program))
        return {};
    const QString name = u"%1, process %2"_s.arg(program).arg(process);
    return host.isEmpty() || host == QSysInfo::machineHostName() ? name : u"%1, on %2"_s.arg(name, host);
}

QString otherMachineOf(const QLockFile &lock)
{
    return otherMachineOf(lock, fileSystemOf(lock));
}

QString otherMachineOf(const QLockFile &lock, const QByteArray &fileSystemType)
{
    return isShared(fileSystemType) ? foreignHost(lock) : QString();
}

} // namespace toasoan
