#include "explain.h"

#include <algorithm>

#include "dossier/index/schema.h"
#include "dossier/search/document_evidence.h"
#include "dossier/text/normalizer.h"

namespace dossier {
namespace {

class Explainer {
 public:
  Explainer(const Search& search, const IndexReader& reader, Analyzer& analyzer,
            const RankingOptions& ranking)
      : query_(search.compiled()),
        expansion_(search.expansion()),
        reader_(reader),
        analyzer_(analyzer),
        ranking_(ranking) {}

  HitExplanation explain(const Candidate& candidate, const Hit& hit) {
    HitExplanation out{.passage_score = candidate.passage_score,
                       .document_score = candidate.document_score,
                       .close = candidate.close};
    for (const Leaf& leaf : query_.leaves) {
      ExplainedTerm term{.word = leaf.word, .how = leaf.how, .terms = leaf.terms, .forms = forms(leaf, hit)};
      for (const std::string& name : leaf.terms) term.passages += reader_.database().get_termfreq(name);
      term.weight = passage_weight_of(leaf, candidate, hit.document.id);
      term.document_weight = document_weight_of(leaf, candidate);
      out.terms.push_back(std::move(term));
    }
    for (std::size_t i = 0; i < candidate.close.expansion_words.size(); ++i) {
      const double weight = candidate.close.expansion_words[i];
      if (weight > 0) out.expansion.push_back({expansion_[i].stem, weight});
    }
    return out;
  }

 private:
  // The passage is found by that word alone, among its document's.
  double passage_weight_of(const Leaf& leaf, const Candidate& candidate, const std::string& id) const {
    const Xapian::Database& database = reader_.database();
    Xapian::Enquire enquire(database);
    enquire.set_query(Xapian::Query(Xapian::Query::OP_FILTER, leaf.rank, Xapian::Query(schema::id_term(id))));
    enquire.set_weighting_scheme(passage_weight(ranking_));
    const Xapian::MSet set = enquire.get_mset(0, database.get_doccount());
    for (auto item = set.begin(); item != set.end(); ++item) {
      if (*item == candidate.docid) return item.get_weight();
    }
    return 0;
  }

  // The document's evidence of that word alone; none of a hit whose document's was not asked for.
  double document_weight_of(const Leaf& leaf, const Candidate& candidate) const {
    if (candidate.document_score == 0) return 0;
    const std::vector<Leaf> alone = {leaf};
    const DocumentEvidence evidence(reader_.database(), reader_.columns(), alone, ranking_);
    return ranking_.document_weight * evidence.scores({candidate.document})[0];
  }

  // The forms of a word in a hit, those that stand there most often first.
  std::vector<ExplainedForm> forms(const Leaf& leaf, const Hit& hit) {
    std::vector<ExplainedForm> out;
    if (!leaf.matcher) return out;
    const TokenMatcher& matcher = query_.matchers[*leaf.matcher];
    const std::string folded = fold_diacritics(leaf.word);
    const auto read = [&](std::string_view text, std::string_view language) {
      analyzer_.analyze(text, language, [&](const Token& token) {
        const TermForms& term = *token.term;
        if (!matcher.matches(term)) return;
        const auto known = std::find_if(out.begin(), out.end(),
                                        [&](const ExplainedForm& form) { return form.form == term.written; });
        if (known != out.end()) {
          ++known->count;
          return;
        }
        const bool is_typed = leaf.typed() && term.written == leaf.word;
        const bool is_folded = leaf.typed() && term.meeting_form() == folded;
        out.push_back({term.written, is_typed ? "typed" : is_folded ? "fold" : leaf.how, 1});
      });
    };
    read(hit.passage.text, hit.passage.language);
    read(hit.document.title, hit.document.language);
    for (const std::string& heading : hit.passage.headings) read(heading, hit.document.language);
    std::stable_sort(out.begin(), out.end(),
                     [](const ExplainedForm& a, const ExplainedForm& b) { return a.count > b.count; });
    return out;
  }

  const CompiledQuery& query_;
  const std::vector<ExpansionWord>& expansion_;
  const IndexReader& reader_;
  Analyzer& analyzer_;
  const RankingOptions& ranking_;
};

}  // namespace

Explanation explain(Search& search, const IndexReader& reader, Analyzer& analyzer,
                    const RankingOptions& ranking) {
  Explanation out{.result = search.run()};
  out.expansion = search.expansion();
  out.tree = print_tree(search.parsed());
  out.compiled = search.compiled().all.rank.get_description();
  Explainer explainer(search, reader, analyzer, ranking);
  const std::vector<Candidate>& candidates = search.candidates();
  for (std::size_t i = 0; i < candidates.size(); ++i)
    out.hits.push_back(explainer.explain(candidates[i], out.result.hits[i]));
  return out;
}

}  // namespace dossier
