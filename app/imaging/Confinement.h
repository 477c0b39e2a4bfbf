// What a helper process gives up before it sees a stranger's file. Called once in its main thread, before others start.
#pragma once

#include <QtGlobal>

namespace toasoan::imaging {

/// Ends with the thread that started it; keeps no open file but standard ones and the socket; limits memory (bytes of
/// data), written bytes, open files; ignores the signals that are for the program that started it. To be called first.
void limitThisProcess(qint64 memory, qint64 output);

/// From here on: no file can be opened, no connection made, no program started, no other process touched, no limit
/// raised; what is asked fails with EPERM. What was opened before stays open. False where the system cannot do that (no
/// seccomp).
[[nodiscard]] bool giveUpRights();

} // namespace toasoan::imaging
