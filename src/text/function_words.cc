#include "dossier/text/function_words.h"

#include <algorithm>
#include <array>
#include <bit>
#include <cstdint>

namespace dossier {
namespace {

// Closed classes only: articles, prepositions, conjunctions, pronouns, auxiliaries and question words. As
// fold_diacritics leaves them, parted by spaces; languages may share words. "us" is missing: in policy
// documents it is the United States; and so is German "war", which "war crimes" would lose.
constexpr std::string_view kText =
    // English
    "a about after all also am among an and any are as at be been before being between both but by can "
    "could did do does during each for from had has have having he her here hers him his how i if in "
    "into is it its may me might must my no nor not of on or our over shall she should so some such than "
    "that the their them then there these they this those through to under upon was we were what when "
    "where which while who whom whose why will with would you your "
    // German
    "aber als am an auch auf aus bei beim bis da das dass dem den der des die dies diese dieser dieses "
    "durch ein eine einem einen einer eines er es fur haben hat hatte ich ihm ihn ihr ihre im in ist "
    "kann mit nach nicht noch nur oder ob sein seine sich sie sind so uber um und unter vom von vor "
    "waren was welche welcher welches wenn wer werden wie wird wo wurde wurden zu zum zur zwischen "
    // French
    "au aux avec ce ces cet cette comme comment d dans de des dont du elle en est et ete eu il ils j je "
    "l la le les leur leurs lui mais n ne nous on ont ou par pas pour qu quand que quel quelle quelles "
    "quels qui s sa se ses son sont sous sur un une vous "
    // Spanish, Portuguese, Italian
    "al ao aos as che chi con como cual cuales cuando cuanto cuantos da dal dalla das degli dei del "
    "della delle desde di do donde dos e ed el ella ellos em entre era esta este estos fra fue gli ha "
    "han hanno hasta i io la las le li lo los mas na nas nei nel nella no nos o os para pela pelo per "
    "perche pero piu por porque quais qual quali quando quanto que quien quienes se ser si sin sobre "
    "sono su sua sue suo sul sulla sus tra um uma una uno unos y ya "
    // Russian, Ukrainian
    "а без бы был была были было быть в вам вас во вот все всех где да для до его ее если же за и из или "
    "им их к как какая какие какой когда ко который которая которые кто ли мы на над не него нее них но "
    "о об он она они от по под при про с сколько со так также то том у уже что чтобы эта эти это этого "
    "этот я або був була було були від він вона вони з зі із й коли має ми та ти хто це цей ця чи що щоб "
    "як який яка які є і "
    // Serbian, Croatian, Bosnian in both scripts
    "ali bi bila bili bilo bio da do ga gde gdje i iz ili ja je kada kako kao ko koja koje koji kroz mu "
    "na nakon ne nije o od on ona oni po pod pre prema pri s sa samo se sta sto su sve taj te ti to u uz "
    "vec za али би био била било где из или је која које који као након није од она они према са се су "
    "све та тај те шта што "
    // Albanian
    "dhe eshte ishte jane kjo ky me ne nga nje nuk per qe se te tek "
    // Chinese, Japanese
    "的 了 在 是 和 与 及 或 有 被 把 这 那 什么 谁 哪 哪里 哪些 多少 吗 呢 の は が を に で と も から "
    "まで "
    // Arabic
    "من في علي الي عن مع ان او ما ماذا هل كم متي اين كيف هو هي التي الذي هذا هذه ذلك لا لم كان كانت ";

constexpr std::size_t kCount = std::count(kText.begin(), kText.end(), ' ');

constexpr std::array<std::string_view, kCount> kWords = [] {
  std::array<std::string_view, kCount> words;
  std::size_t start = 0;
  for (std::string_view& word : words) {
    word = kText.substr(start, kText.find(' ', start) - start);
    start += word.size() + 1;
  }
  return words;
}();

constexpr std::size_t kLongest =
    std::max_element(kWords.begin(), kWords.end(), [](std::string_view a, std::string_view b) {
      return a.size() < b.size();
    })->size();

// Fowler, Noll and Vo's hash, FNV-1a, of 32 bits.
constexpr std::uint32_t hash(std::string_view word) noexcept {
  std::uint32_t value = 2166136261u;
  for (const char byte : word) value = (value ^ static_cast<unsigned char>(byte)) * 16777619u;
  return value;
}

// Numbers of words from 1, 0 for none, where their hashes point or behind. Made at compile time, so that
// nothing is built at start; a third of it is in use, so that one look tells of most words.
constexpr std::size_t kSlots = std::bit_ceil(3 * kCount);
constexpr std::array<std::uint16_t, kSlots> kTable = [] {
  std::array<std::uint16_t, kSlots> table{};
  for (std::size_t i = 0; i < kCount; ++i) {
    std::size_t at = hash(kWords[i]) % kSlots;
    while (table[at] != 0) at = (at + 1) % kSlots;
    table[at] = static_cast<std::uint16_t>(i + 1);
  }
  return table;
}();

}  // namespace

bool is_function_word(std::string_view word) noexcept {
  if (word.size() > kLongest) return false;
  for (std::size_t at = hash(word) % kSlots; kTable[at] != 0; at = (at + 1) % kSlots) {
    if (kWords[kTable[at] - 1u] == word) return true;
  }
  return false;
}

}  // namespace dossier
