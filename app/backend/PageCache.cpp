#include "backend/PageCache.h"

#include <algorithm>
#include <mutex>
#include <vector>

namespace toasoan {

bool PageCache::takesRendering(const Entry &entry, Instant now)
{
    const qint64 time = toMilliseconds(now);
    qint64 since = entry.renderingSince;
    // Somebody was asked a moment ago. A moment to come is of a clock that was set back.
    if (since != nobody && since <= time && time - since < renderingWithin.count())
        return false;
    return entry.renderingSince.compare_exchange_strong(since, time);
}

std::size_t PageCache::memoryOf(const Pages::value_type &slot)
{
    return slot.second->page.answer->memorySize() + slot.first.size();
}

bool PageCache::isGood(const Entry &entry, Instant now) const
{
    // A clock that was set back makes pages look young for ever.
    const Milliseconds age = now - entry.page.renderedAt;
    if (age <= -goodFor)
        return false;
    const Milliseconds unknownFor = now - fromMilliseconds(m_knownUntil);
    return age < goodFor || (unknownFor < goodFor && unknownFor > -goodFor);
}

std::optional<PageCache::Found> PageCache::find(std::string_view address, Instant now) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_pages.find(address);
    if (found == m_pages.end())
        return std::nullopt;
    const Entry &entry = *found->second;
    if (!isGood(entry, now))
        return std::nullopt;
    if (const quint64 use = m_uses.load(std::memory_order_relaxed); entry.usedAt.load(std::memory_order_relaxed) != use)
        entry.usedAt.store(use, std::memory_order_relaxed);
    // An age below zero counts as old.
    const Milliseconds age = now - entry.page.renderedAt;
    auto freshness = Freshness::Fresh;
    if (entry.isOverdue || age >= servedAtOnceFor)
        freshness = Freshness::Overdue;
    else if (age >= freshFor || age < Milliseconds(0))
        freshness = takesRendering(entry, now) ? Freshness::RenderNow : Freshness::Stale;
    return Found{.answer = entry.page.answer,
                 .number = entry.page.number,
                 .countsVisit = entry.page.countsVisit,
                 .freshness = freshness};
}

quint64 PageCache::generation() const
{
    const std::shared_lock lock(m_mutex);
    return m_generation;
}

void PageCache::put(std::string_view address, CachedPage page, quint64 generation)
{
    const std::unique_lock lock(m_mutex);
    if (generation != m_generation) {
        if (const auto old = m_pages.find(address); old != m_pages.end())
            old->second->renderingSince = nobody;
        return;
    }
    if (const auto old = m_pages.find(address); old != m_pages.end()) {
        m_memory -= memoryOf(*old);
        m_pages.erase(old);
    }
    const std::size_t size = page.answer->memorySize() + address.size();
    makeRoomFor(size);
    auto entry = std::make_unique<Entry>();
    entry->page = std::move(page);
    entry->usedAt = ++m_uses;
    m_pages.emplace(std::string(address), std::move(entry));
    m_memory += size;
}

// A part at a time: to look for it costs a walk over all pages.
void PageCache::makeRoomFor(std::size_t size)
{
    if (m_memory + size <= m_memoryLimit)
        return;
    std::vector<Pages::iterator> pages;
    pages.reserve(m_pages.size());
    for (auto page = m_pages.begin(); page != m_pages.end(); ++page)
        pages.push_back(page);
    std::ranges::sort(pages, {}, [](const Pages::iterator &page) { return page->second->usedAt.load(); });
    const std::size_t wanted = m_memoryLimit - m_memoryLimit / 8;
    for (const Pages::iterator &page : pages) {
        if (m_memory + size <= wanted)
            break;
        m_memory -= memoryOf(*page);
        m_pages.erase(page);
    }
}

std::optional<PageCache::Found> PageCache::renderingFailed(std::string_view address, Instant now) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_pages.find(address);
    if (found == m_pages.end())
        return std::nullopt;
    const Entry &entry = *found->second;
    entry.renderingSince = nobody;
    if (!isGood(entry, now) || now < entry.page.renderedAt)
        return std::nullopt;
    return Found{.answer = entry.page.answer,
                 .number = entry.page.number,
                 .countsVisit = entry.page.countsVisit,
                 .freshness = Freshness::Stale};
}

void PageCache::remove(std::string_view address)
{
    const std::unique_lock lock(m_mutex);
    const auto found = m_pages.find(address);
    if (found == m_pages.end())
        return;
    m_memory -= memoryOf(*found);
    m_pages.erase(found);
}

void PageCache::drop(qint64 number)
{
    const std::unique_lock lock(m_mutex);
    ++m_generation;
    std::erase_if(m_pages, [&](const auto &slot) {
        const CachedPage &page = slot.second->page;
        const bool depends = page.kind == PageKind::List || page.number == number;
        if (depends)
            m_memory -= memoryOf(slot);
        return depends;
    });
}

void PageCache::itemCame()
{
    const std::unique_lock lock(m_mutex);
    ++m_generation;
    for (const auto &slot : m_pages) {
        if (slot.second->page.kind == PageKind::List)
            slot.second->isOverdue = true;
    }
}

void PageCache::dropAll()
{
    const std::unique_lock lock(m_mutex);
    ++m_generation;
    m_pages.clear();
    m_memory = 0;
}

} // namespace toasoan
