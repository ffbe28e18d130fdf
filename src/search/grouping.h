// Hits that say the same, put under the best of them.
#pragma once

#include <cstdint>
#include <unordered_map>
#include <vector>

#include "dossier/index/index_reader.h"
#include "dossier/index/relations.h"
#include "dossier/search/result.h"
#include "dossier/text/analyzer.h"
#include "search.h"

namespace dossier {

// Groups the hits of one search by what the index knows of copies, versions and excerpts. Passages are
// grouped if their documents are related and they have the same words, or one has most of the other's;
// documents if they are copies or versions, and an excerpt under what holds it.
class Grouping {
 public:
  Grouping(const IndexReader& reader, Analyzer& analyzer, GroupBy by)
      : reader_(reader), analyzer_(analyzer), by_(by) {}

  // Of `candidates`, best first, moves those among the first `depth` that repeat a better one to that one's
  // followers. Ends when `wanted` are complete, and drops the rest.
  void group(std::vector<Candidate>& candidates, std::size_t depth, std::size_t wanted);

 private:
  using Words = std::vector<std::uint64_t>;  // hashes, ascending

  void gather(const std::vector<Candidate>& candidates, std::size_t depth);
  std::vector<StoredRelation> family(std::uint32_t document);
  const std::vector<StoredRelation>& relations(std::uint32_t document);
  bool repeats(const Candidate& leader, const Candidate& other, const StoredRelation& relation);
  const Words& words(std::uint32_t docid);

  const IndexReader& reader_;
  Analyzer& analyzer_;
  GroupBy by_;
  std::unordered_map<std::uint32_t, std::vector<std::size_t>> places_;  // of each document's candidates
  std::unordered_map<std::uint32_t, std::vector<StoredRelation>> relations_;
  std::unordered_map<std::uint32_t, Words> words_;
};

}  // namespace dossier
