#include "dossier/query/completion.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <set>

#include "dossier/core/utf8.h"
#include "dossier/index/index_reader.h"
#include "dossier/text/function_words.h"
#include "dossier/text/normalizer.h"
#include "dossier/text/romanizer.h"

namespace dossier {
namespace {

constexpr std::size_t kFewestLatinLetters = 3;  // fewer begin too much in every script
constexpr std::size_t kMostLooked = 2000;       // words of other scripts
constexpr std::size_t kLookedAt = 2;            // times as many as wanted are held against the word before

struct Candidate {
  std::size_t word = 0;  // the most frequent of its spellings
  std::uint32_t passages = 0;
};

bool is_more(const Candidate& a, const Candidate& b) noexcept {
  return a.passages != b.passages ? a.passages > b.passages : a.word < b.word;
}

// Keeps the best `most`.
class Best {
 public:
  explicit Best(std::size_t most) : most_(most) {}

  void add(const Candidate& candidate) {
    if (kept_.size() == most_ && (most_ == 0 || !is_more(candidate, kept_.back()))) return;
    kept_.insert(std::upper_bound(kept_.begin(), kept_.end(), candidate, is_more), candidate);
    if (kept_.size() > most_) kept_.pop_back();
  }
  const std::vector<Candidate>& kept() const noexcept { return kept_; }

 private:
  std::size_t most_;
  std::vector<Candidate> kept_;
};

// Words that share a meeting form stand side by side and are one candidate.
void add_run(const WordTable& words, const WordRun& run, Best& best) {
  for (std::size_t i = run.begin; i < run.end;) {
    const TableWord first = words.word(i);
    Candidate candidate{i, first.passages};
    std::uint32_t most = first.passages;
    for (++i; i < run.end; ++i) {
      const TableWord next = words.word(i);
      if (next.meeting != first.meeting) break;
      candidate.passages += next.passages;
      if (next.passages >= most) {  // rather with accents, which stand behind
        most = next.passages;
        candidate.word = i;
      }
    }
    if (!is_function_word(first.meeting)) best.add(candidate);
  }
}

void add_other_scripts(const WordTable& words, const std::string& latin, Alphabet typed, Best& best) {
  for (const std::uint32_t number : words.beginning_in_latin(latin, kMostLooked)) {
    const TableWord word = words.word(number);
    if (typed != Alphabet::latin && alphabet_of(word.written) == typed) continue;
    best.add({number, word.passages});
  }
}

bool begins_with_one_capital(std::string_view word) {
  const auto [first, next] = decode_utf8(word, 0);
  if (u_isupper(static_cast<UChar32>(first)) == 0) return false;
  return next == word.size() || u_isupper(static_cast<UChar32>(decode_utf8(word, next).code_point)) == 0;
}

std::string capitalised(std::string_view word) {
  const auto [first, next] = decode_utf8(word, 0);
  std::string out;
  append_utf8(out, static_cast<char32_t>(u_toupper(static_cast<UChar32>(first))));
  return out.append(word.substr(next));
}

// How many of some passages with one word have another.
class Company {
 public:
  // Passages with `word`, in neighbouring runs from all over the index: finding a place costs more than going
  // on from it.
  Company(const Xapian::Database& database, const std::string& word) : database_(database) {
    const Xapian::docid stride = database.get_lastdocid() / kRuns + 1;
    auto posting = database.postlist_begin(word);
    const auto end = database.postlist_end(word);
    for (Xapian::docid run = 0; run < kRuns && posting != end; ++run) {
      posting.skip_to(run * stride + 1);
      for (std::size_t i = 0; i < kRunLength && posting != end; ++i, ++posting) passages_.push_back(*posting);
    }
  }

  bool empty() const noexcept { return passages_.empty(); }

  std::size_t with(const std::string& word) const {
    std::size_t count = 0;
    auto posting = database_.postlist_begin(word);
    const auto end = database_.postlist_end(word);
    for (const Xapian::docid passage : passages_) {
      if (posting == end) break;
      posting.skip_to(passage);
      count += posting != end && *posting == passage;
    }
    return count;
  }

 private:
  static constexpr Xapian::docid kRuns = 4;
  static constexpr std::size_t kRunLength = 32;

  const Xapian::Database& database_;
  std::vector<Xapian::docid> passages_;
};

// The last word of a text that is no function word, case-folded; empty if there is none.
std::string content_word_before(std::string_view text, Analyzer& analyzer) {
  std::string word;
  analyzer.analyze(text, "", [&](const Token& token) {
    if (!is_function_word(token.term->meeting_form())) word = token.term->written;
  });
  return word;
}

// Puts first what stands in passages with the word before.
void order_by_company(std::string_view before, const WordTable& words, const IndexReader& reader,
                      Analyzer& analyzer, std::vector<Candidate>& candidates) {
  const std::string word = content_word_before(before, analyzer);
  if (word.empty()) return;
  const Company company(reader.database(), word);
  if (company.empty()) return;
  std::vector<std::pair<std::size_t, Candidate>> counted;
  for (const Candidate& candidate : candidates)
    counted.emplace_back(company.with(std::string(words.word(candidate.word).written)), candidate);
  std::stable_sort(counted.begin(), counted.end(),
                   [](const auto& a, const auto& b) { return a.first > b.first; });
  candidates.clear();
  for (const auto& [count, candidate] : counted) candidates.push_back(candidate);
}

}  // namespace

std::string_view word_at_end(std::string_view text, Analyzer& analyzer) {
  std::size_t start = text.size();
  analyzer.analyze(text, "", [&](const Token& token) {
    if (token.end == text.size() && token.kind != TokenKind::compound) start = token.start;
  });
  return text.substr(start);
}

std::vector<Completion> complete(std::string_view text, std::size_t most, const IndexReader& reader,
                                 Analyzer& analyzer) {
  const std::string_view typed = word_at_end(text, analyzer);
  if (typed.empty() || most == 0) return {};
  const WordTable& words = reader.words();
  const std::string meeting = fold_diacritics(fold_case(typed));
  const Alphabet alphabet = alphabet_of(typed);
  const std::string before(text.substr(0, text.size() - typed.size()));
  Best same(most * kLookedAt), others(most / 3);
  add_run(words, words.beginning(meeting), same);
  // The rules for Chinese take longer to load than a suggestion may.
  const std::string latin =
      alphabet == Alphabet::pinyin ? "" : plain_latin(Romanizer().romanize(fold_case(typed)));
  if (latin.size() >= kFewestLatinLetters) {
    add_other_scripts(words, latin, alphabet, others);
    if (alphabet != Alphabet::latin) add_run(words, words.beginning(latin), others);
  }
  std::vector<Candidate> candidates = same.kept();
  order_by_company(before, words, reader, analyzer, candidates);
  candidates.resize(std::min(candidates.size(), most - others.kept().size()));
  candidates.insert(candidates.end(), others.kept().begin(), others.kept().end());
  const bool capital = begins_with_one_capital(typed);
  std::vector<Completion> out;
  for (const Candidate& candidate : candidates) {
    const std::string_view written = words.word(candidate.word).written;
    std::string word = capital ? capitalised(written) : std::string(written);
    out.push_back({before + word, word, candidate.passages});
  }
  return out;
}

}  // namespace dossier
