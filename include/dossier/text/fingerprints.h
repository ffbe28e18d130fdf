// Fingerprints of a text: hashes of some of its runs of words, so chosen that two texts which share a run
// long enough share a fingerprint, whatever stands around it (winnowing: Schleimer, Wilkerson and Aiken,
// SIGMOD 2003). By them copies, versions and excerpts find each other.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <string_view>
#include <vector>

namespace dossier {

// How both numbers were chosen: docs/decisions/0018-near-duplicates.md.
inline constexpr std::size_t fingerprint_words = 5;    // of a run that is hashed
inline constexpr std::size_t fingerprint_window = 64;  // of so many runs in a row one is chosen at least
inline constexpr std::size_t least_fingerprints = 6;   // of a whole text: its least hashes are chosen too
// A shorter text has none: its words are too few to tell a copy from a form of words.
inline constexpr std::size_t least_fingerprinted_words = 24;

// Bits that are kept of a hash: among 100 million fingerprints one in 10,000 falls together with another.
inline constexpr unsigned fingerprint_bits = 40;

// Takes the words of one text in their order. Costs a hash and a few multiplications a word.
class Fingerprinter {
 public:
  // `word` in the form by which spellings meet.
  static std::uint64_t hash_of(std::string_view word) noexcept;
  void add(std::uint64_t word_hash);

  // Those of the words so far, ascending, each once.
  std::vector<std::uint64_t> fingerprints() const;

 private:
  struct Run {
    std::uint64_t hash;
    std::size_t place;
  };
  std::array<std::uint64_t, fingerprint_words> words_{};  // hashes of the last words, in a ring
  std::size_t count_ = 0;
  std::deque<Run> window_;  // ascending: the runs that are or may still become the least of their window
  std::vector<std::uint64_t> chosen_;
  std::vector<std::uint64_t> least_;  // ascending
};

}  // namespace dossier
