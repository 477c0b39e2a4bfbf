#include "storage/ArticleStore.h"

#include "storage/Reading.h"
#include "storage/StoredContent.h"
#include "text/Vietnamese.h"

#include <algorithm>

namespace toasoan {

namespace {

const std::string articleColumns = R"(
        SELECT         a.id, a.author_id, a.version, a.content_hash, a.state, a.reason,
        a.approved_version, a.approved_hash, a.approved_by, a.approved_at,
        a.scheduled_at, a.number, a.slug, a.public_version, a.first_published_at, a.published_at, a.taken_down_at,
        a.created_at, a.updated_at, r.content, r.packed
        FROM articles a
        JOIN revisions r ON r.article_id = a.id AND r.version = a.version
    )";

Result<Article> readArticle(const Statement &row)
{
    // Of a newer program: what may be done with it now, this one does not know.
    const auto state = stateFromText(row.text(4));
    if (!state)
        return Error{ErrorCode::Unsupported, QStringLiteral("article.state"), row.text(4)};
    auto content = readContent(row, 19);
    if (!content)
        return content.error();
    Article article;
    article.id = row.id<ArticleId>(0);
    article.author = row.id<UserId>(1);
    article.version = row.integer(2);
    article.contentHash = row.text(3);
    article.content = *std::move(content);
    article.state = *state;
    article.reason = row.text(5);
    if (!row.isNull(6))
        article.approval = Approval{
            .version = row.integer(6), .contentHash = row.text(7), .by = row.id<UserId>(8), .at = row.instant(9)};
    if (!row.isNull(10))
        article.scheduledAt = row.instant(10);
    if (!row.isNull(11)) {
        article.publication = Publication{.number = row.integer(11),
                                          .slug = row.text(12),
                                          .version = row.integer(13),
                                          .firstAt = row.instant(14),
                                          .at = row.instant(15),
                                          .takenDownAt = row.optionalInstant(16)};
    }
    article.createdAt = row.instant(17);
    article.updatedAt = row.instant(18);
    return article;
}

const std::string rowColumns = R"(
        SELECT a.id, a.author_id, a.section_id, a.genre, a.title, a.state, a.version, a.updated_at,
               a.number, a.first_published_at, a.scheduled_at,
               CASE WHEN a.taken_down_at IS NULL THEN a.public_version END
        FROM articles a
    )";

ArticleRow readRow(const Statement &row)
{
    return {.id = row.id<ArticleId>(0),
            .author = row.id<UserId>(1),
            .section = row.id<SectionId>(2),
            .genre = genreFromText(row.text(3)).value_or(Genre::NewsBrief),
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
    std::string clauses = " WHERE 1 = 1";
    if (filter.state)
        clauses += " AND a.state = :state";
    if (filter.section)
        clauses += " AND a.section_id = :section";
    if (filter.author)
        clauses += " AND a.author_id = :author";
    if (!filter.titleContains.isEmpty())
        clauses += " AND a.title_folded LIKE :title";
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
    if (!filter.titleContains.isEmpty())
        statement.bind("title", QString(u'%' + fold(filter.titleContains) + u'%'));
}

} // namespace

ArticleStore::ArticleStore(Transaction &transaction) : m_transaction(transaction) { }

