#include "intake/sandbox.hpp"

#include <fcntl.h>
#include <linux/landlock.h>
#include <seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <memory>

namespace dostyk::intake {

namespace fs = std::filesystem;

namespace {

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool has_sanitizer = true;
#elif defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(thread_sanitizer)
constexpr bool has_sanitizer = true;
#else
constexpr bool has_sanitizer = false;
#endif
#else
constexpr bool has_sanitizer = false;
#endif

bool set_limit(__rlimit_resource resource, rlim_t most)
{
    const rlimit limit{most, most};
    return ::setrlimit(resource, &limit) == 0;
}

bool set_limits()
{
    bool is_set = set_limit(RLIMIT_CPU, most_cpu_s) && set_limit(RLIMIT_CORE, 0) &&
                  set_limit(RLIMIT_FSIZE, 0) && set_limit(RLIMIT_NOFILE, 64);
    if (!has_sanitizer) {
        is_set = set_limit(RLIMIT_AS, most_memory) && is_set;
    }
    return is_set;
}

/// Rights of the first version of Landlock; each later one adds some. (version - 1)
constexpr std::array<std::uint64_t, 5> rights_since{
    LANDLOCK_ACCESS_FS_EXECUTE | LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_READ_FILE |
        LANDLOCK_ACCESS_FS_READ_DIR | LANDLOCK_ACCESS_FS_REMOVE_DIR |
        LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR |
        LANDLOCK_ACCESS_FS_MAKE_DIR | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK |
        LANDLOCK_ACCESS_FS_MAKE_FIFO | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM,
    std::uint64_t{1} << 13, // refer: link and rename between folders
    std::uint64_t{1} << 14, // truncate
    0,                      // network, which seccomp closes
    std::uint64_t{1} << 15, // ioctl of devices
};

/// A Landlock rule set; -1 where the kernel has none.
int make_rule_set()
{
    const long version =
        ::syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
    if (version < 1) {
        return -1;
    }
    landlock_ruleset_attr rules{};
    for (std::size_t i = 0; i < rights_since.size() && static_cast<long>(i) < version; ++i) {
        rules.handled_access_fs |= rights_since[i];
    }
    return static_cast<int>(::syscall(SYS_landlock_create_ruleset, &rules, sizeof rules, 0));
}

void allow_reading(int rule_set, const fs::path& path)
{
    const int file = ::open(path.c_str(), O_PATH | O_CLOEXEC);
    if (file < 0) {
        return;
    }
    std::error_code error;
    landlock_path_beneath_attr rule{};
    rule.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE;
    if (fs::is_directory(path, error)) {
        rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
    }
    rule.parent_fd = file;
    ::syscall(SYS_landlock_add_rule, rule_set, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
    ::close(file);
}

bool close_files(std::span<const fs::path> readable)
{
    const int rule_set = make_rule_set();
    if (rule_set < 0) {
        return false;
    }
    for (const fs::path& path : readable) {
        allow_reading(rule_set, path);
    }
    const bool is_closed = ::syscall(SYS_landlock_restrict_self, rule_set, 0) == 0;
    ::close(rule_set);
    return is_closed;
}

/// What reading a file, memory, time and ending take. All else is refused: sockets, programs,
/// processes, tracing, mounts and whatever the kernel learns after this was written.
constexpr std::array allowed_calls{
    SCMP_SYS(read),
    SCMP_SYS(pread64),
    SCMP_SYS(readv),
    SCMP_SYS(preadv),
    SCMP_SYS(write),
    SCMP_SYS(writev),
    SCMP_SYS(close),
    SCMP_SYS(fstat),
    SCMP_SYS(stat),
    SCMP_SYS(lstat),
    SCMP_SYS(newfstatat),
    SCMP_SYS(statx),
    SCMP_SYS(lseek),
    SCMP_SYS(access),
    SCMP_SYS(faccessat),
    SCMP_SYS(faccessat2),
    SCMP_SYS(readlink),
    SCMP_SYS(readlinkat),
    SCMP_SYS(getdents64),
    SCMP_SYS(getcwd),
    SCMP_SYS(fcntl),
    SCMP_SYS(fadvise64),
    SCMP_SYS(statfs),
    SCMP_SYS(fstatfs),
    SCMP_SYS(dup),
    SCMP_SYS(poll),
    SCMP_SYS(ppoll),
    SCMP_SYS(mmap),
    SCMP_SYS(mprotect),
    SCMP_SYS(munmap),
    SCMP_SYS(mremap),
    SCMP_SYS(brk),
    SCMP_SYS(madvise),
    SCMP_SYS(futex),
    SCMP_SYS(set_robust_list),
    SCMP_SYS(rseq),
    SCMP_SYS(sched_yield),
    SCMP_SYS(sched_getaffinity),
    SCMP_SYS(getrandom),
    SCMP_SYS(sysinfo),
    SCMP_SYS(uname),
    SCMP_SYS(getpid),
    SCMP_SYS(getppid),
    SCMP_SYS(gettid),
    SCMP_SYS(getuid),
    SCMP_SYS(geteuid),
    SCMP_SYS(getgid),
    SCMP_SYS(getegid),
    SCMP_SYS(clock_gettime),
    SCMP_SYS(clock_getres),
    SCMP_SYS(gettimeofday),
    SCMP_SYS(time),
    SCMP_SYS(nanosleep),
    SCMP_SYS(clock_nanosleep),
    SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit),
    SCMP_SYS(times),
    SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask),
    SCMP_SYS(rt_sigreturn),
    SCMP_SYS(sigaltstack),
    SCMP_SYS(tgkill),
    SCMP_SYS(restart_syscall),
    SCMP_SYS(exit),
    SCMP_SYS(exit_group),
};

constexpr scmp_datum_t writing_flags = O_WRONLY | O_RDWR | O_CREAT | O_TRUNC | O_APPEND;

/// Opening is for reading; that holds without Landlock too.
bool allow_opening(scmp_filter_ctx filter)
{
    const auto reads = [](unsigned argument) {
        return scmp_arg_cmp{argument, SCMP_CMP_MASKED_EQ, writing_flags, 0};
    };
    return ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(openat), 1, reads(2)) == 0 &&
           ::seccomp_rule_add(filter, SCMP_ACT_ALLOW, SCMP_SYS(open), 1, reads(1)) == 0;
}

