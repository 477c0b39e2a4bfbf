// What a connection waits for elsewhere: work on a worker, or an answer that somebody completes later. Everything here
// runs on the thread of its shard, which brings the news.
#pragma once

#include "http/Channel.h"
#include "http/Deadline.h"
#include "http/DeferredState.h"
#include "http/Task.h"
#include "http/WorkerPool.h"

#include <coroutine>
#include <memory>
#include <optional>

namespace toasoan::http {

class Errand
{
public:
    Errand(Shard &shard, Channel &channel, Deadline &deadline)
        : m_shard(shard)
        , m_channel(channel)
        , m_deadline(deadline)
    { }
    Errand(const Errand &) = delete;
    Errand &operator=(const Errand &) = delete;

    /// Waits for `work` on a worker, even if the connection is lost meanwhile. False if the lane's queue is full.
    Task<bool> onWorker(Lane lane, WorkerPool::Work work, WorkerPool::Admission admission);
    /// The answer, or `otherwise` when the time is up; nothing if the peer left.
    Task<std::optional<Response>> deferred(std::shared_ptr<DeferredAnswer::State> state);

    /// The work it waited for on a worker is done.
    void workIsDone();
    /// Time is up for a deferred answer.
    void endEarly();
    /// The server stops.
    void hurry();
    /// Looks again at what it waits for.
    void wake();

private:
    struct Wakeup; // awaits wake()
    void watchForLeaving();

    Shard &m_shard;
    Channel &m_channel;
    Deadline &m_deadline;

    std::coroutine_handle<> m_waiter; // for wake()
    bool m_isAwake = false;
    bool m_isWorkDone = false;
    bool m_isWatching = false;
    bool m_peerLeft = false;
    bool m_isTimeUp = false;
    DeferredAnswer::AtStop m_atStop = DeferredAnswer::AtStop::EndsEarly;
};

} // namespace toasoan::http
