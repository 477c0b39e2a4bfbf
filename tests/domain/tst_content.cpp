#include "document/Document.h"
#include "domain/Content.h"
#include "domain/ContentMerge.h"

#include <QJsonDocument>
#include <QTest>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

QByteArray paragraph(const QString &text)
{
    const QJsonObject node{{QStringLiteral("type"), QStringLiteral("text")}, {QStringLiteral("text"), text}};
    const QJsonObject block{{QStringLiteral("type"), QStringLiteral("paragraph")},
                            {QStringLiteral("content"), QJsonArray{node}}};
    return QJsonDocument(QJsonObject{{QStringLiteral("type"), QStringLiteral("doc")},
                                     {QStringLiteral("content"), QJsonArray{block}}})
        .toJson(QJsonDocument::Compact);
}

Content sample()
{
    SystemClock clock;
    SystemDice dice;
    Content content;
    content.title = QStringLiteral("Họp đánh giá");
    content.lead = QStringLiteral("Sáng ngày 28/9/2023");
    content.body = paragraph(QStringLiteral("Đồng chí chủ trì phiên họp"));
    content.section = SectionId::create(clock, dice);
    content.tags = {QStringLiteral("chuyển đổi số")};
    content.bylines = {{.name = QStringLiteral("Thu Hiền"), .share = Share::Words}};
    return *cleanContent(content);
}

} // namespace

class TestContent : public QObject
{
    Q_OBJECT

private slots:
    // What is received by the thousand is written from what was read, without a second look: to the same bytes.
    void theStoredFormIsTheCanonicalOne()
    {
        std::vector<QJsonObject> given;
        Content content = sample();
        given.push_back(toJson(content));
        content.body = document::toJson(document::fromPlainText(u"\"Một\" \\ hai\u00AD\nba / bốn \U0001F600"_s));
        given.push_back(toJson(content));
        content.conflicts = {TextField::Lead, TextField::Title, TextField::Lead};
        content.tags = {u" e\u0301 "_s, u"\u00E9"_s, {}};
        given.push_back(toJson(content));
        for (const QString &name : {u"a"_s, u"bo"_s, u"body "_s, u"unit"_s, u"\u0001\"đ"_s}) {
            QJsonObject more = toJson(content);
            more[name] = QJsonObject{{u"b"_s, QJsonArray{1, 1.5, u"\n\u007F"_s}}, {u"a"_s, QJsonValue()}};
            given.push_back(more);
        }
        QJsonObject bare{{u"title"_s, u"T"_s}, {u"genre"_s, newsBrief()}};
        given.push_back(bare);
        bare[u"body"_s] = QJsonObject();
        given.push_back(bare);
        for (const QJsonObject &json : given) {
            const auto form = storedFormFromJson(json);
            QVERIFY(form);
            const auto clean = cleanContent(*storedContent(json), Size::AsItIs);
            QVERIFY(clean);
            QCOMPARE(form->content, *clean);
            QCOMPARE(form->bytes, canonicalBytes(*clean));
            QCOMPARE(storedFormFromJson(QJsonDocument::fromJson(form->bytes).object())->bytes, form->bytes);
        }
        for (const QByteArray &body :
             {QByteArray("{'type':'doc','content':[{'type':'leaflet'}]}"), QByteArray("{'type':'paragraph'}"),
              QByteArray("{'type':'doc','content':[{'type':'paragraph','attrs':{'align':'up'}}]}")}) {
            QJsonObject json = toJson(content);
            json[u"body"_s] = QJsonDocument::fromJson(QByteArray(body).replace('\'', '"')).object();
            const auto form = storedFormFromJson(json);
            QVERIFY(!form);
            QCOMPARE(form.error(), cleanContent(*storedContent(json), Size::AsItIs).error());
        }
    }

    void jsonGoesThereAndBack()
    {
        const Content content = sample();
        const auto again = contentFromJson(toJson(content));
        QVERIFY(again);
        QCOMPARE(*again, content);
        QCOMPARE(contentHash(*again), contentHash(content));
    }

