#include "http/Proxies.h"

#include "http/Grammar.h"

#include <algorithm>
#include <array>
#include <string>
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

// How many of the characters before `at` are backslashes, without anything between.
std::size_t backslashesBefore(std::string_view text, std::size_t at)
{
    std::size_t count = 0;
    while (count < at && text[at - count - 1] == '\\')
        ++count;
    return count;
}

// Whether a quotation mark there begins or ends a quoted string, and does not stand in one (RFC 9110, 5.6.4).
bool isQuote(std::string_view text, std::size_t at)
{
    return text[at] == '"' && backslashesBefore(text, at) % 2 == 0;
}

// How long the quoted string is that the text begins with; 0 if it does not begin with a whole one.
std::size_t quotedSize(std::string_view text)
{
    if (text.empty() || text.front() != '"')
        return 0;
    for (std::size_t i = 1; i < text.size(); ++i) {
        if (isQuote(text, i))
            return i + 1;
    }
    return 0;
}

bool isQuoted(std::string_view text)
{
    return text.size() >= 2 && quotedSize(text) == text.size();
}

// As it is written: of a quoted string with its backslashes.
std::string_view withoutQuotes(std::string_view text)
{
    return isQuoted(text) ? trimmed(text.substr(1, text.size() - 2)) : text;
}

// What a quoted string says.
std::string unescaped(std::string_view text)
{
    std::string said;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (text[i] == '\\' && i + 1 < text.size())
            ++i;
        said += text[i];
    }
    return said;
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

// One of the forms of forwardedAddress(), without quotes.
std::optional<PeerAddress> plainAddress(std::string_view text)
{
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

// Takes the last entry off a list. From its end: what a proxy of ours wrote stands there whole, whatever a client wrote
// before it, a quote that never ends among it; and what it quotes of the client's stays in its quotes.
std::string_view takeLast(std::string_view &list)
{
    std::size_t at = std::string_view::npos;
    bool isInQuotes = false;
    for (std::size_t i = list.size(); i > 0 && at == std::string_view::npos; --i) {
        if (isQuote(list, i - 1))
            isInQuotes = !isInQuotes;
        else if (list[i - 1] == ',' && !isInQuotes)
            at = i - 1;
    }
    if (at == std::string_view::npos && isInQuotes)
        at = list.rfind(','); // a quote that never began separates nothing
    if (at == std::string_view::npos)
        return trimmed(std::exchange(list, {}));
    const std::string_view last = list.substr(at + 1);
    list = list.substr(0, at);
    return trimmed(last);
}

// Takes a value off the beginning of `rest`: a token, a quoted string, or an address that should have been quoted and
// commonly is not (RFC 7239, 4). Nothing if there is no end to it that can be told.
std::optional<std::string_view> takeValue(std::string_view &rest)
{
    std::size_t size = quotedSize(rest);
    if (size == 0)
        size = std::min(rest.find(';'), rest.size());
    const std::string_view value = trimmed(rest.substr(0, size));
    rest = trimmed(rest.substr(size));
    const bool isWhole = isQuoted(value)
        || std::ranges::all_of(value, [](char c) { return isTokenCharacter(c) || c == ':' || c == '[' || c == ']'; });
    if (!isWhole || (!rest.empty() && rest.front() != ';'))
        return std::nullopt;
    return value;
}

// The value of "for" in an element of Forwarded: "for=192.0.2.1;proto=https". Empty if it does not say, or if the
// element is none (RFC 7239, 4): then nothing in it can be told from what the client has had put there.
std::string_view forOf(std::string_view element)
{
    std::optional<std::string_view> found;
    while (!element.empty()) {
        const std::size_t equals = element.find('=');
        if (equals == std::string_view::npos)
            return {};
        const std::string_view name = trimmed(element.substr(0, equals));
        element = trimmed(element.substr(equals + 1));
        const auto value = takeValue(element);
        const bool isFor = equalsIgnoringCase(name, "for");
        if (!isToken(name) || !value || (isFor && found)) // each name stands there once
            return {};
        if (isFor)
            found = value;
        if (!element.empty())
            element = trimmed(element.substr(1));
    }
    return found.value_or(std::string_view());
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
            const std::string_view element = takeLast(rest);
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
    text = trimmed(text);
    if (isQuoted(text) && text.find('\\') != std::string_view::npos)
        return plainAddress(unescaped(withoutQuotes(text)));
    return plainAddress(withoutQuotes(text));
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
