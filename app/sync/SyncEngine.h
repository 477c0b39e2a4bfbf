// Keeps a replica and the server together: pulls the feed, sends the outbox. A state machine without threads, sleeps or
// a clock of its own: it is driven by calls and answers, and tells when it wants to be woken next. The simulation runs
// it on a virtual clock and network, the desk in its worker thread.
//
//              ┌──────── 401 ────────────────► signed out: no token (the outbox stays)
//     ask for the view ──► catch up ──► listen (long poll) and send one command at a time
//              ▲  ▲             └──────── beside it: pull what the view has and this PC has not, a page at a time
//              │  └── a page of another view: other rights, a restored server
//              └── rest (back-off) ◄─ no answer, 5xx
//
// Commands are sent only by who is caught up, so a server that was restored is known as such before it gets any.
#pragma once

#include "base/Clock.h"
#include "base/Dice.h"
#include "sync/BackOff.h"
#include "sync/Replica.h"
#include "sync/Transport.h"

#include <functional>
#include <map>

namespace toasoan {

class SyncEngine
{
public:
    /// Who wants to know. Called from within the engine's functions, which must not be called back from there.
    class Listener
    {
    public:
        virtual ~Listener() = default;
        virtual void onChanges(const Changes &changes) = 0;
        virtual void onConnection() = 0;
        /// Between two pieces of work on the replica: what is in a hurry can be done.
        virtual void onPause() { }
        /// Whether anything is.
        [[nodiscard]] virtual bool isInAHurry() const { return false; }
        /// The server does not know the token (any more).
        virtual void onTokenRefused() = 0;
    };

    SyncEngine(Replica &replica, Transport &transport, const Clock &clock, Dice &dice, Listener &listener);

    /// Starts with a sign-in, or stops when it is empty.
    void setToken(const QString &token);
    [[nodiscard]] const QString &token() const { return m_token; }
    void setOffline(bool offline);

    /// The outbox or the pictures have changed.
    void outboxChanged() { advance(); }
    /// Pulls and sends now, whatever was appointed: the network is back, or a person asks.
    void tryNow();
    /// The time that was asked for by wakeAt() has come.
    void wake() { advance(); }
    [[nodiscard]] std::optional<Instant> wakeAt() const;

    [[nodiscard]] ConnectionView connection() const;
    /// Why the commands of an article do not go though the server is there.
    [[nodiscard]] std::optional<HeldUp> heldUp(ArticleId article) const;
    /// Pulled to the end, nothing under way, nothing that waits to be sent.
    [[nodiscard]] bool isIdle();
    /// Whether anything is under way or could be now: what waits besides is held up.
    [[nodiscard]] bool isBusy();

private:
    [[nodiscard]] bool isStopped() const { return m_token.isEmpty() || m_offline; }
    [[nodiscard]] bool needsView() const { return m_isViewWanted || !m_replica.hasView(); }
    /// Whether something of what he may see is still to be asked for; without the view that is not known.
    [[nodiscard]] bool isPulling() const { return needsView() || !m_replica.pulls().empty(); }
    void advance();
    void stop();
    /// A GET, whose answer is read and then taken. A failure of either too rests; after a success it is advanced.
    template <typename T>
    [[nodiscard]] std::unique_ptr<PendingRequest> ask(const QString &path, Milliseconds patience,
                                                      Result<T> (*read)(const QByteArray &body),
                                                      std::function<Result<void>(const T &answer)> take);
    void askView();
    void poll();
    void pull(const Pull &next);
    [[nodiscard]] bool isOfKnownView(const FeedPage &page);
    using Apply = std::function<Result<Changes>(IncomingPage &incoming, std::size_t &from)>;
    [[nodiscard]] Result<void> applyInPieces(const FeedPage &page, const Apply &apply);
    [[nodiscard]] Replica::IsAwaited isAwaited() const;
    [[nodiscard]] Result<void> applyPage(const FeedPage &page);
    [[nodiscard]] Result<void> applyPull(const Noun &noun, const FeedPage &page);
    void noteSync();
    void sendNext();
    void commandAnswered(const Outgoing &command, const Result<TransportResponse> &response);
    void rest(const Error &error, Milliseconds atLeast = Milliseconds(0));
    void restArticle(ArticleId article, const Error &error, Milliseconds atLeast = Milliseconds(0));
    void restSending(const Error &error, Milliseconds atLeast);
    [[nodiscard]] std::set<ArticleId> resting() const;
    void endSession();
    void wentWell();
    [[nodiscard]] Result<void> compareClocks(const TransportResponse &response);
    void tell(const Result<Changes> &changes);

    Replica &m_replica;
    Transport &m_transport;
    const Clock &m_clock;
    Dice &m_dice;
    Listener &m_listener;

    QString m_token;
    bool m_offline = false;
    bool m_caughtUp = false; ///< the live feed was read to its end since the last failure
    /// While catching up: the sequence it began after, and the server's newest, as far as they are known.
    std::optional<qint64> m_behindFrom;
    qint64 m_newest = 0;
    bool m_isViewWanted = false; ///< a page was of another view than the one that is known
    Instant m_viewAskedAt;
    int m_failures = 0; ///< in a row
    std::optional<Error> m_problem;
    std::optional<Rest> m_rest; ///< from the server
    std::optional<Rest> m_sendingRest; ///< from sending: the server asked for it, and answers all else
    std::optional<Rest> m_pollRest; ///< from asking in a circle
    Instant m_polledAt;
    std::optional<Instant> m_lastSync;
    std::optional<std::chrono::minutes> m_clockAhead; ///< nothing: by less than matters
    /// By the last answer, for the first time: another is asked for at once, and nothing is sent before it.
    bool m_isClockDoubted = false;

    std::unique_ptr<PendingRequest> m_poll;
    std::unique_ptr<PendingRequest> m_pull;
    std::unique_ptr<PendingRequest> m_view;
    std::unique_ptr<PendingRequest> m_command;
    /// Articles whose command the server could not do just now; others go on.
    std::map<ArticleId, Rest> m_resting;
};

} // namespace toasoan
