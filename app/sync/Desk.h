// The desk: all that a window, or a script, sees of writing, sending and receiving. A facade in the GUI thread; disk,
// database and network are used by its one worker thread. Nothing here waits: questions are answered through callbacks,
// which are not called when their `context` is gone, and news comes as signals. Calls are done in the order given, but
// that type() comes before what only looks, and before the work of the feed: it is on the disk within moments.
#pragma once

#include "actions/Command.h"
#include "base/Clock.h"
#include "base/Dice.h"
#include "base/Result.h"
#include "domain/Genres.h"
#include "domain/Section.h"
#include "domain/Site.h"
#include "domain/User.h"
#include "sync/DeskView.h"
#include "sync/TokenVault.h"

#include <QObject>
#include <QPointer>
#include <QThread>

#include <any>
#include <atomic>
#include <functional>
#include <map>
#include <memory>

namespace toasoan {

class DeskWorker;
class NewsroomRules;
class Replica;
struct Changes;

/// When an act of a window is done.
enum class ActTurn
{
    Ordered, ///< in the order in which all is given
    Hurried ///< before what only looks and what comes from the server: what is typed
};
class Transport;
struct NewsroomView;

struct DeskOptions
{
    /// Holds one folder for each account (replica, outbox, pictures). Made if missing.
    QString folder;
    /// What the server lists the session under; by default the PC's name.
    QString device;
    /// How long after the first keystroke that was not sent yet a text is given to be sent, while its person is on it.
    /// On the disk it is at once; each sending is a version at the server.
    Milliseconds saveAfter{45000};
    /// Nothing: HTTP. Called in the worker thread with the server's address.
    std::function<std::unique_ptr<Transport>(const QString &server)> makeTransport;
};

class Desk : public QObject
{
    Q_OBJECT

public:
    /// Opens what the last account left, in the worker thread: signedIn() or signedOut() follows, or openingFailed().
    Desk(const DeskOptions &options, const Clock &clock, Dice &dice, std::unique_ptr<TokenVault> vault,
         QObject *parent = nullptr);
    /// Finishes what was asked for (every type() is on disk) and ends.
    ~Desk() override;

    // Signing in and out

    /// Unauthenticated "session.password"; Unavailable "network"; Unsupported "protocol.version" …
    void signIn(const QString &server, const QString &login, const QString &password, QObject *context,
                Callback<User> done);
    /// Ends the session. What waits stays on this PC, for this account, until it signs in again.
    void signOut(QObject *context, Callback<void> done);
    [[nodiscard]] SignInState signInState() const { return m_signInState; }
    /// Of the account that is open; empty when signed out.
    [[nodiscard]] const Account &account() const { return m_account; }

    // The newsroom, as last heard: kept here, so that windows can ask at any time

    [[nodiscard]] const User &user() const { return m_user; }
    [[nodiscard]] const std::vector<User> &users() const { return m_users; }
    /// The name of a person; empty if he is not known.
    [[nodiscard]] QString nameOf(UserId user) const;
    /// In the order of menus.
    [[nodiscard]] const std::vector<Section> &sections() const { return m_sections; }
    [[nodiscard]] const Section *findSection(SectionId id) const;
    [[nodiscard]] const Genres &genres() const { return m_genres; }
    [[nodiscard]] const std::optional<Site> &site() const { return m_site; }
    /// What stands against an approval, as far as the desk has heard.
    [[nodiscard]] ChecklistPolicy checklist() const;
    [[nodiscard]] const Workflow &workflow() const;
    /// The rules in force: registers, chains.
    [[nodiscard]] const NewsroomRules &rules() const { return *m_rules; }

    // Articles

    /// One page; articles that exist only on this desk are among them.
    void list(const ArticleQuery &query, const std::optional<ListCursor> &after, QObject *context,
              Callback<ArticlePage> done);
    /// NotFound "article".
    void article(ArticleId id, QObject *context, Callback<ArticleView> done);
    /// One line of a list, for a row to repaint; nothing if the article is not (or no longer) to be seen.
    void line(ArticleId id, QObject *context, Callback<std::optional<ArticleLine>> done);

    /// A new draft; it appears in lists with its first type().
    [[nodiscard]] ArticleId newArticle();

    /// Keeps a text as it is being typed. When `done` is called it survives a crash of program or PC. `base` is the
    /// one of the view that the editor shows; for newArticle() the default. After articleChanged() with another base in
    /// its view: type() what was typed since, ask for the article again, and show its text if nothing was typed
    /// meanwhile. Nothing is refused here for what it says: it is kept first and judged later.
    void type(ArticleId id, TextBase base, const Content &content, QObject *context = nullptr,
              Callback<void> done = {});
    /// Gives what was typed to be sent: Ctrl+S, leaving the editor. By itself after DeskOptions::saveAfter. Without
    /// `done` a failure is told by problemArose().
    void save(ArticleId id, QObject *context = nullptr, Callback<void> done = {});
    /// The same of an earlier text that was put back, and is the last that was typed: what stood there before, and was
    /// given by save(), stays a version of its own, wherever it is on its way to the server.
    void savePutBack(ArticleId id);

