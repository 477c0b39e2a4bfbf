#include "http/HeadParser.h"

#include "http/Grammar.h"

#include <boost/beast/http/basic_parser.hpp>

#include <charconv>
#include <cstring>

namespace toasoan::http {

namespace beast = boost::beast;

namespace {

// This and the next are written so that the compiler turns them into vector code: they run over every byte.
bool holdsControlCharacter(std::string_view bytes)
{
    unsigned found = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        found |= static_cast<unsigned>(byte < 0x20) & static_cast<unsigned>(byte != '\t')
            & static_cast<unsigned>(byte != '\r') & static_cast<unsigned>(byte != '\n');
        found |= static_cast<unsigned>(byte == 0x7F);
    }
    return found != 0;
}

bool isVisibleAsciiWithoutFragment(std::string_view bytes)
{
    unsigned others = 0;
    for (const char c : bytes) {
        const auto byte = static_cast<unsigned char>(c);
        others |= static_cast<unsigned>(byte <= 0x20) | static_cast<unsigned>(byte >= 0x7F)
            | static_cast<unsigned>(byte == '#');
    }
    return others == 0;
}

// unreserved and sub-delims of RFC 3986: what a host is made of.
constexpr std::array<bool, 256> hostCharacters = [] {
    std::array<bool, 256> table{};
    for (const char c :
         std::string_view("0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-._~!$&'()*+,;="))
        table[static_cast<unsigned char>(c)] = true;
    return table;
}();

std::string_view view(beast::string_view text)
{
    return {text.data(), text.size()};
}

bool isDigits(std::string_view text)
{
    return std::ranges::all_of(text, [](char c) { return c >= '0' && c <= '9'; });
}

struct Authority
{
    std::string_view host;
    std::string_view port;
};

// host [ ":" port ] of RFC 3986, 3.2, without userinfo; nothing if it is malformed.
std::optional<Authority> readAuthority(std::string_view text)
{
    Authority authority;
    if (text.starts_with('[')) {
        const std::size_t close = text.find(']');
        if (close == std::string_view::npos)
            return std::nullopt;
        authority.host = text.substr(0, close + 1);
        const std::string_view inner = text.substr(1, close - 1);
        if (inner.find(':') == std::string_view::npos || !PeerAddress::fromText(inner))
            return std::nullopt;
    } else {
        authority.host = text.substr(0, text.find(':'));
        for (std::size_t i = 0; i < authority.host.size(); ++i) {
            const char c = authority.host[i];
            if (hostCharacters[static_cast<unsigned char>(c)])
                continue;
            if (c != '%' || i + 2 >= authority.host.size() || hexDigitValue(authority.host[i + 1]) < 0
                || hexDigitValue(authority.host[i + 2]) < 0)
                return std::nullopt;
        }
    }
    const std::string_view rest = text.substr(authority.host.size());
    if (!rest.empty()) {
        authority.port = rest.substr(1);
        if (rest.front() != ':' || authority.port.size() > 5 || !isDigits(authority.port))
            return std::nullopt;
    }
    if (authority.host.empty())
        return std::nullopt;
    return authority;
}

bool sameAuthority(std::string_view left, std::string_view right, std::string_view defaultPort)
{
    const auto a = readAuthority(left);
    const auto b = readAuthority(right);
    const auto portOf = [&](const Authority &authority) {
        return authority.port.empty() ? defaultPort : authority.port;
    };
    return a && b && equalsIgnoringCase(a->host, b->host) && portOf(*a) == portOf(*b);
}

// Well-formed escapes, none of them NUL: a path is a key here and a file name elsewhere.
bool isSoundPath(std::string_view path)
{
    for (std::size_t i = path.find('%'); i != std::string_view::npos; i = path.find('%', i + 1)) {
        if (i + 2 >= path.size() || hexDigitValue(path[i + 1]) < 0 || hexDigitValue(path[i + 2]) < 0)
            return false;
        if (path[i + 1] == '0' && path[i + 2] == '0')
            return false;
    }
    return true;
}

} // namespace

class HeadParser::Framer final : public beast::http::basic_parser<true>
{
public:
    Framer(Request &request, FieldStorage &storage) : m_request(request), m_storage(storage)
    {
        header_limit(maxHead + 1);
        body_limit(boost::none);
        request.m_fields = {};
    }

