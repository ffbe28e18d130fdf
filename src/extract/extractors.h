// The formats that are read. One file each; a row in formats.cc makes it known.
#pragma once

#include "dossier/extract/extractor.h"

namespace dossier {

const Extractor& plain_text_extractor();   // plain_text.cc
const Extractor& markdown_extractor();     // markdown.cc
const Extractor& html_extractor();         // html.cc
const Extractor& jsonl_extractor();        // jsonl.cc

// Paragraphs of cleaned text: parted by empty lines, or by indented first lines where there are hardly any empty ones.
// Line breaks inside a paragraph stay. plain_text.cc
std::vector<Block> split_paragraphs(std::string_view text);

}  // namespace dossier
