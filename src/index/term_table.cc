#include "dossier/index/term_table.h"

#include <algorithm>
#include <cstring>

#include "dossier/core/hash.h"

namespace dossier {

TermKey::TermKey(std::string_view name) noexcept {
  constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio (Knuth, 6.4)
  const std::size_t held = std::min<std::size_t>(name.size(), 7);
  std::memcpy(&begin, name.data(), held);  // which byte is where does not matter
  std::uint64_t mixed = 0;
  if (name.size() > held) {
    begin = begin << 8 | 0xFF;
    mixed = hash_64(name);
  } else {
    begin = begin << 8 | name.size();
    mixed = begin * kFactor;
  }
  hash = static_cast<std::uint32_t>(mixed >> 32);
}

void TermTable::make_room(std::size_t terms) {
  if (2 * terms < slots_.size()) return;
  std::size_t size = slots_.size();
  while (2 * terms >= size) size *= 2;
  std::vector<Slot> old(size);
  old.swap(slots_);
  for (const Slot& slot : old) {
    if (slot.term == 0) continue;
    std::size_t at = slot.hash & (size - 1);
    while (slots_[at].term != 0) at = (at + 1) & (size - 1);
    slots_[at] = slot;
  }
}

void TermTable::clear() noexcept {
  std::fill(slots_.begin(), slots_.end(), Slot{});
}

}  // namespace dossier
