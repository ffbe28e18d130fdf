// Which passages match, all of them.
#pragma once

#include <map>
#include <string>

#include <xapian.h>

#include "dossier/index/columns.h"
#include "dossier/search/passage_set.h"

namespace dossier {

// Finds every match of the queries of one search. Long lists of postings are read once, whatever number of
// queries have the term: a search counts what has all words, what has any, and what some filter keeps out.
// Only what asks more than which terms a passage has (phrases, nearness, ranges of values) goes through a
// match of Xapian's. Memory: a bit a passage for each frequent term. Not for several threads.
class MatchFinder {
 public:
  // Both are borrowed.
  MatchFinder(const Xapian::Database& database, const Columns& columns)
      : database_(database), columns_(columns), last_(database.get_lastdocid()) {}

  PassageSet find(const Xapian::Query& query);

 private:
  // These add to `found`. Of passages outside `within` it does not matter whether they are; null: all are
  // asked about.
  void find(const Xapian::Query& query, const PassageSet* within, PassageSet& found);
  void find_term(const std::string& term, const PassageSet* within, PassageSet& found);
  void find_all_of(const Xapian::Query& query, const PassageSet* within, PassageSet& found);
  void find_first_only(const Xapian::Query& query, const PassageSet* within, PassageSet& found);
  void add_every_passage(PassageSet& found) const;
  void match(const Xapian::Query& query, PassageSet& found) const;

  PassageSet found_within(const Xapian::Query& query, const PassageSet* within);
  // How many passages may match at most, roughly.
  Xapian::doccount estimate(const Xapian::Query& query) const;

  const Xapian::Database& database_;
  const Columns& columns_;
  Xapian::docid last_;
  std::map<std::string, PassageSet, std::less<>> terms_;
};

}  // namespace dossier
