// The real program, run in a temporary folder with an environment that is always the same: a command in, its
// whole output and exit code out.
#pragma once

#include <chrono>
#include <filesystem>
#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace dossier::cli {

struct Finished {
  int code = -1;  // the exit code; 128 and the signal's number where a signal ended it, as shells have it
  std::string out;
  std::string err;
};

struct Launch {
  std::string input;                               // what stands on standard input
  std::map<std::string, std::string> environment;  // beside the fixed one, or instead of its entries
  std::string folder = ".";                        // where it runs, below the sandbox
  bool as_nobody = false;                          // when root: as a user whom permissions hold back
  bool nobody_reads = false;  // the other end of standard output is closed from the start
  std::string shell;          // a line for the shell instead; $0 is the program
  std::string redirection;    // as a shell takes it: ">&-", "2>/dev/full"
};

class Sandbox;

// What to start: program, arguments with the program's name first, environment, and how.
struct Command {
  Command(const Sandbox& sandbox, const std::vector<std::string>& arguments, const Launch& launch);
  [[noreturn]] void execute();  // in a forked child

  std::string program, folder;
  std::vector<std::string> arguments, environment;
  bool lose_rights = false;
};

class Sandbox {
 public:
  Sandbox();
  ~Sandbox();  // removes the folder, whatever the program left in it
  Sandbox(const Sandbox&) = delete;
  Sandbox& operator=(const Sandbox&) = delete;

  std::filesystem::path path(std::string_view name = "") const { return root_ / name; }

  // Writes a file with its folders; its time is 2020-01-02 03:04:05 UTC.
  void write(const std::string& name, std::string_view bytes) const;

  Finished run(const std::vector<std::string>& arguments, const Launch& launch = {}) const;

  // Standard output with what differs from run to run replaced: the folder's name by $DIR, ids made of paths
  // by <file name>, times but those of write() by TIME, durations, sizes and names of the index likewise.
  std::string tidy(std::string text) const;

  // Runs it and gives "[exit code]\n", standard output and, behind "--- error\n", standard error; tidied.
  std::string session(const std::vector<std::string>& arguments, const Launch& launch = {}) const;

  // Has tidy know the documents of the index in .dossier.
  void learn_ids();

 private:
  std::filesystem::path root_;
  std::map<std::string, std::string> names_by_id_;
};

// Waits for a process: its exit code, or 128 and the number of the signal that ended it.
int wait_for(int pid);

// A process whose standard output and error come through pipes, to be read while it runs.
class RunningProgram {
 public:
  RunningProgram(const Sandbox& sandbox, const std::vector<std::string>& arguments,
                 const Launch& launch = {});
  ~RunningProgram();
  RunningProgram(const RunningProgram&) = delete;
  RunningProgram& operator=(const RunningProgram&) = delete;

  int pid() const noexcept { return pid_; }
  std::string read_error_line();  // up to a line end, or the end
  Finished wait();                // reads what is left; kills it after a minute

 private:
  int pid_ = -1;
  int out_ = -1, err_ = -1;
};

}  // namespace dossier::cli
