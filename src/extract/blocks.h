// What extractors do with blocks, whatever the format.
#pragma once

#include <string_view>
#include <vector>

#include "charset.h"
#include "dossier/extract/extracted_document.h"
#include "dossier/extract/extractor.h"

namespace dossier {

// Paragraphs of cleaned text: parted by empty lines, or by indented first lines where there are hardly any empty ones.
// Line breaks inside a paragraph stay.
std::vector<Block> split_paragraphs(std::string_view text);

// Ok, or partial with bad_encoding where bytes had to be replaced.
Outcome encoding_outcome(const DecodedText& decoded);

// Gives a document to the sink as the only one of its file: cut to the limit of its text, or skipped as no_text where it has
// neither a word nor a title. Returns its outcome, which is the file's.
Outcome give(ExtractedDocument&& document, const ExtractionLimits& limits, const DocumentSink& sink);

// Cuts the text of `blocks` to so many bytes in all. False if there was nothing to cut.
bool cut_blocks(std::vector<Block>& blocks, std::uint64_t most);

}  // namespace dossier
