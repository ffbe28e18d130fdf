#include <cmath>
#include <ostream>

#include "dossier/render/search_output.h"
#include "json.h"

namespace dossier {
namespace {

Json hit_json(const Hit& hit) {
  Json document = document_json(hit.document);
  document["title_highlights"] = ranges_json(hit.document.title_highlights);
  return {{"rank", hit.rank},
          {"score", hit.score},
          {"partial", hit.partial},
          {"document", std::move(document)},
          {"passage", passage_json(hit.passage)}};
}

Json query_json(const SearchResult& result) {
  Json problems = Json::array();
  for (const Problem& problem : result.problems) {
    problems.push_back(
        {{"offset", problem.span.offset}, {"length", problem.span.length}, {"message", problem.message}});
  }
  return {{"text", result.query},
          {"interpreted", result.interpreted},
          {"match", result.match},
          {"relaxed", result.relaxed},
          {"problems", std::move(problems)},
          {"suggestion", result.suggestion ? Json(*result.suggestion) : Json()}};
}

Json result_json(const SearchResult& result, bool with_hits) {
  Json total = counts_json(result.total);
  total["exact"] = !result.request.bare;
  total["partial"] = counts_json(result.partial);
  Json out = {{"schema_version", output_schema_version},
              {"query", query_json(result)},
              {"index",
               {{"documents", result.index.documents},
                {"passages", result.index.passages},
                {"uuid", result.index.uuid},
                {"revision", result.index.revision}}},
              {"total", std::move(total)},
              {"took_ms", std::round(result.took_ms * 1000) / 1000}};
  if (with_hits) {
    Json hits = Json::array();
    for (const Hit& hit : result.hits) hits.push_back(hit_json(hit));
    out["hits"] = std::move(hits);
  }
  out["facets"] = facets_json(result.facets);
  return out;
}

}  // namespace

void write_search_json(std::ostream& out, const SearchResult& result) {
  out << dump_line(result_json(result, true));
}

void write_search_jsonl(std::ostream& out, const SearchResult& result) {
  for (const Hit& hit : result.hits) out << dump_line(hit_json(hit));
}

void write_facets_json(std::ostream& out, const SearchResult& result) {
  out << dump_line(result_json(result, false));
}

}  // namespace dossier
