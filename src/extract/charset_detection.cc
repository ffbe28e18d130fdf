#include "charset_detection.h"

#include <uchardet/uchardet.h>

#include <algorithm>
#include <array>
#include <memory>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

constexpr std::size_t kSampleBytes = 256 * 1024;

// A few accents in a text do not prove that it is in one of these.
constexpr std::ptrdiff_t kFewBytes = 10;
constexpr std::array<std::string_view, 8> kRare{"IBM",        "ISO-8859-10", "ISO-8859-13", "ISO-8859-16",
                                                "ISO-8859-3", "ISO-8859-4",  "MAC",         "VISCII"};

unsigned char byte_at(std::string_view bytes, std::size_t offset) {
  return static_cast<unsigned char>(bytes[offset]);
}

bool is_printable_ascii(unsigned char c) {
  return (c >= 0x20 && c < 0x7F) || c == '\n' || c == '\r' || c == '\t';
}

// Statistics live on the lines with bytes above 127: a page may have them only far below its markup.
std::string telling_lines(std::string_view bytes) {
  std::string sample;
  while (!bytes.empty() && sample.size() < kSampleBytes) {
    const std::size_t end = bytes.find('\n');
    const std::string_view line = bytes.substr(0, end == std::string_view::npos ? end : end + 1);
    if (std::any_of(line.begin(), line.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
      sample.append(line.substr(0, kSampleBytes));
    }
    bytes.remove_prefix(line.size());
  }
  return sample;
}

// True if "~{" at `start` opens a run of GB 2312 pairs that "~}" closes on its line.
bool is_hz_run(std::string_view bytes, std::size_t start) {
  std::size_t i = start + 2;
  for (; i + 1 < bytes.size(); i += 2) {
    if (bytes[i] == '~' && bytes[i + 1] == '}') return i > start + 2;
    const unsigned char row = byte_at(bytes, i);
    const unsigned char cell = byte_at(bytes, i + 1);
    if (row < 0x21 || row > 0x77 || cell < 0x21 || cell > 0x7E) return false;
  }
  return false;
}

bool is_hz(std::string_view bytes) {
  std::size_t runs = 0;
  for (std::size_t i = bytes.find("~{"); i != std::string_view::npos; i = bytes.find("~{", i + 2)) {
    if (!is_hz_run(bytes, i)) return false;
    ++runs;
  }
  return runs > 0;
}

}  // namespace

ByteOrderMark byte_order_mark(std::string_view bytes) {
  using namespace std::string_view_literals;
  // The mark of UTF-32LE begins with that of UTF-16LE.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 5> kMarks{{
      {"\xEF\xBB\xBF"sv, "UTF-8"},
      {"\xFF\xFE\0\0"sv, "UTF-32LE"},
      {"\0\0\xFE\xFF"sv, "UTF-32BE"},
      {"\xFF\xFE"sv, "UTF-16LE"},
      {"\xFE\xFF"sv, "UTF-16BE"},
  }};
  for (const auto& [mark, charset] : kMarks) {
    if (bytes.starts_with(mark)) return {charset, mark.size()};
  }
  return {};
}

std::string_view wide_charset(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, std::min(kSampleBytes, bytes.size() & ~std::size_t{3}));
  if (bytes.find('\0') == std::string_view::npos) return {};
  std::array<std::size_t, 4> nuls{};  // by offset modulo 4
  std::size_t printable = 0;
  for (std::size_t i = 0; i < sample.size(); ++i) {
    nuls[i % 4] += sample[i] == '\0';
    printable += is_printable_ascii(byte_at(sample, i));
  }
  const std::size_t quads = sample.size() / 4;
  if (quads == 0) {
    // Two or three bytes: at most one character of UTF-16.
    if (bytes.size() < 2 || (bytes[0] == '\0') == (bytes[1] == '\0')) return {};
    return bytes[1] == '\0' ? "UTF-16LE" : "UTF-16BE";
  }
  // The highest byte of UTF-32 is always NUL, the next one nearly so.
  if (nuls[3] == quads && nuls[2] * 10 > quads * 9 && nuls[0] * 2 < quads) return "UTF-32LE";
  if (nuls[0] == quads && nuls[1] * 10 > quads * 9 && nuls[3] * 2 < quads) return "UTF-32BE";
  const std::size_t units = quads * 2;
  const std::size_t even = nuls[0] + nuls[2];
  const std::size_t odd = nuls[1] + nuls[3];
  if (std::min(even, odd) * 20 > std::max(even, odd)) return {};
  // In Latin text every second byte is NUL. Other scripts have it beside spaces and newlines only; then the
  // other bytes must not read as ASCII.
  const std::size_t most = std::max(even, odd);
  const bool much = most * 5 > units;
  const bool some = most * 200 > units && printable * 10 < sample.size() * 7;
  if (!much && !some) return {};
  return odd > even ? "UTF-16LE" : "UTF-16BE";
}

