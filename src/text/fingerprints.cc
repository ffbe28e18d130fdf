#include "dossier/text/fingerprints.h"

#include <algorithm>

#include "dossier/core/hash.h"

namespace dossier {
namespace {

constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio (Knuth, 6.4)

}  // namespace

std::uint64_t Fingerprinter::hash_of(std::string_view word) noexcept {
  return hash_64(word);
}

void Fingerprinter::add(std::uint64_t word_hash) {
  words_[count_ % fingerprint_words] = word_hash;
  ++count_;
  if (count_ < fingerprint_words) return;
  std::uint64_t hash = 0;
  for (std::size_t i = 0; i < fingerprint_words; ++i)
    hash = (hash + words_[(count_ + i) % fingerprint_words]) * kFactor;
  // The high bits of a product are the well mixed ones.
  const Run run{hash >> (64 - fingerprint_bits), count_ - fingerprint_words};
  while (!window_.empty() && window_.back().hash >= run.hash) window_.pop_back();
  window_.push_back(run);
  if (window_.front().place + fingerprint_window <= run.place) window_.pop_front();
  if (least_.size() < least_fingerprints || run.hash < least_.back()) {
    const auto place = std::lower_bound(least_.begin(), least_.end(), run.hash);
    if (place == least_.end() || *place != run.hash) least_.insert(place, run.hash);
    if (least_.size() > least_fingerprints) least_.pop_back();
  }
  const bool full = run.place + 1 >= fingerprint_window;
  if (full && (chosen_.empty() || chosen_.back() != window_.front().hash))
    chosen_.push_back(window_.front().hash);
}

std::vector<std::uint64_t> Fingerprinter::fingerprints() const {
  if (count_ < least_fingerprinted_words) return {};
  std::vector<std::uint64_t> out = chosen_;
  out.insert(out.end(), least_.begin(), least_.end());
  std::sort(out.begin(), out.end());
  out.erase(std::unique(out.begin(), out.end()), out.end());
  return out;
}

}  // namespace dossier
