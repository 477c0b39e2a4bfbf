#include "backend/AttemptLimiter.h"

namespace toasoan {

namespace {

QString accountKey(const QString &account)
{
    return u'a' + account;
}

QString addressKey(const QString &address)
{
    return u'p' + address;
}

} // namespace

Result<void> AttemptLimiter::check(const QString &account, const QString &address, Instant now)
{
    const std::lock_guard lock(m_mutex);
    if (recent(accountKey(account), now) >= perAccount || recent(addressKey(address), now) >= perAddress)
        return Error{ErrorCode::RateLimited, QStringLiteral("session"), {}};
    return {};
}

void AttemptLimiter::failed(const QString &account, const QString &address, Instant now)
{
    const std::lock_guard lock(m_mutex);
    if (m_failures.size() > mostKeys)
        m_failures.clear(); // a flood of made-up names must not eat the memory
    m_failures[accountKey(account)].push_back(now);
    m_failures[addressKey(address)].push_back(now);
}

void AttemptLimiter::succeeded(const QString &account)
{
    const std::lock_guard lock(m_mutex);
    m_failures.remove(accountKey(account));
}

int AttemptLimiter::recent(const QString &key, Instant now)
{
    const auto found = m_failures.find(key);
    if (found == m_failures.end())
        return 0;
    // What seems to come is from before the clock was set back: it would count for as long as the clock was off.
    std::erase_if(*found, [now](Instant at) { return at <= now - window || at > now; });
    return int(found->size());
}

} // namespace toasoan
