// Snowball stemming (libstemmer), behind a value.
#pragma once

#include <memory>
#include <string>
#include <string_view>

namespace dossier {

// The stemmer of a language. Not for use by two threads at once.
class Stemmer {
 public:
  // `language` is an ISO 639 code. Without an algorithm for it the stem of a word is the word.
  explicit Stemmer(std::string_view language);
  ~Stemmer();
  Stemmer(Stemmer&&) noexcept;
  Stemmer& operator=(Stemmer&&) noexcept;

  // The stem of a case-folded word; a view that holds until the next call.
  std::string_view stem(std::string_view word);

  // The algorithm's name ("english"), empty for none. Languages that share one have the same stems.
  std::string_view algorithm() const noexcept { return algorithm_; }
  static std::string_view algorithm_of(std::string_view language) noexcept;

 private:
  struct Handle;
  std::unique_ptr<Handle> handle_;
  std::string_view algorithm_;
};

// A stem with the languages that it is one in, so that German "wat", from "water", is not Dutch "wat": an ISO
// 639 code that stands for all languages of one algorithm and a colon before the stem ("en:elect"); the stem
// alone where there is no algorithm.
std::string with_family(std::string_view language, std::string_view stem);
// What of that is before the stem, colon included, and the stem.
std::string_view family_of_stem(std::string_view stem) noexcept;
std::string_view without_family(std::string_view stem) noexcept;

}  // namespace dossier
