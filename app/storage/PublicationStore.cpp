#include "storage/PublicationStore.h"

#include "storage/Reading.h"
#include "storage/StoredContent.h"

#include <algorithm>
#include <iterator>
#include <limits>
#include <map>
#include <mutex>
#include <tuple>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const std::string itemColumns = R"(
        SELECT number, record_id, version, section_id, genre, slug, title, lead, picture_id, first_at, at, taken_down_at
        FROM publications
    )";

PublicItem readItem(const Statement &row)
{
    return PublicItem{.number = row.integer(0),
                      .article = row.id<ArticleId>(1),
                      .version = row.integer(2),
                      .section = row.id<SectionId>(3),
                      .genre = row.text(4),
                      .slug = row.text(5),
                      .title = row.text(6),
                      .lead = row.text(7),
                      .picture = MediaId::fromText(row.text(8)),
                      .firstAt = row.instant(9),
                      .at = row.instant(10),
                      .takenDownAt = row.optionalInstant(11)};
}

constexpr qint64 week = 7 * 86'400'000LL; // the counts' (migration 0009)

qint64 weekAt(Instant firstAt)
{
    return toMilliseconds(firstAt) / week;
}

// The corrections that earlier versions of corrected items were published with: a short text of a long content, wanted
// whenever the item is shown. What a version says never changes; the hash tells it from one of the same number that was
// written after a backup had been put back. Few items are corrected, and they are asked for again and again.
class KnownCorrections
{
public:
    using Key = std::tuple<ArticleId, Version, QString>;

    [[nodiscard]] std::optional<QString> find(const Key &key)
    {
        const std::lock_guard lock(m_mutex);
        const auto found = m_texts.find(key);
        return found == m_texts.end() ? std::nullopt : std::optional(found->second);
    }
    void keep(const Key &key, const QString &text)
    {
        const std::lock_guard lock(m_mutex);
        if (m_texts.size() >= most)
            m_texts.clear();
        m_texts.insert_or_assign(key, text);
    }

private:
    static constexpr std::size_t most = 1000;

    std::mutex m_mutex;
    std::map<Key, QString> m_texts;
};

std::string sectionClause(const std::optional<SectionId> &section)
{
    return section ? " AND section_id = :section" : "";
}

} // namespace

PublicationStore::PublicationStore(Transaction &transaction) : m_transaction(transaction) { }

Result<void> PublicationStore::put(const Article &article, const Content &publicContent)
{
    const auto pictures = toasoan::picturesOf(publicContent);
    if (!pictures)
        return pictures.error();
    const PublicItem shown = publicItem(article, *article.publication, publicContent, *pictures);

    auto before = findMaybe(shown.number);
    if (!before)
        return before.error();
    Statement statement(m_transaction, R"(
        INSERT INTO publications (number, record_id, version, section_id, genre, slug, title, lead, picture_id,
                                  first_at, at, taken_down_at, search_form)
        VALUES (:number, :article, :version, :section, :genre, :slug, :title, :lead, :picture,
                :firstAt, :at, :takenDownAt, 0)
        ON CONFLICT (number) DO UPDATE SET
            version = excluded.version,
            section_id = excluded.section_id,
            genre = excluded.genre,
            title = excluded.title,
            lead = excluded.lead,
            picture_id = excluded.picture_id,
            at = excluded.at,
            taken_down_at = excluded.taken_down_at
    )");
    statement.bind("number", shown.number);
    statement.bind("article", shown.article);
    statement.bind("version", shown.version);
    statement.bind("section", shown.section);
    statement.bind("genre", shown.genre);
    statement.bind("slug", shown.slug);
    statement.bind("title", shown.title);
    statement.bind("lead", shown.lead);
    statement.bind("picture", shown.picture ? shown.picture->toText() : QString());
    statement.bind("firstAt", shown.firstAt);
    statement.bind("at", shown.at);
    statement.bind("takenDownAt", shown.takenDownAt);
    if (auto done = statement.run(); !done)
        return done.error();
    if (auto done = putPictures(shown.number, *pictures); !done)
        return done.error();
    auto item = find(shown.number); // an item keeps its first address and moment
    if (!item)
        return item.error();
    if (*before && !(*before)->takenDownAt) {
        if (auto done = addToCount((*before)->section, (*before)->firstAt, -1); !done)
            return done.error();
    }
    if (!item->takenDownAt) {
        if (auto done = addToCount(item->section, item->firstAt, 1); !done)
            return done.error();
    }
    return putSearch(*item, publicContent);
}

