#include "imaging/Confinement.h"

#include <array>
#include <cerrno>
#include <csignal>
#include <sys/resource.h>
#include <unistd.h>

#ifdef Q_OS_LINUX
#include <cstddef>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <sys/prctl.h>
#include <sys/syscall.h>
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

#if defined(__x86_64__)
constexpr quint32 machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
constexpr quint32 machine = AUDIT_ARCH_AARCH64;
#elif defined(__riscv) && __riscv_xlen == 64
constexpr quint32 machine = AUDIT_ARCH_RISCV64;
#else
constexpr quint32 machine = 0;
#endif

constexpr quint32 lowHalf(int argument)
{
    return quint32(offsetof(seccomp_data, args) + sizeof(quint64) * std::size_t(argument)); // little-endian machines
}

sock_filter load(quint32 offset)
{
    return BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offset);
}

sock_filter answer(quint32 action)
{
    return BPF_STMT(BPF_RET | BPF_K, action);
}

constexpr quint32 refuse = SECCOMP_RET_ERRNO | EPERM;

// Computing, memory, threads of its own, and the files that are open already.
constexpr std::array allowed{
    __NR_read,
    __NR_write,
    __NR_readv,
    __NR_writev,
    __NR_pread64,
    __NR_pwrite64,
    __NR_lseek,
    __NR_fstat,
    __NR_close,
    __NR_recvmsg,
    __NR_sendmsg,
    __NR_ppoll,
    __NR_mmap,
    __NR_munmap,
    __NR_mremap,
    __NR_mprotect,
    __NR_madvise,
    __NR_brk,
    __NR_futex,
    __NR_sched_yield,
    __NR_nanosleep,
    __NR_clock_nanosleep,
    __NR_clock_gettime,
    __NR_gettimeofday,
    __NR_getrandom,
    __NR_getpid,
    __NR_gettid,
    __NR_rt_sigaction,
    __NR_rt_sigprocmask,
    __NR_rt_sigreturn,
    __NR_sigaltstack,
    __NR_set_robust_list,
    __NR_exit,
    __NR_exit_group,
    __NR_restart_syscall,
    __NR_sched_getaffinity,
    __NR_sysinfo,
#ifdef __NR_poll
    __NR_poll,
#endif
#ifdef __NR_rseq
    __NR_rseq,
#endif
#ifdef __NR_membarrier
    __NR_membarrier,
#endif
};

std::vector<sock_filter> filter()
{
    std::vector<sock_filter> program{
        load(offsetof(seccomp_data, arch)),
        BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, machine, 1, 0),
        answer(SECCOMP_RET_KILL_PROCESS),
        load(offsetof(seccomp_data, nr)),
    };
    for (const int call : allowed) {
        program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, quint32(call), 0, 1));
        program.push_back(answer(SECCOMP_RET_ALLOW));
    }
    const auto only = [&program](int call, const std::vector<sock_filter> &rule) {
        program.push_back(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, quint32(call), 0, quint8(rule.size())));
        program.insert(program.end(), rule.begin(), rule.end());
    };
    // Threads, no processes. clone3 hides its flags behind a pointer: glibc falls back to clone when there is none.
    only(__NR_clone,
         {load(lowHalf(0)), BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 0, 1), answer(SECCOMP_RET_ALLOW),
          answer(refuse)});
#ifdef __NR_clone3
    only(__NR_clone3, {answer(SECCOMP_RET_ERRNO | ENOSYS)});
#endif
    // abort() signals itself.
    only(__NR_tgkill,
         {load(lowHalf(0)), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, quint32(getpid()), 0, 1), answer(SECCOMP_RET_ALLOW),
          answer(refuse)});
    // Limits are read by threads for their stacks; nobody raises one.
    only(__NR_prlimit64,
         {load(lowHalf(2)), BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 3), load(lowHalf(2) + 4),
          BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, 0, 0, 1), answer(SECCOMP_RET_ALLOW), answer(refuse)});
    program.push_back(answer(refuse));
    return program;
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
    if (machine == 0 || isSanitized)
        return false;
    std::vector<sock_filter> instructions = filter();
    const sock_fprog program{.len = static_cast<unsigned short>(instructions.size()), .filter = instructions.data()};
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
#else
    return false;
#endif
}

} // namespace toasoan::imaging
