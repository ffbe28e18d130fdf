#include "pdf_paragraphs.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

#include "dossier/core/utf8.h"
#include "pdf_hyphens.h"

namespace dossier {
namespace {

constexpr float kSameSize = 0.12F;      // by which sizes of type within a paragraph differ at most
constexpr float kLoose = 1.25F;         // of the usual distance of lines: a greater one parts paragraphs
constexpr float kMostDistance = 2.6F;   // in sizes of type, of lines of a paragraph
constexpr float kIndent = 0.8F;         // in sizes of type, of a first line
constexpr float kShort = 3;             // in sizes of type, that a last line is shorter at least
constexpr float kFootnoteSize = 0.93F;  // of the main size of type
constexpr float kFootnotePlace = 0.5F;  // of the page's height, from its upper edge: they stand below

char32_t first_character(std::string_view text) {
  return text.empty() ? 0 : decode_utf8(text, 0).code_point;
}

// The bytes of a bullet and the space behind it that `text` begins with; 0 if there is none. Symbol fonts
// have theirs in the private use area.
std::size_t bullet_bytes(std::string_view text) {
  constexpr std::u32string_view kBullets = U"•●○◦▪■□▫►▶‣⁃∙·✓➢➤❖–—-*";
  if (text.empty()) return 0;
  const auto [c, next] = decode_utf8(text, 0);
  const bool bullet = kBullets.find(c) != std::u32string_view::npos || (c >= 0xE000 && c < 0xF900);
  const bool sign = c == '-' || c == '*' || c == 0x2013 || c == 0x2014;
  if (!bullet || next >= text.size() || (sign && text[next] != ' ')) return 0;
  return text[next] == ' ' ? next + 1 : next;
}

// "(a) ", "12. ", "iv) ": what counts the paragraphs of a text.
bool begins_with_number(std::string_view text) {
  constexpr std::size_t kMost = 7;
  const std::size_t space = text.find(' ');
  if (space == std::string_view::npos || space < 2 || space > kMost) return false;
  std::string_view mark = text.substr(0, space);
  if (mark.back() != '.' && mark.back() != ')') return false;
  if (mark.front() == '(') mark.remove_prefix(1);
  mark.remove_suffix(1);
  const auto is_part = [](char c) {
    return (c >= '0' && c <= '9') || c == '.' || c == 'i' || c == 'v' || c == 'x';
  };
  const bool letter =
      mark.size() == 1 && ((mark[0] >= 'a' && mark[0] <= 'z') || (mark[0] >= 'A' && mark[0] <= 'Z'));
  return !mark.empty() && (letter || std::all_of(mark.begin(), mark.end(), is_part));
}

bool ends_sentence(std::string_view text) {
  constexpr std::u32string_view kClosing = U"\")]’”»";
  constexpr std::u32string_view kEnds = U".!?:;。！？؟।…";
  std::size_t end = text.size();
  for (int i = 0; i < 3 && end > 0; ++i) {
    std::size_t start = end - 1;
    while (start > 0 && !is_code_point_boundary(text, start)) --start;
    const char32_t c = decode_utf8(text, start).code_point;
    if (kEnds.find(c) != std::u32string_view::npos) return true;
    if (kClosing.find(c) == std::u32string_view::npos) return false;
    end = start;
  }
  return false;
}

bool same_size(float a, float b) {
  return std::abs(a - b) <= kSameSize * std::max(a, b);
}

// The usual distance of the lines of each page, in sizes of their type.
class Leading {
 public:
  explicit Leading(const std::vector<PdfLine>& lines) {
    std::vector<float> distances;
    for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
      distances.clear();
      for (end = begin; end < lines.size() && lines[end].page == lines[begin].page; ++end) {
        if (end > begin) measure(lines[end - 1], lines[end], distances);
      }
      if (distances.size() < kEnough) continue;
      const auto middle = distances.begin() + static_cast<std::ptrdiff_t>(distances.size() / 2);
      std::nth_element(distances.begin(), middle, distances.end());
      pages_[lines[begin].page] = *middle;
    }
  }

