#include "storage/PublicationStore.h"

#include "base/Log.h"
#include "document/Document.h"
#include "storage/Reading.h"
#include "storage/SearchIndex.h"
#include "storage/StoredContent.h"

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const std::string itemColumns = R"(
        SELECT number, article_id, version, section_id, genre, slug, title, lead, picture_id, first_at, at, taken_down_at
        FROM publications
    )";

PublicItem readItem(const Statement &row)
{
    return PublicItem{.number = row.integer(0),
                      .article = row.id<ArticleId>(1),
                      .version = row.integer(2),
                      .section = row.id<SectionId>(3),
                      .genre = genreFromText(row.text(4)).value_or(Genre::NewsBrief),
                      .slug = row.text(5),
                      .title = row.text(6),
                      .lead = row.text(7),
                      .picture = MediaId::fromText(row.text(8)),
                      .firstAt = row.instant(9),
                      .at = row.instant(10),
                      .takenDownAt = row.optionalInstant(11)};
}

/// What readers see beside title, lead, body and keywords: whoever looks for a name or a correction finds the item.
QString besideTheBody(const Content &content)
{
    QStringList texts{content.source, content.correction};
    for (const Byline &byline : content.bylines)
        texts.append(byline.name);
    return texts.join(u'\n');
}

std::string sectionClause(const std::optional<SectionId> &section)
{
    return section ? " AND section_id = :section" : "";
}

} // namespace

PublicationStore::PublicationStore(Transaction &transaction) : m_transaction(transaction) { }

