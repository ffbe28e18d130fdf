// The signs of Chinese dates: numbers, and words that count from now.
#include <algorithm>
#include <array>

#include "lexicon.h"

namespace dossier::dates {
namespace {

constexpr std::u32string_view kDigits = U"〇一二三四五六七八九十";
constexpr std::u32string_view kOtherDigits = U"零两兩";
// What weekdays and eras begin with: 周五, 星期五, 礼拜五, 公元.
constexpr std::u32string_view kOtherBeginnings = U"周週星礼禮公";

constexpr std::array kWords{HanWord{U"今天", Unit::day, 0},        HanWord{U"今日", Unit::day, 0},
                            HanWord{U"昨天", Unit::day, -1},       HanWord{U"昨日", Unit::day, -1},
                            HanWord{U"前天", Unit::day, -2},       HanWord{U"明天", Unit::day, 1},
                            HanWord{U"明日", Unit::day, 1},        HanWord{U"后天", Unit::day, 2},
                            HanWord{U"後天", Unit::day, 2},        HanWord{U"今年", Unit::year, 0},
                            HanWord{U"去年", Unit::year, -1},      HanWord{U"前年", Unit::year, -2},
                            HanWord{U"明年", Unit::year, 1},       HanWord{U"本年", Unit::year, 0},
                            HanWord{U"本月", Unit::month, 0},      HanWord{U"这个月", Unit::month, 0},
                            HanWord{U"上个月", Unit::month, -1},   HanWord{U"上個月", Unit::month, -1},
                            HanWord{U"上月", Unit::month, -1},     HanWord{U"下个月", Unit::month, 1},
                            HanWord{U"下個月", Unit::month, 1},    HanWord{U"下月", Unit::month, 1},
                            HanWord{U"本周", Unit::week, 0},       HanWord{U"这周", Unit::week, 0},
                            HanWord{U"上周", Unit::week, -1},      HanWord{U"上星期", Unit::week, -1},
                            HanWord{U"下周", Unit::week, 1},       HanWord{U"下星期", Unit::week, 1},
                            HanWord{U"上世纪", Unit::century, -1}, HanWord{U"上世紀", Unit::century, -1},
                            HanWord{U"本世纪", Unit::century, 0}};

}  // namespace

std::span<const HanWord> han_words() noexcept {
  return kWords;
}

int han_digit(char32_t c) noexcept {
  if (c == U'零') return 0;
  if (c == U'两' || c == U'兩') return 2;
  const std::size_t at = kDigits.find(c);
  return at == std::u32string_view::npos ? -1 : static_cast<int>(at);
}

bool may_trigger(char32_t ideograph) noexcept {
  constexpr auto npos = std::u32string_view::npos;
  if (kDigits.find(ideograph) != npos || kOtherDigits.find(ideograph) != npos) return true;
  if (kOtherBeginnings.find(ideograph) != npos) return true;
  return std::any_of(kWords.begin(), kWords.end(),
                     [ideograph](const HanWord& word) { return word.text.front() == ideograph; });
}

}  // namespace dossier::dates
