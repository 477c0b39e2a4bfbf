#include "sync/PictureStore.h"

#include "base/PrivateFiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStorageInfo>

#ifdef Q_OS_UNIX
#include <fcntl.h>
#include <unistd.h>
#endif

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// A new name lasts only when its folder is on the disk too.
void syncFolder([[maybe_unused]] const QString &folder)
{
#ifdef Q_OS_UNIX
    const int descriptor = ::open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (descriptor < 0)
        return;
    ::fsync(descriptor);
    ::close(descriptor);
#endif
}

} // namespace

PictureStore::PictureStore(QString folder) : m_folder(std::move(folder)) { }

QString PictureStore::path(const QString &sha256) const
{
    return m_folder + u'/' + sha256.left(2) + u'/' + sha256;
}

bool PictureStore::has(const QString &sha256) const
{
    return QFileInfo::exists(path(sha256));
}

Result<StoredPicture> PictureStore::take(const QByteArray &bytes) const
{
    if (bytes.size() > largest)
        return Error{ErrorCode::TooLarge, u"picture.size"_s, QString::number(bytes.size())};
    auto shape = pictures::readShape(bytes);
    if (!shape)
        return shape.error();
    if (!pictures::isWithin(pictures::Limits(), *shape))
        return Error{ErrorCode::TooLarge, u"picture.size"_s, u"%1 x %2"_s.arg(shape->width).arg(shape->height)};
    const auto sha256 = QString::fromLatin1(QCryptographicHash::hash(bytes, QCryptographicHash::Sha256).toHex());
    StoredPicture stored{.sha256 = sha256, .file = path(sha256), .size = bytes.size(), .shape = *shape};
    if (QFileInfo(stored.file).size() == bytes.size())
        return stored;
    if (auto written = write(stored.file, bytes); !written)
        return written.error();
    return stored;
}

QString PictureStore::shownPath(const QString &sha256OfOriginal) const
{
    return u"%1.%2.shown"_s.arg(path(sha256OfOriginal)).arg(pictures::renditionForm);
}

bool PictureStore::hasShown(const QString &sha256OfOriginal) const
{
    return QFileInfo::exists(shownPath(sha256OfOriginal));
}

Result<QString> PictureStore::keepShown(const QString &sha256OfOriginal, const QByteArray &bytes) const
{
    const auto shape = pictures::readShape(bytes);
    if (!shape)
        return shape.error();
    if (shape->format != pictures::Format::Jpeg && shape->format != pictures::Format::Webp)
        return Error{ErrorCode::Unsupported, u"picture.format"_s, pictures::toText(shape->format)};
    const QString file = shownPath(sha256OfOriginal);
    if (auto written = write(file, bytes); !written)
        return written.error();
    QFile::remove(path(sha256OfOriginal) + ".shown"_L1); // of a version that gave it no form
    return file;
}

Result<void> PictureStore::write(const QString &path, const QByteArray &bytes) const
{
    const QString folder = QFileInfo(path).path();
    if (auto made = makePrivateFolder(folder, {}); !made)
        return Error{ErrorCode::Unavailable, u"picture.store"_s, made.error().detail};
    // Writes to a temporary name, syncs and renames.
    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly) || !file.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        || file.write(bytes) != bytes.size() || !file.commit()) {
        const bool isFull =
            file.error() == QFileDevice::ResourceError || QStorageInfo(m_folder).bytesAvailable() < bytes.size();
        return Error{isFull ? ErrorCode::StorageFull : ErrorCode::Unavailable, u"picture.store"_s, file.errorString()};
    }
    syncFolder(folder);
    syncFolder(m_folder);
    return {};
}

Result<StoredPicture> PictureStore::takeFile(const QString &path) const
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return Error{ErrorCode::NotFound, u"picture.file"_s, file.errorString()};
    if (file.size() > largest)
        return Error{ErrorCode::TooLarge, u"picture.size"_s, QString::number(file.size())};
    return take(file.readAll());
}

bool PictureStore::remove(const QString &sha256) const
{
    const QDir folder = QFileInfo(path(sha256)).dir();
    const QStringList files = folder.entryList({sha256 + u'*'}, QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    return std::ranges::all_of(files, [&folder](const QString &name) { return QFile::remove(folder.filePath(name)); });
}

Result<QByteArray> PictureStore::read(const QString &sha256, qint64 offset, qint64 length) const
{
    QFile file(path(sha256));
    if (!file.open(QIODevice::ReadOnly) || !file.seek(offset))
        return Error{ErrorCode::Corrupt, u"picture.file"_s, file.errorString()};
    QByteArray bytes = file.read(length);
    if (bytes.size() != length)
        return Error{ErrorCode::Corrupt, u"picture.file"_s, u"shorter than it was"_s};
    return bytes;
}

} // namespace toasoan
