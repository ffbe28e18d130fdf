#include "dateline.h"

#include <algorithm>
#include <string_view>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

// How far from the top and from the end a dateline is looked for.
constexpr std::size_t kTopLines = 16;
constexpr std::size_t kTopBytes = 2000;
constexpr std::size_t kFootLines = 6;
constexpr std::size_t kFootBytes = 800;
constexpr std::size_t kLineBytes = 300;   // of a longer line
constexpr std::size_t kTitleBytes = 160;  // of a first line that is no heading
constexpr std::size_t kWrappedBytes =
    60;  // from here on a line in a block of several may be broken for its length

std::vector<std::string_view> split_lines(std::string_view text) {
  std::vector<std::string_view> lines;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('\n'), text.size());
    if (const std::string_view line = trim(text.substr(0, end)); !line.empty()) lines.push_back(line);
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return lines;
}

class Collector {
 public:
  // Takes the lines of a block, as long as there is room.
  void add_top(const Block& block) {
    const auto lines = split_lines(truncate_utf8(block.text, kTopBytes));
    for (std::size_t i = 0; i < lines.size() && has_room(kTopLines, kTopBytes); ++i) {
      const bool wrapped = lines.size() > 1 && (lines[i].size() >= kWrappedBytes ||
                                                (i > 0 && lines[i - 1].size() >= kWrappedBytes));
      const bool first = lines_ == 0 && !wrapped && lines[i].size() < kTitleBytes;
      const bool title = !seen_title_ && (block.kind == BlockKind::heading || first);
      seen_title_ = seen_title_ || title;
      add(title ? "text:title" : wrapped || goes_on(lines[i]) ? "text:line" : "text:dateline", lines[i]);
    }
  }

  void add_foot(const Block& block) {
    std::size_t start = block.text.size() - std::min(block.text.size(), kFootBytes);
    while (!is_code_point_boundary(block.text, start)) ++start;
    const auto lines = split_lines(std::string_view(block.text).substr(start));
    for (auto line = lines.rbegin(); line != lines.rend() && has_room(kFootLines, kFootBytes); ++line) {
      if (line->size() < kLineBytes) add("text:foot", *line);
    }
  }

  bool has_room(std::size_t lines, std::size_t bytes) const noexcept {
    return lines_ < lines && bytes_ < bytes;
  }
  void start_again() noexcept { lines_ = bytes_ = 0; }
  std::vector<std::pair<std::string, std::string>> take() { return std::move(claims_); }

 private:
  void add(const char* from, std::string_view line) {
    ++lines_;
    bytes_ += line.size();
    const std::string_view beginning = truncate_utf8(line, kLineBytes);
    if (beginning.find_first_of("0123456789") != std::string_view::npos)
      claims_.emplace_back(from, collapse_whitespace(beginning));
  }

  std::vector<std::pair<std::string, std::string>> claims_;
  // Whether a line goes on with the one before it. Right below a title it goes on with that: "vom 5. Juni
  // 2012".
  bool goes_on(std::string_view line) const noexcept {
    constexpr std::size_t kTitleLines = 4;
    return lines_ > kTitleLines && line[0] >= 'a' && line[0] <= 'z';
  }

  std::size_t lines_ = 0;
  std::size_t bytes_ = 0;
  bool seen_title_ = false;
};

}  // namespace

std::vector<std::pair<std::string, std::string>> dateline_claims(const std::vector<Block>& blocks) {
  Collector collector;
  auto top = blocks.begin();
  for (; top != blocks.end() && collector.has_room(kTopLines, kTopBytes); ++top) collector.add_top(*top);
  collector.start_again();
  for (auto foot = blocks.end(); foot != top && collector.has_room(kFootLines, kFootBytes);)
    collector.add_foot(*--foot);
  return collector.take();
}

}  // namespace dossier
