// A compiled query as the highlighter sees it: which tokens of a text match, and in what constellation. Built
// beside the Xapian query from the same tree, so that what is marked is what was found. Knows no Xapian.
#pragma once

#include <cstddef>
#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "dossier/text/analyzer.h"

namespace dossier {

// The places of a passage where words are looked for, as a set of bits.
enum FieldBits : std::uint8_t { body_bit = 1, title_bit = 2, heading_bit = 4, author_bit = 8 };

// The tokens that one word of the query stands for.
struct TokenMatcher {
  std::set<std::string, std::less<>> stems;    // a token with one of these stems
  std::set<std::string, std::less<>> written;  // or written so, accents and all
  std::set<std::string, std::less<>> meeting;  // or so with accents dropped
  std::string prefix;                          // or beginning so, accents dropped; empty: none
  // Of what matches these characters alone are meant (text/unspaced.h); empty: all of it.
  std::vector<std::string> characters;

  bool matches(const TermForms& forms) const;
};

// A tree of constellations.
struct Pattern {
  enum class Kind : std::uint8_t {
    nothing,  // matches no text, and does not stand in the way (filters, excluded words)
    word,     // any token of `matcher`
    phrase,   // children (words or alternatives of words) at consecutive positions, by `offsets`
    near,     // children within `distance` words of each other
    all,      // every child
    any,      // one child at least; those that match are marked
  };
  Kind kind = Kind::nothing;
  std::vector<Pattern> children;
  std::vector<std::uint32_t> offsets;  // of a phrase's children, from the first
  std::size_t matcher = 0;             // of a word: index into the query's matchers
  std::uint32_t distance = 0;
  bool ordered = false;
  std::uint8_t fields = body_bit;  // of word, phrase and near: where to look
};

}  // namespace dossier
