// The rules of the grammar: each recognises one kind of date where it may begin or turn on.
#pragma once

#include <optional>
#include <vector>

#include "grammar_reader.h"

namespace dossier::dates {

using Rule = std::optional<Found>(const Reader& reader, std::size_t i);

// At a number. grammar_numeric.cc
Rule numeric_date;  // 2013-05-24, 24.05.2013, 24/05/2013, 2013-05, 24.5.
Rule numeric_day;   // of these a day with its year
// grammar_days.cc
Rule day_range;  // 3-7 May 2013
Rule day_list;   // the first of "10, 12 and 14 May"
Rule day_month;  // 24 May 2013
Rule next_day;   // the second of "May 4 and 5"
Rule day_alone;  // on the 20th
// grammar_calendars.cc
Rule islamic_date;  // 12 Dhu al-Qi'dah 1444
// grammar_years.cc
Rule short_part;   // Q1 2022, FY2014
Rule year_range;   // 1998-1999
Rule year_of_era;  // 44 BC
Rule bare_year;    // in 1999
// grammar_decades.cc
Rule decade;   // 1990s
Rule century;  // 19th century
// grammar_han.cc
Rule han_date;  // 2013年5月24日

// At a word. grammar_months.cc
Rule month;     // May 2013, May 29, 2013, in May
Rule of_month;  // січневий наступ
Rule holiday;   // Christmas 2007
// grammar_weekdays.cc
Rule weekday;       // Monday, Monday, 5 June
Rule relative_day;  // yesterday
// grammar_units.cc
Rule shifted_word;  // Vorjahr
Rule day_part;      // last night
Rule unit;          // last year, two days later, the first quarter of 2022
// grammar_seasons.cc
Rule season;       // spring 2013
Rule year_season;  // at a number: 2013 spring
// grammar_decades.cc
Rule named_decade;     // the nineties
Rule written_century;  // XIX век, nineteenth century
// grammar_years.cc
Rule spoken_year;  // nineteen ninety-two

// At an ideograph. grammar_han.cc
Rule han_phrase;  // 去年, 二〇一三年

// May 29 and May 29-31, 2013: the days behind a month that begins at `i`; `behind` is the token behind it.
std::optional<Found> days_of_month(const Reader& reader, std::size_t i, int month, std::size_t behind);

// The others of "the seventeenth, eighteenth and nineteenth centuries", in the order of the text: `last` is
// the century that was found. grammar_decades.cc
std::vector<Found> centuries_before(const Reader& reader, const Found& last);

// Whether a number that may be a year is one by its neighbours; `behind` is the token behind it.
// grammar_year_evidence.cc
bool has_year_evidence(const Reader& reader, std::size_t i, std::size_t behind);

// Whether what stands before a number, or a range of them, says that it is no year: Resolution 1990, more
// than 2000.
bool is_ruled_out(const Reader& reader, std::size_t i, bool range);

// Whether a month alone is a date: it cannot be taken for a verb or a name. grammar_month_evidence.cc
bool has_month_evidence(const Reader& reader, std::size_t i, std::size_t behind, const MonthName& month);

}  // namespace dossier::dates
