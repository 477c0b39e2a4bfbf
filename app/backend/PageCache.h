// The portal's prepared answers by address: rendered once, compressed once, served without a copy. Safe from any
// thread.
#pragma once

#include "base/Clock.h"
#include "http/PreparedAnswer.h"

#include <atomic>
#include <limits>
#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <unordered_map>

namespace toasoan {

/// What a page depends on, so that a change can drop it.
enum class PageKind
{
    Item, ///< one item: dropped when that item changes
    List, ///< front page, sections, feeds, maps: dropped by every change of what is public
};

struct CachedPage
{
    std::shared_ptr<const http::PreparedAnswer> answer;
    PageKind kind = PageKind::List;
    qint64 number = 0; ///< of the item; 0 for lists
    Instant renderedAt;
    bool countsVisit = true; ///< a page for people; feeds and maps are not
};

class PageCache
{
public:
    /// After this time a page is rendered again, for its moving numbers; until that is done the old one is served.
    static constexpr Milliseconds freshFor{5'000};
    /// After this time every reader waits a moment for the new one, so that the first in a quiet hour does not get
    /// yesterday's numbers.
    static constexpr Milliseconds servedAtOnceFor{60'000};
    /// So long one caller is waited for. A rendering may never end in put() or renderingFailed(): the queue of the
    /// workers is full, the program is at its end.
    static constexpr Milliseconds renderingWithin{5'000};
    /// So long an old page is better than none while nobody knows what has changed: the database does not answer. No
    /// longer: what was taken down elsewhere must not stay for ever.
    static constexpr std::chrono::minutes goodFor{10};

    /// `memoryLimit` is for all answers together, in bytes; beyond it what was asked for longest ago is dropped.
    explicit PageCache(std::size_t memoryLimit = std::size_t(40) << 20) : m_memoryLimit(memoryLimit) { }

    enum class Freshness
    {
        Fresh,
        Stale, ///< serve it
        RenderNow, ///< stale, and the caller is the one who has it rendered again
        Overdue, ///< better than none, if the new one is long in coming
    };
    struct Found
    {
        std::shared_ptr<const http::PreparedAnswer> answer;
        qint64 number = 0;
        bool countsVisit = true;
        Freshness freshness = Freshness::Fresh;
    };
    /// Nothing older than `goodFor`, unless changesAreKnown() was told meanwhile. Allocates nothing.
    [[nodiscard]] std::optional<Found> find(std::string_view address, Instant now) const;

    /// The state of what is public; give it to put() as it was before the page's data were read.
    [[nodiscard]] quint64 generation() const;
    /// Keeps the page, unless something was dropped since `generation`: then it may already be old, and the next who
    /// asks renders again.
    void put(std::string_view address, CachedPage page, quint64 generation);

    /// The caller could not do what RenderNow asked for: the next who asks tries again. The old page, if it is still
    /// kept and good.
    [[nodiscard]] std::optional<Found> renderingFailed(std::string_view address, Instant now) const;

    /// There is no page at this address any more: it has moved, is gone, or never was.
    void remove(std::string_view address);
    /// An item was corrected or taken down: its pages and all lists go.
    void drop(qint64 number);
    /// An item has come: lists are overdue.
    void itemCame();
    void dropAll();

    /// What was changed until now, here and elsewhere, has been dropped: whatever is still kept may be served.
    void changesAreKnown(Instant now) { m_knownUntil = toMilliseconds(now); }

private:
    static constexpr qint64 nobody = std::numeric_limits<qint64>::min();

    struct Entry
    {
        CachedPage page;
        bool isOverdue = false;
        mutable std::atomic<qint64> renderingSince = nobody; ///< when somebody was asked to, in milliseconds
        mutable std::atomic<quint64> usedAt = 0; ///< by m_uses
    };
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };
    using Pages = std::unordered_map<std::string, std::unique_ptr<Entry>, Hash, std::equal_to<>>;

    /// Whether the caller is the one who renders it now.
    [[nodiscard]] static bool takesRendering(const Entry &entry, Instant now);
    [[nodiscard]] static std::size_t memoryOf(const Pages::value_type &slot);
    [[nodiscard]] bool isGood(const Entry &entry, Instant now) const;
    void makeRoomFor(std::size_t size);

    const std::size_t m_memoryLimit;
    mutable std::shared_mutex m_mutex;
    Pages m_pages;
    std::size_t m_memory = 0;
    quint64 m_generation = 0;
    std::atomic<qint64> m_knownUntil = 0;
    /// Counts what was kept. A page's use is dated by it, so serving the same pages writes to nothing that is shared.
    std::atomic<quint64> m_uses = 1;
};

} // namespace toasoan
