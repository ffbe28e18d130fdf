#include "xls_records.h"

#include <algorithm>

#include "little_endian.h"
#include "utf16.h"

namespace dossier {
namespace {

constexpr std::uint32_t kContinue = 0x3C;
constexpr std::size_t kHeaderBytes = 4;

// Of a string's flags.
constexpr std::uint32_t kIsWide = 1;
constexpr std::uint32_t kHasPhonetics = 4;
constexpr std::uint32_t kHasRuns = 8;

// The data of the record at `at`, and steps behind it.
std::string_view take_data(std::string_view stream, std::size_t& at) {
  const std::size_t start = std::min(at + kHeaderBytes, stream.size());
  const std::string_view data = stream.substr(start, u16_at(stream, at + 2));
  at = start + data.size();
  return data;
}

}  // namespace

bool XlsRecords::next(XlsRecord& record) {
  if (at_ >= stream_.size() || stream_.size() - at_ < kHeaderBytes) return false;
  record.type = u16_at(stream_, at_);
  record.data = take_data(stream_, at_);
  record.more.clear();
  while (u16_at(stream_, at_) == kContinue) record.more.push_back(take_data(stream_, at_));
  return true;
}

XlsBytes::XlsBytes(const XlsRecord& record, std::size_t at) : pieces_{record.data}, at_(at) {
  pieces_.insert(pieces_.end(), record.more.begin(), record.more.end());
  settle();
}

void XlsBytes::settle() {
  while (!at_end() && at_ >= pieces_[piece_].size()) {
    at_ -= pieces_[piece_].size();
    ++piece_;
  }
}

std::uint32_t XlsBytes::byte() {
  if (at_end()) return 0;
  const std::uint32_t value = u8_at(pieces_[piece_], at_);
  skip(1);
  return value;
}

std::uint32_t XlsBytes::number(std::size_t bytes) {
  std::uint32_t value = 0;
  for (std::size_t i = 0; i < bytes; ++i) value |= byte() << (8 * i);
  return value;
}

void XlsBytes::skip(std::size_t bytes) {
  at_ += bytes;
  settle();
}

std::string XlsBytes::string(std::size_t length_bytes) {
  std::size_t left = number(length_bytes);
  const std::uint32_t flags = byte();
  bool is_wide = (flags & kIsWide) != 0;
  const std::size_t runs = (flags & kHasRuns) != 0 ? number(2) : 0;
  const std::size_t phonetics = (flags & kHasPhonetics) != 0 ? number(4) : 0;
  std::u16string units;
  while (left > 0 && !at_end()) {
    const std::string_view rest = pieces_[piece_].substr(at_);
    const std::size_t width = is_wide ? 2 : 1;
    const std::size_t here = std::min(left, rest.size() / width);
    for (std::size_t i = 0; i < here; ++i)
      units += static_cast<char16_t>(little_endian(rest, i * width, width));
    left -= here;
    const std::size_t piece = piece_;
    // Half a character at a piece's end is none.
    skip(left > 0 ? rest.size() : here * width);
    if (left > 0 && piece_ != piece) is_wide = (byte() & kIsWide) != 0;
  }
  skip(4 * runs);
  skip(phonetics);
  std::string text;
  append_utf16(text, units);
  return text;
}

}  // namespace dossier
