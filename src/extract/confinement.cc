#include "confinement.h"

#include <fcntl.h>
#include <linux/landlock.h>
#include <sched.h>
#include <seccomp.h>
#include <sys/mman.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <initializer_list>
#include <memory>

#include "worker_process.h"

namespace dossier {
namespace {

// Where libraries and the data that they load at need stand: converters of charsets, character maps of PDF,
// time zones. Nothing of a user's and nothing secret is below.
constexpr std::array kSharedData{"/lib",           "/lib32",           "/lib64",           "/usr/lib",
                                 "/usr/lib32",     "/usr/lib64",       "/usr/libexec",     "/usr/share",
                                 "/usr/local/lib", "/usr/local/lib64", "/usr/local/share", "/etc/ld.so.cache",
                                 "/etc/localtime"};

// Every right that a version of Landlock knows of: what is not handled would stay allowed. Bit 14 (truncate)
// came with version 3, bit 15 (ioctl of devices) with 5.
std::uint64_t rights_of_version(long version) {
  if (version >= 5) return (1u << 16) - 1;
  if (version >= 3) return (1u << 15) - 1;
  if (version == 2) return (1u << 14) - 1;
  return (1u << 13) - 1;
}

void allow_reading(int ruleset, const char* path) {
  const Descriptor place(open(path, O_PATH | O_CLOEXEC));
  struct stat about {};
  if (place.get() < 0 || fstat(place.get(), &about) != 0) return;  // not every system has them all
  landlock_path_beneath_attr rule{.allowed_access = LANDLOCK_ACCESS_FS_READ_FILE, .parent_fd = place.get()};
  if (S_ISDIR(about.st_mode)) rule.allowed_access |= LANDLOCK_ACCESS_FS_READ_DIR;
  syscall(SYS_landlock_add_rule, ruleset, LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
}

// Leaves reading shared data as the only thing that may be done with paths. False without Landlock.
bool confine_paths() {
  const long version = syscall(SYS_landlock_create_ruleset, nullptr, 0, LANDLOCK_CREATE_RULESET_VERSION);
  if (version < 1) return false;
  const landlock_ruleset_attr handled{.handled_access_fs = rights_of_version(version)};
  const Descriptor ruleset(
      static_cast<int>(syscall(SYS_landlock_create_ruleset, &handled, sizeof(handled), 0)));
  if (ruleset.get() < 0) return false;
  for (const char* path : kSharedData) allow_reading(ruleset.get(), path);
  return syscall(SYS_landlock_restrict_self, ruleset.get(), 0) == 0;
}

// The calls that libraries make while they read a document, found by tracing them over many files. None names
// a file to open, starts anything, reaches another process or the network.
constexpr std::initializer_list<int> kHarmlessCalls{
    // memory
    SCMP_SYS(brk), SCMP_SYS(munmap), SCMP_SYS(mprotect), SCMP_SYS(mremap), SCMP_SYS(madvise),
    // descriptors it holds: the file, opened for reading; the socket; /dev/null
    SCMP_SYS(read), SCMP_SYS(readv), SCMP_SYS(pread64), SCMP_SYS(preadv), SCMP_SYS(write), SCMP_SYS(writev),
    SCMP_SYS(lseek), SCMP_SYS(_llseek), SCMP_SYS(close), SCMP_SYS(dup), SCMP_SYS(fstat), SCMP_SYS(fstat64),
    SCMP_SYS(fadvise64), SCMP_SYS(getdents64), SCMP_SYS(poll), SCMP_SYS(ppoll),
    // by which sanitizers find out whether memory can be read; there is nobody at the other end
    SCMP_SYS(pipe), SCMP_SYS(pipe2),
    // what is known of a path, not what is in it
    SCMP_SYS(stat), SCMP_SYS(stat64), SCMP_SYS(lstat), SCMP_SYS(lstat64), SCMP_SYS(newfstatat),
    SCMP_SYS(fstatat64), SCMP_SYS(statx), SCMP_SYS(access), SCMP_SYS(faccessat), SCMP_SYS(faccessat2),
    SCMP_SYS(readlink), SCMP_SYS(readlinkat), SCMP_SYS(getcwd), SCMP_SYS(statfs), SCMP_SYS(fstatfs),
    // time and chance
    SCMP_SYS(clock_gettime), SCMP_SYS(clock_getres), SCMP_SYS(gettimeofday), SCMP_SYS(time), SCMP_SYS(times),
    SCMP_SYS(getrandom),
    // what a process asks about itself
    SCMP_SYS(getpid), SCMP_SYS(gettid), SCMP_SYS(getppid), SCMP_SYS(getuid), SCMP_SYS(geteuid),
    SCMP_SYS(getgid), SCMP_SYS(getegid), SCMP_SYS(uname), SCMP_SYS(sysinfo), SCMP_SYS(getrusage),
    SCMP_SYS(getrlimit), SCMP_SYS(ugetrlimit), SCMP_SYS(sched_getaffinity), SCMP_SYS(sched_yield),
    SCMP_SYS(getcpu),
    // the C library's own
    SCMP_SYS(futex), SCMP_SYS(rseq), SCMP_SYS(set_robust_list), SCMP_SYS(rt_sigaction),
    SCMP_SYS(rt_sigprocmask), SCMP_SYS(rt_sigreturn), SCMP_SYS(sigreturn), SCMP_SYS(sigaltstack),
    SCMP_SYS(restart_syscall), SCMP_SYS(exit), SCMP_SYS(exit_group)};

// Refuses, with EPERM, every call that no rule allows.
class CallFilter {
 public:
  CallFilter() : context_(seccomp_init(SCMP_ACT_ERRNO(EPERM)), &seccomp_release) {
    for (const int call : kHarmlessCalls) allow(call, {});
  }

  // Allows a call whose arguments are as `conditions` say.
  void allow(int call, std::initializer_list<scmp_arg_cmp> conditions) {
    if (context_ == nullptr) return;
    complete_ = seccomp_rule_add_array(context_.get(), SCMP_ACT_ALLOW, call,
                                       static_cast<unsigned>(conditions.size()), conditions.begin()) == 0 &&
                complete_;
  }

  // False if the kernel takes no filter, and then nothing is refused.
  bool load() { return context_ != nullptr && complete_ && seccomp_load(context_.get()) == 0; }

 private:
  std::unique_ptr<void, decltype(&seccomp_release)> context_;
  bool complete_ = true;
};

void allow_opening_to_read(CallFilter& filter) {
  constexpr scmp_datum_t kMayWrite = O_ACCMODE | O_CREAT | O_TRUNC | O_APPEND | O_TMPFILE;
  // O_TMPFILE contains O_DIRECTORY, which opening a folder to read it needs.
  constexpr scmp_datum_t kTested = kMayWrite & ~scmp_datum_t{O_DIRECTORY};
  filter.allow(SCMP_SYS(open), {SCMP_A1(SCMP_CMP_MASKED_EQ, kTested, O_RDONLY)});
  filter.allow(SCMP_SYS(openat), {SCMP_A2(SCMP_CMP_MASKED_EQ, kTested, O_RDONLY)});
}

void allow_mapping(CallFilter& filter) {
  // Memory shared with nobody yet could be had past the limit on private memory: a file or private memory
  // only.
  for (const int call : {SCMP_SYS(mmap), SCMP_SYS(mmap2)}) {
    filter.allow(call, {SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_TYPE, MAP_PRIVATE)});
    filter.allow(call, {SCMP_A3(SCMP_CMP_MASKED_EQ, MAP_TYPE | MAP_ANONYMOUS, MAP_SHARED)});
  }
}

bool confine_calls(bool paths_are_confined) {
  CallFilter filter;
  allow_mapping(filter);
  // A filter sees numbers, not paths: where nothing else confines paths, none is opened.
  if (paths_are_confined) allow_opening_to_read(filter);
  filter.allow(SCMP_SYS(recvmsg), {SCMP_A0(SCMP_CMP_EQ, STDIN_FILENO)});
  filter.allow(SCMP_SYS(sendto), {SCMP_A0(SCMP_CMP_EQ, STDIN_FILENO)});
  for (const scmp_datum_t command :
       std::initializer_list<scmp_datum_t>{F_GETFD, F_SETFD, F_GETFL, F_DUPFD, F_DUPFD_CLOEXEC}) {
    filter.allow(SCMP_SYS(fcntl), {SCMP_A1(SCMP_CMP_EQ, command)});
    filter.allow(SCMP_SYS(fcntl64), {SCMP_A1(SCMP_CMP_EQ, command)});
  }
  filter.allow(SCMP_SYS(prlimit64),
               {SCMP_A0(SCMP_CMP_EQ, 0), SCMP_A2(SCMP_CMP_EQ, 0)});  // asks, sets nothing
  // A crash that the process raises itself must end it.
  const auto self = static_cast<scmp_datum_t>(getpid());
  filter.allow(SCMP_SYS(kill), {SCMP_A0(SCMP_CMP_EQ, self)});
  filter.allow(SCMP_SYS(tgkill), {SCMP_A0(SCMP_CMP_EQ, self)});
  return filter.load();
}

}  // namespace

Confinement confine() {
  prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
  const bool paths = confine_paths();
  const bool calls = confine_calls(paths);
  return {.system_calls = calls,
          .files = paths   ? FileAccess::shared_data
                   : calls ? FileAccess::none
                           : FileAccess::any};
}

}  // namespace dossier
