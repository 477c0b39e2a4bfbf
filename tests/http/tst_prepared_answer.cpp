#include "http/PreparedAnswer.h"

#include <QTest>

#include <brotli/decode.h>
#include <zlib.h>

using namespace toasoan;
using namespace toasoan::http;

namespace {

QByteArray page()
{
    QByteArray text;
    for (int i = 0; i < 200; ++i)
        text += "<p>Cổng thông tin điện tử huyện Triệu Phong, tin số " + QByteArray::number(i * 7919 % 1000) + "</p>\n";
    return text;
}

PreparedAnswer::Block ask(const PreparedAnswer &answer, std::vector<std::pair<std::string, std::string>> fields)
{
    const OwnedRequest request({.fields = std::move(fields)});
    return answer.blockFor(request.view());
}

QByteArray gunzipped(std::string_view packed)
{
    z_stream stream{};
    inflateInit2(&stream, 15 + 16);
    QByteArray plain(1'000'000, '\0');
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(packed.data()));
    stream.avail_in = static_cast<uInt>(packed.size());
    stream.next_out = reinterpret_cast<Bytef *>(plain.data());
    stream.avail_out = static_cast<uInt>(plain.size());
    const int outcome = inflate(&stream, Z_FINISH);
    plain.truncate(static_cast<qsizetype>(stream.total_out));
    inflateEnd(&stream);
    return outcome == Z_STREAM_END ? plain : QByteArray();
}

QByteArray unbrotlied(std::string_view packed)
{
    QByteArray plain(1'000'000, '\0');
    std::size_t size = static_cast<std::size_t>(plain.size());
    if (BrotliDecoderDecompress(packed.size(), reinterpret_cast<const std::uint8_t *>(packed.data()), &size,
                                reinterpret_cast<std::uint8_t *>(plain.data()))
        != BROTLI_DECODER_RESULT_SUCCESS)
        return {};
    plain.truncate(static_cast<qsizetype>(size));
    return plain;
}

bool holds(std::string_view head, std::string_view line)
{
    return head.find(std::string(line) + "\r\n") != std::string_view::npos;
}

} // namespace

class TestPreparedAnswer : public QObject
{
    Q_OBJECT

private slots:
    void theCodingIsTheClientsChoice_data()
    {
        QTest::addColumn<QByteArray>("acceptEncoding");
        QTest::addColumn<QByteArray>("coding");
        QTest::newRow("none named") << QByteArray() << QByteArray();
        QTest::newRow("empty") << QByteArray("") << QByteArray();
        QTest::newRow("gzip") << QByteArray("gzip") << QByteArray("gzip");
        QTest::newRow("x-gzip") << QByteArray("x-gzip") << QByteArray("gzip");
        QTest::newRow("brotli") << QByteArray("br") << QByteArray("br");
        QTest::newRow("a browser") << QByteArray("gzip, deflate, br") << QByteArray("br");
        QTest::newRow("capitals") << QByteArray("GZip") << QByteArray("gzip");
        QTest::newRow("gzip preferred") << QByteArray("br;q=0.5, gzip;q=0.9") << QByteArray("gzip");
        QTest::newRow("identity preferred") << QByteArray("gzip;q=0.5, identity") << QByteArray();
        QTest::newRow("gzip excluded") << QByteArray("gzip;q=0") << QByteArray();
        QTest::newRow("gzip excluded at length") << QByteArray("gzip;q=0.000, br") << QByteArray("br");
        QTest::newRow("anything") << QByteArray("*") << QByteArray("br");
        QTest::newRow("anything but brotli") << QByteArray("*, br;q=0") << QByteArray("gzip");
        QTest::newRow("others only") << QByteArray("deflate, zstd") << QByteArray();
        QTest::newRow("no identity") << QByteArray("identity;q=0, gzip;q=0.1") << QByteArray("gzip");
        QTest::newRow("a weight that is none") << QByteArray("gzip;q=high, br;q=0.1") << QByteArray("br");
        QTest::newRow("blanks") << QByteArray(" gzip ; q=1 ,") << QByteArray("gzip");
    }
    void theCodingIsTheClientsChoice()
    {
        QFETCH(QByteArray, acceptEncoding);
        QFETCH(QByteArray, coding);
        const auto answer = PreparedAnswer::create({.contentType = "text/html; charset=utf-8", .body = page()});
        const auto block = acceptEncoding.isNull() ? ask(*answer, {})
                                                   : ask(*answer, {{"Accept-Encoding", acceptEncoding.toStdString()}});
        QCOMPARE(holds(block.head, "Content-Encoding: gzip"), coding == "gzip");
        QCOMPARE(holds(block.head, "Content-Encoding: br"), coding == "br");
        QVERIFY(holds(block.head, "Vary: Accept-Encoding"));
        QVERIFY(holds(block.head, "Content-Length: " + std::to_string(block.body.size())));
        const QByteArray plain = coding == "gzip" ? gunzipped(block.body)
            : coding == "br"                      ? unbrotlied(block.body)
                             : QByteArray(block.body.data(), static_cast<qsizetype>(block.body.size()));
        QCOMPARE(plain, page());
    }

