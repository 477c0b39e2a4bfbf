// Puts the pages of the newsroom into the window and leads from one to the other. Lives in the GUI thread.
#pragma once

#include "sync/Desk.h"
#include "ui/outbox/OutboxModel.h"
#include "ui/shell/MainWindow.h"
#include "ui/shell/Notifications.h"
#include "ui/shell/SignInPage.h"

class QAction;

namespace toasoan {

class ArticlesPage;
class EntryFormPage;
class NewsAnnouncer;
class OutboxPage;
class Preferences;
class RegistersPage;
class ReviewPage;
class WritingPage;

class Workstation final : public QObject
{
    Q_OBJECT

public:
    /// Fills `window`; everything made belongs to it. Without `preferences`, which must outlive it, it has its own.
    Workstation(Desk &desk, const Clock &clock, MainWindow &window, Preferences *preferences = nullptr);

    [[nodiscard]] SignInPage &signInPage() const { return *m_signIn; }
    [[nodiscard]] WritingPage &writingPage() const { return *m_writing; }
    [[nodiscard]] ArticlesPage &articlesPage() const { return *m_articles; }
    [[nodiscard]] ReviewPage &reviewPage() const { return *m_review; }
    [[nodiscard]] OutboxPage &outboxPage() const { return *m_outbox; }
    [[nodiscard]] RegistersPage &registersPage() const { return *m_registers; }
    [[nodiscard]] EntryFormPage &entryPage() const { return *m_entry; }

    /// What a page keeps for the next time, as the order of the list. `settings` must outlive it.
    void rememberIn(QSettings &settings);

    void openArticle(ArticleId id);
    void newArticle();
    void openEntry(const Key &key);
    void newEntry(const Noun &noun);
    /// An article or an entry.
    void openRecord(const Key &key);

    /// Where somebody is: a page, and on the pages of one record which.
    struct Place
    {
        QString page;
        Key record;

        bool operator==(const Place &) const = default;
    };
    /// What goes with a person into another window.
    struct Sitting
    {
        Place place;
        std::vector<Notification> notices; ///< of trouble, without what was done about it
        bool wasIn = false;
        bool knowsOfKeychain = false; ///< was told that there is none, and closed that
    };
    [[nodiscard]] Sitting sitting() const;
    /// Goes on where that window was.
    void resume(const Sitting &sitting);

signals:
    /// Kept by the program; a window that is made after useLanguage() speaks it.
    void languageWanted(Language language);

private:
    void leaveThen(std::function<void()> next);
    void leaveAndClose(MainWindow::ClosingAnswer answer);
    void leaveEntryAndClose(const MainWindow::ClosingAnswer &answer);
    void askClosing(const QString &page, const QString &title, const Error &error,
                    const MainWindow::ClosingAnswer &answer);
    void sendThenSignOut();
    void lookThenSignOut();
    void stay();
    void leaveForLanguage(Language language);
    void takeZone();
    void offerByPost();
    void addCommands();
    void addLookCommands();
    void makePages();
    void followPages();
    void followRegisters();
    void follow();
    void activateConnection();
    void enter();
    void tellSession();
    void goToDoor();
    void showDoor();
    void showStatus();
    void see(ArticleId id);
    void showUnseen();
    void tellUnseen();
    void showUnseenList();
    [[nodiscard]] std::vector<KeyGroup> keys() const;
    [[nodiscard]] bool isOnScreen(ArticleId id) const;
    void tellEntryProblem(const Key &about, const Error &error);
    void tell(const QString &text, bool isGood);
    void tellWhileSo(const QString &text);
    void tellLineProblem(const Error &error);
    void takeBackLineProblem();

    void arrive(const Place &place);
    void goBack();

    Desk &m_desk;
    const Clock &m_clock;
    MainWindow &m_window;
    Preferences &m_preferences;
    SignInPage *m_signIn;
    QAction *m_new = nullptr; ///< begins an item
    QAction *m_sync = nullptr;
    QAction *m_offline = nullptr;
    // Of one person: what he chose, filtered, read and began to write in them goes with them when another comes.
    ArticlesPage *m_articles = nullptr;
    WritingPage *m_writing = nullptr;
    ReviewPage *m_review = nullptr;
    OutboxPage *m_outbox = nullptr;
    RegistersPage *m_registers = nullptr;
    EntryFormPage *m_entry = nullptr;
    QSettings *m_settings = nullptr;
    Account m_person; ///< whose pages they are; empty while nobody has been in
    Place m_place;
    std::vector<Place> m_before; ///< where he came from, the last one last
    QString m_lineProblem; ///< as told
    QString m_keychainText; ///< told since this was made: there is none
    bool m_wasIn = false; ///< the session has been there since this was made
    bool m_isSigningOut = false; ///< what waits is being sent, or looked at
    OutboxCounts m_counts;
};

} // namespace toasoan