bool close_calls()
{
    const std::unique_ptr<void, void (*)(scmp_filter_ctx)> filter(
        ::seccomp_init(SCMP_ACT_ERRNO(EPERM)), ::seccomp_release);
    if (filter == nullptr || !allow_opening(filter.get())) {
        return false;
    }
    for (const int call : allowed_calls) {
        // A call that this machine does not have (a negative number) needs no rule.
        if (::seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, call, 0) != 0 && call >= 0) {
            return false;
        }
    }
    // The undefined-behaviour sanitizer asks a pipe whether an address can be read, and takes a
    // refusal for an object that is none.
    if (has_sanitizer &&
        ::seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(pipe2), 0) != 0) {
        return false;
    }
    // Reading limits is harmless, setting them is refused by what they are.
    const scmp_arg_cmp only_reads{2, SCMP_CMP_EQ, 0, 0};
    ::seccomp_rule_add(filter.get(), SCMP_ACT_ALLOW, SCMP_SYS(prlimit64), 1, only_reads);
    return ::seccomp_load(filter.get()) == 0;
}

} // namespace

Confinement confine(std::span<const fs::path> readable)
{
    Confinement confinement;
    confinement.has_limits = set_limits();
    if (::prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0) {
        confinement.has_files = close_files(readable);
        confinement.has_calls = close_calls();
    }
    return confinement;
}

} // namespace dostyk::intake
