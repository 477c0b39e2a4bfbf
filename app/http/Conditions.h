// Conditional and range requests (RFC 9110, 13 and 14), as functions of the request and what is known of the content.
#pragma once

#include "http/Request.h"

#include "base/Clock.h"

#include <cstdint>
#include <optional>
#include <string_view>

namespace toasoan::http {

enum class Verdict
{
    Proceed,
    NotModified, ///< 304
    Failed, ///< 412
};

struct Validators
{
    std::string_view etag = {}; ///< With its quotes, and W/ if weak.
    std::optional<Instant> lastModified = {}; ///< To the second.
};

/// In the order of RFC 9110, 13.2.2, for GET and HEAD; Proceed for other methods.
[[nodiscard]] Verdict evaluateConditions(const Request &request, const Validators &validators);

struct ByteRange
{
    std::uint64_t offset = 0;
    std::uint64_t length = 0;

    bool operator==(const ByteRange &) const = default;
};

enum class RangeVerdict
{
    Whole, ///< No range asked for, or one that is to be ignored.
    Part, ///< 206
    NotSatisfiable, ///< 416
};

struct RangeAnswer
{
    RangeVerdict verdict = RangeVerdict::Whole;
    ByteRange range = {};
};

/// Which part of `size` bytes a GET gets. Several ranges, other units, malformed ones: the whole (14.2 allows it).
[[nodiscard]] RangeAnswer evaluateRange(const Request &request, const Validators &validators, std::uint64_t size);

enum class ContentCoding
{
    Brotli,
    Gzip,
    Identity,
};

/// How much the client wants a coding by its Accept-Encoding (12.5.3): thousandths, 0 for "not at all".
struct CodingPreferences
{
    int brotli = 0;
    int gzip = 0;
    int identity = 1000;
};
[[nodiscard]] CodingPreferences readAcceptEncoding(std::string_view value);

} // namespace toasoan::http
