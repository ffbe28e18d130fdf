// What holds of every extraction, whatever the bytes.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>

#include "dossier/core/utf8.h"
#include "dossier/extract/extractor.h"

namespace dossier {

inline void check(bool holds) {
  if (!holds) __builtin_trap();
}

inline void check_text(std::string_view text) {
  check(is_valid_utf8(text));
  for (const char c : text)
    check(c == '\t' || c == '\n' || (static_cast<unsigned char>(c) >= 0x20 && c != 0x7F));
}

inline void check_document(const ExtractedDocument& document, const ExtractionLimits& limits) {
  check_text(document.member);
  check_text(document.file_name);
  check_text(document.outcome.detail);
  if (!document.is_document()) {
    check(!document.member.empty() && document.blocks.empty() && document.apart.empty() &&
          document.outcome.status != Status::ok);
    return;
  }
  check(!document.encoding.empty());
  check(document.outcome.status == Status::ok || document.outcome.status == Status::partial);
  const RawMetadata& metadata = document.metadata;
  for (const auto* field : {&metadata.id, &metadata.title, &metadata.author, &metadata.source,
                            &metadata.language, &metadata.url}) {
    check_text(*field);
  }
  for (const auto& [from, written] : metadata.dates) {
    check(!from.empty() && !written.empty());
    check_text(written);
  }
  std::size_t bytes = 0;
  for (const auto* blocks : {&document.blocks, &document.apart}) {
    for (const Block& block : *blocks) {
      check(!block.text.empty());
      check((block.kind == BlockKind::heading) == (block.level >= 1 && block.level <= 6));
      check_text(block.text);
      bytes += block.text.size();
    }
  }
  check(bytes <= limits.text_bytes);
}

// Extracts bytes as a file of that name. What is fed may differ from what stands in the name: content
// decides.
inline void check_extraction(std::string_view name, const std::uint8_t* data, std::size_t size,
                             const ExtractionOptions& options = {}) {
  const std::string_view bytes(reinterpret_cast<const char*>(data), size);
  const ExtractionLimits limits{.text_bytes = 1 << 16};
  std::size_t documents = 0;
  const Outcome outcome = extract({.name = name, .bytes = bytes, .limits = limits, .options = options},
                                  [&](ExtractedDocument&& document) {
                                    check_document(document, limits);
                                    ++documents;
                                  });
  check((outcome.status == Status::ok) == (outcome.reason == Reason::none));
  check((documents > 0) == (outcome.status == Status::ok || outcome.status == Status::partial));
  check_text(outcome.detail);
}

}  // namespace dossier
