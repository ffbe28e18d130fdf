#include "dossier/index/passage_postings.h"

#include <algorithm>
#include <bit>
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

PassagePostings::Reader::Reader(const PassagePostings& postings)
    : postings_(postings), names_(postings.term_list_), rest_(postings.postings_) {
  if (names_.empty()) return;
  glass::take_uint(names_);  // length of the document
  glass::take_uint(names_);  // number of terms
}

// Names share the beginning of the one before. The byte that says how much may hold the frequency too, which
// is then not behind the name.
bool PassagePostings::Reader::next() {
  if (count_ == postings_.numbers_.size()) return false;
  std::size_t shared = 0;
  bool has_wdf = true;
  if (count_ > 0) {
    shared = static_cast<unsigned char>(names_[0]);
    names_.remove_prefix(1);
    has_wdf = shared <= name_.size();
    if (!has_wdf) shared %= name_.size() + 1;
  }
  const auto more = static_cast<unsigned char>(names_[0]);
  names_.remove_prefix(1);
  name_.resize(shared);
  name_.append(glass::take_bytes(names_, more));
  if (has_wdf) glass::take_uint(names_);
  const std::string_view from = rest_;
  term_.name = name_;
  term_.wdf = static_cast<std::uint32_t>(glass::take_uint(rest_));
  term_.positions = glass::take_bytes(rest_, glass::take_uint(rest_));
  term_.posting = from.substr(0, from.size() - rest_.size());
  ++count_;
  return true;
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
  out.append(name_of(entry).substr(shared));
  if (!is_packed) glass::append_uint(out, entry.wdf);
}

void PostingCollector::sort_entries() {
  order_.clear();
  order_.reserve(entries_.size());
  for (std::uint32_t i = 0; i < entries_.size(); ++i) {
    order_.push_back({entries_[i].begin, i});
    __builtin_prefetch(name_of(entries_[i]).data());
  }
  std::sort(order_.begin(), order_.end(), [this](const Key& a, const Key& b) {
    if (a.begin != b.begin) return a.begin < b.begin;
    return name_of(entries_[a.entry]) < name_of(entries_[b.entry]);
  });
}

PassagePostings PostingCollector::pack() {
  sort_positions();
  sort_entries();
  PassagePostings out;
  out.numbers_id_ = terms_->id();
  out.numbers_.reserve(order_.size());
  std::size_t bytes = 0;
  for (const Entry& entry : entries_) {
    out.length_ += entry.wdf;
    bytes += entry.length;
  }
  if (!entries_.empty()) {
    out.term_list_.reserve(2 * bytes / 3);
    glass::append_uint(out.term_list_, out.length_);
    glass::append_uint(out.term_list_, entries_.size());
  }
  out.postings_.reserve(2 * places_.size() + 2 * entries_.size());
  const Entry* before = nullptr;
  std::string packed;
  for (const Key& key : order_) {
    const Entry& entry = entries_[key.entry];
    append_to_term_list(entry, before, out.term_list_);
    before = &entry;
    out.numbers_.push_back(entry.number);
    packed.clear();
    if (entry.positions > 0) {
      glass::append_positions(packed,
                              std::span(positions_).subspan(first_position_[key.entry], entry.positions));
    }
    glass::append_uint(out.postings_, entry.wdf);
    glass::append_string(out.postings_, packed);
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
