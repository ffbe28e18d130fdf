// Collects what was not understood, so that a megabyte of brackets does not become a megabyte of messages.
#pragma once

#include <cstddef>
#include <string>
#include <vector>

#include "dossier/query/tree.h"

namespace dossier::query {

class Problems {
 public:
  static constexpr std::size_t kMax = 100;  // listed at most; the last then says that there are more

  void add(Span span, std::string message);
  bool empty() const noexcept { return list_.empty(); }

  // In the order of their place.
  std::vector<Problem> take();

 private:
  std::vector<Problem> list_;
};

// The span from the beginning of `first` to the end of `last`.
inline Span join(const Span& first, const Span& last) noexcept {
  return {first.offset, last.offset + last.length - first.offset};
}

}  // namespace dossier::query
