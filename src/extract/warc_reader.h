// Records of web archives: WARC 1.0 and 1.1 (ISO 28500).
#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace dossier {

// A record, as views into the file.
struct WarcRecord {
  std::string_view header;  // lines
  std::string_view block;   // as long as the header says, or as there is
  bool cut = false;         // the file ends within it
};

// Cuts a file into its records. One whose length is missing or wrong ends where the next begins.
class WarcReader {
 public:
  explicit WarcReader(std::string_view bytes) : rest_(bytes) {}
  // The next record; none at the end.
  std::optional<WarcRecord> next();

 private:
  std::string_view rest_;
};

// The value of the header line `name` (small letters); empty if there is none. Linear.
std::string_view header_value(std::string_view header, std::string_view name);

// An answer of HTTP as it was sent.
struct HttpResponse {
  unsigned status = 0;
  std::string_view header;
  std::string_view body;
};

std::optional<HttpResponse> parse_response(std::string_view block);

// A body sent in chunks, put together; what is broken of it ends it.
std::string without_chunks(std::string_view body);

}  // namespace dossier
