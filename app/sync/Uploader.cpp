#include "sync/Uploader.h"

#include "base/Log.h"
#include "protocol/ErrorJson.h"
#include "protocol/Wire.h"
#include "sync/ServerAnswer.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUrl>

namespace toasoan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

// A picture that arrives wrong, or whose upload vanishes, again and again is given back to the person.
constexpr int mostStarts = 4;

bool isSent(const PictureEntry &picture)
{
    return picture.sent >= picture.size;
}

} // namespace

Uploader::Uploader(Replica &replica, const PictureStore &store, Transport &transport, const Clock &clock, Dice &dice,
                   Listener &listener)
    : m_replica(replica)
    , m_store(store)
    , m_transport(transport)
    , m_clock(clock)
    , m_dice(dice)
    , m_listener(listener)
{ }

void Uploader::setToken(const QString &token)
{
    if (m_token == token)
        return;
    m_token = token;
    m_pending.reset();
    m_picture.reset();
    tryNow();
}

void Uploader::tryNow()
{
    m_rest.reset();
    m_failures = 0;
    m_troubles.clear();
    // A piece on its way is left alone: the server would hold the upload until it has noticed the cut.
    if (m_pending)
        return;
    m_picture.reset();
    advance();
}

std::optional<Instant> Uploader::wakeAt() const
{
    if (m_token.isEmpty())
        return std::nullopt;
    if (m_rest)
        return m_rest->until;
    std::optional<Instant> earliest;
    for (const auto &[media, trouble] : m_troubles) {
        if (trouble.rest.failures > 0 && (!earliest || trouble.rest.until < *earliest))
            earliest = trouble.rest.until;
    }
    return m_pending ? std::nullopt : earliest;
}

std::optional<HeldUp> Uploader::heldUp(MediaId media) const
{
    if (m_rest)
        return HeldUp{.why = m_rest->why, .nextTry = m_rest->until};
    const auto known = m_troubles.find(media);
    if (known == m_troubles.end() || known->second.rest.failures == 0)
        return std::nullopt;
    return HeldUp{.why = known->second.rest.why, .nextTry = known->second.rest.until};
}

std::optional<HeldUp> Uploader::heldUp() const
{
    if (m_rest)
        return HeldUp{.why = m_rest->why, .nextTry = m_rest->until};
    for (const auto &[media, trouble] : m_troubles) {
        if (const auto held = heldUp(media))
            return held;
    }
    return std::nullopt;
}

bool Uploader::isIdle()
{
    if (m_pending)
        return false;
    const auto picture = next(true);
    return picture && !*picture;
}

bool Uploader::isBusy()
{
    if (m_pending)
        return true;
    if (m_rest)
        return false;
    const auto picture = next();
    return picture && *picture;
}

Result<std::optional<PictureEntry>> Uploader::next(bool all)
{
    auto pictures = m_replica.pictures();
    if (!pictures)
        return pictures.error();
    for (const PictureEntry &picture : *pictures) {
        if (!picture.error.isEmpty() || isSent(picture))
            continue;
        const auto trouble = m_troubles.find(picture.media);
        if (all || trouble == m_troubles.end() || trouble->second.rest.isOver(m_clock.now()))
            return std::optional(picture);
    }
    return std::optional<PictureEntry>();
}

void Uploader::advance()
{
    if (m_token.isEmpty() || m_pending)
        return;
    if (m_rest && !m_rest->isOver(m_clock.now()))
        return;
    m_rest.reset();
    if (!m_picture) {
        auto picture = next();
        if (!picture)
            return rest(picture.error());
        if (!*picture) {
            // What rested long enough and does not wait any more was settled otherwise.
            std::erase_if(m_troubles, [this](const auto &each) { return each.second.rest.isOver(m_clock.now()); });
            return;
        }
        m_picture = **std::move(picture);
        m_isOffsetKnown = false;
    }
    if (m_picture->uploadAddress.isEmpty())
        create();
    else if (!m_isOffsetKnown)
        askOffset();
    else
        sendPiece();
}

void Uploader::send(TransportRequest request, void (Uploader::*answered)(const TransportResponse &))
{
    request.fields = apiFields(m_token) + request.fields;
    request.fields.emplace_back("Tus-Resumable", "1.0.0");
    m_pending = m_transport.send(request, [this, answered](const Result<TransportResponse> &response) {
        const auto finished = std::move(m_pending);
        if (!response)
            return rest(response.error());
        if (response->status == 401)
            return endSession();
        (this->*answered)(*response);
    });
}

void Uploader::create()
{
    const QByteArray metadata = "filename " + m_picture->name.toUtf8().toBase64() + ",mediaId "
        + m_picture->media.toText().toLatin1().toBase64() + ",sha256 " + m_picture->sha256.toLatin1().toBase64();
    send({.method = "POST",
          .path = QString::fromLatin1(wire::uploads),
          .fields = {{"Upload-Length", QByteArray::number(m_picture->size)}, {"Upload-Metadata", metadata}},
          .body = {}},
         &Uploader::created);
}

void Uploader::created(const TransportResponse &response)
{
    if (response.status != 201) {
        const Error error = answerError(response);
        return mayGoBetterLater(error) ? failed(response, error) : refuse(error);
    }
    // An absolute address is taken for its path: behind a proxy the server may know itself by another name.
    const QUrl location(QString::fromLatin1(response.field("Location")));
    if (location.path().isEmpty())
        return restPicture({ErrorCode::Unavailable, u"network"_s, u"an upload without address"_s});
    m_picture->uploadAddress = location.path();
    bool ok = false;
    const qint64 offset = response.field("Upload-Offset").toLongLong(&ok);
    m_isOffsetKnown = true;
    reached(ok ? offset : 0);
}

