// A helper process whose jobs do what a file that took over its decoder could try. Started like toasoan-decoder.
#include "imaging/Confinement.h"
#include "imaging/HelperLoop.h"

#include <QByteArray>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstdlib>
#include <ctime>
#include <fcntl.h>
#include <sys/resource.h>
#include <sys/socket.h>
#include <thread>
#include <unistd.h>

using namespace toasoan;
using namespace toasoan::imaging;
using namespace Qt::StringLiterals;

namespace {

Result<JobOutcome> numbers(const QJsonObject &value)
{
    return JobOutcome{.value = value};
}

// 0, or the errno of what was refused.
int tried(int result)
{
    return result < 0 ? errno : 0;
}

Result<JobOutcome> overstep(const QByteArray &, const QJsonObject &)
{
    const rlimit more{.rlim_cur = RLIM_INFINITY, .rlim_max = RLIM_INFINITY};
    QJsonObject value{{u"open"_s, tried(open("/etc/passwd", O_RDONLY))},
                      {u"create"_s, tried(open("/tmp/misled", O_WRONLY | O_CREAT, 0600))},
                      {u"socket"_s, tried(socket(AF_INET, SOCK_STREAM, 0))},
                      {u"local socket"_s, tried(socket(AF_UNIX, SOCK_STREAM, 0))},
                      {u"signal"_s, tried(kill(getppid(), 0))},
                      {u"limit"_s, tried(setrlimit(RLIMIT_CPU, &more))},
                      {u"folder"_s, tried(chdir("/tmp"))},
                      {u"remove"_s, tried(unlink("/tmp/misled"))}};
    const pid_t child = fork();
    if (child == 0)
        _exit(0);
    value[u"fork"_s] = tried(child);
    std::array<char *, 2> arguments{const_cast<char *>("/bin/true"), nullptr};
    value[u"program"_s] = tried(execv("/bin/true", arguments.data()));
    value[u"seesPassword"_s] = getenv("PGPASSWORD") != nullptr;
    return numbers(value);
}

} // namespace

int main(int argc, char *argv[])
{
    if (argc != 3)
        return 2;
    limitThisProcess(std::atoll(argv[1]), std::atoll(argv[2]));
    const bool isConfined = giveUpRights();
    const JobTable table{
        {u"echo"_s,
         [](const QByteArray &input, const QJsonObject &parameters) {
             return Result(JobOutcome{.value = parameters, .output = input});
         }},
        {u"refuse"_s,
         [](const QByteArray &, const QJsonObject &) {
             return Result<JobOutcome>(Error{ErrorCode::TooLarge, u"picture.size"_s, u"told"_s});
         }},
        {u"overstep"_s, overstep},
        {u"threads"_s,
         [](const QByteArray &, const QJsonObject &) {
             int sum = 0;
             std::thread([&sum] { sum = 42; }).join();
             return numbers({{u"sum"_s, sum}});
         }},
        {u"spin"_s,
         [](const QByteArray &, const QJsonObject &) {
             for (volatile bool isWorking = true; isWorking;) { }
             return numbers({});
         }},
        {u"work"_s,
         [](const QByteArray &, const QJsonObject &parameters) {
             const std::clock_t end = std::clock() + parameters["milliseconds"_L1].toInt() * (CLOCKS_PER_SEC / 1000);
             while (std::clock() < end) { }
             return numbers({{u"worked"_s, true}});
         }},
        {u"stop"_s,
         [](const QByteArray &, const QJsonObject &) {
             raise(SIGSTOP);
             return numbers({});
         }},
        {u"hold"_s,
         [](const QByteArray &, const QJsonObject &parameters) {
             const auto size = std::size_t(parameters["bytes"_L1].toInteger());
             auto *memory = static_cast<volatile char *>(std::malloc(size));
             if (!memory)
                 std::abort();
             for (std::size_t i = 0; i < size; i += 4096)
                 memory[i] = 1;
             return numbers({{u"held"_s, true}});
         }},
        {u"crash"_s,
         [](const QByteArray &, const QJsonObject &) {
             std::abort();
             return numbers({});
         }},
        {u"write"_s,
         [](const QByteArray &, const QJsonObject &parameters) {
             return Result(JobOutcome{.value = {}, .output = QByteArray(parameters["bytes"_L1].toInteger(), 'x')});
         }},
    };
    doJobs(table, isConfined);
    _exit(0);
}
