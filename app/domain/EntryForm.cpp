#include "domain/EntryForm.h"

#include "base/Json.h"
#include "document/Document.h"
#include "domain/Others.h"
#include "text/Vietnamese.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>
#include <QUrl>

namespace toasoan::entry {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype lengthOfRowId = 12;
constexpr auto digitsOfRowId = "0123456789abcdefghijklmnopqrstuvwxyz"_L1;
constexpr qsizetype longestDecimal = 40;
constexpr std::array membersOfPeriod{"from"_L1, "to"_L1};

Error wrong(const QString &place, const QString &detail)
{
    return {ErrorCode::InvalidInput, place, detail};
}

bool isRowId(const QString &text)
{
    return text.size() == lengthOfRowId && std::ranges::all_of(text, [](QChar c) { return digitsOfRowId.contains(c); });
}

QString derivedRowId(const Field &field, const QJsonValue &row, qsizetype place, int attempt)
{
    const QByteArray hash = QCryptographicHash::hash(
        canonical(QJsonValue(QJsonArray{field.name, row, qint64(place), attempt})), QCryptographicHash::Sha256);
    QString id;
    for (qsizetype i = 0; i < lengthOfRowId; ++i)
        id += digitsOfRowId[static_cast<unsigned char>(hash[i]) % digitsOfRowId.size()];
    return id;
}

Result<QJsonValue> cleanWords(const Field &field, const QString &text, Lines lines, const QString &place)
{
    const auto clean = cleanText(text, lines, room * longestOf(field), place);
    return clean ? Result<QJsonValue>(QJsonValue(*clean)) : clean.error();
}

Result<QJsonValue> cleanInteger(const QJsonValue &value, const QString &place)
{
    const double number = value.toDouble();
    if (!value.isDouble() || number != std::floor(number) || std::abs(number) > double(JsonReader::maximumInteger))
        return wrong(place, u"a whole number is needed"_s);
    return QJsonValue(qint64(number));
}

// One spelling of a number: no zeros that say nothing, at neither end.
Result<QJsonValue> cleanDecimal(const QString &text, const QString &place)
{
    static const QRegularExpression form(u"\\A-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?\\z"_s);
    if (text.size() > longestDecimal || !form.match(text).hasMatch())
        return wrong(place, u"a decimal number is needed"_s);
    QString number = text;
    if (number.contains(u'.')) {
        while (number.endsWith(u'0'))
            number.chop(1);
        if (number.endsWith(u'.'))
            number.chop(1);
    }
    return QJsonValue(number == u"-0" ? u"0"_s : number);
}

bool isDate(const QString &text)
{
    static const QRegularExpression form(u"\\A[1-9][0-9]{3}-[0-9]{2}-[0-9]{2}\\z"_s);
    return form.match(text).hasMatch() && QDate::fromString(text, Qt::ISODate).isValid();
}

Result<QJsonValue> cleanInstant(const QString &text, const QString &place)
{
    static const QRegularExpression form(
        u"\\A([1-9][0-9]{3}-[0-9]{2}-[0-9]{2})T((?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9])(\\.[0-9]{3})?Z\\z"_s);
    const auto match = form.match(text);
    if (!match.hasMatch() || !isDate(match.captured(1)))
        return wrong(place, u"a moment is needed"_s);
    return QJsonValue(u"%1T%2%3Z"_s.arg(match.captured(1), match.captured(2),
                                        match.captured(3).isEmpty() ? u".000"_s : match.captured(3)));
}

Result<QJsonValue> cleanPeriod(const QJsonValue &value, const QString &place)
{
    if (!value.isObject())
        return wrong(place, u"a period is needed"_s);
    QJsonObject period = value.toObject();
    for (const QLatin1StringView end : membersOfPeriod) {
        const QJsonValue day = period.value(end);
        if (isEmpty(day))
            period.remove(end);
        else if (!day.isString() || !isDate(day.toString()))
            return wrong(place, u"a date is needed"_s);
    }
    const QString from = period.value("from"_L1).toString(), to = period.value("to"_L1).toString();
    if (!from.isEmpty() && !to.isEmpty() && from > to)
        return wrong(place, u"ends before it begins"_s);
    return QJsonValue(period);
}

// Of a web page, or a path on the portal; a browser takes "//host" and "/\host" for another host.
Result<QJsonValue> cleanAddress(const Field &field, const QString &text, const QString &place)
{
    const auto clean = cleanText(text, Lines::Single, room * longestOf(field), place);
    if (!clean)
        return clean.error();
    const QString &address = *clean;
    if (address.isEmpty())
        return QJsonValue();
    const auto breaks = [](QChar c) { return c.isSpace() || u"\\<>\"^`{|}"_s.contains(c); };
    if (std::ranges::any_of(address, breaks))
        return wrong(place, u"no address"_s);
    if (address.startsWith(u'/')) {
        const QUrl path(u"http://host"_s + address, QUrl::StrictMode);
        return !address.startsWith(u"//") && path.isValid() ? Result<QJsonValue>(QJsonValue(address))
                                                            : wrong(place, u"no address"_s);
    }
    const QUrl url(address, QUrl::StrictMode);
    const bool isWeb = url.scheme() == u"http" || url.scheme() == u"https";
    const QString behind = address.section(u"//"_s, 1); // QUrl makes nothing of an empty name before the host
    const bool namesUser = behind.section(QRegularExpression(u"[/?#]"_s), 0, 0).contains(u'@');
    if (!url.isValid() || !isWeb || url.host().isEmpty() || namesUser)
        return wrong(place, u"no address"_s);
    return QJsonValue(address);
}

// "<id>", or "<noun>/<id>" of a noun that is not the first of the field's.
Result<QJsonValue> cleanReference(const Field &field, const QString &text, const QString &place)
{
    static const QRegularExpression noun(u"\\A(?:own\\.)?[a-z][A-Za-z0-9]{0,39}\\z"_s);
    const qsizetype slash = text.indexOf(u'/');
    const auto id = Uuid::fromText(QStringView(text).mid(slash + 1));
    if (!id || id->isNull())
        return wrong(place, u"an id is needed"_s);
    const QString named = text.left(std::max<qsizetype>(slash, 0));
    if (slash < 0 || (!field.limits.nouns.empty() && toText(field.limits.nouns.front()) == named))
        return QJsonValue(id->toText());
    if (!noun.match(named).hasMatch())
        return wrong(place, u"no noun"_s);
    return QJsonValue(named + u'/' + id->toText());
}

Result<QJsonValue> cleanFile(const QString &text, const QString &place)
{
    const auto id = Uuid::fromText(text);
    if (!id || id->isNull())
        return wrong(place, u"an id is needed"_s);
    return QJsonValue(id->toText());
}

Result<QJsonValue> cleanBody(const QJsonValue &value, const QString &place)
{
    if (!value.isObject())
        return wrong(place, u"a document is needed"_s);
    const auto body = document::readStored(QJsonDocument(value.toObject()).toJson(QJsonDocument::Compact), place);
    if (!body)
        return body.error();
    if (*body == document::emptyDocument())
        return QJsonValue();
    return QJsonValue(QJsonDocument::fromJson(document::toJson(*body)).object());
}

Result<QJsonValue> cleanRows(const Field &field, const QJsonValue &value, const QString &place)
{
    if (!value.isArray())
        return wrong(place, u"rows are needed"_s);
    const QJsonArray rows = value.toArray();
    if (rows.size() > room * mostOf(field))
        return Error{ErrorCode::TooLarge, place, {}};
    QJsonArray clean;
    for (qsizetype at = 0; at < rows.size(); ++at) {
        const QString placeOfIt = u"%1.%2"_s.arg(place).arg(at);
        if (!rows[at].isObject())
            return wrong(placeOfIt, u"a row is needed"_s);
        QJsonObject row = rows[at].toObject();
        for (const Field &column : field.columns) {
            auto cell = column.rule.isEmpty()
                ? cleanValue(column, row.value(column.name), u"%1.%2"_s.arg(placeOfIt, column.name))
                : Result<QJsonValue>(QJsonValue(QJsonValue::Undefined));
            if (!cell)
                return cell.error();
            row.insert(column.name, *cell); // undefined takes it out
        }
        if (row.size() > (row.contains(rowMember) ? 1 : 0))
            clean.append(row);
    }
    return withRowIds(field, clean);
}

Result<QJsonValue> cleanOne(const Field &field, const QJsonValue &value, const QString &place)
{
    const auto text = [&](auto clean) -> Result<QJsonValue> {
        if (!value.isString())
            return wrong(place, u"a text is needed"_s);
        return clean(value.toString());
    };
    static const QRegularExpression code(u"\\A[A-Za-z0-9_.-]{1,60}\\z"_s);
    switch (field.kind) {
    case FieldKind::Line:
        return text([&](const QString &said) { return cleanWords(field, said, Lines::Single, place); });
    case FieldKind::Text:
        return text([&](const QString &said) { return cleanWords(field, said, Lines::Multiple, place); });
    case FieldKind::Body:
        return cleanBody(value, place);
    case FieldKind::Integer:
    case FieldKind::Money:
        return cleanInteger(value, place);
    case FieldKind::Decimal:
        return text([&](const QString &said) { return cleanDecimal(said, place); });
    case FieldKind::Date:
        return text([&](const QString &said) -> Result<QJsonValue> {
            return isDate(said) ? Result<QJsonValue>(QJsonValue(said)) : wrong(place, u"a date is needed"_s);
        });
    case FieldKind::Moment:
        return text([&](const QString &said) { return cleanInstant(said, place); });
    case FieldKind::Period:
        return cleanPeriod(value, place);
    case FieldKind::Choice:
        return text([&](const QString &said) -> Result<QJsonValue> {
            return code.match(said).hasMatch() ? Result<QJsonValue>(QJsonValue(said)) : wrong(place, u"no code"_s);
        });
    case FieldKind::Flag:
        return value.isBool() ? Result<QJsonValue>(value) : wrong(place, u"true or nothing is needed"_s);
    case FieldKind::Address:
        return text([&](const QString &said) { return cleanAddress(field, said, place); });
    case FieldKind::Reference:
        return text([&](const QString &said) { return cleanReference(field, said, place); });
    case FieldKind::File:
        return text([&](const QString &said) { return cleanFile(said, place); });
    case FieldKind::Rows:
        return cleanRows(field, value, place);
    }
    Q_UNREACHABLE();
}

Result<QJsonValue> cleanList(const Field &field, const QJsonValue &value, const QString &place)
{
    if (!value.isArray())
        return wrong(place, u"a list is needed"_s);
    const QJsonArray list = value.toArray();
    if (list.size() > room * mostOf(field))
        return Error{ErrorCode::TooLarge, place, {}};
    QJsonArray clean;
    QSet<QByteArray> known;
    for (const QJsonValue &each : list) {
        if (isEmpty(each))
            continue;
        auto one = cleanOne(field, each, place);
        if (!one)
            return one.error();
        const QByteArray said = canonical(*one);
        if (isEmpty(*one) || known.contains(said))
            continue;
        known.insert(said);
        clean.append(*one);
    }
    return QJsonValue(clean);
}

} // namespace

