// NEAR over phrases: Xapian's own operator takes words alone.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

namespace dossier {

// One operand: the terms of each of its words, at consecutive positions.
struct NearOperand {
  std::vector<std::vector<std::string>> words;
};

// The passages in which all operands stand within `distance` words (see near_spans), as a query without
// weight. The candidates are those that have every operand's words.
Xapian::Query near_query(const Xapian::Database& database, const std::vector<NearOperand>& operands,
                         std::uint32_t distance, bool ordered);

}  // namespace dossier
