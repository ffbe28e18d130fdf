// JSON: an array of records is a document each; anything else is one, its texts with their keys.
#include <iterator>

#include "blocks.h"
#include "charset.h"
#include "clean_text.h"
#include "dossier/core/utf8.h"
#include "extractors.h"
#include "json_record.h"
#include "json_text.h"
#include "self_test.h"

namespace dossier {
namespace {

constexpr std::size_t kMostLineBytes = 1 << 20;  // of a first line that is looked at

// Whether each line is an object of its own, whatever the file is called.
bool is_lines(std::string_view text) {
  const std::size_t end = text.substr(0, kMostLineBytes).find('\n');
  if (end == std::string_view::npos || trim(text.substr(end)).empty()) return false;
  const std::string_view first = trim(text.substr(0, end));
  return first.starts_with('{') && first.ends_with('}') && parse_record(std::string(first)).is_object();
}

class JsonExtractor : public Extractor {
 public:
  std::string reader() const override { return json_library(); }
  std::string sample() const override { return R"({"note": "A sample of the format"})"; }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    DecodedText decoded = decode_text(input.bytes);
    if (is_lines(decoded.text)) return jsonl_extractor().extract(input, sink);
    if (decoded.text.find("\\u") != std::string::npos)
      decoded.text = without_lone_surrogates(std::move(decoded.text));
    JsonText json;
    nlohmann::json::sax_parse(decoded.text, &json, nlohmann::json::input_format_t::json, true, true);
    json.finish();
    Outcome outcome = encoding_outcome(decoded);
    if (!json.problem.empty()) outcome = {Status::partial, Reason::damaged, json.problem};
    const bool records = json.is_array && !json.elements.empty() && json.elements.front().has_text;
    const Outcome given = records ? give_records(json, decoded.encoding, outcome, input.limits, sink)
                                  : give_whole(json, decoded.encoding, outcome, input.limits, sink);
    const bool lost = given.reason == Reason::no_text && !json.problem.empty();
    return lost ? Outcome{Status::failed, Reason::damaged, json.problem} : given;
  }

 private:
  static Outcome give_records(JsonText& json, const std::string& encoding, const Outcome& outcome,
                              const ExtractionLimits& limits, const DocumentSink& sink) {
    RecordProblems problems("record", limits.problems);
    std::size_t number = 0;
    std::size_t documents = 0;
    for (JsonText::Element& element : json.elements) {
      ++number;
      if (!element.has_text) {
        problems.add(number, "no \"text\"");
        continue;
      }
      ExtractedDocument document{.type = "application/json", .encoding = encoding};
      sink(record_document(std::move(element.record), number, "json", std::move(document), limits));
      ++documents;
    }
    return outcome.status == Status::ok ? problems.outcome(documents, outcome) : outcome;
  }

  static Outcome give_whole(JsonText& json, const std::string& encoding, const Outcome& outcome,
                            const ExtractionLimits& limits, const DocumentSink& sink) {
    ExtractedDocument document{.type = "application/json", .encoding = encoding, .outcome = outcome};
    if (!json.is_array && !json.elements.empty()) {
      TextRecord& record = json.elements.front().record;
      document.metadata.title = clean_text(record.title);
      document.metadata.author = clean_text(record.author);
      document.metadata.source = clean_text(record.source);
      document.metadata.language = clean_text(record.language);
      document.metadata.url = clean_text(record.url);
      if (!record.date.empty()) document.metadata.dates.emplace_back("json:date", clean_text(record.date));
    }
    for (JsonText::Element& element : json.elements) {
      if (document.blocks.size() > max_blocks) break;
      document.blocks.insert(document.blocks.end(), std::make_move_iterator(element.blocks.begin()),
                             std::make_move_iterator(element.blocks.end()));
    }
    return give(std::move(document), limits, sink);
  }
};

}  // namespace

const Extractor& json_extractor() {
  static const JsonExtractor extractor;
  return extractor;
}

}  // namespace dossier
