#include "sync/SyncEngine.h"

#include "base/Log.h"
#include "protocol/Wire.h"
#include "sync/BackOff.h"
#include "sync/ServerAnswer.h"

#include <QJsonDocument>

namespace toasoan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

/// A long poll is held by the server for as long as it may; beyond that the answer is lost.
constexpr Milliseconds pollPatience = std::chrono::seconds(wire::longestWait) + 15s;

} // namespace

SyncEngine::SyncEngine(Replica &replica, Transport &transport, const Clock &clock, Dice &dice, Listener &listener)
    : m_replica(replica)
    , m_transport(transport)
    , m_clock(clock)
    , m_dice(dice)
    , m_listener(listener)
    , m_lastSync(replica.lastSync())
{ }

void SyncEngine::setToken(const QString &token)
{
    stop();
    m_token = token;
    m_listener.onConnection();
    advance();
}

void SyncEngine::setOffline(bool offline)
{
    if (m_offline == offline)
        return;
    m_offline = offline;
    stop();
    m_listener.onConnection();
    advance();
}

void SyncEngine::tryNow()
{
    stop();
    advance();
}

void SyncEngine::stop()
{
    m_poll.reset();
    m_command.reset();
    m_caughtUp = false;
    m_pulledFrom.reset();
    m_failures = 0;
    m_problem.reset();
    m_restUntil.reset();
    m_pollNotBefore.reset();
    m_resting.clear();
}

ConnectionView SyncEngine::connection() const
{
    ConnectionView view{
        .connection = Connection::Connecting, .lastSync = m_lastSync, .problem = m_problem, .received = {}};
    if (m_offline)
        view.connection = Connection::Offline;
    else if (m_problem)
        view.connection = Connection::NoNetwork;
    else if (m_caughtUp)
        view.connection = Connection::Online;
    else if (const qint64 here = m_replica.position().sequence;
             m_pulledFrom && *m_pulledFrom <= here && here < m_newest)
        view.received = int(100 * (here - *m_pulledFrom) / (m_newest - *m_pulledFrom));
    return view;
}

bool SyncEngine::isIdle()
{
    if (!m_caughtUp || m_command)
        return false;
    std::set<ArticleId> resting;
    for (const auto &[article, rest] : m_resting)
        resting.insert(article);
    const auto next = m_replica.nextCommand(resting);
    return next && !*next;
}

std::optional<Instant> SyncEngine::wakeAt() const
{
    if (isStopped())
        return std::nullopt;
    std::optional<Instant> earliest;
    const auto consider = [&earliest](std::optional<Instant> at) {
        if (at && (!earliest || *at < *earliest))
            earliest = at;
    };
    consider(m_restUntil);
    if (!m_poll)
        consider(m_pollNotBefore);
    if (!m_command) {
        for (const auto &[article, rest] : m_resting)
            consider(rest.until);
    }
    return earliest;
}

void SyncEngine::advance()
{
    if (isStopped())
        return;
    if (m_restUntil && !isDue(*m_restUntil, m_clock.now()))
        return;
    m_restUntil.reset();
    if (!m_poll && (!m_pollNotBefore || isDue(*m_pollNotBefore, m_clock.now())))
        poll();
    if (m_caughtUp && !m_command)
        sendNext();
}

void SyncEngine::poll()
{
    m_pollNotBefore.reset();
    m_polledAt = m_clock.now();
    // Nouns that change meanwhile go to the end of the feed, and with other rights it begins anew.
    if (!m_caughtUp && (!m_pulledFrom || *m_pulledFrom > m_replica.position().sequence))
        m_pulledFrom = m_replica.position().sequence;
    TransportRequest request{.method = "GET",
                             .path =
                                 QString::fromLatin1(wire::changes) + u"?after=%1"_s.arg(m_replica.position().sequence),
                             .fields = apiFields(m_token),
                             .body = {}};
    if (m_caughtUp) {
        request.path += u"&wait=%1"_s.arg(wire::longestWait);
        request.patience = pollPatience;
    }
    m_poll = m_transport.send(request, [this](const Result<TransportResponse> &response) { pollAnswered(response); });
}

void SyncEngine::pollAnswered(const Result<TransportResponse> &response)
{
    const auto finished = std::move(m_poll);
    if (!response)
        return rest(response.error());
    const auto json = answerObject(*response);
    if (!json && json.error().code == ErrorCode::Unauthenticated)
        return endSession();
    if (!json)
        return rest(json.error(), retryAfter(*response));
    const auto page = feedPageFromJson(*json);
    if (!page)
        return rest({ErrorCode::Unavailable, u"network"_s, page.error().subject});
    if (const auto applied = applyPage(*page); !applied)
        return rest(applied.error());
    advance();
}

