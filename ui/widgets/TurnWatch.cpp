#include "ui/widgets/TurnWatch.h"

#include "base/Log.h"

#include <QMutex>
#include <QThread>
#include <QWaitCondition>

#ifdef Q_OS_LINUX
#include <ctime>
#include <pthread.h>
#endif

namespace toasoan {

namespace {

using namespace std::chrono;

constexpr milliseconds pause{20}; // between a sign of life and the next question

// How long a thread has computed.
class CpuClock
{
public:
#ifdef Q_OS_LINUX
    CpuClock()
    {
        m_isThere = pthread_getcpuclockid(pthread_self(), &m_clock) == 0;
    }
    [[nodiscard]] nanoseconds now() const
    {
        timespec time{};
        if (!m_isThere || clock_gettime(m_clock, &time) != 0)
            return nanoseconds(0);
        return seconds(time.tv_sec) + nanoseconds(time.tv_nsec);
    }

private:
    clockid_t m_clock{};
    bool m_isThere = false;
#else
    [[nodiscard]] nanoseconds now() const
    {
        return nanoseconds(0);
    } // not told on this system
#endif
};

} // namespace

class TurnWatch::Watcher final : public QThread
{
public:
    explicit Watcher(TurnWatch &watch) : m_watch(watch) { start(); }

    void stop()
    {
        {
            const QMutexLocker locker(&m_mutex);
            m_isStopped = true;
            m_changed.wakeAll();
        }
        wait();
    }

private:
    void run() override
    {
        QMutexLocker locker(&m_mutex);
        while (!m_isStopped) {
            const auto asked = steady_clock::now();
            const auto cpuBefore = m_cpu.now();
            m_isAlive = false;
            QMetaObject::invokeMethod(
                &m_watch, [this] { answer(); }, Qt::QueuedConnection);
            while (!m_isAlive && !m_isStopped)
                m_changed.wait(&m_mutex);
            const SlowTurn turn{.wall = duration_cast<milliseconds>(steady_clock::now() - asked),
                                .cpu = duration_cast<milliseconds>(m_cpuAtAnswer - cpuBefore)};
            if (m_isAlive && turn.wall > longest)
                report(turn);
            if (!m_isStopped)
                m_changed.wait(&m_mutex, QDeadlineTimer(pause));
        }
    }

    void answer()
    {
        const QMutexLocker locker(&m_mutex);
        m_cpuAtAnswer = m_cpu.now();
        m_isAlive = true;
        m_changed.wakeAll();
    }

    void report(const SlowTurn &turn)
    {
        writeLog(
            LogLevel::Warning, "window.slowTurn",
            {{QStringLiteral("ms"), qint64(turn.wall.count())}, {QStringLiteral("cpuMs"), qint64(turn.cpu.count())}});
        QMetaObject::invokeMethod(
            &m_watch, [watch = &m_watch, turn] { emit watch->slowTurn(turn); }, Qt::QueuedConnection);
    }

    TurnWatch &m_watch;
    const CpuClock m_cpu; // made in the watched thread
    QMutex m_mutex;
    QWaitCondition m_changed;
    bool m_isAlive = false;
    bool m_isStopped = false;
    nanoseconds m_cpuAtAnswer{0};
};

TurnWatch::TurnWatch(QObject *parent) : QObject(parent), m_watcher(std::make_unique<Watcher>(*this)) { }

TurnWatch::~TurnWatch()
{
    m_watcher->stop(); // what it still posted goes with this object
}

} // namespace toasoan
