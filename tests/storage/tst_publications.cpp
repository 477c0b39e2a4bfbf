// Lists of published items against a reading of all of them: pages by number, kept counts, the parts of long texts.
#include "base/Dice.h"
#include "document/Document.h"
#include "domain/Article.h"
#include "storage/ArticleStore.h"
#include "storage/Migrator.h"
#include "storage/PublicationStore.h"
#include "storage/Statement.h"
#include "support/PublishedArticle.h"
#include "support/TemporaryDatabase.h"
#include "text/Excerpt.h"

#include <QTest>

#include <set>

using namespace toasoan;
using namespace Qt::StringLiterals;

namespace {

const Instant start = fromMilliseconds(1'696'238'414'349);

struct Item
{
    qint64 number = 0;
    Instant at;
    SectionId section;
    bool isLive = true;
    ArticleId article = {};
    Version version = 0;
};

class Portal
{
public:
    explicit Portal(Engine engine) : m_temporary(engine) { }

    [[nodiscard]] Database &database() { return m_temporary.database(); }

    void put(Item &item, const QString &body = u"Thân bài"_s, const QString &correction = {})
    {
        Content content;
        content.correction = correction;
        content.title = u"Bài số %1"_s.arg(item.number);
        content.section = item.section;
        content.body = document::toJson(document::fromPlainText(body));
        content.genre = newsBrief();
        if (item.article.isNull())
            item.article = ArticleId{Uuid::version7(item.at, m_dice)};
        ++item.version;
        const Instant at = item.at + std::chrono::hours(item.version - 1); // each version has its hour
        const Article article = publishedArticle(item.article, content,
                                                 {.number = item.number,
                                                  .slug = u"tin"_s,
                                                  .version = item.version,
                                                  .firstAt = item.at,
                                                  .at = at,
                                                  .takenDownAt = item.isLive ? std::nullopt : std::optional(item.at)});
        auto transaction = Transaction::begin(database(), Access::Write);
        ArticleStore articles(*transaction);
        const Decision published{.record = item.article,
                                 .version = item.version,
                                 .step = Step::Publish,
                                 .actor = {},
                                 .at = at,
                                 .reason = {}};
        if (!articles.put(article) || !articles.addRevision(revisionOf(article)) || !articles.addDecision(published)
            || !PublicationStore(*transaction).put(article, content) || !transaction->commit())
            qFatal("an item could not be published");
    }

    bool execute(const std::string &sql)
    {
        auto transaction = Transaction::begin(database(), Access::Write);
        return transaction->execute(sql) && transaction->commit();
    }

private:
    TemporaryDatabase m_temporary;
    SeededDice m_dice{7};
};

std::vector<qint64> newest(const std::vector<Item> &items, const std::optional<SectionId> &section)
{
    std::vector<Item> live;
    std::ranges::copy_if(items, std::back_inserter(live),
                         [&](const Item &item) { return item.isLive && (!section || item.section == *section); });
    std::ranges::sort(live, [](const Item &left, const Item &right) {
        return std::pair(left.at, left.number) > std::pair(right.at, right.number);
    });
    std::vector<qint64> numbers;
    for (const Item &item : live)
        numbers.push_back(item.number);
    return numbers;
}

} // namespace

class TestPublications : public QObject
{
    Q_OBJECT

private slots:
    // A short text of a long content, wanted whenever the item is shown.
    void theCorrectionsOfEarlierVersionsAreReadOnce_data() { TemporaryDatabase::addEngines(); }
    void theCorrectionsOfEarlierVersionsAreReadOnce()
    {
        QFETCH(Engine, engine);
        Portal portal(engine);
        Item item{.number = 1, .at = start, .section = {}};
        for (const QString &correction : {u""_s, u"Sửa tên người."_s, u"Sửa tên người."_s, u"Sửa ngày họp."_s})
            portal.put(item, u"Thân bài"_s, correction);
        Content content;
        content.correction = u"Sửa ngày họp."_s;
        const auto shown = [&]() -> Result<QStringList> {
            auto transaction = Transaction::begin(portal.database(), Access::Read);
            const PublicationStore publications(*transaction);
            const auto all = publications.corrections(*publications.find(1), content);
            if (!all)
                return all.error();
            QStringList texts;
            for (const PublicCorrection &correction : *all)
                texts.append(correction.text);
            return texts;
        };
        const QStringList both{u"Sửa ngày họp."_s, u"Sửa tên người."_s};
        QCOMPARE(shown().valueOr({}), both);
        QVERIFY(portal.execute("UPDATE revisions SET content = 'not to be read', packed = NULL"));
        QCOMPARE(shown().valueOr({}), both);
        // A backup was put back, and other texts have these numbers now.
        QVERIFY(portal.execute("UPDATE revisions SET content_hash = 'another' WHERE version = 2"));
        QCOMPARE(shown().error().subject, u"revision.content"_s);
    }

