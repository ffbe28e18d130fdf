#include "rtf_text.h"

#include <algorithm>
#include <array>
#include <utility>

#include "dossier/core/utf8.h"
#include "office_names.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxGroups = 1'000'000;  // in each other
constexpr std::size_t kMaxValueBytes = 64 * 1024;
constexpr std::string_view kDescription = "wzDescription";  // of a picture, among its properties

}  // namespace

RtfText::RtfText(const ExtractionLimits& limits) : body_(limits), page_edges_(limits) {
  groups_.emplace_back();
  rows_.push_back(false);
}

std::string RtfText::read(std::string_view bytes) {
  RtfTokens tokens(bytes);
  bool any = false;
  while (tokens.next()) {
    const RtfToken& token = tokens.token();
    if (skips(token)) continue;
    switch (token.kind) {
      case RtfToken::Kind::open:
        if (groups_.size() == kMaxGroups) return "groups are nested too deeply";
        open_group();
        any = true;
        break;
      case RtfToken::Kind::close:
        close_group();
        if (any && groups_.size() == 1) return {};  // what follows the document is none of it
        break;
      case RtfToken::Kind::word:
        handle_word(token);
        break;
      case RtfToken::Kind::sign:
        handle_sign(token.text.front());
        break;
      case RtfToken::Kind::byte:
        if (*token.number >= 0) bytes_ += static_cast<char>(*token.number);
        break;
      case RtfToken::Kind::bytes:
        add_bytes(token.text);
        break;
    }
  }
  while (groups_.size() > 1) close_group();
  return "it ends early: groups are left open";
}

// What stands for readers without Unicode behind a character: so many characters, within the group.
bool RtfText::skips(const RtfToken& token) {
  if (skipping_ == 0) return false;
  if (token.kind == RtfToken::Kind::open || token.kind == RtfToken::Kind::close) {
    skipping_ = 0;
    return false;
  }
  if (token.kind != RtfToken::Kind::bytes) {
    --skipping_;
    return true;
  }
  const std::size_t most = std::min(token.text.size(), static_cast<std::size_t>(skipping_));
  skipping_ -= static_cast<int>(most);
  add_bytes(token.text.substr(most));
  return true;
}

void RtfText::open_group() {
  flush_bytes();
  RtfGroup inner = group();
  inner.ends_aside = false;
  inner.is_starred = false;
  groups_.push_back(inner);
}

void RtfText::close_group() {
  flush_bytes();
  if (groups_.size() == 1) return;
  const RtfPlace place = group().place;
  if (place != groups_[groups_.size() - 2].place) end_place(place);
  if (group().ends_aside) {
    end_paragraph();
    blocks().end_aside();
    rows_.pop_back();
  }
  const bool edges_end = group().in_page_edges && !groups_[groups_.size() - 2].in_page_edges;
  if (edges_end) end_paragraph();
  groups_.pop_back();
}

// The outermost group of that place ends.
void RtfText::end_place(RtfPlace place) {
  switch (place) {
    case RtfPlace::fonts:
    case RtfPlace::styles:
      tables_.end_entry(place);
      break;
    case RtfPlace::instruction:
      links_.add_of_field(std::exchange(value_, {}));
      break;
    case RtfPlace::property_name:
      property_name_ = std::exchange(value_, {});
      break;
    case RtfPlace::property_value:
      if (property_name_ == kDescription) {
        blocks().start_aside();
        blocks().text(picture_description(value_));
        blocks().end_aside();
      }
      value_.clear();
      break;
    default:
      info_.end(place);
  }
}

void RtfText::handle_sign(char sign) {
  flush_bytes();
  switch (sign) {
    case '*':
      group().is_starred = true;
      break;
    case '~':
      add_text(" ");
      break;
    case '_':
      add_text("-");
      break;
    case '\r':
    case '\n':
      end_paragraph();
      break;
    case '\\':
    case '{':
    case '}':
      bytes_ += sign;
      break;
    default:
      break;
  }
}

void RtfText::handle_word(const RtfToken& token) {
  const RtfWord* word = find_rtf_word(token.text);
  const bool starred = std::exchange(group().is_starred, false);
  if (word == nullptr) {
    if (starred) enter(RtfPlace::nowhere);
    return;
  }
  const int number = token.number.value_or(-1);
  const bool on = token.number.value_or(1) != 0;
  flush_bytes();
  switch (word->action) {
    case RtfAction::enter:
      enter(word->place);
      break;
    case RtfAction::character:
      add_text(word->text);
      break;
    case RtfAction::paragraph_end:
      end_paragraph();
      break;
    case RtfAction::line_end:
      if (is_shown()) blocks().line_break();
      break;
    case RtfAction::cell_end:
      end_cell();
      break;
    case RtfAction::row_start:
      if (group().place == RtfPlace::text) open_row();
      break;
    case RtfAction::row_end:
      end_row();
      break;
    case RtfAction::aside:
      start_aside();
      break;
    case RtfAction::page_edges:
      if (group().place == RtfPlace::text) group().in_page_edges = true;
      break;
    case RtfAction::alternative:
      group().outer = group().place;
      group().place = RtfPlace::nowhere;
      break;
    case RtfAction::unicode:
      group().place = group().outer;
      break;
    case RtfAction::unicode_character:
      add_unit(number);
      break;
    case RtfAction::charset:
      charset_ = word->text;
      break;
    case RtfAction::code_page:
      charset_ = rtf_code_page(number);
      break;
    case RtfAction::default_font:
      tables_.set_default_font(number);
      break;
    case RtfAction::date_part:
      if (const RtfPlace place = group().place; place == RtfPlace::created || place == RtfPlace::modified)
        info_.set_date_part(place, token.text, number);
      break;
    case RtfAction::shown:
      break;
    default:
      group().set(word->action, number, on);
      tables_.set(group().place, word->action, number);
  }
}

