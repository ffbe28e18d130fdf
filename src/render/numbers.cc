#include "dossier/render/numbers.h"

#include <fmt/format.h>

#include <array>
#include <utility>

namespace dossier {

std::string group_digits(std::uint64_t number) {
  std::string digits = fmt::to_string(number);
  for (std::size_t at = digits.size(); at > 3;) digits.insert(at -= 3, ",");
  return digits;
}

std::string count_of(std::uint64_t number, std::string_view singular, std::string_view plural) {
  return fmt::format("{} {}", group_digits(number), number == 1 ? singular : plural);
}

std::string passages_of(std::uint64_t number) {
  return count_of(number, "passage", "passages");
}
std::string documents_of(std::uint64_t number) {
  return count_of(number, "document", "documents");
}

std::string human_size(std::uint64_t bytes) {
  if (bytes < 1000) return fmt::format("{} B", bytes);
  double size = static_cast<double>(bytes) / 1000;
  constexpr std::array units = {"kB", "MB", "GB", "TB", "PB", "EB"};
  std::size_t unit = 0;
  // 999.5 would be printed as 1000.
  for (; size >= 999.5 && unit + 1 < units.size(); ++unit) size /= 1000;
  return size < 9.95 ? fmt::format("{:.1f} {}", size, units[unit])
                     : fmt::format("{:.0f} {}", size, units[unit]);
}

std::string format_time(std::int64_t seconds) {
  constexpr std::int64_t day_seconds = 86400;
  const std::int64_t rest = ((seconds % day_seconds) + day_seconds) % day_seconds;
  const auto day = static_cast<Day>((seconds - rest) / day_seconds);
  return fmt::format("{}T{:02}:{:02}:{:02}Z", format_day(day), rest / 3600, rest / 60 % 60, rest % 60);
}

std::string format_published(const PublicationDate& date) {
  return format_partial_date({.days = date.days, .precision = date.precision});
}

std::string type_label(std::string_view media_type) {
  // Only those whose subtype is not what people say.
  static constexpr std::array<std::pair<std::string_view, std::string_view>, 9> names = {{
      {"text/plain", "text"},
      {"application/xhtml+xml", "html"},
      {"application/epub+zip", "epub"},
      {"message/rfc822", "mail"},
      {"application/msword", "doc"},
      {"application/vnd.oasis.opendocument.text", "odt"},
      {"application/vnd.openxmlformats-officedocument.wordprocessingml.document", "docx"},
      {"application/vnd.openxmlformats-officedocument.presentationml.presentation", "pptx"},
      {"application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", "xlsx"},
  }};
  for (const auto& [type, name] : names)
    if (media_type == type) return std::string(name);
  std::string_view label = media_type.substr(media_type.find('/') + 1);
  if (label.starts_with("x-")) label.remove_prefix(2);
  return std::string(label);
}

std::string kind_label(const HitDocument& document) {
  return type_label(document.type) + (document.recognised ? " (OCR)" : "");
}

}  // namespace dossier
