#include "grammar.h"

#include <array>

#include "grammar_rules.h"

namespace dossier::dates {
namespace {

// In the order in which they are asked: the first that recognises something wins.
constexpr std::array kAtNumber{numeric_date, day_range, day_list, day_month,  islamic_date,
                               han_date,     decade,    century,  year_range, year_of_era,
                               year_season,  bare_year, next_day, day_alone};
constexpr std::array kAtWord{month,   of_month, weekday,      relative_day,    shifted_word, season,
                             holiday, day_part, named_decade, written_century, unit,         spoken_year};

template <std::size_t kCount>
std::optional<Found> first_of(const std::array<Rule*, kCount>& rules, const Reader& reader, std::size_t i) {
  for (Rule* const rule : rules) {
    if (auto found = rule(reader, i)) return found;
  }
  return std::nullopt;
}

std::optional<Found> find_at(const Reader& reader, std::size_t i) {
  switch (reader.at(i).type) {
    case TokenType::number:
      if (auto found = short_part(reader, i)) return found;
      return reader.stands_free(i) ? first_of(kAtNumber, reader, i) : std::nullopt;
    case TokenType::word:
      return first_of(kAtWord, reader, i);
    case TokenType::han:
      return han_phrase(reader, i);
    case TokenType::mark:
      break;
  }
  return std::nullopt;
}

// Only where a year is guessed or a weekday chosen does it matter what the sentence speaks of.
bool depends_on_tense(const WrittenDate& date) {
  const bool weekend = date.shift && date.shift->unit == Unit::weekend && date.shift->amount == 0;
  return !date.year && (!date.shift || weekend);
}

}  // namespace

void find_dates(const Tokens& tokens, Languages languages, std::vector<Found>& out) {
  Reader reader(tokens, languages);
  for (const std::uint32_t i : tokens.triggers()) {
    if (i < reader.floor()) continue;
    auto found = find_at(reader, i);
    if (!found || found->first < reader.floor() || found->last <= found->first) continue;
    if (found->date.unit == Unit::century && found->date.year) {
      for (Found& other : centuries_before(reader, *found)) out.push_back(std::move(other));
    }
    found->future = depends_on_tense(found->date) && reader.is_future(found->first);
    reader.move_behind(*found);
    out.push_back(std::move(*found));
  }
}

}  // namespace dossier::dates
