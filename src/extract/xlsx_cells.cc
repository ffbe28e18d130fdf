#include "xlsx_cells.h"

#include <fmt/format.h>

#include <algorithm>
#include <charconv>
#include <chrono>
#include <cmath>

namespace dossier {
namespace {

constexpr double kLastDay = 2958465;  // 31 December 9999

int number_of(std::string_view text) {
  int number = -1;
  std::from_chars(text.data(), text.data() + text.size(), number);
  return number;
}

std::string show_time(double part) {
  const auto minutes = static_cast<int>(std::lround(part * 24 * 60));
  return fmt::format("{:02}:{:02}", minutes / 60 % 24, minutes % 60);
}

// Days since 30 December 1899; before March 1900 the calendar of spreadsheets is a day behind, since it has a
// 29 February 1900.
std::string show_day(double days, bool from_1904) {
  using namespace std::chrono;
  auto whole = static_cast<int>(days);
  if (!from_1904 && whole < 60) ++whole;
  const sys_days first =
      from_1904 ? sys_days(year{1904} / January / 1) : sys_days(year{1899} / December / 30);
  const year_month_day day(first + std::chrono::days(whole));
  return fmt::format("{:04}-{:02}-{:02}", static_cast<int>(day.year()), static_cast<unsigned>(day.month()),
                     static_cast<unsigned>(day.day()));
}

}  // namespace

// ECMA-376 part 1, 18.8.30; those from 27 on are days in East Asia.
XlsxFormat builtin_xlsx_format(int number) {
  if (number == 9 || number == 10) return XlsxFormat::percent;
  if ((number >= 14 && number <= 17) || (number >= 27 && number <= 31) || number == 36 ||
      (number >= 50 && number <= 58)) {
    return XlsxFormat::day;
  }
  if (number == 22) return XlsxFormat::day_and_time;
  return (number >= 18 && number <= 21) || (number >= 45 && number <= 47) ? XlsxFormat::time
                                                                          : XlsxFormat::number;
}

XlsxFormat xlsx_format(std::string_view code) {
  bool day = false;
  bool time = false;
  bool percent = false;
  // The first section is that of positive numbers.
  for (std::size_t i = 0; i < code.size() && code[i] != ';'; ++i) {
    const char c = code[i];
    if (c == '\\' || c == '_' || c == '*') {
      ++i;
    } else if (c == '"' || c == '[') {
      // A colour or a locale, but for [h], the hours of a duration.
      if (c == '[' && i + 1 < code.size() && (code[i + 1] | 0x20) == 'h') time = true;
      i = std::min(code.find(c == '"' ? '"' : ']', i + 1), code.size());
    } else {
      const char lower = static_cast<char>(c | 0x20);
      day = day || lower == 'y' || lower == 'd';
      time = time || lower == 'h' || lower == 's';
      percent = percent || c == '%';
    }
  }
  if (day) return time ? XlsxFormat::day_and_time : XlsxFormat::day;
  if (time) return XlsxFormat::time;
  return percent ? XlsxFormat::percent : XlsxFormat::number;
}

std::string show_xlsx_number(std::string_view written, XlsxFormat format, bool from_1904) {
  double value = 0;
  const auto [end, error] = std::from_chars(written.data(), written.data() + written.size(), value);
  if (error != std::errc() || end != written.data() + written.size()) return std::string(written);
  return show_xlsx_number(value, format, from_1904);
}

std::string show_xlsx_number(double value, XlsxFormat format, bool from_1904) {
  if (format == XlsxFormat::percent) return fmt::format("{:.12g}%", value * 100);
  const bool is_moment = format != XlsxFormat::number && value >= 0 && value <= kLastDay;
  if (!is_moment) return fmt::format("{:.15g}", value);
  const double part = value - std::floor(value);
  if (format == XlsxFormat::time) return show_time(part);
  std::string shown = show_day(value, from_1904);
  if (format == XlsxFormat::day_and_time && part > 0) shown += " " + show_time(part);
  return shown;
}

void XlsxStyles::start(std::string_view name, const XmlAttributes& attributes) {
  if (name == "numFmt")
    own_.emplace_back(number_of(attributes.get("numFmtId")), xlsx_format(attributes.get("formatCode")));
  if (name == "cellXfs") in_cells_ = true;
  if (name != "xf" || !in_cells_) return;
  const int number = number_of(attributes.get("numFmtId"));
  const auto own =
      std::find_if(own_.begin(), own_.end(), [&](const auto& row) { return row.first == number; });
  formats_.push_back(own == own_.end() ? builtin_xlsx_format(number) : own->second);
}

void XlsxStyles::end(std::string_view name) {
  if (name == "cellXfs") in_cells_ = false;
}

}  // namespace dossier
