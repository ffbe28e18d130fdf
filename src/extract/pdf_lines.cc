#include "pdf_lines.h"

#include <unicode/ubidi.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>
#include <unicode/unorm2.h>

#include <algorithm>
#include <array>
#include <memory>

#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr float kWidestGap = 1.8F;  // in sizes of type, between words of a line
constexpr float kOverlap = 0.3F;    // in sizes of type, that words may reach into each other
constexpr float kSpaceGap = 0.12F;  // in sizes of type: a wider gap is a space
constexpr float kMarkSize = 0.8F;   // of the line's type: a mark above the line is smaller
constexpr float kMarkRise = 0.12F;  // in sizes of the line's type
constexpr std::size_t kMaxMarkBytes = 9;

// Glyphs that stand for several letters, or for one by its place in a word (Latin, Armenian, Hebrew, Arabic).
bool is_presentation_form(char32_t c) noexcept {
  return (c >= 0xFB00 && c <= 0xFDFF) || (c >= 0xFE70 && c <= 0xFEFC);
}

std::string plain_letters(std::string text) {
  if (text.find('\xEF') == std::string::npos) return text;
  UErrorCode error = U_ZERO_ERROR;
  const UNormalizer2* normalizer = unorm2_getNFKCInstance(&error);
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    std::array<UChar, 32> letters{};
    const int32_t count = is_presentation_form(c) && U_SUCCESS(error)
                              ? unorm2_getDecomposition(normalizer, static_cast<UChar32>(c), letters.data(),
                                                        static_cast<int32_t>(letters.size()), &error)
                              : -1;
    if (count > 0 && U_SUCCESS(error)) {
      icu::UnicodeString(letters.data(), count).toUTF8String(out);
    } else {
      out.append(text, i, next - i);
    }
    i = next;
  }
  return out;
}

bool is_right_to_left(char32_t c) noexcept {
  const UCharDirection direction = u_charDirection(static_cast<UChar32>(c));
  return direction == U_RIGHT_TO_LEFT || direction == U_RIGHT_TO_LEFT_ARABIC;
}

struct Directions {
  std::size_t from_right = 0;  // letters
  std::size_t from_left = 0;
};

Directions count_directions(std::string_view text) {
  Directions count;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    if (c >= 0x590 && is_right_to_left(c)) {
      ++count.from_right;
    } else if (u_isalpha(static_cast<UChar32>(c))) {
      ++count.from_left;
    }
    i = next;
  }
  return count;
}

// No byte of Hebrew, Arabic and their like is below that.
bool may_be_from_right(std::string_view text) {
  return std::any_of(text.begin(), text.end(), [](char c) { return static_cast<unsigned char>(c) >= 0xD6; });
}

// Whether a word that is read from the right and one that is read from the left stand side by side: no font
// has a space that both need.
bool script_changes(std::string_view a, std::string_view b) {
  if (!may_be_from_right(a) && !may_be_from_right(b)) return false;
  const Directions first = count_directions(a);
  const Directions second = count_directions(b);
  return (first.from_right > 0 && first.from_left == 0 && second.from_left > 0 && second.from_right == 0) ||
         (second.from_right > 0 && second.from_left == 0 && first.from_left > 0 && first.from_right == 0);
}

// What stands from left to right as it is seen, in the order in which it is read.
std::string logical_order(const std::string& seen, bool from_right) {
  const icu::UnicodeString source = icu::UnicodeString::fromUTF8(seen);
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<UBiDi, decltype(&ubidi_close)> bidi(ubidi_openSized(source.length(), 0, &error),
                                                            ubidi_close);
  // Reordering what is seen as if it were what is read gives what is read.
  ubidi_setPara(bidi.get(), source.getBuffer(), source.length(), from_right ? 1 : 0, nullptr, &error);
  icu::UnicodeString read;
  const int32_t room = source.length() + 1;
  const int32_t length = ubidi_writeReordered(bidi.get(), read.getBuffer(room), room,
                                              UBIDI_DO_MIRRORING | UBIDI_REMOVE_BIDI_CONTROLS, &error);
  read.releaseBuffer(U_SUCCESS(error) ? length : 0);
  if (U_FAILURE(error)) return seen;
  std::string out;
  return read.toUTF8String(out);
}

bool is_mark(std::string_view text) {
  constexpr std::string_view kMarks = "0123456789,*()[]";
  if (text.size() > kMaxMarkBytes) return false;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    const bool dagger = c == 0x2020 || c == 0x2021 || c == 0xA7;
    if (!dagger && (c >= 0x80 || kMarks.find(static_cast<char>(c)) == std::string_view::npos)) return false;
    i = next;
  }
  return true;
}

// Whether a number above the line behind `text` is a power: "km", "10".
bool takes_power(std::string_view text) {
  constexpr std::array<std::string_view, 6> kUnits{"m", "km", "cm", "mm", "dm", "s"};
  if (text.empty() || (text.back() >= '0' && text.back() <= '9')) return true;
  const std::size_t start = text.find_last_of(" /(0123456789");
  const std::string_view last = start == std::string_view::npos ? text : text.substr(start + 1);
  return std::find(kUnits.begin(), kUnits.end(), last) != kUnits.end();
}

class LineMaker {
 public:
  LineMaker(const PdfPage& page, std::uint32_t number) : page_(page), number_(number) {}

