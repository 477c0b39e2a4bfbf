#include "domain/EntryForm.h"
#include "domain/EntryMerge.h"

#include <QSet>

#include <algorithm>

namespace toasoan::entry {

using namespace Qt::StringLiterals;

namespace {

// Those of `places` that rise in the longest way: what stands outside it was moved.
std::vector<bool> risingOf(const std::vector<qsizetype> &places)
{
    std::vector<std::size_t> ends; // of the best way of each length, the one that ends lowest
    std::vector<std::ptrdiff_t> before(places.size(), -1);
    for (std::size_t at = 0; at < places.size(); ++at) {
        const auto end =
            std::ranges::lower_bound(ends, places[at], {}, [&](std::size_t other) { return places[other]; });
        if (end != ends.begin())
            before[at] = std::ptrdiff_t(*std::prev(end));
        if (end == ends.end())
            ends.push_back(at);
        else
            *end = at;
    }
    std::vector<bool> rises(places.size(), false);
    for (std::ptrdiff_t at = ends.empty() ? -1 : std::ptrdiff_t(ends.back()); at >= 0; at = before[std::size_t(at)])
        rises[std::size_t(at)] = true;
    return rises;
}

QStringList changedMembers(const Field &field, const QJsonObject &before, const QJsonObject &after)
{
    QStringList changed;
    QSet<QString> known{QString(rowMember)};
    const auto look = [&](const QString &name) {
        if (known.contains(name))
            return;
        known.insert(name);
        if (before.value(name) != after.value(name))
            changed.append(name);
    };
    for (const Field &column : field.columns)
        look(column.name);
    for (const QString &name : before.keys() + after.keys())
        look(name);
    return changed;
}

std::vector<RowChange> rowChanges(const Field &field, const QJsonArray &before, const QJsonArray &after)
{
    QHash<QString, qsizetype> placesBefore;
    for (qsizetype place = before.size(); place-- > 0;)
        placesBefore.insert(before[place][rowMember].toString(), place);
    std::vector<qsizetype> places;
    QSet<QString> there;
    for (const QJsonValue &row : after) {
        const QString id = row[rowMember].toString();
        if (placesBefore.contains(id) && !there.contains(id))
            places.push_back(placesBefore.value(id));
        there.insert(id);
    }
    const std::vector<bool> rises = risingOf(places);

    std::vector<RowChange> changes;
    QSet<QString> told;
    std::size_t common = 0;
    for (const QJsonValue &value : after) {
        const QString id = value[rowMember].toString();
        const QJsonObject row = value.toObject();
        if (!placesBefore.contains(id) || told.contains(id)) {
            changes.push_back({.kind = RowChange::Kind::New, .row = id, .before = {}, .after = row, .columns = {}});
            continue;
        }
        told.insert(id);
        const QJsonObject was = before[placesBefore.value(id)].toObject();
        const QStringList columns = changedMembers(field, was, row);
        if (!columns.isEmpty())
            changes.push_back(
                {.kind = RowChange::Kind::Changed, .row = id, .before = was, .after = row, .columns = columns});
        if (!rises[common++])
            changes.push_back({.kind = RowChange::Kind::Moved, .row = id, .before = was, .after = row, .columns = {}});
    }
    for (const QJsonValue &row : before) {
        const QString id = row[rowMember].toString();
        if (!there.contains(id))
            changes.push_back(
                {.kind = RowChange::Kind::Gone, .row = id, .before = row.toObject(), .after = {}, .columns = {}});
    }
    return changes;
}

void putCell(QJsonObject &content, const Spot &spot, const QJsonValue &mine)
{
    QJsonArray rows = content.value(spot.field->name).toArray();
    const qsizetype place = placeOfRow(rows, spot.row);
    if (spot.isRow()) {
        if (place >= 0 && mine.isUndefined())
            rows.removeAt(place);
        else if (place >= 0)
            rows[place] = mine;
        else if (!mine.isUndefined())
            rows.append(mine);
    } else if (place >= 0) {
        QJsonObject row = rows[place].toObject();
        row.insert(spot.column->name, mine); // undefined takes it out
        rows[place] = row;
    }
    if (rows.isEmpty())
        content.remove(spot.field->name);
    else
        content.insert(spot.field->name, rows);
}

void put(QJsonObject &content, const Spot &spot, const QJsonValue &mine)
{
    if (!spot.row.isEmpty())
        putCell(content, spot, mine);
    else if (spot.field)
        content.insert(spot.field->name, mine); // undefined takes it out
}

} // namespace

std::vector<FieldChange> differences(const Register &described, const QByteArray &before, const QByteArray &after)
{
    QJsonObject was = read(before).valueOr({}), is = read(after).valueOr({});
    std::vector<FieldChange> changes;
    const auto look = [&](const QString &name, const Field *field) {
        const QJsonValue one = was.take(name), other = is.take(name);
        if (one == other)
            return;
        FieldChange change{.field = name, .before = one, .after = other, .rows = {}};
        if (field && field->kind == FieldKind::Rows)
            change.rows = rowChanges(*field, one.toArray(), other.toArray());
        changes.push_back(std::move(change));
    };
    for (const Field &field : described.fields)
        look(field.name, &field);
    look(openMember, nullptr);
    QStringList others = was.keys() + is.keys();
    others.sort();
    others.removeDuplicates();
    for (const QString &name : others)
        look(name, nullptr);
    return changes;
}

QByteArray settled(const Register &described, const QByteArray &content, const QString &at, bool takeMine)
{
    const auto given = read(content);
    if (!given)
        return content;
    QJsonArray open = given->value(openMember).toArray();
    const auto item = std::ranges::find_if(std::as_const(open),
                                           [&](const QJsonValue &each) { return each[atMember].toString() == at; });
    if (item == open.constEnd())
        return content;
    const QJsonValue mine = (*item)[mineMember];
    QJsonObject settled = *given;
    open.removeAt(std::distance(open.constBegin(), item));
    if (open.isEmpty())
        settled.remove(openMember);
    else
        settled.insert(openMember, open);

    const Spot spot = spotOf(described, at);
    if (takeMine)
        put(settled, spot, mine);
    else if (spot.isRow() && !mine.isUndefined()) // they took the row out
        put(settled, spot, QJsonValue(QJsonValue::Undefined));
    return canonical(settled);
}

} // namespace toasoan::entry
