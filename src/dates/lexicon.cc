#include "lexicon.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <string>
#include <unordered_map>
#include <utility>

#include "dossier/core/utf8.h"
#include "lexicon_names.h"
#include "lexicon_rows.h"

namespace dossier::dates {
namespace {

struct TransparentHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

// Roles on which a date may turn: those that make a word worth a look at its neighbours.
constexpr bool is_trigger(Role role) noexcept {
  return role <= Role::spoken || role == Role::relative_day || role == Role::shifted ||
         role == Role::shifted_then;
}

// The least that stands before the ending of a verb.
constexpr std::size_t kStemBytes = 2;

// What may_trigger() looks at: the first four bytes, capitals of ASCII made small.
constexpr std::size_t kBeginningBytes = 4;
constexpr std::size_t kBeginnings = 16384;

std::size_t beginning_slot(std::string_view word) noexcept {
  std::uint32_t key = 0;
  for (std::size_t i = 0; i < std::min(word.size(), kBeginningBytes); ++i)
    key = key << 8 | (static_cast<unsigned char>(word[i]) | 0x20u);
  return (key * 2654435761u) >> 18;  // Knuth's multiplicative hash, its 14 highest bits
}
static_assert(kBeginnings == 1u << 14);

// Calls `take` with each part of `text` between separators.
template <typename Take>
void for_each_part(std::string_view text, char separator, const Take& take) {
  while (!text.empty()) {
    const std::size_t end = std::min(text.find(separator), text.size());
    take(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

class Lexicon {
 public:
  Lexicon() {
    for (const WordRow& row : supplement()) add_row(row);
    for (const NumberRow& row : numbers()) add_numbers(row);
    for_each_calendar_name([this](std::string_view name, Meaning meaning) { add_name(name, meaning); });
    for (auto& [form, word] : words_) note_trigger(form, word);
    for (std::vector<Phrase>& of_role : phrases_) {
      std::stable_sort(of_role.begin(), of_role.end(),
                       [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
    }
  }

  const Word* find(std::string_view form) const noexcept {
    const auto found = words_.find(form);
    return found == words_.end() ? nullptr : &found->second;
  }

  std::span<const Phrase> phrases(Role role) const noexcept {
    return phrases_[static_cast<std::size_t>(role)];
  }

  Languages may_trigger(std::string_view word) const noexcept { return beginnings_[beginning_slot(word)]; }

 private:
  void add_row(const WordRow& row) {
    for_each_part(row.words, ' ', [&](std::string_view form) {
      const Meaning meaning{row.role, take_doubt(form), row.languages, static_cast<std::int16_t>(row.value)};
      if (form.find('_') != std::string_view::npos) {
        add_phrase(form, meaning);
      } else if (form.ends_with('~')) {
        add_with_endings(form.substr(0, form.size() - 1), meaning);
      } else {
        add(entry(form), meaning);
      }
    });
  }

  // Takes the marks before a form.
  static Doubt take_doubt(std::string_view& form) {
    const Doubt doubt = form.starts_with("??")  ? Doubt::much
                        : form.starts_with('?') ? Doubt::some
                        : form.starts_with('^') ? Doubt::name
                                                : Doubt::none;
    form.remove_prefix(std::min(form.find_first_not_of("?^"), form.size()));
    return doubt;
  }

  void add_with_endings(std::string_view stem, const Meaning& meaning) {
    for (const EndingRow& row : word_endings()) {
      if ((row.languages & meaning.languages) == 0) continue;
      for_each_part(row.endings, ' ', [&](std::string_view ending) {
        add(entry(std::string(stem) + std::string(ending)), meaning);
      });
    }
  }

  void add_numbers(const NumberRow& row) {
    int value = row.first;
    for_each_part(row.words, ' ', [&](std::string_view forms) {
      if (forms != "-")
        for_each_part(forms, '/', [&](std::string_view form) {
          add(entry(form), {row.role, Doubt::none, row.languages, static_cast<std::int16_t>(value)});
        });
      value += row.step;
    });
  }

  // The word of a written form, made if it is new.
  Word& entry(std::string_view written) {
    std::array<char, max_word_bytes> buffer{};
    return words_[std::string(buffer.data(), fold_word(written, buffer))];
  }

  static void add(Word& word, const Meaning& meaning) {
    word.roles |= std::uint64_t{1} << static_cast<unsigned>(meaning.role);
    if (is_trigger(meaning.role)) word.triggers |= meaning.languages;
    for (Meaning& known : word.meanings) {
      if (known.role != meaning.role || known.value != meaning.value || known.doubt != meaning.doubt)
        continue;
      known.languages |= meaning.languages;
      return;
    }
    word.meanings.push_back(meaning);
  }

  // A phrase is found at its first word.
  void add_phrase(std::string_view form, const Meaning& meaning) {
    Phrase phrase{.words = {}, .meaning = meaning};
    for_each_part(form, '_', [&](std::string_view part) { phrase.words.push_back(&entry(part)); });
    Word& first = entry(form.substr(0, form.find('_')));
    first.begins_phrase = true;
    if (is_trigger(meaning.role)) first.triggers |= meaning.languages;
    entry(form.substr(form.rfind('_') + 1)).ends_phrase = true;
    phrases_[static_cast<std::size_t>(meaning.role)].push_back(std::move(phrase));
  }

  // A name of ICU, without the full stop of an abbreviation. What the supplement says of it holds; else names
  // of three letters are common words somewhere. Names of several words and shorter ones find too much.
  void add_name(std::string_view name, Meaning meaning) {
    if (name.ends_with('.')) name.remove_suffix(1);
    const std::size_t letters = count_code_points(name);
    if (letters < 3 || name.size() > max_word_bytes || name.find(' ') != std::string_view::npos) return;
    if (letters == 3) meaning.doubt = Doubt::some;
    Word& word = entry(name);
    if (word.find(meaning.role, meaning.languages) == nullptr) add(word, meaning);
  }

  // Lets may_trigger() pass the word as it may be written: small, with a capital, in capitals, and with a
  // stress mark or an apostrophe behind its first letter.
  void note_trigger(std::string_view form, const Word& word) {
    if (word.triggers == 0) return;
    const auto pass = [&](std::string_view written) {
      beginnings_[beginning_slot(written)] |= word.triggers;
    };
    pass(form);
    const auto [first, behind] = decode_utf8(form, 0);
    const std::string_view rest = form.substr(behind);
    std::string capital;
    append_utf8(capital, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first))));
    std::string capitals = capital;
    for (std::size_t i = behind; i < form.size() && capitals.size() < kBeginningBytes;) {
      const auto [c, next] = decode_utf8(form, i);
      append_utf8(capitals, static_cast<char32_t>(u_toupper(static_cast<UChar32>(c))));
      i = next;
    }
    pass(capitals);
    for (const std::string& letter : {std::string(form.substr(0, behind)), capital}) {
      for (const std::string_view mark : {"", "\u0300", "\u0301", "'", "\u2019", "\u02BC"})
        pass(letter + std::string(mark) + std::string(rest));
    }
  }

  std::unordered_map<std::string, Word, TransparentHash, std::equal_to<>> words_;
  std::array<std::vector<Phrase>, role_count> phrases_;
  std::array<Languages, kBeginnings> beginnings_{};
};

// Built at the first text that is scanned.
const Lexicon& lexicon() {
  static const Lexicon all;
  return all;
}

std::size_t encoded_bytes(UChar32 c) noexcept {
  return c < 0x80 ? 1 : c < 0x800 ? 2 : c < 0x10000 ? 3 : 4;
}

// Writes `c` in UTF-8; there must be room for it.
void encode(UChar32 c, char* out) noexcept {
  const std::size_t bytes = encoded_bytes(c);
  if (bytes == 1) {
    *out = static_cast<char>(c);
    return;
  }
  for (std::size_t i = bytes - 1; i > 0; --i, c >>= 6) out[i] = static_cast<char>(0x80 | (c & 0x3F));
  constexpr std::array<int, 5> kLead{0, 0, 0xC0, 0xE0, 0xF0};
  *out = static_cast<char>(kLead[bytes] | c);
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
                                                                           {"bs", south_slavic},
                                                                           {"cnr", south_slavic},
                                                                           {"hr", south_slavic},
                                                                           {"sh", south_slavic},
                                                                           {"sq", sq},
                                                                           {"zh", zh},
                                                                           {"gl", es | pt}}};
  const std::string_view language = code.substr(0, code.find_first_of("-_"));
  if (language.empty()) return all_languages;
  for (const auto& [name, bits] : kCodes) {
    if (name == language) return bits;
  }
  return more;
}

const Word* find_word(std::string_view form) noexcept {
  return lexicon().find(form);
}

std::span<const Phrase> phrases(Role role) noexcept {
  return lexicon().phrases(role);
}

Languages may_trigger(std::string_view word) noexcept {
  return lexicon().may_trigger(word);
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
    const std::size_t bytes = encoded_bytes(lower);
    if (length + bytes > out.size()) return 0;
    encode(lower, out.data() + length);
    length += bytes;
  }
  return length;
}

bool has_future_ending(std::string_view word, Languages languages) noexcept {
  bool found = false;
  for (const EndingRow& row : future_endings()) {
    if ((row.languages & languages) == 0) continue;
    for_each_part(row.endings, ' ', [&](std::string_view ending) {
      found = found || (word.size() >= ending.size() + kStemBytes && word.ends_with(ending));
    });
  }
  return found;
}

}  // namespace dossier::dates
