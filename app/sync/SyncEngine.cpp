#include "sync/SyncEngine.h"

#include "base/Json.h"
#include "base/Log.h"
#include "protocol/Wire.h"
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
    m_pull.reset();
    m_view.reset();
    m_command.reset();
    m_caughtUp = false;
    m_behindFrom.reset();
    m_isViewWanted = false;
    m_failures = 0;
    m_problem.reset();
    m_rest.reset();
    m_sendingRest.reset();
    m_pollRest.reset();
    m_resting.clear();
    m_isClockDoubted = false;
}

ConnectionView SyncEngine::connection() const
{
    ConnectionView view{
        .connection = Connection::Connecting, .lastSync = m_lastSync, .problem = m_problem, .clockAhead = m_clockAhead};
    if (m_offline)
        view.connection = Connection::Offline;
    else if (m_problem)
        view.connection = Connection::NoNetwork;
    else if (!m_replica.pulls().empty())
        view.received = m_replica.received();
    else if (m_caughtUp)
        view.connection = Connection::Online;
    else if (const qint64 here = m_replica.position().sequence; m_behindFrom && here < m_newest)
        view.received = int(100 * (here - *m_behindFrom) / (m_newest - *m_behindFrom));
    if (m_sendingRest) {
        view.heldUp = HeldUp{.why = m_sendingRest->why, .nextTry = m_sendingRest->until};
    } else if (!m_resting.empty()) {
        const auto longest =
            std::ranges::max_element(m_resting, {}, [](const auto &article) { return article.second.failures; });
        view.heldUp = HeldUp{.why = longest->second.why, .nextTry = longest->second.until};
    }
    return view;
}

std::optional<HeldUp> SyncEngine::heldUp(ArticleId article) const
{
    if (m_sendingRest)
        return HeldUp{.why = m_sendingRest->why, .nextTry = m_sendingRest->until};
    const auto known = m_resting.find(article);
    if (known == m_resting.end())
        return std::nullopt;
    return HeldUp{.why = known->second.why, .nextTry = known->second.until};
}

bool SyncEngine::isIdle()
{
    if (!m_caughtUp || isPulling() || m_command || m_replica.awaitsFeed())
        return false;
    const auto next = m_replica.nextCommand({});
    return next && !*next;
}

bool SyncEngine::isBusy()
{
    if (!m_caughtUp || isPulling() || m_command || m_replica.awaitsFeed())
        return true;
    if (m_sendingRest)
        return false;
    std::set<ArticleId> held;
    for (const auto &[article, rest] : m_resting)
        held.insert(article);
    const auto next = m_replica.nextCommand(held);
    return next && *next;
}

// Only what advance() would do something about: a time that is over and changes nothing would be asked for in a circle.
std::optional<Instant> SyncEngine::wakeAt() const
{
    if (isStopped())
        return std::nullopt;
    if (m_rest)
        return m_rest->until;
    if (needsView())
        return std::nullopt; // it is asked for
    std::optional<Instant> earliest;
    const auto consider = [&earliest](Instant at) { earliest = std::min(earliest.value_or(at), at); };
    if (m_pollRest && !m_poll)
        consider(m_pollRest->until);
    if (!m_caughtUp || m_command || m_isClockDoubted)
        return earliest;
    if (m_sendingRest) {
        consider(m_sendingRest->until);
        return earliest;
    }
    for (const auto &[article, rest] : m_resting)
        consider(rest.until);
    return earliest;
}

void SyncEngine::advance()
{
    if (isStopped())
        return;
    const Instant now = m_clock.now();
    if (m_rest && !m_rest->isOver(now))
        return;
    m_rest.reset();
    if (needsView()) {
        if (!m_view)
            askView();
        return;
    }
    if (!m_poll && (!m_pollRest || m_pollRest->isOver(now)))
        poll();
    if (!m_pull && !m_replica.pulls().empty())
        pull(m_replica.pulls().front());
    if (m_caughtUp && !m_isClockDoubted && !m_command && (!m_sendingRest || m_sendingRest->isOver(now)))
        sendNext();
}

template <typename T>
std::unique_ptr<PendingRequest> SyncEngine::ask(const QString &path, Milliseconds patience,
                                                Result<T> (*read)(const QByteArray &body),
                                                std::function<Result<void>(const T &answer)> take)
{
    TransportRequest request{.method = "GET", .path = path, .fields = apiFields(m_token), .body = {}};
    if (patience > Milliseconds(0))
        request.patience = patience;
    return m_transport.send(request, [this, read, take = std::move(take)](const Result<TransportResponse> &response) {
        if (!response)
            return rest(response.error());
        const auto body = answerBody(*response);
        if (!body && body.error().code == ErrorCode::Unauthenticated)
            return endSession();
        if (!body)
            return rest(body.error(), retryAfter(*response));
        // What is none of the newsroom's answers, a sign-in page of some network, says nothing of its clock either.
        const auto answer = read(*body);
        if (!answer)
            return rest({ErrorCode::Unavailable, u"network"_s, answer.error().subject}, retryAfter(*response));
        if (const auto compared = compareClocks(*response); !compared)
            return rest(compared.error());
        if (const auto taken = take(*answer); !taken)
            return rest(taken.error());
        advance();
    });
}

