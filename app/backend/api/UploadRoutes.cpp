#include "backend/api/UploadRoutes.h"

#include "backend/Lanes.h"
#include "backend/Services.h"
#include "backend/api/Authorization.h"
#include "backend/api/HttpStatus.h"
#include "http/HttpDate.h"
#include "protocol/ErrorJson.h"
#include "protocol/Wire.h"

#include <charconv>
#include <map>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

constexpr std::string_view tusVersion = "1.0.0";
constexpr auto tusExtensions = "creation,checksum,expiration,termination";
constexpr auto tusChecksums = "sha1,sha256";
constexpr std::string_view pieceType = "application/offset+octet-stream";

// Fields of tus 1.0.0 that both directions use.
constexpr auto resumable = "Tus-Resumable";
constexpr auto uploadOffset = "Upload-Offset";
constexpr auto uploadLength = "Upload-Length";
constexpr auto uploadMetadata = "Upload-Metadata";

http::Response answer(http::Status status, http::FieldLines fields)
{
    fields.push_back({resumable, QByteArray(tusVersion.data(), qsizetype(tusVersion.size()))});
    fields.push_back({"Cache-Control", "no-store"});
    return http::Response::empty(status, std::move(fields));
}

// The status where tus wants another one than the rest of the API.
std::optional<http::Status> tusStatus(const Error &error)
{
    if (error.subject == "tus.version"_L1)
        return http::Status::PreconditionFailed;
    if (error.subject == "upload.busy"_L1)
        return http::Status::Locked;
    if (error.subject == "upload.checksum"_L1 && error.code == ErrorCode::InvalidInput)
        return http::Status::BadRequest;
    return std::nullopt;
}

http::Response refusal(const Error &error)
{
    // To ask again in a moment is part of sending a picture.
    http::Response response = error.subject == "upload.busy"_L1 ? unloggedErrorResponse(error) : errorResponse(error);
    auto &small = std::get<http::SmallAnswer>(response.content());
    small.status = tusStatus(error).value_or(small.status);
    small.fields.push_back({resumable, QByteArray(tusVersion.data(), qsizetype(tusVersion.size()))});
    if (error.subject == "tus.version"_L1)
        small.fields.push_back({"Tus-Version", QByteArray(tusVersion.data(), qsizetype(tusVersion.size()))});
    return response;
}

// Digits and nothing else, as tus writes numbers.
Result<qint64> number(const http::Request &request, const char *field, const QString &subject)
{
    const auto text = request.field(field);
    quint64 value = 0;
    if (text) {
        const auto [end, problem] = std::from_chars(text->data(), text->data() + text->size(), value);
        if (problem == std::errc() && end == text->data() + text->size()
            && value <= quint64(std::numeric_limits<qint64>::max()))
            return qint64(value);
    }
    return Error{ErrorCode::InvalidInput, subject, text ? textOf(*text) : u"missing"_s};
}

