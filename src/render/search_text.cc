#include <fmt/format.h>

#include <algorithm>
#include <ostream>

#include "dossier/core/utf8.h"
#include "dossier/render/numbers.h"
#include "dossier/render/problem_text.h"
#include "dossier/render/search_output.h"
#include "dossier/render/summary.h"
#include "facet_text.h"
#include "relation_text.h"
#include "text_output.h"

namespace dossier {
namespace {

constexpr std::size_t kIndent = 4;

void put_head(TextOutput& out, const SearchResult& result, bool with_page) {
  std::vector<std::string> facts = summary_facts(result);
  if (with_page) facts.push_back(page_fact(result, signs(out.style()).to));
  out.facts(facts, 0, Ink::plain);
  for (const Problem& problem : result.problems) out.raw(problem_text(result.query, problem, out.style()));
  CellText note(out.style());
  const bool misread = std::any_of(result.problems.begin(), result.problems.end(),
                                   [](const Problem& problem) { return problem.filter.empty(); });
  if (misread && !result.interpreted.empty()) {
    note.append("read as: ", Ink::dim);
    note.append(result.interpreted);
    out.block(note);
  }
  if (result.suggestion) {
    CellText suggestion(out.style());
    suggestion.append("did you mean: ", Ink::dim);
    suggestion.append(*result.suggestion, Ink::strong);
    out.block(suggestion);
  }
  for (const QueryDate& date : result.dates) {
    CellText offer(out.style());
    offer.append(result.query.substr(date.span.offset, date.span.length));
    offer.append(" as a date, in place of the word: ", Ink::dim);
    offer.append("published:" + date.value, Ink::strong);
    offer.append(" or ", Ink::dim);
    offer.append("mentioned:" + date.value, Ink::strong);
    out.block(offer);
  }
}

void put_likeness(TextOutput& out, const SearchResult& result) {
  CellText title(out.style());
  title.append("like ", Ink::dim);
  title.append(result.like->title, Ink::strong);
  out.block(title);
  if (result.hits.empty()) return out.line("nothing found");
  CellText words(out.style());
  words.append("by ", Ink::dim);
  for (const std::string& word : result.like->words) {
    if (&word != &result.like->words.front()) words.append(", ");
    words.append(word);
  }
  out.block(words);
}

void put_rule(TextOutput& out, std::string_view label) {
  const Style& style = out.style();
  const std::string_view rule = signs(style).rule;
  const std::size_t width = style.width == 0 ? 60 : style.width;
  std::string line = fmt::format("{}{} {} ", rule, rule, label);
  for (std::size_t at = display_width(line); at < width; ++at) line += rule;
  CellText cells(style);
  cells.append(line, Ink::dim);
  out.line(cells.truncated(width, ""));
}

void put_hit(TextOutput& out, const Hit& hit) {
  const Style& style = out.style();
  const HitDocument& document = hit.document;
  const HitPassage& passage = hit.passage;
  out.block(title_cells(document, style), kIndent, fmt::format("{:>2}. ", hit.rank));
  out.facts({document.published ? format_published(*document.published) : "undated", document.source,
             document.language, kind_label(document),
             passage.page ? fmt::format("p.\u00a0{}", *passage.page) : std::string(),
             heading_path(passage.headings, style)},
            kIndent, Ink::plain);
  const CellText text = passage_cells(passage, passage.fragments, style);
  if (!text.empty()) out.block(text, kIndent);
  out.place(passage.id, {document.path, passage.page}, kIndent);
  if (hit.grouped.empty()) return;
  CellText repeats(style);
  repeats.append(grouped_text(hit.grouped), Ink::dim);
  out.block(repeats, kIndent);
}

void put_facets(TextOutput& out, const SearchResult& result) {
  for (const Facet& facet : result.facets) {
    if (facet.buckets.empty() && facet.missing.passages == 0) continue;
    out.line();
    put_facet(out, facet);
  }
}

}  // namespace

void write_search_text(std::ostream& stream, const SearchResult& result, const Style& style) {
  TextOutput out(style);
  if (!result.request.query_id.empty()) {
    put_rule(out, fmt::format("{}: {}", result.request.query_id, result.query));
    out.line();
  }
  if (result.like)
    put_likeness(out, result);
  else
    put_head(out, result, true);
  bool partial = false;
  for (const Hit& hit : result.hits) {
    out.line();
    if (hit.partial && !partial) {
      put_rule(out, "some of the words");
      out.line();
    }
    partial = hit.partial;
    put_hit(out, hit);
  }
  put_facets(out, result);
  if (!result.request.query_id.empty()) out.line();
  stream << out.take();
}

void write_facets_text(std::ostream& stream, const SearchResult& result, const Style& style) {
  TextOutput out(style);
  put_head(out, result, false);
  put_facets(out, result);
  stream << out.take();
}

}  // namespace dossier