    /// Gives a step to be taken: after the text that was typed before it, which is saved. The error is that of the rule
    /// it breaks already here (Forbidden, Conflict, InvalidInput); a step that was refused earlier for this article is
    /// settled by it. `version` 0 stands for the version shown; then `read` says which text the person saw, and the
    /// step is refused with Conflict "article.contentHash" where others have made it another since. Not for
    /// Save: type() and save().
    void submit(const Command &command, QObject *context, Callback<ArticleView> done,
                std::optional<TextBase> read = std::nullopt);

    /// The person looks at the article: what others did with it is no news any more.
    void markSeen(ArticleId id);
    /// Of how many articles there is news that he has not seen; counted on across starts of the program.
    [[nodiscard]] int unseen() const { return m_unseen; }

    /// All versions of an article, oldest first; from the server if it can be reached, else those known here.
    void revisions(ArticleId id, QObject *context, Callback<std::vector<RevisionLine>> done);
    /// What a version says. Unavailable "network" if it is neither known here nor to be had.
    void revision(ArticleId id, Version version, QObject *context, Callback<Content> done);

    // Registers: questions and acts as values (sync/EntryQuestions.h)

    template <typename Question>
    void ask(const Question &question, QObject *context, Callback<typename Question::Answer> done)
    {
        auto answer = expect<typename Question::Answer>(context, std::move(done));
        askReplica([question, answer = std::move(answer)](Replica *replica) {
            using Answer = Result<typename Question::Answer>;
            answer(replica ? question.run(*replica) : Answer(nobodyIsSignedIn()));
        });
    }
    template <typename Act>
    void act(const Act &act, QObject *context, Callback<void> done)
    {
        actOnReplica(
            Act::turn, [act](Replica &replica) { return act.run(replica); }, expect<void>(context, std::move(done)));
    }
    /// The versions of a record, with what they say, the oldest first; of those that the server has the newest 200, of
    /// which offline those that are known here.
    void versions(const Key &key, QObject *context, Callback<std::vector<RecordVersion>> done);
    /// A new entry; it appears in lists with its first typing.
    [[nodiscard]] RecordId newEntry() { return newArticle(); }
    /// The id of a new row within one.
    [[nodiscard]] QString newRow();

    // Pictures

    /// Copies the picture to this PC's store and gives it to be uploaded. Unsupported "picture.format" for what is
    /// no JPEG, PNG, WebP, GIF, TIFF or HEIC; TooLarge "picture.size"; NotFound "picture.file".
    void addPicture(const QString &path, QObject *context, Callback<AddedPicture> done);
    void addPicture(const QByteArray &bytes, const QString &name, QObject *context, Callback<AddedPicture> done);
    /// The file with a picture's bytes; fetched from the server when it is not here yet.
    void pictureFile(MediaId media, QObject *context, Callback<QString> done);

    // What waits

    void outbox(QObject *context, Callback<OutboxView> done);
    /// Offers a refused command, or picture, again: on the article as it is now.
    void retry(RequestId request, QObject *context, Callback<void> done);
    void retryPicture(MediaId media, QObject *context, Callback<void> done);
    /// Drops a refused command. With a Save its text goes, and so do the steps given behind it; ask first.
    void discard(RequestId request, QObject *context, Callback<void> done);
    void discardPicture(MediaId media, QObject *context, Callback<void> done);
    /// Makes a new draft of the text that waits for this article. Of what waits for that, the text goes and what
    /// depends on it; other steps, as a take-down, stay.
    void keepAsNewDraft(ArticleId id, QObject *context, Callback<ArticleId> done);

    /// Drops a draft that the server never heard of. Conflict "outbox.offered" if it may have by now; NotFound
    /// "article" if there is none such.
    void deleteDraft(ArticleId id, QObject *context, Callback<void> done);

    // The connection

