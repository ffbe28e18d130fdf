#include "lexicon.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/uchar.h>

#include <bitset>
#include <string>
#include <unordered_map>
#include <utility>

#include "dossier/core/utf8.h"

namespace dossier::dates {
namespace {

using icu::DateFormatSymbols;

struct NamedLocale {
  const char* name;
  Languages languages;
};

// Months and weekdays are taken from these. Croatian's are Serbia's neighbours' too.
constexpr std::array kLocales{
    NamedLocale{"en", en},      NamedLocale{"de", de},      NamedLocale{"de_AT", de},
    NamedLocale{"fr", fr},      NamedLocale{"es", es},      NamedLocale{"it", it},
    NamedLocale{"pt", pt},      NamedLocale{"pt_PT", pt},   NamedLocale{"ru", ru},
    NamedLocale{"uk", uk},      NamedLocale{"sr_Cyrl", sr}, NamedLocale{"sr_Latn", sr},
    NamedLocale{"bs_Latn", sr}, NamedLocale{"hr", hr},      NamedLocale{"sq", sq},
    NamedLocale{"nl", more},    NamedLocale{"pl", more},    NamedLocale{"cs", more},
    NamedLocale{"sk", more},    NamedLocale{"sl", more},    NamedLocale{"bg", more},
    NamedLocale{"mk", more},    NamedLocale{"ro", more},    NamedLocale{"hu", more},
    NamedLocale{"tr", more},    NamedLocale{"sv", more},    NamedLocale{"da", more},
    NamedLocale{"nb", more},    NamedLocale{"ca", more},    NamedLocale{"el", more},
    NamedLocale{"be", more},    NamedLocale{"ar", more},    NamedLocale{"ar_LB", more},
    NamedLocale{"az", more},    NamedLocale{"et", more},    NamedLocale{"eu", more},
    NamedLocale{"fi", more},    NamedLocale{"gl", more},    NamedLocale{"hi", more},
    NamedLocale{"hy", more},    NamedLocale{"id", more},    NamedLocale{"is", more},
    NamedLocale{"ka", more},    NamedLocale{"kk", more},    NamedLocale{"lt", more},
    NamedLocale{"lv", more},    NamedLocale{"ms", more},    NamedLocale{"sw", more},
};

struct TransparentHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

class Lexicon {
 public:
  Lexicon() {
    for (const WordRow& row : supplement()) add_row(row);
    for (const NamedLocale& locale : kLocales) add_names(locale);
    for (const auto& [form, word] : words_) begin(form);
  }

  const Word* find(std::string_view form) const noexcept {
    const auto found = words_.find(form);
    return found == words_.end() ? nullptr : &found->second;
  }

  bool may_begin(unsigned char first, unsigned char second) const noexcept {
    return starts_[static_cast<std::size_t>(first) << 8 | second];
  }

 private:
  void add_row(const WordRow& row) {
    std::string_view rest = row.words;
    while (!rest.empty()) {
      const std::size_t end = std::min(rest.find(' '), rest.size());
      std::string_view form = rest.substr(0, end);
      rest.remove_prefix(std::min(end + 1, rest.size()));
      const bool ambiguous = form.starts_with('?');
      if (ambiguous) form.remove_prefix(1);
      if (!form.empty())
        add(form, {row.role, static_cast<std::int16_t>(row.value), row.languages, ambiguous});
    }
  }

  void add(std::string_view written, const Meaning& meaning) {
    std::array<char, max_word_bytes> buffer{};
    const std::size_t length = fold_word(written, buffer);
    if (length == 0) return;
    Word& word = words_[std::string(buffer.data(), length)];
    for (std::size_t i = 0; i < word.count; ++i) {
      Meaning& known = word.meanings[i];
      if (known.role != meaning.role || known.value != meaning.value) continue;
      known.languages |= meaning.languages;
      known.ambiguous |= meaning.ambiguous;
      return;
    }
    if (word.count < word.meanings.size()) word.meanings[word.count++] = meaning;
  }

  void add_names(const NamedLocale& locale) {
    UErrorCode status = U_ZERO_ERROR;
    const DateFormatSymbols symbols(icu::Locale::createFromName(locale.name), status);
    if (U_FAILURE(status)) return;
    for (const auto context : {DateFormatSymbols::FORMAT, DateFormatSymbols::STANDALONE}) {
      for (const auto width : {DateFormatSymbols::WIDE, DateFormatSymbols::ABBREVIATED}) {
        int32_t count = 0;
        const icu::UnicodeString* months = symbols.getMonths(count, context, width);
        for (int32_t i = 0; i < count && i < 12; ++i)
          add_name(months[i], {Role::month, static_cast<std::int16_t>(i + 1), locale.languages, false});
        const icu::UnicodeString* days = symbols.getWeekdays(count, context, width);
        // ICU counts Sunday as 1, ours begin with Monday as 0.
        for (int32_t i = 1; i < count && i < 8; ++i)
          add_name(days[i], {Role::weekday, static_cast<std::int16_t>((i + 5) % 7), locale.languages, false});
      }
    }
  }

