#include "word_reader.h"

#include <fmt/format.h>

#include <optional>
#include <string>

#include "characters.h"
#include "dossier/core/utf8.h"

namespace dossier::query {
namespace {

constexpr std::size_t kMinStem = 2;  // letters before "*" or "~": fewer would match half the vocabulary

// Marks that belong to a word they end: C++, C#, 5%.
bool stays_at_end(char32_t c) noexcept {
  return c == '#' || c == '+' || c == '%' || c == '$' || c == '*' || c == '~' || is_word_character(c);
}

std::size_t without_punctuation(std::string_view run, std::size_t end) noexcept {
  while (end > 0) {
    std::size_t last = end - 1;
    while (last > 0 && !is_code_point_boundary(run, last)) --last;
    if (stays_at_end(decode_utf8(run, last).code_point)) break;
    end = last;
  }
  return end;
}

// What was taken off the end of a word.
struct Endings {
  std::size_t end = 0;
  bool star = false;
  std::optional<std::string_view> edits;  // the digits behind "~"
};

// Takes all of "*", "~", "~2" and punctuation off the end, however mixed, so that what is left is a word that
// reads the same again.
void strip_endings(std::string_view run, Endings& found) {
  for (;;) {
    found.end = without_punctuation(run, found.end);
    std::size_t digits = found.end;
    while (digits > 0 && is_digit(static_cast<unsigned char>(run[digits - 1]))) --digits;
    if (found.end > 1 && run[found.end - 1] == '*') {
      found.star = true;
      --found.end;
    } else if (digits > 1 && run[digits - 1] == '~') {
      found.edits = run.substr(digits, found.end - digits);
      found.end = digits - 1;
    } else {
      return;
    }
  }
}

}  // namespace

ReadWord read_word(std::string_view run, std::size_t offset, const WordContext& context, Problems& problems) {
  Endings found{.end = run.size(), .star = false, .edits = std::nullopt};
  found.end = without_punctuation(run, found.end);
  const std::size_t length = found.end;
  const Span span{offset, length};
  strip_endings(run, found);
  const std::size_t inner_star = run.substr(0, found.end).find('*');
  if (inner_star != std::string_view::npos) {
    found.star = true;
    found.end = inner_star;
    strip_endings(run, found);
    problems.add(
        span, fmt::format("\"*\" works only at the end of a word; taken as {}*", run.substr(0, found.end)));
  }

  const std::string_view text = run.substr(0, found.end);
  const bool too_short = count_code_points(text) < kMinStem;
  bool prefix = found.star;
  bool fuzzy = found.edits.has_value();
  if (prefix && fuzzy) {
    problems.add(span, fmt::format("\"*\" and \"~\" do not go together; taken as {}*", text));
    fuzzy = false;
  }
  if (fuzzy && context.in_phrase) {
    problems.add(span, fmt::format("\"~\" does not work inside quotes; taken as {}", text));
    fuzzy = false;
  }
  if ((prefix || fuzzy) && too_short) {
    problems.add(span, fmt::format("\"{}\" needs at least two letters before it; taken as the word {}",
                                   prefix ? '*' : '~', text));
    prefix = fuzzy = false;
  }
  if (fuzzy && !found.edits->empty() && *found.edits != "1" && *found.edits != "2") {
    problems.add(span,
                 fmt::format("\"~\" allows one or two edits, not {}; taken as {}~", *found.edits, text));
  }
  const WordForm form = prefix          ? WordForm::prefix
                        : fuzzy         ? WordForm::fuzzy
                        : context.exact ? WordForm::exact
                                        : WordForm::stemmed;
  return {{std::string(text), form}, length};
}

}  // namespace dossier::query
