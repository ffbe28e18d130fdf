// XML: feeds, documents of the usual vocabularies, and any other.
#include <iterator>

#include "blocks.h"
#include "charset.h"
#include "clean_text.h"
#include "declared_charset.h"
#include "dossier/core/utf8.h"
#include "extractors.h"
#include "self_test.h"
#include "xml_entities.h"
#include "xml_feed.h"
#include "xml_metadata.h"
#include "xml_text.h"

namespace dossier {
namespace {

// One walk over the document for whatever it turns out to be.
class Reading : public XmlHandler {
 public:
  void start(std::string_view name, const XmlAttributes& attributes) override {
    if (!known_) is_feed_ = is_feed(name);
    known_ = true;
    if (is_feed_) return feed.start(name, attributes);
    metadata.start(name, attributes);
    text_.start(name, attributes);
  }
  void end(std::string_view name) override {
    if (is_feed_) return feed.end(name);
    metadata.end(name);
    text_.end(name);
  }
  void text(std::string_view text) override {
    if (is_feed_) return feed.text(text);
    metadata.text(text);
    text_.text(text);
  }

  bool has_entries() const noexcept { return is_feed_; }
  std::vector<Block> take_blocks() { return text_.take(); }

  XmlFeed feed;
  XmlMetadata metadata;

 private:
  bool known_ = false;
  bool is_feed_ = false;
  XmlText text_;
};

// An entry's text is HTML, even where it is plain.
std::vector<Block> entry_blocks(const std::string& text, const ExtractionLimits& limits) {
  if (text.find_first_of("<&") == std::string::npos) return split_paragraphs(clean_text(text));
  const std::string page = "\xEF\xBB\xBF" + text;
  std::vector<Block> blocks;
  html_extractor().extract({.name = "", .bytes = page, .limits = limits},
                           [&](ExtractedDocument&& document) { blocks = std::move(document.blocks); });
  return blocks;
}

class XmlExtractor : public Extractor {
 public:
  std::string reader() const override { return xml_library(); }
  std::string sample() const override {
    return "<?xml version=\"1.0\"?>\n<act><p>" + std::string(sample_words) + "</p></act>";
  }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    const DecodedText decoded = decode_text(input.bytes, declared_charset(input.bytes));
    const std::string resolved = with_entities(decoded.text);
    Reading reading;
    const std::string problem = read_xml(resolved.empty() ? decoded.text : resolved, reading);
    Outcome outcome = encoding_outcome(decoded);
    if (!problem.empty()) outcome = {Status::partial, Reason::damaged, problem};
    if (reading.has_entries()) return give_entries(reading, decoded.encoding, outcome, input.limits, sink);
    ExtractedDocument document{
        .type = "application/xml", .encoding = decoded.encoding, .metadata = reading.metadata.take()};
    document.blocks = reading.take_blocks();
    document.outcome = outcome;
    const Outcome given = give(std::move(document), input.limits, sink);
    const bool lost = given.reason == Reason::no_text && !problem.empty();
    return lost ? Outcome{Status::failed, Reason::damaged, problem} : given;
  }

 private:
  static Outcome give_entries(Reading& reading, const std::string& encoding, const Outcome& outcome,
                              const ExtractionLimits& limits, const DocumentSink& sink) {
    std::size_t number = 0;
    std::size_t documents = 0;
    for (TextRecord& entry : reading.feed.take()) {
      ++number;
      ExtractedDocument document{.type = "application/xml", .encoding = encoding};
      document.blocks = entry_blocks(std::exchange(entry.text, {}), limits);
      entry.title = collapse_whitespace(html_text(entry.title, limits));
      entry.author = collapse_whitespace(entry.author);
      entry.url = trim(entry.url);
      // Of news that is a headline alone, that is the text.
      if (document.blocks.empty() && has_word(entry.title))
        document.blocks.push_back({.text = clean_text(entry.title)});
      if (document.blocks.empty()) continue;
      sink(record_document(std::move(entry), number, "feed", std::move(document), limits));
      ++documents;
    }
    if (documents == 0 && outcome.status == Status::ok)
      return {Status::skipped, Reason::no_text, "there is no entry in it"};
    return outcome;
  }

  // Titles are HTML here and plain text there.
  static std::string html_text(const std::string& title, const ExtractionLimits& limits) {
    if (title.find_first_of("<&") == std::string::npos) return title;
    std::string text;
    for (const Block& block : entry_blocks(title, limits)) text += (text.empty() ? "" : " ") + block.text;
    return text.empty() ? title : text;
  }
};

}  // namespace

const Extractor& xml_extractor() {
  static const XmlExtractor extractor;
  return extractor;
}

}  // namespace dossier