    std::string_view method;
    std::string_view target;
    std::size_t hosts = 0;
    std::size_t lengths = 0;
    std::size_t authorizations = 0;
    std::size_t transferEncodings = 0;

private:
    void on_request_impl(beast::http::verb, beast::string_view methodText, beast::string_view targetText, int,
                         beast::error_code &) override
    {
        method = view(methodText);
        target = view(targetText);
    }
    void on_response_impl(int, beast::string_view, int, beast::error_code &) override { }
    void on_field_impl(beast::http::field, beast::string_view name, beast::string_view value,
                       beast::error_code &error) override
    {
        if (m_count == m_storage.size()) {
            error = beast::http::error::header_limit;
            return;
        }
        Field &field = m_storage[m_count++];
        field = {.name = view(name), .value = view(value), .known = fieldNameFromText(view(name))};
        m_request.m_fields = std::span(m_storage.data(), m_count);
        hosts += field.known == FieldName::Host ? 1 : 0;
        lengths += field.known == FieldName::ContentLength ? 1 : 0;
        authorizations += field.known == FieldName::Authorization ? 1 : 0;
        transferEncodings += field.known == FieldName::TransferEncoding ? 1 : 0;
    }
    void on_header_impl(beast::error_code &) override { }
    void on_body_init_impl(const boost::optional<std::uint64_t> &, beast::error_code &) override { }
    std::size_t on_body_impl(beast::string_view, beast::error_code &) override { return 0; }
    void on_chunk_header_impl(std::uint64_t, beast::string_view, beast::error_code &) override { }
    std::size_t on_chunk_body_impl(std::uint64_t, beast::string_view, beast::error_code &) override { return 0; }
    void on_finish_impl(beast::error_code &) override { }

    Request &m_request;
    FieldStorage &m_storage;
    std::size_t m_count = 0;
};

void HeadParser::reset()
{
    *this = HeadParser();
}

HeadParser::Scan HeadParser::refuse(Status status)
{
    m_refusal = status;
    return Scan::Refused;
}

std::optional<HeadParser::Head> HeadParser::refuseHead(Status status)
{
    m_refusal = status;
    return std::nullopt;
}

HeadParser::Scan HeadParser::scan(std::string_view received)
{
    while (m_searched < received.size()) {
        const void *found = std::memchr(received.data() + m_searched, '\n', received.size() - m_searched);
        if (!found) {
            if (holdsControlCharacter(received.substr(m_checked)))
                return refuse(Status::BadRequest);
            m_searched = m_checked = received.size();
            break;
        }
        const auto lineFeed = static_cast<std::size_t>(static_cast<const char *>(found) - received.data());
        m_searched = lineFeed + 1;
        if (lineFeed == m_position || received[lineFeed - 1] != '\r')
            return refuse(Status::BadRequest);
        const std::string_view line = received.substr(m_position, lineFeed - 1 - m_position);
        if (line.find('\r') != std::string_view::npos)
            return refuse(Status::BadRequest);

        if (m_requestLineEnd == 0) {
            // RFC 9112, 2.2: at least one empty line before the request line is ignored; a client that sends many more
            // is none.
            constexpr std::size_t mostBefore = 8;
            if (line.empty() && m_searched <= mostBefore) {
                m_start = m_position = m_searched;
                continue;
            }
            if (line.size() > maxRequestLine)
                return refuse(Status::UriTooLong);
            m_requestLineEnd = m_searched;
        } else if (line.empty()) {
            m_position = m_searched;
            if (holdsControlCharacter(received.substr(m_checked, m_position - m_checked)))
                return refuse(Status::BadRequest);
            return m_position > maxHead ? refuse(Status::HeaderFieldsTooLarge) : Scan::Complete;
        } else if (line.front() == ' ' || line.front() == '\t') {
            return refuse(Status::BadRequest); // obs-fold, or a blank before the first field
        } else if (++m_fieldCount > maxFields) {
            return refuse(Status::HeaderFieldsTooLarge);
        }
        m_position = m_searched;
    }
    if (m_requestLineEnd == 0 && received.size() - m_start > maxRequestLine + 2)
        return refuse(Status::UriTooLong);
    if (received.size() >= maxHead)
        return refuse(m_requestLineEnd == 0 ? Status::UriTooLong : Status::HeaderFieldsTooLarge);
    return Scan::NeedMore;
}

// Ok, or the status of the refusal. Method SP target SP HTTP/1.x, where a minor version above 1 is read as 1.1
// (RFC 9110, 2.5), which Beast does not: the digit is changed in our buffer.
Status HeadParser::checkRequestLine(char *bytes, std::string_view line) const
{
    const std::size_t first = line.find(' ');
    const std::size_t last = line.rfind(' ');
    if (first == std::string_view::npos || last == first || line.find(' ', first + 1) != last)
        return Status::BadRequest;
    const std::string_view version = line.substr(last + 1);
    if (version.size() != 8 || !version.starts_with("HTTP/") || version[6] != '.' || !isDigits(version.substr(5, 1))
        || !isDigits(version.substr(7, 1)))
        return Status::BadRequest;
    if (version[5] != '1')
        return Status::VersionNotSupported;
    if (version[7] > '1')
        bytes[static_cast<std::size_t>(version.data() - bytes) + 7] = '1';
    return Status::Ok;
}