std::string_view escape_charset(std::string_view bytes) {
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 8> kEscapes{{
      {"\x1b$B", "ISO-2022-JP"},
      {"\x1b$@", "ISO-2022-JP"},
      {"\x1b$(D", "ISO-2022-JP-2"},
      {"\x1b(J", "ISO-2022-JP"},
      {"\x1b(I", "ISO-2022-JP-2"},
      {"\x1b$)C", "ISO-2022-KR"},
      {"\x1b$)A", "ISO-2022-CN"},
      {"\x1b$)G", "ISO-2022-CN"},
  }};
  const bool seven_bits =
      std::none_of(bytes.begin(), bytes.end(), [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
  if (!seven_bits) return {};
  for (std::size_t i = bytes.find('\x1b'); i != std::string_view::npos; i = bytes.find('\x1b', i + 1)) {
    for (const auto& [escape, charset] : kEscapes) {
      if (bytes.substr(i).starts_with(escape)) return charset;
    }
  }
  return is_hz(bytes) ? std::string_view("HZ-GB-2312") : std::string_view();
}

bool is_ebcdic(std::string_view bytes) {
  const std::string_view sample = bytes.substr(0, kSampleBytes);
  std::size_t spaces = 0;
  std::size_t letters = 0;
  std::size_t ascii_spaces = 0;
  for (const char byte : sample) {
    const auto c = static_cast<unsigned char>(byte);
    spaces += c == 0x40;
    ascii_spaces += c == ' ' || c == '\n';
    // Lower and upper case letters stand in three runs of nine, nine and eight.
    const unsigned low = c & 0x0Fu;
    letters += c >= 0x81 && c <= 0xE9 && low >= 1 && low <= 9 && (c >> 4) != 0xB;
  }
  return sample.size() >= 16 && spaces * 12 > sample.size() && ascii_spaces * 200 < sample.size() &&
         (spaces + letters) * 10 > sample.size() * 8;
}

Utf8Fit utf8_fit(std::string_view bytes) {
  Utf8Fit fit;
  for (std::size_t i = 0; i < bytes.size();) {
    if (byte_at(bytes, i) < 0x80) {
      ++i;
      continue;
    }
    // A byte that fits nothing is stepped over alone.
    const std::size_t next = decode_utf8(bytes, i).next;
    (next > i + 1 ? fit.fitting : fit.broken) += next - i;
    i = next;
  }
  return fit;
}

std::string legacy_charset(std::string_view bytes) {
  const std::string sample = telling_lines(bytes);
  const std::unique_ptr<uchardet, decltype(&uchardet_delete)> detector(uchardet_new(), uchardet_delete);
  if (uchardet_handle_data(detector.get(), sample.data(), sample.size()) != 0) return {};
  uchardet_data_end(detector.get());
  std::string charset = uchardet_get_charset(detector.get());
  const auto above = std::count_if(sample.begin(), sample.end(), [](char c) { return (c & 0x80) != 0; });
  const bool few = above < kFewBytes && static_cast<std::size_t>(above) * 5 < sample.size();
  const bool rare =
      std::any_of(kRare.begin(), kRare.end(), [&](std::string_view r) { return charset.starts_with(r); });
  return few && rare ? std::string() : charset;
}

}  // namespace dossier
