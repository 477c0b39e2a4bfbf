// A newsroom in one thread: the real server's commands, sessions and feed on a real database, desks with the real
// engine and replica on theirs, a virtual clock, and a network that can do what networks do. For tst_syncengine
// (scripted) and tst_simulation (by chance). Databases live in memory and are emptied between worlds: a commit there is
// what a synced commit is on a disk, so a crash takes the objects and leaves the database.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "domain/Register.h"
#include "domain/User.h"
#include "protocol/Wire.h"
#include "storage/Database.h"
#include "sync/AutoSave.h"
#include "sync/DeskFolder.h"
#include "sync/NewerServer.h"
#include "sync/Replica.h"
#include "sync/SyncEngine.h"
#include "sync/Transport.h"

#include <functional>
#include <map>
#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace toasoan::test {

class VirtualClock final : public Clock
{
public:
    [[nodiscard]] Instant now() const override { return m_now; }
    void set(Instant now) { m_now = now; }

private:
    Instant m_now = fromMilliseconds(1790000000000);
};

/// A PC's clock, as wrong as it may be.
class SkewedClock final : public Clock
{
public:
    explicit SkewedClock(const Clock &clock) : m_clock(clock) { }
    [[nodiscard]] Instant now() const override { return m_clock.now() + skew; }

    Milliseconds skew{0};

private:
    const Clock &m_clock;
};

/// What happens to the messages between a desk and the server.
struct Network
{
    bool isCut = false;
    int lossPercent = 0; ///< of requests and of answers, each
    int duplicatePercent = 0; ///< of requests
    Milliseconds longestDelay{20};
    // The next messages to a path that begins so, once each:
    std::multiset<QString> loseNextRequest;
    std::multiset<QString> loseNextAnswer;
    std::multiset<QString> duplicateNext;
};

/// What a world has beside the five desks of one section.
struct WorldPlan
{
    int sections = 1;
    bool hasSecondPc = false; ///< another of the first reporter: desk World::secondPc
    bool isServerNewer = false;
    int feedPage = wire::feedPage; ///< changes in one page of the feed
    bool hasFolders = false; ///< desks lock a folder on the disk, as programs do
};

class World;

class TestDesk final : public SyncEngine::Listener
{
public:
    TestDesk(World &world, int index, const User &user, std::unique_ptr<Database> database);
    ~TestDesk() override;

    /// Ends engine and replica, whatever they are doing; only the database is left, and a folder's lock as a program
    /// leaves it that was killed.
    void crash();
    void start();
    [[nodiscard]] bool isRunning() const { return bool(m_engine); }

    [[nodiscard]] Replica &replica() { return *m_replica; }
    [[nodiscard]] SyncEngine &engine() { return *m_engine; }
    /// Lets the engine see what was done to the replica.
    void tell(const Changes &changes);

    /// He has signed in again: what the server said of him, and the new session.
    void takeSignIn(const User &person, const QString &token);

    /// From here on what is typed is given to be sent as the desk's worker does, `after` its first keystroke.
    void saveByItself(Milliseconds after);

    // Shorthands that fail the test when the replica fails.
    void type(ArticleId id, const Content &content, TextBase base = {});
    void save(ArticleId id);
    Result<void> submit(const Command &command);
    ArticleView view(ArticleId id);
    [[nodiscard]] std::optional<Article> confirmed(ArticleId id);
    [[nodiscard]] OutboxView outbox();

    void onChanges(const Changes &changes) override;
    void onConnection() override;
    void onTokenRefused() override;

    const int index;
    User user;
    Network network;
    SkewedClock clock;
    std::vector<Changes::Problem> problems;
    std::vector<ArticleNews> news;
    std::vector<OvertakenStep> overtaken;
    int sessionsEnded = 0;
    int startsAnew = 0; ///< how often what was known was asked for again
    std::vector<int> progress; ///< what a person was told of a pull, in per cent
    std::unique_ptr<DeskFolder> folder; ///< null where desks have none

private:
    friend class World;
    void notePosition();

    World &m_world;
    std::unique_ptr<Database> m_database; ///< while the desk is down
    QString m_token; ///< as the keychain has it; empty once the server has refused it
    bool m_isPulling = false; ///< as last seen
    bool m_hasPulled = false; ///< once at least
    std::unique_ptr<Transport> m_transport;
    std::unique_ptr<Replica> m_replica;
    std::unique_ptr<SyncEngine> m_engine;
    std::optional<Milliseconds> m_saveAfter;
    std::unique_ptr<AutoSave> m_autoSave; ///< nothing: a text is saved when the test says so
};

class World
{
public:
    explicit World(quint64 seed = 1, const WorldPlan &plan = {});
    ~World();
    Q_DISABLE_COPY_MOVE(World)

    // The people: two reporters, two editors, a chair, each at his desk.
    static constexpr int reporter = 0, otherReporter = 1, editor = 2, otherEditor = 3, chair = 4, deskCount = 5;
    static constexpr int secondPc = 5; ///< the first reporter's, if the plan has it
    [[nodiscard]] TestDesk &desk(int index) { return *m_desks[std::size_t(index)]; }
    [[nodiscard]] int allDesks() const { return int(m_desks.size()); }

    /// Lets `duration` of virtual time pass.
    void run(Milliseconds duration);
    /// Runs until every desk that is up and connected is idle and knows all that the server knows; false if that does
    /// not happen within an hour of virtual time.
    bool settle();

