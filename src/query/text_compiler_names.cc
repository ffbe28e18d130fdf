// What a name is looked for by beside its own forms.
#include <algorithm>
#include <cmath>
#include <map>

#include "dossier/core/utf8.h"
#include "dossier/text/romanizer.h"
#include "text_compiler.h"

namespace dossier {
namespace {

// What another name of a word counts for beside the word: docs/decisions/0017-names.md.
constexpr double kNameWeight = 0.7;
constexpr std::size_t kMostNameWords = 3;  // Moon Jae In

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
    passages += vocabulary_.passages(term);
  passages = std::min(passages, all);
  return std::log(1 + (all - passages + 0.5) / (passages + 0.5));
}

std::vector<std::vector<OtherName>> TextCompiler::joined_names(const std::vector<const WordNode*>& run) {
  std::vector<std::vector<OtherName>> names(run.size());
  if (names_ == nullptr) return names;
  std::vector<std::string> words;  // empty: no word of a name
  for (const WordNode* node : run) {
    const std::vector<Unit> units = node->form == WordForm::stemmed ? cut(node->text) : std::vector<Unit>{};
    const bool is_part = units.size() == 1 && units[0].capital && units[0].parts.empty() &&
                         alphabet_of(units[0].text) == Alphabet::latin;
    words.push_back(is_part ? units[0].text : std::string());
  }
  for (std::size_t first = 0; first < words.size(); ++first) {
    std::vector<std::string> name;
    for (std::size_t i = first; i < words.size() && name.size() < kMostNameWords && !words[i].empty(); ++i) {
      name.push_back(words[i]);
      if (name.size() < 2) continue;
      for (const OtherName& found : names_->written_as_one(name)) {
        for (std::size_t part = first; part <= i; ++part) names[part].push_back(found);
      }
    }
  }
  return names;
}

void TextCompiler::add_names(const Unit& unit, std::optional<Field> field,
                             const std::vector<OtherName>& joined, Part& part) {
  if (names_ == nullptr) return;
  const auto typed = vocabulary_.stems(unit.text);
  std::map<NameOrigin, TokenMatcher> found;
  std::set<std::string, std::less<>> together = typed;
  std::vector<OtherName> names = names_->of(unit.text, unit.capital);
  names.insert(names.end(), joined.begin(), joined.end());
  for (const OtherName& name : names) {
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
  for (const OtherName& name : names) add_name_inside(name, unit.text, field, part);
}

// 习近平 where a dictionary cuts it as 习 and 近平.
void TextCompiler::add_name_inside(const OtherName& name, const std::string& typed,
                                   std::optional<Field> field, Part& part) {
  if (!is_unspaced_script(decode_utf8(name.written, 0).code_point)) return;
  const std::vector<Unit> cuts = cut(name.written);
  if (cuts.size() != 1 || cuts[0].characters.empty()) return;
  const Leaf leaf{.word = typed, .how = std::string(origin_name(name.origin)), .weight = kNameWeight};
  add_cut_otherwise(cuts[0].characters, leaf, field, part);
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
