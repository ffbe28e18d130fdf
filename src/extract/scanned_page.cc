#include "scanned_page.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "processor_time.h"

namespace dossier {
namespace {

constexpr double kMaxPageSeconds = 15;
constexpr double kMaxFileSeconds = 1200;
constexpr float kPointsAnInch = 72;
constexpr double kLikelyResolution = 200;  // dots an inch, of a picture that does not tell
constexpr int kLeastContrast = 32;         // of 255, between paper and ink
// Of a size of type: how far letters reach above and below their line, with a space between the lines.
constexpr float kRise = 0.78F;
constexpr float kFall = 0.22F;
// Of the height of most lines: as high as that are lines without, and with all, of "d", "g" and capitals.
constexpr float kLeastSame = 0.6F;
constexpr float kMostSame = 1.25F;

float height(const RecognisedLine& line) {
  return line.bottom - line.top;
}

// In pixels, weighed by the letters of the lines.
float usual_height(const std::vector<RecognisedLine>& lines) {
  std::vector<std::pair<float, std::size_t>> heights;
  std::size_t total = 0;
  for (const RecognisedLine& line : lines) {
    heights.emplace_back(height(line), line.text.size());
    total += line.text.size();
  }
  std::sort(heights.begin(), heights.end());
  std::size_t before = 0;
  for (const auto& [height, letters] : heights) {
    before += letters;
    if (2 * before >= total) return height;
  }
  return 0;
}

// False for a page without anything on it.
bool has_marks(const GreyImage& picture) {
  const auto [darkest, lightest] = std::minmax_element(picture.pixels.begin(), picture.pixels.end());
  return darkest != picture.pixels.end() && *lightest - *darkest >= kLeastContrast;
}

std::vector<PdfLine> scanned_lines(const RecognisedPage& page, const GreyImage& picture,
                                   std::uint32_t number) {
  const double resolution = picture.dots_per_inch > 0 ? picture.dots_per_inch : kLikelyResolution;
  const auto scale = static_cast<float>(kPointsAnInch / resolution);
  const float usual = usual_height(page.lines);
  std::vector<PdfLine> lines;
  for (const RecognisedLine& found : page.lines) {
    float size = height(found);
    if (size >= kLeastSame * usual && size <= kMostSame * usual) size = usual;
    size = std::max(1.0F, std::round(size * scale));
    const float baseline = found.baseline * scale;
    PdfLine line{.text = found.text, .size = size, .page = number, .from_right = found.from_right};
    line.box = {.left = found.left * scale,
                .top = baseline - kRise * size,
                .right = found.right * scale,
                .bottom = baseline + kFall * size};
    line.from_bottom = static_cast<float>(picture.height) * scale - line.box.bottom;
    lines.push_back(std::move(line));
  }
  return lines;
}

}  // namespace

bool ScanReader::is_ready() const {
  return recogniser_ != nullptr && seconds_ < kMaxFileSeconds;
}

std::vector<PdfLine> ScanReader::read(const GreyImage& picture, std::uint32_t number) {
  if (!is_ready() || !has_marks(picture)) return {};
  const double start = processor_seconds();
  const RecognisedPage page = recogniser_->read(picture, kMaxPageSeconds);
  seconds_ += processor_seconds() - start;
  if (!page.complete) unfinished_.push_back(number);
  has_read_ = has_read_ || !page.lines.empty();
  return scanned_lines(page, picture, number);
}

}  // namespace dossier
