#include "docx_text.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <utility>

#include "dossier/core/utf8.h"
#include "office_names.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxInstructionBytes = 64 * 1024;

}  // namespace

enum class DocxText::Element : std::uint8_t {
  other,
  alternative,  // of what stands there for programs of different ages
  alternatives,
  cell,
  chart,
  deletion,
  diagram,
  document,
  endnote_mark,
  field,
  field_mark,
  footnote_mark,
  frame,
  hidden,
  hyphen,
  instruction,
  left_out,
  line_break,
  list,
  math,
  note,
  outline,
  paragraph,
  picture,
  properties,
  row,
  run,
  run_style,
  space,
  style,
  symbol,
  table_description,
  text,
  text_box,
};

DocxText::Element DocxText::element_named(std::string_view name) {
  using enum Element;
  // Sorted.
  static constexpr auto kElements =
      std::to_array<std::pair<std::string_view, Element>>({{"AlternateContent", alternatives},
                                                           {"Choice", alternative},
                                                           {"Fallback", alternative},
                                                           {"altChunk", document},
                                                           {"br", line_break},
                                                           {"chart", chart},
                                                           {"comment", note},
                                                           {"cr", line_break},
                                                           {"del", deletion},
                                                           {"docPr", picture},
                                                           {"endnote", note},
                                                           {"endnoteReference", endnote_mark},
                                                           {"fldChar", field_mark},
                                                           {"fldSimple", field},
                                                           {"footnote", note},
                                                           {"footnoteReference", footnote_mark},
                                                           {"framePr", frame},
                                                           {"imagedata", picture},
                                                           {"instrText", instruction},
                                                           {"moveFrom", left_out},
                                                           {"noBreakHyphen", hyphen},
                                                           {"numId", list},
                                                           {"oMath", math},
                                                           {"outlineLvl", outline},
                                                           {"p", paragraph},
                                                           {"pPr", properties},
                                                           {"pPrChange", left_out},
                                                           {"pStyle", style},
                                                           {"ptab", space},
                                                           {"r", run},
                                                           {"rPrChange", left_out},
                                                           {"rStyle", run_style},
                                                           {"relIds", diagram},
                                                           {"rt", left_out},
                                                           {"sym", symbol},
                                                           {"t", text},
                                                           {"tab", space},
                                                           {"tblCaption", table_description},
                                                           {"tblDescription", table_description},
                                                           {"tc", cell},
                                                           {"tr", row},
                                                           {"txbxContent", text_box},
                                                           {"vanish", hidden}});
  const auto found = std::lower_bound(kElements.begin(), kElements.end(), name,
                                      [](const auto& row, std::string_view n) { return row.first < n; });
  return found != kElements.end() && found->first == name ? found->second : other;
}

void DocxText::start(std::string_view name, const XmlAttributes& attributes) {
  if (skipping_ > 0) {
    ++skipping_;
    return;
  }
  const Element element = element_named(name);
  if (in_math_) math_.start(name, attributes);
  switch (element) {
    case Element::left_out:
      skipping_ = 1;
      break;
    case Element::deletion:
      ++deletions_;
      break;
    case Element::math:
      in_math_ = true;
      break;
    case Element::alternatives:
      alternatives_.push_back(blocks_.size());
      break;
    case Element::alternative:
      start_alternative();
      break;
    case Element::paragraph:
      start_paragraph();
      break;
    case Element::text_box:
      around_.push_back(std::exchange(paragraph_, {}));
      blocks_.start_aside();
      break;
    case Element::row:
      blocks_.start_row();
      break;
    case Element::cell:
      blocks_.start_cell();
      break;
    case Element::note:
      // The lines that part notes from the text have a type.
      if (const auto type = attributes.get("type"); !type.empty() && type != "normal") skipping_ = 1;
      note_id_ = attributes.get("id");
      break;
    default:
      paragraph_.in_properties ? start_property(element, attributes) : start_content(element, attributes);
  }
}

void DocxText::start_paragraph() {
  // A paragraph in a paragraph is that of a shape.
  if (paragraph_.is_open) {
    around_.push_back(std::exchange(paragraph_, {}));
    blocks_.start_aside();
  } else {
    around_.push_back(paragraph_);
  }
  paragraph_ = {.is_open = true};
}

// What stands in a paragraph's properties.
void DocxText::start_property(Element element, const XmlAttributes& attributes) {
  if (element == Element::style && references_.styles != nullptr) {
    paragraph_.style = references_.styles->get(attributes.get("val"));
  } else if (element == Element::outline) {
    const int level = docx_number(attributes, 9);
    paragraph_.style.level = level >= 0 && level < 9 ? static_cast<std::size_t>(level) + 1 : 0;
  } else if (element == Element::list) {
    paragraph_.style.is_item = docx_number(attributes, 0) > 0;
  } else if (element == Element::frame) {
    const std::string_view kind = attributes.get("dropCap");
    paragraph_.is_initial = !kind.empty() && kind != "none";
  }
}

