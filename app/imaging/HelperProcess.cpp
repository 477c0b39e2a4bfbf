#include "imaging/HelperProcess.h"

#include <QFile>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstring>
#include <ctime>
#include <fcntl.h>
#include <poll.h>
#include <spawn.h>
#include <string>
#include <sys/resource.h>
#include <sys/socket.h>
#include <sys/wait.h>
#include <unistd.h>
#include <vector>

extern char **environ;

namespace toasoan::imaging {

using namespace Qt::StringLiterals;

namespace {

constexpr int helperSocket = 3; // where the helper finds it
constexpr std::chrono::seconds longestStart{30};

Error notStarted(const char *what, int code)
{
    return {ErrorCode::Internal, u"imaging"_s, QString::fromLatin1(what) + u": "_s + qt_error_string(code)};
}

// What a helper may know of its surroundings: nothing of passwords and places.
std::vector<char *> helperEnvironment()
{
    std::vector<char *> kept;
    for (char **entry = environ; entry && *entry; ++entry) {
        const std::string_view text(*entry);
        if (text.starts_with("LD_LIBRARY_PATH=") || text.find("SAN_OPTIONS=") != std::string_view::npos)
            kept.push_back(*entry);
    }
    kept.push_back(nullptr);
    return kept;
}

// posix_spawn's lists, freed at the end.
struct SpawnPlan
{
    posix_spawn_file_actions_t files;
    posix_spawnattr_t attributes;

