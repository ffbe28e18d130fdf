#include "dossier/app/browse_index.h"

#include <algorithm>
#include <charconv>
#include <filesystem>
#include <map>

#include "dossier/app/update_index.h"
#include "dossier/index/index_reader.h"
#include "dossier/index/schema.h"
#include "dossier/index/xapian_errors.h"
#include "dossier/search/browse.h"
#include "dossier/search/match_counter.h"
#include "dossier/search/searcher.h"
#include "named_documents.h"
#include "troubles.h"

namespace dossier {
namespace {

// What `work(reader)` gives, read from one revision of the index.
template <typename Work>
auto read_index(const std::string& index, Work&& work) {
  IndexReader reader(index);
  return translating("reading the index " + index,
                     [&] { return reading(reader, [&] { return work(std::as_const(reader)); }); });
}

std::uint64_t bytes_below(const std::string& folder) {
  std::uint64_t bytes = 0;
  std::error_code error;
  for (const auto& entry : std::filesystem::recursive_directory_iterator(folder, error)) {
    std::error_code gone;  // a writer may have dropped it since
    const std::uint64_t size = entry.is_regular_file(gone) ? entry.file_size(gone) : 0;
    if (!gone) bytes += size;
  }
  return bytes;
}

std::optional<std::int64_t> parse_seconds(const std::string& text) {
  std::int64_t seconds = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), seconds);
  return error == std::errc() && end == text.data() + text.size() ? std::optional(seconds) : std::nullopt;
}

void count_documents(const IndexReader& reader, IndexStatus& status) {
  if (reader.database().get_doccount() == 0) return;
  const Columns& columns = reader.columns();
  DocumentCounts counts;
  for (const DocumentRow& row : columns.rows()) counts.push_back(row.passages);
  for (const FacetRequest& facet : {FacetRequest{.name = "language"}, FacetRequest{.name = "type"},
                                    FacetRequest{"published", CalendarUnit::decade, 1000}}) {
    status.breakdown.push_back(make_facet(facet, counts, columns));
  }
}

void count_outcomes(const IndexReader& reader, IndexStatus& status) {
  std::map<std::pair<Status, Reason>, std::uint64_t> outcomes;
  for (const FileRecord& file : reader.files()) {
    if (file.outcome.status == Status::ok) ++outcomes[{Status::ok, Reason::none}];
    each_trouble(file, [&](const std::string&, const Outcome& outcome) {
      ++outcomes[{outcome.status, outcome.reason}];
    });
  }
  for (const auto& [outcome, files] : outcomes)
    status.outcomes.push_back({outcome.first, outcome.second, files});
}

// The id that `name` is, or that of the only document it means by its path.
std::string id_named(const IndexReader& reader, const std::string& name) {
  if (find_place(reader, name)) return name;
  const auto named = documents_named(reader, name);
  return named.size() == 1 ? reader.document(named[0]).id : name;
}

}  // namespace

void list_documents(const std::string& index, const std::function<bool(const HitDocument&)>& visit) {
  IndexReader reader(index);
  translating("reading the index " + index, [&] { each_document(reader, visit); });
}

std::optional<DocumentView> read_document(const std::string& index, const ViewRequest& request) {
  Analyzer analyzer;
  return read_index(index, [&](const IndexReader& reader) {
    ViewRequest by_id = request;
    by_id.id = id_named(reader, request.id);
    return view_document(reader, analyzer, by_id);
  });
}

std::optional<SearchResult> find_similar(const std::string& index, SimilarRequest request) {
  request.id = read_index(index, [&](const IndexReader& reader) { return id_named(reader, request.id); });
  return Searcher(index).similar(request);
}

std::vector<Family> list_families(const std::string& index) {
  return read_index(index, [](const IndexReader& reader) {
    return reader.database().get_doccount() == 0 ? std::vector<Family>{} : find_families(reader);
  });
}

std::vector<FileRecord> troubled_files(const std::string& index) {
  const auto all = read_index(index, [](const IndexReader& reader) { return reader.files(); });
  std::vector<FileRecord> files;
  for (const FileRecord& file : all) {
    for (FileRecord& trouble : troubles_of(file)) files.push_back(std::move(trouble));
  }
  std::sort(files.begin(), files.end(),
            [](const FileRecord& a, const FileRecord& b) { return a.path < b.path; });
  return files;
}

IndexStatus index_status(const std::string& index) {
  return read_index(index, [&](const IndexReader& reader) {
    IndexStatus status{.path = index, .index = describe(reader), .bytes = bytes_below(index)};
    status.schema_version = reader.metadata(schema::key::version);
    status.roots = remembered_paths(reader.metadata(schema::key::roots));
    status.last_indexed = parse_seconds(reader.metadata(schema::key::updated));
    count_documents(reader, status);
    count_outcomes(reader, status);
    return status;
  });
}

}  // namespace dossier
