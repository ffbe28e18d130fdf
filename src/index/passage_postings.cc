#include "dossier/index/passage_postings.h"

#include <algorithm>
#include <bit>
#include <functional>
#include <span>

#include "dossier/core/error.h"
#include "dossier/index/schema.h"
#include "glass_encoding.h"

namespace dossier {
namespace {

constexpr std::size_t kMostKeyBytes =
    249;  // of a term in a key of the position table: 255 less end and docid
constexpr std::size_t kSmallestTable = 256;

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

std::uint64_t PassagePostings::bytes() const noexcept {
  std::uint64_t total = sizeof *this + term_list_.capacity() + positions_.capacity() + 4 * hashes_.capacity();
  for (const auto& [slot, value] : values_) total += sizeof(values_[0]) + value.capacity();
  return total;
}

void PassagePostings::set_value(std::uint32_t slot, std::string value) {
  const auto at =
      std::lower_bound(values_.begin(), values_.end(), slot,
                       [](const auto& held, std::uint32_t wanted) { return held.first < wanted; });
  const bool is_there = at != values_.end() && at->first == slot;
  if (value.empty()) {
    if (is_there) values_.erase(at);
  } else if (is_there) {
    at->second = std::move(value);
  } else {
    values_.emplace(at, slot, std::move(value));
  }
}

PassagePostings::Reader::Reader(const PassagePostings& postings)
    : postings_(postings), names_(postings.term_list_), positions_(postings.positions_) {
  if (names_.empty()) return;
  glass::take_uint(names_);  // length of the document
  glass::take_uint(names_);  // number of terms
}

// Names share the beginning of the one before; docs of the format call the byte that says how much "packed"
// where it holds the frequency too.
bool PassagePostings::Reader::next() {
  if (count_ == postings_.hashes_.size()) return false;
  std::uint64_t shared = 0;
  std::uint64_t wdf = 0;
  bool has_wdf = false;
  if (count_ > 0) {
    shared = static_cast<unsigned char>(names_[0]);
    names_.remove_prefix(1);
    if (shared > name_.size()) {
      has_wdf = true;
      wdf = shared / (name_.size() + 1) - 1;
      shared %= name_.size() + 1;
    }
  }
  const auto more = static_cast<unsigned char>(names_[0]);
  names_.remove_prefix(1);
  name_.resize(shared);
  name_.append(glass::take_bytes(names_, more));
  if (!has_wdf) wdf = glass::take_uint(names_);
  const std::uint64_t packed = glass::take_uint(positions_);
  term_ = {name_, static_cast<std::uint32_t>(wdf), postings_.hashes_[count_],
           glass::take_bytes(positions_, packed)};
  ++count_;
  return true;
}

void PostingCollector::clear() {
  names_.clear();
  entries_.clear();
  places_.clear();
  values_.clear();
  std::fill(table_.begin(), table_.end(), 0);
}

std::uint32_t PostingCollector::find_or_add(std::string_view term) {
  if (2 * entries_.size() >= table_.size()) grow();
  const std::uint32_t hash = hash_term(term);
  std::size_t at = hash & (table_.size() - 1);
  for (; table_[at] != 0; at = (at + 1) & (table_.size() - 1)) {
    const Entry& entry = entries_[table_[at] - 1];
    if (entry.hash == hash && name_of(entry) == term) return table_[at] - 1;
  }
  check_term(term);
  entries_.push_back({.begin = first_bytes(term),
                      .name = static_cast<std::uint32_t>(names_.size()),
                      .hash = hash,
                      .length = static_cast<std::uint8_t>(term.size())});
  names_.append(term);
  table_[at] = static_cast<std::uint32_t>(entries_.size());
  return table_[at] - 1;
}

void PostingCollector::grow() {
  table_.assign(std::max(kSmallestTable, 2 * table_.size()), 0);
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    std::size_t at = entries_[i].hash & (table_.size() - 1);
    while (table_[at] != 0) at = (at + 1) & (table_.size() - 1);
    table_[at] = i + 1;
  }
}

void PostingCollector::add_posting(std::string_view term, std::uint32_t position, std::uint32_t times) {
  const std::uint32_t entry = find_or_add(term);
  entries_[entry].wdf += times;
  ++entries_[entry].positions;
  places_.push_back({entry, position});
}

void PostingCollector::add_term(std::string_view term, std::uint32_t times) {
  entries_[find_or_add(term)].wdf += times;
}

void PostingCollector::add_value(std::uint32_t slot, std::string value) {
  values_.emplace_back(slot, std::move(value));
}

// The positions of each entry side by side, each list ascending; those of entry i begin at
// first_position_[i].
void PostingCollector::sort_positions() {
  first_position_.resize(entries_.size() + 1);
  std::uint32_t sum = 0;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    first_position_[i] = sum;
    sum += entries_[i].positions;
    entries_[i].positions = 0;
  }
  positions_.resize(places_.size());
  for (const Place& place : places_)
    positions_[first_position_[place.entry] + entries_[place.entry].positions++] = place.position;
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    const auto begin = positions_.begin() + first_position_[i];
    const auto end = begin + entries_[i].positions;
    const auto not_ascending = [](std::uint32_t a, std::uint32_t b) { return a >= b; };
    if (std::adjacent_find(begin, end, not_ascending) == end) continue;
    std::sort(begin, end);
    entries_[i].positions = static_cast<std::uint32_t>(std::unique(begin, end) - begin);
  }
}

