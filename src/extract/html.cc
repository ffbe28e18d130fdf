// Web pages: HTML and XHTML.
#include <algorithm>
#include <iterator>
#include <utility>

#include "blocks.h"
#include "charset.h"
#include "clean_text.h"
#include "declared_charset.h"
#include "dossier/core/utf8.h"
#include "extractors.h"
#include "furniture.h"
#include "html_blocks.h"
#include "html_events.h"
#include "html_metadata.h"
#include "html_references.h"
#include "html_selection.h"
#include "self_test.h"

namespace dossier {
namespace {

// One walk over the page for both.
class Both : public HtmlHandler {
 public:
  void start(std::string_view name, const HtmlAttributes& attributes) override {
    metadata.start(name, attributes);
    blocks.start(name, attributes);
  }
  void end(std::string_view name) override {
    metadata.end(name);
    blocks.end(name);
  }
  void text(std::string_view text) override {
    metadata.text(text);
    blocks.text(text);
  }

  HtmlMetadata metadata;
  HtmlBlocks blocks;
};

// A page whose text only a script would show may have it in its JSON-LD, too.
void add_article_body(std::vector<Block>& blocks, const std::string& body) {
  std::size_t shown = 0;
  for (const Block& block : blocks) shown += block.text.size();
  if (shown * 2 >= body.size()) return;
  const bool plain = body.find('<') == std::string::npos;
  std::vector<Block> told = plain ? split_paragraphs(clean_text(body)) : html_fragment(clean_text(body));
  std::move(told.begin(), told.end(), std::back_inserter(blocks));
}

class HtmlExtractor : public Extractor {
 public:
  std::string reader() const override { return xml_library() + ", " + charset_libraries(); }
  std::string sample() const override {
    return "<!doctype html><title>Sample</title><p>A sample of the format</p>";
  }
  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    DecodedText decoded = decode_text(input.bytes, declared_charset(input.bytes));
    decoded.text = clean_text(decoded.text);
    Both page;
    const std::string_view swallowed = read_html(decoded.text, page);
    ExtractedDocument document{.type = "text/html", .encoding = decoded.encoding};
    document.metadata = page.metadata.take();
    document.blocks = main_content(page.blocks.take(), document.metadata.title);
    // A page that would be nothing but a script without an end is taken for what it says all the same.
    if (document.blocks.empty()) document.blocks = html_fragment(swallowed);
    add_article_body(document.blocks, page.metadata.article_body());
    drop_furniture(document.blocks);
    document.outcome = encoding_outcome(decoded);
    return give(std::move(document), input.limits, sink);
  }
};

}  // namespace

const Extractor& html_extractor() {
  static const HtmlExtractor extractor;
  return extractor;
}

}  // namespace dossier
