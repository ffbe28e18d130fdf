#include "nothing_found.h"

#include <fmt/format.h>

#include "dates.h"
#include "dossier/core/utf8.h"
#include "dossier/query/parser.h"
#include "dossier/render/numbers.h"
#include "histogram.h"

namespace dossier::web {
namespace {

// What stands side by side at the top of the query.
std::vector<Span> parts_of(const ParsedQuery& query) {
  std::vector<Span> parts;
  if (query.root.empty()) return parts;
  const Node& root = query.root[0];
  if (const auto* sequence = std::get_if<SequenceNode>(&root.value)) {
    for (const SequenceNode::Item& item : sequence->items) parts.push_back(item.node.span);
  } else if (const auto* all = std::get_if<AndNode>(&root.value)) {
    for (const Node& operand : all->operands) parts.push_back(operand.span);
  }
  if (parts.size() > kPartsTried) parts.resize(kPartsTried);
  return parts;
}

std::string joined(const std::vector<std::string>& parts, std::size_t left_out) {
  std::string out;
  for (std::size_t i = 0; i < parts.size(); ++i) {
    if (i != left_out) out += (out.empty() ? "" : " ") + parts[i];
  }
  return out;
}

// The query's parts as they stand in it, each with the sign before it.
std::vector<std::string> texts_of(const ParsedQuery& query) {
  std::vector<std::string> texts;
  for (const Span& span : parts_of(query)) {
    std::size_t begin = span.offset;
    if (begin > 0 && (query.text[begin - 1] == '-' || query.text[begin - 1] == '+')) --begin;
    texts.push_back(query.text.substr(begin, span.offset + span.length - begin));
  }
  return texts;
}

}  // namespace

std::vector<WayOut> find_ways_out(const PageState& state, const CountMatches& count) {
  std::vector<WayOut> ways;
  const auto add = [&](WayOut way) {
    way.state.page = 1;
    if (!way.state.asks()) return;
    way.found = count(request_of(way.state));
    ways.push_back(std::move(way));
  };
  const std::vector<std::string> parts = texts_of(parse_query(state.query, {.exact = state.exact}));
  for (std::size_t i = 0; i < parts.size() && parts.size() > 1; ++i) {
    WayOut way{.what = parts[i], .state = state};
    way.alone = count(request_of({.query = parts[i], .exact = state.exact}));
    way.state.query = joined(parts, i);
    add(std::move(way));
  }
  for (const HistogramKind& kind : kHistograms) {
    if ((state.*kind.filter).empty()) continue;
    WayOut way{.what = fmt::format("{} {}", kind.title, range_in_words(state.*kind.filter)),
               .filter = true,
               .state = state};
    (way.state.*kind.filter).clear();
    add(std::move(way));
  }
  for (const KeywordFacet& facet : kKeywordFacets) {
    WayOut way{.what = std::string(facet.title), .filter = true, .state = state};
    std::erase_if(way.state.values, [&](const auto& own) { return own.first == facet.name; });
    if (way.state.values.size() == state.values.size()) continue;
    for (const auto& [name, value] : state.values) {
      if (name == facet.name) way.what += " " + value_in_words(facet, value);
    }
    add(std::move(way));
  }
  return ways;
}

void put_lost_words(Html& html, const std::vector<WayOut>& ways) {
  const auto line = html.open("ul", {{"class", "ways"}});
  for (const WayOut& way : ways) {
    if (way.filter || way.alone.passages > 0) continue;
    const auto item = html.open("li");
    html.put("bdi", {{"class", "what"}}, way.what);
    html.text(" is found nowhere. ");
    html.put("a", {{"href", address_of(way.state)}},
             fmt::format("Without it: {}", passages_of(way.found.passages)));
  }
}

void put_nothing_found(Html& html, const PageState& state, const std::vector<WayOut>& ways) {
  const auto section = html.open("section", {{"class", "nothing"}});
  html.put("h2", {}, "Nothing found");
  std::size_t shown = 0;
  {
    const auto list = html.open("ul", {{"class", "ways"}});
    for (const WayOut& way : ways) {
      const bool nowhere = !way.filter && way.alone.passages == 0;
      if (way.found.passages == 0 && !nowhere) continue;
      ++shown;
      const auto item = html.open("li");
      html.put("bdi", {{"class", "what"}}, way.what);
      html.text(nowhere      ? " is found nowhere. "
                : way.filter ? " leaves nothing. "
                             : fmt::format(" is in {}, but in none with all the rest. ",
                                           passages_of(way.alone.passages)));
      html.put("a", {{"href", address_of(way.state)}},
               fmt::format("Without it: {}", passages_of(way.found.passages)));
    }
  }
  if (shown == 0) {
    html.put("p", {},
             state.has_filters() ? "No single filter or word is to blame: together they leave nothing."
                                 : "No passage has these words.");
  }
  const auto list = html.open("ul", {{"class", "hints"}});
  if (state.match != MatchMode::any && state.query.find(' ') != std::string::npos) {
    const auto item = html.open("li");
    html.put("a", {{"href", address_with(state, [](PageState& s) { s.match = MatchMode::any; })}},
             "Any of the words instead of all");
  }
  if (state.exact) {
    const auto item = html.open("li");
    html.put("a", {{"href", address_with(state, [](PageState& s) { s.exact = false; })}},
             "In any inflection, not only as written");
  }
  if (state.has_filters() && !state.query.empty()) {
    const auto item = html.open("li");
    html.put("a", {{"href", address_of({.query = state.query, .match = state.match, .exact = state.exact})}},
             "Without any filter");
  }
  const auto item = html.open("li");
  html.put("a", {{"href", Address::local("/help")}}, "How to ask: the query language on one screen");
}

}  // namespace dossier::web
