// One helper process, seen from the program that gives it jobs: started, watched, limited, ended. What it does with a
// stranger's file can cost no more than HelperLimits say, whatever becomes of it. Owned by one thread, which also has
// to outlive it: the system ends the helper together with the thread that started it.
#pragma once

#include "imaging/JobWire.h"

#include <chrono>
#include <memory>
#include <mutex>
#include <sys/types.h>

namespace toasoan::imaging {

struct HelperLimits
{
    std::chrono::seconds processor{20}; ///< for one job
    std::chrono::milliseconds wall{60'000}; ///< for one job: a machine may be busy with other things
    qint64 memory = 1LL << 30; ///< bytes of data; a picture of 100 megapixels needs up to 800 MB (16 bits, interlaced)
    qint64 output = 256LL << 20; ///< bytes written
    int jobs = 200; ///< then a fresh process takes its place
};

/// How a job ended.
struct JobEnd
{
    enum class Kind
    {
        Answered,
        OverProcessorTime, ///< the system ended it
        Hung, ///< no answer in time, though it hardly worked
        Crashed, ///< it ended itself, by a fault or for lack of memory
        Killed, ///< somebody else ended it
    };
    Kind kind = Kind::Answered;
    QJsonObject value = {}; ///< of an answer that is no error
    std::optional<Error> error = {}; ///< of an answer
    int signal = 0; ///< that ended it
};

class HelperProcess
{
public:
    /// Starts `program` and waits until it is ready. Internal "imaging" if it cannot be started or says nothing.
    [[nodiscard]] static Result<std::unique_ptr<HelperProcess>> start(const QString &program,
                                                                      const HelperLimits &limits);
    /// Ends it at once.
    ~HelperProcess();
    Q_DISABLE_COPY_MOVE(HelperProcess)

    /// Has it done. After any end but Answered, and after the last of HelperLimits::jobs, this helper is over.
    [[nodiscard]] JobEnd run(const Job &job, int input, int output);
    [[nodiscard]] bool isOver() const { return m_isOver; }
    /// Whether it gave up files, network and rights as Confinement.h says.
    [[nodiscard]] bool isConfined() const { return m_isConfined; }
    /// Ends what it does. Any thread; the owner's run() then returns.
    void kill();

private:
    HelperProcess(pid_t process, Descriptor socket, const HelperLimits &limits);
    [[nodiscard]] bool waitForMessage(std::chrono::milliseconds time) const;
    [[nodiscard]] JobEnd takeEnd(bool wasInTime);
    void allowProcessorTime() const;

    const HelperLimits m_limits;
    std::mutex m_mutex;
    pid_t m_process; // 0 when it was taken from the system's list: its number may be another's then
    Descriptor m_socket;
    int m_jobs = 0;
    bool m_isOver = false;
    bool m_isConfined = false;
};

} // namespace toasoan::imaging
