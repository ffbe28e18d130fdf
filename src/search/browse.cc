#include "dossier/search/browse.h"

#include <algorithm>
#include <charconv>

#include "dossier/core/file_walk.h"
#include "dossier/index/schema.h"
#include "dossier/query/compiler.h"
#include "dossier/query/parser.h"
#include "dossier/search/highlighter.h"
#include "dossier/search/hit.h"

namespace dossier {
namespace {

constexpr std::size_t kShortestBeginning = 4;

// The document whose id it is, or the only one whose id begins so.
std::optional<std::uint32_t> find_document(const IndexReader& reader, const std::string& id) {
  if (const auto exact = reader.find(id)) return exact;
  if (id.size() < kShortestBeginning) return std::nullopt;
  const std::string start = schema::id_term(id);
  std::optional<std::uint32_t> found;
  const Xapian::Database& database = reader.database();
  for (auto term = database.allterms_begin(start); term != database.allterms_end(start); ++term) {
    if (found) return std::nullopt;
    found = reader.find((*term).substr(schema::prefix::id.size()));
  }
  return found;
}

// "id#12" in two; the whole as an id where there is no such ending.
std::pair<std::string, std::optional<std::uint32_t>> split_passage_id(const std::string& name) {
  const std::size_t mark = name.rfind('#');
  if (mark == std::string::npos || mark + 1 == name.size()) return {name, std::nullopt};
  std::uint32_t ordinal = 0;
  const char* end = name.data() + name.size();
  const auto [rest, error] = std::from_chars(name.data() + mark + 1, end, ordinal);
  if (error != std::errc() || rest != end) return {name, std::nullopt};
  return {name.substr(0, mark), ordinal};
}

bool has_path_below(const StoredDocument& document, std::string_view path) {
  return std::any_of(document.paths.begin(), document.paths.end(),
                     [&](const std::string& own) { return is_below(own, path); });
}

std::vector<std::uint32_t> documents_below(const IndexReader& reader, std::string_view path) {
  std::vector<std::uint32_t> numbers;
  if (!path.starts_with('/')) return numbers;
  while (path.size() > 1 && path.ends_with('/')) path.remove_suffix(1);
  const std::string_view file_path = file_of(path);
  const bool names_member = file_path.size() < path.size();
  for (const FileRecord& file : reader.files()) {
    if (!is_below(file.path, file_path)) continue;
    for (const std::uint32_t number : file.documents) {
      if (!names_member || has_path_below(reader.document(number), path)) numbers.push_back(number);
    }
  }
  std::sort(numbers.begin(), numbers.end());
  numbers.erase(std::unique(numbers.begin(), numbers.end()), numbers.end());
  return numbers;
}

class Marker {
 public:
  Marker(const IndexReader& reader, Analyzer& analyzer, const ViewRequest& request)
      : analyzer_(analyzer),
        compiled_(
            QueryCompiler(reader, analyzer).compile(parse_query(request.query, {.exact = request.exact}))) {}

  void mark(HitPassage& passage, HitDocument& document) const {
    const Highlighter highlighter(compiled_.pattern, compiled_.matchers, analyzer_);
    const HitMarks marks = highlighter.mark({.text = passage.text,
                                             .title = document.title,
                                             .headings = &passage.headings,
                                             .author = document.author,
                                             .language = passage.language,
                                             .document_language = document.language});
    passage.highlights = marks.text;
    if (document.title_highlights.empty()) document.title_highlights = marks.title;
  }

 private:
  Analyzer& analyzer_;
  CompiledQuery compiled_;
};

}  // namespace

IndexInfo describe(const IndexReader& reader) {
  const Xapian::Database& database = reader.database();
  return {.documents = database.get_doccount() > 0 ? reader.columns().documents() : 0,
          .passages = database.get_doccount(),
          .uuid = database.get_uuid(),
          .revision = database.get_revision()};
}

void each_document(IndexReader& reader, const std::function<bool(const HitDocument&)>& visit) {
  for (std::uint32_t number = 0;; ++number) {
    bool at_end = false;
    std::optional<HitDocument> document;
    reading(reader, [&] {
      at_end = reader.database().get_doccount() == 0 || number >= reader.columns().rows().size();
      if (!at_end && reader.columns().rows()[number].passages > 0)
        document = to_hit_document(reader.document(number));
    });
    if (at_end || (document && !visit(*document))) return;
  }
}

std::optional<Place> find_place(const IndexReader& reader, const std::string& name) {
  if (reader.database().get_doccount() == 0) return std::nullopt;
  // An id may have "#" in it.
  if (const auto number = reader.find(name)) return Place{*number, std::nullopt};
  const auto [id, ordinal] = split_passage_id(name);
  const auto number = find_document(reader, id);
  if (!number || (ordinal && *ordinal >= reader.columns().rows()[*number].passages)) return std::nullopt;
  return Place{*number, ordinal};
}

std::optional<DocumentView> view_document(const IndexReader& reader, Analyzer& analyzer,
                                          const ViewRequest& request) {
  const auto place = find_place(reader, request.id);
  if (!place) return std::nullopt;
  const auto ordinal = place->ordinal;
  StoredDocument stored = reader.document(place->document);
  // From `first` up to `end`, which is not shown.
  const std::uint32_t first =
      ordinal ? *ordinal - std::min(*ordinal, request.neighbours) : std::min(request.offset, stored.passages);
  const std::uint32_t end =
      ordinal ? std::min(stored.passages, *ordinal + std::min(request.neighbours, stored.passages) + 1)
              : first + std::min(request.limit, stored.passages - first);
  const std::uint32_t first_docid = stored.first_docid;
  DocumentView out{.document = to_hit_document(std::move(stored)), .asked = ordinal};
  std::optional<Marker> marker;
  if (!request.query.empty()) marker.emplace(reader, analyzer, request);
  for (std::uint32_t i = first; i < end; ++i) {
    HitPassage passage = to_hit_passage(out.document, reader.passage(first_docid + i));
    if (marker) marker->mark(passage, out.document);
    passage.fragments = {{0, passage.text.size()}};
    out.passages.push_back(std::move(passage));
  }
  return out;
}

std::vector<std::uint32_t> resolve_documents(const IndexReader& reader, const std::string& name) {
  if (reader.database().get_doccount() == 0) return {};
  if (const auto number = reader.find(name)) return {*number};
  std::vector<std::uint32_t> numbers = documents_below(reader, name);
  if (!numbers.empty()) return numbers;
  if (const auto number = find_document(reader, name)) return {*number};
  return {};
}

}  // namespace dossier
