#include "sync/AutoSave.h"

#include "base/Log.h"
#include "sync/BackOff.h"
#include "sync/ServerAnswer.h"

#include <algorithm>

namespace toasoan {

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace {

constexpr Milliseconds soon = 3s;

} // namespace

AutoSave::AutoSave(Milliseconds after, const Clock &clock, Dice &dice, Save save, Problem problem)
    : m_after(after)
    , m_clock(clock)
    , m_dice(dice)
    , m_save(std::move(save))
    , m_problem(std::move(problem))
{ }

void AutoSave::typed(ArticleId id)
{
    const Instant now = m_clock.now();
    m_due.try_emplace(id, Due{.since = now, .at = now + m_after});
}

void AutoSave::found(ArticleId id)
{
    const Instant now = m_clock.now();
    m_due.try_emplace(id, Due{.since = now, .at = now + std::min(soon, m_after)});
}

void AutoSave::tried(ArticleId id, const Result<void> &saved)
{
    m_due.erase(id);
    if (saved) {
        m_failures.erase(id);
        return;
    }
    Failure &failure = m_failures[id];
    if (failure.why != saved.error())
        failure = {.why = saved.error(), .since = m_clock.now(), .times = 0, .isTold = false};
    ++failure.times;
    writeLog(LogLevel::Warning, "desk.notSaved",
             {{u"article"_s, id.toText()},
              {u"code"_s, toText(failure.why.code)},
              {u"subject"_s, failure.why.subject},
              {u"failures"_s, failure.times}});
    if (!mayGoBetterLater(failure.why))
        return;
    const Instant now = m_clock.now();
    m_due[id] = {.since = now, .at = now + backOff(failure.times, m_dice)};
}

void AutoSave::saveAll()
{
    for (const auto &[id, due] : std::exchange(m_due, {}))
        static_cast<void>(m_save(id));
}

void AutoSave::clear()
{
    m_due.clear();
    m_failures.clear();
}

std::optional<Instant> AutoSave::wakeAt() const
{
    if (m_due.empty())
        return std::nullopt;
    return std::ranges::min_element(m_due, {}, [](const auto &due) { return due.second.at; })->second.at;
}

void AutoSave::wake()
{
    const Instant now = m_clock.now();
    std::vector<ArticleId> due;
    for (const auto &[id, when] : m_due) {
        if (when.at <= now || now < when.since)
            due.push_back(id);
    }
    for (const ArticleId id : due) {
        const auto saved = m_save(id);
        const auto failure = m_failures.find(id);
        if (saved || failure == m_failures.end() || std::exchange(failure->second.isTold, true))
            continue;
        m_problem(saved.error(), id);
    }
}

} // namespace toasoan
