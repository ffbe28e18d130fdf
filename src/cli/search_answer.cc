#include "search_answer.h"

#include "dossier/render/problem_text.h"
#include "dossier/search/request_parts.h"

namespace dossier {

bool filters_are_understood(const SearchRequest& request, const Style& style) {
  const auto problem = misunderstood_filter(request);
  if (problem)
    say("dossier: the filter is not understood: " + problem_text(problem->filter, *problem, style));
  return !problem;
}

void require_query(const SearchRequest& request) {
  if (asks_for_nothing(request)) {
    throw Error(ErrorCode::usage, "no query was given",
                "dossier search kosovo resolution; 'dossier help query' shows the language");
  }
}

void say_problems(const SearchResult& result, const Style& style) {
  for (const Problem& problem : result.problems)
    say("dossier: " + problem_text(result.query, problem, style));
}

int result_code(const SearchResult& result) {
  if (nothing_understood(result)) return exit_usage;
  return result.hits.empty() && result.total.passages == 0 ? exit_nothing : exit_ok;
}

}  // namespace dossier