    [[nodiscard]] const ConnectionView &connection() const { return m_connection; }
    /// The time, by the server's clock as far as it is known to be another than this PC's.
    [[nodiscard]] Instant now() const
    {
        return m_clock.now() - m_connection.clockAhead.value_or(std::chrono::minutes(0));
    }
    /// The system says that there is a network again: the next try is now.
    void networkReturned();
    /// Whether to leave the network alone. Remembered.
    void setWorkOffline(bool offline);
    /// Tries now, not at the next appointed time, and calls back when the desk knows all that the server knows and
    /// nothing waits that could go; or with why not.
    void sync(QObject *context, Callback<void> done);

signals:
    void signedIn(const toasoan::Account &account);
    void signedOut();
    void sessionEnded();
    /// The folder or its database cannot be used; nothing else will work.
    void openingFailed(const toasoan::Error &error);
    /// An article is new, other, or gone: in what it says, its state or what waits for it.
    void articleChanged(toasoan::ArticleId id);
    /// Many at once (the first pull, another account): read lists anew.
    void articlesChanged();
    /// Entries of a register are new, other, or gone; empty: many.
    void entriesChanged(const toasoan::Noun &noun, const QList<toasoan::RecordId> &ids);
    /// Somebody else, or the clock, did something with an article that is this person's affair. Never told of what
    /// happened before this desk first knew all.
    void newsArrived(const toasoan::ArticleNews &news);
    /// A step that was given here came to nothing: the server had heard of another before. Nothing is to be settled.
    void stepOvertaken(const toasoan::OvertakenStep &overtaken);
    void unseenChanged(int count);
    /// Users, sections, genres, site or chain.
    void newsroomChanged();
    void outboxChanged();
    void connectionChanged(const toasoan::ConnectionView &connection);
    void uploadProgressed(toasoan::MediaId media, qint64 sent, qint64 size);
    void pictureArrived(toasoan::MediaId media);
    /// Something that a person must know of: a refusal of what he gave earlier, a full disk. The id of what it is about
    /// may be null.
    void problemArose(const toasoan::Error &error, const toasoan::Key &about);

private:
    struct TypedTexts;
    /// Gives what the worker calls in place of `done`, which stays in this thread: the worker gets its number, and
    /// gives it back with the answer.
    template <typename T>
    [[nodiscard]] Callback<T> expect(QObject *context, Callback<T> done)
    {
        const quint64 number = ++m_lastExpected;
        m_expected[number] = [guard = QPointer(context), done = std::move(done)](const std::any &answer) {
            if (guard && done)
                done(std::any_cast<const Result<T> &>(answer));
        };
        return [this, number](const Result<T> &result) {
            QMetaObject::invokeMethod(
                this,
                [this, number, answer = std::any(result)] {
                    const auto expected = m_expected.extract(number);
                    if (!expected.empty())
                        expected.mapped()(answer);
                },
                Qt::QueuedConnection);
        };
    }
    /// Null: nobody is signed in.
    void askReplica(std::function<void(Replica *)> work);
    void actOnReplica(ActTurn turn, std::function<Result<Changes>(Replica &)> work,
                      std::function<void(Result<void>)> done);
    [[nodiscard]] static Error nobodyIsSignedIn();
    template <typename T, typename Work>
    void askWorker(QObject *context, Callback<T> done, Work work);
    /// As askWorker(), for what is answered later: `work` gets a Callback<T> for its own thread.
    template <typename T, typename Work>
    void askLater(QObject *context, Callback<T> done, Work work);
    /// As askWorker(), for what only looks: texts that are typed later may be kept before it.
    template <typename T, typename Work>
    void look(QObject *context, Callback<T> done, Work work);
    void connectWorker();
    void take(const NewsroomView &newsroom);

    const Clock &m_clock;
    Dice &m_dice;
    QThread m_thread;
    DeskWorker *m_worker = nullptr; ///< Lives and is deleted in m_thread.
    /// Texts that the worker has not taken yet: typed faster than the disk writes, they go together.
    std::shared_ptr<TypedTexts> m_typed;
    /// Calls under way that a text typed later must not overtake: it is not what they are about.
    std::shared_ptr<std::atomic<int>> m_ordered = std::make_shared<std::atomic<int>>(0);

    std::map<quint64, std::function<void(const std::any &)>> m_expected;
    quint64 m_lastExpected = 0;

    SignInState m_signInState = SignInState::SignedOut;
    Account m_account;
    User m_user;
    std::vector<User> m_users;
    std::vector<Section> m_sections;
    Genres m_genres;
    QByteArray m_reviewSettings;
    std::optional<Site> m_site;
    std::shared_ptr<const NewsroomRules> m_rules;
    ConnectionView m_connection;
    int m_unseen = 0;
};

} // namespace toasoan

Q_DECLARE_METATYPE(toasoan::Account)
Q_DECLARE_METATYPE(toasoan::ArticleId)
Q_DECLARE_METATYPE(toasoan::ConnectionView)
Q_DECLARE_METATYPE(toasoan::Error)
Q_DECLARE_METATYPE(toasoan::Key)
Q_DECLARE_METATYPE(toasoan::MediaId)
Q_DECLARE_METATYPE(toasoan::Noun)