// Brings the target into origin form; `authority` is that of an absolute form.
Status HeadParser::checkTarget(Request &request, std::string_view target,
                               std::optional<std::string_view> &authority) const
{
    if (!isVisibleAsciiWithoutFragment(target))
        return Status::BadRequest;
    if (target == "*")
        return request.m_method == Method::Options ? Status::Ok : Status::BadRequest;
    if (!target.starts_with('/')) {
        const std::size_t scheme = target.find("://");
        if (scheme == std::string_view::npos
            || !(equalsIgnoringCase(target.substr(0, scheme), "http")
                 || equalsIgnoringCase(target.substr(0, scheme), "https")))
            return Status::BadRequest;
        const std::string_view rest = target.substr(scheme + 3);
        const std::size_t slash = rest.find('/');
        authority = rest.substr(0, slash);
        if (slash == std::string_view::npos)
            request.m_target = request.m_method == Method::Options ? "*" : "/"; // RFC 9112, 3.2.4
        else
            request.m_target = rest.substr(slash);
    }
    return isSoundPath(request.rawPath()) ? Status::Ok : Status::BadRequest;
}

std::optional<HeadParser::Head> HeadParser::parse(char *bytes, Request &request, FieldStorage &storage)
{
    const std::string_view requestLine(bytes + m_start, m_requestLineEnd - 2 - m_start);
    request.m_method = Method::Get; // so that a refusal before the method is known has a body
    if (const Status status = checkRequestLine(bytes, requestLine); status != Status::Ok)
        return refuseHead(status);

    Framer framer(request, storage);
    beast::error_code error;
    const std::size_t size = m_position - m_start;
    framer.put(boost::asio::const_buffer(bytes + m_start, size), error);
    if (error || !framer.is_header_done())
        return refuseHead(Status::BadRequest);

    const auto method = methodFromText(framer.method);
    if (!method)
        return refuseHead(Status::NotImplemented); // CONNECT and TRACE among them
    request.m_method = *method;
    request.m_target = framer.target;
    std::optional<std::string_view> authority;
    if (const Status status = checkTarget(request, framer.target, authority); status != Status::Ok)
        return refuseHead(status);

    Head head;
    head.isHttp11 = requestLine.back() != '0';
    head.keepAlive = framer.keep_alive();

    // Of two persons who ask, a proxy may have let in the other (RFC 9110, sections 5.3 and 11.6.2).
    if (framer.authorizations > 1)
        return refuseHead(Status::BadRequest);
    if (framer.hosts > 1 || (framer.hosts == 0 && head.isHttp11))
        return refuseHead(Status::BadRequest);
    request.m_host = request.field(FieldName::Host).value_or(std::string_view());
    if (framer.hosts == 1 && !readAuthority(request.m_host))
        return refuseHead(Status::BadRequest);
    if (authority) {
        const bool isSecure = framer.target.size() > 4 && (framer.target[4] == 's' || framer.target[4] == 'S');
        if (!readAuthority(*authority)
            || (framer.hosts == 1 && !sameAuthority(*authority, request.m_host, isSecure ? "443" : "80")))
            return refuseHead(Status::BadRequest);
        request.m_host = *authority;
    }

    if (framer.transferEncodings > 0) {
        if (framer.transferEncodings > 1 || framer.lengths > 0 || !head.isHttp11)
            return refuseHead(Status::BadRequest);
        const std::string_view coding = *request.field(FieldName::TransferEncoding);
        if (!equalsIgnoringCase(coding, "chunked"))
            return refuseHead(isToken(coding) ? Status::NotImplemented : Status::BadRequest);
        head.framing = Framing::Chunked;
    } else if (framer.lengths > 0) {
        const std::string_view length = *request.field(FieldName::ContentLength);
        const auto [end, problem] = std::from_chars(length.data(), length.data() + length.size(), head.contentLength);
        if (framer.lengths > 1 || !isDigits(length) || problem != std::errc() || end != length.data() + length.size())
            return refuseHead(Status::BadRequest);
        head.framing = head.contentLength > 0 ? Framing::ContentLength : Framing::NoBody;
    }
    if (framer.chunked() != (head.framing == Framing::Chunked))
        return refuseHead(Status::BadRequest); // the two readers disagree

    switch (*method) {
    case Method::Get:
    case Method::Head:
    case Method::Options:
        if (head.framing != Framing::NoBody)
            return refuseHead(Status::BadRequest);
        break;
    case Method::Post:
    case Method::Put:
    case Method::Patch:
    case Method::Delete:
        break;
    }

    for (const Field &field : request.m_fields) {
        if (field.known != FieldName::Expect || !head.isHttp11)
            continue;
        if (!equalsIgnoringCase(field.value, "100-continue"))
            return refuseHead(Status::ExpectationFailed);
        head.expectsContinue = head.framing != Framing::NoBody;
    }
    return head;
}

} // namespace toasoan::http