Result<QJsonObject> read(const QByteArray &content)
{
    if (content.isEmpty())
        return QJsonObject();
    if (content.size() > room * longestContent)
        return Error{ErrorCode::TooLarge, u"entry"_s, {}};
    QJsonParseError error;
    const QJsonDocument json = QJsonDocument::fromJson(content, &error);
    if (!json.isObject())
        return wrong(u"entry"_s, error.error == QJsonParseError::NoError ? u"no object"_s : error.errorString());
    return json.object();
}

QByteArray canonical(const QJsonObject &content)
{
    // QJsonObject keeps its keys sorted, so Compact is canonical.
    return QJsonDocument(content).toJson(QJsonDocument::Compact);
}

QByteArray canonical(const QJsonValue &value)
{
    return QJsonDocument(QJsonArray{value}).toJson(QJsonDocument::Compact);
}

bool isEmpty(const QJsonValue &value)
{
    switch (value.type()) {
    case QJsonValue::Null:
    case QJsonValue::Undefined:
        return true;
    case QJsonValue::Bool:
        return !value.toBool();
    case QJsonValue::Double:
        return false;
    case QJsonValue::String:
        return value.toString().isEmpty();
    case QJsonValue::Array:
        return value.toArray().isEmpty();
    case QJsonValue::Object:
        return value.toObject().isEmpty();
    }
    Q_UNREACHABLE();
}

