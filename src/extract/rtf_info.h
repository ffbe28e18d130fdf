// What an RTF document says of itself.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "rtf_words.h"

namespace dossier {

// Gathers what the groups of \info hold.
class RtfInfo {
 public:
  void add_text(RtfPlace place, std::string_view text);
  // The group of that place has ended.
  void end(RtfPlace place);
  // A part of a date, in the order \yr, \mo, \dy.
  void set_date_part(RtfPlace place, std::string_view word, int number);

  // Gives a document its metadata and what stands apart from its text. Call once.
  void add_to(ExtractedDocument& document);

 private:
  std::string title_, author_, created_, modified_;
  std::string value_;  // of the open group of what it is about
  std::vector<std::string> about_;
};

}  // namespace dossier
