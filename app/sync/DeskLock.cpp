#include "sync/DeskLock.h"

#include "base/Log.h"

#include <QDir>
#include <QSysInfo>

#include <chrono>

namespace toasoan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds patience = 2s;

// "toasoan, process 4711", and on which PC if that is not this one.
QString holder(const QLockFile &file)
{
    qint64 process = 0;
    QString host, program;
    if (!file.getLockInfo(&process, &host, &program))
        return {};
    const QString name = u"%1, process %2"_s.arg(program).arg(process);
    return host.isEmpty() || host == QSysInfo::machineHostName() ? name : u"%1, on %2"_s.arg(name, host);
}

} // namespace

Result<std::unique_ptr<DeskLock>> DeskLock::take(const QString &folder)
{
    std::unique_ptr<DeskLock> lock(new DeskLock(QDir(folder).filePath(u"desk.lock"_s)));
    // Never stale by its age, a desk is open for days; one whose process is gone, or that was left before the PC was
    // started again, is taken over in any case.
    lock->m_file.setStaleLockTime(0);
    if (lock->m_file.tryLock(int(patience.count())))
        return lock;
    switch (lock->m_file.error()) {
    case QLockFile::LockFailedError:
        return Error{ErrorCode::Conflict, u"desk.inUse"_s, holder(lock->m_file)};
    case QLockFile::PermissionError:
        return Error{ErrorCode::Unavailable, u"desk.folder"_s, folder};
    case QLockFile::NoError:
    case QLockFile::UnknownError:
        break;
    }
    // A disk without room for the name of who holds it: what is here can still be read and sent, which makes room.
    writeLog(LogLevel::Warning, "desk.noLock");
    return lock;
}

} // namespace toasoan
