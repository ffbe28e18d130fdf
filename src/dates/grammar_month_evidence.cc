// Whether a month that stands alone is one: "march" is also a verb, "May" and "April" are names.
#include "grammar_rules.h"

namespace dossier::dates {
namespace {

bool tells_time(const Reader& reader, std::size_t i) {
  return reader.is(i, Role::shift) || reader.is(i, Role::shift_then) || reader.is(i, Role::part);
}

// last May, mid-May, the end of March
bool is_told_before(const Reader& reader, std::size_t i) {
  if (tells_time(reader, i - 1)) return true;
  return i > 1 && (reader.is_dash(i - 1) || reader.is(i - 1, Role::of)) && tells_time(reader, i - 2);
}

// April Ryan, Maja Gojković: a capital behind it.
bool is_name(const Reader& reader, std::size_t i, std::size_t behind) {
  return reader.is_capitalised(i) && reader.is_capitalised(behind) && !reader.is_glued(behind) &&
         !reader.is(behind, Role::both);
}

// The Long March: a capital before it, inside a sentence.
bool is_title(const Reader& reader, std::size_t i) {
  return reader.is_capitalised(i - 1) && !reader.begins_sentence(i - 1);
}

// In English its capital tells the month March from the verb; May is a name in many texts.
bool stands_as_noun(const Reader& reader, std::size_t i, std::size_t behind, Doubt doubt) {
  if (reader.begins_sentence(i) || is_title(reader, i)) return false;
  const std::size_t before = i - 1;
  // The March summit; but not the March to the Sea.
  if (reader.is(before, Role::article)) return reader.counts_noun(behind) && !reader.is(behind, Role::to);
  if (reader.is_mark(before, '(')) return true;
  const bool preposition = reader.is(before, Role::before_year) && !reader.is(before, Role::both);
  return (preposition && !reader.is_number(behind)) || (doubt == Doubt::some && reader.is_word(before));
}

}  // namespace

bool has_month_evidence(const Reader& reader, std::size_t i, std::size_t behind, const MonthName& month) {
  const bool english = reader.find(i, Role::month, en) != nullptr;
  if (english && !reader.is_capitalised(i)) return false;
  const bool in_doubt = month.doubt >= Doubt::some;
  if (in_doubt && !english && !reader.knows_language()) return false;  // "set" is September somewhere
  const bool owns =
      reader.is_apostrophe(behind) && (reader.is_glued(behind) || reader.text(behind + 1) == "s");
  if (owns && in_doubt) return false;  // May's
  const bool name = month.doubt != Doubt::none && is_name(reader, i, behind);
  if (i == 0) return !in_doubt && !name;
  // Where months are written small a capital inside a sentence is a name's; so is one between capitals: the
  // Great October Socialist Revolution.
  const bool title = is_title(reader, i) && is_name(reader, i, behind);
  if (title || reader.is_name_by_capital(i, month.languages)) return false;
  if (is_told_before(reader, i)) return true;
  const std::size_t before = i - 1;
  // In April and May.
  if (reader.is(before, Role::both) && reader.floor() == before && reader.last()->date.month > 0) return true;
  const bool temporal = reader.find(before, Role::temporal, month.languages) != nullptr;
  if (!in_doubt) return !name || temporal || reader.is_article(before);
  return temporal || (english && !name && stands_as_noun(reader, i, behind, month.doubt));
}

}  // namespace dossier::dates
