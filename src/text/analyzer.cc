#include "dossier/text/analyzer.h"

#include <array>
#include <cstring>
#include <map>
#include <vector>

#include "dossier/core/hash.h"
#include "dossier/core/utf8.h"
#include "dossier/text/normalizer.h"
#include "dossier/text/stemmer.h"

namespace dossier {
namespace {

// Bytes of words remembered, of all languages; when they are reached, all start over. Some 70,000 words.
constexpr std::size_t kMaxRemembered = 16u << 20;
// Bytes that a word takes beside its letters.
constexpr std::size_t kEntryBytes = sizeof(std::string) + sizeof(TermForms) + 4 * sizeof(std::uint64_t);

// A word with what tells it from others at once: for one of sixteen bytes at most, that is all of it.
struct WordKey {
  WordKey() = default;
  explicit WordKey(std::string_view of) noexcept : word(of) {
    constexpr std::uint64_t kFactor = 0x9E3779B97F4A7C15;  // 2^64 over the golden ratio (Knuth, 6.4)
    if (word.size() < sizeof begin) {
      begin = bytes_of_short(word);
    } else {
      begin = read<std::uint64_t>(0);
      end = read<std::uint64_t>(word.size() - sizeof end);
    }
    hash = is_whole() ? (begin + word.size() + (end << 7 ^ end >> 11)) * kFactor : hash_64(word);
    hash ^= hash >> 32;
  }

  bool is_whole() const noexcept { return word.size() <= sizeof begin + sizeof end; }

  std::string_view word;
  std::uint64_t begin = 0;  // the first eight bytes, or all
  std::uint64_t end = 0;    // the last eight, if there are as many
  std::uint64_t hash = 0;

 private:
  template <typename T>
  std::uint64_t read(std::size_t at) const noexcept {
    T value;
    std::memcpy(&value, word.data() + at, sizeof value);
    return value;
  }

  // Reads that overlap are faster than a copy of any length.
  std::uint64_t bytes_of_short(std::string_view of) const noexcept {
    const std::size_t size = of.size();
    if (size >= 4) return read<std::uint32_t>(0) << 32 | read<std::uint32_t>(size - 4);
    if (size == 0) return 0;
    return read<std::uint8_t>(0) << 16 | read<std::uint8_t>(size / 2) << 8 | read<std::uint8_t>(size - 1);
  }
};

struct RememberedWord {
  TermForms forms;
  std::string word;
};

// The words of one language by number. A slot tells all but long words from others, so that what is
// remembered of them, which lies anywhere in the memory, need not be looked at.
class WordNumbers {
 public:
  static constexpr std::uint32_t none = 0xFFFFFFFF;

  WordNumbers() : slots_(kFirstSlots) {}

  std::uint32_t find(const WordKey& key, const std::vector<RememberedWord>& words) const noexcept {
    for (std::size_t at = key.hash & (slots_.size() - 1);; at = (at + 1) & (slots_.size() - 1)) {
      const Slot& slot = slots_[at];
      if (slot.number == none) return none;
      if (slot.begin == key.begin && slot.end == key.end && slot.length == key.word.size() &&
          (key.is_whole() || words[slot.number].word == key.word))
        return slot.number;
    }
  }

  void prefetch(const WordKey& key) const noexcept {
    __builtin_prefetch(&slots_[key.hash & (slots_.size() - 1)]);
  }

  void add(const WordKey& key, std::uint32_t number, const std::vector<RememberedWord>& words) {
    if (2 * ++count_ >= slots_.size()) {
      std::vector<Slot> old(2 * slots_.size());
      old.swap(slots_);
      for (const Slot& slot : old) {
        if (slot.number != none) place(WordKey(words[slot.number].word), slot.number);
      }
    }
    place(key, number);
  }

 private:
  static constexpr std::size_t kFirstSlots = 1024;
  struct Slot {
    std::uint64_t begin = 0, end = 0;  // of the word
    std::uint32_t length = 0;
    std::uint32_t number = none;
  };

  void place(const WordKey& key, std::uint32_t number) noexcept {
    std::size_t at = key.hash & (slots_.size() - 1);
    while (slots_[at].number != none) at = (at + 1) & (slots_.size() - 1);
    slots_[at] = {key.begin, key.end, static_cast<std::uint32_t>(key.word.size()), number};
  }

  std::vector<Slot> slots_;
  std::size_t count_ = 0;
};

// The words that come next: their slots are on the way from the memory until they are looked at.
class LookAhead {
 public:
  struct Word {
    WordKey key;
    RawToken raw;
  };

