#include "problems.h"

#include <algorithm>
#include <utility>

namespace dossier::query {

void Problems::add(Span span, std::string message) {
  // Twice what is listed: they come in two sweeps, lexer and parser, and are sorted afterwards.
  if (list_.size() < 2 * kMax) list_.push_back({span, std::move(message)});
}

std::vector<Problem> Problems::take() {
  std::stable_sort(list_.begin(), list_.end(),
                   [](const Problem& a, const Problem& b) { return a.span.offset < b.span.offset; });
  if (list_.size() > kMax) {
    list_.resize(kMax);
    list_.back().message = "more problems from here on are not listed";
  }
  return std::move(list_);
}

}  // namespace dossier::query
