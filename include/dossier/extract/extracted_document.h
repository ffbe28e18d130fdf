// What extraction gives: the text of a file as blocks, its raw metadata, and how reading it went.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "dossier/document/outcome.h"

namespace dossier {

enum class BlockKind : std::uint8_t { heading, paragraph, list_item, table_row, preformatted };

// A block of text: valid UTF-8, no control characters but tab and newline, never empty.
struct Block {
  BlockKind kind = BlockKind::paragraph;
  std::uint8_t level = 0;             // of a heading, 1 to 6; else 0
  std::optional<std::uint32_t> page;  // from 1
  std::string text;
  friend bool operator==(const Block&, const Block&) = default;
};

// What a file says of itself, as it says it: interpreting is ingest's business. Empty where it says nothing.
struct RawMetadata {
  std::string id;  // JSONL only
  std::string title;
  std::string author;
  std::string source;
  std::string language;
  std::string url;
  // Claims of a publication date, most trusted first: (where from, as written), e.g. ("html:json-ld",
  // "2013-05-24T10:00Z"). See publication_date() for the names that mean something: the properties of a
  // file are "FORMAT:created" and "FORMAT:modified", the day of the message it came with "mail:attached".
  std::vector<std::pair<std::string, std::string>> dates;
  friend bool operator==(const RawMetadata&, const RawMetadata&) = default;
};

// One document out of a file. Most files give one; a JSONL file gives one a line, an archive those of its
// members. What became of a member that is no document by itself, or gave none, comes as one without a type.
struct ExtractedDocument {
  // Empty, or what is appended to the path: "//3" for record 3 of a file, "//a/b.txt" for a member of an
  // archive, "//c.zip//b.txt" for one of an archive in it. No part of it holds "//".
  std::string member;
  std::string file_name;    // of the member that it is, or is a record of; empty: that of the file
  std::string type;         // media type: "text/html"
  std::string encoding;     // as detected or declared: "UTF-8", "WINDOWS-1252"
  std::uint32_t pages = 0;  // 0 where the format has none
  bool recognised = false;  // some of its text was read off pictures, which makes mistakes
  RawMetadata metadata;
  std::vector<Block> blocks;
  // What belongs to it and is no part of its text: what its properties say it is about, where its links lead.
  // It is searched like the text, but tells neither title nor date. No headings.
  std::vector<Block> apart;
  Outcome outcome;

  bool is_document() const noexcept { return !type.empty(); }
  friend bool operator==(const ExtractedDocument&, const ExtractedDocument&) = default;
};

}  // namespace dossier
