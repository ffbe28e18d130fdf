#include "glass_reader.h"

#include <fcntl.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <fstream>
#include <iterator>

#include "durable.h"
#include "glass_encoding.h"

namespace dossier::glass {
namespace {

constexpr std::size_t kHeader = 11;
constexpr std::size_t kSmallestItem = 3;
constexpr std::uint32_t kMostLevels = 10;
constexpr std::uint32_t kOnly = 0x6000;  // an item that is all of an entry
constexpr std::uint32_t kSmallestBlock = 2048, kLargestBlock = 65536;

std::uint32_t get16(const char* at) {
  return static_cast<std::uint32_t>(static_cast<unsigned char>(at[0]) << 8 |
                                    static_cast<unsigned char>(at[1]));
}

}  // namespace

std::uint32_t ItemRun::offset(std::uint32_t item) const noexcept {
  return get16(block + kHeader + 2 * std::size_t{item});
}

std::uint32_t ItemRun::end(std::uint32_t item) const noexcept {
  const std::uint32_t at = offset(item);
  return at + (get16(block + at) & 0x1FFF) + 3;
}

std::string_view ItemRun::key(std::uint32_t item) const noexcept {
  const char* at = block + offset(item);
  return {at + 3, static_cast<unsigned char>(at[2])};
}

Version read_version(const std::string& database) {
  std::ifstream file(database + "/iamglass", std::ios::binary);
  return decode_version(std::string(std::istreambuf_iterator<char>(file), {}));
}

TableReader::TableReader(const std::string& database, Table table, const Root& root)
    : root_(root), path_(table_path(database, table)) {
  if (root.is_fake) return;
  if (root.level >= kMostLevels || root.block_bytes < kSmallestBlock || root.block_bytes > kLargestBlock)
    throw_damaged("its version file");
  fd_ = open(path_.c_str(), O_RDONLY | O_CLOEXEC);
  if (fd_ < 0) throw_system_error(errno, "open", path_);
  posix_fadvise(fd_, 0, 0, POSIX_FADV_SEQUENTIAL);
  steps_.resize(root.level + 1);
  try {
    enter(root.block, root.level);
  } catch (...) {
    close(fd_);
    throw;
  }
}

TableReader::~TableReader() {
  if (fd_ >= 0) close(fd_);
}

void TableReader::enter(std::uint32_t number, std::uint32_t level) {
  level_ = level;
  Step& step = steps_[level];
  step.block.resize(root_.block_bytes);
  const auto offset = static_cast<off_t>(std::uint64_t{number} * root_.block_bytes);
  const ssize_t count = pread(fd_, step.block.data(), step.block.size(), offset);
  if (count < 0) throw_system_error(errno, "read", path_);
  const std::uint32_t directory_end = get16(&step.block[9]);
  if (static_cast<std::size_t>(count) != step.block.size() || step.block[4] != static_cast<char>(level) ||
      directory_end < kHeader || directory_end > root_.block_bytes)
    throw_damaged("a block of a table");
  step.item = 0;
  step.items = (directory_end - static_cast<std::uint32_t>(kHeader)) / 2;
}

// The next item of the next leaf that has one.
bool TableReader::next_item(Item& item) {
  while (level_ < steps_.size()) {
    Step& step = steps_[level_];
    if (step.item == step.items) {
      ++level_;
      continue;
    }
    const std::uint32_t offset = get16(&step.block[kHeader + 2 * step.item++]);
    if (offset + kSmallestItem > root_.block_bytes) throw_damaged("an entry of a table");
    const std::string_view bytes = std::string_view(step.block).substr(offset);
    if (level_ > 0) {
      if (bytes.size() < 4) throw_damaged("a branch of a table");
      enter(get16(bytes.data()) << 16 | get16(bytes.data() + 2), level_ - 1);
      continue;
    }
    const std::uint32_t head = get16(bytes.data());
    const std::uint32_t size = (head & 0x1FFF) + 3;
    const auto key = static_cast<unsigned char>(bytes[2]);
    item.is_compressed = (head & 0x8000) != 0;
    item.is_last = (head & 0x4000) != 0;
    item.is_first = (head & 0x2000) != 0;
    const std::size_t before = 3 + key + (item.is_first ? 0u : 2u);
    if (size > bytes.size() || before > size) throw_damaged("an entry of a table");
    item.key = bytes.substr(3, key);
    item.piece = bytes.substr(before, size - before);
    return true;
  }
  return false;
}

bool TableReader::next() {
  Item item;
  do {
    if (!next_item(item)) return false;
  } while (item.key.empty());  // what every table begins with
  if (!item.is_first) throw_damaged("a record of a table");
  key_.assign(item.key);
  is_compressed_ = item.is_compressed;
  tag_ = item.piece;
  is_whole_ = item.is_last;
  if (item.is_last) return true;
  joined_.assign(item.piece);
  while (!item.is_last) {
    if (!next_item(item) || item.key != key_) throw_damaged("a record of a table");
    joined_.append(item.piece);
  }
  tag_ = joined_;
  return true;
}

ItemRun TableReader::run_below(std::string_view bound) const {
  if (level_ != 0 || root_.block_bytes != block_bytes || !is_whole_) return {};
  const Step& step = steps_[0];
  ItemRun run{.block = step.block.data(), .first = step.item - 1};
  // How many there are may be anything from one to all of the leaf: steps that double, then halves.
  const auto is_below = [&](std::uint32_t count) {
    const std::uint32_t last = run.first + count - 1;
    return run.offset(last) + kSmallestItem < root_.block_bytes && run.end(last) <= root_.block_bytes &&
           run.key(last) < bound;
  };
  const std::uint32_t all = step.items - run.first;
  std::uint32_t below = 1, above = all + 1;
  if (!bound.empty() && !is_below(all)) {
    while (2 * below < above && is_below(2 * below)) below *= 2;
    above = std::min(above, 2 * below);
    while (above - below > 1) {
      const std::uint32_t middle = (below + above) / 2;
      (is_below(middle) ? below : above) = middle;
    }
  } else {
    below = all;
  }
  run.count = 1;
  while (run.count < below) {
    const std::uint32_t item = run.first + run.count, at = run.offset(item);
    const bool is_sound = at + kSmallestItem < root_.block_bytes && run.end(item) == run.offset(item - 1) &&
                          (get16(run.block + at) & kOnly) == kOnly &&
                          kSmallestItem + static_cast<unsigned char>(run.block[at + 2]) <= run.end(item) - at;
    if (!is_sound) break;
    ++run.count;
  }
  return run;
}

bool TableReader::skip(const ItemRun& run) {
  steps_[0].item = run.first + run.count;
  return next();
}

}  // namespace dossier::glass
