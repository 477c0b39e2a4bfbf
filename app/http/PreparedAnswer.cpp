#include "http/PreparedAnswer.h"

#include "http/AnswerHead.h"
#include "http/Conditions.h"
#include "http/HttpDate.h"

#include <QCryptographicHash>

#include <brotli/encode.h>
#include <zlib.h>

#include <algorithm>

namespace toasoan::http {

namespace {

constexpr qsizetype smallestWorthCompressing = 256;

bool isCompressible(const QByteArray &contentType)
{
    const QByteArray type = contentType.split(';').constFirst().trimmed().toLower();
    return type.startsWith("text/") || type.endsWith("+xml") || type.endsWith("+json") || type == "application/json"
        || type == "application/javascript" || type == "application/xml" || type == "font/ttf";
}

QByteArray gzipped(const QByteArray &body, int level)
{
    z_stream stream{};
    constexpr int gzipWindow = 15 + 16; // zlib's manual: +16 writes a gzip header and trailer
    if (deflateInit2(&stream, level, Z_DEFLATED, gzipWindow, 9, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(body.size()))),
                      Qt::Uninitialized);
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(body.constData()));
    stream.avail_in = static_cast<uInt>(body.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    const bool done = deflate(&stream, Z_FINISH) == Z_STREAM_END;
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return done ? packed : QByteArray();
}

QByteArray brotlied(const QByteArray &body, int quality)
{
    std::size_t size = BrotliEncoderMaxCompressedSize(static_cast<std::size_t>(body.size()));
    if (size == 0)
        return {};
    QByteArray packed(static_cast<qsizetype>(size), Qt::Uninitialized);
    const bool done =
        BrotliEncoderCompress(quality, BROTLI_DEFAULT_WINDOW, BROTLI_MODE_TEXT, static_cast<std::size_t>(body.size()),
                              reinterpret_cast<const std::uint8_t *>(body.constData()), &size,
                              reinterpret_cast<std::uint8_t *>(packed.data()))
        == BROTLI_TRUE;
    packed.truncate(static_cast<qsizetype>(size));
    packed.squeeze();
    return done ? packed : QByteArray();
}

bool pays(const QByteArray &packed, const QByteArray &body)
{
    return !packed.isEmpty() && packed.size() < body.size() - body.size() / 16;
}

std::string_view viewOf(const QByteArray &bytes)
{
    return {bytes.constData(), static_cast<std::size_t>(bytes.size())};
}

} // namespace

std::shared_ptr<const PreparedAnswer> PreparedAnswer::create(const Parts &parts)
{
    const std::shared_ptr<PreparedAnswer> answer(new PreparedAnswer);
    answer->m_status = parts.status;
    const bool compresses = parts.compression != Compression::None && isCompressible(parts.contentType)
        && parts.body.size() >= smallestWorthCompressing;
    if (parts.status == Status::Ok) {
        const QByteArray hash = !parts.contentHash.isEmpty()
            ? parts.contentHash
            : QCryptographicHash::hash(parts.body, QCryptographicHash::Sha256)
                  .first(12)
                  .toBase64(QByteArray::Base64UrlEncoding);
        // Weak, because one tag stands for all codings of the content (RFC 9110, 8.8.1).
        answer->m_etag = "W/\"" + hash + '"';
    }
    const auto lastModified = std::ranges::find_if(parts.fields, [](const FieldLine &line) {
        return line.name.compare("Last-Modified", Qt::CaseInsensitive) == 0;
    });
    if (lastModified != parts.fields.end())
        answer->m_lastModified = fromHttpDate(viewOf(lastModified->value));

    const auto addValidators = [&](AnswerHead &head) {
        if (!answer->m_etag.isEmpty())
            head.add("ETag", answer->m_etag);
        if (compresses)
            head.add("Vary", "Accept-Encoding");
        head.add(parts.fields);
    };
    const auto addVariant = [&](Coding coding, QByteArray body, QByteArrayView codingName) {
        AnswerHead head(parts.status);
        if (!parts.contentType.isEmpty())
            head.add("Content-Type", parts.contentType);
        if (!codingName.isEmpty())
            head.add("Content-Encoding", codingName);
        if (parts.status != Status::NoContent)
            head.addContentLength(static_cast<std::uint64_t>(body.size()));
        addValidators(head);
        body.squeeze(); // it is kept: what writers and packers ask for in advance is given back
        answer->m_variants[coding] = {.head = head.take(), .body = std::move(body)};
    };

    addVariant(Identity, parts.body, {});
    if (compresses) {
        const bool thorough = parts.compression == Compression::Thorough;
        QByteArray gzip = gzipped(parts.body, thorough ? 9 : 6);
        QByteArray brotli = brotlied(parts.body, thorough ? 11 : 5);
        if (pays(gzip, parts.body))
            addVariant(Gzip, std::move(gzip), "gzip");
        if (pays(brotli, parts.body))
            addVariant(Brotli, std::move(brotli), "br");
    }
    if (!answer->m_etag.isEmpty() || answer->m_lastModified) {
        AnswerHead notModified(Status::NotModified);
        addValidators(notModified);
        answer->m_notModifiedHead = notModified.take();
        answer->m_preconditionFailedHead = AnswerHead(Status::PreconditionFailed).addContentLength(0).take();
    }
    return answer;
}

PreparedAnswer::Block PreparedAnswer::blockFor(const Request &request) const
{
    if (!m_notModifiedHead.isEmpty()) {
        switch (evaluateConditions(request, {.etag = viewOf(m_etag), .lastModified = m_lastModified})) {
        case Verdict::Proceed:
            break;
        case Verdict::NotModified:
            return {.head = viewOf(m_notModifiedHead), .body = {}};
        case Verdict::Failed:
            return {.head = viewOf(m_preconditionFailedHead), .body = {}};
        }
    }
    const auto acceptEncoding = request.field(FieldName::AcceptEncoding);
    Coding best = Identity;
    if (acceptEncoding) {
        const CodingPreferences wanted = readAcceptEncoding(*acceptEncoding);
        int bestQuality = wanted.identity;
        // Of equals the smaller one; identity is sent even to who excludes it and accepts nothing else.
        if (!m_variants[Gzip].head.isEmpty() && wanted.gzip > 0 && wanted.gzip >= bestQuality) {
            best = Gzip;
            bestQuality = wanted.gzip;
        }
        if (!m_variants[Brotli].head.isEmpty() && wanted.brotli > 0 && wanted.brotli >= bestQuality)
            best = Brotli;
    }
    return {.head = viewOf(m_variants[best].head), .body = viewOf(m_variants[best].body)};
}

std::size_t PreparedAnswer::memorySize() const
{
    qsizetype size =
        sizeof(PreparedAnswer) + m_etag.size() + m_notModifiedHead.size() + m_preconditionFailedHead.size();
    for (const Variant &variant : m_variants)
        size += variant.head.size() + variant.body.size();
    return static_cast<std::size_t>(size);
}

} // namespace toasoan::http
