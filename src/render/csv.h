// Rows of comma-separated values (RFC 4180).
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

namespace dossier {

class CsvRow {
 public:
  // Quoted where needed. A field that a spreadsheet would take for a formula (= + - @ tab CR at its
  // beginning) gets an apostrophe in front; bytes that are no UTF-8 and control characters but tab and line
  // ends and bidirectional overrides become U+FFFD.
  CsvRow& text(std::string_view value);
  CsvRow& number(std::string_view formatted);  // as it is
  CsvRow& number(std::uint64_t value) { return number(std::to_string(value)); }

  std::string end() { return std::move(row_) + "\r\n"; }

 private:
  std::string row_;
  bool first_ = true;
};

}  // namespace dossier