Result<void> PublicationStore::takeDown(const Publication &publication)
{
    auto before = findMaybe(publication.number);
    if (!before)
        return before.error();
    if (!*before) // a desk's replica, which is told of articles and keeps no portal
        return {};
    Statement statement(m_transaction, "UPDATE publications SET taken_down_at = :at WHERE number = :number");
    statement.bind("at", publication.takenDownAt);
    statement.bind("number", publication.number);
    if (auto done = statement.run(); !done)
        return done.error();
    PublicItem item = **before;
    item.takenDownAt = publication.takenDownAt;
    if (!(*before)->takenDownAt) {
        if (auto done = addToCount(item.section, item.firstAt, -1); !done)
            return done.error();
    }
    return putSearch(item, {});
}

Result<void> PublicationStore::addToCount(SectionId section, Instant firstAt, int live)
{
    Statement statement(m_transaction, R"(
        INSERT INTO publication_counts (section_id, week, live)
        VALUES (:section, :week, :live)
        ON CONFLICT (section_id, week) DO UPDATE SET live = publication_counts.live + excluded.live
    )");
    statement.bind("section", section);
    statement.bind("week", weekAt(firstAt));
    statement.bind("live", live);
    return statement.run();
}

Result<void> PublicationStore::putPictures(qint64 number, const std::vector<MediaId> &pictures)
{
    Statement old(m_transaction, "DELETE FROM publication_media WHERE number = :number");
    old.bind("number", number);
    if (auto done = old.run(); !done)
        return done.error();
    for (const MediaId media : pictures) {
        Statement statement(m_transaction, R"(
            INSERT INTO publication_media (media_id, number)
            VALUES (:media, :number)
            ON CONFLICT (media_id, number) DO NOTHING
        )");
        statement.bind("media", media);
        statement.bind("number", number);
        if (auto done = statement.run(); !done)
            return done.error();
    }
    return {};
}

Result<std::optional<PublicItem>> PublicationStore::findMaybe(qint64 number) const
{
    Statement statement(m_transaction, itemColumns + " WHERE number = :number");
    statement.bind("number", number);
    return statement.find(readItem);
}

Result<PublicItem> PublicationStore::find(qint64 number) const
{
    auto item = findMaybe(number);
    if (!item)
        return item.error();
    if (!*item)
        return Error{ErrorCode::NotFound, QStringLiteral("item"), QString::number(number)};
    return **std::move(item);
}

Result<std::optional<qint64>> PublicationStore::numberOf(ArticleId article) const
{
    Statement statement(m_transaction, "SELECT number FROM publications WHERE record_id = :article");
    statement.bind("article", article);
    return statement.find([](const Statement &row) { return row.integer(0); });
}

Result<Content> PublicationStore::content(const PublicItem &item) const
{
    Statement statement(m_transaction, R"(
        SELECT r.content, r.packed, p.taken_down_at
        FROM publications p
        JOIN revisions r ON r.record_id = p.record_id AND r.version = p.version
        WHERE p.number = :number
    )");
    statement.bind("number", item.number);
    auto row = statement.next();
    if (!row)
        return row.error();
    if (!*row)
        return Error{ErrorCode::NotFound, QStringLiteral("item"), QString::number(item.number)};
    if (!statement.isNull(2))
        return Error{ErrorCode::Gone, QStringLiteral("item"), QString::number(item.number)};
    return readContent(statement, 0);
}

Result<std::map<qint64, Content>> PublicationStore::contents(const std::vector<qint64> &numbers) const
{
    auto rows = rowsOf(m_transaction, R"(
        SELECT p.number, r.content, r.packed
        FROM publications p
        JOIN revisions r ON r.record_id = p.record_id AND r.version = p.version
        WHERE p.taken_down_at IS NULL AND p.number IN (:keys)
    )",
                       numbers, [](const Statement &row) { return std::pair(row.integer(0), readContent(row, 1)); });
    if (!rows)
        return rows.error();
    std::map<qint64, Content> contents;
    for (auto &[number, content] : *rows) {
        if (!content)
            return content.error();
        contents.emplace(number, *std::move(content));
    }
    return contents;
}

