#include "dossier/text/comparison.h"

#include <algorithm>
#include <array>
#include <unordered_map>
#include <unordered_set>

#include "alignment.h"
#include "compared_side.h"

namespace dossier {
namespace {

// Shares of words. docs/decisions/0018-near-duplicates.md says how each was chosen.
constexpr double kLeastOfPart = 0.8;   // of the shorter text: what the other must have in any case
constexpr double kLeastOfWhole = 0.5;  // of the longer one: what copies and versions share
constexpr double kLeastOfBody = 0.7;   // and of what lies between their first and last long runs
constexpr double kSurelyOne = 0.95;    // of the shorter text: two titles are then two headlines of one text
constexpr double kExcerptAddition = 0.25;  // of the longer text, beside the shared: more makes an excerpt
constexpr std::size_t kLeastExcerpt = 40;  // words shared
constexpr std::size_t kSolidRun = 8;       // words: what a body begins and ends with
constexpr std::size_t kFurnitureWords =
    9;                             // a block so short says nothing by itself: a running title, a date
constexpr double kSameLine = 0.6;  // of two headers' words, numbers aside
constexpr double kKinWords = 0.4;  // of a block's words known from the body: it goes on with the text

bool is_digit_word(const ComparedWord& word) {
  return word.has_digit;
}

class TextComparison {
 public:
  TextComparison(const ComparedSide& left, const ComparedSide& right) : left_(left), right_(right) {}

  Comparison run() {
    runs_ = align(left_.aligned(), right_.aligned());
    for (const CommonRun& run : runs_) {
      shared_ += run.length;
      solid_ += run.length >= kSolidRun ? run.length : 0;
    }
    const std::size_t shorter = std::min(left_.size(), right_.size());
    const std::size_t longer = std::max(left_.size(), right_.size());
    if (shorter == 0 || !find_body()) return {};
    const double of_part = share(shared_, shorter);
    const double of_whole = share(shared_, longer);
    result_.shared = of_part;
    result_.left_is_part = left_.size() < right_.size();
    compare_body();
    if (of_part < kLeastOfPart || is_other_subject()) return {};
    if (of_part < kSurelyOne && left_.titles_beyond(right_) && right_.titles_beyond(left_)) return {};
    const bool held = solid_ >= kLeastExcerpt && share(solid_, shorter) >= kLeastOfBody;
    if (of_whole < kLeastOfWhole) return held ? as(Relation::excerpt) : Comparison{};
    compare_ends();
    const std::size_t added = result_.left_is_part ? right_added_ : left_added_;
    if (held && share(added, longer) >= kExcerptAddition) return as(Relation::excerpt);
    if (body_share() < kLeastOfBody) return {};
    return as(differences_.empty() ? Relation::copy : Relation::version);
  }

 private:
  static double share(std::size_t part, std::size_t whole) {
    return static_cast<double>(part) / static_cast<double>(std::max<std::size_t>(1, whole));
  }

  // From the first to the last run that is no chance, with the rest of the blocks that it stands in. What
  // lies around it is headers and footers, or more text.
  bool find_body() {
    const std::size_t solid = std::min(kSolidRun, std::min(left_.size(), right_.size()) / 4);
    const auto is_solid = [&](const CommonRun& run) { return run.length >= solid; };
    const auto first = std::find_if(runs_.begin(), runs_.end(), is_solid);
    if (first == runs_.end()) return false;
    const auto last = std::find_if(runs_.rbegin(), runs_.rend(), is_solid);
    left_body_ = {std::max(left_.block_start(first->left), first->left - std::min(first->left, kMostLead)),
                  std::min(left_.block_end(last->left_end()), last->left_end() + kMostLead)};
    right_body_ = {
        std::max(right_.block_start(first->right), first->right - std::min(first->right, kMostLead)),
        std::min(right_.block_end(last->right_end()), last->right_end() + kMostLead)};
    return true;
  }

  double body_share() const {
    std::size_t shared = 0;
    for (const CommonRun& run : runs_) {
      if (run.left >= left_body_.from && run.left_end() <= left_body_.to && run.right >= right_body_.from &&
          run.right_end() <= right_body_.to)
        shared += run.length;
    }
    return share(shared, std::max(left_body_.size(), right_body_.size()));
  }

