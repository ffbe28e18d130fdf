#include "dossier/text/analyzer.h"

#include <map>
#include <unordered_map>

#include "dossier/core/utf8.h"
#include "dossier/text/normalizer.h"
#include "dossier/text/stemmer.h"

namespace dossier {
namespace {

// Words remembered for each language; when full the table starts over. 100,000 words are about 20 MB.
constexpr std::size_t kMaxRemembered = 100'000;

struct TransparentHash {
  using is_transparent = void;
  std::size_t operator()(std::string_view text) const noexcept { return std::hash<std::string_view>{}(text); }
};

using TermTable = std::unordered_map<std::string, TermForms, TransparentHash, std::equal_to<>>;

// Folding can make ten letters of one (U+FDFA), accents aside still more: a form is as long as a word at
// most.
std::string bounded(std::string form) {
  if (form.size() > max_word_bytes) form.resize(truncate_utf8(form, max_word_bytes).size());
  return form;
}

TermForms work_out(std::string_view word, Stemmer& stemmer) {
  TermForms forms;
  forms.written = bounded(fold_case(word));
  std::string folded = bounded(fold_diacritics(forms.written));
  forms.stem = bounded(fold_diacritics(stemmer.stem(forms.written)));
  if (folded == forms.written) return forms;
  std::string folded_stem = bounded(std::string(stemmer.stem(folded)));
  if (folded_stem != forms.stem) forms.folded_stem = std::move(folded_stem);
  forms.folded = std::move(folded);
  return forms;
}

}  // namespace

struct Analyzer::Impl {
  struct Language {
    Stemmer stemmer;
    TermTable terms;
  };
  Tokenizer tokenizer;
  // By stemming algorithm: languages that share one share its table.
  std::map<std::string_view, Language, std::less<>> languages;

  Language& language(std::string_view code) {
    const std::string_view algorithm = Stemmer::algorithm_of(code);
    const auto found = languages.find(algorithm);
    if (found != languages.end()) return found->second;
    return languages.emplace(algorithm, Language{Stemmer(code), {}}).first->second;
  }

  static const TermForms& look_up(Language& language, std::string_view word) {
    const auto found = language.terms.find(word);
    if (found != language.terms.end()) return found->second;
    if (language.terms.size() >= kMaxRemembered) language.terms.clear();
    return language.terms.emplace(std::string(word), work_out(word, language.stemmer)).first->second;
  }
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;

std::uint32_t Analyzer::analyze(std::string_view text, std::string_view language,
                                const std::function<void(const Token&)>& sink, std::uint32_t first_position) {
  Impl::Language& known = impl_->language(language);
  return impl_->tokenizer.tokenize(
      text,
      [&](const RawToken& raw) {
        const TermForms& forms = Impl::look_up(known, raw.text);
        if (!forms.written.empty()) sink({&forms, raw.position, raw.start, raw.end, raw.kind});
      },
      first_position);
}

const TermForms& Analyzer::forms(std::string_view word, std::string_view language) {
  return Impl::look_up(impl_->language(language), truncate_utf8(word, max_word_bytes));
}

}  // namespace dossier
