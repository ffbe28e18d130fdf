// Seasons: spring 2013, winter of 1939-40, last summer, in the autumn.
#include "grammar_rules.h"

namespace dossier::dates {
namespace {

// The spring and summer, summer and autumn 1918: the other one is told.
bool is_joined(const Reader& reader, std::size_t i) {
  const auto& last = reader.last();
  if (i > 0 && reader.is(i - 1, Role::both) && reader.floor() + 1 == i && last &&
      last->date.unit == Unit::season)
    return true;
  return reader.is(i + 1, Role::both) && reader.is(i + 2, Role::season) && reader.year_behind(i + 3);
}

// In (the) spring, by summer, the winter: but "a summer", "the fall of", "the fall in", "spring water".
bool has_season_evidence(const Reader& reader, std::size_t i, Doubt doubt) {
  const std::size_t behind = i + 1;
  if (reader.is(behind, Role::campaign) || is_joined(reader, i)) return true;
  const bool elided = reader.with_article(i) + 1 < i;  // à l'automne
  const bool article = elided || (i > 0 && reader.is_article(i - 1));
  const std::size_t start = elided ? i - 2 : article ? i - 1 : i;
  if (article && reader.is(i - 1, Role::cardinal)) return false;
  if (reader.is(behind, Role::of) && (doubt == Doubt::much || !reader.is(behind, Role::temporal)))
    return false;
  const bool joint = start > 0 && (reader.is(start - 1, Role::to) || reader.is(start - 1, Role::both));
  const bool introduced =
      start > 0 && (reader.is(start - 1, Role::part) ||
                    (reader.is(start - 1, Role::before_year) && (!joint || reader.speaks(slavic))));
  const bool noun_behind = !reader.is_glued(behind) && reader.counts_noun(behind);
  if (doubt == Doubt::much) return introduced && !noun_behind;
  return article || (introduced && !noun_behind);
}

bool take_shift_before(const Reader& reader, Found& found, const Meaning& name) {
  const auto shift = reader.shift_before(found.first, name.languages);
  if (!shift) return false;
  // "Systems that fall within": a verb.
  if (name.doubt == Doubt::much && shift->amount == 0 && reader.counts_noun(found.last)) return false;
  found.date.shift = Shift{Unit::season, shift->amount, shift->base};
  found.first = reader.with_article(shift->first);
  return true;
}

// L'été dernier, el verano pasado.
bool take_shift_after(const Reader& reader, Found& found) {
  const Meaning* shift = reader.find(found.last, Role::shift, romance | sq);
  if (shift == nullptr || shift->value == 0) return false;
  found.date.shift = Shift{Unit::season, shift->value, Base::now};
  ++found.last;
  return true;
}

// Spring Offensive of 1918: the year of what is named after the season.
std::optional<int> year_of_campaign(const Reader& reader, std::size_t i) {
  if (!reader.is_capitalised(i) || !reader.is_capitalised(i + 1) || !reader.is(i + 2, Role::of))
    return std::nullopt;
  const auto year = reader.year_at(i + 3);
  return year ? std::optional(year->value) : std::nullopt;
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
  } else if (const auto year = year_of_campaign(reader, i)) {
    found.date.year = year;
    return found;
  } else if (take_shift_before(reader, found, *name)) {
    return found;
  } else if (!take_shift_after(reader, found) && name->doubt != Doubt::none &&
             !has_season_evidence(reader, i, name->doubt)) {
    return std::nullopt;
  }
  found.first = reader.with_article(found.first);
  reader.take_part_before(found);
  return found;
}

std::optional<Found> year_season(const Reader& reader, std::size_t i) {
  const Meaning* name = is_year_number(reader.at(i)) ? reader.find(i + 1, Role::season, en) : nullptr;
  if (name == nullptr || reader.is_glued(i + 1)) return std::nullopt;
  return Found{.first = i,
               .last = i + 2,
               .date = {.unit = Unit::season, .year = reader.at(i).value, .ordinal = name->value}};
}

}  // namespace dossier::dates
