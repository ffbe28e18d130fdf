#include "blocks.h"

#include <fmt/format.h>

#include <algorithm>

#include "clean_text.h"
#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kLongLine = 120;             // characters; nobody wraps lines as late
constexpr std::size_t kMaxFieldBytes = 64 * 1024;  // of metadata: more says nothing to a reader
constexpr std::size_t kMaxDates = 64;

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

// Whether paragraphs are marked by indenting their first lines: hardly any empty lines, and indented lines
// that are not most lines.
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

// The paragraphs of a document that are being put together of lines.
class ParagraphMaker {
 public:
  void add(std::string_view line) {
    // White space at a line's end says nothing.
    const std::size_t end = line.find_last_not_of(" \t");
    lines_.append(line.substr(0, end + 1));
    lines_ += '\n';
    ++count_;
  }

  void close() {
    const bool each_its_own = count_ > 1 && count_code_points(lines_) / count_ >= kLongLine;
    if (each_its_own) {
      each_line(lines_, [&](std::string_view line) { add_block(line); });
    } else {
      add_block(lines_);
    }
    lines_.clear();
    count_ = 0;
  }

  std::vector<Block> take() {
    close();
    return std::move(blocks_);
  }

 private:
  void add_block(std::string_view text) {
    const std::string_view inner = trim(text);
    if (has_word(inner)) blocks_.push_back({.text = std::string(inner)});
  }

  std::string lines_;
  std::size_t count_ = 0;
  std::vector<Block> blocks_;
};

// Cuts blocks to so many bytes of text in all, of which `total` have been used.
std::string cut_blocks(std::vector<Block>& blocks, std::uint64_t& total, const ExtractionLimits& limits) {
  for (std::size_t i = 0; i < blocks.size(); ++i) {
    std::string& text = blocks[i].text;
    if (i == max_blocks) {
      blocks.resize(i);
      return fmt::format("only the first {} blocks of its text", max_blocks);
    }
    total += text.size();
    if (total <= limits.text_bytes) continue;
    const std::uint64_t before = total - text.size();
    text = truncate_utf8(text, limits.text_bytes - std::min(before, limits.text_bytes));
    blocks.resize(has_word(text) ? i + 1 : i);
    return fmt::format("only the first {} bytes of its text", limits.text_bytes);
  }
  return {};
}

}  // namespace

std::vector<Block> split_paragraphs(std::string_view text) {
  const bool by_indents = is_parted_by_indents(text);
  ParagraphMaker paragraphs;
  each_line(text, [&](std::string_view line) {
    const bool empty = trim(line).empty();
    if (empty || (by_indents && is_indented(line))) paragraphs.close();
    if (!empty) paragraphs.add(line);
  });
  return paragraphs.take();
}

std::string_view trim_preformatted(std::string_view text) noexcept {
  const std::size_t first = text.find_first_not_of('\n');
  if (first == std::string_view::npos) return {};
  const std::size_t last = text.find_last_not_of(" \t\n");
  return last == std::string_view::npos ? std::string_view{} : text.substr(first, last + 1 - first);
}

Outcome encoding_outcome(const DecodedText& decoded) {
  if (decoded.replaced == 0) return {};
  return {Status::partial, Reason::bad_encoding,
          fmt::format("{} {} fit no {} and became U+FFFD", decoded.replaced,
                      decoded.replaced == 1 ? "sequence" : "sequences", decoded.encoding)};
}

std::string cut_to_limits(ExtractedDocument& document, const ExtractionLimits& limits) {
  RawMetadata& metadata = document.metadata;
  for (std::string* field : {&metadata.id, &metadata.title, &metadata.author, &metadata.source,
                             &metadata.language, &metadata.url}) {
    *field = truncate_utf8(*field, kMaxFieldBytes);
  }
  metadata.dates.resize(std::min(metadata.dates.size(), kMaxDates));
  for (auto& [from, written] : metadata.dates) written = truncate_utf8(written, kMaxFieldBytes);
  std::uint64_t total = 0;
  const std::string cut = cut_blocks(document.blocks, total, limits);
  const std::string apart_cut = cut_blocks(document.apart, total, limits);
  return cut.empty() ? apart_cut : cut;
}

Outcome give(ExtractedDocument&& document, const ExtractionLimits& limits, const DocumentSink& sink) {
  if (document.blocks.empty() && document.apart.empty() && !has_word(document.metadata.title)) {
    return {Status::skipped, Reason::no_text, "there is no word in it"};
  }
  if (std::string cut = cut_to_limits(document, limits); !cut.empty()) {
    document.outcome = {Status::partial, Reason::too_large, std::move(cut)};
  }
  Outcome outcome = document.outcome;
  sink(std::move(document));
  return outcome;
}

}  // namespace dossier
