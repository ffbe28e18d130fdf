// The command line: arguments in, bytes out, an exit code. docs/man/dossier.1 is its manual.
#pragma once

namespace dossier {

// Runs the program. Never throws. The exit codes are those of ExitCode in src/cli/context.h.
int run_command_line(int argc, const char* const* argv);

}  // namespace dossier