// What stands in its runs.
void DocxText::start_content(Element element, const XmlAttributes& attributes) {
  switch (element) {
    case Element::properties:
      paragraph_.in_properties = true;
      break;
    case Element::run:
      paragraph_.in_run = true;
      paragraph_.is_hidden_run = paragraph_.style.is_hidden;
      break;
    case Element::hidden:
      if (paragraph_.in_run) paragraph_.is_hidden_run = docx_switch(attributes);
      break;
    case Element::run_style:
      if (references_.styles != nullptr && references_.styles->get(attributes.get("val")).is_hidden) {
        paragraph_.is_hidden_run = true;
      }
      break;
    case Element::text:
      in_text_ = true;
      break;
    case Element::instruction:
      in_instruction_ = true;
      break;
    case Element::field:
      references_.links.add_of_field(attributes.get("instr"));
      break;
    case Element::picture:
      add_description(attributes.get("descr"));
      add_description(attributes.get("title"));
      break;
    case Element::table_description:
      add_description(attributes.get("val"));
      break;
    case Element::field_mark:
      read_field_mark(attributes.get("fldCharType"));
      break;
    case Element::footnote_mark:
      add_aside(references_.footnotes, attributes.get("id"));
      break;
    case Element::endnote_mark:
      add_aside(references_.endnotes, attributes.get("id"));
      break;
    case Element::chart:
    case Element::document:
      add_aside(references_.parts, attributes.get_prefixed("id"));
      break;
    case Element::diagram:
      add_aside(references_.parts, attributes.get("dm"));
      break;
    default:
      if (is_shown()) start_character(element, attributes);
  }
}

// An element that stands for a character.
void DocxText::start_character(Element element, const XmlAttributes& attributes) {
  if (element == Element::space) add_text(" ");
  if (element == Element::line_break) blocks_.line_break();
  if (element == Element::hyphen) add_text("-");
  if (element != Element::symbol) return;
  const std::string_view code = attributes.get("char");
  std::uint32_t value = 0;
  std::from_chars(code.data(), code.data() + code.size(), value, 16);
  std::string shown;
  if (const char32_t c = symbol_character(attributes.get("font"), value); c != 0) append_utf8(shown, c);
  add_text(shown);
}

// The first that has text counts.
void DocxText::start_alternative() {
  if (!alternatives_.empty() && blocks_.size() > alternatives_.back()) skipping_ = 1;
}

// What a picture, or a table, shows, for those who do not see it.
void DocxText::add_description(std::string_view description) {
  blocks_.start_aside();
  blocks_.text(picture_description(description));
  blocks_.end_aside();
}

void DocxText::read_field_mark(std::string_view kind) {
  if (kind != "begin" || !fields_.empty()) references_.links.add_of_field(std::exchange(instruction_, {}));
  if (kind == "begin") {
    fields_.push_back(false);
  } else if (fields_.empty()) {
    return;
  } else if (kind == "separate") {
    fields_.back() = true;
  } else {
    fields_.pop_back();
  }
}

// A field's instruction is not shown, nor what stands in it. Of what has been deleted, the pictures are still
// in the file, and what they show is told.
bool DocxText::is_shown() const noexcept {
  return deletions_ == 0 && !paragraph_.is_hidden_run &&
         std::find(fields_.begin(), fields_.end(), false) == fields_.end();
}

// What is referred to again has been told.
void DocxText::add_aside(DocxBlocks& from, std::string_view id) {
  const auto found = from.find(id);
  if (found == from.end()) return;
  blocks_.start_aside();
  blocks_.add(found->second);
  blocks_.end_aside();
  from.erase(found);
}

void DocxText::text(std::string_view text) {
  if (skipping_ > 0) return;
  if (in_instruction_ && instruction_.size() < kMaxInstructionBytes) instruction_.append(text);
  if (!in_text_ || !is_shown()) return;
  add_text(text);
}

void DocxText::add_text(std::string_view text) {
  if (in_math_) return math_.text(text);
  behind_math_ = false;
  blocks_.text(text);
}

// Equations side by side are several.
void DocxText::end_math() {
  in_math_ = false;
  const std::string equation = math_.take();
  if (equation.empty()) return;
  if (behind_math_) blocks_.text(" ");
  add_text(equation);
  behind_math_ = true;
}

void DocxText::end(std::string_view name) {
  if (skipping_ > 0) {
    --skipping_;
    return;
  }
  if (in_math_) math_.end(name);
  switch (element_named(name)) {
    case Element::alternatives:
      if (!alternatives_.empty()) alternatives_.pop_back();
      break;
    case Element::paragraph:
      end_paragraph();
      break;
    case Element::properties:
      paragraph_.in_properties = false;
      break;
    case Element::text_box:
      blocks_.end_aside();
      paragraph_ = around_.back();
      around_.pop_back();
      break;
    case Element::row:
      blocks_.end_row();
      break;
    case Element::run:
      paragraph_.in_run = false;
      paragraph_.is_hidden_run = false;
      break;
    case Element::text:
      in_text_ = false;
      break;
    case Element::instruction:
      in_instruction_ = false;
      break;
    case Element::deletion:
      --deletions_;
      break;
    case Element::math:
      end_math();
      break;
    case Element::note:
      end_note();
      break;
    default:
      break;
  }
}

void DocxText::end_paragraph() {
  const DocxStyle& style = paragraph_.style;
  if (!paragraph_.is_initial) {
    blocks_.end_paragraph(style.is_item ? BlockKind::list_item : BlockKind::paragraph, style.level);
  }
  behind_math_ = false;
  paragraph_ = around_.back();
  around_.pop_back();
  if (paragraph_.is_open) blocks_.end_aside();
  // An instruction that never ends must not swallow the rest.
  std::fill(fields_.begin(), fields_.end(), true);
}

void DocxText::end_note() {
  std::vector<Block> blocks = std::exchange(blocks_, OfficeBlocks(limits_)).take();
  if (!blocks.empty()) notes_.emplace(std::move(note_id_), std::move(blocks));
}

}  // namespace dossier
