#include "rtf_tables.h"

#include <algorithm>
#include <utility>

#include "office_blocks.h"
#include "office_names.h"
#include "rtf_charsets.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxEntries = 10'000;  // fonts, and styles
constexpr std::size_t kMaxNameBytes = 64 * 1024;
constexpr int kMaxBases = 32;  // styles based on each other: more, or a circle, is an error
constexpr int kBodyText = 9;   // the outline level that is none
constexpr int kSymbols = 2;    // the charset of fonts that show signs

}  // namespace

void RtfTables::set(RtfPlace place, RtfAction action, int number) {
  if (place == RtfPlace::fonts) set_of_font(action, number);
  if (place == RtfPlace::styles) set_of_style(action, number);
}

void RtfTables::set_of_font(RtfAction action, int number) {
  if (action == RtfAction::font) {
    end_entry(RtfPlace::fonts);
    entry_ = number;
  }
  if (fonts_.size() >= kMaxEntries) return;
  if (action == RtfAction::font_code_page) fonts_[entry_].charset = rtf_code_page(number);
  if (action == RtfAction::font_charset) {
    fonts_[entry_].charset = rtf_font_charset(number);
    fonts_[entry_].is_symbol = number == kSymbols;
  }
}

void RtfTables::set_of_style(RtfAction action, int number) {
  if (action == RtfAction::style) entry_ = number;
  if (styles_.size() >= kMaxEntries) return;
  if (action == RtfAction::level) styles_[entry_].level = number;
  if (action == RtfAction::based_on) styles_[entry_].based_on = number;
}

void RtfTables::add_name(std::string_view text) {
  if (name_.size() < kMaxNameBytes) name_.append(text);
}

void RtfTables::end_entry(RtfPlace place) {
  std::string name = block_text(std::exchange(name_, {}));
  const int entry = std::exchange(entry_, -1);
  if (name.empty()) return;
  if (place == RtfPlace::fonts && fonts_.size() < kMaxEntries) fonts_[entry].name = std::move(name);
  // The first of the sheet has no number: it is 0.
  if (place == RtfPlace::styles && styles_.size() < kMaxEntries)
    styles_[std::max(entry, 0)].name = std::move(name);
}

const RtfFont* RtfTables::font(int number) const {
  const auto found = fonts_.find(number >= 0 ? number : default_font_);
  return found == fonts_.end() ? nullptr : &found->second;
}

std::size_t RtfTables::heading_level(int level, int style) const {
  std::size_t named = 0;
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

}  // namespace dossier
