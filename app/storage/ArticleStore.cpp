#include "storage/ArticleStore.h"

#include "storage/Reading.h"
#include "storage/StoredContent.h"
#include "text/Vietnamese.h"

#include <algorithm>

namespace toasoan {

namespace {

Result<Revision> readRevision(const RecordVersion &version)
{
    auto content = readStoredContent(version.content, u"revision.content");
    if (!content)
        return content.error();
    return Revision{.article = version.record,
                    .version = version.version,
                    .savedBy = version.savedBy,
                    .savedAt = version.savedAt,
                    .contentHash = version.contentHash,
                    .content = *std::move(content)};
}

const std::string rowColumns = R"(
        SELECT h.id, h.author_id, h.section_id, h.genre, h.title, h.state, h.version, h.updated_at,
               h.number, h.first_published_at, h.scheduled_at,
               CASE WHEN h.taken_down_at IS NULL THEN h.public_version END
        FROM records h
    )";

ArticleRow readRow(const Statement &row)
{
    return {.id = row.id<ArticleId>(0),
            .author = row.id<UserId>(1),
            .section = row.id<SectionId>(2),
            .genre = row.text(3),
            .title = row.text(4),
            .state = stateFromText(row.text(5)).value_or(State::Draft),
            .version = row.integer(6),
            .updatedAt = row.instant(7),
            .number = row.optionalInteger(8),
            .firstPublishedAt = row.optionalInstant(9),
            .scheduledAt = row.optionalInstant(10),
            .publicVersion = row.optionalInteger(11)};
}

std::string filterClauses(const ArticleFilter &filter)
{
    std::string clauses = " WHERE h.noun = 'article'";
    if (filter.state)
        clauses += " AND h.state = :state";
    if (filter.section)
        clauses += " AND h.section_id = :section";
    if (filter.author)
        clauses += " AND h.author_id = :author";
    if (!filter.titleContains.isEmpty())
        clauses += fold(filter.titleContains).isEmpty() ? " AND 1 = 0" : " AND h.title_folded LIKE :title";
    return clauses;
}

void bindFilter(Statement &statement, const ArticleFilter &filter)
{
    if (filter.state)
        statement.bind("state", toText(*filter.state));
    if (filter.section)
        statement.bind("section", *filter.section);
    if (filter.author)
        statement.bind("author", *filter.author);
    // A fold holds letters, digits and blanks only: no wildcard of LIKE can be among them.
    if (!fold(filter.titleContains).isEmpty())
        statement.bind("title", QString(u'%' + fold(filter.titleContains) + u'%'));
}

} // namespace

Result<Article> articleOf(FullRecord record)
{
    auto content = readStoredContent(record.content, u"revision.content");
    if (!content)
        return content.error();
    Article article{std::move(record), {}};
    article.setContent(*std::move(content));
    return article;
}

ArticleStore::ArticleStore(Transaction &transaction) : RecordStore(transaction) { }

Result<void> ArticleStore::put(const Article &article)
{
    return RecordStore::put(article, article.content.genre);
}

Result<std::optional<Article>> ArticleStore::findMaybe(ArticleId id) const
{
    auto record = fullMaybe(id);
    if (!record)
        return record.error();
    if (!*record || (*record)->noun != nouns::article)
        return std::optional<Article>();
    auto article = articleOf(**std::move(record));
    if (!article)
        return article.error();
    return std::optional(*std::move(article));
}

Result<Article> ArticleStore::find(ArticleId id) const
{
    auto article = findMaybe(id);
    if (!article)
        return article.error();
    if (!*article)
        return Error{ErrorCode::NotFound, QStringLiteral("article"), id.toText()};
    return **std::move(article);
}

Result<void> ArticleStore::addRevision(const Revision &revision, Sitting sitting)
{
    return addVersion({.record = revision.article,
                       .version = revision.version,
                       .savedBy = revision.savedBy,
                       .savedAt = revision.savedAt,
                       .contentHash = revision.contentHash,
                       .content = canonicalBytes(revision.content)},
                      sitting);
}

