// Files whose bytes are on the disk when it says so. The one place of the backend where the kernel is asked about files
// (POSIX); everything here blocks on the disk: call it on a worker.
#pragma once

#include "base/Descriptor.h"
#include "base/Result.h"

#include <QString>

#include <span>
#include <string_view>

namespace toasoan {

/// Errors of all functions here: NotFound (there is no such file), StorageFull (no space, quota or size limit),
/// Unavailable (no descriptors or memory), Internal (the disk failed); the subject is always "storage".
class DurableFile
{
public:
    enum class Mode
    {
        Read,
        Write, ///< and read; made if missing
        WriteEmpty, ///< and read; made if missing, emptied if not
    };
    [[nodiscard]] static Result<DurableFile> open(const QString &path, Mode mode);

    /// In bytes.
    [[nodiscard]] Result<qint64> size() const;
    /// Writes all of `bytes`; after an error any part of them may be there.
    [[nodiscard]] Result<void> writeAt(qint64 offset, std::string_view bytes);
    /// Reads up to the size of `bytes`; the number of bytes read, 0 at the end.
    [[nodiscard]] Result<std::size_t> readAt(qint64 offset, std::span<char> bytes) const;
    [[nodiscard]] Result<void> resize(qint64 size);
    /// What was written survives a power cut when this has succeeded.
    [[nodiscard]] Result<void> sync();

private:
    explicit DurableFile(Descriptor descriptor) : m_descriptor(std::move(descriptor)) { }

    Descriptor m_descriptor;
};

/// Moves a synced file within one file system, replacing what is at `to`; the name survives a power cut.
[[nodiscard]] Result<void> moveDurably(const QString &from, const QString &to);
/// Gives a synced file a second name in the same file system, unless there is a file of that name; the name survives a
/// power cut.
[[nodiscard]] Result<void> linkDurably(const QString &from, const QString &to);
/// Makes a folder in an existing one, if it is missing; its name survives a power cut.
[[nodiscard]] Result<void> makeFolderDurably(const QString &path);
/// Removes a file; that there is none is no error.
[[nodiscard]] Result<void> removeFile(const QString &path);
/// SHA-256 of a file's bytes, in lower-case hex.
[[nodiscard]] Result<QString> sha256OfFile(const QString &path);
/// Bytes that may still be written to the file system of `folder`.
[[nodiscard]] Result<qint64> freeSpace(const QString &folder);

} // namespace toasoan
