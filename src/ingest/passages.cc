#include "dossier/ingest/passages.h"

#include <algorithm>

#include "dossier/core/utf8.h"
#include "dossier/text/sentences.h"

namespace dossier {
namespace {

// A text without sentence ends or white space is cut after so many bytes.
constexpr std::size_t kMaxSentenceBytes = 2400;
// A longer heading is a paragraph by another name: it stands once, not in the path of every passage below it.
constexpr std::size_t kMaxHeadingBytes = 500;
constexpr std::string_view kBlockGap = "\n\n";
// So many bytes count as a word whatever is between white space: scripts that part phrases only, encoded
// data.
constexpr std::size_t kMaxWordBytes = 32;

std::size_t count_words(std::string_view text) noexcept {
  return std::max(estimate_words(text), text.size() / kMaxWordBytes);
}

std::uint32_t page_key(const std::optional<std::uint32_t>& page) noexcept {
  return page.value_or(0);
}

// Cuts a sentence that is too long by itself at white space, or anywhere where there is none.
void cut_sentence(std::string_view text, std::size_t start, std::size_t end, std::vector<std::size_t>& cuts) {
  while (end - start > kMaxSentenceBytes) {
    const std::string_view most = truncate_utf8(text.substr(start, end - start), kMaxSentenceBytes);
    const std::size_t space = most.find_last_of(" \n\t");
    start += space == std::string_view::npos || space <= most.size() / 2 ? most.size() : space;
    cuts.push_back(start);
  }
  cuts.push_back(end);
}

class PassageMaker {
 public:
  PassageMaker(const std::string& title, const PassageLimits& limits, std::size_t bytes)
      : title_(title), limits_(limits) {
    result_.text.reserve(bytes);
  }

  void add(const Block& block) {
    const std::size_t start = append(block);
    if (block.kind == BlockKind::heading && block.text.size() <= kMaxHeadingBytes) {
      add_heading(block, start);
      return;
    }
    bare_heading_.reset();
    const std::size_t words = count_words(block.text);
    if (words <= limits_.most_words) {
      add_unit(start, result_.text.size(), words, block.page);
    } else {
      add_long(block, start, words);
    }
  }

  // The same, and the block's memory is free behind it.
  void take(Block block) { add(block); }

  // What follows stands under no heading.
  void end_sections() {
    close_section();
    headings_.clear();
  }

  PassagedText finish() {
    close_section();
    if (result_.passages.empty())
      result_.passages.push_back({});  // a document of a title only can still be found
    return std::move(result_);
  }

 private:
  struct HeadingLine {
    std::string text;
    std::uint8_t level;
  };

  // Appends the block's text and gives where it begins.
  std::size_t append(const Block& block) {
    const bool row = block.kind == BlockKind::table_row || block.kind == BlockKind::list_item;
    if (!result_.text.empty()) result_.text += row && last_kind_ == block.kind ? "\n" : kBlockGap;
    last_kind_ = block.kind;
    const std::size_t start = result_.text.size();
    result_.text += block.text;
    return start;
  }

  void add_heading(const Block& block, std::size_t start) {
    // The heading above a sub-heading lives on in the sub-heading's path.
    if (bare_heading_ && block.level > headings_.back().level) bare_heading_.reset();
    close_section();
    const std::string text = collapse_whitespace(block.text);
    while (!headings_.empty() && headings_.back().level >= block.level) headings_.pop_back();
    const bool repeats_title = !seen_heading_ && text == title_;
    seen_heading_ = true;
    if (!repeats_title) {
      // A heading that nothing follows but a heading of its own rank becomes a passage, so that it can be
      // found.
      bare_heading_ = Bare{start, result_.text.size(), block.page, headings_.size()};
      headings_.push_back({text, block.level});
    }
  }

