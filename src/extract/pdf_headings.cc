#include "pdf_headings.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <set>
#include <unordered_map>

#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxHeadingBytes = 250;
constexpr std::uint32_t kMaxHeadingLines = 4;
constexpr std::uint32_t kMaxBoldLines = 3;
constexpr std::size_t kMaxBoldBytes = 150;
constexpr float kLarger = 1.12F;      // of the main size of type: larger type is a heading's
constexpr float kMuchLarger = 1.35F;  // in which a heading may end like a sentence
constexpr std::uint8_t kMaxLevel = 6;
constexpr std::size_t kMaxTitleBytes = 300;
constexpr std::size_t kMinTitleLetters = 3;

// By which a heading is found in the outline: its letters and digits, without the number before it.
std::string outline_key(std::string_view text) {
  std::string key;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    i = next;
    const auto letter = static_cast<UChar32>(c);
    if (!u_isalnum(letter) || (key.empty() && u_isdigit(letter))) continue;
    append_utf8(key, static_cast<char32_t>(u_tolower(letter)));
  }
  return key;
}

std::size_t count_letters(std::string_view text) {
  std::size_t letters = 0;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    letters += u_isalpha(static_cast<UChar32>(c)) != 0;
    i = next;
  }
  return letters;
}

bool is_mostly_letters(std::string_view text) {
  return 2 * count_letters(text) >= count_code_points(text);
}

bool ends_like_text(std::string_view text) {
  return text.ends_with('.') || text.ends_with(',') || text.ends_with(';') || text.ends_with("。");
}

// The numbers in "2.1.3 Title"; 0 if there are none.
int number_depth(std::string_view text) {
  int depth = 0;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t end = text.find_first_not_of("0123456789", i);
    if (end == std::string_view::npos || end == i || end - i > 3) break;
    ++depth;
    if (text[end] != '.') return text[end] == ' ' ? depth : 0;
    i = end + 1;
    if (i < text.size() && text[i] == ' ') return depth;
  }
  return 0;
}

class HeadingFinder {
 public:
  HeadingFinder(const std::vector<PdfParagraph>& paragraphs, const std::vector<PdfOutlineEntry>& outline,
                float main_size)
      : main_size_(main_size) {
    for (const PdfOutlineEntry& entry : outline) outline_.try_emplace(outline_key(entry.title), entry.level);
    std::size_t bytes = 0;
    std::size_t bold = 0;
    for (const PdfParagraph& paragraph : paragraphs) {
      bytes += paragraph.text.size();
      bold += paragraph.bold ? paragraph.text.size() : 0;
    }
    bold_text_ = 3 * bold > bytes;
    for (const PdfParagraph& paragraph : paragraphs) {
      if (is_heading(paragraph)) sizes_.insert(rank_size(paragraph));
    }
  }

  // 0 if it is none.
  std::uint8_t level(const PdfParagraph& paragraph) const {
    if (paragraph.is_row) return 0;
    const std::uint8_t outlined = outline_level(paragraph);
    if (outlined > 0) return outlined;
    if (!is_heading(paragraph)) return 0;
    const auto rank = static_cast<int>(std::distance(sizes_.begin(), sizes_.find(rank_size(paragraph))));
    return static_cast<std::uint8_t>(
        std::min<int>(std::max(rank + 1, number_depth(paragraph.text)), kMaxLevel));
  }

 private:
  std::uint8_t outline_level(const PdfParagraph& paragraph) const {
    if (paragraph.text.size() > kMaxHeadingBytes || paragraph.is_item || paragraph.size < main_size_ * 0.95F)
      return 0;
    const auto found = outline_.find(outline_key(paragraph.text));
    return found == outline_.end() || found->first.empty() ? 0 : std::min(found->second, kMaxLevel);
  }

  bool is_heading(const PdfParagraph& paragraph) const {
    const std::string& text = paragraph.text;
    if (text.size() > kMaxHeadingBytes || paragraph.lines > kMaxHeadingLines || paragraph.is_item)
      return false;
    if (!is_mostly_letters(text)) return false;
    if (paragraph.size >= kLarger * main_size_) {
      return !ends_like_text(text) || paragraph.size >= kMuchLarger * main_size_;
    }
    return paragraph.bold && !bold_text_ && !paragraph.has_gaps && paragraph.size >= 0.95F * main_size_ &&
           paragraph.lines <= kMaxBoldLines && text.size() <= kMaxBoldBytes && !ends_like_text(text);
  }

  // In half points; all that is no larger than the text ranks alike.
  int rank_size(const PdfParagraph& paragraph) const {
    return static_cast<int>(std::lround(std::max(paragraph.size, main_size_) * 2));
  }

  float main_size_;
  bool bold_text_ = false;  // so much is bold that bold says nothing
  std::unordered_map<std::string, std::uint8_t> outline_;
  std::set<int, std::greater<>> sizes_;  // of headings, the largest first
};

}  // namespace

std::vector<Block> pdf_blocks(std::vector<PdfParagraph>&& paragraphs,
                              const std::vector<PdfOutlineEntry>& outline, float main_size) {
  const HeadingFinder finder(paragraphs, outline, main_size);
  std::vector<Block> blocks;
  blocks.reserve(paragraphs.size());
  for (PdfParagraph& paragraph : paragraphs) {
    if (!has_word(paragraph.text)) continue;
    const std::uint8_t level = finder.level(paragraph);
    const BlockKind kind = level > 0           ? BlockKind::heading
                           : paragraph.is_row  ? BlockKind::table_row
                           : paragraph.is_item ? BlockKind::list_item
                                               : BlockKind::paragraph;
    blocks.push_back(
        {.kind = kind, .level = level, .page = paragraph.page, .text = std::move(paragraph.text)});
  }
  return blocks;
}

std::string largest_line(const std::vector<PdfParagraph>& paragraphs, float main_size) {
  std::string title;
  float size = 0;
  std::size_t last = 0;
  for (std::size_t i = 0; i < paragraphs.size() && paragraphs[i].page == paragraphs[0].page; ++i) {
    const PdfParagraph& paragraph = paragraphs[i];
    if (paragraph.is_row || paragraph.text.size() > kMaxTitleBytes ||
        count_letters(paragraph.text) < kMinTitleLetters || !is_mostly_letters(paragraph.text) ||
        number_depth(paragraph.text) > 0)
      continue;
    if (paragraph.size > size * 1.05F) {
      title = paragraph.text;
      size = paragraph.size;
      last = i;
    } else if (paragraph.size > size * 0.95F && i == last + 1 &&
               title.size() + paragraph.text.size() < kMaxTitleBytes) {
      title += " " + paragraph.text;  // it goes on
      last = i;
    }
  }
  return size >= kLarger * main_size ? title : std::string();
}

}  // namespace dossier
