#include "domain/EntryMerge.h"

#include "document/Document.h"
#include "domain/EntryForm.h"
#include "domain/EntryRows.h"
#include "domain/Others.h"

#include <QJsonDocument>

#include <algorithm>

namespace toasoan::entry {

using namespace Qt::StringLiterals;

namespace {

// Merges lists that both sides changed: value by value.
QJsonValue mergeLists(const Sides<QJsonArray> &sides)
{
    QHash<QString, QJsonValue> values;
    const auto namesOf = [&values](const QJsonArray &list) {
        QStringList names;
        for (const QJsonValue &value : list) {
            const QString name = QString::fromUtf8(canonical(value));
            if (names.contains(name))
                continue;
            values.insert(name, value);
            names.append(name);
        }
        return names;
    };
    const Sides<QStringList> names{namesOf(sides.base), namesOf(sides.theirs), namesOf(sides.mine)};
    QSet<QString> kept;
    for (auto each = values.begin(); each != values.end(); ++each) {
        const Sides<bool> has{names.base.contains(each.key()), names.theirs.contains(each.key()),
                              names.mine.contains(each.key())};
        if (*changedByOne(has)) // of two states one is always there twice
            kept.insert(each.key());
    }
    QJsonArray merged;
    for (const QString &name : mergeOrder(names, kept))
        merged.append(values.value(name));
    return merged;
}

Result<document::Node> bodyOf(const QJsonValue &value, const QString &place)
{
    if (isEmpty(value))
        return document::emptyDocument();
    return document::readStored(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact), place);
}

Result<QJsonValue> mergeBodies(const Sides<QJsonValue> &sides, const QString &place)
{
    const Sides<Result<document::Node>> bodies{bodyOf(sides.base, place), bodyOf(sides.theirs, place),
                                               bodyOf(sides.mine, place)};
    for (const auto *body : {&bodies.base, &bodies.theirs, &bodies.mine}) {
        if (!*body)
            return body->error();
    }
    const auto merged = document::merge(*bodies.base, *bodies.theirs, *bodies.mine);
    return QJsonValue(QJsonDocument::fromJson(document::toJson(merged)).object());
}

// Merges one content.
class EntryMerge
{
public:
    EntryMerge(const Register &described, const Sides<QJsonObject> &sides) : m_described(described), m_sides(sides) { }

    Result<QByteArray> merged()
    {
        QJsonObject merged;
        Sides<QJsonObject> rest = m_sides;
        for (const Field &field : m_described.fields) {
            const Sides<QJsonValue> values{rest.base.take(field.name), rest.theirs.take(field.name),
                                           rest.mine.take(field.name)};
            auto value = mergedValue(field, values, field.name);
            if (!value)
                return value.error();
            merged.insert(field.name, *value); // undefined: it stays away
        }
        const Sides<QJsonArray> open{rest.base.take(openMember).toArray(), rest.theirs.take(openMember).toArray(),
                                     rest.mine.take(openMember).toArray()};
        if (const QJsonArray left = mergedOpen(open); !left.isEmpty())
            merged.insert(openMember, left);
        addOthers(merged, mergeOthers(rest.base, rest.theirs, rest.mine));
        return canonical(merged);
    }

private:
    Result<QJsonValue> mergedValue(const Field &field, const Sides<QJsonValue> &sides, const QString &at)
    {
        if (const QJsonValue *value = changedByOne(sides))
            return *value;
        if (field.merge == MergeRule::Refuse)
            return Error{ErrorCode::Conflict, placeOf(at), {}};
        if (field.kind == FieldKind::Rows) {
            const Sides<QJsonValue> rows{withRowIds(field, orNone(sides.base)), withRowIds(field, orNone(sides.theirs)),
                                         withRowIds(field, orNone(sides.mine))};
            if (rows.base.isArray() && rows.theirs.isArray() && rows.mine.isArray()) {
                return mergeRows(field, {rows.base.toArray(), rows.theirs.toArray(), rows.mine.toArray()}, m_open,
                                 [this](const Field &column, const Sides<QJsonValue> &cells, const QString &of) {
                                     return mergedValue(column, cells, of);
                                 });
            }
        } else if (field.count == Count::Many) {
            return mergeLists({sides.base.toArray(), sides.theirs.toArray(), sides.mine.toArray()});
        } else if (field.kind == FieldKind::Body) {
            return mergeBodies(sides, u"entry."_s + at);
        } else if (field.name == m_described.order && at == field.name) {
            return sides.theirs;
        } else if (isProse(field)) {
            if (auto text = mergedText(field, sides); !text.isEmpty())
                return QJsonValue(text);
        }
        m_open.add(at, sides.mine);
        return sides.theirs;
    }

