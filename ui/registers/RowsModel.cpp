#include "ui/registers/RowsModel.h"

#include "domain/Entry.h"
#include "text/Language.h"
#include "text/Vietnamese.h"
#include "ui/registers/EntryTitles.h"
#include "ui/registers/RegisterText.h"

#include <QRegularExpression>

#include <algorithm>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

const QString rowMember = u"row"_s;

bool saysNothing(const QJsonObject &row)
{
    return row.isEmpty() || (row.size() == 1 && row.contains(rowMember));
}

// What stands in a cell that is pasted, as a value of its column.
QJsonValue pasted(const Field &column, const QString &text)
{
    const QString folded = fold(text);
    if (column.kind == FieldKind::Flag) {
        const bool isYes =
            QStringList{u"x"_s, u"co"_s, u"yes"_s, u"true"_s, u"1"_s}.contains(folded) || text.trimmed() == u"✓"_s;
        return isYes ? QJsonValue(true) : QJsonValue(QJsonValue::Undefined);
    }
    if (column.kind == FieldKind::Choice) {
        for (const Choice &choice : column.limits.choices) {
            if (fold(choice.label.vi) == folded || fold(choice.label.en) == folded || choice.code == text.trimmed())
                return choice.code;
        }
        return text.trimmed().isEmpty() ? QJsonValue(QJsonValue::Undefined) : QJsonValue(text.trimmed());
    }
    const bool isOther = column.kind == FieldKind::Reference || column.kind == FieldKind::File
        || column.kind == FieldKind::Period || column.count == Count::Many;
    return isOther ? QJsonValue(QJsonValue::Undefined) : typedValue(column, text.trimmed());
}

} // namespace

RowsModel::RowsModel(const Field &field, EntryTitles &titles, std::function<QString()> newRow, QObject *parent)
    : QAbstractTableModel(parent)
    , m_titles(titles)
    , m_newRow(std::move(newRow))
{
    std::ranges::copy_if(field.columns, std::back_inserter(m_columns),
                         [](const Field &column) { return column.rule.isEmpty(); });
    connect(&m_titles, &EntryTitles::changed, this, [this] {
        if (!m_rows.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1), {Qt::DisplayRole});
    });
}

QJsonArray RowsModel::rows() const
{
    QJsonArray rows;
    for (const QJsonObject &row : m_rows)
        rows.append(row);
    return rows;
}

void RowsModel::setRows(const QJsonArray &rows)
{
    QList<QJsonObject> said;
    std::ranges::copy_if(m_rows, std::back_inserter(said), [](const QJsonObject &row) { return !saysNothing(row); });
    QList<QJsonObject> wanted;
    for (const QJsonValue &row : rows)
        wanted.append(row.toObject());
    if (wanted == said || wanted == m_rows)
        return;
    const auto idOf = [](const QJsonObject &row) { return row[rowMember].toString(); };
    const auto isIn = [&idOf](const QList<QJsonObject> &all, const QJsonObject &row) {
        return std::ranges::any_of(all, [&](const QJsonObject &each) { return idOf(each) == idOf(row); });
    };
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (isIn(wanted, m_rows.at(row)))
            continue;
        beginRemoveRows({}, row, row);
        m_rows.removeAt(row);
        endRemoveRows();
    }
    for (int row = 0; row < int(wanted.size()); ++row) {
        const QJsonObject &next = wanted.at(row);
        if (row >= rowCount() || idOf(m_rows.at(row)) != idOf(next)) {
            int from = row;
            while (from < rowCount() && idOf(m_rows.at(from)) != idOf(next))
                ++from;
            if (from < rowCount()) {
                beginMoveRows({}, from, from, {}, row);
                m_rows.move(from, row);
                endMoveRows();
            } else {
                beginInsertRows({}, row, row);
                m_rows.insert(row, next);
                endInsertRows();
            }
        }
        const QJsonObject before = std::exchange(m_rows[row], next);
        for (int column = 0; column < columnCount(); ++column) { // each by itself: an open editor hears of its own
            const QString &name = m_columns[std::size_t(column)].name;
            if (before[name] != next[name])
                emit dataChanged(index(row, column), index(row, column));
        }
    }
}

void RowsModel::setReadOnly(bool isReadOnly)
{
    m_isReadOnly = isReadOnly;
}

int RowsModel::columnOf(const QString &name) const
{
    const auto found = std::ranges::find(m_columns, name, &Field::name);
    return found == m_columns.end() ? -1 : int(found - m_columns.begin());
}

