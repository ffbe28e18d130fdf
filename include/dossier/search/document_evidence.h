// The second level of evidence: how well a passage's whole document answers the query.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include <xapian.h>

#include "dossier/index/columns.h"
#include "dossier/query/compiler.h"
#include "dossier/search/searcher.h"

namespace dossier {

// BM25 of whole documents, with something for each word that is there at all (as BM25+ has it: Lv and Zhai,
// 2011), worked out from the postings of their passages (which have consecutive docids), so that the index
// need not hold documents beside passages. A word's rarity is taken over documents as estimated from
// passages.
class DocumentEvidence {
 public:
  DocumentEvidence(const Xapian::Database& database, const Columns& columns, const std::vector<Leaf>& leaves,
                   const RankingOptions& ranking);

  // The scores of documents given by ascending number. One walk along each word's postings.
  std::vector<double> scores(const std::vector<std::uint32_t>& documents) const;

 private:
  // Calls `visit` for each document with the term's postings at its first passage or behind.
  template <typename Visit>
  void each_row(const std::string& term, const std::vector<std::uint32_t>& documents, Visit&& visit) const;

  const Xapian::Database& database_;
  const Columns& columns_;
  const std::vector<Leaf>& leaves_;
  const RankingOptions& ranking_;
  double documents_ = 0;
  double average_length_ = 0;
};

}  // namespace dossier
