// Words that are broken at the end of a line.
#pragma once

#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "pdf_lines.h"

namespace dossier {

// Joins lines into text.
class LineJoiner {
 public:
  // Learns which words of `lines` have a hyphen for good.
  explicit LineJoiner(const std::vector<PdfLine>& lines);

  // Appends `next` to `text`, which ends with a line; `soft` if that ended with a soft hyphen.
  void append(std::string& text, bool soft, std::string_view next) const;

 private:
  std::unordered_set<std::string> hyphenated_;  // in lower case
};

// Whether `text`, the end of a line, is the beginning of a word whose rest begins `next`.
bool is_broken_word(std::string_view text, bool soft, std::string_view next);

}  // namespace dossier
