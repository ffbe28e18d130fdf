// What a passage is found by, packed as glass tables hold it: made once, in the threads that analyse, and
// then copied by the writer, which looks at no position and sorts no passage.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <xapian.h>

namespace dossier {

// A term of a passage.
struct PackedTerm {
  std::string_view name;
  std::uint32_t wdf = 0;       // how often; 0: a fact
  std::uint32_t hash = 0;      // of the name, see hash_term
  std::string_view positions;  // packed; empty: none
};

// The terms of one passage by name, with their frequencies and positions, and its values by slot.
class PassagePostings {
 public:
  using Values = std::vector<std::pair<std::uint32_t, std::string>>;

  std::uint32_t length() const noexcept { return length_; }  // sum of the frequencies
  std::uint32_t terms() const noexcept { return static_cast<std::uint32_t>(hashes_.size()); }
  const std::vector<std::uint32_t>& hashes() const noexcept { return hashes_; }  // of the terms, in order
  const std::string& term_list() const noexcept {
    return term_list_;
  }  // the record of glass's termlist table
  const Values& values() const noexcept { return values_; }
  std::uint64_t bytes() const noexcept;  // of memory, about

  void set_value(std::uint32_t slot, std::string value);  // an empty one is none

  // Calls `visit` with each term. The term and its views hold for the call.
  template <typename Visit>
  void for_each(Visit&& visit) const {
    for (Reader reader(*this); reader.next();) visit(reader.term());
  }

 private:
  friend class PostingCollector;

  class Reader {
   public:
    explicit Reader(const PassagePostings& postings);
    bool next();
    const PackedTerm& term() const noexcept { return term_; }

   private:
    const PassagePostings& postings_;
    std::string_view names_, positions_;
    std::size_t count_ = 0;
    std::string name_;
    PackedTerm term_;
  };

  std::uint32_t length_ = 0;
  std::string term_list_;
  std::string positions_;  // of each term: the length of its packed list, and the list
  std::vector<std::uint32_t> hashes_;
  Values values_;
};

std::uint32_t hash_term(std::string_view name) noexcept;

// Collects a passage's terms in any order. Takes no memory a term once it has met a large passage. A copy
// begins with what the other has collected: what all passages of a document share is collected once.
class PostingCollector {
 public:
  // Adds a position, and `times` to the frequency. Throws Error(internal) for a term that Xapian cannot hold:
  // empty, over 245 bytes, or over 249 with each NUL byte counted twice.
  void add_posting(std::string_view term, std::uint32_t position, std::uint32_t times = 1);
  void add_term(std::string_view term, std::uint32_t times = 1);  // occurrences without a position
  void add_boolean_term(std::string_view term) { add_term(term, 0); }
  void add_value(std::uint32_t slot, std::string value);  // of a slot the last one holds

  // What was collected. The collector is to be cleared or copied over before its next use.
  PassagePostings pack();
  void clear();

 private:
  struct Entry {
    std::uint64_t begin = 0;  // the name's first eight bytes, most significant first
    std::uint32_t name = 0;   // where it stands in names_
    std::uint32_t hash = 0;
    std::uint32_t wdf = 0;
    std::uint32_t positions = 0;  // how many
    std::uint8_t length = 0;      // of the name
  };
  struct Place {
    std::uint32_t entry = 0;
    std::uint32_t position = 0;
  };

  std::string_view name_of(const Entry& entry) const noexcept {
    return std::string_view(names_).substr(entry.name, entry.length);
  }
  struct Key {
    std::uint64_t begin = 0;
    std::uint32_t entry = 0;
  };

  std::uint32_t find_or_add(std::string_view term);
  void grow();
  void sort_positions();
  std::size_t shared_bytes(const Entry& one, const Entry& other) const noexcept;
  void append_to_term_list(const Entry& entry, const Entry* before, std::string& out) const;

  std::string names_;
  std::vector<Entry> entries_;
  std::vector<std::uint32_t> table_;  // of numbers of entries from 1, by hash; 0: free
  std::vector<Place> places_;         // in the order of coming
  std::vector<Key> order_;            // of the entries by name
  std::vector<std::uint32_t> first_position_, positions_;
  PassagePostings::Values values_;
};

// The postings with a fact in the place of another.
PassagePostings replace_fact(const PassagePostings& postings, std::string_view old_term,
                             std::string_view new_term);

// The same as Xapian's own writer takes it.
Xapian::Document to_xapian(const PassagePostings& postings);

}  // namespace dossier
