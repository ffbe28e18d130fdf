// Word positions and the constellations they stand in: what NEAR and phrases mean, for search and highlighter
// alike.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

namespace dossier {

// Where a word or phrase stands: first and last word position, and which occurrence it is to whoever asks.
struct PositionSpan {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::size_t index = 0;
};

// Occurrences of each part, ascending; a phrase has them at part 0's position plus each offset. Gives one
// span a phrase; `index` is that of part 0.
std::vector<PositionSpan> phrase_spans(const std::vector<std::vector<PositionSpan>>& parts,
                                       const std::vector<std::uint32_t>& offsets);

// Which spans of each operand (ascending) take part in a window with all operands: at most `distance` words
// from one to the next on average (for two: from the one to the other), in the order given if `ordered`.
// Overlapping spans do not pair.
std::vector<std::vector<PositionSpan>> near_spans(const std::vector<std::vector<PositionSpan>>& operands,
                                                  std::uint32_t distance, bool ordered);

}  // namespace dossier
