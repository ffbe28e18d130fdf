#include "unpacking.h"

#include <archive_entry.h>
#include <fmt/format.h>

#include <algorithm>
#include <new>

#include "dossier/core/utf8.h"

namespace dossier {

// Some of libarchive's filters start programs, and its reader of mtree opens files: neither is among these.
ArchiveReader open_archive(std::string_view bytes) {
  ArchiveReader reader(archive_read_new(), archive_read_free);
  if (reader == nullptr) throw std::bad_alloc();
  archive* a = reader.get();
  for (const auto support :
       {archive_read_support_filter_gzip, archive_read_support_filter_bzip2, archive_read_support_filter_xz,
        archive_read_support_filter_lzma, archive_read_support_filter_zstd, archive_read_support_filter_lz4,
        archive_read_support_filter_lzip, archive_read_support_filter_compress,
        archive_read_support_format_zip, archive_read_support_format_tar, archive_read_support_format_7zip,
        archive_read_support_format_rar, archive_read_support_format_rar5, archive_read_support_format_cpio,
        archive_read_support_format_raw, archive_read_support_format_empty}) {
    support(a);
  }
  archive_read_open_memory(a, bytes.data(), bytes.size());
  return reader;
}

bool ends_unpacking(int result) noexcept {
  return result != ARCHIVE_OK && result != ARCHIVE_WARN;
}

Outcome damaged(archive* reader, bool in_part) {
  const char* message = archive_error_string(reader);
  return {in_part ? Status::partial : Status::failed, Reason::damaged,
          message == nullptr ? "broken" : repair_utf8(message)};
}

// Block by block: archive_read_data() would drop what comes right before a break.
Unpacked unpack(archive* reader, Members& members) {
  Unpacked unpacked;
  const std::uint64_t most = members.most_bytes();
  while (true) {
    const void* block = nullptr;
    std::size_t size = 0;
    la_int64_t offset = 0;
    const int result = archive_read_data_block(reader, &block, &size, &offset);
    if (result == ARCHIVE_EOF) break;
    if (result == ARCHIVE_RETRY) continue;
    if (ends_unpacking(result)) {
      unpacked.outcome = damaged(reader, !unpacked.bytes.empty());
      break;
    }
    // A sparse file has holes.
    const std::uint64_t start = static_cast<std::uint64_t>(std::max<la_int64_t>(offset, 0));
    if (start > most || size > most - start) {
      unpacked.bytes.clear();
      unpacked.outcome = {Status::skipped, Reason::too_large, fmt::format("more than {} bytes", most)};
      members.unpacked(most + 1);
      return unpacked;
    }
    unpacked.bytes.resize(std::max<std::size_t>(unpacked.bytes.size(), start), '\0');
    unpacked.bytes.append(static_cast<const char*>(block), size);
  }
  members.unpacked(unpacked.bytes.size());
  return unpacked;
}

Unpacked unpack_single(std::string_view bytes, Members& members) {
  const ArchiveReader reader = open_archive(bytes);
  archive_entry* entry = nullptr;
  if (ends_unpacking(archive_read_next_header(reader.get(), &entry)))
    return {{}, damaged(reader.get(), false)};
  return unpack(reader.get(), members);
}

Outcome extract_in_part(const Outcome& outcome, const ExtractionInput& input, const DocumentSink& sink) {
  if (outcome.status == Status::failed || outcome.status == Status::skipped) return outcome;
  const Outcome own = extract(input, [&](ExtractedDocument&& document) {
    if (document.outcome.status == Status::ok) document.outcome = outcome;
    sink(std::move(document));
  });
  return own.status == Status::ok ? outcome : own;
}

}  // namespace dossier
