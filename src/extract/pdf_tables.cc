#include "pdf_tables.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

#include "blocks.h"

namespace dossier {
namespace {

constexpr std::size_t kLeastRows = 3;
constexpr std::size_t kLeastCells = 3;
constexpr float kAligned = 0.4F;       // in sizes of type, by which edges of a column's cells differ at most
constexpr float kMostDistance = 3.5F;  // in sizes of type, from a row to the next

// Lines beside each other, from left to right.
struct Row {
  std::size_t first = 0;
  std::size_t end = 0;

  std::size_t cells() const noexcept { return end - first; }
};

class Tables {
 public:
  explicit Tables(std::vector<PdfLine>& lines) : lines_(lines) {}

  void join() {
    std::vector<Row> rows = find_rows();
    std::vector<PdfLine> joined;
    joined.reserve(lines_.size());
    for (std::size_t i = 0; i < rows.size();) {
      std::size_t end = i + 1;
      while (end < rows.size() && is_next_row(rows[end - 1], rows[end])) ++end;
      const bool is_table = rows[i].cells() >= kLeastCells && end - i >= kLeastRows;
      for (; i < end; ++i) is_table ? add_joined(rows[i], joined) : add(rows[i], joined);
    }
    lines_ = std::move(joined);
  }

 private:
  std::vector<Row> find_rows() const {
    std::vector<Row> rows;
    for (std::size_t i = 0; i < lines_.size(); ++i) {
      if (!rows.empty() && goes_on(lines_[i - 1], lines_[i]))
        ++rows.back().end;
      else
        rows.push_back({i, i + 1});
    }
    return rows;
  }

  static bool goes_on(const PdfLine& last, const PdfLine& line) {
    return line.page == last.page && line.turn == 0 && last.turn == 0 && !line.from_right &&
           !last.from_right && in_a_row(last.box, line.box) && line.box.left >= last.box.right;
  }

  // Whether the cells of the two stand below each other, and no cell reaches into another column.
  bool is_next_row(const Row& row, const Row& next) const {
    if (row.cells() != next.cells() || row.cells() < kLeastCells) return false;
    const PdfLine& above = lines_[row.first];
    const PdfLine& below = lines_[next.first];
    const float distance = below.box.bottom - above.box.bottom;
    if (above.page != below.page || distance <= 0 || distance > kMostDistance * above.size) return false;
    for (std::size_t i = 0; i < row.cells(); ++i) {
      const PdfBox& a = lines_[row.first + i].box;
      const PdfBox& b = lines_[next.first + i].box;
      if (!is_aligned(a, b, kAligned * above.size)) return false;
      if (i > 0 &&
          (lines_[row.first + i - 1].box.right >= b.left || lines_[next.first + i - 1].box.right >= a.left)) {
        return false;
      }
    }
    return true;
  }

  static bool is_aligned(const PdfBox& a, const PdfBox& b, float tolerance) {
    const float left = a.left - b.left;
    const float right = a.right - b.right;
    return std::min({std::abs(left), std::abs(right), std::abs(left + right) / 2}) <= tolerance;
  }

  void add(const Row& row, std::vector<PdfLine>& joined) {
    const auto first = lines_.begin() + static_cast<std::ptrdiff_t>(row.first);
    std::move(first, first + static_cast<std::ptrdiff_t>(row.cells()), std::back_inserter(joined));
  }

  void add_joined(const Row& row, std::vector<PdfLine>& joined) {
    PdfLine line = std::move(lines_[row.first]);
    line.is_row = true;
    for (std::size_t i = row.first + 1; i < row.end; ++i) {
      const PdfLine& cell = lines_[i];
      line.text.append(cell_separator).append(cell.text);
      line.bold = line.bold && cell.bold;
      line.size = std::max(line.size, cell.size);
      line.box = {std::min(line.box.left, cell.box.left), std::min(line.box.top, cell.box.top),
                  std::max(line.box.right, cell.box.right), std::max(line.box.bottom, cell.box.bottom)};
    }
    joined.push_back(std::move(line));
  }

  std::vector<PdfLine>& lines_;
};

}  // namespace

void join_table_rows(std::vector<PdfLine>& lines) {
  Tables(lines).join();
}

}  // namespace dossier
