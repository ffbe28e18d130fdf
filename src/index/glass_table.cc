#include "glass_table.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <filesystem>
#include <system_error>

#include "dossier/core/error.h"
#include "durable.h"

namespace dossier::glass {
namespace {

constexpr std::size_t kHeader = 11;  // of a block
constexpr std::size_t kDirectoryEntry = 2;
constexpr std::size_t kMostItem = (block_bytes - kHeader - 4 * kDirectoryEntry) / 4;  // four in a block
constexpr std::size_t kBuffer = 1 << 20;
constexpr std::size_t kMostLevels = 10;

// A block carries the revision that wrote it, which is at most the database's; that is not known yet.
constexpr std::uint32_t kBlockRevision = 1;

constexpr unsigned kFirst = 0x2000, kLast = 0x4000, kCompressed = 0x8000;

[[noreturn]] void throw_out_of_order() {
  throw Error(ErrorCode::internal, "keys of a table are out of order");
}

void put16(char* at, std::size_t value) {
  at[0] = static_cast<char>(value >> 8);
  at[1] = static_cast<char>(value);
}

void put32(char* at, std::uint32_t value) {
  put16(at, value >> 16);
  put16(at + 2, value & 0xFFFF);
}

}  // namespace

void make_database_folder(const std::string& path) {
  std::error_code error;
  if (!std::filesystem::create_directory(path, error))
    throw_system_error(error ? error.value() : EEXIST, "make", path);
}

void write_version(const std::string& database, const Version& version) {
  OutputFile(database + "/iamglass").write_at(0, encode(version));
}

OutputFile::OutputFile(std::string path)
    : path_(std::move(path)), fd_(open(path_.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666)) {
  if (fd_ < 0) throw_system_error(errno, "create", path_);
}

OutputFile::~OutputFile() {
  close(fd_);
}

void OutputFile::write_at(std::uint64_t offset, std::string_view bytes) const {
  while (!bytes.empty()) {
    const ssize_t written = pwrite(fd_, bytes.data(), bytes.size(), static_cast<off_t>(offset));
    if (written < 0 && errno == EINTR) continue;
    if (written < 0) throw_system_error(errno, "write", path_);
    offset += static_cast<std::uint64_t>(written);
    bytes.remove_prefix(static_cast<std::size_t>(written));
  }
}

TableWriter::TableWriter(const std::string& database, Table table) : file_(table_path(database, table)) {
  root_.compress_min = compress_min(table);
  buffer_.reserve(kBuffer + block_bytes);
  open_.reserve(kMostLevels);
  // The least item of all, which every table begins with.
  put16(add_item(start_block(0), 3), kFirst | kLast);
}

TableWriter::~TableWriter() = default;

// A new last block of the level, which is there already or one above the highest.
TableWriter::Block& TableWriter::start_block(std::size_t level) {
  if (level == open_.size()) {
    if (level == kMostLevels) throw Error(ErrorCode::internal, "a table of too many levels");
    open_.emplace_back();
    first_block_.push_back(next_block_);
  }
  Block& block = open_[level];
  put32(block.bytes.data(), kBlockRevision);
  block.bytes[4] = static_cast<char>(level);
  block.number = next_block_++;
  block.directory_end = kHeader;
  block.items_begin = block_bytes;
  buffer_.append(block_bytes, '\0');  // where it will go
  return block;
}

char* TableWriter::add_item(Block& block, std::size_t size) const {
  block.items_begin -= static_cast<std::uint32_t>(size);
  put16(&block.bytes[block.directory_end], block.items_begin);
  block.directory_end += kDirectoryEntry;
  char* item = &block.bytes[block.items_begin];
  if (block.bytes[4] == 0) put16(item, size - 3);
  return item;
}

void TableWriter::append(std::string_view key, std::string_view tag, bool is_compressed) {
  if (key <= last_key_ || key.size() > 255) throw_out_of_order();
  const std::size_t around = key.size() + 5;  // a component's bytes beside its piece of the tag
  const std::size_t piece = kMostItem - around;
  const unsigned flags = is_compressed ? kCompressed : 0;
  ++root_.entries;
  if (tag.size() <= piece + 2) {
    return add_component({key, 1}, tag, flags | kFirst | kLast);
  }
  // The first component fills up the block, as Xapian's compaction has it, unless little would be gained.
  std::size_t count = piece + 2;
  std::size_t room = open_[0].room() % (kMostItem + kDirectoryEntry);
  if (room > kDirectoryEntry + around) {
    room -= kDirectoryEntry + around;
    if (room >= (tag.size() - 2) % piece || room >= key.size() + 34) count = room + 2;
  }
  unsigned part = kFirst;
  for (std::uint32_t component = 1; !tag.empty(); ++component) {
    if (component > 0xFFFF) throw Error(ErrorCode::internal, "a record too long for a table");
    const std::string_view now = tag.substr(0, count);
    tag.remove_prefix(now.size());
    add_component({key, component}, now, flags | part | (tag.empty() ? kLast : 0));
    part = 0;
    count = piece;
  }
}

void TableWriter::append(const ItemRun& run) {
  const std::uint32_t end = run.first + run.count;
  if (run.count > 0 && run.key(run.first) <= last_key_) throw_out_of_order();
  root_.entries += run.count;
  for (std::uint32_t first = run.first; first < end;) {
    Block& block = open_[0];
    const std::uint32_t top = run.end(first);
    const auto fits = [&](std::uint32_t last) {
      return top - run.offset(last) + kDirectoryEntry * (last + 1 - first) <= block.room();
    };
    if (!fits(first)) {
      begin_leaf({run.key(first), 1});
      continue;
    }
    std::uint32_t last = first, beyond = end;
    if (fits(end - 1)) last = end - 1;
    while (beyond - last > 1) {
      const std::uint32_t middle = last + (beyond - last) / 2;
      (fits(middle) ? last : beyond) = middle;
    }
    const std::uint32_t from = run.offset(last);
    block.items_begin -= top - from;
    std::copy_n(run.block + from, top - from, &block.bytes[block.items_begin]);
    for (std::uint32_t item = first; item <= last; ++item) {
      put16(&block.bytes[block.directory_end], run.offset(item) - from + block.items_begin);
      block.directory_end += kDirectoryEntry;
    }
    last_key_ = {&block.bytes[block.items_begin + 3], run.key(last).size()};
    first = last + 1;
  }
}

void TableWriter::add_component(Place place, std::string_view piece, unsigned flags) {
  const bool is_first = (flags & kFirst) != 0;
  const std::size_t size = 3 + place.key.size() + (is_first ? 0 : 2) + piece.size();
  if (size + kDirectoryEntry > open_[0].room()) begin_leaf(place);
  char* item = add_item(open_[0], size);
  put16(item, (size - 3) | flags);
  item[2] = static_cast<char>(place.key.size());
  char* at = std::copy(place.key.begin(), place.key.end(), item + 3);
  last_key_ = {item + 3, place.key.size()};
  if (!is_first) {
    put16(at, place.component);
    at += 2;
  }
  std::copy(piece.begin(), piece.end(), at);
}

void TableWriter::begin_leaf(Place place) {
  write_block(0);
  kept_key_.assign(last_key_);
  last_key_ = kept_key_;
  const std::uint32_t number = start_block(0).number;
  add_child(1, number, separator(place));
}

// What tells a new leaf that begins with `place` from the one before: as little of its key as does.
TableWriter::Place TableWriter::separator(Place place) const {
  if (place.key == last_key_) return place;
  const auto [mine, last] =
      std::mismatch(place.key.begin(), place.key.end(), last_key_.begin(), last_key_.end());
  const auto shared = static_cast<std::size_t>(mine - place.key.begin());
  return {place.key.substr(0, shared + 1), 1};
}

// Adds a block to the branches of its parents' level.
void TableWriter::add_child(std::size_t level, std::uint32_t child, Place from) {
  constexpr std::size_t kAround = 4 + 1 + 2;
  if (level == open_.size()) {
    // Until now one block was all of the level below; it is the left child.
    add_child_item(start_block(level), first_block_[level - 1], {{}, 0});
  }
  if (kAround + from.key.size() + kDirectoryEntry <= open_[level].room())
    return add_child_item(open_[level], child, from);
  write_block(level);
  const std::uint32_t number = start_block(level).number;
  add_child_item(open_[level], child, {{}, 0});
  add_child(level + 1, number, from);
}

void TableWriter::add_child_item(Block& block, std::uint32_t child, Place from) const {
  char* item = add_item(block, 4 + 1 + from.key.size() + 2);
  put32(item, child);
  item[4] = static_cast<char>(from.key.size());
  put16(std::copy(from.key.begin(), from.key.end(), item + 5), from.component);
}

void TableWriter::write_block(std::size_t level) {
  Block& block = open_[level];
  put16(&block.bytes[5], block.room());
  put16(&block.bytes[7], block.room());
  put16(&block.bytes[9], block.directory_end);
  std::fill(&block.bytes[block.directory_end], &block.bytes[block.items_begin], '\0');
  const std::string_view bytes(block.bytes.data(), block.bytes.size());
  if (block.number >= buffered_from_)
    bytes.copy(&buffer_[std::size_t{block.number - buffered_from_} * block_bytes], block_bytes);
  else
    file_.write_at(std::uint64_t{block.number} * block_bytes, bytes);
  if (buffer_.size() >= kBuffer) flush();
}

void TableWriter::flush() {
  file_.write_at(std::uint64_t{buffered_from_} * block_bytes, buffer_);
  buffered_from_ = next_block_;
  buffer_.clear();
}

Root TableWriter::finish() {
  for (std::size_t level = 0; level < open_.size(); ++level) write_block(level);
  flush();
  root_.is_fake = false;
  root_.level = static_cast<std::uint32_t>(open_.size() - 1);
  root_.block = open_.back().number;
  root_.blocks = next_block_;
  return root_;
}

}  // namespace dossier::glass
