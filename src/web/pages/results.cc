#include "results.h"

#include <fmt/format.h>

#include <algorithm>
#include <span>

#include "dates.h"
#include "dossier/core/utf8.h"
#include "dossier/render/numbers.h"
#include "dossier/render/problem_text.h"
#include "dossier/render/summary.h"
#include "dossier/search/request_parts.h"
#include "exports.h"
#include "passage_text.h"

namespace dossier::web {
namespace {

// More than these dates of a passage are counted, not named.
constexpr std::size_t kNamedDates = 3;
// The same of the texts that repeat a hit.
constexpr std::size_t kNamedRepeats = 5;

std::string place_of(const HitPassage& passage) {
  return fmt::format("p{}", passage.ordinal);
}

void put_fact(Html& html, std::string_view text, std::string_view kind) {
  if (!trim(text).empty()) html.put("bdi", {{"class", kind}}, text);
}

void put_facts(Html& html, const HitDocument& document) {
  const auto facts = html.open("p", {{"class", "facts"}});
  const std::string published = document.published ? date_in_words(*document.published) : "undated";
  {
    const auto date =
        html.open("bdi", {Attribute("class", document.published ? "published" : "published undated"),
                          Attribute("title", document.published ? "found in " + document.published->from : "")
                              .when(document.published.has_value())});
    html.text(published);
  }
  put_fact(html, document.source, "source");
  put_fact(html, document.author, "author");
  put_fact(html, value_in_words(kKeywordFacets[1], document.language), "language");
  put_fact(html, kind_label(document), "type");
}

// The dates that a filter lets pass first: they are why the passage is here.
std::string dates_in_words(const HitPassage& passage, const std::vector<MentionFilter>& filters) {
  std::vector<std::string> names;
  const auto collect = [&](bool passing) {
    for (const DateMention& mention : passage.mentioned) {
      if (let_pass(filters, mention.days) != passing) continue;
      std::string name = date_in_words(mention);
      if (std::find(names.begin(), names.end(), name) == names.end()) names.push_back(std::move(name));
    }
  };
  collect(true);
  if (names.empty()) return {};
  const std::size_t more = names.size() - std::min(names.size(), kNamedDates);
  names.resize(names.size() - more);
  std::string out = fmt::format("mentions {}", fmt::join(names, ", "));
  if (more > 0) out += fmt::format(" and {} more", more);
  return out;
}

// What repeats the hit and therefore is no hit by itself.
void put_repeats(Html& html, const PageState& state, const std::vector<GroupedHit>& repeats) {
  if (repeats.empty()) return;
  const auto line = html.open("p", {{"class", "place repeats"}});
  html.put("span", {}, "also in");
  const std::size_t named = std::min(repeats.size(), kNamedRepeats);
  for (const GroupedHit& repeat : std::span(repeats).first(named)) {
    const std::string ordinal = repeat.passage.substr(repeat.passage.rfind('#') + 1);
    const auto item = html.open("span");
    html.put("a", {{"href", document_address(state, repeat.document.id, "p" + ordinal)}, {"class", "read"}},
             repeat.document.title);
    html.text(fmt::format(" ({})", relation_name(repeat.relation.relation)));
  }
  if (repeats.size() > named) html.put("span", {}, fmt::format("and {} more", repeats.size() - named));
}

void put_hit(Html& html, const PageState& state, const SearchResult& result, const Hit& hit) {
  const HitPassage& passage = hit.passage;
  const auto section = html.open("div", {{"class", hit.partial ? "hit partial" : "hit"},
                                         {"id", fmt::format("hit-{}", hit.rank)},
                                         {"data-passage", passage.id}});
  if (!passage.headings.empty()) {
    const auto path = html.open("p", {{"class", "headings"}, lang_of(hit.document), {"dir", "auto"}});
    for (const std::string& heading : passage.headings) html.put("span", {}, heading);
  }
  {
    const auto text = html.open("p", {{"class", "text"}, lang_of(hit.document), {"dir", "auto"}});
    put_passage_text(html, passage, {});
  }
  {
    const auto place = html.open("p", {{"class", "place"}});
    const Address address = document_address(state, hit.document.id, place_of(passage));
    const std::string paragraph = fmt::format("¶\u00A0{}", passage.ordinal + 1);
    html.put("a", {{"href", address}, {"class", "read"}},
             passage.page ? fmt::format("p.\u00A0{} · {}", *passage.page, paragraph) : paragraph);
    put_fact(html, dates_in_words(passage, result.mentioned), "dates");
    html.put("a", {{"href", Address::local("/cite/", passage.id)}, {"class", "cite"}}, "cite");
  }
  put_repeats(html, state, hit.grouped);
}

void put_document(Html& html, const PageState& state, const SearchResult& result,
                  const std::vector<const Hit*>& hits) {
  const HitDocument& document = hits.front()->document;
  const auto item = html.open("li");
  const auto article = html.open("article", {{"class", state.open == document.id ? "found open" : "found"},
                                             {"data-document", document.id}});
  {
    const auto title = html.open("h3", {lang_of(document), {"dir", "auto"}});
    const auto link = html.open(
        "a",
        {{"href", document_address(state, document.id, place_of(hits.front()->passage))}, {"class", "read"}});
    put_title(html, document);
  }
  put_facts(html, document);
  for (const Hit* hit : hits) put_hit(html, state, result, *hit);
}

// Filters in the place of a date that was typed as a word.
void put_date_offer(Html& html, const PageState& state, const QueryDate& date) {
  const std::string typed = state.query.substr(date.span.offset, date.span.length);
  const auto offer = [&](std::string PageState::*filter, std::string_view text) {
    const Address address = address_with(state, [&](PageState& changed) {
      changed.query.erase(date.span.offset, date.span.length);
      changed.query = collapse_whitespace(changed.query);
      changed.*filter = date.value;
    });
    html.put("a", {{"href", address}}, text);
  };
  const auto line = html.open("p", {{"class", "suggestion"}});
  html.text(fmt::format("{} as a date: ", typed));
  offer(&PageState::published, "documents published then");
  html.text(" or ");
  offer(&PageState::mentioned, "passages that speak of it");
}

bool same_words(std::string_view a, std::string_view b) {
  return collapse_whitespace(ascii_lower(a)) == collapse_whitespace(ascii_lower(b));
}

}  // namespace

void put_summary(Html& html, const SearchResult& result) {
  const auto line = html.open("p", {{"class", "summary"}, {"id", "summary"}, {"role", "status"}});
  bool first = true;
  for (const std::string& fact : summary_facts(result)) {
    html.put(first ? name::Tag("strong") : name::Tag("span"), {}, fact);
    first = false;
  }
  const std::string page = page_fact(result, "–");
  if (!page.empty()) html.put("span", {}, page);
  if (!result.interpreted.empty() && !same_words(result.interpreted, result.query)) {
    const auto read_as = html.open("span", {{"class", "read-as"}});
    html.text("read as ");
    html.put("bdi", {}, result.interpreted);
  }
}

void put_problems(Html& html, const PageState& state, const SearchResult& result) {
  if (!result.problems.empty()) {
    const auto list = html.open("ul", {{"class", "problems"}, {"id", "problems"}});
    for (const Problem& problem : result.problems) {
      const auto item = html.open("li");
      html.put("p", {}, problem.message);
      const bool of_query = problem.filter.empty();
      html.put("pre", {{"aria-hidden", "true"}},
               caret_lines(of_query ? result.query : problem.filter, problem.span, {.width = 72}));
    }
  }
  if (result.suggestion) {
    const auto line = html.open("p", {{"class", "suggestion"}});
    html.text("Did you mean ");
    html.put(
        "a",
        {{"href", address_with(state, [&](PageState& s) { s.query = *result.suggestion; })}, {"dir", "auto"}},
        *result.suggestion);
    html.text("?");
  }
  for (const QueryDate& date : result.dates) put_date_offer(html, state, date);
}

namespace {

struct OrderName {
  SortOrder order;
  std::string_view name;
};
constexpr OrderName kOrders[] = {{SortOrder::relevance, "relevance"},
                                 {SortOrder::newest, "newest"},
                                 {SortOrder::oldest, "oldest"},
                                 {SortOrder::mentioned, "dates mentioned"}};

void put_choice(Html& html, bool chosen, const Address& address, std::string_view text) {
  html.put("a", {{"href", address}, Attribute("aria-current", "true").when(chosen)}, text);
}

}  // namespace

void put_result_tools(Html& html, const PageState& state) {
  const auto tools = html.open("div", {{"class", "orders"}});
  {
    const auto nav = html.open("nav", {{"aria-label", "Order"}});
    html.put("span", {{"class", "label"}}, "by");
    for (const OrderName& order : kOrders) {
      put_choice(html, state.sort == order.order,
                 address_with(state, [&](PageState& changed) { changed.sort = order.order; }), order.name);
    }
  }
  {
    const auto nav = html.open("nav", {{"aria-label", "What a hit is"}});
    html.put("span", {{"class", "label"}}, "as");
    for (const auto& [by, text] :
         {std::pair(GroupBy::passage, "passages"), std::pair(GroupBy::document, "documents")}) {
      put_choice(html, state.by == by,
                 address_with(state, [&, by = by](PageState& changed) { changed.by = by; }), text);
    }
  }
  put_exports(html, state);
}

void put_hits(Html& html, const PageState& state, const SearchResult& result) {
  std::vector<std::vector<const Hit*>> documents;
  for (const Hit& hit : result.hits) {
    const auto own = std::find_if(documents.begin(), documents.end(), [&](const auto& hits) {
      return hits.front()->document.id == hit.document.id && hits.front()->partial == hit.partial;
    });
    if (own == documents.end())
      documents.push_back({&hit});
    else
      own->push_back(&hit);
  }
  const auto list = html.open("ol", {{"class", "hits"}});
  bool partial = false;
  for (const auto& hits : documents) {
    if (hits.front()->partial && !partial) {
      partial = true;
      html.put("li", {{"class", "parting"}}, "Passages with only some of the words");
    }
    put_document(html, state, result, hits);
  }
}

void put_pager(Html& html, const PageState& state, const SearchResult& result) {
  const Counts& total = result.total;
  const std::uint64_t all = state.by == GroupBy::passage ? total.passages + result.partial.passages
                                                         : total.documents + result.partial.documents;
  // Hits that say what a better one says are counted too, and shown beside that: the last page may come
  // sooner.
  const bool more = result.hits.size() == kHitsPerPage && state.page * kHitsPerPage < all;
  if (state.page == 1 && !more) return;
  const auto nav = html.open("nav", {{"class", "pager"}, {"aria-label", "Pages"}});
  const auto link = [&](std::size_t page, std::string_view text, std::string_view rel) {
    html.put("a",
             {{"href", address_with(state, [&](PageState& changed) { changed.page = page; })}, {"rel", rel}},
             text);
  };
  if (state.page > 1) link(state.page - 1, "← earlier hits", "prev");
  html.put("span", {}, fmt::format("page {}", group_digits(state.page)));
  if (more) link(state.page + 1, "more hits →", "next");
}

}  // namespace dossier::web