  void compare_body() {
    std::size_t left = left_body_.from;
    std::size_t right = right_body_.from;
    for (const CommonRun& run : runs_) {
      if (run.left < left || run.right < right) continue;
      if (run.left >= left_body_.to || run.right >= right_body_.to) break;
      compare({left, run.left}, {right, run.right});
      left = run.left_end();
      right = run.right_end();
    }
    if (left <= left_body_.to && right <= right_body_.to)
      compare({left, left_body_.to}, {right, right_body_.to});
  }

  // A gap between two runs of the body.
  void compare(const WordRange& left, const WordRange& right) {
    if (left.empty() && right.empty()) return;
    if (left.empty()) {
      for (const WordRange& piece : right_.blocks(right)) addition(left, piece);
      return;
    }
    if (right.empty()) {
      for (const WordRange& piece : left_.blocks(left)) addition(piece, right);
      return;
    }
    if (left_.letters(left) == right_.letters(right) || only_misspelt(left, right)) return;
    const auto differing = [](const ComparedSide& side, const WordRange& range, const ComparedSide& other,
                              const WordRange& theirs) {
      std::vector<std::size_t> out;
      for (std::size_t i = range.from; i < range.to; ++i) {
        const bool there = std::any_of(other.numbers().begin() + static_cast<std::ptrdiff_t>(theirs.from),
                                       other.numbers().begin() + static_cast<std::ptrdiff_t>(theirs.to),
                                       [&](std::uint64_t number) { return number == side[i].number; });
        if (!there) out.push_back(i);
      }
      return out;
    };
    const auto ours = differing(left_, left, right_, right);
    const auto theirs = differing(right_, right, left_, left);
    note_names(ours, theirs);
    const auto has = [&](auto&& is) {
      return std::any_of(ours.begin(), ours.end(), [&](std::size_t i) { return is(left_[i]); }) ||
             std::any_of(theirs.begin(), theirs.end(), [&](std::size_t i) { return is(right_[i]); });
    };
    if (has([](const ComparedWord& word) { return word.is_negation; }))
      differ(DifferenceKind::negation, left, right);
    else if (has([](const ComparedWord& word) { return word.has_digit && !word.in_date; }))
      differ(DifferenceKind::number, left, right);
    else if (has([](const ComparedWord& word) { return word.in_date; }))
      differ(DifferenceKind::date, left, right);
    else if (has([](const ComparedWord& word) { return word.is_name; }))
      differ(DifferenceKind::name, left, right);
    else if (has([](const ComparedWord& word) { return !word.is_function; }))
      differ(DifferenceKind::wording, left, right);
  }

  // Part of one block that only one side has, in the midst of what both have.
  void addition(const WordRange& ours, const WordRange& theirs) {
    const bool on_left = !ours.empty();
    const ComparedSide& side = on_left ? left_ : right_;
    const WordRange& range = on_left ? ours : theirs;
    if (side[range.from].opens_block && (range.to == side.size() || side[range.to].opens_block)) {
      if (range.size() <= kFurnitureWords) return;
      (on_left ? left_added_ : right_added_) += range.size();
      return differ(DifferenceKind::text, ours, theirs);
    }
    if (side.any(range, [](const ComparedWord& word) { return word.is_negation; }))
      return differ(DifferenceKind::negation, ours, theirs);
    // A note's mark, a page's or a list item's number.
    if (range.size() == 1 &&
        (side[range.from].has_digit || side[range.from].end - side[range.from].start == 1))
      return;
    if (side.any(range, is_digit_word)) return differ(DifferenceKind::number, ours, theirs);
    if (side.any(range, [](const ComparedWord& word) { return word.is_name; }))
      return differ(range.size() > kFurnitureWords ? DifferenceKind::text : DifferenceKind::name, ours,
                    theirs);
    if (side.any(range, [](const ComparedWord& word) { return !word.is_function; }))
      differ(range.size() > kFurnitureWords ? DifferenceKind::text : DifferenceKind::wording, ours, theirs);
  }

