#include "warc_reader.h"

#include <algorithm>
#include <charconv>
#include <cstdint>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::string_view kMark = "WARC/";

// Where the empty line behind a header begins, and where what is behind that line does.
std::pair<std::size_t, std::size_t> end_of_header(std::string_view text) noexcept {
  const std::size_t dos = text.find("\r\n\r\n");
  const std::size_t plain = text.substr(0, dos).find("\n\n");
  if (plain != std::string_view::npos) return {plain, plain + 2};
  if (dos != std::string_view::npos) return {dos, dos + 4};
  return {text.size(), text.size()};
}

std::optional<std::uint64_t> parse_number(std::string_view text, int base) noexcept {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value, base);
  return error == std::errc() && end != text.data() ? std::optional(value) : std::nullopt;
}

// Where a record begins at the start of a line, from `at` on.
std::size_t find_record(std::string_view text, std::size_t at) noexcept {
  while (true) {
    at = text.find(kMark, at);
    if (at == std::string_view::npos || at == 0 || text[at - 1] == '\n') return std::min(at, text.size());
    ++at;
  }
}

}  // namespace

std::optional<WarcRecord> WarcReader::next() {
  rest_.remove_prefix(find_record(rest_, 0));
  if (rest_.empty()) return std::nullopt;
  const auto [header_end, block_start] = end_of_header(rest_);
  WarcRecord record{.header = rest_.substr(0, header_end)};
  const std::string_view behind = rest_.substr(block_start);
  const auto length = parse_number(header_value(record.header, "content-length"), 10);
  std::size_t size = static_cast<std::size_t>(std::min<std::uint64_t>(length.value_or(0), behind.size()));
  record.cut = length && *length > behind.size();
  // Behind a record of the right length there is nothing, or the next one.
  const std::string_view after = trim(behind.substr(size, 8));
  const bool right =
      length && !record.cut && (after.empty() || after.starts_with(kMark.substr(0, after.size())));
  if (!right) size = find_record(behind, 0);
  record.cut = record.cut && size == behind.size();
  record.block = behind.substr(0, size);
  rest_ = behind.substr(size);
  return record;
}

std::string_view header_value(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const std::size_t end = std::min(header.find('\n'), header.size());
    const std::string_view line = header.substr(0, end);
    header.remove_prefix(std::min(end + 1, header.size()));
    const std::size_t colon = line.find(':');
    if (colon == name.size() && ascii_lower(line.substr(0, colon)) == name)
      return trim(line.substr(colon + 1));
  }
  return {};
}

std::optional<HttpResponse> parse_response(std::string_view block) {
  if (!block.starts_with("HTTP/")) return std::nullopt;
  const auto [header_end, body_start] = end_of_header(block);
  HttpResponse response{.header = block.substr(0, header_end), .body = block.substr(body_start)};
  const std::string_view line = response.header.substr(0, response.header.find('\n'));
  const std::size_t space = line.find(' ');
  if (space == std::string_view::npos) return std::nullopt;
  response.status = static_cast<unsigned>(parse_number(line.substr(space + 1, 3), 10).value_or(0));
  return response;
}

std::string without_chunks(std::string_view body) {
  std::string out;
  while (!body.empty()) {
    const std::size_t end = body.find('\n');
    const auto size = parse_number(body.substr(0, std::min<std::size_t>(end, 16)), 16);
    if (end == std::string_view::npos || !size) break;
    body.remove_prefix(end + 1);
    const std::size_t taken = static_cast<std::size_t>(std::min<std::uint64_t>(*size, body.size()));
    out.append(body.substr(0, taken));
    body.remove_prefix(taken);
    if (*size == 0) break;
    body.remove_prefix(std::min(body.find('\n') + 1, body.size()));
  }
  return out;
}

}  // namespace dossier
