// What extractors do with blocks, whatever the format.
#pragma once

#include <string_view>
#include <vector>

#include "charset.h"
#include "dossier/extract/extracted_document.h"
#include "dossier/extract/extractor.h"

namespace dossier {

// Paragraphs of cleaned text: parted by empty lines, by indented first lines where there are hardly any empty
// ones, and by every line end where lines are longer than anybody wraps them. Line breaks inside a paragraph
// stay.
std::vector<Block> split_paragraphs(std::string_view text);

// Preformatted text without the line ends before and the white space behind it.
std::string_view trim_preformatted(std::string_view text) noexcept;

// Ok, or partial with bad_encoding where bytes had to be replaced.
Outcome encoding_outcome(const DecodedText& decoded);

// Gives a document to the sink as the only one of its file: cut to its limits, or skipped as no_text where it
// has neither a word nor a title. Returns its outcome, which is the file's.
Outcome give(ExtractedDocument&& document, const ExtractionLimits& limits, const DocumentSink& sink);

// Cuts a document to what may be passed on: its text to limits.text_bytes, the number of its blocks, the
// length of its metadata. Gives what was cut of the text, for people, or an empty string.
std::string cut_to_limits(ExtractedDocument& document, const ExtractionLimits& limits);

inline constexpr std::size_t max_blocks = 1 << 20;  // of a document

// A row of a data table is one block: its cells parted by this,
inline constexpr std::string_view cell_separator = " | ";
// unless there is more text in it: then it lays out a page.
inline constexpr std::size_t max_row_bytes = 2000;

}  // namespace dossier
