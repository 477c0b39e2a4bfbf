#include "ui/models/StepWatch.h"

#include "ui/models/StepText.h"

#include <QTimer>

#include <algorithm>

namespace toasoan {

namespace {

constexpr std::chrono::milliseconds patience{600};

const WaitingCommand *find(const ArticleView &view, RequestId request)
{
    const auto found = std::ranges::find(view.waiting, request, &WaitingCommand::request);
    return found == view.waiting.end() ? nullptr : &*found;
}

std::ptrdiff_t countOf(Step step, const std::vector<Decision> &decisions)
{
    return std::ranges::count(decisions, step, &Decision::step);
}

} // namespace

StepWatch::StepWatch(Look look, QObject *parent)
    : QObject(parent)
    , m_look(std::move(look))
    , m_patience(new QTimer(this))
{
    m_patience->setSingleShot(true);
    m_patience->setInterval(patience);
    connect(m_patience, &QTimer::timeout, this, &StepWatch::tellWaiting);
}

void StepWatch::follow(Step step, const Article &before, const ArticleView &answer)
{
    const QString sentence = doneText(step, before.state, before.content.title);
    // Its own row, not all that waits: a refused save before it holds nothing up.
    const auto own = std::find_if(answer.waiting.rbegin(), answer.waiting.rend(),
                                  [step](const WaitingCommand &command) { return command.step == step; });
    if (own == answer.waiting.rend()) {
        emit done(sentence, answer.article.id);
        return;
    }
    m_given.push_back({.article = answer.article.id,
                       .request = own->request,
                       .step = step,
                       .taken = countOf(step, answer.decisions),
                       .done = sentence,
                       .waits = waitingText(step, before.content.title)});
    m_patience->start();
    refresh(answer.article.id); // it may have gone since that was said
}

void StepWatch::refresh(ArticleId id)
{
    if (std::ranges::find(m_given, id, &Given::article) == m_given.end())
        return;
    m_look(id, this, [this, id](const Result<ArticleView> &view) {
        if (view)
            hear(id, *view);
    });
}

void StepWatch::hear(ArticleId id, const ArticleView &view)
{
    struct Ended
    {
        Given given;
        bool isDone = false;
    };
    std::vector<Ended> ended;
    std::vector<Given> waiting;
    for (Given given : std::exchange(m_given, {})) {
        const WaitingCommand *own = given.article == id ? find(view, given.request) : nullptr;
        if (given.article != id || (own && own->state != WaitingState::Refused)) {
            given.isBehind = own ? own->state == WaitingState::Behind : given.isBehind;
            waiting.push_back(std::move(given));
            continue;
        }
        // What is gone from the outbox is at the server, unless it was discarded there with what it waited behind.
        const bool isTaken = !given.isBehind || countOf(given.step, view.decisions) > given.taken;
        ended.push_back({.given = std::move(given), .isDone = !own && isTaken && !view.isGone});
    }
    m_given = std::move(waiting);
    for (const auto &[given, isDone] : ended) {
        if (given.isToldToWait)
            emit overtaken(given.waits);
        if (isDone)
            emit done(given.done, id);
        else
            emit failed();
    }
}

void StepWatch::tellWaiting()
{
    for (std::size_t at = 0; at < m_given.size(); ++at) { // a slot may give another
        if (!std::exchange(m_given[at].isToldToWait, true))
            emit waits(QString(m_given[at].waits), ArticleId(m_given[at].article));
    }
}

void StepWatch::clear()
{
    m_given.clear();
    m_patience->stop();
}

} // namespace toasoan
