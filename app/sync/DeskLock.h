// A desk's folder has one program at a time: two would write over each other's journal and send each other's outbox.
#pragma once

#include "base/Result.h"

#include <QLockFile>
#include <QString>

#include <chrono>
#include <memory>

namespace toasoan {

/// Why the folder of a lock that another program has cannot be had: Conflict "desk.inUse", "desk.inUseElsewhere" if
/// that is one of another PC and the folder lies on a share; the detail names it.
[[nodiscard]] Error deskInUse(const QLockFile &lock);

class DeskLock
{
public:
    /// Takes the folder, which has to exist; it is free again when this is destroyed, or when the program ends, however
    /// it ends. Waits so long for a program that is just ending. deskInUse() while another program has it.
    [[nodiscard]] static Result<std::unique_ptr<DeskLock>>
    take(const QString &folder, std::chrono::milliseconds patience = std::chrono::seconds(2));

private:
    explicit DeskLock(const QString &file) : m_file(file) { }

    QLockFile m_file;
};

} // namespace toasoan