  bool is_full() const noexcept { return end_ - begin_ == words_.size(); }
  bool is_empty() const noexcept { return end_ == begin_; }
  void push(const Word& word) noexcept { words_[end_++ % words_.size()] = word; }
  const Word& pop() noexcept { return words_[begin_++ % words_.size()]; }

 private:
  std::array<Word, 8> words_;
  std::size_t begin_ = 0, end_ = 0;
};

// Folding can make ten letters of one (U+FDFA), accents aside still more: a form is as long as a word at
// most.
std::string bounded(std::string form) {
  if (form.size() > max_word_bytes) form.resize(truncate_utf8(form, max_word_bytes).size());
  return form;
}

TermForms work_out(std::string_view word, std::string_view language, Stemmer& stemmer) {
  TermForms forms;
  forms.written = bounded(fold_case(word));
  std::string folded = bounded(fold_diacritics(forms.written));
  forms.stem = with_family(language, bounded(fold_diacritics(stemmer.stem(forms.written))));
  if (folded == forms.written) return forms;
  std::string folded_stem = with_family(language, bounded(std::string(stemmer.stem(folded))));
  if (folded_stem != forms.stem) forms.folded_stem = std::move(folded_stem);
  forms.folded = std::move(folded);
  return forms;
}

}  // namespace

struct Analyzer::Impl {
  struct Language {
    std::string code;  // of the first that came
    Stemmer stemmer;
    WordNumbers numbers;
  };
  Tokenizer tokenizer;
  // By stemming algorithm: languages that share one share its words.
  std::map<std::string_view, Language, std::less<>> languages;
  std::vector<RememberedWord> words;  // of all languages
  std::size_t remembered = 0;         // bytes
  std::uint64_t forgotten = 0;        // words

  Language& language(std::string_view code) {
    const std::string_view algorithm = Stemmer::algorithm_of(code);
    const auto found = languages.find(algorithm);
    if (found != languages.end()) return found->second;
    return languages.emplace(algorithm, Language{std::string(code), Stemmer(code), {}}).first->second;
  }

  // The number of a word among those that are remembered; none for one of characters that folding drops.
  std::uint32_t look_up(Language& language, const WordKey& key) {
    if (const std::uint32_t known = language.numbers.find(key, words); known != WordNumbers::none)
      return known;
    if (remembered >= kMaxRemembered) forget();
    const std::string_view word = key.word;
    TermForms forms = work_out(word, language.code, language.stemmer);
    if (forms.written.empty()) return WordNumbers::none;
    remembered += kEntryBytes + word.size() + forms.written.size() + forms.folded.size() + forms.stem.size() +
                  forms.folded_stem.size();
    const auto number = static_cast<std::uint32_t>(words.size());
    words.push_back({std::move(forms), std::string(word)});
    language.numbers.add(key, number, words);
    return number;
  }

  void forget() {
    for (auto& [algorithm, language] : languages) language.numbers = WordNumbers();
    forgotten += words.size();
    words.clear();
    remembered = 0;
  }
};

Analyzer::Analyzer() : impl_(std::make_unique<Impl>()) {}
Analyzer::~Analyzer() = default;
Analyzer::Analyzer(Analyzer&&) noexcept = default;

std::uint32_t Analyzer::analyze(std::string_view text, std::string_view language,
                                const std::function<void(const Token&)>& sink, std::uint32_t first_position) {
  Impl& impl = *impl_;
  LookAhead ahead;
  Impl::Language& known = impl.language(language);
  const auto give = [&](const LookAhead::Word& word) {
    const std::uint32_t number = impl.look_up(known, word.key);
    if (number == WordNumbers::none) return;
    const RawToken& raw = word.raw;
    sink({&impl.words[number].forms, impl.forgotten + number, raw.position, raw.start, raw.end, raw.kind});
  };
  const auto is_of_text = [text](std::string_view word) {
    return word.data() >= text.data() && word.data() < text.data() + text.size();
  };
  const std::uint32_t end = impl.tokenizer.tokenize(
      text,
      [&](const RawToken& raw) {
        const WordKey key(raw.text);
        known.numbers.prefetch(key);
        if (ahead.is_full()) give(ahead.pop());
        ahead.push({key, raw});
        if (!is_of_text(raw.text)) {  // in the tokenizer's memory, which is about to change
          while (!ahead.is_empty()) give(ahead.pop());
        }
      },
      first_position);
  while (!ahead.is_empty()) give(ahead.pop());
  return end;
}

const TermForms& Analyzer::forms(std::string_view word, std::string_view language) {
  static const TermForms nothing;
  const std::uint32_t number =
      impl_->look_up(impl_->language(language), WordKey(truncate_utf8(word, max_word_bytes)));
  return number == WordNumbers::none ? nothing : impl_->words[number].forms;
}

}  // namespace dossier
