// What became of a file, and why: the closed lists of the ledger.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace dossier {

// What became of a file.
enum class Status : std::uint8_t { ok, partial, skipped, failed };

// Why it was not ok. A closed list; docs/formats.md says what each means and what to do.
enum class Reason : std::uint8_t {
  none,
  unsupported_format,  // no extractor for it
  empty,               // no bytes
  no_text,             // bytes, but no words in them
  no_text_layer,       // pages that are images: scanned, not read
  binary,              // named like text, but is not
  too_large,           // above the size limit, or cut at the text limit
  encrypted,           // a password or a licence is needed to read it
  damaged,             // broken so that some or all of it was lost
  bad_records,         // some records of the file could not be read
  bad_encoding,        // some bytes fit no charset and were replaced
  unreadable,          // no permission, or a read error
  not_a_file,          // FIFO, socket, device
  bad_link,            // symbolic link: loop, dangling, or to outside the folder
  crashed,             // its worker died
  timed_out,           // its worker took too long
  out_of_memory,       // its worker needed too much memory
};

// "ok", "partial", ...; "unsupported-format", ... Both with dashes, as users see them.
std::string_view status_name(Status status) noexcept;
std::string_view reason_name(Reason reason) noexcept;  // none gives ""
std::optional<Status> parse_status(std::string_view name) noexcept;
std::optional<Reason> parse_reason(std::string_view name) noexcept;

struct Outcome {
  Status status = Status::ok;
  Reason reason = Reason::none;
  std::string detail;  // for people: "line 3: not an object"; may be empty
  friend bool operator==(const Outcome&, const Outcome&) = default;
};

}  // namespace dossier