void SyncEngine::askView()
{
    m_viewAskedAt = m_clock.now();
    const auto read = [](const QByteArray &body) { return viewFromJson(jsonObject(body)); };
    m_view = ask<View>(QString::fromLatin1(wire::view), {}, read, [this](const View &view) -> Result<void> {
        const auto finished = std::move(m_view);
        if (!m_replica.position().epoch.isEmpty() && !m_replica.follows(view.epoch)) {
            writeLog(LogLevel::Warning, "sync.newEpoch");
            m_command.reset(); // answered by the new history; its answer is read when the pulls have shown that
        }
        const auto changes = m_replica.takeView(view);
        if (!changes)
            return changes.error();
        m_isViewWanted = false;
        wentWell();
        tell(changes);
        m_listener.onConnection();
        return {};
    });
}

void SyncEngine::poll()
{
    m_pollRest.reset();
    m_polledAt = m_clock.now();
    QString path = QString::fromLatin1(wire::changes) + u"?after=%1"_s.arg(m_replica.position().sequence);
    if (!m_caughtUp && !m_behindFrom)
        m_behindFrom = m_replica.position().sequence;
    const bool holds = m_caughtUp && !m_isClockDoubted;
    if (holds)
        path += u"&wait=%1"_s.arg(wire::longestWait);
    const Milliseconds patience = holds ? pollPatience : Milliseconds(0);
    m_poll = ask<FeedPage>(path, patience, feedPageFromBody, [this](const FeedPage &page) {
        const auto finished = std::move(m_poll);
        return applyPage(page);
    });
}

void SyncEngine::pull(const Pull &next)
{
    QString path = QString::fromLatin1(wire::changes) + u"?noun="_s + toText(next.noun);
    if (next.before > 0)
        path += u"&before=%1"_s.arg(next.before);
    m_pull = ask<FeedPage>(path, {}, feedPageFromBody, [this, noun = next.noun](const FeedPage &page) {
        const auto finished = std::move(m_pull);
        return applyPull(noun, page);
    });
}

// What was read of another view is not taken. Two servers that do not agree must not be asked in a circle.
bool SyncEngine::isOfKnownView(const FeedPage &page)
{
    if (m_replica.isOfKnownView(page))
        return true;
    m_isViewWanted = true;
    m_caughtUp = false;
    m_poll.reset();
    m_pull.reset();
    const Instant now = m_clock.now();
    if (now - m_viewAskedAt < 1s)
        m_rest = Rest{.why = {}, .failures = 0, .since = now, .until = now + 1s};
    return false;
}

Result<void> SyncEngine::applyInPieces(const FeedPage &page, const Apply &apply)
{
    IncomingPage incoming(page, m_replica.rules());
    std::size_t from = 0;
    do {
        const auto changes = apply(incoming, from);
        if (!changes)
            return changes.error();
        wentWell();
        tell(changes);
        m_listener.onPause();
    } while (from < page.entries.size());
    return {};
}

Replica::IsAwaited SyncEngine::isAwaited() const
{
    return [this] { return m_listener.isInAHurry(); };
}

Result<void> SyncEngine::applyPage(const FeedPage &page)
{
    if (!isOfKnownView(page))
        return {};
    const bool isNews = !page.entries.empty() || page.more || page.next != m_replica.position().sequence;
    if (isNews) {
        auto applied = applyInPieces(page, [&](IncomingPage &incoming, std::size_t &from) {
            return m_replica.apply(incoming, from, isAwaited());
        });
        if (!applied)
            return applied;
    } else {
        wentWell();
        // A server that does not hold the line must not be asked in a circle.
        if (m_caughtUp && m_clock.now() - m_polledAt < 1s)
            m_pollRest = Rest{.why = {}, .failures = 0, .since = m_clock.now(), .until = m_clock.now() + 1s};
    }
    m_newest = page.newest;
    m_caughtUp = !page.more;
    if (m_caughtUp)
        m_behindFrom.reset();
    noteSync();
    return {};
}

Result<void> SyncEngine::applyPull(const Noun &noun, const FeedPage &page)
{
    if (!isOfKnownView(page))
        return {};
    // While it is taken in here, the server makes the next one.
    if (const auto next = pullsAfter(m_replica.pulls(), noun, page.next, page.newest, page.more); !next.empty())
        pull(next.front());
    auto applied = applyInPieces(page, [&](IncomingPage &incoming, std::size_t &from) {
        return m_replica.applyPull(noun, incoming, from, isAwaited());
    });
    if (applied)
        noteSync();
    return applied;
}

void SyncEngine::noteSync()
{
    if (m_caughtUp && !isPulling())
        m_lastSync = m_clock.now();
    m_listener.onConnection();
}

