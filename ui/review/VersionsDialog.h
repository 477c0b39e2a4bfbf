// The versions of an article: who saved each, when, and what was done with it; one of them to read, or what is other in
// what stands now; and to put back. It changes nothing itself. GUI thread.
#pragma once

#include "ui/review/ReviewSource.h"

#include <QDialog>

class QCheckBox;
class QLabel;
class QListWidget;
class QPushButton;
class QTabBar;

namespace toasoan {

class Preferences;
class ReadingView;

class VersionsDialog final : public QDialog
{
    Q_OBJECT

public:
    enum class Restoring
    {
        Allowed,
        Closed ///< this person may not write here now
    };

    struct Subject
    {
        ArticleView article;
        Content current; ///< as it stands where the person came from, with what was typed there
        QString currentName; ///< "what is written here now"
        Restoring restoring = Restoring::Closed;
    };

    /// `source` and `preferences` must outlive it. Deletes itself when it is closed.
    VersionsDialog(const ReviewSource &source, Subject subject, Preferences &preferences, QWidget *parent);

    [[nodiscard]] const Subject &subject() const { return m_subject; }

signals:
    /// The dialog is closed with it.
    void restoreWanted(toasoan::Version version, const toasoan::Content &content);

protected:
    bool focusNextPrevChild(bool next) override;

private:
    void build(Preferences &preferences);
    void take(const std::vector<RevisionLine> &revisions);
    void fill();
    [[nodiscard]] QString nameOf(const RevisionLine &revision) const;
    [[nodiscard]] QString stepsWith(Version version) const;
    void choose();
    void showChosen();
    void allowRestoring(bool isSomethingElse);
    void showPage(const Result<QString> &html);

    const ReviewSource &m_source;
    Subject m_subject;
    std::vector<RevisionLine> m_all; ///< newest first
    std::vector<RevisionLine> m_revisions; ///< as in the list
    std::optional<Content> m_content; ///< of the version that is chosen
    quint64 m_asked = 0; ///< answers to older questions are dropped

    QListWidget *m_list;
    QCheckBox *m_between; ///< saves of a sitting before its last
    QTabBar *m_tabs;
    ReadingView *m_reading;
    QLabel *m_hint;
    QPushButton *m_restore;
};

} // namespace toasoan
