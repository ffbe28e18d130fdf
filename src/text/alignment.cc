#include "alignment.h"

#include <algorithm>
#include <optional>

namespace dossier {
namespace {

using Words = std::span<const std::uint64_t>;

constexpr std::size_t kAnchorWords = 4;
constexpr std::size_t kMostCells = 250'000;  // of a table; longer gaps are left apart

struct Anchor {
  std::size_t left;
  std::size_t right;
};

std::vector<Anchor> common_stretches(std::span<const Stretch> ours, std::span<const Stretch> theirs) {
  std::vector<Anchor> anchors;
  auto their = theirs.begin();
  for (const Stretch& our : ours) {
    while (their != theirs.end() && their->hash < our.hash) ++their;
    if (their != theirs.end() && their->hash == our.hash) anchors.push_back({our.place, their->place});
  }
  std::sort(anchors.begin(), anchors.end(), [](const Anchor& a, const Anchor& b) { return a.left < b.left; });
  return anchors;
}

// The longest row of anchors that ascends on both sides (Fredman, 1975).
std::vector<Anchor> longest_ascent(const std::vector<Anchor>& anchors) {
  std::vector<std::size_t> tails;  // the anchor with the least `right` that ends an ascent so long
  std::vector<std::optional<std::size_t>> before(anchors.size());
  for (std::size_t i = 0; i < anchors.size(); ++i) {
    const auto at =
        std::lower_bound(tails.begin(), tails.end(), anchors[i].right,
                         [&](std::size_t a, std::size_t right) { return anchors[a].right < right; });
    if (at != tails.begin()) before[i] = *(at - 1);
    if (at == tails.end())
      tails.push_back(i);
    else
      *at = i;
  }
  std::vector<Anchor> row;
  if (tails.empty()) return row;
  for (std::optional<std::size_t> at = tails.back(); at; at = before[*at]) row.push_back(anchors[*at]);
  std::reverse(row.begin(), row.end());
  return row;
}

class Alignment {
 public:
  Alignment(const AlignedWords& left, const AlignedWords& right)
      : left_(left.words),
        right_(right.words),
        anchors_(longest_ascent(common_stretches(left.stretches, right.stretches))) {}

  std::vector<CommonRun> take() {
    for (const Anchor& anchor : anchors_) grow(anchor);
    const std::vector<CommonRun> solid = std::move(runs_);
    runs_.clear();
    CommonRun before;
    for (const CommonRun& run : solid) {
      fill_gap(before, run);
      append(run);
      before = run;
    }
    fill_gap(before, {left_.size(), right_.size(), 0});
    return std::move(runs_);
  }

 private:
  // An anchor as far as both sides agree, up to the run before.
  void grow(const Anchor& anchor) {
    const std::size_t left_from = runs_.empty() ? 0 : runs_.back().left_end();
    const std::size_t right_from = runs_.empty() ? 0 : runs_.back().right_end();
    if (anchor.left < left_from || anchor.right < right_from) return;
    CommonRun run{anchor.left, anchor.right, kAnchorWords};
    while (run.left > left_from && run.right > right_from && left_[run.left - 1] == right_[run.right - 1])
      --run.left, --run.right, ++run.length;
    while (run.left_end() < left_.size() && run.right_end() < right_.size() &&
           left_[run.left_end()] == right_[run.right_end()])
      ++run.length;
    append(run);
  }

  void append(const CommonRun& run) {
    if (!runs_.empty() && runs_.back().left_end() == run.left && runs_.back().right_end() == run.right)
      runs_.back().length += run.length;
    else
      runs_.push_back(run);
  }

  // By the longest common subsequence, between two runs.
  void fill_gap(const CommonRun& before, const CommonRun& behind) {
    const Words left = left_.subspan(before.left_end(), behind.left - before.left_end());
    const Words right = right_.subspan(before.right_end(), behind.right - before.right_end());
    if (left.empty() || right.empty() || left.size() * right.size() > kMostCells) return;
    const std::size_t columns = right.size() + 1;
    table_.assign((left.size() + 1) * columns, 0);
    for (std::size_t i = left.size(); i-- > 0;) {
      for (std::size_t j = right.size(); j-- > 0;) {
        table_[i * columns + j] = left[i] == right[j]
                                      ? table_[(i + 1) * columns + j + 1] + 1
                                      : std::max(table_[(i + 1) * columns + j], table_[i * columns + j + 1]);
      }
    }
    for (std::size_t i = 0, j = 0; i < left.size() && j < right.size();) {
      if (left[i] == right[j])
        append({before.left_end() + i++, before.right_end() + j++, 1});
      else if (table_[(i + 1) * columns + j] >= table_[i * columns + j + 1])
        ++i;
      else
        ++j;
    }
  }

  Words left_, right_;
  std::vector<Anchor> anchors_;
  std::vector<CommonRun> runs_;
  std::vector<std::uint32_t> table_;
};

// A few words that two rewritten stretches happen to share join nothing: the stretches are one.
std::vector<CommonRun> without_chance_runs(const std::vector<CommonRun>& runs, std::size_t left_size,
                                           std::size_t right_size) {
  std::vector<CommonRun> kept;
  for (std::size_t i = 0; i < runs.size(); ++i) {
    const CommonRun before = kept.empty() ? CommonRun{} : kept.back();
    const CommonRun behind = i + 1 < runs.size() ? runs[i + 1] : CommonRun{left_size, right_size, 0};
    const auto both = [](std::size_t left, std::size_t right) { return std::min(left, right); };
    const std::size_t apart_before =
        both(runs[i].left - before.left_end(), runs[i].right - before.right_end());
    const std::size_t apart_behind =
        both(behind.left - runs[i].left_end(), behind.right - runs[i].right_end());
    if (2 * runs[i].length >= std::min(apart_before, apart_behind) || runs[i].length >= kAnchorWords)
      kept.push_back(runs[i]);
  }
  return kept;
}

}  // namespace

std::vector<Stretch> unique_stretches(Words words) {
  std::vector<Stretch> all;
  all.reserve(words.size());
  for (std::uint32_t i = 0; i + kAnchorWords <= words.size(); ++i) {
    std::uint64_t hash = 0;
    for (std::size_t k = 0; k < kAnchorWords; ++k) hash = (hash ^ words[i + k]) * 0x9E3779B97F4A7C15;
    all.push_back({hash, i});
  }
  std::sort(all.begin(), all.end(), [](const Stretch& a, const Stretch& b) { return a.hash < b.hash; });
  std::vector<Stretch> unique;
  for (std::size_t i = 0; i < all.size(); ++i) {
    const bool before = i > 0 && all[i - 1].hash == all[i].hash;
    const bool behind = i + 1 < all.size() && all[i + 1].hash == all[i].hash;
    if (!before && !behind) unique.push_back(all[i]);
  }
  return unique;
}

std::vector<CommonRun> align(const AlignedWords& left, const AlignedWords& right) {
  return without_chance_runs(Alignment(left, right).take(), left.words.size(), right.words.size());
}

}  // namespace dossier
