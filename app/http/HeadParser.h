// Reads the head of a request: a strict layer of our own over the raw bytes, Beast's basic_parser for the fields and
// the framing, and the strict layer again over what Beast made of them. Two readers that must agree leave no room for
// request smuggling.
#pragma once

#include "http/Request.h"
#include "http/Status.h"

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string_view>

namespace toasoan::http {

inline constexpr std::size_t maxRequestLine = 8 * 1024;
inline constexpr std::size_t maxHead = 16 * 1024;
inline constexpr std::size_t maxFields = 100;

class HeadParser
{
public:
    enum class Framing
    {
        NoBody,
        ContentLength,
        Chunked,
    };

    struct Head
    {
        Framing framing = Framing::NoBody;
        std::uint64_t contentLength = 0;
        bool isHttp11 = true;
        bool keepAlive = true;
        bool expectsContinue = false;
    };

    using FieldStorage = std::array<Field, maxFields>;

    /// Makes ready for the next request.
    void reset();

    enum class Scan
    {
        NeedMore,
        Complete, ///< headSize() bytes are the head.
        Refused, ///< refusal() says why; the rest of the stream means nothing.
    };
    /// Looks at what has been received of a request so far, from its first byte on; remembers where it was.
    [[nodiscard]] Scan scan(std::string_view received);
    [[nodiscard]] std::size_t headSize() const { return m_position; }
    [[nodiscard]] Status refusal() const { return m_refusal; }

    /// Parses the complete head at `bytes` (scan() said so) into `request`, whose views then point into `bytes` and
    /// `storage`. Nothing if the request is refused: see refusal().
    [[nodiscard]] std::optional<Head> parse(char *bytes, Request &request, FieldStorage &storage);

private:
    class Framer;

    Scan refuse(Status status);
    std::optional<Head> refuseHead(Status status);
    Status checkRequestLine(char *bytes, std::string_view line) const;
    Status checkTarget(Request &request, std::string_view target, std::optional<std::string_view> &authority) const;

    std::size_t m_searched = 0; // bytes looked at for line ends
    std::size_t m_checked = 0; // bytes looked at for control characters: all at once, which is faster than by line
    std::size_t m_position = 0; // where the line begins that is being received; at the end, the size of the head
    std::size_t m_start = 0; // of the request line
    std::size_t m_requestLineEnd = 0; // 0 until it is there
    std::size_t m_fieldCount = 0;
    Status m_refusal = Status::BadRequest;
};

} // namespace toasoan::http
