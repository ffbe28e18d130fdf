#include "arguments.h"

#include <algorithm>
#include <numeric>

#include "dossier/core/error.h"
#include "option_tree.h"

namespace dossier {
namespace {

constexpr char kMark = '\x01';

// Levenshtein's distance.
std::size_t distance(const std::string& a, const std::string& b) {
  std::vector<std::size_t> row(b.size() + 1);
  std::iota(row.begin(), row.end(), std::size_t{0});
  for (std::size_t i = 0; i < a.size(); ++i) {
    std::size_t diagonal = std::exchange(row[0], i + 1);
    for (std::size_t j = 0; j < b.size(); ++j) {
      const std::size_t changed = diagonal + (a[i] == b[j] ? 0 : 1);
      diagonal = row[j + 1];
      row[j + 1] = std::min({changed, row[j] + 1, row[j + 1] + 1});
    }
  }
  return row[b.size()];
}

// The name that `typed` was probably meant to be; empty if none is near.
std::string nearest(const std::string& typed, const std::vector<std::string>& names) {
  std::string best;
  std::size_t least = std::min<std::size_t>(3, typed.size() / 2 + 1);  // from here on it is something else
  for (const std::string& name : names) {
    const bool begins = typed.size() > 2 && name.starts_with(typed);
    const std::size_t apart = begins ? 1 : distance(typed, name);
    if (apart < least) least = apart, best = name;
  }
  return best;
}

bool takes_query(const CLI::App& command) {
  return command.get_option_no_throw("QUERY") != nullptr;
}

std::string help_hint(const CLI::App& command) {
  return command.get_parent() == nullptr ? "dossier --help shows the commands"
                                         : "dossier " + command.get_name() + " --help shows what it takes";
}

std::string query_word_hint(const CLI::App& command, const std::string& word) {
  return "a word of the query that begins with '-' stands behind '--': dossier " + command.get_name() +
         " ... -- " + word;
}

[[noreturn]] void throw_unknown_command(const CLI::App& program, const std::string& name) {
  std::vector<std::string> names;
  for (const CLI::App* command : program.get_subcommands({})) names.push_back(command->get_name());
  const std::string meant = nearest(name, names);
  throw Error(ErrorCode::usage, "there is no command '" + name + "'",
              meant.empty() ? help_hint(program) : "did you mean '" + meant + "'?");
}

[[noreturn]] void throw_unknown_option(const CLI::App& app, const std::string& argument) {
  const std::string name = argument.substr(0, argument.find('='));
  std::vector<std::string> names;
  for (const OptionInfo& option : describe_command(app).options)
    names.insert(names.end(), option.names.begin(), option.names.end());
  const std::string meant = name.starts_with("--") ? nearest(name, names) : "";
  const std::string command = app.get_parent() == nullptr ? "dossier" : app.get_name();
  throw Error(ErrorCode::usage, command + " has no option '" + name + "'",
              !meant.empty()     ? "did you mean '" + meant + "'?"
              : takes_query(app) ? query_word_hint(app, argument)
                                 : help_hint(app));
}

bool takes_value(const CLI::Option& option) {
  return option.get_items_expected_max() > 0;
}

// Goes along the arguments, command by command.
class Marker {
 public:
  Marker(const CLI::App& program, const std::vector<std::string>& arguments)
      : app_(&program), arguments_(arguments) {}

  std::vector<std::string> run() {
    for (; at_ < arguments_.size(); ++at_) {
      const std::string& argument = arguments_[at_];
      if (argument == "--" && app_->get_parent() != nullptr) {
        while (++at_ < arguments_.size()) marked_.push_back(kMark + arguments_[at_]);
      } else if (argument.size() > 1 && argument[0] == '-') {
        option(argument);
      } else if (app_->get_parent() == nullptr) {
        command(argument);
      } else {
        marked_.push_back(kMark + argument);
      }
    }
    std::reverse(marked_.begin(), marked_.end());
    return std::move(marked_);
  }

 private:
  void command(const std::string& name) {
    const auto commands =
        app_->get_subcommands([&](const CLI::App* candidate) { return candidate->get_name() == name; });
    if (commands.empty()) throw_unknown_command(*app_, name);
    app_ = commands.front();
    marked_.push_back(name);
  }

  void option(const std::string& argument) {
    const bool is_long = argument[1] == '-';
    const std::string name = is_long ? argument.substr(0, argument.find('=')) : argument.substr(0, 2);
    const CLI::Option* found = app_->get_option_no_throw(name);
    if (found == nullptr) throw_unknown_option(*app_, argument);
    marked_.push_back(argument);
    const bool has_value = argument.size() > name.size();
    if (!takes_value(*found)) {
      if (has_value) throw Error(ErrorCode::usage, name + " takes no value", help_hint(*app_));
      return;
    }
    if (has_value) {
      const bool is_number = argument.find_first_not_of("0123456789", name.size()) == std::string::npos;
      // "-nuclear" is hardly meant for -n.
      if (!is_long && !is_number && takes_query(*app_))
        throw Error(ErrorCode::usage, name + " takes a number, not '" + argument.substr(2) + "'",
                    query_word_hint(*app_, argument));
      return;
    }
    if (++at_ == arguments_.size()) {
      throw Error(ErrorCode::usage, name + " needs a value", help_hint(*app_));
    }
    marked_.push_back(arguments_[at_]);
  }

  const CLI::App* app_;
  const std::vector<std::string>& arguments_;
  std::size_t at_ = 0;
  std::vector<std::string> marked_;
};

}  // namespace

void expect_marked_arguments(CLI::App& program) {
  for (CLI::App* command : program.get_subcommands({})) {
    for (CLI::Option* option : command->get_options({})) {
      if (option->get_positional())
        option->transform([](const std::string& marked) { return marked.substr(1); });
    }
  }
}

std::vector<std::string> mark_arguments(const CLI::App& program, const std::vector<std::string>& arguments) {
  return Marker(program, arguments).run();
}

void throw_usage_error(const CLI::App& program, const std::vector<std::string>& arguments,
                       const std::string& what) {
  std::string message = what;
  std::erase(message, kMark);
  const auto commands = program.get_subcommands([&](const CLI::App* command) {
    return std::find(arguments.begin(), arguments.end(), command->get_name()) != arguments.end();
  });
  throw Error(ErrorCode::usage, message, help_hint(commands.empty() ? program : *commands.front()));
}

}  // namespace dossier