    // As errors name places: a row by its number, here among mine, which are what I see.
    [[nodiscard]] QString placeOf(const QString &at) const
    {
        const Spot spot = spotOf(m_described, at);
        if (!spot.column)
            return u"entry."_s + at;
        const qsizetype row = placeOfRow(m_sides.mine.value(spot.field->name).toArray(), spot.row);
        return u"entry.%1.%2.%3"_s.arg(spot.field->name).arg(row).arg(spot.column->name);
    }

    static QJsonValue orNone(const QJsonValue &rows) { return rows.isUndefined() ? QJsonValue(QJsonArray()) : rows; }

    // Whether it is made of words that can be changed one by one.
    static bool isProse(const Field &field)
    {
        return field.kind == FieldKind::Text || (field.kind == FieldKind::Line && field.limits.pattern.isEmpty());
    }

    // Empty: it cannot be done without choosing. So it is where a command that comes twice would write my words twice:
    // beside words that they took out.
    static QString mergedText(const Field &field, const Sides<QJsonValue> &sides)
    {
        const Sides<QString> texts{sides.base.toString(), sides.theirs.toString(), sides.mine.toString()};
        if (texts.base.isEmpty() || texts.theirs.isEmpty() || texts.mine.isEmpty())
            return {};
        const auto mergedWith = [&](const QString &theirs) {
            bool conflict = false;
            const QString merged = document::mergeText(texts.base, theirs, texts.mine, &conflict);
            const auto clean = cleanValue(field, merged, {});
            return conflict || !clean ? QString() : clean->toString();
        };
        const QString once = mergedWith(texts.theirs);
        return once.size() > longestOf(field) || once != mergedWith(once) ? QString() : once;
    }

    // What is open is known by its place and by mine; who wrote it when is no part of that.
    [[nodiscard]] QJsonArray mergedOpen(const Sides<QJsonArray> &sides) const
    {
        const auto has = [](const QJsonArray &items, const QJsonValue &item) {
            return std::ranges::any_of(items, [&](const QJsonValue &other) {
                return other[atMember] == item[atMember] && other[mineMember] == item[mineMember];
            });
        };
        QJsonArray left;
        for (const QJsonArray *side : {&sides.theirs, &sides.mine}) {
            for (const QJsonValue &item : *side) {
                const Sides<bool> is{has(sides.base, item), has(sides.theirs, item), has(sides.mine, item)};
                if (*changedByOne(is) && !has(left, item)) // of two states one is always there twice
                    left.append(item);
            }
        }
        for (const QJsonValue &item : m_open.items()) {
            if (!has(left, item))
                left.append(item);
        }
        return left;
    }

    const Register &m_described;
    const Sides<QJsonObject> &m_sides;
    OpenItems m_open;
};

} // namespace

Result<QByteArray> merge(const Register &described, const QByteArray &base, const QByteArray &theirs,
                         const QByteArray &mine)
{
    const auto baseSays = read(base), theySay = read(theirs), iSay = read(mine);
    for (const auto *side : {&baseSays, &theySay, &iSay}) {
        if (!*side)
            return side->error();
    }
    const Sides<QJsonObject> sides{*baseSays, *theySay, *iSay};
    if (const QJsonObject *says = changedByOne(sides))
        return canonical(*says);
    return EntryMerge(described, sides).merged();
}

} // namespace toasoan::entry
