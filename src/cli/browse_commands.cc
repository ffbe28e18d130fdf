#include "confinement_text.h"
#include "context.h"
#include "dossier/app/browse_index.h"
#include "dossier/app/check_formats.h"
#include "dossier/render/show.h"
#include "dossier/render/status.h"
#include "print_records.h"
#include "recognition_options.h"
#include "update_run.h"

namespace dossier {
namespace {

struct ShowOptions {
  ViewRequest view;
  std::string format = "text";
  bool dates = false;
};

struct ListOptions {
  std::string format = "text";
};

struct FailedOptions : ListOptions {
  bool retry = false;
  RecognitionOptions recognition;
};

int run_show(Context& context, ShowOptions& options) {
  const std::string index = context.index();
  const auto view = read_document(index, options.view);
  if (!view) throw_not_found(options.view.id, index);
  Output out = context.output(options.format == "text");
  if (options.format == "json")
    write_view_json(out.stream(), *view);
  else
    write_view_text(out.stream(), *view, out.style_with_dates(options.dates));
  out.finish();
  return exit_ok;
}

int run_list(Context& context, ListOptions& options) {
  const std::string index = context.index();
  return print_records<HitDocument>(context, options.format,
                                    [&](const auto& write) { list_documents(index, write); });
}

int run_failed(Context& context, FailedOptions& options) {
  const std::vector<FileRecord> files = troubled_files(context.index());
  if (options.retry && !files.empty()) {
    UpdateRun run{.update = {.index = context.index(),
                             .retry = Retry::only_troubled,
                             .worker = {.recognition = options.recognition}}};
    return run_update(context, run);
  }
  return print_records<FileRecord>(context, options.format, [&](const auto& write) {
    for (const FileRecord& file : files) write(file);
  });
}

int run_status(Context& context, ListOptions& options) {
  const IndexStatus status = index_status(context.index());
  const std::string workers = describe_confinement(check_confinement());
  Output out = context.output(options.format == "text");
  if (options.format == "json")
    write_status_json(out.stream(), status, workers);
  else
    write_status_text(out.stream(), status, workers, out.style());
  out.finish();
  return exit_ok;
}

void add_show_options(CLI::App& command, ShowOptions& options) {
  command.add_option("ID", options.view.id, "Of a document, or of a passage: ID#12")->required();
  add_number(command, "-C,--context", options.view.neighbours, 1'000'000'000U,
             "Passages to show before and behind a passage");
  command.add_option("--query", options.view.query, "Mark what this query matches")->type_name("QUERY");
  command.add_flag("--exact", options.view.exact, "No stemming, no folding of accents in --query");
  command.add_flag("--dates", options.dates, "Mark the dates mentioned, and say how each was resolved");
  add_choice(command, "--format", options.format, {"text", "json"}, "Output format");
}

template <typename... Names>
auto format_option(Names... names) {
  return [=](CLI::App& command, ListOptions& options) {
    add_choice(command, "--format", options.format, {names...}, "Output format");
  };
}

void add_failed_options(CLI::App& command, FailedOptions& options) {
  format_option("text", "json", "jsonl", "csv")(command, options);
  CLI::Option* retry =
      command.add_flag("--retry", options.retry, "Read them again, and no other, and say what came of it");
  add_recognition_options(command, options.recognition).first->needs(retry);
}

}  // namespace

void add_browse_commands(Context& context) {
  context
      .add_command<ShowOptions>(command_group::read, "show",
                                "Show a document, or a passage with its neighbours", &run_show,
                                &add_show_options)
      ->footer(
          "  dossier show b78e3c768d9b                a document, by the id that list shows\n"
          "  dossier show b78e3c768d9b#12 -C 2        a passage of it, two on either side\n"
          "  dossier show b78e3c768d9b --query nato   with the matches marked\n");
  context
      .add_command<ListOptions>(command_group::read, "list", "List the documents", &run_list,
                                format_option("text", "json", "jsonl", "csv"))
      ->footer("  dossier list --format csv > documents.csv\n");
  context
      .add_command<ListOptions>(command_group::keep, "status", "Show the index in numbers", &run_status,
                                format_option("text", "json"))
      ->footer("  dossier status\n");
  context
      .add_command<FailedOptions>(command_group::keep, "failed",
                                  "List every file that was skipped, cut short or failed, with the reason",
                                  &run_failed, &add_failed_options)
      ->footer("  dossier failed\n  dossier failed --retry    read them again\n");
}

}  // namespace dossier