    // By dice: published, corrected into another section, taken down, put back; weeks with many items and with none.
    void pagesAndCountsAreThoseOfAReadingOfAll_data() { TemporaryDatabase::addEngines(); }
    void pagesAndCountsAreThoseOfAReadingOfAll()
    {
        QFETCH(Engine, engine);
        Portal portal(engine);
        SeededDice dice(11);
        const SystemClock clock;
        const std::vector<SectionId> sections{SectionId::create(clock, dice), SectionId::create(clock, dice)};
        std::vector<Item> items;
        for (qint64 number = 1; number <= 120; ++number) {
            const auto weeks = std::chrono::hours(24 * 7 * qint64(dice.below(12) * dice.below(4)));
            items.push_back({.number = number,
                             .at = start + weeks + std::chrono::minutes(dice.below(3) * 1000),
                             .section = sections[dice.below(2)]});
            portal.put(items.back());
        }
        for (int change = 0; change < 120; ++change) {
            Item &item = items[dice.below(items.size())];
            item.isLive = dice.below(3) > 0;
            item.section = sections[dice.below(2)];
            portal.put(item);
        }
        auto transaction = Transaction::begin(portal.database(), Access::Read);
        const PublicationStore publications(*transaction);
        QVERIFY(publications.verifyCounts());
        for (const std::optional<SectionId> &section :
             {std::optional<SectionId>(), std::optional(sections[0]), std::optional(sections[1])}) {
            const std::vector<qint64> expected = newest(items, section);
            QCOMPARE(publications.count(section).valueOr(-1), qint64(expected.size()));
            for (const int limit : {1, 7, 20}) {
                for (qint64 offset = 0; offset <= qint64(expected.size()) + 1; ++offset) {
                    const auto page = publications.newestPage(section, offset, limit);
                    QVERIFY2(page, qPrintable(page.ok() ? QString() : page.error().detail));
                    std::vector<qint64> numbers;
                    for (const PublicItem &item : *page)
                        numbers.push_back(item.number);
                    const auto from = expected.begin() + std::min<qint64>(offset, std::ssize(expected));
                    const auto end = from + std::min<qint64>(limit, std::distance(from, expected.end()));
                    QVERIFY2(numbers == std::vector<qint64>(from, end), qPrintable(QString::number(offset)));
                }
            }
        }
    }

    void aCountThatIsWrongIsFound_data()
    {
        QTest::addColumn<Engine>("engine");
        QTest::addColumn<QByteArray>("change");
        for (const Engine engine : TemporaryDatabase::engines()) {
            const char *name = TemporaryDatabase::name(engine);
            QTest::addRow("%s, one more", name)
                << engine << QByteArray("UPDATE publication_counts SET live = live + 1");
            QTest::addRow("%s, none", name) << engine << QByteArray("DELETE FROM publication_counts");
            QTest::addRow("%s, of no item", name)
                << engine << QByteArray("INSERT INTO publication_counts (section_id, week, live) VALUES ('x', 1, 1)");
        }
    }
    void aCountThatIsWrongIsFound()
    {
        QFETCH(Engine, engine);
        QFETCH(QByteArray, change);
        Portal portal(engine);
        SystemDice dice;
        Item item{.number = 1, .at = start, .section = SectionId::create(SystemClock(), dice)};
        portal.put(item);
        auto transaction = Transaction::begin(portal.database(), Access::Write);
        QVERIFY(PublicationStore(*transaction).verifyCounts());
        QVERIFY(transaction->execute(change.toStdString()));
        const auto verified = PublicationStore(*transaction).verifyCounts();
        QVERIFY(!verified);
        QCOMPARE(verified.error().subject, u"publication.count"_s);
    }

