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

  // For a process that a test starts by itself: the program, the arguments, the environment.
  static std::string program();
  std::vector<std::string> environment(const Launch& launch = {}) const;

 private:
  std::filesystem::path root_;
  std::map<std::string, std::string> names_by_id_;
};

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
  void close_output();            // nobody reads standard output from now on
  Finished wait();                // reads what is left; kills it after a minute

 private:
  int pid_ = -1;
  int out_ = -1, err_ = -1;
};

}  // namespace dossier::cli
