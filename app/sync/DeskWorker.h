// The working half of the desk: owns the replica, the engine, the uploader and the pictures of the account that is
// open, and does in its thread what Desk is asked for. Everything here runs in that thread; news goes out as signals.
#pragma once

#include "sync/AutoSave.h"
#include "sync/Desk.h"
#include "sync/DeskLock.h"
#include "sync/OpenRequests.h"
#include "sync/PictureStore.h"
#include "sync/Replica.h"
#include "sync/SyncEngine.h"
#include "sync/Transport.h"
#include "sync/Uploader.h"

#include <QTimer>

#include <atomic>

namespace toasoan {

/// The small nouns, together, for the GUI thread to keep.
struct NewsroomView
{
    User user;
    std::vector<User> users;
    std::vector<Section> sections;
    Genres genres;
    QByteArray reviewSettings; ///< what their entry says
    std::optional<Site> site;
    std::shared_ptr<const NewsroomRules> rules;
};

struct TypedText
{
    ArticleId article;
    TextBase base;
    Content content;
};

class DeskWorker final : public QObject, private SyncEngine::Listener, private Uploader::Listener
{
    Q_OBJECT

public:
    DeskWorker(const DeskOptions &options, const Clock &clock, Dice &dice, std::unique_ptr<TokenVault> vault);
    ~DeskWorker() override;

    /// Has `work` done in the worker's thread before all that waits there, and between pieces of what is under way.
    /// From any thread.
    static void hurry(DeskWorker &worker, std::function<void()> work);

    void open();

    void signIn(const QString &server, const QString &login, const QString &password, Callback<User> done);
    void signOut(Callback<void> done);

    /// Null while nobody is signed in.
    [[nodiscard]] Replica *replica() const;
    /// Does something to the replica and tells what it means.
    [[nodiscard]] Result<void> act(const std::function<Result<Changes>(Replica &)> &work);

    [[nodiscard]] Result<ArticlePage> list(const ArticleQuery &query, const std::optional<ListCursor> &after);
    [[nodiscard]] Result<ArticleView> article(ArticleId id);
    [[nodiscard]] Result<std::optional<ArticleLine>> line(ArticleId id);
    [[nodiscard]] Result<void> type(const TypedText &text);
    [[nodiscard]] Result<void> save(ArticleId id, Sitting sitting = Sitting::GoesOn);
    [[nodiscard]] Result<void> markSeen(ArticleId id);
    [[nodiscard]] Result<ArticleView> submit(const Command &command, std::optional<TextBase> read);
    void versions(const Key &key, Callback<std::vector<RecordVersion>> done);
    void revisions(ArticleId id, Callback<std::vector<RevisionLine>> done);
    void revision(ArticleId id, Version version, Callback<Content> done);

    [[nodiscard]] Result<AddedPicture> addPicture(const Result<StoredPicture> &stored, const QString &name);
    [[nodiscard]] Result<AddedPicture> addPicture(const QString &path);
    [[nodiscard]] Result<AddedPicture> addPicture(const QByteArray &bytes, const QString &name);
    void pictureFile(MediaId media, Callback<QString> done);

    [[nodiscard]] Result<OutboxView> outbox();
    [[nodiscard]] Result<void> retry(RequestId request);
    [[nodiscard]] Result<void> discard(RequestId request);
    [[nodiscard]] Result<void> retryPicture(MediaId media);
    [[nodiscard]] Result<void> discardPicture(MediaId media);
    [[nodiscard]] Result<ArticleId> keepAsNewDraft(ArticleId id);
    [[nodiscard]] Result<void> deleteDraft(ArticleId id);

