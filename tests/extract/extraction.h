// What extract() gives for bytes, in a form that fits into a table.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/extract/extractor.h"

namespace dossier {

struct Extraction {
  Outcome outcome;
  std::vector<ExtractedDocument> documents;

  // The only document; an empty one if there is none or more.
  ExtractedDocument document() const { return documents.size() == 1 ? documents[0] : ExtractedDocument{}; }
};

inline Extraction extract_bytes(std::string_view name, std::string_view bytes,
                                const ExtractionLimits& limits = {}, const ExtractionOptions& options = {}) {
  Extraction extraction;
  extraction.outcome =
      extract({.name = name, .bytes = bytes, .limits = limits, .options = options},
              [&](ExtractedDocument&& document) { extraction.documents.push_back(std::move(document)); });
  return extraction;
}

// "skipped no-text", "ok".
inline std::string print(const Outcome& outcome) {
  std::string printed(status_name(outcome.status));
  if (outcome.reason != Reason::none) printed += " " + std::string(reason_name(outcome.reason));
  return printed;
}

// A block a line: "h2 Heading", "p Paragraph", "li Item", "tr Cell | Cell", "pre Code"; a line break inside
// is "\n".
inline std::string print(const std::vector<Block>& blocks) {
  std::string printed;
  for (const Block& block : blocks) {
    if (!printed.empty()) printed += '\n';
    switch (block.kind) {
      case BlockKind::heading:
        printed += "h" + std::to_string(block.level) + " ";
        break;
      case BlockKind::paragraph:
        printed += "p ";
        break;
      case BlockKind::list_item:
        printed += "li ";
        break;
      case BlockKind::table_row:
        printed += "tr ";
        break;
      case BlockKind::preformatted:
        printed += "pre ";
        break;
    }
    for (const char c : block.text) printed += c == '\n' ? std::string("\\n") : std::string(1, c);
  }
  return printed;
}

// Claims of dates: "where: written" a line.
inline std::string print(const std::vector<std::pair<std::string, std::string>>& dates) {
  std::string printed;
  for (const auto& [from, written] : dates) printed += (printed.empty() ? "" : "\n") + from + ": " + written;
  return printed;
}

}  // namespace dossier
