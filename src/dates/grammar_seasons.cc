// Seasons: spring 2013, winter of 1939-40, last summer, in the autumn.
#include "grammar_rules.h"

namespace dossier::dates {
namespace {

// In (the) spring, by summer, the winter: but "the fall of", "spring water".
bool has_season_evidence(const Reader& reader, std::size_t i, Doubt doubt) {
  const std::size_t behind = i + 1;
  const bool article = i > 0 && reader.is_article(i - 1);
  const std::size_t start = article ? i - 1 : i;
  if (reader.is(behind, Role::of) && !reader.is(behind, Role::temporal)) return false;
  const bool joint = start > 0 && (reader.is(start - 1, Role::to) || reader.is(start - 1, Role::both));
  const bool introduced =
      start > 0 && (reader.is(start - 1, Role::part) ||
                    (reader.is(start - 1, Role::before_year) && (!joint || reader.speaks(slavic))));
  const bool noun_behind =
      reader.is_word(behind) && !reader.is_glued(behind) && !reader.is(behind, Role::before_year);
  if (doubt == Doubt::much) return introduced && !noun_behind;
  return article || (introduced && !noun_behind);
}

bool take_shift_before(const Reader& reader, Found& found) {
  const auto shift = reader.shift_before(found.first);
  if (!shift) return false;
  found.date.shift = Shift{Unit::season, shift->amount, shift->base};
  found.first = reader.with_article(shift->first);
  return true;
}

// winter of 1939-40
std::size_t behind_second_year(const Reader& reader, std::size_t i) {
  return reader.is_dash(i) && reader.is_number(i + 1) && reader.is_glued(i + 1) ? i + 2 : i;
}

}  // namespace

std::optional<Found> season(const Reader& reader, std::size_t i) {
  const Meaning* name = reader.find(i, Role::season);
  if (name == nullptr) return std::nullopt;
  Found found{.first = i, .last = i + 1, .date = {.unit = Unit::season, .ordinal = name->value}};
  if (!reader.is_mark(i + 1, '.') && reader.take_year_behind(found)) {
    found.last = behind_second_year(reader, found.last);
  } else if (take_shift_before(reader, found)) {
    return found;
  } else if (name->doubt != Doubt::none && !has_season_evidence(reader, i, name->doubt)) {
    return std::nullopt;
  }
  found.first = reader.with_article(found.first);
  reader.take_part_before(found);
  return found;
}

}  // namespace dossier::dates
