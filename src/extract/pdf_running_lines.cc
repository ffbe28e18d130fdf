#include "pdf_running_lines.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <string>
#include <tuple>
#include <unordered_set>

#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr float kEdge = 0.15F;                   // of the page's height, from its upper and lower edge
constexpr std::size_t kEdgeLines = 5;            // nearest to an edge that may be running lines
constexpr float kSamePlace = 6;                  // points
constexpr std::uint32_t kNear = 2;               // pages: of left and right pages, every other is alike
constexpr std::size_t kMaxBytes = 250;           // of a running line
constexpr std::size_t kMaxPaginationBytes = 16;  // of "Page # of #"
constexpr std::size_t kMaxNumberBytes = 9;       // of a number of a page with the marks around it

// A line near the edge of a page.
struct EdgeLine {
  std::size_t line = 0;  // its index
  std::uint32_t page = 0;
  bool is_foot = false;
  float distance = 0;  // from the edge, points
  std::string shape;   // its text, each number in it as "#"
  std::vector<long> numbers;

  bool is_pagination() const noexcept { return !numbers.empty() && shape.size() <= kMaxPaginationBytes; }
};

bool is_digit(char c) noexcept {
  return c >= '0' && c <= '9';
}

void read_shape(std::string_view text, EdgeLine& edge) {
  for (std::size_t i = 0; i < text.size();) {
    if (!is_digit(text[i])) {
      edge.shape += text[i++];
      continue;
    }
    long number = 0;
    for (; i < text.size() && is_digit(text[i]); ++i)
      number = std::min(number * 10 + (text[i] - '0'), 1'000'000'000L);
    edge.shape += '#';
    edge.numbers.push_back(number);
  }
}

// The value of "iv" and "XII"; none if the text is no such number.
std::optional<long> read_roman(std::string_view text) {
  constexpr std::string_view kDigits = "ivxlcdm";
  constexpr long kValues[] = {1, 5, 10, 50, 100, 500, 1000};
  long value = 0;
  long last = 0;
  for (auto c = text.rbegin(); c != text.rend(); ++c) {
    const std::size_t digit = kDigits.find(*c);
    if (digit == std::string_view::npos) return std::nullopt;
    value += kValues[digit] < last ? -kValues[digit] : kValues[digit];
    last = kValues[digit];
  }
  return text.empty() || text.size() > kMaxNumberBytes ? std::nullopt : std::optional(value);
}

EdgeLine read_edge_line(std::string_view text) {
  EdgeLine edge;
  const std::string lower = ascii_lower(text);
  const std::size_t first = lower.find_first_not_of("-–—|[( ");
  const std::size_t last = lower.find_last_not_of("-–—|]). ");
  const bool all_marks = first == std::string::npos || last == std::string::npos || last < first;
  const auto roman =
      all_marks ? std::nullopt : read_roman(std::string_view(lower).substr(first, last + 1 - first));
  if (roman) {
    edge.shape = "#";
    edge.numbers.push_back(*roman);
  } else {
    read_shape(lower, edge);
  }
  return edge;
}

// "12", "- 12 -", "12/30": nothing but numbers and marks.
bool is_bare_number(const EdgeLine& edge) {
  return !edge.numbers.empty() && edge.shape.size() <= kMaxNumberBytes &&
         edge.shape.find_first_not_of("#-/|[]()., ") == std::string::npos;
}

// Whether the numbers in both are the same, but for those that count as the pages do.
bool counts(const EdgeLine& a, const EdgeLine& b) {
  const long pages = static_cast<long>(b.page) - static_cast<long>(a.page);
  if (a.numbers.size() != b.numbers.size()) return false;
  for (std::size_t i = 0; i < a.numbers.size(); ++i) {
    const long step = b.numbers[i] - a.numbers[i];
    if (step != 0 && step != pages) return false;
  }
  return true;
}

bool is_repeated(const EdgeLine& a, const EdgeLine& b) {
  return a.is_foot == b.is_foot && a.shape == b.shape && a.page < b.page && b.page - a.page <= kNear &&
         std::abs(a.distance - b.distance) < kSamePlace && counts(a, b);
}

// The lines nearest to the edges of one page, lines [begin, end).
void collect(const std::vector<PdfLine>& lines, std::size_t begin, std::size_t end,
             std::vector<EdgeLine>& out) {
  std::vector<std::size_t> order;
  for (std::size_t i = begin; i < end; ++i) {
    if (lines[i].turn == 0 && lines[i].text.size() <= kMaxBytes) order.push_back(i);
  }
  for (const bool is_foot : {false, true}) {
    const auto distance = [&](std::size_t i) { return is_foot ? lines[i].from_bottom : lines[i].box.top; };
    const std::size_t most = std::min(kEdgeLines, order.size());
    std::partial_sort(
        order.begin(), order.begin() + static_cast<std::ptrdiff_t>(most), order.end(),
        [&](std::size_t a, std::size_t b) { return std::pair(distance(a), a) < std::pair(distance(b), b); });
    for (std::size_t k = 0; k < most; ++k) {
      const PdfLine& line = lines[order[k]];
      const float height = line.box.bottom + line.from_bottom;
      if (distance(order[k]) > kEdge * height) break;
      EdgeLine edge = read_edge_line(line.text);
      edge.line = order[k];
      edge.page = line.page;
      edge.is_foot = is_foot;
      edge.distance = distance(order[k]);
      out.push_back(std::move(edge));
    }
  }
}

std::vector<EdgeLine> edge_lines(const std::vector<PdfLine>& lines) {
  std::vector<EdgeLine> edges;
  for (std::size_t begin = 0, end = 0; begin < lines.size(); begin = end) {
    while (end < lines.size() && lines[end].page == lines[begin].page) ++end;
    collect(lines, begin, end, edges);
  }
  return edges;
}

// The words of lines, in lower case.
template <typename Visit>
void each_word(std::string_view text, Visit&& visit) {
  const std::string lower = ascii_lower(text);
  for (std::size_t i = 0; i < lower.size();) {
    const std::size_t end = std::min(lower.find(' ', i), lower.size());
    if (has_word(std::string_view(lower).substr(i, end - i))) visit(lower.substr(i, end - i));
    i = end + 1;
  }
}

// Nothing is lost: of running lines that hold a word which the text lacks, the first stays.
void keep_unique(const std::vector<PdfLine>& lines, std::vector<bool>& dropped) {
  std::unordered_set<std::string> missing;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    const EdgeLine edge = dropped[i] ? read_edge_line(lines[i].text) : EdgeLine{};
    if (!edge.is_pagination())
      each_word(edge.shape, [&](std::string word) { missing.insert(std::move(word)); });
  }
  if (missing.empty()) return;
  for (std::size_t i = 0; i < lines.size(); ++i) {
    if (!dropped[i]) each_word(lines[i].text, [&](const std::string& word) { missing.erase(word); });
  }
  for (std::size_t i = 0; i < lines.size() && !missing.empty(); ++i) {
    if (!dropped[i]) continue;
    std::size_t found = 0;
    each_word(read_edge_line(lines[i].text).shape,
              [&](const std::string& word) { found += missing.erase(word); });
    dropped[i] = found == 0;
  }
}

}  // namespace

void drop_running_lines(std::vector<PdfLine>& lines, std::uint32_t pages) {
  std::vector<EdgeLine> edges = edge_lines(lines);
  std::sort(edges.begin(), edges.end(), [](const EdgeLine& a, const EdgeLine& b) {
    return std::tie(a.is_foot, a.shape, a.page, a.line) < std::tie(b.is_foot, b.shape, b.page, b.line);
  });
  std::vector<bool> dropped(lines.size());
  for (std::size_t i = 0; i < edges.size(); ++i) {
    if (pages == 1 && is_bare_number(edges[i])) dropped[edges[i].line] = true;
    // Of a shape, a page has a few lines: those of the pages near are within reach.
    for (std::size_t k = i + 1; k < std::min(edges.size(), i + 1 + kNear * kEdgeLines); ++k) {
      if (!is_repeated(edges[i], edges[k])) continue;
      dropped[edges[i].line] = dropped[edges[k].line] = true;
    }
  }
  keep_unique(lines, dropped);
  std::size_t index = 0;
  std::erase_if(lines, [&](const PdfLine&) { return dropped[index++]; });
}

}  // namespace dossier
