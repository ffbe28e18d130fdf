#include "completion.h"
#include "context.h"
#include "dossier/dates/help.h"
#include "dossier/query/help.h"

namespace dossier {
namespace {

struct ShellOptions {
  std::string shell;
};
struct TopicOptions {
  std::string topic;
};

int run_completion(Context& context, ShellOptions& options) {
  Output out = context.output(false);
  out.stream() << completion_script(context.app, options.shell);
  out.finish();
  return exit_ok;
}

std::string help_on(const CLI::App& program, const std::string& topic) {
  if (topic.empty()) return program.get_formatter()->make_help(&program, "", CLI::AppFormatMode::Normal);
  if (topic == "query") return std::string(query_help());
  // Also the name of a command, which --help tells about.
  if (topic == "dates") return std::string(dates_help());
  return program.get_subcommand(topic)->help();
}

// What there is help on: topics, and the commands so far.
std::vector<std::string> help_topics(const CLI::App& program) {
  std::vector<std::string> topics = {"query"};
  for (const CLI::App* command : program.get_subcommands({})) topics.push_back(command->get_name());
  return topics;
}

int run_help(Context& context, TopicOptions& options) {
  const std::string text = help_on(context.app, options.topic);
  Output out = context.output(true);
  out.stream() << text;
  out.finish();
  return exit_ok;
}

}  // namespace

void add_help_commands(Context& context) {
  context
      .add_command<ShellOptions>(command_group::other, "completion", "Print a completion script for a shell",
                                 &run_completion,
                                 [](CLI::App& command, ShellOptions& options) {
                                   command.add_option("SHELL", options.shell, "bash, zsh or fish")
                                       ->required()
                                       ->check(CLI::IsMember({"bash", "zsh", "fish"}));
                                 })
      ->footer("  dossier completion bash > ~/.local/share/bash-completion/completions/dossier\n");
  const std::vector<std::string> topics = help_topics(context.app);
  context
      .add_command<TopicOptions>(command_group::other, "help",
                                 "Explain the language of queries or of dates, or a command", &run_help,
                                 [topics](CLI::App& command, TopicOptions& options) {
                                   command.add_option("TOPIC", options.topic, "query, dates, or a command")
                                       ->check(CLI::IsMember(topics));
                                 })
      ->footer("  dossier help query\n  dossier help dates\n");
}

}  // namespace dossier
