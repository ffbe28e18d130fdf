#include "telling_words.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

#include "dossier/core/utf8.h"
#include "dossier/index/schema.h"
#include "dossier/text/function_words.h"

namespace dossier {
namespace {

constexpr std::uint32_t kMostPassages = 48;
// Words whose rarity is looked up, those that stand there most often.
constexpr std::size_t kMostLookedUp = 400;

struct CountedWord {
  std::string word;
  std::string stem;
  double count = 0;
  std::uint32_t passages = 0;
  std::uint32_t last_passage = 0;  // counted, from 1
  double weight = 0;
};

class WordCounter {
 public:
  explicit WordCounter(Analyzer& analyzer) : analyzer_(analyzer) {}

  void add(std::string_view text, std::string_view language) {
    ++passage_;
    analyzer_.analyze(text, language, [&](const Token& token) {
      const TermForms& forms = *token.term;
      if (token.kind == TokenKind::compound || is_function_word(forms.meeting_form())) return;
      if (token.kind != TokenKind::ideographic && count_code_points(forms.written) < 2) return;
      CountedWord& word = words_[forms.stem];
      if (word.count == 0) {
        word.word = forms.written;
        word.stem = forms.stem;
      }
      word.count += 1;
      if (word.last_passage != passage_) ++word.passages;
      word.last_passage = passage_;
    });
  }

  // Most frequent first.
  std::vector<CountedWord> take() {
    std::vector<CountedWord> words;
    for (auto& [stem, word] : words_) words.push_back(std::move(word));
    std::sort(words.begin(), words.end(), [](const CountedWord& a, const CountedWord& b) {
      return a.count != b.count ? a.count > b.count : a.stem < b.stem;
    });
    return words;
  }

 private:
  Analyzer& analyzer_;
  std::unordered_map<std::string, CountedWord> words_;
  std::uint32_t passage_ = 0;
};

}  // namespace

std::vector<std::string> telling_words(const IndexReader& reader, Analyzer& analyzer, const Place& place,
                                       std::size_t most) {
  const StoredDocument document = reader.document(place.document);
  WordCounter counter(analyzer);
  const std::uint32_t first = place.ordinal.value_or(0);
  const std::uint32_t count = place.ordinal ? 1 : document.passages;
  const std::uint32_t read = std::min(count, kMostPassages);
  for (std::uint32_t i = 0; i < read; ++i) {
    const auto ordinal = static_cast<std::uint32_t>(first + std::uint64_t{i} * count / read);
    const StoredPassage passage = reader.passage(document.first_docid + ordinal);
    counter.add(passage.text, text_language(passage.language, document.language));
  }
  if (!place.ordinal) counter.add(document.title, document.language);
  std::vector<CountedWord> words = counter.take();
  words.resize(std::min(words.size(), kMostLookedUp));
  const Xapian::Database& database = reader.database();
  const double all = database.get_doccount();
  for (CountedWord& word : words) {
    const double in = database.get_termfreq(std::string(schema::prefix::stem) + word.stem);
    if (in <= word.passages) continue;  // nowhere else
    word.weight = (1 + std::log(word.count)) * std::log(1 + (all - in + 0.5) / (in + 0.5));
  }
  std::erase_if(words, [](const CountedWord& word) { return word.weight <= 0; });
  std::stable_sort(words.begin(), words.end(),
                   [](const CountedWord& a, const CountedWord& b) { return a.weight > b.weight; });
  std::vector<std::string> out;
  for (std::size_t i = 0; i < std::min(most, words.size()); ++i) out.push_back(std::move(words[i].word));
  return out;
}

}  // namespace dossier
