#include "grouping.h"

#include <algorithm>

#include "dossier/core/hash.h"

namespace dossier {
namespace {

// Of the shorter passage's words: the same text cut into passages elsewhere has fewer in common.
constexpr double kSameWords = 0.8;

// How two documents are related that both are related to a third; none if that says nothing.
std::optional<StoredRelation> through(const StoredRelation& ours, const StoredRelation& theirs,
                                      std::uint32_t other) {
  if (ours.relation == Relation::excerpt || theirs.relation == Relation::excerpt) return std::nullopt;
  StoredRelation relation{.other = other, .shared = std::min(ours.shared, theirs.shared)};
  if (theirs.relation == Relation::copy) {
    relation.relation = ours.relation;
    relation.differences = ours.differences;
    relation.more = ours.more;
  } else {
    relation.relation = Relation::version;
    if (ours.relation == Relation::copy) {
      relation.differences = turned_round(theirs, 0).differences;
      relation.more = theirs.more;
    }
  }
  return relation;
}

}  // namespace

void Grouping::group(std::vector<Candidate>& candidates, std::size_t depth, std::size_t wanted) {
  depth = std::min(depth, candidates.size());
  std::vector<bool> taken(candidates.size());
  std::vector<Candidate> leaders;
  for (std::size_t i = 0; i < candidates.size() && leaders.size() < wanted; ++i) {
    if (taken[i]) continue;
    Candidate leader = candidates[i];
    if (i < depth && !relations(leader.document).empty()) {
      if (places_.empty()) gather(candidates, depth);
      for (StoredRelation& relation : family(leader.document)) {
        const auto found = places_.find(relation.other);
        if (found == places_.end()) continue;
        for (const std::size_t place : found->second) {
          if (place <= i || taken[place] || !repeats(leader, candidates[place], relation)) continue;
          taken[place] = true;
          leader.followers.push_back({candidates[place].docid, relation});
        }
      }
    }
    leaders.push_back(std::move(leader));
  }
  candidates = std::move(leaders);
}

void Grouping::gather(const std::vector<Candidate>& candidates, std::size_t depth) {
  for (std::size_t i = 0; i < depth; ++i) places_[candidates[i].document].push_back(i);
}

const std::vector<StoredRelation>& Grouping::relations(std::uint32_t document) {
  const auto [known, is_new] = relations_.try_emplace(document);
  if (is_new) known->second = relations_of(reader_, document);
  return known->second;
}

// The relations of a document; where its record is full also those to candidates that it has relations with
// in common.
std::vector<StoredRelation> Grouping::family(std::uint32_t document) {
  std::vector<StoredRelation> all = relations(document);
  if (all.size() < most_relations) return all;
  std::unordered_map<std::uint32_t, std::size_t> known;
  for (std::size_t i = 0; i < all.size(); ++i) known.emplace(all[i].other, i);
  for (const auto& [other, places] : places_) {
    if (other == document || known.contains(other)) continue;
    for (const StoredRelation& theirs : relations(other)) {
      if (theirs.other == document) {
        all.push_back(turned_round(theirs, other));
        break;
      }
      const auto common = known.find(theirs.other);
      if (common == known.end()) continue;
      auto relation = through(all[common->second], theirs, other);
      if (!relation) continue;
      all.push_back(std::move(*relation));
      break;
    }
  }
  return all;
}

bool Grouping::repeats(const Candidate& leader, const Candidate& other, const StoredRelation& relation) {
  // What holds an excerpt has more to say than that.
  if (by_ == GroupBy::document) return relation.relation != Relation::excerpt || !relation.is_part;
  const Words& ours = words(leader.docid);
  const Words& theirs = words(other.docid);
  Words common;
  std::set_intersection(ours.begin(), ours.end(), theirs.begin(), theirs.end(), std::back_inserter(common));
  return static_cast<double>(common.size()) >=
         kSameWords * static_cast<double>(std::min(ours.size(), theirs.size()));
}

const Grouping::Words& Grouping::words(std::uint32_t docid) {
  const auto [known, is_new] = words_.try_emplace(docid);
  if (is_new) {
    analyzer_.analyze(reader_.passage(docid).text, "", [&](const Token& token) {
      known->second.push_back(hash_64(token.term->meeting_form()));
    });
    std::sort(known->second.begin(), known->second.end());
  }
  return known->second;
}

}  // namespace dossier
