// The ledger's record of one path: what became of a file. No path ever seen is without one.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "dossier/document/outcome.h"

namespace dossier {

// A member of a file that holds others (an archive, a mailbox, a message) which was not wholly read.
struct MemberRecord {
  std::string member;  // what is appended to the file's path: "//a.zip//b.png"
  Outcome outcome;
  friend bool operator==(const MemberRecord&, const MemberRecord&) = default;
};

inline constexpr std::size_t max_member_records = 1000;  // of a file; more are counted in its outcome

struct FileRecord {
  std::string path;              // absolute, any bytes
  std::uint64_t size = 0;        // bytes, when it was read
  std::int64_t modified_ns = 0;  // its own time then, nanoseconds since 1970-01-01 UTC
  std::string hash;              // of its content (core/hash.h); empty if it was not read
  Outcome outcome;               // of the file itself; that of its members is beside it
  std::vector<MemberRecord> members;
  std::int64_t when = 0;  // when it was looked at last, seconds since 1970-01-01 UTC
  std::vector<std::uint32_t>
      documents;  // numbers of its documents in the index; shared by files of the same content
};

}  // namespace dossier
