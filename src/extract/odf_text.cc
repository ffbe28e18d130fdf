#include "odf_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "office_names.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxParents = 32;  // styles based on each other: more, or a circle, is an error

}  // namespace

enum class OdfText::Element : std::uint8_t {
  other,
  box,  // what stands in a paragraph, or on a page, and may hold paragraphs
  cell,
  description,
  heading,
  item,
  left_out,
  line_break,
  link,
  page,
  page_edges,
  paragraph,
  properties,
  row,
  section,
  sheets,
  slides,
  space,
  span,
  style,
  table,
};

OdfText::Element OdfText::element_named(std::string_view name) {
  using enum Element;
  // Sorted.
  static constexpr auto kElements =
      std::to_array<std::pair<std::string_view, Element>>({{"a", link},
                                                           {"annotation", box},
                                                           {"binary-data", left_out},
                                                           {"caption", box},
                                                           {"change-info", left_out},
                                                           {"circle", box},
                                                           {"connector", box},
                                                           {"content-validations", left_out},
                                                           {"covered-table-cell", cell},
                                                           {"custom-shape", box},
                                                           {"desc", description},
                                                           {"ellipse", box},
                                                           {"frame", box},
                                                           {"g", box},
                                                           {"h", heading},
                                                           {"hidden-text", left_out},
                                                           {"line", box},
                                                           {"line-break", line_break},
                                                           {"list-header", item},
                                                           {"list-item", item},
                                                           {"master-styles", page_edges},
                                                           {"measure", box},
                                                           {"note-body", box},
                                                           {"note-citation", left_out},
                                                           {"p", paragraph},
                                                           {"page", page},
                                                           {"page-number", left_out},
                                                           {"path", box},
                                                           {"polygon", box},
                                                           {"polyline", box},
                                                           {"presentation", slides},
                                                           {"rect", box},
                                                           {"ruby-text", left_out},
                                                           {"s", space},
                                                           {"script", left_out},
                                                           {"section", section},
                                                           {"span", span},
                                                           {"spreadsheet", sheets},
                                                           {"style", style},
                                                           {"tab", space},
                                                           {"table", table},
                                                           {"table-cell", cell},
                                                           {"table-row", row},
                                                           {"text-properties", properties},
                                                           {"title", description},
                                                           {"tracked-changes", left_out}});
  const auto found = std::lower_bound(kElements.begin(), kElements.end(), name,
                                      [](const auto& row, std::string_view n) { return row.first < n; });
  return found != kElements.end() && found->first == name ? found->second : other;
}

void OdfText::start(std::string_view name, const XmlAttributes& attributes) {
  if (skipping_ > 0) {
    ++skipping_;
    return;
  }
  switch (element_named(name)) {
    case Element::left_out:
      skipping_ = 1;
      break;
    case Element::section:
      if (attributes.get("display") == "none") skipping_ = 1;
      break;
    case Element::style:
      start_style(attributes);
      break;
    case Element::properties:
      if (style_ != nullptr && attributes.get("display") == "none") style_->is_hidden = true;
      break;
    case Element::page_edges:
      in_page_edges_ = true;
      break;
    case Element::sheets:
      in_sheets_ = true;
      break;
    case Element::slides:
      in_slides_ = true;
      break;
    case Element::page:
      if (in_slides_) blocks().set_page(++pages_);
      break;
    case Element::table:
      if (!in_sheets_) break;
      blocks().text(attributes.get("name"));
      blocks().end_paragraph(BlockKind::heading, 1);
      break;
    case Element::row:
      blocks().start_row();
      break;
    case Element::cell:
      start_cell(attributes);
      break;
    case Element::item:
      ++items_;
      break;
    case Element::box:
      start_box(attributes);
      break;
    case Element::heading:
      start_paragraph(true, attributes);
      break;
    case Element::paragraph:
      start_paragraph(false, attributes);
      break;
    case Element::span:
      spans_.push_back(is_hidden(attributes.get("style-name")));
      paragraph_.hidden_spans += spans_.back();
      break;
    case Element::description:
      // Of a picture or a shape; in a paragraph it is a field that shows the document's own.
      if (boxes_ == 0 || paragraph_.is_open) break;
      start_paragraph(false, attributes);
      paragraph_.is_description = true;
      break;
    case Element::link:
      links_.add(attributes.get("href"));
      break;
    case Element::line_break:
      if (is_shown()) blocks().line_break();
      break;
    case Element::space:
      text(" ");
      break;
    case Element::other:
      break;
  }
}

