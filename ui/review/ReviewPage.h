// The review page: what waits for me, read as readers will, compared, and decided. Nobody vouches here for a text that
// was not shown to him: a newer one that arrives meanwhile has to be read first. GUI thread.
#pragma once

#include "ui/review/ReviewQueueModel.h"
#include "ui/review/ReviewSource.h"
#include "ui/widgets/Look.h"

#include <QWidget>

class QComboBox;
class QHBoxLayout;
class QLabel;
class QPushButton;
class QStackedWidget;
class QStandardItemModel;
class QTabBar;
class QTimer;
class QTreeView;

namespace toasoan {

class Banner;
class ReadingView;

class ReviewPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPage(Desk &desk, QWidget *parent = nullptr);
    explicit ReviewPage(ReviewSource source, QWidget *parent = nullptr);

    /// Shows an item, whether it waits for this person or not.
    void open(ArticleId id);
    [[nodiscard]] ArticleId article() const { return m_id; }
    /// How many items this person has to do something about.
    [[nodiscard]] int waitingCount() const;
    [[nodiscard]] ReviewQueueModel &queue() const { return *m_queue; }

    /// An item is other or gone.
    void refresh(ArticleId id);
    /// Many are.
    void reload();
    void refreshPictures();
    /// Another person, or nobody.
    void clear();

signals:
    void waitingCountChanged(int count);
    /// To be opened for writing.
    void editWanted(toasoan::ArticleId id);

private:
    enum class Tab
    {
        Read,
        Changes,
        History
    };

    void build();
    [[nodiscard]] QWidget *buildQueue();
    [[nodiscard]] QWidget *buildItem();

    void fetchQueue(ReviewTask task, const std::optional<ListCursor> &after, quint64 generation);
    void takeLine(ArticleId id, const std::optional<ArticleLine> &line);
    [[nodiscard]] std::optional<ReviewQueueModel::Item> itemFor(const ArticleLine &line) const;
    void setQueue(std::vector<ReviewQueueModel::Item> items);
    void chooseInQueue(const QModelIndex &index);
    void goOnAfter(ArticleId taken, ArticleId next);

    void fetchItem();
    void takeItem(const ArticleView &view);
    void adopt(const ArticleView &view);
    void readNewer();
    void compareWithNewer();
    void showItem();
    void showHead();
    void showBanner();
    void showSteps();
    void buildSteps(const std::vector<Step> &steps);
    void showTab();
    void showHistory();
    void fetchRevisions();
    void fillVersions();
    void compareChosen();
    void showHtml(const Result<QString> &html);
    [[nodiscard]] QString sectionOf(const Content &content) const;
    [[nodiscard]] bool canVouch() const;
    [[nodiscard]] std::optional<Step> primaryStep() const;

    void takeStep(Step step);
    void askReason(Step step);
    void askPublish();
    void askHour();
    void submit(const Command &command);
    void tell(Tone tone, const QString &text);

    ReviewSource m_source;
    ReviewQueueModel *m_queue;
    std::vector<ReviewQueueModel::Item> m_arriving; ///< of the queue that is being fetched
    int m_asked = 0; ///< answers that are missing for it
    quint64 m_generation = 0; ///< answers to older questions are dropped
    bool m_hasQueue = false;
    bool m_isFilling = false; ///< the selection moves because of us

    ArticleId m_id;
    std::optional<ArticleView> m_view; ///< its content is the one that is shown, whatever has arrived since
    std::optional<ArticleView> m_newer; ///< says something else than what is shown
    std::optional<Error> m_unreadable; ///< the shown text cannot be drawn
    bool m_isGone = false;
    bool m_isStepping = false; ///< a step was given and has no answer yet
    std::vector<RevisionLine> m_revisions;
    ArticleId m_revisionsOf;
    quint64 m_comparing = 0;

    QLabel *m_count = nullptr;
    QStackedWidget *m_queueStack = nullptr;
    QTreeView *m_tree = nullptr;
    QLabel *m_queueEmptyTitle = nullptr;
    QLabel *m_queueEmptyText = nullptr;
    Banner *m_result = nullptr;
    QTimer *m_hideResult = nullptr;
    QStackedWidget *m_itemStack = nullptr;
    QWidget *m_item = nullptr;
    QLabel *m_title = nullptr;
    QLabel *m_facts = nullptr;
    QLabel *m_stateIcon = nullptr;
    QLabel *m_state = nullptr;
    Banner *m_banner = nullptr;
    QTabBar *m_tabs = nullptr;
    QStackedWidget *m_tabStack = nullptr;
    QWidget *m_compareBar = nullptr;
    QComboBox *m_versions = nullptr;
    ReadingView *m_reading = nullptr;
    QStandardItemModel *m_history = nullptr;
    QTreeView *m_historyView = nullptr;
    QLabel *m_vouched = nullptr;
    QHBoxLayout *m_steps = nullptr;
    std::vector<Step> m_shownSteps;
    std::vector<QPushButton *> m_stepButtons; ///< one for each of them
};

} // namespace toasoan
