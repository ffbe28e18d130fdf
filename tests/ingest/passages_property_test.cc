// What holds for any blocks: nothing is lost, nothing is in two passages, no cut is where none may be.
#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <random>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/core/utf8.h"
#include "dossier/ingest/passages.h"

namespace dossier {
namespace {

constexpr std::size_t kLongestHeading = 500;  // bytes; what is longer is text

class RandomBlocks {
 public:
  explicit RandomBlocks(unsigned seed) : random_(seed) {}

  std::vector<Block> make() {
    std::vector<Block> blocks(below(40));
    std::optional<std::uint32_t> page;
    for (Block& block : blocks) {
      if (below(6) == 0) page = page.value_or(0) + 1;
      block.page = page;
      block.kind = std::array{BlockKind::heading,   BlockKind::paragraph, BlockKind::paragraph,
                              BlockKind::list_item, BlockKind::table_row, BlockKind::preformatted}[below(6)];
      if (block.kind == BlockKind::heading) block.level = static_cast<std::uint8_t>(1 + below(6));
      block.text = text(block.kind == BlockKind::heading ? below(20) == 0 ? 300 : 6 : length());
    }
    return blocks;
  }

  std::size_t below(std::size_t count) {
    return std::uniform_int_distribution<std::size_t>(0, count - 1)(random_);
  }

 private:
  // Mostly short, at times long, seldom very long.
  std::size_t length() { return 1 + below(below(10) > 0 ? 60 : below(10) > 0 ? 600 : 3000); }

  std::string text(std::size_t most_words) {
    static constexpr std::array<std::string_view, 12> kWords{"peace",   "Kosovo", "a",        "Вучић",
                                                             "égalité", "国",     "国际社会", "ประเทศ",
                                                             "😀",       "1244",   "U.S.",     "resolution"};
    static constexpr std::array<std::string_view, 8> kGaps{" ", " ", " ", ". ", "\n", "。", "", "\u00A0"};
    std::string out;
    const bool gapless = below(15) == 0;
    for (std::size_t i = 1 + below(most_words); i > 0; --i) {
      out += kWords[below(kWords.size())];
      if (i > 1 && !gapless) out += kGaps[below(kGaps.size())];
    }
    return out;
  }

  std::mt19937 random_;
};

// Blocks with the place of each in the document's text.
struct Placed {
  const Block* block;
  std::size_t start;
  std::size_t end;
  bool is_heading() const {
    return block->kind == BlockKind::heading && block->text.size() <= kLongestHeading;
  }
};

std::vector<Placed> place(const std::vector<Block>& blocks, const std::string& text) {
  std::vector<Placed> placed;
  std::size_t at = 0;
  for (const Block& block : blocks) {
    const std::size_t start = text.find_first_not_of('\n', at);
    EXPECT_EQ(text.compare(start, block.text.size(), block.text), 0) << "the text is the blocks in order";
    placed.push_back({&block, start, start + block.text.size()});
    at = placed.back().end;
  }
  EXPECT_EQ(at, text.size());
  return placed;
}

void expect_ordered_ranges(const PassagedText& made) {
  std::size_t end = 0;
  for (std::size_t i = 0; i < made.passages.size(); ++i) {
    const Passage& passage = made.passages[i];
    EXPECT_EQ(passage.ordinal, i);
    EXPECT_LE(end, passage.start);
    EXPECT_LE(passage.start, passage.end);
    EXPECT_LE(passage.end, made.text.size());
    EXPECT_TRUE(is_code_point_boundary(made.text, passage.start));
    EXPECT_TRUE(is_code_point_boundary(made.text, passage.end));
    // At most 240 words of at most 32 bytes, and the sentence that was begun.
    EXPECT_LE(passage.end - passage.start, 240U * 32 + 2400);
    end = passage.end;
  }
}

// Only white space may lie outside all passages.
void expect_covered(const Placed& placed, const PassagedText& made) {
  std::size_t at = placed.start;
  for (const Passage& passage : made.passages) {
    if (passage.end <= at || passage.start >= placed.end) continue;
    const std::size_t from = std::max<std::size_t>(at, passage.start);
    EXPECT_EQ(trim(std::string_view(made.text).substr(at, from - at)), "");
    at = std::min<std::size_t>(passage.end, placed.end);
  }
  EXPECT_EQ(trim(std::string_view(made.text).substr(at, placed.end - at)), "");
}

void expect_heading_found(const Placed& placed, const PassagedText& made) {
  const std::string words = collapse_whitespace(placed.block->text);
  const bool found = std::any_of(made.passages.begin(), made.passages.end(), [&](const Passage& passage) {
    const bool is_it = passage.start == placed.start && passage.end == placed.end;
    const bool above =
        passage.start >= placed.end &&
        std::find(passage.headings.begin(), passage.headings.end(), words) != passage.headings.end();
    return is_it || above;
  });
  EXPECT_TRUE(found) << words;
}

// No passage reaches over two pages, or over a heading and something else.
void expect_no_crossing(const std::vector<Placed>& all, const PassagedText& made) {
  for (const Passage& passage : made.passages) {
    std::size_t covered = 0;
    bool heading = false;
    for (const Placed& placed : all) {
      if (placed.end <= passage.start || placed.start >= passage.end) continue;
      ++covered;
      heading |= placed.is_heading();
      EXPECT_EQ(placed.block->page, passage.page);
    }
    EXPECT_TRUE(!heading || covered == 1);
  }
}

TEST(PassagesOfAnything, HoldEveryWordOnceAndCrossNothing) {
  for (unsigned seed = 0; seed < 400; ++seed) {
    SCOPED_TRACE(seed);
    const std::vector<Block> blocks = RandomBlocks(seed).make();
    const std::string title = blocks.empty() ? "" : collapse_whitespace(blocks.front().text);
    const PassagedText made = make_passages(blocks, title);
    ASSERT_FALSE(made.passages.empty());
    expect_ordered_ranges(made);
    const std::vector<Placed> all = place(blocks, made.text);
    bool first_heading = true;
    for (const Placed& placed : all) {
      const bool is_title =
          placed.is_heading() && first_heading && collapse_whitespace(placed.block->text) == title;
      if (!placed.is_heading())
        expect_covered(placed, made);
      else if (!is_title)
        expect_heading_found(placed, made);
      first_heading &= !placed.is_heading();
    }
    expect_no_crossing(all, made);
    if (HasFailure()) return;
  }
}

}  // namespace
}  // namespace dossier
