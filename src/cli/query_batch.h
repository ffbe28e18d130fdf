// Many queries answered in one process, for --queries.
#pragma once

#include <functional>
#include <ostream>
#include <string>
#include <vector>

#include "dossier/search/result.h"

namespace dossier {

struct NamedQuery {
  std::string id;
  std::string query;
};

// The queries of a file ("-": standard input), one a line: id, tab, query; without a tab the line's number is
// the id. Throws Error(usage) if it cannot be read.
std::vector<NamedQuery> read_queries(const std::string& name);

// Answers the queries by `index` on all cores and writes each answer with `write` (called from several
// threads) to `out`, in order. Gives whether there was any hit.
bool answer_queries(const std::string& index, const std::vector<NamedQuery>& queries,
                    const SearchRequest& request, std::ostream& out,
                    const std::function<void(std::ostream&, const SearchResult&, bool first)>& write);

}  // namespace dossier
