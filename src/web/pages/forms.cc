#include "forms.h"

#include <fmt/format.h>

#include "dates.h"
#include "dossier/render/numbers.h"
#include "dossier/search/request_parts.h"
#include "histogram.h"

namespace dossier::web {
namespace {

// What a form must carry along so that sending it changes nothing but its own field: every parameter of the
// address but `left_out`, and the page.
void put_kept(Html& html, const PageState& state, std::string_view left_out) {
  for (const auto& [name, value] : parameters_of(state)) {
    if (name != left_out && name != "page" && !value.empty())
      html.put("input", {{"type", "hidden"}, {"name", name}, {"value", value}});
  }
}

}  // namespace

void put_search_form(Html& html, const PageState& state, bool focus) {
  const auto form = html.open(
      "form",
      {{"action", Address::local("/search")}, {"role", "search"}, {"class", "ask"}, {"id", "search"}});
  html.put("label", {{"for", "q"}, {"class", "unseen"}}, "Search the documents");
  html.put("input", {{"type", "search"},
                     {"id", "q"},
                     {"name", "q"},
                     {"value", state.query},
                     {"dir", "auto"},
                     {"autocomplete", "off"},
                     {"autocapitalize", "off"},
                     {"spellcheck", "false"},
                     {"enterkeyhint", "search"},
                     {"placeholder", "kosovo \"resolution 1244\" mentioned:2013"},
                     {"autofocus", focus}});
  put_kept(html, state, "q");
  html.put("button", {{"class", "go"}}, "Search");
}

void put_range_form(Html& html, const PageState& state, const HistogramKind& kind) {
  const auto form = html.open("form", {{"action", Address::local("/search")}, {"class", "range"}});
  put_kept(html, state, kind.name);
  const std::string id = fmt::format("{}-range", kind.name);
  html.put("label", {{"for", id}, {"class", "unseen"}}, fmt::format("{}, from and to", kind.title));
  html.put("input", {{"id", id},
                     {"name", kind.name},
                     {"value", state.*kind.filter},
                     {"autocomplete", "off"},
                     {"placeholder", "2013 or 2012-05..2014"}});
  html.put("button", {}, "Set");
}

void put_chips(Html& html, const PageState& state) {
  if (!state.has_filters()) return;
  const auto list = html.open("ul", {{"class", "chips"}, {"aria-label", "Filters in force"}});
  const auto chip = [&](std::string_view title, std::string_view value, const Address& without) {
    const auto item = html.open("li");
    const auto link = html.open("a", {{"href", without}, {"class", "chip"}});
    html.put("span", {{"class", "unseen"}}, "Take away the filter: ");
    html.put("span", {{"class", "what"}}, title);
    html.text(" ");
    html.put("bdi", {}, value);
    html.put("span", {{"class", "times"}, {"aria-hidden", "true"}}, "×");
  };
  for (const HistogramKind& kind : kHistograms) {
    if (!(state.*kind.filter).empty()) {
      chip(kind.title, range_in_words(state.*kind.filter),
           address_with(state, [&](PageState& changed) { (changed.*kind.filter).clear(); }));
    }
  }
  for (const KeywordFacet& facet : kKeywordFacets) {
    for (const auto& [name, value] : state.values) {
      if (name != facet.name) continue;
      chip(facet.title, value_in_words(facet, value),
           address_with(state, [&](PageState& changed) { toggle(changed, facet.name, value); }));
    }
  }
  if (state.values.size() + !state.published.empty() + !state.mentioned.empty() < 2) return;
  const auto item = html.open("li");
  html.put("a",
           {{"href", address_with(state,
                                  [](PageState& changed) {
                                    changed.published.clear();
                                    changed.mentioned.clear();
                                    changed.values.clear();
                                  })},
            {"class", "chip all"}},
           "all filters away");
}

}  // namespace dossier::web
