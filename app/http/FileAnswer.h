// A file, or a part of it, as an answer: opened once, sent by the kernel (sendfile) where it can.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"
#include "http/Status.h"

#include <QByteArray>
#include <QString>

#include <cstdint>
#include <memory>

namespace toasoan::http {

/// A regular file open for reading. Immutable and shared: keep it for files that are asked for often.
class OpenFile
{
public:
    /// Opens `path`. NotFound if there is none or it is no regular file. Blocks on the disk: call it on a worker.
    [[nodiscard]] static Result<std::shared_ptr<const OpenFile>> open(const QString &path);
    ~OpenFile();
    OpenFile(const OpenFile &) = delete;
    OpenFile &operator=(const OpenFile &) = delete;

    [[nodiscard]] std::uint64_t size() const { return m_size; }
    /// When it was last written, to the second, as Last-Modified tells it.
    [[nodiscard]] Instant lastModified() const { return m_lastModified; }
    /// The descriptor for sendfile; -1 where there is none.
    [[nodiscard]] int descriptor() const { return m_descriptor; }
    /// Reads up to `size` bytes at `offset`, whatever other threads read; the number of bytes read, 0 at the end.
    [[nodiscard]] Result<std::size_t> readAt(std::uint64_t offset, char *bytes, std::size_t size) const;

private:
    OpenFile() = default;

    QString m_path;
    int m_descriptor = -1;
    std::uint64_t m_size = 0;
    Instant m_lastModified{};
};

} // namespace toasoan::http
