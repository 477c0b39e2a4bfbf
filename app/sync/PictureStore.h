// The pictures on this PC: files named after the SHA-256 of their bytes, each there only when it is complete and on the
// disk. No database: which picture has which bytes is the replica's to know.
#pragma once

#include "base/Result.h"
#include "pictures/PictureFile.h"

#include <QByteArray>
#include <QString>

namespace toasoan {

struct StoredPicture
{
    QString sha256; ///< in hex
    QString file;
    qint64 size = 0; ///< in bytes
    pictures::Shape shape;
};

class PictureStore
{
public:
    /// The most that a server takes (Uploads), in bytes.
    static constexpr qint64 largest = 64LL << 20;

    /// `folder` is made with the first picture.
    explicit PictureStore(QString folder);

    /// Unsupported "picture.format", TooLarge "picture.size"; StorageFull or Unavailable "picture.store".
    [[nodiscard]] Result<StoredPicture> take(const QByteArray &bytes) const;
    /// NotFound "picture.file" if it cannot be read.
    [[nodiscard]] Result<StoredPicture> takeFile(const QString &path) const;

    [[nodiscard]] bool has(const QString &sha256) const;
    [[nodiscard]] QString path(const QString &sha256) const;
    /// Beside an original that windows cannot draw: what readers will see of it, as the server made it. The bytes can
    /// be had again at any time. Unsupported "picture.format" if they are no JPEG or WebP; the errors of take().
    [[nodiscard]] Result<QString> keepShown(const QString &sha256OfOriginal, const QByteArray &bytes) const;
    [[nodiscard]] bool hasShown(const QString &sha256OfOriginal) const;
    [[nodiscard]] QString shownPath(const QString &sha256OfOriginal) const;

    /// Removes the file, and what was kept beside it. False where that is not to be done just now; what is not there is
    /// removed.
    [[nodiscard]] bool remove(const QString &sha256) const;

    /// `length` bytes from `offset` on. Corrupt "picture.file" if they are not there.
    [[nodiscard]] Result<QByteArray> read(const QString &sha256, qint64 offset, qint64 length) const;

private:
    [[nodiscard]] Result<void> write(const QString &path, const QByteArray &bytes) const;

    QString m_folder;
};

} // namespace toasoan
