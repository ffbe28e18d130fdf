// A hash table of terms to their numbers. A slot holds what tells a short term from all others, so that the
// name, which lies anywhere in the memory, is looked at for long ones alone.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

namespace dossier {

// What a term is sought by.
struct TermKey {
  explicit TermKey(std::string_view name) noexcept;

  std::uint64_t begin = 0;  // the first seven bytes and the length; 255 for the length of a longer term
  std::uint32_t hash = 0;
};

class TermTable {
 public:
  struct Slot {
    std::uint64_t begin = 0;
    std::uint32_t hash = 0;
    std::uint32_t term = 0;  // its number from 1; 0: free
  };

  // The slot of a term, a free one if it is not there: to be filled by `fill` before the next call. `name_of`
  // gives the name of a number.
  template <typename NameOf>
  Slot& find(const TermKey& key, std::string_view name, NameOf&& name_of) {
    std::size_t at = key.hash & (slots_.size() - 1);
    for (;; at = (at + 1) & (slots_.size() - 1)) {
      Slot& slot = slots_[at];
      if (slot.term == 0) return slot;
      if (slot.begin == key.begin && slot.hash == key.hash &&
          (is_whole(key) || name_of(slot.term - 1) == name))
        return slot;
    }
  }
  static void fill(Slot& slot, const TermKey& key, std::uint32_t number) noexcept {
    slot = {key.begin, key.hash, number + 1};
  }

  void make_room(std::size_t terms);  // for so many in all
  void prefetch(const TermKey& key) const noexcept {
    __builtin_prefetch(&slots_[key.hash & (slots_.size() - 1)], 1);
  }
  // The number from 1 of a term that find() may look at; 0: none.
  std::uint32_t likely(const TermKey& key) const noexcept {
    const Slot& slot = slots_[key.hash & (slots_.size() - 1)];
    return slot.hash == key.hash && !is_whole(key) ? slot.term : 0;
  }
  void clear() noexcept;
  std::size_t bytes() const noexcept { return slots_.capacity() * sizeof(Slot); }

 private:
  static bool is_whole(const TermKey& key) noexcept { return (key.begin & 0xFF) != 0xFF; }

  std::vector<Slot> slots_ = std::vector<Slot>(256);
};

}  // namespace dossier
