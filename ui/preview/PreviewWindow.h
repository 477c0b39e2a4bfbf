// An item as readers will see it, in a window of its own beside the text: it follows what changes there, and says in
// its frame, never in the page, that this is not public. Not modal; Escape closes it. GUI thread.
#pragma once

#include "ui/preview/PreviewView.h"

#include <QDialog>
#include <QTimer>

#include <optional>

class QLabel;
class QPushButton;
class QStackedWidget;
class QTabBar;

namespace toasoan {

class PreviewWindow final : public QDialog
{
    Q_OBJECT

public:
    using PictureFile = PreviewView::PictureFile;

    /// `preferences` must outlive it. Deletes itself when it is closed.
    PreviewWindow(PictureFile pictureFile, std::function<Instant()> now, Preferences &preferences, QWidget *parent);
    ~PreviewWindow() override;

    /// Shows the subject, the first one at once; the page follows later ones within moments.
    void present(const PreviewSubject &subject);
    /// What the person reads is another now, which has not come yet: nothing is shown until present().
    void blank();
    void refreshPictures();
    /// Null where the portal's theme cannot be loaded.
    [[nodiscard]] PreviewView *view() const { return m_view; }

    static constexpr int followAfter = 250; ///< milliseconds after the last change, in a pause of typing
    static constexpr int followWithin = 1000; ///< or after the first one

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    void build(Preferences &preferences);
    void chooseWidth(PreviewWidth width);
    void render();
    void showStanding();
    void showHint();
    void say(const QString &sentence);

    std::function<Instant()> m_now;
    Preferences &m_preferences;
    std::optional<PreviewMaker> m_maker;
    std::optional<PreviewSubject> m_subject;
    std::optional<Instant> m_changedAt; ///< the first change that the page does not show yet
    QTimer m_follow;
    QString m_explanation; ///< of how it stands
    QString m_hovered;
    QString m_pressed;

    PreviewView *m_view = nullptr;
    QLabel *m_standing = nullptr;
    QTabBar *m_widths = nullptr;
    QStackedWidget *m_stack = nullptr;
    QWidget *m_said = nullptr; ///< in place of the page: a sentence, and a way on where there is one
    QLabel *m_message = nullptr;
    QPushButton *m_again = nullptr;
    QLabel *m_hint = nullptr;
};

} // namespace toasoan
