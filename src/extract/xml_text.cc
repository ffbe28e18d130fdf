#include "xml_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "blocks.h"
#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::string_view kCellBreak = " | ";
constexpr std::size_t kMostLevel = 6;

// Parts whose number stands for a heading that is missing: "Article 5".
bool is_numbered_part(std::string_view name) {
  constexpr std::array<std::string_view, 10> kParts{"article", "book",    "chapter",    "part",     "rule",
                                                    "section", "subpart", "subchapter", "subtitle", "title"};
  return std::find(kParts.begin(), kParts.end(), name) != kParts.end();
}

bool parts_lines(std::string_view name) {
  return name == "lb" || name == "br" || name == "eol" || name == "break";
}

}  // namespace

bool XmlText::holds_running_text(const Open& element) noexcept {
  switch (element.role) {
    case XmlRole::unknown:
    case XmlRole::container:
    case XmlRole::row:
      return element.runs;
    default:
      return true;
  }
}

XmlRole XmlText::role_of(std::string_view name) const {
  const std::string_view parent = open_.empty() ? std::string_view() : open_.back().name;
  const XmlRole role = xml_role(name, parent, akoma_);
  // What is not known is a part of the text that runs around it.
  if (role == XmlRole::unknown && !open_.empty() && open_.back().runs) return XmlRole::in_line;
  // Data has elements called "name" and "date", too: there they are values of their own.
  if (role == XmlRole::in_line && !open_.empty() && !holds_running_text(open_.back()))
    return XmlRole::unknown;
  return role;
}

void XmlText::start(std::string_view name, const XmlAttributes&) {
  if (open_.empty()) akoma_ = name == "akomaNtoso";
  const XmlRole role = role_of(name);
  const bool in_hidden = !open_.empty() && open_.back().hidden;
  // An abstract is text, in whatever it stands.
  const bool hidden = (in_hidden && name != "abstract") || role == XmlRole::hidden || role == XmlRole::header;
  open_.push_back({std::string(name), role, false, hidden});
  if (hidden) return;
  if (parts_lines(name)) return break_line();
  if (role == XmlRole::in_line) {
    open_.back().runs = open_.size() > 1 && open_[open_.size() - 2].runs;
    return;
  }
  open_block(role);
}

void XmlText::open_block(XmlRole role) {
  may_go_on_ = false;
  if (role == XmlRole::note) {
    notes_open_.push_back({std::exchange(pending_, {}), {}});
    return;
  }
  flush();
  if (number_is_heading_ && role != XmlRole::heading && role != XmlRole::number) {
    number_is_heading_ = false;
    give(BlockKind::heading, std::exchange(number_, {}));
  }
  containers_ += role == XmlRole::container && open_.size() > 1;
  items_ += role == XmlRole::item;
  rows_ += role == XmlRole::row;
}

void XmlText::text(std::string_view text) {
  if (open_.empty() || open_.back().hidden) return;
  const bool blank = trim(text).empty();
  if (!blank) {
    open_.back().runs = open_.back().role != XmlRole::container;
    may_go_on_ = false;
  } else if (may_go_on_) {
    return;
  }
  if (pending_.empty() && blank) return;
  pending_ += text;
}

void XmlText::end(std::string_view) {
  const Open open = std::move(open_.back());
  open_.pop_back();
  if (open.hidden || open.role == XmlRole::in_line) return;
  // Whether what is not known is a part of running text shows behind it.
  if (open.role == XmlRole::unknown)
    may_go_on_ = true;
  else
    close_block(open.role);
}

void XmlText::close_block(XmlRole role) {
  may_go_on_ = false;
  switch (role) {
    case XmlRole::heading:
      return flush(BlockKind::heading);
    case XmlRole::number:
      return end_number();
    case XmlRole::note:
      return end_note();
    case XmlRole::cell:
      row_ +=
          (row_.empty() ? "" : std::string(kCellBreak)) + collapse_whitespace(std::exchange(pending_, {}));
      return;
    case XmlRole::row: {
      flush();
      --rows_;
      std::string row = std::exchange(row_, {});
      return give(BlockKind::table_row, std::move(row));
    }
    default:
      flush();
  }
  containers_ -= role == XmlRole::container && !open_.empty();
  items_ -= role == XmlRole::item;
}

void XmlText::end_number() {
  number_ = collapse_whitespace(std::exchange(pending_, {}));
  number_is_heading_ = !open_.empty() && is_numbered_part(open_.back().name) && has_word(number_);
}

void XmlText::end_note() {
  std::string note = std::move(notes_open_.back().text);
  const std::string rest = collapse_whitespace(pending_);
  if (!note.empty() && !rest.empty()) note += ' ';
  note += rest;
  pending_ = std::move(notes_open_.back().around);
  notes_open_.pop_back();
  if (has_word(note)) notes_.push_back(std::move(note));
  if (pending_.empty() && notes_open_.empty()) flush();
}

void XmlText::break_line() {
  if (!pending_.empty()) pending_ += ' ';
}

void XmlText::flush(BlockKind kind) {
  std::string text = std::exchange(pending_, {});
  may_go_on_ = false;
  if (!notes_open_.empty()) {
    std::string& note = notes_open_.back().text;
    const std::string more = collapse_whitespace(text);
    if (!note.empty() && !more.empty()) note += ' ';
    note += more;
    return;
  }
  if (rows_ > 0) {
    // Several paragraphs of one cell are one.
    if (!trim(text).empty()) pending_ = text + ' ';
    return;
  }
  text = collapse_whitespace(clean_text(text));
  if (!number_.empty() && !text.empty()) {
    text = std::exchange(number_, {}) + ' ' + text;
    number_is_heading_ = false;
  }
  if (kind == BlockKind::paragraph && items_ > 0) kind = BlockKind::list_item;
  give(kind, std::move(text));
  for (std::string& note : std::exchange(notes_, {})) give(BlockKind::paragraph, clean_text(note));
}

void XmlText::give(BlockKind kind, std::string text) {
  if (!has_word(text) || blocks_.size() > max_blocks) return;
  Block block{.kind = kind, .text = std::move(text)};
  if (kind == BlockKind::heading)
    block.level = static_cast<std::uint8_t>(std::clamp<std::size_t>(containers_, 1, kMostLevel));
  blocks_.push_back(std::move(block));
}

std::vector<Block> XmlText::take() {
  flush();
  if (!number_.empty()) give(BlockKind::paragraph, std::exchange(number_, {}));
  return std::move(blocks_);
}

}  // namespace dossier
