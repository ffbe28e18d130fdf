// Which bytes of a passage to mark: exactly what matched, by the same Analyzer and Pattern that found it.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "dossier/query/pattern.h"
#include "dossier/search/result.h"
#include "dossier/text/analyzer.h"

namespace dossier {

// Where words are looked for in one hit.
struct HitText {
  std::string_view text;
  std::string_view title;
  const std::vector<std::string>* headings = nullptr;
  std::string_view author;
  std::string_view language;           // of the text
  std::string_view document_language;  // of all else
};

struct HitMarks {
  std::vector<Range> text;  // ascending, disjoint
  std::vector<Range> title;
};

// Marks hits of one query. Keeps references to what it is given; one for each thread.
class Highlighter {
 public:
  Highlighter(const Pattern& pattern, const std::vector<TokenMatcher>& matchers, Analyzer& analyzer)
      : pattern_(pattern), matchers_(matchers), analyzer_(analyzer) {}

  HitMarks mark(const HitText& hit) const;

 private:
  const Pattern& pattern_;
  const std::vector<TokenMatcher>& matchers_;
  Analyzer& analyzer_;
};

// Up to `most` stretches of `text` worth showing, ascending, cut at words, about `bytes` long each, with as
// many different marks as can be; the beginning of a text without marks; all of a short one.
std::vector<Range> make_fragments(std::string_view text, const std::vector<Range>& marks, std::size_t most,
                                  std::size_t bytes = 240);

}  // namespace dossier
