// What the index keeps of a document and of a passage, and their record format. A document's text stands
// once, in its passages, each of which keeps what lies between it and the one before.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/document/document.h"
#include "dossier/document/file_record.h"

namespace dossier {

struct StoredDocument {
  std::string id;
  std::string title;
  std::string author;
  std::string source;
  std::string url;
  std::string language;
  std::string type;
  std::vector<std::string> paths;
  std::optional<PublicationDate> published;
  std::int64_t modified = 0;  // seconds since 1970-01-01 UTC
  std::string content_hash;   // of everything that is indexed of it but its paths and times
  std::uint32_t first_docid = 0;
  std::uint32_t passages = 0;
  std::uint32_t length = 0;        // words of title and text
  std::uint32_t fingerprints = 0;  // how many its text has (text/fingerprints.h)
  bool recognised = false;         // some of its text was read off pictures
};

struct StoredPassage {
  std::uint32_t document = 0;  // number
  std::uint32_t ordinal = 0;
  std::optional<std::uint32_t> page;
  std::uint64_t start = 0;  // byte offset of `text` in the document's text
  std::vector<std::string> headings;
  std::string language;  // its own, where it is not the document's; else empty
  std::vector<DateMention> mentions;
  std::string lead;  // what stands between the passage before and this one: headings, white space
  std::string text;
};

std::string encode(const StoredDocument& document);
std::string encode(const StoredPassage& passage);
std::string encode(const FileRecord& file);

// Throw Error(no_index) for a damaged record.
StoredDocument decode_document(std::string_view record);
StoredPassage decode_passage(std::string_view record);
FileRecord decode_file(std::string_view record);

}  // namespace dossier
