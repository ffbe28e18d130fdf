// Archives and single compressed files, by libarchive: nothing is unpacked but to memory.
#include <archive.h>
#include <archive_entry.h>
#include <fmt/format.h>
#include <locale.h>

#include <algorithm>

#include "extractors.h"
#include "members.h"
#include "self_test.h"
#include "unpacking.h"

namespace dossier {
namespace {

// libarchive converts names to the charset of the thread's locale: UTF-8 while this lives.
class Utf8Names {
 public:
  Utf8Names() : locale_(newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr)), before_(uselocale(locale_)) {}
  ~Utf8Names() {
    uselocale(before_);
    if (locale_ != nullptr) freelocale(locale_);
  }
  Utf8Names(const Utf8Names&) = delete;
  Utf8Names& operator=(const Utf8Names&) = delete;

 private:
  locale_t locale_;
  locale_t before_;
};

Outcome extract_unpacked(const Unpacked& unpacked, ExtractionInput input, const DocumentSink& sink) {
  input.bytes = unpacked.bytes;
  return extract_in_part(unpacked.outcome, input, sink);
}

// Why a member is not to be unpacked; ok if it is.
Outcome refusal(archive_entry* entry, std::uint64_t most_bytes) {
  if (archive_entry_is_encrypted(entry) != 0)
    return {Status::skipped, Reason::encrypted, "it needs a password"};
  if (archive_entry_hardlink(entry) != nullptr || archive_entry_filetype(entry) == AE_IFLNK)
    return {Status::skipped, Reason::bad_link, "a link, not followed"};
  const auto type = archive_entry_filetype(entry);
  if (type != AE_IFREG && type != 0) return {Status::skipped, Reason::not_a_file, "not a regular file"};
  if (archive_entry_size_is_set(entry) != 0 && archive_entry_size(entry) < 0)
    return {Status::failed, Reason::damaged, "its size is negative"};
  if (archive_entry_size_is_set(entry) != 0 &&
      static_cast<std::uint64_t>(archive_entry_size(entry)) > most_bytes) {
    return {Status::skipped, Reason::too_large, fmt::format("{} bytes", archive_entry_size(entry))};
  }
  return {};
}

std::string name_of(archive_entry* entry) {
  // In the charset of old programs the name does not convert: its bytes are as they were.
  const char* name = archive_entry_pathname_utf8(entry);
  if (name == nullptr) name = archive_entry_pathname(entry);
  return name == nullptr ? std::string() : std::string(name);
}

// "report.txt" of "report.txt.gz", "a.tar" of "a.tgz".
std::string_view without_ending(std::string_view name) noexcept {
  const std::size_t dot = name.rfind('.');
  return dot == std::string_view::npos || dot == 0 ? name : name.substr(0, dot);
}

class ArchiveExtractor : public Extractor {
 public:
  explicit ArchiveExtractor(std::string (*pack)(const SampleMembers&)) : pack_(pack) {}

  std::string reader() const override { return archive_library(); }
  std::string sample() const override { return pack_({{"sample.txt", std::string(sample_words)}}); }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    const Utf8Names names;
    const ArchiveReader reader = open_archive(input.bytes);
    Members members(input, sink);
    while (members.more()) {
      archive_entry* entry = nullptr;
      const int result = archive_read_next_header(reader.get(), &entry);
      if (result == ARCHIVE_EOF) break;
      if (ends_unpacking(result)) return broken(reader.get(), members);
      if (archive_format(reader.get()) == ARCHIVE_FORMAT_RAW)
        return single(reader.get(), members, input, sink);
      if (archive_entry_filetype(entry) != AE_IFDIR) add(reader.get(), entry, members);
    }
    if (archive_format(reader.get()) == ARCHIVE_FORMAT_EMPTY)
      return {Status::skipped, Reason::empty, "no bytes in it"};
    if (members.count() == 0) return {Status::skipped, Reason::no_text, "there is no file in it"};
    return members.outcome();
  }

 private:
  static Outcome broken(archive* reader, const Members& members) {
    // Without a format libarchive cannot be asked.
    const bool known = archive_format(reader) != 0;
    if (members.count() == 0 && known && archive_read_has_encrypted_entries(reader) == 1)
      return {Status::skipped, Reason::encrypted, "it needs a password"};
    Outcome outcome = damaged(reader, members.count() > 0);
    if (members.count() > 0)
      outcome.detail = fmt::format("behind file {} of it: {}", members.count(), outcome.detail);
    return outcome;
  }

  static void add(archive* reader, archive_entry* entry, Members& members) {
    bool passed_over = true;
    members.add(name_of(entry), [&](const ExtractionInput& member, const DocumentSink& sink) {
      if (Outcome refused = refusal(entry, members.most_bytes()); refused.status != Status::ok)
        return refused;
      passed_over = false;
      return extract_unpacked(unpack(reader, members), member, sink);
    });
    // What is passed over has to be unpacked all the same where the archive is compressed as a whole.
    const bool whole = archive_filter_count(reader) > 1;
    if (whole && passed_over)
      members.unpacked(static_cast<std::uint64_t>(std::max<la_int64_t>(archive_entry_size(entry), 0)));
  }

  // A compressed file is the document itself.
  static Outcome single(archive* reader, Members& members, const ExtractionInput& input,
                        const DocumentSink& sink) {
    if (archive_filter_count(reader) < 2)
      return {Status::failed, Reason::damaged, "it begins like an archive and is none"};
    const Unpacked unpacked = unpack(reader, members);
    ExtractionInput inner = input;
    inner.name = without_ending(input.name);
    return extract_unpacked(unpacked, inner, sink);
  }

  std::string (*pack_)(const SampleMembers&);  // how the sample is made
};

}  // namespace

const Extractor& archive_extractor() {
  static const ArchiveExtractor extractor(&tar_sample);
  return extractor;
}

const Extractor& zip_extractor() {
  static const ArchiveExtractor extractor(&zip_sample);
  return extractor;
}

}  // namespace dossier
