// A record of a file that holds many: a line of JSONL, an object in a JSON array, a row of a table.
#pragma once

#include <string>
#include <string_view>

#include "dossier/extract/extractor.h"

namespace dossier {

// What such a record says of itself, as it says it; all but the text may be empty.
struct TextRecord {
  std::string id, title, date, language, source, url, author;
  std::string text;

  // The field of this name; null if there is none.
  std::string* field(std::string_view name) noexcept;
};

// What went wrong in a file, by the number of the line or row; the first few are told, all are counted.
class RecordProblems {
 public:
  // `what` is what is numbered: "line", "row".
  RecordProblems(std::string_view what, std::size_t most) : what_(what), most_(most) {}

  void add(std::size_t number, std::string_view problem);
  std::size_t count() const noexcept { return count_; }
  std::string text() const;

  // How a file went that gave so many documents; `otherwise` where there was no problem.
  Outcome outcome(std::size_t documents, const Outcome& otherwise) const;

 private:
  std::string_view what_;
  std::size_t most_;
  std::size_t count_ = 0;
  std::string text_;
};

// The record as a document, "//number" of its file, cut to the limits. `document` has its type and encoding,
// and what there is of an outcome and of blocks beside the text. `format` begins the name of the date's
// claim.
ExtractedDocument record_document(TextRecord&& record, std::size_t number, std::string_view format,
                                  ExtractedDocument&& document, const ExtractionLimits& limits);

}  // namespace dossier
