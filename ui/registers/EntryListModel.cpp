#include "ui/registers/EntryListModel.h"

#include "text/Language.h"
#include "ui/registers/EntryTitles.h"
#include "ui/registers/RegisterText.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

bool isNumber(FieldKind kind)
{
    return kind == FieldKind::Integer || kind == FieldKind::Decimal || kind == FieldKind::Money;
}

} // namespace

EntryListModel::EntryListModel(Source source, EntryTitles &titles, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(std::move(source))
    , m_titles(titles)
{
    connect(&m_titles, &EntryTitles::changed, this, [this] {
        if (!m_lines.isEmpty())
            emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    });
}

void EntryListModel::setRegister(const Register &described)
{
    if (described == m_register)
        return;
    const bool isOther = described.noun != m_register.noun;
    beginResetModel();
    m_register = described;
    m_columns.clear();
    for (const QString &name : described.list) {
        const auto found = std::ranges::find(described.fields, name, &Field::name);
        if (found != described.fields.end() && name != described.order)
            m_columns.push_back(int(found - described.fields.begin()));
    }
    if (isOther) {
        m_lines.clear();
        m_filter = {};
        m_count = 0;
    }
    m_facets.clear();
    endResetModel();
    m_phase = Phase::Loading;
    emit phaseChanged();
    fetch(true);
}

void EntryListModel::setFilter(const EntryFilter &filter)
{
    if (filter == m_filter && m_phase != Phase::Failed)
        return;
    m_filter = filter;
    m_isOther = true;
    m_phase = Phase::Loading;
    emit phaseChanged();
    fetch(true);
}

void EntryListModel::reload()
{
    if (toText(m_register.noun).isEmpty())
        return;
    if (m_isFetching)
        m_mustReload = true; // and not in its place: a list that changes all the time would never be shown
    else
        fetch(true);
}

bool EntryListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_phase == Phase::Ready && !m_isFetching && m_lines.size() < m_count;
}

void EntryListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetch(false);
}

void EntryListModel::fetch(bool isAnew)
{
    ++m_generation;
    m_isFetching = true;
    m_known = m_count;
    if (isAnew)
        m_mustReload = false;
    fetchFrom(isAnew ? 0 : m_lines.size(), isAnew ? QList<EntryLine>() : m_lines, isAnew);
}

// As many pages as are shown, one after the other.
void EntryListModel::fetchFrom(qint64 offset, QList<EntryLine> before, bool isAnew)
{
    qsizetype wanted = isAnew && !m_isOther ? m_lines.size() : 0;
    if (wanted > 0 && wanted >= m_known)
        wanted += entryPage; // all of them were shown: what came is not to push the last one out
    m_source({.noun = m_register.noun, .filter = m_filter, .offset = offset}, this,
             [this, generation = m_generation, before = std::move(before), isAnew, offset,
              wanted](const Result<EntryPage> &page) mutable {
                 if (generation != m_generation)
                     return;
                 if (!page) {
                     m_isFetching = false;
                     m_problem = page.error();
                     m_phase = Phase::Failed;
                     emit phaseChanged();
                     emit settled();
                     return;
                 }
                 QSet<RecordId> there;
                 for (const EntryLine &line : std::as_const(before))
                     there.insert(line.id);
                 for (const EntryLine &line : page->lines) { // between two pages one may have moved
                     if (!there.contains(line.id))
                         before.append(line);
                 }
                 if (offset == 0 || !isAnew)
                     setHead(*page);
                 const bool isMore = page->lines.size() == entryPage && before.size() < page->count;
                 if (isAnew && isMore && before.size() < wanted) {
                     fetchFrom(offset + page->lines.size(), std::move(before), isAnew);
                     return;
                 }
                 if (!isMore)
                     m_count = before.size();
                 take(before, isAnew);
             });
}

void EntryListModel::setHead(const EntryPage &page)
{
    m_count = page.count;
    m_filled = page.filled;
    if (!page.facets.empty())
        m_facets = page.facets;
}

void EntryListModel::take(const QList<EntryLine> &lines, bool isAnew)
{
    m_problem.reset();
    if (isAnew && std::exchange(m_isOther, false)) {
        beginResetModel();
        m_lines = lines;
        endResetModel();
    } else {
        become(lines);
    }
    m_isFetching = false; // not before: whoever hears of rows may ask for more at once
    m_phase = Phase::Ready;
    emit phaseChanged();
    emit settled();
    if (m_mustReload)
        fetch(true);
}

