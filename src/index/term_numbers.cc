#include "dossier/index/term_numbers.h"

#include <algorithm>
#include <atomic>
#include <functional>

#include "dossier/core/error.h"
#include "dossier/index/schema.h"

namespace dossier {
namespace {

constexpr std::size_t kMostTerms = 1 << 17;
constexpr std::size_t kMostKeyBytes =
    249;  // of a term in a key of the position table: 255 less end and docid
constexpr std::size_t kSmallestTable = 256;

std::uint64_t next_id() noexcept {
  static std::atomic<std::uint64_t> last = 0;
  return ++last;
}

std::uint64_t first_bytes(std::string_view name) {
  std::uint64_t begin = 0;
  for (std::size_t i = 0; i < 8; ++i)
    begin = begin << 8 | (i < name.size() ? static_cast<unsigned char>(name[i]) : 0u);
  return begin;
}

void check_term(std::string_view term) {
  const auto zeros = static_cast<std::size_t>(std::count(term.begin(), term.end(), '\0'));
  if (term.empty() || term.size() > schema::max_term_bytes || term.size() + zeros > kMostKeyBytes)
    throw Error(ErrorCode::internal, "a term of " + std::to_string(term.size()) + " bytes");
}

}  // namespace

std::uint32_t hash_term(std::string_view name) noexcept {
  return static_cast<std::uint32_t>(std::hash<std::string_view>{}(name));
}

TermNumbers::TermNumbers() : table_(kSmallestTable), id_(next_id()) {}

std::uint32_t TermNumbers::number(std::string_view name) {
  if (2 * terms_.size() >= table_.size()) grow();
  const std::uint32_t hash = hash_term(name);
  std::size_t at = hash & (table_.size() - 1);
  for (; table_[at] != 0; at = (at + 1) & (table_.size() - 1)) {
    const Term& known = terms_[table_[at] - 1];
    if (known.hash == hash && names().substr(known.name, known.length) == name) return table_[at] - 1;
  }
  check_term(name);
  terms_.push_back({.begin = first_bytes(name),
                    .name = static_cast<std::uint32_t>(names_.size()),
                    .hash = hash,
                    .length = static_cast<std::uint8_t>(name.size())});
  names_.append(name);
  table_[at] = static_cast<std::uint32_t>(terms_.size());
  return table_[at] - 1;
}

bool TermNumbers::is_full() const noexcept {
  return terms_.size() >= kMostTerms;
}

void TermNumbers::clear() {
  names_.clear();
  terms_.clear();
  std::fill(table_.begin(), table_.end(), 0);
  id_ = next_id();
}

void TermNumbers::grow() {
  table_.assign(2 * table_.size(), 0);
  for (std::uint32_t i = 0; i < terms_.size(); ++i) {
    std::size_t at = terms_[i].hash & (table_.size() - 1);
    while (table_[at] != 0) at = (at + 1) & (table_.size() - 1);
    table_[at] = i + 1;
  }
}

}  // namespace dossier
