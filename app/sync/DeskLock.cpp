#include "sync/DeskLock.h"

#include "base/Log.h"
#include "base/ProgramLock.h"

#include <QDir>

namespace toasoan {

using namespace Qt::StringLiterals;

Error deskInUse(const QLockFile &lock)
{
    return {ErrorCode::Conflict, otherMachineOf(lock).isEmpty() ? u"desk.inUse"_s : u"desk.inUseElsewhere"_s,
            holderOf(lock)};
}

Result<std::unique_ptr<DeskLock>> DeskLock::take(const QString &folder, std::chrono::milliseconds patience)
{
    std::unique_ptr<DeskLock> lock(new DeskLock(QDir(folder).filePath(u"desk.lock"_s)));
    if (tryProgramLock(lock->m_file, patience))
        return lock;
    switch (lock->m_file.error()) {
    case QLockFile::LockFailedError:
        return deskInUse(lock->m_file);
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
