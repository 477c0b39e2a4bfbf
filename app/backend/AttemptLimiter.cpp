#include "backend/AttemptLimiter.h"

#include <algorithm>

namespace toasoan {

namespace {

struct Limit
{
    QString key;
    int most = 0;
};

// Parts are told apart by a sign that no login, address or name of a PC has.
QString key(char kind, const QStringList &parts)
{
    return QLatin1Char(kind) + parts.join(QChar(u'\0'));
}

// The first is what a success clears.
std::vector<Limit> limitsOf(const SignInAttempt &attempt)
{
    if (attempt.isKnown)
        return {{key('k', {attempt.login, attempt.address, attempt.device}), AttemptLimiter::perAccount}};
    std::vector<Limit> limits{{key('p', {attempt.login, attempt.address}), AttemptLimiter::perAccount},
                              {key('g', {attempt.login}), AttemptLimiter::perLogin}};
    if (!attempt.address.isEmpty())
        limits.push_back({key('a', {attempt.address}), AttemptLimiter::perAddress});
    return limits;
}

// What seems to come is from before the clock was set back: it would count for as long as the clock was off.
bool isOver(Instant at, Instant now)
{
    return at <= now - AttemptLimiter::window || at > now;
}

} // namespace

std::optional<Milliseconds> AttemptLimiter::begin(const SignInAttempt &attempt, Instant now)
{
    const std::lock_guard lock(m_mutex);
    const std::vector<Limit> limits = limitsOf(attempt);
    Milliseconds longest{0};
    for (const Limit &limit : limits) {
        const auto found = m_failures.find(limit.key);
        if (found == m_failures.end())
            continue;
        std::vector<Instant> &failures = *found;
        std::erase_if(failures, [now](Instant at) { return isOver(at, now); });
        // There is room again when so many are over that one fewer than the most is left.
        if (std::ssize(failures) >= limit.most)
            longest = std::max(longest, failures[failures.size() - std::size_t(limit.most)] + window - now);
    }
    if (longest.count() > 0)
        return longest;
    if (m_failures.size() > mostKeys)
        makeRoom(now);
    for (const Limit &limit : limits)
        m_failures[limit.key].push_back(now);
    return std::nullopt;
}

void AttemptLimiter::succeeded(const SignInAttempt &attempt, Instant at)
{
    const std::lock_guard lock(m_mutex);
    const std::vector<Limit> limits = limitsOf(attempt);
    m_failures.remove(limits.front().key);
    for (const Limit &limit : limits) {
        const auto found = m_failures.find(limit.key);
        if (found == m_failures.end())
            continue;
        if (const auto own = std::ranges::find(*found, at); own != found->end())
            found->erase(own);
    }
}

// A flood of made-up names must not eat the memory, and must not wash away what is counted of the names it hides: what
// is over goes, then what has failed the least.
void AttemptLimiter::makeRoom(Instant now)
{
    using Entry = QHash<QString, std::vector<Instant>>::iterator;
    m_failures.removeIf([now](const Entry &entry) {
        return std::ranges::all_of(entry.value(), [now](Instant at) { return isOver(at, now); });
    });
    for (std::size_t least = 1; m_failures.size() > mostKeys / 2; ++least)
        m_failures.removeIf([least](const Entry &entry) { return entry.value().size() <= least; });
}

} // namespace toasoan
