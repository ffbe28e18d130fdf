#include <fmt/format.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <fstream>
#include <iostream>
#include <sstream>
#include <thread>

#include "context.h"
#include "dossier/core/utf8.h"
#include "dossier/query/parser.h"
#include "dossier/render/numbers.h"
#include "dossier/render/problem_text.h"
#include "dossier/render/search_output.h"
#include "dossier/search/searcher.h"
#include "output.h"
#include "search_options.h"

namespace dossier {
namespace {

struct NamedQuery {
  std::string id;
  std::string query;
};

// A filter given as an argument is meant: what it cannot be read as is refused, with the place. A query goes
// on without.
bool filters_are_understood(const SearchRequest& request, const Style& style) {
  std::vector<std::string> filters = request.where;
  if (!request.published.empty()) filters.push_back("published:" + request.published);
  for (const std::string& filter : filters) {
    const ParsedQuery parsed = parse_filter(filter);
    if (parsed.problems.empty()) continue;
    fmt::print(stderr, "dossier: the filter is not understood\n{}",
               problem_text(parsed.text, parsed.problems[0], style));
    return false;
  }
  return true;
}

void write_result(std::ostream& out, const SearchResult& result, const SearchOptions& options,
                  const Style& style, const std::string& id, bool first) {
  if (options.format == "json")
    write_search_json(out, result);
  else if (options.format == "jsonl")
    write_search_jsonl(out, result);
  else if (options.format == "csv")
    write_search_csv(out, result, first);
  else if (options.format == "html")
    write_search_html(out, result);
  else if (options.format == "trec")
    write_search_trec(out, result, id);
  else
    write_search_text(out, result, style);
}

// Nothing of the query was understood.
bool is_senseless(const SearchResult& result) {
  return result.interpreted.empty() && !result.problems.empty() && result.hits.empty();
}

int result_code(const SearchResult& result) {
  if (is_senseless(result)) return exit_usage;
  return result.hits.empty() && result.total.passages == 0 ? exit_nothing : exit_ok;
}

std::vector<NamedQuery> read_queries(const std::string& name) {
  std::ifstream file;
  if (name != "-") {
    file.open(name);
    if (!file)
      throw Error(ErrorCode::usage, "cannot read the queries in " + name,
                  "give a file with a query a line: id, tab, query");
  }
  std::istream& in = name == "-" ? std::cin : file;
  std::vector<NamedQuery> queries;
  std::size_t number = 0;
  for (std::string line; std::getline(in, line);) {
    ++number;
    if (!line.empty() && line.back() == '\r') line.pop_back();
    if (trim(line).empty()) continue;
    const std::size_t tab = line.find('\t');
    if (tab == std::string::npos)
      queries.push_back({std::to_string(number), line});
    else
      queries.push_back({line.substr(0, tab), line.substr(tab + 1)});
  }
  return queries;
}

// Answers many queries on all cores; the answers come out in order.
int run_queries(Context& context, const SearchOptions& options, const SearchRequest& request) {
  const std::vector<NamedQuery> queries = read_queries(options.queries);
  const std::string index = context.index();
  const Style style = context.output_style();
  DescriptorStream out(STDOUT_FILENO);
  bool any = false;
  const unsigned threads = std::max(1u, std::thread::hardware_concurrency());
  std::vector<std::unique_ptr<Searcher>> searchers;
  for (unsigned i = 0; i < threads; ++i) searchers.push_back(std::make_unique<Searcher>(index));
  constexpr std::size_t kBlock = 256;  // answers held before they are written
  for (std::size_t block = 0; block < queries.size(); block += kBlock) {
    const std::size_t count = std::min(kBlock, queries.size() - block);
    std::vector<std::string> answers(count);
    std::atomic<std::size_t> next{0};
    std::atomic<bool> found{false};
    std::vector<std::exception_ptr> errors(threads);
    std::vector<std::thread> workers;
    for (unsigned t = 0; t < threads; ++t) {
      workers.emplace_back([&, t] {
        try {
          for (std::size_t i = next++; i < count; i = next++) {
            SearchRequest one = request;
            one.query = queries[block + i].query;
            const SearchResult result = searchers[t]->search(one);
            if (!result.hits.empty()) found = true;
            std::ostringstream answer;
            write_result(answer, result, options, style, queries[block + i].id, block + i == 0);
            answers[i] = std::move(answer).str();
          }
        } catch (...) {
          errors[t] = std::current_exception();
        }
      });
    }
    for (std::thread& worker : workers) worker.join();
    for (const std::exception_ptr& error : errors) {
      if (error) std::rethrow_exception(error);
    }
    for (const std::string& answer : answers) out << answer;
    any = any || found;
  }
  out.flush();
  return any ? exit_ok : exit_nothing;
}

void require_query(const SearchRequest& request) {
  if (trim(request.query).empty() && request.where.empty() && request.published.empty()) {
    throw Error(ErrorCode::usage, "no query was given",
                "dossier search kosovo resolution; 'dossier help query' shows the language");
  }
}

int run_search(Context& context, SearchOptions& options) {
  SearchRequest request = make_request(options);
  request.bare = options.format == "trec";
  if (!filters_are_understood(request, context.error_style())) return exit_usage;
  if (!options.queries.empty()) return run_queries(context, options, request);
  require_query(request);
  Searcher searcher(context.index());
  const SearchResult result = searcher.search(request);
  const Style style = context.output_style();  // before the pager takes the terminal's place
  const Pager pager(options.format == "text");
  DescriptorStream out(STDOUT_FILENO);
  write_result(out, result, options, style, "1", true);
  out.flush();
  return result_code(result);
}

int run_facets(Context& context, SearchOptions& options) {
  SearchRequest request = make_request(options);
  request.limit = 0;
  if (!filters_are_understood(request, context.error_style())) return exit_usage;
  if (trim(request.query).empty()) request.query = "*";
  Searcher searcher(context.index());
  const SearchResult result = searcher.search(request);
  DescriptorStream out(STDOUT_FILENO);
  if (options.format == "json")
    write_facets_json(out, result);
  else if (options.format == "csv")
    write_facets_csv(out, result);
  else
    write_facets_text(out, result, context.output_style());
  out.flush();
  return is_senseless(result) ? exit_usage : result.total.passages == 0 ? exit_nothing : exit_ok;
}

void print_explanation(std::ostream& out, const Explanation& explanation, const Style& style) {
  const SearchResult& result = explanation.result;
  out << "tree      " << explanation.tree << '\n';
  out << "means     " << result.interpreted << '\n';
  out << "matches   passages with " << (result.match == "all" ? "all" : "any") << " of the words"
      << (result.relaxed ? ", since none has all" : "") << '\n';
  out << "found     " << passages_of(result.total.passages) << " in " << documents_of(result.total.documents)
      << '\n';
  out << "compiled  " << explanation.compiled << '\n';
  for (const Problem& problem : result.problems) out << problem_text(result.query, problem, style);
  for (std::size_t i = 0; i < result.hits.size(); ++i) {
    const Hit& hit = result.hits[i];
    const auto& why = explanation.hits[i];
    out << fmt::format("\n{}. {} ({})  score {:.2f} = passage {:.2f} + document {:.2f}\n", hit.rank,
                       visible_text(hit.document.title), visible_name(hit.passage.id), hit.score,
                       why.passage_score, why.document_score);
    for (const ExplainedTerm& term : why.terms) {
      std::string terms;
      for (const std::string& name : term.terms) terms += (terms.empty() ? "" : " ") + visible_name(name);
      out << fmt::format("   {:>6.2f}  {} ({}: {}; in {})\n", term.weight, visible_text(term.word), term.how,
                         terms, passages_of(term.passages));
    }
  }
}

int run_explain(Context& context, SearchOptions& options) {
  SearchRequest request = make_request(options);
  request.facets.clear();
  if (!filters_are_understood(request, context.error_style())) return exit_usage;
  require_query(request);
  Searcher searcher(context.index());
  const Explanation explanation = searcher.explain(request);
  DescriptorStream out(STDOUT_FILENO);
  print_explanation(out, explanation, context.output_style());
  out.flush();
  return result_code(explanation.result);
}

void add_query_options(CLI::App& command, SearchOptions& options) {
  command.add_option("QUERY", options.words, "The query; 'dossier help query' shows the language")
      ->type_name("");
  command
      .add_option("--match", options.match,
                  "Which passages match: with all words, any, or auto (all for up to four words)")
      ->check(CLI::IsMember({"auto", "all", "any"}))
      ->capture_default_str();
  command
      .add_option("--published", options.request.published,
                  "Only documents published then: 2013, 2013-05, 2012..2014")
      ->type_name("RANGE");
  command
      .add_option("--where", options.request.where,
                  "Only what FIELD:VALUE says (repeatable): lang:de, source:..., type:html")
      ->type_name("FIELD:VALUE")
      ->allow_extra_args(false);
  command.add_flag("--exact", options.request.exact, "No stemming, no folding of accents");
}

void add_facet_option(CLI::App& command, const std::string& name, SearchOptions& options) {
  command
      .add_option(name, options.facets,
                  "Count by NAME[:interval][:size] (repeatable): published:month, language, source:20, type")
      ->type_name("FACET")
      ->allow_extra_args(false);
}

void add_search_options(CLI::App& command, SearchOptions& options) {
  add_query_options(command, options);
  command.add_option("-n", options.request.limit, "Hits at most")->type_name("N")->capture_default_str();
  command.add_option("--offset", options.request.offset, "Hits to pass over")->type_name("N");
  command.add_option("--by", options.by, "What a hit is")
      ->check(CLI::IsMember({"passage", "document"}))
      ->capture_default_str();
  add_facet_option(command, "--facet", options);
  command.add_flag("--no-facets", options.no_facets, "Count no facets");
  command.add_option("--sort", options.sort, "Order of the hits")
      ->check(CLI::IsMember({"relevance", "newest", "oldest"}))
      ->capture_default_str();
  command.add_option("--snippets", options.request.snippets, "Fragments of a passage at most")
      ->type_name("N")
      ->capture_default_str();
  command.add_option("--format", options.format, "Output format")
      ->check(CLI::IsMember({"text", "json", "jsonl", "csv", "html", "trec"}))
      ->capture_default_str();
  command
      .add_option("--queries", options.queries,
                  "Answer the queries in FILE, one a line: id, tab, query; - is standard input")
      ->type_name("FILE");
}

void add_facets_options(CLI::App& command, SearchOptions& options) {
  add_query_options(command, options);
  add_facet_option(command, "--by", options);
  command.add_option("--format", options.format, "Output format")
      ->check(CLI::IsMember({"text", "json", "csv"}))
      ->capture_default_str();
}

void add_explain_options(CLI::App& command, SearchOptions& options) {
  options.request.limit = 3;
  add_query_options(command, options);
  command.add_option("-n", options.request.limit, "Hits to explain")->type_name("N")->capture_default_str();
}

}  // namespace

void add_search_commands(Context& context) {
  context.add_command<SearchOptions>("search", "Find passages: ranked, marked, with dates", &run_search,
                                     &add_search_options);
  context.add_command<SearchOptions>("facets", "Count what matches by date, language, source or type",
                                     &run_facets, &add_facets_options);
  context.add_command<SearchOptions>("explain",
                                     "Show how a query is understood and why its hits rank where they do",
                                     &run_explain, &add_explain_options);
}

}  // namespace dossier
