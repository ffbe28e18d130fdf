#include "dossier/cli/command_line.h"

#include <fmt/format.h>

#include <csignal>

#include "arguments.h"
#include "context.h"
#include "dossier/render/terminal.h"
#include "help_text.h"

#ifndef DOSSIER_VERSION
#define DOSSIER_VERSION "unknown"
#endif

namespace dossier {
namespace {

constexpr const char* kFirstSteps =
    R"(First steps:
  dossier index ~/papers              index a folder; again: bring it up to date
  dossier search kosovo resolution    find passages
  dossier help query                  what else a query may say
  dossier COMMAND --help              a command's options
)";

int exit_code(ErrorCode code) {
  switch (code) {
    case ErrorCode::usage:
      return exit_usage;
    case ErrorCode::no_index:
      return exit_no_index;
    case ErrorCode::locked:
      return exit_locked;
    case ErrorCode::not_found:
      return exit_nothing;
    case ErrorCode::io:
    case ErrorCode::internal:
      return exit_some_failed;
  }
  return exit_some_failed;
}

int report(const Error& error) {
  std::string text = fmt::format("dossier: {}\n", visible_name(error.what()));
  if (!error.hint().empty()) text += fmt::format("  hint: {}\n", visible_name(error.hint()));
  say(text);
  return exit_code(error.code());
}

int print(std::string_view text) {
  DescriptorStream out(1);
  out << text;
  out.flush();
  return exit_ok;
}

int parse_and_run(Context& context, const std::vector<std::string>& arguments) {
  CLI::App& app = context.app;
  std::vector<std::string> marked = mark_arguments(app, arguments);
  try {
    app.parse(marked);
  } catch (const CLI::CallForHelp&) {
    return print(app.help());
  } catch (const CLI::CallForVersion& version) {
    return print(std::string(version.what()) + "\n");
  } catch (const CLI::ParseError& error) {
    throw_usage_error(app, arguments, error.what());
  }
  if (context.run) return context.run();
  say(app.help());
  return exit_usage;
}

void add_commands(Context& context) {
  add_search_commands(context);
  add_time_commands(context);
  add_likeness_commands(context);
  add_serve_command(context);
  add_browse_commands(context);
  add_cite_command(context);
  add_index_command(context);
  add_maintain_commands(context);
  add_extract_command(context);
  add_dates_command(context);
  add_help_commands(context);
  expect_marked_arguments(context.app);
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen when writing
  hold_standard_descriptors();
  try {
    CLI::App app("Full-text search over policy documents: ranked passages, with their dates", "dossier");
    app.formatter(make_help_formatter());
    app.footer(kFirstSteps);
    app.set_version_flag("--version", "dossier " DOSSIER_VERSION, "Show the version")->group("Common");
    app.require_subcommand(0, 1);
    Context context{app, {}, {}};
    context.add_common_options(app);  // before the command as well as behind it
    add_commands(context);
    return parse_and_run(context, {argv + 1, argv + argc});
  } catch (const ClosedPipe&) {
    return exit_ok;
  } catch (const Error& error) {
    return report(error);
  } catch (const std::bad_alloc&) {
    say("dossier: out of memory\n");
  } catch (const std::exception& error) {
    say(fmt::format("dossier: unexpected error: {}\n  hint: please report this\n",
                    visible_name(error.what())));
  } catch (...) {
    say("dossier: unexpected error\n  hint: please report this\n");
  }
  return exit_some_failed;
}

}  // namespace dossier