    void theHashIsOfTheMeaningNotOfTheSpelling()
    {
        const Content content = sample();
        Content respelt = content;
        respelt.title = content.title.normalized(QString::NormalizationForm_D);
        respelt.lead = u' ' + content.lead + u'\n';
        respelt.body.replace(":", " : ");
        QVERIFY(contentHash(respelt) != contentHash(content));
        const auto clean = cleanContent(respelt);
        QVERIFY(clean);
        QCOMPARE(contentHash(*clean), contentHash(content));
    }

    void badContentIsRefusedByPlace_data()
    {
        QTest::addColumn<QString>("field");
        QTest::addColumn<QJsonValue>("value");
        QTest::addColumn<QString>("subject");
        QTest::newRow("no title") << QStringLiteral("title") << QJsonValue() << QStringLiteral("content.title");
        QTest::newRow("control character")
            << QStringLiteral("title") << QJsonValue(QStringLiteral("a\ab")) << QStringLiteral("content.title");
        QTest::newRow("long title") << QStringLiteral("title") << QJsonValue(QString(301, u'a'))
                                    << QStringLiteral("content.title");
        QTest::newRow("no genre") << QStringLiteral("genre") << QJsonValue(QStringLiteral("a poem"))
                                  << QStringLiteral("content.genre");
        QTest::newRow("section is no id")
            << QStringLiteral("section") << QJsonValue(QStringLiteral("x")) << QStringLiteral("content.section");
        QTest::newRow("body is no document")
            << QStringLiteral("body") << QJsonValue(QJsonObject{{QStringLiteral("type"), QStringLiteral("html")}})
            << QStringLiteral("content.body");
    }
    void badContentIsRefusedByPlace()
    {
        QFETCH(QString, field);
        QFETCH(QJsonValue, value);
        QFETCH(QString, subject);
        QJsonObject json = toJson(sample());
        json.insert(field, value);
        const auto content = contentFromJson(json);
        QVERIFY(!content);
        QVERIFY2(content.error().subject.startsWith(subject), qPrintable(content.error().subject));
    }

    void whatALaterProgramSaysIsKeptAsItCame_data()
    {
        QTest::addColumn<QByteArray>("value");
        for (const char *value : {"null", "false", "0.1", "-3", "9007199254740993", R"("chữ  \n hai")",
                                  R"("\ud800\u0000")", "[]", R"([1, {"a": [true]}])", R"({"z": {"y": {"x": {}}}})"})
            QTest::newRow(value) << QByteArray(value);
    }
    void whatALaterProgramSaysIsKeptAsItCame()
    {
        QFETCH(QByteArray, value);
        const QJsonValue said = QJsonDocument::fromJson("[" + value + "]").array().first();
        QJsonObject json = toJson(sample());
        json.insert(QStringLiteral("unit"), said);
        QJsonArray bylines = json[QStringLiteral("bylines")].toArray();
        QJsonObject byline = bylines.first().toObject();
        byline.insert(QStringLiteral("person"), said);
        bylines[0] = byline;
        json.insert(QStringLiteral("bylines"), bylines);

        const auto content = contentFromJson(json);
        QVERIFY(content);
        QVERIFY(hasOthers(*content));
        QCOMPARE(toJson(*content), json);
        QVERIFY(contentHash(*content) != contentHash(sample()));
        const auto again = storedContent(QJsonDocument::fromJson(canonicalBytes(*content)).object());
        QVERIFY(again);
        QCOMPARE(canonicalBytes(*again), canonicalBytes(*content));
        QCOMPARE(contentHash(*cleanContent(*again)), contentHash(*content));
    }

