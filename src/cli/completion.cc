#include "completion.h"

#include <fmt/format.h>

#include <set>
#include <vector>

namespace dossier {
namespace {

struct OptionInfo {
  std::vector<std::string> names;  // "-n", "--offset"
  std::string description;
  bool takes_value = false;
  std::vector<std::string> values;  // where only some are allowed
};

struct CommandInfo {
  std::string name;
  std::string description;
  std::vector<OptionInfo> options;
};

// What an IsMember check allows, from its own description: "{auto,always,never}".
std::vector<std::string> allowed_values(const CLI::Option& option) {
  const std::string type = option.get_type_name();
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

std::vector<CommandInfo> commands_of(const CLI::App& app) {
  std::vector<CommandInfo> commands;
  for (const CLI::App* command : app.get_subcommands({})) {
    CommandInfo info{command->get_name(), command->get_description(), {}};
    for (const CLI::Option* option : command->get_options()) {
      if (!option->nonpositional()) continue;
      OptionInfo entry{
          {}, option->get_description(), option->get_items_expected_max() > 0, allowed_values(*option)};
      for (const std::string& name : option->get_snames()) entry.names.push_back("-" + name);
      for (const std::string& name : option->get_lnames()) entry.names.push_back("--" + name);
      info.options.push_back(std::move(entry));
    }
    commands.push_back(std::move(info));
  }
  return commands;
}

std::string join(const std::vector<std::string>& words, std::string_view between) {
  return fmt::format("{}", fmt::join(words, between));
}

std::string bash(const std::vector<CommandInfo>& commands) {
  std::vector<std::string> names;
  std::string cases, values;
  std::set<std::string> seen;
  for (const CommandInfo& command : commands) {
    names.push_back(command.name);
    std::vector<std::string> options;
    for (const OptionInfo& option : command.options) {
      options.insert(options.end(), option.names.begin(), option.names.end());
      if (option.values.empty()) continue;
      for (const std::string& name : option.names) {
        values += fmt::format("    {}:{}) COMPREPLY=($(compgen -W '{}' -- \"$word\")); return ;;\n",
                              command.name, name, join(option.values, " "));
      }
    }
    cases += fmt::format("    {}) options='{}' ;;\n", command.name, join(options, " "));
  }
  return fmt::format(R"(# bash completion for dossier
_dossier() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}} command=${{COMP_WORDS[1]}} options=
  if [ "$COMP_CWORD" -eq 1 ]; then
    COMPREPLY=($(compgen -W '{} --help --version' -- "$word"))
    return
  fi
  case $command:$previous in
{}    *:--index) COMPREPLY=($(compgen -d -- "$word")); return ;;
  esac
  case $command in
{}  esac
  if [[ $word == -* ]]; then
    COMPREPLY=($(compgen -W "$options" -- "$word"))
  else
    COMPREPLY=($(compgen -f -- "$word"))
  fi
}}
complete -o filenames -F _dossier dossier
)",
                     join(names, " "), values, cases);
}

// In a zsh description, what has a meaning there.
std::string zsh_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'')
      out += "'\\''";
    else if (c == '[' || c == ']' || c == ':' || c == '\\')
      out += std::string("\\") + c;
    else
      out += c;
  }
  return out;
}

std::string zsh(const std::vector<CommandInfo>& commands) {
  std::string names, cases;
  for (const CommandInfo& command : commands) {
    names += fmt::format("    '{}:{}'\n", command.name, zsh_text(command.description));
    cases += fmt::format("        {})\n          _arguments -s", command.name);
    for (const OptionInfo& option : command.options) {
      for (const std::string& name : option.names) {
        const std::string action = !option.takes_value      ? ""
                                   : !option.values.empty() ? ":value:(" + join(option.values, " ") + ")"
                                   : name == "--index"      ? ":folder:_files -/"
                                                            : ":value: ";
        cases += fmt::format(" \\\n            '*{}[{}]{}'", name, zsh_text(option.description), action);
      }
    }
    cases += " \\\n            '*::file:_files' ;;\n";
  }
  return fmt::format(R"(#compdef dossier
_dossier() {{
  local -a commands
  commands=(
{}  )
  _arguments -C '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe 'command' commands ;;
    argument)
      case $words[1] in
{}      esac ;;
  esac
}}
_dossier "$@"
)",
                     names, cases);
}

std::string fish_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string fish(const std::vector<CommandInfo>& commands) {
  std::string out = "# fish completion for dossier\n";
  for (const CommandInfo& command : commands) {
    out += fmt::format("complete -c dossier -n __fish_use_subcommand -f -a {} -d '{}'\n", command.name,
                       fish_text(command.description));
    for (const OptionInfo& option : command.options) {
      out += fmt::format("complete -c dossier -n '__fish_seen_subcommand_from {}'", command.name);
      for (const std::string& name : option.names)
        out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
      if (option.takes_value)
        out += option.values.empty() ? " -r" : " -x -a '" + join(option.values, " ") + "'";
      out += fmt::format(" -d '{}'\n", fish_text(option.description));
    }
  }
  return out;
}

}  // namespace

std::string completion_script(const CLI::App& app, const std::string& shell) {
  const std::vector<CommandInfo> commands = commands_of(app);
  if (shell == "bash") return bash(commands);
  if (shell == "zsh") return zsh(commands);
  return fish(commands);
}

}  // namespace dossier
