// Words of scripts without spaces, which a dictionary cuts here so and there otherwise: 外務 stands in
// 外務省, 習近平 is 習 and 近平 in some sentences.
#include <algorithm>

#include "dossier/text/unspaced.h"
#include "text_compiler.h"

namespace dossier {
namespace {

constexpr double kInsideWeight = 0.5;  // as of compounds: docs/decisions/0014-compounds.md
constexpr std::size_t kMostLonger = 200;
// Two characters that are words each stand side by side by chance, too; long words have too many ways.
constexpr std::size_t kFewestCut = 3, kMostCut = 6;
constexpr std::size_t kMostWays = 8;

using Characters = std::vector<std::string>;

std::string join(const Characters& characters, std::size_t from, std::size_t count) {
  std::string word;
  for (std::size_t i = from; i < from + count; ++i) word += characters[i];
  return word;
}

// The ways in which `characters` make two or more words of the index.
class Cuts {
 public:
  Cuts(const Xapian::Database& database, const Characters& characters)
      : database_(database), characters_(characters) {
    if (characters.size() >= kFewestCut && characters.size() <= kMostCut) cut(0);
  }
  const std::vector<Characters>& ways() const noexcept { return ways_; }

 private:
  void cut(std::size_t from) {
    const std::size_t left = characters_.size() - from;
    if (left == 0) ways_.push_back(words_);
    for (std::size_t count = 1; count <= left && count < characters_.size(); ++count) {
      if (ways_.size() == kMostWays) return;
      const std::string word = join(characters_, from, count);
      if (!database_.term_exists(word)) continue;
      words_.push_back(word);
      cut(from + count);
      words_.pop_back();
    }
  }

  const Xapian::Database& database_;
  const Characters& characters_;
  Characters words_;
  std::vector<Characters> ways_;
};

}  // namespace

void TextCompiler::set_characters(const std::vector<UnspacedCharacter>& of_text, const Token& token,
                                  Unit& unit) {
  const auto at =
      std::lower_bound(of_text.begin(), of_text.end(), token.start,
                       [](const UnspacedCharacter& c, std::size_t start) { return c.start < start; });
  auto end = at;
  for (; end != of_text.end() && end->end <= token.end; ++end) unit.characters.push_back(end->folded);
  const auto joined = [&](auto right) {
    return right != of_text.begin() && right != of_text.end() && std::prev(right)->end == right->start;
  };
  if (joined(at)) unit.before = std::prev(at)->folded;
  if (joined(end)) unit.behind = end->folded;
}

void TextCompiler::add_inside(const Unit& unit, std::optional<Field> field, Part& part) {
  if (unit.characters.empty()) return;
  const Leaf leaf{.word = unit.text, .how = "inside a word", .weight = kInsideWeight};
  if (unit.characters.size() >= shortest_inside(unit.characters.front())) {
    add_longer_words(unit.characters, leaf, field, part);
    add_cut_otherwise(unit.characters, {.word = unit.text, .how = "cut otherwise", .weight = kInsideWeight},
                      field, part);
  } else if (unit.characters.size() == 1) {  // together with what was typed beside it
    if (!unit.before.empty()) add_longer_words({unit.before, unit.characters[0]}, leaf, field, part);
    if (!unit.behind.empty()) add_longer_words({unit.characters[0], unit.behind}, leaf, field, part);
  }
}

// A phrase without a space, as the one word that a text may have in its place; without characters if it is
// none.
TextCompiler::Unit TextCompiler::as_one_word(const PhraseNode& node) {
  Unit whole;
  if (node.words.size() != 1 || node.words[0].form != WordForm::stemmed) return whole;
  const std::vector<Unit> units = cut(node.words[0].text);
  for (const Unit& unit : units) {
    const bool goes_on = &unit == &units.back() ? unit.behind.empty() : !unit.behind.empty();
    if (unit.characters.empty() || !goes_on) return {};
    whole.text += unit.text;
    whole.characters.insert(whole.characters.end(), unit.characters.begin(), unit.characters.end());
  }
  return whole;
}

void TextCompiler::add_longer_words(const Characters& characters, Leaf leaf, std::optional<Field> field,
                                    Part& part) {
  TokenMatcher matcher{.characters = characters};
  const WordTable& words = vocabulary_.words();
  for (const std::uint32_t number : words.holding(join(characters, 0, characters.size()), kMostLonger))
    matcher.written.emplace(words.word(number).written);
  if (!matcher.written.empty()) add_alternative(matched_part(matcher, std::move(leaf), field), part);
}

void TextCompiler::add_cut_otherwise(const Characters& characters, const Leaf& leaf,
                                     std::optional<Field> field, Part& part) {
  const Cuts cuts(vocabulary_.database(), characters);
  for (const Characters& way : cuts.ways()) {
    std::vector<TokenMatcher> slots;
    for (const std::string& word : way) slots.push_back({.written = {word}});
    add_alternative(phrase_part(slots, leaf, field), part);
  }
}

}  // namespace dossier
