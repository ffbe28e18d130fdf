// Words of any script in Latin letters, by ICU's transliterations.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

namespace dossier {

// What the letters of a word tell of its sound.
enum class Alphabet : std::uint8_t {
  latin,   // as each language spells
  abjad,   // Arabic, Hebrew, Syriac: no short vowels
  pinyin,  // Chinese characters: syllables of Mandarin
  other,   // each letter one sound, as ICU gives it in Latin letters
};

// By the word's first letter; latin for a word without any.
Alphabet alphabet_of(std::string_view word) noexcept;

// One for each thread: a transliteration is made when a word first needs it, and kept.
class Romanizer {
 public:
  Romanizer();
  ~Romanizer();
  Romanizer(Romanizer&&) noexcept;
  Romanizer& operator=(Romanizer&&) noexcept;

  // A case-folded word in small Latin letters with diacritics, syllables not parted: "вучић" gives "vučić",
  // "习近平" gives "xíjìnpíng". A Latin word, and one of a script that ICU cannot transliterate, is given
  // back.
  std::string romanize(std::string_view word);

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace dossier
