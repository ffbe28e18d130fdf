// Two texts held against each other: whether one is a copy of the other, a version of it, an excerpt, or
// something else that only sounds like it; and in what they differ. Knows no files and no index.
#pragma once

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/document/relation.h"
#include "dossier/text/analyzer.h"

namespace dossier {

struct ByteRange {
  std::size_t start = 0;
  std::size_t end = 0;
};

struct ComparedText {
  std::string_view text;         // blocks parted by an empty line
  std::string_view title;        // may be empty
  std::vector<ByteRange> dates;  // in `text`, ascending: where it speaks of a date
};

inline constexpr std::size_t most_differences = 5;  // that are told; those in numbers and dates come first

struct Comparison {
  Relation relation = Relation::none;
  bool left_is_part = false;            // of an excerpt: the left text is the one that is held
  double shared = 0;                    // of the shorter text's words, 0 to 1
  std::vector<Difference> differences;  // none for a copy
  std::size_t more = 0;                 // differences beside those
};

class ComparedSide;

// How often each word stands in a text, without order. Small, and enough to tell of most pairs that they
// cannot be related.
class WordCounts {
 public:
  explicit WordCounts(std::span<const std::uint64_t> words);  // hashes, sorted

  std::size_t bytes() const noexcept;  // of memory

  // False only if no comparison of the two texts could find a relation: too few words stand in both.
  bool may_be_related(const WordCounts& other) const noexcept;

 private:
  struct Entry {
    std::uint32_t word = 0;  // the upper half of its hash: words that share it count as one
    std::uint32_t times = 0;
  };
  std::vector<Entry> entries_;  // by word
  std::size_t words_ = 0;
};

// A text cut into words, to be held against any number of others. Refers to what the text's views are of, and
// to the analyzer, which must live as long. Not for two threads at once.
class CutText {
 public:
  CutText(const ComparedText& text, Analyzer& analyzer);
  ~CutText();

  // This one is the left of the two. Case, accents, punctuation, spacing and ligatures make no difference.
  // Which share of words makes what, and why: docs/decisions/0018-near-duplicates.md.
  Comparison compare_with(const CutText& right) const;

  WordCounts counts() const;

 private:
  std::unique_ptr<const ComparedSide> side_;
};

}  // namespace dossier
