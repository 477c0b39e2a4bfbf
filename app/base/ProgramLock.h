// Locks by which one program has a folder. They stay where they are when a program or a PC ends hard, so whoever comes
// next has to tell a holder that lives from one that is gone.
#pragma once

#include <QLockFile>
#include <QString>

#include <chrono>

namespace toasoan {

/// Takes the lock, waiting this long for a program that is just ending. One whose program is gone is taken over, also
/// where it was left under another name of this PC, or came here with a copy of the folder: on a disk of this machine
/// only programs of this machine can be at work, and the kernel knows which are. On a share a lock of another machine
/// is never taken over.
[[nodiscard]] bool tryProgramLock(QLockFile &lock, std::chrono::milliseconds patience);
/// The same for a lock of which it is known on what type of file system it lies.
[[nodiscard]] bool tryProgramLock(QLockFile &lock, std::chrono::milliseconds patience,
                                  const QByteArray &fileSystemType);

/// Who has it, as far as it says: "toasoan, process 4711", and on which PC if that is not this one.
[[nodiscard]] QString holderOf(const QLockFile &lock);

/// The other PC that has it, if the folder lies on a share; empty if it is none.
[[nodiscard]] QString otherMachineOf(const QLockFile &lock);
[[nodiscard]] QString otherMachineOf(const QLockFile &lock, const QByteArray &fileSystemType);

/// Whether files of this type of file system (QStorageInfo) may be used by other machines at the same time. They may,
/// unless it is known as one of a machine's own disks.
[[nodiscard]] bool isShared(const QByteArray &fileSystemType);

} // namespace toasoan