  // A name is another name unless both texts know the one and the other stands but once.
  bool only_misspelt(const WordRange& left, const WordRange& right) const {
    if (left.size() != right.size()) return false;
    for (std::size_t i = 0; i < left.size(); ++i) {
      const std::size_t l = left.from + i;
      const std::size_t r = right.from + i;
      if (left_[l].number == right_[r].number) continue;
      if (left_[l].is_negation || right_[r].is_negation) return false;
      if (!is_misspelling(left_.form(l), right_.form(r))) return false;
      if (!left_[l].is_name && !right_[r].is_name) continue;
      const auto known_to_both = [&](std::uint64_t one, std::uint64_t other) {
        return left_.count(one) > 0 && right_.count(one) > 0 && left_.count(other) + right_.count(other) == 1;
      };
      if (!known_to_both(left_[l].number, right_[r].number) &&
          !known_to_both(right_[r].number, left_[l].number))
        return false;
    }
    return true;
  }

  // Names that stand in each other's place, and nowhere in the other text.
  void note_names(const std::vector<std::size_t>& ours, const std::vector<std::size_t>& theirs) {
    std::vector<std::uint64_t> left_names, right_names;
    for (const std::size_t i : ours) {
      if (left_[i].is_name && !left_[i].in_date && right_.count(left_[i].number) == 0)
        left_names.push_back(left_[i].number);
    }
    for (const std::size_t i : theirs) {
      if (right_[i].is_name && !right_[i].in_date && left_.count(right_[i].number) == 0)
        right_names.push_back(right_[i].number);
    }
    if (left_names.empty() || right_names.empty()) return;
    ++replaced_names_;
    const auto is_subject = [](const ComparedSide& side, const std::vector<std::uint64_t>& names) {
      return std::any_of(names.begin(), names.end(),
                         [&](std::uint64_t name) { return side.count(name) >= 3 || side.in_title(name); });
    };
    if (is_subject(left_, left_names) && is_subject(right_, right_names)) other_subject_ = true;
  }

  // One template filled in twice: about whom it is differs, or so do a name and most of what tells one
  // filling from another.
  bool is_other_subject() const {
    if (other_subject_) return true;
    if (replaced_names_ == 0) return false;
    std::size_t facts = 2 * replaced_names_;
    for (const Difference& difference : differences_)
      facts += difference.kind == DifferenceKind::number || difference.kind == DifferenceKind::date;
    return facts >= 4 && 40 * facts > shared_;
  }

  // Headers and footers: what goes on with the text is text; two lines of one kind that differ in a number
  // make versions; the rest is furniture.
  void compare_ends() {
    const std::array<std::pair<WordRange, WordRange>, 2> ends = {
        {{{0, left_body_.from}, {0, right_body_.from}},
         {{left_body_.to, left_.size()}, {right_body_.to, right_.size()}}}};
    for (const auto& [ours, theirs] : ends) {
      const std::vector<WordRange> left_blocks = left_.blocks(ours);
      const std::vector<WordRange> right_blocks = right_.blocks(theirs);
      std::vector<bool> paired(right_blocks.size());
      for (const WordRange& block : left_blocks) {
        const auto pair = std::find_if(right_blocks.begin(), right_blocks.end(),
                                       [&](const WordRange& other) { return are_of_one_kind(block, other); });
        if (pair != right_blocks.end()) {
          paired[static_cast<std::size_t>(pair - right_blocks.begin())] = true;
          if (ours.from == 0) compare_numbers(block, *pair);  // a footer's are years of rights and the like
        } else if (goes_on_with(left_, block, left_body_)) {
          differ(DifferenceKind::text, block, {});
          left_added_ += block.size();
        }
      }
      for (std::size_t i = 0; i < right_blocks.size(); ++i) {
        if (paired[i] || !goes_on_with(right_, right_blocks[i], right_body_)) continue;
        differ(DifferenceKind::text, {}, right_blocks[i]);
        right_added_ += right_blocks[i].size();
      }
    }
  }

  // The same line but for its numbers, or nearly.
  bool are_of_one_kind(const WordRange& ours, const WordRange& theirs) const {
    std::unordered_map<std::uint64_t, std::int32_t> counts;
    std::size_t our_words = 0;
    for (std::size_t i = ours.from; i < ours.to; ++i) {
      if (left_[i].has_digit) continue;
      ++our_words;
      ++counts[left_[i].number];
    }
    std::size_t their_words = 0;
    std::size_t same = 0;
    for (std::size_t i = theirs.from; i < theirs.to; ++i) {
      if (right_[i].has_digit) continue;
      ++their_words;
      same += counts[right_[i].number]-- > 0;
    }
    return same > 0 && share(same, std::max(our_words, their_words)) >= kSameLine;
  }

