#include "http/Request.h"

#include "http/Grammar.h"

#include <QStringDecoder>

#include <boost/asio/ip/address.hpp>

#include <algorithm>
#include <cstring>

namespace toasoan::http {

namespace {

constexpr std::array<std::string_view, methodCount> methodTexts{"GET",   "HEAD",   "POST",   "PUT",
                                                                "PATCH", "DELETE", "OPTIONS"};

// In the order of FieldName, after Other; in the case in which browsers write them.
constexpr std::array<std::string_view, 19> knownFieldNames{
    "Accept",        "Accept-Encoding", "Accept-Language",
    "Authorization", "Connection",      "Content-Length",
    "Content-Type",  "Cookie",          "Expect",
    "Host",          "If-Match",        "If-Modified-Since",
    "If-None-Match", "If-Range",        "If-Unmodified-Since",
    "Range",         "Referer",         "Transfer-Encoding",
    "User-Agent",
};

constexpr char lowered(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c + 32) : c;
}

bool isUtf8(const std::string &text)
{
    QStringDecoder decoder(QStringDecoder::Utf8, QStringDecoder::Flag::Stateless);
    const QString decoded = decoder(QByteArrayView(text.data(), static_cast<qsizetype>(text.size())));
    return !decoder.hasError() && !decoded.isNull();
}

} // namespace

std::string_view toText(Method method)
{
    return methodTexts[static_cast<std::size_t>(method)];
}

std::optional<Method> methodFromText(std::string_view text)
{
    const auto found = std::ranges::find(methodTexts, text);
    if (found == methodTexts.end())
        return std::nullopt;
    return static_cast<Method>(found - methodTexts.begin());
}

bool equalsIgnoringCase(std::string_view left, std::string_view right)
{
    if (left.size() != right.size())
        return false;
    if (left == right) // as nearly always
        return true;
    for (std::size_t i = 0; i < left.size(); ++i) {
        if (lowered(left[i]) != lowered(right[i]))
            return false;
    }
    return true;
}

bool PeerAddress::isIpv4() const
{
    constexpr std::array<std::uint8_t, 12> mapped{0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0xFF, 0xFF};
    return std::equal(mapped.begin(), mapped.end(), bytes.begin());
}

std::string PeerAddress::toText() const
{
    const boost::asio::ip::address_v6 address(bytes);
    if (isIpv4())
        return boost::asio::ip::make_address_v4(boost::asio::ip::v4_mapped, address).to_string();
    return address.to_string();
}

std::optional<PeerAddress> PeerAddress::fromText(std::string_view text)
{
    boost::system::error_code error;
    const auto address = boost::asio::ip::make_address(text, error);
    if (error)
        return std::nullopt;
    PeerAddress peer;
    peer.bytes = address.is_v4()
        ? boost::asio::ip::make_address_v6(boost::asio::ip::v4_mapped, address.to_v4()).to_bytes()
        : address.to_v6().to_bytes();
    return peer;
}

std::array<std::uint8_t, 16> PeerAddress::limitKey() const
{
    std::array<std::uint8_t, 16> key = bytes;
    if (!isIpv4())
        std::fill(key.begin() + 8, key.end(), std::uint8_t(0));
    return key;
}

FieldName fieldNameFromText(std::string_view name)
{
    const char first = name.empty() ? '\0' : lowered(name.front());
    for (std::size_t i = 0; i < knownFieldNames.size(); ++i) {
        if (knownFieldNames[i].size() == name.size() && lowered(knownFieldNames[i].front()) == first
            && equalsIgnoringCase(knownFieldNames[i], name))
            return static_cast<FieldName>(i + 1);
    }
    return FieldName::Other;
}

std::optional<std::string> percentDecode(std::string_view text)
{
    std::string decoded;
    decoded.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        char c = text[i];
        if (c == '%') {
            if (i + 2 >= text.size())
                return std::nullopt;
            const int high = hexDigitValue(text[i + 1]);
            const int low = hexDigitValue(text[i + 2]);
            if (high < 0 || low < 0)
                return std::nullopt;
            c = static_cast<char>(high * 16 + low);
            i += 2;
        }
        if (isControlCharacter(c) || c == '\t')
            return std::nullopt;
        decoded.push_back(c);
    }
    if (!isUtf8(decoded))
        return std::nullopt;
    return decoded;
}

