#include "context.h"
#include "dossier/app/check_formats.h"
#include "dossier/app/extract_file.h"
#include "dossier/render/records.h"
#include "recognition_options.h"

namespace dossier {
namespace {

struct ExtractOptions {
  std::vector<std::string> files;
  RecognitionOptions recognition;
};

ExtractRecord to_record(ExtractedFile&& file) {
  return {.path = std::move(file.path),
          .status = std::string(status_name(file.outcome.status)),
          .reason = std::string(reason_name(file.outcome.reason)),
          .detail = std::move(file.outcome.detail),
          .type = std::move(file.document.type),
          .recognised = file.document.recognised,
          .encoding = std::move(file.encoding),
          .language = std::move(file.document.language),
          .title = std::move(file.document.title),
          .published = std::move(file.document.published),
          .pages = file.pages,
          .text = std::move(file.document.text)};
}

int run_extract(Context& context, ExtractOptions& options) {
  const WorkerOptions how{.recognition = options.recognition};
  require_recognition(how);
  Worker worker(how);
  Output out = context.output(false);
  bool failed = false;
  for (const std::string& path : options.files) {
    const Outcome outcome = extract_file(path, worker, {}, [&](ExtractedFile&& file) {
      out.stream() << extract_line(to_record(std::move(file)));
    });
    failed = failed || outcome.status == Status::failed;
  }
  out.finish();
  return failed ? exit_some_failed : exit_ok;
}

}  // namespace

void add_extract_command(Context& context) {
  context
      .add_command<ExtractOptions>(
          command_group::other, "extract",
          "Show what the indexer sees of files: one JSON object a document; no index is touched",
          &run_extract,
          [](CLI::App& command, ExtractOptions& options) {
            command.add_option("FILE", options.files, "Files to read")->required();
            add_recognition_options(command, options.recognition);
          })
      ->footer("  dossier extract report.html | jq -r .text\n");
}

}  // namespace dossier
