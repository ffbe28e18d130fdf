#include "search_answer.h"

#include "dossier/core/utf8.h"
#include "dossier/query/parser.h"
#include "dossier/render/problem_text.h"

namespace dossier {

// A filter given as an argument is meant: what it cannot be read as is refused, with the place. A query goes
// on without, as the last part of the message says; that part does not hold here.
bool filters_are_understood(const SearchRequest& request, const Style& style) {
  std::vector<std::string> filters = request.where;
  if (!request.published.empty()) filters.push_back("published:" + request.published);
  if (!request.mentioned.empty()) filters.push_back("mentioned:" + request.mentioned);
  for (const std::string& filter : filters) {
    const ParsedQuery parsed = parse_filter(filter);
    if (parsed.problems.empty()) continue;
    Problem problem = parsed.problems[0];
    problem.message = problem.message.substr(0, problem.message.rfind("; "));
    say("dossier: the filter is not understood: " + problem_text(parsed.text, problem, style));
    return false;
  }
  return true;
}

void require_query(const SearchRequest& request) {
  if (trim(request.query).empty() && request.where.empty() && request.published.empty() &&
      request.mentioned.empty()) {
    throw Error(ErrorCode::usage, "no query was given",
                "dossier search kosovo resolution; 'dossier help query' shows the language");
  }
}

void say_problems(const SearchResult& result, const Style& style) {
  for (const Problem& problem : result.problems)
    say("dossier: " + problem_text(result.query, problem, style));
}

namespace {

// Nothing of the query was understood.
bool is_senseless(const SearchResult& result) {
  return result.interpreted.empty() && !result.problems.empty() && result.hits.empty();
}

}  // namespace

int result_code(const SearchResult& result) {
  if (is_senseless(result)) return exit_usage;
  return result.hits.empty() && result.total.passages == 0 ? exit_nothing : exit_ok;
}

}  // namespace dossier
