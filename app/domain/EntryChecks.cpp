#include "domain/Entry.h"

#include "document/Document.h"
#include "domain/EntryForm.h"

#include <QJsonDocument>
#include <QRegularExpression>

#include <algorithm>

namespace toasoan::entry {

using namespace Qt::StringLiterals;

namespace {

// One value in a content, and what stood there before.
struct Place
{
    const Field &field;
    QJsonValue value;
    QJsonValue was;
    QString name;
};

bool saysNothing(const QJsonObject &row)
{
    for (auto member = row.begin(); member != row.end(); ++member) {
        if (member.key() != rowMember && !isEmpty(member.value()))
            return false;
    }
    return true;
}

// Calls `visit` for each value that a description names, in the order of the form: of rows first all of them, then the
// cells.
template <typename Visit>
void visitPlaces(const Register &described, const QJsonObject &content, const QJsonObject &was, Visit visit)
{
    for (const Field &field : described.fields) {
        if (!field.rule.isEmpty())
            continue;
        const QString name = u"entry."_s + field.name;
        const QJsonValue value = content.value(field.name), before = was.value(field.name);
        visit(Place{field, value, before, name});
        if (field.kind != FieldKind::Rows)
            continue;
        QHash<QString, QJsonObject> rowsBefore;
        for (const QJsonValue &row : before.toArray())
            rowsBefore.insert(row[rowMember].toString(), row.toObject());
        qsizetype at = -1;
        for (const QJsonValue &row : value.toArray()) {
            ++at;
            if (saysNothing(row.toObject())) // clean() leaves it out
                continue;
            const QJsonObject rowBefore = rowsBefore.value(row[rowMember].toString());
            for (const Field &column : field.columns) {
                if (column.rule.isEmpty())
                    visit(Place{column, row.toObject().value(column.name), rowBefore.value(column.name),
                                u"%1.%2.%3"_s.arg(name).arg(at).arg(column.name)});
            }
        }
    }
}

bool grewOver(qsizetype now, qsizetype limit, qsizetype before)
{
    return now > limit && now > before;
}

qsizetype longestIn(const QJsonValue &value)
{
    qsizetype longest = value.toString().size();
    for (const QJsonValue &each : value.toArray())
        longest = std::max(longest, each.toString().size());
    return longest;
}

std::optional<document::Extent> extentOf(const QJsonValue &value)
{
    const auto body = document::readStored(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact));
    return body ? std::optional(document::extentOf(*body)) : std::nullopt;
}

std::optional<Error> overLimit(const Place &place)
{
    const Field &field = place.field;
    if (field.kind == FieldKind::Body) {
        const auto now = extentOf(place.value);
        if (!now || !document::isOverLimits(*now))
            return std::nullopt;
        const auto fits = document::checkLimits(*now, extentOf(place.was).value_or(document::Extent()), place.name);
        return fits ? std::nullopt : std::optional(fits.error());
    }
    const bool hasMany = field.kind == FieldKind::Rows || field.count == Count::Many;
    const bool isTooMany = hasMany && grewOver(place.value.toArray().size(), mostOf(field), place.was.toArray().size());
    const bool isTooLong =
        longestOf(field) > 0 && grewOver(longestIn(place.value), longestOf(field), longestIn(place.was));
    if (isTooMany || isTooLong)
        return Error{ErrorCode::TooLarge, place.name, {}};
    return std::nullopt;
}

bool matchesWhole(const QString &pattern, const QString &text)
{
    const QRegularExpression form(QRegularExpression::anchoredPattern(pattern));
    return !form.isValid() || form.match(text).hasMatch(); // what does not compile forbids nothing
}

// What the description does not allow of one value, in words for programs; empty if it does.
QString notAllowed(const Field &field, const QJsonValue &value)
{
    const Limits &limits = field.limits;
    switch (field.kind) {
    case FieldKind::Choice:
        return std::ranges::find(limits.choices, value.toString(), &Choice::code) == limits.choices.end()
            ? u"not one of the choices"_s
            : QString();
    case FieldKind::Reference: {
        const QString text = value.toString();
        const Noun noun(text.left(std::max<qsizetype>(text.indexOf(u'/'), 0)));
        const bool isNamed = !toText(noun).isEmpty();
        return isNamed && std::ranges::find(limits.nouns, noun) == limits.nouns.end() ? u"not one of the nouns"_s
                                                                                      : QString();
    }
    case FieldKind::Integer:
    case FieldKind::Money:
        return value.toInteger() < limits.least.value_or(value.toInteger())
                || value.toInteger() > limits.most.value_or(value.toInteger())
            ? u"out of range"_s
            : QString();
    case FieldKind::Line:
        return limits.pattern.isEmpty() || matchesWhole(limits.pattern, value.toString()) ? QString()
                                                                                          : u"not of the pattern"_s;
    case FieldKind::Text:
    case FieldKind::Body:
    case FieldKind::Decimal:
    case FieldKind::Date:
    case FieldKind::Moment:
    case FieldKind::Period:
    case FieldKind::Flag:
    case FieldKind::Address:
    case FieldKind::File:
    case FieldKind::Rows:
        return {};
    }
    Q_UNREACHABLE();
}

std::optional<Error> incomplete(const Place &place)
{
    if (isEmpty(place.value)) {
        if (place.field.need != Need::Required)
            return std::nullopt;
        return Error{ErrorCode::InvalidInput, place.name, u"empty"_s};
    }
    const bool isMany = place.field.count == Count::Many;
    const QJsonArray now = isMany ? place.value.toArray() : QJsonArray{place.value};
    const QJsonArray before = isMany ? place.was.toArray() : QJsonArray{place.was};
    for (const QJsonValue &each : now) {
        const QString fault = notAllowed(place.field, each);
        if (!fault.isEmpty() && !before.contains(each))
            return Error{ErrorCode::InvalidInput, place.name, fault};
    }
    return std::nullopt;
}

// Members that are no field's.
std::optional<Error> overall(const Register &described, const QJsonObject &content, const QJsonObject &was)
{
    if (grewOver(unknownIn(described, content).size, longestOthers, unknownIn(described, was).size))
        return Error{ErrorCode::TooLarge, u"entry.others"_s, {}};
    if (grewOver(canonical(content).size(), longestContent, canonical(was).size()))
        return Error{ErrorCode::TooLarge, u"entry"_s, {}};
    return std::nullopt;
}

// Of rows only that they are such: their cells are judged one by one.
Result<QJsonValue> cleanAlone(const Place &place)
{
    if (place.field.kind != FieldKind::Rows)
        return cleanValue(place.field, place.value, place.name);
    Field bare = place.field;
    bare.columns.clear();
    const auto rows = cleanValue(bare, place.value, place.name);
    if (!rows)
        return rows.error();
    QJsonArray said;
    for (const QJsonValue &row : rows->toArray()) {
        if (!saysNothing(row.toObject()))
            said.append(row);
    }
    return QJsonValue(said);
}

} // namespace

