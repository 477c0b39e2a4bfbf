#include "imaging/Confinement.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <memory>
#include <sched.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <vector>
#endif

namespace toasoan::imaging {

namespace {

constexpr unsigned firstUnwanted = 4; // after the standard files and the socket
constexpr rlim_t openFiles = 32;
constexpr qint64 addressesBesideData = 2LL << 30; // libraries, stacks, what is only reserved

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool isSanitized = true; // reserves terabytes, and reads /proc
#else
constexpr bool isSanitized = false;
#endif

void limit(int resource, rlim_t most)
{
    const rlimit value{.rlim_cur = most, .rlim_max = most};
    setrlimit(resource, &value);
}

#ifdef Q_OS_LINUX

struct Dropped
{
    void operator()(void *filter) const { seccomp_release(filter); }
};

// Computing, memory, threads of its own, and the files that are open already.
constexpr std::array allowed{
    SCMP_SYS(read),
    SCMP_SYS(write),
    SCMP_SYS(readv),
    SCMP_SYS(writev),
    SCMP_SYS(pread64),
    SCMP_SYS(pwrite64),
    SCMP_SYS(lseek),
    SCMP_SYS(fstat),
    SCMP_SYS(close),
    SCMP_SYS(recvmsg),
    SCMP_SYS(sendmsg),
    SCMP_SYS(ppoll),
    SCMP_SYS(mmap),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(mprotect),
    SCMP_SYS(madvise),
    SCMP_SYS(brk),
    SCMP_SYS(futex),
    SCMP_SYS(sched_yield),
    SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(getrandom),
    SCMP_SYS(getpid),
    SCMP_SYS(gettid),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(sysinfo),
    SCMP_SYS(poll),
    SCMP_SYS(rseq),
    SCMP_SYS(membarrier),
};

/// Whether from here on the kernel allows this process those calls only. What a machine does not have is passed over.
bool allowOnly()
{
    const std::unique_ptr<void, Dropped> filter(seccomp_init(SCMP_ACT_ERRNO(EPERM)));
    if (!filter || seccomp_attr_set(filter.get(), SCMP_FLTATR_ACT_BADARCH, SCMP_ACT_KILL_PROCESS) != 0)
        return false;
    bool isWhole = true;
    const auto rule = [&](quint32 action, int call, std::initializer_list<scmp_arg_cmp> where) {
        const std::vector<scmp_arg_cmp> conditions = where;
        isWhole =
            seccomp_rule_add_array(filter.get(), action, call, unsigned(conditions.size()), conditions.data()) == 0
            && isWhole;
    };
    for (const int call : allowed)
        rule(SCMP_ACT_ALLOW, call, {});
    // Threads, no processes. clone3 hides its flags behind a pointer: glibc falls back to clone when there is none.
    rule(SCMP_ACT_ALLOW, SCMP_SYS(clone), {SCMP_A0_64(SCMP_CMP_MASKED_EQ, CLONE_THREAD, CLONE_THREAD)});
    rule(SCMP_ACT_ERRNO(ENOSYS), SCMP_SYS(clone3), {});
    // abort() signals itself.
    rule(SCMP_ACT_ALLOW, SCMP_SYS(tgkill), {SCMP_A0_64(SCMP_CMP_EQ, scmp_datum_t(getpid()))});
    // Limits are read by threads for their stacks; nobody raises one.
    rule(SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), {SCMP_A2_64(SCMP_CMP_EQ, 0)});
    // Sets NO_NEW_PRIVS too, without which only root might.
    return isWhole && seccomp_load(filter.get()) == 0;
}

#endif

} // namespace

void limitThisProcess(qint64 memory, qint64 output)
{
#ifdef Q_OS_LINUX
    prctl(PR_SET_PDEATHSIG, SIGKILL);
    close_range(firstUnwanted, ~0U, 0);
#endif
    for (const int name : {SIGINT, SIGTERM, SIGHUP, SIGPIPE, SIGXFSZ})
        std::signal(name, SIG_IGN);
    limit(RLIMIT_CORE, 0);
    limit(RLIMIT_FSIZE, rlim_t(output));
    if (!isSanitized) {
        limit(RLIMIT_DATA, rlim_t(memory));
        limit(RLIMIT_AS, rlim_t(memory + addressesBesideData));
    }
}

bool giveUpRights()
{
    limit(RLIMIT_NOFILE, openFiles);
    if (!isSanitized)
        dup2(STDOUT_FILENO, STDERR_FILENO); // the operator's log is not for strangers
#ifdef Q_OS_LINUX
    return !isSanitized && allowOnly();
#else
    return false;
#endif
}

} // namespace toasoan::imaging
