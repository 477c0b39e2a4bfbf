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

bool liesOnShare(const QLockFile &lock)
{
    return isShared(QStorageInfo(QFileInfo(lock.fileName()).absolutePath()).fileSystemType());
}

} // namespace

bool isShared(const QByteArray &fileSystemType)
{
    constexpr std::array<QByteArrayView, 16> shared{"nfs",   "cifs",   "smb",   "afs",  "9p",     "ceph",
                                                    "ncp",   "coda",   "gfs",   "ocfs", "lustre", "glusterfs",
                                                    "davfs", "beegfs", "pvfs2", "fuse"};
    const QByteArray type = fileSystemType.toLower();
    // Some file systems of this machine go through FUSE as well; of them it is not known, and nothing is taken over.
    return type != "fuseblk" && type != "fusectl"
        && std::ranges::any_of(shared, [&type](QByteArrayView each) { return type.startsWith(each); });
}

bool tryProgramLock(QLockFile &lock, std::chrono::milliseconds patience)
{
    // Never stale by its age: programs are open for days.
    lock.setStaleLockTime(0);
    if (lock.tryLock(int(patience.count())))
        return true;
    if (lock.error() != QLockFile::LockFailedError || foreignHost(lock).isEmpty() || liesOnShare(lock))
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
    const QString host = foreignHost(lock);
    return host.isEmpty() || !liesOnShare(lock) ? QString() : host;
}

} // namespace toasoan
