// What office documents say of themselves.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/extract/extracted_document.h"
#include "xml_reader.h"

namespace dossier {

// Gathers title, author, language, dates and what the text is about from OOXML's core properties, or from the
// meta element of an OpenDocument part. Claims of dates are called after `format`: "docx:created",
// "docx:modified".
class OfficeProperties : public XmlHandler {
 public:
  explicit OfficeProperties(std::string_view format) : format_(format) {}

  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // Gives a document its metadata and what stands apart from its text, after the last event.
  void add_to(ExtractedDocument& document);

 private:
  std::string format_;
  std::string value_;
  std::vector<std::string> about_;
  std::string title_, first_author_, author_, language_, created_, modified_;
  bool inside_ = false;
};

}  // namespace dossier
