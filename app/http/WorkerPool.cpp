#include "http/WorkerPool.h"

#include <future>

#ifdef Q_OS_UNIX
#include <csignal>
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

WorkerPool::~WorkerPool()
{
    stop();
}

Result<void> WorkerPool::start(unsigned workers, std::size_t queueLimit, const MakeContext &makeContext)
{
    m_queueLimit = queueLimit;
    std::vector<std::future<Result<void>>> starts;
    for (unsigned index = 0; index < workers; ++index) {
        std::promise<Result<void>> promise;
        starts.push_back(promise.get_future());
        m_threads.emplace_back([this, index, &makeContext, started = std::move(promise)]() mutable {
            blockSignalsInThisThread();
            Result<std::unique_ptr<WorkerContext>> context =
                makeContext ? makeContext(index) : std::make_unique<WorkerContext>();
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

} // namespace toasoan::http
