// One request as the router and the handlers see it: views into the connection's buffers, nothing copied.
// The views are valid until the answer is known: during handle(), and on the worker while a job of this request runs.
// Who needs it longer (a long poll) takes a copy().
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace toasoan::http {

/// The methods this server knows; any other token is answered 501 before a router sees it.
enum class Method : std::uint8_t
{
    Get,
    Head,
    Post,
    Put,
    Patch,
    Delete,
    Options,
};
inline constexpr std::size_t methodCount = 7;

/// "GET", "HEAD" …
[[nodiscard]] std::string_view toText(Method method);
/// The reverse; methods are case-sensitive (RFC 9110, 9.1).
[[nodiscard]] std::optional<Method> methodFromText(std::string_view text);

/// Equal without regard to ASCII case, as field names and many tokens are compared.
[[nodiscard]] bool equalsIgnoringCase(std::string_view left, std::string_view right);

/// Who is on the other end of the connection, or behind a proxy of ours (HttpServer::Options::proxies). IPv4 addresses
/// are held as ::ffff:a.b.c.d.
struct PeerAddress
{
    std::array<std::uint8_t, 16> bytes{};
    std::uint16_t port = 0;

    [[nodiscard]] bool isIpv4() const;
    /// "192.0.2.1", "2001:db8::1"; without the port.
    [[nodiscard]] std::string toText() const;
    /// The reverse of toText(); nothing for any other text.
    [[nodiscard]] static std::optional<PeerAddress> fromText(std::string_view text);
    /// What limits per address count by: the whole address for IPv4, the first 64 bits for IPv6.
    [[nodiscard]] std::array<std::uint8_t, 16> limitKey() const;

    bool operator==(const PeerAddress &) const = default;
};

/// The fields that are looked up for every request, recognised once while the head is read.
enum class FieldName : std::uint8_t
{
    Other,
    Accept,
    AcceptEncoding,
    AcceptLanguage,
    Authorization,
    Connection,
    ContentLength,
    ContentType,
    Cookie,
    Expect,
    Host,
    IfMatch,
    IfModifiedSince,
    IfNoneMatch,
    IfRange,
    IfUnmodifiedSince,
    Range,
    Referer,
    TransferEncoding,
    UserAgent,
};

[[nodiscard]] FieldName fieldNameFromText(std::string_view name);

struct Field
{
    std::string_view name;
    std::string_view value;
    FieldName known = FieldName::Other;
};

struct PathParameter
{
    std::string_view name;
    std::string_view value; ///< As received, still percent-encoded.
};

class OwnedRequest;

class Request
{
public:
    [[nodiscard]] Method method() const { return m_method; }
    /// Path and query as received, in origin form: "/tin/a-b?page=2"; "*" for OPTIONS *.
    [[nodiscard]] std::string_view target() const { return m_target; }
    /// The path as received, still percent-encoded: the key for looking up prepared answers.
    [[nodiscard]] std::string_view rawPath() const { return m_target.substr(0, m_target.find('?')); }
    /// The path percent-decoded to UTF-8; nothing if it is malformed (see percentDecode()).
    [[nodiscard]] std::optional<std::string> path() const;
    /// What follows the '?', still encoded; empty without one.
    [[nodiscard]] std::string_view rawQuery() const;
    /// The first value of a query parameter, decoded ('+' is a blank); nothing if it is absent or malformed.
    [[nodiscard]] std::optional<std::string> queryValue(std::string_view name) const;
    /// The value of {name} in the route's pattern, as received; empty if the pattern has no such name.
    [[nodiscard]] std::string_view rawParameter(std::string_view name) const;
    /// The same, percent-decoded; nothing if it is malformed.
    [[nodiscard]] std::optional<std::string> parameter(std::string_view name) const;

    /// The value of the first field of this name, without the blanks around it; nothing if it was not sent.
    [[nodiscard]] std::optional<std::string_view> field(FieldName name) const;
    [[nodiscard]] std::optional<std::string_view> field(std::string_view name) const;
    [[nodiscard]] std::span<const Field> fields() const { return m_fields; }
    /// Host and port as the client named them (RFC 9110, 7.2); empty only for an HTTP/1.0 client that sent none.
    [[nodiscard]] std::string_view host() const { return m_host; }

    /// Who asks: the peer of the connection, or whom a proxy of ours speaks for. Where isPeerKnown() is false, the
    /// proxy did not say so that it could be understood: then this is no address, and peerAlias() is what it said.
    [[nodiscard]] const PeerAddress &peer() const { return m_peer; }
    [[nodiscard]] bool isPeerKnown() const { return m_isPeerKnown; }
    [[nodiscard]] std::string_view peerAlias() const { return m_peerAlias; }
    /// The body, for routes that take it into memory; empty otherwise.
    [[nodiscard]] std::string_view body() const { return m_body; }
    /// Which shard (0 … shards-1) reads this connection. A handler runs on the thread of that shard, so state kept in
    /// one slot for each shard needs no lock.
    [[nodiscard]] unsigned shard() const { return m_shard; }

    /// A copy that owns its bytes.
    [[nodiscard]] OwnedRequest copy() const;

private:
    friend class OwnedRequest;
    friend class Router;
    friend class HeadParser;
    friend class Connection;

    static constexpr std::size_t maxParameters = 6;

    Method m_method = Method::Get;
    std::uint8_t m_parameterCount = 0;
    unsigned m_shard = 0;
    std::string_view m_target;
    std::string_view m_host;
    std::string_view m_body;
    std::span<const Field> m_fields;
    std::array<PathParameter, maxParameters> m_parameters{};
    PeerAddress m_peer;
    std::string_view m_peerAlias;
    bool m_isPeerKnown = true;
};

/// A request that owns what it points to: for what outlives the connection's buffers, and for tests without a socket.
class OwnedRequest
{
public:
    struct Parts
    {
        Method method = Method::Get;
        std::string target = "/";
        std::vector<std::pair<std::string, std::string>> fields = {};
        std::string body = {};
        PeerAddress peer = {};
        unsigned shard = 0;
    };
    /// For tests: a request out of nothing. The Host field, if given, is also host().
    explicit OwnedRequest(const Parts &parts);
    explicit OwnedRequest(const Request &request);
    OwnedRequest(OwnedRequest &&) noexcept = default;
    OwnedRequest &operator=(OwnedRequest &&) noexcept = default;

    [[nodiscard]] const Request &view() const { return m_request; }
    [[nodiscard]] Request &view() { return m_request; }

private:
    void adopt(const Request &source);

    std::unique_ptr<char[]> m_bytes; // never moves, so the views survive a move of this object
    std::vector<Field> m_fields;
    Request m_request;
};

/// Decodes %XX; nothing if an escape is malformed, or if the result holds a NUL or control byte or is not UTF-8.
[[nodiscard]] std::optional<std::string> percentDecode(std::string_view text);

} // namespace toasoan::http