// How many bytes two names share at their beginning. The first eight are compared at once.
std::size_t PostingCollector::shared_bytes(const Entry& one, const Entry& other) const noexcept {
  const std::size_t most = std::min(one.length, other.length);
  const auto equal = static_cast<std::size_t>(std::countl_zero(one.begin ^ other.begin)) / 8;
  if (equal < 8) return std::min(equal, most);
  const char* left = &names_[one.name];
  const char* right = &names_[other.name];
  std::size_t shared = std::min<std::size_t>(8, most);
  while (shared < most && left[shared] == right[shared]) ++shared;
  return shared;
}

// As Xapian packs them: what a term shares with the one before is left out, and a small frequency stands in
// the same byte.
void PostingCollector::append_to_term_list(const Entry& entry, const Entry* before, std::string& out) const {
  std::size_t shared = 0;
  bool is_packed = false;
  char head[2];
  char* end = head;
  if (before != nullptr) {
    shared = shared_bytes(entry, *before);
    const std::uint64_t packed = (std::uint64_t{entry.wdf} + 1) * (before->length + 1u) + shared;
    is_packed = entry.wdf < 127 && packed < 256;
    *end++ = static_cast<char>(is_packed ? packed : shared);
  }
  *end++ = static_cast<char>(entry.length - shared);
  out.append(head, end);
  out.append(names_, entry.name + shared, entry.length - shared);
  if (!is_packed) glass::append_uint(out, entry.wdf);
}

PassagePostings PostingCollector::pack() {
  sort_positions();
  order_.clear();
  for (std::uint32_t i = 0; i < entries_.size(); ++i) order_.push_back({entries_[i].begin, i});
  std::sort(order_.begin(), order_.end(), [this](const Key& a, const Key& b) {
    return a.begin != b.begin ? a.begin < b.begin : name_of(entries_[a.entry]) < name_of(entries_[b.entry]);
  });
  PassagePostings out;
  out.hashes_.reserve(order_.size());
  for (const Entry& entry : entries_) out.length_ += entry.wdf;
  if (!entries_.empty()) {
    out.term_list_.reserve(2 * names_.size() / 3);
    glass::append_uint(out.term_list_, out.length_);
    glass::append_uint(out.term_list_, entries_.size());
  }
  out.positions_.reserve(2 * places_.size() + entries_.size());
  const Entry* before = nullptr;
  std::string packed;
  for (const Key& key : order_) {
    const Entry& entry = entries_[key.entry];
    append_to_term_list(entry, before, out.term_list_);
    before = &entry;
    out.hashes_.push_back(entry.hash);
    packed.clear();
    if (entry.positions > 0) {
      glass::append_positions(packed,
                              std::span(positions_).subspan(first_position_[key.entry], entry.positions));
    }
    glass::append_string(out.positions_, packed);
  }
  for (const auto& [slot, value] : values_) out.set_value(slot, value);
  return out;
}

PassagePostings replace_fact(const PassagePostings& postings, std::string_view old_term,
                             std::string_view new_term) {
  PostingCollector collector;
  postings.for_each([&](const PackedTerm& term) {
    if (term.name == old_term) return;
    collector.add_term(term.name, term.wdf);
    if (term.positions.empty()) return;
    for (const std::uint32_t position : glass::read_positions(term.positions))
      collector.add_posting(term.name, position, 0);
  });
  collector.add_boolean_term(new_term);
  for (const auto& [slot, value] : postings.values()) collector.add_value(slot, value);
  return collector.pack();
}

Xapian::Document to_xapian(const PassagePostings& postings) {
  Xapian::Document document;
  postings.for_each([&](const PackedTerm& term) {
    const std::string name(term.name);
    document.add_term(name, term.wdf);
    if (term.positions.empty()) return;
    for (const std::uint32_t position : glass::read_positions(term.positions))
      document.add_posting(name, position, 0);
  });
  for (const auto& [slot, value] : postings.values()) document.add_value(slot, value);
  return document;
}

}  // namespace dossier
