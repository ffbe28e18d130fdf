// The words of dates, in all languages at once: months and weekdays from ICU, what ICU lacks and all other
// words from the tables in lexicon_words.cc.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

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

inline constexpr Languages all_languages = ~Languages{0};
inline constexpr Languages romance = fr | es | it | pt;
inline constexpr Languages south_slavic = sr | hr;
inline constexpr Languages east_slavic = ru | uk;
inline constexpr Languages slavic = south_slavic | east_slavic;

// Languages that write months and weekdays with a small letter.
inline constexpr Languages written_small = romance | slavic | sq;

// The bits of an ISO 639 code; all of them for an unknown language (empty).
Languages language_bits(std::string_view code) noexcept;

// What a word may be in a date. What `value` means stands behind each.
enum class Role : std::uint8_t {
  // Names.
  month,          // 1 to 12
  of_month,       // the adjective of a month: січневий
  weekday,        // 0 (Monday) to 6
  season,         // 1 spring, 2 summer, 3 autumn, 4 winter
  holiday,        // month * 100 + day
  islamic_month,  // 1 to 12
  unit,           // a Unit: day, week, month, year ...
  units,          // the same in the plural
  day_part,       // morning, evening; 0
  decade,         // "nineties": 90
  spoken,         // first half of a year in words: nineteen
  short_part,     // a Unit, glued before its number: Q1, H2

  // Counted from another time.
  relative_day,  // days from today: yesterday -1
  shift,         // of the unit or weekday beside it, from now: last -1, this 0, next 1
  shift_then,    // the same from what was spoken of before: previous -1, that or same 0, following 1
  shifted,       // a unit and its shift in one word, as shifted_value() packs them: Vorjahr
  shifted_then,  // the same, from what was spoken of before: lendemain
  ago,           // behind a number and unit: before now
  ago_before,    // before a number and unit: "vor drei Tagen"
  later,         // behind a number and unit, from what was spoken of before: earlier -1, later 1
  later_before,  // before a number and unit: "через три дня", "dans trois jours"; in doubt, of what is to
                 // come
  link,          // between a unit and its shift: "javën e kaluar"
  particle,  // between a shift and its unit: "того ж року"

  // Numbers.
  cardinal,
  ordinal,        // -1 for the last
  day_suffix,     // glued behind a day: th, го
  decade_suffix,  // glued behind a decade: s, er, х

  // What stands beside a date.
  part,         // 1 beginning, 2 middle, 3 end
  year_mark,    // "year" and its like beside a year
  years,        // makes a decade of the number behind it: années 1990
  before_year,  // a bare year may follow: prepositions, articles
  before_day,   // a bare day of the month may follow: on the 20th
  temporal,     // what follows is a time, even if it is also a common word: since, until
  article,
  possessive,   // "my last evening" is none that is counted from now
  contraction,  // preposition and article in one: am, nel
  of,           // between a day, month and year
  to,           // between the ends of a range
  both,         // between partners: and, or
  between,      // before partners that are the ends of a range
  before_christ,
  anno_domini,
  fiscal,
  event,  // what makes "September 11" the one of 2001

  // What tells what a sentence is about.
  future,     // it speaks of what is to come
  verb,       // common verbs, by which a number behind a date is told from one that counts a noun
  campaign,   // what is named after its season: spring offensive
  recurring,  // a weekday behind it is any of them: every
  copula,     // "today" behind it is nowadays: what is today Germany
  lasting,    // "today" beside it is nowadays: still used today; 1 only behind it, 2 behind "as ... today"
  not_year,   // a number behind it is none: Resolution, page ...
  amount,     // a number behind it is an amount: more than, nearly
  about,      // a round number behind it may be one
  counted,    // behind a number: it counts something (euros, people)
};
inline constexpr std::size_t role_count = static_cast<std::size_t>(Role::counted) + 1;

enum class Unit : std::uint8_t { day, week, weekend, month, quarter, half, season, year, decade, century };

// The value of Role::shifted: which unit, and by how many (-8 to 7).
constexpr int shifted_value(Unit unit, int amount) noexcept {
  return static_cast<int>(unit) * 16 + amount + 8;
}
constexpr Unit unit_of_shifted(int value) noexcept {
  return static_cast<Unit>(value / 16);
}
constexpr int amount_of_shifted(int value) noexcept {
  return value % 16 - 8;
}

// How likely a word is something else than a word of dates: it needs more evidence then.
enum class Doubt : std::uint8_t {
  none,
  name,  // also a person's name: April
  some,  // also a common word: march, mars
  much,  // more often that: may, fall
};

struct Meaning {
  Role role = Role::month;
  Doubt doubt = Doubt::none;
  Languages languages = 0;
  std::int16_t value = 0;
};

// All that a written form may mean.
struct Word {
  std::uint64_t roles = 0;     // a bit for each role among the meanings
  Languages triggers = 0;      // languages in which a date may turn on it
  bool begins_phrase = false;  // in some language
  bool ends_phrase = false;
  std::vector<Meaning> meanings;

  const Meaning* find(Role role, Languages languages) const noexcept {
    if ((roles >> static_cast<unsigned>(role) & 1) == 0) return nullptr;
    for (const Meaning& meaning : meanings) {
      if (meaning.role == role && (meaning.languages & languages) != 0) return &meaning;
    }
    return nullptr;
  }
};

// Several words that mean something together: "il y a", "more than". Full stops, hyphens and apostrophes may
// stand between them, and must where a part is a single letter.
struct Phrase {
  std::vector<const Word*> words;
  Meaning meaning;
};

// The word whose folded form (see fold_word) is `form`; null if it is no word of dates.
const Word* find_word(std::string_view form) noexcept;

// The phrases of a role, longest first.
std::span<const Phrase> phrases(Role role) noexcept;

// The languages in which a date may turn on a word of this form (as written): what a scan asks first. Looks
// at four bytes at most, so that some words pass which are none.
Languages may_trigger(std::string_view word) noexcept;

// A word of Chinese that counts from now: 去年 is {year, -1}.
struct HanWord {
  std::u32string_view text;
  Unit unit;
  int amount;
};
std::span<const HanWord> han_words() noexcept;  // lexicon_han.cc

// The digit that an ideograph stands for; 10 for 十, -1 for none.
int han_digit(char32_t c) noexcept;

// Whether a date may turn on the ideograph.
bool may_trigger(char32_t ideograph) noexcept;

inline constexpr std::size_t max_word_bytes = 40;

// Folds a word for find_word(): lower case, stress marks and apostrophes dropped; other accents stay. Gives
// the length written to `out`, 0 if the word is too long to be one.
std::size_t fold_word(std::string_view word, std::array<char, max_word_bytes>& out) noexcept;

// True if the word, as written, has the ending of a verb of what is to come: sarà, entrará.
bool has_future_ending(std::string_view word, Languages languages) noexcept;

}  // namespace dossier::dates
