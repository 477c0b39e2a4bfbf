// The lists of ReplicaViews: newest change first, page by page from the database; or in another order, which is made
// for all of them and kept while nothing changes.
#include "actions/RecordTrail.h"
#include "storage/UserStore.h"
#include "sync/ReplicaViews.h"
#include "text/Vietnamese.h"

#include <algorithm>

namespace toasoan {

namespace {

/// Read in one go while all are put into an order: some milliseconds.
constexpr int piece = 2000;

// Newest first.
bool isBefore(const ArticleLine &one, const ArticleLine &other)
{
    return std::pair(one.updatedAt, one.id) > std::pair(other.updatedAt, other.id);
}

// In these states the chain asks who did what before; there are few of them beside all that is published.
bool needsTrail(const ArticleLine &line)
{
    return line.state == State::InEditing || line.state == State::AwaitingApproval || line.state == State::Returned
        || (line.state == State::Draft && line.firstPublishedAt);
}

ArticleLine bareLine(const ArticleRow &row)
{
    return {.id = row.id,
            .author = row.author,
            .section = row.section,
            .genre = row.genre,
            .title = row.title,
            .state = row.state,
            .version = row.version,
            .updatedAt = row.updatedAt,
            .savedBy = {},
            .firstPublishedAt = row.firstPublishedAt,
            .publicVersion = row.publicVersion.value_or(0),
            .scheduledAt = row.scheduledAt,
            .saved = row.publicVersion == row.version ? SavedState::Published : SavedState::Sent,
            .trail = {},
            .news = {}};
}

ArticleFilter filterOf(const ArticleQuery &query, UserId user)
{
    return {.state = query.state,
            .section = query.section,
            .author = query.scope == ListScope::Mine ? std::optional(user) : std::nullopt,
            .titleContains = query.titleContains};
}

} // namespace

bool ReplicaViews::matches(const ArticleQuery &query, const Record &article, State state) const
{
    return (query.scope != ListScope::Mine || article.author == m_state.user.id)
        && (query.scope != ListScope::Unseen || m_state.news.contains(article.id))
        && (!query.state || state == *query.state) && (!query.section || article.section == *query.section)
        && (query.titleContains.isEmpty() || saysFolded(article.title, query.titleContains));
}

bool ReplicaViews::matches(const ArticleQuery &query, const ShownArticle &shown) const
{
    const auto there = atServer(shown);
    const State hoped = shown.article.state;
    return matches(query, shown.article, query.taken == StateTaken::Shown && there ? there->state : hoped);
}

ArticleLine ReplicaViews::lineOf(const ShownArticle &shown) const
{
    const Article &article = shown.article;
    ArticleLine line{.id = article.id,
                     .author = article.author,
                     .section = article.section,
                     .genre = article.content.genre,
                     .title = article.title,
                     .state = article.state,
                     .version = article.version,
                     .updatedAt = article.updatedAt,
                     .savedBy = {},
                     .firstPublishedAt = {},
                     .publicVersion = 0,
                     .scheduledAt = article.scheduledAt,
                     .saved = shown.saved,
                     .waiting = shown.waiting,
                     .refused = shown.isRefused,
                     .trail = article.trail,
                     .news = {}};
    if (article.publication)
        line.firstPublishedAt = article.publication->firstAt;
    if (shown.confirmed) { // what waits here is not yet so for readers
        const auto &publication = shown.confirmed->record.publication;
        line.publicVersion = publication && publication->isLive() ? publication->version : 0;
    }
    if (const auto there = atServer(shown)) {
        line.stateAtServer = there->state;
        line.scheduledAtServer = there->scheduledAt;
    }
    if (shown.saved == SavedState::OnThisPc)
        line.savedBy = m_state.user.id;
    else if (shown.confirmed)
        line.savedBy = shown.confirmed->savedBy;
    if (const auto news = m_state.news.constFind(article.id); news != m_state.news.constEnd())
        line.news = *news;
    return line;
}

Result<ArticleLine> ReplicaViews::lineOf(Transaction &transaction, const ArticleRow &row) const
{
    ArticleLine line = bareLine(row);
    if (const auto news = m_state.news.constFind(row.id); news != m_state.news.constEnd())
        line.news = *news;
    auto saver = ArticleStore(transaction).saver(row.id, row.version);
    if (!saver)
        return saver.error();
    line.savedBy = *saver;
    if (needsTrail(line)) {
        Record record;
        record.id = line.id;
        record.author = line.author;
        record.version = line.version;
        record.section = line.section;
        auto trail = readTrail(transaction, m_state.rules->itemChain(), record);
        if (!trail)
            return trail.error();
        line.trail = *std::move(trail);
    }
    return line;
}

Result<std::optional<ArticleLine>> ReplicaViews::line(ArticleId id)
{
    auto article = shown(id);
    if (!article)
        return article.error();
    if (!*article)
        return std::optional<ArticleLine>();
    const ArticleLine line = lineOf(**article);
    if (!m_state.local.contains(id))
        m_shown.remove(id);
    return std::optional(line);
}

// Articles with local work are listed as they are shown, in place of their confirmed rows.
Result<QList<ArticleLine>> ReplicaViews::localLines(const ArticleQuery &query)
{
    QList<ArticleLine> lines;
    for (const ArticleId id : m_state.local) {
        auto article = shown(id);
        if (!article)
            return article.error();
        if (*article && matches(query, **article))
            lines.append(lineOf(**article));
    }
    return lines;
}

Result<ArticlePage> ReplicaViews::list(const ArticleQuery &query, const std::optional<ListCursor> &after,
                                       const Pause &pause)
{
    const bool isUsual = query.order == ListOrder::Updated && query.direction == Direction::Usual;
    return isUsual && query.scope != ListScope::Unseen ? listNewest(query, after) : listOrdered(query, after, pause);
}

Result<ArticlePage> ReplicaViews::listNewest(const ArticleQuery &query, const std::optional<ListCursor> &after)
{
    auto lines = localLines(query);
    if (!lines)
        return lines.error();
    qint64 hidden = 0;
    for (const ArticleId id : m_state.local) {
        auto article = shown(id);
        if (!article)
            return article.error();
        if (!*article || !(*article)->confirmed)
            continue;
        const Record &confirmed = (*article)->confirmed->record;
        if (matches(query, confirmed, confirmed.state))
            ++hidden;
    }

    const ArticleFilter filter = filterOf(query, m_state.user.id);
    auto transaction = Transaction::begin(m_database, Access::Read);
    if (!transaction)
        return transaction.error();
    const ArticleStore articles(*transaction);
    auto count = articles.count(filter);
    if (!count)
        return count.error();
    ArticlePage page;
    page.count = *count - hidden + lines->size();

    std::optional<ArticleCursor> cursor;
    if (after) {
        cursor = ArticleCursor{.updatedAt = after->updatedAt, .id = after->article};
        erase_if(*lines, [&](const ArticleLine &line) {
            return std::pair(line.updatedAt, line.id) >= std::pair(after->updatedAt, after->article);
        });
    }
    auto rows = articles.list(filter, cursor, listPage + 1 + int(m_state.local.size()));
    if (!rows)
        return rows.error();
    for (const ArticleRow &row : *rows) {
        if (m_state.local.contains(row.id))
            continue;
        auto line = lineOf(*transaction, row);
        if (!line)
            return line.error();
        lines->append(*std::move(line));
    }
    std::ranges::sort(*lines, isBefore);
    if (lines->size() > listPage) {
        lines->resize(listPage);
        page.next = ListCursor{.updatedAt = lines->back().updatedAt, .article = lines->back().id};
    }
    page.lines = *std::move(lines);
    return page;
}

Result<ArticlePage> ReplicaViews::listOrdered(const ArticleQuery &query, const std::optional<ListCursor> &after,
                                              const Pause &pause)
{
    if (!m_ordered || m_ordered->query != query) {
        auto ids = order(query, pause);
        if (!ids)
            return ids.error();
        m_ordered = Ordered{.query = query, .ids = *std::move(ids)};
    }
    const std::vector<ArticleId> &ids = m_ordered->ids;
    auto from = ids.begin();
    if (after) {
        const auto place = ids.begin() + std::min<qint64>(after->place, std::ssize(ids));
        const auto last = place != ids.begin() && *(place - 1) == after->article
            ? place - 1
            : std::ranges::find(ids, after->article); // something has changed meanwhile
        from = last == ids.end() ? place : last + 1;
    }
    const auto to = from + std::min<std::ptrdiff_t>(listPage, ids.end() - from);
    ArticlePage page;
    page.count = std::ssize(ids);
    if (to != ids.end())
        page.next = ListCursor{.updatedAt = {}, .article = *(to - 1), .place = to - ids.begin()};
    auto lines = linesOf(std::vector<ArticleId>(from, to));
    if (!lines)
        return lines.error();
    page.lines = *std::move(lines);
    return page;
}

// The database is let go between pieces: what is typed comes before.
Result<std::vector<ArticleId>> ReplicaViews::order(const ArticleQuery &query, const Pause &pause)
{
    auto users = readIn(m_database, [](Transaction &transaction) { return UserStore(transaction).all(); });
    if (!users)
        return users.error();
    OrderedList ordered(query.order, query.direction, *users);
    auto local = localLines(query);
    if (!local)
        return local.error();
    std::set<ArticleId> known = m_state.local;
    for (const ArticleLine &line : *local)
        ordered.add(line);
    if (query.scope == ListScope::Unseen) {
        const auto unseen = m_state.news.keys();
        for (const ArticleId id : unseen) {
            auto article = shown(id);
            if (!article)
                return article.error();
            if (*article && known.insert(id).second && matches(query, **article))
                ordered.add(lineOf(**article));
        }
        return ordered.sorted(pause);
    }
    const ArticleFilter filter = filterOf(query, m_state.user.id);
    std::optional<ArticleCursor> cursor;
    for (bool isMore = true; isMore;) {
        auto rows = readIn(m_database, [&](Transaction &transaction) {
            return ArticleStore(transaction).list(filter, cursor, piece);
        });
        if (!rows)
            return rows.error();
        for (const ArticleRow &row : *rows) {
            if (known.insert(row.id).second)
                ordered.add(bareLine(row));
        }
        isMore = rows->size() == piece;
        if (isMore)
            cursor = ArticleCursor{.updatedAt = rows->back().updatedAt, .id = rows->back().id};
        if (pause)
            pause();
    }
    return ordered.sorted(pause);
}

Result<QList<ArticleLine>> ReplicaViews::linesOf(const std::vector<ArticleId> &ids)
{
    QHash<ArticleId, ArticleLine> lines;
    std::vector<ArticleId> others;
    for (const ArticleId id : ids) {
        if (!m_state.local.contains(id)) {
            others.push_back(id);
            continue;
        }
        auto article = shown(id);
        if (!article)
            return article.error();
        if (*article)
            lines.insert(id, lineOf(**article));
    }
    const auto read = readIn(m_database, [&](Transaction &transaction) -> Result<void> {
        auto rows = ArticleStore(transaction).rows(others);
        if (!rows)
            return rows.error();
        for (const ArticleRow &row : *rows) {
            auto line = lineOf(transaction, row);
            if (!line)
                return line.error();
            lines.insert(row.id, *std::move(line));
        }
        return {};
    });
    if (!read)
        return read.error();
    QList<ArticleLine> inOrder;
    for (const ArticleId id : ids) {
        if (const auto line = lines.constFind(id); line != lines.constEnd())
            inOrder.append(*line);
    }
    return inOrder;
}

} // namespace toasoan
