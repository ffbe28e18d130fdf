// A page as its blocks of text and the elements they stand in.
#pragma once

#include <cstdint>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "html_roles.h"

namespace dossier {

// A block with what is known of it and of the place where it stood. Lengths are in columns: a letter is one,
// a character of a script without small words (Chinese, Thai ...) two.
struct PlacedBlock {
  Block block;
  std::uint32_t length = 0;
  std::uint32_t link_length = 0;  // of it, what are links
  std::uint32_t marks = 0;        // commas, full stops and the like
  std::uint32_t element = 0;      // the innermost it stands in
  std::uint32_t cell = 0;         // of its table's row, from 1; 0: in none
};

// An element that can hold blocks. Elements stand in the order of their start tags: those inside one follow
// it up to `end`, and so do their blocks.
struct PageElement {
  std::uint32_t parent = 0;
  std::uint32_t end = 0;
  std::uint32_t first_block = 0;
  std::uint32_t end_block = 0;
  HtmlRole role = HtmlRole::none;
  ElementKind kind = ElementKind::other;
};

struct HtmlPage {
  std::vector<PlacedBlock> blocks;
  std::vector<PageElement> elements;  // the first holds all others
};

}  // namespace dossier
