#include "backend/DurableFile.h"

#include <QCryptographicHash>
#include <QFileInfo>

#include <cerrno>
#include <cstring>
#include <utility>
#include <vector>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/statvfs.h>
#include <unistd.h>

namespace toasoan {

namespace {

constexpr auto subject = "storage";

Error systemError(const char *what)
{
    const int number = errno;
    ErrorCode code = ErrorCode::Internal;
    switch (number) {
    case ENOENT:
        code = ErrorCode::NotFound;
        break;
    case ENOSPC:
    case EDQUOT:
    case EFBIG:
        code = ErrorCode::StorageFull;
        break;
    case EMFILE:
    case ENFILE:
    case ENOMEM:
        code = ErrorCode::Unavailable;
        break;
    default:
        break;
    }
    return {code, QString::fromLatin1(subject),
            QStringLiteral("%1: %2").arg(QLatin1StringView(what), QString::fromLocal8Bit(std::strerror(number)))};
}

// Runs a system call again when a signal interrupted it.
template <typename Call>
auto retrying(Call call)
{
    auto result = call();
    while (result < 0 && errno == EINTR)
        result = call();
    return result;
}

Descriptor openDescriptor(const QString &path, int flags)
{
    return Descriptor(retrying([&] { return ::open(path.toLocal8Bit().constData(), flags | O_CLOEXEC, 0600); }));
}

// A name that was made or changed in a folder is on the disk only when the folder is.
Result<void> syncFolder(const QString &path)
{
    const Descriptor folder = openDescriptor(path, O_RDONLY | O_DIRECTORY);
    if (!folder.isOpen())
        return systemError("open folder");
    if (retrying([&] { return ::fsync(folder.number()); }))
        return systemError("fsync folder");
    return {};
}

QString folderOf(const QString &path)
{
    return QFileInfo(path).path();
}

} // namespace

Result<DurableFile> DurableFile::open(const QString &path, Mode mode)
{
    Descriptor descriptor;
    switch (mode) {
    case Mode::Read:
        descriptor = openDescriptor(path, O_RDONLY);
        break;
    case Mode::Write:
        descriptor = openDescriptor(path, O_RDWR);
        if (!descriptor.isOpen() && errno == ENOENT) {
            descriptor = openDescriptor(path, O_RDWR | O_CREAT);
            if (descriptor.isOpen()) {
                if (auto synced = syncFolder(folderOf(path)); !synced)
                    return synced.error();
            }
        }
        break;
    case Mode::WriteEmpty:
        descriptor = openDescriptor(path, O_RDWR | O_CREAT | O_TRUNC);
        break;
    }
    if (!descriptor.isOpen())
        return systemError("open");
    return DurableFile(std::move(descriptor));
}

Result<qint64> DurableFile::size() const
{
    struct stat facts = {};
    if (::fstat(m_descriptor.number(), &facts))
        return systemError("fstat");
    return qint64(facts.st_size);
}

Result<void> DurableFile::writeAt(qint64 offset, std::string_view bytes)
{
    while (!bytes.empty()) {
        const ssize_t written =
            retrying([&] { return ::pwrite(m_descriptor.number(), bytes.data(), bytes.size(), offset); });
        if (written < 0)
            return systemError("write");
        bytes.remove_prefix(std::size_t(written));
        offset += written;
    }
    return {};
}

Result<std::size_t> DurableFile::readAt(qint64 offset, std::span<char> bytes) const
{
    const ssize_t read = retrying([&] { return ::pread(m_descriptor.number(), bytes.data(), bytes.size(), offset); });
    if (read < 0)
        return systemError("read");
    return std::size_t(read);
}

Result<void> DurableFile::resize(qint64 size)
{
    if (retrying([&] { return ::ftruncate(m_descriptor.number(), size); }))
        return systemError("truncate");
    return {};
}

Result<void> DurableFile::sync()
{
    if (retrying([&] { return ::fdatasync(m_descriptor.number()); }))
        return systemError("fdatasync");
    return {};
}

Result<void> moveDurably(const QString &from, const QString &to)
{
    if (::rename(from.toLocal8Bit().constData(), to.toLocal8Bit().constData()))
        return systemError("rename");
    return syncFolder(folderOf(to));
}

Result<void> linkDurably(const QString &from, const QString &to)
{
    if (::link(from.toLocal8Bit().constData(), to.toLocal8Bit().constData()) && errno != EEXIST)
        return systemError("link");
    return syncFolder(folderOf(to));
}

Result<void> makeFolderDurably(const QString &path)
{
    if (::mkdir(path.toLocal8Bit().constData(), 0700) && errno != EEXIST)
        return systemError("mkdir");
    // Also when it was there: whoever made it may not have come this far.
    return syncFolder(folderOf(path));
}

Result<void> removeFile(const QString &path)
{
    if (::unlink(path.toLocal8Bit().constData()) && errno != ENOENT)
        return systemError("unlink");
    return {};
}

Result<QString> sha256OfFile(const QString &path)
{
    auto file = DurableFile::open(path, DurableFile::Mode::Read);
    if (!file)
        return file.error();
    QCryptographicHash hash(QCryptographicHash::Sha256);
    std::vector<char> buffer(256UL << 10);
    qint64 offset = 0;
    for (;;) {
        auto read = file->readAt(offset, buffer);
        if (!read)
            return read.error();
        if (*read == 0)
            return QString::fromLatin1(hash.result().toHex());
        hash.addData(QByteArrayView(buffer.data(), qsizetype(*read)));
        offset += qint64(*read);
    }
}

Result<qint64> freeSpace(const QString &folder)
{
    struct statvfs facts = {};
    if (retrying([&] { return ::statvfs(folder.toLocal8Bit().constData(), &facts); }))
        return systemError("statvfs");
    return qint64(facts.f_bavail) * qint64(facts.f_frsize);
}

} // namespace toasoan
