// One entry of a register, open to be read and written: its form, where it is safe, what may be done with it, its
// history. What is typed is kept on this PC at once and goes nowhere until it is saved. Lives in the GUI thread.
#pragma once

#include "sync/EntryQuestions.h"

#include <QWidget>

class QBoxLayout;
class QFrame;
class QLabel;
class QPushButton;
class QScrollArea;
class QTimer;

namespace toasoan {

class ActionBar;
class Banner;
class EntryForm;
class EntryHistory;
class EntryTitles;
class StateChip;
class TextKeeper;

class EntryFormPage final : public QWidget
{
    Q_OBJECT

public:
    explicit EntryFormPage(Desk &desk, QWidget *parent = nullptr);

    /// Shows an entry; what was open before is kept as it was typed.
    void open(const Key &key);
    /// Begins a new entry; it is nowhere before something is typed into it.
    void openNew(const Noun &noun);
    /// Null id: none is open.
    [[nodiscard]] const Key &key() const { return m_key; }
    /// What it is called, as it stands there.
    [[nodiscard]] QString title() const;
    /// Calls back when all that was typed is on the disk of this PC, or with why it is not; then the page says so too.
    void keep(Callback<void> done);
    /// What Ctrl+S does.
    void save();

signals:
    void backWanted();
    /// The entry is at no place any more, or there never was one: nobody can go back to it.
    void lost(const toasoan::Key &key);
    void entryChosen(const toasoan::Key &key);
    void articleChosen(toasoan::ArticleId id);
    /// Something went well, in a sentence.
    void done(const QString &sentence);

protected:
    bool focusNextPrevChild(bool next) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    void build();
    void begin(const Key &key);
    void typed();
    void refetch();
    void askAgain();
    void hear(const EntryView &view, quint64 editsWhenAsked);
    void lose();
    void learnRegister();
    void askSame();
    void askLinks();
    void askVersions();
    void showHistory();
    void showEntry();
    void showMark();
    void showSteps();
    void showBanner();
    [[nodiscard]] bool showRefused();
    [[nodiscard]] bool mayWrite() const;
    [[nodiscard]] bool isUnsaved() const;
    [[nodiscard]] QString whyReadOnly() const;
    void saveKept();
    void drop();
    void askDrop();
    void discardRefused(RequestId request);
    void step(Step step);
    [[nodiscard]] bool canTake(Step step) const;
    void fail(const Error &error);
    void arrange();
    [[nodiscard]] const Register *described() const;

    Desk &m_desk;
    EntryTitles *m_titles;
    TextKeeper *m_keeper;
    Key m_key;
    std::optional<EntryView> m_view; ///< as last heard; nothing of one that is nowhere yet
    TextBase m_base; ///< of what is shown
    quint64 m_viewEdits = 0; ///< how much of what the person did is in it
    quint64 m_savedEdits = 0; ///< how much of that was saved
    bool m_isOpen = false; ///< what stands in the form is this entry's
    bool m_isNew = false; ///< begun here
    QString m_rank; ///< of one that was begun here, behind all others
    bool m_isAsking = false;
    bool m_mustAskAgain = false;
    bool m_isSaving = false;
    bool m_isGone = false;
    std::vector<RecordVersion> m_versions; ///< as last told
    Version m_versionsAt = 0; ///< the newest when they were asked for
    std::optional<Error> m_error; ///< of the last thing that the desk did not take

    QPushButton *m_back;
    QLabel *m_title;
    StateChip *m_state;
    QLabel *m_markSign;
    QLabel *m_mark;
    ActionBar *m_steps;
    Banner *m_banner;
    QScrollArea *m_area;
    QBoxLayout *m_columns;
    QFrame *m_card;
    EntryForm *m_form;
    EntryHistory *m_history;
    QTimer *m_sameSoon;
};

} // namespace toasoan
