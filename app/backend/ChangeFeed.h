// Wakes the desks that wait for changes. Safe from any thread.
#pragma once

#include "http/Response.h"

#include <QByteArray>

#include <mutex>
#include <vector>

namespace toasoan {

class ChangeFeed
{
public:
    /// An answer that comes when something newer than `after` is announced (`onNews`), or after `within` (`onSilence`).
    [[nodiscard]] http::Response wait(qint64 after, std::chrono::milliseconds within, const QByteArray &onNews,
                                      const QByteArray &onSilence);

    /// Changes up to `sequence` are committed.
    void announce(qint64 sequence);

private:
    struct Waiting
    {
        http::DeferredAnswer answer;
        qint64 after = 0;
        QByteArray onNews;
    };

    std::mutex m_mutex;
    std::vector<Waiting> m_waiting;
    qint64 m_newest = 0;
};

} // namespace toasoan
