#include "dry_run.h"

#include <utility>

#include "dossier/index/index_reader.h"
#include "dossier/index/schema.h"
#include "run_paths.h"
#include "survey.h"

namespace dossier {

UpdateReport dry_run(const UpdateOptions& options, std::vector<std::string> given) {
  UpdateReport report;
  Ledger ledger;
  std::vector<std::string> remembered;
  if (index_exists(options.index)) {
    IndexReader reader(options.index);
    for (FileRecord& record : reader.files()) {
      std::string path = record.path;
      ledger.emplace(std::move(path), std::move(record));
    }
    remembered = remembered_paths(reader.metadata(schema::key::roots));
    report.documents = reader.database().get_doccount() > 0 ? reader.columns().documents() : 0;
    report.passages = reader.database().get_doccount();
  }
  const auto roots = choose_roots(options, std::move(given), remembered, ledger);
  const Survey found = survey(roots, options, ledger, [](std::uint64_t) { return true; });
  count_survey(found, report);
  for (const PipelineFile& file : found.files) {
    const bool known = ledger.contains(file.source.path);
    ++(known ? report.changed : report.added);
    report.plan.emplace_back(known ? '~' : '+', file.source.path);
  }
  for (const std::string& path : found.vanished) report.plan.emplace_back('-', path);
  report.removed = found.vanished.size();
  count_troubles(ledger, PathSet(roots), report);
  return report;
}

}  // namespace dossier
