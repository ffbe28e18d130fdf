#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <array>

#include "confinement_text.h"
#include "context.h"
#include "dossier/app/check_formats.h"
#include "dossier/app/maintain_index.h"
#include "dossier/render/formats.h"
#include "dossier/render/numbers.h"

namespace dossier {
namespace {

struct RemoveOptions {
  std::vector<std::string> names;
};
struct NoOptions {};
struct CheckOptions {
  bool formats = false;
  std::string format = "text";
};

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

FormatRecord to_record(FormatCheck&& check) {
  constexpr std::array kStates{"works", "fails", "untried", "unsupported"};
  return {.name = std::move(check.name),
          .endings = std::move(check.endings),
          .reader = std::move(check.reader),
          .state = kStates.at(static_cast<std::size_t>(check.state)),
          .detail = std::move(check.detail)};
}

std::string describe_recognition(const TextRecognition& recognition) {
  if (!recognition.problem.empty()) return "not read: " + recognition.problem;
  return fmt::format("read where --ocr is given, by {}, languages {}", recognition.library,
                     recognition.languages);
}

int run_check_formats(Context& context, const std::string& format) {
  FormatsCheck check = check_formats();
  const bool fails = std::any_of(check.formats.begin(), check.formats.end(), [](const FormatCheck& row) {
    return row.state == FormatCheck::State::fails;
  });
  FormatsRecord record{.scans = describe_recognition(check.recognition),
                       .workers = describe_confinement(check.workers)};
  for (FormatCheck& row : check.formats) record.formats.push_back(to_record(std::move(row)));
  Output out = context.output(format == "text");
  if (format == "json")
    write_formats_json(out.stream(), record);
  else
    write_formats_text(out.stream(), record, out.style());
  out.finish();
  return fails || !check.workers ? exit_some_failed : exit_ok;
}

int run_check(Context& context, CheckOptions& options) {
  if (options.formats) return run_check_formats(context, options.format);
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

void add_check_options(CLI::App& command, CheckOptions& options) {
  CLI::Option* formats = command.add_flag("--formats", options.formats,
                                          "Read a sample of each format instead, and say what can be read");
  add_choice(command, "--format", options.format, {"text", "json"}, "Output format of --formats")
      ->needs(formats);
  command.add_flag("--json{json}", options.format, "The same as --format json")->needs(formats);
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
  context
      .add_command<CheckOptions>(command_group::keep, "check",
                                 "Verify the index, or try which formats can be read", &run_check,
                                 &add_check_options)
      ->footer(
          "  dossier check\n"
          "  dossier check --formats    needs no index\n");
}

}  // namespace dossier
