#include "backend/MediaFiles.h"

#include "backend/DurableFile.h"
#include "backend/api/HttpStatus.h"
#include "base/Log.h"
#include "protocol/ErrorJson.h"
#include "storage/MediaStore.h"

#include <QCryptographicHash>
#include <QDir>
#include <QDirIterator>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <iterator>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// A name is bound to bytes that never change, but what may be shown does: a picture that is taken down is gone from
// browsers and proxies a day later. Who has it and asks again gets a 304.
constexpr auto forEveryone = "public, max-age=86400";
// What is only for the desk of somebody who has seen it: an original, and what this program makes of it.
constexpr auto forOneReader = "private, max-age=31536000, immutable";
constexpr auto forOneReaderToday = "private, max-age=86400";

// Longer than the largest picture takes to be made, with others before it.
constexpr std::chrono::seconds longestMaking{60};

// How long nobody tries again. What a picture is will not change; what stood in its way may.
constexpr std::chrono::minutes refusedFor{30};
constexpr std::chrono::seconds unableFor{20};
constexpr std::chrono::seconds askAgain{5}; // what is on its way
constexpr std::size_t failuresKept = 10'000;

QString pathOfOriginal(const QString &folder, const QString &sha256)
{
    return folder + "/media/"_L1 + sha256.left(2) + u'/' + sha256;
}

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

// Nobody reads what stands in place of a picture, but the program of somebody in the newsroom does.
http::Response failureAnswer(const Error &error, Audience audience, std::chrono::seconds retryAfter)
{
    http::FieldLines fields{{"Retry-After", QByteArray::number(qint64(retryAfter.count()))}};
    if (audience == Audience::Public)
        return http::Response::empty(httpStatus(error.code), std::move(fields));
    fields.push_back({"Cache-Control", "no-store"});
    return http::Response::json(httpStatus(error.code), errorBody(error), std::move(fields));
}

