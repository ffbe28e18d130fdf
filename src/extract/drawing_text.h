// The text of what OOXML calls drawings: charts, diagrams, the shapes of a slide.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "office_blocks.h"
#include "xml_reader.h"

namespace dossier {

// DrawingML (ECMA-376 part 1, 20 and 21) as blocks: paragraphs, tables, descriptions of pictures, and the
// names of a chart's series and categories, which make a row each.
class DrawingText : public XmlHandler {
 public:
  explicit DrawingText(const ExtractionLimits& limits) : blocks_(limits) {}

  void start(std::string_view name, const XmlAttributes& attributes) override;
  void end(std::string_view name) override;
  void text(std::string_view text) override;

  OfficeBlocks& blocks() noexcept { return blocks_; }

 protected:
  // What a paragraph that has ended is.
  virtual void end_paragraph() { blocks_.end_paragraph(); }

 private:
  void add_description(std::string_view description);

  OfficeBlocks blocks_;
  std::vector<std::uint64_t> alternatives_;  // bytes of text before each open one
  std::size_t skipping_ = 0;                 // open elements of what is left out
  bool in_text_ = false;
  bool in_names_ = false;
};

}  // namespace dossier
