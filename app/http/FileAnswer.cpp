#include "http/FileAnswer.h"

#include <QFile>
#include <QFileInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#endif

namespace toasoan::http {

namespace {

Error notFound(const QString &path)
{
    return {.code = ErrorCode::NotFound, .subject = QStringLiteral("file"), .detail = path};
}

Instant toTheSecond(Instant instant)
{
    return std::chrono::floor<std::chrono::seconds>(instant);
}

} // namespace

#ifdef Q_OS_UNIX

Result<std::shared_ptr<const OpenFile>> OpenFile::open(const QString &path)
{
    // O_NONBLOCK: a FIFO in the place of the file must not hold the worker.
    const int descriptor = ::open(QFile::encodeName(path).constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK);
    if (descriptor < 0)
        return notFound(path);
    const std::shared_ptr<OpenFile> file(new OpenFile);
    file->m_descriptor = descriptor;
    struct stat status
    { };
    if (::fstat(descriptor, &status) != 0 || !S_ISREG(status.st_mode))
        return notFound(path);
    file->m_path = path;
    file->m_size = static_cast<std::uint64_t>(status.st_size);
    file->m_lastModified = toTheSecond(Instant(std::chrono::seconds(status.st_mtime)));
    return std::shared_ptr<const OpenFile>(file);
}

OpenFile::~OpenFile()
{
    if (m_descriptor >= 0)
        ::close(m_descriptor);
}

Result<std::size_t> OpenFile::readAt(std::uint64_t offset, char *bytes, std::size_t size) const
{
    while (true) {
        const ssize_t count = ::pread(m_descriptor, bytes, size, static_cast<off_t>(offset));
        if (count >= 0)
            return static_cast<std::size_t>(count);
        if (errno != EINTR)
            return Error{.code = ErrorCode::Corrupt, .subject = QStringLiteral("file"), .detail = m_path};
    }
}

#else

Result<std::shared_ptr<const OpenFile>> OpenFile::open(const QString &path)
{
    const QFileInfo info(path);
    if (!info.isFile() || !info.isReadable())
        return notFound(path);
    const std::shared_ptr<OpenFile> file(new OpenFile);
    file->m_path = path;
    file->m_size = static_cast<std::uint64_t>(info.size());
    file->m_lastModified = toTheSecond(fromMilliseconds(info.lastModified().toMSecsSinceEpoch()));
    return std::shared_ptr<const OpenFile>(file);
}

OpenFile::~OpenFile() = default;

Result<std::size_t> OpenFile::readAt(std::uint64_t offset, char *bytes, std::size_t size) const
{
    QFile file(m_path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered) || !file.seek(static_cast<qint64>(offset)))
        return Error{.code = ErrorCode::Corrupt, .subject = QStringLiteral("file"), .detail = m_path};
    const qint64 count = file.read(bytes, static_cast<qint64>(size));
    if (count < 0)
        return Error{.code = ErrorCode::Corrupt, .subject = QStringLiteral("file"), .detail = m_path};
    return static_cast<std::size_t>(count);
}

#endif

} // namespace toasoan::http