void Uploader::askOffset()
{
    send({.method = "HEAD", .path = m_picture->uploadAddress, .fields = {}, .body = {}}, &Uploader::offsetTold);
}

void Uploader::offsetTold(const TransportResponse &response)
{
    if (response.status == 404 || response.status == 410)
        return startAnew();
    bool ok = false;
    const qint64 offset = response.field("Upload-Offset").toLongLong(&ok);
    const bool isGood = response.status >= 200 && response.status < 300 && ok && offset >= 0;
    // The answer to HEAD has no body: finishing a whole upload that the server finds wrong shows as its status alone.
    if (response.status == 460 || response.status == 415 || response.status == 413 || response.status == 422)
        return startAnew();
    if (!isGood)
        return failed(response, answerError(response)); // its status says as much as there is to know
    m_isOffsetKnown = true;
    reached(offset);
}

void Uploader::sendPiece()
{
    const auto bytes =
        m_store.read(m_picture->sha256, m_picture->sent, std::min(pieceSize, m_picture->size - m_picture->sent));
    if (!bytes)
        return refuse(bytes.error());
    const QByteArray checksum = QCryptographicHash::hash(*bytes, QCryptographicHash::Sha256).toBase64();
    send({.method = "PATCH",
          .path = m_picture->uploadAddress,
          .fields = {{"Content-Type", "application/offset+octet-stream"},
                     {"Upload-Offset", QByteArray::number(m_picture->sent)},
                     {"Upload-Checksum", "sha256 " + checksum}},
          .body = *bytes,
          .patience = 120s},
         &Uploader::pieceAnswered);
}

void Uploader::pieceAnswered(const TransportResponse &response)
{
    if (response.status >= 200 && response.status < 300) {
        bool ok = false;
        const qint64 offset = response.field("Upload-Offset").toLongLong(&ok);
        if (!ok || offset <= m_picture->sent)
            return restPicture({ErrorCode::Unavailable, u"network"_s, u"an offset that did not move"_s});
        return reached(offset);
    }
    const Error error = answerError(response);
    if (response.status == 404 || response.status == 410 || error.subject == u"upload.sha256"_s)
        return startAnew();
    // Where the server stands, it says itself.
    m_isOffsetKnown = false;
    if (error.subject == u"upload.offset"_s || error.subject == u"upload.checksum"_s || mayGoBetterLater(error))
        return failed(response, error);
    refuse(error);
}

void Uploader::reached(qint64 offset)
{
    m_failures = 0;
    if (offset > m_picture->size)
        return startAnew();
    if (const auto known = m_troubles.find(m_picture->media);
        known != m_troubles.end() && std::exchange(known->second.rest, {}).failures > 0)
        m_listener.onUploadTrouble();
    m_picture->sent = offset;
    keep();
    m_listener.onUploadProgress(m_picture->media, offset, m_picture->size);
    if (isSent(*m_picture)) {
        const MediaId media = m_picture->media;
        m_picture.reset();
        m_troubles.erase(media);
        // The feed tells when others have it, and then it no longer waits; it may have told already.
        if (const auto known = m_replica.media(media); known && *known)
            static_cast<void>(m_replica.removePicture(media));
        m_listener.onUploadEnd(media, {});
    }
    advance();
}

void Uploader::startAnew()
{
    m_picture->uploadAddress.clear();
    m_picture->sent = 0;
    m_isOffsetKnown = false;
    // Counted here, by what the server answered: a network that is away says nothing about the picture.
    if (++m_troubles[m_picture->media].starts >= mostStarts)
        return refuse({ErrorCode::ChecksumMismatch, u"upload.sha256"_s, u"it arrives wrong again and again"_s});
    keep();
    advance();
}

void Uploader::refuse(const Error &error)
{
    m_picture->error = errorBody(error);
    keep();
    const MediaId media = m_picture->media;
    m_picture.reset();
    m_troubles.erase(media);
    m_listener.onUploadEnd(media, error);
    advance();
}

void Uploader::failed(const TransportResponse &response, const Error &error)
{
    const bool isOfTheSender = error.code == ErrorCode::RateLimited || response.status == 429;
    isOfTheSender ? rest(error, retryAfter(response)) : restPicture(error, retryAfter(response));
}

void Uploader::rest(const Error &error, Milliseconds atLeast)
{
    m_isOffsetKnown = false;
    m_rest = Rest{.why = {}, .failures = m_failures++, .since = {}, .until = {}};
    m_rest->fail(error, atLeast, m_clock.now(), m_dice);
    m_listener.onUploadTrouble();
}

void Uploader::restPicture(const Error &error, Milliseconds atLeast)
{
    const MediaId media = m_picture->media;
    m_picture.reset();
    Rest &rest = m_troubles[media].rest;
    rest.fail(error, atLeast, m_clock.now(), m_dice);
    writeLog(LogLevel::Warning, "upload.heldUp",
             {{u"media"_s, media.toText()},
              {u"code"_s, toText(error.code)},
              {u"subject"_s, error.subject},
              {u"failures"_s, rest.failures}});
    m_listener.onUploadTrouble();
    advance();
}

void Uploader::endSession()
{
    m_token.clear();
    m_picture.reset();
    m_listener.onTokenRefused();
}

// The picture may have been struck off meanwhile: the feed told that the server has it, or the person dropped it.
void Uploader::keep()
{
    const auto known = m_replica.picture(m_picture->media);
    if (known && *known)
        static_cast<void>(m_replica.putPicture(*m_picture));
}

} // namespace toasoan
