#include <fmt/format.h>
#include <unistd.h>

#include <chrono>

#include "context.h"
#include "dossier/app/maintain_index.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/index_writer.h"
#include "dossier/render/numbers.h"
#include "output.h"

namespace dossier {
namespace {

struct RemoveOptions {
  std::vector<std::string> names;
};
struct NoOptions {};

int run_remove(Context& context, RemoveOptions& options) {
  const RemoveReport report = remove_documents(context.index(), options.names);
  DescriptorStream out(STDOUT_FILENO);
  out << "removed " << documents_of(report.documents) << '\n';
  out.flush();
  for (const std::string& name : report.unknown) {
    fmt::print(
        stderr,
        "dossier: nothing in the index is called {}\n  hint: give the id or path that 'dossier list' shows\n",
        visible_name(name));
  }
  return report.unknown.empty() ? exit_ok : exit_nothing;
}

int run_compact(Context& context, NoOptions&) {
  const std::string index = context.index();
  const IndexReader must_exist(index);
  const auto now =
      std::chrono::duration_cast<std::chrono::seconds>(std::chrono::system_clock::now().time_since_epoch())
          .count();
  const auto [before, after] = IndexWriter(index).compact(now);
  DescriptorStream out(STDOUT_FILENO);
  out << fmt::format("database {} before, {} now\n", human_size(before), human_size(after));
  out.flush();
  return exit_ok;
}

int run_check(Context& context, NoOptions&) {
  const std::string index = context.index();
  const bool show_progress = is_terminal(STDERR_FILENO);
  const auto faults = check_index(index, [&](const std::string& what) {
    if (show_progress) fmt::print(stderr, "checking {}\n", what);
  });
  DescriptorStream out(STDOUT_FILENO);
  for (const std::string& fault : faults) out << visible_name(fault) << '\n';
  if (faults.empty()) out << "the index " << visible_name(index) << " is sound\n";
  out.flush();
  return faults.empty() ? exit_ok : exit_no_index;
}

}  // namespace

void add_maintain_commands(Context& context) {
  context.add_command<RemoveOptions>(
      "remove", "Forget documents; indexing their files again brings them back", &run_remove,
      [](CLI::App& command, RemoveOptions& options) {
        command.add_option("ID|PATH", options.names, "Documents, files or folders")
            ->required()
            ->type_name("");
      });
  const auto none = [](CLI::App&, NoOptions&) {};
  context.add_command<NoOptions>("compact", "Shrink the index", &run_compact, none);
  context.add_command<NoOptions>("check", "Verify the index", &run_check, none);
}

}  // namespace dossier
