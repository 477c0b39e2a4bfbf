// What the public may have. The portal reads published content through this store alone; an article that was never
// published has no row here, and so no page, feed, picture or search result.
#pragma once

#include "domain/PublicItem.h"
#include "storage/Transaction.h"
#include "text/SearchText.h"

#include <map>
#include <set>
#include <vector>

namespace toasoan {

/// Where a list of items goes on: after this one.
struct PublicCursor
{
    Instant firstAt;
    qint64 number = 0;
};

struct FoundItems
{
    qint64 count = 0; ///< of all that are found, no further than SearchIndex::mostRanked
    std::vector<PublicItem> items; ///< those of the page
};

class PublicationStore
{
public:
    explicit PublicationStore(Transaction &transaction);

    /// Writes what `article.publication` says: the version it names becomes the public one.
    [[nodiscard]] Result<void> put(const Article &article, const Content &publicContent);
    /// Marks it as taken down since its `takenDownAt`, and forgets what it was found by. Nothing where there is none,
    /// as on a desk.
    [[nodiscard]] Result<void> takeDown(const Publication &publication);

    /// The item of an address, live or taken down; NotFound "item" if the number was never given.
    [[nodiscard]] Result<PublicItem> find(qint64 number) const;
    [[nodiscard]] Result<std::optional<PublicItem>> findMaybe(qint64 number) const;
    /// The number of an article that was ever published.
    [[nodiscard]] Result<std::optional<qint64>> numberOf(ArticleId article) const;
    /// The content of the exact version that is public; Gone "item" if it was taken down.
    [[nodiscard]] Result<Content> content(const PublicItem &item) const;
    /// The same of each of these that is live.
    [[nodiscard]] Result<std::map<qint64, Content>> contents(const std::vector<qint64> &numbers) const;

    /// All corrections that the item was published with, newest first; each once, at the version that brought it.
    /// `content` is that of the public version; earlier ones are read once.
    [[nodiscard]] Result<std::vector<PublicCorrection>> corrections(const PublicItem &item,
                                                                    const Content &content) const;

    /// Live items, newest first; of one section or of all.
    [[nodiscard]] Result<std::vector<PublicItem>> newest(const std::optional<SectionId> &section,
                                                         const std::optional<PublicCursor> &after, int limit) const;
    /// The same by position, for numbered pages.
    [[nodiscard]] Result<std::vector<PublicItem>> newestPage(const std::optional<SectionId> &section, qint64 offset,
                                                             int limit) const;
    /// The live ones of these, in their order.
    [[nodiscard]] Result<std::vector<PublicItem>> byNumbers(const std::vector<qint64> &numbers) const;
    /// The live neighbours in time within a section: {older, newer}.
    [[nodiscard]] Result<std::pair<std::optional<PublicItem>, std::optional<PublicItem>>>
    neighbours(const PublicItem &item) const;
    /// How many live items there are. A kept number: nothing is counted.
    [[nodiscard]] Result<qint64> count(const std::optional<SectionId> &section) const;
    /// Counts the items: Corrupt "publication.count" when what is kept is something else. Takes time.
    [[nodiscard]] Result<void> verifyCounts() const;
    /// Reads the parts that are kept of a long item's text, of which search shows readers lines: Corrupt
    /// "publication.texts" when they are not those of `content`, the version that is public. What an older program
    /// wrote is not looked at: the next start of a server writes it anew.
    [[nodiscard]] Result<void> verifyTexts(const PublicItem &item, const Content &content) const;
    /// How many items there are, live or taken down.
    [[nodiscard]] Result<qint64> countAll() const;
    /// Live items that have all terms of the query, the best first (SearchIndex::find()).
    [[nodiscard]] Result<FoundItems> search(const SearchQuery &query, qint64 offset, int limit) const;
    /// Those of the items whose text is kept in parts, because it is long. All others are quick to read whole.
    [[nodiscard]] Result<std::set<qint64>> inParts(const std::vector<qint64> &numbers) const;
    /// The part of a long item's text in which most terms of the query stand, or its beginning: so much as an excerpt
    /// needs. Nothing for an item that is not kept in parts.
    [[nodiscard]] Result<std::optional<QString>> partAround(const PublicItem &item, const SearchQuery &query) const;
    /// Brings up to `limit` items into the index that are not in it as this program writes it: they were published by
    /// an older one. Returns how many; 0 when all are.
    [[nodiscard]] Result<int> refillSearch(int limit);

    /// Whether a live item shows the picture: only then may the public have it.
    [[nodiscard]] Result<bool> isPublicPicture(MediaId media) const;
    /// The pictures that the public items of the articles from `first` to `last`, in the order of ArticleStore::ids(),
    /// show, or showed until they were taken down.
    [[nodiscard]] Result<std::multimap<ArticleId, MediaId>> picturesOf(ArticleId first, ArticleId last) const;

private:
    [[nodiscard]] Result<void> putSearch(const PublicItem &item, const Content &content);
    /// What the version, whose content has this hash, was published with.
    [[nodiscard]] Result<QString> correctionOf(ArticleId article, Version version, const QString &contentHash) const;
    /// What is found of an item beside title, subtitle and keywords.
    /// In the newsroom's zone.
    [[nodiscard]] Result<QDate> dayOf(Instant at) const;
    [[nodiscard]] Result<QString> searchable(const PublicItem &item, const Content &content) const;
    /// Keeps the text in parts, if it or its body is long.
    [[nodiscard]] Result<void> putParts(qint64 number, const QString &text, qsizetype bodySize);
    /// The week in which the item at `offset` was first published, and how many items are newer than that week.
    [[nodiscard]] Result<std::optional<std::pair<qint64, qint64>>> weekOf(const std::optional<SectionId> &section,
                                                                          qint64 offset) const;
    /// Adds to the kept number of the section's live items of the week of `firstAt`.
    [[nodiscard]] Result<void> addToCount(SectionId section, Instant firstAt, int live);
    [[nodiscard]] Result<void> putPictures(qint64 number, const std::vector<MediaId> &pictures);

    Transaction &m_transaction;
};

} // namespace toasoan