Result<QJsonValue> cleanValue(const Field &field, const QJsonValue &value, const QString &place)
{
    if (isEmpty(value))
        return QJsonValue(QJsonValue::Undefined);
    auto clean = field.count == Count::Many ? cleanList(field, value, place) : cleanOne(field, value, place);
    if (clean && isEmpty(*clean))
        return QJsonValue(QJsonValue::Undefined);
    return clean;
}

QJsonValue withRowIds(const Field &field, const QJsonValue &rows)
{
    if (!rows.isArray())
        return QJsonValue(QJsonValue::Undefined);
    const QJsonArray came = rows.toArray();
    QSet<QString> all;
    for (const QJsonValue &row : came) {
        if (!row.isObject())
            return QJsonValue(QJsonValue::Undefined);
        all.insert(row[rowMember].toString());
    }
    QSet<QString> given;
    QJsonArray made;
    for (qsizetype place = 0; place < came.size(); ++place) {
        QJsonObject row = came[place].toObject();
        QString id = row.value(rowMember).toString();
        if (!isRowId(id) || given.contains(id)) {
            row.remove(rowMember);
            int attempt = 0;
            do
                id = derivedRowId(field, row, place, attempt++);
            while (all.contains(id));
            all.insert(id);
            row.insert(rowMember, id);
        }
        given.insert(id);
        made.append(row);
    }
    return made;
}

