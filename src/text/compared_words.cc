#include "compared_words.h"

#include <unicode/uchar.h>

#include <algorithm>
#include <array>

#include "dossier/core/hash.h"
#include "dossier/core/utf8.h"
#include "dossier/text/function_words.h"

namespace dossier {
namespace {

// Words that turn a sentence round, accents dropped, sorted. The languages of the function words.
constexpr std::array<std::string_view, 45> kNegations = {
    "aucun",  "aucune",  "cannot",  "jamais", "kein",  "keine", "keinem",  "keinen", "keiner",
    "keines", "nao",     "neither", "nem",    "never", "ni",    "nicht",   "nie",    "niemals",
    "nikad",  "nije",    "nisu",    "no",     "non",   "none",  "nor",     "not",    "nothing",
    "nunca",  "nuk",     "pas",     "sans",   "sin",   "t",     "without", "нет",    "не",
    "ни",     "никогда", "није",    "нису",   "لا",    "لم",    "ليس",     "不",     "没有"};

bool is_negation(std::string_view form) {
  return std::find(kNegations.begin(), kNegations.end(), form) != kNegations.end();
}

// A capital first, or a letter of a script that knows none.
bool looks_like_name(std::string_view written) {
  const auto first = static_cast<UChar32>(decode_utf8(written, 0).code_point);
  return u_isUUppercase(first) || u_istitle(first) ||
         (u_isalpha(first) && !u_isULowercase(first) && !u_hasBinaryProperty(first, UCHAR_CASED));
}

bool has_digit(std::string_view form) {
  for (std::size_t at = 0; at < form.size();) {
    const auto [c, next] = decode_utf8(form, at);
    if (u_isdigit(static_cast<UChar32>(c))) return true;
    at = next;
  }
  return false;
}

std::u32string letters_of(std::string_view form) {
  std::u32string out;
  for (std::size_t at = 0; at < form.size();) {
    const auto [c, next] = decode_utf8(form, at);
    out += c;
    at = next;
  }
  return out;
}

}  // namespace

std::vector<ComparedWord> compared_words(const ComparedText& text, Analyzer& analyzer) {
  std::vector<ComparedWord> words;
  std::size_t end = 0;
  auto date = text.dates.begin();
  analyzer.analyze(text.text, "", [&](const Token& token) {
    if (token.kind == TokenKind::compound) return;
    const std::string& form = token.term->meeting_form();
    while (date != text.dates.end() && date->end <= token.start) ++date;
    words.push_back(
        {.number = hash_64(form),
         .start = static_cast<std::uint32_t>(token.start),
         .end = static_cast<std::uint32_t>(token.end),
         .has_digit = has_digit(form),
         .in_date = date != text.dates.end() && date->start < token.end,
         .is_negation = is_negation(form),
         .is_function = is_function_word(form),
         .opens_block = text.text.substr(end, token.start - end).find("\n\n") != std::string_view::npos});
    ComparedWord& word = words.back();
    if (words.size() == 1) word.opens_block = true;
    word.is_name = !word.has_digit && !word.is_function &&
                   looks_like_name(text.text.substr(token.start, token.end - token.start));
    end = token.end;
  });
  return words;
}

bool is_misspelling(std::string_view left, std::string_view right) {
  std::u32string a = letters_of(left);
  std::u32string b = letters_of(right);
  if (a.size() > b.size()) std::swap(a, b);
  if (a.size() < 4 || b.size() - a.size() > 1 || has_digit(left) || has_digit(right)) return false;
  const std::size_t same_start =
      static_cast<std::size_t>(std::mismatch(a.begin(), a.end(), b.begin(), b.end()).first - a.begin());
  const auto ends = std::mismatch(a.rbegin(), a.rend() - static_cast<std::ptrdiff_t>(same_start), b.rbegin(),
                                  b.rend() - static_cast<std::ptrdiff_t>(same_start));
  const std::size_t ours = static_cast<std::size_t>(a.rend() - ends.first) - same_start;
  const std::size_t theirs = static_cast<std::size_t>(b.rend() - ends.second) - same_start;
  if (ours <= 1 && theirs <= 1) return true;
  if (ours == 2 && theirs == 2)
    return a[same_start] == b[same_start + 1] && a[same_start + 1] == b[same_start];
  return ours == 1 && theirs == 2 && a.size() >= 7;
}

}  // namespace dossier
