// Reads and writes articles: records with what they say, in every version. Knows no rule: actions decide, the store
// keeps.
#pragma once

#include "domain/Article.h"
#include "domain/Sitting.h"
#include "storage/RecordStore.h"

#include <QList>

namespace toasoan {

/// One line of a list of articles: what a list shows, without the content.
struct ArticleRow
{
    ArticleId id;
    UserId author;
    SectionId section;
    QString genre; ///< a code
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

/// The item that a record is. Corrupt "revision.content" if what it says does not read.
[[nodiscard]] Result<Article> articleOf(FullRecord record);

class ArticleStore : public RecordStore
{
public:
    explicit ArticleStore(Transaction &transaction);

    /// The article with its newest content; NotFound "article" if there is none.
    [[nodiscard]] Result<Article> find(ArticleId id) const;
    [[nodiscard]] Result<std::optional<Article>> findMaybe(ArticleId id) const;

    /// Writes the article's row as it is, new or known. Its revision is added with addRevision().
    [[nodiscard]] Result<void> put(const Article &article);

    /// Appends a version; the same version twice is a Conflict unless it is the same content.
    [[nodiscard]] Result<void> addRevision(const Revision &revision, Sitting sitting = Sitting::GoesOn);
    [[nodiscard]] Result<Revision> revision(ArticleId id, Version version) const;
    /// All versions that are kept, without their content, oldest first.
    [[nodiscard]] Result<std::vector<Revision>> revisions(ArticleId id) const;
    /// Those of them that mean something to people: the last of each sitting (continuesSitting()), and the newest.
    [[nodiscard]] Result<std::vector<Revision>> sittings(ArticleId id) const;
    /// Up to `limit` rows after `after`, newest change first.
    [[nodiscard]] Result<QList<ArticleRow>> list(const ArticleFilter &filter, const std::optional<ArticleCursor> &after,
                                                 int limit) const;
    /// Of these articles those that are there, in that order.
    [[nodiscard]] Result<QList<ArticleRow>> rows(const std::vector<ArticleId> &ids) const;
    [[nodiscard]] Result<qint64> count(const ArticleFilter &filter) const;
    /// Up to `limit` ids after `last`, in their order: for going through all.
    [[nodiscard]] Result<std::vector<ArticleId>> ids(const std::optional<ArticleId> &last, int limit) const;
};

} // namespace toasoan
