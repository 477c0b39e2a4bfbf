#include "http/WorkerPool.h"

#include <future>

#ifdef Q_OS_UNIX
#include <csignal>
#endif
#ifdef Q_OS_LINUX
#include <sys/resource.h>
#endif

namespace toasoan::http {

void blockSignalsInThisThread()
{
#ifdef Q_OS_UNIX
    sigset_t all;
    sigfillset(&all);
    for (const int fault : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP})
        sigdelset(&all, fault);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
#endif
}

namespace {

void setPriorityOfThisThread(WorkerPriority priority)
{
#ifdef Q_OS_LINUX
    // Half the share of a thread that competes with it (sched(7)): those at normal priority are served first, and a
    // machine that is busy with other things still lets somebody sign in. For Linux 0 is the thread that asks.
    constexpr int niceness = 3;
    if (priority == WorkerPriority::Low)
        setpriority(PRIO_PROCESS, 0, niceness);
#else
    Q_UNUSED(priority)
#endif
}

} // namespace

WorkerPool::~WorkerPool()
{
    stop();
}

Result<void> WorkerPool::start(unsigned workers, std::size_t queueLimit, WorkerPriority priority,
                               const MakeContext &makeContext)
{
    m_queueLimit = queueLimit;
    std::vector<std::future<Result<void>>> starts;
    for (unsigned index = 0; index < workers; ++index) {
        std::promise<Result<void>> promise;
        starts.push_back(promise.get_future());
        m_threads.emplace_back([this, index, priority, &makeContext, started = std::move(promise)]() mutable {
            blockSignalsInThisThread();
            setPriorityOfThisThread(priority);
            Result<std::unique_ptr<WorkerContext>> context = makeContext(index);
            if (!context) {
                started.set_value(context.error());
                return;
            }
            started.set_value({});
            run(**context);
        });
    }
    Result<void> outcome;
    for (auto &start : starts) {
        Result<void> one = start.get();
        if (!one && outcome)
            outcome = std::move(one);
    }
    if (!outcome)
        stop();
    return outcome;
}

bool WorkerPool::submit(Work work, Admission admission)
{
    {
        const std::lock_guard lock(m_mutex);
        if (admission == Admission::New && m_queue.size() >= m_queueLimit)
            return false;
        m_queue.push_back(std::move(work));
    }
    m_hasWork.notify_one();
    return true;
}

void WorkerPool::run(WorkerContext &context)
{
    std::unique_lock lock(m_mutex);
    while (true) {
        m_hasWork.wait(lock, [this] { return m_isStopping || !m_queue.empty(); });
        if (m_queue.empty())
            return;
        Work work = std::move(m_queue.front());
        m_queue.pop_front();
        lock.unlock();
        work(context);
        work = {}; // what it holds is freed outside the lock
        lock.lock();
    }
}

void WorkerPool::stop()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isStopping = true;
    }
    m_hasWork.notify_all();
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

Result<void> WorkerLanes::add(unsigned workers, std::size_t queueLimit, WorkerPriority priority,
                              const WorkerPool::MakeContext &makeContext)
{
    auto pool = std::make_unique<WorkerPool>();
    if (auto started = pool->start(workers, queueLimit, priority, makeContext); !started)
        return started;
    m_pools.push_back(std::move(pool));
    return {};
}

} // namespace toasoan::http
