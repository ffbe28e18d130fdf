// What a name is looked for by beside its own forms.
#include <algorithm>
#include <cmath>
#include <map>

#include "text_compiler.h"

namespace dossier {
namespace {

// What another name of a word counts for beside the word: docs/decisions/0017-names.md.
constexpr double kNameWeight = 0.7;

std::string_view origin_name(NameOrigin origin) noexcept {
  switch (origin) {
    case NameOrigin::transliteration:
      return "transliteration";
    case NameOrigin::spelling:
      return "other spelling";
    case NameOrigin::exonym:
      return "exonym";
  }
  return {};
}

}  // namespace

double TextCompiler::rarity_of(const std::set<std::string, std::less<>>& stems) const {
  const double all = vocabulary_.database().get_doccount();
  double passages = 0;
  for (const std::string& term : vocabulary_.stem_terms(stems, default_fields_[0].prefixes))
    passages += vocabulary_.database().get_termfreq(term);
  passages = std::min(passages, all);
  return std::log(1 + (all - passages + 0.5) / (passages + 0.5));
}

void TextCompiler::add_names(const Unit& unit, std::optional<Field> field, Part& part) {
  if (names_ == nullptr) return;
  const auto typed = vocabulary_.stems(unit.text);
  std::map<NameOrigin, TokenMatcher> found;
  std::set<std::string, std::less<>> together = typed;
  for (const OtherName& name : names_->of(unit.text, unit.capital)) {
    for (const std::string& stem : vocabulary_.stems(name.written)) {
      if (together.insert(stem).second) found[name.origin].stems.insert(stem);
    }
  }
  for (const auto& [origin, matcher] : found) {
    // A spelling that few use is rare, but no better evidence than the one that was typed: all of them are as
    // rare as they are together.
    const double weight = kNameWeight * std::min(1.0, rarity_of(together) / rarity_of(matcher.stems));
    Leaf leaf{.word = unit.text, .how = std::string(origin_name(origin)), .weight = weight};
    add_alternative(matched_part(matcher, std::move(leaf), field), part);
  }
}

bool TextCompiler::add_inflected_names(const Unit& unit, TokenMatcher& slot) {
  if (names_ == nullptr) return false;
  const std::size_t before = slot.meeting.size();
  for (const OtherName& name : names_->of(unit.text, unit.capital)) {
    const TokenMatcher forms = vocabulary_.inflections(name.written);
    slot.meeting.insert(forms.meeting.begin(), forms.meeting.end());
  }
  return slot.meeting.size() > before;
}

Part TextCompiler::phrase_with_names(const std::vector<TokenMatcher>& slots, const std::string& shown,
                                     std::optional<Field> field) {
  return phrase_part(slots, {.word = shown, .how = "phrase with other names", .weight = kNameWeight}, field);
}

}  // namespace dossier
