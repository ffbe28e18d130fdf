#include "dossier/query/positions.h"

#include <algorithm>

namespace dossier {
namespace {

bool has_position(const std::vector<PositionSpan>& spans, std::uint32_t position) {
  const auto found =
      std::lower_bound(spans.begin(), spans.end(), position,
                       [](const PositionSpan& span, std::uint32_t value) { return span.first < value; });
  return found != spans.end() && found->first == position;
}

class NearWindows {
 public:
  NearWindows(const std::vector<std::vector<PositionSpan>>& operands, std::uint32_t distance, bool ordered)
      : operands_(operands), ordered_(ordered), taken_(operands.size()) {
    reach_ = static_cast<std::uint64_t>(distance) * (operands.size() - 1);
    for (const auto& spans : operands) {
      taken_[static_cast<std::size_t>(&spans - operands.data())].resize(spans.size());
      // A phrase takes up more than one place.
      if (!spans.empty()) reach_ += spans.front().last - spans.front().first;
    }
  }

  std::vector<std::vector<PositionSpan>> run() {
    for (std::size_t i = 0; i < (ordered_ ? 1 : operands_.size()); ++i) {
      for (std::size_t s = 0; s < operands_[i].size(); ++s) try_window(i, s);
    }
    std::vector<std::vector<PositionSpan>> out(operands_.size());
    for (std::size_t i = 0; i < operands_.size(); ++i) {
      for (std::size_t s = 0; s < operands_[i].size(); ++s) {
        if (taken_[i][s]) out[i].push_back(operands_[i][s]);
      }
    }
    return out;
  }

 private:
  // The window that begins with span `s` of operand `anchor`: is every other operand in it?
  void try_window(std::size_t anchor, std::size_t s) {
    const PositionSpan& start = operands_[anchor][s];
    std::vector<std::pair<std::size_t, std::size_t>> members{{anchor, s}};
    std::uint64_t after = start.last;  // ordered: the next operand begins behind the one before
    for (std::size_t i = 0; i < operands_.size(); ++i) {
      if (i == anchor) continue;
      bool found = false;
      std::uint64_t earliest_end = 0;
      for (std::size_t t = first_behind(operands_[i], after); t < operands_[i].size(); ++t) {
        const PositionSpan& span = operands_[i][t];
        if (span.last > start.first + reach_) break;
        if (!found) earliest_end = span.last;
        found = true;
        members.emplace_back(i, t);
      }
      if (!found) return;
      if (ordered_) after = earliest_end;
    }
    for (const auto& [operand, span] : members) taken_[operand][span] = true;
  }

  static std::size_t first_behind(const std::vector<PositionSpan>& spans, std::uint64_t position) {
    return static_cast<std::size_t>(
        std::partition_point(spans.begin(), spans.end(),
                             [&](const PositionSpan& span) { return span.first <= position; }) -
        spans.begin());
  }

  const std::vector<std::vector<PositionSpan>>& operands_;
  bool ordered_;
  std::uint64_t reach_ = 0;
  std::vector<std::vector<bool>> taken_;
};

}  // namespace

std::vector<PositionSpan> phrase_spans(const std::vector<std::vector<PositionSpan>>& parts,
                                       const std::vector<std::uint32_t>& offsets) {
  std::vector<PositionSpan> out;
  if (parts.empty()) return out;
  for (const PositionSpan& start : parts[0]) {
    bool whole = true;
    for (std::size_t i = 1; i < parts.size() && whole; ++i)
      whole = has_position(parts[i], start.first + offsets[i]);
    if (whole) out.push_back({start.first, start.first + offsets.back(), start.index});
  }
  return out;
}

std::vector<std::vector<PositionSpan>> near_spans(const std::vector<std::vector<PositionSpan>>& operands,
                                                  std::uint32_t distance, bool ordered) {
  return NearWindows(operands, distance, ordered).run();
}

}  // namespace dossier
