// JSONL: a document a line, {"id", "title", "text", "date", "language", "source", "url", "author"}; all but
// "text" may be missing.
#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <nlohmann/json.hpp>
#include <optional>

#include "blocks.h"
#include "charset.h"
#include "clean_text.h"
#include "dossier/core/utf8.h"
#include "extractors.h"

namespace dossier {
namespace {

using Json = nlohmann::json;

// What went wrong, by line; the first few are told, all are counted.
class LineProblems {
 public:
  explicit LineProblems(std::size_t most) : most_(most) {}

  void add(std::size_t line, std::string_view what) {
    if (++count_ > most_) return;
    text_ += fmt::format("{}line {}: {}", text_.empty() ? "" : "; ", line, what);
  }
  std::size_t count() const noexcept { return count_; }
  std::string text() const {
    return count_ <= most_ ? text_ : text_ + fmt::format("; and {} more", count_ - most_);
  }

 private:
  std::size_t most_;
  std::size_t count_ = 0;
  std::string text_;
};

// A field as text: strings as they are, numbers as written (an id, a year). Other kinds say nothing.
std::string field(const Json& record, const char* name) {
  const auto value = record.find(name);
  if (value == record.end()) return {};
  if (value->is_string()) return clean_text(value->get_ref<const std::string&>());
  return value->is_number_integer() ? value->dump() : std::string();
}

// The number of the UTF-16 unit that an escape "\uD800" at `at` writes; none if there is no escape.
std::optional<unsigned> escaped_unit(std::string_view json, std::size_t at) {
  const std::string_view escape = json.substr(std::min(at, json.size()), 6);
  unsigned unit = 0;
  if (escape.size() < 6 || !escape.starts_with("\\u")) return std::nullopt;
  const auto [end, error] = std::from_chars(escape.data() + 2, escape.data() + 6, unit, 16);
  return error == std::errc() && end == escape.data() + 6 ? std::optional(unit) : std::nullopt;
}

// JSON with each escaped half of a surrogate pair that stands alone made U+FFFD: some programs cut strings
// there.
std::string without_lone_surrogates(std::string json) {
  for (std::size_t i = json.find('\\'); i != std::string::npos && i + 1 < json.size();
       i = json.find('\\', i)) {
    const auto unit = escaped_unit(json, i);
    const bool high = unit && *unit >= 0xD800 && *unit < 0xDC00;
    const bool low = unit && *unit >= 0xDC00 && *unit < 0xE000;
    const auto next = high ? escaped_unit(json, i + 6) : std::nullopt;
    const bool pair = next && *next >= 0xDC00 && *next < 0xE000;
    if (low || (high && !pair)) json.replace(i + 2, 4, "FFFD");
    i += pair ? 12u : unit ? 6u : 2u;
  }
  return json;
}

// The record with its own fields; what is nested in them is of no use, and may be deep.
Json parse(const std::string& json) {
  const auto is_own = [](int depth, Json::parse_event_t, const Json&) { return depth <= 1; };
  Json record = Json::parse(json, is_own, false);
  const bool has_escapes = json.find("\\u") != std::string::npos;
  if (record.is_discarded() && has_escapes)
    record = Json::parse(without_lone_surrogates(json), is_own, false);
  return record;
}

class JsonlExtractor : public Extractor {
 public:
  std::string sample() const override { return R"({"text": "A sample of the format"})"; }
  std::string reader() const override {
    return fmt::format("nlohmann-json {}.{}.{}", NLOHMANN_JSON_VERSION_MAJOR, NLOHMANN_JSON_VERSION_MINOR,
                       NLOHMANN_JSON_VERSION_PATCH);
  }
  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    // JSON is UTF-8 (RFC 8259); only a mark or the NULs of UTF-16 say otherwise. What is broken in it is
    // repaired by line.
    const bool wide = input.bytes.starts_with("\xFE\xFF") || input.bytes.starts_with("\xFF\xFE") ||
                      input.bytes.substr(0, 4).find('\0') != std::string_view::npos;
    const DecodedText decoded = wide ? decode_text(input.bytes) : DecodedText{.encoding = "UTF-8"};
    std::string_view rest = wide ? std::string_view(decoded.text) : input.bytes;
    if (rest.starts_with("\xEF\xBB\xBF")) rest.remove_prefix(3);
    LineProblems problems(input.limits.problems);
    std::size_t documents = 0;
    for (std::size_t number = 1; !rest.empty(); ++number) {
      const std::size_t end = std::min(rest.find('\n'), rest.size());
      const std::string_view line = trim(rest.substr(0, end));
      rest.remove_prefix(std::min(end + 1, rest.size()));
      if (line.empty()) continue;
      documents += read_line(line, number, decoded.encoding, input.limits, sink, problems);
    }
    if (problems.count() > 0) {
      return {documents > 0 ? Status::partial : Status::failed, Reason::bad_records, problems.text()};
    }
    if (documents == 0) return {Status::skipped, Reason::no_text, "there is no document in it"};
    return encoding_outcome(decoded);
  }

 private:
  // Gives the document of a line. False, with the problem noted, if it is none.
  static bool read_line(std::string_view line, std::size_t number, const std::string& encoding,
                        const ExtractionLimits& limits, const DocumentSink& sink, LineProblems& problems) {
    const DecodedText decoded = as_utf8(line);
    const Json record = parse(decoded.text);
    if (record.is_discarded()) return problems.add(number, "not valid JSON"), false;
    if (!record.is_object()) return problems.add(number, "not an object"), false;
    const auto text = record.find("text");
    if (text == record.end()) return problems.add(number, "no \"text\""), false;
    if (!text->is_string()) return problems.add(number, "\"text\" is no string"), false;
    ExtractedDocument document{
        .member = fmt::format("//{}", number), .type = "application/jsonl", .encoding = encoding};
    document.outcome = encoding_outcome(decoded);
    RawMetadata& metadata = document.metadata;
    metadata.id = field(record, "id");
    metadata.title = field(record, "title");
    metadata.author = field(record, "author");
    metadata.source = field(record, "source");
    metadata.language = field(record, "language");
    metadata.url = field(record, "url");
    if (std::string date = field(record, "date"); !date.empty())
      metadata.dates.emplace_back("jsonl:date", std::move(date));
    document.blocks = split_paragraphs(clean_text(text->get_ref<const std::string&>()));
    if (std::string cut = cut_to_limits(document, limits); !cut.empty()) {
      document.outcome = {Status::partial, Reason::too_large, std::move(cut)};
    }
    if (document.outcome.status != Status::ok) problems.add(number, document.outcome.detail);
    sink(std::move(document));
    return true;
  }
};

}  // namespace

const Extractor& jsonl_extractor() {
  static const JsonlExtractor extractor;
  return extractor;
}

}  // namespace dossier
