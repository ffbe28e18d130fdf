// What --help prints, at most 80 columns wide.
#pragma once

#include <memory>

#include <CLI/CLI.hpp>

namespace dossier {

// Prints the commands for the program, arguments and options for a command.
std::shared_ptr<CLI::FormatterBase> make_help_formatter();

}  // namespace dossier
