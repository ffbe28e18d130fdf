#include "office_blocks.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <iterator>
#include <set>
#include <utility>

#include "blocks.h"
#include "clean_text.h"
#include "dossier/core/utf8.h"
#include "furniture.h"

namespace dossier {
namespace {

constexpr std::size_t kHeadingBytes = 500;  // a longer one is a paragraph that somebody styled
constexpr std::size_t kTitleBlocks = 12;    // how far from the top a heading is taken for the title
constexpr std::size_t kMostFlows = 64;      // asides within asides
constexpr std::size_t kProseBytes = 200;    // from here on a block is a paragraph by its length
constexpr std::size_t kMaxLevel = 6;

bool has_letter(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    if (u_isalpha(static_cast<UChar32>(c))) return true;
    i = next;
  }
  return false;
}

}  // namespace

std::string block_text(std::string_view text) {
  const std::string clean = clean_text(text);
  std::string out;
  out.reserve(clean.size());
  for (const char c : clean) {
    const bool is_space = c == ' ' || c == '\t';
    if (is_space || c == '\n') {
      if (out.empty() || out.back() == '\n') continue;
      if (out.back() != ' ') {
        out += is_space ? ' ' : '\n';
      } else if (c == '\n') {
        out.back() = '\n';
      }
    } else {
      out += c;
    }
  }
  return std::string(trim(out));
}

OfficeBlocks::OfficeBlocks(const ExtractionLimits& limits) : most_(limits.text_bytes) {
  flows_.emplace_back();
}

void OfficeBlocks::text(std::string_view text) {
  if (total_ > most_) return;
  total_ += text.size();
  std::string& pending = flows_.back().pending;
  const auto added = static_cast<std::ptrdiff_t>(pending.size());
  pending.append(text);
  std::replace(pending.begin() + added, pending.end(), '\n', ' ');
}

void OfficeBlocks::line_break() {
  if (total_++ <= most_) flows_.back().pending += '\n';
}

void OfficeBlocks::end_paragraph(BlockKind kind, std::size_t level) {
  Flow& flow = flows_.back();
  std::string text = block_text(flow.pending);
  flow.pending.clear();
  if (has_word(text)) {
    const bool is_heading = level > 0 && text.size() <= kHeadingBytes;
    Block block{.kind = is_heading ? BlockKind::heading : kind, .page = page_};
    block.level = static_cast<std::uint8_t>(is_heading ? std::min(level, kMaxLevel) : 0);
    block.text = std::move(text);
    place(std::move(block));
  }
  add_asides(flow);
}

void OfficeBlocks::place(Block&& block) {
  Flow& flow = flows_.back();
  const bool in_row = !flow.rows.empty();
  if (in_row && block.kind == BlockKind::heading) flow.rows.back().is_layout = true;
  flow.blocks.push_back({.block = std::move(block), .cell = in_row ? flow.rows.back().cell : 0});
}

void OfficeBlocks::add(const std::vector<Block>& blocks) {
  end_paragraph();
  for (const Block& block : blocks) {
    if (total_ > most_) return;
    total_ += block.text.size();
    place(Block(block));
  }
}

void OfficeBlocks::add_asides(Flow& flow) {
  if (!flow.rows.empty() || flow.asides.empty()) return;
  std::move(flow.asides.begin(), flow.asides.end(), std::back_inserter(flow.blocks));
  flow.asides.clear();
}

void OfficeBlocks::start_row() {
  end_paragraph();
  Flow& flow = flows_.back();
  // A table in a table: the outer one lays out a page.
  if (!flow.rows.empty()) flow.rows.back().is_layout = true;
  flow.rows.push_back({.first_block = flow.blocks.size()});
}

void OfficeBlocks::start_cell() {
  end_paragraph();
  Flow& flow = flows_.back();
  if (!flow.rows.empty()) ++flow.rows.back().cell;
}

void OfficeBlocks::end_row() {
  end_paragraph();
  Flow& flow = flows_.back();
  if (flow.rows.empty()) return;
  const Row row = flow.rows.back();
  flow.rows.pop_back();
  const auto first = flow.blocks.begin() + static_cast<std::ptrdiff_t>(row.first_block);
  bool is_layout = row.is_layout || first == flow.blocks.end();
  std::size_t bytes = 0;
  for (auto placed = first; placed != flow.blocks.end(); ++placed) {
    const auto is_prose = [](const Placed& p) { return p.block.text.size() >= kProseBytes; };
    bytes += placed->block.text.size();
    is_layout = is_layout || (placed != first && placed->cell == (placed - 1)->cell && is_prose(*placed) &&
                              is_prose(*(placed - 1)));
  }
  if (!is_layout && bytes <= max_row_bytes) {
    for (auto placed = first + 1; placed != flow.blocks.end(); ++placed) {
      first->block.text += placed->cell == (placed - 1)->cell ? "\n" : cell_separator;
      first->block.text += placed->block.text;
    }
    first->block.kind = BlockKind::table_row;
    flow.blocks.erase(first + 1, flow.blocks.end());
  }
  add_asides(flow);
}

void OfficeBlocks::start_aside() {
  // Those beyond are paragraphs of the last.
  if (flows_.size() < kMostFlows) flows_.emplace_back();
}

void OfficeBlocks::end_aside() {
  if (flows_.size() == 1) return;
  while (!flows_.back().rows.empty()) end_row();
  end_paragraph();
  Flow aside = std::move(flows_.back());
  flows_.pop_back();
  std::move(aside.blocks.begin(), aside.blocks.end(), std::back_inserter(flows_.back().asides));
}

std::vector<Block> OfficeBlocks::take() {
  while (flows_.size() > 1) end_aside();
  while (!flows_.back().rows.empty()) end_row();
  end_paragraph();
  std::vector<Block> blocks;
  blocks.reserve(flows_.back().blocks.size());
  for (Placed& placed : flows_.back().blocks) blocks.push_back(std::move(placed.block));
  return blocks;
}

void add_page_edges(std::vector<Block>& blocks, std::vector<Block>&& edges) {
  std::set<std::string> told;
  for (Block& block : edges) {
    if (!has_letter(block.text) || !told.insert(block.text).second) continue;
    if (block.kind == BlockKind::heading) block.kind = BlockKind::paragraph, block.level = 0;
    blocks.push_back(std::move(block));
  }
}

std::string title_of_blocks(const std::vector<Block>& blocks) {
  const auto end = blocks.begin() + static_cast<std::ptrdiff_t>(std::min(blocks.size(), kTitleBlocks));
  const auto heading =
      std::find_if(blocks.begin(), end, [](const Block& block) { return block.kind == BlockKind::heading; });
  return heading != end ? heading->text : guess_title(blocks);
}

}  // namespace dossier
