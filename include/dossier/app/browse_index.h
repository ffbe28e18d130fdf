// Looking at what is in an index without ranking: values out, ready to be rendered. Input: the index's
// folder. All throw Error(no_index) if there is no usable index in it, and start again when it changes under
// them.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "dossier/document/file_record.h"
#include "dossier/search/contents.h"
#include "dossier/search/families.h"

namespace dossier {

// Gives every document, in the order in which they were added, until `visit` gives false.
void list_documents(const std::string& index, const std::function<bool(const HitDocument&)>& visit);

// A document or a passage with its neighbours; none if nothing is called so. See view_document in
// search/browse.h.
std::optional<DocumentView> read_document(const std::string& index, const ViewRequest& request);

// What is most like a document or passage, given as read_document() takes it. See Searcher::similar.
std::optional<SearchResult> find_similar(const std::string& index, SimilarRequest request);

// The copies, versions and excerpts of the index.
std::vector<Family> list_families(const std::string& index);

// The ledger's records of the files that are not wholly indexed, by path.
std::vector<FileRecord> troubled_files(const std::string& index);

// The index in numbers, with its documents by language, type and decade of publication.
IndexStatus index_status(const std::string& index);

}  // namespace dossier
