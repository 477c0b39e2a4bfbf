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
    std::size_t longestQueueOfOne = 16; ///< of pictures that come in: those of one sender
    std::size_t longestQueueOfReader = 400; ///< of what is made for readers: a house behind one address is one
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

    using Probed = std::function<void(Result<Probe>)>;
    /// What the file is, decoded once to its end: at most HelperLimits::wall after those before it. Senders take turns:
    /// whoever sends many waits for himself, others for one picture of his. `done` is called once, from any thread,
    /// perhaps before this returns; it should be quick. The errors of Imaging::probe(), and:
    /// NotFound "picture.file": it cannot be read.
    /// TooLarge "picture.cost": reading it takes more time or memory than one picture may take.
    /// Unavailable "picture.decoder": no answer for reasons that are not the picture's, too many waiting (of all, or of
    /// this sender), or stop().
    void probeFile(const QString &path, const QString &sender, Probed done);
    /// The same, waited for; all who wait like this are one sender.
    [[nodiscard]] Result<Probe> probeFile(const QString &path);

    enum class Asked
    {
        WhileItWaits, ///< to make room for others
        InItsTurn ///< it is begun if the answer is yes
    };
    /// Whether anybody still waits for a job. It is dropped at the first no, and nothing more is heard of it. Asked
    /// from any thread, with a lock held: quick, and without a call of Decoders.
    using Wanted = std::function<bool(Asked)>;
    using Derived = std::function<void(Result<std::vector<Rendition>>)>;
    /// The renditions of Imaging::derive(); `done` is called with them, or with an error of probeFile(), once, from any
    /// thread, perhaps before this returns. It should be quick. Readers take turns, as senders do. Unavailable
    /// "picture.decoder" if too many wait (of all, or of this reader), or after stop(): then it is not called.
    [[nodiscard]] Result<void> deriveFile(const QString &path, const std::vector<int> &widths,
                                          const std::vector<Format> &formats, const QString &reader, Wanted isWanted,
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
        Wanted isWanted; ///< nothing: it is, whatever comes
        std::function<void(Result<Answer>)> done;
    };
    enum class Kind
    {
        Intake,
        Publication
    };
    class Runner; // does the jobs of one thread

    /// What waits, each sender's (or reader's) in its order; they take turns.
    class TurnQueue
    {
    public:
        [[nodiscard]] std::size_t size() const { return m_size; }
        [[nodiscard]] std::size_t sizeOf(const QString &sender) const;
        void push(const QString &sender, Task task);
        /// Only if there is one.
        [[nodiscard]] Task pop();
        /// Drops what nobody waits for any more.
        void dropUnwanted();

    private:
        struct Sender
        {
            QString name;
            std::deque<Task> tasks; ///< never none
        };
        std::deque<Sender> m_senders; ///< whose turn is next stands first
        QString m_last; ///< who had his turn last
        std::size_t m_size = 0;
    };

    explicit Decoders(const DecoderOptions &options);
    /// Unavailable if it is not taken in.
    [[nodiscard]] Result<void> submit(Kind kind, Task &task, const QString &sender);
    void work(std::size_t index);
    [[nodiscard]] TurnQueue *queueOf(std::size_t index);

    const DecoderOptions m_options;
    std::mutex m_mutex;
    std::condition_variable m_hasWork;
    TurnQueue m_intake;
    TurnQueue m_publication;
    bool m_isStopping = false;
    bool m_wasIntake = false; // of one alone, the last time
    std::vector<std::unique_ptr<Runner>> m_runners;
    std::vector<std::thread> m_threads;
};

} // namespace toasoan::imaging