Result<Revision> ArticleStore::revision(ArticleId id, Version version) const
{
    const auto stored = this->version(id, version);
    return stored ? readRevision(*stored) : Result<Revision>(stored.error());
}

Result<std::vector<Revision>> ArticleStore::revisions(ArticleId id) const
{
    Statement statement(transaction(), R"(
        SELECT version, saved_by, saved_at, content_hash
        FROM revisions
        WHERE record_id = :article
        ORDER BY version
    )");
    statement.bind("article", id);
    return statement.all([id](const Statement &row) {
        return Revision{.article = id,
                        .version = row.integer(0),
                        .savedBy = row.id<UserId>(1),
                        .savedAt = row.instant(2),
                        .contentHash = row.text(3),
                        .content = {}};
    });
}

Result<std::vector<Revision>> ArticleStore::sittings(ArticleId id) const
{
    auto all = revisions(id);
    if (!all)
        return all.error();
    auto steps = decisions(id);
    if (!steps)
        return steps.error();
    Statement statement(transaction(), R"(
        SELECT version
        FROM revisions
        WHERE record_id = :article AND begins_sitting = 1
    )");
    statement.bind("article", id);
    const auto begins = statement.all([](const Statement &row) { return Version(row.integer(0)); });
    if (!begins)
        return begins.error();
    std::vector<Revision> last;
    for (std::size_t i = 0; i < all->size(); ++i) {
        const Revision &here = (*all)[i];
        const bool goesOn = i + 1 < all->size() && (*all)[i + 1].savedBy == here.savedBy
            && (*all)[i + 1].savedAt - here.savedAt < longestPause
            && std::ranges::find(*begins, (*all)[i + 1].version) == begins->end()
            && std::ranges::find(*steps, here.version, &Decision::version) == steps->end();
        if (!goesOn)
            last.push_back(here);
    }
    return last;
}

Result<QList<ArticleRow>> ArticleStore::list(const ArticleFilter &filter, const std::optional<ArticleCursor> &after,
                                             int limit) const
{
    std::string sql = rowColumns + filterClauses(filter);
    if (after)
        sql += " AND (h.updated_at, h.id) < (:updatedAt, :id)";
    sql += " ORDER BY h.updated_at DESC, h.id DESC LIMIT :limit";

    Statement statement(transaction(), sql);
    bindFilter(statement, filter);
    if (after) {
        statement.bind("updatedAt", after->updatedAt);
        statement.bind("id", after->id);
    }
    statement.bind("limit", qint64(limit));
    auto rows = statement.all(readRow);
    if (!rows)
        return rows.error();
    return QList<ArticleRow>(std::make_move_iterator(rows->begin()), std::make_move_iterator(rows->end()));
}

Result<QList<ArticleRow>> ArticleStore::rows(const std::vector<ArticleId> &ids) const
{
    Statement statement(transaction(), rowColumns + " WHERE h.id = :id");
    QList<ArticleRow> rows;
    for (const ArticleId id : ids) {
        statement.bind("id", id);
        auto found = statement.all(readRow);
        if (!found)
            return found.error();
        rows.append(QList<ArticleRow>(found->begin(), found->end()));
    }
    return rows;
}

Result<qint64> ArticleStore::count(const ArticleFilter &filter) const
{
    Statement statement(transaction(), "SELECT COUNT(*) FROM records h" + filterClauses(filter));
    bindFilter(statement, filter);
    return oneInteger(statement);
}

Result<std::vector<ArticleId>> ArticleStore::ids(const std::optional<ArticleId> &last, int limit) const
{
    Statement statement(transaction(), R"(
        SELECT id
        FROM records
        WHERE noun = 'article' AND id > :last
        ORDER BY id
        LIMIT :limit
    )");
    statement.bind("last", last ? last->toText() : QString());
    statement.bind("limit", qint64(limit));
    return statement.all([](const Statement &row) { return row.id<ArticleId>(0); });
}

} // namespace toasoan
