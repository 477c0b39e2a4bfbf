#include "backend/PageCache.h"

#include <mutex>

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

std::optional<PageCache::Found> PageCache::find(std::string_view address, Instant now) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_pages.find(address);
    if (found == m_pages.end())
        return std::nullopt;
    const Entry &entry = *found->second;
    // A clock that was set back makes pages look young for ever; an age below zero counts as old.
    const Milliseconds age = now - entry.page.renderedAt;
    if (age >= goodFor || age <= -goodFor)
        return std::nullopt;
    auto freshness = Freshness::Fresh;
    if (age >= freshFor || age < Milliseconds(0))
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
    const std::size_t size = page.answer->memorySize() + address.size();
    if (m_memory + size > memoryLimit) {
        m_pages.clear();
        m_memory = 0;
    }
    auto entry = std::make_unique<Entry>();
    entry->page = std::move(page);
    auto &slot = m_pages[std::string(address)];
    if (slot)
        m_memory -= slot->page.answer->memorySize() + address.size();
    slot = std::move(entry);
    m_memory += size;
}

std::optional<PageCache::Found> PageCache::renderingFailed(std::string_view address, Instant now) const
{
    const std::shared_lock lock(m_mutex);
    const auto found = m_pages.find(address);
    if (found == m_pages.end())
        return std::nullopt;
    const Entry &entry = *found->second;
    entry.renderingSince = nobody;
    const Milliseconds age = now - entry.page.renderedAt;
    if (age >= goodFor || age < Milliseconds(0))
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

void PageCache::dropAll()
{
    const std::unique_lock lock(m_mutex);
    ++m_generation;
    m_pages.clear();
    m_memory = 0;
}

} // namespace toasoan
