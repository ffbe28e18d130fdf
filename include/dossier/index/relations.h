// How documents of an index are related: what it keeps of copies, versions and excerpts, and how they are
// found. A document's fingerprints are terms of its last passage, so that whoever shares some is found by
// their postings, and nothing else of the index is read; then both texts are compared, word by word.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/index/index_reader.h"
#include "dossier/text/analyzer.h"
#include "dossier/text/comparison.h"

namespace dossier {

// As the record of one document holds it.
struct StoredRelation {
  std::uint32_t other = 0;  // number of the other document
  Relation relation = Relation::copy;
  bool is_part = false;                 // of an excerpt: this document is the one that is held
  std::uint32_t shared = 0;             // of the shorter text's words, in thousandths
  std::vector<Difference> differences;  // `left` is this document's
  std::uint32_t more = 0;               // differences beside those
  friend bool operator==(const StoredRelation&, const StoredRelation&) = default;
};

// A document's record holds so many relations at most. Of a larger family each knows some, and all hang
// together.
inline constexpr std::size_t most_relations = 8;

std::string encode(const std::vector<StoredRelation>& relations);
// Throws Error(no_index) for a damaged record.
std::vector<StoredRelation> decode_relations(std::string_view record);

// The same seen from the other side; `self` is the document that held it.
StoredRelation turned_round(StoredRelation relation, std::uint32_t self);

// What is known of a document, without those that were removed since.
std::vector<StoredRelation> relations_of(const IndexReader& reader, std::uint32_t document);

// The documents that have such a record, ascending.
std::vector<std::uint32_t> related_documents(const IndexReader& reader);

// Finds how the documents `fresh` (ascending numbers) are related to each other and to all others. Gives each
// pair once, as `sink(document, relation)`. Ends early when `interrupted` says so, and gives whether it did
// not.
bool find_relations(const IndexReader& reader, Analyzer& analyzer, const std::vector<std::uint32_t>& fresh,
                    const std::function<void(std::uint32_t, StoredRelation&&)>& sink,
                    const std::function<bool()>& interrupted);

}  // namespace dossier
