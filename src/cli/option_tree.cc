#include "option_tree.h"

#include <utility>

namespace dossier {
namespace {

// What an IsMember check allows, from its own description: "{auto,always,never}".
std::vector<std::string> allowed_values(const std::string& type) {
  std::vector<std::string> values;
  const std::size_t open = type.find('{');
  const std::size_t close = type.find('}', open);
  if (open == std::string::npos || close == std::string::npos) return values;
  std::string value;
  for (const char c : type.substr(open + 1, close - open - 1) + ",") {
    if (c != ',')
      value += c;
    else
      values.push_back(std::exchange(value, {}));
  }
  return values;
}

OptionInfo describe_option(const CLI::Option& option) {
  OptionInfo info{.description = option.get_description(), .group = option.get_group()};
  for (const std::string& name : option.get_snames()) info.names.push_back("-" + name);
  for (const std::string& name : option.get_lnames()) info.names.push_back("--" + name);
  if (option.get_positional()) info.names = {option.get_name(true, false)};
  if (option.get_items_expected_max() > 0) {
    const std::string type = option.get_type_name();
    info.values = allowed_values(type);
    info.value = type.substr(0, type.find(":{"));
    info.default_value = option.get_default_str();
  }
  info.required = option.get_required();
  info.many = option.get_items_expected_max() > 1;
  return info;
}

}  // namespace

CommandInfo describe_command(const CLI::App& app) {
  CommandInfo info{app.get_name(), app.get_description(), app.get_group(), app.get_footer(), {}, {}};
  for (const CLI::Option* option : app.get_options())
    (option->get_positional() ? info.arguments : info.options).push_back(describe_option(*option));
  return info;
}

std::vector<CommandInfo> describe_commands(const CLI::App& program) {
  std::vector<CommandInfo> commands;
  for (const CLI::App* command : program.get_subcommands({})) commands.push_back(describe_command(*command));
  return commands;
}

}  // namespace dossier
