#include "forbidden_calls.h"

#include <dirent.h>
#include <fcntl.h>
#include <pthread.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/mount.h>
#include <sys/ptrace.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <map>
#include <string>

namespace dossier {
namespace {

constexpr std::size_t kHuge = 8ull << 30;

std::string result(bool done) {
  return done ? "done" : strerrorname_np(errno);
}

std::string write_to(const std::string& path) {
  return result(open(path.c_str(), O_WRONLY | O_CLOEXEC) >= 0);
}

std::string create(const std::string& path) {
  return result(open(path.c_str(), O_RDONLY | O_CREAT | O_CLOEXEC, 0600) >= 0);
}

std::string read_from(const std::string& path) {
  const int fd = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  char byte = 0;
  return result(fd >= 0 && read(fd, &byte, 1) == 1);
}

std::string list(const std::string& path) {
  DIR* folder = opendir(path.c_str());
  const std::string out = result(folder != nullptr);
  if (folder != nullptr) closedir(folder);
  return out;
}

std::string remove(const std::string& path) {
  return result(unlink(path.c_str()) == 0);
}

std::string make_socket(const std::string&) {
  return result(socket(AF_INET, SOCK_STREAM, 0) >= 0);
}

std::string connect_to(const std::string& path) {
  sockaddr_un address{};
  address.sun_family = AF_UNIX;
  path.copy(address.sun_path, sizeof(address.sun_path) - 1);
  return result(connect(STDIN_FILENO, reinterpret_cast<const sockaddr*>(&address), sizeof(address)) == 0);
}

std::string execute(const std::string& path) {
  const std::array<char*, 1> none{nullptr};
  return result(execve(path.c_str(), none.data(), none.data()) == 0);
}

// A bomb that goes off once.
std::string fork_once(const std::string&) {
  const pid_t child = fork();
  if (child == 0) _exit(0);
  if (child > 0) waitpid(child, nullptr, 0);
  return result(child > 0);
}

std::string start_thread(const std::string&) {
  pthread_t thread{};
  errno = pthread_create(
      &thread, nullptr, [](void*) -> void* { return nullptr; }, nullptr);
  const bool done = errno == 0;
  if (done) pthread_join(thread, nullptr);
  return result(done);
}

std::string trace_parent(const std::string&) {
  return result(ptrace(PTRACE_SEIZE, getppid(), nullptr, nullptr) == 0);
}

std::string kill_parent(const std::string&) {
  return result(kill(getppid(), 0) == 0);
}

std::string mount_over(const std::string& path) {
  return result(mount("none", path.c_str(), "tmpfs", 0, nullptr) == 0);
}

std::string change_user(const std::string&) {
  return result(setuid(getuid()) == 0);  // anybody may, unless confined
}

std::string map_private(const std::string&) {
  return result(mmap(nullptr, kHuge, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0) !=
                MAP_FAILED);
}

std::string map_shared(const std::string&) {
  return result(mmap(nullptr, 4096, PROT_READ | PROT_WRITE, MAP_SHARED | MAP_ANONYMOUS, -1, 0) != MAP_FAILED);
}

std::string loop(const std::string&) {
  while (getppid() != 0) {
  }
  return "done";
}

}  // namespace

Outcome try_forbidden_call(const ExtractionInput& input, const DocumentSink&) {
  static const std::map<std::string_view, std::string (*)(const std::string&)> attempts{
      {"write", write_to},        {"create", create},      {"read", read_from},
      {"socket", make_socket},    {"connect", connect_to}, {"execute", execute},
      {"fork", fork_once},        {"trace", trace_parent}, {"kill", kill_parent},
      {"mount", mount_over},      {"setuid", change_user}, {"map-private", map_private},
      {"map-shared", map_shared}, {"loop", loop},          {"list", list},
      {"unlink", remove},         {"thread", start_thread}};
  const std::size_t space = std::min(input.bytes.find(' '), input.bytes.size());
  const std::string path(input.bytes.substr(std::min(space + 1, input.bytes.size())));
  return {.detail = attempts.at(input.bytes.substr(0, space))(path)};
}

}  // namespace dossier
