// What every format of a citation says, made ready once: names in parts, a date in parts, single lines.
#pragma once

#include <string>
#include <vector>

#include "dossier/render/citation.h"

namespace dossier {

struct PersonName {
  std::string family;  // or the name as it is, where `given` is empty
  std::string given;
};

struct DateParts {
  int year = 0;
  unsigned month = 0;  // 0: not known
  unsigned day = 0;
};

struct CitationDate {
  DateParts first, last;
  bool is_range = false;  // from first to last; else both are the same
  bool known = false;

  bool empty() const noexcept { return !known; }
  std::string iso() const;       // "2013-05", "1990/1999" for a range, "" for none
  std::string in_words() const;  // "24 May 2013", "1990–1999"
};

struct CitationEntry {
  std::string key;  // of ASCII letters, digits, "-" and "_"; differs from document to document
  std::vector<PersonName> authors;
  std::string title;
  std::string source;
  CitationDate date;
  std::string page;
  std::string link;
  std::string language;
  bool on_the_web = false;
};

// One for each that is cited, but none twice: passages of one page of a document are cited alike.
std::vector<CitationEntry> citation_entries(const std::vector<Cited>& cited);

}  // namespace dossier
