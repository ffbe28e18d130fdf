#include "html_blocks.h"

#include <algorithm>
#include <array>
#include <utility>

#include "blocks.h"
#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxElements = 1 << 20;  // of a page; more are not told apart
constexpr std::uint32_t kProseLength = 200;    // from here on a block is a paragraph by its length

bool is_space(char c) noexcept {
  return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

// Commas, full stops and question marks of Arabic, Armenian, Devanagari, Ethiopic, Chinese and Japanese.
bool is_wide_mark(std::string_view at) noexcept {
  static constexpr auto kMarks = std::to_array<std::string_view>(
      {"،", "؛", "؟", "։", "।", "።", "、", "。", "！", "，", "：", "；", "？"});
  return std::any_of(kMarks.begin(), kMarks.end(),
                     [&](std::string_view mark) { return at.starts_with(mark); });
}

// Reads like a paragraph that somebody wrote.
bool is_prose(const PlacedBlock& placed) noexcept {
  return placed.length >= kProseLength && placed.link_length * 4 < placed.length;
}

bool is_item(std::string_view name) noexcept {
  return name == "li" || name == "dt" || name == "dd";
}

// A block of `text` with its measures.
PlacedBlock measured(std::string_view text) {
  PlacedBlock placed{.block = {.text = std::string(text)}};
  for (std::size_t i = 0; i < text.size(); ++i) {
    const auto byte = static_cast<unsigned char>(text[i]);
    if (byte < 0x80) {
      const bool ends = i + 1 == text.size() || is_space(text[i + 1]);
      placed.marks += ends && std::string_view(".,;:!?").find(text[i]) != std::string_view::npos;
      ++placed.length;
    } else if (byte >= 0xC0) {
      placed.length += byte >= 0xE0 ? 2 : 1;
      placed.marks += is_wide_mark(text.substr(i, 3));
    }
  }
  return placed;
}

}  // namespace

HtmlBlocks::HtmlBlocks() {
  page_.elements.emplace_back();
}

void HtmlBlocks::start(std::string_view name, const HtmlAttributes& attributes) {
  const HtmlRole role = html_role(name, attributes);
  const bool seen = hidden_ == 0;
  const bool holds_blocks = is_block_element(name) || role > HtmlRole::hidden;
  // What was collected belongs to the place that is being left. What is hidden in a paragraph does not part
  // it.
  if (seen && holds_blocks) flush();
  hidden_ += role == HtmlRole::hidden;
  const bool in_page = hidden_ == 0 && holds_blocks && page_.elements.size() < kMaxElements;
  open_.push_back({.role = role, .in_page = in_page});
  if (in_page) open_element(name, attributes, role);
  if (hidden_ == 0) start_seen(name);
}

void HtmlBlocks::open_element(std::string_view name, const HtmlAttributes& attributes, HtmlRole role) {
  page_.elements.push_back({.parent = element_,
                            .first_block = static_cast<std::uint32_t>(page_.blocks.size()),
                            .role = role,
                            .kind = element_kind(name, attributes)});
  element_ = static_cast<std::uint32_t>(page_.elements.size() - 1);
}

void HtmlBlocks::close_element() {
  PageElement& closed = page_.elements[element_];
  closed.end = static_cast<std::uint32_t>(page_.elements.size());
  closed.end_block = static_cast<std::uint32_t>(page_.blocks.size());
  element_ = closed.parent;
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
  if (name == "tr") {
    rows_.push_back({.element = element_,
                     .first_element = static_cast<std::uint32_t>(page_.elements.size()),
                     .first_block = static_cast<std::uint32_t>(page_.blocks.size()),
                     .is_layout = heading_ > 0});
  }
  if (!rows_.empty() && (name == "td" || name == "th")) ++rows_.back().cell;
}

void HtmlBlocks::end(std::string_view name) {
  const Open closed = open_.back();
  open_.pop_back();
  const bool holds_blocks = is_block_element(name) || closed.role > HtmlRole::hidden;
  if (hidden_ == 0 && holds_blocks) flush();
  if (hidden_ == 0) end_seen(name);
  if (closed.in_page) close_element();
  hidden_ -= closed.role == HtmlRole::hidden;
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
  if (hidden_ > 0) return;
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
  const std::size_t before = std::max<std::size_t>(pending_.size(), 1);
  pending_.clear();
  space_ = false;
  superscript_ = 0;
  const std::size_t links = std::exchange(link_bytes_, 0);
  if (!has_word(text)) return;
  PlacedBlock placed = measured(text);
  placed.link_length = static_cast<std::uint32_t>(static_cast<std::uint64_t>(placed.length) *
                                                  std::min(links, before) / before);
  placed.element = element_;
  placed.cell = rows_.empty() ? 0 : rows_.back().cell;
  placed.block.level = heading_;
  placed.block.kind = heading_ > 0        ? BlockKind::heading
                      : preformatted_ > 0 ? BlockKind::preformatted
                      : items_ > 0        ? BlockKind::list_item
                                          : BlockKind::paragraph;
  page_.blocks.push_back(std::move(placed));
}

// Makes one block of what stands in a row, unless it lays out a page.
void HtmlBlocks::end_row() {
  const Row row = rows_.back();
  rows_.pop_back();
  std::vector<PlacedBlock>& blocks = page_.blocks;
  const auto first = blocks.begin() + row.first_block;
  if (row.is_layout || first == blocks.end()) return;
  // One cell with several blocks is a column of text.
  bool is_layout = blocks.end() - first > 1 && first->cell == blocks.back().cell;
  std::size_t bytes = first->block.text.size();
  for (auto placed = first + 1; placed != blocks.end(); ++placed) {
    const PlacedBlock& before = *(placed - 1);
    is_layout = is_layout || (placed->cell == before.cell && is_prose(*placed) && is_prose(before));
    bytes += placed->block.text.size();
  }
  const auto inside = page_.elements.begin() + row.first_element;
  is_layout = is_layout || std::any_of(inside, page_.elements.end(), [](const PageElement& element) {
                return element.role != HtmlRole::none;
              });
  if (is_layout || bytes > max_row_bytes) return;
  for (auto placed = first + 1; placed != blocks.end(); ++placed) {
    first->block.text += placed->cell == (placed - 1)->cell ? "\n" : cell_separator;
    first->block.text += placed->block.text;
    first->length += placed->length;
    first->link_length += placed->link_length;
    first->marks += placed->marks;
  }
  first->block.kind = BlockKind::table_row;
  first->element = row.element;
  blocks.erase(first + 1, blocks.end());
  page_.elements.erase(inside, page_.elements.end());
}

HtmlPage HtmlBlocks::take() {
  flush();
  while (element_ != 0) close_element();
  close_element();
  return std::move(page_);
}

std::vector<Block> html_fragment(std::string_view html) {
  HtmlBlocks reader;
  read_html(html, reader);
  std::vector<Block> blocks;
  for (PlacedBlock& placed : reader.take().blocks) blocks.push_back(std::move(placed.block));
  return blocks;
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
