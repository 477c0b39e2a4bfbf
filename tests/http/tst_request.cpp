#include "http/Proxies.h"

#include <QTest>

using namespace toasoan::http;

class TestRequest : public QObject
{
    Q_OBJECT

private slots:
    void percentDecodingIsSafe_data()
    {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<bool>("isFine");
        QTest::addColumn<QByteArray>("decoded");
        QTest::newRow("plain") << QByteArray("abc") << true << QByteArray("abc");
        QTest::newRow("empty") << QByteArray("") << true << QByteArray("");
        QTest::newRow("Vietnamese") << QByteArray("%C4%90%C6%B0%E1%BB%9Dng") << true << QByteArray("Đường");
        QTest::newRow("small digits") << QByteArray("%c4%91") << true << QByteArray("đ");
        QTest::newRow("a slash") << QByteArray("a%2Fb") << true << QByteArray("a/b");
        QTest::newRow("a plus stays") << QByteArray("a+b") << true << QByteArray("a+b");
        QTest::newRow("decoded once") << QByteArray("%252e") << true << QByteArray("%2e");
        QTest::newRow("cut off") << QByteArray("a%4") << false << QByteArray();
        QTest::newRow("a percent sign at the end") << QByteArray("a%") << false << QByteArray();
        QTest::newRow("no digits") << QByteArray("%zz") << false << QByteArray();
        QTest::newRow("NUL") << QByteArray("a%00") << false << QByteArray();
        QTest::newRow("line feed") << QByteArray("a%0Ab") << false << QByteArray();
        QTest::newRow("DEL") << QByteArray("%7f") << false << QByteArray();
        QTest::newRow("no UTF-8") << QByteArray("%ff") << false << QByteArray();
        QTest::newRow("overlong UTF-8") << QByteArray("%c0%af") << false << QByteArray();
        QTest::newRow("half a letter") << QByteArray("%c4") << false << QByteArray();
    }
    void percentDecodingIsSafe()
    {
        QFETCH(QByteArray, text);
        QFETCH(bool, isFine);
        QFETCH(QByteArray, decoded);
        const auto result = percentDecode(text.toStdString());
        QCOMPARE(result.has_value(), isFine);
        if (isFine)
            QCOMPARE(QByteArray::fromStdString(*result), decoded);
    }

    void queriesAreRead()
    {
        const OwnedRequest request({.target = "/a?q=t%C3%AAn+b%C3%A0i&page=2&flag&empty=&page=3&%71=z"});
        QCOMPARE(request.view().queryValue("q").value_or(""), std::string("tên bài"));
        QCOMPARE(request.view().queryValue("page").value_or(""), std::string("2"));
        QCOMPARE(request.view().queryValue("flag"), std::optional<std::string>(""));
        QCOMPARE(request.view().queryValue("empty"), std::optional<std::string>(""));
        QVERIFY(!request.view().queryValue("other"));
        QCOMPARE(request.view().rawPath(), std::string_view("/a"));
        QVERIFY(!OwnedRequest({.target = "/a"}).view().queryValue("q"));
    }

    void fieldsAreFoundInAnyCase()
    {
        const OwnedRequest request({.fields = {{"hOsT", "a.test"}, {"X-Thing", "1"}, {"x-thing", "2"}}});
        QCOMPARE(request.view().field("Host").value_or(""), std::string_view("a.test"));
        QCOMPARE(request.view().field(FieldName::Host).value_or(""), std::string_view("a.test"));
        QCOMPARE(request.view().host(), std::string_view("a.test"));
        QCOMPARE(request.view().field("X-THING").value_or(""), std::string_view("1"));
        QVERIFY(!request.view().field("X-Thin"));
        QVERIFY(!request.view().field(FieldName::Range));
    }

    void everyKnownNameIsKnown()
    {
        for (const char *name :
             {"Accept", "Accept-Encoding", "Accept-Language", "Authorization", "Connection", "Content-Length",
              "Content-Type", "Cookie", "Expect", "Host", "If-Match", "If-Modified-Since", "If-None-Match", "If-Range",
              "If-Unmodified-Since", "Range", "Referer", "Transfer-Encoding", "User-Agent"})
            QVERIFY2(fieldNameFromText(name) != FieldName::Other, name);
        QVERIFY(fieldNameFromText("user-agent") == FieldName::UserAgent);
        QVERIFY(fieldNameFromText("Transfer-Encoding") == FieldName::TransferEncoding);
        QVERIFY(fieldNameFromText("Hosts") == FieldName::Other);
        QVERIFY(fieldNameFromText("") == FieldName::Other);
    }

