#include <algorithm>
#include <array>
#include <cstdint>

#include "dossier/extract/format_description.h"
#include "self_test.h"

namespace dossier {
namespace {

constexpr std::uint32_t kDot = 4;     // pixels, of a dot of a letter
constexpr std::uint32_t kWidth = 6;   // dots of a letter with the space behind it
constexpr std::uint32_t kMargin = 8;  // dots
constexpr std::uint32_t kHeight = 8;  // dots
constexpr std::size_t kHeaderBytes = 8;

struct Letter {
  char letter;
  std::array<std::uint8_t, kHeight> rows;  // from the top, five dots each
};

// The letters of sample_words.
constexpr std::array kLetters{Letter{'A', {0x0E, 0x11, 0x11, 0x1F, 0x11, 0x11, 0x11, 0}},
                              Letter{'a', {0, 0, 0x0E, 0x01, 0x0F, 0x11, 0x0F, 0}},
                              Letter{'e', {0, 0, 0x0E, 0x11, 0x1F, 0x10, 0x0E, 0}},
                              Letter{'f', {0x06, 0x09, 0x08, 0x1C, 0x08, 0x08, 0x08, 0}},
                              Letter{'h', {0x10, 0x10, 0x16, 0x19, 0x11, 0x11, 0x11, 0}},
                              Letter{'l', {0x0C, 0x04, 0x04, 0x04, 0x04, 0x04, 0x0E, 0}},
                              Letter{'m', {0, 0, 0x1A, 0x15, 0x15, 0x15, 0x15, 0}},
                              Letter{'o', {0, 0, 0x0E, 0x11, 0x11, 0x11, 0x0E, 0}},
                              Letter{'p', {0, 0, 0x1E, 0x11, 0x11, 0x1E, 0x10, 0x10}},
                              Letter{'r', {0, 0, 0x16, 0x19, 0x10, 0x10, 0x10, 0}},
                              Letter{'s', {0, 0, 0x0F, 0x10, 0x0E, 0x01, 0x1E, 0}},
                              Letter{'t', {0x08, 0x08, 0x1C, 0x08, 0x08, 0x09, 0x06, 0}}};

// A picture of one bit a pixel.
class Drawing {
 public:
  Drawing(std::uint32_t width, std::uint32_t height)
      : row_bytes_((width + 7) / 8), bits_(static_cast<std::size_t>(row_bytes_) * height, '\0') {}

  void dot(std::uint32_t column, std::uint32_t row) {
    for (std::uint32_t y = row * kDot; y < (row + 1) * kDot; ++y) {
      for (std::uint32_t x = column * kDot; x < (column + 1) * kDot; ++x)
        bits_[static_cast<std::size_t>(y) * row_bytes_ + x / 8] |= static_cast<char>(0x80 >> (x % 8));
    }
  }
  void letter(char c, std::uint32_t column) {
    const auto found = std::find_if(kLetters.begin(), kLetters.end(),
                                    [&](const Letter& known) { return known.letter == c; });
    if (found == kLetters.end()) return;  // a space
    for (std::uint32_t row = 0; row < kHeight; ++row) {
      for (std::uint32_t x = 0; x < 5; ++x) {
        if ((found->rows[row] & (0x10 >> x)) != 0) dot(column + x, kMargin + row);
      }
    }
  }
  const std::string& bits() const noexcept { return bits_; }

 private:
  std::uint32_t row_bytes_;
  std::string bits_;
};

void append_number(std::string& out, std::uint32_t value, int bytes) {
  for (int i = 0; i < bytes; ++i) out += static_cast<char>((value >> (8 * i)) & 0xFF);
}

}  // namespace

std::string picture_sample() {
  const auto letters = static_cast<std::uint32_t>(sample_words.size());
  const std::uint32_t width = (letters * kWidth + 2 * kMargin) * kDot;
  const std::uint32_t height = (kHeight + 2 * kMargin) * kDot;
  Drawing drawing(width, height);
  for (std::uint32_t i = 0; i < letters; ++i) drawing.letter(sample_words[i], kMargin + i * kWidth);
  const auto bytes = static_cast<std::uint32_t>(drawing.bits().size());
  constexpr std::uint32_t kFields = 9;
  constexpr std::uint32_t kStart = kHeaderBytes + 2 + kFields * 12 + 4;  // of the pixels
  // Tags of TIFF 6.0 in their order, each a number of 32 bits.
  const std::array<std::pair<std::uint32_t, std::uint32_t>, kFields> fields{{{256, width},
                                                                             {257, height},
                                                                             {258, 1},  // bits a sample
                                                                             {259, 1},  // not compressed
                                                                             {262, 0},  // 0 is white
                                                                             {273, kStart},
                                                                             {277, 1},  // samples a pixel
                                                                             {278, height},  // rows a strip
                                                                             {279, bytes}}};
  std::string file = "II";
  append_number(file, 42, 2);
  append_number(file, kHeaderBytes, 4);
  append_number(file, kFields, 2);
  for (const auto& [tag, value] : fields) {
    append_number(file, tag, 2);
    append_number(file, 4, 2);
    append_number(file, 1, 4);
    append_number(file, value, 4);
  }
  append_number(file, 0, 4);  // no other picture
  return file + drawing.bits();
}

}  // namespace dossier