Result<void> SyncEngine::applyPage(const FeedPage &page)
{
    if (!m_replica.follows(page)) {
        writeLog(LogLevel::Warning, "sync.newEpoch");
        // A command under way is answered by the new history; its answer is read when the pull has shown that.
        m_caughtUp = false;
        m_command.reset();
        const auto started = m_replica.startEpoch(page.epoch);
        if (!started)
            return started.error();
        tell(started);
        return {};
    }
    const bool isNews = !page.entries.empty() || page.more || page.next != m_replica.position().sequence
        || m_replica.position().epoch.isEmpty();
    if (isNews) {
        const auto changes = m_replica.apply(page);
        if (!changes)
            return changes.error();
        wentWell();
        tell(changes);
    } else {
        wentWell();
        // A server that does not hold the line must not be asked in a circle.
        if (m_caughtUp && m_clock.now() - m_polledAt < 1s)
            m_pollNotBefore = m_clock.now() + 1s;
    }
    // With other rights everything is asked for anew: then the page was not the last.
    const bool isLast = !page.more && m_replica.position().sequence == page.next;
    if (isLast)
        m_lastSync = m_clock.now();
    m_newest = page.newest;
    if (isLast) {
        m_caughtUp = true;
        m_pulledFrom.reset();
    }
    m_listener.onConnection();
    return {};
}

void SyncEngine::wentWell()
{
    m_failures = 0;
    if (m_problem) {
        m_problem.reset();
        m_listener.onConnection();
    }
}

void SyncEngine::sendNext()
{
    std::set<ArticleId> resting;
    for (const auto &[article, rest] : m_resting) {
        if (!isDue(rest.until, m_clock.now()))
            resting.insert(article);
    }
    const auto next = m_replica.nextCommand(resting);
    if (!next)
        return rest(next.error());
    if (!*next)
        return;
    const Outgoing command = **next;
    // On disk before it can be at the server: after a crash it is sent again as it was, never as something else.
    if (const auto marked = m_replica.markOffered(command); !marked)
        return rest(marked.error());
    TransportRequest request{.method = "POST",
                             .path = QString::fromLatin1(wire::commands),
                             .fields = apiFields(m_token),
                             .body = command.body};
    request.fields.emplace_back("Content-Type", "application/json");
    m_command = m_transport.send(
        request, [this, command](const Result<TransportResponse> &response) { commandAnswered(command, response); });
}

void SyncEngine::commandAnswered(const Outgoing &command, const Result<TransportResponse> &response)
{
    const auto finished = std::move(m_command);
    if (!response)
        return rest(response.error());
    const auto json = answerObject(*response);
    if (!json && json.error().code == ErrorCode::Unauthenticated)
        return endSession();
    if (!json && json.error().subject == u"network"_s)
        return rest(json.error(), retryAfter(*response));
    if (!json && mayGoBetterLater(json.error())) {
        restArticle(command.article);
        return advance();
    }
    Result<Changes> changes = Changes();
    if (json) {
        const auto snapshot = articleSnapshotFromJson(json->value("article"_L1).toObject());
        if (!snapshot)
            return rest({ErrorCode::Unavailable, u"network"_s, snapshot.error().subject});
        changes = m_replica.accept(command, *snapshot, json->value("sequence"_L1).toInteger());
    } else {
        changes = m_replica.refuse(command, json.error());
    }
    if (!changes)
        return rest(changes.error());
    m_resting.erase(command.article);
    wentWell();
    tell(changes);
    advance();
}

void SyncEngine::rest(const Error &error, Milliseconds atLeast)
{
    // The connection is in doubt: what is under way on it is asked for again.
    m_poll.reset();
    m_command.reset();
    m_caughtUp = false;
    ++m_failures;
    m_restUntil = m_clock.now() + std::max(backOff(m_failures, m_dice), atLeast);
    m_problem = error;
    m_listener.onConnection();
}

void SyncEngine::restArticle(ArticleId article)
{
    Rest &rest = m_resting[article];
    ++rest.failures;
    rest.until = m_clock.now() + backOff(rest.failures, m_dice);
}

void SyncEngine::endSession()
{
    stop();
    m_token.clear();
    m_problem = Error{ErrorCode::Unauthenticated, u"session"_s, {}};
    m_listener.onTokenRefused();
    m_listener.onConnection();
}

void SyncEngine::tell(const Result<Changes> &changes)
{
    if (changes)
        m_listener.onChanges(*changes);
}

} // namespace toasoan
