// Seasons: spring 2013, winter of 1939-40, last summer, in the autumn.
#include "grammar_rules.h"

namespace dossier::dates {
namespace {

// In (the) spring, by summer, the winter: but "a summer", "the fall of", "the fall in", "spring water".
bool has_season_evidence(const Reader& reader, std::size_t i, Doubt doubt) {
  const std::size_t behind = i + 1;
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
  const bool noun_behind =
      reader.is_word(behind) && !reader.is_glued(behind) && !reader.is(behind, Role::before_year);
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

}  // namespace dossier::dates