Spot spotOf(const Register &described, const QString &at)
{
    const QStringList parts = at.split(u'/');
    const Field *field = described.find(parts[0]);
    if (!field || !field->rule.isEmpty())
        return {};
    if (parts.size() == 1)
        return {.field = field, .row = {}};
    if (field->kind != FieldKind::Rows || !isRowId(parts[1]) || parts.size() > 3)
        return {};
    if (parts.size() == 2)
        return {.field = field, .row = parts[1]};
    const auto column = std::ranges::find(field->columns, parts[2], &Field::name);
    if (column == field->columns.end() || !column->rule.isEmpty())
        return {};
    return {.field = field, .row = parts[1], .column = &*column};
}

QString atOf(const QString &field, const QString &row, const QString &column)
{
    if (row.isEmpty())
        return field;
    return column.isEmpty() ? field + u'/' + row : field + u'/' + row + u'/' + column;
}

qsizetype placeOfRow(const QJsonArray &rows, const QString &row)
{
    for (qsizetype place = 0; place < rows.size(); ++place) {
        if (rows[place][rowMember].toString() == row)
            return place;
    }
    return -1;
}

QJsonValue valueAt(const QJsonObject &content, const Spot &spot)
{
    if (!spot.field)
        return QJsonValue(QJsonValue::Undefined);
    const QJsonValue value = content.value(spot.field->name);
    if (spot.row.isEmpty())
        return value;
    const QJsonArray rows = value.toArray();
    const qsizetype place = placeOfRow(rows, spot.row);
    if (place < 0)
        return QJsonValue(QJsonValue::Undefined);
    return spot.column ? rows[place].toObject().value(spot.column->name) : QJsonValue(rows[place]);
}

Unknown unknownIn(const Register &described, const QJsonObject &content)
{
    Unknown unknown;
    const auto add = [&unknown](const QJsonObject &members) {
        unknown.size += sizeOfOthers(members);
        unknown.depth = std::max(unknown.depth, depthOf(members) - 1);
    };
    const auto addOfPeriods = [&add](const Field &field, const QJsonValue &value) {
        if (field.kind != FieldKind::Period)
            return;
        add(withoutKnown(value.toObject(), membersOfPeriod));
        for (const QJsonValue &each : value.toArray())
            add(withoutKnown(each.toObject(), membersOfPeriod));
    };
    QJsonObject rest = content;
    rest.remove(openMember);
    for (const Field &field : described.fields) {
        rest.remove(field.name);
        addOfPeriods(field, content.value(field.name));
        if (field.kind != FieldKind::Rows)
            continue;
        for (const QJsonValue &value : content.value(field.name).toArray()) {
            QJsonObject row = value.toObject();
            row.remove(rowMember);
            for (const Field &column : field.columns) {
                addOfPeriods(column, row.value(column.name));
                row.remove(column.name);
            }
            add(row);
        }
    }
    add(rest);
    for (const QJsonValue &value : content.value(openMember).toArray()) {
        QJsonObject item = value.toObject();
        const Spot spot = spotOf(described, item.value(atMember).toString());
        if (spot.field) // a wording that the field could have
            item.remove(mineMember);
        item.remove(atMember);
        add(item);
    }
    return unknown;
}

} // namespace toasoan::entry
