// A program that runs beside this one.
#pragma once

#include <sys/types.h>

#include <string>
#include <vector>

namespace dossier {

// Starts `program` (looked for in PATH, if it is no path) with `arguments`. Its standard output goes to our
// standard error. It has a process group of its own, so that Ctrl-C reaches us alone, and is told to end
// (SIGTERM) when we do. Gives its number; -1 if it cannot be started.
pid_t start_process(const std::string& program, const std::vector<std::string>& arguments);

// Its exit code, or 128 and the number of the signal that ended it.
int wait_for_process(pid_t process);

}  // namespace dossier
