// What waits for a person, grouped by what he can do about it, newest first. Changes come in row by row, so that a
// selection stays where it is.
#pragma once

#include "domain/Workflow.h"
#include "sync/Desk.h"

#include <QAbstractItemModel>

#include <functional>

namespace toasoan {

/// Why an item waits for a person. In the order in which the queue shows them.
enum class ReviewTask
{
    Approve,
    Publish,
    TakeIn,
    TakeOver, ///< its author can no longer go on with it
    FinishEditing,
    Correcting, ///< a correction is under way that he can send on, or opened and sent on himself
    OtherEyes, ///< he changed it himself, so another has to approve it or to send it on
    NotSent, ///< he took a step with it that waits here: the server has it as it was
    Scheduled, ///< nothing needs to be done; the hour can still be changed
};

inline constexpr std::array allReviewTasks{ReviewTask::Approve,   ReviewTask::Publish,       ReviewTask::TakeIn,
                                           ReviewTask::TakeOver,  ReviewTask::FinishEditing, ReviewTask::Correcting,
                                           ReviewTask::OtherEyes, ReviewTask::NotSent,       ReviewTask::Scheduled};

/// The state whose items usually have that task; nothing for one that items of all states may have.
[[nodiscard]] std::optional<State> stateOf(ReviewTask task);
/// The states in which an item may have a task for this person.
[[nodiscard]] std::vector<State> reviewStates(const Workflow &workflow, const Actor &actor);
/// Whether somebody waits for him to do it.
[[nodiscard]] bool isWaiting(ReviewTask task);
/// Whether there is something that he, or another, has still to do.
[[nodiscard]] bool isOpen(ReviewTask task);
/// What there is to do with this item for this person, by the chain; nothing if it does not wait for him.
[[nodiscard]] std::optional<ReviewTask> taskFor(const ArticleLine &line, const Workflow &workflow, const Actor &actor);

class ReviewQueueModel final : public QAbstractItemModel
{
    Q_OBJECT

public:
    enum DataRole
    {
        LineRole = Qt::UserRole, ///< an ArticleLine; nothing for a group
        SecondLineRole, ///< "Tin tức · Nguyễn Văn A"
        TimeRole, ///< "5 minutes ago", or the hour that is set
    };

    struct Item
    {
        ReviewTask task = ReviewTask::Approve;
        ArticleLine line;
        QString secondLine;
        QString time;

        bool operator==(const Item &) const = default;
    };

    using QAbstractItemModel::QAbstractItemModel;

    /// Shows these, in the order of tasks and times.
    void setItems(std::vector<Item> items);
    [[nodiscard]] const std::vector<Item> &items() const { return m_items; }

    [[nodiscard]] QModelIndex indexOf(ArticleId id) const;
    /// Null for a group.
    [[nodiscard]] ArticleId idAt(const QModelIndex &index) const;
    /// The item after this one within its task, or before it; null if it is alone there.
    [[nodiscard]] ArticleId neighbourOf(ArticleId id) const;
    /// The first item other than `except`; null if there is none. Never a scheduled one: that is only chosen by hand.
    [[nodiscard]] ArticleId firstOpen(ArticleId except = {}) const;
    /// Nothing for an item that is not here.
    [[nodiscard]] std::optional<ReviewTask> taskOf(ArticleId id) const;

    [[nodiscard]] QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    [[nodiscard]] QModelIndex parent(const QModelIndex &index) const override;
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Group
    {
        ReviewTask task = ReviewTask::Approve;
        std::vector<Item> items;
    };
    [[nodiscard]] QModelIndex groupIndex(int row) const;
    void updateGroup(int row, const std::vector<Item> &wanted);

    std::vector<Item> m_items; ///< as given, sorted
    std::vector<Group> m_groups; ///< none is empty
};

} // namespace toasoan
