#include <unistd.h>

#include <chrono>

#include "context.h"
#include "dossier/app/extract_file.h"
#include "dossier/render/records.h"
#include "output.h"

namespace dossier {
namespace {

struct ExtractOptions {
  std::vector<std::string> files;
};

int run_extract(Context&, ExtractOptions& options) {
  Worker worker({});
  const auto now = std::chrono::system_clock::now().time_since_epoch();
  const BuildOptions build{
      .today = static_cast<Day>(std::chrono::duration_cast<std::chrono::hours>(now).count() / 24)};
  DescriptorStream out(STDOUT_FILENO);
  bool failed = false;
  for (const std::string& file : options.files) {
    const Outcome outcome = extract_file(file, worker, build, [&](ExtractedFile&& extracted) {
      out << extract_line({.path = extracted.path,
                           .status = std::string(status_name(extracted.outcome.status)),
                           .reason = std::string(reason_name(extracted.outcome.reason)),
                           .detail = extracted.outcome.detail,
                           .type = extracted.document.type,
                           .encoding = extracted.encoding,
                           .language = extracted.document.language,
                           .title = extracted.document.title,
                           .published = extracted.document.published,
                           .pages = extracted.pages,
                           .text = extracted.document.text});
    });
    failed = failed || outcome.status == Status::failed;
  }
  out.flush();
  return failed ? exit_some_failed : exit_ok;
}

}  // namespace

void add_extract_command(Context& context) {
  context.add_command<ExtractOptions>(
      "extract", "What the indexer sees: one JSON object a document, no index touched", &run_extract,
      [](CLI::App& command, ExtractOptions& options) {
        command.add_option("FILE", options.files, "Files to read")->required()->type_name("");
      });
}

}  // namespace dossier
