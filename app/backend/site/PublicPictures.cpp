#include "backend/site/PublicPictures.h"

#include "base/Log.h"
#include "storage/EntryStore.h"
#include "storage/MediaStore.h"
#include "storage/PublicationStore.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// Nobody reads what stands in place of a picture.
http::Response pictureFailure(const Error &error)
{
    writeLog(LogLevel::Error, "picture.failed", {{"subject"_L1, error.subject}, {"detail"_L1, error.detail}});
    return http::Response::empty(http::Status::ServiceUnavailable, {{"Retry-After", "5"}});
}

Result<std::optional<Media>> findPublicPicture(Transaction &transaction, MediaId id)
{
    auto isPublic = PublicationStore(transaction).isPublicPicture(id);
    if (isPublic && !*isPublic)
        isPublic = EntryStore(transaction).isPublicPicture(id);
    if (!isPublic)
        return isPublic.error();
    if (!*isPublic)
        return std::optional<Media>();
    auto media = MediaStore(transaction).find(id);
    if (!media)
        return media.error();
    return std::optional(*std::move(media));
}

// Who takes turns with others: a home has a whole IPv6 network.
QString readerOf(const http::Request &request)
{
    if (!request.isPeerKnown())
        return QString::fromUtf8(request.peerAlias().data(), qsizetype(request.peerAlias().size()));
    return QString::fromStdString(http::PeerAddress{.bytes = request.peer().limitKey()}.toText());
}

} // namespace

http::Response publicPicture(const PictureAddress &address, const http::Request &request, Services &services,
                             Worker &worker)
{
    auto media = readIn(*worker.database,
                        [&](Transaction &transaction) { return findPublicPicture(transaction, address.media); });
    if (!media)
        return pictureFailure(media.error());
    if (!*media)
        return http::Response::empty(http::Status::NotFound);
    const auto format = address.format == PictureFormat::Webp ? RenditionFormat::Webp : RenditionFormat::Jpeg;
    auto file = services.media.rendition(**media, address.width, format, readerOf(request));
    if (file)
        return *std::move(file);
    return file.error().code == ErrorCode::NotFound ? http::Response::empty(http::Status::NotFound)
                                                    : pictureFailure(file.error());
}

} // namespace toasoan
