#include "spelling.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <optional>

#include "dossier/core/utf8.h"
#include "dossier/text/function_words.h"
#include "dossier/text/normalizer.h"
#include "dossier/text/romanizer.h"

namespace dossier {
namespace {

constexpr std::size_t kMostLetters = 40;
constexpr std::size_t kFewestLetters = 4;  // three letters are a slip away from too much
constexpr std::size_t kFewestPartLetters = 3;
// What a slip costs, in logarithms of passages: a word twice as far must stand in some hundred times as many.
constexpr double kSlipCost = 6;
constexpr std::size_t kMostCorrections = 8;
constexpr std::size_t kLongName = 8;  // letters
constexpr double kOneSlip = 1;
constexpr double kOtherNameCost = 1.5;  // a letter exchanged in a name, that no finger or ear mistakes
constexpr double kSplitCost = 1.2;      // slips that a missing space is worth
constexpr double kKeyboardCost = 0.5;   // and a keyboard that was switched: nothing else makes a word of it

using Letters = std::vector<char32_t>;

Letters letters_of(std::string_view word) {
  Letters letters;
  for (std::size_t i = 0; i < word.size();) {
    const auto [c, next] = decode_utf8(word, i);
    letters.push_back(c);
    i = next;
  }
  return letters;
}

// How many slips are forgiven.
double most_slips(std::size_t letters) noexcept {
  return letters < kFewestLetters ? 0 : letters == kFewestLetters ? 1.0 : letters < 8 ? 1.6 : 2.0;
}

// Best first, and no more than are looked at.
void keep_best(std::vector<Correction>& corrections) {
  std::stable_sort(corrections.begin(), corrections.end(),
                   [](const Correction& a, const Correction& b) { return a.score > b.score; });
  if (corrections.size() > kMostCorrections) corrections.pop_back();
}

// Keys side by side, on QWERTY and on ЙЦУКЕН.
constexpr std::u32string_view kKeyRows[] = {U"qwertyuiop",   U"asdfghjkl",   U"zxcvbnm",
                                            U"йцукенгшщзхъ", U"фывапролджэ", U"ячсмитьбю"};

bool are_neighbours(char32_t a, char32_t b) noexcept {
  return std::any_of(std::begin(kKeyRows), std::end(kKeyRows), [&](std::u32string_view row) {
    const std::size_t at = row.find(a);
    return at != std::u32string_view::npos &&
           ((at > 0 && row[at - 1] == b) || (at + 1 < row.size() && row[at + 1] == b));
  });
}

bool is_vowel(char32_t c) noexcept {
  return std::u32string_view(U"aeiouyаеиоуыэюяіїєαεηιουω").find(c) != std::u32string_view::npos;
}

// One letter for another.
double exchange_cost(char32_t typed, char32_t meant) noexcept {
  if (typed == meant) return 0;
  return are_neighbours(typed, meant) || (is_vowel(typed) && is_vowel(meant)) ? 0.8 : 1;
}

// A letter too many or missing: a doubled one is the lesser slip.
double extra_cost(const Letters& word, std::size_t at) noexcept {
  const bool doubled =
      (at > 0 && word[at - 1] == word[at]) || (at + 1 < word.size() && word[at + 1] == word[at]);
  return doubled ? 0.6 : 1;
}

// What it takes to make a word out of the typed one, letter by letter of that word.
class Slips {
 public:
  enum class Of : std::uint8_t { any_word, name };

  Slips(const Letters& typed, Of of) : typed_(typed), of_(of) {
    rows_[0][0] = 0;
    for (std::size_t j = 1; j <= typed_.size(); ++j)
      rows_[0][j] = rows_[0][j - 1] + extra_cost(typed_, j - 1) + (j == 1 ? kFirstLetter : 0);
  }

  const Letters& path() const noexcept { return path_; }
  void cut(std::size_t letters) { path_.resize(letters); }
  double cost() const noexcept { return rows_[path_.size()][typed_.size()]; }

