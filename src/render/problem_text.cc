#include "dossier/render/problem_text.h"

#include <algorithm>
#include <vector>

#include "cell_text.h"
#include "code_point.h"
#include "dossier/core/utf8.h"
#include "text_output.h"

namespace dossier {
namespace {

// What one code point of the text is shown as; white space is not joined, so that places stay apart.
struct Column {
  std::size_t offset;  // byte in the text
  std::string shown;
  std::size_t width;
};

std::vector<Column> columns_of(std::string_view text) {
  std::vector<Column> columns;
  for (std::size_t at = 0; at < text.size();) {
    const auto [code_point, next] = decode_utf8(text, at);
    const CodePointClass kind = classify_code_point(code_point);
    Column column{at, " ", 1};
    if (kind == CodePointClass::hostile || (code_point == 0xFFFD && next == at + 1)) {
      column.shown = "\xEF\xBF\xBD";
    } else if (kind == CodePointClass::invisible) {
      column = {at, "", 0};
    } else if (kind != CodePointClass::space) {
      column.shown = std::string(text.substr(at, next - at));
      column.width = kind == CodePointClass::attached ? 0 : code_point_width(code_point);
    }
    columns.push_back(std::move(column));
    at = next;
  }
  return columns;
}

// Index of the first column at or behind the byte.
std::size_t column_at(const std::vector<Column>& columns, std::size_t offset) {
  const auto found = std::lower_bound(columns.begin(), columns.end(), offset,
                                      [](const Column& column, std::size_t o) { return column.offset < o; });
  return static_cast<std::size_t>(found - columns.begin());
}

std::size_t width_of(const std::vector<Column>& columns, std::size_t first, std::size_t last) {
  std::size_t width = 0;
  for (std::size_t i = first; i < last; ++i) width += columns[i].width;
  return width;
}

}  // namespace

std::string caret_lines(std::string_view text, Span span, const Style& style) {
  const std::vector<Column> columns = columns_of(text);
  const std::size_t start = column_at(columns, span.offset);
  const std::size_t end = span.length > text.size()
                              ? columns.size()
                              : std::max(start, column_at(columns, span.offset + span.length));
  const std::string_view ellipsis = style.unicode ? "…" : "...";
  const std::size_t mark = display_width(ellipsis);

  // The part in sight grows from the place: a third of the room before it, the rest behind, then what is
  // left.
  std::size_t first = 0;
  std::size_t last = columns.size();
  if (style.width > 0 && width_of(columns, 0, columns.size()) + 1 > style.width) {
    const std::size_t room = std::max<std::size_t>(style.width, 2 * mark + 4) - 2 * mark - 1;
    std::size_t used = 0;
    const auto grow_back = [&](std::size_t limit) {
      while (first > 0 && used + columns[first - 1].width <= limit) used += columns[--first].width;
    };
    first = last = start;
    grow_back(room / 3);
    while (last < columns.size() && used + columns[last].width <= room) used += columns[last++].width;
    grow_back(room);
  }

  std::string line = first > 0 ? std::string(ellipsis) : std::string();
  std::string caret(width_of(columns, first, start) + (first > 0 ? mark : 0), ' ');
  for (std::size_t i = first; i < last; ++i) line += columns[i].shown;
  if (last < columns.size()) line += ellipsis;
  const std::size_t under = std::max<std::size_t>(width_of(columns, start, std::min(end, last)), 1);
  caret += inked("^" + std::string(under - 1, '~'), Ink::warning, style);
  while (line.ends_with(' ')) line.pop_back();
  return line + "\n" + caret + "\n";
}

std::string problem_text(std::string_view query, const Problem& problem, const Style& style) {
  TextOutput out(style);
  CellText message(style);
  message.append(problem.message, Ink::warning);
  out.block(message);
  Style inner = style;
  if (inner.width > 0) inner.width = std::max<std::size_t>(inner.width, 10) - 2;
  const std::string lines = caret_lines(problem.filter.empty() ? query : problem.filter, problem.span, inner);
  for (std::size_t at = 0; at < lines.size();) {
    const std::size_t end = lines.find('\n', at) + 1;
    out.raw("  ").raw(std::string_view(lines).substr(at, end - at));
    at = end;
  }
  return out.take();
}

}  // namespace dossier
