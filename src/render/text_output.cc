#include "text_output.h"

#include <fmt/format.h>

#include <algorithm>

#include "dossier/core/percent.h"
#include "dossier/core/utf8.h"
#include "dossier/render/mention_text.h"

namespace dossier {

const Signs& signs(const Style& style) {
  static constexpr Signs unicode = {"\u00a0· ", "\u00a0› ", "–", "─", "¶"};
  static constexpr Signs ascii = {"\u00a0- ", "\u00a0> ", "-", "-", "#"};
  return style.unicode ? unicode : ascii;
}

namespace {

std::string_view path_from(std::string_view path, std::string_view folder) {
  const bool below = !folder.empty() && path.size() > folder.size() + 1 && path.starts_with(folder) &&
                     path[folder.size()] == '/';
  return below ? path.substr(folder.size() + 1) : path;
}

// The end of a path that fits into `width` columns, from a slash on where one is near enough.
std::string keep_end(const std::string& shown, std::size_t width, const Style& style) {
  if (display_width(shown) <= width) return shown;
  const std::string_view ellipsis = style.unicode ? "…" : "...";
  const std::size_t room = width - std::min(width, display_width(ellipsis));
  std::size_t start = 0;
  while (display_width(std::string_view(shown).substr(start)) > room) start = decode_utf8(shown, start).next;
  const std::size_t slash = shown.find('/', start);
  if (slash != std::string::npos && slash + 1 < shown.size()) start = slash;
  return std::string(ellipsis) + shown.substr(start);
}

// A short fact ("1 passage") with spaces that no line ends at.
std::string in_one_piece(const std::string& fact, std::size_t width) {
  if (display_width(fact) > std::min<std::size_t>(24, width / 2)) return fact;
  std::string out;
  for (const char c : fact) out += c == ' ' ? std::string("\u00a0") : std::string(1, c);
  return out;
}

}  // namespace

void TextOutput::block(const CellText& text, std::size_t indent, std::string_view lead) {
  std::size_t width = 0;
  if (style_.width > 0) {
    indent = std::min(indent, std::max(style_.width / 4, std::size_t{1}));
    width = std::max<std::size_t>(style_.width - std::min(indent, style_.width - 1), 1);
  }
  const std::size_t lead_width = display_width(lead);
  if (lead_width > indent) line(lead);  // too wide to stand beside: it gets a line of its own
  bool beside = !lead.empty() && lead_width <= indent;
  for (const std::string& row : text.lines(width)) {
    if (beside) raw(lead);
    if (!row.empty()) raw(std::string(indent - (beside ? lead_width : 0), ' ')).raw(row);
    line();
    beside = false;
  }
}

std::string TextOutput::linked(const FilePlace& place, std::string_view shown) const {
  if (!style_.hyperlinks || !place.path.starts_with('/')) return std::string(shown);
  // A member of an archive ("file//member") links to the archive, which has no pages.
  const std::size_t end = place.path.find("//", 1);
  const bool paged = place.page && end == std::string_view::npos;
  return fmt::format("\x1b]8;;file://{}{}\x1b\\{}\x1b]8;;\x1b\\",
                     percent_escape(place.path.substr(0, end), "/"),
                     paged ? fmt::format("#page={}", *place.page) : std::string(), shown);
}

void TextOutput::path(std::string_view path, std::size_t indent) {
  CellText cells(style_);
  cells.append_name(path, Ink::dim);
  const std::size_t width = style_.width > indent ? style_.width - indent : style_.width;
  for (const std::string& row : cells.lines(width)) line(std::string(indent, ' ') + linked({path, {}}, row));
}

void TextOutput::place(std::string_view id, const FilePlace& place, std::size_t indent) {
  constexpr std::size_t kLittle = 24;
  const std::string name = visible_name(id);
  const std::string shown = visible_name(path_from(place.path, style_.folder));
  const std::string_view between = style_.unicode ? " · " : " - ";
  const std::size_t used = indent + display_width(name) + display_width(between);
  const bool beside = style_.width == 0 || used + std::min(kLittle, display_width(shown)) <= style_.width;
  const auto path_within = [&](std::size_t taken) {
    const std::size_t room = style_.width - std::min(taken, style_.width);
    return linked(place, inked(style_.width == 0 ? shown : keep_end(shown, room, style_), Ink::dim, style_));
  };
  if (beside)
    return line(std::string(indent, ' ') + inked(name + std::string(between), Ink::dim, style_) +
                path_within(used));
  CellText cells(style_);
  cells.append_name(id, Ink::dim);
  block(cells, indent);
  line(std::string(indent, ' ') + path_within(indent));
}

void TextOutput::facts(const std::vector<std::string>& facts, std::size_t indent, Ink ink) {
  CellText cells(style_);
  for (const std::string& fact : facts) {
    if (fact.empty()) continue;
    if (!cells.empty()) cells.append(signs(style_).dot, ink);
    cells.append(in_one_piece(fact, style_.width), ink);
  }
  if (!cells.empty()) block(cells, indent);
}

CellText title_cells(const HitDocument& document, const Style& style) {
  CellText cells(style);
  cells.append_pieces(cut_pieces(document.title, {}, document.title_highlights), Ink::strong);
  if (cells.empty()) cells.append_name(document.path.substr(document.path.rfind('/') + 1), Ink::strong);
  if (cells.empty()) cells.append_name(document.id, Ink::strong);
  return cells;
}

CellText passage_cells(const HitPassage& passage, const std::vector<Range>& shown, const Style& style,
                       CellText::LineEnds line_ends) {
  CellText cells(style, line_ends);
  const std::vector<Range> dates = style.dates ? mention_ranges(passage.mentioned) : std::vector<Range>();
  cells.append_pieces(cut_pieces(passage.text, shown, passage.highlights, dates));
  return cells;
}

std::string heading_path(const std::vector<std::string>& headings, const Style& style) {
  return fmt::format("{}", fmt::join(headings, signs(style).inner));
}

}  // namespace dossier
