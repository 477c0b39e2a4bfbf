// The review page: what waits for me, read as readers will, compared, and decided. Nobody vouches here for a text that
// was not shown to him: a newer one that arrives meanwhile has to be read first. GUI thread.
#pragma once

#include "ui/review/ReviewQueueModel.h"
#include "ui/review/ReviewSource.h"
#include "ui/widgets/Banner.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QScrollArea;
class QStackedWidget;
class QTimer;
class QVBoxLayout;

namespace toasoan {

class ActionBar;
class ArticlePreview;
class ArticleReader;
class Banner;
class ChecklistStrip;
class PortalButton;
class Preferences;
class PublishedText;
class ReviewQuestions;
class ReviewQueue;
class StateChip;
class StepResults;
class StepWatch;

class ReviewPage final : public QWidget
{
    Q_OBJECT

public:
    explicit ReviewPage(Desk &desk, QWidget *parent = nullptr);
    explicit ReviewPage(ReviewSource source, QWidget *parent = nullptr);

    /// The person wants to read this item, whether it waits for him or not.
    void open(ArticleId id);
    [[nodiscard]] ArticleId article() const { return m_id; }
    /// How many items this person has to do something about.
    [[nodiscard]] int waitingCount() const;
    [[nodiscard]] ReviewQueueModel &queue() const;

    /// An item is other or gone.
    void refresh(ArticleId id);
    /// Many are.
    void reload();
    void refreshPictures();
    /// The connection is another.
    void showConnection();
    /// Another person, or nobody.
    void clear();
    /// How large the text is; `preferences` must outlive it.
    void follow(Preferences &preferences);

signals:
    void waitingCountChanged(int count);
    /// By the person, to be read.
    void opened(toasoan::ArticleId id);
    /// To be opened for writing.
    void editWanted(toasoan::ArticleId id);
    /// To be opened for writing, with the text of that version put in.
    void restoreWanted(toasoan::ArticleId id, toasoan::Version version, const toasoan::Content &content);

protected:
    void showEvent(QShowEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    /// What stands above the text, the further the lower.
    enum class Fold
    {
        None,
        Checklist, ///< is a button
        Title ///< and the title is one line, and what is said of the item another
    };

    void build();
    [[nodiscard]] QWidget *buildItem();
    [[nodiscard]] QWidget *buildAbove();

    void placeResults();
    void shareRoom();
    void showFolded();
    [[nodiscard]] int roomAbove(double share) const;
    [[nodiscard]] int heightAbove(Fold fold) const;
    [[nodiscard]] int heightOfName(Fold fold) const;
    [[nodiscard]] int widthOfName() const;

    void showArticle(ArticleId id);
    void fetchItem();
    void takeItem(const ArticleView &given);
    void adopt(const ArticleView &view);
    void noteLook();
    void readNewer();
    [[nodiscard]] bool isOwnChange(const ArticleView &view) const;
    void showVersions();
    void showPreview();
    void followPreview();
    void showItem();
    void showHead();
    void showBanner();
    void showSteps();
    [[nodiscard]] QString sectionOf(const Content &content) const;
    [[nodiscard]] QString whyNotYet(Step step) const;
    [[nodiscard]] QString vouchedText(const std::vector<Step> &allowed) const;
    [[nodiscard]] bool canVouch() const;
    /// As far as it is known here: the server decides.
    [[nodiscard]] bool canTake(Step step) const;
    [[nodiscard]] std::optional<Step> primaryStep() const;

    void takeStep(Step step);
    void submit(const Command &command);
    void hearAnswer(Step step, const Article &before, ArticleId neighbour, const ArticleView &view);
    void undo(Step step, const Article &decided);
    void openNext(ArticleId after, ArticleId neighbour);
    void rest();
    void tellFailure(const Article &article, const Error &error);

    ReviewSource m_source;
    Preferences *m_preferences; ///< its own until it follows others
    ReviewQueue *m_queue;
    ArticleReader *m_reader;
    ReviewQuestions *m_questions;
    ArticlePreview *m_preview;
    PublishedText *m_published;

    ArticleId m_id;
    std::optional<ArticleView> m_view; ///< its content is the one that is shown, whatever has arrived since
    std::optional<ArticleView> m_newer; ///< says something else than what is shown
    bool m_isGone = false;
    bool m_isLookedAt = false; ///< what is open has been on the screen
    bool m_isCurrentWanted = false; ///< the item that is open was chosen again, and was asked for
    bool m_hasWordsBeside = false; ///< of this person, in no version: they are not shown here
    StepWatch *m_watch; ///< what became of the steps that were given
    bool m_isStepping = false; ///< a step was given and has no answer yet
    bool m_areKeysAsleep = false; ///< a step was taken, and no item was chosen nor a moment kept since
    QTimer *m_wake = nullptr; ///< of the keys
    QTimer *m_rest; ///< steps are closed while it runs: what stands under hand and key has just become another

    Fold m_fold = Fold::None;
    bool m_isChecklistWanted = false; ///< in full, of this item, although there is little room
    QVBoxLayout *m_left = nullptr; ///< the queue; on a low screen under what became of the steps
    QWidget *m_head = nullptr; ///< the page's name
    QLabel *m_count = nullptr;
    StepResults *m_results = nullptr;
    QStackedWidget *m_itemStack = nullptr;
    QWidget *m_item = nullptr;
    QScrollArea *m_aboveArea = nullptr;
    QWidget *m_above = nullptr; ///< all that stands above the text
    QWidget *m_beside = nullptr; ///< what stands beside the title
    QLabel *m_title = nullptr;
    QLabel *m_facts = nullptr;
    QString m_allFacts;
    StateChip *m_state = nullptr;
    PortalButton *m_portal = nullptr;
    QPushButton *m_previewButton = nullptr;
    ChecklistStrip *m_checklist = nullptr;
    QPushButton *m_checklistButton = nullptr; ///< stands for it where it is folded
    Banner *m_banner = nullptr;
    QLabel *m_vouched = nullptr;
    ActionBar *m_steps = nullptr;
};

} // namespace toasoan