    // The server
    [[nodiscard]] Database &serverDatabase() { return *m_server; }
    void setServerUp(bool up);
    [[nodiscard]] bool isServerUp() const { return m_serverUp; }
    /// The server answers with this status and nothing else.
    std::optional<int> serverTrouble;
    /// What it answers to the commands of an article, in place of doing them.
    std::map<ArticleId, TransportResponse> commandTrouble;
    /// How often a command was offered in vain.
    int commandsInVain = 0;
    /// Its pages say that they were read under this view, whatever it tells of views: two servers that do not agree.
    std::optional<QString> viewOfPages;
    /// How often it was asked for anything.
    int requests = 0;
    /// The server knows no token any more.
    bool revokeSessions = false;
    /// Other rights, another name, another standing of the person at that desk, at every desk of his.
    void changeUser(int desk, const User &user);
    /// Ends all his sessions, as closing an account does.
    void signOutEverywhere(int desk);
    /// Signs in anew at that desk; false where his account is closed.
    bool signIn(int desk);
    /// Something of a noun, or an article of a state, that only a newer program knows has changed.
    void changeUnknown();
    /// A step that only a newer program knows: the article is another by it, in what every program knows.
    void stepOfNewerProgram(ArticleId id, const QString &reason);
    void addMedia(const Media &media);
    /// Restores the server's state of the time of backUp(): commands since then are lost, the epoch is another.
    void backUp();
    void restore();
    [[nodiscard]] std::optional<Article> onServer(ArticleId id);
    [[nodiscard]] std::vector<ArticleId> serverArticles();
    [[nodiscard]] RecordSnapshot serverSnapshot(ArticleId id);
    [[nodiscard]] qint64 serverSequence();
    /// An administrator defines a register, of which `version` was there before; its lists are filled.
    Result<void> define(const Register &described, Version version = 0);
    Result<FullRecord> runForRecord(int asDesk, const Command &command);
    /// Of a record of any kind; nothing if there is none.
    [[nodiscard]] std::optional<FullRecord> recordOnServer(RecordId id);
    /// Runs a command as the server's own (a person's somewhere else).
    Result<Article> runOnServer(int asDesk, const Command &command);

    /// How often each request was done (not: answered from memory, or refused).
    [[nodiscard]] const std::map<RequestId, int> &executions() const { return m_executions; }
    [[nodiscard]] const std::map<RequestId, bool> &acknowledged() const { return m_acknowledged; }
    /// The hash of the content that each request was done with.
    [[nodiscard]] const std::map<RequestId, QString> &doneWith() const { return m_doneWith; }
    /// What must never happen, and did: the first of it; empty if nothing.
    [[nodiscard]] const QString &wrong() const { return m_wrong; }
    /// How often the rights or the standing of a desk's person were changed.
    [[nodiscard]] int changesOf(int desk) const;
    /// How often something was told of that no desk could read and will ask for again when it starts.
    [[nodiscard]] int unreadable() const { return m_newer ? m_newer->unreadable() : 0; }

    [[nodiscard]] Content content(const QString &title, const QString &lead = {}) const;

    const WorldPlan plan;
    VirtualClock clock;
    SeededDice dice;
    std::vector<SectionId> sections;
    SectionId section; ///< the first
    quint64 random(quint64 bound) { return dice.below(bound); }

private:
    friend class TestDesk;
    class DeskTransport;
    struct Event
    {
        Instant at;
        quint64 number = 0;
        std::function<void()> what;
    };
    struct Waiting; // a long poll that the server holds
    struct Call;

    void after(Milliseconds delay, std::function<void()> what);
    [[nodiscard]] bool step(Instant until);
    void wakeEngines();
    void noteWrong(const QString &what);
    void noteSent(TestDesk &desk, const TransportRequest &request);
    void arrive(const std::shared_ptr<Call> &call);
    void answer(const std::shared_ptr<Call> &call, const TransportResponse &response);
    [[nodiscard]] std::optional<User> whoAsks(const Call &call);
    [[nodiscard]] TransportResponse runCommandRequest(const Call &call, const User &user);
    [[nodiscard]] TransportResponse errorAnswer(const Error &error);
    [[nodiscard]] TransportResponse pageAnswer(const FeedPage &page, qint64 after);
    [[nodiscard]] TransportResponse readChanges(const std::shared_ptr<Call> &call, const User &user, bool &held);
    [[nodiscard]] TransportResponse readPull(const User &user, const Noun &noun, qint64 before);
    [[nodiscard]] TransportResponse tellView(const User &user);
    void announce();
    void fillProjections();
    [[nodiscard]] Result<void> beginSession(Transaction &transaction, UserId user, const QString &token);
    [[nodiscard]] std::unique_ptr<Transport> lineOf(TestDesk &desk);
    [[nodiscard]] QByteArray said(const QJsonObject &json);

    std::unique_ptr<Database> m_server;
    std::unique_ptr<Database> m_backup;
    bool m_serverUp = true;
    quint64 m_serverLife = 0; ///< counts its starts: what was under way in an earlier one is lost
    std::vector<std::unique_ptr<TestDesk>> m_desks;
    std::vector<Event> m_events; ///< a heap, the earliest first
    quint64 m_lastEvent = 0;
    std::vector<std::shared_ptr<Call>> m_held;
    std::map<RequestId, int> m_executions;
    std::map<RequestId, bool> m_acknowledged;
    std::map<RequestId, QString> m_doneWith;
    std::map<UserId, int> m_changesOf;
    std::map<QString, std::optional<User>> m_askers; ///< by token, as the store says, until somebody is changed there
    std::optional<NewerServer> m_newer;
    std::map<RequestId, QByteArray> m_sent;
    QString m_wrong;
    int m_sessions = 0;
    qint64 m_announced = 0;
};

} // namespace toasoan::test
