// An answer made once and sent many times: status line and fields (without Date and the blank line) and the body, for
// each content coding, and the 304. Immutable, shared by all threads; sending it copies and formats nothing.
#pragma once

#include "http/Response.h"

#include <QByteArray>

#include <array>
#include <memory>
#include <optional>
#include <string_view>

namespace toasoan::http {

/// How hard to compress. Pages that are rendered again every few seconds: Quick; assets made once: Thorough.
enum class Compression
{
    None,
    Quick, ///< gzip 6, brotli 5: about a millisecond for a page of 25 KB.
    Thorough, ///< gzip 9, brotli 11.
};

class PreparedAnswer
{
public:
    struct Parts
    {
        Status status = Status::Ok;
        QByteArray contentType = {};
        QByteArray body = {};
        /// Cache-Control, Last-Modified, Link … Not: Date, Content-Length, Content-Encoding, ETag, Vary, Connection.
        FieldLines fields = {};
        /// What the ETag is made of, if the caller has a hash of the content; otherwise the body is hashed. Only 200
        /// answers carry an ETag.
        QByteArray contentHash = {};
        Compression compression = Compression::Quick;
    };
    [[nodiscard]] static std::shared_ptr<const PreparedAnswer> create(const Parts &parts);

    struct Block
    {
        std::string_view head; ///< Ends with the CRLF of the last field.
        std::string_view body;
    };
    /// The block for this request: by Accept-Encoding (RFC 9110, 12.5.3), 304 if If-None-Match names the ETag, 412 if
    /// If-Match or If-Unmodified-Since exclude it. The body is there for HEAD too; whoever sends leaves it out.
    /// Allocates nothing.
    [[nodiscard]] Block blockFor(const Request &request) const;

    [[nodiscard]] Status status() const { return m_status; }
    [[nodiscard]] const QByteArray &etag() const { return m_etag; } ///< Weak, with quotes: one for all codings.
    /// Bytes held in memory, for the bookkeeping of a cache.
    [[nodiscard]] std::size_t memorySize() const;

private:
    PreparedAnswer() = default;

    enum Coding
    {
        Brotli,
        Gzip,
        Identity,
    };
    struct Variant
    {
        QByteArray head;
        QByteArray body;
    };

    Status m_status = Status::Ok;
    QByteArray m_etag;
    std::optional<Instant> m_lastModified;
    std::array<Variant, 3> m_variants; // by Coding; an empty head where it does not pay
    QByteArray m_notModifiedHead;
    QByteArray m_preconditionFailedHead;
};

} // namespace toasoan::http