    void aCopyOutlivesItsSource()
    {
        auto source = std::make_unique<OwnedRequest>(OwnedRequest::Parts{
            .method = Method::Put, .target = "/a?b", .fields = {{"Host", "h"}}, .body = "bytes", .shard = 3});
        OwnedRequest copy = source->view().copy();
        source.reset();
        const OwnedRequest moved = std::move(copy);
        QCOMPARE(moved.view().method(), Method::Put);
        QCOMPARE(moved.view().target(), std::string_view("/a?b"));
        QCOMPARE(moved.view().body(), std::string_view("bytes"));
        QCOMPARE(moved.view().host(), std::string_view("h"));
        QCOMPARE(moved.view().field("host").value_or(""), std::string_view("h"));
        QCOMPARE(moved.view().shard(), 3U);
    }

    void addressesGoThereAndBack()
    {
        QCOMPARE(PeerAddress::fromText("192.0.2.7")->toText(), std::string("192.0.2.7"));
        QCOMPARE(PeerAddress::fromText("2001:db8::1")->toText(), std::string("2001:db8::1"));
        QVERIFY(PeerAddress::fromText("192.0.2.7")->isIpv4());
        QVERIFY(*PeerAddress::fromText("::ffff:192.0.2.7") == *PeerAddress::fromText("192.0.2.7"));
        for (const char *text : {"", "1", "192.0.2", "192.0.2.256", "a.test", "[::1]", "::1 "})
            QVERIFY2(!PeerAddress::fromText(text), text);
    }

    void onlyAProxyOfOursIsBelieved_data()
    {
        QTest::addColumn<QString>("peer");
        QTest::addColumn<QStringList>("forwarded"); // one X-Forwarded-For each
        QTest::addColumn<QString>("client");
        const QString proxy = QStringLiteral("127.0.0.1");
        const QString stranger = QStringLiteral("198.51.100.7");
        QTest::newRow("no field") << proxy << QStringList() << QStringLiteral("? ");
        QTest::newRow("a proxy's word") << proxy << QStringList(stranger) << stranger;
        QTest::newRow("a stranger's word") << stranger << QStringList(QStringLiteral("203.0.113.1")) << stranger;
        QTest::newRow("what the client wrote")
            << proxy << QStringList(QStringLiteral("203.0.113.1, 10.0.0.1 ,") + stranger) << stranger;
        QTest::newRow("two proxies") << proxy << QStringList(stranger + QStringLiteral(", 192.0.2.1")) << stranger;
        QTest::newRow("two fields") << proxy << QStringList{QStringLiteral("203.0.113.1"), stranger} << stranger;
        QTest::newRow("IPv6") << proxy << QStringList(QStringLiteral("2001:db8::1")) << QStringLiteral("2001:db8::1");
        QTest::newRow("no address") << proxy << QStringList(QStringLiteral("unknown")) << QStringLiteral("? unknown");
        QTest::newRow("no address before a proxy")
            << proxy << QStringList(QStringLiteral("x, 192.0.2.1")) << QStringLiteral("? x");
        QTest::newRow("empty") << proxy << QStringList(QString()) << QStringLiteral("? ");
        QTest::newRow("only commas") << proxy << QStringList(QStringLiteral(",,")) << QStringLiteral("? ");
        QTest::newRow("a comma at the end") << proxy << QStringList(stranger + QStringLiteral(" , ,")) << stranger;
        QTest::newRow("an empty last field") << proxy << QStringList{stranger, QString()} << stranger;
        QTest::newRow("from the proxy's own machine") << proxy << QStringList(proxy) << proxy;
        const QString six = QStringLiteral("2001:db8::1");
        const std::vector<std::pair<const char *, QString>> forms{
            {"198.51.100.7:50123", stranger},
            {"[2001:db8::1]:443", six},
            {"[2001:db8::1]", six},
            {"2001:DB8::1", six},
            {"2001:db8:0:0:0:0:0:1:443", six},
            {"2001:db8::1%eth0", six},
            {"[2001:db8::1%25eth0]:80", six},
            {"\"198.51.100.7\"", stranger},
            {"\"[2001:db8::1]:4711\"", six},
            {"\"198.51.100.7:4711\"", stranger},
            {"::ffff:198.51.100.7", stranger},
            {"[::ffff:198.51.100.7]:1", stranger},
            {"[198.51.100.7]:1", stranger},
            {"198.51.100.7:_hidden", stranger},
            {"\t198.51.100.7\t", stranger},
            {"unknown:4711", QStringLiteral("? unknown")},
            {"_gazonk", QStringLiteral("? _gazonk")},
            {"\"_gazonk\"", QStringLiteral("? _gazonk")},
            {"198.51.100.7:", QStringLiteral("? 198.51.100.7:")},
            {"198.51.100.7:http", QStringLiteral("? 198.51.100.7:http")},
            {"[2001:db8::1", QStringLiteral("? [2001:db8:")},
            {"[2001:db8::1]x", QStringLiteral("? [2001:db8::1]x")},
            {"198.51.100.256", QStringLiteral("? 198.51.100.256")},
            {"a.test", QStringLiteral("? a.test")},
            {"\"", QStringLiteral("? \"")}};
        for (const auto &[written, meant] : forms)
            QTest::addRow("written as %s", written)
                << proxy << QStringList(QStringLiteral("203.0.113.1, ") + QLatin1StringView(written)) << meant;
    }
    void onlyAProxyOfOursIsBelieved()
    {
        QFETCH(QString, peer);
        QFETCH(QStringList, forwarded);
        QFETCH(QString, client);
        OwnedRequest::Parts parts{.peer = *PeerAddress::fromText(peer.toStdString())};
        for (const QString &value : forwarded)
            parts.fields.emplace_back("x-forwarded-for", value.toStdString());
        const OwnedRequest request(parts);
        const std::vector proxies{*PeerAddress::fromText("127.0.0.1"), *PeerAddress::fromText("192.0.2.1")};
        const auto asText = [](const Client &found) {
            return QString::fromStdString(found.address ? found.address->toText() : "? " + std::string(found.alias));
        };
        QCOMPARE(asText(clientOf(request.view(), proxies)), client);
        QCOMPARE(asText(clientOf(request.view(), {})), peer);
    }

