// Reading the characters of images, which scans are. Input: the grey picture of a page. Output: its lines
// with their places. A worker has one where it was asked for and is installed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace dossier {

// A picture, row by row from the top, a byte a pixel, 0 black.
struct GreyImage {
  std::uint32_t width = 0;
  std::uint32_t height = 0;
  double dots_per_inch = 0;  // 0: not known
  std::vector<std::uint8_t> pixels;
};

// A line of text. Places in pixels from the upper left corner.
struct RecognisedLine {
  std::string text;  // valid UTF-8, in the order in which it is read
  float left = 0;
  float top = 0;
  float right = 0;
  float bottom = 0;
  float baseline = 0;  // below its left and right end, on average
  bool from_right = false;
};

struct RecognisedPage {
  std::vector<RecognisedLine> lines;  // in reading order
  bool complete = true;               // false: it took too long, and some of it was not read
};

class TextRecogniser {
 public:
  virtual ~TextRecogniser() = default;
  // Ends after `seconds` of processor time with what was read until then.
  virtual RecognisedPage read(const GreyImage& image, double seconds) = 0;
  // The picture at `place` of a file of pictures (PNG, JPEG, TIFF ...), 0 being the first; none if it cannot
  // be decoded. `place` becomes that of the next one, 0 behind the last.
  virtual std::optional<GreyImage> decode(std::string_view file, std::size_t& place) = 0;
};

}  // namespace dossier
