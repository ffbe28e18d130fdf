#include "cli/sandbox.h"

#include <fcntl.h>
#include <grp.h>
#include <poll.h>
#include <signal.h>
#include <sys/stat.h>
#include <sys/wait.h>
#include <unistd.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <regex>
#include <sstream>
#include <stdexcept>
#include <system_error>

namespace dossier::cli {
namespace {

namespace fs = std::filesystem;
using Clock = std::chrono::steady_clock;

constexpr std::time_t kFileTime = 1577934245;  // 2020-01-02T03:04:05Z
constexpr std::chrono::seconds kLongest{120};

void require(bool done, const char* what) {
  if (!done) throw std::system_error(errno, std::generic_category(), what);
}

struct Pipe {
  Pipe() { require(pipe2(ends, O_CLOEXEC) == 0, "pipe"); }
  int ends[2];
};

std::vector<char*> pointers(std::vector<std::string>& strings) {
  std::vector<char*> out;
  for (std::string& string : strings) out.push_back(string.data());
  out.push_back(nullptr);
  return out;
}

void replace_all(std::string& text, const std::string& from, const std::string& to) {
  for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size()))
    text.replace(at, from.size(), to);
}

// Reads both pipes until they end, feeding `input` meanwhile; kills the process when it takes too long.
void exchange(int pid, int in, const std::string& input, int out, int err, Finished& finished) {
  const auto limit = Clock::now() + kLongest;
  std::size_t sent = 0;
  if (in >= 0) require(fcntl(in, F_SETFL, O_NONBLOCK) == 0, "fcntl");
  while (out >= 0 || err >= 0) {
    pollfd polled[] = {{out, POLLIN, 0}, {err, POLLIN, 0}, {in, POLLOUT, 0}};
    const auto left = std::chrono::duration_cast<std::chrono::milliseconds>(limit - Clock::now()).count();
    if (left <= 0 || poll(polled, 3, static_cast<int>(left)) == 0) {
      kill(pid, SIGKILL);
      finished.err += "\n[killed: it took too long]\n";
      break;
    }
    char bytes[1 << 16];
    const auto drain = [&](int& fd, const pollfd& state, std::string& into) {
      if (fd < 0 || state.revents == 0) return;
      const ssize_t count = read(fd, bytes, sizeof bytes);
      if (count > 0) {
        into.append(bytes, static_cast<std::size_t>(count));
      } else {
        close(std::exchange(fd, -1));
      }
    };
    drain(out, polled[0], finished.out);
    drain(err, polled[1], finished.err);
    if (in >= 0 && polled[2].revents != 0) {
      const ssize_t count = ::write(in, input.data() + sent, input.size() - sent);
      if (count > 0) sent += static_cast<std::size_t>(count);
      if (count < 0 || sent == input.size()) close(std::exchange(in, -1));
    }
  }
  for (const int fd : {in, out, err}) {
    if (fd >= 0) close(fd);
  }
}

struct Started {
  int pid, in, out, err;
};

Started start(const Sandbox& sandbox, const std::vector<std::string>& arguments, const Launch& launch) {
  Command command(sandbox, arguments, launch);
  Pipe in, out, err;
  if (launch.nobody_reads) close(std::exchange(out.ends[0], -1));
  const int pid = fork();
  require(pid >= 0, "fork");
  if (pid == 0) {
    dup2(in.ends[0], STDIN_FILENO);
    dup2(out.ends[1], STDOUT_FILENO);
    dup2(err.ends[1], STDERR_FILENO);
    command.execute();
  }
  close(in.ends[0]);
  close(out.ends[1]);
  close(err.ends[1]);
  return {pid, in.ends[1], out.ends[0], err.ends[0]};
}

std::vector<std::string> fixed_environment(const Sandbox& sandbox, const Launch& launch) {
  std::map<std::string, std::string> variables = {
      {"HOME", sandbox.path("home")}, {"PATH", "/usr/bin:/bin"}, {"LC_ALL", "C"}, {"TZ", "UTC"},
      {"TERM", "xterm-256color"},     {"PAGER", "cat"}};
  // A sanitizer's finding must not end like "nothing found". Xapian's check frees an object by its base's
  // size.
  for (const char* name : {"ASAN_OPTIONS", "UBSAN_OPTIONS"}) {
    const char* given = std::getenv(name);
    variables[name] =
        "exitcode=99:new_delete_type_mismatch=0" + (given != nullptr ? ":" + std::string(given) : "");
  }
  for (const auto& [name, value] : launch.environment) variables[name] = value;
  std::vector<std::string> list;
  for (const auto& [name, value] : variables) list.push_back(name + "=" + value);
  return list;
}

}  // namespace

int wait_for(int pid) {
  int status = 0;
  while (waitpid(pid, &status, 0) < 0 && errno == EINTR) {
  }
  return WIFEXITED(status) ? WEXITSTATUS(status) : 128 + WTERMSIG(status);
}

Command::Command(const Sandbox& sandbox, const std::vector<std::string>& given, const Launch& launch)
    : program(DOSSIER_PROGRAM),
      folder(sandbox.path(launch.folder)),
      arguments({"dossier"}),
      environment(fixed_environment(sandbox, launch)),
      lose_rights(launch.as_nobody && geteuid() == 0) {
  if (lose_rights) {  // from where that user may execute it
    program = sandbox.path("bin/dossier");
    fs::create_directories(sandbox.path("bin"));
    for (const char* built : {DOSSIER_PROGRAM, DOSSIER_WORKER}) {
      const fs::path copy = sandbox.path("bin") / fs::path(built).filename();
      fs::copy_file(built, copy, fs::copy_options::skip_existing);
    }
  }
  if (!launch.redirection.empty() || !launch.shell.empty()) {
    const std::string line = launch.shell.empty() ? "exec \"$0\" \"$@\" " + launch.redirection : launch.shell;
    arguments = {"sh", "-c", line, program};
    program = "/bin/sh";
  }
  arguments.insert(arguments.end(), given.begin(), given.end());
}

