#include "storage/Projection.h"

#include "domain/Entry.h"
#include "storage/StoredContent.h"
#include "text/SortKey.h"
#include "text/Vietnamese.h"

#include <QCryptographicHash>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

/// Of the code that makes values of contents: another number, and every table is made anew.
constexpr int makingForm = 1;

constexpr double decimalUnit = 1e6; ///< decimals are ordered by so many parts of one

constexpr qsizetype mostWords = 4000; ///< signs of an entry that are looked through

// Names are letters, digits and, of a board's own, one dot; no two differ by case alone (checkRegister()).
std::string sqlName(const QString &name)
{
    return QString(name).replace(u'.', u'_').toLower().toStdString();
}

bool isText(const Field &field)
{
    return field.kind == FieldKind::Line || field.kind == FieldKind::Text || field.kind == FieldKind::Address;
}

std::optional<ProjectionColumn::Kind> kindOfColumn(const Field &field)
{
    if (field.count == Count::Many || !field.rule.isEmpty())
        return std::nullopt;
    switch (field.kind) {
    case FieldKind::Line:
    case FieldKind::Text:
    case FieldKind::Address:
        return ProjectionColumn::Kind::Order;
    case FieldKind::Integer:
    case FieldKind::Decimal:
    case FieldKind::Money:
    case FieldKind::Date:
    case FieldKind::Moment:
        return ProjectionColumn::Kind::Number;
    case FieldKind::Period:
        return ProjectionColumn::Kind::From;
    case FieldKind::Choice:
    case FieldKind::Flag:
    case FieldKind::Reference:
    case FieldKind::File:
        return ProjectionColumn::Kind::Code;
    case FieldKind::Body:
    case FieldKind::Rows:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

const char *typeOf(ProjectionColumn::Kind kind)
{
    switch (kind) {
    case ProjectionColumn::Kind::Code:
    case ProjectionColumn::Kind::Order:
        return "TEXT NOT NULL";
    case ProjectionColumn::Kind::Number:
        return "BIGINT";
    case ProjectionColumn::Kind::From:
    case ProjectionColumn::Kind::To:
        return "BIGINT NOT NULL";
    }
    Q_UNREACHABLE();
}

qint64 dayOf(const QJsonValue &value, qint64 otherwise)
{
    const QDate date = QDate::fromString(value.toString(), Qt::ISODate);
    return date.isValid() ? date.toJulianDay() : otherwise;
}

std::optional<qint64> numberOf(const Field &field, const QJsonValue &value)
{
    if (value.isUndefined())
        return std::nullopt;
    if (field.kind == FieldKind::Date)
        return dayOf(value, 0);
    if (field.kind == FieldKind::Moment)
        return QDateTime::fromString(value.toString(), Qt::ISODateWithMs).toMSecsSinceEpoch();
    if (field.kind == FieldKind::Decimal)
        return qRound64(value.toString().toDouble() * decimalUnit);
    return value.toInteger();
}

void addTexts(QStringList &texts, const Field &field, const QJsonValue &value)
{
    if (field.kind == FieldKind::Rows) {
        for (const QJsonValue &row : value.toArray()) {
            for (const Field &column : field.columns)
                addTexts(texts, column, row[column.name]);
        }
    } else if (value.isArray()) {
        for (const QJsonValue &each : value.toArray())
            texts.append(entry::shown(field, each, false));
    } else if (!value.isUndefined() && field.kind != FieldKind::Reference && field.kind != FieldKind::File
               && field.kind != FieldKind::Body) {
        texts.append(entry::shown(field, value, false));
    }
}

} // namespace

QString toText(Face face)
{
    return face == Face::Board ? u"board"_s : u"public"_s;
}

Projection::Projection(const Register &described, Face face) : m_described(described), m_face(face)
{
    for (const Field &field : m_described.fields) {
        const QString &name = field.name;
        const bool isUsed = m_described.list.contains(name) || m_described.facets.contains(name)
            || m_described.order == name || m_described.period == name || m_described.parent == name;
        if (isUsed)
            addColumn(field);
    }
    const ProjectionColumn *order = m_described.order.isEmpty() ? nullptr : column(m_described.order);
    m_usualOrder = order ? order->name : "title_order";

    const QJsonObject json = toJson(m_described);
    QJsonObject madeBy{{"making"_L1, makingForm}};
    for (const auto part : {"fields"_L1, "title"_L1, "period"_L1, "parent"_L1, "order"_L1, "list"_L1, "facets"_L1,
                            "search"_L1, "keys"_L1})
        madeBy.insert(part, json[part]);
    const QByteArray hash =
        QCryptographicHash::hash(QJsonDocument(madeBy).toJson(QJsonDocument::Compact), QCryptographicHash::Sha256);
    m_form = QString::fromLatin1(hash.toHex().left(8));
    m_table = (face == Face::Board ? "r_" : "p_") + sqlName(toText(m_described.noun)) + '_' + m_form.toStdString();
}

void Projection::addColumn(const Field &field)
{
    const auto kind = kindOfColumn(field);
    if (!kind)
        return;
    const std::string name = "f_" + sqlName(field.name);
    if (*kind == ProjectionColumn::Kind::From) {
        m_columns.push_back({.name = name + "_from", .field = field.name, .kind = ProjectionColumn::Kind::From});
        m_columns.push_back({.name = name + "_to", .field = field.name, .kind = ProjectionColumn::Kind::To});
    } else {
        m_columns.push_back({.name = name, .field = field.name, .kind = *kind});
    }
}

const ProjectionColumn *Projection::column(const QString &field, bool isEnd) const
{
    const auto found = std::ranges::find_if(m_columns, [&](const ProjectionColumn &column) {
        return column.field == field && (column.kind == ProjectionColumn::Kind::To) == isEnd;
    });
    return found == m_columns.end() ? nullptr : &*found;
}

std::vector<std::string> Projection::making() const
{
    std::string columns;
    for (const ProjectionColumn &column : m_columns)
        columns += ", " + column.name + ' ' + typeOf(column.kind);
    if (m_face == Face::Public)
        columns += ", content TEXT NOT NULL, packed BYTEA";
    std::vector<std::string> statements{"CREATE TABLE " + m_table
                                        + " (id TEXT NOT NULL PRIMARY KEY, state TEXT NOT NULL, updated_at BIGINT NOT "
                                          "NULL, title_order TEXT NOT NULL, words TEXT NOT NULL"
                                        + columns + ")"};
    const auto addIndex = [&](const std::string &by) { // PostgreSQL cuts names after 63 signs
        const std::string name = m_table + "_i" + std::to_string(statements.size());
        statements.push_back("CREATE INDEX " + name + " ON " + m_table + " (" + by + ")");
    };
    addIndex("state, " + m_usualOrder + ", id");
    for (const QString &facet : m_described.facets) {
        if (const ProjectionColumn *column = this->column(facet))
            addIndex(column->name + ", state, " + m_usualOrder + ", id");
    }
    return statements;
}

std::string Projection::writing() const
{
    std::string names = "id, state, updated_at, title_order, words";
    std::string values = ":id, :state, :updatedAt, :title, :words";
    std::string updates = "state = excluded.state, updated_at = excluded.updated_at, title_order = "
                          "excluded.title_order, words = excluded.words";
    const auto add = [&](const std::string &name) {
        names += ", " + name;
        values += ", :" + name;
        updates += ", " + name + " = excluded." + name;
    };
    for (const ProjectionColumn &column : m_columns)
        add(column.name);
    if (m_face == Face::Public) {
        add("content");
        add("packed");
    }
    return "INSERT INTO " + m_table + " (" + names + ") VALUES (" + values + ") ON CONFLICT (id) DO UPDATE SET "
        + updates;
}

void Projection::bind(Statement &statement, const QByteArray &content) const
{
    const QJsonObject says = QJsonDocument::fromJson(content).object();
    statement.bind("title", sortKey(entry::titleOf(m_described, content)));
    statement.bind("words", entryWords(m_described, content));
    for (const ProjectionColumn &column : m_columns) {
        const Field &field = *m_described.find(column.field);
        const QJsonValue value = says[column.field];
        switch (column.kind) {
        case ProjectionColumn::Kind::Code:
            statement.bind(column.name,
                           value.isBool() ? QString(value.toBool() ? u"1"_s : QString()) : value.toString());
            break;
        case ProjectionColumn::Kind::Order:
            // A rank compares as it is.
            statement.bind(column.name,
                           column.field == m_described.order ? value.toString() : sortKey(value.toString()));
            break;
        case ProjectionColumn::Kind::Number:
            statement.bind(column.name, numberOf(field, value));
            break;
        case ProjectionColumn::Kind::From:
            statement.bind(column.name, dayOf(value["from"_L1], firstDay));
            break;
        case ProjectionColumn::Kind::To:
            statement.bind(column.name, dayOf(value["to"_L1], lastDay));
            break;
        }
    }
    if (m_face == Face::Public)
        bindContent(statement, content);
}

QString entryWords(const Register &described, const QByteArray &content)
{
    const QJsonObject says = QJsonDocument::fromJson(content).object();
    QStringList texts{entry::titleOf(described, content)};
    for (const Field &field : described.fields) {
        const bool isSearched = described.search.isEmpty() ? isText(field) || field.kind == FieldKind::Rows
                                                           : described.search.contains(field.name);
        if (isSearched && field.name != described.order)
            addTexts(texts, field, says[field.name]);
    }
    return fold(texts.join(u' ').left(mostWords));
}

} // namespace toasoan
