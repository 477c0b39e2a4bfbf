// A page of the feed comes back as it was sent, however its JSON is written, and what is damaged of it is not taken for
// something else.
#include "base/Json.h"
#include "protocol/Feed.h"
#include "protocol/LiftedValues.h"

#include <QJsonDocument>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

FeedPage pageOf(std::vector<FeedEntry> entries)
{
    return {.epoch = u"e \"1\""_s,
            .next = 7,
            .newest = 9,
            .more = true,
            .now = 11,
            .entries = std::move(entries),
            .view = u"\\"_s};
}

const FeedPage full = pageOf({
    {.sequence = 1,
     .noun = u"article"_s,
     .id = u"a"_s,
     .value = QByteArray("{\"content\":{\"entries\":[{\"value\":1}]}}")},
    {.sequence = 2, .noun = u"media"_s, .id = u"b"_s, .value = std::nullopt},
    {.sequence = 3, .noun = u"leaflet"_s, .id = u"c"_s, .value = QByteArray("[\"value\",{\"x\":\"\\\\\\\"}]\"},null]")},
    {.sequence = 4, .noun = u"leaflet"_s, .id = u"d"_s, .value = QByteArray("-1.5e3")},
    {.sequence = 5, .noun = u"leaflet"_s, .id = u"}]"_s, .value = QByteArray("\"a \\\" }] \\\\\"")},
    {.sequence = 6, .noun = u"leaflet"_s, .id = u"f"_s, .value = QByteArray("true")},
    {.sequence = 7, .noun = u"leaflet"_s, .id = u"g"_s, .value = QByteArray("{}")},
});

} // namespace

class TestFeed : public QObject
{
    Q_OBJECT

private slots:
    void aPageComesBackAsItWasSent()
    {
        for (const FeedPage &page : {full, pageOf({})}) {
            const QByteArray body = toBody(page);
            QVERIFY(QJsonDocument::fromJson(body).isObject());
            const auto read = feedPageFromBody(body);
            QVERIFY(read);
            QCOMPARE(*read, page);
        }
        QCOMPARE(liftValues(toBody(full)).values.size(), std::size_t(6));
    }

    // Servers of others, and older ones of this house, order and space their members in their own way.
    void howeverItIsWritten()
    {
        const QJsonObject json = jsonObject(toBody(full));
        for (const auto form : {QJsonDocument::Compact, QJsonDocument::Indented}) {
            const auto read = feedPageFromBody(QJsonDocument(json).toJson(form));
            QVERIFY(read);
            QCOMPARE(read->entries.size(), full.entries.size());
            for (std::size_t i = 0; i < full.entries.size(); ++i) {
                const auto &was = full.entries[i].value, &is = read->entries[i].value;
                QCOMPARE(is.has_value(), was.has_value());
                if (was)
                    QCOMPARE(QJsonDocument::fromJson("[" + *is + "]"), QJsonDocument::fromJson("[" + *was + "]"));
            }
        }
        // A name that is spelled in another way is the same name.
        QByteArray spelled = toBody(full);
        spelled.replace("\"entries\":[{\"", "\"\\u0065ntries\":[{\"");
        const auto read = feedPageFromBody(spelled);
        QVERIFY(read);
        QCOMPARE(jsonObject(*read->entries[0].value), jsonObject(*full.entries[0].value));
    }

    // Cut off anywhere it is no page.
    void whatIsCutOffIsNoPage()
    {
        const QByteArray body = toBody(full);
        for (qsizetype length = 0; length < body.size(); ++length)
            QVERIFY2(!feedPageFromBody(body.first(length)), body.first(length).constData());
        QVERIFY(!feedPageFromBody(body + '}'));
        QVERIFY(!feedPageFromBody(body + body));
        for (const char *text :
             {"", "null", "[]", "7", "\"", "{", "{\"entries\":[{\"value\":", "{\"entries\":[{\"value\""})
            QVERIFY2(!feedPageFromBody(text), text);
    }

    // One sign is another: it is no page, or one whose values are what stands there.
    void whatIsDamagedIsWhatStandsThere()
    {
        const QByteArray body = toBody(full);
        for (qsizetype place = 0; place < body.size(); ++place) {
            for (const char c : {'"', '\\', '{', '}', '[', ']', ',', ':', 'x', '\0', ' '}) {
                QByteArray damaged = body;
                damaged[place] = c;
                const auto read = feedPageFromBody(damaged);
                if (!read)
                    continue;
                for (const FeedEntry &entry : read->entries)
                    QVERIFY2(!entry.value || damaged.contains(*entry.value), damaged.constData());
            }
        }
    }

    // Values within each other, as deep as one likes to write, are passed without a step down.
    void aDeepValueIsPassed()
    {
        const QByteArray deep = QByteArray(2'000'000, '[') + QByteArray(2'000'000, ']');
        const FeedPage page = pageOf({{.sequence = 1, .noun = u"leaflet"_s, .id = u"a"_s, .value = deep}});
        const auto read = feedPageFromBody(toBody(page));
        QVERIFY(read);
        QCOMPARE(*read, page);
        QVERIFY(jsonObject(deep).isEmpty());
    }
};

QTEST_GUILESS_MAIN(TestFeed)
#include "tst_feed.moc"
