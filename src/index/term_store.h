// The postings of a segment while it is being built: each term once, with its postings one behind the other.
#pragma once

#include <cstdint>
#include <cstdlib>
#include <map>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/index/passage_postings.h"

namespace dossier {

// Memory for small pieces that live as long as the pool; a piece has an address of 32 bits.
class PiecePool {
 public:
  static constexpr std::uint32_t block_bytes = 2 << 20;  // a large page

  std::uint32_t take(std::uint32_t size);  // at most block_bytes
  char* at(std::uint32_t address) noexcept {
    return blocks_[address / block_bytes].get() + address % block_bytes;
  }
  const char* at(std::uint32_t address) const noexcept {
    return blocks_[address / block_bytes].get() + address % block_bytes;
  }
  std::uint64_t bytes() const noexcept { return std::uint64_t{blocks_.size()} * block_bytes; }

 private:
  struct Free {
    void operator()(char* block) const noexcept { std::free(block); }
  };
  std::vector<std::unique_ptr<char, Free>> blocks_;
  std::uint32_t used_ = block_bytes;  // of the last block
};

class TermStore {
 public:
  struct Term {
    std::uint32_t name = 0;         // address: the length, a byte, and the bytes
    std::uint32_t first_piece = 0;  // of the postings: addresses
    std::uint32_t end = 0;
    std::uint16_t room = 0;  // in the last piece
    std::uint16_t pieces = 0;
    std::uint32_t last_docid = 0;
    std::uint32_t documents = 0;
    std::uint32_t occurrences = 0;  // 32 bits, as Xapian's collection frequency
  };

  // A term's posting. `positions` is packed.
  struct Posting {
    std::uint32_t docid = 0;
    std::uint32_t wdf = 0;
    std::string_view positions;
  };

  // Adds a passage's terms. Docids ascend.
  void add(std::uint32_t docid, const PassagePostings& postings);

  std::vector<std::uint32_t> sorted() const;  // the numbers of the terms, by name
  // Asks the memory for what the terms at `i` and a little behind will need: whoever walks along `order`
  // calls it.
  void prefetch(const std::vector<std::uint32_t>& order, std::size_t i) const noexcept;
  const Term& term(std::uint32_t number) const noexcept { return terms_[number]; }
  std::string_view name(const Term& term) const noexcept;
  std::uint32_t most_wdf() const noexcept { return most_wdf_; }
  std::uint64_t bytes() const noexcept;  // of memory, with what sorting will need

  // Calls `visit` with each posting of the term, by docid. `buffer` may be overwritten.
  template <typename Visit>
  void for_each(const Term& term, std::string& buffer, Visit&& visit) const {
    std::string_view rest = gather(term, buffer);
    Posting posting;
    while (take(rest, posting)) visit(posting);
  }

 private:
  // A term that a passage has and the store perhaps not.
  struct Sought {
    TermKey key;
    std::size_t name = 0;  // where it begins in sought_names_
    std::size_t length = 0;
    std::size_t place = 0;  // among the passage's terms
  };

  using Known =
      std::vector<std::uint32_t>;  // by the number a packer gave a term: its number here, from 1; 0: none

  Known& known_of(const PassagePostings& postings);
  void find_terms(const PassagePostings& postings);
  void find_unknown(const PassagePostings& postings, Known& known);
  void prefetch_found() const;
  std::uint32_t find_or_add(const TermKey& key, std::string_view name);
  void write(Term& term, std::uint32_t gap, std::string_view posting);
  void write(Term& term, std::string_view bytes);
  std::string_view gather(const Term& term, std::string& buffer) const;
  static bool take(std::string_view& rest, Posting& posting);

  PiecePool pool_;
  std::vector<Term> terms_;
  TermTable table_;
  std::map<std::uint64_t, Known> known_;  // by the id of those numbers
  std::uint32_t most_wdf_ = 0;
  std::string posting_;
  std::vector<std::uint32_t> found_;  // of the passage's terms: their numbers, from 1
  std::string sought_names_;
  std::vector<Sought> sought_;
};

}  // namespace dossier
