// JSONL: a document a line, {"id", "title", "text", "date", "language", "source", "url", "author"}; all but
// "text" may be missing.

#include <algorithm>
#include <nlohmann/json.hpp>

#include "blocks.h"
#include "charset.h"
#include "dossier/core/utf8.h"
#include "extractors.h"
#include "json_record.h"
#include "self_test.h"

namespace dossier {
namespace {

using Json = nlohmann::json;

class JsonlExtractor : public Extractor {
 public:
  std::string reader() const override { return json_library(); }
  std::string sample() const override { return R"({"text": "A sample of the format"})"; }
  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    // JSON is UTF-8 (RFC 8259); only a mark or the NULs of UTF-16 say otherwise. What is broken in it is
    // repaired by line.
    const bool wide = input.bytes.starts_with("\xFE\xFF") || input.bytes.starts_with("\xFF\xFE") ||
                      input.bytes.substr(0, 4).find('\0') != std::string_view::npos;
    const DecodedText decoded = wide ? decode_text(input.bytes) : DecodedText{.encoding = "UTF-8"};
    std::string_view rest = wide ? std::string_view(decoded.text) : input.bytes;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    RecordProblems problems("line", input.limits.problems);
    std::size_t documents = 0;
    for (std::size_t number = 1; !rest.empty(); ++number) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = trim(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line.empty()) continue;
      documents += read_line(line, number, decoded.encoding, input.limits, sink, problems);
    }
    return problems.outcome(documents, encoding_outcome(decoded));
  }

 private:
  // Gives the document of a line. False, with the problem noted, if it is none.
  static bool read_line(std::string_view line, std::size_t number, const std::string& encoding,
                        const ExtractionLimits& limits, const DocumentSink& sink, RecordProblems& problems) {
    const DecodedText decoded = as_utf8(line);
    const Json record = parse_record(decoded.text);
    if (record.is_discarded()) return problems.add(number, "not valid JSON"), false;
    if (!record.is_object()) return problems.add(number, "not an object"), false;
    const auto text = record.find("text");
    if (text == record.end()) return problems.add(number, "no \"text\""), false;
    if (!text->is_string()) return problems.add(number, "\"text\" is no string"), false;
    ExtractedDocument document{.type = "application/jsonl", .encoding = encoding};
    document.outcome = encoding_outcome(decoded);
    sink(record_document(to_record(record), number, "jsonl", std::move(document), limits));
    return true;
  }
};

}  // namespace

const Extractor& jsonl_extractor() {
  static const JsonlExtractor extractor;
  return extractor;
}

}  // namespace dossier
