// Markdown (CommonMark with tables), with YAML front matter.
#include <md4c.h>

#include <exception>

#include "blocks.h"
#include "charset.h"
#include "clean_text.h"
#include "dossier/core/utf8.h"
#include "extractors.h"
#include "front_matter.h"
#include "furniture.h"
#include "html_blocks.h"
#include "html_events.h"

namespace dossier {
namespace {

// A text without the marks of footnotes: "1998[^1]" is "1998", "[^1]: SR 910.1" is "SR 910.1".
std::string without_footnote_marks(std::string_view text) {
  std::string out;
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t mark = text.find("[^", i);
    out.append(text.substr(i, mark == std::string_view::npos ? mark : mark - i));
    if (mark == std::string_view::npos) break;
    std::size_t end = mark + 2;
    while (end < text.size() && end < mark + 32 && text[end] != ']' && text[end] != ' ' && text[end] != '\n') ++end;
    if (end >= text.size() || text[end] != ']' || end == mark + 2) {
      out += "[^";
      i = mark + 2;
      continue;
    }
    i = end + 1;
    const bool definition = i < text.size() && text[i] == ':' && (mark == 0 || text[mark - 1] == '\n');
    if (definition) ++i;
  }
  return out;
}

// Makes blocks of what md4c finds. Its callbacks are C: an exception is kept until it has returned.
class MarkdownBlocks {
 public:
  std::vector<Block> read(std::string_view text) {
    MD_PARSER parser{};
    parser.flags = MD_FLAG_TABLES | MD_FLAG_STRIKETHROUGH | MD_FLAG_NOINDENTEDCODEBLOCKS;
    parser.enter_block = [](MD_BLOCKTYPE type, void* detail, void* self) { return guard(self, [&](auto& b) { b.enter(type, detail); }); };
    parser.leave_block = [](MD_BLOCKTYPE type, void*, void* self) { return guard(self, [&](auto& b) { b.leave(type); }); };
    parser.enter_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.leave_span = [](MD_SPANTYPE, void*, void*) { return 0; };
    parser.text = [](MD_TEXTTYPE type, const MD_CHAR* bytes, MD_SIZE size, void* self) {
      return guard(self, [&](auto& b) { b.add(type, {bytes, size}); });
    };
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
        pending_ += decode_reference(text);
        break;
      case MD_TEXT_HTML:
        if (in_html_) pending_.append(text);
        break;
      default:
        pending_.append(text);
        break;
    }
  }

  void read_html_block() {
    in_html_ = false;
    HtmlBlocks html;
    read_html(pending_, html);
    pending_.clear();
    for (Block& block : html.take()) blocks_.push_back(std::move(block));
  }

  void flush() {
    const BlockKind kind = kind_ == BlockKind::paragraph && items_ > 0 ? BlockKind::list_item : kind_;
    const std::string text = without_footnote_marks(trim(pending_));
    if (has_word(text)) blocks_.push_back({.kind = kind, .level = level_, .page = {}, .text = clean_text(text)});
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

std::string title_of(const std::vector<Block>& blocks) {
  for (const Block& block : blocks) {
    if (block.kind == BlockKind::heading) return collapse_whitespace(block.text);
  }
  return guess_title(blocks);
}

class MarkdownExtractor : public Extractor {
 public:
  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    const DecodedText decoded = decode_text(input.bytes);
    const std::string text = clean_text(decoded.text);
    FrontMatter front = read_front_matter(text);
    ExtractedDocument document{
        .type = "text/markdown", .encoding = decoded.encoding, .metadata = std::move(front.metadata)};
    document.blocks = MarkdownBlocks().read(std::string_view(text).substr(front.length));
    drop_furniture(document.blocks);
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
