// A document or a passage of it as a citation: author, title, source, date as precisely as it is known, page
// and a link. docs/output.md says which field becomes which. All functions are pure.
#pragma once

#include <cstdint>
#include <iosfwd>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "dossier/search/contents.h"

namespace dossier {

enum class CitationFormat : std::uint8_t {
  plain,     // a line to read
  bibtex,    // for BibTeX and BibLaTeX, in UTF-8
  ris,       // for reference managers
  csl_json,  // for citation processors; one array
};

struct CitationFormatInfo {
  std::string_view name;  // "csl-json"
  std::string_view media_type;
  CitationFormat format;
};

// The formats by the names that commands and addresses call them, the default first.
std::span<const CitationFormatInfo> citation_formats() noexcept;
std::vector<std::string> citation_format_names();
// The format of that name; the default for any other.
const CitationFormatInfo& citation_format(std::string_view name) noexcept;

// What is cited; a passage gives its page.
struct Cited {
  const HitDocument* document = nullptr;
  const HitPassage* passage = nullptr;  // none: the document as a whole
};

// What was asked for: the passage, or the document.
Cited cited_of(const DocumentView& view);

// Each document or passage once, in the order given, ending in a newline; an empty array of CSL-JSON or
// nothing for none.
void write_citations(std::ostream& out, const std::vector<Cited>& cited, CitationFormat format);

// Where a reader finds it: the document's own address if it names one on the web, else its file; with
// "#page=N" where the passage has a page. Percent-escaped.
std::string citation_link(const Cited& cited);

}  // namespace dossier
