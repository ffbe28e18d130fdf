#include "drawing_text.h"

#include "office_names.h"

namespace dossier {

void DrawingText::start(std::string_view name, const XmlAttributes& attributes) {
  if (skipping_ > 0) {
    ++skipping_;
  } else if (name == "t" || (name == "v" && in_names_)) {
    in_text_ = true;
  } else if (name == "AlternateContent") {
    alternatives_.push_back(blocks_.size());
  } else if (name == "Choice" || name == "Fallback") {
    // The first that has text counts.
    if (!alternatives_.empty() && blocks_.size() > alternatives_.back()) skipping_ = 1;
  } else if (name == "cNvPr") {
    add_description(attributes.get("descr"));
  } else if (name == "br") {
    blocks_.line_break();
  } else if (name == "tr" || name == "strCache") {
    blocks_.start_row();
    in_names_ = name == "strCache";
  } else if (name == "tc" || name == "pt") {
    blocks_.start_cell();
  }
}

// What a picture shows, for those who do not see it.
void DrawingText::add_description(std::string_view description) {
  blocks_.text(picture_description(description));
  blocks_.end_paragraph();
}

void DrawingText::end(std::string_view name) {
  if (skipping_ > 0) {
    --skipping_;
  } else if (name == "t" || name == "v") {
    in_text_ = false;
  } else if (name == "AlternateContent") {
    if (!alternatives_.empty()) alternatives_.pop_back();
  } else if (name == "p") {
    end_paragraph();
  } else if (name == "tr" || name == "strCache") {
    blocks_.end_row();
    in_names_ = false;
  }
}

void DrawingText::text(std::string_view text) {
  if (in_text_ && skipping_ == 0) blocks_.text(text);
}

}  // namespace dossier
