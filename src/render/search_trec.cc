#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <ostream>

#include "dossier/render/search_output.h"

namespace dossier {
namespace {

// Without white space and control characters, which would part or end the line.
std::string trec_word(std::string_view id) {
  std::string out;
  for (const char c : id) {
    const auto byte = static_cast<unsigned char>(c);
    out += byte <= ' ' || byte == 0x7F ? fmt::format("%{:02X}", byte) : std::string(1, c);
  }
  return out.empty() ? "-" : out;
}

}  // namespace

void write_search_trec(std::ostream& out, const SearchResult& result) {
  const std::string& id_of_query = result.request.query_id;
  const std::string query = id_of_query.empty() ? "1" : trec_word(id_of_query);
  std::int64_t last = std::numeric_limits<std::int64_t>::max();  // in millionths
  for (const Hit& hit : result.hits) {
    const auto score = std::min<std::int64_t>(std::llround(hit.score * 1e6), last - 1);
    last = score;
    const std::string& id = result.request.by == GroupBy::document ? hit.document.id : hit.passage.id;
    out << fmt::format("{} Q0 {} {} {:.6f} dossier\n", query, trec_word(id), hit.rank,
                       static_cast<double>(score) / 1e6);
  }
}

}  // namespace dossier
