#include "dossier/index/passage_postings.h"

#include <algorithm>
#include <bit>
#include <cstring>
#include <span>

#include "glass_encoding.h"

namespace dossier {

std::uint64_t PassagePostings::bytes() const noexcept {
  std::uint64_t total =
      sizeof *this + term_list_.capacity() + postings_.capacity() + sizeof(numbers_[0]) * numbers_.capacity();
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

PassagePostings::NameReader::NameReader(const PassagePostings& postings)
    : rest_(postings.term_list_), left_(postings.numbers_.size()) {
  if (rest_.empty()) return;
  glass::take_uint(rest_);  // length of the document
  glass::take_uint(rest_);  // number of terms
}

// Names share the beginning of the one before. The byte that says how much may hold the frequency too, which
// is then not behind the name.
bool PassagePostings::NameReader::next() {
  if (left_ == 0) return false;
  std::size_t shared = 0;
  bool has_wdf = true;
  if (!is_first_) {
    shared = static_cast<unsigned char>(rest_[0]);
    rest_.remove_prefix(1);
    has_wdf = shared <= length_;
    if (!has_wdf) shared %= length_ + 1;
  }
  is_first_ = false;
  const auto more = static_cast<unsigned char>(rest_[0]);
  rest_.remove_prefix(1);
  glass::take_bytes(rest_, more).copy(name_.data() + shared, name_.size() - shared);
  length_ = shared + more;
  if (has_wdf) glass::take_uint(rest_);
  --left_;
  return true;
}

PackedPosting PassagePostings::take_posting(std::string_view& rest) {
  const std::string_view from = rest;
  PackedPosting posting;
  posting.wdf = static_cast<std::uint32_t>(glass::take_uint(rest));
  posting.positions = glass::take_bytes(rest, glass::take_uint(rest));
  posting.bytes = from.substr(0, from.size() - rest.size());
  return posting;
}

PostingCollector::PostingCollector(std::shared_ptr<TermNumbers> numbers) : terms_(std::move(numbers)) {}
PostingCollector::~PostingCollector() = default;

PostingCollector::PostingCollector(const PostingCollector& other) {
  *this = other;
}

PostingCollector& PostingCollector::operator=(const PostingCollector& other) {
  terms_ = other.terms_;
  entries_ = other.entries_;
  places_ = other.places_;
  values_ = other.values_;
  places_of_terms_.resize(std::max(places_of_terms_.size(), terms_->size()));
  for (std::uint32_t i = 0; i < entries_.size(); ++i) places_of_terms_[entries_[i].number] = i;
  return *this;
}

void PostingCollector::clear() {
  entries_.clear();
  places_.clear();
  values_.clear();
}

PostingCollector::Entry& PostingCollector::add_entry(std::uint32_t number) {
  if (number >= places_of_terms_.size())
    places_of_terms_.resize(std::max(terms_->size(), 2 * places_of_terms_.size()));
  places_of_terms_[number] = static_cast<std::uint32_t>(entries_.size());
  const TermNumbers::Term& term = terms_->term(number);
  return entries_.emplace_back(
      Entry{.begin = term.begin, .number = number, .name = term.name, .length = term.length});
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
  const char* left = name_of(one).data();
  const char* right = name_of(other).data();
  std::size_t shared = std::min<std::size_t>(8, most);
  while (shared < most && left[shared] == right[shared]) ++shared;
  return shared;
}

// As Xapian packs them: what a term shares with the one before is left out, and a small frequency stands in
// the same byte.
char* PostingCollector::put_into_term_list(const Entry& entry, const Entry* before, char* at) const noexcept {
  std::size_t shared = 0;
  bool is_packed = false;
  if (before != nullptr) {
    shared = shared_bytes(entry, *before);
    const std::uint64_t packed = (std::uint64_t{entry.wdf} + 1) * (before->length + 1u) + shared;
    is_packed = entry.wdf < 127 && packed < 256;
    *at++ = static_cast<char>(is_packed ? packed : shared);
  }
  *at++ = static_cast<char>(entry.length - shared);
  at += name_of(entry).copy(at, entry.length, shared);
  return is_packed ? at : glass::put_uint(at, entry.wdf);
}

// By as much of the beginnings of the names as there is room for beside an entry's number, and by the names
// where those are equal.
void PostingCollector::sort_entries() {
  const auto bits = static_cast<unsigned>(std::bit_width(entries_.size()));
  const std::uint64_t low = (std::uint64_t{1} << bits) - 1;
  order_.resize(entries_.size());
  for (std::size_t i = 0; i < entries_.size(); ++i) {
    order_[i] = (entries_[i].begin & ~low) | i;
    __builtin_prefetch(name_of(entries_[i]).data());
  }
  std::sort(order_.begin(), order_.end());
  for (auto from = order_.begin(); from != order_.end();) {
    const auto to = std::find_if(from + 1, order_.end(),
                                 [&](std::uint64_t other) { return other >> bits != *from >> bits; });
    if (to != from + 1) {
      std::sort(from, to, [&](std::uint64_t a, std::uint64_t b) {
        return name_of(entries_[a & low]) < name_of(entries_[b & low]);
      });
    }
    from = to;
  }
  for (std::uint64_t& place : order_) place &= low;
}

// Overwrites packed_, as the next does.
std::string_view PostingCollector::pack_term_list(std::uint32_t length) {
  if (entries_.empty()) return {};
  std::size_t most = 2 * glass::max_uint_bytes;
  for (const Entry& entry : entries_) most += 2 + entry.length + glass::max_uint32_bytes;
  packed_.resize(std::max(packed_.size(), most));
  char* at = glass::put_uint(packed_.data(), length);
  at = glass::put_uint(at, entries_.size());
  const Entry* before = nullptr;
  for (const std::uint64_t place : order_) {
    const Entry& entry = entries_[place];
    at = put_into_term_list(entry, before, at);
    before = &entry;
  }
  return {packed_.data(), static_cast<std::size_t>(at - packed_.data())};
}

std::string_view PostingCollector::pack_postings() {
  const std::size_t around = 2 * glass::max_uint32_bytes + glass::max_positions_bytes(0);
  const std::size_t most = around * entries_.size() + glass::max_positions_bytes(places_.size());
  packed_.resize(std::max(packed_.size(), most));
  char* at = packed_.data();
  for (const std::uint64_t place : order_) {
    const Entry& entry = entries_[place];
    at = glass::put_uint(at, entry.wdf);
    if (entry.positions == 0) {
      *at++ = 0;
      continue;
    }
    // Behind their length, which nearly always takes one byte.
    char* const begin = at + 1;
    const char* const end =
        glass::put_positions(begin, std::span(positions_).subspan(first_position_[place], entry.positions));
    const auto bytes = static_cast<std::size_t>(end - begin);
    char length[glass::max_uint_bytes];
    const auto width = static_cast<std::size_t>(glass::put_uint(length, bytes) - length);
    if (width > 1) std::memmove(at + width, begin, bytes);
    at = std::copy(length, length + width, at) + bytes;
  }
  return {packed_.data(), static_cast<std::size_t>(at - packed_.data())};
}

PassagePostings PostingCollector::pack() {
  sort_positions();
  sort_entries();
  PassagePostings out;
  for (const Entry& entry : entries_) {
    out.length_ += entry.wdf;
    out.numbers_end_ = std::max(out.numbers_end_, entry.number + 1);
  }
  out.term_list_ = pack_term_list(out.length_);
  out.postings_ = pack_postings();
  out.numbers_id_ = terms_->id();
  out.numbers_.reserve(order_.size());
  for (const std::uint64_t place : order_) out.numbers_.push_back(entries_[place].number);
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