  // A name, without the full stop of an abbreviation. Names of several words and of one or two letters find
  // too much, and what has a full stop inside is no token.
  void add_name(const icu::UnicodeString& name, Meaning meaning) {
    std::string text;
    name.toUTF8String(text);
    if (text.ends_with('.')) text.pop_back();
    const std::size_t letters = count_code_points(text);
    if (letters < 3 || text.find_first_of(" .") != std::string::npos) return;
    // Words of other meaning in the supplement are named there; short ones are common words somewhere.
    meaning.ambiguous = letters == 3;
    std::array<char, max_word_bytes> buffer{};
    const std::size_t length = fold_word(text, buffer);
    if (const auto known = words_.find(std::string_view(buffer.data(), length)); known != words_.end()) {
      if (const Meaning* same = known->second.find(meaning.role, meaning.languages); same != nullptr) return;
    }
    add(text, meaning);
  }

  void begin(std::string_view form) {
    // A word may be written with a capital: both cases of its first two letters' bytes are let through.
    const auto first = static_cast<unsigned char>(form[0]);
    if (first < 0x80) {
      const unsigned second = form.size() > 1 ? static_cast<unsigned char>(form[1]) : 0u;
      const auto upper = [](unsigned c) { return c >= 'a' && c <= 'z' ? c - 32 : c; };
      for (const unsigned a : {unsigned{first}, upper(first)}) {
        for (const unsigned b : {second, upper(second)}) starts_.set(a << 8 | b);
        // Accented capitals have other bytes: all are let through.
        if (second >= 0x80) {
          for (unsigned b = 0xC2; b <= 0xF4; ++b) starts_.set(a << 8 | b);
        }
      }
      return;
    }
    const char32_t c = decode_utf8(form, 0).code_point;
    for (const UChar32 variant : {static_cast<UChar32>(c), u_toupper(static_cast<UChar32>(c))}) {
      std::string bytes;
      append_utf8(bytes, static_cast<char32_t>(variant));
      starts_.set(static_cast<std::size_t>(static_cast<unsigned char>(bytes[0])) << 8 |
                  static_cast<unsigned char>(bytes[1]));
    }
  }

  std::unordered_map<std::string, Word, TransparentHash, std::equal_to<>> words_;
  std::bitset<65536> starts_;
};

// Built at the first text that is scanned; some 10 ms, most of it ICU's reading of locales.
const Lexicon& lexicon() {
  static const Lexicon all;
  return all;
}

}  // namespace

Languages language_bits(std::string_view code) noexcept {
  constexpr std::array<std::pair<std::string_view, Languages>, 16> kCodes{{{"en", en},
                                                                           {"de", de},
                                                                           {"fr", fr},
                                                                           {"es", es},
                                                                           {"it", it},
                                                                           {"pt", pt},
                                                                           {"ru", ru},
                                                                           {"uk", uk},
                                                                           {"sr", sr},
                                                                           {"bs", sr | hr},
                                                                           {"cnr", sr | hr},
                                                                           {"hr", hr | sr},
                                                                           {"sh", sr | hr},
                                                                           {"sq", sq},
                                                                           {"zh", zh},
                                                                           {"gl", es | pt}}};
  const std::string_view language = code.substr(0, code.find_first_of("-_"));
  if (language.empty()) return ~Languages{0};
  for (const auto& [name, bits] : kCodes) {
    if (name == language) return bits;
  }
  return more;
}

const Word* find_word(std::string_view form) noexcept {
  return lexicon().find(form);
}

bool may_begin_word(unsigned char first, unsigned char second) noexcept {
  return lexicon().may_begin(first, second);
}

std::size_t fold_word(std::string_view word, std::array<char, max_word_bytes>& out) noexcept {
  std::size_t length = 0;
  for (std::size_t i = 0; i < word.size();) {
    const auto byte = static_cast<unsigned char>(word[i]);
    if (byte < 0x80) {
      ++i;
      if (byte == '\'') continue;
      if (length == out.size()) return 0;
      out[length++] = static_cast<char>(byte >= 'A' && byte <= 'Z' ? byte + 32 : byte);
      continue;
    }
    const auto [c, next] = decode_utf8(word, i);
    i = next;
    // Stress marks, and apostrophes inside Ukrainian words.
    if (c == 0x301 || c == 0x300 || c == 0x2019 || c == 0x2BC) continue;
    const UChar32 lower = u_tolower(static_cast<UChar32>(c));
    const std::size_t bytes = lower < 0x80 ? 1 : lower < 0x800 ? 2 : lower < 0x10000 ? 3 : 4;
    if (length + bytes > out.size()) return 0;
    if (bytes == 2) {
      out[length++] = static_cast<char>(0xC0 | (lower >> 6));
      out[length++] = static_cast<char>(0x80 | (lower & 0x3F));
    } else {
      std::string encoded;
      append_utf8(encoded, static_cast<char32_t>(lower));
      for (const char b : encoded) out[length++] = b;
    }
  }
  return length;
}

}  // namespace dossier::dates
