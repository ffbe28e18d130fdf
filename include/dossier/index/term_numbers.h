// Terms by number: what a thread that packs passages knows of each term it has met, so that a term that comes
// again costs no hash and no comparison, neither there nor where postings are put together.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/index/term_table.h"

namespace dossier {

class TermNumbers {
 public:
  struct Term {
    std::uint64_t begin = 0;  // the name's first eight bytes, most significant first
    std::uint32_t name = 0;   // where it stands in names()
    std::uint8_t length = 0;  // of the name
  };

  TermNumbers();

  // The number of a term, from 0 in the order of coming. Throws Error(internal) for one that Xapian cannot
  // hold: empty, over 245 bytes, or over 249 with each NUL byte counted twice.
  std::uint32_t number(std::string_view name);

  std::size_t size() const noexcept { return terms_.size(); }
  const Term& term(std::uint32_t number) const noexcept { return terms_[number]; }
  std::string_view names() const noexcept { return names_; }  // one behind the other

  // Of no other set of numbers in this process, of none that was cleared either.
  std::uint64_t id() const noexcept { return id_; }

  // Whether so many are known that it is time to begin again: some 6 MB.
  bool is_full() const noexcept;
  void clear();

 private:
  std::string_view name(std::uint32_t number) const noexcept {
    return names().substr(terms_[number].name, terms_[number].length);
  }

  std::string names_;
  std::vector<Term> terms_;
  TermTable table_;
  std::uint64_t id_;
};

}  // namespace dossier
