#include "reading.h"

#include <fmt/format.h>

#include <algorithm>

#include "dates.h"
#include "dossier/core/utf8.h"
#include "dossier/render/numbers.h"
#include "dossier/render/terminal.h"
#include "passage_text.h"

namespace dossier::web {
namespace {

std::string place_of(const HitPassage& passage) {
  return fmt::format("p{}", passage.ordinal);
}

// The headings that are new at a passage: its path beyond what it shares with the one before.
std::vector<std::pair<std::size_t, std::string_view>> new_headings(const HitPassage* before,
                                                                   const HitPassage& passage) {
  std::size_t shared = 0;
  if (before != nullptr) {
    while (shared < passage.headings.size() && shared < before->headings.size() &&
           passage.headings[shared] == before->headings[shared])
      ++shared;
  }
  std::vector<std::pair<std::size_t, std::string_view>> out;
  for (std::size_t i = shared; i < passage.headings.size(); ++i) out.emplace_back(i, passage.headings[i]);
  return out;
}

void put_fact(Html& html, std::string_view term, const std::function<void()>& value) {
  html.put("dt", {}, term);
  const auto definition = html.open("dd");
  value();
}

void put_facts(Html& html, const HitDocument& document) {
  const auto list = html.open("dl", {{"class", "facts"}});
  const auto text_fact = [&](std::string_view term, std::string_view text) {
    if (!trim(text).empty()) put_fact(html, term, [&] { html.put("bdi", {}, text); });
  };
  put_fact(html, "Published", [&] {
    html.text(document.published ? date_in_words(*document.published) : "undated");
    if (document.published) html.put("small", {}, " found in " + document.published->from);
  });
  text_fact("Source", document.source);
  text_fact("Author", document.author);
  text_fact("Language", value_in_words(kKeywordFacets[1], document.language));
  text_fact("Type", kind_label(document));
  if (const auto address = Address::web(document.url)) {
    put_fact(html, "Address", [&] {
      html.put("a", {{"href", *address}, {"rel", "noreferrer noopener external"}},
               visible_name(document.url));
    });
  } else {
    text_fact("Address", visible_name(document.url));
  }
  const std::vector<std::string> paths = document.paths.empty() ? std::vector{document.path} : document.paths;
  for (const std::string& path : paths) text_fact("File", visible_name(path));
}

void put_outline(Html& html, const DocumentView& view) {
  std::size_t headings = 0;
  const HitPassage* before = nullptr;
  for (const HitPassage& passage : view.passages) {
    headings += new_headings(before, passage).size();
    before = &passage;
  }
  if (headings < 2) return;
  const auto details = html.open("details", {{"class", "outline"}});
  html.put("summary", {}, fmt::format("Outline, {}", count_of(headings, "heading", "headings")));
  const auto list = html.open("ol");
  before = nullptr;
  for (const HitPassage& passage : view.passages) {
    for (const auto& [depth, heading] : new_headings(before, passage)) {
      const auto item =
          html.open("li", {{"class", fmt::format("depth-{}", std::min<std::size_t>(depth, 5))}});
      html.put("a", {{"href", Address::place(place_of(passage))}, {"dir", "auto"}}, heading);
    }
    before = &passage;
  }
}

// The passages with matches, each a link: how one walks without a script.
void put_match_bar(Html& html, const DocumentView& view, std::size_t matches) {
  const auto nav = html.open("nav", {{"class", "matches"}, {"aria-label", "Matches"}});
  if (matches == 0) {
    html.put("span", {{"class", "count"}}, "No word of the query stands in the text");
    return;
  }
  html.put("span", {{"class", "count"}, {"role", "status"}}, count_of(matches, "match", "matches"));
  {
    const auto walk = html.open("span", {{"class", "walk"}, {"hidden", true}});
    html.put("button", {{"type", "button"}, {"class", "previous"}, {"title", "Previous match (p)"}},
             "↑ previous");
    html.put("button", {{"type", "button"}, {"class", "next"}, {"title", "Next match (n)"}}, "↓ next");
  }
  const auto places = html.open("span", {{"class", "places"}});
  html.text("in ");
  for (const HitPassage& passage : view.passages) {
    if (passage.highlights.empty()) continue;
    html.put("a", {{"href", Address::place(place_of(passage))}},
             fmt::format("¶\u00A0{}", passage.ordinal + 1));
    html.text(" ");
  }
}

void put_heading(Html& html, const HitDocument& document, std::size_t depth, std::string_view heading) {
  const auto put = [&](name::Tag tag) {
    html.put(tag, {{"class", "heading"}, lang_of(document), {"dir", "auto"}}, heading);
  };
  if (depth == 0)
    put("h2");
  else if (depth == 1)
    put("h3");
  else
    put("h4");
}

void put_text(Html& html, const DocumentView& view) {
  const auto text = html.open("div", {{"class", "document-text"}, lang_of(view.document)});
  std::size_t match = 0;
  const HitPassage* before = nullptr;
  for (const HitPassage& passage : view.passages) {
    if (passage.page && (before == nullptr || before->page != passage.page))
      html.put("p", {{"class", "page"}, {"id", fmt::format("page-{}", *passage.page)}, {"lang", "en"}},
               fmt::format("page\u00A0{}", *passage.page));
    for (const auto& [depth, heading] : new_headings(before, passage))
      put_heading(html, view.document, depth, heading);
    before = &passage;
    const auto section =
        html.open("div", {{"class", "passage"}, {"id", place_of(passage)}, {"data-passage", passage.id}});
    {
      const auto margin = html.open("p", {{"class", "margin"}, {"lang", "en"}});
      html.put("a", {{"href", Address::place(place_of(passage))}},
               fmt::format("¶\u00A0{}", passage.ordinal + 1));
      html.text(" ");
      html.put("a", {{"href", Address::local("/cite/", passage.id)}, {"class", "cite"}}, "cite");
    }
    const auto paragraph = html.open("div", {{"class", "text"}, {"dir", "auto"}});
    put_passage_text(html, passage, {.whole = true, .focusable_dates = true, .match_number = &match});
  }
}

}  // namespace

void put_reading(Html& html, const PageState& state, const DocumentView& view, bool beside) {
  const HitDocument& document = view.document;
  std::size_t matches = 0;
  for (const HitPassage& passage : view.passages) matches += passage.highlights.size();
  const auto article =
      html.open("article",
                {{"class", "reading"}, {"data-document", document.id}, {"aria-labelledby", "reading-title"}});
  {
    const auto header = html.open("header");
    {
      const auto back = html.open("p", {{"class", "back"}});
      if (beside) {
        html.put("a",
                 {{"href", address_with(state,
                                        [&](PageState& s) {
                                          s.open.clear();
                                          s.page = state.page;
                                        })},
                  {"class", "close"},
                  {"title", "Close (esc)"}},
                 "× close");
        html.put("a", {{"href", document_address(state, document.id, "")}, {"class", "alone"}}, "by itself");
      } else if (!state.query.empty() || state.has_filters()) {
        html.put("a", {{"href", address_of(state)}, {"class", "close"}}, "← results");
      }
      html.put("a", {{"href", Address::local("/cite/", document.id)}, {"class", "cite"}}, "cite");
    }
    {
      const auto title =
          html.open(beside ? name::Tag("h2") : name::Tag("h1"),
                    {{"id", "reading-title"}, {"class", "title"}, lang_of(document), {"dir", "auto"}});
      put_title(html, document);
    }
    put_facts(html, document);
    put_outline(html, view);
  }
  if (!state.query.empty()) put_match_bar(html, view, matches);
  put_text(html, view);
}

}  // namespace dossier::web
