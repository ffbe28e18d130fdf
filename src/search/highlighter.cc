#include "dossier/search/highlighter.h"

#include <algorithm>
#include <array>

#include "dossier/index/schema.h"
#include "dossier/query/positions.h"
#include "dossier/text/unspaced.h"

namespace dossier {
namespace {

constexpr std::size_t kFields = 4;  // as FieldBits

struct Occurrence {
  std::uint32_t position;
  std::size_t start;
  std::size_t end;
};

using Occurrences = std::vector<Occurrence>;  // ascending by position
using FieldRanges = std::array<std::vector<Range>, kFields>;

struct Evaluation {
  bool matched = false;
  FieldRanges ranges;
};

void append(FieldRanges& to, const FieldRanges& from) {
  for (std::size_t i = 0; i < kFields; ++i) to[i].insert(to[i].end(), from[i].begin(), from[i].end());
}

std::vector<PositionSpan> to_spans(const Occurrences& occurrences) {
  std::vector<PositionSpan> spans;
  spans.reserve(occurrences.size());
  for (const Occurrence& at : occurrences) spans.push_back({at.position, at.position, spans.size()});
  return spans;
}

// A stretch of text in which a word or phrase stands.
struct Stretch {
  PositionSpan span;
  Range range;
};

class PatternEvaluator {
 public:
  PatternEvaluator(const std::vector<TokenMatcher>& matchers, Analyzer& analyzer)
      : matchers_(matchers), analyzer_(analyzer) {
    for (auto& field : found_) field.resize(matchers.size());
  }

  // Looks through a field's text for every matcher. Gives the position behind the last word.
  std::uint32_t read(std::size_t field, std::string_view text, std::string_view language,
                     std::uint32_t first_position = 0) {
    return analyzer_.analyze(
        text, language,
        [&](const Token& token) {
          for (std::size_t i = 0; i < matchers_.size(); ++i) {
            if (!matchers_[i].matches(*token.term)) continue;
            if (matchers_[i].characters.empty())
              found_[field][i].push_back({token.position, token.start, token.end});
            else
              add_characters(text, token, matchers_[i].characters, found_[field][i]);
          }
        },
        first_position);
  }

  Evaluation evaluate(const Pattern& pattern) const {
    switch (pattern.kind) {
      case Pattern::Kind::nothing:
        return {.matched = true};
      case Pattern::Kind::word:
      case Pattern::Kind::phrase:
        return evaluate_stretches(pattern);
      case Pattern::Kind::near:
        return evaluate_near(pattern);
      case Pattern::Kind::all:
      case Pattern::Kind::any:
        return evaluate_children(pattern);
    }
    return {};
  }

 private:
  static void add_characters(std::string_view text, const Token& token,
                             const std::vector<std::string>& characters, Occurrences& out) {
    each_inside(unspaced_characters(text.substr(token.start, token.end - token.start)), characters,
                [&](const UnspacedCharacter& first, const UnspacedCharacter& last) {
                  out.push_back({token.position, token.start + first.start, token.start + last.end});
                });
  }

  Evaluation evaluate_children(const Pattern& pattern) const {
    Evaluation out;
    std::size_t matched = 0;
    for (const Pattern& child : pattern.children) {
      Evaluation part = evaluate(child);
      if (!part.matched) continue;
      ++matched;
      append(out.ranges, part.ranges);
    }
    out.matched = pattern.kind == Pattern::Kind::all ? matched == pattern.children.size() : matched > 0;
    if (!out.matched) out.ranges = {};
    return out;
  }

  Evaluation evaluate_stretches(const Pattern& pattern) const {
    Evaluation out;
    for (std::size_t field = 0; field < kFields; ++field) {
      if ((pattern.fields >> field & 1) == 0) continue;
      for (const Stretch& stretch : stretches(pattern, field)) {
        out.matched = true;
        out.ranges[field].push_back(stretch.range);
      }
    }
    return out;
  }

  Evaluation evaluate_near(const Pattern& pattern) const {
    Evaluation out;
    for (std::size_t field = 0; field < kFields; ++field) {
      if ((pattern.fields >> field & 1) == 0) continue;
      std::vector<std::vector<Stretch>> operands;
      std::vector<std::vector<PositionSpan>> spans;
      for (const Pattern& child : pattern.children) {
        operands.push_back(stretches(child, field));
        spans.emplace_back();
        for (std::size_t i = 0; i < operands.back().size(); ++i) {
          PositionSpan span = operands.back()[i].span;
          span.index = i;
          spans.back().push_back(span);
        }
      }
      const auto taken = near_spans(spans, pattern.distance, pattern.ordered);
      for (std::size_t i = 0; i < taken.size(); ++i) {
        for (const PositionSpan& span : taken[i]) {
          out.matched = true;
          out.ranges[field].push_back(operands[i][span.index].range);
        }
      }
    }
    return out;
  }

  std::vector<Stretch> stretches(const Pattern& pattern, std::size_t field) const {
    std::vector<Stretch> out;
    if (pattern.kind == Pattern::Kind::word) {
      const Occurrences& words = found_[field][pattern.matcher];
      for (const Occurrence& at : words) out.push_back({{at.position, at.position, 0}, {at.start, at.end}});
      return out;
    }
    std::vector<std::vector<PositionSpan>> parts;
    for (const Pattern& child : pattern.children) parts.push_back(to_spans(found_[field][child.matcher]));
    for (const PositionSpan& span : phrase_spans(parts, pattern.offsets)) {
      const Occurrence& first = found_[field][pattern.children.front().matcher][span.index];
      out.push_back({span, {first.start, end_at(found_[field][pattern.children.back().matcher], span.last)}});
    }
    return out;
  }

