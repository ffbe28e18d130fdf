// What list, failed, extract and dates print: records, one by one. docs/output.md describes the fields.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/document/document.h"
#include "dossier/document/file_record.h"
#include "dossier/render/terminal.h"
#include "dossier/search/families.h"
#include "dossier/search/result.h"

namespace dossier {

enum class RecordFormat : std::uint8_t { text, json, jsonl, csv };

// Prints records as they come, so that a list may be longer than memory. Text for a pipe (width 0) is one
// line a record (of a family a line a pair), fields parted by tabs. For HitDocument, FileRecord and Family.
// The stream must outlive the writer.
template <typename Record>
class RecordWriter {
 public:
  RecordWriter(std::ostream& out, RecordFormat format, const Style& style);  // prints what comes first
  void write(const Record& record);
  void finish();  // prints what comes last; call once

 private:
  std::ostream& out_;
  RecordFormat format_;
  Style style_;
  bool first_ = true;
};
extern template class RecordWriter<HitDocument>;
extern template class RecordWriter<FileRecord>;
extern template class RecordWriter<Family>;

// What the indexer sees of a file.
struct ExtractRecord {
  std::string path;  // as given, with "//name" for a member
  std::string status;
  std::string reason;  // empty when status is ok
  std::string detail;
  std::string type;
  bool recognised = false;  // some of the text was read off pictures
  std::string encoding;
  std::string language;
  std::string title;
  std::optional<PublicationDate> published;
  std::uint32_t pages = 0;  // 0: the format has none
  std::string text;
};

std::string extract_line(const ExtractRecord& record);  // a JSON object and a newline

// A JSON object and a newline; `text` is what the mention's offsets count in.
std::string date_line(const DateMention& mention, std::string_view text);
// {"doc": ..., "dates": [...]} and a newline.
std::string dates_line(std::string_view doc, const std::vector<DateMention>& mentions, std::string_view text);

}  // namespace dossier
