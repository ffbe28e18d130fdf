// glass's version file, iamglass: which revision a database is of, where the root of each table is, and the
// database's statistics.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>

namespace dossier::glass {

inline constexpr std::uint32_t block_bytes = 8192;  // Xapian's default

// The tables in the order in which the version file has them.
enum class Table : std::uint8_t { postlist, docdata, termlist, position, spelling, synonym };
inline constexpr std::size_t table_count = 6;
std::string table_path(const std::string& database, Table table);

struct Root {
  std::uint32_t block = 0;
  std::uint32_t level = 0;  // 0: the root is a leaf
  bool is_sequential = true;
  bool is_fake = true;        // nothing is in the table
  std::uint64_t entries = 0;  // keys
  std::uint32_t block_bytes = glass::block_bytes;
  std::uint32_t compress_min = 0;  // bytes from which a later writer compresses; 0: never
  std::uint32_t blocks = 0;        // of the file; written, not read
};

// What a later writer compresses from, after Xapian.
std::uint32_t compress_min(Table table) noexcept;

// Of all documents. Bounds are exact where nothing was deleted.
struct Statistics {
  std::uint32_t documents = 0;
  std::uint32_t last_docid = 0;
  std::uint32_t least_length = 0;  // of those not empty
  std::uint32_t most_length = 0;
  std::uint32_t most_wdf = 0;
  std::uint64_t total_length = 0;
  std::uint32_t most_spelling = 0;  // frequency of a word in the spelling table

  void add(std::uint32_t docid, std::uint32_t length) noexcept;  // a document
};

struct Version {
  Version() noexcept;  // of a database of nothing

  std::uint32_t revision = 1;
  std::array<Root, table_count> roots;
  Statistics statistics;

  Root& root(Table table) noexcept { return roots[static_cast<std::size_t>(table)]; }
  const Root& root(Table table) const noexcept { return roots[static_cast<std::size_t>(table)]; }
};

// True if the installed Xapian is one whose databases were compared with those written here, and reads this
// format.
bool is_known_xapian();

// The file's bytes, with a new random identity.
std::string encode(const Version& version);
// Throws Error(no_index) for bytes that are no version file of this format.
Version decode_version(std::string_view bytes);

}  // namespace dossier::glass
