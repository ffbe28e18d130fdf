// Reads a glass table from its first entry to its last.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "glass_version.h"

namespace dossier::glass {

// Reads a database's version file. Throws Error(no_index).
Version read_version(const std::string& database);

// Entries of one leaf as they lie in it, one behind the other, the first one last: what can be copied at
// once. None is cut up.
struct ItemRun {
  const char* block = nullptr;
  std::uint32_t first = 0;  // in the block's directory
  std::uint32_t count = 0;

  std::uint32_t offset(std::uint32_t item) const noexcept;  // of one of them, in the block
  std::uint32_t end(std::uint32_t item) const noexcept;
  std::string_view key(std::uint32_t item) const noexcept;
};

// Holds a block of each level. Every one is checked before it is used: a damaged table ends in
// Error(no_index).
class TableReader {
 public:
  TableReader(const std::string& database, Table table, const Root& root);
  ~TableReader();
  TableReader(const TableReader&) = delete;
  TableReader& operator=(const TableReader&) = delete;

  bool next();  // false: there are no more
  // Of the entry; they hold until the next call of next().
  std::string_view key() const noexcept { return key_; }
  std::string_view tag() const noexcept { return tag_; }
  bool is_compressed() const noexcept { return is_compressed_; }

  // The entry and those behind it in its leaf, as far as their keys are below `bound` (empty: no bound) and
  // they lie side by side; empty if the entry itself cannot be copied so. Holds until the next call of
  // next(), which goes on behind the entry, or of skip().
  ItemRun run_below(std::string_view bound) const;
  bool skip(const ItemRun& run);  // next(), behind the run

 private:
  // The block of a level on the way from the root to the entry.
  struct Step {
    std::string block;
    std::uint32_t item = 0;  // the next one
    std::uint32_t items = 0;
  };
  struct Item {
    std::string_view key;
    std::string_view piece;
    bool is_compressed = false, is_first = false, is_last = false;
  };

  void enter(std::uint32_t number, std::uint32_t level);
  bool next_item(Item& item);

  Root root_;
  std::string path_;
  int fd_ = -1;
  std::vector<Step> steps_;  // by level
  std::uint32_t level_ = 0;  // that is looked at
  std::string key_;
  std::string_view tag_;
  std::string joined_;  // a tag that was cut up
  bool is_compressed_ = false;
  bool is_whole_ = false;  // the entry is one item
};

}  // namespace dossier::glass
