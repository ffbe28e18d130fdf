// The parser's tree of commands and options as plain values: what help and completions are made of, so that
// neither can say anything the parser does not know.
#pragma once

#include <string>
#include <vector>

#include <CLI/CLI.hpp>

namespace dossier {

struct OptionInfo {
  std::vector<std::string> names;  // "-C", "--context"; of an argument its one name: "PATH"
  std::string description;
  std::string group;                // heading it stands under
  std::string value;                // what it takes: "N", "DIR"; empty for a flag
  std::vector<std::string> values;  // where only some are allowed
  std::string default_value;        // empty: none
  bool required = false;
  bool many = false;  // an argument that may be given any number of times
};

struct CommandInfo {
  std::string name;
  std::string description;
  std::string group;
  std::string examples;
  std::vector<OptionInfo> arguments;
  std::vector<OptionInfo> options;
};

// The program itself (its options that stand before the command), or a command.
CommandInfo describe_command(const CLI::App& app);

// All commands, in the order in which they were added.
std::vector<CommandInfo> describe_commands(const CLI::App& program);

}  // namespace dossier
