#include <fmt/format.h>

#include <ostream>

#include "csv.h"
#include "dossier/render/numbers.h"
#include "dossier/render/search_output.h"

namespace dossier {

void write_search_csv(std::ostream& out, const SearchResult& result, bool header) {
  const std::string& query = result.request.query_id;
  if (header && !query.empty()) out << "query,";
  if (header) out << "rank,score,partial,id,passage,title,published,source,language,type,page,path,text\r\n";
  for (const Hit& hit : result.hits) {
    const HitDocument& document = hit.document;
    CsvRow row;
    if (!query.empty()) row.text(query);
    row.number(hit.rank).number(fmt::format("{:.4f}", hit.score)).number(hit.partial ? "true" : "false");
    row.text(document.id).text(hit.passage.id).text(document.title);
    row.text(document.published ? format_published(*document.published) : "");
    row.text(document.source).text(document.language).text(document.type);
    row.number(hit.passage.page ? std::to_string(*hit.passage.page) : "");
    out << row.text(document.path).text(hit.passage.text).end();
  }
}

void write_facets_csv(std::ostream& out, const SearchResult& result, bool header) {
  if (header) out << "facet,value,passages,documents\r\n";
  for (const Facet& facet : result.facets) {
    const auto row = [&](std::string_view value, const Counts& counts) {
      out << CsvRow().text(facet.name).text(value).number(counts.passages).number(counts.documents).end();
    };
    for (const Bucket& bucket : facet.buckets) row(bucket.value, bucket.counts);
    if (facet.missing.passages > 0) row("", facet.missing);
  }
}

}  // namespace dossier
