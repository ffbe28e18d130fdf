// What the postlist table holds, cut into chunks: posting lists of terms, the lengths of the documents,
// values.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "glass_table.h"

namespace dossier::glass {

// A part of a posting list as a chunk has it: the frequency of its first entry, and of each other the
// distance to it and the frequency.
struct PostingRun {
  std::uint32_t first = 0;  // docids
  std::uint32_t last = 0;
  std::string body;

  void add(std::uint32_t docid, std::uint32_t wdf);
  void append(const PostingRun& run);

 private:
  void extend_to(std::uint32_t docid);
};

// The same of values.
struct ValueChunk {
  std::uint32_t first = 0;
  std::uint32_t last = 0;
  std::string tag;

  void add(std::uint32_t docid, std::string_view value);
  std::string key(std::uint32_t slot) const;
};

// Keys of the postlist table that are no term's begin with a zero byte and one of these.
inline constexpr std::string_view metadata_key("\0\xC0", 2);
inline constexpr std::string_view value_statistics_key("\0\xD0", 2);
inline constexpr std::string_view value_chunk_key("\0\xD8", 2);
inline constexpr std::string_view lengths_key("\0\xE0", 2);

// Entries that are sorted before they are written.
using Entries = std::vector<std::pair<std::string, std::string>>;

// Cuts posting lists into chunks and gives these to a table, one list after the other.
class PostingListWriter {
 public:
  explicit PostingListWriter(TableWriter& table) : table_(table) {}

  // Begins the list of a term that is in so many documents, so often.
  void begin_term(std::string_view term, std::uint64_t documents, std::uint64_t occurrences);
  void begin_lengths();  // those of the documents, as a posting list
  void begin_encoded_term(std::string_view key, std::uint64_t documents, std::uint64_t occurrences);
  void add(std::uint32_t docid, std::uint32_t wdf);
  void add(const PostingRun& run);
  void end();

 private:
  void begin(std::uint64_t documents, std::uint64_t occurrences);
  void make_room();
  void write_chunk(bool is_last);

  TableWriter& table_;
  std::string first_key_, next_key_;  // the second before the docid
  std::uint64_t documents_ = 0;
  std::uint64_t occurrences_ = 0;
  PostingRun chunk_;
  bool is_first_ = true;  // the chunk
  std::string key_, tag_;
};

// How many values a slot has, and between which they lie.
struct ValueStatistics {
  std::uint32_t count = 0;
  std::string least, most;

  void add(std::string_view value);
  void append_entry(std::uint32_t slot, Entries& out) const;
};

// The values of one slot, by docid.
class ValueColumn {
 public:
  void add(std::uint32_t docid, std::string_view value);
  // The chunks and the statistics as entries.
  void finish(std::uint32_t slot, Entries& out);
  std::uint64_t bytes() const noexcept { return bytes_; }

 private:
  ValueStatistics statistics_;
  std::vector<ValueChunk> chunks_;  // all but the last are full
  std::uint64_t bytes_ = 0;
};

}  // namespace dossier::glass
