// Words that are written as one: "Gletscherabfluss" is the Abfluss of a Gletscher.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/index/index_reader.h"
#include "dossier/text/analyzer.h"
#include "dossier/text/compound_rules.h"

namespace dossier {

// Cuts compounds, and finds those that a word is part of, by the words of the index: both halves must stand
// in it by themselves. Does nothing in an index without a language that writes compounds as one word, and for
// words that stand in texts of other languages alone. Not for two threads.
class Compounds {
 public:
  Compounds(const IndexReader& reader, Analyzer& analyzer);

  // The two words that `word` (case-folded) is made of, the last with the main meaning; none if it is no
  // compound. About a look-up a letter.
  std::vector<std::string> split(const std::string& word);

  // The stems of the index's compounds that begin or end with `word`, the first few hundred.
  std::vector<std::string> around(const std::string& word);

 private:
  std::vector<std::string> split(const std::string& word, const CompoundRules& rules);
  std::string first_word(std::string_view start, const CompoundRules& rules);
  bool meet(const std::string& a, const std::string& b) const;
  bool is_word(std::string_view word, std::string_view language);
  Xapian::doccount passages_with(const std::string& word, const CompoundRules& rules);
  bool outnumber(const std::vector<std::string>& parts, const std::string& word, const CompoundRules& rules);
  bool stands_elsewhere_only(const std::string& word, const CompoundRules& rules);
  void add_ending_with(const std::string& stem, const CompoundRules& rules, std::vector<std::string>& found);
  void add_beginning_with(const std::string& stem, const CompoundRules& rules,
                          std::vector<std::string>& found);

  const Xapian::Database& database_;
  Analyzer& analyzer_;
  std::vector<const CompoundRules*> rules_;  // of the languages of the index
};

}  // namespace dossier