void RowsModel::addRow(int before)
{
    const int row = qBound(0, before, rowCount());
    beginInsertRows({}, row, row);
    m_rows.insert(row, {{rowMember, m_newRow()}});
    endInsertRows();
    emit edited();
}

void RowsModel::removeRow(int row)
{
    if (row < 0 || row >= rowCount())
        return;
    beginRemoveRows({}, row, row);
    m_rows.removeAt(row);
    endRemoveRows();
    emit edited();
}

void RowsModel::moveRow(int from, int to)
{
    if (from < 0 || to < 0 || from >= rowCount() || to >= rowCount() || from == to)
        return;
    beginMoveRows({}, from, from, {}, to > from ? to + 1 : to);
    m_rows.move(from, to);
    endMoveRows();
    emit edited();
}

int RowsModel::paste(const QString &text, int row, int column)
{
    static const QRegularExpression ends(u"\\r\\n|\\r|\\n"_s);
    QStringList lines = text.split(ends);
    while (!lines.isEmpty() && lines.back().trimmed().isEmpty())
        lines.removeLast();
    int last = -1;
    int at = row;
    for (const QString &line : std::as_const(lines)) {
        const QStringList cells = line.split(u'\t');
        const int first = cells.size() >= columnCount() ? 0 : qMax(0, column);
        const bool isFree = at >= 0 && at < rowCount() && saysNothing(m_rows.at(at));
        if (!isFree) {
            at = at < 0 ? rowCount() : qMin(at + 1, rowCount());
            beginInsertRows({}, at, at);
            m_rows.insert(at, {{rowMember, m_newRow()}});
            endInsertRows();
        }
        QJsonObject said = m_rows.at(at);
        for (int cell = 0; cell < int(cells.size()) && first + cell < columnCount(); ++cell) {
            const Field &field = columnAt(first + cell);
            if (const QJsonValue value = pasted(field, cells.at(cell)); !value.isUndefined())
                said.insert(field.name, value);
        }
        m_rows[at] = said;
        emit dataChanged(index(at, 0), index(at, columnCount() - 1));
        last = at;
    }
    if (last >= 0)
        emit edited();
    return last;
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_rows.size());
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size());
}

QString RowsModel::shownIn(const QModelIndex &index) const
{
    const Field &field = columnAt(index.column());
    const QJsonValue value = m_rows.at(index.row())[field.name];
    if (field.kind == FieldKind::Reference && !field.limits.nouns.empty() && !value.toString().isEmpty())
        return m_titles.titleOf(field.limits.nouns.front(), value.toString());
    if (field.kind == FieldKind::File)
        return value.toString().isEmpty() ? QString() : RegisterTexts::tr("Picture");
    return entry::shown(field, value, languageInUse() == Language::English);
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Field &field = columnAt(index.column());
    switch (role) {
    case Qt::DisplayRole:
    case Qt::ToolTipRole:
        return shownIn(index);
    case Qt::TextAlignmentRole: {
        const bool isNumber =
            field.kind == FieldKind::Integer || field.kind == FieldKind::Decimal || field.kind == FieldKind::Money;
        return int((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    }
    case ValueRole:
        return QVariant::fromValue(m_rows.at(index.row()).value(field.name));
    default:
        return {};
    }
}

bool RowsModel::setData(const QModelIndex &index, const QVariant &value, int role)
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid) || role != ValueRole || m_isReadOnly)
        return false;
    const QString &name = columnAt(index.column()).name;
    QJsonObject &row = m_rows[index.row()];
    const auto next = value.value<QJsonValue>();
    if (row.value(name) == next)
        return true;
    if (next.isUndefined() || next.isNull())
        row.remove(name);
    else
        row.insert(name, next);
    emit dataChanged(index, index);
    emit edited();
    return true;
}

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation == Qt::Vertical)
        return role == Qt::DisplayRole ? QVariant(section + 1) : QVariant();
    if (section < 0 || section >= columnCount())
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role == Qt::ToolTipRole)
        return said(columnAt(section).help);
    if (role != Qt::DisplayRole)
        return {};
    const QString label = said(columnAt(section).label);
    return columnAt(section).need == Need::Required ? QString(label + u" *"_s) : label;
}

Qt::ItemFlags RowsModel::flags(const QModelIndex &index) const
{
    const Qt::ItemFlags common = QAbstractTableModel::flags(index);
    return m_isReadOnly ? common : common | Qt::ItemIsEditable;
}

} // namespace toasoan
