#include "html_blocks.h"

#include <algorithm>
#include <utility>

#include "blocks.h"
#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

bool is_space(char c) noexcept {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::uint8_t heading_level(std::string_view name) noexcept {
  const bool heading = name.size() == 2 && name[0] == 'h' && name[1] >= '1' && name[1] <= '6';
  return heading ? static_cast<std::uint8_t>(name[1] - '0') : 0;
}

bool is_item(std::string_view name) noexcept {
  return name == "li" || name == "dt" || name == "dd";
}

}  // namespace

void HtmlBlocks::start(std::string_view name, const HtmlAttributes& attributes) {
  const HtmlRole role = html_role(name, attributes);
  const bool seen = depth(HtmlRole::hidden) == 0;
  // What was collected belongs to the place that is being left. What is hidden in a paragraph does not part
  // it.
  if (seen && (is_block_element(name) || role > HtmlRole::hidden)) flush();
  open_.push_back(role);
  ++depth(role);
  if (seen && role >= HtmlRole::suspect) {
    regions_.push_back({.parent = region_, .suspect = role == HtmlRole::suspect});
    region_ = regions_.size() - 1;
  }
  if (seen && role != HtmlRole::hidden) start_seen(name);
}

void HtmlBlocks::start_seen(std::string_view name) {
  if (name == "br") pending_ += '\n', space_ = false;
  if (name == "a") ++links_;
  if (name == "pre") ++preformatted_;
  if (name == "sup") superscript_ = pending_.size();
  if (is_item(name)) ++items_;
  if (const std::uint8_t level = heading_level(name); level > 0) heading_ = level;
  // A table or a heading in a table's row: the row lays out a page.
  if (!rows_.empty() && (heading_ > 0 || name == "table" || name == "tr")) rows_.back().is_layout = true;
  if (name == "tr") rows_.push_back({.first_block = blocks_.size(), .is_layout = heading_ > 0});
  if (!rows_.empty() && (name == "td" || name == "th")) ++rows_.back().cell;
}

void HtmlBlocks::end(std::string_view name) {
  const HtmlRole role = open_.back();
  const bool seen = depth(HtmlRole::hidden) == 0;
  if (seen && (is_block_element(name) || role != HtmlRole::none)) flush();
  if (seen) end_seen(name);
  if (seen && role >= HtmlRole::suspect) end_region();
  --depth(role);
  open_.pop_back();
}

void HtmlBlocks::end_seen(std::string_view name) {
  if (name == "a") --links_;
  if (name == "pre") --preformatted_;
  if (name == "sup") end_superscript();
  if (is_item(name)) --items_;
  if (heading_level(name) > 0) heading_ = 0;
  if (name == "tr") end_row();
}

// The number of a footnote is no part of the word before it: "policy<sup>12</sup>", but "km<sup>2</sup>".
void HtmlBlocks::end_superscript() {
  constexpr std::size_t kWordBytes = 4;
  if (superscript_ < kWordBytes || superscript_ >= pending_.size()) return;
  const auto number = std::string_view(pending_).substr(superscript_);
  const auto word = std::string_view(pending_).substr(superscript_ - kWordBytes, kWordBytes);
  const auto is_letter = [](char c) { return (c | 0x20) >= 'a' && (c | 0x20) <= 'z'; };
  if (number.find_first_not_of("0123456789, ") == std::string_view::npos &&
      std::all_of(word.begin(), word.end(), [&](char c) { return is_letter(c) || (c & 0x80) != 0; })) {
    pending_.insert(superscript_, " ");
  }
}

void HtmlBlocks::text(std::string_view text) {
  if (depth(HtmlRole::hidden) > 0) return;
  const std::size_t before = pending_.size();
  if (preformatted_ > 0) {
    pending_.append(text);
  } else {
    for (const char c : text) {
      if (is_space(c)) {
        space_ = true;
        continue;
      }
      if (space_ && !pending_.empty() && !is_space(pending_.back())) pending_ += ' ';
      space_ = false;
      pending_ += c;
    }
  }
  if (links_ > 0) link_bytes_ += pending_.size() - before;
}

void HtmlBlocks::flush() {
  const std::string clean = clean_text(pending_);
  const std::string text(preformatted_ > 0 ? trim_preformatted(clean) : trim(clean));
  pending_.clear();
  space_ = false;
  superscript_ = 0;
  const std::size_t links = std::exchange(link_bytes_, 0);
  if (!has_word(text)) return;
  PlacedBlock placed{.block = {.text = text},
                     .link_bytes = links,
                     .cell = rows_.empty() ? 0 : rows_.back().cell,
                     .region = region_,
                     .in_furniture = depth(HtmlRole::furniture) > 0,
                     .in_content = depth(HtmlRole::content) > 0};
  placed.block.level = heading_;
  placed.block.kind = heading_ > 0        ? BlockKind::heading
                      : preformatted_ > 0 ? BlockKind::preformatted
                      : items_ > 0        ? BlockKind::list_item
                                          : BlockKind::paragraph;
  if (region_ != no_region) {
    regions_[region_].bytes += text.size();
    regions_[region_].prose_bytes += is_prose(placed) ? text.size() : 0;
  }
  blocks_.push_back(std::move(placed));
}

void HtmlBlocks::end_region() {
  const PageRegion& closed = regions_[region_];
  region_ = closed.parent;
  if (region_ == no_region) return;
  regions_[region_].bytes += closed.bytes;
  regions_[region_].prose_bytes += closed.prose_bytes;
}

// Makes one block of what stands in a row, unless it lays out a page.
void HtmlBlocks::end_row() {
  const Row row = rows_.back();
  rows_.pop_back();
  const auto first = blocks_.begin() + static_cast<std::ptrdiff_t>(row.first_block);
  if (row.is_layout || first == blocks_.end()) return;
  // One cell with several blocks is a column of text.
  bool is_layout = blocks_.end() - first > 1 && first->cell == blocks_.back().cell;
  std::size_t bytes = first->block.text.size();
  for (auto placed = first + 1; placed != blocks_.end(); ++placed) {
    const PlacedBlock& before = *(placed - 1);
    const bool is_paragraph = placed->cell == before.cell && is_prose(*placed) && is_prose(before);
    const bool is_elsewhere = placed->in_furniture != before.in_furniture || placed->region != before.region;
    is_layout = is_layout || is_paragraph || is_elsewhere;
    bytes += placed->block.text.size();
  }
  if (is_layout || bytes > max_row_bytes) return;
  for (auto placed = first + 1; placed != blocks_.end(); ++placed) {
    first->block.text += placed->cell == (placed - 1)->cell ? "\n" : cell_separator;
    first->block.text += placed->block.text;
    first->link_bytes += placed->link_bytes;
  }
  first->block.kind = BlockKind::table_row;
  blocks_.erase(first + 1, blocks_.end());
}

std::vector<Block> HtmlBlocks::take() {
  flush();
  return select_text(std::move(blocks_), regions_);
}

std::string html_line(std::string_view html) {
  class Text : public HtmlHandler {
   public:
    void start(std::string_view, const HtmlAttributes&) override {}
    void end(std::string_view) override {}
    void text(std::string_view text) override { all.append(text); }
    std::string all;
  } text;
  read_html(html, text);
  return collapse_whitespace(clean_text(text.all));
}

}  // namespace dossier
