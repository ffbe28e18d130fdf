// Writes a glass table of entries that come in the order of their keys: one pass, no block read again.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "glass_reader.h"
#include "glass_version.h"

namespace dossier::glass {

// Makes the folder of a database that is not there yet. Throws Error(io).
void make_database_folder(const std::string& path);

// Writes the version file, without which a folder is no database. Throws Error(io).
void write_version(const std::string& database, const Version& version);

// A new file, for one writer.
class OutputFile {
 public:
  explicit OutputFile(std::string path);
  ~OutputFile();
  OutputFile(const OutputFile&) = delete;
  OutputFile& operator=(const OutputFile&) = delete;

  // Throws Error(io).
  void write_at(std::uint64_t offset, std::string_view bytes) const;

 private:
  std::string path_;
  int fd_;
};

class TableWriter {
 public:
  // Makes the file.
  TableWriter(const std::string& database, Table table);
  ~TableWriter();

  // Adds an entry. Keys ascend: Error(internal) for another. `is_compressed`: the tag was by zlib already.
  void append(std::string_view key, std::string_view tag, bool is_compressed = false);

  // Adds entries of another table of such blocks, copied side by side. Of their keys only the first is held
  // against what is there.
  void append(const ItemRun& run);

  // Writes what is left. The table is not to be used any more.
  Root finish();

 private:
  struct Block {
    std::array<char, block_bytes> bytes;
    std::uint32_t number = 0;
    std::uint32_t directory_end = 0;
    std::uint32_t items_begin = 0;

    std::size_t room() const noexcept { return items_begin - directory_end; }
  };
  // An item's place among all: keys that a tag is cut up under differ in the component.
  struct Place {
    std::string_view key;
    std::uint32_t component = 1;
  };

  Block& start_block(std::size_t level);
  char* add_item(Block& block, std::size_t size) const;
  void add_component(Place place, std::string_view piece, unsigned flags);
  void begin_leaf(Place place);
  void add_child(std::size_t level, std::uint32_t child, Place from);
  void add_child_item(Block& block, std::uint32_t child, Place from) const;
  Place separator(Place place) const;
  void write_block(std::size_t level);
  void flush();

  OutputFile file_;
  Root root_;
  std::vector<Block> open_;                 // the last block of each level
  std::vector<std::uint32_t> first_block_;  // number of the first block of each level
  std::uint32_t next_block_ = 0;
  std::string buffer_;               // blocks that are not yet in the file, side by side
  std::uint32_t buffered_from_ = 0;  // number of the first
  std::string_view last_key_;        // in the open leaf; in kept_key_ when that is new
  std::string kept_key_;
};

}  // namespace dossier::glass
