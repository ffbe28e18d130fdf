#include "dossier/text/name_sound.h"

#include <algorithm>
#include <limits>
#include <string_view>

#include "dossier/core/utf8.h"
#include "dossier/text/normalizer.h"

namespace dossier {
namespace {

// Sounds as a set of bits.
enum : std::uint32_t {
  A = 1u << 0,
  E = 1u << 1,
  I = 1u << 2,
  O = 1u << 3,
  U = 1u << 4,
  B = 1u << 5,
  P = 1u << 6,
  F = 1u << 7,
  V = 1u << 8,
  T = 1u << 9,
  D = 1u << 10,
  K = 1u << 11,
  G = 1u << 12,
  H = 1u << 13,
  S = 1u << 14,
  Z = 1u << 15,
  Sh = 1u << 16,
  Zh = 1u << 17,
  Ts = 1u << 18,
  Ch = 1u << 19,
  J = 1u << 20,  // as in jam
  L = 1u << 21,
  R = 1u << 22,
  M = 1u << 23,
  N = 1u << 24,
  silent = 1u << 25,  // may be no sound at all
};
constexpr std::uint32_t kVowels = A | E | I | O | U;
constexpr std::uint32_t kAnyVowel = kVowels | silent;

// In which words a row holds.
enum class Where : std::uint8_t {
  all,
  latin,  // spelt in Latin letters
  plain,  // and without any diacritic, so that letters may lack theirs
  exact,  // transliterated: a letter is what ICU's rules make of one
  abjad,
};

struct Row {
  std::string_view letters;
  Where where;
  std::uint32_t first;
  std::uint32_t second = 0;
};

// Of two rows that fit the earlier one holds: longer ones stand first.
constexpr Row kRows[] = {
    {"schtsch", Where::latin, Sh, Ch},
    {"shch", Where::latin, Sh, Ch},
    {"tsch", Where::latin, Ch},
    {"dsch", Where::latin, J | Zh},
    {"sch", Where::latin, Sh},
    {"tch", Where::latin, Ch},
    {"dzh", Where::latin, J},
    {"dž", Where::all, J},
    {"dj", Where::latin, J},
    {"gj", Where::latin, J | G},
    {"xh", Where::latin, J},
    {"kh", Where::all, K | H},
    {"gh", Where::all, G | H | silent},
    {"dh", Where::all, D | Z},
    {"sh", Where::all, Sh},
    {"th", Where::all, T | S},
    {"ph", Where::latin, F},
    {"zh", Where::latin, Zh},
    {"ch", Where::latin, Ch | Sh | K | H},
    {"ch", Where::all, Ch | K | H},
    {"cz", Where::latin, Ch},
    {"sz", Where::latin, Sh | S},
    {"ts", Where::all, Ts},
    {"tz", Where::latin, Ts},
    {"ck", Where::latin, K},
    {"qu", Where::latin, K},
    {"ks", Where::all, K, S},
    {"ou", Where::latin, U | O},
    {"oo", Where::latin, U},
    {"ee", Where::latin, I | E},
    {"ŝ", Where::exact, Sh, Ch},
    {"š", Where::all, Sh},
    {"ş", Where::latin, Sh},
    {"ș", Where::latin, Sh},
    {"ś", Where::latin, Sh | S},
    {"č", Where::all, Ch},
    {"ć", Where::all, Ch},
    {"ç", Where::latin, Ch | S},
    {"ž", Where::all, Zh},
    {"ź", Where::latin, Zh | Z},
    {"ż", Where::latin, Zh | Z},
    {"đ", Where::all, J},
    {"ğ", Where::latin, G | silent},
    {"ț", Where::latin, Ts},
    {"â", Where::exact, I | silent, A},
    {"û", Where::exact, I | silent, U},
    {"ë", Where::exact, I | silent, O | E},
    {"ē", Where::exact, I | E},
    {"ü", Where::latin, U | I},
    {"ö", Where::latin, O | E},
    {"ä", Where::latin, A | E},
    {"å", Where::latin, A | O},
    {"ʿ", Where::all, kAnyVowel},
    // Semivowels, and vowels that are written.
    {"y", Where::abjad, I | E | silent},
    {"w", Where::abjad, O | U | V | silent},
    {"a", Where::abjad, kAnyVowel},
    {"h", Where::abjad, H | kAnyVowel},
    {"q", Where::abjad, K | G},
    {"j", Where::abjad, J | Zh | G},
    {"b", Where::abjad, B | P | V},
    {"p", Where::abjad, P | F},
    {"f", Where::abjad, F | P | V},
    {"k", Where::abjad, K | G | H},
    {"z", Where::abjad, Z},
    {"s", Where::abjad, S | Z | Ts},
    {"t", Where::abjad, T | D},
    {"d", Where::abjad, D | T},
    // Letters of many languages at once.
    {"c", Where::plain, K | Ts | Ch},
    {"c", Where::all, K | Ts},
    {"s", Where::plain, S | Z | Sh},
    {"z", Where::plain, Z | Zh | Ts},
    {"s", Where::latin, S | Z},
    {"z", Where::latin, Z | Ts},
    {"s", Where::exact, S},
    {"z", Where::exact, Z},
    {"j", Where::exact, I | silent},
    {"j", Where::latin, I | J | Zh | silent},
    {"y", Where::all, I | silent},
    {"x", Where::latin, K, S},
    {"q", Where::all, K | G | Ch},
    {"w", Where::all, V | U | silent},
    {"g", Where::exact, G | H},
    {"g", Where::all, G},
    {"h", Where::exact, H | K | silent},
    {"h", Where::all, H | silent},
    {"a", Where::all, A},
    {"e", Where::all, E},
    {"i", Where::all, I},
    {"ı", Where::all, I},
    {"o", Where::all, O},
    {"u", Where::all, U},
    {"b", Where::all, B},
    {"p", Where::all, P},
    {"f", Where::all, F},
    {"v", Where::all, V},
    {"t", Where::all, T},
    {"d", Where::all, D},
    {"k", Where::all, K},
    {"l", Where::all, L},
    {"r", Where::all, R},
    {"m", Where::all, M},
    {"n", Where::all, N},
};

// Before e and i some letters sound otherwise.
std::uint32_t softened(std::uint32_t sounds, char letter) noexcept {
  if (letter == 'c') return S | Ts | Ch;
  if (letter == 'g') return sounds | J | Zh;
  return sounds;
}

bool is_soft_vowel(std::string_view rest) noexcept {
  return !rest.empty() && (rest[0] == 'e' || rest[0] == 'i' || rest[0] == 'y');
}

bool is_spelt(Alphabet alphabet) noexcept {
  return alphabet == Alphabet::latin || alphabet == Alphabet::pinyin;
}

bool holds(Where where, Alphabet alphabet, bool plain) noexcept {
  switch (where) {
    case Where::all:
      return true;
    case Where::latin:
      return is_spelt(alphabet);
    case Where::plain:
      return is_spelt(alphabet) && plain;
    case Where::exact:
      return alphabet == Alphabet::other;
    case Where::abjad:
      return alphabet == Alphabet::abjad;
  }
  return false;
}

bool is_vowel(std::uint32_t sounds) noexcept {
  return (sounds & kVowels) != 0 && (sounds & ~kAnyVowel) == 0;
}

// Marks that ICU sets where a letter of another script has no like in Latin: k̲h, ạ, ḥ, ţ.
std::string without_marks(std::string_view latin, Alphabet alphabet) {
  std::string out;
  for (std::size_t i = 0; i < latin.size();) {
    const auto [c, next] = decode_utf8(latin, i);
    const std::string_view letter = latin.substr(i, next - i);
    const bool kept = c < 0x80 || std::any_of(std::begin(kRows), std::end(kRows), [&](const Row& row) {
                        return row.letters == letter && holds(row.where, alphabet, false);
                      });
    if (kept)
      out += letter;
    else
      out += fold_diacritics(letter);
    i = next;
  }
  return out;
}

// The classes by which words are looked up.
enum : std::uint8_t { kNone = 1, kP = 2, kT = 4, kK = 8, kS = 16, kL = 32, kR = 64, kMN = 128 };

std::uint8_t classes_of(std::uint32_t sounds) noexcept {
  std::uint8_t classes = 0;
  if ((sounds & (kVowels | silent)) != 0) classes |= kNone;
  if ((sounds & (B | P | F | V)) != 0) classes |= kP;
  if ((sounds & (T | D)) != 0) classes |= kT;
  if ((sounds & (K | G)) != 0) classes |= kK;
  if ((sounds & (S | Z | Sh | Zh | Ts | Ch | J)) != 0) classes |= kS;
  if ((sounds & L) != 0) classes |= kL;
  if ((sounds & R) != 0) classes |= kR;
  if ((sounds & (M | N)) != 0) classes |= kMN;
  // H alone is no class: it is dropped as often as it is kept.
  return classes == 0 ? static_cast<std::uint8_t>(kNone) : classes;
}

constexpr std::string_view kClassLetters = " PTKSLRN";
constexpr char kVowelFirst = 'A';
constexpr std::size_t kMostKeys = 4;
constexpr std::size_t kFewestConsonants = 2;

}  // namespace

NameSound::NameSound(const Spelling& spelling) : alphabet_(spelling.alphabet) {
  std::string latin = without_marks(spelling.latin, alphabet_);
  // The Arabic article stands before some names.
  if (alphabet_ == Alphabet::abjad && latin.size() > 4 && latin.starts_with("al")) latin.erase(0, 2);
  parse(latin);
}

void NameSound::add(std::uint32_t sounds) {
  if (size_ > kMost) return;
  // A doubled letter is one sound, and so are two vowels of which one may be the other's glide.
  if (size_ > 0 && sounds_[size_ - 1] == sounds) return;
  if (size_ > 0 && (sounds & I) != 0 && (sounds_[size_ - 1] & I) != 0 && is_vowel(sounds) &&
      is_vowel(sounds_[size_ - 1])) {
    sounds_[size_ - 1] &= sounds | ~static_cast<std::uint32_t>(silent);
    return;
  }
  if (size_ < kMost) sounds_[size_] = sounds;
  ++size_;
}

void NameSound::parse(std::string_view latin) {
  const bool plain =
      std::all_of(latin.begin(), latin.end(), [](char c) { return static_cast<unsigned char>(c) < 0x80; });
  for (std::size_t i = 0; i < latin.size();) {
    const std::string_view rest = latin.substr(i);
    const auto row = std::find_if(std::begin(kRows), std::end(kRows), [&](const Row& r) {
      return r.letters[0] == rest[0] && rest.starts_with(r.letters) && holds(r.where, alphabet_, plain);
    });
    if (row == std::end(kRows)) {
      i = decode_utf8(latin, i).next;  // a sign that has no sound
      continue;
    }
    const std::string_view behind = rest.substr(row->letters.size());
    std::uint32_t first = row->first;
    std::uint32_t second = row->second;
    if (is_spelt(alphabet_) && row->letters.size() == 1 && is_soft_vowel(behind))
      first = softened(first, rest[0]);
    if (row->letters == "x" && i == 0) {  // as in Xi
      first = Sh;
      second = 0;
    }
    add(first);
    if (second != 0) add(second);
    i += row->letters.size();
  }
  // "ia" is "ja" and may be "a": the glide need not be heard.
  for (std::size_t i = 0; i + 1 < std::min(size_, kMost); ++i) {
    if (sounds_[i] == I && is_vowel(sounds_[i + 1])) sounds_[i] |= silent;
  }
  if (size_ > kMost) size_ = 0;
}

std::size_t NameSound::consonants() const noexcept {
  return static_cast<std::size_t>(
      std::count_if(sounds_.begin(), sounds_.begin() + static_cast<std::ptrdiff_t>(size_),
                    [](std::uint32_t sounds) { return classes_of(sounds) != kNone; }));
}

std::vector<std::string> NameSound::keys() const {
  if (consonants() < kFewestConsonants) return {};
  std::vector<std::string> keys{""};
  for (std::size_t i = 0; i < size_; ++i) {
    const std::uint8_t classes = classes_of(sounds_[i]);
    if (classes == kNone) {
      // A vowel at the beginning is a part of the key; others are not.
      for (std::string& key : keys) {
        if (key.empty() && (sounds_[i] & silent) == 0) key = kVowelFirst;
      }
      continue;
    }
    std::vector<std::string> longer;
    for (const std::string& key : keys) {
      for (std::size_t bit = 0; bit < kClassLetters.size() && longer.size() < kMostKeys; ++bit) {
        if ((classes >> bit & 1) != 0) longer.push_back(bit == 0 ? key : key + kClassLetters[bit]);
      }
    }
    keys.swap(longer);
  }
  std::erase_if(keys, [](const std::string& key) {
    return key.size() < kFewestConsonants + (key.starts_with(kVowelFirst) ? 1 : 0);
  });
  if (alphabet_ == Alphabet::abjad) {  // which need not write it
    for (std::size_t i = 0, count = keys.size(); i < count; ++i) {
      if (!keys[i].starts_with(kVowelFirst)) keys.push_back(kVowelFirst + keys[i]);
    }
  }
  std::sort(keys.begin(), keys.end());
  keys.erase(std::unique(keys.begin(), keys.end()), keys.end());
  return keys;
}

bool NameSound::sounds_like(const NameSound& other) const noexcept {
  if (size_ == 0 || other.size_ == 0) return false;
  constexpr int kNever = 100;
  const bool across = alphabet_ != other.alphabet_;
  const bool any_vowels = (alphabet_ == Alphabet::abjad) != (other.alphabet_ == Alphabet::abjad);
  const int allowed = across && std::min(consonants(), other.consonants()) > kFewestConsonants ? 1 : 0;
  const auto skipping = [&](const NameSound& word, std::size_t i) {
    const std::uint32_t sounds = word.sounds_[i];
    if ((sounds & silent) != 0) return 0;
    if (!is_vowel(sounds)) return kNever;
    if (across && i + 1 == word.size_) return 0;  // an ending
    return any_vowels && word.alphabet_ != Alphabet::abjad ? 0 : 1;
  };
  const auto pairing = [](std::uint32_t a, std::uint32_t b) {
    if ((a & b & ~static_cast<std::uint32_t>(silent)) != 0) return 0;
    return is_vowel(a) && is_vowel(b) ? 1 : kNever;
  };
  std::array<int, kMost + 1> last{}, row{};
  for (std::size_t j = 1; j <= other.size_; ++j) last[j] = last[j - 1] + skipping(other, j - 1);
  for (std::size_t i = 1; i <= size_; ++i) {
    row[0] = last[0] + skipping(*this, i - 1);
    int best = row[0];
    for (std::size_t j = 1; j <= other.size_; ++j) {
      row[j] = std::min({last[j] + skipping(*this, i - 1), row[j - 1] + skipping(other, j - 1),
                         last[j - 1] + pairing(sounds_[i - 1], other.sounds_[j - 1])});
      best = std::min(best, row[j]);
    }
    if (best > allowed) return false;
    last = row;
  }
  return last[other.size_] <= allowed;
}

}  // namespace dossier
