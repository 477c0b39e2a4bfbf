// Reads and writes articles with their revisions and decisions. Knows no rule: actions decide, the store keeps.
#pragma once

#include "domain/Article.h"
#include "storage/Transaction.h"

#include <QList>

namespace toasoan {

/// One line of a list of articles: what a list shows, without the content.
struct ArticleRow
{
    ArticleId id;
    UserId author;
    SectionId section;
    Genre genre = Genre::NewsBrief;
    QString title;
    State state = State::Draft;
    Version version = 0;
    Instant updatedAt;
    std::optional<qint64> number;
    std::optional<Instant> firstPublishedAt;
    std::optional<Instant> scheduledAt;
    std::optional<Version> publicVersion; ///< what readers see; nothing while it is taken down

    bool operator==(const ArticleRow &) const = default;
};

/// Which articles a list wants, newest first.
struct ArticleFilter
{
    std::optional<State> state;
    std::optional<SectionId> section;
    std::optional<UserId> author;
    /// Folded words that the title must contain.
    QString titleContains;
};

/// Where a page of a list goes on: after this row.
struct ArticleCursor
{
    Instant updatedAt;
    ArticleId id;
};

class ArticleStore
{
public:
    explicit ArticleStore(Transaction &transaction);

    /// The article with its newest content; NotFound "article" if there is none.
    [[nodiscard]] Result<Article> find(ArticleId id) const;
    [[nodiscard]] Result<std::optional<Article>> findMaybe(ArticleId id) const;

    /// Writes the article's row as it is, new or known. Its revision is added with addRevision().
    [[nodiscard]] Result<void> put(const Article &article);

    /// Appends a version; the same version twice is a Conflict unless it is the same content.
    [[nodiscard]] Result<void> addRevision(const Revision &revision);
    [[nodiscard]] Result<Revision> revision(ArticleId id, Version version) const;
    /// All versions without their content, oldest first.
    [[nodiscard]] Result<std::vector<Revision>> revisions(ArticleId id) const;

    [[nodiscard]] Result<void> addDecision(const Decision &decision);
    /// Oldest first.
    [[nodiscard]] Result<std::vector<Decision>> decisions(ArticleId id) const;
    /// Replaces what a replica knows of the article's history.
    [[nodiscard]] Result<void> replaceDecisions(ArticleId id, const std::vector<Decision> &decisions);

    /// Up to `limit` rows after `after`, newest change first.
    [[nodiscard]] Result<QList<ArticleRow>> list(const ArticleFilter &filter, const std::optional<ArticleCursor> &after,
                                                 int limit) const;
    [[nodiscard]] Result<qint64> count(const ArticleFilter &filter) const;
    /// Up to `limit` ids after `last`, in their order: for going through all.
    [[nodiscard]] Result<std::vector<ArticleId>> ids(const std::optional<ArticleId> &last, int limit) const;

    /// Scheduled articles that are due at `now`, the earliest first.
    [[nodiscard]] Result<std::vector<Article>> due(Instant now) const;
    /// When the next schedule fires; nothing if none waits.
    [[nodiscard]] Result<std::optional<Instant>> nextSchedule() const;

    /// For a replica whose server was restored: public numbers may come again with other articles.
    [[nodiscard]] Result<void> forgetNumbers();
    /// Removes the versions from `version` on from a replica: the server they came from was restored to before them.
    [[nodiscard]] Result<void> forgetRevisionsFrom(ArticleId id, Version version);
    /// Removes the article and all that hangs on it from a replica: it is no longer the desk's to see.
    [[nodiscard]] Result<void> forget(ArticleId id);

private:
    Transaction &m_transaction;
};

} // namespace toasoan
