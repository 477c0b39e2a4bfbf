// Ends the program if its end takes too long: work that does not come back is left behind. Nothing that was promised is
// lost by it; what is committed is on the disk.
#pragma once

#include <chrono>
#include <condition_variable>
#include <mutex>
#include <thread>

namespace toasoan {

class Grace
{
public:
    /// From now on the program has so long; it then ends with `code`, as if it had ended by itself, and says so in the
    /// log. Below what systems give before they kill (10 s in containers).
    explicit Grace(int code, std::chrono::milliseconds within = std::chrono::seconds(8));
    /// The end was reached in time.
    ~Grace();
    Grace(const Grace &) = delete;
    Grace &operator=(const Grace &) = delete;

private:
    std::mutex m_mutex;
    std::condition_variable m_reached;
    bool m_isReached = false;
    std::thread m_watch;
};

} // namespace toasoan
