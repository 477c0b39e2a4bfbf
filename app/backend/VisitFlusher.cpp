#include "backend/VisitFlusher.h"

#include "backend/NewsroomSetup.h"
#include "backend/VisitCounter.h"
#include "base/Log.h"

#include <future>

namespace toasoan {

VisitFlusher::VisitFlusher(VisitCounter &counter, const Clock &clock, Milliseconds interval)
    : m_counter(counter)
    , m_clock(clock)
    , m_interval(interval)
{ }

Result<std::unique_ptr<VisitFlusher>> VisitFlusher::start(VisitCounter &counter, const DatabaseLocation &location,
                                                          const Clock &clock, Milliseconds interval)
{
    std::unique_ptr<VisitFlusher> flusher(new VisitFlusher(counter, clock, interval));
    std::promise<Result<void>> ready;
    auto started = ready.get_future();
    flusher->m_thread = std::thread([flusher = flusher.get(), &location, &ready] {
        // A power cut may take the last second, as a crash does: no sync for each flush.
        auto database = openVisits(location, flusher->m_clock, Durability::Noisy);
        if (!database) {
            ready.set_value(database.error());
            return;
        }
        if (const auto loaded = flusher->m_counter.load(**database, flusher->m_clock.now()); !loaded) {
            ready.set_value(loaded.error());
            return;
        }
        ready.set_value({}); // `location` and `ready` are gone from here on
        flusher->run(**database);
    });
    if (const auto result = started.get(); !result)
        return result.error();
    return flusher;
}

VisitFlusher::~VisitFlusher()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_stopping.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

void VisitFlusher::run(Database &database)
{
    for (bool stop = false; !stop;) {
        {
            std::unique_lock lock(m_mutex);
            stop = m_stopping.wait_for(lock, m_interval, [this] { return m_stop; });
        }
        flush(database);
    }
}

void VisitFlusher::flush(Database &database)
{
    const auto flushed = m_counter.flush(database, m_clock.now());
    // Told when it begins and when it ends, not every second in between.
    if (!flushed && !m_isFailing)
        writeLog(
            LogLevel::Error, "visits.notStored",
            {{QStringLiteral("subject"), flushed.error().subject}, {QStringLiteral("detail"), flushed.error().detail}});
    else if (flushed && m_isFailing)
        writeLog(LogLevel::Info, "visits.storedAgain");
    m_isFailing = !flushed;
    if (const quint64 uncounted = m_counter.uncounted(); uncounted != m_uncountedTold) {
        writeLog(LogLevel::Warning, "visits.uncounted",
                 {{QStringLiteral("deliveries"), static_cast<qint64>(uncounted - m_uncountedTold)}});
        m_uncountedTold = uncounted;
    }
}

} // namespace toasoan
