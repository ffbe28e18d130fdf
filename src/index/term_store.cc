#include "term_store.h"

#include <sys/mman.h>

#include <algorithm>
#include <cstring>
#include <new>

#include "dossier/core/error.h"
#include "glass_encoding.h"

namespace dossier {
namespace {

// Sets of numbers, of half a MB each, that are known at once; of more the oldest is forgotten.
constexpr std::size_t kMostKnown = 32;
constexpr std::uint32_t kAddress = sizeof(std::uint32_t);  // a piece ends with the next one's address
constexpr std::size_t kMostBlocks = (1ull << 32) / PiecePool::block_bytes;

// Bytes of a term's n-th piece, address and all: from 20, enough for what most terms have, doubling to 4 KB.
std::uint32_t piece_bytes(std::uint32_t n) noexcept {
  return kAddress + (16u << std::min(n, 8u));
}

}  // namespace

std::uint32_t PiecePool::take(std::uint32_t size) {
  if (used_ + size > block_bytes) {
    if (blocks_.size() == kMostBlocks) throw Error(ErrorCode::internal, "a segment too large to be built");
    char* block = static_cast<char*>(std::aligned_alloc(block_bytes, block_bytes));
    if (block == nullptr) throw std::bad_alloc();
    madvise(block, block_bytes, MADV_HUGEPAGE);  // terms lie anywhere: with small pages each look is two
    blocks_.emplace_back(block);
    used_ = 0;
  }
  const auto address = static_cast<std::uint32_t>((blocks_.size() - 1) * block_bytes + used_);
  used_ += size;
  return address;
}

std::string_view TermStore::name(const Term& term) const noexcept {
  const char* at = pool_.at(term.name);
  return {at + 1, static_cast<unsigned char>(*at)};
}

std::uint64_t TermStore::bytes() const noexcept {
  constexpr std::uint64_t kSorting = 28;  // a term
  std::uint64_t known = 0;
  for (const auto& [id, terms] : known_) known += terms.capacity() * sizeof(terms[0]);
  return known + pool_.bytes() + terms_.capacity() * sizeof(Term) + table_.bytes() + kSorting * terms_.size();
}

std::uint32_t TermStore::find_or_add(const TermKey& key, std::string_view name) {
  TermTable::Slot& slot =
      table_.find(key, name, [this](std::uint32_t number) { return this->name(terms_[number]); });
  if (slot.term != 0) return slot.term - 1;
  Term added;
  added.name = pool_.take(static_cast<std::uint32_t>(name.size() + 1));
  char* bytes = pool_.at(added.name);
  *bytes = static_cast<char>(name.size());
  std::copy(name.begin(), name.end(), bytes + 1);
  TermTable::fill(slot, key, static_cast<std::uint32_t>(terms_.size()));
  terms_.push_back(added);
  return static_cast<std::uint32_t>(terms_.size() - 1);
}

// Fills found_ with the numbers of a passage's terms.
void TermStore::find_terms(const PassagePostings& postings) {
  Known& known = known_of(postings);
  const auto& numbers = postings.numbers();
  found_.resize(numbers.size());
  std::transform(numbers.begin(), numbers.end(), found_.begin(),
                 [&](std::uint32_t number) { return known[number]; });
  if (std::find(found_.begin(), found_.end(), 0u) != found_.end()) find_unknown(postings, known);
}

// The same of those whose number says nothing yet: by their names. What is looked at is all over the memory
// and asked for before, one thing after the other.
void TermStore::find_unknown(const PassagePostings& postings, Known& known) {
  sought_.clear();
  sought_names_.clear();
  std::size_t place = 0;
  postings.for_each_name([&](std::string_view name) {
    const std::size_t here = place++;
    if (found_[here] != 0) return;
    sought_.push_back({TermKey(name), sought_names_.size(), name.size(), here});
    sought_names_.append(name);
  });
  table_.make_room(terms_.size() + sought_.size());
  for (const Sought& term : sought_) table_.prefetch(term.key);
  for (const Sought& term : sought_) {
    if (const std::uint32_t likely = table_.likely(term.key); likely != 0)
      __builtin_prefetch(&terms_[likely - 1]);
  }
  for (const Sought& term : sought_) {
    if (const std::uint32_t likely = table_.likely(term.key); likely != 0)
      __builtin_prefetch(pool_.at(terms_[likely - 1].name));
  }
  for (const Sought& term : sought_) {
    const std::string_view name = std::string_view(sought_names_).substr(term.name, term.length);
    found_[term.place] = known[postings.numbers()[term.place]] = find_or_add(term.key, name) + 1;
  }
}

TermStore::Known& TermStore::known_of(const PassagePostings& postings) {
  Known& known = known_[postings.numbers_id()];
  if (known_.size() > kMostKnown)
    known_.erase(known_.begin()->first == postings.numbers_id() ? std::next(known_.begin()) : known_.begin());
  if (postings.numbers_end() > known.size())
    known.resize(std::max<std::size_t>(postings.numbers_end(), 2 * known.size()));
  return known;
}

void TermStore::prefetch_found() const {
  for (const std::uint32_t number : found_) __builtin_prefetch(&terms_[number - 1], 1);
  for (const std::uint32_t number : found_) {
    const Term& term = terms_[number - 1];
    if (term.pieces > 0) __builtin_prefetch(pool_.at(term.end), 1);
  }
}

// Each posting is the distance to the docid before, the frequency, and the packed positions with their
// length.
void TermStore::add(std::uint32_t docid, const PassagePostings& postings) {
  find_terms(postings);
  prefetch_found();
  auto number = found_.begin();
  postings.for_each_posting([&](const PackedPosting& posting) {
    Term& term = terms_[*number++ - 1];
    write(term, docid - term.last_docid, posting.bytes);
    term.last_docid = docid;
    ++term.documents;
    term.occurrences += posting.wdf;
    most_wdf_ = std::max(most_wdf_, posting.wdf);
  });
}

void TermStore::write(Term& term, std::uint32_t gap, std::string_view posting) {
  if (glass::max_uint32_bytes + posting.size() > term.room) {
    posting_.clear();
    glass::append_uint(posting_, gap);
    posting_ += posting;
    return write(term, posting_);
  }
  char* const begin = pool_.at(term.end);
  char* const end = std::copy(posting.begin(), posting.end(), glass::put_uint(begin, gap));
  term.end += static_cast<std::uint32_t>(end - begin);
  term.room = static_cast<std::uint16_t>(term.room - (end - begin));
}

void TermStore::write(Term& term, std::string_view bytes) {
  while (!bytes.empty()) {
    if (term.room == 0) {
      const std::uint32_t size = piece_bytes(term.pieces);
      const std::uint32_t piece = pool_.take(size);
      if (term.pieces == 0)
        term.first_piece = piece;
      else
        std::memcpy(pool_.at(term.end), &piece, kAddress);
      term.end = piece;
      term.room = static_cast<std::uint16_t>(size - kAddress);
      if (term.pieces < 0xFFFF) ++term.pieces;
    }
    const std::size_t count = std::min<std::size_t>(term.room, bytes.size());
    std::memcpy(pool_.at(term.end), bytes.data(), count);
    term.end += static_cast<std::uint32_t>(count);
    term.room = static_cast<std::uint16_t>(term.room - count);
    bytes.remove_prefix(count);
  }
}

// All of a term's postings; in `buffer` where they are in several pieces.
std::string_view TermStore::gather(const Term& term, std::string& buffer) const {
  buffer.clear();
  std::uint32_t piece = term.first_piece;
  for (std::uint32_t n = 0;; ++n) {
    const std::uint32_t payload = piece_bytes(n) - kAddress;
    const std::uint32_t end_of_piece = piece + payload;
    const bool is_last = term.end >= piece && term.end <= end_of_piece;
    const std::string_view held(pool_.at(piece), is_last ? term.end - piece : payload);
    if (is_last && n == 0) return held;
    buffer.append(held);
    if (is_last) return buffer;
    std::memcpy(&piece, pool_.at(end_of_piece), kAddress);
  }
}

bool TermStore::take(std::string_view& rest, Posting& posting) {
  if (rest.empty()) return false;
  posting.docid += static_cast<std::uint32_t>(glass::take_uint(rest));
  posting.wdf = static_cast<std::uint32_t>(glass::take_uint(rest));
  posting.positions = glass::take_bytes(rest, glass::take_uint(rest));
  return true;
}

void TermStore::prefetch(const std::vector<std::uint32_t>& order, std::size_t i) const noexcept {
  constexpr std::size_t kNear = 6, kFar = 12;
  if (i + kFar < order.size()) __builtin_prefetch(&terms_[order[i + kFar]]);
  if (i + kNear >= order.size()) return;
  const Term& soon = terms_[order[i + kNear]];
  __builtin_prefetch(pool_.at(soon.name));
  __builtin_prefetch(pool_.at(soon.first_piece));
}

std::vector<std::uint32_t> TermStore::sorted() const {
  struct Key {
    std::uint64_t begin, next;  // the name's first sixteen bytes: nearly all comparisons need no more
    std::uint32_t number;
  };
  const auto eight = [](std::string_view bytes) {
    std::uint64_t value = 0;
    for (std::size_t i = 0; i < 8; ++i)
      value = value << 8 | (i < bytes.size() ? static_cast<unsigned char>(bytes[i]) : 0u);
    return value;
  };
  std::vector<Key> keys(terms_.size());
  for (std::uint32_t i = 0; i < terms_.size(); ++i) {
    const std::string_view bytes = name(terms_[i]);
    keys[i] = {eight(bytes), bytes.size() > 8 ? eight(bytes.substr(8)) : 0, i};
  }
  std::sort(keys.begin(), keys.end(), [this](const Key& a, const Key& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    if (a.next != b.next) return a.next < b.next;
    return name(terms_[a.number]) < name(terms_[b.number]);
  });
  std::vector<std::uint32_t> numbers(keys.size());
  std::transform(keys.begin(), keys.end(), numbers.begin(), [](const Key& key) { return key.number; });
  return numbers;
}

}  // namespace dossier
