// Raw bytes to a real server. Each row says which statuses come back and whether the connection goes on; that it goes
// on is proved by a second request in the same write, that it does not by the second request staying without an answer.
#include "RawClient.h"
#include "http/HttpServer.h"
#include "http/PreparedAnswer.h"

#include <QTemporaryFile>
#include <QTest>

using namespace toasoan;
using namespace toasoan::http;
using namespace std::string_literals;

namespace {

constexpr std::string_view second = "GET /second HTTP/1.1\r\nHost: second.test\r\n\r\n";

std::string get(const std::string &fields, const std::string &target = "/")
{
    return "GET " + target + " HTTP/1.1\r\nHost: a.test\r\n" + fields + "\r\n";
}
std::string post(const std::string &fields, const std::string &body = {}, const std::string &target = "/echo")
{
    return "POST " + target + " HTTP/1.1\r\nHost: a.test\r\n" + fields + "\r\n" + body;
}
std::string chunked(const std::string &body)
{
    return post("Transfer-Encoding: chunked\r\n", body);
}
std::string many(int count, const std::string &text)
{
    std::string result;
    for (int i = 0; i < count; ++i)
        result += text;
    return result;
}

// Of which no part is like another.
std::string numbered(std::size_t size)
{
    std::string result;
    for (int i = 0; result.size() < size; ++i)
        result += std::to_string(i) + ' ';
    result.resize(size);
    return result;
}
// Chunks of many sizes, with extensions and a trailer.
std::string inChunks(const std::string &body)
{
    std::string chunks;
    for (std::size_t position = 0, size = 1; position < body.size(); position += size, size = size % 977 + 1) {
        const std::string piece = body.substr(position, size);
        char line[32];
        std::snprintf(line, sizeof(line), "%zx;n=%zu\r\n", piece.size(), position);
        chunks += line + piece + "\r\n";
    }
    return chunks + "0\r\nX-Sum: 1\r\n\r\n";
}

class CountingSink final : public BodySink
{
public:
    std::optional<Response> write(std::string_view piece, WorkerContext &) override
    {
        m_bytes += piece.size();
        if (piece.find('!') != std::string_view::npos)
            return Response::text(Status::Conflict, "refused\n");
        return std::nullopt;
    }
    Response finish(WorkerContext &) override
    {
        return Response::text(Status::Ok, QByteArray::number(static_cast<quint64>(m_bytes)));
    }
    void cutOff(std::uint64_t, WorkerContext &) override { }

private:
    std::size_t m_bytes = 0;
};

struct Row
{
    const char *name;
    std::string request;
    const char *expected; ///< Statuses, then "keep" or "close".
};

std::vector<Row> makeRows()
{
    const std::string k8 = many(8 * 1024, "a");
    return {
        // Request line (RFC 9112, 3)
        {"a plain GET", get(""), "200 keep"},
        {"HEAD has no body", "HEAD / HTTP/1.1\r\nHost: a\r\n\r\n", "200 keep"},
        {"one empty line before the request is ignored", "\r\n" + get(""), "200 keep"},
        {"so are four", "\r\n\r\n\r\n\r\n" + get(""), "200 keep"},
        {"more are not", "\r\n\r\n\r\n\r\n\r\n" + get(""), "400 close"},
        {"a bare LF before the request", "\n" + get(""), "400 close"},
        {"no version", "GET /\r\nHost: a\r\n\r\n", "400 close"},
        {"version without digits", "GET / HTTP/x.y\r\nHost: a\r\n\r\n", "400 close"},
        {"version in lower case", "GET / http/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"version with one digit", "GET / HTTP/1\r\nHost: a\r\n\r\n", "400 close"},
        {"version with more digits", "GET / HTTP/1.11\r\nHost: a\r\n\r\n", "400 close"},
        {"version 1.10", "GET / HTTP/01.1\r\nHost: a\r\n\r\n", "400 close"},
        {"version 2.0", "GET / HTTP/2.0\r\nHost: a\r\n\r\n", "505 close"},
        {"version 0.9", "GET / HTTP/0.9\r\nHost: a\r\n\r\n", "505 close"},
        {"version 3.1", "GET / HTTP/3.1\r\nHost: a\r\n\r\n", "505 close"},
        {"version 1.2 is answered as 1.1", "GET / HTTP/1.2\r\nHost: a\r\n\r\n", "200 keep"},
        {"version 1.9 is answered as 1.1", "GET / HTTP/1.9\r\nHost: a\r\n\r\n", "200 keep"},
        {"the preface of HTTP/2", "PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n", "505 close"},
        {"two blanks after the method", "GET  / HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"two blanks before the version", "GET /  HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"a tab for a blank", "GET\t/ HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"a tab in the target", "GET /a\tb HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"a blank after the version", "GET / HTTP/1.1 \r\nHost: a\r\n\r\n", "400 close"},
        {"a blank before the method", " GET / HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"a blank in the target", "GET /a b HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"no target", "GET HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"an empty target", "GET  HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"a method that is no token", "GE(T / HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"a method in lower case is another one", "get / HTTP/1.1\r\nHost: a\r\n\r\n", "501 close"},
        {"an unknown method", "BREW / HTTP/1.1\r\nHost: a\r\n\r\n", "501 close"},
        {"CONNECT", "CONNECT a:443 HTTP/1.1\r\nHost: a:443\r\n\r\n", "501 close"},
        {"TRACE", "TRACE / HTTP/1.1\r\nHost: a\r\n\r\n", "501 close"},
        {"a bare LF ends the request line", "GET / HTTP/1.1\nHost: a\r\n\r\n", "400 close"},
        {"a bare CR ends the request line", "GET / HTTP/1.1\rHost: a\r\n\r\n", "400 close"},
        {"a CR within the request line", "GET /\r HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"a NUL in the target", "GET /\0 HTTP/1.1\r\nHost: a\r\n\r\n"s, "400 close"},
        {"a DEL in the target", "GET /\x7f HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"a byte above ASCII in the target", "GET /\xc3\xa1 HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"a fragment in the target", "GET /#top HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"a target without a slash", "GET index.html HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},
        {"an escape with one digit", get("", "/a%4"), "400 close"},
        {"an escape without digits", get("", "/a%zz"), "400 close"},
        {"an escaped NUL", get("", "/a%00b"), "400 close"},
        {"an escaped letter of Vietnamese", get("", "/items/%C4%91"), "200 keep"},
        {"a loose percent sign in the query", get("", "/?q=100%"), "200 keep"},
        {"a query", get("", "/?a=b&c=d"), "200 keep"},
        {"a request line of 8 KiB", get("", "/" + many(8 * 1024 - 14, "a")), "404 keep"},
        {"a longer one", get("", "/" + many(8 * 1024 - 13, "a")), "414 close"},
        {"a much longer one", get("", "/" + many(12 * 1024, "a")), "414 close"},
        {"no line end at all", many(20, k8), "414 close"},
        {"the bytes of TLS", "\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03"s, "400 close"},

        // Target forms (RFC 9112, 3.2)
        {"absolute form", "GET http://a.test/ HTTP/1.1\r\nHost: a.test\r\n\r\n", "200 keep"},
        {"absolute form of https", "GET https://a.test/ HTTP/1.1\r\nHost: a.test\r\n\r\n", "200 keep"},
        {"absolute form, scheme and host in capitals", "GET HTTP://A.TEST/ HTTP/1.1\r\nHost: a.test\r\n\r\n",
         "200 keep"},
        {"absolute form without a path", "GET http://a.test HTTP/1.1\r\nHost: a.test\r\n\r\n", "200 keep"},
        {"absolute form with the default port", "GET http://a.test:80/ HTTP/1.1\r\nHost: a.test\r\n\r\n", "200 keep"},
        {"absolute form of another host", "GET http://b.test/ HTTP/1.1\r\nHost: a.test\r\n\r\n", "400 close"},
        {"absolute form with another port", "GET http://a.test:81/ HTTP/1.1\r\nHost: a.test\r\n\r\n", "400 close"},
        {"absolute form with a user", "GET http://u@a.test/ HTTP/1.1\r\nHost: a.test\r\n\r\n", "400 close"},
        {"absolute form without a host", "GET http:/// HTTP/1.1\r\nHost: a.test\r\n\r\n", "400 close"},
        {"absolute form of another scheme", "GET ftp://a.test/ HTTP/1.1\r\nHost: a.test\r\n\r\n", "400 close"},
        {"absolute form still needs Host", "GET http://a.test/ HTTP/1.1\r\n\r\n", "400 close"},
        {"OPTIONS *", "OPTIONS * HTTP/1.1\r\nHost: a\r\n\r\n", "204 keep"},
        {"OPTIONS of a path", "OPTIONS /echo HTTP/1.1\r\nHost: a\r\n\r\n", "204 keep"},
        {"OPTIONS of the server in absolute form", "OPTIONS http://a HTTP/1.1\r\nHost: a\r\n\r\n", "204 keep"},
        {"GET *", "GET * HTTP/1.1\r\nHost: a\r\n\r\n", "400 close"},

        // Host (RFC 9112, 3.2)
        {"no Host", "GET / HTTP/1.1\r\n\r\n", "400 close"},
        {"two Hosts", get("Host: a.test\r\n"), "400 close"},
        {"two different Hosts", get("Host: b.test\r\n"), "400 close"},
        {"two Hosts in HTTP/1.0", "GET / HTTP/1.0\r\nHost: a\r\nHost: a\r\n\r\n", "400 close"},
        {"an empty Host", "GET / HTTP/1.1\r\nHost:\r\n\r\n", "400 close"},
        {"Host with a path", "GET / HTTP/1.1\r\nHost: a/b\r\n\r\n", "400 close"},
        {"Host with a user", "GET / HTTP/1.1\r\nHost: u@a\r\n\r\n", "400 close"},
        {"Host with a blank", "GET / HTTP/1.1\r\nHost: a b\r\n\r\n", "400 close"},
        {"Host with a comma list of names", "GET / HTTP/1.1\r\nHost: a, b\r\n\r\n", "400 close"},
        {"Host with a port", "GET / HTTP/1.1\r\nHost: a:8080\r\n\r\n", "200 keep"},
        {"Host with an empty port", "GET / HTTP/1.1\r\nHost: a:\r\n\r\n", "200 keep"},
        {"Host with a port that is none", "GET / HTTP/1.1\r\nHost: a:b\r\n\r\n", "400 close"},
        {"Host with a port too long", "GET / HTTP/1.1\r\nHost: a:123456\r\n\r\n", "400 close"},
        {"Host of IPv4", "GET / HTTP/1.1\r\nHost: 127.0.0.1:80\r\n\r\n", "200 keep"},
        {"Host of IPv6", "GET / HTTP/1.1\r\nHost: [::1]:80\r\n\r\n", "200 keep"},
        {"Host of a broken IPv6", "GET / HTTP/1.1\r\nHost: [::1\r\n\r\n", "400 close"},
        {"Host of no IPv6", "GET / HTTP/1.1\r\nHost: [zz]\r\n\r\n", "400 close"},
        {"Host with a broken escape", "GET / HTTP/1.1\r\nHost: a%2\r\n\r\n", "400 close"},
        {"Host with bytes above ASCII", "GET / HTTP/1.1\r\nHost: \xc3\xa1\r\n\r\n", "400 close"},

        // Field lines (RFC 9112, 5)
        {"no blank after the colon", "GET / HTTP/1.1\r\nHost:a\r\nAccept:*/*\r\n\r\n", "200 keep"},
        {"blanks and tabs around a value", get("Accept: \t */* \t \r\n"), "200 keep"},
        {"an empty value", get("X-Empty:\r\n"), "200 keep"},
        {"bytes above ASCII in a value", get("X-Name: \xc4\x90\xc3\xb4ng\r\n"), "200 keep"},
        {"a blank before the colon", get("X-A : b\r\n"), "400 close"},
        {"a tab before the colon", get("X-A\t: b\r\n"), "400 close"},
        {"a blank in the name", get("X A: b\r\n"), "400 close"},
        {"no colon", get("X-A\r\n"), "400 close"},
        {"no name", get(": b\r\n"), "400 close"},
        {"a name with a slash", get("X/A: b\r\n"), "400 close"},
        {"a name above ASCII", get("X-\xc3\xa1: b\r\n"), "400 close"},
        {"a folded line", get("X-A: b\r\n c\r\n"), "400 close"},
        {"a folded line with a tab", get("X-A: b\r\n\tc\r\n"), "400 close"},
        {"a folded empty line", get("X-A: b\r\n \r\n"), "400 close"},
        {"a blank before the first field", "GET / HTTP/1.1\r\n Host: a\r\n\r\n", "400 close"},
        {"a bare LF after a field", get("X-A: b\n"), "400 close"},
        {"a bare LF as the empty line", "GET / HTTP/1.1\r\nHost: a\r\n\n", "400 close"},
        {"a bare CR in a value", get("X-A: b\rc\r\n"), "400 close"},
        {"a CR before CRLF", get("X-A: b\r\r\n"), "400 close"},
        {"a NUL in a value", get("X-A: b\0c\r\n"s), "400 close"},
        {"a NUL in a name", get("X\0A: b\r\n"s), "400 close"},
        {"an escape byte in a value", get("X-A: \x1b[0m\r\n"), "400 close"},
        {"a backspace in a value", get("X-A: \b\r\n"), "400 close"},
        {"a DEL in a value", get("X-A: \x7f\r\n"), "400 close"},
        {"a vertical tab in a value", get("X-A: a\vb\r\n"), "400 close"},
        {"a hundred fields", get(many(99, "X-A: b\r\n")), "200 keep"},
        {"a hundred and one", get(many(100, "X-A: b\r\n")), "431 close"},
        {"a head of almost 16 KiB", get("X-A: " + many(16 * 1024 - 100, "b") + "\r\n"), "200 keep"},
        {"a head above 16 KiB", get("X-A: " + many(16 * 1024, "b") + "\r\n"), "431 close"},
        {"a head without end", "GET / HTTP/1.1\r\nHost: a\r\n" + many(3000, "X-A: bcdefgh\r\n"), "431 close"},

        // Content-Length (RFC 9112, 6.2 and 6.3)
        {"a body", post("Content-Length: 5\r\n", "hello"), "200 keep"},
        {"an empty body", post("Content-Length: 0\r\n"), "200 keep"},
        {"no body and no length", post(""), "200 keep"},
        {"leading zeros", post("Content-Length: 0005\r\n", "hello"), "200 keep"},
        {"a sign", post("Content-Length: +5\r\n", "hello"), "400 close"},
        {"a minus", post("Content-Length: -5\r\n", "hello"), "400 close"},
        {"a minus zero", post("Content-Length: -0\r\n"), "400 close"},
        {"hexadecimal", post("Content-Length: 0x5\r\n", "hello"), "400 close"},
        {"a letter", post("Content-Length: 5a\r\n", "hello"), "400 close"},
        {"a blank within", post("Content-Length: 1 5\r\n", "hello"), "400 close"},
        {"a fraction", post("Content-Length: 5.0\r\n", "hello"), "400 close"},
        {"an empty length", post("Content-Length:\r\n", "hello"), "400 close"},
        {"a list of equals", post("Content-Length: 5, 5\r\n", "hello"), "400 close"},
        {"a list of different ones", post("Content-Length: 5, 6\r\n", "hello"), "400 close"},
        {"a comma", post("Content-Length: 5,\r\n", "hello"), "400 close"},
        {"twice the same", post("Content-Length: 5\r\nContent-Length: 5\r\n", "hello"), "400 close"},
        {"twice different", post("Content-Length: 5\r\nContent-Length: 6\r\n", "hello!"), "400 close"},
        {"beyond 64 bits", post("Content-Length: 18446744073709551621\r\n", "hello"), "400 close"},
        {"a huge one", post("Content-Length: 18446744073709551615\r\n", "hello"), "413 close"},
        {"a blank before the colon of the length", post("Content-Length : 5\r\n", "hello"), "400 close"},
        {"exactly the limit", post("Content-Length: 65536\r\n", many(8, k8)), "200 keep"},
        {"one above the limit", post("Content-Length: 65537\r\n", many(8, k8) + "a"), "413 close"},
        {"a body where none is taken", post("Content-Length: 1\r\n", "a", "/none"), "413 close"},
        {"a chunked body where none is taken", post("Transfer-Encoding: chunked\r\n", "0\r\n\r\n", "/none"),
         "413 close"},
        {"a body on GET", get("Content-Length: 5\r\n") + "hello", "400 close"},
        {"a length of zero on GET", get("Content-Length: 0\r\n"), "200 keep"},
        {"a chunked body on GET", get("Transfer-Encoding: chunked\r\n") + "0\r\n\r\n", "400 close"},
        {"a body on HEAD", "HEAD / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\na", "400 close"},
        {"a body on OPTIONS", "OPTIONS / HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\na", "400 close"},
        {"a body on DELETE", "DELETE /echo HTTP/1.1\r\nHost: a\r\nContent-Length: 1\r\n\r\na", "200 keep"},

        // Transfer-Encoding (RFC 9112, 6.1)
        {"chunked", chunked("5\r\nhello\r\n0\r\n\r\n"), "200 keep"},
        {"Chunked in capitals", post("Transfer-Encoding: CHUNKED\r\n", "0\r\n\r\n"), "200 keep"},
        {"the field's name in capitals", post("TRANSFER-ENCODING: chunked\r\n", "0\r\n\r\n"), "200 keep"},
        {"an unknown coding", post("Transfer-Encoding: xchunked\r\n", "0\r\n\r\n"), "501 close"},
        {"identity", post("Transfer-Encoding: identity\r\n", "0\r\n\r\n"), "501 close"},
        {"gzip", post("Transfer-Encoding: gzip\r\n", "0\r\n\r\n"), "501 close"},
        {"gzip and chunked", post("Transfer-Encoding: gzip, chunked\r\n", "0\r\n\r\n"), "400 close"},
        {"chunked and gzip", post("Transfer-Encoding: chunked, gzip\r\n", "0\r\n\r\n"), "400 close"},
        {"chunked twice in a list", post("Transfer-Encoding: chunked, chunked\r\n", "0\r\n\r\n"), "400 close"},
        {"chunked in two fields", post("Transfer-Encoding: chunked\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
         "400 close"},
        {"chunked and then identity",
         post("Transfer-Encoding: chunked\r\nTransfer-Encoding: identity\r\n", "0\r\n\r\n"), "400 close"},
        {"a leading comma", post("Transfer-Encoding: , chunked\r\n", "0\r\n\r\n"), "400 close"},
        {"a trailing comma", post("Transfer-Encoding: chunked,\r\n", "0\r\n\r\n"), "400 close"},
        {"an empty coding", post("Transfer-Encoding:\r\n", "0\r\n\r\n"), "400 close"},
        {"quoted", post("Transfer-Encoding: \"chunked\"\r\n", "0\r\n\r\n"), "400 close"},
        {"with a parameter", post("Transfer-Encoding: chunked;q=1\r\n", "0\r\n\r\n"), "400 close"},
        {"with a vertical tab", post("Transfer-Encoding: \vchunked\r\n", "0\r\n\r\n"), "400 close"},
        {"a blank before the colon of the coding", post("Transfer-Encoding : chunked\r\n", "0\r\n\r\n"), "400 close"},
        {"folded", post("Transfer-Encoding:\r\n chunked\r\n", "0\r\n\r\n"), "400 close"},
        {"a length, then a coding", post("Content-Length: 5\r\nTransfer-Encoding: chunked\r\n", "0\r\n\r\n"),
         "400 close"},
        {"a coding, then a length", post("Transfer-Encoding: chunked\r\nContent-Length: 5\r\n", "0\r\n\r\n"),
         "400 close"},
        {"an unknown coding and a length", post("Transfer-Encoding: x\r\nContent-Length: 5\r\n", "hello"), "400 close"},
        {"a coding in HTTP/1.0", "POST /echo HTTP/1.0\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n",
         "400 close"},

        // Chunks (RFC 9112, 7.1)
        {"no chunk but the last", chunked("0\r\n\r\n"), "200 keep"},
        {"several chunks", chunked("1\r\na\r\n2\r\nbc\r\n3\r\ndef\r\n0\r\n\r\n"), "200 keep"},
        {"a size in hexadecimal", chunked("A\r\n0123456789\r\n0\r\n\r\n"), "200 keep"},
        {"a size in small letters", chunked("a\r\n0123456789\r\n0\r\n\r\n"), "200 keep"},
        {"a size with zeros before it", chunked("0005\r\nhello\r\n0000\r\n\r\n"), "200 keep"},
        {"content that looks like the end", chunked("5\r\n0\r\n\r\n\r\n0\r\n\r\n"), "200 keep"},
        {"an extension", chunked("5;a\r\nhello\r\n0\r\n\r\n"), "200 keep"},
        {"an extension with a value", chunked("5;a=b\r\nhello\r\n0;c=d\r\n\r\n"), "200 keep"},
        {"an extension with a quoted value", chunked("5;a=\"b;c\\\"d\"\r\nhello\r\n0\r\n\r\n"), "200 keep"},
        {"blanks around an extension", chunked("5 ; a = b\r\nhello\r\n0\r\n\r\n"), "200 keep"},
        {"an extension without a name", chunked("5;\r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"an extension without a value", chunked("5;a=\r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"an extension with an open quote", chunked("5;a=\"b\r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"an extension with a control byte", chunked("5;a=\x01\r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"an extension with a bare CR", chunked("5;a\rb\r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"an extension with a bare LF", chunked("5;a\nhello\r\n0\r\n\r\n"), "400 close"},
        {"an extension that is too long", chunked("5;" + many(1100, "a") + "\r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"extensions without end", chunked(many(40, "1;" + many(900, "a") + "\r\nx\r\n") + "0\r\n\r\n"), "400 close"},
        {"a blank after the size", chunked("5 \r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"a blank before the size", chunked(" 5\r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"a size with a sign", chunked("+5\r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"a negative size", chunked("-5\r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"a size with 0x", chunked("0x5\r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"a size with an underscore", chunked("0_5\r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"an empty size", chunked("\r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"a letter for a size", chunked("g"), "400 close"},
        {"a size beyond 64 bits", chunked("10000000000000005\r\nhello\r\n0\r\n\r\n"), "400 close"},
        {"the largest size", chunked("ffffffffffffffff\r\nhello"), "413 close"},
        {"a size line that ends in LF", chunked("5\nhello\r\n0\r\n\r\n"), "400 close"},
        {"a size line that ends in CR", chunked("5\rhello\r\n0\r\n\r\n"), "400 close"},
        {"content longer than its size", chunked("5\r\nhello!\r\n0\r\n\r\n"), "400 close"},
        {"content shorter than its size", chunked("5\r\nhell\r\n0\r\n\r\n"), "400 close"},
        {"content that ends in LF", chunked("5\r\nhello\n0\r\n\r\n"), "400 close"},
        {"content without an end", chunked("5\r\nhello0\r\n\r\n"), "400 close"},
        {"the last chunk ends in LF", chunked("0\n\n"), "400 close"},
        {"trailers end in LF", chunked("0\r\n\n"), "400 close"},
        {"chunks above the limit", chunked("10001\r\n" + many(8, k8) + "a\r\n0\r\n\r\n"), "413 close"},
        {"chunks that add up above the limit", chunked(many(9, "2000\r\n" + k8 + "\r\n") + "0\r\n\r\n"), "413 close"},
        {"chunks of exactly the limit", chunked(many(8, "2000\r\n" + k8 + "\r\n") + "0\r\n\r\n"), "200 keep"},
        {"ten thousand chunks of a byte", chunked(many(10000, "1\r\na\r\n") + "0\r\n\r\n"), "200 keep"},
        {"a trailer", chunked("0\r\nX-A: b\r\n\r\n"), "200 keep"},
        {"trailers", chunked("0\r\nX-A: b\r\nX-C: d\r\n\r\n"), "200 keep"},
        {"a trailer without a colon", chunked("0\r\nX-A\r\n\r\n"), "400 close"},
        {"a trailer with a blank before the colon", chunked("0\r\nX-A : b\r\n\r\n"), "400 close"},
        {"a folded trailer", chunked("0\r\nX-A: b\r\n c\r\n\r\n"), "400 close"},
        {"a control byte in a trailer", chunked("0\r\nX-A: \x02\r\n\r\n"), "400 close"},
        {"a length in the trailers", chunked("0\r\nContent-Length: 5\r\n\r\n"), "400 close"},
        {"a coding in the trailers", chunked("0\r\nTransfer-Encoding: chunked\r\n\r\n"), "400 close"},
        {"a Host in the trailers", chunked("0\r\nHost: b\r\n\r\n"), "400 close"},
        {"trailers that are too long", chunked("0\r\n" + many(900, "X-A: bcdefgh\r\n") + "\r\n"), "400 close"},

        // Expect (RFC 9110, 10.1.1)
        {"100-continue with the body behind it", post("Expect: 100-continue\r\nContent-Length: 5\r\n", "hello"),
         "200 keep"},
        {"100-Continue in capitals", post("Expect: 100-CONTINUE\r\nContent-Length: 5\r\n", "hello"), "200 keep"},
        {"another expectation", get("Expect: tea\r\n"), "417 close"},
        {"another expectation beside it", post("Expect: 100-continue, tea\r\nContent-Length: 5\r\n", "hello"),
         "417 close"},
        {"100-continue without a body", get("Expect: 100-continue\r\n"), "200 keep"},

        // Connection (RFC 9112, 9)
        {"Connection: close", get("Connection: close\r\n"), "200 close"},
        {"Connection: Close in a list", get("Connection: foo, Close\r\n"), "200 close"},
        {"Connection: keep-alive", get("Connection: keep-alive\r\n"), "200 keep"},
        {"HTTP/1.0 closes", "GET / HTTP/1.0\r\nHost: a\r\n\r\n", "200 close"},
        {"HTTP/1.0 without Host", "GET / HTTP/1.0\r\n\r\n", "200 close"},
        {"HTTP/1.0 with keep-alive", "GET / HTTP/1.0\r\nConnection: keep-alive\r\n\r\n", "200 keep"},
        {"HTTP/1.0 with a body", "POST /echo HTTP/1.0\r\nContent-Length: 5\r\n\r\nhello", "200 close"},
        {"HTTP/1.0 ignores Expect", "POST /echo HTTP/1.0\r\nExpect: tea\r\nContent-Length: 5\r\n\r\nhello",
         "200 close"},
        {"Upgrade is ignored", get("Connection: Upgrade\r\nUpgrade: h2c\r\n"), "200 keep"},
        {"three in a row", get("") + get("") + get(""), "200 200 200 keep"},
        {"bodies in a row", post("Content-Length: 2\r\n", "ab") + chunked("1\r\na\r\n0\r\n\r\n") + get(""),
         "200 200 200 keep"},
        {"two hundred in a row", many(200, get("")), nullptr},

        // Routes
        {"an address that is not there", get("", "/nowhere"), "404 keep"},
        {"a method that is not there", "DELETE / HTTP/1.1\r\nHost: a\r\n\r\n", "405 keep"},
        {"a refused body is not read", "PUT /nowhere HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
         "404 close"},
        {"a parameter", get("", "/items/7"), "200 keep"},
        {"an empty parameter", get("", "/items/"), "404 keep"},
        {"dots are no way up", get("", "/items/../second"), "404 keep"},
        {"a job", get("", "/job"), "200 keep"},
        {"HEAD of a job", "HEAD /job HTTP/1.1\r\nHost: a\r\n\r\n", "200 keep"},

        // Streams
        {"a streamed body", "PUT /stream HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello", "200 keep"},
        {"an empty streamed body", "PUT /stream HTTP/1.1\r\nHost: a\r\nContent-Length: 0\r\n\r\n", "200 keep"},
        {"a chunked streamed body",
         "PUT /stream HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n0\r\n\r\n", "200 keep"},
        {"a stream refused at its head", "PUT /stream?refuse HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n\r\nhello",
         "409 close"},
        {"a stream refused on its way", "PUT /stream HTTP/1.1\r\nHost: a\r\nContent-Length: 3\r\n\r\nno!", "409 close"},
        {"a stream above its limit", "PUT /stream HTTP/1.1\r\nHost: a\r\nContent-Length: 2000000\r\n\r\n", "413 close"},
        {"a stream with a broken chunk",
         "PUT /stream HTTP/1.1\r\nHost: a\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello.", "400 close"},

        // Files and ranges (RFC 9110, 14). The file is the alphabet, of the year 2001.
        {"a file", get("", "/file"), "200 keep"},
        {"HEAD of a file", "HEAD /file HTTP/1.1\r\nHost: a\r\n\r\n", "200 keep"},
        {"a range", get("Range: bytes=0-4\r\n", "/file"), "206 keep"},
        {"a range to the end", get("Range: bytes=20-\r\n", "/file"), "206 keep"},
        {"a range of the last", get("Range: bytes=-5\r\n", "/file"), "206 keep"},
        {"a range beyond the end", get("Range: bytes=26-\r\n", "/file"), "416 keep"},
        {"several ranges", get("Range: bytes=0-1,3-4\r\n", "/file"), "200 keep"},
        {"a range that is none", get("Range: bytes=a-b\r\n", "/file"), "200 keep"},
        {"HEAD ignores a range", "HEAD /file HTTP/1.1\r\nHost: a\r\nRange: bytes=0-4\r\n\r\n", "200 keep"},
        {"a file that has not changed", get("If-Modified-Since: Tue, 01 Jan 2002 00:00:00 GMT\r\n", "/file"),
         "304 keep"},
        {"a file that has", get("If-Modified-Since: Sat, 01 Jan 2000 00:00:00 GMT\r\n", "/file"), "200 keep"},
        {"a file that should not have", get("If-Unmodified-Since: Sat, 01 Jan 2000 00:00:00 GMT\r\n", "/file"),
         "412 keep"},
        {"a range of a changed file", get("Range: bytes=0-4\r\nIf-Range: Sat, 01 Jan 2000 00:00:00 GMT\r\n", "/file"),
         "200 keep"},
    };
}

const std::vector<Row> &rows()
{
    static const std::vector<Row> all = makeRows();
    return all;
}

} // namespace

class TestConformance : public QObject
{
    Q_OBJECT

private:
    std::unique_ptr<HttpServer> m_server;
    QTemporaryFile m_file;

    static RawClient::Method methodOf(const std::string &request)
    {
        return request.starts_with("HEAD ") ? RawClient::Method::Head : RawClient::Method::Other;
    }

    void serve(bool withSendfile, bool withSharedAcceptor)
    {
        Router router;
        const auto page = PreparedAnswer::create({.contentType = "text/html; charset=utf-8", .body = "<p>Tin</p>\n"});
        router.add(Method::Get, "/", [page](const Request &) { return page; });
        router.add(Method::Get, "/second", [](const Request &) { return Response::text(Status::Ok, "second"); });
        const auto echo = [](const Request &request) {
            return Response::text(Status::Ok,
                                  QByteArray(request.body().data(), static_cast<qsizetype>(request.body().size())));
        };
        for (const Method method : {Method::Post, Method::Put, Method::Delete})
            router.add(method, "/echo", echo, {.bodyLimit = 64 * 1024});
        router.add(Method::Post, "/none", echo);
        router.add(Method::Get, "/items/{id}", [](const Request &request) {
            return Response::text(Status::Ok, QByteArray::fromStdString(request.parameter("id").value_or("?")));
        });
        router.addJob(Method::Get, "/job",
                      [](const Request &, WorkerContext &) { return Response::text(Status::Ok, "job"); });
        router.addStream(Method::Put, "/stream",
                         [](const Request &request, WorkerContext &) -> SinkOrRefusal {
                             if (request.rawQuery() == "refuse")
                                 return Response::text(Status::Conflict, "no\n");
                             return std::make_unique<CountingSink>();
                         },
                         {.bodyLimit = 1024 * 1024});
        const auto file = *OpenFile::open(m_file.fileName());
        router.add(Method::Get, "/file",
                   [file](const Request &) { return FileAnswer{.file = file, .contentType = "text/plain"}; });
        auto server = HttpServer::create(
            {.shards = 2, .useSendfile = withSendfile, .sharedAcceptor = withSharedAcceptor}, std::move(router));
        QVERIFY2(server, server ? "" : qPrintable(server.error().detail));
        m_server = std::move(*server);
    }

    void check(const Row &row, RawClient &client)
    {
        const QByteArray expected = row.expected ? row.expected : many(200, "200 ").append("keep").c_str();
        QList<QByteArray> words = expected.split(' ');
        const bool goesOn = words.takeLast() == "keep";
        for (const QByteArray &status : words) {
            auto answer = client.readAnswer(methodOf(row.request));
            if (answer && answer->status == 100) // if the body was not there yet
                answer = client.readAnswer(methodOf(row.request));
            QVERIFY2(answer, "no answer");
            QCOMPARE(QByteArray::number(answer->status), status);
            QVERIFY(answer->field("Date"));
            QVERIFY(!answer->field("System"));
            QCOMPARE(answer->field("Connection").value_or("") == "close", !goesOn && status == words.constLast());
        }
        if (goesOn) {
            const auto answer = client.readAnswer();
            QVERIFY2(answer, "the second request has no answer");
            QCOMPARE(answer->body, std::string("second"));
        } else {
            client.finishSending();
            QCOMPARE(client.readToEnd(), RawClient::Ending::Fin);
            QCOMPARE(client.received(), std::string());
        }
    }

    static void addRows()
    {
        QTest::addColumn<int>("index");
        const std::vector<Row> &all = rows();
        for (std::size_t i = 0; i < all.size(); ++i)
            QTest::newRow(all[i].name) << static_cast<int>(i);
    }

private slots:
    void initTestCase()
    {
        QVERIFY(m_file.open());
        m_file.write("abcdefghijklmnopqrstuvwxyz");
        m_file.flush();
        QVERIFY(m_file.setFileTime(QDateTime({2001, 1, 1}, {0, 0}, Qt::UTC), QFileDevice::FileModificationTime));
        serve(true, false);
    }

    void requestsInOneWrite_data() { addRows(); }
    void requestsInOneWrite()
    {
        QFETCH(int, index);
        const Row &row = rows()[static_cast<std::size_t>(index)];
        RawClient client(m_server->port());
        client.send(row.request + std::string(second));
        check(row, client);
    }

    void requestsByteByByte_data() { addRows(); }
    void requestsByteByByte()
    {
        QFETCH(int, index);
        const Row &row = rows()[static_cast<std::size_t>(index)];
        if (row.request.size() > 2000)
            return; // the same code, only slower
        RawClient client(m_server->port());
        client.sendByteByByte(row.request);
        client.send(second);
        check(row, client);
    }

    void withoutSendfileAndWithOneAcceptorAllIsTheSame()
    {
        serve(false, true);
        for (const Row &row : rows()) {
            RawClient client(m_server->port());
            client.send(row.request + std::string(second));
            check(row, client);
            if (QTest::currentTestFailed()) {
                qWarning("%s", row.name);
                return;
            }
        }
        serve(true, false);
    }

    void continueComesOnlyWhenTheRouteAgrees()
    {
        RawClient client(m_server->port());
        client.send(post("Expect: 100-continue\r\nContent-Length: 5\r\n"));
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 100);
        QCOMPARE(answer->fields.size(), std::size_t(0));
        client.send("hello");
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("hello"));

        for (const char *target : {"/nowhere", "/none", "/second"}) {
            RawClient refused(m_server->port());
            refused.send(post("Expect: 100-continue\r\nContent-Length: 5\r\n", {}, target));
            answer = refused.readAnswer();
            QVERIFY(answer);
            QVERIFY2(answer->status >= 400, target);
            QCOMPARE(answer->field("Connection").value_or(""), std::string("close"));
        }
        RawClient stream(m_server->port());
        stream.send("PUT /stream?refuse HTTP/1.1\r\nHost: a\r\nExpect: 100-continue\r\nContent-Length: 5\r\n\r\n");
        answer = stream.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 409);
    }

    void bodiesComeBackAsTheyWent()
    {
        std::string body;
        for (int i = 0; i < 60'000; ++i)
            body.push_back(static_cast<char>(i * 7));
        RawClient client(m_server->port());
        client.send(post("Content-Length: 60000\r\n") + body);
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QVERIFY(answer->body == body);
        client.send(chunked(inChunks(body)));
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body.size(), body.size());
        QVERIFY(answer->body == body);
    }

    void requestsBehindAChunkedBodyAreNotLost()
    {
        // More than a head buffer of requests arrives in the same read as the end of the body.
        const int count = 1000;
        RawClient client(m_server->port());
        client.send(chunked("3\r\nabc\r\n"));
        std::string rest = "0\r\n\r\n";
        for (int i = 0; i < count; ++i)
            rest += second;
        client.send(rest);
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->body, std::string("abc"));
        for (int i = 0; i < count; ++i) {
            answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("second"));
        }
    }

    // The bodies are larger than a head buffer: what comes behind the chunked one is read together with its end.
    void bodiesBehindAChunkedBodyAreNotLost_data()
    {
        QTest::addColumn<QByteArray>("line");
        QTest::addColumn<bool>("isChunked");
        QTest::addColumn<bool>("isEchoed");
        QTest::newRow("of a known length") << QByteArray("POST /echo HTTP/1.1\r\n") << false << true;
        QTest::newRow("chunked") << QByteArray("POST /echo HTTP/1.1\r\n") << true << true;
        QTest::newRow("of a known length, streamed") << QByteArray("PUT /stream HTTP/1.1\r\n") << false << false;
        QTest::newRow("chunked, streamed") << QByteArray("PUT /stream HTTP/1.1\r\n") << true << false;
    }
    void bodiesBehindAChunkedBodyAreNotLost()
    {
        QFETCH(QByteArray, line);
        QFETCH(bool, isChunked);
        QFETCH(bool, isEchoed);
        const std::string first = numbered(20'000);
        const std::string body = numbered(30'000);
        std::string request = line.toStdString() + "Host: a.test\r\n";
        request += isChunked ? "Transfer-Encoding: chunked\r\n\r\n" + inChunks(body)
                             : "Content-Length: " + std::to_string(body.size()) + "\r\n\r\n" + body;
        const std::string all = chunked(inChunks(first)) + request + chunked(inChunks(first)) + request;
        RawClient client(m_server->port());
        for (int i = 0; i < 20; ++i) {
            QVERIFY(client.send(all + std::string(second)));
            for (int pair = 0; pair < 2; ++pair) {
                auto answer = client.readAnswer();
                QVERIFY(answer);
                QCOMPARE(answer->status, 200);
                QVERIFY(answer->body == first);
                answer = client.readAnswer();
                QVERIFY(answer);
                QCOMPARE(answer->status, 200);
                QVERIFY(answer->body == (isEchoed ? body : std::to_string(body.size())));
            }
            const auto answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("second"));
        }
    }

    // The news of its arrival is taken by the waiting for the body, and does not come again.
    void aRequestBehindABodyThatWasWaitedForIsAnswered()
    {
        RawClient client(m_server->port());
        for (int i = 0; i < 3; ++i) {
            client.send(post("Expect: 100-continue\r\nContent-Length: 5\r\n"));
            auto answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->status, 100);
            client.send("hello" + std::string(second));
            answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("hello"));
            answer = client.readAnswer();
            QVERIFY(answer);
            QCOMPARE(answer->body, std::string("second"));
        }
    }

    void headOfAFileTellsItsLength()
    {
        RawClient client(m_server->port());
        client.send("HEAD /file HTTP/1.1\r\nHost: a\r\n\r\n");
        const auto answer = client.readAnswer(RawClient::Method::Head);
        QVERIFY(answer);
        QCOMPARE(answer->field("Content-Length").value_or(""), std::string("26"));
        QCOMPARE(answer->field("Accept-Ranges").value_or(""), std::string("bytes"));
        QCOMPARE(answer->field("Last-Modified").value_or(""), std::string("Mon, 01 Jan 2001 00:00:00 GMT"));
    }

    void rangesGiveTheirBytes_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<QByteArray>("contentRange");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("first") << QByteArray("bytes=0-0") << QByteArray("bytes 0-0/26") << QByteArray("a");
        QTest::newRow("middle") << QByteArray("bytes=3-5") << QByteArray("bytes 3-5/26") << QByteArray("def");
        QTest::newRow("open") << QByteArray("bytes=24-") << QByteArray("bytes 24-25/26") << QByteArray("yz");
        QTest::newRow("over the end") << QByteArray("bytes=24-99") << QByteArray("bytes 24-25/26") << QByteArray("yz");
        QTest::newRow("last") << QByteArray("bytes=-2") << QByteArray("bytes 24-25/26") << QByteArray("yz");
        QTest::newRow("more than there is")
            << QByteArray("bytes=-99") << QByteArray("bytes 0-25/26") << QByteArray("abcdefghijklmnopqrstuvwxyz");
    }
    void rangesGiveTheirBytes()
    {
        QFETCH(QByteArray, range);
        QFETCH(QByteArray, contentRange);
        QFETCH(QByteArray, body);
        RawClient client(m_server->port());
        client.send(get("Range: " + range.toStdString() + "\r\n", "/file"));
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 206);
        QCOMPARE(answer->body, body.toStdString());
        QCOMPARE(answer->field("Content-Range").value_or(""), contentRange.toStdString());
        // The same with a matching strong tag.
        const std::string etag = answer->field("ETag").value_or("");
        client.send(get("If-Range: " + etag + "\r\nRange: " + range.toStdString() + "\r\n", "/file"));
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 206);
        client.send(get("If-None-Match: " + etag + "\r\n", "/file"));
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->status, 304);
    }

    void anUnsatisfiableRangeTellsTheSize()
    {
        RawClient client(m_server->port());
        client.send(get("Range: bytes=99-\r\n", "/file"));
        const auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->field("Content-Range").value_or(""), std::string("bytes */26"));
    }

    void allowNamesTheMethods()
    {
        RawClient client(m_server->port());
        client.send("DELETE / HTTP/1.1\r\nHost: a\r\n\r\n");
        auto answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->field("Allow").value_or(""), std::string("GET, HEAD, OPTIONS"));
        client.send("OPTIONS /echo HTTP/1.1\r\nHost: a\r\n\r\n");
        answer = client.readAnswer();
        QVERIFY(answer);
        QCOMPARE(answer->field("Allow").value_or(""), std::string("POST, PUT, DELETE, OPTIONS"));
        QVERIFY(!answer->field("Content-Length"));
    }
};

QTEST_GUILESS_MAIN(TestConformance)
#include "tst_conformance.moc"