    void whatALaterProgramSaysHasBounds()
    {
        const auto with = [](const QJsonValue &value) {
            QJsonObject json = toJson(sample());
            json.insert(QStringLiteral("unit"), value);
            return json;
        };
        const auto deep = [](int levels) {
            QJsonValue value = 1;
            for (int i = 0; i < levels; ++i)
                value = i % 2 ? QJsonValue(QJsonArray{value}) : QJsonObject{{QStringLiteral("a"), value}};
            return value;
        };
        const qsizetype room = ContentLimits::others - QByteArray(R"({"unit":""})").size();
        QVERIFY(contentFromJson(with(QString(room, u'a'))));
        QVERIFY(contentFromJson(with(deep(4))));
        for (const QJsonValue &tooMuch : {QJsonValue(QString(room + 1, u'a')), deep(5), deep(900)}) {
            const auto refused = contentFromJson(with(tooMuch));
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::TooLarge);
            QCOMPARE(refused.error().subject, QStringLiteral("content.others"));
        }
        // Of a merge: readable, and may only shrink.
        const auto large = contentFromJson(with(QString(room + 1, u'a')), Size::AsItIs);
        QVERIFY(large);
        QVERIFY(!checkLimits(*large, {}));
        QVERIFY(checkLimits(*large, *large));
        QVERIFY(!contentFromJson(with(QString(4 * ContentLimits::others, u'a')), Size::AsItIs));
    }

    void whatIsTooLargeIsReadAndMayOnlyShrink()
    {
        const auto longer = [](qsizetype title, int levels, qsizetype characters) {
            Content content = sample();
            content.title = QString(title, u'a');
            QString body = QStringLiteral(R"({"type":"paragraph","content":[{"type":"text","text":"%1"}]})")
                               .arg(QString(characters, u'b'));
            for (int i = 0; i < levels; ++i)
                body =
                    QStringLiteral(
                        R"({"type":"bulletList","content":[{"type":"listItem","content":[{"type":"paragraph"},%1]}]})")
                        .arg(body);
            content.body = QStringLiteral(R"({"type":"doc","content":[%1]})").arg(body).toUtf8();
            return content;
        };
        const Content fitting = longer(300, 6, 500'000);
        QVERIFY(cleanContent(fitting));
        QVERIFY(checkLimits(*cleanContent(fitting), {}));
        for (const auto &[content, subject] :
             {std::pair(longer(301, 1, 1), "content.title"), std::pair(longer(10, 7, 1), "content.body"),
              std::pair(longer(10, 1, 500'001), "content.body")}) {
            QVERIFY(!cleanContent(content));
            const auto taken = contentFromJson(toJson(content), Size::AsItIs);
            QVERIFY2(taken, subject);
            const auto first = checkLimits(*taken, {});
            QVERIFY(!first);
            QCOMPARE(first.error().code, ErrorCode::TooLarge);
            QCOMPARE(first.error().subject, QString::fromLatin1(subject));
            QVERIFY(checkLimits(*taken, *taken)); // another word of it was changed
        }
        const auto was = cleanContent(longer(400, 9, 600'000), Size::AsItIs);
        QVERIFY(was);
        QVERIFY(checkLimits(*cleanContent(longer(350, 8, 550'000), Size::AsItIs), *was));
        QVERIFY(!checkLimits(*cleanContent(longer(401, 8, 550'000), Size::AsItIs), *was));
        QVERIFY(!checkLimits(*cleanContent(longer(350, 10, 550'000), Size::AsItIs), *was));
        QVERIFY(!checkLimits(*cleanContent(longer(350, 8, 600'001), Size::AsItIs), *was));
        // Nothing is taken that no program of the house stored.
        QVERIFY(!cleanContent(longer(1201, 1, 1), Size::AsItIs));
        QVERIFY(!cleanContent(longer(1, 40, 1), Size::AsItIs));
    }

    void aMergeOfTwoTextsWithinTheLimitsIsReadable()
    {
        Content base = sample();
        Content theirs = base;
        Content mine = base;
        theirs.title = QString(290, u'a');
        mine.title = QString(290, u'b');
        theirs.body = paragraph(QString(300'000, u'a'));
        mine.body = paragraph(QString(300'000, u'b'));
        const auto merged = mergeContent(base, theirs, mine);
        QVERIFY(merged);
        QVERIFY(merged->title.size() > ContentLimits::title);
        const auto clean = cleanContent(*merged, Size::AsItIs);
        QVERIFY(clean);
        QCOMPARE(*contentFromJson(toJson(*clean), Size::AsItIs), *clean);
        QVERIFY(mergeContent(*merged, *merged, base)); // and goes on being merged
    }

    void bothSidesOfAMergeAreKept()
    {
        const Content base = sample();
        Content theirs = base;
        theirs.title = QStringLiteral("Họp đánh giá quý III");
        theirs.tags.append(QStringLiteral("cổng"));
        Content mine = base;
        mine.lead = QStringLiteral("Sáng ngày 28/9/2023, tại huyện");
        mine.tags.clear();
        mine.genre = u"article"_s;
        const auto merged = mergeContent(base, theirs, mine);
        QVERIFY(merged);
        QCOMPARE(merged->title, theirs.title);
        QCOMPARE(merged->lead, mine.lead);
        QCOMPARE(merged->tags, QStringList{QStringLiteral("cổng")});
        QCOMPARE(merged->genre, u"article"_s);
        QCOMPARE(*mergeContent(base, theirs, base), theirs);
        QCOMPARE(*mergeContent(base, base, mine), mine);
        QCOMPARE(*mergeContent(base, mine, mine), mine);
    }

    void wordsThatBothChangedAreBothKept()
    {
        const Content base = sample();
        Content theirs = base;
        theirs.body = paragraph(QStringLiteral("Đồng chí Vũ phiên họp"));
        Content mine = base;
        mine.body = paragraph(QStringLiteral("Đồng chí Tuấn phiên họp"));
        const auto merged = mergeContent(base, *cleanContent(theirs), *cleanContent(mine));
        QVERIFY(merged);
        QVERIFY(merged->body.contains("Vũ"));
        QVERIFY(merged->body.contains("Tuấn"));
        QVERIFY(hasConflict(*merged));
        QVERIFY(!hasConflict(base));
    }

    void aTitleThatBothChangedIsMarkedUntilOneSettlesIt()
    {
        const Content base = sample();
        QVERIFY(!toJson(base).contains(QStringLiteral("conflicts"))); // what has none has the hash that it always had
        Content theirs = base;
        theirs.title = QStringLiteral("Tổng kết quý III");
        Content mine = base;
        mine.title = QStringLiteral("Ban Biên tập đổi mới");
        const auto merged = mergeContent(base, theirs, mine);
        QVERIFY(merged);
        QVERIFY(merged->title.contains(QStringLiteral("Tổng kết"))
                && merged->title.contains(QStringLiteral("Biên tập")));
        QCOMPARE(merged->conflicts, std::vector{TextField::Title});
        QVERIFY(hasConflict(*merged));
        QVERIFY(contentHash(*merged) != contentHash([&] {
                    Content unmarked = *merged;
                    unmarked.conflicts.clear();
                    return unmarked;
                }()));
        QCOMPARE(*contentFromJson(toJson(*merged)), *cleanContent(*merged));

        Content settled = *merged;
        settled.title = mine.title;
        settled.conflicts.clear();
        Content wroteOn = *merged;
        wroteOn.lead = QStringLiteral("Sapo khác");
        const auto both = mergeContent(*merged, wroteOn, settled);
        QCOMPARE(both->title, mine.title);
        QCOMPARE(both->lead, wroteOn.lead);
        QVERIFY(!hasConflict(*both));
        QVERIFY(!hasConflict(*mergeContent(*merged, settled, wroteOn)));
    }

    void whatTwoChangedApartIsNoConflict()
    {
        const Content base = sample();
        Content theirs = base;
        theirs.title += QStringLiteral(" năm 2023");
        Content mine = base;
        mine.lead += QStringLiteral(" tại huyện");
        QVERIFY(mergeContent(base, theirs, mine)->conflicts.empty());
    }
};

QTEST_GUILESS_MAIN(TestContent)
#include "tst_content.moc"
