// What holds for every text: random mixes of code points, with the ones that decide between rules more often.
#include <gtest/gtest.h>

#include <algorithm>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <vector>

#include "dossier/core/utf8.h"
#include "dossier/text/analyzer.h"
#include "dossier/text/tokenizer.h"

namespace dossier {
namespace {

std::string repeat(std::string_view piece, std::size_t bytes) {
  std::string out;
  while (out.size() < bytes) out += piece;
  return out;
}

class RandomText {
 public:
  explicit RandomText(std::uint32_t seed) : random_(seed) {}

  std::string make() {
    constexpr std::u32string_view kSpecial =
        U"aBs1 \n-\u2010\u2011'\u2019.,/&\u00AD\u200B\u200D\uFEFF\u0301\u0308čŁß\u0130жЁשא\u064Eاﷺ"
        U"漢字のカｶﾞーไท\u0E34ខ\u17D2हि가😀🇽𝔘²½_";
    std::string text;
    for (auto left = random_() % 60; left > 0; --left) {
      append_utf8(text, random_() % 8 != 0 ? kSpecial[random_() % kSpecial.size()]
                                           : static_cast<char32_t>(random_() % 0x110000));
    }
    return text;
  }

 private:
  std::mt19937 random_;
};

// Fails unless the tokens of `text` stand in order, inside it and on whole code points.
void expect_sound_tokens(Tokenizer& tokenizer, std::string_view text) {
  std::size_t start = 0, behind = 0;
  std::uint32_t position = 5;
  std::size_t count = 0;
  bool sound = true;
  const std::uint32_t end = tokenizer.tokenize(
      text,
      [&](const RawToken& token) {
        sound &= token.start < token.end && token.end <= text.size();
        sound &= is_code_point_boundary(text, token.start) && is_code_point_boundary(text, token.end);
        sound &= token.start >= start;  // a compound begins where its first part does
        sound &=
            token.kind == TokenKind::part || token.start >= behind;  // only parts lie in what came before
        sound &= token.position >= position && token.position <= 5 + count;
        sound &= !token.text.empty() && token.text.size() <= max_word_bytes && is_valid_utf8(token.text);
        start = token.start;
        behind = std::max(behind, token.end);
        position = token.position;
        ++count;
      },
      5);
  ASSERT_TRUE(sound) << testing::PrintToString(std::string(text.substr(0, 500)));
  ASSERT_EQ(end, count == 0 ? 5 : position + 1);
  ASSERT_LE(count, text.size() + text.size() / 2);
}

TEST(TokenizerProperty, HoldsForRandomMixesOfCodePoints) {
  Tokenizer tokenizer;
  RandomText random(20130524);
  for (int round = 0; round < 20'000; ++round) expect_sound_tokens(tokenizer, random.make());
}

TEST(TokenizerProperty, HoldsForAMegabyteOfAnything) {
  Tokenizer tokenizer;
  for (const std::string_view piece :
       {"a",       "a ",  "a-",       "-",    "a.",      "U.",       "1,000,",  "a'",     "'s",
        "S/",      "A&",  "-\n",      "a-\n", "a-  ",    "\u00AD\n", "a\u00AD", "\u0301", "a\u0301",
        "漢",      "漢a", "漢\u200B", "ไท",   "ខ\u17D2", "カ",       "ｶﾞ",      "😀",      "\u200D",
        "a\u200D", "1",   "1.",       "1/",   "ж-",      "\uFFFD"}) {
    expect_sound_tokens(tokenizer, repeat(piece, 1 << 20));
  }
}

// The analyzer's tokens are the tokenizer's, but for those that folding leaves nothing of.
TEST(AnalyzerProperty, GivesTheTokenizersPlaces) {
  Tokenizer tokenizer;
  Analyzer analyzer;
  RandomText random(1244);
  using Place = std::tuple<std::uint32_t, std::size_t, std::size_t>;
  for (int round = 0; round < 5'000; ++round) {
    const std::string text = random.make();
    std::vector<Place> raw, analyzed;
    tokenizer.tokenize(text, [&](const RawToken& t) { raw.emplace_back(t.position, t.start, t.end); });
    const std::uint32_t end = analyzer.analyze(text, "sr", [&](const Token& t) {
      analyzed.emplace_back(t.position, t.start, t.end);
      const TermForms& forms = *t.term;
      for (const std::string* form : {&forms.written, &forms.folded, &forms.stem, &forms.folded_stem}) {
        ASSERT_TRUE(is_valid_utf8(*form)) << text;
      }
      ASSERT_FALSE(forms.written.empty() || forms.meeting_form().empty() || forms.stem.empty()) << text;
    });
    std::size_t found = 0;
    for (const Place& place : raw) found += found < analyzed.size() && place == analyzed[found];
    ASSERT_EQ(found, analyzed.size()) << text;
    ASSERT_EQ(end, tokenizer.tokenize(text, [](const RawToken&) {})) << text;
  }
}

}  // namespace
}  // namespace dossier
