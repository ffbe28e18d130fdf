#include "dossier/app/extract_file.h"

#include "clock.h"
#include "open_file.h"

namespace dossier {

Outcome extract_file(const std::string& path, Worker& worker, const BuildOptions& options,
                     const std::function<void(ExtractedFile&&)>& sink) {
  BuildOptions build = options;
  if (build.today == 0) build.today = today_utc();
  const OpenFile file(path, {}, true);
  Outcome outcome = file.outcome();
  bool any = false;
  if (outcome.status == Status::ok) {
    outcome = worker.extract(file.fd(), file_name(path), [&](ExtractedDocument&& extracted) {
      ExtractedFile out{.path = path + extracted.member,
                        .outcome = extracted.outcome,
                        .encoding = extracted.encoding,
                        .pages = extracted.pages};
      any = true;
      if (!extracted.is_document()) return sink(std::move(out));
      out.document = build_document(std::move(extracted), file.source(), build);
      sink(std::move(out));
    });
  }
  if (!any) sink({.path = path, .outcome = outcome});
  return outcome;
}

}  // namespace dossier