  // Goes on with a letter, forty at most. Gives what any word costs at least that begins so.
  double add(char32_t letter) {
    path_.push_back(letter);
    const std::size_t i = path_.size();
    auto& row = rows_[i];
    const auto& last = rows_[i - 1];
    row[0] = last[0] + extra_cost(path_, i - 1) + (i == 1 ? kFirstLetter : 0);
    double least = row[0];
    for (std::size_t j = 1; j <= typed_.size(); ++j) {
      const double first = i == 1 && j == 1 && path_[0] != typed_[0] ? kFirstLetter : 0;
      row[j] = std::min({last[j - 1] + exchange(typed_[j - 1], letter) + first,
                         last[j] + extra_cost(path_, i - 1), row[j - 1] + extra_cost(typed_, j - 1)});
      if (i > 1 && j > 1 && letter == typed_[j - 2] && path_[i - 2] == typed_[j - 1])
        row[j] = std::min(row[j], rows_[i - 2][j - 2] + kSwap);
      least = std::min(least, row[j]);
    }
    // A swap reaches over one letter.
    if (i > 1)
      least = std::min(
          least,
          *std::min_element(last.begin(), last.begin() + static_cast<std::ptrdiff_t>(typed_.size()) + 1) +
              kSwap);
    return least;
  }

 private:
  double exchange(char32_t typed, char32_t meant) const noexcept {
    const double cost = exchange_cost(typed, meant);
    return of_ == Of::name && cost >= 1 ? kOtherNameCost : cost;
  }

  static constexpr double kFirstLetter = 0.4;  // people rarely miss it
  static constexpr double kSwap = 0.8;

  const Letters& typed_;
  Of of_;
  Letters path_;
  std::array<std::array<double, kMostLetters + 1>, kMostLetters + 1> rows_{};
};

// Walks the words of the table in their order, which is that of a tree of letters: what a word has in common
// with the one before need not be compared again, and a beginning that is too far is left with all words
// below it.
class Walk {
 public:
  Walk(const WordTable& words, const Letters& typed, std::uint32_t fewest)
      : words_(words),
        slips_(typed, Slips::Of::any_word),
        fewest_(fewest),
        limit_(most_slips(typed.size())) {}

  std::vector<Correction> run() {
    for (std::size_t i = 0; i < words_.size();) i = visit(i);
    return std::move(found_);
  }

 private:
  // Compares word `i`. Gives the next one worth a look.
  std::size_t visit(std::size_t i) {
    const std::string_view form = words_.word(i).meeting;
    std::size_t depth = 0, offset = 0;
    while (offset < form.size() && depth < slips_.path().size() &&
           decode_utf8(form, offset).code_point == slips_.path()[depth])
      offset = decode_utf8(form, offset).next, ++depth;
    slips_.cut(depth);
    while (offset < form.size()) {
      if (slips_.path().size() == kMostLetters) return i + 1;
      const auto [c, next] = decode_utf8(form, offset);
      offset = next;
      if (slips_.add(c) > limit_) {
        const std::size_t behind = behind_all(form.substr(0, offset), i);
        slips_.cut(slips_.path().size() - 1);
        return behind;
      }
    }
    const std::size_t next = behind_form(form, i);
    const double cost = slips_.cost();
    if (cost > 0 && cost <= limit_) consider(form, cost);
    return next;
  }

  std::size_t behind_all(std::string_view start, std::size_t from) const {
    // No byte of UTF-8 is 0xFF.
    return std::max(from + 1, words_.lower_bound(std::string(start) + '\xFF', from));
  }

  std::size_t behind_form(std::string_view form, std::size_t i) const {
    do {
      ++i;
    } while (i < words_.size() && words_.word(i).meeting == form);
    return i;
  }

  void consider(std::string_view form, double cost) {
    const ListedWord listed = find_listed(words_, form);
    if (listed.passages < fewest_ || is_function_word(form)) return;
    found_.push_back(
        {std::string(listed.written), std::log(listed.passages) - kSlipCost * cost, listed.passages, true});
    keep_best(found_);
  }

