// The command line before the parser sees it: unknown commands and options are named with what was probably
// meant, and positional arguments are marked, so that CLI11 takes them as they are: behind words it would not
// accept "--", it would split "[a,b]", and "++" would end the command.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace dossier {

// Has the positional arguments of all commands take the marks off that mark_arguments puts on. Call when all
// commands are there.
void expect_marked_arguments(CLI::App& program);

// `arguments` (without the program's name) ready for CLI::App::parse, which takes them from the end. Throws
// Error(usage) for a command or an option that does not exist and for an option without its value.
std::vector<std::string> mark_arguments(const CLI::App& program, const std::vector<std::string>& arguments);

// What the parser found wrong, as an Error(usage) with a hint; `arguments` as typed.
[[noreturn]] void throw_usage_error(const CLI::App& program, const std::vector<std::string>& arguments,
                                    const std::string& what);

}  // namespace dossier
