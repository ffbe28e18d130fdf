// Which blocks of a page are still taken for its text while its main content is looked for.
#pragma once

#include <algorithm>
#include <cstdint>
#include <vector>

#include "html_page.h"

namespace dossier {

// Prose of this length in an element, in columns (html_page.h), is an article; less is none.
inline constexpr std::int64_t article_prose = 250;

inline bool is_at_least(std::int64_t part, std::int64_t percent, std::int64_t whole) noexcept {
  return part * 100 >= percent * whole;
}

// What a block says for (positive) or against (negative) its being part of an article: its length if it is
// prose, the less the more of it are links; as much against as it has links, if it is mostly those.
std::int64_t block_worth(const PlacedBlock& placed) noexcept;

// The total of a measure over the blocks of any element, in one step.
class Total {
 public:
  template <typename Measure>
  Total(std::size_t blocks, Measure&& measure) {
    sums_.reserve(blocks + 1);
    sums_.push_back(0);
    for (std::size_t i = 0; i < blocks; ++i) sums_.push_back(sums_.back() + measure(i));
  }
  std::int64_t of(const PageElement& element) const {
    return sums_[element.end_block] - sums_[element.first_block];
  }
  std::int64_t of_all() const { return sums_.back(); }

 private:
  std::vector<std::int64_t> sums_;
};

// A page's blocks and elements, and which blocks are kept.
struct KeptBlocks {
  explicit KeptBlocks(HtmlPage& page)
      : blocks(page.blocks), elements(page.elements), kept(page.blocks.size(), true) {}

  // Totals over the blocks that are kept now.
  template <typename Measure>
  Total total(Measure&& measure) const {
    return {blocks.size(), [&](std::size_t i) -> std::int64_t { return kept[i] ? measure(blocks[i]) : 0; }};
  }
  Total prose() const {
    return total([](const PlacedBlock& placed) { return std::max<std::int64_t>(0, block_worth(placed)); });
  }

  void drop(std::size_t first, std::size_t end) {
    std::fill(kept.begin() + static_cast<std::ptrdiff_t>(first),
              kept.begin() + static_cast<std::ptrdiff_t>(end), false);
  }
  // Drops the outermost elements from `first` to `end` of which is_gone() is true.
  template <typename IsGone>
  void drop_elements(std::size_t first, std::size_t end, IsGone&& is_gone) {
    for (std::size_t i = first; i < end;) {
      const PageElement& element = elements[i];
      const bool gone = is_gone(element);
      if (gone) drop(element.first_block, element.end_block);
      i = gone ? element.end : i + 1;
    }
  }

  std::vector<PlacedBlock>& blocks;
  const std::vector<PageElement>& elements;
  std::vector<bool> kept;
};

}  // namespace dossier
