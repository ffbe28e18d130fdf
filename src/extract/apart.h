// What belongs to a document and stands apart from its text.
#pragma once

#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"

namespace dossier {

// What a file's properties say its text is about: subject, keywords, a description ... A paragraph each, but
// for what its title says or another one did.
void add_about(ExtractedDocument& document, const std::vector<std::string>& properties);

// Where the links of a text lead.
class LinkAddresses {
 public:
  // An address of the web, of files or of mail; anything else is none.
  void add(std::string_view address);
  // Each address in quotes or between spaces in the instruction of a field: HYPERLINK "http://example.org".
  void add_of_field(std::string_view instruction);
  // An item each, once, in their order, but for those that stand in the document's text. Linear in the text.
  void add_to(ExtractedDocument& document) const;

 private:
  std::vector<std::string> addresses_;
  std::set<std::string, std::less<>> seen_;
};

}  // namespace dossier
