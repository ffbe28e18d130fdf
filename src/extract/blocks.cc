#include "blocks.h"

#include <fmt/format.h>

#include <algorithm>

#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

// Lines of a text with the offsets behind them.
template <typename Visit>
void each_line(std::string_view text, Visit&& visit) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

bool is_indented(std::string_view line) {
  return line.starts_with(' ') || line.starts_with('\t') || line.starts_with("\u3000");
}

// Whether paragraphs are marked by indenting their first lines: hardly any empty lines, and indented lines that are not
// most lines.
bool is_parted_by_indents(std::string_view text) {
  std::size_t lines = 0;
  std::size_t empty = 0;
  std::size_t indented = 0;
  each_line(text, [&](std::string_view line) {
    ++lines;
    if (trim(line).empty()) {
      ++empty;
    } else {
      indented += is_indented(line);
    }
  });
  return empty * 50 < lines && indented > 0 && indented * 2 < lines;
}

}  // namespace

std::vector<Block> split_paragraphs(std::string_view text) {
  const bool by_indents = is_parted_by_indents(text);
  std::vector<Block> blocks;
  std::string paragraph;
  const auto close = [&] {
    const std::string_view inner = trim(paragraph);
    if (has_word(inner)) blocks.push_back({.text = std::string(inner)});
    paragraph.clear();
  };
  each_line(text, [&](std::string_view line) {
    const bool empty = trim(line).empty();
    if (empty || (by_indents && is_indented(line))) close();
    if (empty) return;
    // White space at a line's end says nothing.
    std::size_t end = line.size();
    while (end > 0 && (line[end - 1] == ' ' || line[end - 1] == '\t')) --end;
    paragraph.append(line.substr(0, end));
    paragraph += '\n';
  });
  close();
  return blocks;
}

Outcome encoding_outcome(const DecodedText& decoded) {
  if (decoded.replaced == 0) return {};
  return {Status::partial, Reason::bad_encoding,
          fmt::format("{} {} fit no {} and became U+FFFD", decoded.replaced,
                      decoded.replaced == 1 ? "sequence" : "sequences", decoded.encoding)};
}

bool cut_blocks(std::vector<Block>& blocks, std::uint64_t most) {
  std::uint64_t total = 0;
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    std::string& text = blocks[i].text;
    if (total + text.size() <= most) {
      total += text.size();
      continue;
    }
    text = std::string(truncate_utf8(text, most - total));
    blocks.resize(text.empty() ? i : i + 1);
    return true;
  }
  return false;
}

Outcome give(ExtractedDocument&& document, const ExtractionLimits& limits, const DocumentSink& sink) {
  if (document.blocks.empty() && !has_word(document.metadata.title)) {
    return {Status::skipped, Reason::no_text, "there is no word in it"};
  }
  if (cut_blocks(document.blocks, limits.text_bytes)) {
    document.outcome = {Status::partial, Reason::too_large,
                        fmt::format("only the first {} bytes of its text", limits.text_bytes)};
  }
  Outcome outcome = document.outcome;
  sink(std::move(document));
  return outcome;
}

}  // namespace dossier
