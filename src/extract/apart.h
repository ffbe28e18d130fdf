// What belongs to a document and stands apart from its text.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "office_blocks.h"

namespace dossier {

// What a file's properties say its text is about: subject, keywords, a description ... A paragraph each, but
// for what its title says or another one did.
void add_about(ExtractedDocument& document, const std::vector<std::string>& properties);

// What has been deleted from a text and is kept for those who review it. Each block says that it is deleted.
void add_deleted(ExtractedDocument& document, std::vector<Block>&& deleted);

// Gathers it where it stands in the midst of what is shown.
class DeletedText {
 public:
  explicit DeletedText(const ExtractionLimits& limits) : blocks_(limits) {}

  // Text of the open paragraph that is deleted.
  void text(std::string_view text);
  void line_break() { blocks_.line_break(); }
  // There is text in the open paragraph that is not.
  void pass_shown() noexcept { has_passed_ = true; }
  // What was deleted of the paragraph is a block; an ellipsis stands for what was not.
  void end_paragraph();

  // Gives it to a document. Call once.
  void add_to(ExtractedDocument& document) { add_deleted(document, blocks_.take()); }

 private:
  OfficeBlocks blocks_;
  std::uint64_t before_ = 0;  // bytes before the open paragraph
  bool has_passed_ = false;
};

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