Result<void> PublicationStore::put(const Article &article, const Content &publicContent)
{
    const Publication &publication = *article.publication;
    auto body = document::readStored(publicContent.body);
    if (!body)
        return body.error();
    std::vector<MediaId> pictures;
    for (const QString &media : document::pictures(*body)) {
        if (const auto id = MediaId::fromText(media))
            pictures.push_back(*id);
    }

    Statement statement(m_transaction, R"(
        INSERT INTO publications (number, article_id, version, section_id, genre, slug, title, lead, picture_id,
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
    statement.bind("number", publication.number);
    statement.bind("article", article.id);
    statement.bind("version", publication.version);
    statement.bind("section", publicContent.section);
    statement.bind("genre", toText(publicContent.genre));
    statement.bind("slug", publication.slug);
    statement.bind("title", publicContent.title);
    statement.bind("lead", publicContent.lead);
    statement.bind("picture", pictures.empty() ? QString() : pictures.front().toText());
    statement.bind("firstAt", publication.firstAt);
    statement.bind("at", publication.at);
    statement.bind("takenDownAt", publication.takenDownAt);
    if (auto done = statement.run(); !done)
        return done.error();
    if (auto done = putPictures(publication.number, pictures); !done)
        return done.error();
    auto item = find(publication.number);
    if (!item)
        return item.error();
    return putSearch(*item, publicContent);
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

Result<PublicItem> PublicationStore::find(qint64 number) const
{
    Statement statement(m_transaction, itemColumns + " WHERE number = :number");
    statement.bind("number", number);
    auto item = statement.find(readItem);
    if (!item)
        return item.error();
    if (!*item)
        return Error{ErrorCode::NotFound, QStringLiteral("item"), QString::number(number)};
    return **std::move(item);
}

Result<std::optional<qint64>> PublicationStore::numberOf(ArticleId article) const
{
    Statement statement(m_transaction, "SELECT number FROM publications WHERE article_id = :article");
    statement.bind("article", article);
    return statement.find([](const Statement &row) { return row.integer(0); });
}

Result<Content> PublicationStore::content(const PublicItem &item) const
{
    Statement statement(m_transaction, R"(
        SELECT r.content, r.packed, p.taken_down_at
        FROM publications p
        JOIN revisions r ON r.article_id = p.article_id AND r.version = p.version
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

Result<std::vector<PublicItem>> PublicationStore::newestPage(const std::optional<SectionId> &section, qint64 offset,
                                                             int limit) const
{
    Statement statement(m_transaction,
                        itemColumns + " WHERE taken_down_at IS NULL" + sectionClause(section)
                            + " ORDER BY first_at DESC, number DESC LIMIT :limit OFFSET :offset");
    if (section)
        statement.bind("section", *section);
    statement.bind("limit", qint64(limit));
    statement.bind("offset", offset);
    return statement.all(readItem);
}

Result<std::vector<PublicItem>> PublicationStore::byNumbers(const std::vector<qint64> &numbers) const
{
    std::vector<PublicItem> items;
    for (const qint64 number : numbers) {
        auto item = find(number);
        if (!item && item.error().code == ErrorCode::NotFound)
            continue;
        if (!item)
            return item.error();
        if (!item->takenDownAt)
            items.push_back(*std::move(item));
    }
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
                        "SELECT COUNT(*) FROM publications WHERE taken_down_at IS NULL" + sectionClause(section));
    if (section)
        statement.bind("section", *section);
    return oneInteger(statement);
}

Result<qint64> PublicationStore::countAll() const
{
    Statement statement(m_transaction, "SELECT COUNT(*) FROM publications");
    return oneInteger(statement);
}

Result<std::vector<PublicCorrection>> PublicationStore::corrections(const PublicItem &item) const
{
    // Each version that was public, with the moment at which readers first had it. A version may be published twice
    // (taken down and put back); what it corrects was said the first time.
    Statement statement(m_transaction, R"(
        SELECT d.at, r.content
        FROM (
            SELECT version, MIN(at) AS at
            FROM decisions
            WHERE article_id = :article AND step = :publish AND version <= :version
            GROUP BY version
        ) AS d
        JOIN revisions r ON r.article_id = :article AND r.version = d.version
        ORDER BY d.version
    )");
    statement.bind("article", item.article);
    statement.bind("publish", toText(Step::Publish));
    statement.bind("version", item.version);
    auto rows = statement.all([](const Statement &row) { return std::pair(row.instant(0), row.text(1)); });
    if (!rows)
        return rows.error();
    std::vector<PublicCorrection> corrections;
    QString before;
    for (const auto &[at, stored] : *rows) {
        auto content = readStoredContent(stored, u"revision.content");
        if (!content)
            return content.error();
        // The next version carries the text along until another one takes its place.
        if (!content->correction.isEmpty() && content->correction != before)
            corrections.push_back({.at = at, .text = content->correction});
        before = content->correction;
    }
    std::ranges::reverse(corrections);
    return corrections;
}

Result<void> PublicationStore::putSearch(const PublicItem &item, const Content &content)
{
    SearchIndex index(m_transaction);
    const SearchRow row = SearchRow::of(item.firstAt, item.number);
    if (item.takenDownAt) {
        if (auto removed = index.remove(row); !removed)
            return removed.error();
    } else {
        // A body of a schema that is no longer read must not keep a program from starting; its title is still found.
        const auto body = document::readStored(content.body);
        const QString words = content.title + u'\n' + content.subtitle + u'\n' + content.lead + u'\n'
            + (body ? document::toPlainText(*body) : QString()) + u'\n' + content.tags.join(u'\n') + u'\n'
            + besideTheBody(content);
        if (auto put = index.put(row, searchText(content.title), searchText(words)); !put)
            return put.error();
    }
    Statement statement(m_transaction, "UPDATE publications SET search_form = :form WHERE number = :number");
    statement.bind("form", searchTextForm);
    statement.bind("number", item.number);
    return statement.run();
}

Result<int> PublicationStore::refillSearch(int limit)
{
    Statement statement(m_transaction, R"(
        SELECT p.number, r.content, r.packed
        FROM publications p
        JOIN revisions r ON r.article_id = p.article_id AND r.version = p.version
        WHERE p.search_form < :form
        ORDER BY p.search_form, p.number
        LIMIT :limit
    )");
    statement.bind("form", searchTextForm);
    statement.bind("limit", limit);
    auto rows = statement.all([](const Statement &row) { return std::pair(row.integer(0), readContent(row, 1)); });
    if (!rows)
        return rows.error();
    for (auto &[number, content] : *rows) {
        auto item = find(number);
        if (!item)
            return item.error();
        // One damaged revision is the trouble of its page, and of verify; all others must be served. What is left of
        // the item is found.
        if (!content) {
            writeLog(
                LogLevel::Error, "search.unreadable",
                {{"item"_L1, number}, {"subject"_L1, content.error().subject}, {"detail"_L1, content.error().detail}});
            Content rest;
            rest.title = item->title;
            rest.lead = item->lead;
            content = rest;
        }
        if (auto put = putSearch(*item, *content); !put)
            return put.error();
    }
    return int(rows->size());
}

Result<qint64> PublicationStore::countFound(const SearchQuery &query) const
{
    return SearchIndex(m_transaction).count(query);
}

Result<std::vector<PublicItem>> PublicationStore::search(const SearchQuery &query, qint64 offset, int limit) const
{
    auto numbers = SearchIndex(m_transaction).find(query, offset, limit);
    if (!numbers)
        return numbers.error();
    return byNumbers(*numbers);
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