  float of(std::uint32_t page) const {
    const auto found = pages_.find(page);
    return found == pages_.end() ? kUsual : found->second;
  }

 private:
  static constexpr std::size_t kEnough = 4;
  static constexpr float kUsual = 1.25F;

  static void measure(const PdfLine& above, const PdfLine& below, std::vector<float>& distances) {
    const float distance = (below.box.bottom - above.box.bottom) / std::max(1.0F, above.size);
    const bool column = below.box.left < above.box.right && below.box.right > above.box.left;
    if (column && same_size(above.size, below.size) && distance > 0.7F && distance < kMostDistance)
      distances.push_back(distance);
  }

  std::map<std::uint32_t, float> pages_;
};

class ParagraphMaker {
 public:
  ParagraphMaker(const std::vector<PdfLine>& lines, float main_size)
      : leading_(lines), joiner_(lines), main_size_(main_size) {}

  void add(const PdfLine& line) {
    if (last_ != nullptr && line.page != last_->page) end_page();
    const bool goes_on =
        last_ != nullptr && !page_.empty() && !line.is_row && !last_->is_row && continues(line);
    if (goes_on) {
      append(line);
    } else {
      begin(line);
    }
    last_ = &line;
  }

  std::vector<PdfParagraph> take() {
    end_page();
    return std::move(paragraphs_);
  }

 private:
  void begin(const PdfLine& line) {
    const std::size_t bullet = line.is_row ? 0 : bullet_bytes(line.text);
    page_.push_back({.text = line.text.substr(bullet),
                     .box = line.box,
                     .size = line.size,
                     .page = line.page,
                     .lines = 1,
                     .bold = line.bold,
                     .is_item = bullet > 0,
                     .is_row = line.is_row});
    // Where it begins, and where its further lines do.
    text_left_ = line.box.left;
    right_ = line.box.right;
  }

  void append(const PdfLine& line) {
    PdfParagraph& paragraph = page_.back();
    joiner_.append(paragraph.text, last_->soft_hyphen, line.text);
    const bool row = in_a_row(last_->box, line.box);
    const bool column = line.box.top < last_->box.top && !row;
    paragraph.has_gaps |= row;
    paragraph.lines += row ? 0 : 1;
    paragraph.bold &= line.bold;
    text_left_ = paragraph.lines == 2 || column ? line.box.left : std::min(text_left_, line.box.left);
    right_ = column ? line.box.right : std::max(right_, line.box.right);
    PdfBox& box = paragraph.box;
    if (column) box = line.box;
    box = {std::min(box.left, line.box.left), std::min(box.top, line.box.top),
           std::max(box.right, line.box.right), std::max(box.bottom, line.box.bottom)};
  }

  bool continues(const PdfLine& line) const {
    const PdfParagraph& paragraph = page_.back();
    const PdfLine& last = *last_;
    if (line.turn != last.turn) return false;
    const bool broken = is_broken_word(last.text, last.soft_hyphen, line.text);
    if (in_a_row(last.box, line.box)) return line.box.left >= last.box.left || broken;
    if (!same_size(last.size, line.size)) return false;
    if (line.bold != last.bold && !broken) return false;
    if (bullet_bytes(line.text) > 0) return false;
    const bool small_letter = u_islower(static_cast<UChar32>(first_character(line.text)));
    const bool ended = ends_sentence(last.text);
    const float distance = (line.box.bottom - last.box.bottom) / std::max(1.0F, line.size);
    // The next column.
    if (distance <= 0) return !ended && (small_letter || broken);
    const bool mid_sentence = !ended && small_letter;
    const float usual = std::max(leading_.of(line.page), 1.0F);
    if (distance > (mid_sentence ? kMostDistance : std::min(kLoose * usual, kMostDistance))) return false;
    if (line.box.left >= paragraph.box.right || line.box.right <= paragraph.box.left) return false;
    const bool ended_short = last.box.right < std::max(right_, line.box.right) - kShort * line.size;
    const bool numbered = begins_with_number(line.text);
    if (!ended) return !numbered || !ended_short;
    const bool indented = line.box.left > text_left_ + kIndent * line.size;
    return !numbered && !indented && !ended_short;
  }

