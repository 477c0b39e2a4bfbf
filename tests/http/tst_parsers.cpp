// Head parser and chunked decoder against themselves: however the bytes are cut, and whatever the bytes are.
#include "http/ChunkedDecoder.h"
#include "http/HeadParser.h"

#include "base/Dice.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::http;

namespace {

struct Decoded
{
    ChunkedDecoder::State state = ChunkedDecoder::State::More;
    std::string content;
    std::size_t consumed = 0;

    bool operator==(const Decoded &) const = default;
};

// Decodes `wire` in pieces whose sizes `dice` throws; all at once without dice.
Decoded decode(const std::string &wire, SeededDice *dice)
{
    ChunkedDecoder decoder;
    Decoded result;
    while (result.consumed < wire.size() && result.state == ChunkedDecoder::State::More) {
        const std::size_t rest = wire.size() - result.consumed;
        std::string piece = wire.substr(result.consumed, dice ? 1 + dice->below(std::min<std::size_t>(rest, 9)) : rest);
        const ChunkedDecoder::Progress progress = decoder.decode(piece.data(), piece.size());
        result.content.append(piece, 0, progress.produced);
        result.consumed += progress.consumed;
        result.state = progress.state;
    }
    return result;
}

std::string mutated(std::string text, SeededDice &dice)
{
    constexpr std::string_view interesting("\r\n\t :;,=\"\0\x7f\xff"
                                           "0aG/#%*",
                                           20);
    const std::size_t changes = 1 + dice.below(3);
    for (std::size_t i = 0; i < changes && !text.empty(); ++i) {
        const std::size_t position = dice.below(text.size());
        switch (dice.below(3)) {
        case 0:
            text[position] = interesting[dice.below(interesting.size())];
            break;
        case 1:
            text.insert(position, 1, interesting[dice.below(interesting.size())]);
            break;
        default:
            text.erase(position, 1 + dice.below(3));
            break;
        }
    }
    return text;
}

struct Read
{
    HeadParser::Scan scan = HeadParser::Scan::NeedMore;
    std::size_t size = 0;
    int refusal = 0;
    std::string target;
    std::size_t fields = 0;

    bool operator==(const Read &) const = default;
};

Read readHead(std::string wire, SeededDice *dice)
{
    HeadParser parser;
    Read result;
    std::size_t given = dice ? 0 : wire.size();
    do {
        given = dice ? std::min<std::size_t>(wire.size(), given + 1 + dice->below(20)) : wire.size();
        result.scan = parser.scan(std::string_view(wire).substr(0, given));
    } while (result.scan == HeadParser::Scan::NeedMore && given < wire.size());
    if (result.scan == HeadParser::Scan::Refused)
        result.refusal = toNumber(parser.refusal());
    if (result.scan != HeadParser::Scan::Complete)
        return result;
    result.size = parser.headSize();
    auto storage = std::make_unique<HeadParser::FieldStorage>();
    OwnedRequest request(OwnedRequest::Parts{});
    const auto head = parser.parse(wire.data(), request.view(), *storage);
    if (head) {
        result.target = request.view().target();
        result.fields = request.view().fields().size();
    } else {
        result.refusal = toNumber(parser.refusal());
    }
    return result;
}

} // namespace

class TestParsers : public QObject
{
    Q_OBJECT

private slots:
    void chunksDoNotDependOnHowTheyAreCut()
    {
        const std::string sound =
            "5;a=\"b\\\"c\";d\r\nhello\r\n10\r\n0123456789abcdef\r\n0;last\r\nX-A: b\r\n\r\nGET / HT";
        SeededDice dice(20231002);
        const Decoded whole = decode(sound, nullptr);
        QVERIFY(whole.state == ChunkedDecoder::State::Done);
        QCOMPARE(whole.content, std::string("hello0123456789abcdef"));
        QCOMPARE(whole.consumed, sound.size() - 8);
        for (int i = 0; i < 20'000; ++i) {
            const std::string wire = i % 4 == 0 ? sound : mutated(sound, dice);
            const Decoded atOnce = decode(wire, nullptr);
            const Decoded inPieces = decode(wire, &dice);
            QVERIFY2(atOnce.state == inPieces.state, wire.c_str());
            QVERIFY2(atOnce.content == inPieces.content, wire.c_str());
        }
    }

    void headsDoNotDependOnHowTheyAreCut()
    {
        const std::string sound = "POST /tin/b%C3%A0i?a=b HTTP/1.1\r\nHost: a.test:80\r\nAccept: */*\r\nX-Empty:\r\n"
                                  "Content-Length: 12\r\nConnection: keep-alive, foo\r\n\r\nbody\n\x01";
        SeededDice dice(7);
        const Read whole = readHead(sound, nullptr);
        QVERIFY(whole.scan == HeadParser::Scan::Complete);
        QCOMPARE(whole.target, std::string("/tin/b%C3%A0i?a=b"));
        QCOMPARE(whole.fields, std::size_t(5));
        int accepted = 0;
        for (int i = 0; i < 20'000; ++i) {
            const std::string wire = mutated(sound, dice);
            const Read atOnce = readHead(wire, nullptr);
            const Read inPieces = readHead(wire, &dice);
            QVERIFY2(atOnce == inPieces, wire.c_str());
            accepted += atOnce.fields > 0 ? 1 : 0;
        }
        QVERIFY(accepted > 1000 && accepted < 19'000);
    }
};

QTEST_GUILESS_MAIN(TestParsers)
#include "tst_parsers.moc"
