#include "dossier/text/exonyms.h"

#include <algorithm>
#include <array>

#include "dossier/core/utf8.h"
#include "exonym_rows.h"
#include "exonym_table.h"

namespace dossier {
namespace {

constexpr ExonymEntry kEntries[] = {
#include <exonym_entries.inc>  // made while building
};

const ExonymEntry* first_of(std::string_view form) {
  return std::lower_bound(std::begin(kEntries), std::end(kEntries), form,
                          [](const ExonymEntry& entry, std::string_view f) { return entry.form < f; });
}

// Whether `word` is one of `words`, which are parted by spaces.
bool is_among(std::string_view words, std::string_view word) {
  for (std::size_t start = 0; start < words.size();) {
    const std::size_t end = std::min(words.find(' ', start), words.size());
    if (ascii_lower(words.substr(start, end - start)) == word) return true;
    start = end + 1;
  }
  return false;
}

}  // namespace

std::vector<std::string_view> exonyms_of(std::string_view form) {
  std::vector<std::string_view> names;
  for (const ExonymEntry* own = first_of(form); own != std::end(kEntries) && own->form == form; ++own) {
    for (const ExonymEntry& entry : kEntries) {
      if (entry.group != own->group || entry.form == form) continue;
      if (std::find(names.begin(), names.end(), entry.form) == names.end()) names.push_back(entry.form);
    }
  }
  return names;
}

std::vector<std::string_view> exonyms_beginning(std::string_view start) {
  std::vector<std::string_view> names;
  for (const ExonymEntry* entry = first_of(start);
       entry != std::end(kEntries) && entry->form.starts_with(start); ++entry) {
    if (names.empty() || names.back() != entry->form) names.push_back(entry->form);
  }
  return names;
}

bool is_never_joined(std::string_view form) {
  return is_among(kNeverJoined, form);
}

bool is_name_only_capitalised(std::string_view form) {
  return is_among(kOnlyCapitalised, form);
}

bool is_adjective(std::string_view form) {
  const ExonymEntry* entry = first_of(form);
  return entry != std::end(kEntries) && entry->form == form && entry->adjective;
}

}  // namespace dossier
