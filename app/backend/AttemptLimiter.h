// Counts failed sign-ins per account and per address, in memory: guessing becomes slow, a mistyped password does not.
#pragma once

#include "base/Clock.h"
#include "base/Result.h"

#include <QHash>
#include <QString>

#include <mutex>
#include <vector>

namespace toasoan {

/// Safe from any thread.
class AttemptLimiter
{
public:
    /// At most this many failures within the window.
    static constexpr int perAccount = 8;
    static constexpr int perAddress = 40;
    static constexpr std::chrono::minutes window{10};

    /// `address` is what one attacker can hardly change: of IPv6 the network. RateLimited "session" while either has
    /// too many failures.
    [[nodiscard]] Result<void> check(const QString &account, const QString &address, Instant now);
    void failed(const QString &account, const QString &address, Instant now);
    /// A good sign-in clears the account's count, not the address's.
    void succeeded(const QString &account);

private:
    [[nodiscard]] int recent(const QString &key, Instant now);

    static constexpr qsizetype mostKeys = 50'000;
    std::mutex m_mutex;
    QHash<QString, std::vector<Instant>> m_failures;
};

} // namespace toasoan
