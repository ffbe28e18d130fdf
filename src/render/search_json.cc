#include <cmath>
#include <ostream>

#include "dossier/render/search_output.h"
#include "json.h"
#include "relation_text.h"

namespace dossier {
namespace {

Json hit_json(const Hit& hit) {
  Json document = document_json(hit.document);
  document["title_highlights"] = ranges_json(hit.document.title_highlights);
  Json out = {{"rank", hit.rank},
              {"score", hit.score},
              {"partial", hit.partial},
              {"document", std::move(document)},
              {"passage", passage_json(hit.passage)}};
  if (hit.grouped.empty()) return out;
  Json grouped = Json::array();
  for (const GroupedHit& other : hit.grouped) {
    Json entry = {{"passage", other.passage}, {"document", document_json(other.document)}};
    put_relation(entry, other.relation);
    grouped.push_back(std::move(entry));
  }
  out["grouped"] = std::move(grouped);
  return out;
}

Json result_json(const SearchResult& result, bool with_hits) {
  Json total = counts_json(result.total);
  total["exact"] = result.counted;
  if (const std::size_t grouped = grouped_hits(result); grouped > 0) total["grouped"] = grouped;
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
  if (result.like)
    out["like"] = {{"id", result.like->id}, {"title", result.like->title}, {"words", result.like->words}};
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
  for (const Hit& hit : result.hits) {
    Json line = Json::object();
    if (!result.request.query_id.empty()) line["query"] = result.request.query_id;
    line.update(hit_json(hit));
    out << dump_line(line);
  }
}

void write_facets_json(std::ostream& out, const SearchResult& result) {
  out << dump_line(result_json(result, false));
}

}  // namespace dossier
