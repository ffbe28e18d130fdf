#include "dossier/text/stemmer.h"

#include <libstemmer.h>

#include <algorithm>
#include <array>
#include <utility>

namespace dossier {
namespace {

// Snowball's algorithms by ISO 639 code. Bosnian, Croatian and Montenegrin share Serbian's: its rules cover
// both scripts and both reflexes of yat.
constexpr std::array<std::pair<std::string_view, const char*>, 32> kAlgorithms{{
    {"ar", "arabic"},     {"bs", "serbian"},  {"ca", "catalan"},    {"cnr", "serbian"},  {"da", "danish"},
    {"de", "german"},     {"el", "greek"},    {"en", "english"},    {"es", "spanish"},   {"eu", "basque"},
    {"fi", "finnish"},    {"fr", "french"},   {"ga", "irish"},      {"hi", "hindi"},     {"hr", "serbian"},
    {"hu", "hungarian"},  {"hy", "armenian"}, {"id", "indonesian"}, {"it", "italian"},   {"lt", "lithuanian"},
    {"nb", "norwegian"},  {"ne", "nepali"},   {"nl", "dutch"},      {"nn", "norwegian"}, {"no", "norwegian"},
    {"pt", "portuguese"}, {"ro", "romanian"}, {"ru", "russian"},    {"sr", "serbian"},   {"sv", "swedish"},
    {"ta", "tamil"},      {"tr", "turkish"},
}};

}  // namespace

struct Stemmer::Handle {
  struct Free {
    void operator()(sb_stemmer* stemmer) const noexcept { sb_stemmer_delete(stemmer); }
  };
  std::unique_ptr<sb_stemmer, Free> stemmer;
};

std::string_view Stemmer::algorithm_of(std::string_view language) noexcept {
  const auto row = std::find_if(kAlgorithms.begin(), kAlgorithms.end(),
                                [&](const auto& r) { return r.first == language; });
  return row == kAlgorithms.end() ? std::string_view{} : std::string_view{row->second};
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

}  // namespace dossier
