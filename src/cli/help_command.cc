#include <unistd.h>

#include "completion.h"
#include "context.h"
#include "dossier/query/help.h"
#include "output.h"

namespace dossier {
namespace {

struct ShellOptions {
  std::string shell;
};
struct TopicOptions {
  std::string topic;
};

int run_completion(Context& context, ShellOptions& options) {
  DescriptorStream out(STDOUT_FILENO);
  out << completion_script(context.app, options.shell);
  out.flush();
  return exit_ok;
}

int run_help(Context& context, TopicOptions& options) {
  DescriptorStream out(STDOUT_FILENO);
  if (options.topic.empty()) {
    out << context.app.help();
  } else if (options.topic == "query") {
    out << query_help();
  } else {
    const auto commands = context.app.get_subcommands(
        [&](const CLI::App* command) { return command->get_name() == options.topic; });
    if (!commands.empty()) {
      out << commands[0]->help();
      out.flush();
      return exit_ok;
    }
    throw Error(ErrorCode::usage, "there is no help on '" + options.topic + "'",
                "topics are query and the names of the commands");
  }
  out.flush();
  return exit_ok;
}

}  // namespace

void add_help_commands(Context& context) {
  context.add_command<ShellOptions>("completion", "A completion script for a shell", &run_completion,
                                    [](CLI::App& command, ShellOptions& options) {
                                      command.add_option("SHELL", options.shell, "bash, zsh or fish")
                                          ->required()
                                          ->check(CLI::IsMember({"bash", "zsh", "fish"}));
                                    });
  context.add_command<TopicOptions>(
      "help", "Help on a topic (query) or a command", &run_help,
      [](CLI::App& command, TopicOptions& options) {
        command.add_option("TOPIC", options.topic, "query, or a command")->type_name("");
      });
}

}  // namespace dossier