  void compare_numbers(const WordRange& ours, const WordRange& theirs) {
    const auto digits = [](const ComparedSide& side, const WordRange& range) {
      std::string out;
      for (std::size_t i = range.from; i < range.to; ++i) out += side[i].has_digit ? side.form(i) + " " : "";
      return out;
    };
    const std::string left = digits(left_, ours);
    const std::string right = digits(right_, theirs);
    if (left.empty() || right.empty() || left == right) return;
    const auto undated = [](const ComparedWord& word) { return word.has_digit && !word.in_date; };
    const bool number = left_.any(ours, undated) || right_.any(theirs, undated);
    differ(number ? DifferenceKind::number : DifferenceKind::date, ours, theirs);
  }

  static bool goes_on_with(const ComparedSide& side, const WordRange& block, const WordRange& body) {
    if (block.size() <= kFurnitureWords) return false;
    std::unordered_set<std::uint64_t> known;
    for (std::size_t i = body.from; i < body.to; ++i) known.insert(side[i].number);
    std::size_t content = 0;
    std::size_t kin = 0;
    for (std::size_t i = block.from; i < block.to; ++i) {
      if (side[i].is_function || side[i].has_digit) continue;
      ++content;
      kin += known.contains(side[i].number);
    }
    return content > 0 && share(kin, content) >= kKinWords;
  }

  void differ(DifferenceKind kind, const WordRange& left, const WordRange& right) {
    Difference difference{kind, left_.written(left), right_.written(right)};
    if (std::find(differences_.begin(), differences_.end(), difference) == differences_.end())
      differences_.push_back(std::move(difference));
  }

  Comparison as(Relation relation) {
    result_.relation = relation;
    if (relation == Relation::excerpt)
      std::erase_if(differences_, [](const Difference& d) { return d.left.empty() || d.right.empty(); });
    std::stable_sort(differences_.begin(), differences_.end(),
                     [](const Difference& a, const Difference& b) { return a.kind < b.kind; });
    result_.more = differences_.size() - std::min(differences_.size(), most_differences);
    differences_.resize(std::min(differences_.size(), most_differences));
    result_.differences = std::move(differences_);
    return std::move(result_);
  }

  static constexpr std::size_t kMostLead =
      30;  // words of a block before the first run that belong to the body

  const ComparedSide& left_;
  const ComparedSide& right_;
  std::vector<CommonRun> runs_;
  std::size_t shared_ = 0;  // words
  std::size_t solid_ = 0;   // of those, in long runs
  WordRange left_body_, right_body_;
  std::vector<Difference> differences_;
  std::size_t left_added_ = 0;  // words of text that only one side has
  std::size_t right_added_ = 0;
  std::size_t replaced_names_ = 0;
  bool other_subject_ = false;
  Comparison result_;
};

}  // namespace

WordCounts::WordCounts(std::span<const std::uint64_t> words) : words_(words.size()) {
  for (const std::uint64_t hash : words) {
    const auto word = static_cast<std::uint32_t>(hash >> 32);
    if (entries_.empty() || entries_.back().word != word) entries_.push_back({word, 0});
    ++entries_.back().times;
  }
  entries_.shrink_to_fit();
}

std::size_t WordCounts::bytes() const noexcept {
  return sizeof *this + entries_.capacity() * sizeof(Entry);
}

bool WordCounts::may_be_related(const WordCounts& other) const noexcept {
  std::size_t in_both = 0;
  auto theirs = other.entries_.begin();
  for (const Entry& ours : entries_) {
    while (theirs != other.entries_.end() && theirs->word < ours.word) ++theirs;
    if (theirs == other.entries_.end()) break;
    if (theirs->word == ours.word) in_both += std::min(ours.times, theirs->times);
  }
  return static_cast<double>(in_both) >= kLeastOfPart * static_cast<double>(std::min(words_, other.words_));
}

CutText::CutText(const ComparedText& text, Analyzer& analyzer)
    : side_(std::make_unique<ComparedSide>(text, analyzer)) {}
CutText::~CutText() = default;

Comparison CutText::compare_with(const CutText& right) const {
  return TextComparison(*side_, *right.side_).run();
}

WordCounts CutText::counts() const {
  return WordCounts(side_->sorted_numbers());
}

}  // namespace dossier