std::optional<std::string> Request::path() const
{
    return percentDecode(rawPath());
}

std::string_view Request::rawQuery() const
{
    const std::size_t mark = m_target.find('?');
    return mark == std::string_view::npos ? std::string_view() : m_target.substr(mark + 1);
}

std::optional<std::string> Request::queryValue(std::string_view name) const
{
    const auto decode = [](std::string_view part) {
        std::string text(part);
        std::ranges::replace(text, '+', ' ');
        return percentDecode(text);
    };
    std::string_view rest = rawQuery();
    while (!rest.empty()) {
        const std::size_t end = rest.find('&');
        const std::string_view pair = rest.substr(0, end);
        rest = end == std::string_view::npos ? std::string_view() : rest.substr(end + 1);
        const std::size_t equals = pair.find('=');
        if (decode(pair.substr(0, equals)) == name)
            return equals == std::string_view::npos ? std::string() : decode(pair.substr(equals + 1));
    }
    return std::nullopt;
}

std::string_view Request::rawParameter(std::string_view name) const
{
    for (std::size_t i = 0; i < m_parameterCount; ++i) {
        if (m_parameters[i].name == name)
            return m_parameters[i].value;
    }
    return {};
}

std::optional<std::string> Request::parameter(std::string_view name) const
{
    return percentDecode(rawParameter(name));
}

std::optional<std::string_view> Request::field(FieldName name) const
{
    for (const Field &field : m_fields) {
        if (field.known == name)
            return field.value;
    }
    return std::nullopt;
}

std::optional<std::string_view> Request::field(std::string_view name) const
{
    for (const Field &field : m_fields) {
        if (equalsIgnoringCase(field.name, name))
            return field.value;
    }
    return std::nullopt;
}

OwnedRequest Request::copy() const
{
    return OwnedRequest(*this);
}

OwnedRequest::OwnedRequest(const Request &request)
{
    adopt(request);
}

OwnedRequest::OwnedRequest(const Parts &parts)
{
    std::vector<Field> fields;
    Request source;
    for (const auto &[name, value] : parts.fields) {
        fields.push_back({.name = name, .value = value, .known = fieldNameFromText(name)});
        if (fields.back().known == FieldName::Host)
            source.m_host = value;
    }
    source.m_method = parts.method;
    source.m_target = parts.target;
    source.m_fields = fields;
    source.m_body = parts.body;
    source.m_peer = parts.peer;
    source.m_shard = parts.shard;
    adopt(source);
}

void OwnedRequest::adopt(const Request &source)
{
    std::size_t size = source.m_target.size() + source.m_host.size() + source.m_body.size() + source.m_peerAlias.size();
    for (const Field &field : source.m_fields)
        size += field.name.size() + field.value.size();
    for (std::size_t i = 0; i < source.m_parameterCount; ++i)
        size += source.m_parameters[i].name.size() + source.m_parameters[i].value.size();
    m_bytes = std::make_unique<char[]>(size);
    char *next = m_bytes.get();
    const auto own = [&next](std::string_view text) {
        if (!text.empty())
            std::memcpy(next, text.data(), text.size());
        const std::string_view owned(next, text.size());
        next += text.size();
        return owned;
    };

    m_request = source;
    m_request.m_target = own(source.m_target);
    m_request.m_host = own(source.m_host);
    m_request.m_body = own(source.m_body);
    m_request.m_peerAlias = own(source.m_peerAlias);
    m_fields.reserve(source.m_fields.size());
    for (const Field &field : source.m_fields)
        m_fields.push_back({.name = own(field.name), .value = own(field.value), .known = field.known});
    m_request.m_fields = m_fields;
    for (std::size_t i = 0; i < source.m_parameterCount; ++i)
        m_request.m_parameters[i] = {own(source.m_parameters[i].name), own(source.m_parameters[i].value)};
}

} // namespace toasoan::http
