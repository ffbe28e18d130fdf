#include "dossier/render/problem_text.h"
#include "layout.h"
#include "pages.h"

namespace dossier::web {
namespace {

std::string_view headline(const ProblemDetails& details) {
  if (details.status == 404) return "Nothing here";
  if (details.status == 503) return "The index cannot be read just now";
  return details.title;
}

}  // namespace

Response error_page(const SiteOptions&, const Request& request, const HttpProblem& problem) {
  const ProblemDetails& details = problem.details();
  const PageFrame frame{
      .title = std::string(headline(details)), .kind = "plain", .state = read_state(request)};
  Response response{.status = details.status, .body = {}, .headers = problem.headers()};
  response.body = make_page(frame, [&](Html& html) {
    const auto article = html.open("article", {{"class", "trouble"}});
    html.put("h1", {}, headline(details));
    html.put("p", {{"dir", "auto"}}, details.detail);
    if (!details.hint.empty()) html.put("p", {{"class", "hint"}, {"dir", "auto"}}, details.hint);
    for (const Problem& place : details.problems) {
      const std::string& text = place.filter.empty() ? frame.state.query : place.filter;
      html.put("p", {}, place.message);
      html.put("pre", {{"aria-hidden", "true"}}, caret_lines(text, place.span, {.width = 72}));
    }
    const auto ways = html.open("p");
    html.put("a", {{"href", Address::local("/")}}, "To the search");
  });
  return response;
}

}  // namespace dossier::web
