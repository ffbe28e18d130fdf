// Looking at what is in an index without ranking: the documents, one of them whole, a passage with its
// neighbours.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/index/index_reader.h"
#include "dossier/search/contents.h"
#include "dossier/text/analyzer.h"

namespace dossier {

// The index in four numbers.
IndexInfo describe(const IndexReader& reader);

// Gives every document of the index, in the order in which they were added, until `visit` gives false. When
// the index changes meanwhile, goes on in its newest revision.
void each_document(IndexReader& reader, const std::function<bool(const HitDocument&)>& visit);

// The document or passage of that name, as find_place() finds it. None if there is none.
std::optional<DocumentView> view_document(const IndexReader& reader, Analyzer& analyzer,
                                          const ViewRequest& request);

// A document, or one of its passages.
struct Place {
  std::uint32_t document = 0;            // number
  std::optional<std::uint32_t> ordinal;  // of a passage
};

// What an id stands for: "<document>" or "<document>#<ordinal>"; a unique beginning of a document's id is
// enough (four characters or more). None if there is nothing of that name.
std::optional<Place> find_place(const IndexReader& reader, const std::string& id);

// The numbers of the documents that `name` stands for: an id, an absolute path (of a file, or of a folder:
// all below it), or a unique beginning of an id; the first of these that there is.
std::vector<std::uint32_t> resolve_documents(const IndexReader& reader, const std::string& name);

}  // namespace dossier