void EntryListModel::become(const QList<EntryLine> &lines)
{
    QSet<RecordId> stay;
    for (const EntryLine &line : lines)
        stay.insert(line.id);
    for (int row = int(m_lines.size()) - 1; row >= 0; --row) {
        if (stay.contains(m_lines.at(row).id))
            continue;
        beginRemoveRows({}, row, row);
        m_lines.removeAt(row);
        endRemoveRows();
    }
    QSet<RecordId> there;
    for (const EntryLine &line : std::as_const(m_lines))
        there.insert(line.id);
    for (int row = 0; row < int(lines.size()); ++row) {
        const EntryLine &line = lines.at(row);
        if (!there.contains(line.id)) {
            int last = row; // those that come together
            while (last + 1 < int(lines.size()) && !there.contains(lines.at(last + 1).id))
                ++last;
            beginInsertRows({}, row, last);
            for (int at = row; at <= last; ++at) {
                m_lines.insert(at, lines.at(at));
                there.insert(lines.at(at).id);
            }
            endInsertRows();
            row = last;
            continue;
        }
        if (m_lines.at(row).id != line.id) {
            const int from = rowOf(line.id);
            beginMoveRows({}, from, from, {}, row);
            m_lines.move(from, row);
            endMoveRows();
        }
        if (m_lines.at(row) != line) {
            m_lines[row] = line;
            emit dataChanged(index(row, 0), index(row, columnCount() - 1));
        }
    }
}

int EntryListModel::rowOf(RecordId id) const
{
    const auto found = std::ranges::find(m_lines, id, &EntryLine::id);
    return found == m_lines.end() ? -1 : int(found - m_lines.begin());
}

const Field *EntryListModel::fieldOf(int column) const
{
    return column > 0 && column <= int(m_columns.size())
        ? &m_register.fields[std::size_t(m_columns[std::size_t(column - 1)])]
        : nullptr;
}

QString EntryListModel::orderOf(int column) const
{
    const Field *field = fieldOf(column);
    return field ? field->name : u"title"_s;
}

int EntryListModel::columnOf(const QString &order) const
{
    for (int column = 0; column < columnCount(); ++column) {
        if (orderOf(column) == order)
            return column;
    }
    return -1;
}

int EntryListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int EntryListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_columns.size()) + 1;
}

QString EntryListModel::shownText(const Field &field, const QJsonValue &value) const
{
    if (field.kind != FieldKind::Reference)
        return entry::shown(field, value, languageInUse() == Language::English);
    QStringList titles;
    const QJsonArray all = value.isArray() ? value.toArray() : QJsonArray{value};
    for (const QJsonValue &each : all) {
        if (const QString id = each.toString(); !id.isEmpty() && !field.limits.nouns.empty())
            titles.append(m_titles.titleOf(field.limits.nouns.front(), id));
    }
    titles.removeAll(QString());
    return titles.join(u", "_s);
}

QString EntryListModel::shownIn(int row, int column) const
{
    const EntryLine &line = m_lines.at(row);
    const Field *field = fieldOf(column);
    if (!field)
        return entryTitle(m_register, line.content);
    return shownText(*field, QJsonDocument::fromJson(line.content).object().value(field->name));
}

QVariant EntryListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const Field *field = fieldOf(index.column());
    switch (role) {
    case Qt::DisplayRole:
        if (QString address = shownIn(index.row(), index.column()); field && field->kind == FieldKind::Address)
            return address.remove(u"https://"_s); // of little room what tells them apart; the tool tip has all
        return shownIn(index.row(), index.column());
    case Qt::AccessibleTextRole:
        return shownIn(index.row(), index.column());
    case Qt::ToolTipRole: {
        const QString note = field ? QString() : noteOf(m_lines.at(index.row())).text;
        const QString text = shownIn(index.row(), index.column());
        return note.isEmpty() ? text : QString(text + u'\n' + note);
    }
    case Qt::TextAlignmentRole:
        return int((field && isNumber(field->kind) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    case NoteRole:
        return field ? QVariant() : QVariant::fromValue(noteOf(m_lines.at(index.row())));
    case FieldRole:
        return field ? QVariant(int(field->kind)) : QVariant();
    default:
        return {};
    }
}

QVariant EntryListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const Field *field = fieldOf(section);
    if (role == Qt::TextAlignmentRole)
        return int((field && isNumber(field->kind) ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
    if (role != Qt::DisplayRole && role != Qt::ToolTipRole)
        return {};
    if (field)
        return said(field->label);
    // Where the title is one field it is called as that is.
    const QString title = m_register.title;
    const Field *named = title.startsWith(u'{') && title.count(u'{') == 1 && title.endsWith(u'}')
        ? m_register.find(title.mid(1, title.size() - 2))
        : nullptr;
    return named ? said(named->label) : said(m_register.one);
}

} // namespace toasoan