Result<void> checkLimits(const Register &described, const QByteArray &content, const QByteArray &was)
{
    const auto now = read(content);
    if (!now)
        return now.error();
    const QJsonObject before = read(was).valueOr({});
    std::optional<Error> error;
    visitPlaces(described, *now, before, [&](const Place &place) {
        if (!error)
            error = overLimit(place);
    });
    if (!error)
        error = overall(described, *now, before);
    return error ? Result<void>(*error) : Result<void>();
}

Result<void> checkComplete(const Register &described, const QByteArray &content, const QByteArray &was)
{
    const auto now = read(content);
    if (!now)
        return now.error();
    std::optional<Error> error;
    visitPlaces(described, *now, read(was).valueOr({}), [&](const Place &place) {
        if (!error)
            error = incomplete(place);
    });
    return error ? Result<void>(*error) : Result<void>();
}

std::vector<Error> faults(const Register &described, const QByteArray &content, const QByteArray &was)
{
    const auto now = read(content);
    if (!now)
        return {now.error()};
    const QJsonObject before = read(was).valueOr({});
    std::vector<Error> all;
    visitPlaces(described, *now, before, [&](Place place) {
        auto clean = cleanAlone(place);
        if (!clean) {
            all.push_back(clean.error());
            return;
        }
        place.value = *clean;
        auto fault = overLimit(place);
        if (!fault)
            fault = incomplete(place);
        if (fault)
            all.push_back(*fault);
    });
    if (!all.empty())
        return all;
    // What is no field's is no person's to mend, and is told last.
    const auto stored = clean(described, content);
    if (!stored)
        return {stored.error()};
    if (const auto fault = overall(described, *read(*stored), before))
        return {*fault};
    return {};
}

} // namespace toasoan::entry