  void add_unit(std::size_t start, std::size_t end, std::size_t words,
                const std::optional<std::uint32_t>& page) {
    const bool other_page = open_ && page_key(current_.page) != page_key(page);
    if (open_ && (other_page || words_ >= limits_.enough_words || words_ + words > limits_.most_words))
      flush();
    if (!open_) {
      current_ = Passage{.page = page, .start = start};
      words_ = 0;
      open_ = true;
    }
    current_.end = end;
    words_ += words;
  }

  // Splits a long paragraph at sentences into pieces of about the same length.
  void add_long(const Block& block, std::size_t start, std::size_t words) {
    const std::string_view text = block.text;
    std::vector<std::size_t> cuts;
    std::size_t from = 0;
    for (const std::size_t end : sentence_ends(text)) {
      cut_sentence(text, from, end, cuts);
      from = end;
    }
    const std::size_t pieces = std::max<std::size_t>(1, (words + 149) / 150);
    const std::size_t target = std::max<std::size_t>(1, words / pieces);
    if (open_) flush();
    from = 0;
    std::size_t count = 0;
    std::size_t previous = 0;
    for (const std::size_t cut : cuts) {
      count += count_words(text.substr(previous, cut - previous));
      previous = cut;
      if (count < target && cut != text.size()) continue;
      add_piece(text, from, cut, start, count, block.page);
      from = cut;
      count = 0;
    }
  }

  void add_piece(std::string_view text, std::size_t from, std::size_t to, std::size_t offset,
                 std::size_t words, const std::optional<std::uint32_t>& page) {
    const std::string_view piece = text.substr(from, to - from);
    const std::string_view inner = trim(piece);
    if (inner.empty()) return;
    const std::size_t lead = static_cast<std::size_t>(inner.data() - piece.data());
    if (open_) flush();
    add_unit(offset + from + lead, offset + from + lead + inner.size(), words, page);
  }

  void flush() {
    current_.ordinal = static_cast<std::uint32_t>(result_.passages.size());
    for (const HeadingLine& heading : headings_) current_.headings.push_back(heading.text);
    result_.passages.push_back(std::move(current_));
    previous_words_ = words_;
    section_passages_ += 1;
    open_ = false;
  }

  void close_section() {
    if (bare_heading_) {
      current_ =
          Passage{.page = bare_heading_->page, .start = bare_heading_->start, .end = bare_heading_->end};
      headings_.resize(bare_heading_->depth);
      words_ = 0;
      bare_heading_.reset();
      flush();
    } else if (open_) {
      const bool joins = section_passages_ > 0 && words_ < limits_.few_words && !result_.passages.empty() &&
                         page_key(result_.passages.back().page) == page_key(current_.page) &&
                         previous_words_ + words_ <= limits_.most_words + limits_.few_words;
      if (joins) {
        result_.passages.back().end = current_.end;
        open_ = false;
      } else {
        flush();
      }
    }
    section_passages_ = 0;
  }

  struct Bare {
    std::size_t start;
    std::size_t end;
    std::optional<std::uint32_t> page;
    std::size_t depth;
  };

  const std::string& title_;
  const PassageLimits& limits_;
  PassagedText result_;
  std::vector<HeadingLine> headings_;
  std::optional<Bare> bare_heading_;
  bool seen_heading_ = false;
  BlockKind last_kind_ = BlockKind::heading;
  Passage current_;
  bool open_ = false;
  std::size_t words_ = 0;
  std::size_t previous_words_ = 0;
  std::size_t section_passages_ = 0;
};

}  // namespace

PassagedText make_passages(std::vector<Block> blocks, const std::string& title, const PassageLimits& limits,
                           std::vector<Block> apart) {
  std::size_t bytes = 0;
  for (const auto* row : {&blocks, &apart}) {
    for (const Block& block : *row) bytes += block.text.size() + kBlockGap.size();
  }
  PassageMaker maker(title, limits, bytes);
  for (Block& block : blocks) maker.take(std::move(block));
  if (!apart.empty()) maker.end_sections();
  for (Block& block : apart) maker.take(std::move(block));
  return maker.finish();
}

}  // namespace dossier
