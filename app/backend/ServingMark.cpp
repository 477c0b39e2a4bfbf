#include "backend/ServingMark.h"

#include "backend/NewsroomSetup.h"
#include "base/Log.h"

#include <chrono>
#include <future>

namespace toasoan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using Kind = ServingLock::Kind;

namespace {

constexpr auto betweenLooks = 100ms;
constexpr auto betweenLines = 5s;
constexpr auto betweenLooksAtTheLock = 1s;

/// What is served.
struct Served
{
    Database &newsroom;
    const DatabaseLocation &visits;
    const Clock &clock;

    /// Whether something of an older program is in it, or nothing yet.
    [[nodiscard]] Result<bool> wantsChange() const
    {
        const auto ofNewsroom = newsroomSchemaState(newsroom, clock);
        if (!ofNewsroom)
            return ofNewsroom.error();
        const auto ofVisits = visitsSchemaState(visits, clock);
        if (!ofVisits)
            return ofVisits.error();
        // A ledger that is missing is made by whoever serves: that disturbs nobody.
        return *ofNewsroom != SchemaState::Current || *ofVisits == SchemaState::Older;
    }

    [[nodiscard]] Result<void> bringUpToDate(Dice &dice) const
    {
        if (auto migrated = migrateNewsroom(newsroom, clock, dice); !migrated)
            return migrated.error();
        const auto ofVisits = visitsSchemaState(visits, clock);
        if (!ofVisits)
            return ofVisits.error();
        if (*ofVisits != SchemaState::Older)
            return {};
        const auto migrated = openVisits(visits, clock);
        return migrated ? Result<void>() : migrated.error();
    }
};

/// Waits for one who changes the schema.
class Waiting
{
public:
    explicit Waiting(Milliseconds patience) : m_deadline(std::chrono::steady_clock::now() + patience) { }

    [[nodiscard]] Result<void> aMoment()
    {
        const auto now = std::chrono::steady_clock::now();
        if (now >= m_deadline)
            return Error{ErrorCode::Unavailable, u"newsroom.changing"_s, {}};
        if (now >= m_nextLine) {
            m_nextLine = now + betweenLines;
            writeLog(LogLevel::Info, "serving.waiting");
        }
        std::this_thread::sleep_for(std::min<std::chrono::steady_clock::duration>(betweenLooks, m_deadline - now));
        return {};
    }

private:
    std::chrono::steady_clock::time_point m_deadline;
    std::chrono::steady_clock::time_point m_nextLine = std::chrono::steady_clock::now() + betweenLooks;
};

} // namespace

ServingMark::~ServingMark()
{
    {
        const std::lock_guard lock(m_mutex);
        m_stop = true;
    }
    m_stopping.notify_one();
    if (m_thread.joinable())
        m_thread.join();
}

Result<std::unique_ptr<ServingMark>> ServingMark::take(Database &newsroom, const DatabaseLocation &visits,
                                                       const Clock &clock, Dice &dice, Milliseconds patience)
{
    const Served served{.newsroom = newsroom, .visits = visits, .clock = clock};
    auto opened = ServingLock::open(newsroom.location());
    if (!opened)
        return opened.error();
    std::unique_ptr<ServingMark> mark(new ServingMark(clock));
    mark->m_lock = *std::move(opened);
    ServingLock &lock = *mark->m_lock;
    Waiting waiting(patience);
    for (bool isReady = false;;) {
        const auto wantsChange = served.wantsChange();
        if (!wantsChange)
            return wantsChange.error();
        if (*wantsChange) {
            const auto alone = lock.tryTake(Kind::Alone);
            if (!alone)
                return alone.error();
            if (*alone) {
                if (auto done = served.bringUpToDate(dice); !done)
                    return done.error();
                isReady = true;
                if (auto given = lock.giveBack(Kind::Alone); !given)
                    return given.error();
                continue;
            }
        }
        // Whoever changes the schema holds it alone, and is waited for; who serves by the old one shares it.
        const auto shared = lock.tryTake(Kind::Shared);
        if (!shared)
            return shared.error();
        if (*shared) {
            const auto stillWants = served.wantsChange();
            if (!stillWants)
                return stillWants.error();
            if (*stillWants)
                return Error{ErrorCode::Conflict, u"newsroom.served"_s, {}};
            // What is not the schema: an index that an older form of words filled, a chain that was changed by hand.
            if (!isReady) {
                if (auto ready = migrateNewsroom(newsroom, clock, dice); !ready)
                    return ready.error();
            }
            break;
        }
        if (auto waited = waiting.aMoment(); !waited)
            return waited.error();
    }
    if (newsroom.engine() == Engine::Postgres) {
        if (auto kept = mark->keep(newsroom.location()); !kept)
            return kept.error();
    }
    return mark;
}

// A connection belongs to its thread, so the mark goes over to one of the thread's own.
Result<void> ServingMark::keep(const DatabaseLocation &newsroom)
{
    std::promise<Result<void>> ready;
    auto started = ready.get_future();
    m_thread = std::thread([this, newsroom, &ready] {
        auto lock = ServingLock::open(newsroom);
        if (!lock) {
            ready.set_value(lock.error());
            return;
        }
        const auto taken = (*lock)->tryTake(Kind::Shared); // it is shared already: nobody can have it alone
        if (!taken || !*taken) {
            ready.set_value(taken ? Error{ErrorCode::Unavailable, u"newsroom.changing"_s, {}} : taken.error());
            return;
        }
        ready.set_value({}); // and is gone from here on
        watch(**lock, newsroom);
    });
    auto result = started.get();
    m_lock.reset();
    return result;
}

void ServingMark::watch(ServingLock &lock, const DatabaseLocation &newsroom)
{
    bool isLost = false;
    for (;;) {
        {
            std::unique_lock waiting(m_mutex);
            if (m_stopping.wait_for(waiting, betweenLooksAtTheLock, [this] { return m_stop; }))
                return;
        }
        const auto held = lock.isHeld();
        if (held && *held && !isLost)
            continue;
        // Told when it begins and when it ends, not every second in between.
        if (!isLost)
            writeLog(LogLevel::Warning, "serving.markLost", {{"detail"_L1, held ? QString() : held.error().subject}});
        isLost = true;
        const auto taken = held && *held ? held : held ? lock.tryTake(Kind::Shared) : held;
        if (!taken || !*taken)
            continue;
        isLost = false;
        writeLog(LogLevel::Info, "serving.markTaken");
        tellOfSchema(newsroom);
    }
}

// While there was no mark, a newer program may have begun to serve.
void ServingMark::tellOfSchema(const DatabaseLocation &newsroom) const
{
    auto database = Database::open(newsroom);
    if (!database)
        return;
    const auto state = newsroomSchemaState(**database, m_clock);
    if (!state)
        writeLog(LogLevel::Error, "serving.schemaChanged",
                 {{"subject"_L1, state.error().subject}, {"detail"_L1, state.error().detail}});
}

} // namespace toasoan