std::optional<QByteArray> fromBase64(std::string_view text)
{
    const auto decoded = QByteArray::fromBase64Encoding(QByteArray(text.data(), qsizetype(text.size())),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    return decoded ? std::optional(decoded.decoded) : std::nullopt;
}

std::string_view trimmed(std::string_view text)
{
    const auto start = text.find_first_not_of(' ');
    return start == std::string_view::npos ? std::string_view()
                                           : text.substr(start, text.find_last_not_of(' ') - start + 1);
}

// Upload-Metadata: "filename <base64>,mediaId <base64>,…".
Result<std::map<std::string_view, QByteArray>> readMetadata(std::string_view text)
{
    const Error malformed{ErrorCode::InvalidInput, u"upload.metadata"_s, {}};
    std::map<std::string_view, QByteArray> pairs;
    while (!text.empty()) {
        const auto comma = std::min(text.find(','), text.size());
        const std::string_view pair = trimmed(text.substr(0, comma));
        text.remove_prefix(std::min(comma + 1, text.size()));
        const auto blank = std::min(pair.find(' '), pair.size());
        const auto value = fromBase64(trimmed(pair.substr(blank)));
        if (blank == 0 || !value || !pairs.emplace(pair.substr(0, blank), *value).second)
            return malformed;
    }
    return pairs;
}

// A field's bytes, one character each.
QString latin1Of(std::string_view bytes)
{
    return QString::fromLatin1(bytes.data(), qsizetype(bytes.size()));
}

Result<NewUpload> readNewUpload(const http::Request &request)
{
    auto length = number(request, uploadLength, u"upload.length"_s);
    if (!length)
        return length.error();
    auto metadata = readMetadata(request.field(uploadMetadata).value_or(""));
    if (!metadata)
        return metadata.error();
    const auto media = MediaId::fromText(QString::fromUtf8((*metadata)["mediaId"]));
    if (!media)
        return Error{ErrorCode::InvalidInput, u"upload.mediaId"_s, {}};
    return NewUpload{.name = QString::fromUtf8((*metadata)["filename"]),
                     .media = *media,
                     .sha256 = QString::fromLatin1((*metadata)["sha256"]).toLower(),
                     .length = *length,
                     .metadata = latin1Of(request.field(uploadMetadata).value_or(""))};
}

// As it was announced; an upload from before that was kept is told from its parts.
QByteArray writeMetadata(const Upload &upload)
{
    if (!upload.metadata.isEmpty())
        return upload.metadata.toLatin1();
    return "filename " + upload.name.toUtf8().toBase64() + ",mediaId " + upload.media.toText().toLatin1().toBase64()
        + ",sha256 " + upload.sha256.toLatin1().toBase64();
}

// Upload-Checksum: "sha1 <base64>".
Result<std::optional<PieceChecksum>> readChecksum(const http::Request &request)
{
    const auto text = request.field("Upload-Checksum");
    if (!text)
        return std::optional<PieceChecksum>();
    const auto blank = std::min(text->find(' '), text->size());
    const std::string_view name = text->substr(0, blank);
    const auto digest = fromBase64(trimmed(text->substr(blank)));
    const auto algorithm = name == "sha256" ? QCryptographicHash::Sha256 : QCryptographicHash::Sha1;
    if ((name != "sha1" && name != "sha256") || !digest || digest->size() != QCryptographicHash::hashLength(algorithm))
        return Error{ErrorCode::InvalidInput, u"upload.checksum"_s, textOf(*text)};
    return std::optional(PieceChecksum{.algorithm = algorithm, .digest = *digest});
}

http::FieldLines stateFields(const UploadState &state)
{
    http::FieldLines fields{{uploadOffset, QByteArray::number(state.offset)}};
    if (!state.upload.finished)
        fields.push_back({"Upload-Expires", http::toHttpDate(state.upload.expiresAt)});
    return fields;
}

// Without a word in the log: nothing has failed.
http::Response notYet()
{
    const Error error{ErrorCode::Unavailable, u"picture.decoder"_s, u"not looked at yet"_s};
    return http::Response::json(httpStatus(error.code), errorBody(error),
                                {{resumable, QByteArray(tusVersion.data(), qsizetype(tusVersion.size()))},
                                 {"Cache-Control", "no-store"},
                                 {"Retry-After", "5"}});
}

// So long a client waits for what its picture is; after that it asks again, and the picture has kept its place.
constexpr std::chrono::seconds patience{45};

// What is answered when the upload is a picture, or is not whole yet. Nobody's worker waits while it is looked at:
// others announce and send theirs meanwhile.
template <typename Describe>
http::Response answerWhenKnown(const std::shared_ptr<Uploads> &uploads, Arrived arrived, Describe describe)
{
    if (const auto *state = std::get_if<UploadState>(&arrived))
        return describe(*state);
    const auto later = http::DeferredAnswer::create(patience, notYet(), http::DeferredAnswer::AtStop::IsWaitedFor);
    const auto whole = std::make_shared<WholeUpload>(std::get<WholeUpload>(std::move(arrived)));
    uploads->examine(whole->upload, [uploads, whole, later, describe](Result<imaging::Probe> facts) {
        later.complete(http::Response::job<Worker>(
            [uploads, whole, describe, facts = std::move(facts)](const http::Request &, Worker &worker) {
                auto state = uploads->finish(*worker.database, *whole, facts);
                return state ? describe(*state) : refusal(state.error());
            },
            lanes::pictures));
    });
    return later;
}

class PieceSink final : public http::BodySink
{
public:
    PieceSink(std::shared_ptr<Uploads> uploads, std::unique_ptr<UploadPiece> piece)
        : m_uploads(std::move(uploads))
        , m_piece(std::move(piece))
    { }

    std::optional<http::Response> write(std::string_view bytes, http::WorkerContext &) override
    {
        auto written = m_piece->write(bytes);
        return written ? std::nullopt : std::optional(refusal(written.error()));
    }

    http::Response finish(http::WorkerContext &) override
    {
        auto arrived = m_piece->finish();
        if (!arrived)
            return refusal(arrived.error());
        return answerWhenKnown(m_uploads, *std::move(arrived), [](const UploadState &state) {
            return answer(http::Status::NoContent, stateFields(state));
        });
    }

    void cutOff(std::uint64_t, http::WorkerContext &) override { m_piece->cutOff(); }

private:
    std::shared_ptr<Uploads> m_uploads;
    std::unique_ptr<UploadPiece> m_piece;
};

// Copied into the routes: a few references.
class UploadRoutes
{
public:
    UploadRoutes(std::shared_ptr<Uploads> uploads, const Clock &clock) : m_uploads(std::move(uploads)), m_clock(&clock)
    { }

    http::Response announce(const http::Request &) const
    {
        return answer(http::Status::NoContent,
                      {{"Tus-Version", QByteArray(tusVersion.data(), qsizetype(tusVersion.size()))},
                       {"Tus-Extension", tusExtensions},
                       {"Tus-Max-Size", QByteArray::number(m_uploads->limits().length)},
                       {"Tus-Checksum-Algorithm", tusChecksums}});
    }

    http::Response create(const http::Request &request, Worker &worker) const
    {
        auto user = admit(request, worker);
        if (!user)
            return refusal(user.error());
        auto wanted = readNewUpload(request);
        if (!wanted)
            return refusal(wanted.error());
        auto state = m_uploads->create(*worker.database, user->actor(), *wanted);
        if (!state)
            return refusal(state.error());
        http::FieldLines fields = stateFields(*state);
        fields.push_back({"Location", QByteArray(wire::uploads) + '/' + state->upload.id.toText().toLatin1()});
        return answer(http::Status::Created, std::move(fields));
    }

    http::Response tell(const http::Request &request, Worker &worker) const
    {
        auto arrived = find(request, worker);
        if (!arrived)
            return refusal(arrived.error());
        return answerWhenKnown(m_uploads, *std::move(arrived), [](const UploadState &state) {
            http::FieldLines fields = stateFields(state);
            fields.push_back({uploadLength, QByteArray::number(state.upload.length)});
            fields.push_back({uploadMetadata, writeMetadata(state.upload)});
            return answer(http::Status::Ok, std::move(fields));
        });
    }

    http::SinkOrRefusal receive(const http::Request &request, Worker &worker) const
    {
        auto arrived = find(request, worker);
        if (!arrived)
            return refusal(arrived.error());
        const UploadState state = stateOf(*std::move(arrived));
        if (request.field(http::FieldName::ContentType) != pieceType)
            return refusal({ErrorCode::Unsupported, u"upload.contentType"_s, {}});
        auto offset = number(request, uploadOffset, u"upload.offset"_s);
        if (!offset)
            return refusal(offset.error());
        auto checksum = readChecksum(request);
        if (!checksum)
            return refusal(checksum.error());
        if (state.upload.finished && *offset == state.offset)
            return answer(http::Status::NoContent, stateFields(state)); // the answer before this one was lost
        auto piece = m_uploads->startPiece(state.upload, *offset, *checksum);
        if (!piece)
            return refusal(piece.error());
        return std::make_unique<PieceSink>(m_uploads, *std::move(piece));
    }

    http::Response remove(const http::Request &request, Worker &worker) const
    {
        auto user = admit(request, worker);
        if (!user)
            return refusal(user.error());
        auto id = idOf(request);
        if (!id)
            return refusal(id.error());
        auto removed = m_uploads->remove(*worker.database, user->id, *id);
        return removed ? answer(http::Status::NoContent, {}) : refusal(removed.error());
    }

    // For clients behind something that lets only GET and POST through (tus 1.0.0, "X-HTTP-Method-Override").
    http::SinkOrRefusal disguised(const http::Request &request, Worker &worker) const
    {
        const auto method = request.field("X-HTTP-Method-Override").value_or("");
        if (method == http::toText(http::Method::Patch))
            return receive(request, worker);
        if (method == http::toText(http::Method::Head))
            return tell(request, worker);
        if (method == http::toText(http::Method::Delete))
            return remove(request, worker);
        return refusal({ErrorCode::InvalidInput, u"upload.method"_s, textOf(method)});
    }

private:
    [[nodiscard]] Result<User> admit(const http::Request &request, Worker &worker) const
    {
        const auto version = request.field(resumable);
        if (version != tusVersion)
            return Error{ErrorCode::Unsupported, u"tus.version"_s, textOf(version.value_or("none"))};
        return authenticate(request, worker, *m_clock);
    }

    [[nodiscard]] static Result<UploadId> idOf(const http::Request &request)
    {
        const auto id = UploadId::fromText(textOf(request.rawParameter("upload")));
        if (!id)
            return Error{ErrorCode::NotFound, u"upload"_s, {}};
        return *id;
    }

    // Of a whole one without the hold: a piece takes its own.
    [[nodiscard]] static UploadState stateOf(Arrived arrived)
    {
        if (auto *state = std::get_if<UploadState>(&arrived))
            return std::move(*state);
        Upload &upload = std::get<WholeUpload>(arrived).upload;
        const qint64 length = upload.length;
        return {.upload = std::move(upload), .offset = length};
    }

    [[nodiscard]] Result<Arrived> find(const http::Request &request, Worker &worker) const
    {
        auto user = admit(request, worker);
        if (!user)
            return user.error();
        auto id = idOf(request);
        if (!id)
            return id.error();
        return m_uploads->find(*worker.database, user->id, *id);
    }

    std::shared_ptr<Uploads> m_uploads;
    const Clock *m_clock;
};

} // namespace

