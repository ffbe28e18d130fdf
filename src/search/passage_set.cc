#include "dossier/search/passage_set.h"

namespace dossier {
namespace {

// The bits of a word below `bits`, of 0 to 63.
std::uint64_t below(std::uint32_t bits) {
  return (std::uint64_t{1} << bits) - 1;
}

}  // namespace

void PassageSet::add_range(std::uint32_t first, std::uint32_t end) noexcept {
  for (std::uint32_t docid = first; docid < end; ++docid) add(docid);
}

PassageSet& PassageSet::operator|=(const PassageSet& other) noexcept {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] |= other.words_[i];
  return *this;
}

PassageSet& PassageSet::operator&=(const PassageSet& other) noexcept {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= other.words_[i];
  return *this;
}

PassageSet& PassageSet::operator-=(const PassageSet& other) noexcept {
  for (std::size_t i = 0; i < words_.size(); ++i) words_[i] &= ~other.words_[i];
  return *this;
}

std::uint32_t PassageSet::size() const noexcept {
  std::uint32_t count = 0;
  for (const std::uint64_t word : words_) count += static_cast<std::uint32_t>(std::popcount(word));
  return count;
}

std::uint32_t PassageSet::size_within(std::uint32_t first, std::uint32_t end) const noexcept {
  if (first >= end) return 0;
  const std::size_t last_word = end / kBits;
  std::size_t i = first / kBits;
  std::uint64_t word = words_[i] & ~below(first % kBits);
  std::uint32_t count = 0;
  for (; i < last_word; word = ++i < words_.size() ? words_[i] : 0)
    count += static_cast<std::uint32_t>(std::popcount(word));
  return count + static_cast<std::uint32_t>(std::popcount(word & below(end % kBits)));
}

}  // namespace dossier
