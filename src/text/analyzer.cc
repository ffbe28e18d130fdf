#include "dossier/text/analyzer.h"

#include <deque>
#include <map>
#include <vector>

#include "dossier/core/utf8.h"
#include "dossier/text/normalizer.h"
#include "dossier/text/stemmer.h"

namespace dossier {
namespace {

// Bytes of words remembered, of all languages; when they are reached, all start over. Some 70,000 words.
constexpr std::size_t kMaxRemembered = 16u << 20;
// Bytes that an entry takes beside its letters.
constexpr std::size_t kEntryBytes = sizeof(std::string) + sizeof(TermForms) + 4 * sizeof(void*);

// The forms of each word met. A word's hash stands beside its number, so that another word is seldom looked
// at.
class TermTable {
 public:
  TermTable() : slots_(kFirstSlots) {}

  // What is known of the word; null: nothing yet.
  const TermForms* find(std::string_view word, std::size_t hash) const noexcept {
    for (std::size_t at = hash & (slots_.size() - 1); slots_[at].entry != 0;
         at = (at + 1) & (slots_.size() - 1)) {
      const Entry& entry = entries_[slots_[at].entry - 1];
      if (slots_[at].hash == static_cast<std::uint32_t>(hash) && entry.word == word) return &entry.forms;
    }
    return nullptr;
  }

  const TermForms& add(std::string_view word, std::size_t hash, TermForms&& forms) {
    if (2 * entries_.size() >= slots_.size()) grow();
    entries_.push_back({std::string(word), std::move(forms)});
    place(static_cast<std::uint32_t>(hash), static_cast<std::uint32_t>(entries_.size()));
    return entries_.back().forms;
  }

 private:
  static constexpr std::size_t kFirstSlots = 1024;
  struct Slot {
    std::uint32_t hash = 0;
    std::uint32_t entry = 0;  // its number from 1; 0: free
  };
  struct Entry {
    std::string word;
    TermForms forms;
  };

  void place(std::uint32_t hash, std::uint32_t entry) noexcept {
    std::size_t at = hash & (slots_.size() - 1);
    while (slots_[at].entry != 0) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {hash, entry};
  }
  void grow() {
    std::vector<Slot> old(2 * slots_.size());
    old.swap(slots_);
    for (const Slot& slot : old) {
      if (slot.entry != 0) place(slot.hash, slot.entry);
    }
  }

  std::vector<Slot> slots_;
  std::deque<Entry> entries_;
};

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
  std::size_t remembered = 0;  // bytes

  Language& language(std::string_view code) {
    const std::string_view algorithm = Stemmer::algorithm_of(code);
    const auto found = languages.find(algorithm);
    if (found != languages.end()) return found->second;
    return languages.emplace(algorithm, Language{Stemmer(code), {}}).first->second;
  }

  const TermForms& look_up(Language& language, std::string_view word) {
    const std::size_t hash = std::hash<std::string_view>{}(word);
    if (const TermForms* known = language.terms.find(word, hash)) return *known;
    if (remembered >= kMaxRemembered) forget();
    TermForms forms = work_out(word, language.stemmer);
    remembered += kEntryBytes + word.size() + forms.written.size() + forms.folded.size() + forms.stem.size() +
                  forms.folded_stem.size();
    return language.terms.add(word, hash, std::move(forms));
  }

  void forget() {
    for (auto& [algorithm, language] : languages) language.terms = TermTable();
    remembered = 0;
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
        const TermForms& forms = impl_->look_up(known, raw.text);
        if (!forms.written.empty()) sink({&forms, raw.position, raw.start, raw.end, raw.kind});
      },
      first_position);
}

const TermForms& Analyzer::forms(std::string_view word, std::string_view language) {
  return impl_->look_up(impl_->language(language), truncate_utf8(word, max_word_bytes));
}

}  // namespace dossier
