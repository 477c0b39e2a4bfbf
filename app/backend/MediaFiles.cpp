#include "backend/MediaFiles.h"

#include "backend/DurableFile.h"
#include "backend/api/HttpStatus.h"
#include "base/Log.h"
#include "imaging/Imaging.h"
#include "storage/MediaStore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <iterator>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// A name is bound to bytes that never change: whoever has them never needs to ask again.
constexpr auto forEveryone = "public, max-age=31536000, immutable";
constexpr auto forOneReader = "private, max-age=31536000, immutable";

// Longer than the largest picture takes to be made, with others before it.
constexpr std::chrono::seconds longestMaking{60};

http::Response fileResponse(std::shared_ptr<const http::OpenFile> file, const QByteArray &type, const QString &etag,
                            const QByteArray &caching)
{
    return http::FileAnswer{.file = std::move(file),
                            .contentType = type,
                            .etag = '"' + etag.toLatin1() + '"',
                            .fields = {{"Cache-Control", caching}, {"X-Content-Type-Options", "nosniff"}}};
}

// Names the bytes to the public without telling what the original's hash is: that is known to its own people only.
QString publicTag(const QString &path)
{
    const QByteArray name = "rendition " + QFileInfo(path).fileName().toUtf8();
    return QString::fromLatin1(QCryptographicHash::hash(name, QCryptographicHash::Sha256).toHex().first(32));
}

// Writes a file that may be made again at any time, yet is never seen half.
Result<void> writeWhole(const QString &path, const QByteArray &bytes)
{
    const QString unfinished = path + ".part"_L1;
    auto file = DurableFile::open(unfinished, DurableFile::Mode::WriteEmpty);
    if (!file)
        return file.error();
    auto written = file->writeAt(0, std::string_view(bytes.constData(), std::size_t(bytes.size())));
    if (written)
        written = file->sync();
    if (written)
        written = moveDurably(unfinished, path);
    if (!written)
        (void)removeFile(unfinished);
    return written;
}

} // namespace

std::vector<int> standardWidths(const Media &media)
{
    std::vector<int> widths;
    std::ranges::copy_if(imaging::publicWidths, std::back_inserter(widths),
                         [&media](int width) { return width <= media.width; });
    if (widths.empty())
        widths.push_back(media.width);
    return widths;
}

MediaFiles::MediaFiles(QString folder, std::unique_ptr<const imaging::Imaging> imaging)
    : m_folder(std::move(folder))
    , m_imaging(std::move(imaging))
{ }

MediaFiles::~MediaFiles() = default;

Result<std::unique_ptr<MediaFiles>> MediaFiles::open(const QString &dataFolder)
{
    auto imaging = imaging::Imaging::start();
    if (!imaging)
        return imaging.error();
    for (const auto name : {"/media"_L1, "/renditions"_L1, "/uploads"_L1}) {
        if (auto made = makeFolderDurably(dataFolder + name); !made)
            return made.error().during(u"data folder"_s);
    }
    // What a server that was killed had begun.
    const QDir renditions(dataFolder + "/renditions"_L1);
    for (const QString &name : renditions.entryList({u"*.part"_s}, QDir::Files)) {
        if (auto removed = removeFile(renditions.filePath(name)); !removed)
            return removed.error();
    }
    return std::unique_ptr<MediaFiles>(new MediaFiles(dataFolder, *std::move(imaging)));
}

QString MediaFiles::originalPath(const QString &sha256) const
{
    return m_folder + "/media/"_L1 + sha256.left(2) + u'/' + sha256;
}

QString MediaFiles::uploadPath(UploadId id) const
{
    return uploadsFolder() + u'/' + id.toText();
}

QString MediaFiles::uploadsFolder() const
{
    return m_folder + "/uploads"_L1;
}

Result<void> MediaFiles::takeIn(const QString &path, const QString &sha256)
{
    const QString place = originalPath(sha256);
    if (auto made = makeFolderDurably(QFileInfo(place).path()); !made)
        return made.error();
    auto file = DurableFile::open(path, DurableFile::Mode::Read);
    if (!file)
        return file.error();
    if (auto synced = file->sync(); !synced)
        return synced.error();
    return linkDurably(path, place);
}

Result<http::Response> MediaFiles::original(const Media &media) const
{
    auto file = http::OpenFile::open(originalPath(media.sha256));
    if (!file && file.error().code == ErrorCode::NotFound)
        return Error{ErrorCode::Corrupt, u"media.file"_s, u"no original of media %1"_s.arg(media.id.toText())};
    if (!file)
        return file.error();
    return fileResponse(*std::move(file), "image/" + media.format.toLatin1(), media.sha256, forOneReader);
}

