#include "http/Conditions.h"

#include "http/HttpDate.h"

#include <algorithm>
#include <charconv>

namespace toasoan::http {

namespace {

enum class Comparison
{
    Weak,
    Strong,
};

std::string_view trimmed(std::string_view text)
{
    const auto isBlank = [](char c) { return c == ' ' || c == '\t'; };
    while (!text.empty() && isBlank(text.front()))
        text.remove_prefix(1);
    while (!text.empty() && isBlank(text.back()))
        text.remove_suffix(1);
    return text;
}

bool isWeak(std::string_view etag)
{
    return etag.starts_with("W/");
}

bool sameTag(std::string_view left, std::string_view right, Comparison comparison)
{
    if (comparison == Comparison::Strong && (isWeak(left) || isWeak(right)))
        return false;
    if (isWeak(left))
        left.remove_prefix(2);
    if (isWeak(right))
        right.remove_prefix(2);
    return !left.empty() && left == right;
}

// Is `etag` in a list like: "a", W/"b"? Quoted tags may hold commas.
bool listHoldsTag(std::string_view list, std::string_view etag, Comparison comparison)
{
    if (trimmed(list) == "*")
        return true;
    while (true) {
        const std::size_t open = list.find('"');
        if (open == std::string_view::npos)
            return false;
        const std::size_t close = list.find('"', open + 1);
        if (close == std::string_view::npos)
            return false;
        const std::size_t start = open >= 2 && list.substr(open - 2, 2) == "W/" ? open - 2 : open;
        if (sameTag(list.substr(start, close + 1 - start), etag, comparison))
            return true;
        list.remove_prefix(close + 1);
    }
}

std::optional<std::uint64_t> digits(std::string_view text)
{
    std::uint64_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size() || text.empty())
        return std::nullopt;
    return value;
}

// "0", "1", "0.5", "0.875" in thousandths; nothing for any other text.
std::optional<int> quality(std::string_view text)
{
    if (text.empty() || (text[0] != '0' && text[0] != '1') || text.size() > 5)
        return std::nullopt;
    int value = (text[0] - '0') * 1000;
    if (text.size() > 1 && text[1] != '.')
        return std::nullopt;
    int weight = 100;
    for (std::size_t i = 2; i < text.size(); ++i, weight /= 10) {
        if (text[i] < '0' || text[i] > '9')
            return std::nullopt;
        value += (text[i] - '0') * weight;
    }
    return value > 1000 ? std::nullopt : std::optional(value);
}

bool rangeStillApplies(const Request &request, const Validators &validators)
{
    const auto condition = request.field(FieldName::IfRange);
    if (!condition)
        return true;
    if (condition->find('"') != std::string_view::npos)
        return sameTag(*condition, validators.etag, Comparison::Strong);
    const auto date = fromHttpDate(*condition);
    return date && validators.lastModified && *date == *validators.lastModified;
}

} // namespace

Verdict evaluateConditions(const Request &request, const Validators &validators)
{
    const bool isRead = request.method() == Method::Get || request.method() == Method::Head;
    if (!isRead)
        return Verdict::Proceed;
    if (const auto tags = request.field(FieldName::IfMatch)) {
        if (!listHoldsTag(*tags, validators.etag, Comparison::Strong))
            return Verdict::Failed;
    } else if (const auto text = request.field(FieldName::IfUnmodifiedSince)) {
        const auto date = fromHttpDate(*text);
        if (date && validators.lastModified && *validators.lastModified > *date)
            return Verdict::Failed;
    }
    if (const auto tags = request.field(FieldName::IfNoneMatch)) {
        if (listHoldsTag(*tags, validators.etag, Comparison::Weak))
            return Verdict::NotModified;
    } else if (const auto text = request.field(FieldName::IfModifiedSince)) {
        const auto date = fromHttpDate(*text);
        if (date && validators.lastModified && *validators.lastModified <= *date)
            return Verdict::NotModified;
    }
    return Verdict::Proceed;
}

RangeAnswer evaluateRange(const Request &request, const Validators &validators, std::uint64_t size)
{
    const auto field = request.field(FieldName::Range);
    if (request.method() != Method::Get || !field || !rangeStillApplies(request, validators))
        return {};
    constexpr std::string_view unit = "bytes=";
    if (field->size() < unit.size() || !equalsIgnoringCase(field->substr(0, unit.size()), unit))
        return {};
    const std::string_view spec = trimmed(field->substr(unit.size()));
    const std::size_t dash = spec.find('-');
    if (dash == std::string_view::npos || spec.find(',') != std::string_view::npos)
        return {};
    const std::string_view firstText = spec.substr(0, dash);
    const std::string_view lastText = spec.substr(dash + 1);
    const auto first = digits(firstText);
    const auto last = digits(lastText);
    if ((!firstText.empty() && !first) || (!lastText.empty() && !last) || (!first && !last))
        return {};

    if (!first) { // the last N bytes
        if (*last == 0 || size == 0)
            return {.verdict = RangeVerdict::NotSatisfiable};
        const std::uint64_t length = std::min(*last, size);
        return {.verdict = RangeVerdict::Part, .range = {.offset = size - length, .length = length}};
    }
    if (last && *last < *first)
        return {}; // malformed: ignored
    if (*first >= size)
        return {.verdict = RangeVerdict::NotSatisfiable};
    const std::uint64_t end = last ? std::min(*last, size - 1) : size - 1;
    return {.verdict = RangeVerdict::Part, .range = {.offset = *first, .length = end - *first + 1}};
}

CodingPreferences readAcceptEncoding(std::string_view value)
{
    std::optional<int> brotli, gzip, identity, any;
    while (!value.empty()) {
        const std::size_t comma = value.find(',');
        const std::string_view item = value.substr(0, comma);
        value = comma == std::string_view::npos ? std::string_view() : value.substr(comma + 1);
        const std::size_t semicolon = item.find(';');
        const std::string_view coding = trimmed(item.substr(0, semicolon));
        int wanted = 1000;
        if (semicolon != std::string_view::npos) {
            std::string_view weight = trimmed(item.substr(semicolon + 1));
            if (weight.size() < 2 || (weight[0] != 'q' && weight[0] != 'Q') || weight[1] != '=')
                continue;
            const auto parsed = quality(weight.substr(2));
            if (!parsed)
                continue;
            wanted = *parsed;
        }
        if (equalsIgnoringCase(coding, "br"))
            brotli = wanted;
        else if (equalsIgnoringCase(coding, "gzip") || equalsIgnoringCase(coding, "x-gzip"))
            gzip = wanted;
        else if (equalsIgnoringCase(coding, "identity"))
            identity = wanted;
        else if (coding == "*")
            any = wanted;
    }
    return {.brotli = brotli.value_or(any.value_or(0)),
            .gzip = gzip.value_or(any.value_or(0)),
            // Identity is acceptable unless it is excluded by name or by "*;q=0"; unnamed, it comes last.
            .identity = identity.value_or(any == 0 ? 0 : 1)};
}

} // namespace toasoan::http
