#include <fmt/format.h>

#include "dates.h"
#include "dossier/core/utf8.h"
#include "layout.h"
#include "pages.h"
#include "passage_text.h"

namespace dossier::web {
namespace {

// Where the reader finds it again: the page as it was asked for, so that the link works from where they are.
std::string link_back(const Request& request, const HitDocument& document, const HitPassage* passage) {
  Address address = Address::local("/documents/", document.id);
  if (passage != nullptr) address = address.at(fmt::format("p{}", passage->ordinal));
  return fmt::format("http://{}{}", request.header("host"), address.text());
}

// As a careful person would have typed it: who, what, where, when, which page.
std::string reference(const HitDocument& document, const HitPassage* passage) {
  std::vector<std::string> parts;
  const auto add = [&](std::string_view part) {
    if (!trim(part).empty()) parts.push_back(collapse_whitespace(part));
  };
  add(document.author);
  parts.push_back(fmt::format("“{}”", collapse_whitespace(title_of(document))));
  add(document.source);
  add(document.published ? date_in_words(*document.published) : "undated");
  if (passage != nullptr && passage->page) add(fmt::format("p.\u00A0{}", *passage->page));
  return fmt::format("{}.", fmt::join(parts, ", "));
}

std::string quotation(const Request& request, const DocumentView& view, bool whole_document) {
  const HitPassage* passage = whole_document || view.passages.empty() ? nullptr : &view.passages.front();
  std::string out;
  if (passage != nullptr) out = fmt::format("“{}”\n", trim(passage->text));
  out += reference(view.document, passage);
  if (Address::web(view.document.url)) out += "\n" + view.document.url;
  return out + "\n" + link_back(request, view.document, passage) + "\n";
}

}  // namespace

Response cite_page(SiteContext& context, const Request& request, const std::string& id) {
  // Of a document its facts are wanted, not its text.
  const auto view = context.searcher().view({.id = id, .limit = 1});
  if (!view) throw HttpProblem(404, "there is no document or passage " + id);
  const bool whole_document = id == view->document.id;
  const PageFrame frame{.title = "Citation", .kind = "plain", .state = read_state(request)};
  return {.body = make_page(frame,
                            [&](Html& html) {
                              const auto article = html.open("article", {{"class", "citations"}});
                              html.put("h1", {},
                                       whole_document ? "Citing the document" : "Citing the passage");
                              html.put("h2", {}, "Plain");
                              html.put("pre", {{"data-format", "plain"}, {"dir", "auto"}},
                                       quotation(request, *view, whole_document));
                            }),
          .headers = {}};
}

}  // namespace dossier::web
