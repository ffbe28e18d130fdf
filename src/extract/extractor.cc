#include "dossier/extract/extractor.h"

#include <fmt/format.h>

#include "charset.h"

namespace dossier {
Outcome extract(const ExtractionInput& input, const DocumentSink& sink) {
  if (input.bytes.size() > input.limits.file_bytes) {
    return {Status::skipped, Reason::too_large, fmt::format("more than {} bytes", input.limits.file_bytes)};
  }
  if (input.bytes.empty()) return {Status::skipped, Reason::empty, "no bytes"};
  const Format* format = recognise_format(input.name, input.bytes);
  if (format == nullptr) return {Status::skipped, Reason::binary, "binary data of no known format"};
  if (format->extractor == nullptr) {
    return {Status::skipped, Reason::unsupported_format,
            fmt::format("{} ({})", format->media_type, format->name)};
  }
  if (format->content == Content::text && is_binary(input.bytes)) {
    return {Status::skipped, Reason::binary, fmt::format("named like {}, but is binary data", format->name)};
  }
  return format->extractor->extract(input, sink);
}

}  // namespace dossier
