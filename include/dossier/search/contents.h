// What is in an index, as values: a document to read, the index in numbers. Made by search and app, turned
// into bytes by render. Knows no Xapian.
#pragma once

#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <vector>

#include "dossier/document/outcome.h"
#include "dossier/search/result.h"

namespace dossier {

struct ViewRequest {
  std::string id;                // of a document, or "<document>#<ordinal>" of a passage
  std::uint32_t neighbours = 0;  // passages to show before and behind a passage
  std::uint32_t offset = 0;      // of a document: passages to pass over
  std::uint32_t limit = std::numeric_limits<std::uint32_t>::max();  // of a document: passages at most
  std::string query;                                                // whose matches are marked; may be empty
  bool exact = false;
};

struct DocumentView {
  HitDocument document;
  std::vector<HitPassage> passages;  // ascending; those between which others are left out show a gap
  // The ordinal of the passage that was asked for; none: the document was.
  std::optional<std::uint32_t> asked = {};
};

// How many files met one fate.
struct OutcomeCount {
  Status status = Status::ok;
  Reason reason = Reason::none;
  std::uint64_t files = 0;
};

struct IndexStatus {
  std::string path;
  IndexInfo index;
  std::uint64_t bytes = 0;  // on disk
  std::string schema_version;
  std::vector<std::string> roots;            // what `index` without a path brings up to date
  std::optional<std::int64_t> last_indexed;  // seconds since 1970-01-01 UTC
  std::vector<Facet> breakdown;              // of the whole index
  std::vector<OutcomeCount> outcomes;
};

}  // namespace dossier
