#include "dossier/cli/command_line.h"

#include <fmt/format.h>
#include <unistd.h>
#include <csignal>

#include "context.h"
#include "dossier/render/terminal.h"
#include "output.h"

#ifndef DOSSIER_VERSION
#define DOSSIER_VERSION "unknown"
#endif

namespace dossier {
namespace {

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
  fmt::print(stderr, "dossier: {}\n", visible_name(error.what()));
  if (!error.hint().empty()) fmt::print(stderr, "  hint: {}\n", visible_name(error.hint()));
  return exit_code(error.code());
}

int parse_and_run(CLI::App& app, Context& context, int argc, const char* const* argv) {
  try {
    app.parse(argc, argv);
  } catch (const CLI::CallForHelp& help) {
    return app.exit(help), exit_ok;
  } catch (const CLI::Success& done) {
    return app.exit(done), exit_ok;
  } catch (const CLI::ParseError& error) {
    fmt::print(stderr,
               "dossier: {}\n  hint: dossier --help shows the commands, dossier COMMAND --help its options\n",
               visible_name(error.what()));
    return exit_usage;
  }
  return context.run();
}

}  // namespace

int run_command_line(int argc, const char* const* argv) {
  std::signal(SIGPIPE, SIG_IGN);  // a closed pipe is seen when writing
  CLI::App app("Full-text search over policy documents: ranked passages, with their dates", "dossier");
  app.set_version_flag("--version", "dossier " DOSSIER_VERSION);
  app.require_subcommand(1);
  app.fallthrough(false);
  Context context{app, {}, {}};
  context.add_common_options(app);  // before the command as well as behind it
  add_index_command(context);
  add_search_commands(context);
  add_browse_commands(context);
  add_extract_command(context);
  add_dates_command(context);
  add_maintain_commands(context);
  add_help_commands(context);
  try {
    return parse_and_run(app, context, argc, argv);
  } catch (const ClosedPipe&) {
    return exit_ok;
  } catch (const Error& error) {
    return report(error);
  } catch (const std::bad_alloc&) {
    fmt::print(stderr, "dossier: out of memory\n");
    return exit_some_failed;
  } catch (const std::exception& error) {
    fmt::print(stderr, "dossier: unexpected error: {}\n  hint: please report this\n",
               visible_name(error.what()));
    return exit_some_failed;
  }
}

}  // namespace dossier
