// Which of a page's blocks are its text, and which stand around it.
#pragma once

#include <cstdint>
#include <limits>
#include <vector>

#include "dossier/extract/extracted_document.h"

namespace dossier {

inline constexpr std::size_t no_region = std::numeric_limits<std::size_t>::max();

// A block with what is known of the place where it stood.
struct PlacedBlock {
  Block block;
  std::size_t link_bytes = 0;      // of its text that are links
  std::size_t cell = 0;            // of its table's row, from 1; 0: in none
  std::size_t region = no_region;  // the innermost it stands in
  bool in_furniture = false;
  bool in_content = false;  // inside <main> or <article>
};

// An element that is named like furniture, or <main> or <article>, with the text inside.
struct PageRegion {
  std::size_t parent = no_region;  // the region around it, which stands before it
  bool suspect = false;            // named like furniture
  std::size_t bytes = 0;
  std::size_t prose_bytes = 0;
};

// True for a block that reads like a paragraph that somebody wrote.
bool is_prose(const PlacedBlock& placed) noexcept;

// Drops furniture, runs of short links, and suspect regions that are not prose for the most part; and
// everything outside <main> and <article> where most of the text is inside. Drops nothing if next to nothing
// would be left.
std::vector<Block> select_text(std::vector<PlacedBlock>&& blocks, const std::vector<PageRegion>& regions);

}  // namespace dossier
