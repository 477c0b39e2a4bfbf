#include "sync/DeskFolder.h"

#include <sys/wait.h>
#include <unistd.h>

namespace toasoan::test {

using namespace std::chrono_literals;

bool DeskFolder::start()
{
    auto lock = DeskLock::take(m_folder.path(), 0ms);
    if (!lock)
        return false;
    m_lock = *std::move(lock);
    return true;
}

// A lock of this process would be taken for a living program's: a process of its own takes the folder and ends at once,
// without a word to anybody.
void DeskFolder::kill()
{
    m_lock.reset();
    const pid_t program = fork();
    if (program < 0)
        qFatal("a program does not start");
    if (program == 0) {
        const auto lock = DeskLock::take(m_folder.path(), 0ms);
        _exit(lock ? 0 : 1);
    }
    int status = 0;
    if (waitpid(program, &status, 0) != program || !WIFEXITED(status) || WEXITSTATUS(status) != 0)
        qFatal("a program did not get the folder of a desk");
}

bool DeskFolder::admitsSecond()
{
    return DeskLock::take(m_folder.path(), 0ms).ok();
}

} // namespace toasoan::test
