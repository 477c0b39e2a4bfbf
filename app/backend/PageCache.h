// The portal's prepared answers by address: rendered once, compressed once, served without a copy. Safe from any
// thread.
#pragma once

#include "base/Clock.h"
#include "http/PreparedAnswer.h"

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
    /// Memory of all answers together; beyond it everything is dropped, and what is asked for comes back.
    static constexpr std::size_t memoryLimit = 40U << 20;

    enum class Freshness
    {
        Fresh,
        Stale, ///< serve it
        RenderNow, ///< stale, and the caller is the one who renders it again
    };
    struct Found
    {
        std::shared_ptr<const http::PreparedAnswer> answer;
        qint64 number = 0;
        bool countsVisit = true;
        Freshness freshness = Freshness::Fresh;
    };
    /// Allocates nothing.
    [[nodiscard]] std::optional<Found> find(std::string_view address, Instant now) const;

    /// The state of what is public; give it to put() as it was before the page's data were read.
    [[nodiscard]] quint64 generation() const;
    /// Keeps the page, unless something was dropped since `generation`: then it may already be old.
    void put(std::string_view address, CachedPage page, quint64 generation);

    /// An item was published, corrected or taken down: its pages and all lists go.
    void drop(qint64 number);
    void dropAll();

private:
    struct Entry
    {
        CachedPage page;
        mutable std::atomic_flag rendering;
    };
    struct Hash
    {
        using is_transparent = void;
        std::size_t operator()(std::string_view text) const { return std::hash<std::string_view>()(text); }
    };

    mutable std::shared_mutex m_mutex;
    std::unordered_map<std::string, std::unique_ptr<Entry>, Hash, std::equal_to<>> m_pages;
    std::size_t m_memory = 0;
    quint64 m_generation = 0;
};

} // namespace toasoan