Result<http::Response> MediaFiles::rendition(const Media &media, int width, RenditionFormat format)
{
    if (!std::ranges::count(standardWidths(media), width))
        return Error{ErrorCode::NotFound, u"media.width"_s, QString::number(width)};
    const Rendition wanted{.sha256 = media.sha256, .width = width, .format = format};
    if (auto ready = answer(wanted); ready || ready.error().code != ErrorCode::NotFound)
        return ready;

    const auto later = http::DeferredAnswer::create(
        longestMaking, http::Response::empty(http::Status::ServiceUnavailable, {{"Retry-After", "5"}}));
    {
        const std::scoped_lock lock(m_mutex);
        m_wanted[wanted].push_back(later);
        if (std::exchange(m_isMaking, true))
            return http::Response(later);
    }
    makeAllWanted();
    return http::Response(later);
}

std::optional<http::Response> MediaFiles::readyRendition(const Media &media, int width, RenditionFormat format) const
{
    if (!std::ranges::count(standardWidths(media), width))
        return std::nullopt;
    auto ready = answer({.sha256 = media.sha256, .width = width, .format = format});
    return ready ? std::optional(*std::move(ready)) : std::nullopt;
}

void MediaFiles::makeAllWanted()
{
    std::unique_lock lock(m_mutex);
    while (!m_wanted.empty()) {
        const Rendition rendition = m_wanted.begin()->first;
        lock.unlock();
        // Its other format may have been made meanwhile, and this one with it.
        auto made = QFile::exists(path(rendition)) ? Result<void>() : make(rendition);
        if (!made) {
            writeLog(LogLevel::Error, "rendition.failed",
                     {{"sha256"_L1, rendition.sha256},
                      {"width"_L1, rendition.width},
                      {"code"_L1, toText(made.error().code)},
                      {"subject"_L1, made.error().subject},
                      {"detail"_L1, made.error().detail}});
        }
        lock.lock();
        // Who asks from now on finds the file, or tries again.
        const auto waiting = m_wanted.extract(rendition);
        lock.unlock();
        for (const http::DeferredAnswer &deferred : waiting.mapped()) {
            auto response = made ? answer(rendition) : Result<http::Response>(made.error());
            deferred.complete(response ? *std::move(response)
                                       : http::Response::empty(httpStatus(response.error().code)));
        }
        lock.lock();
    }
    m_isMaking = false;
}

QString MediaFiles::path(const Rendition &rendition) const
{
    return u"%1/renditions/%2-%3.%4"_s.arg(m_folder, rendition.sha256)
        .arg(rendition.width)
        .arg(rendition.format == RenditionFormat::Webp ? "webp"_L1 : "jpg"_L1);
}

Result<http::Response> MediaFiles::answer(const Rendition &rendition) const
{
    auto file = http::OpenFile::open(path(rendition));
    if (!file)
        return file.error();
    const bool isWebp = rendition.format == RenditionFormat::Webp;
    return fileResponse(*std::move(file), isWebp ? "image/webp" : "image/jpeg", publicTag(path(rendition)),
                        forEveryone);
}

Result<void> MediaFiles::make(const Rendition &rendition) const
{
    auto made = m_imaging->deriveFile(originalPath(rendition.sha256), {rendition.width});
    // The original was whole when it was taken in.
    if (!made)
        return Error{ErrorCode::Corrupt, u"media.file"_s, made.error().subject + u": "_s + made.error().detail};
    for (const imaging::Rendition &picture : *made) {
        Rendition kept = rendition;
        kept.format = picture.format == imaging::Format::Webp ? RenditionFormat::Webp : RenditionFormat::Jpeg;
        if (auto written = writeWhole(path(kept), picture.bytes); !written)
            return written.error();
    }
    return {};
}

Result<int> MediaFiles::removeExpiredUploads(Database &database, const Clock &clock)
{
    auto transaction = Transaction::begin(database, Access::Write);
    if (!transaction)
        return transaction.error();
    MediaStore media(*transaction);
    auto expired = media.expiredUploads(clock.now());
    if (!expired)
        return expired.error();
    for (const Upload &upload : *expired) {
        // Files first: a row without a file is an upload at offset 0, a file without a row would stay for ever.
        for (const QString &path : {uploadPath(upload.id), piecePath(upload.id)}) {
            if (auto removed = removeFile(path); !removed)
                return removed.error();
        }
        if (auto removed = media.removeUpload(upload.id); !removed)
            return removed.error();
    }
    if (auto committed = transaction->commit(); !committed)
        return committed.error();
    return int(expired->size());
}

QString MediaFiles::piecePath(UploadId id) const
{
    return uploadPath(id) + ".piece"_L1;
}

} // namespace toasoan