    void setWorkOffline(bool offline);
    void networkReturned();
    void sync(Callback<void> done);

signals:
    void accountOpened(const toasoan::Account &account, toasoan::SignInState state,
                       const toasoan::NewsroomView &newsroom);
    void accountClosed();
    void sessionEnded();
    void openingFailed(const toasoan::Error &error);
    void newsroomChanged(const toasoan::NewsroomView &newsroom);
    void articleChanged(toasoan::ArticleId id);
    void articlesChanged();
    void entriesChanged(const toasoan::Noun &noun, const QList<toasoan::RecordId> &ids);
    void newsArrived(const toasoan::ArticleNews &news);
    void unseenChanged(int count);
    void outboxChanged();
    void connectionChanged(const toasoan::ConnectionView &connection);
    void uploadProgressed(toasoan::MediaId media, qint64 sent, qint64 size);
    void pictureArrived(toasoan::MediaId media);
    void stepOvertaken(const toasoan::OvertakenStep &overtaken);
    void problemArose(const toasoan::Error &error, const toasoan::Key &about);

protected:
    void customEvent(QEvent *event) override;

private:
    /// Everything that belongs to one account, made and ended together.
    struct Parts;

    void onChanges(const Changes &changes) override;
    void onConnection() override;
    void onPause() override;
    [[nodiscard]] bool isInAHurry() const override { return m_hurried > 0; }
    void onTokenRefused() override;
    void onUploadProgress(MediaId media, qint64 sent, qint64 size) override;
    void onUploadTrouble() override;
    void onUploadEnd(MediaId media, const std::optional<Error> &refusal) override;

    /// The folder is this program's from here on.
    [[nodiscard]] Result<void> takeFolder();
    [[nodiscard]] Result<void> openAccount(const Account &account);
    void closeAccount();
    /// Whether the account is still open that was opened as this one. The vault may answer late.
    [[nodiscard]] bool isStillOpen(quint64 opening) const { return m_parts && m_opening == opening; }
    void useToken(const QString &token);
    void shareToken(const QString &token);
    void announceAccount();
    [[nodiscard]] NewsroomView newsroom();
    [[nodiscard]] Result<void> tell(const Result<Changes> &changes);
    void tellOutbox();
    /// A moment's work on the lists of registers, and again as long as there is more.
    void fillProjections();
    void tellArticles();
    /// What the server shows no more, and nothing here needs, goes from the disk: a while after that may have come to
    /// be.
    void forgetPicturesLater();
    void forgetPictures();
    [[nodiscard]] ConnectionView connection() const;
    /// Of these, which the server could not take in just now.
    void markHeldUp(std::vector<WaitingCommand> &commands) const;
    [[nodiscard]] Result<std::vector<UnsavedText>> unsavedTexts();
    /// After every event: appoint the next waking, and see whether someone waits for the end.
    void settle();
    [[nodiscard]] std::unique_ptr<Transport> makeTransport(const QString &server) const;
    [[nodiscard]] QString accountFolder(UserId user) const;
    void writeSettings();

    const DeskOptions m_options;
    const Clock &m_clock;
    Dice &m_dice;
    std::unique_ptr<TokenVault> m_vault;
    std::unique_ptr<DeskLock> m_lock; ///< given back after all that uses the folder
    Account m_account;
    SignInState m_state = SignInState::SignedOut;
    bool m_isOffline = false;
    std::unique_ptr<Parts> m_parts;
    quint64 m_opening = 0; ///< counts the accounts that were opened
    std::unique_ptr<Transport> m_signInTransport;
    OpenRequests m_requests; ///< for signing in and out
    std::optional<HeldUp> m_heldUp; ///< as was told
    std::atomic<int> m_hurried = 0; ///< how much waits that is in a hurry
    std::vector<Callback<void>> m_waitingForEnd;
    QTimer m_wake;
    QTimer m_filling; ///< while it runs there is more to do for fillProjections()
    QTimer m_outboxNews; ///< while it runs outboxChanged() is due
    QTimer m_forgetting; ///< of pictures
    QTimer m_articlesNews; ///< while it runs articlesChanged() was told of a moment ago
    bool m_areArticlesDue = false; ///< it is to be told again at the end of that
    AutoSave m_autoSave;
};

} // namespace toasoan

Q_DECLARE_METATYPE(toasoan::NewsroomView)
