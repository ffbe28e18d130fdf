#include "dossier/search/match_counter.h"

#include <algorithm>

#include "dossier/core/error.h"
#include "unit_tally.h"

namespace dossier {
namespace {

// Each unit that a document's publication touches.
void count_published(CalendarUnit unit, const DocumentCounts& counts, const Columns& columns, Facet& facet) {
  UnitTally tally;
  const auto rows = columns.rows();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    if (rows[i].published_first == DocumentRow::undated) {
      facet.missing.passages += counts[i];
      ++facet.missing.documents;
      continue;
    }
    const UnitRun run{unit_number(unit, rows[i].published_first), unit_number(unit, rows[i].published_last)};
    tally.add_passages(run, counts[i]);
    tally.add_document(run);
  }
  facet.buckets = tally.buckets(unit);
}

void count_values(std::uint32_t DocumentRow::*column, const std::vector<std::string>& values,
                  const DocumentCounts& counts, const Columns& columns, Facet& facet) {
  std::vector<Counts> by_value(values.size());
  const auto rows = columns.rows();
  for (std::size_t i = 0; i < counts.size(); ++i) {
    if (counts[i] == 0) continue;
    Counts& bucket = by_value[rows[i].*column];
    bucket.passages += counts[i];
    ++bucket.documents;
  }
  facet.missing = by_value[0];
  for (std::size_t i = 1; i < values.size(); ++i) {
    if (by_value[i].documents > 0) facet.buckets.push_back({.value = values[i], .counts = by_value[i]});
  }
  std::sort(facet.buckets.begin(), facet.buckets.end(), [](const Bucket& a, const Bucket& b) {
    if (a.counts.documents != b.counts.documents) return a.counts.documents > b.counts.documents;
    if (a.counts.passages != b.counts.passages) return a.counts.passages > b.counts.passages;
    return a.value < b.value;
  });
}

}  // namespace

DocumentCounts count_matches(const PassageSet& matches, const Columns& columns) {
  const auto rows = columns.rows();
  DocumentCounts counts(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i)
    counts[i] = matches.size_within(rows[i].first_docid, rows[i].first_docid + rows[i].passages);
  return counts;
}

Counts sum(const DocumentCounts& counts) noexcept {
  Counts total;
  for (const std::uint32_t count : counts) {
    total.passages += count;
    total.documents += count > 0;
  }
  return total;
}

Facet make_facet(const FacetRequest& request, const DocumentCounts& counts, const Columns& columns) {
  Facet facet;
  if (request.name == "published") {
    facet.name = "published:" + std::string(unit_name(request.interval));
    count_published(request.interval, counts, columns, facet);
  } else if (request.name == "language") {
    facet.name = "language";
    count_values(&DocumentRow::language, columns.languages(), counts, columns, facet);
  } else if (request.name == "source") {
    facet.name = "source";
    count_values(&DocumentRow::source, columns.sources(), counts, columns, facet);
  } else if (request.name == "type") {
    facet.name = "type";
    count_values(&DocumentRow::type, columns.types(), counts, columns, facet);
  } else {
    throw Error(ErrorCode::usage, "there is no facet '" + request.name + "'",
                "facets are published and mentioned (:day|month|year|decade), language, source and type");
  }
  limit_buckets(facet, request.size);
  return facet;
}

void limit_buckets(Facet& facet, std::size_t most) {
  if (most == 0 || facet.buckets.size() <= most) return;
  facet.more = facet.buckets.size() - most;
  facet.buckets.resize(most);
}

}  // namespace dossier
