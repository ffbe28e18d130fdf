// Shell completions, by walking the parser's own tree of commands and options.
#pragma once

#include <string>

#include <CLI/CLI.hpp>

namespace dossier {

// A script for `shell` (bash, zsh or fish).
std::string completion_script(const CLI::App& app, const std::string& shell);

}  // namespace dossier
