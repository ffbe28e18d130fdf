// Two texts held against each other: whether one is a copy of the other, a version of it, an excerpt, or
// something else that only sounds like it; and in what they differ. Knows no files and no index.
#pragma once

#include <cstdint>
#include <memory>
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

// A text cut into words, to be held against any number of others. Refers to what the text's views are of, and
// to the analyzer, which must live as long. Not for two threads at once.
class CutText {
 public:
  CutText(const ComparedText& text, Analyzer& analyzer);
  ~CutText();

  // This one is the left of the two. Case, accents, punctuation, spacing and ligatures make no difference.
  // Which share of words makes what, and why: docs/decisions/0018-near-duplicates.md.
  Comparison compare_with(const CutText& right) const;

 private:
  std::unique_ptr<const ComparedSide> side_;
};

}  // namespace dossier
