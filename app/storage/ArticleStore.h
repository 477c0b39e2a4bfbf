// Reads and writes articles with their revisions and decisions. Knows no rule: actions decide, the store keeps.
#pragma once

#include "domain/Article.h"
#include "domain/Sitting.h"
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

/// Saves of one person with less than this between them, no other's save and no step, are one sitting.
inline constexpr std::chrono::minutes longestPause{30};

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

/// What came of a look for superseded versions.
struct Superseded
{
    qint64 dropped = 0;
    Instant lookedAtUpTo; ///< the next look begins here; all has been looked at if it is the end that was asked for
};

class ArticleStore
{
public:
    explicit ArticleStore(Transaction &transaction);

    /// The article with its newest content; NotFound "article" if there is none.
    [[nodiscard]] Result<Article> find(ArticleId id) const;
    [[nodiscard]] Result<std::optional<Article>> findMaybe(ArticleId id) const;

    /// The same without its content; nothing if there is none, Unsupported "article.state" if it is in a state of a
    /// newer program.
    [[nodiscard]] Result<std::optional<ArticleHead>> headMaybe(ArticleId id) const;

    /// Writes the article's row as it is, new or known. Its revision is added with addRevision().
    [[nodiscard]] Result<void> put(const Article &article);

    /// Appends a version; the same version twice is a Conflict unless it is the same content.
    [[nodiscard]] Result<void> addRevision(const Revision &revision, Sitting sitting = Sitting::GoesOn);
    [[nodiscard]] Result<Revision> revision(ArticleId id, Version version) const;
    /// The version, or where it is no more the newest before it that is kept; the first one always is.
    [[nodiscard]] Result<Revision> revisionUpTo(ArticleId id, Version version) const;
    /// Who saved a version; null if it is not kept, or, on a desk, if an older server did not say.
    [[nodiscard]] Result<UserId> saver(ArticleId id, Version version) const;
    /// The newest version up to `newest` of which it is not known that `user` saved it; 0 if he saved all of them.
    [[nodiscard]] Result<Version> newestOfOthers(ArticleId id, Version newest, UserId user) const;
    /// All versions that are kept, without their content, oldest first.
    [[nodiscard]] Result<std::vector<Revision>> revisions(ArticleId id) const;
    /// Those of them that mean something to people: the last of each sitting (continuesSitting()), and the newest.
    [[nodiscard]] Result<std::vector<Revision>> sittings(ArticleId id) const;
    /// Whether a save by this person, now, goes on with the sitting in which the newest version was saved.
    [[nodiscard]] Result<bool> continuesSitting(ArticleId id, UserId by, Instant now) const;
    /// Removes versions saved in [from, before) that a later save of the same sitting has superseded, looking at up to
    /// `limit` versions, and at all that were saved in the same millisecond. Never the first of an article, nor one
    /// that a step, an approval or a publication names.
    [[nodiscard]] Result<Superseded> dropSuperseded(Instant from, Instant before, int limit);

    [[nodiscard]] Result<void> addDecision(const Decision &decision);
    /// Oldest first.
    [[nodiscard]] Result<std::vector<Decision>> decisions(ArticleId id) const;
    /// Replaces what a replica knows of the article's history.
    [[nodiscard]] Result<void> replaceDecisions(ArticleId id, const std::vector<Decision> &decisions);

    /// Up to `limit` rows after `after`, newest change first.
    [[nodiscard]] Result<QList<ArticleRow>> list(const ArticleFilter &filter, const std::optional<ArticleCursor> &after,
                                                 int limit) const;
    /// Of these articles those that are there, in that order.
    [[nodiscard]] Result<QList<ArticleRow>> rows(const std::vector<ArticleId> &ids) const;
    [[nodiscard]] Result<qint64> count(const ArticleFilter &filter) const;
    /// Up to `limit` ids after `last`, in their order: for going through all.
    [[nodiscard]] Result<std::vector<ArticleId>> ids(const std::optional<ArticleId> &last, int limit) const;

    /// Scheduled articles that are due at `now`, the earliest first. Only their ids: one that cannot be read must not
    /// hold up the others.
    [[nodiscard]] Result<std::vector<ArticleId>> due(Instant now) const;

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
