#include "dossier/render/explanation.h"

#include <fmt/format.h>

#include <ostream>

#include "dossier/render/numbers.h"
#include "dossier/render/problem_text.h"
#include "dossier/render/search_output.h"
#include "json.h"
#include "text_output.h"

namespace dossier {
namespace {

constexpr std::size_t kLabelWidth = 10;
constexpr std::size_t kWeights = 20;  // columns of a word's parts in the passage's and the document's score

std::string matches_text(const SearchResult& result) {
  return fmt::format("passages with {} of the words{}", result.match == "all" ? "all" : "any",
                     result.relaxed ? ", since none has all" : "");
}

// "; here sanctions (stem, 2), sanction (typed)".
std::string forms_text(const std::vector<ExplainedForm>& forms) {
  std::string text;
  for (const ExplainedForm& form : forms) {
    text += fmt::format("{}{} ({}{})", text.empty() ? "; here " : ", ", visible_text(form.form), form.how,
                        form.count > 1 ? fmt::format(", {}", group_digits(form.count)) : "");
  }
  return text;
}

std::string term_text(const ExplainedTerm& term) {
  std::string terms;
  for (const std::string& name : term.terms) terms += " " + visible_name(name);
  return fmt::format("{} ({}{}{})", visible_text(term.word), term.how, terms.empty() ? "" : ":", terms) +
         (terms.empty() ? "" : ", in " + passages_of(term.passages)) + forms_text(term.forms);
}

// "score 9.50 = passage 3.10 + document 5.60 + nearness 0.80", parts that are nothing left out.
std::string score_text(const Hit& hit, const HitExplanation& why) {
  std::string text = fmt::format("score {:.2f} = passage {:.2f} + document {:.2f}", hit.score,
                                 why.passage_score, why.document_score);
  const auto add = [&](std::string_view name, double part) {
    if (part > 0) text += fmt::format(" + {} {:.2f}", name, part);
  };
  add("proximity", why.close.proximity);
  add("written form", why.close.written);
  add("expansion", why.close.expansion);
  return text;
}

std::string expansion_text(const std::vector<ExpansionWord>& expansion) {
  std::string text;
  for (const ExpansionWord& word : expansion)
    text += fmt::format("{}{} {:.2f}", text.empty() ? "" : ", ", visible_text(word.stem), word.weight);
  return text;
}

void put_hit(TextOutput& out, const Hit& hit, const HitExplanation& why) {
  out.line();
  out.block(title_cells(hit.document, out.style()), 4, fmt::format("{:>2}. ", hit.rank));
  out.facts({hit.passage.id, score_text(hit, why)}, 4, Ink::plain);
  for (const ExplainedTerm& term : why.terms) {
    CellText text(out.style());
    text.append_name(term_text(term));
    out.block(text, kWeights, fmt::format("    {:>6.2f} + {:>5.2f}  ", term.weight, term.document_weight));
  }
  for (const ExpansionWord& word : why.expansion) {
    CellText text(out.style());
    text.append_name(visible_text(word.stem) + " (expansion)");
    out.block(text, kWeights, fmt::format("    {:>6.2f}{:8}  ", word.weight, ""));
  }
}

}  // namespace

void write_explanation_text(std::ostream& stream, const Explanation& explanation, const Style& style) {
  const SearchResult& result = explanation.result;
  TextOutput out(style);
  const auto row = [&](std::string_view label, std::string_view value) {
    CellText text(style);
    text.append(value);
    out.block(text, kLabelWidth, label);
  };
  row("tree", explanation.tree);
  row("means", result.interpreted);
  row("matches", matches_text(result));
  row("found", passages_of(result.total.passages) + " in " + documents_of(result.total.documents));
  row("compiled", explanation.compiled);
  if (!explanation.expansion.empty()) row("expanded", expansion_text(explanation.expansion));
  for (const Problem& problem : result.problems) out.raw(problem_text(result.query, problem, style));
  for (std::size_t i = 0; i < result.hits.size(); ++i) put_hit(out, result.hits[i], explanation.hits[i]);
  stream << out.take();
}

void write_explanation_json(std::ostream& out, const Explanation& explanation) {
  const SearchResult& result = explanation.result;
  Json hits = Json::array();
  for (std::size_t i = 0; i < result.hits.size(); ++i) {
    const HitExplanation& why = explanation.hits[i];
    Json terms = Json::array();
    for (const ExplainedTerm& term : why.terms) {
      Json forms = Json::array();
      for (const ExplainedForm& form : term.forms)
        forms.push_back({{"form", form.form}, {"how", form.how}, {"count", form.count}});
      terms.push_back({{"word", term.word},
                       {"how", term.how},
                       {"terms", term.terms},
                       {"forms", std::move(forms)},
                       {"passages", term.passages},
                       {"weight", term.weight},
                       {"document_weight", term.document_weight}});
    }
    Json added = Json::array();
    for (const ExpansionWord& word : why.expansion)
      added.push_back({{"stem", word.stem}, {"weight", word.weight}});
    hits.push_back({{"rank", result.hits[i].rank},
                    {"passage", result.hits[i].passage.id},
                    {"score", result.hits[i].score},
                    {"passage_score", why.passage_score},
                    {"document_score", why.document_score},
                    {"proximity_score", why.close.proximity},
                    {"written_score", why.close.written},
                    {"expansion_score", why.close.expansion},
                    {"words", std::move(terms)},
                    {"expansion", std::move(added)}});
  }
  Json expansion = Json::array();
  for (const ExpansionWord& word : explanation.expansion)
    expansion.push_back({{"stem", word.stem}, {"weight", word.weight}});
  out << dump_line({{"schema_version", output_schema_version},
                    {"query", query_json(result)},
                    {"tree", explanation.tree},
                    {"compiled", explanation.compiled},
                    {"expansion", std::move(expansion)},
                    {"total", counts_json(result.total)},
                    {"hits", std::move(hits)}});
}

}  // namespace dossier
