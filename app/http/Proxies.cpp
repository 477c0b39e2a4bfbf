#include "http/Proxies.h"

#include <algorithm>

namespace toasoan::http {

namespace {

bool isOneOf(const PeerAddress &peer, const std::vector<PeerAddress> &proxies)
{
    return std::ranges::any_of(proxies, [&](const PeerAddress &proxy) { return proxy.bytes == peer.bytes; });
}

std::string_view trimmed(std::string_view text)
{
    const std::size_t begin = text.find_first_not_of(" \t");
    if (begin == std::string_view::npos)
        return {};
    return text.substr(begin, text.find_last_not_of(" \t") - begin + 1);
}

std::string_view withoutQuotes(std::string_view text)
{
    if (text.size() >= 2 && text.front() == '"' && text.back() == '"')
        return trimmed(text.substr(1, text.size() - 2));
    return text;
}

// A number, or what hides one (RFC 7239, 6).
bool isPort(std::string_view text)
{
    const bool isHidden = text.starts_with('_');
    return text.size() > (isHidden ? 1U : 0U) && text.size() <= 32 && std::ranges::all_of(text, [&](char c) {
               return (c >= '0' && c <= '9')
                   || (isHidden
                       && ((c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '.' || c == '_' || c == '-'));
           });
}

// A zone tells one of the proxy's own interfaces.
std::optional<PeerAddress> withoutZone(std::string_view text)
{
    return PeerAddress::fromText(text.substr(0, text.find('%')));
}

std::string_view withoutPort(std::string_view text)
{
    const std::size_t colon = text.rfind(':');
    const bool hasPort = colon != std::string_view::npos && isPort(text.substr(colon + 1));
    return hasPort ? text.substr(0, colon) : text;
}

} // namespace

std::optional<PeerAddress> forwardedAddress(std::string_view text)
{
    text = withoutQuotes(trimmed(text));
    if (text.starts_with('[')) {
        const std::size_t end = text.find(']');
        if (end == std::string_view::npos)
            return std::nullopt;
        const std::string_view rest = text.substr(end + 1);
        if (!rest.empty() && !(rest.front() == ':' && isPort(rest.substr(1))))
            return std::nullopt;
        return withoutZone(text.substr(1, end - 1));
    }
    // An IPv6 address without brackets is read whole; only where that cannot be, its last part is a port.
    if (const auto whole = withoutZone(text))
        return whole;
    return withoutZone(withoutPort(text));
}

Client clientOf(const Request &request, const std::vector<PeerAddress> &proxies)
{
    PeerAddress client = request.peer();
    if (!isOneOf(client, proxies))
        return {.address = client};
    bool isNamed = false;
    const auto fields = request.fields();
    for (auto field = fields.rbegin(); field != fields.rend(); ++field) {
        if (!equalsIgnoringCase(field->name, "X-Forwarded-For"))
            continue;
        std::string_view rest = field->value;
        while (!rest.empty()) {
            const std::size_t comma = rest.rfind(',');
            const bool isLast = comma == std::string_view::npos;
            const std::string_view entry = trimmed(isLast ? rest : rest.substr(comma + 1));
            rest = isLast ? std::string_view() : rest.substr(0, comma);
            if (entry.empty())
                continue; // lists have empty entries (RFC 9110, 5.6.1)
            const auto named = forwardedAddress(entry);
            if (!named)
                return {.address = std::nullopt, .alias = withoutPort(withoutQuotes(entry))};
            client = *named;
            isNamed = true;
            if (!isOneOf(client, proxies))
                return {.address = client};
        }
    }
    // Only proxies of ours stand there: somebody on one of their machines.
    return {.address = isNamed ? std::optional(client) : std::nullopt};
}

} // namespace toasoan::http