// What a server that was killed had begun, and what was made in another form: its names hold another number, or none.
Result<void> removeOldRenditions(const QString &folder)
{
    static const QRegularExpression rendition(u"\\A[0-9a-f]{64}-[0-9]+(?:\\.([0-9]+))?\\.(?:webp|jpg)\\z"_s);
    const QString form = QString::number(imaging::renditionForm);
    for (QDirIterator files(folder, QDir::Files); files.hasNext();) {
        const QString path = files.next();
        const auto match = rendition.match(files.fileName());
        if (!path.endsWith(".part"_L1) && (!match.hasMatch() || match.capturedView(1) == form))
            continue;
        if (auto removed = removeFile(path); !removed)
            return removed.error();
    }
    return {};
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

std::vector<int> standardWidths(const Media &media, RenditionFormat format)
{
    std::vector<int> widths = standardWidths(media);
    const bool fits = format == RenditionFormat::Jpeg || std::ranges::all_of(widths, [&media](int width) {
                          return imaging::fitsWebp(media.width, media.height, width);
                      });
    return fits ? widths : std::vector<int>();
}

MediaFiles::MediaFiles(QString folder, std::unique_ptr<imaging::Decoders> decoders)
    : m_folder(std::move(folder))
    , m_decoders(std::move(decoders))
{ }

MediaFiles::~MediaFiles() = default;

Result<std::unique_ptr<MediaFiles>> MediaFiles::open(const QString &dataFolder, const imaging::DecoderOptions &options)
{
    auto decoders = imaging::Decoders::start(options);
    if (!decoders)
        return decoders.error();
    for (const auto name : {"/media"_L1, "/renditions"_L1, "/uploads"_L1}) {
        if (auto made = makeFolderDurably(dataFolder + name); !made)
            return made.error().during(u"data folder"_s);
    }
    if (auto removed = removeOldRenditions(dataFolder + "/renditions"_L1); !removed)
        return removed.error();
    return std::unique_ptr<MediaFiles>(new MediaFiles(dataFolder, *std::move(decoders)));
}

QString MediaFiles::originalPath(const QString &sha256) const
{
    return pathOfOriginal(m_folder, sha256);
}

Result<void> verifyOriginals(Database &database, const QString &folder)
{
    const auto all = readIn(database, [](Transaction &transaction) { return MediaStore(transaction).all(); });
    if (!all)
        return all.error();
    QStringList faulty;
    for (const Media &media : *all) {
        const QFileInfo file(pathOfOriginal(folder, media.sha256));
        if (!file.isFile() || file.size() != media.size)
            faulty.append(media.id.toText());
    }
    if (faulty.isEmpty())
        return {};
    constexpr qsizetype named = 5;
    return Error{ErrorCode::Corrupt, u"media.file"_s,
                 u"%1 of %2: %3"_s.arg(faulty.size()).arg(all->size()).arg(faulty.mid(0, named).join(u", "_s))};
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
    if (qint64((*file)->size()) != media.size)
        return Error{ErrorCode::Corrupt, u"media.file"_s,
                     u"a part of the original of media %1"_s.arg(media.id.toText())};
    return fileResponse(*std::move(file), "image/" + media.format.toLatin1(), media.sha256, forOneReader);
}

Result<http::Response> MediaFiles::rendition(const Media &media, int width, RenditionFormat format,
                                             const QString &reader, Audience audience)
{
    if (!std::ranges::count(standardWidths(media, format), width))
        return Error{ErrorCode::NotFound, u"media.width"_s, QString::number(width)};
    const Rendition wanted{.sha256 = media.sha256, .width = width, .format = format};
    if (auto ready = answer(wanted, audience); ready || ready.error().code != ErrorCode::NotFound)
        return ready;
    if (auto failed = rememberedFailure(wanted, audience))
        return *std::move(failed);

    const Error notYet{ErrorCode::Unavailable, u"picture.decoder"_s, u"not made yet"_s};
    const auto later = http::DeferredAnswer::create(longestMaking, failureAnswer(notYet, audience, askAgain));
    {
        const std::scoped_lock lock(m_mutex);
        Making &making = m_wanted[wanted];
        const bool waitsInHisTurn = std::ranges::count(making.askers, reader, &Asker::reader) > 0;
        making.askers.push_back({.answer = later, .audience = audience, .reader = reader});
        if (making.isBegun || waitsInHisTurn)
            return http::Response(later);
    }
    if (auto waits = make(wanted, reader); !waits)
        turnAway(wanted, reader, waits.error());
    return http::Response(later);
}

std::optional<http::Response> MediaFiles::rememberedFailure(const Rendition &rendition, Audience audience)
{
    const std::scoped_lock lock(m_mutex);
    const auto failure = m_failures.find(rendition);
    if (failure == m_failures.end())
        return std::nullopt;
    const auto left = failure->second.until - std::chrono::steady_clock::now();
    if (left <= left.zero()) {
        m_failures.erase(failure);
        return std::nullopt;
    }
    return failureAnswer(failure->second.error, audience, std::chrono::ceil<std::chrono::seconds>(left));
}

Result<void> MediaFiles::make(const Rendition &rendition, const QString &reader)
{
    const auto format = rendition.format == RenditionFormat::Webp ? imaging::Format::Webp : imaging::Format::Jpeg;
    return m_decoders->deriveFile(
        originalPath(rendition.sha256), {rendition.width}, {format}, reader,
        [this, rendition](imaging::Decoders::Asked asked) { return isWanted(rendition, asked); },
        [this, rendition](const Result<std::vector<imaging::Rendition>> &made) {
            if (!made)
                finish(rendition, made.error());
            else if (made->size() != 1)
                finish(rendition, Error{ErrorCode::Internal, u"imaging"_s, u"%1 renditions"_s.arg(made->size())});
            else
                finish(rendition, writeWhole(path(rendition), made->front().bytes));
        });
}

bool MediaFiles::isWanted(const Rendition &rendition, imaging::Decoders::Asked asked)
{
    const std::scoped_lock lock(m_mutex);
    const auto known = m_wanted.find(rendition);
    if (known == m_wanted.end() || known->second.isBegun) // done, or being done, in another's turn
        return false;
    if (std::ranges::all_of(known->second.askers, [](const Asker &asker) { return asker.answer.isOver(); })) {
        m_wanted.erase(known); // who asks from now on has it made
        return false;
    }
    known->second.isBegun = asked == imaging::Decoders::Asked::InItsTurn;
    return true;
}

void MediaFiles::turnAway(const Rendition &rendition, const QString &reader, const Error &error)
{
    std::vector<Asker> away;
    {
        const std::scoped_lock lock(m_mutex);
        const auto known = m_wanted.find(rendition);
        if (known == m_wanted.end() || known->second.isBegun)
            return;
        auto &askers = known->second.askers;
        const auto his =
            std::ranges::stable_partition(askers, [&](const Asker &asker) { return asker.reader != reader; });
        std::ranges::move(his, std::back_inserter(away));
        askers.erase(his.begin(), his.end());
        if (askers.empty())
            m_wanted.erase(known);
    }
    for (const Asker &asker : away)
        asker.answer.complete(failureAnswer(error, asker.audience, askAgain));
}

void MediaFiles::finish(const Rendition &rendition, const Result<void> &made)
{
    using SteadyClock = std::chrono::steady_clock;
    Error error;
    std::chrono::seconds retryAfter = askAgain;
    if (!made) {
        error = made.error();
        // The original was whole when it was taken in.
        const bool isRefusal = !mayGoBetter(error.code);
        if (isRefusal)
            error.code = ErrorCode::Corrupt;
        retryAfter = isRefusal ? std::chrono::seconds(refusedFor) : unableFor;
        writeLogSparsely(LogLevel::Error, "rendition.failed",
                         {{"sha256"_L1, rendition.sha256},
                          {"width"_L1, rendition.width},
                          {"code"_L1, toText(error.code)},
                          {"subject"_L1, error.subject},
                          {"detail"_L1, error.detail}});
        const std::scoped_lock lock(m_mutex);
        if (m_failures.size() >= failuresKept)
            std::erase_if(m_failures, [](const auto &failure) { return failure.second.until <= SteadyClock::now(); });
        if (m_failures.size() < failuresKept)
            m_failures[rendition] = {.error = error, .until = SteadyClock::now() + retryAfter};
    }
    std::unique_lock lock(m_mutex);
    // Who asks from now on finds the file, or how it failed.
    const auto waiting = m_wanted.extract(rendition);
    lock.unlock();
    if (!waiting)
        return;
    for (const Asker &asker : waiting.mapped().askers) {
        auto response = made ? answer(rendition, asker.audience) : Result<http::Response>(error);
        asker.answer.complete(response ? *std::move(response)
                                       : failureAnswer(response.error(), asker.audience, retryAfter));
    }
}

void MediaFiles::stop()
{
    m_decoders->stop();
}

QString MediaFiles::path(const Rendition &rendition) const
{
    return u"%1/renditions/%2-%3.%4.%5"_s.arg(m_folder, rendition.sha256)
        .arg(rendition.width)
        .arg(imaging::renditionForm)
        .arg(rendition.format == RenditionFormat::Webp ? "webp"_L1 : "jpg"_L1);
}

Result<http::Response> MediaFiles::answer(const Rendition &rendition, Audience audience) const
{
    auto file = http::OpenFile::open(path(rendition));
    if (!file)
        return file.error();
    const bool isWebp = rendition.format == RenditionFormat::Webp;
    return fileResponse(*std::move(file), isWebp ? "image/webp" : "image/jpeg", publicTag(path(rendition)),
                        audience == Audience::Public ? forEveryone : forOneReaderToday);
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
