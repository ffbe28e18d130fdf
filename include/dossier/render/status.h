// An index in numbers.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

#include "dossier/render/terminal.h"
#include "dossier/search/result.h"

namespace dossier {

// How many files met one fate.
struct OutcomeCount {
  std::string status;  // ok, partial, skipped, failed
  std::string reason;  // empty when status is ok
  std::uint64_t files = 0;
};

struct IndexStatus {
  std::string path;
  IndexInfo index;
  std::optional<std::uint64_t> terms;
  std::uint64_t bytes = 0;  // on disk
  std::string schema_version;
  std::vector<std::string> roots;            // what `index` without a path brings up to date
  std::optional<std::int64_t> last_indexed;  // seconds since 1970-01-01 UTC
  std::vector<Facet> breakdown;              // documents and passages by language, type, published:year
  std::vector<OutcomeCount> outcomes;
};

void write_status_text(std::ostream& out, const IndexStatus& status, const Style& style);
void write_status_json(std::ostream& out, const IndexStatus& status);  // one object

}  // namespace dossier
