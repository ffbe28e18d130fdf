// What office documents say of themselves.
#pragma once

#include <string>
#include <string_view>

#include "dossier/extract/extracted_document.h"
#include "xml_reader.h"

namespace dossier {

// Gathers title, author, language and dates from OOXML's core properties, or from the meta element of an
// OpenDocument part. Claims of dates are called after `format`: "docx:created", "docx:modified".
class OfficeProperties : public XmlHandler {
 public:
  explicit OfficeProperties(std::string_view format) : format_(format) {}

  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  // The metadata, after the last event.
  RawMetadata take();

 private:
  std::string format_;
  std::string value_;
  std::string title_, first_author_, author_, language_, created_, modified_;
  bool inside_ = false;
};

}  // namespace dossier
