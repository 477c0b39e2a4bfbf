#include "ui/models/StepWatch.h"

#include <QTimer>

#include <algorithm>
#include <map>

namespace toasoan {

namespace {

constexpr std::chrono::milliseconds patience{600};

const WaitingCommand *find(const ArticleView &view, RequestId request)
{
    const auto found = std::ranges::find(view.waiting, request, &WaitingCommand::request);
    return found == view.waiting.end() ? nullptr : &*found;
}

std::ptrdiff_t countOf(Step step, UserId by, const std::vector<Decision> &decisions)
{
    return std::ranges::count_if(
        decisions, [&](const Decision &decision) { return decision.step == step && decision.actor == by; });
}

} // namespace

Sending sendingOver(const ConnectionView &connection, SignInState signIn)
{
    if (signIn != SignInState::SignedIn)
        return Sending::AfterSignIn;
    const bool isThere =
        connection.connection == Connection::Online || connection.received; // commands go beside a pull
    return isThere && !connection.heldUp ? Sending::Now : Sending::Later;
}

StepWatch::StepWatch(Look look, std::function<Actor()> actor, std::function<Sending()> sending, QObject *parent)
    : QObject(parent)
    , m_look(std::move(look))
    , m_actor(std::move(actor))
    , m_sending(std::move(sending))
    , m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(patience);
    connect(m_patience, &QTimer::timeout, this, &StepWatch::tellWaiting);
}

void StepWatch::follow(Step step, const Article &before, const ArticleView &answer)
{
    const QString sentence = doneText(step, before.state, before.content.title);
    const UserId by = m_actor().user;
    // Its own row, not all that waits: a refused save before it holds nothing up.
    const auto own = std::find_if(answer.waiting.rbegin(), answer.waiting.rend(),
                                  [step](const WaitingCommand &command) { return command.step == step; });
    if (own == answer.waiting.rend()) {
        if (countOf(step, by, answer.decisions) > 0)
            emit done(sentence, answer.article.id);
        return;
    }
    m_given.push_back({.article = answer.article.id,
                       .request = own->request,
                       .step = step,
                       .by = by,
                       .taken = countOf(step, by, answer.decisions),
                       .done = sentence,
                       .title = before.content.title,
                       .told = {}});
    m_patience->start();
    refresh(answer.article.id); // it may have gone since that was said
}

void StepWatch::refresh(ArticleId id)
{
    if (std::ranges::find(m_given, id, &Given::article) == m_given.end())
        return;
    m_look(id, this, [this, id](const Result<ArticleView> &view) {
        if (view)
            hear(id, *view, IsThere::Yes);
        else if (view.error().code == ErrorCode::NotFound)
            hear(id, {}, IsThere::No); // nothing of it waits; what became of it is known of one that was to be deleted
    });
}

void StepWatch::hear(ArticleId id, const ArticleView &view, IsThere isThere)
{
    struct Ended
    {
        Given given;
        bool isDone = false;
    };
    std::vector<Ended> ended;
    std::vector<Given> waiting;
    std::map<Step, std::ptrdiff_t> accounted; // decisions, each the end of one of several that were given alike
    for (Given &given : std::exchange(m_given, {})) {
        const WaitingCommand *own = given.article == id ? find(view, given.request) : nullptr;
        if (given.article != id || (own && own->state != WaitingState::Refused)) {
            waiting.push_back(std::move(given));
            continue;
        }
        // What is gone from the outbox was thrown away there, unless it stands among what was decided.
        std::ptrdiff_t &last = accounted[given.step];
        last = std::max(last, given.taken);
        const bool isDeleted = given.step == Step::Delete && isThere == IsThere::No;
        const bool isDone = !own && (isDeleted || countOf(given.step, given.by, view.decisions) > last);
        if (isDone)
            ++last;
        ended.push_back({.given = std::move(given), .isDone = isDone});
    }
    for (Given &given : waiting) {
        if (given.article == id)
            given.taken = std::max(given.taken, accounted[given.step]);
    }
    m_given = std::move(waiting);
    for (const auto &[given, isDone] : ended) {
        if (!given.told.isEmpty())
            emit overtaken(given.told);
        if (isDone)
            emit done(given.done, id);
    }
}

void StepWatch::tellWaiting()
{
    for (std::size_t at = 0; at < m_given.size(); ++at) { // a slot may give another
        if (!m_given[at].told.isEmpty())
            continue;
        m_given[at].told = waitingText(m_given[at].step, m_given[at].title, m_sending());
        emit waits(QString(m_given[at].told), ArticleId(m_given[at].article));
    }
}

void StepWatch::tellLine()
{
    for (std::size_t at = 0; at < m_given.size(); ++at) {
        const QString now = waitingText(m_given[at].step, m_given[at].title, m_sending());
        if (m_given[at].told.isEmpty() || m_given[at].told == now)
            continue;
        const QString before = std::exchange(m_given[at].told, now);
        emit reworded(before, now);
    }
}

void StepWatch::clear()
{
    m_given.clear();
    m_patience->stop();
}

} // namespace toasoan
