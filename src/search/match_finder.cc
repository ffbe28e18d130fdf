#include "match_finder.h"

#include <algorithm>
#include <utility>
#include <vector>

namespace dossier {
namespace {

using Xapian::Query;

// Skipping to a passage costs about as much as reading so many postings on the way.
constexpr Xapian::doccount kSkipCost = 16;
// A set of bits is made by so many of them at once: rarer terms are read again as fast.
constexpr Xapian::doccount kWordBits = 64;

class Gather : public Xapian::MatchSpy {
 public:
  explicit Gather(PassageSet& found) : found_(found) {}
  void operator()(const Xapian::Document& document, double) override { found_.add(document.get_docid()); }

 private:
  PassageSet& found_;
};

// Whether terms alone decide.
bool is_of_terms(const Query& query) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
    case Query::LEAF_MATCH_ALL:
    case Query::LEAF_MATCH_NOTHING:
      return true;
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return is_of_terms(query.get_subquery(0));
    case Query::OP_AND:
    case Query::OP_FILTER:
    case Query::OP_AND_NOT:
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
      break;
    default:
      return false;
  }
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    if (!is_of_terms(query.get_subquery(i))) return false;
  }
  return true;
}

}  // namespace

PassageSet MatchFinder::find(const Query& query) {
  return found_within(query, nullptr);
}

PassageSet MatchFinder::found_within(const Query& query, const PassageSet* within) {
  PassageSet found(last_);
  find(query, within, found);
  return found;
}

void MatchFinder::find(const Query& query, const PassageSet* within, PassageSet& found) {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return find_term(*query.get_terms_begin(), within, found);
    case Query::LEAF_MATCH_ALL:
      return add_every_passage(found);
    case Query::LEAF_MATCH_NOTHING:
      return;
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return find(query.get_subquery(0), within, found);
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX:
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) find(query.get_subquery(i), within, found);
      return;
    case Query::OP_AND:
    case Query::OP_FILTER:
      return find_all_of(query, within, found);
    case Query::OP_AND_NOT:
      return find_first_only(query, within, found);
    default:
      return match(query, found);
  }
}

void MatchFinder::find_all_of(const Query& query, const PassageSet* within, PassageSet& found) {
  std::vector<std::pair<Xapian::doccount, Query>> parts;
  for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) {
    const Query part = query.get_subquery(i);
    // Xapian looks at positions only where all the terms are.
    if (!is_of_terms(part)) return match(query, found);
    parts.emplace_back(estimate(part), part);
  }
  std::stable_sort(parts.begin(), parts.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  PassageSet all = found_within(parts.front().second, within);
  for (std::size_t i = 1; i < parts.size(); ++i) all &= found_within(parts[i].second, &all);
  found |= all;
}

void MatchFinder::find_first_only(const Query& query, const PassageSet* within, PassageSet& found) {
  if (!is_of_terms(query.get_subquery(0))) return match(query, found);
  PassageSet first = found_within(query.get_subquery(0), within);
  for (std::size_t i = 1; i < query.get_num_subqueries(); ++i)
    first -= found_within(query.get_subquery(i), &first);
  found |= first;
}

void MatchFinder::find_term(const std::string& term, const PassageSet* within, PassageSet& found) {
  if (const auto known = terms_.find(term); known != terms_.end()) {
    found |= known->second;
    return;
  }
  const Xapian::doccount postings = database_.get_termfreq(term);
  auto posting = database_.postlist_begin(term);
  const auto end = database_.postlist_end(term);
  if (within != nullptr && within->size() < postings / kSkipCost) {
    within->each([&](Xapian::docid docid) {
      if (posting == end) return;
      posting.skip_to(docid);
      if (posting != end && *posting == docid) found.add(docid);
    });
  } else if (postings < last_ / kWordBits) {
    for (; posting != end; ++posting) found.add(*posting);
  } else {
    PassageSet& all = terms_.emplace(term, PassageSet(last_)).first->second;
    for (; posting != end; ++posting) all.add(*posting);
    found |= all;
  }
}

void MatchFinder::add_every_passage(PassageSet& found) const {
  for (const DocumentRow& row : columns_.rows())
    found.add_range(row.first_docid, row.first_docid + row.passages);
}

void MatchFinder::match(const Query& query, PassageSet& found) const {
  Gather gather(found);
  Xapian::Enquire enquire(database_);
  enquire.set_query(query);
  enquire.set_weighting_scheme(Xapian::BoolWeight());
  enquire.add_matchspy(&gather);
  enquire.get_mset(0, 0, database_.get_doccount());
}

Xapian::doccount MatchFinder::estimate(const Query& query) const {
  switch (query.get_type()) {
    case Query::LEAF_TERM:
      return database_.get_termfreq(*query.get_terms_begin());
    case Query::LEAF_MATCH_NOTHING:
      return 0;
    case Query::OP_AND_NOT:
    case Query::OP_AND_MAYBE:
    case Query::OP_SCALE_WEIGHT:
      return estimate(query.get_subquery(0));
    case Query::OP_AND:
    case Query::OP_FILTER: {
      Xapian::doccount least = database_.get_doccount();
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i)
        least = std::min(least, estimate(query.get_subquery(i)));
      return least;
    }
    case Query::OP_OR:
    case Query::OP_SYNONYM:
    case Query::OP_MAX: {
      Xapian::doccount sum = 0;
      for (std::size_t i = 0; i < query.get_num_subqueries(); ++i) sum += estimate(query.get_subquery(i));
      return std::min(sum, database_.get_doccount());
    }
    default:
      return database_.get_doccount();
  }
}

}  // namespace dossier