Result<std::vector<PublicItem>> PublicationStore::newest(const std::optional<SectionId> &section,
                                                         const std::optional<PublicCursor> &after, int limit) const
{
    std::string sql = itemColumns + " WHERE taken_down_at IS NULL" + sectionClause(section);
    if (after)
        sql += " AND (first_at, number) < (:firstAt, :number)";
    sql += " ORDER BY first_at DESC, number DESC LIMIT :limit";
    Statement statement(m_transaction, sql);
    if (section)
        statement.bind("section", *section);
    if (after) {
        statement.bind("firstAt", after->firstAt);
        statement.bind("number", after->number);
    }
    statement.bind("limit", qint64(limit));
    return statement.all(readItem);
}

Result<std::optional<std::pair<qint64, qint64>>> PublicationStore::weekOf(const std::optional<SectionId> &section,
                                                                          qint64 offset) const
{
    Statement weeks(m_transaction,
                    "SELECT week, newer FROM ("
                    " SELECT week, SUM(SUM(live)) OVER (ORDER BY week DESC) - SUM(live) AS newer"
                    " FROM publication_counts"
                        + std::string(section ? " WHERE section_id = :section" : "")
                        + " GROUP BY week) AS weeks WHERE newer <= :offset ORDER BY week LIMIT 1");
    if (section)
        weeks.bind("section", *section);
    weeks.bind("offset", offset);
    return weeks.find([](const Statement &row) { return std::pair(row.integer(0), row.integer(1)); });
}

// Steps over whole weeks by their counts, so that a page far back costs no more than one further on.
Result<std::vector<PublicItem>> PublicationStore::newestPage(const std::optional<SectionId> &section, qint64 offset,
                                                             int limit) const
{
    constexpr qint64 nearby = 40; // so few are passed sooner than the weeks are looked through
    std::pair<qint64, qint64> from{std::numeric_limits<qint64>::max() / week - 1, 0};
    if (offset > nearby) {
        auto first = weekOf(section, offset);
        if (!first)
            return first.error();
        if (!*first)
            return std::vector<PublicItem>();
        from = **first;
    }
    const auto [firstWeek, newer] = from;

    Statement statement(m_transaction,
                        itemColumns + " WHERE taken_down_at IS NULL AND first_at < :end" + sectionClause(section)
                            + " ORDER BY first_at DESC, number DESC LIMIT :limit OFFSET :offset");
    statement.bind("end", (firstWeek + 1) * week);
    if (section)
        statement.bind("section", *section);
    statement.bind("limit", qint64(limit));
    statement.bind("offset", offset - newer);
    return statement.all(readItem);
}

Result<std::vector<PublicItem>> PublicationStore::byNumbers(const std::vector<qint64> &numbers) const
{
    auto found =
        rowsOf(m_transaction, itemColumns + " WHERE taken_down_at IS NULL AND number IN (:keys)", numbers, readItem);
    if (!found)
        return found.error();
    std::vector<PublicItem> items = *std::move(found);
    std::ranges::sort(items, {},
                      [&numbers](const PublicItem &item) { return std::ranges::find(numbers, item.number); });
    return items;
}

Result<std::pair<std::optional<PublicItem>, std::optional<PublicItem>>>
PublicationStore::neighbours(const PublicItem &item) const
{
    const auto neighbour = [&](const std::string &comparison, const std::string &order) {
        Statement statement(m_transaction,
                            itemColumns + " WHERE taken_down_at IS NULL AND section_id = :section"
                                + " AND (first_at, number) " + comparison + " (:firstAt, :number)"
                                + " ORDER BY first_at " + order + ", number " + order + " LIMIT 1");
        statement.bind("section", item.section);
        statement.bind("firstAt", item.firstAt);
        statement.bind("number", item.number);
        return statement.find(readItem);
    };
    auto older = neighbour("<", "DESC");
    if (!older)
        return older.error();
    auto newer = neighbour(">", "ASC");
    if (!newer)
        return newer.error();
    return std::pair(*std::move(older), *std::move(newer));
}

Result<qint64> PublicationStore::count(const std::optional<SectionId> &section) const
{
    Statement statement(m_transaction,
                        std::string("SELECT COALESCE(SUM(live), 0) FROM publication_counts")
                            + (section ? " WHERE section_id = :section" : ""));
    if (section)
        statement.bind("section", *section);
    return oneInteger(statement);
}

