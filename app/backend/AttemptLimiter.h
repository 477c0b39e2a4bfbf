// Counts failed sign-ins, in memory: guessing becomes slow, a mistyped password does not, and nobody can shut another
// person out of his own PC.
//
// A stranger (no PC from which this person has signed in lately) is counted three times: with his address for this
// login, with his address for all logins, and as one of the strangers who try this login from anywhere, which only
// makes them slow together. A PC from which the person has signed in before is counted by itself alone: whatever others
// do, at his office's one address too, he comes in. An address that nobody knows (a proxy that does not say it) is no
// address that its users could share a limit of.
#pragma once

#include "base/Clock.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <mutex>
#include <optional>
#include <vector>

namespace toasoan {

struct SignInAttempt
{
    QString login;
    QString address; ///< what one attacker can hardly change: of IPv6 the network. Empty: nobody knows it
    QString device; ///< the PC's name, as it says itself
    bool isKnown = false; ///< the person has signed in at this address with this device before
};

/// Safe from any thread.
class AttemptLimiter
{
public:
    /// At most this many failures within the window.
    static constexpr int perAccount = 8; ///< of one login at one address, or at one known PC
    static constexpr int perAddress = 40;
    static constexpr int perLogin = 30; ///< of strangers, wherever they are
    static constexpr std::chrono::minutes window{10};

    /// Lets the attempt be made, and counts it as failed from now on: many at once are not more than one after the
    /// other. Or how long it takes until it may be made; nothing if it may.
    [[nodiscard]] std::optional<Milliseconds> begin(const SignInAttempt &attempt, Instant now);
    /// The attempt of that moment was good: it is not counted, nor what failed of this login here before. What else the
    /// address has, or strangers have elsewhere, stays.
    void succeeded(const SignInAttempt &attempt, Instant at);

private:
    void makeRoom(Instant now);

    static constexpr qsizetype mostKeys = 50'000;
    std::mutex m_mutex;
    QHash<QString, std::vector<Instant>> m_failures; ///< oldest first
};

} // namespace toasoan
