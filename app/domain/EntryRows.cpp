#include "domain/EntryRows.h"

#include "domain/EntryForm.h"
#include "domain/Others.h"

#include <algorithm>

namespace toasoan::entry {

using namespace Qt::StringLiterals;

namespace {

QStringList onlyOf(const QStringList &order, const QSet<QString> &wanted)
{
    QStringList some;
    std::ranges::copy_if(order, std::back_inserter(some), [&](const QString &each) { return wanted.contains(each); });
    return some;
}

QSet<QString> setOf(const QStringList &list)
{
    return QSet<QString>(list.begin(), list.end());
}

QHash<QString, QJsonObject> rowsById(const QJsonArray &rows)
{
    QHash<QString, QJsonObject> byId;
    byId.reserve(rows.size());
    for (const QJsonValue &row : rows)
        byId.insert(row[rowMember].toString(), row.toObject());
    return byId;
}

QStringList idsOf(const QJsonArray &rows)
{
    QStringList ids;
    ids.reserve(rows.size());
    for (const QJsonValue &row : rows)
        ids.append(row[rowMember].toString());
    return ids;
}

// Merges the rows of one field.
class RowsMerge
{
public:
    RowsMerge(const Field &field, const Sides<QJsonArray> &sides, OpenItems &open, const MergeValue &mergeValue)
        : m_field(field)
        , m_orders{idsOf(sides.base), idsOf(sides.theirs), idsOf(sides.mine)}
        , m_base(rowsById(sides.base))
        , m_theirs(rowsById(sides.theirs))
        , m_mine(rowsById(sides.mine))
        , m_open(open)
        , m_mergeValue(mergeValue)
    { }

    Result<QJsonValue> merged()
    {
        QHash<QString, QJsonObject> rows;
        for (const QString &id : m_orders.theirs + m_orders.mine) {
            if (rows.contains(id))
                continue;
            auto row = mergedRow(id);
            if (!row)
                return row.error();
            if (!row->isEmpty())
                rows.insert(id, *row);
        }
        QJsonArray merged;
        for (const QString &id : mergeOrder(m_orders, setOf(rows.keys())))
            merged.append(rows.value(id));
        return QJsonValue(merged);
    }

private:
    // Empty: it is gone.
    Result<QJsonObject> mergedRow(const QString &id)
    {
        const Sides<QJsonObject> sides{m_base.value(id), m_theirs.value(id), m_mine.value(id)};
        if (const QJsonObject *row = changedByOne(sides); row)
            return *row;
        if (sides.theirs.isEmpty() || sides.mine.isEmpty()) {
            const QJsonObject &left = sides.theirs.isEmpty() ? sides.mine : sides.theirs;
            if (changesRefused(sides.base, left))
                return Error{ErrorCode::Conflict, u"entry."_s + m_field.name, u"a row was taken out"_s};
            m_open.add(atOf(m_field.name, id, {}),
                       sides.mine.isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(sides.mine));
            return left;
        }
        return mergedCells(id, sides);
    }

    [[nodiscard]] bool changesRefused(const QJsonObject &base, const QJsonObject &left) const
    {
        return std::ranges::any_of(m_field.columns, [&](const Field &column) {
            return column.merge == MergeRule::Refuse && base.value(column.name) != left.value(column.name);
        });
    }

    Result<QJsonObject> mergedCells(const QString &id, Sides<QJsonObject> sides)
    {
        QJsonObject row;
        for (const Field &column : m_field.columns) {
            const Sides<QJsonValue> cells{sides.base.take(column.name), sides.theirs.take(column.name),
                                          sides.mine.take(column.name)};
            if (const QJsonValue *cell = changedByOne(cells)) {
                row.insert(column.name, *cell); // undefined: it stays away
                continue;
            }
            auto cell = m_mergeValue(column, cells, atOf(m_field.name, id, column.name));
            if (!cell)
                return cell.error();
            row.insert(column.name, *cell);
        }
        addOthers(row, mergeOthers(sides.base, sides.theirs, sides.mine)); // the id among them
        return row;
    }

    const Field &m_field;
    Sides<QStringList> m_orders;
    QHash<QString, QJsonObject> m_base;
    QHash<QString, QJsonObject> m_theirs;
    QHash<QString, QJsonObject> m_mine;
    OpenItems &m_open;
    const MergeValue &m_mergeValue;
};

} // namespace

QStringList mergeOrder(const Sides<QStringList> &orders, const QSet<QString> &kept)
{
    QSet<QString> common = kept;
    for (const QStringList *order : {&orders.base, &orders.theirs, &orders.mine})
        common.intersect(setOf(*order));
    const QStringList before = onlyOf(orders.base, common);
    const bool movedByThem = onlyOf(orders.theirs, common) != before;
    const bool movedByMe = onlyOf(orders.mine, common) != before;
    const bool isMine = movedByMe && !movedByThem;
    const QStringList first = onlyOf(isMine ? orders.mine : orders.theirs, kept);
    const QStringList second = onlyOf(isMine ? orders.theirs : orders.mine, kept);

    // What the second alone has stands in one heap behind each of the first, or ahead of all.
    const QSet<QString> ofFirst = setOf(first);
    QHash<QString, QStringList> behind;
    QString last;
    for (const QString &each : second) {
        if (ofFirst.contains(each))
            last = each;
        else
            behind[last].append(each);
    }
    QStringList merged = behind.value(QString());
    for (const QString &each : first)
        merged += each, merged += behind.value(each);
    return merged;
}

void OpenItems::add(const QString &at, const QJsonValue &mine)
{
    QJsonObject item{{atMember, at}};
    item.insert(mineMember, mine); // undefined: it was taken out
    m_items.append(item);
}

Result<QJsonValue> mergeRows(const Field &field, const Sides<QJsonArray> &sides, OpenItems &open,
                             const MergeValue &mergeValue)
{
    return RowsMerge(field, sides, open, mergeValue).merged();
}

} // namespace toasoan::entry
