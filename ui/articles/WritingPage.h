// The writing page: one article, open for writing. What is typed goes to the desk within 100 ms; what comes from
// elsewhere is brought in under the caret. Lives in the GUI thread.
#pragma once

#include "sync/Desk.h"
#include "ui/widgets/KeysDialog.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace toasoan {

class ActionBar;
class ArticleForm;
class Banner;
class EditorView;
class SavedTrail;
class StateChip;

class WritingPage final : public QWidget
{
    Q_OBJECT

public:
    explicit WritingPage(Desk &desk, QWidget *parent = nullptr);

    /// Shows an article; what was open before has to be left (leave()).
    void open(ArticleId id);
    /// Starts a new draft.
    void openNew();
    [[nodiscard]] ArticleId article() const { return m_id; }

    /// Takes what is still in the editor, gives it to be kept and sent, and calls back when it is safe on this PC.
    void leave(std::function<void()> done);
    /// The same while staying: Ctrl+S.
    void save();

    /// For the overview of keys.
    [[nodiscard]] std::vector<KeyGroup> keys() const;

signals:
    void backWanted();
    /// The chair's steps are taken where the article is read.
    void reviewWanted(toasoan::ArticleId id);
    /// The text was kept as this new draft.
    void openWanted(toasoan::ArticleId id);
    /// Something went well, in a sentence.
    void done(const QString &sentence);

private:
    void build();
    [[nodiscard]] EditorView &editor() const;
    void begin(ArticleId id);
    void fieldEdited();
    void bodyEdited(const QByteArray &body);
    void keepTyped(std::function<void()> done = {});
    void flushAll(std::function<void()> done);
    void refetch();
    void hear(const ArticleView &view, quint64 editsWhenAsked);
    void bringIn(const ArticleView &view);
    void showStatus();
    void showSteps();
    void showBanner();
    void showFieldConflict(TextField field);
    void showBodyConflict();
    void setWritable(bool isWritable);

    void takeStep(Step step);
    void submitCommand(const Command &command);
    void askReason(Step step);
    void askSubmit();
    void askDiscard(RequestId request);
    void keepAsNewDraft();

    Desk &m_desk;
    ArticleId m_id;
    std::optional<ArticleView> m_view; ///< as last heard
    TextBase m_base; ///< of the text that is shown
    Content m_content; ///< what is shown; what it has that has no field here is kept as it is
    quint64 m_edits = 0; ///< counts what the person did
    quint64 m_keptEdits = 0; ///< of these, given to the desk
    quint64 m_safeEdits = 0; ///< of these, on the disk
    bool m_isBringingIn = false;
    bool m_isAsking = false;
    bool m_mustAskAgain = false;
    bool m_isWritable = true;
    bool m_isShown = false; ///< what may be done with the article is known
    std::optional<Error> m_stepError; ///< of the last step that could not be given
    QTimer m_keep;

    QPushButton *m_back;
    StateChip *m_state;
    QLabel *m_waiting;
    SavedTrail *m_trail;
    ActionBar *m_steps;
    Banner *m_banner;
    Banner *m_reason;
    ArticleForm *m_form;
};

} // namespace toasoan