    // Of a text of 450,000 signs two thousand are looked through, and they are the right ones.
    void theLinesAroundWhatIsFoundAreInAPartOfALongText_data() { TemporaryDatabase::addEngines(); }
    void theLinesAroundWhatIsFoundAreInAPartOfALongText()
    {
        QFETCH(Engine, engine);
        Portal portal(engine);
        SystemDice dice;
        Item item{.number = 1, .at = start, .section = SectionId::create(SystemClock(), dice)};
        const QString filler = u"Danh sách hộ nghèo, cận nghèo. "_s;
        QString body = u"Mở đầu. "_s + filler.repeated(7000) + u"Ông Nguyễn Văn Ất ở Ðông Hà. "_s
            + filler.repeated(7000) + u"Trần Thị Bính, thôn Nhan Biều. "_s + filler + u"Hết. "_s;
        QVERIFY(body.size() > 430'000);
        portal.put(item, body);
        Item brief{.number = 2, .at = start, .section = item.section};
        portal.put(brief);
        auto transaction = Transaction::begin(portal.database(), Access::Read);
        const PublicationStore publications(*transaction);
        const PublicItem found = *publications.find(1);
        for (const QString &words : {u"mở đầu"_s, u"nguyễn văn ất"_s, u"\"van at\""_s, u"Bính Nhan Biều"_s, u"hết"_s}) {
            const SearchQuery query = searchQuery(words);
            const auto part = publications.partAround(found, query);
            QVERIFY(part && *part);
            QVERIFY((*part)->size() <= 2000);
            std::size_t terms = 0;
            for (const ExcerptPiece &piece : excerpt(**part, query, 240))
                terms += piece.isMatch ? 1 : 0;
            QVERIFY2(terms > 0, qPrintable(words));
        }
        QVERIFY((*publications.partAround(found, searchQuery(u"ất"_s)))->contains(u"Nguyễn Văn Ất"_s));
        QVERIFY((*publications.partAround(found, searchQuery(u"khôngcógì"_s)))->contains(u"Mở đầu"_s));
        QVERIFY(!*publications.partAround(*publications.find(2), searchQuery(u"thân"_s)));
    }

    // A table of cells with hardly a sign says a few words in a million bytes: it is not read whole for each who
    // searches.
    void whatIsLargeAndSaysLittleIsNotReadWhole_data() { TemporaryDatabase::addEngines(); }
    void whatIsLargeAndSaysLittleIsNotReadWhole()
    {
        QFETCH(Engine, engine);
        Portal portal(engine);
        SystemDice dice;
        Item item{.number = 1, .at = start, .section = SectionId::create(SystemClock(), dice)};
        portal.put(item, u"Biểu mẫu để trống\n"_s + u"–\n"_s.repeated(2500));
        auto transaction = Transaction::begin(portal.database(), Access::Read);
        const PublicationStore publications(*transaction);
        const auto part = publications.partAround(*publications.find(1), searchQuery(u"để trống"_s));
        QVERIFY(part && *part);
        QVERIFY((*part)->contains(u"Biểu mẫu để trống"_s));
        QVERIFY((*part)->size() <= 2000);
    }

    // A page of hits asks for all its items at once: more than one question holds, among them what is not to be had.
    void manyAreReadAtOnce_data() { TemporaryDatabase::addEngines(); }
    void manyAreReadAtOnce()
    {
        QFETCH(Engine, engine);
        Portal portal(engine);
        SystemDice dice;
        const auto section = SectionId::create(SystemClock(), dice);
        const std::set<qint64> down{7, 45};
        const std::set<qint64> longOnes{3, 20, 41};
        std::vector<qint64> asked{999};
        for (qint64 number = 1; number <= 45; ++number) {
            Item item{.number = number, .at = start, .section = section};
            portal.put(item,
                       u"Thân bài "_s + QString::number(number) + u"\nÝ"_s.repeated(longOnes.contains(number) * 9000));
            if (down.contains(number)) {
                item.isLive = false;
                portal.put(item);
            }
            asked.push_back(number);
        }
        auto transaction = Transaction::begin(portal.database(), Access::Read);
        const PublicationStore publications(*transaction);
        const auto items = publications.byNumbers(asked);
        const auto contents = publications.contents(asked);
        QVERIFY(items && contents);
        QCOMPARE(items->size(), std::size_t(43));
        QCOMPARE(contents->size(), std::size_t(43));
        std::size_t place = 0;
        for (const qint64 number : asked) {
            if (number == 999 || down.contains(number))
                continue;
            const PublicItem &item = items->at(place++);
            QCOMPARE(item.number, number); // in the order they were asked for
            QCOMPARE(contents->at(number), *publications.content(item));
        }
        QCOMPARE(publications.inParts(asked).valueOr({}), longOnes);
        QVERIFY(publications.byNumbers({})->empty());
        QVERIFY(publications.contents({})->empty());
    }
};

QTEST_GUILESS_MAIN(TestPublications)
#include "tst_publications.moc"
