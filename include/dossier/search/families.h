// The copies, versions and excerpts of an index, family by family.
#pragma once

#include <cstddef>
#include <vector>

#include "dossier/search/result.h"

namespace dossier {

class IndexReader;

// Two documents of a family that are related: indices into its documents, the first one lower.
struct FamilyPair {
  std::size_t first = 0;
  std::size_t second = 0;
  DocumentRelation relation;  // of the first to the second
};

// Documents that hang together by relations, in the order in which they were added.
struct Family {
  std::vector<HitDocument> documents;  // at least two
  std::vector<FamilyPair> pairs;       // ascending; of a family of more than nine documents those known
};

// All families of one revision, the largest first.
std::vector<Family> find_families(const IndexReader& reader);

}  // namespace dossier
