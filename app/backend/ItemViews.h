// How often each item was read, for all items of a newsroom: eight bytes each.
#pragma once

#include <QtGlobal>

#include <array>
#include <memory>
#include <unordered_map>

namespace toasoan {

class ItemViews
{
public:
    void set(qint64 number, qint64 views)
    {
        auto &chunk = m_chunks[number / chunkSize];
        if (!chunk)
            chunk = std::make_unique<Chunk>();
        (*chunk)[std::size_t(number % chunkSize)] = views;
    }
    [[nodiscard]] qint64 of(qint64 number) const
    {
        const auto found = m_chunks.find(number / chunkSize);
        return found == m_chunks.end() || number < 0 ? 0 : (*found->second)[std::size_t(number % chunkSize)];
    }

private:
    // Numbers are given one after the other.
    static constexpr qint64 chunkSize = 512;
    using Chunk = std::array<qint64, chunkSize>;

    std::unordered_map<qint64, std::unique_ptr<Chunk>> m_chunks;
};

} // namespace toasoan
