#include "http/Errand.h"

#include <boost/asio/steady_timer.hpp>

namespace toasoan::http {

namespace asio = boost::asio;
using boost::system::error_code;

struct Errand::Wakeup
{
    Errand &errand;

    bool await_ready() const noexcept { return errand.m_isAwake; }
    void await_suspend(std::coroutine_handle<> coroutine) const { errand.m_waiter = coroutine; }
    void await_resume() const noexcept { errand.m_isAwake = false; }
};

void Errand::wake()
{
    m_isAwake = true;
    if (m_waiter)
        std::exchange(m_waiter, nullptr).resume();
}

void Errand::workIsDone()
{
    m_isWorkDone = true;
    wake();
}

void Errand::endEarly()
{
    m_isTimeUp = true;
    wake();
}

void Errand::hurry()
{
    if (m_atStop == DeferredAnswer::AtStop::EndsEarly)
        endEarly();
    else
        m_deadline.endBy(m_shard.endOfMaking());
}

Task<bool> Errand::onWorker(Lane lane, WorkerPool::Work work, WorkerPool::Admission admission)
{
    m_deadline.enter(Phase::Working);
    m_isWorkDone = false;
    const bool isAdmitted = m_shard.workers().of(lane).submit(
        [this, &work](WorkerContext &context) {
            work(context);
            m_shard.deliver(*this);
        },
        admission);
    while (isAdmitted && !m_isWorkDone)
        co_await Wakeup{*this};
    co_return isAdmitted;
}

Task<std::optional<Response>> Errand::deferred(std::shared_ptr<DeferredAnswer::State> state)
{
    m_deadline.defer(state->within);
    m_atStop = state->atStop;
    m_isTimeUp = false;
    if (m_shard.isDraining())
        hurry();
    m_peerLeft = false;
    state->errand = this;
    {
        const std::lock_guard lock(state->mutex);
        if (!state->isOver)
            state->mailbox = &m_shard;
    }
    watchForLeaving();
    // The sweeper comes seldom: who waits for less has a clock of his own. It may ring when he is gone.
    asio::steady_timer timer(m_shard.context());
    const auto isWaiting = std::make_shared<bool>(true);
    if (state->within < m_shard.options().deadlines.sweepEvery) {
        timer.expires_after(state->within);
        timer.async_wait([this, isWaiting](const error_code &cancelled) {
            if (!cancelled && *isWaiting)
                endEarly();
        });
    }
    const auto isAnswered = [&state] {
        const std::lock_guard lock(state->mutex);
        return state->isOver;
    };
    while (!isAnswered() && !m_isTimeUp && !m_peerLeft && !m_channel.isCutOff())
        co_await Wakeup{*this};
    *isWaiting = false;
    timer.cancel();

    std::optional<Response> outcome;
    UniqueFunction<void()> onAbandoned;
    {
        const std::lock_guard lock(state->mutex);
        state->mailbox = nullptr;
        if (!state->isOver) {
            state->isOver = true;
            onAbandoned = std::move(state->onAbandoned);
            if (m_isTimeUp)
                outcome = std::move(state->otherwise);
        } else {
            outcome = std::move(state->answer);
        }
        state->answer.reset();
        state->otherwise.reset();
    }
    state->errand = nullptr;
    if (onAbandoned)
        onAbandoned();
    if (m_isWatching) {
        error_code ignored;
        m_channel.socket().cancel(ignored);
    }
    while (m_isWatching)
        co_await Wakeup{*this};
    if (m_peerLeft || m_channel.isCutOff())
        co_return std::nullopt;
    co_return std::move(outcome);
}

void Errand::watchForLeaving()
{
    m_isWatching = true;
    m_channel.socket().async_wait(Socket::wait_read, [this](const error_code &waitError) {
        m_isWatching = false;
        if (!waitError && !m_channel.isCutOff()) {
            char byte = 0;
            error_code error;
            m_channel.socket().receive(asio::buffer(&byte, 1), asio::socket_base::message_peek, error);
            if (Channel::isNotNow(error)) {
                watchForLeaving();
                return;
            }
            m_peerLeft = static_cast<bool>(error); // a byte is the next request, which waits its turn
        }
        wake();
    });
}

} // namespace toasoan::http