    // Other fields than X-Forwarded-For, by the same rules.
    void proxiesThatWriteOtherFieldsAreBelieved_data()
    {
        using Fields = std::vector<std::pair<std::string, std::string>>;
        QTest::addColumn<Fields>("fields");
        QTest::addColumn<QString>("client");
        const QString stranger = QStringLiteral("198.51.100.7");
        const QString six = QStringLiteral("2001:db8::1");
        const auto row = [](const char *name, const Fields &fields, const QString &client) {
            QTest::newRow(name) << fields << client;
        };
        const std::vector<std::pair<const char *, QString>> forms{
            {"for=198.51.100.7", stranger},
            {"For=198.51.100.7", stranger},
            {"for=\"198.51.100.7:4711\"", stranger},
            {"for=198.51.100.7:4711", stranger},
            {"for=\"[2001:db8::1]\"", six},
            {"for=\"[2001:db8::1]:4711\"", six},
            {"for=\"[2001:DB8::1]:_port\";proto=https", six},
            {"for=198.51.100.7;proto=http;by=203.0.113.43", stranger},
            {"by=203.0.113.43;proto=http;for=198.51.100.7", stranger},
            {"host=\"a;for=203.0.113.1\";for=198.51.100.7", stranger},
            {" for = 198.51.100.7 ; proto = https", stranger},
            {"for=192.0.2.43, for=198.51.100.7", stranger},
            {"for=203.0.113.1,for=198.51.100.7, for=192.0.2.1", stranger},
            {"for=203.0.113.1, for=\"198.51.100.7:80\" , ,", stranger},
            {"for=\"203.0.113.1, for=198.51.100.7", stranger}, // a quote of a client's that never ends
            {"for=\"203.0.113.1;, for=\"[2001:db8::1]:1\"", six},
            {"for=unknown", QStringLiteral("? unknown")},
            {"for=_hidden, for=192.0.2.1", QStringLiteral("? _hidden")},
            {"for=\"_SEVKISEK:4711\"", QStringLiteral("? _SEVKISEK")},
            {"for=198.51.100.7, proto=https", QStringLiteral("? ")}, // the last proxy does not say
            {"for=", QStringLiteral("? ")},
            {"for=192.0.2.1", QStringLiteral("192.0.2.1")},
            // What the proxy quotes of the client's, a host, say, is the client's word wherever it ends (RFC
            // 9110, 5.6.4).
            {"for=198.51.100.7;host=\"a\\\",for=203.0.113.1\"", stranger},
            {"for=198.51.100.7;host=\"a\\\",for=203.0.113.1;x=\\\"\"", stranger},
            {"for=198.51.100.7;host=\"a\\\\\\\",for=203.0.113.1;x=\\\"b\\\\\"", stranger},
            {"for=198.51.100.7;host=\"\\\";for=203.0.113.1\"", stranger},
            {"host=\"\\\";for=203.0.113.1;x=\\\"\";for=198.51.100.7", stranger},
            {"for=\"\\\"203.0.113.1\", for=198.51.100.7", stranger},
            {"for=\"\\\", for=198.51.100.7", stranger},
            {"for=\"203.0.113.1\\\", for=\"[2001:db8::1]:1\"", six},
            {"for=\"198.51.100.7\\\\\", for=198.51.100.7", stranger},
            {"for=\"1\\98.51.100.7\\:4711\"", stranger},
            {"for=\"\\[2001:db8::1\\]\"", six},
            {"for=\"\\\"203.0.113.1\"", QStringLiteral("? \\\"203.0.113.1")},
            {"for=\"\\\"203.0.113.1\\\"\"", QStringLiteral("? \\\"203.0.113.1\\\"")},
            {"for=\"_a\\\"b\"", QStringLiteral("? _a\\\"b")},
            // An element that is none says nothing, of whomever: what in it is the proxy's cannot be told.
            {"for=198.51.100.7;host=\"a", QStringLiteral("? ")},
            {"for=198.51.100.7;host=\"a\\\"", QStringLiteral("? ")},
            {"for=198.51.100.7;host=\"a\"b\"", QStringLiteral("? ")},
            {"for=198.51.100.7;host=a\"b", QStringLiteral("? ")},
            {"for=198.51.100.7;host=\"a\"for=203.0.113.1", QStringLiteral("? ")},
            {"for=198.51.100.7;host=\"a\",for=203.0.113.1\\\"", QStringLiteral("? ")},
            {"for=198.51.100.7;secret", QStringLiteral("? ")},
            {"for=198.51.100.7;=x", QStringLiteral("? ")},
            {"for=198.51.100.7;for=203.0.113.1", QStringLiteral("? ")},
            {"for=203.0.113.1;for=198.51.100.7", QStringLiteral("? ")},
            {"for=198.51.100.7 for=203.0.113.1", QStringLiteral("? ")},
            {"for=198.51.100.7;proto=ht tp", QStringLiteral("? ")},
            {"for=203.0.113.1;x, for=192.0.2.1", QStringLiteral("? ")},
            {"for=203.0.113.1;host=\"a, for=192.0.2.1", QStringLiteral("? ")},
            {"for=198.51.100.7;host=\"a\";", stranger},
            {"for=198.51.100.7;host=a.test:8080;proto=https", stranger},
            {"for=198.51.100.7;host=\"\";ext=\"x=y;z\"", stranger},
        };
        for (const auto &[written, meant] : forms)
            QTest::addRow("Forwarded: %s", written) << Fields{{"forwarded", written}} << meant;
        row("two fields", {{"Forwarded", "for=203.0.113.1"}, {"Forwarded", "for=198.51.100.7"}}, stranger);
        row("X-Real-IP", {{"X-Real-IP", "198.51.100.7"}}, stranger);
        row("X-Real-IP with a port", {{"x-real-ip", "[2001:db8::1]:443"}}, six);
        row("X-Real-IP that is none", {{"X-Real-IP", "unknown"}}, QStringLiteral("? unknown"));
        row("empty before it", {{"X-Forwarded-For", ","}, {"Forwarded", ""}, {"X-Real-IP", "198.51.100.7"}}, stranger);
        // What clients send along does not count against what the proxy wrote.
        row("X-Forwarded-For goes before",
            {{"Forwarded", "for=203.0.113.1"}, {"X-Real-IP", "203.0.113.1"}, {"X-Forwarded-For", "198.51.100.7"}},
            stranger);
        row("and Forwarded before X-Real-IP", {{"X-Real-IP", "203.0.113.1"}, {"Forwarded", "for=198.51.100.7"}},
            stranger);
    }
    void proxiesThatWriteOtherFieldsAreBelieved()
    {
        using Fields = std::vector<std::pair<std::string, std::string>>;
        QFETCH(Fields, fields);
        QFETCH(QString, client);
        OwnedRequest::Parts parts{.peer = *PeerAddress::fromText("127.0.0.1")};
        parts.fields.insert(parts.fields.end(), fields.begin(), fields.end());
        const OwnedRequest request(parts);
        const std::vector proxies{*PeerAddress::fromText("127.0.0.1"), *PeerAddress::fromText("192.0.2.1")};
        const Client found = clientOf(request.view(), proxies);
        QCOMPARE(QString::fromStdString(found.address ? found.address->toText() : "? " + std::string(found.alias)),
                 client);
        // A stranger's word is none.
        parts.peer = *PeerAddress::fromText("203.0.113.9");
        const OwnedRequest strangers(parts);
        QCOMPARE(clientOf(strangers.view(), proxies).address->toText(), std::string("203.0.113.9"));
    }

    void limitsCountIpv6ByNetwork()
    {
        const auto key = [](const char *text) { return PeerAddress::fromText(text)->limitKey(); };
        QVERIFY(key("2001:db8:1:2::1") == key("2001:db8:1:2:ffff::9"));
        QVERIFY(key("2001:db8:1:2::1") != key("2001:db8:1:3::1"));
        QVERIFY(key("192.0.2.1") != key("192.0.2.2"));
    }
};

QTEST_GUILESS_MAIN(TestRequest)
#include "tst_request.moc"
