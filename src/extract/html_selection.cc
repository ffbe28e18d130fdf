#include "html_selection.h"

#include <algorithm>

namespace dossier {
namespace {

// If furniture leaves less text than this, and less than a quarter of all, it was none.
constexpr std::size_t kLittleText = 250;  // bytes
// So many links in a row, each short, are a menu.
constexpr std::size_t kMenuItems = 4;
constexpr std::size_t kMenuItemBytes = 30;
constexpr std::size_t kProseBytes = 200;  // from here on a block is a paragraph by its length

void mark_menus(std::vector<PlacedBlock>& blocks) {
  const auto is_menu_item = [](const PlacedBlock& placed) {
    const std::size_t size = placed.block.text.size();
    return !placed.in_content && size <= kMenuItemBytes && placed.link_bytes * 10 >= size * 8;
  };
  for (std::size_t i = 0; i < blocks.size();) {
    std::size_t end = i;
    while (end < blocks.size() && is_menu_item(blocks[end])) ++end;
    if (end - i >= kMenuItems) {
      for (std::size_t k = i; k < end; ++k) blocks[k].in_furniture = true;
    }
    i = std::max(end, i + 1);
  }
}

// What is not prose in a suspect region is furniture, unless most of its text is prose.
void mark_suspects(std::vector<PlacedBlock>& blocks, const std::vector<PageRegion>& regions) {
  std::vector<bool> is_furniture(regions.size());
  for (std::size_t i = 0; i < regions.size(); ++i) {
    const PageRegion& region = regions[i];
    const bool in_furniture = region.parent != no_region && is_furniture[region.parent];
    is_furniture[i] = region.suspect && (in_furniture || region.prose_bytes * 2 <= region.bytes);
  }
  for (PlacedBlock& placed : blocks) {
    const bool suspect = placed.region != no_region && is_furniture[placed.region];
    placed.in_furniture = placed.in_furniture || (suspect && !is_prose(placed));
  }
}

}  // namespace

bool is_prose(const PlacedBlock& placed) noexcept {
  return placed.block.text.size() >= kProseBytes && placed.link_bytes * 4 < placed.block.text.size();
}

std::vector<Block> select_text(std::vector<PlacedBlock>&& blocks, const std::vector<PageRegion>& regions) {
  mark_menus(blocks);
  mark_suspects(blocks, regions);
  std::size_t all = 0;
  std::size_t kept = 0;
  std::size_t content = 0;
  for (const PlacedBlock& placed : blocks) {
    const std::size_t size = placed.block.text.size();
    all += size;
    if (!placed.in_furniture) kept += size;
    if (!placed.in_furniture && placed.in_content) content += size;
  }
  const bool keep_all = kept < kLittleText && kept * 4 < all;
  const bool content_only = content * 2 > kept && content > kLittleText;
  std::vector<Block> out;
  for (PlacedBlock& placed : blocks) {
    const bool is_main_heading = placed.block.kind == BlockKind::heading && placed.block.level == 1;
    const bool is_text = !placed.in_furniture && (!content_only || placed.in_content || is_main_heading);
    if (keep_all || is_text) out.push_back(std::move(placed.block));
  }
  return out;
}

}  // namespace dossier
