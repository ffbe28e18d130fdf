#include "completion.h"

#include <fmt/format.h>

#include <string_view>
#include <vector>

#include "option_tree.h"

namespace dossier {
namespace {

std::string join(const std::vector<std::string>& words, std::string_view between) {
  return fmt::format("{}", fmt::join(words, between));
}

bool is_folder(const OptionInfo& option) {
  return option.value == "DIR";
}

// A value or an argument that is the name of a file.
bool is_file(const OptionInfo& option) {
  const std::string& name = option.names[0].starts_with('-') ? option.value : option.names[0];
  return name.ends_with("FILE") || name.ends_with("PATH");
}

std::vector<std::string> names_of(const std::vector<OptionInfo>& options) {
  std::vector<std::string> names;
  for (const OptionInfo& option : options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  return names;
}

std::vector<std::string> names_of(const std::vector<CommandInfo>& commands) {
  std::vector<std::string> names;
  for (const CommandInfo& command : commands) names.push_back(command.name);
  return names;
}

// "search:--format|search:--by": where `option` stands before the word to be completed.
std::string bash_places(const CommandInfo& command, const OptionInfo& option) {
  std::vector<std::string> places;
  for (const std::string& name : option.names) places.push_back(command.name + ":" + name);
  return join(places, "|");
}

// The cases of what may follow an option of the command.
std::string bash_values(const CommandInfo& command) {
  std::string cases;
  for (const OptionInfo& option : command.options) {
    if (option.value.empty() && option.values.empty()) continue;
    const std::string what = !option.values.empty() ? "words='" + join(option.values, " ") + "'"
                             : is_folder(option)    ? "files=-d"
                             : is_file(option)      ? "files=-f"
                                                    : "return";
    cases += fmt::format("    {}) {} ;;\n", bash_places(command, option), what);
  }
  return cases;
}

std::string bash_arguments(const CommandInfo& command) {
  std::string out = fmt::format("words='{}'", join(names_of(command.options), " "));
  for (const OptionInfo& argument : command.arguments) {
    if (is_file(argument)) out += " files=-f";
    if (!argument.values.empty()) out += fmt::format(" values='{}'", join(argument.values, " "));
  }
  return out;
}

std::string bash(const CommandInfo& program, const std::vector<CommandInfo>& commands) {
  CommandInfo root = program;
  root.name.clear();  // before a command the case reads ":--index"
  std::string values = bash_values(root), arguments;
  for (const CommandInfo& command : commands) {
    values += bash_values(command);
    arguments += fmt::format("      {}) {} ;;\n", command.name, bash_arguments(command));
  }
  return fmt::format(R"(# bash completion for dossier
_dossier() {{
  local word=${{COMP_WORDS[COMP_CWORD]}} previous=${{COMP_WORDS[COMP_CWORD-1]}}
  local command= words= values= files= i
  if [[ $word == = ]]; then
    word=
  elif [[ $previous == = ]]; then
    previous=${{COMP_WORDS[COMP_CWORD-2]}}
  fi
  for ((i = 1; i < COMP_CWORD; ++i)); do
    case ${{COMP_WORDS[i]}} in
      --index|--color) ((++i)) ;;
      {}) command=${{COMP_WORDS[i]}}; break ;;
    esac
  done
  COMPREPLY=()
  case $command:$previous in
{}    *) case $command in
{}      *) values='{}' words='{}' ;;
    esac
    [[ $word == -* ]] && files= || words=$values ;;
  esac
  if [[ -n $files ]]; then
    compopt -o filenames 2>/dev/null
    mapfile -t COMPREPLY < <(compgen "$files" -- "$word")
  elif [[ -n $words ]]; then
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
  fi
}}
complete -F _dossier dossier
)",
                     join(names_of(commands), "|"), values, arguments, join(names_of(commands), " "),
                     join(names_of(program.options), " "));
}

// `text` with what has a meaning inside '...[...]' escaped.
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

// What completes a value or an argument.
std::string zsh_action(const OptionInfo& option) {
  if (!option.values.empty()) return "(" + join(option.values, " ") + ")";
  return is_folder(option) ? "_files -/" : is_file(option) ? "_files" : " ";
}

std::string zsh_options(const CommandInfo& command) {
  std::string out;
  for (const OptionInfo& option : command.options) {
    const bool takes_value = !option.value.empty() || !option.values.empty();
    for (const std::string& name : option.names) {
      out += fmt::format(" \\\n            '*{}[{}]{}'", name, zsh_text(option.description),
                         takes_value ? ":value:" + zsh_action(option) : "");
    }
  }
  return out;
}

std::string zsh(const CommandInfo& program, const std::vector<CommandInfo>& commands) {
  std::string names, cases;
  for (const CommandInfo& command : commands) {
    names += fmt::format("    '{}:{}'\n", command.name, zsh_text(command.description));
    cases += fmt::format("        {})\n          _arguments -s{}", command.name, zsh_options(command));
    for (const OptionInfo& argument : command.arguments)
      cases += fmt::format(" \\\n            '*:{}:{}'", argument.names[0], zsh_action(argument));
    cases += " ;;\n";
  }
  return fmt::format(R"(#compdef dossier
_dossier() {{
  local curcontext=$curcontext state line
  local -a commands
  commands=(
{}  )
  _arguments -C{} \
            '1:command:->command' '*::argument:->argument'
  case $state in
    command) _describe -t commands 'dossier command' commands ;;
    argument)
      case $words[1] in
{}      esac ;;
  esac
}}
_dossier "$@"
)",
                     names, zsh_options(program), cases);
}

std::string fish_text(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '\'' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

std::string fish_options(const CommandInfo& command, const std::string& condition) {
  std::string out;
  for (const OptionInfo& option : command.options) {
    out += "complete -c dossier -n '" + condition + "'";
    for (const std::string& name : option.names)
      out += name.starts_with("--") ? " -l " + name.substr(2) : " -s " + name.substr(1);
    if (!option.values.empty())
      out += " -x -a '" + join(option.values, " ") + "'";
    else if (is_folder(option))
      out += " -x -a '(__fish_complete_directories)'";
    else if (!option.value.empty())
      out += is_file(option) ? " -r -F" : " -x";
    out += fmt::format(" -d '{}'\n", fish_text(option.description));
  }
  return out;
}

std::string fish(const CommandInfo& program, const std::vector<CommandInfo>& commands) {
  std::string out = "# fish completion for dossier\ncomplete -c dossier -f\n" +
                    fish_options(program, "__fish_use_subcommand");
  for (const CommandInfo& command : commands) {
    const std::string seen = "__fish_seen_subcommand_from " + command.name;
    out += fmt::format("complete -c dossier -n __fish_use_subcommand -a {} -d '{}'\n", command.name,
                       fish_text(command.description));
    out += fish_options(command, seen);
    for (const OptionInfo& argument : command.arguments) {
      if (is_file(argument)) out += fmt::format("complete -c dossier -n '{}' -F\n", seen);
      if (!argument.values.empty())
        out += fmt::format("complete -c dossier -n '{}' -a '{}'\n", seen, join(argument.values, " "));
    }
  }
  return out;
}

}  // namespace

std::string completion_script(const CLI::App& app, const std::string& shell) {
  const CommandInfo program = describe_command(app);
  const std::vector<CommandInfo> commands = describe_commands(app);
  if (shell == "bash") return bash(program, commands);
  if (shell == "zsh") return zsh(program, commands);
  return fish(program, commands);
}

}  // namespace dossier
