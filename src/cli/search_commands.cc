#include <fmt/format.h>
#include <unistd.h>

#include "context.h"
#include "dossier/app/query_dates.h"
#include "dossier/core/utf8.h"
#include "dossier/render/citation.h"
#include "dossier/render/explanation.h"
#include "dossier/render/search_output.h"
#include "dossier/render/suggestions.h"
#include "dossier/search/searcher.h"
#include "query_batch.h"
#include "search_answer.h"
#include "search_options.h"

namespace dossier {
namespace {

constexpr std::size_t kMostSuggestions = 1000;

bool is_citation_format(const std::string& name) {
  return citation_format(name).name == name;
}

// The passages found, or the documents where these are the hits.
std::vector<Cited> cited_of(const SearchResult& result) {
  std::vector<Cited> cited;
  for (const Hit& hit : result.hits)
    cited.push_back({&hit.document, result.request.by == GroupBy::passage ? &hit.passage : nullptr});
  return cited;
}

void write_result(std::ostream& out, const SearchResult& result, const std::string& format,
                  const Style& style, bool first) {
  if (format == "json")
    write_search_json(out, result);
  else if (format == "jsonl")
    write_search_jsonl(out, result);
  else if (format == "csv")
    write_search_csv(out, result, first);
  else if (format == "html")
    write_search_html(out, result);
  else if (format == "trec")
    write_search_trec(out, result);
  else if (is_citation_format(format))
    write_citations(out, cited_of(result), citation_format(format).format);
  else
    write_search_text(out, result, style);
}

// Formats that have no place for what was not understood: it goes to standard error.
void tell_problems(const SearchResult& result, const std::string& format, const Style& style) {
  if (format == "text" || format == "json" || format == "html") return;
  say_problems(result, style);
}

int run_queries(Context& context, const SearchOptions& options, const SearchRequest& request) {
  if (!options.words.empty())
    throw Error(ErrorCode::usage, "the queries come from " + options.queries + ", but one was also given",
                "leave out either");
  if (options.format == "html")
    throw Error(ErrorCode::usage, "html is a page for one query",
                "use --format json, jsonl, csv, trec or text");
  const std::vector<NamedQuery> queries = read_queries(options.queries);
  Output out = context.output(options.format == "text");
  const Style style = out.style_with_dates(options.dates);
  const bool any = answer_queries(context.index(), queries, request, out.stream(),
                                  [&](std::ostream& answer, const SearchResult& result, bool first) {
                                    write_result(answer, result, options.format, style, first);
                                  });
  out.finish();
  return any ? exit_ok : exit_nothing;
}

int run_search(Context& context, SearchOptions& options) {
  SearchRequest request = make_request(options);
  request.bare = options.format == "trec";
  if (!filters_are_understood(request, context.error_style())) return exit_usage;
  if (!options.queries.empty()) return run_queries(context, options, request);
  require_query(request);
  SearchResult result = Searcher(context.index()).search(request);
  if (options.format == "text") result.dates = dates_among_words(request);
  tell_problems(result, options.format, context.error_style());
  Output out = context.output(options.format == "text");
  write_result(out.stream(), result, options.format, out.style_with_dates(options.dates), true);
  out.finish();
  return result_code(result);
}

int run_facets(Context& context, SearchOptions& options) {
  SearchRequest request = make_request(options);
  request.limit = 0;
  if (!filters_are_understood(request, context.error_style())) return exit_usage;
  if (trim(request.query).empty()) request.query = "*";
  const SearchResult result = Searcher(context.index()).search(request);
  tell_problems(result, options.format, context.error_style());
  Output out = context.output(options.format == "text");
  if (options.format == "json")
    write_facets_json(out.stream(), result);
  else if (options.format == "csv")
    write_facets_csv(out.stream(), result);
  else
    write_facets_text(out.stream(), result, out.style());
  out.finish();
  return result_code(result);
}

int run_explain(Context& context, SearchOptions& options) {
  SearchRequest request = make_request(options);
  request.facets.clear();
  if (!filters_are_understood(request, context.error_style())) return exit_usage;
  require_query(request);
  const Explanation explanation = Searcher(context.index()).explain(request);
  Output out = context.output(options.format == "text");
  if (options.format == "json")
    write_explanation_json(out.stream(), explanation);
  else
    write_explanation_text(out.stream(), explanation, out.style());
  out.finish();
  return result_code(explanation.result);
}

struct SuggestOptions {
  std::vector<std::string> words;
  SuggestRequest request;
  std::string format = "text";
};

int run_suggest(Context& context, SuggestOptions& options) {
  options.request.text = join_words(options.words);
  const Suggestions suggestions = Searcher(context.index()).suggest(options.request);
  Output out = context.output(options.format == "text");
  if (options.format == "json")
    write_suggestions_json(out.stream(), suggestions);
  else
    write_suggestions_text(out.stream(), suggestions, out.style());
  out.finish();
  return suggestions.completions.empty() && suggestions.titles.empty() ? exit_nothing : exit_ok;
}

void add_suggest_options(CLI::App& command, SuggestOptions& options) {
  command.add_option("TEXT", options.words, "What was typed so far; its last word may be unfinished")
      ->required();
  add_number(command, "-n", options.request.limit, kMostSuggestions, "Completions at most");
  add_number(command, "--titles", options.request.titles, kMostSuggestions,
             "Titles at most that have the words in them");
  add_choice(command, "--format", options.format, {"text", "json"}, "Output format");
}

}  // namespace

void add_search_commands(Context& context) {
  context
      .add_command<SearchOptions>(command_group::find, "search", "Find passages: ranked, marked, with dates",
                                  &run_search, &add_search_options)
      ->footer(
          "  dossier search kosovo resolution\n"
          "  dossier search '\"security council\" NEAR/5 kosovo' --published 1998..2008\n"
          "  dossier search kosovo -- -serbia            without a word\n"
          "  dossier search kosovo --facet published:month --facet source\n"
          "  dossier search --queries queries.tsv --by document --format trec\n");
  context
      .add_command<SearchOptions>(command_group::find, "facets",
                                  "Count what matches, by date, language, source or type; without a query, "
                                  "everything",
                                  &run_facets, &add_facets_options)
      ->footer(
          "  dossier facets kosovo --by published:month\n  dossier facets --by language,source:20,type\n");
  context
      .add_command<SearchOptions>(command_group::find, "explain",
                                  "Show how a query is understood and why its hits rank where they do",
                                  &run_explain, &add_explain_options)
      ->footer("  dossier explain kosovo resolution\n");
  context
      .add_command<SuggestOptions>(command_group::find, "suggest",
                                   "Complete what is being typed, by the words and titles of the index",
                                   &run_suggest, &add_suggest_options)
      ->footer("  dossier suggest security coun\n");
}

}  // namespace dossier
