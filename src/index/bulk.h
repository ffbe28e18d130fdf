// When new text is worth segments and a merge.
#pragma once

#include <cstdint>

namespace dossier {

// Of text, about. Taking a passage out costs Xapian's writer as much as putting one in.
inline constexpr std::uint64_t kPassageBytes = 800;

// In the time that Xapian's writer takes for a byte of text, a merge reads and writes so many bytes of the
// database; and no more come to the disk (docs/decisions/0015-segments.md). A batch of less than the second
// has no time to win.
inline constexpr std::uint64_t kMergedWhileWriting = 500;
inline constexpr std::uint64_t kLeastMerged = 256 << 10;

inline bool is_bulk(std::uint64_t text_bytes, std::uint64_t database_bytes) noexcept {
  return text_bytes >= kLeastMerged && text_bytes * kMergedWhileWriting >= database_bytes;
}

}  // namespace dossier