Result<void> PublicationStore::verifyCounts() const
{
    Statement statement(m_transaction, R"(
        SELECT COUNT(*)
        FROM (
            SELECT section_id, first_at / 604800000 AS week, COUNT(*) AS live
            FROM publications
            WHERE taken_down_at IS NULL
            GROUP BY section_id, first_at / 604800000
        ) AS counted
        FULL JOIN publication_counts kept ON kept.section_id = counted.section_id AND kept.week = counted.week
        WHERE COALESCE(kept.live, 0) <> COALESCE(counted.live, 0)
    )");
    auto wrong = oneInteger(statement);
    if (!wrong)
        return wrong.error();
    if (*wrong != 0)
        return Error{ErrorCode::Corrupt, u"publication.count"_s, {}};
    return {};
}

Result<qint64> PublicationStore::countAll() const
{
    Statement statement(m_transaction, "SELECT COUNT(*) FROM publications");
    return oneInteger(statement);
}

Result<std::vector<PublicCorrection>> PublicationStore::corrections(const PublicItem &item,
                                                                    const Content &content) const
{
    if (item.at == item.firstAt) // published once: there is nothing before it
        return shownCorrections({{.at = item.at, .text = content.correction}});
    struct Published
    {
        Version version;
        Instant at;
        QString contentHash;
    };
    // Each version that was public, with the moment at which readers first had it. A version may be published twice
    // (taken down and put back); what it corrects was said the first time.
    Statement statement(m_transaction, R"(
        SELECT d.version, d.at, r.content_hash
        FROM (
            SELECT version, MIN(at) AS at
            FROM decisions
            WHERE record_id = :article AND step = :publish AND version <= :version
            GROUP BY version
        ) AS d
        JOIN revisions r ON r.record_id = :article AND r.version = d.version
        ORDER BY d.version
    )");
    statement.bind("article", item.article);
    statement.bind("publish", toText(Step::Publish));
    statement.bind("version", item.version);
    const auto all = statement.all([](const Statement &row) {
        return Published{.version = row.integer(0), .at = row.instant(1), .contentHash = row.text(2)};
    });
    if (!all)
        return all.error();
    std::vector<PublicCorrection> carried;
    for (const Published &published : *all) {
        auto text = published.version == item.version
            ? Result<QString>(content.correction)
            : correctionOf(item.article, published.version, published.contentHash);
        if (!text)
            return text.error();
        carried.push_back({.at = published.at, .text = *std::move(text)});
    }
    return shownCorrections(carried);
}

Result<QString> PublicationStore::correctionOf(ArticleId article, Version version, const QString &contentHash) const
{
    static KnownCorrections known;
    const KnownCorrections::Key key{article, version, contentHash};
    if (auto text = known.find(key))
        return *std::move(text);
    Statement statement(m_transaction, R"(
        SELECT content, packed
        FROM revisions
        WHERE record_id = :article AND version = :version
    )");
    statement.bind("article", article);
    statement.bind("version", version);
    const auto content = findRead(statement, [](const Statement &row) { return readContent(row, 0); });
    if (!content)
        return content.error();
    const QString text = *content ? (*content)->correction : QString();
    known.keep(key, text);
    return text;
}

Result<std::multimap<ArticleId, MediaId>> PublicationStore::picturesOf(ArticleId first, ArticleId last) const
{
    Statement statement(m_transaction, R"(
        SELECT p.record_id, m.media_id
        FROM publications p
        JOIN publication_media m ON m.number = p.number
        WHERE p.record_id >= :first AND p.record_id <= :last
    )");
    statement.bind("first", first);
    statement.bind("last", last);
    return pairsOf<ArticleId, MediaId>(statement);
}

Result<bool> PublicationStore::isPublicPicture(MediaId media) const
{
    Statement statement(m_transaction, R"(
        SELECT COUNT(*)
        FROM publication_media m
        JOIN publications p ON p.number = m.number
        WHERE m.media_id = :media AND p.taken_down_at IS NULL
    )");
    statement.bind("media", media);
    auto count = oneInteger(statement);
    if (!count)
        return count.error();
    return *count > 0;
}

} // namespace toasoan