// A place within one that is shown nowhere stays there, but for what tells of it.
void RtfText::enter(RtfPlace place) {
  static constexpr std::array kTelling{RtfPlace::title,         RtfPlace::author,   RtfPlace::about,
                                       RtfPlace::created,       RtfPlace::modified, RtfPlace::property_name,
                                       RtfPlace::property_value};
  RtfPlace& now = group().place;
  const bool tells = std::find(kTelling.begin(), kTelling.end(), place) != kTelling.end();
  if (now != RtfPlace::nowhere || tells) now = place;
}

// A footnote, a comment, a text box.
void RtfText::start_aside() {
  RtfGroup& now = group();
  if ((now.place != RtfPlace::text && now.place != RtfPlace::shape) || now.ends_aside) return;
  now.place = RtfPlace::text;
  now.ends_aside = true;
  now.style = now.level = -1;
  now.in_table = now.is_item = now.is_hidden = false;
  blocks().start_aside();
  rows_.push_back(false);
}

bool RtfText::is_shown() const noexcept {
  const RtfGroup& now = groups_.back();
  return now.place == RtfPlace::text && !now.is_hidden && !now.is_deleted;
}

void RtfText::add_bytes(std::string_view bytes) {
  // What ends an entry of the tables.
  const bool in_table = group().place == RtfPlace::fonts || group().place == RtfPlace::styles;
  if (!in_table) {
    bytes_.append(bytes);
    return;
  }
  while (!bytes.empty()) {
    const std::size_t end = std::min(bytes.find(';'), bytes.size());
    bytes_.append(bytes.substr(0, end));
    flush_bytes();
    if (end < bytes.size()) tables_.end_entry(group().place);
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
}

// Text by the charset of its font, or by the font itself where that shows signs.
void RtfText::flush_bytes() {
  if (bytes_.empty()) return;
  std::string decoded;
  const RtfPlace place = group().place;
  const RtfFont* now = place == RtfPlace::text ? font() : nullptr;
  if (now != nullptr && now->is_symbol) {
    for (const char c : bytes_) {
      if (const char32_t shown = symbol_character(now->name, static_cast<unsigned char>(c)); shown != 0) {
        append_utf8(decoded, shown);
      }
    }
  } else {
    decoder_.append(decoded, bytes_, now == nullptr || now->charset.empty() ? charset_ : now->charset);
  }
  bytes_.clear();
  add_text(decoded);
}

// A UTF-16 unit, as \u writes it.
void RtfText::add_unit(int unit) {
  skipping_ = group().skip_after_unicode;
  if (unit < -0x8000 || unit > 0xFFFF) return;
  auto c = static_cast<char32_t>(unit < 0 ? unit + 0x10000 : unit);
  const char32_t high = std::exchange(high_surrogate_, 0);
  if (c >= 0xD800 && c < 0xDC00) {
    high_surrogate_ = c;
    return;
  }
  if (c >= 0xDC00 && c < 0xE000) {
    if (high == 0) return;
    c = 0x10000 + ((high - 0xD800) << 10) + (c - 0xDC00);
  }
  const RtfFont* now = font();
  if (now != nullptr && now->is_symbol) c = symbol_character(now->name, c);
  std::string text;
  if (c >= 0x20) append_utf8(text, c);
  add_text(text);
}

void RtfText::add_text(std::string_view text) {
  if (text.empty()) return;
  const RtfGroup& now = group();
  switch (now.place) {
    case RtfPlace::text:
      if (now.is_hidden || now.is_deleted) break;
      if (now.in_table) open_row();
      blocks().text(text);
      break;
    case RtfPlace::fonts:
    case RtfPlace::styles:
      tables_.add_name(text);
      break;
    case RtfPlace::instruction:
    case RtfPlace::property_name:
    case RtfPlace::property_value:
      if (value_.size() < kMaxValueBytes) value_.append(text);
      break;
    case RtfPlace::title:
    case RtfPlace::author:
    case RtfPlace::about:
      info_.add_text(now.place, text);
      break;
    default:
      break;
  }
}

void RtfText::end_paragraph() {
  flush_bytes();
  if (group().place != RtfPlace::text) return;
  blocks().end_paragraph(group().is_item ? BlockKind::list_item : BlockKind::paragraph,
                         tables_.heading_level(group().level, group().style));
}

void RtfText::open_row() {
  if (rows_.back()) return;
  rows_.back() = true;
  blocks().start_row();
  blocks().start_cell();
}

void RtfText::end_cell() {
  if (group().place != RtfPlace::text) return;
  if (!rows_.back()) open_row();
  blocks().end_paragraph();
  blocks().start_cell();
}

void RtfText::end_row() {
  if (group().place != RtfPlace::text || !rows_.back()) return;
  blocks().end_row();
  rows_.back() = false;
}

void RtfText::add_to(ExtractedDocument& document) {
  flush_bytes();
  document.blocks = body_.take();
  add_page_edges(document.blocks, page_edges_.take());
  info_.add_to(document);
  links_.add_to(document);
}

}  // namespace dossier
