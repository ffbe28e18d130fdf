#include "dossier/extract/extractor.h"

#include <fmt/format.h>

#include <algorithm>

#include "charset.h"

namespace dossier {

std::optional<LostPart> MemberWalk::start_part(std::uint32_t number) {
  if (number != 0 && place == lost.place) {
    const auto found = std::find_if(lost.parts.begin(), lost.parts.end(),
                                    [&](const LostPart& known) { return known.number == number; });
    if (found != lost.parts.end()) return *found;
  }
  part = number;
  tell();
  return std::nullopt;
}

void MemberWalk::tell() const {
  if (at) at(*this);
}

Outcome extract(const ExtractionInput& input, const DocumentSink& sink) {
  if (input.walk == nullptr) {
    MemberWalk walk;
    ExtractionInput file = input;
    file.walk = &walk;
    return extract(file, sink);
  }
  if (input.walk->place.empty()) input.walk->packed = input.bytes.size();
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
