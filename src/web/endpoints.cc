// The API: each handler is the command of that name, as JSON.
#include <sstream>

#include "dossier/app/browse_index.h"
#include "dossier/render/search_output.h"
#include "dossier/render/show.h"
#include "dossier/render/status.h"
#include "problem.h"
#include "routes.h"

namespace dossier::web {
namespace {

// What `write(stream, values...)` writes.
template <typename... Values, typename... Given>
std::string written(void (*write)(std::ostream&, Values...), const Given&... values) {
  std::ostringstream out;
  write(out, values...);
  return std::move(out).str();
}

// A query of which nothing is understood is refused, as on the command line.
SearchResult search_or_refuse(SiteContext& context, const SearchRequest& request) {
  SearchResult result = context.searcher().search(request);
  if (nothing_understood(result))
    throw HttpProblem(400, "nothing of the query is understood").about("q").with(std::move(result.problems));
  return result;
}

std::string answer_search(SiteContext& context, const Arguments& arguments) {
  const SearchRequest request = search_request(arguments);
  if (asks_for_nothing(request)) throw HttpProblem(400, "no query was given").about("q");
  return written(write_search_json, search_or_refuse(context, request));
}

std::string answer_status(SiteContext& context, const Arguments&) {
  return written(write_status_json, index_status(context.options().index), std::string());
}

}  // namespace

const std::vector<Endpoint>& endpoints() {
  static const std::vector<Endpoint> table = {
      {.path = "/api/search",
       .name = "search",
       .summary = "Ranked passages with their matches marked, their documents and facets",
       .parameters = search_parameters(),
       .answer = "SearchResult",
       .handle = &answer_search},
      {.path = "/api/status",
       .name = "status",
       .summary = "The index in numbers",
       .parameters = {},
       .answer = "Status",
       .handle = &answer_status},
  };
  return table;
}

}  // namespace dossier::web