  static std::size_t end_at(const Occurrences& occurrences, std::uint32_t position) {
    const auto at =
        std::lower_bound(occurrences.begin(), occurrences.end(), position,
                         [](const Occurrence& o, std::uint32_t value) { return o.position < value; });
    return at->end;
  }

  const std::vector<TokenMatcher>& matchers_;
  Analyzer& analyzer_;
  std::array<std::vector<Occurrences>, kFields> found_;  // by field, then matcher
};

// Ascending and disjoint.
std::vector<Range> merge(std::vector<Range> ranges) {
  std::sort(ranges.begin(), ranges.end(), [](const Range& a, const Range& b) { return a.start < b.start; });
  std::vector<Range> out;
  for (const Range& range : ranges) {
    if (!out.empty() && range.start < out.back().end) {
      out.back().end = std::max(out.back().end, range.end);
    } else {
      out.push_back(range);
    }
  }
  return out;
}

bool is_break(char c) noexcept {
  return c == ' ' || c == '\n' || c == '\t';
}

// The nearest cut at white space at or before `offset`, not before `least`; a code point boundary where there
// is none.
std::size_t cut_before(std::string_view text, std::size_t offset, std::size_t least) {
  for (std::size_t i = offset; i > least; --i) {
    if (is_break(text[i - 1])) return i;
  }
  std::size_t i = offset;
  while (i > least && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) --i;
  return least == 0 && offset < 24 ? 0 : i;
}

std::size_t cut_after(std::string_view text, std::size_t offset, std::size_t most) {
  for (std::size_t i = offset; i < most; ++i) {
    if (is_break(text[i])) return i;
  }
  std::size_t i = offset;
  while (i < text.size() && (static_cast<unsigned char>(text[i]) & 0xC0) == 0x80) ++i;
  return i;
}

struct Window {
  Range range;
  std::size_t marks = 0;
};

bool is_blank(std::string_view text) noexcept {
  return std::all_of(text.begin(), text.end(), is_break);
}

// Stretches around runs of marks, each about `bytes` long, ascending and disjoint. A mark is in one of them,
// whole.
std::vector<Window> mark_windows(std::string_view text, const std::vector<Range>& marks, std::size_t bytes) {
  constexpr std::size_t kSlack = 24;  // how far a cut looks for white space
  std::vector<Window> windows;
  for (std::size_t i = 0; i < marks.size();) {
    std::size_t last = i;
    while (last + 1 < marks.size() && marks[last + 1].end <= marks[i].start + bytes * 3 / 4) ++last;
    const std::size_t begin = windows.empty() ? 0 : windows.back().range.end;
    const std::size_t end = last + 1 < marks.size() ? marks[last + 1].start : text.size();
    const std::size_t length = marks[last].end - marks[i].start;
    const std::size_t room = length < bytes ? (bytes - length) / 2 : 0;
    const std::size_t from = marks[i].start > begin + room ? marks[i].start - room : begin;
    const std::size_t to = std::min(end, marks[last].end + room);
    Range range{
        from == begin ? begin : cut_before(text, from, std::max(begin, from - std::min(from, kSlack))),
        to == end ? end : cut_after(text, to, std::min(end, to + kSlack))};
    while (range.start < marks[i].start && is_break(text[range.start])) ++range.start;
    while (range.end > marks[last].end && is_break(text[range.end - 1])) --range.end;
    windows.push_back({range, last - i + 1});
    i = last + 1;
  }
  return windows;
}

}  // namespace

HitMarks Highlighter::mark(const HitText& hit) const {
  PatternEvaluator evaluator(matchers_, analyzer_);
  evaluator.read(0, hit.text, hit.language);
  evaluator.read(1, hit.title, hit.document_language);
  if (hit.headings != nullptr) {
    std::uint32_t position = 0;
    for (const std::string& heading : *hit.headings)
      position = schema::heading_gap + evaluator.read(2, heading, hit.document_language, position);
  }
  evaluator.read(3, hit.author, hit.document_language);
  Evaluation result = evaluator.evaluate(pattern_);
  return {merge(std::move(result.ranges[0])), merge(std::move(result.ranges[1]))};
}

std::vector<Range> make_fragments(std::string_view text, const std::vector<Range>& marks, std::size_t most,
                                  std::size_t bytes) {
  if (text.empty() || most == 0) return {};
  if (text.size() <= bytes + bytes / 4) return {{0, text.size()}};
  if (marks.empty()) return {{0, cut_after(text, bytes, std::min(text.size(), bytes + 24))}};
  std::vector<Window> windows = mark_windows(text, marks, bytes);
  std::stable_sort(windows.begin(), windows.end(),
                   [](const Window& a, const Window& b) { return a.marks > b.marks; });
  windows.resize(std::min(windows.size(), most));
  std::sort(windows.begin(), windows.end(),
            [](const Window& a, const Window& b) { return a.range.start < b.range.start; });
  std::vector<Range> out;
  for (const auto& [range, count] : windows) {
    // Neighbours are shown as one.
    if (!out.empty() && is_blank(text.substr(out.back().end, range.start - out.back().end)))
      out.back().end = range.end;
    else
      out.push_back(range);
  }
  return out;
}

}  // namespace dossier
