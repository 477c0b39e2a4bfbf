// Threads for what may block: SQL, pictures, hashing, disks. Each owns a WorkerContext. Work waits in a bounded queue.
// A pool does one kind of work, a lane, so that what takes long holds up its like alone.
#pragma once

#include "base/Result.h"
#include "http/Response.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace toasoan::http {

/// How the system shares its processors out.
enum class WorkerPriority
{
    Normal,
    Low, ///< What others wait for goes first; where the system can tell threads apart (Linux).
};

class WorkerPool
{
public:
    using Work = UniqueFunction<void(WorkerContext &)>;
    using MakeContext = std::function<Result<std::unique_ptr<WorkerContext>>(unsigned index)>;

    enum class Admission
    {
        New, ///< Refused when the queue is full.
        Admitted, ///< A further step of work that was let in before: always taken.
    };

    WorkerPool() = default;
    /// Does what is still queued, then ends the threads.
    ~WorkerPool();
    WorkerPool(const WorkerPool &) = delete;
    WorkerPool &operator=(const WorkerPool &) = delete;

    /// Starts the threads; each makes its context. The first error of makeContext, if there is one.
    [[nodiscard]] Result<void> start(unsigned workers, std::size_t queueLimit, WorkerPriority priority,
                                     const MakeContext &makeContext);

    /// False if the queue is full. Any thread.
    [[nodiscard]] bool submit(Work work, Admission admission);

private:
    void run(WorkerContext &context);
    void stop();

    std::mutex m_mutex;
    std::condition_variable m_hasWork;
    std::deque<Work> m_queue;
    std::size_t m_queueLimit = 0;
    bool m_isStopping = false;
    std::vector<std::thread> m_threads;
};

/// The pools of a server, by lane. Filled before it serves.
class WorkerLanes
{
public:
    /// Adds the next lane. The first error of makeContext, if there is one.
    [[nodiscard]] Result<void> add(unsigned workers, std::size_t queueLimit, WorkerPriority priority,
                                   const WorkerPool::MakeContext &makeContext);
    /// The pool of a lane; the first for one that was not added.
    [[nodiscard]] WorkerPool &of(Lane lane) { return *m_pools[lane.index < m_pools.size() ? lane.index : 0]; }

private:
    std::vector<std::unique_ptr<WorkerPool>> m_pools;
};

/// Signals sent to the process are for main(); SIGPIPE (sendfile to a closed socket) is for nobody.
void blockSignalsInThisThread();

} // namespace toasoan::http
