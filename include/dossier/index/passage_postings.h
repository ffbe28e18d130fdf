// What a passage is found by, packed as glass tables hold it: made once, in the threads that analyse, and
// then copied by the writer, which looks at no position and sorts no passage.
#pragma once

#include <array>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

#include "dossier/index/term_numbers.h"

namespace dossier {

// A term of a passage.
struct PackedTerm {
  std::string_view name;
  std::uint32_t wdf = 0;       // how often; 0: a fact
  std::string_view positions;  // packed; empty: none
};

// The same without its name.
struct PackedPosting {
  std::uint32_t wdf = 0;
  std::string_view positions;  // packed; empty: none
  std::string_view bytes;      // frequency and positions, each packed, the latter behind their length
};

// The terms of one passage by name, with their frequencies and positions, and its values by slot.
class PassagePostings {
 public:
  using Values = std::vector<std::pair<std::uint32_t, std::string>>;

  std::uint32_t length() const noexcept { return length_; }  // sum of the frequencies
  std::uint32_t terms() const noexcept { return static_cast<std::uint32_t>(numbers_.size()); }
  const std::vector<std::uint32_t>& numbers() const noexcept { return numbers_; }  // of the terms, in order
  std::uint64_t numbers_id() const noexcept { return numbers_id_; }                // TermNumbers::id of those
  const std::string& term_list() const noexcept {
    return term_list_;
  }                                                                    // the record of glass's termlist table
  std::uint32_t numbers_end() const noexcept { return numbers_end_; }  // above each of them
  const Values& values() const noexcept { return values_; }
  std::uint64_t bytes() const noexcept;  // of memory, about

  void set_value(std::uint32_t slot, std::string value);  // an empty one is none

  // Calls `visit` with each term. The term and its views hold for the call.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    std::string_view rest = postings_;
    for_each_name([&](std::string_view name) {
      const PackedPosting posting = take_posting(rest);
      visit(PackedTerm{name, posting.wdf, posting.positions});
    });
  }
  // With the names alone, and with all but the names, which is faster.
  template <typename Visit>
  void for_each_name(Visit&& visit) const {
    for (NameReader names(*this); names.next();) visit(names.name());
  }
  template <typename Visit>
  void for_each_posting(Visit&& visit) const {
    for (std::string_view rest = postings_; !rest.empty();) visit(take_posting(rest));
  }

 private:
  friend class PostingCollector;

  class NameReader {
   public:
    explicit NameReader(const PassagePostings& postings);
    bool next();
    std::string_view name() const noexcept { return {name_.data(), length_}; }

   private:
    std::string_view rest_;
    std::size_t left_;
    std::array<char, 256> name_;
    std::size_t length_ = 0;
    bool is_first_ = true;
  };

  static PackedPosting take_posting(std::string_view& rest);

  std::uint32_t length_ = 0;
  std::string term_list_;
  std::string postings_;  // of each term
  std::vector<std::uint32_t> numbers_;
  std::uint32_t numbers_end_ = 0;
  std::uint64_t numbers_id_ = 0;
  Values values_;
};

// Collects a passage's terms in any order. Takes no memory a term once it has met a large passage. A copy
// begins with what the other has collected: what all passages of a document share is collected once.
class PostingCollector {
 public:
  // Collectors of one thread share the numbers of their terms; they may be cleared when no collector has any.
  explicit PostingCollector(std::shared_ptr<TermNumbers> numbers = std::make_shared<TermNumbers>());
  PostingCollector(const PostingCollector& other);
  PostingCollector& operator=(const PostingCollector& other);
  ~PostingCollector();

  // Adds a position, and `times` to the frequency. As a name a term must be one that TermNumbers takes.
  void add_posting(std::uint32_t term, std::uint32_t position, std::uint32_t times = 1) {
    Entry& entry = find_or_add(term);
    entry.wdf += times;
    ++entry.positions;
    places_.push_back({static_cast<std::uint32_t>(&entry - entries_.data()), position});
  }
  void add_posting(std::string_view term, std::uint32_t position, std::uint32_t times = 1) {
    add_posting(terms_->number(term), position, times);
  }
  // Adds occurrences without a position.
  void add_term(std::uint32_t term, std::uint32_t times = 1) { find_or_add(term).wdf += times; }
  void add_term(std::string_view term, std::uint32_t times = 1) { add_term(terms_->number(term), times); }
  void add_boolean_term(std::string_view term) { add_term(term, 0); }
  void add_value(std::uint32_t slot, std::string value);  // of a slot the last one holds

  // What was collected. The collector is to be cleared or copied over before its next use.
  PassagePostings pack();
  void clear();

 private:
  struct Entry {
    std::uint64_t begin = 0;   // the name's
    std::uint32_t number = 0;  // the term's
    std::uint32_t name = 0;    // where TermNumbers has it
    std::uint32_t wdf = 0;
    std::uint32_t positions = 0;  // how many
    std::uint8_t length = 0;      // of the name
  };
  struct Place {
    std::uint32_t entry = 0;
    std::uint32_t position = 0;
  };
  Entry& find_or_add(std::uint32_t number) {
    if (number < places_of_terms_.size()) {
      const std::uint32_t at = places_of_terms_[number];
      if (at < entries_.size() && entries_[at].number == number) return entries_[at];
    }
    return add_entry(number);
  }
  Entry& add_entry(std::uint32_t number);
  void sort_entries();
  void sort_positions();
  std::string_view name_of(const Entry& entry) const noexcept {
    return terms_->names().substr(entry.name, entry.length);
  }
  std::size_t shared_bytes(const Entry& one, const Entry& other) const noexcept;
  char* put_into_term_list(const Entry& entry, const Entry* before, char* at) const noexcept;
  std::string_view pack_term_list(std::uint32_t length);
  std::string_view pack_postings();

  std::shared_ptr<TermNumbers> terms_;
  std::vector<Entry> entries_;
  // Of each term by number the place in entries_, if it is there; else anything (Briggs and Torczon, 1993).
  std::vector<std::uint32_t> places_of_terms_;
  std::vector<Place> places_;         // in the order of coming
  std::vector<std::uint64_t> order_;  // the entries by name; the number of an entry is in the low bits
  std::vector<std::uint32_t> first_position_, positions_;
  std::vector<char> packed_;
  PassagePostings::Values values_;
};

// The postings with a fact in the place of another.
PassagePostings replace_fact(const PassagePostings& postings, std::string_view old_term,
                             std::string_view new_term);

// The same as Xapian's own writer takes it.
Xapian::Document to_xapian(const PassagePostings& postings);

}  // namespace dossier
