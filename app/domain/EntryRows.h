// The merge of orders and of rows. Part of EntryMerge; not for other modules.
#pragma once

#include "domain/Entry.h"

#include <QJsonArray>
#include <QJsonObject>
#include <QSet>
#include <QStringList>

#include <functional>

namespace toasoan::entry {

/// Three states of one thing.
template <typename Value>
struct Sides
{
    Value base;
    Value theirs;
    Value mine;
};

/// `kept` in one order: that of the side that moved some of what all three have; of both, theirs. What the other side
/// alone has stays behind what it stood behind there.
[[nodiscard]] QStringList mergeOrder(const Sides<QStringList> &orders, const QSet<QString> &kept);

/// What a merge leaves to choose, in the order in which it came upon it.
class OpenItems
{
public:
    void add(const QString &at, const QJsonValue &mine);
    [[nodiscard]] const QJsonArray &items() const { return m_items; }

private:
    QJsonArray m_items;
};

/// Merges the values of one field that both sides changed, each in its way.
using MergeValue =
    std::function<Result<QJsonValue>(const Field &field, const Sides<QJsonValue> &sides, const QString &at)>;

/// Rows with ids, which both sides changed, each in its way.
[[nodiscard]] Result<QJsonValue> mergeRows(const Field &field, const Sides<QJsonArray> &sides, OpenItems &open,
                                           const MergeValue &mergeValue);

/// The one that a side changed; null if both did, each in its way.
template <typename Value>
const Value *changedByOne(const Sides<Value> &sides)
{
    if (sides.mine == sides.base || sides.mine == sides.theirs)
        return &sides.theirs;
    return sides.theirs == sides.base ? &sides.mine : nullptr;
}

} // namespace toasoan::entry
