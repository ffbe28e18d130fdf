#include "pdf_columns.h"

#include <algorithm>
#include <iterator>
#include <numeric>
#include <optional>

namespace dossier {
namespace {

constexpr std::size_t kFewestLines = 5;   // of a column
constexpr float kNarrowestColumn = 12;    // in sizes of type: the mean width of a column's lines
constexpr float kNarrowestGutter = 0.8F;  // in sizes of type
constexpr float kWidestLine = 0.6F;       // of the width of the text: a wider line is in no column
constexpr int kMostDepth = 3;             // columns within columns
constexpr std::size_t kManyAcross = 4;    // so many lines of columns to one across them at least

using Lines = std::vector<PdfLine>;

float width(const PdfLine& line) noexcept {
  return line.box.right - line.box.left;
}

float centre(const PdfLine& line) noexcept {
  return (line.box.top + line.box.bottom) / 2;
}

float mean_size(const Lines& lines) {
  const float sum =
      std::accumulate(lines.begin(), lines.end(), 0.0F, [](float s, const PdfLine& l) { return s + l.size; });
  return sum / static_cast<float>(lines.size());
}

// The middle of the widest gap that no narrow line reaches into; none if there is no gutter.
std::optional<float> find_gutter(const Lines& lines) {
  float left = lines[0].box.left;
  float right = lines[0].box.right;
  for (const PdfLine& line : lines) {
    left = std::min(left, line.box.left);
    right = std::max(right, line.box.right);
  }
  std::vector<std::pair<float, float>> spans;
  for (const PdfLine& line : lines) {
    if (width(line) < kWidestLine * (right - left)) spans.emplace_back(line.box.left, line.box.right);
  }
  std::sort(spans.begin(), spans.end());
  float widest = kNarrowestGutter * mean_size(lines);
  std::optional<float> gutter;
  float reached = spans.empty() ? 0 : spans[0].second;
  for (const auto& [begin, end] : spans) {
    if (begin - reached > widest) {
      widest = begin - reached;
      gutter = (begin + reached) / 2;
    }
    reached = std::max(reached, end);
  }
  return gutter;
}

// What stands on either side of a gutter, and across it.
struct Sides {
  Lines left;
  Lines right;
  Lines across;
};

Sides part(const Lines& lines, float gutter) {
  Sides sides;
  for (const PdfLine& line : lines) {
    Lines& side = line.box.right <= gutter  ? sides.left
                  : line.box.left >= gutter ? sides.right
                                            : sides.across;
    side.push_back(line);
  }
  return sides;
}

bool is_column(const Lines& lines) {
  if (lines.size() < kFewestLines) return false;
  const float sum = std::accumulate(lines.begin(), lines.end(), 0.0F,
                                    [](float s, const PdfLine& l) { return s + width(l); });
  return sum >= kNarrowestColumn * mean_size(lines) * static_cast<float>(lines.size());
}

void order(Lines& lines, bool from_right, int depth);

// The lines of one side whose middle is above `bottom`, from `next` on.
void take_band(const Lines& side, std::size_t& next, float bottom, bool from_right, int depth, Lines& out) {
  Lines band;
  while (next < side.size() && centre(side[next]) < bottom) band.push_back(side[next++]);
  order(band, from_right, depth + 1);
  std::move(band.begin(), band.end(), std::back_inserter(out));
}

void order(Lines& lines, bool from_right, int depth) {
  if (depth > kMostDepth || lines.size() < 2 * kFewestLines) return;
  const auto gutter = find_gutter(lines);
  if (!gutter) return;
  Sides sides = part(lines, *gutter);
  const std::size_t in_columns = sides.left.size() + sides.right.size();
  if (!is_column(sides.left) || !is_column(sides.right) || in_columns < kManyAcross * sides.across.size())
    return;
  const auto downwards = [](const PdfLine& a, const PdfLine& b) { return centre(a) < centre(b); };
  for (Lines* side : {&sides.left, &sides.right, &sides.across})
    std::stable_sort(side->begin(), side->end(), downwards);
  const Lines& first = from_right ? sides.right : sides.left;
  const Lines& second = from_right ? sides.left : sides.right;
  Lines ordered;
  ordered.reserve(lines.size());
  std::size_t next_first = 0;
  std::size_t next_second = 0;
  for (const PdfLine& across : sides.across) {
    take_band(first, next_first, centre(across), from_right, depth, ordered);
    take_band(second, next_second, centre(across), from_right, depth, ordered);
    ordered.push_back(across);
  }
  constexpr float kEnd = 1e9F;
  take_band(first, next_first, kEnd, from_right, depth, ordered);
  take_band(second, next_second, kEnd, from_right, depth, ordered);
  lines = std::move(ordered);
}

}  // namespace

void order_columns(std::vector<PdfLine>& lines) {
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    bool level = true;
    std::size_t from_right = 0;
    for (; end < lines.size() && lines[end].page == lines[begin].page; ++end) {
      level &= lines[end].turn == 0;
      from_right += lines[end].from_right ? 1U : 0U;
    }
    if (!level) continue;
    const auto first = lines.begin() + static_cast<std::ptrdiff_t>(begin);
    const auto last = lines.begin() + static_cast<std::ptrdiff_t>(end);
    Lines page(std::make_move_iterator(first), std::make_move_iterator(last));
    order(page, 2 * from_right > page.size(), 0);
    std::move(page.begin(), page.end(), first);
  }
}

}  // namespace dossier
