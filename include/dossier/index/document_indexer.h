// From a Document to what a database is given: terms by the schema, values, records. The part of indexing
// that can run in many threads; adding the result to the database is the writer's.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "dossier/document/document.h"
#include "dossier/index/passage_postings.h"
#include "dossier/index/stored.h"
#include "dossier/text/analyzer.h"

namespace dossier {

// A document ready to be indexed, or a part of a long one: its next passages.
struct IndexableDocument {
  StoredDocument record;                  // without first_docid; counts passages and words up to here
  std::vector<StoredPassage> passages;    // without the document's number
  std::vector<PassagePostings> postings;  // one a passage, without the document's number
  std::uint64_t bytes = 0;                // of text: what commits are measured by
  std::uint64_t memory = 0;               // bytes that it takes, about
  bool is_first = true;                   // of the document's parts
  bool is_last = true;
};

// What indexing documents one after the other remembers of their terms: some 12 MB at most, however many
// there are. One for each thread, for one document at a time.
class TermCache {
 public:
  TermCache();
  ~TermCache();
  TermCache(TermCache&&) noexcept;

 private:
  friend class DocumentIndexer;
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// Analyses a document part by part, so that no more than one part of it need be held in the form that takes
// the most memory. All three must outlive this. A cache goes with one analyzer for all its documents, and
// both with one thread.
class DocumentIndexer {
 public:
  DocumentIndexer(const Document& document, Analyzer& analyzer, TermCache& cache);
  ~DocumentIndexer();
  DocumentIndexer(const DocumentIndexer&) = delete;
  DocumentIndexer& operator=(const DocumentIndexer&) = delete;

  // The next passages, until they take so many bytes of memory or the document ends. Call until the part says
  // that it is the last. The record's content_hash is that of the whole document in each of them.
  IndexableDocument next(std::uint64_t memory);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

// The whole document as one part.
IndexableDocument make_indexable(const Document& document, Analyzer& analyzer);

// Gives the document, or the part of it, another id.
void set_id(IndexableDocument& document, const std::string& id);

// The boolean terms by which a file's path is found: one a word of it, prefix included.
std::vector<std::string> path_terms(const std::string& path, Analyzer& analyzer);

}  // namespace dossier
