#include "json_record.h"

#include <algorithm>
#include <charconv>
#include <optional>

namespace dossier {
namespace {

using Json = nlohmann::json;

// The number of the UTF-16 unit that an escape "\uD800" at `at` writes; none if there is no escape.
std::optional<unsigned> escaped_unit(std::string_view json, std::size_t at) {
  const std::string_view escape = json.substr(std::min(at, json.size()), 6);
  unsigned unit = 0;
  if (escape.size() < 6 || !escape.starts_with("\\u")) return std::nullopt;
  const auto [end, error] = std::from_chars(escape.data() + 2, escape.data() + 6, unit, 16);
  return error == std::errc() && end == escape.data() + 6 ? std::optional(unit) : std::nullopt;
}

}  // namespace

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

Json parse_record(const std::string& json) {
  const auto is_own = [](int depth, Json::parse_event_t, const Json&) { return depth <= 1; };
  Json record = Json::parse(json, is_own, false);
  const bool has_escapes = json.find("\\u") != std::string::npos;
  if (record.is_discarded() && has_escapes)
    record = Json::parse(without_lone_surrogates(json), is_own, false);
  return record;
}

TextRecord to_record(const Json& object) {
  TextRecord record;
  for (const auto& [name, value] : object.items()) {
    std::string* field = record.field(name);
    if (field == nullptr) continue;
    // Numbers as they are written: an id, a year. Other kinds say nothing.
    if (value.is_string())
      *field = value.get_ref<const std::string&>();
    else if (value.is_number_integer())
      *field = value.dump();
  }
  return record;
}

}  // namespace dossier
