#include "text_output.h"

#include <fmt/format.h>

#include <algorithm>

namespace dossier {

const Signs& signs(const Style& style) {
  static constexpr Signs unicode = {"\u00a0· ", "\u00a0› ", "–", "─", "¶"};
  static constexpr Signs ascii = {"\u00a0- ", "\u00a0> ", "-", "-", "#"};
  return style.unicode ? unicode : ascii;
}

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

void TextOutput::path(std::string_view path, std::size_t indent) {
  CellText cells(style_);
  cells.append_name(path, Ink::dim);
  if (!style_.hyperlinks || !path.starts_with('/')) return block(cells, indent);
  // A member of an archive ("file//member") links to the archive.
  const std::string target = "file://" + percent_escape(path.substr(0, path.find("//", 1)), "/");
  const std::size_t width = style_.width > indent ? style_.width - indent : style_.width;
  for (const std::string& row : cells.lines(width))
    line(fmt::format("{:{}}\x1b]8;;{}\x1b\\{}\x1b]8;;\x1b\\", "", indent, target, row));
}

void TextOutput::facts(const std::vector<std::string>& facts, std::size_t indent, Ink ink) {
  CellText cells(style_);
  for (const std::string& fact : facts) {
    if (fact.empty()) continue;
    if (!cells.empty()) cells.append(signs(style_).dot, ink);
    cells.append(fact, ink);
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

std::string heading_path(const std::vector<std::string>& headings, const Style& style) {
  return fmt::format("{}", fmt::join(headings, signs(style).inner));
}

std::string percent_escape(std::string_view bytes, std::string_view keep) {
  std::string out;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') ||
                       std::string_view("-._~").find(c) != std::string_view::npos ||
                       keep.find(c) != std::string_view::npos;
    out += plain ? std::string(1, c) : fmt::format("%{:02X}", byte);
  }
  return out;
}

}  // namespace dossier
