// Web archives: the pages and files that servers answered with.
#include <fmt/format.h>

#include <algorithm>
#include <optional>

#include "dossier/core/utf8.h"
#include "extractors.h"
#include "members.h"
#include "unpacking.h"
#include "warc_reader.h"

namespace dossier {
namespace {

// "text/html" of "Text/HTML; charset=utf-8".
std::string media_type(std::string_view value) {
  return ascii_lower(trim(value.substr(0, value.find(';'))));
}

// A name that tells the format: the last step of the address, with the ending that the type has.
std::string name_of(std::string_view url, const std::string& type) {
  const std::string_view path = url.substr(0, url.find_first_of("?#"));
  const auto& all = formats();
  const auto format =
      std::find_if(all.begin(), all.end(), [&](const Format& f) { return f.media_type == type; });
  std::string name(path.substr(path.rfind('/') + 1));
  if (format != all.end() && !format->endings.empty()) name += fmt::format(".{}", format->endings.front());
  return name;
}

// The file that a record holds, ready to be extracted; why there is none.
struct Payload {
  std::string name;
  std::string_view sent;
  std::optional<std::string> unpacked;  // where it was sent in another form
  Outcome outcome;

  std::string_view bytes() const noexcept { return unpacked ? std::string_view(*unpacked) : sent; }
};

Payload skipped(std::string detail) {
  return {.outcome = {Status::skipped, Reason::unsupported_format, std::move(detail)}};
}

Payload payload_of(const WarcRecord& record, Members& members) {
  const std::string_view url = header_value(record.header, "warc-target-uri");
  if (ascii_lower(header_value(record.header, "warc-type")) != "response")
    return {.name = name_of(url, media_type(header_value(record.header, "content-type"))),
            .sent = record.block};
  const auto response = parse_response(record.block);
  if (!response) return {.name = name_of(url, ""), .sent = record.block};
  if (response->status < 200 || response->status > 299)
    return skipped(fmt::format("the server answered {}", response->status));
  Payload payload{.name = name_of(url, media_type(header_value(response->header, "content-type"))),
                  .sent = response->body};
  if (ascii_lower(header_value(response->header, "transfer-encoding")) == "chunked")
    payload.unpacked = without_chunks(response->body);
  const std::string packed = ascii_lower(header_value(response->header, "content-encoding"));
  if (packed.empty() || packed == "identity") return payload;
  if (packed != "gzip" && packed != "x-gzip") return skipped("packed as " + packed);
  Unpacked whole = unpack_single(payload.bytes(), members);
  payload.unpacked = std::move(whole.bytes);
  payload.outcome = std::move(whole.outcome);
  return payload;
}

// Requests, notes of the crawler and pages that were seen before hold nothing to read.
bool holds_document(const WarcRecord& record) {
  const std::string type = ascii_lower(header_value(record.header, "warc-type"));
  return type == "response" || type == "resource" || type == "conversion";
}

Outcome read_record(const WarcRecord& record, Members& members, ExtractionInput input,
                    const DocumentSink& sink) {
  Payload payload = payload_of(record, members);
  if (record.cut && payload.outcome.status == Status::ok)
    payload.outcome = {Status::partial, Reason::damaged, "the archive ends within it"};
  input.name = payload.name;
  input.bytes = payload.bytes();
  return extract_in_part(payload.outcome, input, [&](ExtractedDocument&& document) {
    if (document.is_document() && document.member.empty()) {
      const std::string url = repair_utf8(header_value(record.header, "warc-target-uri"));
      if (document.metadata.url.empty()) document.metadata.url = url;
      const std::string date = repair_utf8(header_value(record.header, "warc-date"));
      // When it was fetched: it was there by then.
      if (!date.empty()) document.metadata.dates.emplace_back("warc:modified", date);
    }
    sink(std::move(document));
  });
}

class WarcExtractor : public Extractor {
 public:
  std::string sample() const override {
    return "WARC/1.0\r\nWARC-Type: resource\r\nWARC-Target-URI: http://example.org/sample.txt\r\n"
           "Content-Type: text/plain\r\nContent-Length: " +
           std::to_string(sample_words.size()) + "\r\n\r\n" + std::string(sample_words) + "\r\n\r\n";
  }

  Outcome extract(const ExtractionInput& input, const DocumentSink& sink) const override {
    Members members(input, sink);
    WarcReader reader(input.bytes);
    std::size_t records = 0;
    while (members.more()) {
      const auto record = reader.next();
      if (!record) break;
      ++records;
      if (!holds_document(*record)) continue;
      members.add(std::to_string(records), [&](const ExtractionInput& member, const DocumentSink& into) {
        return read_record(*record, members, member, [&](ExtractedDocument&& document) {
          if (document.member.empty()) document.file_name = std::string(input.name);
          into(std::move(document));
        });
      });
    }
    if (members.count() == 0) return {Status::skipped, Reason::no_text, "there is no page in it"};
    return members.outcome();
  }
};

}  // namespace

const Extractor& warc_extractor() {
  static const WarcExtractor extractor;
  return extractor;
}

}  // namespace dossier
