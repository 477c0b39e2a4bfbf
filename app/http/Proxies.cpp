#include "http/Proxies.h"

#include <algorithm>
#include <iterator>

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

} // namespace

PeerAddress clientOf(const Request &request, const std::vector<PeerAddress> &proxies)
{
    PeerAddress client = request.peer();
    const auto fields = request.fields();
    for (auto field = fields.rbegin(); field != fields.rend(); ++field) {
        if (!equalsIgnoringCase(field->name, "X-Forwarded-For"))
            continue;
        std::string_view rest = field->value;
        while (!rest.empty()) {
            if (!isOneOf(client, proxies))
                return client;
            const std::size_t comma = rest.rfind(',');
            const bool isLast = comma == std::string_view::npos;
            const auto named = PeerAddress::fromText(trimmed(isLast ? rest : rest.substr(comma + 1)));
            if (!named)
                return client; // no address: nothing further left can be believed either
            client = *named;
            rest = isLast ? std::string_view() : rest.substr(0, comma);
        }
    }
    return client;
}

} // namespace toasoan::http