void OdfText::start_style(const XmlAttributes& attributes) {
  style_ = &styles_[std::string(attributes.get("name"))];
  style_->parent = attributes.get("parent-style-name");
  const std::string_view level = attributes.get("default-outline-level");
  std::from_chars(level.data(), level.data() + level.size(), style_->level);
  style_->is_title = is_title_style(attributes.get("name"));
}

void OdfText::start_paragraph(bool is_heading, const XmlAttributes& attributes) {
  around_.push_back(paragraph_);
  if (paragraph_.is_open) blocks().start_aside();
  const bool is_title = paragraph_.is_title && !paragraph_.is_open;
  paragraph_ = {.is_open = true, .is_title = is_title};
  const std::string_view style = attributes.get("style-name");
  if (is_heading) {
    const std::string_view level = attributes.get("outline-level");
    paragraph_.level = 1;
    std::from_chars(level.data(), level.data() + level.size(), paragraph_.level);
  } else {
    paragraph_.level = is_title ? 1 : level_of(style);
  }
  paragraph_.hidden_spans = is_hidden(style);
}

void OdfText::start_box(const XmlAttributes& attributes) {
  around_.push_back(paragraph_);
  ++boxes_;
  blocks().start_aside();
  paragraph_ = {.is_title = attributes.get("class") == "title"};
}

void OdfText::end_box() {
  const bool is_loose = !around_.empty() && !around_.back().is_open;
  blocks().end_aside();
  --boxes_;
  if (around_.empty()) return;
  paragraph_ = around_.back();
  around_.pop_back();
  // On a page, not in a paragraph: it comes in its own place.
  if (is_loose) blocks().end_paragraph();
}

// Days come as such, however the sheet shows them: 05/06/13 is anybody's guess.
void OdfText::start_cell(const XmlAttributes& attributes) {
  blocks().start_cell();
  const std::string_view day = attributes.get("date-value");
  is_day_cell_ = in_sheets_ && !day.empty();
  if (is_day_cell_) blocks().text(day.substr(0, day.find('T')));
}

bool OdfText::is_hidden(std::string_view style) const {
  auto found = styles_.find(style);
  for (std::size_t i = 0; i < kMaxParents && found != styles_.end(); ++i) {
    if (found->second.is_hidden) return true;
    found = styles_.find(found->second.parent);
  }
  return false;
}

std::size_t OdfText::level_of(std::string_view style) const {
  std::size_t named = heading_level_of_style(style);
  auto found = styles_.find(style);
  for (std::size_t i = 0; i < kMaxParents && found != styles_.end(); ++i) {
    if (found->second.level > 0) return found->second.level;
    if (found->second.is_title) return 1;
    if (named == 0) named = heading_level_of_style(found->first);
    found = styles_.find(found->second.parent);
  }
  return named;
}

bool OdfText::is_shown() const noexcept {
  return skipping_ == 0 && paragraph_.is_open && paragraph_.hidden_spans == 0 && !is_day_cell_;
}

void OdfText::text(std::string_view text) {
  if (is_shown()) blocks().text(text);
}

void OdfText::end(std::string_view name) {
  if (skipping_ > 0) {
    --skipping_;
    return;
  }
  switch (element_named(name)) {
    case Element::style:
      style_ = nullptr;
      break;
    case Element::page_edges:
      in_page_edges_ = false;
      break;
    case Element::row:
      blocks().end_row();
      break;
    case Element::cell:
      is_day_cell_ = false;
      break;
    case Element::item:
      --items_;
      break;
    case Element::box:
      end_box();
      break;
    case Element::description:
      if (paragraph_.is_description) end_paragraph();
      break;
    case Element::heading:
    case Element::paragraph:
      end_paragraph();
      break;
    case Element::span:
      paragraph_.hidden_spans -= spans_.back();
      spans_.pop_back();
      break;
    default:
      break;
  }
}

void OdfText::end_paragraph() {
  blocks().end_paragraph(items_ > 0 ? BlockKind::list_item : BlockKind::paragraph, paragraph_.level);
  paragraph_ = around_.back();
  around_.pop_back();
  if (paragraph_.is_open) blocks().end_aside();
}

OfficeBlocks& OdfText::blocks() noexcept {
  return in_page_edges_ ? page_edges_ : body_;
}

void OdfText::add_to(ExtractedDocument& document) {
  document.pages = pages_;
  document.blocks = body_.take();
  if (!in_slides_ && !in_sheets_) add_page_edges(document.blocks, page_edges_.take());
  links_.add_to(document);
}

}  // namespace dossier
