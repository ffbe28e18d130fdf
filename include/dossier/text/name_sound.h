// How names sound, near enough to meet across scripts and spellings: Vučić, Vucic, Вучић and Вучич are one
// name. A Latin letter stands for several sounds, since nobody says what language it is spelt in; two words
// sound alike if their sounds can be paired off. Knows no language and no index.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/text/romanizer.h"

namespace dossier {

// A word in Latin letters (Romanizer), and the alphabet it was written in.
struct Spelling {
  std::string_view latin;
  Alphabet alphabet = Alphabet::latin;
};

class NameSound {
 public:
  explicit NameSound(const Spelling& spelling);

  // By which words are found that may sound alike: the classes of their consonants, "PSS" of Vučić, and
  // before them "A" where a vowel is heard first. Several where a letter is of several classes, at most four,
  // twice as many without vowels. None of a word with fewer than two consonants, or of one too long for a
  // name.
  std::vector<std::string> keys() const;

  // Whether both may be spellings of one name. Without vowels they need not agree on any; across alphabets
  // the last vowel, which may be an ending, and one more of a longer word may differ. Linear in the product
  // of both lengths.
  bool sounds_like(const NameSound& other) const noexcept;

  std::size_t consonants() const noexcept;

 private:
  static constexpr std::size_t kMost = 24;

  void add(std::uint32_t sounds);
  void parse(std::string_view latin);

  std::array<std::uint32_t, kMost> sounds_{};  // a set of sounds for each letter or group of letters
  std::size_t size_ = 0;
  Alphabet alphabet_;
};

}  // namespace dossier
