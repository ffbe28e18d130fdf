// From a Document to what a database is given: terms by the schema, values, records. The part of indexing
// that can run in many threads; adding the result to the database is the writer's.
#pragma once

#include <vector>

#include "dossier/document/document.h"
#include "dossier/index/passage_postings.h"
#include "dossier/index/stored.h"
#include "dossier/text/analyzer.h"

namespace dossier {

struct IndexableDocument {
  StoredDocument record;                  // without first_docid
  std::vector<StoredPassage> passages;    // without the document's number
  std::vector<PassagePostings> postings;  // one a passage, without the document's number
  std::uint64_t bytes = 0;                // of text: what commits are measured by
};

// Analyses the document. Not for two threads with one analyzer.
IndexableDocument make_indexable(const Document& document, Analyzer& analyzer);

// Gives the document another id.
void set_id(IndexableDocument& document, const std::string& id);

// The boolean terms by which a file's path is found: one a word of it, prefix included.
std::vector<std::string> path_terms(const std::string& path, Analyzer& analyzer);

}  // namespace dossier
