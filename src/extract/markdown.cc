// Markdown (CommonMark with tables), with YAML front matter.
#include <md4c.h>

#include <algorithm>
#include <exception>
#include <limits>
#include <new>
#include <stdexcept>

#include "blocks.h"
#include "charset.h"
#include "clean_text.h"
#include "dossier/core/utf8.h"
#include "extractors.h"
#include "front_matter.h"
#include "furniture.h"
#include "html_blocks.h"
#include "html_references.h"

namespace dossier {
namespace {

constexpr std::size_t kMaxFootnoteBytes = 34;  // of a footnote's mark
constexpr std::size_t kMaxParagraphLines = 1000;
constexpr std::ptrdiff_t kManyBrackets = 1000;
constexpr std::size_t kBeginningBlocks = 3;  // in which a summary may be repeated

// "<br>" and "<br/>" in a line of text.
bool is_line_break(std::string_view tag) {
  return ascii_lower(tag.substr(0, 3)) == "<br" && tag.find_first_of(" />", 3) == 3;
}

// Where the footnote mark that `text` begins with ends; 0 if it is none.
std::size_t end_of_footnote_mark(std::string_view text) {
  if (!text.starts_with("[^")) return 0;
  const std::size_t end = text.substr(0, kMaxFootnoteBytes).find_first_of("] \n", 2);
  return end == std::string_view::npos || end == 2 || text[end] != ']' ? 0 : end + 1;
}

// A text without the marks of footnotes: "1998[^1]" is "1998", "[^1]: SR 910.1" is "SR 910.1".
std::string without_footnote_marks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t mark = std::min(text.find("[^", i), text.size());
    out.append(text.substr(i, mark - i));
    const std::size_t length = end_of_footnote_mark(text.substr(mark));
    if (length == 0) out.append(text.substr(mark, 2));
    i = mark + (length == 0 ? 2 : length);
    const bool begins_line = mark == 0 || text[mark - 1] == '\n';
    if (length > 0 && begins_line && text.substr(i).starts_with(':')) {
      i = std::min(text.find_first_not_of(' ', i + 1), text.size());
    }
  }
  return out;
}

bool is_footnote(std::string_view line) {
  line.remove_prefix(std::min(line.find_first_not_of(' '), line.size()));
  const std::size_t mark = end_of_footnote_mark(line);
  return mark > 0 && line.substr(mark).starts_with(':');
}

// The text as the parser reads it well. Of "[^1]: note" it would take a note of one word for the address of a
// link and drop it: a backslash keeps it from that. And it looks through all lines of a paragraph for each
// bracket in it: a paragraph that nobody wrote is parted.
std::string prepared(std::string_view text) {
  std::string out;
  out.reserve(text.size());
  std::size_t lines = 0;
  std::ptrdiff_t brackets = 0;
  while (!text.empty()) {
    const std::string_view line = text.substr(0, text.find('\n'));
    const bool empty = line.find_first_not_of(" \t") == std::string_view::npos;
    lines = empty ? 0 : lines + 1;
    brackets = empty ? 0 : brackets + std::count(line.begin(), line.end(), '[');
    if (is_footnote(line)) {
      const std::size_t indent = line.find('[');
      out.append(line.substr(0, indent)).append("\\").append(line.substr(indent));
    } else {
      out.append(line);
    }
    out += '\n';
    if (lines >= kMaxParagraphLines && brackets >= kManyBrackets) {
      out += '\n';
      lines = 0;
      brackets = 0;
    }
    text.remove_prefix(std::min(line.size() + 1, text.size()));
  }
  return out;
}

