#include "compounds.h"

#include <algorithm>
#include <cmath>

#include "dossier/core/utf8.h"
#include "dossier/index/schema.h"
#include "dossier/text/function_words.h"
#include "dossier/text/stemmer.h"

namespace dossier {
namespace {

constexpr std::size_t kMostPostings = 1000;  // looked through for one of a language
constexpr std::size_t kMostScanned = 1000;   // terms that begin or end like the word

// Calls `visit` with each linking element, "" first, until it gives true.
template <typename Visit>
bool any_link(const CompoundRules& rules, Visit&& visit) {
  if (visit(std::string_view())) return true;
  for (std::string_view rest = rules.links; !rest.empty();) {
    const std::size_t end = std::min(rest.find(' '), rest.size());
    if (visit(rest.substr(0, end))) return true;
    rest.remove_prefix(std::min(end + 1, rest.size()));
  }
  return false;
}

}  // namespace

Compounds::Compounds(const IndexReader& reader, Analyzer& analyzer)
    : database_(reader.database()), analyzer_(analyzer) {
  if (database_.get_doccount() == 0) return;
  for (const std::string& language : reader.languages()) {
    if (const CompoundRules* rules = compound_rules(language)) rules_.push_back(rules);
  }
}

std::vector<std::string> Compounds::split(const std::string& word) {
  const std::size_t letters = count_code_points(word);
  for (const CompoundRules* rules : rules_) {
    if (!rules->of_words || letters < rules->shortest_whole()) continue;
    auto halves = split(word, *rules);
    if (!halves.empty() && outnumber(halves, word, *rules) && !stands_elsewhere_only(word, *rules))
      return halves;
  }
  return {};
}

// The longest last word that leaves a first one.
std::vector<std::string> Compounds::split(const std::string& word, const CompoundRules& rules) {
  const std::size_t letters = count_code_points(word);
  std::size_t at = 0;
  for (std::size_t before = 0; before + rules.shortest <= letters;
       ++before, at = decode_utf8(word, at).next) {
    if (before < rules.shortest || !is_word(std::string_view(word).substr(at), rules.language)) continue;
    std::string first = first_word(std::string_view(word).substr(0, at), rules);
    if (!first.empty()) return {std::move(first), word.substr(at)};
  }
  return {};
}

std::string Compounds::first_word(std::string_view start, const CompoundRules& rules) {
  std::string found;
  any_link(rules, [&](std::string_view link) {
    if (!start.ends_with(link)) return false;
    const std::string_view word = start.substr(0, start.size() - link.size());
    if (count_code_points(word) < rules.shortest || !is_word(word, rules.language)) return false;
    found = word;
    return true;
  });
  return found;
}

bool Compounds::is_word(std::string_view word, std::string_view language) {
  const TermForms& forms = analyzer_.forms(word, language);
  if (is_function_word(forms.meeting_form())) return false;
  return database_.term_exists(std::string(schema::prefix::stem) + forms.stem);
}

// In any inflection of the language, or in any language as it is written.
Xapian::doccount Compounds::passages_with(const std::string& word, const CompoundRules& rules) {
  const TermForms& forms = analyzer_.forms(word, rules.language);
  return std::max(database_.get_termfreq(std::string(schema::prefix::stem) + forms.stem),
                  database_.get_termfreq(forms.written));
}

// Words are split where the mean of their parts' frequencies, the geometric one, is no less than their own
// (Koehn and Knight, 2003): "pollution" is no "poll" and "ution", though both may stand somewhere.
bool Compounds::outnumber(const std::vector<std::string>& parts, const std::string& word,
                          const CompoundRules& rules) {
  double product = 1;
  for (const std::string& part : parts) product *= passages_with(part, rules);
  return product >= std::pow(passages_with(word, rules), parts.size());
}

// Whether a passage near the beginning has both terms.
bool Compounds::meet(const std::string& a, const std::string& b) const {
  auto left = database_.postlist_begin(a);
  auto right = database_.postlist_begin(b);
  const auto left_end = database_.postlist_end(a);
  const auto right_end = database_.postlist_end(b);
  for (std::size_t i = 0; i < kMostPostings && left != left_end && right != right_end; ++i) {
    if (*left == *right) return true;
    if (*left < *right) {
      left.skip_to(*right);
    } else {
      right.skip_to(*left);
    }
  }
  return false;
}

// "password" in an index of English with a little German.
bool Compounds::stands_elsewhere_only(const std::string& word, const CompoundRules& rules) {
  const std::string& stem = analyzer_.forms(word, rules.language).stem;
  const std::string term = std::string(schema::prefix::stem) + stem;
  const bool stands_here = database_.term_exists(term);
  if (!family_of_stem(stem).empty()) return !stands_here && database_.term_exists(word);
  if (!stands_here) return false;  // a compound nobody has used before
  return !meet(term, schema::keyword_term(schema::prefix::language, rules.language)) &&
         !meet(term, schema::keyword_term(schema::prefix::passage_language, rules.language));
}

std::vector<std::string> Compounds::around(const std::string& word) {
  std::vector<std::string> found;
  for (const CompoundRules* rules : rules_) {
    const std::string stem = analyzer_.forms(word, rules->language).stem;
    if (count_code_points(without_family(stem)) < rules->shortest) continue;
    if (stands_elsewhere_only(word, *rules)) continue;
    add_ending_with(stem, *rules, found);
    add_beginning_with(stem, *rules, found);
  }
  std::sort(found.begin(), found.end());
  found.erase(std::unique(found.begin(), found.end()), found.end());
  return found;
}

void Compounds::add_ending_with(const std::string& stem, const CompoundRules& rules,
                                std::vector<std::string>& found) {
  const std::string start = schema::reversed_term(stem);
  std::size_t scanned = 0;
  const auto end = database_.allterms_end(start);
  for (auto term = database_.allterms_begin(start); term != end && scanned < kMostScanned;
       ++term, ++scanned) {
    std::string compound = schema::reversed_word(*term);
    const std::string_view before =
        without_family(std::string_view(compound).substr(0, compound.size() - without_family(stem).size()));
    const bool made = rules.of_words ? !first_word(before, rules).empty() : !before.empty();
    if (made) found.push_back(std::move(compound));
  }
}

void Compounds::add_beginning_with(const std::string& stem, const CompoundRules& rules,
                                   std::vector<std::string>& found) {
  const std::string start = std::string(schema::prefix::stem) + stem;
  std::size_t scanned = 0;
  const auto end = database_.allterms_end(start);
  for (auto term = database_.allterms_begin(start); term != end && scanned < kMostScanned;
       ++term, ++scanned) {
    const std::string compound = (*term).substr(schema::prefix::stem.size());
    const std::string_view behind = std::string_view(compound).substr(stem.size());
    const bool made = any_link(rules, [&](std::string_view link) {
      if (!behind.starts_with(link)) return false;
      const std::string_view last = behind.substr(link.size());
      if (!rules.of_words) return !last.empty();
      return count_code_points(last) >= rules.shortest && is_word(last, rules.language);
    });
    // Other languages have words that begin so: only what has been taken for a long word of this one counts.
    if (made && database_.term_exists(schema::reversed_term(compound))) found.push_back(compound);
  }
}

}  // namespace dossier
