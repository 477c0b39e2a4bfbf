// Pictures decoded in processes of their own (toasoan-decoder): a few, kept, replaced after a failure and after some
// jobs. Whatever a file does to its decoder, it costs no more than HelperLimits, and nobody else's picture. Linux;
// README says what another system needs. Safe from any thread.
#pragma once

#include "base/Result.h"
#include "imaging/HelperProcess.h"
#include "imaging/Pictures.h"

#include <condition_variable>
#include <deque>
#include <functional>
#include <memory>
#include <mutex>
#include <thread>
#include <vector>

namespace toasoan::imaging {

struct DecoderOptions
{
    /// The first of them takes what comes in, the others make what readers see: senders cannot make readers wait. One
    /// alone does both, in turn.
    int processes = 2;
    HelperLimits limits = {};
    std::size_t longestQueue = 2'000; ///< of each kind
    QString program = {}; ///< nothing: toasoan-decoder beside this program, or in ../bin
};

class Decoders
{
public:
    /// Internal "imaging" if there is no toasoan-decoder. Processes are started with their first job.
    [[nodiscard]] static Result<std::unique_ptr<Decoders>> start(const DecoderOptions &options = {});
    /// As after stop().
    ~Decoders();
    Q_DISABLE_COPY_MOVE(Decoders)

    /// What the file is, decoded once to its end. Blocks until it is known: at most for HelperLimits::wall after those
    /// before it. The errors of Imaging::probe(), and:
    /// NotFound "picture.file": it cannot be read.
    /// TooLarge "picture.cost": reading it takes more time or memory than one picture may take.
    /// Unavailable "picture.decoder": no answer for reasons that are not the picture's, too many waiting, or stop().
    [[nodiscard]] Result<Probe> probeFile(const QString &path);

    using Derived = std::function<void(Result<std::vector<Rendition>>)>;
    /// The renditions of Imaging::derive(); `done` is called with them, or with an error of probeFile(), once, from any
    /// thread, perhaps before this returns. It should be quick.
    void deriveFile(const QString &path, const std::vector<int> &widths, const std::vector<Format> &formats,
                    Derived done);
    /// The same, waited for.
    [[nodiscard]] Result<std::vector<Rendition>> deriveFile(const QString &path, const std::vector<int> &widths,
                                                            const std::vector<Format> &formats);

    /// Ends what is done and forgets what waits: all are answered Unavailable, now and from now on.
    void stop();

private:
    struct Answer
    {
        QJsonObject value;
        QByteArray output;
    };
    struct Task
    {
        QString path;
        Job job;
        std::function<void(Result<Answer>)> done;
    };
    enum class Kind
    {
        Intake,
        Publication
    };
    class Runner; // does the jobs of one thread

    explicit Decoders(const DecoderOptions &options);
    void submit(Kind kind, Task task);
    void work(std::size_t index);
    [[nodiscard]] std::deque<Task> *queueOf(std::size_t index);

    const DecoderOptions m_options;
    std::mutex m_mutex;
    std::condition_variable m_hasWork;
    std::deque<Task> m_intake;
    std::deque<Task> m_publication;
    bool m_isStopping = false;
    bool m_wasIntake = false; // of one alone, the last time
    std::vector<std::unique_ptr<Runner>> m_runners;
    std::vector<std::thread> m_threads;
};

} // namespace toasoan::imaging
