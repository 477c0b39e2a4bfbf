#include "imaging/Decoders.h"

#include "base/Log.h"
#include "imaging/PictureJobs.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

#include <algorithm>
#include <array>
#include <csignal>
#include <fcntl.h>
#include <future>
#include <sys/mman.h>
#include <unistd.h>

namespace toasoan::imaging {

using namespace Qt::StringLiterals;

namespace {

constexpr int attempts = 2; // what ended one helper may have been meant for another file

Error notNow(const QString &detail)
{
    return {ErrorCode::Unavailable, u"picture.decoder"_s, detail};
}

Error tooDear(const QString &detail)
{
    return {ErrorCode::TooLarge, u"picture.cost"_s, detail};
}

QString findProgram()
{
    const QString folder = QCoreApplication::applicationDirPath();
    for (const QString &place : {folder + "/toasoan-decoder"_L1, folder + "/../bin/toasoan-decoder"_L1}) {
        if (QFileInfo(place).isExecutable())
            return place;
    }
    return {};
}

// What a helper says of a picture; any other word of it is a fault.
Error saidOfThePicture(const Error &error)
{
    const bool isRefusal = error.code == ErrorCode::Unsupported || error.code == ErrorCode::TooLarge
        || error.code == ErrorCode::InvalidInput;
    if (isRefusal && error.subject.startsWith("picture."_L1))
        return error;
    if (error.subject == "job.output"_L1)
        return tooDear(u"output"_s);
    return {ErrorCode::Internal, u"imaging"_s, error.subject + u": "_s + error.detail};
}

void blockSignals()
{
    // Those sent to the process are for main().
    sigset_t all;
    sigfillset(&all);
    for (const int fault : {SIGSEGV, SIGBUS, SIGILL, SIGFPE, SIGABRT, SIGTRAP})
        sigdelset(&all, fault);
    pthread_sigmask(SIG_BLOCK, &all, nullptr);
}

} // namespace

// Owns the helper of one thread. stop() may come from any thread.
class Decoders::Runner
{
public:
    explicit Runner(const DecoderOptions &options) : m_options(options) { }

    Result<Answer> run(const Task &task)
    {
        const Descriptor input(open(QFile::encodeName(task.path).constData(), O_RDONLY | O_CLOEXEC));
        if (!input.isOpen())
            return Error{ErrorCode::NotFound, u"picture.file"_s, qt_error_string(errno)};
        JobEnd end;
        for (int attempt = 0; attempt < attempts; ++attempt) {
            const Descriptor output(memfd_create("answer", MFD_CLOEXEC));
            if (!output.isOpen())
                return notNow(qt_error_string(errno));
            auto helper = ready();
            if (!helper)
                return helper.error();
            end = (*helper)->run(task.job, input.number(), output.number());
            switch (end.kind) {
            case JobEnd::Kind::Answered: {
                if (end.error)
                    return saidOfThePicture(*end.error);
                auto bytes = readWhole(output.number(), m_options.limits.output);
                if (!bytes)
                    return notNow(u"the decoder's output cannot be read"_s);
                return Answer{.value = end.value, .output = *std::move(bytes)};
            }
            case JobEnd::Kind::OverProcessorTime:
                return tooDear(u"processor time"_s);
            case JobEnd::Kind::Hung:
                report("hung", task, end.signal);
                return notNow(u"no answer in time"_s);
            case JobEnd::Kind::Crashed:
            case JobEnd::Kind::Killed:
                if (isStopping())
                    return notNow(u"stopping"_s);
                report("ended", task, end.signal);
                break;
            }
        }
        return end.kind == JobEnd::Kind::Killed ? notNow(u"the decoder was killed"_s)
                                                : tooDear(u"the decoder crashed"_s);
    }

    void stop()
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
        if (m_helper)
            m_helper->kill();
    }

