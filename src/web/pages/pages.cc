#include "pages.h"

#include <fmt/format.h>

#include "../parameters.h"
#include "dossier/core/percent.h"
#include "dossier/render/html_text.h"

namespace dossier::web {
namespace {

Response page(std::string_view title, const std::string& query, const std::string& content) {
  return {.body = fmt::format("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n"
                              "<title>{} · dossier</title>\n"
                              "<link rel=\"stylesheet\" href=\"/assets/page.css\">\n</head>\n<body>\n"
                              "<form action=\"/search\"><input name=\"q\" value=\"{}\" aria-label=\"Query\">"
                              "<button>Search</button></form>\n{}</body>\n</html>\n",
                              html_text(title), html_text(query), content),
          .headers = {}};
}

}  // namespace

Response home_page(SiteContext&, const Request&) {
  return page("Search", "", "");
}

Response search_page(SiteContext& context, const Request& request) {
  const SearchRequest asked = search_request(Arguments(search_parameters(), request, {}, Reading::lenient));
  std::string hits;
  for (const Hit& hit : context.searcher().search(asked).hits) {
    hits += fmt::format("<article><h2><a href=\"/documents/{}?q={}\">{}</a></h2><p>{}</p></article>\n",
                        percent_escape(hit.document.id), percent_escape(asked.query),
                        html_text(hit.document.title), html_text(hit.passage.text));
  }
  return page(asked.query, asked.query, hits);
}

Response document_page(SiteContext& context, const Request& request, const std::string& id) {
  const std::string query(request.parameter("q"));
  const auto view = context.searcher().view({.id = id, .query = query});
  if (!view) throw HttpProblem(404, "there is no document '" + id + "'");
  std::string text;
  for (const HitPassage& passage : view->passages) text += "<p>" + html_text(passage.text) + "</p>\n";
  return page(view->document.title, query, "<h1>" + html_text(view->document.title) + "</h1>\n" + text);
}

Response error_page(const SiteOptions&, const Request& request, const HttpProblem& problem) {
  Response response = page(problem.details().title, std::string(request.parameter("q")),
                           "<p>" + html_text(problem.details().detail) + "</p>\n<p>" +
                               html_text(problem.details().hint) + "</p>\n");
  response.status = problem.details().status;
  response.headers = problem.headers();
  return response;
}

}  // namespace dossier::web
