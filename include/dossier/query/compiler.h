// From a query tree to Xapian queries, by the index's schema, with the Pattern that marks what they find.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include <xapian.h>

#include "dossier/index/index_reader.h"
#include "dossier/query/pattern.h"
#include "dossier/query/tree.h"
#include "dossier/text/analyzer.h"

namespace dossier {

// How much a match in a field counts beside one in the text. Chosen by measurement:
// docs/decisions/0006-field-weights.md.
struct FieldWeights {
  double title = 1.0;
  double heading = 0.5;
};

struct CompilerOptions {
  FieldWeights weights = {};
  bool other_names = true;  // a name is found by its spellings, in other scripts and languages as well
};

// What a filter is about: facets leave their own out when they count.
enum class FilterSubject : std::uint8_t { published, mentioned, source, language, type, path, other };

struct Filter {
  FilterSubject subject = FilterSubject::other;
  Xapian::Query query;
  std::optional<DayInterval> days;  // of a date filter
  bool within = false;              // of one on mentions: the whole date must lie within `days`
};

// One word of the query and the index's terms it stands for, for `explain` and for scoring whole documents.
struct Leaf {
  std::string word;                // as typed
  std::vector<std::string> terms;  // of the text
  std::vector<std::string> title_terms;
  std::string how;       // "stem", "written form", "prefix", "one edit away", "phrase", "near"
  Xapian::Query rank;    // it alone, weighted
  double weight = 1;     // beside what was typed; below 1 for what was made out of that
  double repeating = 1;  // what its being repeated where it stands adds to its weight, as a factor
  std::optional<std::size_t> matcher;  // of a single word: which of the query's matchers; none for others

  bool typed() const noexcept { return weight == 1; }
  double rank_weight() const noexcept { return weight * repeating; }
};

// What the words ask for, in two strengths. `match` decides and carries no weight; `rank` has the same
// matches, weighted.
struct MatchQuery {
  Xapian::Query match;
  Xapian::Query rank;
};

struct CompiledQuery {
  MatchQuery all;                  // everything that is asked for
  std::optional<MatchQuery> any;   // some of the words will do; none where that is no different
  std::size_t optional_words = 0;  // content words that may be missing in `any`
  std::vector<Filter> filters;     // bind whatever the words do
  Pattern pattern;
  std::vector<TokenMatcher> matchers;
  std::vector<Leaf> leaves;
  std::vector<Problem> problems;  // what only the index can tell: too many endings, no such source
};

// Compiles queries against one index. Uses the reader's revision; not for two threads.
class QueryCompiler {
 public:
  QueryCompiler(const IndexReader& reader, Analyzer& analyzer, const CompilerOptions& options = {});

  CompiledQuery compile(const ParsedQuery& query);

  // Adds what a parsed filter (--where, --published) asks for. Several values of one keyword field are
  // alternatives.
  void add_filters(const std::vector<ParsedQuery>& filters, CompiledQuery& out);

 private:
  const IndexReader& reader_;
  Analyzer& analyzer_;
  CompilerOptions options_;
};

// The conjunction of a query with filters, all or all but those on one subject.
Xapian::Query with_filters(const Xapian::Query& query, const std::vector<Filter>& filters,
                           std::optional<FilterSubject> left_out = std::nullopt);

}  // namespace dossier
