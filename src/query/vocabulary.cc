#include "vocabulary.h"

#include <algorithm>
#include <array>

#include "dossier/core/utf8.h"
#include "dossier/index/schema.h"
#include "dossier/text/function_words.h"
#include "dossier/text/normalizer.h"
#include "dossier/text/stemmer.h"

namespace dossier {
namespace {

// Looking for inflections or similar words stops after so many terms of the index.
constexpr std::size_t kMaxScanned = 100'000;
// Shorter words have no inflections worth a scan of the vocabulary.
constexpr std::size_t kMinInflectedLetters = 4;

// What the inflections of a word have in common in one language.
struct WantedStems {
  Stemmer stemmer;
  std::set<std::string, std::less<>> stems;
};

std::vector<char32_t> code_points(std::string_view text) {
  std::vector<char32_t> out;
  for (std::size_t i = 0; i < text.size();) {
    const auto [c, next] = decode_utf8(text, i);
    out.push_back(c);
    i = next;
  }
  return out;
}

// Whether two words are within `limit` edits (Damerau-Levenshtein, optimal string alignment).
bool within_edits(const std::vector<char32_t>& a, const std::vector<char32_t>& b, int limit) {
  const std::size_t longer = std::max(a.size(), b.size());
  if (longer - std::min(a.size(), b.size()) > static_cast<std::size_t>(limit)) return false;
  std::vector<int> before_last(b.size() + 1), last(b.size() + 1), row(b.size() + 1);
  for (std::size_t j = 0; j <= b.size(); ++j) last[j] = static_cast<int>(j);
  for (std::size_t i = 1; i <= a.size(); ++i) {
    row[0] = static_cast<int>(i);
    int best = row[0];
    for (std::size_t j = 1; j <= b.size(); ++j) {
      row[j] = std::min({last[j] + 1, row[j - 1] + 1, last[j - 1] + (a[i - 1] != b[j - 1])});
      if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
        row[j] = std::min(row[j], before_last[j - 2] + 1);
      best = std::min(best, row[j]);
    }
    if (best > limit) return false;
    before_last.swap(last);
    last.swap(row);
  }
  return last[b.size()] <= limit;
}

}  // namespace

FieldPrefixes::FieldPrefixes(std::string_view field)
    : written(field),
      folded(std::string(schema::prefix::folded) + std::string(field)),
      stem(std::string(schema::prefix::stem) + std::string(field)) {}

bool TokenMatcher::matches(const TermForms& forms) const {
  if (!stems.empty() &&
      (stems.contains(forms.stem) || (!forms.folded_stem.empty() && stems.contains(forms.folded_stem))))
    return true;
  if (!written.empty() && written.contains(forms.written)) return true;
  if (!meeting.empty() && meeting.contains(forms.meeting_form())) return true;
  return !prefix.empty() && forms.meeting_form().starts_with(prefix);
}

Vocabulary::Vocabulary(const IndexReader& reader, Analyzer& analyzer) : reader_(reader), analyzer_(analyzer) {
  std::set<std::string_view> algorithms{""};
  languages_.emplace_back();
  if (reader.database().get_doccount() == 0) return;
  for (const std::string& language : reader.languages()) {
    if (algorithms.insert(Stemmer::algorithm_of(language)).second) languages_.push_back(language);
  }
}

std::set<std::string, std::less<>> Vocabulary::stems(std::string_view word) {
  std::set<std::string, std::less<>> out;
  for (const std::string& language : languages_) {
    const TermForms& forms = analyzer_.forms(word, language);
    out.insert(forms.stem);
    if (!forms.folded_stem.empty()) out.insert(forms.folded_stem);
  }
  return out;
}

std::uint32_t Vocabulary::passages(const std::string& term) const {
  const auto [known, is_new] = passages_.try_emplace(term);
  if (is_new) known->second = database().get_termfreq(term);
  return known->second;
}

std::vector<std::string> Vocabulary::stem_terms(const std::set<std::string, std::less<>>& stems,
                                                const FieldPrefixes& field) const {
  std::vector<std::string> terms;
  for (const std::string& stem : stems) {
    std::string term = field.stem + stem;
    if (passages(term) > 0) terms.push_back(std::move(term));
  }
  if (terms.empty() && !stems.empty()) terms.push_back(field.stem + *stems.begin());
  return terms;
}

template <typename Take>
void Vocabulary::each_word(std::string_view prefix, Take&& take) const {
  // Some words stand in titles, headings or names alone.
  for (const std::string_view name : schema::prefix::text_fields) {
    const FieldPrefixes field(name);
    for (const bool folded : {false, true}) {
      const std::string& before = folded ? field.folded : field.written;
      const std::string start = before + std::string(prefix);
      std::size_t scanned = 0;
      for (auto term = database().allterms_begin(start);
           term != database().allterms_end(start) && scanned < kMaxScanned; ++term, ++scanned) {
        const std::string form = (*term).substr(before.size());
        // Terms of other fields begin with a capital.
        if (form.empty() || (form[0] >= 'A' && form[0] <= 'Z')) continue;
        if (!take(form, folded)) break;
      }
    }
  }
}

TokenMatcher Vocabulary::inflections(std::string_view word) {
  const std::string meeting = analyzer_.forms(word, "").meeting_form();
  TokenMatcher matcher;
  matcher.meeting.insert(meeting);
  if (count_code_points(meeting) < kMinInflectedLetters || is_function_word(meeting)) return matcher;
  // Inflections share a stem but for its last letter (happy, happily: happi).
  std::size_t shortest = count_code_points(meeting);
  std::vector<WantedStems> wanted;
  for (const std::string& language : languages_) {
    WantedStems stems{Stemmer(language), {}};
    const TermForms& forms = analyzer_.forms(word, language);
    for (const std::string* stem : {&forms.stem, &forms.folded_stem}) {
      if (stem->empty() || !has_stem(*stem)) continue;
      stems.stems.emplace(without_family(*stem));
      shortest = std::min(shortest, count_code_points(without_family(*stem)));
    }
    if (!stems.stems.empty()) wanted.push_back(std::move(stems));
  }
  const std::string_view start = first_code_points(meeting, std::max<std::size_t>(2, shortest - 1));
  each_word(start, [&](std::string_view form, bool folded) {
    for (WantedStems& language : wanted) {
      const std::string_view stem = language.stemmer.stem(form);
      if (!language.stems.contains(stem) && !language.stems.contains(fold_diacritics(stem))) continue;
      // Written with accents it is in the index a second time, without them: that form finds both.
      if (folded || fold_diacritics(form) == form) matcher.meeting.emplace(form);
      break;
    }
    return true;
  });
  return matcher;
}

bool Vocabulary::has_stem(const std::string& stem) const {
  return std::any_of(schema::prefix::text_fields.begin(), schema::prefix::text_fields.end(),
                     [&](std::string_view field) { return passages(FieldPrefixes(field).stem + stem) > 0; });
}

TokenMatcher Vocabulary::beginning(std::string_view prefix, std::size_t most, bool& cut) {
  TokenMatcher matcher;
  each_word(fold_diacritics(fold_case(prefix)), [&](std::string_view form, bool folded) {
    if (!folded && fold_diacritics(form) != form) return true;
    cut = matcher.meeting.size() >= most;
    if (!cut) matcher.meeting.emplace(form);
    return !cut;
  });
  return matcher;
}

TokenMatcher Vocabulary::similar(std::string_view word, int edits) {
  const std::string wanted = fold_diacritics(fold_case(word));
  const std::vector<char32_t> letters = code_points(wanted);
  TokenMatcher matcher;
  matcher.meeting.insert(wanted);
  // The first letter is taken as right: people rarely miss it, and it spares most of the vocabulary.
  each_word(first_code_points(wanted, 1), [&](std::string_view form, bool folded) {
    if ((folded || fold_diacritics(form) == form) && within_edits(letters, code_points(form), edits))
      matcher.meeting.emplace(form);
    return true;
  });
  return matcher;
}

std::vector<std::string> Vocabulary::form_terms(const TokenMatcher& matcher,
                                                const FieldPrefixes& field) const {
  std::vector<std::string> terms;
  const auto add = [&](std::string term) {
    if (database().term_exists(term)) terms.push_back(std::move(term));
  };
  for (const std::string& form : matcher.written) add(field.written + form);
  for (const std::string& form : matcher.meeting) {
    add(field.written + form);
    add(field.folded + form);
  }
  if (terms.empty())
    terms.push_back(field.written +
                    (matcher.written.empty() ? *matcher.meeting.begin() : *matcher.written.begin()));
  return terms;
}

}  // namespace dossier
