// Sets of passages, as what counting works on.
#pragma once

#include <bit>
#include <cstdint>
#include <vector>

namespace dossier {

// Passages by their docid, a bit each.
class PassageSet {
 public:
  // Of docids up to `last`.
  explicit PassageSet(std::uint32_t last) : words_(last / kBits + 1) {}

  // `docid` must not be above `last`, here and below.
  void add(std::uint32_t docid) noexcept { words_[docid / kBits] |= bit(docid); }
  // All of [first, end).
  void add_range(std::uint32_t first, std::uint32_t end) noexcept;

  // The other set must be of docids up to the same.
  PassageSet& operator|=(const PassageSet& other) noexcept;
  PassageSet& operator&=(const PassageSet& other) noexcept;
  PassageSet& operator-=(const PassageSet& other) noexcept;

  std::uint32_t size() const noexcept;
  // How many of [first, end) are in it.
  std::uint32_t size_within(std::uint32_t first, std::uint32_t end) const noexcept;

  // Calls `visit` with each docid, ascending.
  template <typename Visit>
  void each(Visit&& visit) const {
    for (std::size_t i = 0; i < words_.size(); ++i) {
      for (std::uint64_t left = words_[i]; left != 0; left &= left - 1)
        visit(static_cast<std::uint32_t>(i * kBits) + static_cast<std::uint32_t>(std::countr_zero(left)));
    }
  }

 private:
  static constexpr std::uint32_t kBits = 64;
  static std::uint64_t bit(std::uint32_t docid) noexcept { return std::uint64_t{1} << (docid % kBits); }

  std::vector<std::uint64_t> words_;
};

}  // namespace dossier
