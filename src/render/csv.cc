#include "csv.h"

#include "code_point.h"
#include "dossier/core/utf8.h"

namespace dossier {

CsvRow& CsvRow::number(std::string_view formatted) {
  if (!first_) row_ += ',';
  first_ = false;
  row_ += formatted;
  return *this;
}

CsvRow& CsvRow::text(std::string_view value) {
  std::string field;
  if (!value.empty() && std::string_view("=+-@\t\r").find(value.front()) != std::string_view::npos)
    field += '\'';
  for (std::size_t at = 0; at < value.size();) {
    const auto [code_point, next] = decode_utf8(value, at);
    const bool hostile = classify_code_point(code_point) == CodePointClass::hostile;
    append_utf8(field, hostile ? U'\uFFFD' : code_point);
    at = next;
  }
  if (field.find_first_of("\",\r\n") == std::string::npos) return number(field);
  std::string quoted = "\"";
  for (const char c : field) quoted.append(c == '"' ? 2 : 1, c);
  return number(quoted += '"');
}

}  // namespace dossier
