// One of two texts that are held against each other.
#pragma once

#include <algorithm>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "alignment.h"
#include "compared_words.h"
#include "dossier/core/utf8.h"

namespace dossier {

// A range of words of one text.
struct WordRange {
  std::size_t from = 0;
  std::size_t to = 0;
  std::size_t size() const noexcept { return to - from; }
  bool empty() const noexcept { return from == to; }
};

// A text to be compared, cut into words. Refers to what it is made of.
class ComparedSide {
 public:
  ComparedSide(const ComparedText& text, Analyzer& analyzer)
      : text_(text.text),
        title_text_(text.title),
        analyzer_(analyzer),
        words_(compared_words(text, analyzer)) {
    numbers_.reserve(words_.size());
    for (const ComparedWord& word : words_) numbers_.push_back(word.number);
    sorted_ = numbers_;
    std::sort(sorted_.begin(), sorted_.end());
  }

  std::size_t size() const noexcept { return words_.size(); }
  const ComparedWord& operator[](std::size_t i) const { return words_[i]; }
  const std::vector<std::uint64_t>& numbers() const noexcept { return numbers_; }

  const std::vector<std::uint64_t>& sorted_numbers() const noexcept { return sorted_; }

  AlignedWords aligned() const {
    if (!stretches_) stretches_ = unique_stretches(numbers_);
    return {numbers_, *stretches_};
  }

  std::size_t count(std::uint64_t number) const {
    const auto range = std::equal_range(sorted_.begin(), sorted_.end(), number);
    return static_cast<std::size_t>(range.second - range.first);
  }

  bool in_title(std::uint64_t number) const {
    return std::any_of(title().begin(), title().end(),
                       [&](const ComparedWord& word) { return word.number == number; });
  }

  // Whether the title names something of which the other text never speaks.
  bool titles_beyond(const ComparedSide& other) const {
    return std::any_of(title().begin(), title().end(), [&](const ComparedWord& word) {
      return word.is_name && other.count(word.number) == 0 && !other.in_title(word.number);
    });
  }

  std::string_view written(std::size_t i) const {
    return text_.substr(words_[i].start, words_[i].end - words_[i].start);
  }
  std::string form(std::size_t i) const { return analyzer_.forms(written(i), "").meeting_form(); }

  std::string written(const WordRange& range) const {
    if (range.empty()) return {};
    const std::size_t start = words_[range.from].start;
    return collapse_whitespace(truncate_utf8(text_.substr(start, words_[range.to - 1].end - start), 80));
  }

  // All letters and digits of the range in a row: what spacing and hyphens cannot change.
  std::string letters(const WordRange& range) const {
    std::string out;
    for (std::size_t i = range.from; i < range.to; ++i) out += form(i);
    return out;
  }

  std::size_t block_start(std::size_t i) const {
    while (i > 0 && !words_[i].opens_block) --i;
    return i;
  }
  std::size_t block_end(std::size_t i) const {
    while (i < words_.size() && (i == 0 || !words_[i].opens_block)) ++i;
    return i;
  }

  // The blocks of a range, cut at its ends.
  std::vector<WordRange> blocks(const WordRange& range) const {
    std::vector<WordRange> out;
    for (std::size_t i = range.from; i < range.to; ++i) {
      if (out.empty() || words_[i].opens_block) out.push_back({i, i});
      out.back().to = i + 1;
    }
    return out;
  }

  template <typename Is>
  bool any(const WordRange& range, Is&& is) const {
    return std::any_of(words_.begin() + static_cast<std::ptrdiff_t>(range.from),
                       words_.begin() + static_cast<std::ptrdiff_t>(range.to), is);
  }

 private:
  const std::vector<ComparedWord>& title() const {
    if (!title_) title_ = compared_words({title_text_, {}, {}}, analyzer_);
    return *title_;
  }

  std::string_view text_, title_text_;
  Analyzer& analyzer_;
  std::vector<ComparedWord> words_;
  std::vector<std::uint64_t> numbers_;
  std::vector<std::uint64_t> sorted_;                       // numbers_
  mutable std::optional<std::vector<Stretch>> stretches_;   // made when the text is first compared
  mutable std::optional<std::vector<ComparedWord>> title_;  // read when it is first asked for
};

}  // namespace dossier
