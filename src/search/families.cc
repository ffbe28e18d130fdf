#include "dossier/search/families.h"

#include <algorithm>
#include <map>
#include <numeric>

#include "dossier/index/index_reader.h"
#include "dossier/index/relations.h"
#include "dossier/search/hit.h"

namespace dossier {
namespace {

// Which documents hang together (union-find, with the path halved on the way).
class Groups {
 public:
  std::uint32_t root(std::uint32_t document) {
    auto at = parents_.try_emplace(document, document).first;
    while (at->second != at->first) {
      const auto above = parents_.find(at->second);
      at->second = above->second;
      at = above;
    }
    return at->first;
  }
  void join(std::uint32_t one, std::uint32_t other) {
    const std::uint32_t a = root(one);
    const std::uint32_t b = root(other);
    parents_[std::max(a, b)] = std::min(a, b);
  }
  // Documents by the lowest of their group, ascending.
  std::map<std::uint32_t, std::vector<std::uint32_t>> members() {
    std::map<std::uint32_t, std::vector<std::uint32_t>> out;
    for (const auto& [document, parent] : parents_) out[root(document)].push_back(document);
    return out;
  }

 private:
  std::map<std::uint32_t, std::uint32_t> parents_;
};

using Pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, StoredRelation>;

Family make_family(const IndexReader& reader, const std::vector<std::uint32_t>& members, const Pairs& pairs) {
  Family family;
  std::map<std::uint32_t, std::size_t> places;
  for (const std::uint32_t document : members) {
    places.emplace(document, family.documents.size());
    family.documents.push_back(to_hit_document(reader.document(document)));
  }
  for (const std::uint32_t document : members) {
    for (auto pair = pairs.lower_bound({document, 0}); pair != pairs.end() && pair->first.first == document;
         ++pair)
      family.pairs.push_back(
          {places.at(document), places.at(pair->first.second), to_document_relation(pair->second)});
  }
  return family;
}

}  // namespace

std::vector<Family> find_families(const IndexReader& reader) {
  Groups groups;
  Pairs pairs;
  for (const std::uint32_t document : related_documents(reader)) {
    for (StoredRelation& relation : relations_of(reader, document)) {
      const std::uint32_t other = relation.other;
      groups.join(document, other);
      if (document < other)
        pairs.try_emplace({document, other}, std::move(relation));
      else
        pairs.try_emplace({other, document}, turned_round(std::move(relation), document));
    }
  }
  std::vector<Family> families;
  for (const auto& [root, members] : groups.members())
    families.push_back(make_family(reader, members, pairs));
  std::stable_sort(families.begin(), families.end(),
                   [](const Family& a, const Family& b) { return a.documents.size() > b.documents.size(); });
  return families;
}

}  // namespace dossier
