#include "http/Proxies.h"

#include <algorithm>
#include <array>
#include <utility>

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

// Takes the last entry off a list. From its end: what a proxy of ours wrote stands there whole, whatever a client wrote
// before it, a quote that never ends among it.
std::string_view takeLast(std::string_view &list, char separator)
{
    std::size_t at = std::string_view::npos;
    bool isQuoted = false;
    for (std::size_t i = list.size(); i > 0 && at == std::string_view::npos; --i) {
        if (list[i - 1] == '"')
            isQuoted = !isQuoted;
        else if (list[i - 1] == separator && !isQuoted)
            at = i - 1;
    }
    if (at == std::string_view::npos && isQuoted)
        at = list.rfind(separator); // a quote that never began separates nothing
    if (at == std::string_view::npos)
        return trimmed(std::exchange(list, {}));
    const std::string_view last = list.substr(at + 1);
    list = list.substr(0, at);
    return trimmed(last);
}

// The value of "for" in an element of Forwarded: "for=192.0.2.1;proto=https". Empty if it does not say.
std::string_view forOf(std::string_view element)
{
    while (!element.empty()) {
        const std::string_view pair = takeLast(element, ';');
        const std::size_t equals = pair.find('=');
        if (equals != std::string_view::npos && equalsIgnoringCase(trimmed(pair.substr(0, equals)), "for"))
            return trimmed(pair.substr(equals + 1));
    }
    return {};
}

struct NamingField
{
    const char *name;
    bool hasElements; ///< "for=…;by=…"; else addresses
};

// In the order in which they count. A proxy writes one of them, and passes on what a client wrote into the others.
constexpr std::array knownFields{NamingField{"X-Forwarded-For", false}, NamingField{"Forwarded", true},
                                 NamingField{"X-Real-IP", false}};

// Whom the fields of this name speak of; nothing if there is none that says anything.
std::optional<Client> clientIn(const NamingField &known, const Request &request,
                               const std::vector<PeerAddress> &proxies)
{
    std::optional<Client> client;
    const auto fields = request.fields();
    for (auto field = fields.rbegin(); field != fields.rend(); ++field) {
        if (!equalsIgnoringCase(field->name, known.name))
            continue;
        std::string_view rest = field->value;
        while (!rest.empty()) {
            const std::string_view element = takeLast(rest, ',');
            if (element.empty())
                continue; // lists have empty entries (RFC 9110, 5.6.1)
            const std::string_view entry = known.hasElements ? forOf(element) : element;
            const auto named = forwardedAddress(entry);
            if (!named)
                return Client{.address = std::nullopt, .alias = withoutPort(withoutQuotes(entry))};
            client = Client{.address = named};
            if (!isOneOf(*named, proxies))
                return client;
        }
    }
    return client; // only proxies of ours stand there: somebody on one of their machines
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
    if (!isOneOf(request.peer(), proxies))
        return {.address = request.peer()};
    for (const NamingField &known : knownFields) {
        if (const auto client = clientIn(known, request, proxies))
            return *client;
    }
    return {};
}

} // namespace toasoan::http