// Makes blocks of what md4c finds. Its callbacks are C: an exception is kept until it has returned.
class MarkdownBlocks {
 public:
  std::vector<Block> read(std::string_view text) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_TASKLISTS | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) {
      return guard(self, [&](auto& b) { b.enter(type, detail); });
    };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) {
      return guard(self, [&](auto& b) { b.leave(type); });
    };
    parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size, void* self) {
      return guard(self, [&](auto& b) { b.add(type, {bytes, size}); });
    };
    if (text.size() > std::numeric_limits<MD_SIZE>::max()) throw std::length_error("too long for the parser");
    const int failed = md_parse(text.data(), static_cast<MD_SIZE>(text.size()), &parser, this);
    if (error_) std::rethrow_exception(error_);
    if (failed != 0) throw std::bad_alloc();
    flush();
    return std::move(blocks_);
  }

 private:
  template <typename Work>
  static int guard(void* self, Work&& work) noexcept {
    auto& blocks = *static_cast<MarkdownBlocks*>(self);
    try {
      return work(blocks), 0;
    } catch (...) {
      blocks.error_ = std::current_exception();
      return -1;
    }
  }

  void enter(MD_BLOCKTYPE type, const void* detail) {
    switch (type) {
      case MD_BLOCK_H:
        flush();
        kind_ = BlockKind::heading;
        level_ = static_cast<std::uint8_t>(static_cast<const MD_BLOCK_H_DETAIL*>(detail)->level);
        break;
      case MD_BLOCK_CODE:
        flush();
        kind_ = BlockKind::preformatted;
        break;
      case MD_BLOCK_LI:
        flush();
        ++items_;
        break;
      case MD_BLOCK_TR:
        flush();
        kind_ = BlockKind::table_row;
        break;
      case MD_BLOCK_TH:
      case MD_BLOCK_TD:
        if (!pending_.empty()) pending_ += " | ";
        break;
      case MD_BLOCK_HTML:
        flush();
        in_html_ = true;
        break;
      default:
        flush();
        break;
    }
  }

  void leave(MD_BLOCKTYPE type) {
    if (type == MD_BLOCK_TH || type == MD_BLOCK_TD) return;
    if (type == MD_BLOCK_HTML) return read_html_block();
    flush();
    if (type == MD_BLOCK_LI && items_ > 0) --items_;
  }

  void add(MD_TEXTTYPE type, std::string_view text) {
    switch (type) {
      case MD_TEXT_BR:
      case MD_TEXT_SOFTBR:
        pending_ += '\n';
        break;
      case MD_TEXT_NULLCHAR:
        pending_ += ' ';
        break;
      case MD_TEXT_ENTITY:
        append_decoded(pending_, text);
        break;
      case MD_TEXT_HTML:
        if (in_html_) pending_.append(text);
        if (!in_html_ && is_line_break(text)) pending_ += '\n';
        break;
      default:
        pending_.append(text);
        break;
    }
  }

  void read_html_block() {
    in_html_ = false;
    std::vector<Block> read = html_fragment(pending_);
    pending_.clear();
    std::move(read.begin(), read.end(), std::back_inserter(blocks_));
  }

  void flush() {
    const BlockKind kind = kind_ == BlockKind::paragraph && items_ > 0 ? BlockKind::list_item : kind_;
    const bool is_code = kind == BlockKind::preformatted;
    const std::string text =
        is_code ? std::string(trim_preformatted(pending_)) : without_footnote_marks(trim(pending_));
    if (has_word(text))
      blocks_.push_back({.kind = kind, .level = level_, .page = {}, .text = clean_text(text)});
    pending_.clear();
    kind_ = BlockKind::paragraph;
    level_ = 0;
  }

  std::vector<Block> blocks_;
  std::string pending_;
  BlockKind kind_ = BlockKind::paragraph;
  std::uint8_t level_ = 0;
  std::size_t items_ = 0;  // open list items
  bool in_html_ = false;
  std::exception_ptr error_;
};

// The first heading of the first rank, or the first at all.
std::string title_of(const std::vector<Block>& blocks) {
  const Block* title = nullptr;
  for (const Block& block : blocks) {
    if (block.kind != BlockKind::heading) continue;
    if (block.level == 1) return collapse_whitespace(block.text);
    if (title == nullptr) title = &block;
  }
  return title == nullptr ? guess_title(blocks) : collapse_whitespace(title->text);
}

// The summary belongs to the text, unless the text begins with it.
void add_summary(std::vector<Block>& blocks, const std::string& summary) {
  const std::size_t beginning = std::min(blocks.size(), kBeginningBlocks);
  const bool repeated = std::any_of(
      blocks.begin(), blocks.begin() + static_cast<std::ptrdiff_t>(beginning),
      [&](const Block& block) { return collapse_whitespace(block.text).find(summary) != std::string::npos; });
  if (has_word(summary) && !repeated) blocks.insert(blocks.begin(), Block{.text = summary});
}

class MarkdownExtractor : public Extractor {
 public:
  std::string reader() const override { return "md4c, yaml-cpp"; }
  std::string sample() const override { return "# Sample\n\nA sample of the format\n"; }
  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    const DecodedText decoded = decode_text(input.bytes);
    const std::string text = clean_text(decoded.text);
    FrontMatter front = read_front_matter(text);
    ExtractedDocument document{
        .type = "text/markdown", .encoding = decoded.encoding, .metadata = std::move(front.metadata)};
    document.blocks = MarkdownBlocks().read(prepared(std::string_view(text).substr(front.length)));
    drop_furniture(document.blocks);
    add_summary(document.blocks, front.summary);
    if (document.metadata.title.empty()) document.metadata.title = title_of(document.blocks);
    document.outcome = encoding_outcome(decoded);
    if (!front.problem.empty()) document.outcome = {Status::partial, Reason::damaged, front.problem};
    return give(std::move(document), input.limits, sink);
  }
};

}  // namespace

const Extractor& markdown_extractor() {
  static const MarkdownExtractor extractor;
  return extractor;
}

}  // namespace dossier
