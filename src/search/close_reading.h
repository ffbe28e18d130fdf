// The third level of evidence: the texts of the first hits, read. How near each other the query's words
// stand, whether they stand as they were typed, and which other words the best of these texts share.
#pragma once

#include <cstdint>
#include <set>
#include <span>
#include <string>
#include <unordered_map>
#include <vector>

#include "dossier/index/index_reader.h"
#include "dossier/query/compiler.h"
#include "dossier/search/explanation.h"
#include "dossier/search/searcher.h"
#include "dossier/text/analyzer.h"
#include "search.h"

namespace dossier {

// Reads the first hits of one search and adds what it finds to their scores. Formulas and measurements:
// docs/decisions/0012-close-reading.md.
class CloseReading {
 public:
  CloseReading(const IndexReader& reader, Analyzer& analyzer, const CompiledQuery& query,
               const RankingOptions& ranking);

  // Adds to the evidence of `first`, which is sorted by score. With `expand` the words that the first of them
  // share count as well. Linear in the texts.
  void read(std::span<Candidate> first, Expand expand);

  // The words that were added, heaviest first.
  const std::vector<ExpansionWord>& expansion() const noexcept { return expansion_; }

 private:
  // A word of the query, in whatever form and however often it stands there.
  struct Word {
    std::set<std::string, std::less<>> stems;
    double rarity = 0;
  };
  // A form of one, as typed, case-folded.
  struct Form {
    std::string written;
    double rarity = 0;
    double repeats = 0;  // in the query
  };
  // What one text holds. Counts by number of form, of pair, of expansion word.
  struct Reading {
    std::vector<double> written;
    std::vector<double> pairs;
    std::vector<double> expansion;
    std::unordered_map<std::string, double> stems;  // all of them, where the text gives feedback
    double length = 0;                              // words that are no function words
    double discount = 0;                            // BM25's k1 for a text so long
  };
  struct Place {
    std::uint32_t position;  // counted in words that are no function words
    std::uint32_t word;
  };

  void add_word(const Leaf& leaf);
  void add_form(const std::string& written);
  void add_pairs();
  double rarity(double passages) const;
  Reading read(const Candidate& candidate, bool feedback);
  void read_text(std::string_view text, std::string_view language, bool feedback, Reading& reading);
  void count_pairs(Reading& reading) const;
  bool may_expand(std::span<const Candidate> first, Expand expand) const;
  void choose_expansion(std::span<const Candidate> first, std::span<Reading> readings);
  void weigh(Candidate& candidate, const Reading& reading) const;

  const IndexReader& reader_;
  const Xapian::Database& database_;
  Analyzer& analyzer_;
  const CompiledQuery& query_;
  const RankingOptions& ranking_;
  double average_length_;  // of a passage, as the index counts it
  std::vector<Word> words_;
  std::vector<Form> forms_;
  std::vector<std::uint32_t> sequence_;                                  // the query as numbers of words
  std::unordered_map<std::string, std::vector<std::uint32_t>> by_stem_;  // words
  std::unordered_map<std::string, std::uint32_t> by_expansion_;
  std::vector<std::int32_t> pair_of_;  // number of a pair by both words, -1 for none
  std::vector<double> pair_rarity_;
  std::vector<ExpansionWord> expansion_;
  std::vector<double> expansion_weight_;
  std::vector<Place> places_;
};

}  // namespace dossier
