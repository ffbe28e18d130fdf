#include "rtf_text.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <utility>

#include "dossier/core/utf8.h"
#include "office_names.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxGroups = 1'000'000;  // in each other
constexpr std::size_t kMaxEntries = 10'000;    // fonts, and styles
constexpr std::size_t kMaxNameBytes = 64 * 1024;
constexpr int kMaxBases = 32;  // styles based on each other: more, or a circle, is an error
constexpr int kBodyText = 9;   // the outline level that is none

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
  Group inner = group();
  inner.ends_aside = false;
  inner.is_starred = false;
  groups_.push_back(inner);
}

void RtfText::close_group() {
  flush_bytes();
  if (groups_.size() == 1) return;
  const RtfPlace place = group().place;
  if (place == RtfPlace::fonts || place == RtfPlace::styles) end_entry();
  if (group().ends_aside) {
    end_paragraph();
    blocks().end_aside();
    rows_.pop_back();
  }
  const bool edges_end = group().in_page_edges && !groups_[groups_.size() - 2].in_page_edges;
  if (edges_end) end_paragraph();
  groups_.pop_back();
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
      default_font_ = number;
      break;
    case RtfAction::date_part:
      set_date_part(token.text, number);
      break;
    case RtfAction::shown:
      break;
    default:
      set_property(word->action, number, on);
  }
}

// A place within one that is shown nowhere stays there.
void RtfText::enter(RtfPlace place) {
  RtfPlace& now = group().place;
  const bool in_info = place == RtfPlace::title || place == RtfPlace::author || place == RtfPlace::created ||
                       place == RtfPlace::modified;
  if (now != RtfPlace::nowhere || in_info) now = place;
}

void RtfText::set_property(RtfAction action, int number, bool on) {
  Group& now = group();
  const RtfPlace place = now.place;
  switch (action) {
    case RtfAction::plain:
      now.font = -1;
      now.is_hidden = now.is_deleted = false;
      break;
    case RtfAction::paragraph_default:
      now.style = now.level = -1;
      now.in_table = now.is_item = false;
      break;
    case RtfAction::font:
      if (place == RtfPlace::fonts) {
        end_entry();
        entry_ = number;
      } else {
        now.font = number;
      }
      break;
    case RtfAction::style:
      (place == RtfPlace::styles ? entry_ : now.style) = number;
      break;
    case RtfAction::level:
      if (place == RtfPlace::styles) {
        if (styles_.size() < kMaxEntries) styles_[entry_].level = number;
      } else {
        now.level = number;
      }
      break;
    case RtfAction::based_on:
      if (place == RtfPlace::styles && styles_.size() < kMaxEntries) styles_[entry_].based_on = number;
      break;
    case RtfAction::font_charset:
      if (place == RtfPlace::fonts && fonts_.size() < kMaxEntries) {
        fonts_[entry_].charset = rtf_font_charset(number);
        fonts_[entry_].is_symbol = number == 2;
      }
      break;
    case RtfAction::font_code_page:
      if (place == RtfPlace::fonts && fonts_.size() < kMaxEntries)
        fonts_[entry_].charset = rtf_code_page(number);
      break;
    case RtfAction::in_table:
      now.in_table = on;
      break;
    case RtfAction::item:
      now.is_item = number > 0;
      break;
    case RtfAction::hidden:
      now.is_hidden = on;
      break;
    case RtfAction::deleted:
      now.is_deleted = on;
      break;
    case RtfAction::skip_after_unicode:
      now.skip_after_unicode = std::max(number, 0);
      break;
    default:
      break;
  }
}

void RtfText::set_date_part(std::string_view word, int number) {
  const RtfPlace place = group().place;
  if (place != RtfPlace::created && place != RtfPlace::modified) return;
  std::string& written = place == RtfPlace::created ? created_ : modified_;
  if (word == "yr") {
    written = fmt::format("{:04}", std::clamp(number, 0, 9999));
  } else if (!written.empty() && written.size() < 10) {
    written += fmt::format("-{:02}", std::clamp(number, 0, 99));
  }
}

