// Any bytes at all as a query: places lie inside the text and in order, and what is said back means the same.
#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

#include "dossier/query/describe.h"
#include "dossier/query/parser.h"

namespace {

using dossier::ParsedQuery;

void check(bool holds) {
  if (!holds) __builtin_trap();
}

void check_places(const ParsedQuery& query) {
  std::size_t last = 0;
  for (const dossier::Problem& problem : query.problems) {
    check(problem.span.offset >= last);
    check(problem.span.offset <= query.text.size());
    check(problem.span.length <= query.text.size() - problem.span.offset);
    last = problem.span.offset;
  }
  for (const dossier::Node& root : query.root) {
    check(root.span.offset + root.span.length <= query.text.size());
  }
}

void check_said_back(const ParsedQuery& query, bool all_required) {
  const std::string said = dossier::describe(query, all_required);
  const ParsedQuery again = dossier::parse_query(said);
  check(again.problems.empty());
  check(dossier::describe(again) == said);
}

}  // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ParsedQuery query = dossier::parse_query(bytes);
  check_places(query);
  check_places(dossier::parse_filter(bytes));
  // Longer or deeper ones may be cut at the limits when they are said back, with a problem.
  if (size <= 1000 && std::count(bytes.begin(), bytes.end(), '(') < 50) {
    check_said_back(query, true);
    check_said_back(query, false);
    check_said_back(dossier::parse_query(bytes, {.exact = true}), true);
  }
  return 0;
}
