// The folder of a desk on the real disk, for the lock in it alone: one program at a time has a desk.
#pragma once

#include "sync/DeskLock.h"

#include <QTemporaryDir>

#include <memory>

namespace toasoan::test {

class DeskFolder
{
public:
    /// The program starts; false if the folder is refused to it.
    [[nodiscard]] bool start();
    /// The program is killed: its lock stays where it is, of a process that is gone.
    void kill();
    /// Whether a second program that starts now has the folder too; by that it would take the first one's journal and
    /// send its outbox.
    [[nodiscard]] bool admitsSecond();

private:
    QTemporaryDir m_folder;
    std::unique_ptr<DeskLock> m_lock;
};

} // namespace toasoan::test