    SpawnPlan()
    {
        posix_spawn_file_actions_init(&files);
        posix_spawnattr_init(&attributes);
    }
    ~SpawnPlan()
    {
        posix_spawn_file_actions_destroy(&files);
        posix_spawnattr_destroy(&attributes);
    }
    Q_DISABLE_COPY_MOVE(SpawnPlan)
};

int spawn(const QByteArray &program, int socket, const HelperLimits &limits, pid_t &process)
{
    const SpawnPlan plan;
    auto *files = const_cast<posix_spawn_file_actions_t *>(&plan.files);
    auto *attributes = const_cast<posix_spawnattr_t *>(&plan.attributes);
    posix_spawn_file_actions_addopen(files, STDIN_FILENO, "/dev/null", O_RDONLY, 0);
    posix_spawn_file_actions_addopen(files, STDOUT_FILENO, "/dev/null", O_WRONLY, 0);
    posix_spawn_file_actions_adddup2(files, socket, helperSocket);
    sigset_t none;
    sigemptyset(&none);
    posix_spawnattr_setsigmask(attributes, &none);
    sigset_t all;
    sigfillset(&all);
    posix_spawnattr_setsigdefault(attributes, &all);
    posix_spawnattr_setflags(attributes, POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF);
    const QByteArray memory = QByteArray::number(limits.memory);
    const QByteArray output = QByteArray::number(limits.output);
    const std::array<char *, 4> arguments{const_cast<char *>(program.constData()),
                                          const_cast<char *>(memory.constData()),
                                          const_cast<char *>(output.constData()), nullptr};
    return posix_spawn(&process, program.constData(), files, attributes, arguments.data(), helperEnvironment().data());
}

} // namespace

HelperProcess::HelperProcess(pid_t process, Descriptor socket, const HelperLimits &limits)
    : m_limits(limits)
    , m_process(process)
    , m_socket(std::move(socket))
{ }

Result<std::unique_ptr<HelperProcess>> HelperProcess::start(const QString &program, const HelperLimits &limits)
{
    std::array<int, 2> ends{-1, -1};
    if (socketpair(AF_UNIX, SOCK_SEQPACKET | SOCK_CLOEXEC, 0, ends.data()) != 0)
        return notStarted("socketpair", errno);
    Descriptor ours(ends[0]);
    pid_t process = 0;
    {
        // Open here only until the helper has it: with our copy open, its end would not be heard. At another number
        // than the helper's, as dup2() onto itself would leave it to be closed.
        Descriptor theirs(ends[1]);
        const Descriptor elsewhere(fcntl(theirs.number(), F_DUPFD_CLOEXEC, helperSocket + 1));
        if (!elsewhere.isOpen())
            return notStarted("socket", errno);
        if (const int code = spawn(QFile::encodeName(program), elsewhere.number(), limits, process); code != 0)
            return notStarted("start", code);
    }
    std::unique_ptr<HelperProcess> helper(new HelperProcess(process, std::move(ours), limits));
    const auto ready = helper->waitForMessage(longestStart) ? receiveAnswer(helper->m_socket.number()) : std::nullopt;
    if (!ready || !*ready) {
        const JobEnd end = helper->takeEnd(true);
        return Error{ErrorCode::Internal, u"imaging"_s,
                     ready ? (*ready).error().detail : u"the decoder ended at its start (%1)"_s.arg(end.signal)};
    }
    helper->m_isConfined = (**ready)["confined"_L1].toBool();
    return helper;
}

HelperProcess::~HelperProcess()
{
    if (!m_isOver)
        (void)takeEnd(true);
}

void HelperProcess::kill()
{
    const std::scoped_lock lock(m_mutex);
    if (m_process > 0)
        ::kill(m_process, SIGKILL);
}

JobEnd HelperProcess::run(const Job &job, int input, int output)
{
    allowProcessorTime();
    if (!sendJob(m_socket.number(), job, input, output))
        return takeEnd(true);
    const bool wasInTime = waitForMessage(m_limits.wall);
    auto answer = wasInTime ? receiveAnswer(m_socket.number()) : std::nullopt;
    if (!answer)
        return takeEnd(wasInTime);
    if (++m_jobs >= m_limits.jobs)
        (void)takeEnd(true);
    if (!*answer)
        return {.kind = JobEnd::Kind::Answered, .error = answer->error()};
    return {.kind = JobEnd::Kind::Answered, .value = **answer};
}

// True also if the other side is gone.
bool HelperProcess::waitForMessage(std::chrono::milliseconds time) const
{
    using Clock = std::chrono::steady_clock;
    const auto end = Clock::now() + time;
    while (true) {
        const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(end - Clock::now());
        pollfd socket{.fd = m_socket.number(), .events = POLLIN, .revents = 0};
        const int ready = poll(&socket, 1, int(qMax<qint64>(0, left.count())));
        if (ready > 0)
            return true;
        if (ready == 0 && left.count() <= 0)
            return false;
        if (ready < 0 && errno != EINTR)
            return false;
    }
}

// The helper's limit counts from its start on; it gets the time of one more job. It cannot do that itself.
void HelperProcess::allowProcessorTime() const
{
#ifdef Q_OS_LINUX
    clockid_t clock = {};
    timespec used = {};
    if (clock_getcpuclockid(m_process, &clock) != 0 || clock_gettime(clock, &used) != 0)
        return;
    const rlimit limit{.rlim_cur = rlim_t(used.tv_sec + 1 + m_limits.processor.count()), .rlim_max = RLIM_INFINITY};
    prlimit(m_process, RLIMIT_CPU, &limit, nullptr);
#endif
}

JobEnd HelperProcess::takeEnd(bool wasInTime)
{
    m_isOver = true;
    int status = 0;
    {
        const std::scoped_lock lock(m_mutex);
        // One that is dying already keeps the cause it is dying of.
        ::kill(m_process, SIGKILL);
    }
    // Not under the lock that others wait for; nobody but this thread takes the number away.
    pid_t ended = 0;
    siginfo_t about = {};
    while (waitid(P_PID, id_t(m_process), &about, WEXITED | WNOWAIT) != 0 && errno == EINTR) { }
    {
        const std::scoped_lock lock(m_mutex);
        ended = waitpid(m_process, &status, 0);
        m_process = 0;
    }
    const int signal = ended > 0 && WIFSIGNALED(status) ? WTERMSIG(status) : 0;
    if (!wasInTime)
        return {.kind = JobEnd::Kind::Hung, .signal = signal};
    if (signal == SIGXCPU)
        return {.kind = JobEnd::Kind::OverProcessorTime, .signal = signal};
    if (signal == SIGKILL)
        return {.kind = JobEnd::Kind::Killed, .signal = signal};
    return {.kind = JobEnd::Kind::Crashed, .signal = signal};
}

} // namespace toasoan::imaging
