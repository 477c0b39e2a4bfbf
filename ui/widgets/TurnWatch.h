// Watches that no turn of a thread's event loop is long: a window that does not answer for a tenth of a second is felt.
// A thread of its own asks the watched one for a sign of life all the time, so whatever holds it is found. For builds
// with checks; it wakes the watched thread some fifty times a second.
#pragma once

#include <QObject>

#include <chrono>
#include <memory>

namespace toasoan {

struct SlowTurn
{
    std::chrono::milliseconds wall{0}; ///< until the sign of life came; up to 20 ms less than the turn took
    std::chrono::milliseconds cpu{
        0}; ///< that the thread itself computed meanwhile: the rest waited, or the PC was busy
};

class TurnWatch final : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds longest{100};

    /// Watches the thread that it is made in.
    explicit TurnWatch(QObject *parent = nullptr);
    ~TurnWatch() override;

signals:
    /// After a turn of more than `longest`; in the watched thread.
    void slowTurn(const toasoan::SlowTurn &turn);

private:
    class Watcher;
    std::unique_ptr<Watcher> m_watcher;
};

} // namespace toasoan
