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

// Words of one text that stand in a row and, in that order, nowhere else in it.
struct Stretch {
  std::uint64_t hash = 0;
  std::uint32_t place = 0;  // of the first word
};

// All stretches of four words, by hash. `words` are fewer than 2^32.
std::vector<Stretch> unique_stretches(std::span<const std::uint64_t> words);

// A sequence of words with its stretches, which are made once however often it is aligned.
struct AlignedWords {
  std::span<const std::uint64_t> words;
  std::span<const Stretch> stretches;
};

// What `left` and `right` have in common in the same order, ascending. Words are told apart by their numbers.
// Stretches that stand once on either side are what it begins from, as in a patience diff; what
// lies between is laid out by the longest common subsequence where it is short, and left apart where it is
// not. A shuffled text keeps its longest part in order. Costs n log n and a bounded table.
std::vector<CommonRun> align(const AlignedWords& left, const AlignedWords& right);

}  // namespace dossier
