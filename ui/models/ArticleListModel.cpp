#include "ui/models/ArticleListModel.h"

#include "domain/Posts.h"
#include "text/Vietnamese.h"
#include "ui/models/NewsText.h"
#include "ui/models/NewsroomText.h"
#include "ui/models/StepText.h"

#include <QTimer>

#include <algorithm>
#include <utility>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

// Whether a line that became `now` stands where it stood.
bool staysInPlace(const ArticleLine &was, const ArticleLine &now, ListOrder order)
{
    switch (order) {
    case ListOrder::Updated:
        return was.updatedAt == now.updatedAt;
    case ListOrder::Title:
        return was.title == now.title;
    case ListOrder::Author:
        return was.author == now.author;
    case ListOrder::State:
        return was.shownState() == now.shownState();
    }
    Q_UNREACHABLE();
}

// Of these a line tells the steps that were taken; of a draft there are none.
bool tellsSteps(const ArticleLine &line)
{
    return line.state == State::Draft || line.state == State::InEditing || line.state == State::AwaitingApproval
        || line.state == State::Returned;
}

// Who made the change that updatedAt is the time of: a step, or a text. Null where the line does not tell: who saved
// the text last did so at another time.
UserId changedBy(const ArticleLine &line)
{
    if (line.saved == SavedState::OnThisPc)
        return line.savedBy;
    if (!tellsSteps(line))
        return {};
    const bool isStep = line.trail.last != Step::Save && line.trail.lastVersion == line.version;
    return isStep ? line.trail.lastBy : line.savedBy;
}

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
            .genreName = [&desk](const QString &code) { return genreText(desk.genres(), code); },
            .personName = [&desk](UserId id) { return desk.nameOf(id); },
            .user = [&desk] { return desk.user().id; }};
}

