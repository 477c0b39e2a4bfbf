#include "http/Conditions.h"
#include "http/HttpDate.h"

#include <QTest>

using namespace toasoan;
using namespace toasoan::http;

class TestConditions : public QObject
{
    Q_OBJECT

private slots:
    void rangesOfAHundredBytes_data()
    {
        QTest::addColumn<QByteArray>("range");
        QTest::addColumn<int>("verdict");
        QTest::addColumn<int>("offset");
        QTest::addColumn<int>("length");
        const auto row = [](const char *range, RangeVerdict verdict, int offset = 0, int length = 0) {
            QTest::newRow(range) << QByteArray(range) << static_cast<int>(verdict) << offset << length;
        };
        row("bytes=0-9", RangeVerdict::Part, 0, 10);
        row("bytes=0-0", RangeVerdict::Part, 0, 1);
        row("bytes=99-99", RangeVerdict::Part, 99, 1);
        row("bytes=99-200", RangeVerdict::Part, 99, 1);
        row("bytes=50-", RangeVerdict::Part, 50, 50);
        row("bytes=-1", RangeVerdict::Part, 99, 1);
        row("bytes=-100", RangeVerdict::Part, 0, 100);
        row("bytes=-1000", RangeVerdict::Part, 0, 100);
        row("BYTES=0-9", RangeVerdict::Part, 0, 10);
        row("bytes= 0-9 ", RangeVerdict::Part, 0, 10);
        row("bytes=0-18446744073709551615", RangeVerdict::Part, 0, 100);
        row("bytes=100-", RangeVerdict::NotSatisfiable);
        row("bytes=100-200", RangeVerdict::NotSatisfiable);
        row("bytes=-0", RangeVerdict::NotSatisfiable);
        row("bytes=9-0", RangeVerdict::Whole);
        row("bytes=-", RangeVerdict::Whole);
        row("bytes=", RangeVerdict::Whole);
        row("bytes", RangeVerdict::Whole);
        row("bytes=0", RangeVerdict::Whole);
        row("bytes=a-9", RangeVerdict::Whole);
        row("bytes=0-a", RangeVerdict::Whole);
        row("bytes=+0-9", RangeVerdict::Whole);
        row("bytes=0--9", RangeVerdict::Whole);
        row("bytes=0-9,20-29", RangeVerdict::Whole);
        row("bytes=0-99999999999999999999", RangeVerdict::Whole);
        row("lines=0-9", RangeVerdict::Whole);
    }
    void rangesOfAHundredBytes()
    {
        QFETCH(QByteArray, range);
        QFETCH(int, verdict);
        QFETCH(int, offset);
        QFETCH(int, length);
        const OwnedRequest request({.fields = {{"Range", range.toStdString()}}});
        const RangeAnswer answer = evaluateRange(request.view(), {}, 100);
        QCOMPARE(static_cast<int>(answer.verdict), verdict);
        QCOMPARE(answer.range, (ByteRange{static_cast<std::uint64_t>(offset), static_cast<std::uint64_t>(length)}));
    }

    void anEmptyFileHasNoRanges()
    {
        for (const char *range : {"bytes=0-", "bytes=-5", "bytes=0-0"}) {
            const OwnedRequest request({.fields = {{"Range", range}}});
            QCOMPARE(evaluateRange(request.view(), {}, 0).verdict, RangeVerdict::NotSatisfiable);
        }
    }

    void ifRangeWantsTheSameContent_data()
    {
        QTest::addColumn<QByteArray>("condition");
        QTest::addColumn<bool>("isPart");
        QTest::newRow("the tag") << QByteArray("\"a\"") << true;
        QTest::newRow("another tag") << QByteArray("\"b\"") << false;
        QTest::newRow("a weak tag") << QByteArray("W/\"a\"") << false;
        QTest::newRow("the date") << QByteArray("Mon, 02 Oct 2023 09:20:14 GMT") << true;
        QTest::newRow("a later date") << QByteArray("Mon, 02 Oct 2023 09:20:15 GMT") << false;
        QTest::newRow("nonsense") << QByteArray("x") << false;
    }
    void ifRangeWantsTheSameContent()
    {
        QFETCH(QByteArray, condition);
        QFETCH(bool, isPart);
        const OwnedRequest request({.fields = {{"Range", "bytes=0-1"}, {"If-Range", condition.toStdString()}}});
        const Validators validators{.etag = "\"a\"", .lastModified = fromMilliseconds(1696238414000)};
        QCOMPARE(evaluateRange(request.view(), validators, 9).verdict,
                 isPart ? RangeVerdict::Part : RangeVerdict::Whole);
    }

    void conditionsHaveTheirOrder_data()
    {
        QTest::addColumn<QByteArray>("name");
        QTest::addColumn<QByteArray>("value");
        QTest::addColumn<int>("verdict");
        const auto row = [](const char *tag, const char *name, const char *value, Verdict verdict) {
            QTest::newRow(tag) << QByteArray(name) << QByteArray(value) << static_cast<int>(verdict);
        };
        row("match", "If-Match", "\"a\"", Verdict::Proceed);
        row("match any", "If-Match", "*", Verdict::Proceed);
        row("match in a list", "If-Match", "\"x\", \"a\"", Verdict::Proceed);
        row("match weakly", "If-Match", "W/\"a\"", Verdict::Failed);
        row("match another", "If-Match", "\"b\"", Verdict::Failed);
        row("none match", "If-None-Match", "\"b\"", Verdict::Proceed);
        row("none match this", "If-None-Match", "W/\"a\"", Verdict::NotModified);
        row("unmodified", "If-Unmodified-Since", "Mon, 02 Oct 2023 09:20:14 GMT", Verdict::Proceed);
        row("modified", "If-Unmodified-Since", "Mon, 02 Oct 2023 09:20:13 GMT", Verdict::Failed);
        row("modified since", "If-Modified-Since", "Mon, 02 Oct 2023 09:20:13 GMT", Verdict::Proceed);
        row("not modified since", "If-Modified-Since", "Tue, 03 Oct 2023 00:00:00 GMT", Verdict::NotModified);
    }
    void conditionsHaveTheirOrder()
    {
        QFETCH(QByteArray, name);
        QFETCH(QByteArray, value);
        QFETCH(int, verdict);
        const Validators validators{.etag = "\"a\"", .lastModified = fromMilliseconds(1696238414000)};
        const OwnedRequest request({.fields = {{name.toStdString(), value.toStdString()}}});
        QCOMPARE(static_cast<int>(evaluateConditions(request.view(), validators)), verdict);
        const OwnedRequest post({.method = Method::Post, .fields = {{name.toStdString(), value.toStdString()}}});
        QCOMPARE(evaluateConditions(post.view(), validators), Verdict::Proceed);
    }

    void datesAreReadInThreeForms()
    {
        const Instant moment = fromMilliseconds(784111777000);
        QCOMPARE(toHttpDate(moment), QByteArray("Sun, 06 Nov 1994 08:49:37 GMT"));
        for (const char *text :
             {"Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994"})
            QVERIFY2(fromHttpDate(text) == moment, text);
        for (const char *text :
             {"", "Sun, 06 Nov 1994 08:49:37", "Sun, 06 Nov 1994 25:49:37 GMT", "Sun, 31 Feb 1994 08:49:37 GMT",
              "Sun, 06 Foo 1994 08:49:37 GMT", "Sun, -6 Nov 1994 08:49:37 GMT", "06 Nov 1994", "x, y"})
            QVERIFY2(!fromHttpDate(text), text);
    }
};

QTEST_GUILESS_MAIN(TestConditions)
#include "tst_conditions.moc"
