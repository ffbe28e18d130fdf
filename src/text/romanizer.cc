#include "dossier/text/romanizer.h"

#include <unicode/translit.h>
#include <unicode/uchar.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <map>

#include "dossier/core/utf8.h"
#include "dossier/text/normalizer.h"

namespace dossier {
namespace {

UScriptCode script_of_first_letter(std::string_view word) noexcept {
  for (std::size_t i = 0; i < word.size();) {
    const auto [c, next] = decode_utf8(word, i);
    if (c < 0x250 && u_isalpha(static_cast<UChar32>(c)) != 0) return USCRIPT_LATIN;
    if (u_isalpha(static_cast<UChar32>(c)) != 0) {
      UErrorCode status = U_ZERO_ERROR;
      return uscript_getScript(static_cast<UChar32>(c), &status);
    }
    i = next;
  }
  return USCRIPT_LATIN;
}

}  // namespace

Alphabet alphabet_of(std::string_view word) noexcept {
  switch (script_of_first_letter(word)) {
    case USCRIPT_LATIN:
      return Alphabet::latin;
    case USCRIPT_ARABIC:
    case USCRIPT_HEBREW:
    case USCRIPT_SYRIAC:
      return Alphabet::abjad;
    case USCRIPT_HAN:
      return Alphabet::pinyin;
    default:
      return Alphabet::other;
  }
}

struct Romanizer::Impl {
  // By script: one rule set costs ICU up to 70 ms to make, "Any-Latin" all that it meets.
  std::map<UScriptCode, std::unique_ptr<icu::Transliterator>> by_script;

  const icu::Transliterator* of(UScriptCode script) {
    const auto known = by_script.find(script);
    if (known != by_script.end()) return known->second.get();
    UErrorCode status = U_ZERO_ERROR;
    const icu::UnicodeString name = icu::UnicodeString(uscript_getName(script)) + "-Latin";
    std::unique_ptr<icu::Transliterator> made(
        icu::Transliterator::createInstance(name, UTRANS_FORWARD, status));
    if (U_FAILURE(status)) made.reset();
    return by_script.emplace(script, std::move(made)).first->second.get();
  }
};

Romanizer::Romanizer() : impl_(std::make_unique<Impl>()) {}
Romanizer::~Romanizer() = default;
Romanizer::Romanizer(Romanizer&&) noexcept = default;
Romanizer& Romanizer::operator=(Romanizer&&) noexcept = default;

std::string Romanizer::romanize(std::string_view word) {
  const UScriptCode script = script_of_first_letter(word);
  const icu::Transliterator* rules = script == USCRIPT_LATIN ? nullptr : impl_->of(script);
  if (rules == nullptr) return std::string(word);
  icu::UnicodeString text =
      icu::UnicodeString::fromUTF8(icu::StringPiece(word.data(), static_cast<int32_t>(word.size())));
  rules->transliterate(text);
  std::string latin;
  text.toUTF8String(latin);
  std::erase(latin, ' ');
  return fold_case(latin);
}

}  // namespace dossier
