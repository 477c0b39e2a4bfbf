#include "sync/OrderedList.h"

#include <algorithm>

namespace toasoan {

namespace {

// What is sorted in one go: some milliseconds.
constexpr std::ptrdiff_t pieceSize = 4096;

} // namespace

OrderedList::OrderedList(ListOrder order, Direction direction, const std::vector<User> &users)
    : m_order(order)
    , m_direction(direction)
{
    std::vector<const User *> byName;
    for (const User &user : users)
        byName.push_back(&user);
    std::ranges::sort(
        byName, [&](const User *left, const User *right) { return m_titles.byGivenName(left->name, right->name); });
    for (const User *user : byName)
        m_rankOf.insert(user->id, m_rankOf.size());
}

void OrderedList::add(const ArticleLine &line)
{
    Entry entry{.id = line.id, .updatedAt = line.updatedAt, .rank = 0, .title = {}};
    switch (m_order) {
    case ListOrder::Updated:
        break;
    case ListOrder::Title:
        entry.title = m_titles.key(line.title);
        break;
    case ListOrder::Author:
        entry.rank = m_rankOf.value(line.author, m_rankOf.size());
        break;
    case ListOrder::State:
        entry.rank = std::ranges::find(allStates, line.shownState()) - allStates.begin();
        break;
    }
    m_entries.push_back(std::move(entry));
}

bool OrderedList::isBefore(const Entry &left, const Entry &right) const
{
    const bool isReversed = m_direction == Direction::Reversed;
    if (left.title && right.title) {
        if (const int order = left.title->compare(*right.title); order != 0)
            return (order < 0) != isReversed;
    }
    if (left.rank != right.rank)
        return (left.rank < right.rank) != isReversed;
    const bool isNewer = std::pair(left.updatedAt, left.id) > std::pair(right.updatedAt, right.id);
    return m_order == ListOrder::Updated && isReversed ? left.id != right.id && !isNewer : isNewer;
}

// A hundred thousand titles take longer than what is typed may wait: piece by piece, then pieces with each other.
std::vector<ArticleId> OrderedList::sorted(const Pause &pause)
{
    const auto isFirst = [this](const Entry &left, const Entry &right) { return isBefore(left, right); };
    const auto count = std::ssize(m_entries);
    const auto at = [this, count](std::ptrdiff_t place) { return m_entries.begin() + std::min(place, count); };
    for (std::ptrdiff_t from = 0; from < count; from += pieceSize) {
        std::sort(at(from), at(from + pieceSize), isFirst);
        if (pause)
            pause();
    }
    for (std::ptrdiff_t piece = pieceSize; piece < count; piece *= 2) {
        for (std::ptrdiff_t from = 0; from + piece < count; from += 2 * piece) {
            std::inplace_merge(at(from), at(from + piece), at(from + 2 * piece), isFirst);
            if (pause)
                pause();
        }
    }
    std::vector<ArticleId> ids;
    ids.reserve(m_entries.size());
    for (const Entry &entry : m_entries)
        ids.push_back(entry.id);
    return ids;
}

} // namespace toasoan
