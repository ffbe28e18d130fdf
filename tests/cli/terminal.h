// The real program on a terminal of its own.
#pragma once

#include <string>
#include <vector>

#include "cli/sandbox.h"

namespace dossier::cli {

class Terminal {
 public:
  // Starts the program on a pseudo-terminal so wide.
  Terminal(const Sandbox& sandbox, unsigned short columns, const std::vector<std::string>& arguments,
           const Launch& launch = {});
  ~Terminal();
  Terminal(const Terminal&) = delete;
  Terminal& operator=(const Terminal&) = delete;

  void type(std::string_view keys) const;
  // Reads until `text` has been shown; false if the program ends before.
  bool wait_for_text(const std::string& text);
  // Reads to the end. What was shown, line ends as "\n", and the exit code.
  Finished finish();

 private:
  bool read_some();

  int pid_ = -1;
  int master_ = -1;
  std::string shown_;
};

}  // namespace dossier::cli
