// How what was added gets into an index's database.
#pragma once

#include <cstdint>

namespace dossier {

// A batch that is large, of itself and beside the index, is built as segments, which are merged with the
// database to a new one that takes its place; any other goes through Xapian's own writer.
enum class Writing : std::uint8_t {
  by_size,
  stock,     // Xapian's own writer alone
  segments,  // segments wherever anything was added
};

}  // namespace dossier