void Command::execute() {
  constexpr id_t kNobody = 65534;
  signal(SIGPIPE, SIG_DFL);
  const bool changed =
      !lose_rights || (setgroups(0, nullptr) == 0 && setgid(kNobody) == 0 && setuid(kNobody) == 0);
  if (changed && chdir(folder.c_str()) == 0)
    execve(program.c_str(), pointers(arguments).data(), pointers(environment).data());
  _exit(126);
}

Sandbox::Sandbox() {
  signal(SIGPIPE, SIG_IGN);  // a program that does not read its input is no fault
  std::string name = fs::temp_directory_path() / "dossier-cli-XXXXXX";
  require(mkdtemp(name.data()) != nullptr, "mkdtemp");
  root_ = fs::canonical(name);
  fs::permissions(root_, fs::perms::others_read | fs::perms::others_exec, fs::perm_options::add);
}

Sandbox::~Sandbox() {
  std::error_code ignored;
  for (auto entry = fs::recursive_directory_iterator(root_, ignored); entry != fs::end(entry);
       entry.increment(ignored)) {
    if (entry->is_directory(ignored) && !entry->is_symlink(ignored))
      fs::permissions(entry->path(), fs::perms::owner_all, ignored);
  }
  fs::remove_all(root_, ignored);
}

void Sandbox::write(const std::string& name, std::string_view bytes) const {
  const fs::path file = path(name);
  fs::create_directories(file.parent_path());
  std::ofstream(file, std::ios::binary).write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  const timespec times[] = {{kFileTime, 0}, {kFileTime, 0}};
  require(utimensat(AT_FDCWD, file.c_str(), times, 0) == 0, "utimensat");
}

Finished Sandbox::run(const std::vector<std::string>& arguments, const Launch& launch) const {
  const Started started = start(*this, arguments, launch);
  Finished finished;
  exchange(started.pid, started.in, launch.input, started.out, started.err, finished);
  finished.code = wait_for(started.pid);
  return finished;
}

std::string Sandbox::tidy(std::string text) const {
  static const std::vector<std::pair<std::regex, std::string>> varying = {
      {std::regex(R"(\d+\.\d s,)"), "T s,"},
      {std::regex(R"("took_ms":[0-9.e-]+)"), R"("took_ms":T)"},
      {std::regex(R"((score |passage |document |proximity |written form |expansion )\d+\.\d\d)"), "$1S"},
      {std::regex(R"( +\d+\.\d\d  )"), "  S  "},
      {std::regex(R"("score":[0-9.e-]+)"), R"("score":S)"},
      {std::regex(R"(\d+\.\d{6} dossier\n)"), "S dossier\n"},
      {std::regex(R"(\d+\.\d{4},(true|false),)"), "S,$1,"},
      {std::regex(R"([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12})"), "UUID"},
      {std::regex(R"((?!2020-01-02T03:04:05Z)20\d\d-\d\d-\d\dT\d\d:\d\d:\d\dZ)"), "TIME"},
      {std::regex(R"("bytes":\d+)"), R"("bytes":N)"},
      {std::regex(R"((workers: +|"workers":")[^\n"]+)"), "$1CONFINEMENT"},
      {std::regex(R"((size: +|database |before, )[0-9.]+ [kM]?B)"), "$1SIZE"},
      {std::regex(R"(\(pid \d+\))"), "(pid N)"},
  };
  replace_all(text, root_, "$DIR");
  for (const auto& [id, name] : names_by_id_) replace_all(text, id, "<" + name + ">");
  for (const auto& [pattern, replacement] : varying) text = std::regex_replace(text, pattern, replacement);
  return text;
}

std::string Sandbox::session(const std::vector<std::string>& arguments, const Launch& launch) const {
  const Finished finished = run(arguments, launch);
  std::string text = "[" + std::to_string(finished.code) + "]\n" + finished.out;
  if (!finished.err.empty()) text += "--- error\n" + finished.err;
  return tidy(text);
}

void Sandbox::learn_ids() {
  static const std::regex made_of_path("[0-9a-f]{12}");
  std::istringstream lines(run({"list", "--format", "jsonl"}).out);
  for (std::string line; std::getline(lines, line);) {
    const auto document = nlohmann::json::parse(line);
    const std::string id = document["id"];
    if (std::regex_match(id, made_of_path)) names_by_id_[id] = fs::path(document["path"]).filename();
  }
}

RunningProgram::RunningProgram(const Sandbox& sandbox, const std::vector<std::string>& arguments,
                               const Launch& launch) {
  const Started started = start(sandbox, arguments, launch);
  close(started.in);
  pid_ = started.pid;
  out_ = started.out;
  err_ = started.err;
}

RunningProgram::~RunningProgram() {
  if (pid_ < 0) return;
  kill(pid_, SIGKILL);
  wait();
}

std::string RunningProgram::read_error_line() {
  std::string line;
  for (char c = 0; read(err_, &c, 1) == 1;) {
    line += c;
    if (c == '\n') break;
  }
  return line;
}

Finished RunningProgram::wait() {
  Finished finished;
  exchange(pid_, -1, {}, std::exchange(out_, -1), std::exchange(err_, -1), finished);
  finished.code = wait_for(std::exchange(pid_, -1));
  return finished;
}

}  // namespace dossier::cli
