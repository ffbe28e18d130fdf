// The words of dates, in all languages at once: months and weekdays from ICU, what ICU lacks and all other
// words from the tables in lexicon_words.cc.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>

namespace dossier::dates {

// Languages as bits. A word counts for a text if it is a word of the text's language.
using Languages = std::uint32_t;

enum LanguageBits : Languages {
  en = 1u << 0,
  de = 1u << 1,
  fr = 1u << 2,
  es = 1u << 3,
  it = 1u << 4,
  pt = 1u << 5,
  ru = 1u << 6,
  uk = 1u << 7,
  sr = 1u << 8,  // Serbian in both scripts, Bosnian, Montenegrin
  hr = 1u << 9,
  sq = 1u << 10,
  zh = 1u << 11,
  more = 1u << 12,  // languages of which only ICU's names are known
};

// The bits of an ISO 639 code; all of them for an unknown language (empty).
Languages language_bits(std::string_view code) noexcept;

// What a word may be in a date. What `value` means stands behind each.
enum class Role : std::uint8_t {
  month,         // 1 to 12
  weekday,       // 0 (Monday) to 6
  season,        // 1 spring, 2 summer, 3 autumn, 4 winter
  unit,          // a Unit: day, week, month, year ...
  relative_day,  // days from today: yesterday -1
  shift,         // of the unit or weekday beside it, from now: last -1, this 0, next 1
  shift_then,    // the same from what was spoken of before: previous -1, that or same 0, following 1
  shifted,       // a unit and its shift in one word, as shifted_value() packs them: Vorjahr
  shifted_then,  // the same, from what was spoken of before: lendemain
  ago,           // behind a number and unit: before now
  ago_before,    // before a number and unit: "vor drei Tagen"
  later,         // behind a number and unit, from what was spoken of before: earlier -1, later 1
  cardinal,      // a number
  ordinal,       // a number
  part,          // 1 beginning, 2 middle, 3 end
  year_mark,     // "year" and its like beside a year
  decade,        // "nineties": 90
  before_year,   // a bare year may follow: prepositions, articles
  not_year,      // a number behind it is none: Resolution, page ...
  counted,       // behind a number: it counts something (euros, people)
  to,            // between the ends of a range
  both,          // between partners: and, or
  of,            // between a day, month and year
  article,
  before_christ,
  anno_domini,
  fiscal,
  event,  // what makes "September 11" the one of 2001
};

enum class Unit : std::uint8_t { day, week, weekend, month, quarter, half, season, year, decade, century };

// The value of Role::shifted: which unit, and by how many.
constexpr int shifted_value(Unit unit, int amount) noexcept {
  return static_cast<int>(unit) * 16 + amount + 8;
}
constexpr Unit shifted_unit(int value) noexcept {
  return static_cast<Unit>(value / 16);
}
constexpr int shifted_amount(int value) noexcept {
  return value % 16 - 8;
}

struct Meaning {
  Role role;
  std::int16_t value;
  Languages languages;
  bool ambiguous;  // also a common word or name that is no date: it needs more evidence
};

// All that a written form may mean.
struct Word {
  std::array<Meaning, 8> meanings;
  std::uint8_t count = 0;

  const Meaning* find(Role role, Languages languages) const noexcept {
    for (std::size_t i = 0; i < count; ++i) {
      if (meanings[i].role == role && (meanings[i].languages & languages) != 0) return &meanings[i];
    }
    return nullptr;
  }
};

// The word whose folded form (see fold_word) is `form`; null if it is no word of dates.
const Word* find_word(std::string_view form) noexcept;

// True if a word that begins with these two bytes (as written) may be one of dates: what a scan asks first.
bool may_begin_word(unsigned char first, unsigned char second) noexcept;

inline constexpr std::size_t max_word_bytes = 40;

// Folds a word for find_word(): lower case, stress marks and apostrophes dropped; other accents stay. Gives
// the length written to `out`, 0 if the word is too long to be one.
std::size_t fold_word(std::string_view word, std::array<char, max_word_bytes>& out) noexcept;

// Rows of the supplement: words with spaces between, "?" before one that is also a common word.
struct WordRow {
  Languages languages;
  Role role;
  int value;
  const char* words;
};
std::span<const WordRow> supplement() noexcept;  // lexicon_words.cc

}  // namespace dossier::dates
