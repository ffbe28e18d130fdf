// Dates of other calendars, converted by ICU: 12 Dhu al-Qi'dah 1444.
#include <unicode/calendar.h>

#include <memory>

#include "grammar_rules.h"

namespace dossier::dates {
namespace {

constexpr int kMostIslamicYear = 1600;
constexpr double kDayMilliseconds = 86'400'000;

// The day of a date in a calendar of ICU, months counted from 1.
std::optional<Day> convert(const char* locale, int year, int month, int day) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(*icu::TimeZone::getGMT(), icu::Locale(locale), status));
  if (U_FAILURE(status)) return std::nullopt;
  calendar->clear();
  calendar->set(year, month - 1, day, 12, 0, 0);
  const UDate milliseconds = calendar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return static_cast<Day>(milliseconds / kDayMilliseconds);
}

}  // namespace

// The calendar is Umm al-Qura's.
std::optional<Found> islamic_date(const Reader& reader, std::size_t i) {
  const DateToken& day = reader.at(i);
  if (day.digits > 2 || day.value < 1 || day.value > 30) return std::nullopt;
  const Reading month = reader.ahead(i + 1, Role::islamic_month);
  if (!month || !reader.is_number(month.next)) return std::nullopt;
  const int year = reader.at(month.next).value;
  if (year < 1 || year > kMostIslamicYear) return std::nullopt;
  const auto converted = convert("en_US@calendar=islamic-umalqura", year, month.meaning->value, day.value);
  if (!converted) return std::nullopt;
  const std::chrono::year_month_day date = to_date(*converted);
  return Found{.first = i,
               .last = month.next + 1,
               .date = {.year = static_cast<int>(date.year()),
                        .month = static_cast<int>(static_cast<unsigned>(date.month())),
                        .day = static_cast<int>(static_cast<unsigned>(date.day())),
                        .converted = true}};
}

}  // namespace dossier::dates