    /// In the thread that runs.
    void end() { replace(nullptr); }

private:
    Result<HelperProcess *> ready()
    {
        if (m_helper && !m_helper->isOver())
            return m_helper.get();
        replace(nullptr);
        if (isStopping())
            return notNow(u"stopping"_s);
        auto started = HelperProcess::start(m_options.program, m_options.limits);
        if (!started)
            return started.error();
        if (!(*started)->isConfined())
            writeLogSparsely(LogLevel::Warning, "decoder.unconfined");
        replace(*std::move(started));
        return m_helper.get();
    }

    void replace(std::unique_ptr<HelperProcess> helper)
    {
        {
            const std::scoped_lock lock(m_mutex);
            std::swap(m_helper, helper);
            if (m_helper && m_isStopping)
                m_helper->kill();
        }
        helper.reset(); // waits for its end, outside the lock
    }

    bool isStopping()
    {
        const std::scoped_lock lock(m_mutex);
        return m_isStopping;
    }

    static void report(const char *what, const Task &task, int signal)
    {
        writeLogSparsely(LogLevel::Warning, "decoder.failed",
                         {{"how"_L1, QLatin1StringView(what)}, {"job"_L1, task.job.name}, {"signal"_L1, signal}});
    }

    const DecoderOptions &m_options;
    std::mutex m_mutex;
    std::unique_ptr<HelperProcess> m_helper; // changed under the mutex, by the thread that runs
    bool m_isStopping = false;
};

Decoders::Decoders(const DecoderOptions &options) : m_options(options)
{
    for (int i = 0; i < qMax(1, options.processes); ++i)
        m_runners.push_back(std::make_unique<Runner>(m_options));
    for (std::size_t i = 0; i < m_runners.size(); ++i)
        m_threads.emplace_back([this, i] { work(i); });
}

Decoders::~Decoders()
{
    stop();
    for (std::thread &thread : m_threads)
        thread.join();
}

Result<std::unique_ptr<Decoders>> Decoders::start(const DecoderOptions &options)
{
    DecoderOptions complete = options;
    if (complete.program.isEmpty())
        complete.program = findProgram();
    if (!QFileInfo(complete.program).isExecutable())
        return Error{ErrorCode::Internal, u"imaging"_s, u"toasoan-decoder is not beside this program"_s};
    return std::unique_ptr<Decoders>(new Decoders(complete));
}

std::size_t Decoders::TurnQueue::sizeOf(const QString &sender) const
{
    const auto known = std::ranges::find(m_senders, sender, &Sender::name);
    return known == m_senders.end() ? 0 : known->tasks.size();
}

void Decoders::TurnQueue::push(const QString &sender, Task task)
{
    auto known = std::ranges::find(m_senders, sender, &Sender::name);
    if (known == m_senders.end()) {
        // Before whoever has just had his turn.
        const bool hadTurn = !m_senders.empty() && m_senders.back().name == m_last;
        known = m_senders.insert(m_senders.end() - (hadTurn ? 1 : 0), {.name = sender, .tasks = {}});
    }
    known->tasks.push_back(std::move(task));
    ++m_size;
}

Decoders::Task Decoders::TurnQueue::pop()
{
    Sender sender = std::move(m_senders.front());
    m_senders.pop_front();
    Task task = std::move(sender.tasks.front());
    sender.tasks.pop_front();
    m_last = sender.name;
    if (!sender.tasks.empty())
        m_senders.push_back(std::move(sender));
    --m_size;
    return task;
}

void Decoders::TurnQueue::dropUnwanted()
{
    m_size = 0;
    for (Sender &sender : m_senders) {
        std::erase_if(sender.tasks,
                      [](const Task &task) { return task.isWanted && !task.isWanted(Asked::WhileItWaits); });
        m_size += sender.tasks.size();
    }
    std::erase_if(m_senders, [](const Sender &sender) { return sender.tasks.empty(); });
}

Result<void> Decoders::submit(Kind kind, Task &task, const QString &sender)
{
    const bool isIntake = kind == Kind::Intake;
    {
        const std::scoped_lock lock(m_mutex);
        if (m_isStopping)
            return notNow(u"stopping"_s);
        auto &queue = isIntake ? m_intake : m_publication;
        const std::size_t mostOfOne = isIntake ? m_options.longestQueueOfOne : m_options.longestQueueOfReader;
        const auto isFull = [&] { return queue.size() >= m_options.longestQueue || queue.sizeOf(sender) >= mostOfOne; };
        // Who hung up holds no place.
        if (isFull())
            queue.dropUnwanted();
        if (isFull())
            return notNow(queue.size() >= m_options.longestQueue ? u"too many waiting"_s
                                                                 : u"too many of one sender waiting"_s);
        queue.push(sender, std::move(task));
    }
    m_hasWork.notify_all();
    return {};
}

