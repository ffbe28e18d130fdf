#include "dossier/text/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>

namespace dossier {
namespace {

// Snowball's algorithms by ISO 639 code, each with the code that stands for all its languages. Bosnian,
// Croatian and Montenegrin share Serbian's: its rules cover both scripts and both reflexes of yat.
struct Row {
  std::string_view language;
  const char* algorithm;
  std::string_view family;
};
constexpr std::array<Row, 32> kAlgorithms{{
    {"ar", "arabic", "ar"},    {"bs", "serbian", "sr"},    {"ca", "catalan", "ca"},
    {"cnr", "serbian", "sr"},  {"da", "danish", "da"},     {"de", "german", "de"},
    {"el", "greek", "el"},     {"en", "english", "en"},    {"es", "spanish", "es"},
    {"eu", "basque", "eu"},    {"fi", "finnish", "fi"},    {"fr", "french", "fr"},
    {"ga", "irish", "ga"},     {"hi", "hindi", "hi"},      {"hr", "serbian", "sr"},
    {"hu", "hungarian", "hu"}, {"hy", "armenian", "hy"},   {"id", "indonesian", "id"},
    {"it", "italian", "it"},   {"lt", "lithuanian", "lt"}, {"nb", "norwegian", "no"},
    {"ne", "nepali", "ne"},    {"nl", "dutch", "nl"},      {"nn", "norwegian", "no"},
    {"no", "norwegian", "no"}, {"pt", "portuguese", "pt"}, {"ro", "romanian", "ro"},
    {"ru", "russian", "ru"},   {"sr", "serbian", "sr"},    {"sv", "swedish", "sv"},
    {"ta", "tamil", "ta"},     {"tr", "turkish", "tr"},
}};

const Row* row_of(std::string_view language) noexcept {
  const auto* const row = std::find_if(kAlgorithms.begin(), kAlgorithms.end(),
                                       [&](const Row& r) { return r.language == language; });
  return row == kAlgorithms.end() ? nullptr : row;
}

}  // namespace

struct Stemmer::Handle {
  struct Free {
    void operator()(sb_stemmer* stemmer) const noexcept { sb_stemmer_delete(stemmer); }
  };
  std::unique_ptr<sb_stemmer, Free> stemmer;
};

std::string_view Stemmer::algorithm_of(std::string_view language) noexcept {
  const Row* const row = row_of(language);
  return row == nullptr ? std::string_view{} : std::string_view{row->algorithm};
}

Stemmer::Stemmer(std::string_view language) : algorithm_(algorithm_of(language)) {
  if (algorithm_.empty()) return;
  // algorithm_ is one of the table's literals, so it ends with a NUL.
  handle_ = std::make_unique<Handle>();
  handle_->stemmer.reset(sb_stemmer_new(algorithm_.data(), "UTF_8"));
  if (!handle_->stemmer) handle_.reset();
}

Stemmer::~Stemmer() = default;
Stemmer::Stemmer(Stemmer&&) noexcept = default;
Stemmer& Stemmer::operator=(Stemmer&&) noexcept = default;

std::string_view Stemmer::stem(std::string_view word) {
  if (!handle_) return word;
  const auto* bytes = reinterpret_cast<const sb_symbol*>(word.data());
  const sb_symbol* out = sb_stemmer_stem(handle_->stemmer.get(), bytes, static_cast<int>(word.size()));
  if (out == nullptr) return word;  // out of memory inside the library
  const int length = sb_stemmer_length(handle_->stemmer.get());
  if (length <= 0) return word;
  return {reinterpret_cast<const char*>(out), static_cast<std::size_t>(length)};
}

std::string with_family(std::string_view language, std::string_view stem) {
  const Row* const row = row_of(language);
  if (row == nullptr) return std::string(stem);
  std::string out(row->family);
  out += ':';
  return out.append(stem);
}

std::string_view family_of_stem(std::string_view stem) noexcept {
  return stem.substr(0, stem.find(':') + 1);  // words have no colon
}

std::string_view without_family(std::string_view stem) noexcept {
  return stem.substr(family_of_stem(stem).size());
}

}  // namespace dossier