    void thoroughIsTheSamePage()
    {
        const auto answer =
            PreparedAnswer::create({.contentType = "text/css", .body = page(), .compression = Compression::Thorough});
        const auto gzip = ask(*answer, {{"Accept-Encoding", "gzip"}}).body;
        const auto brotli = ask(*answer, {{"Accept-Encoding", "br"}}).body;
        QCOMPARE(gunzipped(gzip), page());
        QCOMPARE(unbrotlied(brotli), page());
        QVERIFY(brotli.size() < gzip.size());
    }

    void whatDoesNotGetSmallerStaysAsItIs()
    {
        for (const auto &parts :
             {PreparedAnswer::Parts{.contentType = "image/webp", .body = page()},
              PreparedAnswer::Parts{.contentType = "text/html", .body = "short"},
              PreparedAnswer::Parts{.contentType = "text/html", .body = page(), .compression = Compression::None}}) {
            const auto answer = PreparedAnswer::create(parts);
            const auto block = ask(*answer, {{"Accept-Encoding", "gzip, br"}});
            QVERIFY(block.head.find("Content-Encoding") == std::string_view::npos);
            QVERIFY(!holds(block.head, "Vary: Accept-Encoding"));
        }
    }

    void whoHasItGets304()
    {
        const auto answer = PreparedAnswer::create({.contentType = "text/html",
                                                    .body = page(),
                                                    .fields = {{"Cache-Control", "max-age=60"}},
                                                    .contentHash = "abc"});
        QCOMPARE(answer->etag(), QByteArray("W/\"abc\""));
        for (const char *tags : {"W/\"abc\"", "\"abc\"", "\"x\", W/\"abc\"", "*", "\"x,y\",\"abc\""}) {
            const auto block = ask(*answer, {{"If-None-Match", tags}, {"Accept-Encoding", "gzip"}});
            QVERIFY2(block.head.starts_with("HTTP/1.1 304 Not Modified\r\n"), tags);
            QVERIFY(block.body.empty());
            QVERIFY(holds(block.head, "ETag: W/\"abc\""));
            QVERIFY(holds(block.head, "Cache-Control: max-age=60"));
            QVERIFY(holds(block.head, "Vary: Accept-Encoding"));
            QVERIFY(block.head.find("Content-Length") == std::string_view::npos);
        }
        for (const char *tags : {"\"ab\"", "abc", "W/\"abcd\"", "\"", ""})
            QVERIFY2(ask(*answer, {{"If-None-Match", tags}}).head.starts_with("HTTP/1.1 200 OK\r\n"), tags);
    }

    void theTagIsThatOfTheContent()
    {
        const auto one = PreparedAnswer::create({.contentType = "text/html", .body = "a"});
        const auto same = PreparedAnswer::create({.contentType = "text/html", .body = "a"});
        const auto other = PreparedAnswer::create({.contentType = "text/html", .body = "b"});
        QCOMPARE(one->etag(), same->etag());
        QVERIFY(one->etag() != other->etag());
    }

    void lastModifiedIsACondition()
    {
        const auto answer = PreparedAnswer::create({.contentType = "text/html",
                                                    .body = page(),
                                                    .fields = {{"Last-Modified", "Mon, 02 Oct 2023 09:20:14 GMT"}}});
        QVERIFY(
            ask(*answer, {{"If-Modified-Since", "Mon, 02 Oct 2023 09:20:14 GMT"}}).head.starts_with("HTTP/1.1 304"));
        QVERIFY(
            ask(*answer, {{"If-Modified-Since", "Mon, 02 Oct 2023 09:20:13 GMT"}}).head.starts_with("HTTP/1.1 200"));
        QVERIFY(ask(*answer, {{"If-Modified-Since", "yesterday"}}).head.starts_with("HTTP/1.1 200"));
        QVERIFY(
            ask(*answer, {{"If-Unmodified-Since", "Mon, 02 Oct 2023 09:20:13 GMT"}}).head.starts_with("HTTP/1.1 412"));
        // If-None-Match goes before If-Modified-Since (RFC 9110, 13.2.2).
        QVERIFY(ask(*answer, {{"If-Modified-Since", "Mon, 02 Oct 2023 09:20:14 GMT"}, {"If-None-Match", "\"x\""}})
                    .head.starts_with("HTTP/1.1 200"));
    }

    void otherStatusesHaveNoTag()
    {
        const auto gone = PreparedAnswer::create({.status = Status::Gone, .contentType = "text/html", .body = page()});
        const auto block = ask(*gone, {{"If-None-Match", "*"}});
        QVERIFY(block.head.starts_with("HTTP/1.1 410 Gone\r\n"));
        QVERIFY(block.head.find("ETag") == std::string_view::npos);
    }

    void fieldsThatWouldBreakTheHeadAreLeftOut()
    {
        const auto answer = PreparedAnswer::create(
            {.contentType = "text/html",
             .body = "a",
             .fields = {
                 {"X-Bad", "a\r\nX-Injected: b"}, {"X Bad", "a"}, {"X-Good", "a"}, {"X-Nul", QByteArray("a\0b", 3)}}});
        const auto block = ask(*answer, {});
        QVERIFY(block.head.find("Injected") == std::string_view::npos);
        QVERIFY(block.head.find("X Bad") == std::string_view::npos);
        QVERIFY(block.head.find("X-Nul") == std::string_view::npos);
        QVERIFY(holds(block.head, "X-Good: a"));
    }
};

QTEST_GUILESS_MAIN(TestPreparedAnswer)
#include "tst_prepared_answer.moc"