ArticleListModel::ArticleListModel(ArticleSource source, const Clock &clock, QObject *parent)
    : QAbstractTableModel(parent)
    , m_source(std::move(source))
    , m_clock(clock)
    , m_reloadSoon(new QTimer(this))
{
    m_reloadSoon->setSingleShot(true);
    m_reloadSoon->setInterval(300);
    connect(m_reloadSoon, &QTimer::timeout, this, &ArticleListModel::reload);
}

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
    m_changed.clear();
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
                fail(page.error());
                return;
            }
            lines.append(page->lines);
            if (page->next && lines.size() < qMin(rowCount(), mostFetchedAnew)) {
                fetchAnew(page->next, std::move(lines));
                return;
            }
            m_isFetching = false;
            m_next = page->next;
            become(lines);
            for (const auto &[id, line] : std::exchange(m_changed, {})) // what came after the page it stands on
                takeLine(id, line);
            m_count = page->count;
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
        if (!line || generation != m_generation)
            return;
        takeLine(id, *line);
        if (m_isFetching)
            m_changed.insert_or_assign(id, *line);
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
        if (!page) {
            fail(page.error());
            return;
        }
        m_isFetching = false;
        takePage(*page, take);
        setPhase(Phase::Ready);
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
    if (m_query.scope == ListScope::Unseen && !line.news)
        return false;
    if (m_query.state && line.shownState() != *m_query.state)
        return false;
    if (m_query.section && line.section != *m_query.section)
        return false;
    return m_query.titleContains.isEmpty() || saysFolded(line.title, m_query.titleContains);
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
    if (m_query.order != ListOrder::Updated || m_query.direction != Direction::Usual) {
        takeOrdered(id, line);
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

// In an order that only the desk has: what stays there is repainted, and the rest is asked for.
void ArticleListModel::takeOrdered(ArticleId id, const std::optional<ArticleLine> &line)
{
    const auto row = rowOf(id);
    if (!row || !staysInPlace(m_lines[*row], *line, m_query.order)) {
        m_reloadSoon->start();
        return;
    }
    if (m_lines[*row] == *line)
        return;
    m_lines[*row] = *line;
    emit dataChanged(index(*row, 0), index(*row, ColumnCount - 1));
}

void ArticleListModel::setPhase(Phase phase)
{
    m_problem.reset();
    m_phase = phase;
    emit phaseChanged();
}

void ArticleListModel::fail(const Error &error)
{
    m_isFetching = false;
    // Before anybody has signed in there is nothing to list, and nothing has failed.
    if (error.code == ErrorCode::Unauthenticated) {
        setPhase(Phase::Loading);
        return;
    }
    m_problem = error;
    m_phase = Phase::Failed;
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

// What a person must know before he opens it: that it has not gone out, what others did, who has it in hand.
LineNote ArticleListModel::noteOf(const ArticleLine &line, Column column) const
{
    if (column == Updated) {
        const UserId who = changedBy(line);
        const bool isOthers = !who.isNull() && who != line.author;
        return {.text = isOthers ? m_source.personName(who) : QString(), .icon = {}, .tone = Tone::Neutral};
    }
    if (column == StateColumn)
        return {.text = line.isBeingCorrected() ? correctedText() : QString(), .icon = {}, .tone = Tone::Neutral};
    if (column != Title)
        return {};
    LineNote note;
    QStringList texts;
    if (isUnsent(line)) {
        const SavedMark mark = savedMark(line);
        note = {.text = {}, .icon = mark.icon, .tone = mark.tone};
        texts.append(mark.text);
    }
    if (line.news) {
        if (texts.isEmpty())
            note = {.text = {}, .icon = stepIcon(line.news->step), .tone = newsTone(line.news->step)};
        texts.append(u"%1 · %2"_s.arg(newsText(*line.news, m_source.personName(line.news->by)),
                                      whenText(line.news->at, m_clock.now())));
    } else if (const UserId editor = editorOf(line); !editor.isNull() && editor != line.author) {
        const QString name = editor == m_source.user() ? QString() : m_source.personName(editor);
        if (!name.isEmpty())
            texts.append(tr("%1 is editing it").arg(name));
    }
    note.text = texts.join(u" · "_s);
    return note;
}

QVariant ArticleListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const ArticleLine &line = m_lines.at(index.row());
    if (role == LineRole)
        return QVariant::fromValue(line);
    const LineNote note = noteOf(line, Column(index.column()));
    if (role == NoteRole)
        return QVariant::fromValue(note);
    if (role == Qt::ToolTipRole) {
        if (index.column() == Updated)
            return QString(momentText(line.updatedAt) + (note.text.isEmpty() ? QString() : u'\n' + note.text));
        if (index.column() == Author || index.column() == Section) // longer than its column, perhaps
            return data(index, Qt::DisplayRole);
        if (index.column() == StateColumn && !note.text.isEmpty())
            return QString(note.text + u" · "_s + stateText(line.shownState()));
        if (index.column() != Title)
            return {};
        QStringList lines{line.title, note.text};
        if (isUnsent(line))
            lines.append(savedMark(line).explanation);
        lines.removeAll(QString());
        return lines.join(u'\n');
    }
    if (role == Qt::AccessibleTextRole && !note.text.isEmpty())
        return QString(data(index, Qt::DisplayRole).toString() + u", "_s + note.text);
    if (role != Qt::DisplayRole && role != Qt::AccessibleTextRole)
        return {};
    switch (Column(index.column())) {
    case Title:
        return line.title.isEmpty() ? tr("(no title yet)") : line.title;
    case Author:
        return m_source.personName(line.author);
    case Section:
        return m_source.sectionName(line.section);
    case GenreColumn:
        return m_source.genreName(line.genre);
    case StateColumn:
        return stateText(line.shownState()); // that it waits is said in its note
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
    if (role == Qt::InitialSortOrderRole) // the newest first; from A
        return int(section == Updated ? Qt::DescendingOrder : Qt::AscendingOrder);
    if (role != Qt::DisplayRole)
        return {};
    switch (Column(section)) {
    case Title:
        return tr("Title");
    case Author:
        return tr("Author");
    case Section:
        return tr("Section");
    case GenreColumn:
        return tr("Genre");
    case StateColumn:
        return tr("State");
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
