#include "search_options.h"

#include "dossier/render/citation.h"
#include "dossier/search/request_parts.h"

namespace dossier {

std::string join_words(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& word : words) out += (out.empty() ? "" : " ") + word;
  return out;
}

namespace {

// A histogram on a terminal should be seen at a glance.
constexpr std::size_t kHistogramRows = 24;

}  // namespace

SearchRequest make_request(const SearchOptions& options) {
  SearchRequest request = options.request;
  request.query = join_words(options.words);
  request.by = parse_choice<GroupBy>(options.by);
  request.match = parse_choice<MatchMode>(options.match);
  request.sort = parse_choice<SortOrder>(options.sort);
  request.expand = parse_choice<Expand>(options.expand);
  if (options.no_expand) request.expand = Expand::off;
  for (const std::string& facet : options.facets) request.facets.push_back(parse_facet(facet));
  if (options.facets.empty()) request.facets = default_facets();
  if (options.facets.empty() && options.format == "text") {
    for (FacetRequest& facet : request.facets) facet.rows = kHistogramRows;
  }
  if (options.no_facets) request.facets.clear();
  // Programs that score or count rows want each hit as one.
  request.group = !options.no_group && options.format != "csv" && options.format != "trec";
  return request;
}

namespace {

constexpr std::size_t kMostHits = 1'000'000'000;
constexpr const char* kFinding = "What is found";
constexpr const char* kShowing = "What is shown";

std::vector<std::string> result_formats() {
  std::vector<std::string> formats = {"text", "json", "jsonl", "csv", "html", "trec"};
  std::vector<std::string> names = citation_format_names();
  for (std::string& name : names) formats.push_back(std::move(name));
  return formats;
}

}  // namespace

void add_filter_options(CLI::App& command, SearchOptions& options) {
  command
      .add_option("--published", options.request.published,
                  "Only documents published then: 2013, 2013-05, 2012..2014, ..1999")
      ->type_name("RANGE")
      ->group(kFinding);
  command
      .add_option("--mentioned", options.request.mentioned,
                  "Only passages that speak of then: 1999, 1999-06, 1998..1999; =2013: of nothing beyond it")
      ->type_name("RANGE")
      ->group(kFinding);
  command
      .add_option("--where", options.request.where,
                  "Only what FIELD:VALUE says, the value as a whole: lang:de, type:html, 'source:UN Security "
                  "Council'; any number of times")
      ->type_name("FIELD:VALUE")
      ->allow_extra_args(false)
      ->group(kFinding);
}

void add_query_options(CLI::App& command, SearchOptions& options) {
  command.add_option("QUERY", options.words, "The query; 'dossier help query' shows the language");
  add_choice(command, "--match", options.match, choice_names<MatchMode>(),
             "Which passages match: with all words, with any, or auto: with all of up to four words")
      ->group(kFinding);
  add_filter_options(command, options);
  command.add_flag("--exact", options.request.exact, "No stemming, no folding of accents")->group(kFinding);
  command
      .add_flag("--no-expand", options.no_expand,
                "Only what was typed: no other spellings of names, no words that the best hits share")
      ->group(kFinding);
}

namespace {

void add_expand_option(CLI::App& command, SearchOptions& options) {
  add_choice(
      command, "--expand", options.expand, choice_names<Expand>(),
      "Let words that the best hits share count towards the order: where they stand out, always, or, as "
      "--no-expand, never")
      ->group(kFinding);
}

void add_page_options(CLI::App& command, SearchOptions& options) {
  add_number(command, "-n", options.request.limit, kMostHits, "Hits at most")->group(kShowing);
  add_number(command, "--offset", options.request.offset, kMostHits, "Hits to pass over")->group(kShowing);
  add_choice(command, "--by", options.by, choice_names<GroupBy>(), "What a hit is")->group(kShowing);
  command
      .add_flag("--no-group", options.no_group,
                "Give the same passage of copies, versions and excerpts as hits of their own")
      ->group(kShowing);
}

void add_snippets_option(CLI::App& command, SearchOptions& options) {
  add_number(command, "--snippets", options.request.snippets, kMostHits,
             "Fragments of a passage at most; 0 shows all of it")
      ->group(kShowing);
}

void add_facet_option(CLI::App& command, const std::string& name, SearchOptions& options) {
  command
      .add_option(name, options.facets,
                  "Count by NAME[:interval][:size]: published:month, mentioned:year, language, source:20, "
                  "type; several parted "
                  "by commas or given one by one")
      ->type_name("FACET")
      ->delimiter(',')
      ->allow_extra_args(false)
      ->group(kShowing);
}

}  // namespace

void add_search_options(CLI::App& command, SearchOptions& options) {
  add_query_options(command, options);
  command
      .add_option("--queries", options.queries,
                  "Answer the queries in FILE instead, one a line: id, tab, query; - is standard input")
      ->type_name("FILE")
      ->group(kFinding);
  add_page_options(command, options);
  add_expand_option(command, options);
  add_choice(command, "--sort", options.sort, choice_names<SortOrder>(),
             "Order of the hits: by relevance, by publication, or by the dates they speak of")
      ->group(kShowing);
  add_snippets_option(command, options);
  command.add_flag("--dates", options.dates, "Mark the dates mentioned too, in text output")->group(kShowing);
  add_facet_option(command, "--facet", options);
  command.add_flag("--no-facets", options.no_facets, "Count no facets")->group(kShowing);
  add_choice(command, "--format", options.format, result_formats(), "Output format")->group(kShowing);
}

void add_facets_options(CLI::App& command, SearchOptions& options) {
  add_query_options(command, options);
  add_facet_option(command, "--by", options);
  add_choice(command, "--format", options.format, {"text", "json", "csv"}, "Output format")->group(kShowing);
}

void add_similar_options(CLI::App& command, SearchOptions& options) {
  options.by = "document";
  add_filter_options(command, options);
  add_page_options(command, options);
  add_snippets_option(command, options);
  add_choice(command, "--format", options.format, {"text", "json"}, "Output format")->group(kShowing);
}

void add_explain_options(CLI::App& command, SearchOptions& options) {
  options.request.limit = 3;
  add_query_options(command, options);
  add_expand_option(command, options);
  add_number(command, "-n", options.request.limit, kMostHits, "Hits to explain")->group(kShowing);
  add_choice(command, "--format", options.format, {"text", "json"}, "Output format")->group(kShowing);
}

void add_timeline_options(CLI::App& command, SearchOptions& options) {
  options.request.limit = 50;
  add_query_options(command, options);
  add_number(command, "-n", options.request.limit, kMostHits, "Dates at most")->group(kShowing);
  add_choice(command, "--format", options.format, {"text", "json", "jsonl", "csv"}, "Output format")
      ->group(kShowing);
}

}  // namespace dossier