// One answer that was read late, because the PC slept meanwhile, says nothing of its clock: two in a row do.
Result<void> SyncEngine::compareClocks(const TransportResponse &response)
{
    const auto there = serverTime(response);
    if (!there) {
        m_isClockDoubted = false;
        return {};
    }
    const auto ahead = std::chrono::round<std::chrono::minutes>(m_clock.now() - *there);
    const bool isOff = std::chrono::abs(ahead) >= clocksMayDifferBy;
    // A minute more or less, by how long an answer took, is no news.
    const bool isAsKnown = m_clockAhead && std::chrono::abs(*m_clockAhead - ahead) <= std::chrono::minutes(1);
    const bool wasDoubted = std::exchange(m_isClockDoubted, false);
    if (isOff && !isAsKnown && !wasDoubted) {
        m_isClockDoubted = true;
        return {};
    }
    if (isOff ? isAsKnown : !m_clockAhead)
        return {};
    // Not known before what was set by the other clock is held back on the disk too.
    const auto changes = m_replica.setClockAhead(isOff ? ahead : std::chrono::minutes(0));
    if (!changes)
        return changes.error();
    m_clockAhead = isOff ? std::optional(ahead) : std::nullopt;
    m_listener.onConnection();
    tell(changes);
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

std::set<ArticleId> SyncEngine::resting() const
{
    std::set<ArticleId> resting;
    for (const auto &[article, rest] : m_resting) {
        if (!rest.isOver(m_clock.now()))
            resting.insert(article);
    }
    return resting;
}

void SyncEngine::sendNext()
{
    const auto next = m_replica.nextCommand(resting());
    if (!next)
        return rest(next.error());
    if (!*next) {
        // What rested long enough and does not wait any more was settled otherwise.
        std::erase_if(m_resting, [this](const auto &article) { return article.second.isOver(m_clock.now()); });
        m_sendingRest.reset();
        return;
    }
    const Outgoing command = **next;
    // On disk before it can be at the server: after a crash it is sent again as it was, never as something else.
    if (const auto marked = m_replica.markOffered(command); !marked) {
        if (!isOfUnreadableWork(marked.error()))
            return rest(marked.error());
        restArticle(command.target.id, marked.error()); // what waits here for this article cannot be read
        return sendNext();
    }
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
    if (!json && json.error().code == ErrorCode::RateLimited) {
        restSending(json.error(), retryAfter(*response));
        return advance();
    }
    // Also what a proxy says of it: whether the server is there at all, the feed tells.
    if (!json && (json.error().subject == u"network"_s || mayGoBetterLater(json.error()))) {
        restArticle(command.target.id, json.error(), retryAfter(*response));
        return advance();
    }
    Result<Changes> changes = Changes();
    if (json) {
        JsonReader reader(*json, u"answer"_s);
        const qint64 sequence = reader.integer("sequence"_L1);
        if (reader.failed()) {
            restArticle(command.target.id, {ErrorCode::Unavailable, u"network"_s, reader.error().subject});
            return advance();
        }
        changes = m_replica.accept(command, sequence);
    } else {
        changes = m_replica.refuse(command, json.error());
    }
    if (!changes && isOfUnreadableWork(changes.error())) {
        restArticle(command.target.id, changes.error());
        return advance();
    }
    if (!changes)
        return rest(changes.error());
    const bool wasHeldUp = m_resting.erase(command.target.id) > 0 || m_sendingRest;
    m_sendingRest.reset();
    if (wasHeldUp)
        m_listener.onConnection();
    wentWell();
    tell(changes);
    advance();
}

void SyncEngine::rest(const Error &error, Milliseconds atLeast)
{
    // The connection is in doubt: what is under way on it is asked for again.
    m_poll.reset();
    m_pull.reset();
    m_view.reset();
    m_command.reset();
    m_caughtUp = false;
    m_rest = Rest{.why = {}, .failures = m_failures++, .since = {}, .until = {}};
    m_rest->fail(error, atLeast, m_clock.now(), m_dice);
    if (m_problem != error)
        writeLog(LogLevel::Warning, "sync.noServer",
                 {{u"code"_s, toText(error.code)}, {u"subject"_s, error.subject}, {u"detail"_s, error.detail}});
    m_problem = error;
    m_listener.onConnection();
}

void SyncEngine::restArticle(ArticleId article, const Error &error, Milliseconds atLeast)
{
    Rest &rest = m_resting[article];
    rest.fail(error, atLeast, m_clock.now(), m_dice);
    writeLog(LogLevel::Warning, "sync.heldUp",
             {{u"article"_s, article.toText()},
              {u"code"_s, toText(error.code)},
              {u"subject"_s, error.subject},
              {u"failures"_s, rest.failures}});
    m_listener.onConnection();
}

void SyncEngine::restSending(const Error &error, Milliseconds atLeast)
{
    Rest rest = m_sendingRest.value_or(Rest());
    rest.fail(error, atLeast, m_clock.now(), m_dice);
    m_sendingRest = rest;
    writeLog(LogLevel::Warning, "sync.slowedDown",
             {{u"subject"_s, error.subject}, {u"seconds"_s, qint64((rest.until - rest.since) / 1s)}});
    m_listener.onConnection();
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
