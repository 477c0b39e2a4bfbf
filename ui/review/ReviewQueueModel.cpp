#include "ui/review/ReviewQueueModel.h"

#include "domain/Article.h"
#include "ui/models/ArticleListModel.h"

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;

namespace {

QString taskText(ReviewTask task)
{
    switch (task) {
    case ReviewTask::Approve:
        return ReviewQueueModel::tr("To approve");
    case ReviewTask::Publish:
        return ReviewQueueModel::tr("To publish");
    case ReviewTask::TakeIn:
        return ReviewQueueModel::tr("To take in");
    case ReviewTask::TakeOver:
        return ReviewQueueModel::tr("Without their authors");
    case ReviewTask::FinishEditing:
        return ReviewQueueModel::tr("In editing");
    case ReviewTask::Correcting:
        return ReviewQueueModel::tr("Being corrected");
    case ReviewTask::OtherEyes:
        return ReviewQueueModel::tr("For another to approve");
    case ReviewTask::NotSent:
        return ReviewQueueModel::tr("Waiting to be sent");
    case ReviewTask::Scheduled:
        return ReviewQueueModel::tr("Scheduled");
    }
    Q_UNREACHABLE();
}

// The step that who has the task may take.
std::optional<Step> stepFor(ReviewTask task)
{
    switch (task) {
    case ReviewTask::Approve:
    case ReviewTask::OtherEyes:
        return Step::Approve;
    case ReviewTask::Publish:
        return Step::Publish;
    case ReviewTask::TakeIn:
    case ReviewTask::TakeOver:
        return Step::Claim;
    case ReviewTask::FinishEditing:
    case ReviewTask::Correcting:
        return Step::RequestApproval;
    case ReviewTask::Scheduled:
        return Step::Unschedule;
    case ReviewTask::NotSent:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

// What is to be done about it in that state.
std::optional<ReviewTask> taskIn(State state, const ArticleLine &line, const Workflow &workflow, const Actor &actor)
{
    Record record;
    record.id = line.id;
    record.author = line.author;
    record.version = line.version;
    record.state = state;
    record.section = line.section;
    record.trail = line.trail;
    const auto steps = workflow.allowedSteps(record, actor);
    const auto may = [&steps](std::optional<Step> step) { return std::ranges::find(steps, step) != steps.end(); };
    const bool isCorrection = !line.trail.openedBy.isNull();
    switch (state) {
    case State::AwaitingApproval:
        if (may(stepFor(ReviewTask::Approve)))
            return ReviewTask::Approve;
        if (isCorrection && line.trail.openedBy == actor.user)
            return ReviewTask::Correcting;
        return workflow.needsOtherEyes(record, actor) ? std::optional(ReviewTask::OtherEyes) : std::nullopt;
    case State::Approved:
        return may(stepFor(ReviewTask::Publish)) ? std::optional(ReviewTask::Publish) : std::nullopt;
    case State::Submitted:
        return may(stepFor(ReviewTask::TakeIn)) ? std::optional(ReviewTask::TakeIn) : std::nullopt;
    case State::Returned:
    case State::Draft:
        return may(stepFor(ReviewTask::TakeOver)) ? std::optional(ReviewTask::TakeOver) : std::nullopt;
    case State::InEditing:
        if (!may(stepFor(ReviewTask::FinishEditing)))
            return std::nullopt;
        return isCorrection ? ReviewTask::Correcting : ReviewTask::FinishEditing;
    case State::Scheduled:
        return may(stepFor(ReviewTask::Scheduled)) ? std::optional(ReviewTask::Scheduled) : std::nullopt;
    case State::Published:
    case State::Refused:
    case State::Unpublished:
    case State::Deleted:
    case State::Closed:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

// A group's index has the id 0; an item's has its group's task, which stays when groups come and go.
constexpr quintptr groupId = 0;
quintptr itemId(ReviewTask task)
{
    return quintptr(task) + 1;
}

} // namespace

std::optional<State> stateOf(ReviewTask task)
{
    switch (task) {
    case ReviewTask::Approve:
    case ReviewTask::OtherEyes:
        return State::AwaitingApproval;
    case ReviewTask::Publish:
        return State::Approved;
    case ReviewTask::TakeIn:
        return State::Submitted;
    case ReviewTask::TakeOver:
        return State::Returned;
    case ReviewTask::FinishEditing:
    case ReviewTask::Correcting:
        return State::InEditing;
    case ReviewTask::Scheduled:
        return State::Scheduled;
    case ReviewTask::NotSent:
        return std::nullopt;
    }
    Q_UNREACHABLE();
}

std::vector<State> reviewStates(const Workflow &workflow, const Actor &actor)
{
    // What is with its author is looked through only by who could take it over if he is gone.
    const auto mayTakeOver = [&](State state) {
        return std::ranges::any_of(workflow.transitions(), [&](const Transition &row) {
            return row.from == state && row.step == Step::Claim
                && std::ranges::find(actor.grants, row.role, &Grant::role) != actor.grants.end();
        });
    };
    std::vector<State> states;
    for (const ReviewTask task : allReviewTasks) {
        const auto state = stateOf(task);
        if (!state)
            continue;
        const bool isNew = std::ranges::find(states, *state) == states.end();
        if (isNew && (task != ReviewTask::TakeOver || mayTakeOver(*state)))
            states.push_back(*state);
    }
    if (mayTakeOver(State::Draft))
        states.push_back(State::Draft);
    return states;
}

bool isWaiting(ReviewTask task)
{
    return task == ReviewTask::Approve || task == ReviewTask::Publish || task == ReviewTask::TakeIn
        || task == ReviewTask::TakeOver;
}

bool isOpen(ReviewTask task)
{
    return task != ReviewTask::Scheduled && task != ReviewTask::NotSent;
}

std::optional<ReviewTask> taskFor(const ArticleLine &line, const Workflow &workflow, const Actor &actor)
{
    const auto hoped = taskIn(line.state, line, workflow, actor); // once all that waits here is done
    if (line.shownState() == line.state)
        return hoped;
    // Nothing may be left to do behind the step that waits: it waits all the same.
    const bool isHis = hoped || taskIn(line.shownState(), line, workflow, actor);
    return isHis ? std::optional(ReviewTask::NotSent) : std::nullopt;
}

void ReviewQueueModel::setItems(std::vector<Item> items)
{
    std::ranges::stable_sort(items, [](const Item &left, const Item &right) {
        if (left.task != right.task)
            return left.task < right.task;
        if (left.line.updatedAt != right.line.updatedAt)
            return left.line.updatedAt > right.line.updatedAt;
        return left.line.id > right.line.id;
    });
    m_items = std::move(items);
    int row = 0;
    for (const ReviewTask task : allReviewTasks) {
        std::vector<Item> wanted;
        std::ranges::copy_if(m_items, std::back_inserter(wanted),
                             [task](const Item &item) { return item.task == task; });
        const bool isThere = row < int(m_groups.size()) && m_groups.at(row).task == task;
        if (wanted.empty() && isThere) {
            beginRemoveRows({}, row, row);
            m_groups.erase(m_groups.begin() + row);
            endRemoveRows();
        } else if (!wanted.empty() && !isThere) {
            beginInsertRows({}, row, row);
            m_groups.insert(m_groups.begin() + row, Group{.task = task, .items = std::move(wanted)});
            endInsertRows();
            ++row;
        } else if (isThere) {
            updateGroup(row, wanted);
            ++row;
        }
    }
}

void ReviewQueueModel::updateGroup(int row, const std::vector<Item> &wanted)
{
    const QModelIndex group = groupIndex(row);
    std::vector<Item> &shown = m_groups.at(row).items;
    const size_t countBefore = shown.size();
    const auto remove = [&](int at) {
        beginRemoveRows(group, at, at);
        shown.erase(shown.begin() + at);
        endRemoveRows();
    };
    for (int at = int(shown.size()) - 1; at >= 0; --at) {
        if (std::ranges::none_of(wanted, [&](const Item &item) { return item.line.id == shown.at(at).line.id; }))
            remove(at);
    }
    for (int at = 0; at < int(wanted.size()); ++at) {
        const Item &item = wanted.at(at);
        const auto found = std::find_if(shown.begin() + at, shown.end(),
                                        [&](const Item &other) { return other.line.id == item.line.id; });
        if (found != shown.end() && found - shown.begin() == at) {
            if (*found != item) {
                *found = item;
                const QModelIndex changed = index(at, 0, group);
                emit dataChanged(changed, changed);
            }
            continue;
        }
        if (found != shown.end()) {
            const int from = int(found - shown.begin());
            beginMoveRows(group, from, from, group, at);
            std::rotate(shown.begin() + at, found, found + 1);
            shown.at(at) = item;
            endMoveRows();
            const QModelIndex changed = index(at, 0, group);
            emit dataChanged(changed, changed);
        } else {
            beginInsertRows(group, at, at);
            shown.insert(shown.begin() + at, item);
            endInsertRows();
        }
    }
    if (shown.size() != countBefore)
        emit dataChanged(group, group);
}

QModelIndex ReviewQueueModel::indexOf(ArticleId id) const
{
    for (int row = 0; row < int(m_groups.size()); ++row) {
        const std::vector<Item> &items = m_groups.at(row).items;
        const auto found = std::ranges::find_if(items, [id](const Item &item) { return item.line.id == id; });
        if (found != items.end())
            return index(int(found - items.begin()), 0, groupIndex(row));
    }
    return {};
}

ArticleId ReviewQueueModel::idAt(const QModelIndex &index) const
{
    const QVariant line = index.data(LineRole);
    return line.isValid() ? line.value<ArticleLine>().id : ArticleId();
}

ArticleId ReviewQueueModel::neighbourOf(ArticleId id) const
{
    const QModelIndex here = indexOf(id);
    if (!here.isValid())
        return {};
    const QModelIndex after = here.siblingAtColumn(0).sibling(here.row() + 1, 0);
    return idAt(after.isValid() ? after : here.sibling(here.row() - 1, 0));
}

ArticleId ReviewQueueModel::firstOpen(ArticleId except) const
{
    for (const Item &item : m_items) {
        if (isOpen(item.task) && item.line.id != except)
            return item.line.id;
    }
    return {};
}

std::optional<ReviewTask> ReviewQueueModel::taskOf(ArticleId id) const
{
    const auto found = std::ranges::find_if(m_items, [id](const Item &item) { return item.line.id == id; });
    return found == m_items.end() ? std::nullopt : std::optional(found->task);
}

QModelIndex ReviewQueueModel::groupIndex(int row) const
{
    return createIndex(row, 0, groupId);
}

QModelIndex ReviewQueueModel::index(int row, int column, const QModelIndex &parent) const
{
    if (!hasIndex(row, column, parent))
        return {};
    return parent.isValid() ? createIndex(row, column, itemId(m_groups.at(parent.row()).task)) : groupIndex(row);
}

QModelIndex ReviewQueueModel::parent(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupId)
        return {};
    for (int row = 0; row < int(m_groups.size()); ++row) {
        if (itemId(m_groups.at(row).task) == index.internalId())
            return groupIndex(row);
    }
    return {};
}

int ReviewQueueModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return int(m_groups.size());
    return parent.internalId() == groupId ? int(m_groups.at(parent.row()).items.size()) : 0;
}

int ReviewQueueModel::columnCount(const QModelIndex &) const
{
    return 1;
}

QVariant ReviewQueueModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    if (index.internalId() == groupId) {
        const Group &group = m_groups.at(index.row());
        return role == Qt::DisplayRole ? QVariant(u"%1 (%L2)"_s.arg(taskText(group.task)).arg(group.items.size()))
                                       : QVariant();
    }
    const Item &item = m_groups.at(index.parent().row()).items.at(index.row());
    switch (role) {
    case Qt::DisplayRole:
        return item.line.title.isEmpty() ? tr("Without a title") : item.line.title;
    case Qt::ToolTipRole:
        return QString(item.line.title + u'\n' + item.secondLine + u'\n' + item.time);
    case Qt::AccessibleTextRole:
        return QString(item.line.title + u". "_s + item.secondLine + u" · "_s + item.time);
    case LineRole:
        return QVariant::fromValue(item.line);
    case SecondLineRole:
        return item.secondLine;
    case TimeRole:
        return item.time;
    default:
        return {};
    }
}

Qt::ItemFlags ReviewQueueModel::flags(const QModelIndex &index) const
{
    if (!index.isValid() || index.internalId() == groupId)
        return Qt::NoItemFlags; // arrows pass over a group's heading
    return Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren;
}

} // namespace toasoan
