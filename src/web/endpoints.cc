// The API: each handler is the command of that name, as JSON.
#include <sstream>

#include "dossier/app/browse_index.h"
#include "dossier/core/utf8.h"
#include "dossier/render/citation.h"
#include "dossier/render/search_output.h"
#include "dossier/render/show.h"
#include "dossier/render/status.h"
#include "dossier/render/suggestions.h"
#include "problem.h"
#include "routes.h"

namespace dossier::web {
namespace {

constexpr std::uint32_t kMostPassages = 10'000;  // in one answer
constexpr std::uint32_t kMostCompletions = 100;
constexpr std::uint32_t kMostNumber = 1'000'000'000;

// What `write(stream, values...)` writes.
template <typename... Values, typename... Given>
Response json_of(void (*write)(std::ostream&, Values...), const Given&... values) {
  std::ostringstream out;
  write(out, values...);
  return json_answer(std::move(out).str());
}

// A query of which nothing is understood is refused, as on the command line.
SearchResult search_or_refuse(SiteContext& context, const SearchRequest& request) {
  SearchResult result = context.searcher().search(request);
  if (nothing_understood(result))
    throw HttpProblem(400, "nothing of the query is understood").about("q").with(std::move(result.problems));
  return result;
}

Response answer_search(SiteContext& context, const Arguments& arguments) {
  const SearchRequest request = search_request(arguments);
  if (asks_for_nothing(request)) throw HttpProblem(400, "no query was given").about("q");
  return json_of(write_search_json, search_or_refuse(context, request));
}

Response answer_facets(SiteContext& context, const Arguments& arguments) {
  SearchRequest request = query_request(arguments);
  request.limit = 0;
  request.facets = facet_requests(arguments, "by");
  if (trim(request.query).empty()) request.query = "*";
  return json_of(write_facets_json, search_or_refuse(context, request));
}

// Passages are asked for by "ID#12", documents by what is none of these.
DocumentView view_or_refuse(SiteContext& context, const ViewRequest& request) {
  auto view = context.searcher().view(request);
  if (!view)
    throw HttpProblem(404, "there is no document or passage '" + request.id + "' in the index").about("id");
  return std::move(*view);
}

ViewRequest view_request(const Arguments& arguments) {
  return {.id = arguments.text("id"), .query = arguments.text("q"), .exact = arguments.flag("exact")};
}

Response answer_document(SiteContext& context, const Arguments& arguments) {
  ViewRequest request = view_request(arguments);
  request.offset = arguments.number("offset");
  request.limit = arguments.number("n");
  return json_of(write_view_json, view_or_refuse(context, request));
}

Response answer_passage(SiteContext& context, const Arguments& arguments) {
  ViewRequest request = view_request(arguments);
  request.neighbours = arguments.number("neighbours");
  return json_of(write_view_json, view_or_refuse(context, request));
}

Response answer_citation(SiteContext& context, const Arguments& arguments) {
  const CitationFormatInfo& format = citation_format(arguments.text("format"));
  // Of a document its facts are wanted, not its text.
  const DocumentView view = view_or_refuse(context, {.id = arguments.text("id"), .limit = 1});
  std::ostringstream out;
  write_citations(out, {cited_of(view)}, format.format);
  return {.type = std::string(format.media_type), .body = std::move(out).str(), .headers = {}};
}

Response answer_suggest(SiteContext& context, const Arguments& arguments) {
  return json_of(write_suggestions_json, context.searcher().suggest({.text = arguments.text("q"),
                                                                     .limit = arguments.number("n"),
                                                                     .titles = arguments.number("titles")}));
}

Response answer_similar(SiteContext& context, const Arguments& arguments) {
  SimilarRequest request{.id = arguments.text("id")};
  request.search = filter_request(arguments);
  read_page(arguments, request.search);
  const auto result = context.searcher().similar(request);
  if (!result)
    throw HttpProblem(404, "there is no document or passage '" + request.id + "' in the index").about("id");
  return json_of(write_search_json, *result);
}

Response answer_status(SiteContext& context, const Arguments&) {
  return json_of(write_status_json, index_status(context.options().index), context.options().workers);
}

// ---- what each takes

Parameter id_parameter(std::string description) {
  return {.name = "id",
          .description = std::move(description),
          .place = Parameter::Place::path,
          .required = true,
          .example = "b78e3c768d9b#12"};
}

std::vector<Parameter> view_parameters(std::string id) {
  return {id_parameter(std::move(id)),
          {.name = "q", .description = "Mark what this query matches", .example = "nato"},
          {.name = "exact",
           .type = Parameter::Type::flag,
           .description = "No stemming, no folding of accents in that query"}};
}

std::vector<Endpoint> make_endpoints() {
  constexpr const char* kEither = "Of a document, or of a passage: ID#12; \"#\" is escaped as %23";
  return {
      {"/api/search", "search", "Ranked passages with their matches marked, their documents, and facets",
       search_parameters(), "SearchResult", &answer_search},
      {"/api/facets", "facets", "Counts of what matches; without a query, of everything",
       joined({query_parameters(), {facet_parameter("by")}}), "FacetCounts", &answer_facets},
      {"/api/documents/{id}",
       "document",
       "A document with its passages",
       joined({view_parameters("Of the document; a unique beginning of four characters or more will do"),
               {number_parameter("offset", "Passages to pass over", 0, kMostNumber),
                number_parameter("n", "Passages at most", 1000, kMostPassages)}}),
       "View",
       &answer_document,
       {400, 404, 503}},
      {"/api/passages/{id}",
       "passage",
       "A passage with its neighbours",
       joined({view_parameters("Of the passage: ID#12; \"#\" is escaped as %23"),
               {number_parameter("neighbours", "Passages to show before and behind it", 0, kMostPassages)}}),
       "View",
       &answer_passage,
       {400, 404, 503}},
      {"/api/citations/{id}",
       "citation",
       "A document or passage as a citation",
       {id_parameter(kEither),
        {.name = "format",
         .type = Parameter::Type::choice,
         .description = "What it is for",
         .words = citation_format_names()}},
       "",
       &answer_citation,
       {400, 404, 503}},
      {"/api/suggest",
       "suggest",
       "Completions of what is being typed, and titles with these words",
       {{.name = "q", .description = "What was typed so far", .required = true, .example = "kosovo res"},
        number_parameter("n", "Completions at most", 10, kMostCompletions),
        number_parameter("titles", "Titles at most", 3, kMostCompletions)},
       "Suggestions",
       &answer_suggest},
      {"/api/similar",
       "similar",
       "What is most like a document or passage",
       joined({{{.name = "id", .description = kEither, .required = true, .example = "b78e3c768d9b"}},
               filter_parameters(),
               page_parameters(GroupBy::document)}),
       "SearchResult",
       &answer_similar,
       {400, 404, 503}},
      {"/api/status", "status", "The index in numbers", {}, "Status", &answer_status, {503}},
  };
}

}  // namespace

const std::vector<Endpoint>& endpoints() {
  static const std::vector<Endpoint> table = make_endpoints();
  return table;
}

}  // namespace dossier::web
