// Plain text in any charset.
#include "blocks.h"
#include "charset.h"
#include "clean_text.h"
#include "extractors.h"
#include "furniture.h"

namespace dossier {
namespace {

class PlainTextExtractor : public Extractor {
 public:
  std::string reader() const override { return charset_libraries(); }
  std::string sample() const override { return "A sample of the format\n"; }
  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    DecodedText decoded = decode_text(input.bytes);
    decoded.text = clean_text(decoded.text);  // in its place: the text may be long
    ExtractedDocument document{.type = "text/plain", .encoding = decoded.encoding};
    document.blocks = split_paragraphs(decoded.text);
    drop_furniture(document.blocks);
    document.metadata.title = guess_title(document.blocks);
    document.outcome = encoding_outcome(decoded);
    return give(std::move(document), input.limits, sink);
  }
};

}  // namespace

const Extractor& plain_text_extractor() {
  static const PlainTextExtractor extractor;
  return extractor;
}

}  // namespace dossier