// A footnote, a comment, a text box.
void RtfText::start_aside() {
  Group& now = group();
  if ((now.place != RtfPlace::text && now.place != RtfPlace::shape) || now.ends_aside) return;
  now.place = RtfPlace::text;
  now.ends_aside = true;
  now.style = now.level = -1;
  now.in_table = now.is_item = now.is_hidden = false;
  blocks().start_aside();
  rows_.push_back(false);
}

const RtfText::Font* RtfText::font() const {
  const int number = groups_.back().font >= 0 ? groups_.back().font : default_font_;
  const auto found = fonts_.find(number);
  return found == fonts_.end() ? nullptr : &found->second;
}

bool RtfText::is_shown() const noexcept {
  const Group& now = groups_.back();
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
    if (end < bytes.size()) end_entry();
    bytes.remove_prefix(std::min(end + 1, bytes.size()));
  }
}

// Text by the charset of its font, or by the font itself where that shows signs.
void RtfText::flush_bytes() {
  if (bytes_.empty()) return;
  std::string decoded;
  const RtfPlace place = group().place;
  const Font* now = place == RtfPlace::text ? font() : nullptr;
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
  const Font* now = font();
  if (now != nullptr && now->is_symbol) c = symbol_character(now->name, c);
  std::string text;
  if (c >= 0x20) append_utf8(text, c);
  add_text(text);
}

void RtfText::add_text(std::string_view text) {
  if (text.empty()) return;
  switch (group().place) {
    case RtfPlace::text:
      if (!is_shown()) break;
      if (group().in_table) open_row();
      blocks().text(text);
      break;
    case RtfPlace::fonts:
    case RtfPlace::styles:
      if (entry_name_.size() < kMaxNameBytes) entry_name_.append(text);
      break;
    case RtfPlace::title:
      if (metadata_.title.size() < kMaxNameBytes) metadata_.title.append(text);
      break;
    default:
      if (group().place == RtfPlace::author && metadata_.author.size() < kMaxNameBytes)
        metadata_.author.append(text);
  }
}

// A font or a style of its table has been read.
void RtfText::end_entry() {
  const std::string name = block_text(std::exchange(entry_name_, {}));
  const int entry = std::exchange(entry_, -1);
  if (name.empty()) return;
  if (group().place == RtfPlace::fonts && fonts_.size() < kMaxEntries) {
    Font& font = fonts_[entry];
    font.name = name;
  } else if (group().place == RtfPlace::styles && styles_.size() < kMaxEntries) {
    // The first of the sheet has no number: it is 0.
    styles_[std::max(entry, 0)].name = name;
  }
}

std::size_t RtfText::heading_level() const {
  const Group& now = groups_.back();
  int level = now.level;
  std::size_t named = 0;
  int style = now.style;
  for (int i = 0; i < kMaxBases && style >= 0; ++i) {
    const auto found = styles_.find(style);
    if (found == styles_.end()) break;
    if (level < 0) level = found->second.level;
    if (named == 0)
      named = is_title_style(found->second.name) ? 1 : heading_level_of_style(found->second.name);
    style = found->second.based_on;
  }
  if (level < 0) return named;
  return level < kBodyText ? static_cast<std::size_t>(level) + 1 : 0;
}

void RtfText::end_paragraph() {
  flush_bytes();
  if (group().place != RtfPlace::text) return;
  blocks().end_paragraph(group().is_item ? BlockKind::list_item : BlockKind::paragraph, heading_level());
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

std::vector<Block> RtfText::take_blocks() {
  flush_bytes();
  std::vector<Block> blocks = body_.take();
  add_page_edges(blocks, page_edges_.take());
  return blocks;
}

RawMetadata RtfText::take_metadata() {
  metadata_.title = block_text(metadata_.title);
  metadata_.author = block_text(metadata_.author);
  if (!created_.empty()) metadata_.dates.emplace_back("rtf:created", created_);
  if (!modified_.empty()) metadata_.dates.emplace_back("rtf:modified", modified_);
  return std::move(metadata_);
}

}  // namespace dossier