  bool is_footnote(const PdfParagraph& paragraph) const {
    if (paragraph.is_row || paragraph.size > kFootnoteSize * main_size_ ||
        paragraph.box.top < kFootnotePlace * height_) {
      return false;
    }
    const char32_t first = first_character(paragraph.text);
    return (first >= '0' && first <= '9') || first == '*' || first == 0x2020 || first == 0x2021 ||
           first == '[';
  }

  void end_page() {
    if (page_.empty()) return;
    height_ = last_->turn == 0 ? last_->box.bottom + last_->from_bottom : 0;
    const auto notes = std::stable_partition(page_.begin(), page_.end(), [&](const auto& paragraph) {
      return height_ <= 0 || !is_footnote(paragraph);
    });
    const auto text_end = static_cast<std::size_t>(notes - page_.begin());
    for (std::size_t i = 0; i < page_.size(); ++i) {
      PdfParagraph& paragraph = page_[i];
      // What a footnote had parted.
      const bool rest = !joined_.empty() && i < text_end && goes_on(joined_.back(), paragraph);
      if (rest) {
        joiner_.append(joined_.back().text, false, paragraph.text);
        joined_.back().lines += paragraph.lines;
      } else {
        joined_.push_back(std::move(paragraph));
      }
    }
    take_rest_of_word();
    std::move(joined_.begin(), joined_.end(), std::back_inserter(paragraphs_));
    last_text_ = text_end == 0 ? paragraphs_.size() : paragraphs_.size() - (page_.size() - text_end) - 1;
    joined_.clear();
    page_.clear();
  }

  // Whether a column's first paragraph is the rest of the last one before it.
  static bool goes_on(const PdfParagraph& before, const PdfParagraph& next) {
    const bool next_column = next.box.top < before.box.top || next.box.left >= before.box.right;
    return next_column && !before.is_row && !next.is_row && same_size(before.size, next.size) &&
           before.bold == next.bold && !next.is_item && !ends_sentence(before.text) &&
           u_islower(static_cast<UChar32>(first_character(next.text)));
  }

  // A word that the page before broke stands there in one piece.
  void take_rest_of_word() {
    if (joined_.empty() || last_text_ >= paragraphs_.size()) return;
    PdfParagraph& before = paragraphs_[last_text_];
    PdfParagraph& next = joined_.front();
    if (before.is_row || next.is_row || !same_size(before.size, next.size) ||
        !is_broken_word(before.text, false, next.text) ||
        !u_islower(static_cast<UChar32>(first_character(next.text))))
      return;
    const std::size_t end = std::min(next.text.find(' '), next.text.size());
    joiner_.append(before.text, false, std::string_view(next.text).substr(0, end));
    next.text.erase(0, std::min(end + 1, next.text.size()));
    if (next.text.empty()) joined_.erase(joined_.begin());
  }

  Leading leading_;
  LineJoiner joiner_;
  float main_size_;
  const PdfLine* last_ = nullptr;
  float text_left_ = 0;
  float right_ = 0;
  float height_ = 0;
  std::vector<PdfParagraph> page_;    // of the page that is read
  std::vector<PdfParagraph> joined_;  // the same, in order
  std::vector<PdfParagraph> paragraphs_;
  std::size_t last_text_ = 0;  // of the page before, the last that is no footnote
};

}  // namespace

float main_size(const std::vector<PdfLine>& lines) {
  std::map<int, std::size_t> bytes;  // by half points
  for (const PdfLine& line : lines)
    bytes[static_cast<int>(std::lround(std::min(line.size, 1000.0F) * 2))] += line.text.size();
  const auto most = std::max_element(bytes.begin(), bytes.end(),
                                     [](const auto& a, const auto& b) { return a.second < b.second; });
  return most == bytes.end() ? 0 : static_cast<float>(most->first) / 2;
}

std::vector<PdfParagraph> pdf_paragraphs(const std::vector<PdfLine>& lines, float main_size) {
  ParagraphMaker maker(lines, main_size);
  for (const PdfLine& line : lines) maker.add(line);
  return maker.take();
}

}  // namespace dossier
