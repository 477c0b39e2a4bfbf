// Threads for what may block: SQL, pictures, hashing, disks. Each owns a WorkerContext. Work waits in one bounded
// queue.
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
    [[nodiscard]] Result<void> start(unsigned workers, std::size_t queueLimit, const MakeContext &makeContext);

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

/// Signals sent to the process are for main(); SIGPIPE (sendfile to a closed socket) is for nobody.
void blockSignalsInThisThread();

} // namespace toasoan::http
