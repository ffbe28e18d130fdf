// Whether a bare number of four digits is a year: what stands before and behind it says so.
#include "grammar_rules.h"

namespace dossier::dates {
namespace {

// Of a longer list of numbers the first is not looked for.
constexpr int kLongestList = 8;
// Years that need no preposition.
constexpr int kLeastPlainYear = 1700;
constexpr int kMostPlainYear = 2035;

// What stands behind the number.
struct Behind {
  bool ends = false;  // a phrase ends there
  bool dash = false;
  bool word = false;
  bool noun = false;  // it looks counted: 1800 soldiers by its plural, 1800 Soldaten by its capital
};

Behind look_behind(const Reader& reader, std::size_t behind) {
  const char32_t c = reader.mark(behind);
  constexpr std::u32string_view kCloses = U")][,;.:?!\"\u201D\u201C\u00BB";
  const bool closes = c != 0 && kCloses.find(c) != std::u32string_view::npos;
  Behind out{.ends = closes || behind >= reader.size() || reader.at(behind).line_start,
             .dash = reader.is_dash(behind),
             .word = reader.is_word(behind)};
  if (!out.word) return out;
  const bool capital = reader.is_capitalised(behind);
  const bool plural = reader.may_speak(en | fr | es | pt) && !capital && reader.text(behind).ends_with('s') &&
                      !reader.is(behind, Role::verb) && !reader.is(behind, Role::before_year);
  out.noun = plural || (reader.speaks(de) && capital);
  return out;
}

bool is_introduced(const Reader& reader, std::size_t before) {
  for (const Role role : {Role::before_year, Role::article, Role::contraction, Role::part, Role::year_mark,
                          Role::season, Role::shift, Role::shift_then, Role::fiscal}) {
    if (reader.is(before, role)) return true;
  }
  // c. 1500
  return reader.is_mark(before, '.') && reader.is_glued(before) && before > 0 &&
         reader.is(before - 1, Role::before_year);
}

bool is_year_list(const Reader& reader, std::size_t i) {
  const auto follows = [&](std::size_t a, std::size_t b) {
    return is_year_number(reader.at(a)) && reader.at(b).value == reader.at(a).value + 1;
  };
  return (i > 0 && follows(i - 1, i)) || follows(i, i + 1);
}

// In 2010, 2011 and 2012: a later year behind one.
bool goes_on(const Reader& reader, std::size_t i) {
  const auto& last = reader.last();
  return last && reader.floor() == i - 1 && last->date.year && *last->date.year <= reader.at(i).value;
}

}  // namespace

bool is_ruled_out(const Reader& reader, std::size_t i, bool range) {
  if (i == 0) return false;
  std::size_t before = i - 1;
  // A list of numbers is what its first one is: paras. 1990 and 2001.
  for (int listed = 0; listed < kLongestList && before >= 2; ++listed, before -= 2) {
    const bool joint = reader.is(before, Role::both) || reader.is_mark(before, ',') || reader.is_dash(before);
    const bool number = reader.is_number(before - 1) && reader.at(before - 1).digits <= 5;
    if (!joint || !number || before - 1 < reader.floor()) break;
  }
  const char32_t c = reader.mark(before);
  const bool stop = c == '.' || c == 0xB0 || c == 0xBA;  // No. 1990, n° 2013
  if (stop && before > 0 && reader.is(before - 1, Role::not_year)) return true;
  if (reader.is(before, Role::not_year) && !reader.is(before, Role::before_year)) return true;
  const Reading amount = reader.behind(before + 1, Role::amount);
  return c == 0x2116 || c == 0xA7 || c == '#' || (amount && (!range || amount.meaning->doubt == Doubt::none));
}

bool has_year_evidence(const Reader& reader, std::size_t i, std::size_t behind) {
  if (reader.counts_something(behind) || is_ruled_out(reader, i, false)) return false;
  const Behind after = look_behind(reader, behind);
  if (i == 0) return after.ends || after.dash || after.word;
  const std::size_t before = i - 1;
  const int value = reader.at(i).value;
  // Round numbers count things more often than years.
  const bool round = value % 100 == 0;
  if (round && after.word && reader.is(before, Role::about)) return false;
  if (round && reader.counts_noun(behind) && reader.speaks(slavic)) return false;
  if (reader.is(before, Role::both)) return goes_on(reader, i) || after.ends || (!round && !after.noun);
  if (is_introduced(reader, before) || is_year_list(reader, i)) return true;
  if (reader.is_mark(before, '(') || reader.is_mark(before, '['))
    return after.ends || after.dash || after.word || reader.is_mark(behind, '[');
  if (reader.is_apostrophe(before) && reader.at(i).glued) return true;       // nell'2010
  if (reader.is_apostrophe(behind) && reader.is_glued(behind)) return true;  // 1965's
  if (reader.is_mark(before, ',') || reader.is_mark(before, ';'))
    return after.ends || after.dash || reader.is(behind, Role::both) || (after.word && !after.noun && !round);
  if (reader.is_capitalised(before)) return after.ends || ((after.word || after.dash) && !round);
  if (reader.at(i).line_start || reader.is_dash(before)) return after.ends || after.word || after.dash;
  if (after.word ? after.noun : !after.ends && !after.dash && !reader.is_mark(behind, '(')) return false;
  if (reader.is_number(before) || value < kLeastPlainYear || value > kMostPlainYear) return false;
  return !round || after.ends;
}

}  // namespace dossier::dates
