// The list of what waits for this person, kept as the newsroom goes on. GUI thread.
#pragma once

#include "ui/review/ReviewQueueModel.h"
#include "ui/review/ReviewSource.h"

#include <QFrame>

class QStackedWidget;
class QTreeView;

namespace toasoan {

class Banner;
class EmptyState;

class ReviewQueue final : public QFrame
{
    Q_OBJECT

public:
    /// `source` must outlive it.
    explicit ReviewQueue(const ReviewSource &source, QWidget *parent = nullptr);

    [[nodiscard]] ReviewQueueModel &model() const { return *m_model; }
    /// How many items this person has to do something about.
    [[nodiscard]] int waitingCount() const;

    /// Many items are other or gone.
    void reload();
    /// One is.
    void refresh(ArticleId id);
    void clear();
    /// The connection is another: it may be known now that nothing waits.
    void showConnection();
    /// The item that is being read stays the current one; when it has left the queue, none is.
    void setCurrent(ArticleId id);

signals:
    /// By the person, in the list; also the one that is open already.
    void chosen(toasoan::ArticleId id);
    /// Enter, or a double click: to read it.
    void readingWanted();
    /// It shows what waits now.
    void filled();
    void waitingCountChanged(int count);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void fetch(State state, StateTaken taken, const std::optional<ListCursor> &after, quint64 generation);
    void takeLine(ArticleId id, const std::optional<ArticleLine> &line);
    [[nodiscard]] std::optional<ReviewQueueModel::Item> itemFor(const ArticleLine &line) const;
    void askTitle(const ArticleLine &line);
    void setItems(std::vector<ReviewQueueModel::Item> items);
    void age();
    void showEmpty();
    void showStale();
    void showUnfinished(const UnfinishedList &list);

    const ReviewSource &m_source;
    ReviewQueueModel *m_model;
    ArticleId m_current;
    std::vector<ReviewQueueModel::Item> m_arriving; ///< of the queue that is being fetched
    QHash<ArticleId, QString> m_titles; ///< of those in which this person has words of his own on this PC
    int m_asked = 0; ///< answers that are missing for it
    quint64 m_generation = 0; ///< answers to older questions are dropped
    bool m_isThere = false;
    std::optional<Error> m_problem; ///< why it could not be read
    UnfinishedList::WayOn m_wayOn = UnfinishedList::WayOn::None;
    bool m_isFilling = false; ///< the selection moves because of us

    Banner *m_stale; ///< that what is shown could not be read anew
    QStackedWidget *m_stack;
    EmptyState *m_empty;
    QTreeView *m_tree;
};

} // namespace toasoan
