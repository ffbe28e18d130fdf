#include <fmt/format.h>
#include <unistd.h>

#include "context.h"
#include "dossier/app/maintain_index.h"
#include "dossier/render/numbers.h"

namespace dossier {
namespace {

struct RemoveOptions {
  std::vector<std::string> names;
};
struct NoOptions {};

int run_remove(Context& context, RemoveOptions& options) {
  const RemoveReport report = remove_documents(context.index(), options.names);
  Output out = context.output(false);
  out.stream() << "removed " << documents_of(report.documents) << '\n';
  out.finish();
  for (const std::string& name : report.unknown)
    say(fmt::format("dossier: nothing in the index is called {}\n", visible_name(name)));
  if (report.unknown.empty()) return exit_ok;
  say("  hint: give the id or path that 'dossier list' shows\n");
  return exit_nothing;
}

int run_compact(Context& context, NoOptions&) {
  const auto [before, after] = compact_index(context.index());
  Output out = context.output(false);
  out.stream() << fmt::format("database {} before, {} now\n", human_size(before), human_size(after));
  out.finish();
  return exit_ok;
}

int run_check(Context& context, NoOptions&) {
  const std::string index = context.index();
  const bool show_progress = is_terminal(STDERR_FILENO);
  const auto faults = check_index(index, [&](const std::string& what) {
    if (show_progress) say("checking " + what + "\n");
  });
  Output out = context.output(false);
  for (const std::string& fault : faults) out.stream() << visible_name(fault) << '\n';
  if (faults.empty()) out.stream() << "the index " << visible_name(index) << " is sound\n";
  out.finish();
  return faults.empty() ? exit_ok : exit_no_index;
}

}  // namespace

void add_maintain_commands(Context& context) {
  context
      .add_command<RemoveOptions>(
          command_group::keep, "remove", "Forget documents; indexing their files again brings them back",
          &run_remove,
          [](CLI::App& command, RemoveOptions& options) {
            command.add_option("ID|PATH", options.names, "Documents by id, or files and folders by path")
                ->required();
          })
      ->footer("  dossier remove b78e3c768d9b ~/papers/drafts\n");
  const auto none = [](CLI::App&, NoOptions&) {};
  context.add_command<NoOptions>(command_group::keep, "compact", "Shrink the index", &run_compact, none)
      ->footer("  dossier compact\n");
  context.add_command<NoOptions>(command_group::keep, "check", "Verify the index", &run_check, none)
      ->footer("  dossier check\n");
}

}  // namespace dossier