  const WordTable& words_;
  Slips slips_;
  std::uint32_t fewest_;
  double limit_;
  std::vector<Correction> found_;
};

std::optional<Correction> split(const WordTable& words, std::string_view word, std::uint32_t fewest) {
  std::optional<Correction> best;
  const std::size_t letters = count_code_points(word);
  std::size_t left = 0;
  for (std::size_t at = decode_utf8(word, 0).next; at < word.size(); at = decode_utf8(word, at).next) {
    ++left;
    if (left < kFewestPartLetters || letters - left < kFewestPartLetters) continue;
    const ListedWord first = find_listed(words, word.substr(0, at));
    if (first.passages < fewest) continue;
    const ListedWord second = find_listed(words, word.substr(at));
    if (second.passages < fewest) continue;
    const std::uint32_t rarer = std::min(first.passages, second.passages);
    const double score = std::log(rarer) - kSlipCost * kSplitCost;
    if (!best || score > best->score)
      best = Correction{std::string(first.written) + " " + std::string(second.written), score, rarer};
  }
  return best;
}

// The keys of the two layouts, one above the other.
constexpr std::u32string_view kLatinKeys = U"qwertyuiop[]asdfghjkl;'zxcvbnm,.";
constexpr std::u32string_view kCyrillicKeys = U"йцукенгшщзхъфывапролджэячсмитьбю";

std::optional<Correction> on_other_keyboard(const WordTable& words, const Letters& typed,
                                            std::uint32_t fewest) {
  std::string other;
  for (const char32_t c : typed) {
    const std::size_t latin = kLatinKeys.find(c), cyrillic = kCyrillicKeys.find(c);
    if (latin == std::u32string_view::npos && cyrillic == std::u32string_view::npos) return std::nullopt;
    append_utf8(other, latin != std::u32string_view::npos ? kCyrillicKeys[latin] : kLatinKeys[cyrillic]);
  }
  const ListedWord listed = find_listed(words, other);
  if (listed.passages < fewest) return std::nullopt;
  return Correction{std::string(listed.written), std::log(listed.passages) - kSlipCost * kKeyboardCost,
                    listed.passages};
}

}  // namespace

ListedWord find_listed(const WordTable& words, std::string_view meeting) noexcept {
  ListedWord listed;
  std::uint32_t most = 0;
  const WordRun run = words.meeting(meeting);
  for (std::size_t i = run.begin; i < run.end; ++i) {
    const TableWord word = words.word(i);
    listed.passages += word.passages;
    if (word.passages < most) continue;
    most = word.passages;
    listed.written = word.written;
  }
  return listed;
}

std::vector<Correction> corrections_of(const WordTable& words, std::string_view word, std::uint32_t fewest) {
  const std::string meeting = fold_diacritics(word);
  const Letters typed = letters_of(meeting);
  if (typed.size() < kFewestLetters || typed.size() > kMostLetters) return {};
  // A word of Chinese is one or two letters, and none of them a slip.
  if (alphabet_of(meeting) == Alphabet::pinyin) return {};
  std::vector<Correction> found = Walk(words, typed, fewest).run();
  for (auto other : {split(words, meeting, fewest), on_other_keyboard(words, typed, fewest)}) {
    if (!other) continue;
    found.push_back(*other);
    keep_best(found);
  }
  return found;
}

bool may_be_slip_of_name(std::string_view word, std::string_view name) {
  const Letters typed = letters_of(fold_diacritics(word));
  const Letters meant = letters_of(fold_diacritics(name));
  if (typed.size() > kMostLetters || meant.size() > kMostLetters) return false;
  Slips slips(typed, Slips::Of::name);
  for (const char32_t letter : meant) slips.add(letter);
  return slips.cost() <= (typed.size() < kLongName ? kOneSlip : most_slips(typed.size()));
}

}  // namespace dossier
