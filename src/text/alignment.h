// Two sequences of words laid beside each other.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace dossier {

// A stretch that both have.
struct CommonRun {
  std::size_t left = 0;
  std::size_t right = 0;
  std::size_t length = 0;
  std::size_t left_end() const noexcept { return left + length; }
  std::size_t right_end() const noexcept { return right + length; }
};

// What `left` and `right` have in common in the same order, ascending. Words are told apart by their numbers.
// Stretches of four words that stand once on either side are what it begins from, as in a patience diff; what
// lies between is laid out by the longest common subsequence where it is short, and left apart where it is
// not. A shuffled text keeps its longest part in order. Costs n log n and a bounded table.
std::vector<CommonRun> align(std::span<const std::uint64_t> left, std::span<const std::uint64_t> right);

}  // namespace dossier
