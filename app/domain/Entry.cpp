#include "domain/Entry.h"

#include "base/Dice.h"
#include "document/Document.h"
#include "domain/EntryForm.h"
#include "text/Signs.h"

#include <QJsonDocument>

#include <algorithm>

namespace toasoan::entry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype longestAt = 200;
constexpr qsizetype mostOpen = 1000;

// Whether it is decided by what stands there by now.
bool isDecided(const Spot &spot, const QJsonObject &content, const QJsonValue &mine)
{
    const QJsonValue value = valueAt(content, spot);
    if (spot.isRow())
        return value.isUndefined();
    const bool isRowGone =
        spot.column && valueAt(content, {.field = spot.field, .row = spot.row, .column = nullptr}).isUndefined();
    return isRowGone || value == mine;
}

// Mine in its canonical form, if it has one: another description may have been the one that it was written by.
QJsonValue cleanMine(const Spot &spot, const QJsonValue &mine)
{
    if (isEmpty(mine))
        return QJsonValue(QJsonValue::Undefined);
    if (spot.isRow()) {
        QJsonObject row = mine.toObject();
        row.insert(rowMember, spot.row);
        const auto clean = cleanValue(*spot.field, QJsonArray{row}, {});
        return clean && clean->toArray().size() == 1 ? QJsonValue(clean->toArray().first()) : mine;
    }
    const auto clean = cleanValue(spot.column ? *spot.column : *spot.field, mine, {});
    return clean ? *clean : mine;
}

Result<QJsonArray> cleanOpen(const Register &described, const QJsonObject &content, const QJsonValue &open)
{
    const auto place = u"entry.open"_s;
    if (isEmpty(open))
        return QJsonArray();
    if (!open.isArray())
        return Error{ErrorCode::InvalidInput, place, u"a list is needed"_s};
    if (open.toArray().size() > mostOpen)
        return Error{ErrorCode::TooLarge, place, {}};
    std::vector<QJsonObject> items;
    for (const QJsonValue &value : open.toArray()) {
        QJsonObject item = value.toObject();
        const QString at = item.value(atMember).toString();
        if (at.isEmpty() || at.size() > longestAt)
            return Error{ErrorCode::InvalidInput, place, u"a place is needed"_s};
        if (const Spot spot = spotOf(described, at); spot.field) {
            const QJsonValue mine = cleanMine(spot, item.value(mineMember));
            if (isDecided(spot, content, mine))
                continue;
            item.insert(mineMember, mine); // undefined takes it out
        }
        const bool isThere = std::ranges::any_of(items, [&](const QJsonObject &other) {
            return other.value(atMember) == at && other.value(mineMember) == item.value(mineMember);
        });
        if (!isThere)
            items.push_back(item);
    }
    std::ranges::stable_sort(items, {}, [](const QJsonObject &item) { return item.value(atMember).toString(); });
    QJsonArray clean;
    for (const QJsonObject &item : items)
        clean.append(item);
    return clean;
}

// Of all texts in a value; objects are documents, periods or rows of such.
QJsonValue tidyValue(const QJsonValue &value)
{
    if (value.isString())
        return withoutStraySigns(value.toString());
    if (!value.isArray())
        return value;
    QJsonArray tidied;
    for (const QJsonValue &each : value.toArray())
        tidied.append(tidyValue(each));
    return tidied;
}

} // namespace

Result<QByteArray> clean(const Register &described, const QByteArray &content)
{
    const auto given = read(content);
    if (!given)
        return given.error();
    QJsonObject clean = *given;
    for (const Field &field : described.fields) {
        auto value = field.rule.isEmpty() ? cleanValue(field, clean.value(field.name), u"entry."_s + field.name)
                                          : Result<QJsonValue>(QJsonValue(QJsonValue::Undefined));
        if (!value)
            return value.error();
        clean.insert(field.name, *value); // undefined takes it out
    }
    const auto open = cleanOpen(described, clean, given->value(openMember));
    if (!open)
        return open.error();
    clean.remove(openMember);
    if (!open->isEmpty())
        clean.insert(openMember, *open);

    const Unknown unknown = unknownIn(described, clean);
    if (unknown.depth > deepestOthers || unknown.size > room * longestOthers)
        return Error{ErrorCode::TooLarge, u"entry.others"_s, {}};
    QByteArray bytes = canonical(clean);
    if (bytes.size() > room * longestContent)
        return Error{ErrorCode::TooLarge, u"entry"_s, {}};
    return bytes;
}

QByteArray tidy(const Register &described, const QByteArray &content)
{
    const auto given = read(content);
    if (!given)
        return content;
    QJsonObject tidied = *given;
    for (const Field &field : described.fields) {
        const QJsonValue value = tidied.value(field.name);
        if (value.isUndefined())
            continue;
        if (field.kind != FieldKind::Rows || !value.isArray()) {
            tidied.insert(field.name, tidyValue(value));
            continue;
        }
        QJsonArray rows;
        for (const QJsonValue &each : value.toArray()) {
            if (!each.isObject()) {
                rows.append(each);
                continue;
            }
            QJsonObject row = each.toObject();
            for (const Field &column : field.columns) {
                if (row.contains(column.name))
                    row.insert(column.name, tidyValue(row.value(column.name)));
            }
            rows.append(row);
        }
        tidied.insert(field.name, rows);
    }
    return canonical(tidied);
}

bool isSettled(const QByteArray &content)
{
    const auto given = read(content);
    if (!given || !isEmpty(given->value(openMember)))
        return false;
    // Without its description a body is told by its form.
    return std::ranges::none_of(*given, [](const QJsonValue &value) {
        if (value["type"_L1].toString() != u"doc")
            return false;
        const auto body = document::readStored(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
        return body && document::hasConflict(*body);
    });
}

QString newRowId(Dice &dice)
{
    constexpr auto digits = "0123456789abcdefghijklmnopqrstuvwxyz"_L1;
    constexpr int length = 12;
    QString id;
    for (int i = 0; i < length; ++i)
        id += digits[qsizetype(dice.next() % quint64(digits.size()))];
    return id;
}

} // namespace toasoan::entry
