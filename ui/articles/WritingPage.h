// The writing page: one article, open for writing. What is typed goes to the desk within 100 ms; what comes from
// elsewhere is brought in under the caret. Lives in the GUI thread.
#pragma once

#include "ui/articles/WholeUndo.h"
#include "ui/review/ReviewSource.h"
#include "ui/widgets/KeysDialog.h"

#include <QWidget>

#include <functional>
#include <map>

class QLabel;
class QPushButton;

namespace toasoan {

class ActionBar;
class ArticleForm;
class ArticlePreview;
class Banner;
class EditorView;
class PortalButton;
class Preferences;
class PublishedText;
class SavedTrail;
class StateChip;
class StepWatch;
class TextKeeper;
class WriterChecklist;

class WritingPage final : public QWidget
{
    Q_OBJECT

public:
    /// Without `preferences`, which must outlive it, it has its own.
    explicit WritingPage(Desk &desk, QWidget *parent = nullptr, Preferences *preferences = nullptr);

    /// Shows an article; what was open before has to be left (leave()).
    void open(ArticleId id);
    /// The same, and then that version of it is put in place of its text.
    void openAndRestore(ArticleId id, Version version, const Content &content);
    /// Starts a new draft.
    void openNew();
    [[nodiscard]] ArticleId article() const { return m_id; }
    /// As typed; may be empty.
    [[nodiscard]] QString title() const { return m_content.title.trimmed(); }

    /// Takes what is still in the editor, gives it to be kept and sent, and lets go of the article. Calls back when all
    /// of it is safe on this PC, or with why it is not: then the article stays open, and the page says so and offers to
    /// try again.
    void leave(Callback<void> done);
    /// The same while staying: Ctrl+S.
    void save(Callback<void> done = {});

    /// For the overview of keys.
    [[nodiscard]] std::vector<KeyGroup> keys() const;

signals:
    void backWanted();
    /// The chair's steps are taken where the article is read.
    void reviewWanted(toasoan::ArticleId id);
    /// This article is at no place any more: nobody can go back to it.
    void lost(toasoan::ArticleId id);
    /// The text was kept as this new draft.
    void openWanted(toasoan::ArticleId id);
    /// Something went well, in a sentence.
    void done(const QString &sentence);
    /// A step was given, and the server does not have it; overtaken() says when that is so no longer.
    void waits(const QString &sentence);
    void overtaken(const QString &sentence);
    void reworded(const QString &before, const QString &now);
    /// A step with an article that is no longer open here did not go.
    void stepFailed(toasoan::ArticleId id, const QString &title, const toasoan::Error &error);
    /// What was typed could not be kept; the page itself says so too.
    void keepingFailed(const toasoan::Error &error);

protected:
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    /// How far the article has come in the chain, at the server and here.
    struct Standing
    {
        std::size_t decisions = 0;
        State state = State::Draft;
        bool mayWrite = false;
        bool operator==(const Standing &) const = default;
    };
    [[nodiscard]] Standing standing() const;
    void endStepError();
    enum class Sheet
    {
        Empty, ///< no article
        Coming, ///< the article has been asked for; what stands here is none of its text
        Open,
        Closing ///< what was typed is being kept; no more is taken
    };

    void build();
    void arrangeBar();
    /// Calls `then` once it is open; never if something else is opened before.
    void open(ArticleId id, std::function<void()> then);
    [[nodiscard]] EditorView &editor() const;
    void begin(ArticleId id);
    void setSheet(Sheet sheet);
    void fieldEdited();
    void bodyEdited(const QByteArray &body);
    void keepAll(Callback<void> done);
    void closeSheet(Callback<void> done);
    void awaitPictures(Callback<void> done);
    void refetch();
    void hear(const ArticleView &view, quint64 editsWhenAsked);
    void bringIn(const ArticleView &view);
    void takeOver(const ArticleView &view, const Content &before);
    void loseArticle();
    void askAgain();
    void showStatus();
    void showTrail();
    void showSteps();
    void showBanner();
    void showReadOnly();
    [[nodiscard]] QString colleagueText() const;
    void showRefused(const WaitingCommand &refused);
    void noteMergedFields();
    void showFieldConflict(TextField field);
    void settleField(TextField field);
    void showBodyConflict();
    void showWritable();
    void fail(const Error &error);

    void takeStep(Step step);
    void askStep(Step step);
    /// `read`: what the person answers for with it, where he does.
    void submitCommand(const Command &command, std::optional<TextBase> read = std::nullopt);
    void askForWord(Step step);
    void keepAsNewDraft();
    void keepSheetAsNewDraft();
    void openKept(ArticleId from, ArticleId draft);

    void showPreview();
    void followPreview();
    [[nodiscard]] Article shownArticle() const;

    void showVersions();
    void restore(Version version, const Content &content);
    void connectWholeUndo();
    void rememberReplacing();
    void turnLast(WholeUndo::Way way);
    void turnWhole(WholeUndo::Way way, const std::function<void()> &otherwise);
    void turnWholeAct(WholeUndo::Act act);
    void rememberWholeAct(WholeUndo::Act act);
    void followWholeAct();
    void endWholeAct();
    void showWholeAct();
    /// Puts a text that was here before in place of what stands here, which stays among the versions.
    void exchange(const Content &content, std::function<void(const Content &before)> then);
    void putContent(const Content &content);

    Desk &m_desk;
    Preferences &m_preferences;
    ReviewSource m_source; ///< of earlier versions
    ArticlePreview *m_preview;
    PublishedText *m_published;
    TextKeeper *m_keeper;
    StepWatch *m_watch; ///< what became of the steps that were given here, whatever is open now
    ArticleId m_id;
    Sheet m_sheet = Sheet::Empty;
    std::optional<ArticleView> m_view; ///< as last heard
    quint64 m_viewEdits = 0; ///< how much of what the person did is in it
    TextBase m_base; ///< of the text that is shown
    Content m_content; ///< what is shown; what it has that has no field here is kept as it is
    /// What a merge made of two wordings, as it was first shown.
    std::map<std::pair<ArticleId, TextField>, QString> m_mergedFields;
    bool m_isAsking = false;
    bool m_mustAskAgain = false;
    bool m_mayWrite = false; ///< by the steps that are allowed
    std::optional<Error> m_refusal; ///< why the text cannot be shown here, and so not be changed
    std::optional<Error> m_stepError; ///< of the last thing that the desk did not take
    Standing m_stepErrorAt; ///< it is of the article as it stood then
    bool m_goesWithoutPictures = false; ///< the person was told that some are still on their way, and goes on
    bool m_isStepping = false; ///< a step was pressed, and is not asked or answered yet
    WriterChecklist *m_checklist = nullptr;

    QPushButton *m_back;
    QPushButton *m_previewButton;
    QPushButton *m_versions;
    QPushButton *m_panel; ///< shows what stands beside the text
    StateChip *m_state;
    PortalButton *m_portal;
    QLabel *m_waiting;
    SavedTrail *m_trail;
    ActionBar *m_steps;
    Banner *m_banner;
    Banner *m_reason;
    Banner *m_restored; ///< an earlier version was put back
    WholeUndo *m_wholeUndo;
    ArticleForm *m_form;
};

} // namespace toasoan