Result<std::optional<Article>> ArticleStore::findMaybe(ArticleId id) const
{
    Statement statement(m_transaction, articleColumns + " WHERE a.id = :id");
    statement.bind("id", id);
    return findRead(statement, readArticle);
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

Result<std::optional<ArticleHead>> ArticleStore::headMaybe(ArticleId id) const
{
    Statement statement(m_transaction, R"(
        SELECT author_id, section_id, state, number
        FROM articles
        WHERE id = :id
    )");
    statement.bind("id", id);
    return findRead(statement, [](const Statement &row) { return readHead(row, 0); });
}

Result<void> ArticleStore::put(const Article &article)
{
    Statement statement(m_transaction, R"(
        INSERT INTO articles (id, author_id, section_id, genre, title, title_folded, version, content_hash, state, reason,
                              approved_version, approved_hash, approved_by, approved_at, scheduled_at,
                              number, slug, public_version, first_published_at, published_at, taken_down_at,
                              created_at, updated_at)
        VALUES (:id, :author, :section, :genre, :title, :folded, :version, :hash, :state, :reason,
                :approvedVersion, :approvedHash, :approvedBy, :approvedAt, :scheduledAt,
                :number, :slug, :publicVersion, :firstPublishedAt, :publishedAt, :takenDownAt,
                :createdAt, :updatedAt)
        ON CONFLICT (id) DO UPDATE SET
            section_id = excluded.section_id,
            genre = excluded.genre,
            title = excluded.title,
            title_folded = excluded.title_folded,
            version = excluded.version,
            content_hash = excluded.content_hash,
            state = excluded.state,
            reason = excluded.reason,
            approved_version = excluded.approved_version,
            approved_hash = excluded.approved_hash,
            approved_by = excluded.approved_by,
            approved_at = excluded.approved_at,
            scheduled_at = excluded.scheduled_at,
            number = excluded.number,
            slug = excluded.slug,
            public_version = excluded.public_version,
            first_published_at = excluded.first_published_at,
            published_at = excluded.published_at,
            taken_down_at = excluded.taken_down_at,
            updated_at = excluded.updated_at
    )");
    const auto &approval = article.approval;
    const auto &publication = article.publication;
    statement.bind("id", article.id);
    statement.bind("author", article.author);
    statement.bind("section", article.content.section);
    statement.bind("genre", toText(article.content.genre));
    statement.bind("title", article.content.title);
    statement.bind("folded", fold(article.content.title));
    statement.bind("version", article.version);
    statement.bind("hash", article.contentHash);
    statement.bind("state", toText(article.state));
    statement.bind("reason", article.reason);
    statement.bind("approvedVersion", approval ? std::optional(approval->version) : std::nullopt);
    statement.bind("approvedHash", approval ? approval->contentHash : QString());
    statement.bind("approvedBy", approval ? approval->by.toText() : QString());
    statement.bind("approvedAt", approval ? std::optional(approval->at) : std::nullopt);
    statement.bind("scheduledAt", article.scheduledAt);
    statement.bind("number", publication ? std::optional(publication->number) : std::nullopt);
    statement.bind("slug", publication ? publication->slug : QString());
    statement.bind("publicVersion", publication ? std::optional(publication->version) : std::nullopt);
    statement.bind("firstPublishedAt", publication ? std::optional(publication->firstAt) : std::nullopt);
    statement.bind("publishedAt", publication ? std::optional(publication->at) : std::nullopt);
    statement.bind("takenDownAt", publication ? publication->takenDownAt : std::nullopt);
    statement.bind("createdAt", article.createdAt);
    statement.bind("updatedAt", article.updatedAt);
    return statement.run();
}

Result<void> ArticleStore::addRevision(const Revision &revision, Sitting sitting)
{
    Statement statement(m_transaction, R"(
        INSERT INTO revisions (article_id, version, saved_by, saved_at, content_hash, content, packed, begins_sitting)
        VALUES (:article, :version, :by, :at, :hash, :content, :packed, :begins)
        ON CONFLICT (article_id, version) DO NOTHING
    )");
    statement.bind("article", revision.article);
    statement.bind("version", revision.version);
    statement.bind("by", revision.savedBy);
    statement.bind("at", revision.savedAt);
    statement.bind("hash", revision.contentHash);
    statement.bind("begins", sitting == Sitting::Begins ? 1 : 0);
    bindContent(statement, revision.content);
    if (auto done = statement.run(); !done)
        return done.error();
    if (statement.rowsAffected() == 1)
        return {};
    auto stored = this->revision(revision.article, revision.version);
    if (!stored)
        return stored.error();
    if (stored->contentHash != revision.contentHash)
        return Error{ErrorCode::Conflict, QStringLiteral("revision.version"), QString::number(revision.version)};
    return {};
}

Result<Revision> ArticleStore::revision(ArticleId id, Version version) const
{
    Statement statement(m_transaction, R"(
        SELECT saved_by, saved_at, content_hash, content, packed
        FROM revisions
        WHERE article_id = :article AND version = :version
    )");
    statement.bind("article", id);
    statement.bind("version", version);
    auto found = findRead(statement, [&](const Statement &row) -> Result<Revision> {
        auto content = readContent(row, 3);
        if (!content)
            return content.error();
        return Revision{.article = id,
                        .version = version,
                        .savedBy = row.id<UserId>(0),
                        .savedAt = row.instant(1),
                        .contentHash = row.text(2),
                        .content = *std::move(content)};
    });
    if (!found)
        return found.error();
    if (!*found)
        return Error{ErrorCode::NotFound, QStringLiteral("article.version"), QString::number(version)};
    return **std::move(found);
}

Result<UserId> ArticleStore::saver(ArticleId id, Version version) const
{
    Statement statement(m_transaction, R"(
        SELECT saved_by
        FROM revisions
        WHERE article_id = :article AND version = :version
    )");
    statement.bind("article", id);
    statement.bind("version", version);
    auto savers = statement.all([](const Statement &row) { return row.id<UserId>(0); });
    if (!savers)
        return savers.error();
    return savers->empty() ? UserId() : savers->front();
}

Result<Version> ArticleStore::newestOfOthers(ArticleId id, Version newest, UserId user) const
{
    // From the newest down: mostly the first tells.
    for (Version version = newest; version > 0; --version) {
        auto savedBy = saver(id, version);
        if (!savedBy)
            return savedBy.error();
        if (user.isNull() || *savedBy != user)
            return version;
    }
    return Version(0);
}

Result<std::vector<Revision>> ArticleStore::revisions(ArticleId id) const
{
    Statement statement(m_transaction, R"(
        SELECT version, saved_by, saved_at, content_hash
        FROM revisions
        WHERE article_id = :article
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

Result<Revision> ArticleStore::revisionUpTo(ArticleId id, Version version) const
{
    Statement statement(m_transaction, R"(
        SELECT MAX(version)
        FROM revisions
        WHERE article_id = :article AND version <= :version
    )");
    statement.bind("article", id);
    statement.bind("version", version);
    auto kept = oneInteger(statement);
    if (!kept)
        return kept.error();
    return revision(id, *kept == 0 ? version : *kept);
}

Result<std::vector<Revision>> ArticleStore::sittings(ArticleId id) const
{
    auto all = revisions(id);
    if (!all)
        return all.error();
    auto steps = decisions(id);
    if (!steps)
        return steps.error();
    Statement statement(m_transaction, R"(
        SELECT version
        FROM revisions
        WHERE article_id = :article AND begins_sitting = 1
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

Result<bool> ArticleStore::continuesSitting(ArticleId id, UserId by, Instant now) const
{
    Statement statement(m_transaction, R"(
        SELECT COUNT(*)
        FROM articles a
        JOIN revisions r ON r.article_id = a.id AND r.version = a.version
        WHERE a.id = :article AND r.saved_by = :by AND r.saved_at > :since
            AND NOT EXISTS (SELECT 1 FROM decisions d WHERE d.article_id = a.id AND d.version = a.version)
    )");
    statement.bind("article", id);
    statement.bind("by", by);
    statement.bind("since", now - longestPause);
    auto count = oneInteger(statement);
    if (!count)
        return count.error();
    return *count > 0;
}

Result<Superseded> ArticleStore::dropSuperseded(Instant from, Instant before, int limit)
{
    struct Key
    {
        ArticleId article;
        Version version;
    };
    // Most versions stay, so it is those that are looked at which are counted: who writes waits for them all.
    Statement end(m_transaction, R"(
        SELECT saved_at
        FROM revisions
        WHERE saved_at >= :from AND saved_at < :before
        ORDER BY saved_at
        LIMIT 1 OFFSET :limit
    )");
    end.bind("from", from);
    end.bind("before", before);
    end.bind("limit", limit);
    const auto beyond = end.find([](const Statement &row) { return row.instant(0); });
    if (!beyond)
        return beyond.error();
    const Instant upTo = *beyond ? std::max(**beyond, from + Milliseconds(1)) : before;
    Statement statement(m_transaction, R"(
        SELECT r.article_id, r.version
        FROM revisions r
        JOIN articles a ON a.id = r.article_id
        JOIN revisions n ON n.article_id = r.article_id AND n.version = (
            SELECT MIN(x.version) FROM revisions x WHERE x.article_id = r.article_id AND x.version > r.version)
        WHERE r.saved_at >= :from AND r.saved_at < :upTo AND r.version > 1
            AND n.saved_by = r.saved_by AND n.saved_at - r.saved_at < :pause AND n.begins_sitting = 0
            AND COALESCE(a.approved_version, 0) <> r.version AND COALESCE(a.public_version, 0) <> r.version
            AND NOT EXISTS (
                SELECT 1 FROM decisions d WHERE d.article_id = r.article_id AND d.version = r.version)
            AND NOT EXISTS (
                SELECT 1 FROM publications p WHERE p.article_id = r.article_id AND p.version = r.version)
    )");
    statement.bind("from", from);
    statement.bind("upTo", upTo);
    statement.bind("pause", qint64(std::chrono::milliseconds(longestPause).count()));
    const auto keys = statement.all(
        [](const Statement &row) { return Key{.article = row.id<ArticleId>(0), .version = row.integer(1)}; });
    if (!keys)
        return keys.error();
    Statement remove(m_transaction, "DELETE FROM revisions WHERE article_id = :article AND version = :version");
    for (const Key &key : *keys) {
        remove.bind("article", key.article);
        remove.bind("version", key.version);
        if (auto done = remove.run(); !done)
            return done.error();
    }
    return Superseded{.dropped = qint64(std::ssize(*keys)), .lookedAtUpTo = upTo};
}

Result<void> ArticleStore::addDecision(const Decision &decision)
{
    Statement statement(m_transaction, R"(
        INSERT INTO decisions (article_id, position, version, step, actor_id, at, reason)
        SELECT :article, COALESCE(MAX(position), 0) + 1, :version, :step, :actor, :at, :reason
        FROM decisions
        WHERE article_id = :sameArticle
    )");
    statement.bind("article", decision.article);
    statement.bind("sameArticle", decision.article);
    statement.bind("version", decision.version);
    statement.bind("step", toText(decision.step));
    statement.bind("actor", decision.actor);
    statement.bind("at", decision.at);
    statement.bind("reason", decision.reason);
    return statement.run();
}

Result<std::vector<Decision>> ArticleStore::decisions(ArticleId id) const
{
    Statement statement(m_transaction, R"(
        SELECT version, step, actor_id, at, reason
        FROM decisions
        WHERE article_id = :article
        ORDER BY position
    )");
    statement.bind("article", id);
    // A step of a newer program is left out: what it led to stands in the article itself.
    std::vector<Decision> decisions;
    const auto rows = statement.all([&](const Statement &row) {
        const auto step = stepFromText(row.text(1));
        if (step)
            decisions.push_back({.article = id,
                                 .version = row.integer(0),
                                 .step = *step,
                                 .actor = row.id<UserId>(2),
                                 .at = row.instant(3),
                                 .reason = row.text(4)});
        return step.has_value();
    });
    if (!rows)
        return rows.error();
    return decisions;
}

Result<void> ArticleStore::replaceDecisions(ArticleId id, const std::vector<Decision> &decisions)
{
    Statement statement(m_transaction, "DELETE FROM decisions WHERE article_id = :article");
    statement.bind("article", id);
    if (auto done = statement.run(); !done)
        return done.error();
    for (const Decision &decision : decisions) {
        if (auto added = addDecision(decision); !added)
            return added.error();
    }
    return {};
}

Result<QList<ArticleRow>> ArticleStore::list(const ArticleFilter &filter, const std::optional<ArticleCursor> &after,
                                             int limit) const
{
    std::string sql = rowColumns + filterClauses(filter);
    if (after)
        sql += " AND (a.updated_at, a.id) < (:updatedAt, :id)";
    sql += " ORDER BY a.updated_at DESC, a.id DESC LIMIT :limit";

    Statement statement(m_transaction, sql);
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
    Statement statement(m_transaction, rowColumns + " WHERE a.id = :id");
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
    Statement statement(m_transaction, "SELECT COUNT(*) FROM articles a" + filterClauses(filter));
    bindFilter(statement, filter);
    return oneInteger(statement);
}

Result<std::vector<ArticleId>> ArticleStore::ids(const std::optional<ArticleId> &last, int limit) const
{
    Statement statement(m_transaction, R"(
        SELECT id
        FROM articles
        WHERE id > :last
        ORDER BY id
        LIMIT :limit
    )");
    statement.bind("last", last ? last->toText() : QString());
    statement.bind("limit", qint64(limit));
    return statement.all([](const Statement &row) { return row.id<ArticleId>(0); });
}

Result<std::vector<ArticleId>> ArticleStore::due(Instant now) const
{
    Statement statement(m_transaction, R"(
        SELECT id
        FROM articles
        WHERE scheduled_at <= :now AND state = :state
        ORDER BY scheduled_at, id
    )");
    statement.bind("now", now);
    statement.bind("state", toText(State::Scheduled));
    return statement.all([](const Statement &row) { return row.id<ArticleId>(0); });
}

Result<void> ArticleStore::forgetNumbers()
{
    Statement statement(m_transaction, "UPDATE articles SET number = NULL WHERE number IS NOT NULL");
    return statement.run();
}

Result<void> ArticleStore::forgetRevisionsFrom(ArticleId id, Version version)
{
    Statement statement(m_transaction, "DELETE FROM revisions WHERE article_id = :article AND version >= :version");
    statement.bind("article", id);
    statement.bind("version", version);
    return statement.run();
}

Result<void> ArticleStore::forget(ArticleId id)
{
    for (const char *table : {"article_media", "publications", "decisions", "revisions"}) {
        Statement statement(m_transaction, "DELETE FROM " + std::string(table) + " WHERE article_id = :article");
        statement.bind("article", id);
        if (auto done = statement.run(); !done)
            return done.error();
    }
    Statement statement(m_transaction, "DELETE FROM articles WHERE id = :article");
    statement.bind("article", id);
    return statement.run();
}

} // namespace toasoan