  void add(const PdfWord& word) {
    if (!words_.empty() && !continues(word)) flush();
    if (words_.empty()) {
      box_ = word.box;
      size_ = word.size;
    }
    box_ = {std::min(box_.left, word.box.left), std::min(box_.top, word.box.top),
            std::max(box_.right, word.box.right), std::max(box_.bottom, word.box.bottom)};
    size_ = std::max(size_, word.size);
    from_right_ = from_right_ || (may_be_from_right(word.text) && count_directions(word.text).from_right > 0);
    words_.push_back(&word);
  }

  std::vector<PdfLine> take() {
    flush();
    return std::move(lines_);
  }

 private:
  // Whether the word goes on with the line, behind it, or before it where it is read from the right.
  bool continues(const PdfWord& word) const {
    const PdfWord& last = *words_.back();
    if (word.turn != last.turn || !in_a_row(last.box, word.box)) return false;
    const float unit = std::max(size_, word.size);
    const float behind = word.box.left - last.box.right;
    if (behind > -kOverlap * unit && behind < kWidestGap * unit) return true;
    const float before = box_.left - word.box.right;
    return from_right_ && before > -kOverlap * unit && before < kWidestGap * unit;
  }

  // The size that most of the line's letters have.
  float main_size() const {
    const PdfWord* longest = words_.front();
    for (const PdfWord* word : words_) {
      if (word->text.size() > longest->text.size()) longest = word;
    }
    return longest->size;
  }

  bool is_above(const PdfWord& word, const PdfWord& before, float size) const {
    return word.size < kMarkSize * size && word.box.bottom < before.box.bottom - kMarkRise * size;
  }

  std::string text_as_seen(float size) const {
    std::string text;
    bool space = false;
    const PdfWord* before = nullptr;
    for (const PdfWord* word : words_) {
      const bool mark = before != nullptr && is_mark(word->text) && is_above(*word, *before, size);
      if (mark && !takes_power(text)) {
        space = space || word->space_behind;
        continue;
      }
      if (before != nullptr) {
        const bool gap = word->box.left - before->box.right > kSpaceGap * size;
        if (space || gap || script_changes(before->text, word->text)) text += ' ';
      }
      text += word->text;
      // The number of a footnote stands apart from its text.
      space = word->space_behind || (before == nullptr && word->size < kMarkSize * size);
      before = word;
    }
    return text;
  }

  void flush() {
    if (words_.empty()) return;
    if (from_right_) {
      std::stable_sort(words_.begin(), words_.end(),
                       [](const auto* a, const auto* b) { return a->box.left < b->box.left; });
    }
    PdfLine line{.box = box_, .size = main_size(), .page = number_, .turn = words_.front()->turn};
    line.from_bottom = (line.turn % 2 == 0 ? page_.height : page_.width) - box_.bottom;
    line.bold = std::all_of(words_.begin(), words_.end(), [](const auto* word) { return word->bold; });
    std::string text = text_as_seen(line.size);
    if (from_right_) {
      const Directions count = count_directions(text);
      line.from_right = count.from_right > count.from_left;
      text = logical_order(text, line.from_right);
    }
    line.soft_hyphen = text.ends_with("\u00AD");
    line.text = collapse_whitespace(clean_text(plain_letters(std::move(text))));
    if (!line.text.empty()) lines_.push_back(std::move(line));
    words_.clear();
    from_right_ = false;
  }

  const PdfPage& page_;
  std::uint32_t number_;
  std::vector<const PdfWord*> words_;
  PdfBox box_;
  float size_ = 0;
  bool from_right_ = false;  // any letter
  std::vector<PdfLine> lines_;
};

}  // namespace

bool in_a_row(const PdfBox& a, const PdfBox& b) noexcept {
  const float common = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
  return common > 0.5F * std::min(a.height(), b.height());
}

bool falls_apart(const std::vector<PdfLine>& lines) {
  constexpr std::size_t kEnoughWords = 40;
  std::size_t words = 0;
  std::size_t lines_of_words = 0;
  for (const PdfLine& line : lines) {
    if (std::none_of(line.text.begin(), line.text.end(),
                     [](char c) { return std::isalpha(static_cast<unsigned char>(c)); }))
      continue;
    ++lines_of_words;
    words += 1 + static_cast<std::size_t>(std::count(line.text.begin(), line.text.end(), ' '));
  }
  return words >= kEnoughWords && 2 * lines_of_words > words;
}

std::vector<PdfLine> drawn_lines(std::string_view text, std::uint32_t number) {
  constexpr float kSize = 10;
  std::vector<PdfLine> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    std::string line = collapse_whitespace(clean_text(plain_letters(std::string(text.substr(0, end)))));
    text.remove_prefix(std::min(end + 1, text.size()));
    const float top = kSize * static_cast<float>(lines.size());
    if (line.empty()) continue;
    lines.push_back({.text = std::move(line),
                     .box = {0, top, 1, top + kSize},
                     .size = kSize,
                     .page = number,
                     .turn = no_place});
  }
  return lines;
}

std::vector<PdfLine> pdf_lines(const PdfPage& page, std::uint32_t number) {
  LineMaker maker(page, number);
  for (const PdfWord& word : page.words) maker.add(word);
  return maker.take();
}

}  // namespace dossier