void addUploadRoutes(http::Router &router, std::shared_ptr<Uploads> uploads, const Clock &clock)
{
    using enum http::Method;
    const http::RouteOptions body{
        .bodyLimit = std::uint64_t(uploads->limits().length), .pace = http::Pace::Slow, .lane = lanes::pictures};
    const http::RouteOptions noBody{.lane = lanes::pictures};
    const UploadRoutes routes(std::move(uploads), clock);
    const auto job = [&routes](auto handler) {
        return [routes, handler](const http::Request &request, Worker &worker) {
            return (routes.*handler)(request, worker);
        };
    };
    const auto announce = [routes](const http::Request &request) { return routes.announce(request); };
    router.add(Options, wire::uploads, announce);
    router.addJob<Worker>(Post, wire::uploads, job(&UploadRoutes::create), noBody);
    router.add(Options, wire::upload, announce);
    router.addJob<Worker>(Head, wire::upload, job(&UploadRoutes::tell), noBody);
    router.addStream<Worker>(Patch, wire::upload, job(&UploadRoutes::receive), body);
    router.addJob<Worker>(Delete, wire::upload, job(&UploadRoutes::remove), noBody);
    router.addStream<Worker>(Post, wire::upload, job(&UploadRoutes::disguised), body);
}

void addUploadRoutes(http::Router &router, Services &services, const UploadLimits &limits)
{
    addUploadRoutes(router,
                    std::make_shared<Uploads>(services.clock, services.dice, services.media, services.feed, limits),
                    services.clock);
}

} // namespace toasoan
