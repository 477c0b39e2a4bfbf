#include "ui/models/ArticleListModel.h"

#include "domain/Posts.h"
#include "text/Vietnamese.h"
#include "ui/models/NewsroomText.h"

#include <algorithm>

namespace toasoan {

namespace {

constexpr int mostFetchedAnew = 2000; // rows; who has scrolled further fetches the rest again

} // namespace

ArticleSource sourceOf(Desk &desk)
{
    return {.list = [&desk](const ArticleQuery &query, const std::optional<ListCursor> &after, QObject *context,
                            Callback<ArticlePage> done) { desk.list(query, after, context, std::move(done)); },
            .line = [&desk](ArticleId id, QObject *context,
                            Callback<std::optional<ArticleLine>> done) { desk.line(id, context, std::move(done)); },
            .sectionName =
                [&desk](SectionId id) {
                    const Section *section = desk.findSection(id);
                    return section ? nameIn(languageInUse(), *section) : QString();
                },
            .user = [&desk] { return desk.user().id; }};
}

ArticleListModel::ArticleListModel(ArticleSource source, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(std::move(source))
    , m_clock(clock)
{ }

void ArticleListModel::setQuery(const ArticleQuery &query)
{
    m_query = query;
    setPhase(Phase::Loading);
    fetch(Take::First);
}

void ArticleListModel::reload()
{
    ++m_generation;
    m_isFetching = true;
    fetchAnew(std::nullopt, {});
}

// Page after page, until there are as many as were shown.
void ArticleListModel::fetchAnew(const std::optional<ListCursor> &after, QList<ArticleLine> before)
{
    m_source.list(
        m_query, after, this,
        [this, generation = m_generation, lines = std::move(before)](const Result<ArticlePage> &page) mutable {
            if (generation != m_generation)
                return;
            if (!page) {
                m_isFetching = false;
                setPhase(Phase::Failed);
                return;
            }
            lines.append(page->lines);
            if (page->next && lines.size() < qMin(rowCount(), mostFetchedAnew)) {
                fetchAnew(page->next, std::move(lines));
                return;
            }
            m_isFetching = false;
            m_next = page->next;
            m_count = page->count;
            become(lines);
            setPhase(Phase::Ready);
        });
}

void ArticleListModel::become(const QList<ArticleLine> &lines)
{
    QSet<ArticleId> wanted;
    for (const ArticleLine &line : lines)
        wanted.insert(line.id);
    for (int row = rowCount() - 1; row >= 0; --row) {
        if (wanted.contains(m_lines[row].id))
            continue;
        beginRemoveRows({}, row, row);
        m_ids.remove(m_lines[row].id);
        m_lines.removeAt(row);
        endRemoveRows();
    }
    int row = 0;
    for (const ArticleLine &line : lines) {
        if (m_ids.contains(line.id)) {
            const int from = *rowOf(line.id);
            if (from < row)
                continue; // a line that moved between two pages came twice
            if (from > row) {
                beginMoveRows({}, from, from, {}, row);
                m_lines.move(from, row);
                endMoveRows();
            }
            if (m_lines[row] != line) {
                m_lines[row] = line;
                emit dataChanged(index(row, 0), index(row, ColumnCount - 1));
            }
        } else {
            beginInsertRows({}, row, row);
            m_lines.insert(row, line);
            m_ids.insert(line.id);
            endInsertRows();
        }
        ++row;
    }
}

void ArticleListModel::refresh(ArticleId id)
{
    m_source.line(id, this, [this, id, generation = m_generation](const Result<std::optional<ArticleLine>> &line) {
        if (line && generation == m_generation)
            takeLine(id, *line);
    });
}

void ArticleListModel::repaint()
{
    if (!m_lines.isEmpty())
        emit dataChanged(index(0, 0), index(int(m_lines.size()) - 1, ColumnCount - 1));
}

std::optional<int> ArticleListModel::rowOf(ArticleId id) const
{
    if (!m_ids.contains(id))
        return std::nullopt;
    const auto found = std::ranges::find(m_lines, id, &ArticleLine::id);
    return int(found - m_lines.begin());
}

void ArticleListModel::fetch(Take take)
{
    if (take == Take::First)
        ++m_generation;
    m_isFetching = true;
    const auto after = take == Take::First ? std::nullopt : m_next;
    m_source.list(m_query, after, this, [this, take, generation = m_generation](const Result<ArticlePage> &page) {
        if (generation != m_generation)
            return;
        m_isFetching = false;
        if (page) {
            takePage(*page, take);
            setPhase(Phase::Ready);
        } else {
            setPhase(Phase::Failed);
        }
    });
}

void ArticleListModel::takePage(const ArticlePage &page, Take take)
{
    m_next = page.next; // before the rows: views ask for more while they are told of these
    m_count = page.count;
    if (take == Take::First) {
        beginResetModel();
        m_lines = page.lines;
        m_ids.clear();
        for (const ArticleLine &line : m_lines)
            m_ids.insert(line.id);
        endResetModel();
    } else {
        QList<ArticleLine> fresh; // a line that moved up meanwhile may come again
        for (const ArticleLine &line : page.lines) {
            if (!m_ids.contains(line.id))
                fresh.append(line);
        }
        for (const ArticleLine &line : fresh)
            m_ids.insert(line.id);
        if (!fresh.isEmpty()) {
            beginInsertRows({}, int(m_lines.size()), int(m_lines.size() + fresh.size()) - 1);
            m_lines.append(fresh);
            endInsertRows();
        }
    }
}

bool ArticleListModel::belongs(const ArticleLine &line) const
{
    if (m_query.scope == ListScope::Mine && line.author != m_source.user())
        return false;
    if (m_query.state && line.state != *m_query.state)
        return false;
    if (m_query.section && line.section != *m_query.section)
        return false;
    return m_query.titleContains.isEmpty() || fold(line.title).contains(fold(m_query.titleContains));
}

void ArticleListModel::takeLine(ArticleId id, const std::optional<ArticleLine> &line)
{
    const auto row = rowOf(id);
    const bool stays = line && belongs(*line);
    if (!row && !stays)
        return;
    if (row && !stays) {
        beginRemoveRows({}, *row, *row);
        m_lines.removeAt(*row);
        m_ids.remove(id);
        --m_count;
        endRemoveRows();
        emit phaseChanged();
        return;
    }
    const auto place = std::ranges::find_if(
        m_lines, [&](const ArticleLine &other) { return other.id != id && other.updatedAt <= line->updatedAt; });
    int target = int(place - m_lines.begin());
    if (!row) {
        if (target == m_lines.size() && m_next)
            return; // older than what is shown: it comes with its page
        beginInsertRows({}, target, target);
        m_lines.insert(target, *line);
        m_ids.insert(id);
        ++m_count;
        endInsertRows();
        emit phaseChanged();
        return;
    }
    if (target != *row && target != *row + 1) {
        beginMoveRows({}, *row, *row, {}, target);
        m_lines.move(*row, target > *row ? target - 1 : target);
        endMoveRows();
        target = target > *row ? target - 1 : target;
    } else {
        target = *row;
    }
    if (m_lines[target] != *line) {
        m_lines[target] = *line;
        emit dataChanged(index(target, 0), index(target, ColumnCount - 1));
    }
}

void ArticleListModel::setPhase(Phase phase)
{
    m_phase = phase;
    emit phaseChanged();
}

int ArticleListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : int(m_lines.size());
}

int ArticleListModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ArticleLine &line = m_lines.at(index.row());
    if (role == LineRole)
        return QVariant::fromValue(line);
    if (role == Qt::ToolTipRole) {
        if (index.column() == Saved)
            return savedMark(line).explanation;
        return index.column() == Updated ? momentText(line.updatedAt) : QVariant();
    }
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (Column(index.column())) {
    case Title:
        return line.title.isEmpty() ? tr("(no title yet)") : line.title;
    case Section:
        return m_source.sectionName(line.section);
    case GenreColumn:
        return genreText(line.genre);
    case StateColumn:
        return stateText(line.state);
    case Saved:
        return savedMark(line).text;
    case Updated:
        return whenText(line.updatedAt, m_clock.now());
    case ColumnCount:
        break;
    }
    return {};
}

QVariant ArticleListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= ColumnCount)
        return {};
    if (role == Qt::TextAlignmentRole)
        return int(Qt::AlignLeft | Qt::AlignVCenter);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Title:
        return tr("Title");
    case Section:
        return tr("Section");
    case GenreColumn:
        return tr("Genre");
    case StateColumn:
        return tr("State");
    case Saved:
        return tr("Saved");
    case Updated:
        return tr("Last change");
    case ColumnCount:
        break;
    }
    return {};
}

bool ArticleListModel::canFetchMore(const QModelIndex &parent) const
{
    return !parent.isValid() && m_next && !m_isFetching;
}

void ArticleListModel::fetchMore(const QModelIndex &parent)
{
    if (canFetchMore(parent))
        fetch(Take::Next);
}

} // namespace toasoan
