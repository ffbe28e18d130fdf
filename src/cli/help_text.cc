#include "help_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "option_tree.h"

namespace dossier {
namespace {

constexpr std::size_t kWidth = 80;
constexpr std::size_t kWidestLabel = 22;  // a longer one gets a line of its own

// `text` broken at spaces into lines that fit behind `indent` columns.
std::string wrapped(const std::string& text, std::size_t indent) {
  std::string out;
  std::size_t used = 0;
  std::istringstream words(text);
  for (std::string word; words >> word;) {
    if (used > 0 && indent + used + 1 + word.size() > kWidth) {
      out += "\n" + std::string(indent, ' ');
      used = 0;
    }
    out += (used > 0 ? " " : "") + word;
    used += (used > 0 ? 1 : 0) + word.size();
  }
  return out;
}

struct Row {
  std::string label;
  std::string description;
};

// Two columns, the second as far left as the labels allow.
std::string table(const std::vector<Row>& rows) {
  std::size_t width = 0;
  for (const Row& row : rows) {
    if (row.label.size() <= kWidestLabel) width = std::max(width, row.label.size());
  }
  const std::size_t indent = width == 0 ? 6 : width + 4;
  std::string out;
  for (const Row& row : rows) {
    const bool beside = row.label.size() <= width;
    out += "  " + row.label;
    out += beside ? std::string(indent - 2 - row.label.size(), ' ') : "\n" + std::string(indent, ' ');
    out += wrapped(row.description, indent) + "\n";
  }
  return out;
}

std::string option_label(const OptionInfo& option) {
  std::string label = fmt::format("{}", fmt::join(option.names, ", "));
  if (!option.values.empty()) return label + " " + fmt::format("{}", fmt::join(option.values, "|"));
  return option.value.empty() ? label : label + " " + option.value;
}

std::string option_description(const OptionInfo& option) {
  const std::string& value = option.default_value;
  return value.empty() ? option.description : fmt::format("{} (default: {})", option.description, value);
}

std::string usage_argument(const OptionInfo& argument) {
  const std::string name = argument.names[0] + (argument.many ? "..." : "");
  return argument.required ? " " + name : " [" + name + "]";
}

// The items under the heading of their group, groups in the order in which they first come.
template <typename Item, typename MakeRow>
std::string grouped(const std::vector<Item>& items, const MakeRow& make_row) {
  std::vector<std::string> groups;
  for (const Item& item : items) {
    if (std::find(groups.begin(), groups.end(), item.group) == groups.end()) groups.push_back(item.group);
  }
  std::string out;
  for (const std::string& group : groups) {
    std::vector<Row> rows;
    for (const Item& item : items) {
      if (item.group == group) rows.push_back(make_row(item));
    }
    out += "\n" + group + ":\n" + table(rows);
  }
  return out;
}

std::string options_text(const CommandInfo& command) {
  return grouped(command.options, [](const OptionInfo& option) {
    return Row{option_label(option), option_description(option)};
  });
}

std::string command_text(const CommandInfo& command) {
  std::string out = "Usage: dossier " + command.name + " [OPTION...]";
  for (const OptionInfo& argument : command.arguments) out += usage_argument(argument);
  out += "\n\n" + wrapped(command.description + ".", 0) + "\n";
  std::vector<Row> arguments;
  for (const OptionInfo& argument : command.arguments)
    arguments.push_back({argument.names[0], argument.description});
  if (!arguments.empty()) out += "\nArguments:\n" + table(arguments);
  out += options_text(command);
  if (!command.examples.empty()) out += "\nExamples:\n" + command.examples;
  return out;
}

std::string program_text(const CLI::App& program) {
  const CommandInfo self = describe_command(program);
  std::string out = wrapped(self.description + ".", 0) + "\n\n" +
                    "Usage: dossier [--index DIR] COMMAND [OPTION...] [ARGUMENT...]\n";
  out += grouped(describe_commands(program), [](const CommandInfo& command) {
    return Row{command.name, command.description};
  });
  return out + options_text(self) + "\n" + self.examples;
}

class HelpFormatter : public CLI::FormatterBase {
 public:
  std::string make_help(const CLI::App* app, std::string, CLI::AppFormatMode) const override {
    return app->get_parent() == nullptr ? program_text(*app) : command_text(describe_command(*app));
  }
};

}  // namespace

std::shared_ptr<CLI::FormatterBase> make_help_formatter() {
  return std::make_shared<HelpFormatter>();
}

}  // namespace dossier
