#include "main/Grace.h"

#include "base/Log.h"

#include <cstdio>
#include <cstdlib>

namespace toasoan {

Grace::Grace(int code, std::chrono::milliseconds within)
{
    m_watch = std::thread([this, code, within] {
        std::unique_lock lock(m_mutex);
        if (m_reached.wait_for(lock, within, [this] { return m_isReached; }))
            return;
        writeLog(LogLevel::Warning, "program.workLeftBehind");
        std::fflush(nullptr);
        std::_Exit(code); // no destructor may run while threads still work on what it destroys
    });
}

Grace::~Grace()
{
    {
        const std::lock_guard lock(m_mutex);
        m_isReached = true;
    }
    m_reached.notify_one();
    m_watch.join();
}

} // namespace toasoan
