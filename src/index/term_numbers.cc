#include "dossier/index/term_numbers.h"

#include <algorithm>
#include <atomic>

#include "dossier/core/error.h"
#include "dossier/index/schema.h"

namespace dossier {
namespace {

constexpr std::size_t kMostTerms = 1 << 17;
constexpr std::size_t kMostKeyBytes =
    249;  // of a term in a key of the position table: 255 less end and docid

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

TermNumbers::TermNumbers() : id_(next_id()) {}

std::uint32_t TermNumbers::number(std::string_view name) {
  table_.make_room(terms_.size() + 1);
  const TermKey key(name);
  TermTable::Slot& slot = table_.find(key, name, [this](std::uint32_t number) { return this->name(number); });
  if (slot.term != 0) return slot.term - 1;
  check_term(name);
  const auto number = static_cast<std::uint32_t>(terms_.size());
  terms_.push_back({.begin = first_bytes(name),
                    .name = static_cast<std::uint32_t>(names_.size()),
                    .length = static_cast<std::uint8_t>(name.size())});
  names_.append(name);
  TermTable::fill(slot, key, number);
  return number;
}

bool TermNumbers::is_full() const noexcept {
  return terms_.size() >= kMostTerms;
}

void TermNumbers::clear() {
  names_.clear();
  terms_.clear();
  table_.clear();
  id_ = next_id();
}

}  // namespace dossier
