// Run while building: writes the table of names that one place has in different languages, sorted by form.
// Countries and languages come from ICU's data (Unicode CLDR), other places from exonym_rows.h.
#include <unicode/brkiter.h>
#include <unicode/locdspnm.h>
#include <unicode/uloc.h>

#include <algorithm>
#include <cstdio>
#include <fstream>
#include <map>
#include <set>
#include <string>
#include <vector>

#include "dossier/core/utf8.h"
#include "dossier/text/normalizer.h"
#include "dossier/text/romanizer.h"
#include "exonym_rows.h"

namespace {

using dossier::Alphabet;

constexpr const char* kLocales[] = {"en", "de", "fr", "es", "it", "pt", "nl", "pl",      "cs",
                                    "sk", "hu", "ro", "bg", "ru", "uk", "sr", "sr-Latn", "hr",
                                    "sq", "mk", "el", "tr", "ar", "he", "ka", "fa",      "zh",
                                    "ja", "hy", "sl", "sv", "da", "nb", "fi", "ca"};
// Those that name a people by the word for its language.
constexpr const char* kAdjectiveLocales[] = {"en", "de", "fr", "es", "it",      "pt",
                                             "pl", "ru", "uk", "sr", "sr-Latn", "el"};
constexpr const char* kLanguages[] = {"sq", "ar", "hy", "az", "be", "bn", "bs", "bg", "my", "zh", "hr", "cs",
                                      "da", "nl", "et", "fi", "fr", "ka", "de", "el", "he", "hi", "hu", "id",
                                      "it", "ja", "kk", "ko", "ku", "lt", "lv", "mk", "mn", "no", "fa", "pl",
                                      "pt", "ro", "ru", "sr", "sk", "sl", "es", "sv", "tr", "uk", "uz", "vi"};
constexpr std::size_t kFewestLetters = 4;           // of a name: shorter ones are words of other languages
constexpr std::size_t kFewestAdjectiveLetters = 6;  // Dutch "Pools" is a word in English

struct Group {
  std::set<std::string> forms;
  bool adjective = false;
};

std::vector<std::string> words_of(std::string_view text) {
  std::vector<std::string> words;
  std::string word;
  for (const char c : std::string(text) + " ") {
    if (c != ' ')
      word += c;
    else if (!word.empty())
      words.push_back(std::move(word)), word.clear();
  }
  return words;
}

std::string meeting_form(std::string_view name) {
  return dossier::fold_diacritics(dossier::fold_case(name));
}

// The names that ICU gives in one: "Myanmar (Burma)".
std::vector<std::string> names_in(const icu::UnicodeString& shown) {
  std::string text;
  shown.toUTF8String(text);
  std::vector<std::string> names;
  std::string name;
  for (const char c : text + "(") {
    if (c != '(' && c != ')') {
      name += c;
      continue;
    }
    const std::string trimmed(dossier::trim(name));
    if (!trimmed.empty() && trimmed.find_first_of(" -.,") == std::string::npos) names.push_back(trimmed);
    name.clear();
  }
  return names;
}

bool is_long_enough(const std::string& form, std::size_t letters) {
  const Alphabet alphabet = dossier::alphabet_of(form);
  if (alphabet == Alphabet::pinyin) return dossier::count_code_points(form) >= 2;
  return dossier::count_code_points(form) >= (alphabet == Alphabet::latin ? letters : kFewestLetters);
}

template <typename Show>
Group group_of(const char* const* begin, const char* const* end, bool adjective, Show&& show) {
  Group group{.forms = {}, .adjective = adjective};
  for (auto locale = begin; locale != end; ++locale) {
    const std::unique_ptr<icu::LocaleDisplayNames> names(
        icu::LocaleDisplayNames::createInstance(icu::Locale(*locale)));
    icu::UnicodeString shown;
    show(*names, shown);
    for (const std::string& name : names_in(shown)) {
      std::string form = meeting_form(name);
      if (is_long_enough(form, adjective ? kFewestAdjectiveLetters : kFewestLetters))
        group.forms.insert(std::move(form));
    }
  }
  return group;
}

std::vector<Group> all_groups() {
  std::vector<Group> groups;
  for (const std::string_view row : dossier::kExonymRows) {
    Group group;
    for (const std::string& name : words_of(row)) group.forms.insert(meeting_form(name));
    groups.push_back(std::move(group));
  }
  for (const char* const* country = uloc_getISOCountries(); *country != nullptr; ++country) {
    groups.push_back(group_of(std::begin(kLocales), std::end(kLocales), false,
                              [&](const icu::LocaleDisplayNames& names, icu::UnicodeString& shown) {
                                names.regionDisplayName(*country, shown);
                              }));
  }
  for (const char* language : kLanguages) {
    groups.push_back(group_of(std::begin(kAdjectiveLocales), std::end(kAdjectiveLocales), true,
                              [&](const icu::LocaleDisplayNames& names, icu::UnicodeString& shown) {
                                names.languageDisplayName(language, shown);
                              }));
  }
  return groups;
}

// Names that two countries share in different languages would join them.
void remove_shared(std::vector<Group>& groups) {
  std::map<std::string, std::vector<std::size_t>> owners;
  for (std::size_t i = std::size(dossier::kExonymRows); i < groups.size(); ++i) {
    for (const std::string& form : groups[i].forms) owners[form].push_back(i);
  }
  for (const auto& [form, numbers] : owners) {
    if (numbers.size() < 2) continue;
    for (const std::size_t number : numbers) groups[number].forms.erase(form);
  }
  for (const std::string& name : words_of(dossier::kNeverJoined)) {
    for (Group& group : groups) {
      if (group.forms.contains(meeting_form(name))) group.forms.clear();
    }
  }
}

}  // namespace

int main(int count, char** arguments) {
  if (count != 2) return 2;
  std::vector<Group> groups = all_groups();
  remove_shared(groups);
  std::vector<std::pair<std::string, std::size_t>> entries;
  for (std::size_t i = 0; i < groups.size(); ++i) {
    if (groups[i].forms.size() < 2) continue;
    for (const std::string& form : groups[i].forms) entries.emplace_back(form, i);
  }
  std::sort(entries.begin(), entries.end());
  std::ofstream out(arguments[1]);
  for (const auto& [form, group] : entries)
    out << "{\"" << form << "\", " << group << ", " << (groups[group].adjective ? "true" : "false") << "},\n";
  out.close();
  return out ? 0 : 1;
}
