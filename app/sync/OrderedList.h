// A list of articles in an order that the database does not have: Vietnamese titles, given names, the way through the
// newsroom. Part of ReplicaViews.
#pragma once

#include "domain/User.h"
#include "sync/DeskView.h"
#include "text/Collation.h"

#include <QHash>

#include <functional>

namespace toasoan {

/// Called between pieces of long work, for what cannot wait. It may change what is in the database.
using Pause = std::function<void()>;

class OrderedList
{
public:
    OrderedList(ListOrder order, Direction direction, const std::vector<User> &users);

    void add(const ArticleLine &line);
    /// All that were added; what is equal stands newest first.
    [[nodiscard]] std::vector<ArticleId> sorted(const Pause &pause);

private:
    struct Entry
    {
        ArticleId id;
        Instant updatedAt;
        qsizetype rank = 0;
        std::optional<QCollatorSortKey> title;
    };
    [[nodiscard]] bool isBefore(const Entry &left, const Entry &right) const;

    ListOrder m_order;
    Direction m_direction;
    QHash<UserId, qsizetype> m_rankOf; ///< of authors
    VietnameseOrder m_titles;
    std::vector<Entry> m_entries;
};

} // namespace toasoan