// The queue that this thread is to take from; null if there is nothing for it.
Decoders::TurnQueue *Decoders::queueOf(std::size_t index)
{
    const bool isAlone = m_runners.size() == 1;
    const bool intakeFirst = isAlone ? !m_wasIntake : index == 0;
    const bool mayTakeIntake = isAlone || index == 0;
    if (mayTakeIntake && m_intake.size() > 0 && (intakeFirst || m_publication.size() == 0)) {
        m_wasIntake = true;
        return &m_intake;
    }
    if (m_publication.size() > 0) {
        m_wasIntake = false;
        return &m_publication;
    }
    return nullptr;
}

void Decoders::work(std::size_t index)
{
    blockSignals();
    Runner &runner = *m_runners[index];
    std::unique_lock lock(m_mutex);
    while (true) {
        TurnQueue *queue = nullptr;
        m_hasWork.wait(lock, [&] { return m_isStopping || (queue = queueOf(index)); });
        if (m_isStopping)
            break;
        Task task = queue->pop();
        lock.unlock();
        if (!task.isWanted || task.isWanted(Asked::InItsTurn))
            task.done(runner.run(task));
        task = {}; // what it holds is freed outside the lock
        lock.lock();
    }
    lock.unlock();
    runner.end(); // here: it ends with this thread anyway
}

void Decoders::stop()
{
    std::deque<Task> forgotten;
    {
        const std::scoped_lock lock(m_mutex);
        m_isStopping = true;
        for (auto *queue : {&m_intake, &m_publication}) {
            while (queue->size() > 0)
                forgotten.push_back(queue->pop());
        }
    }
    m_hasWork.notify_all();
    for (const auto &runner : m_runners)
        runner->stop();
    for (const Task &task : forgotten)
        task.done(notNow(u"stopping"_s));
}

void Decoders::probeFile(const QString &path, const QString &sender, Probed done)
{
    Task task{.path = path,
              .job = probeJob(),
              .isWanted = {},
              .done = [finished = std::move(done)](const Result<Answer> &answer) {
                  finished(answer ? probeOf(answer->value) : Result<Probe>(answer.error()));
              }};
    if (auto taken = submit(Kind::Intake, task, sender); !taken)
        task.done(taken.error());
}

Result<Probe> Decoders::probeFile(const QString &path)
{
    std::promise<Result<Probe>> promise;
    auto known = promise.get_future();
    probeFile(path, {}, [&promise](Result<Probe> probe) { promise.set_value(std::move(probe)); });
    return known.get();
}

Result<void> Decoders::deriveFile(const QString &path, const std::vector<int> &widths,
                                  const std::vector<Format> &formats, const QString &reader, Wanted isWanted,
                                  Derived done)
{
    Task task{.path = path,
              .job = deriveJob(widths, formats),
              .isWanted = std::move(isWanted),
              .done = [finished = std::move(done)](const Result<Answer> &answer) {
                  finished(answer ? renditionsOf(answer->value, answer->output)
                                  : Result<std::vector<Rendition>>(answer.error()));
              }};
    return submit(Kind::Publication, task, reader);
}

Result<std::vector<Rendition>> Decoders::deriveFile(const QString &path, const std::vector<int> &widths,
                                                    const std::vector<Format> &formats)
{
    std::promise<Result<std::vector<Rendition>>> promise;
    auto made = promise.get_future();
    if (auto taken =
            deriveFile(path, widths, formats, {}, {},
                       [&promise](Result<std::vector<Rendition>> result) { promise.set_value(std::move(result)); });
        !taken)
        return taken.error();
    return made.get();
}

} // namespace toasoan::imaging
