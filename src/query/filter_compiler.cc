#include "filter_compiler.h"

#include <algorithm>
#include <array>
#include <set>

#include "dossier/core/glob.h"
#include "dossier/core/language.h"
#include "dossier/core/utf8.h"
#include "dossier/index/date_terms.h"
#include "dossier/index/schema.h"
#include "dossier/text/normalizer.h"
#include "mention_source.h"

namespace dossier {
namespace {

using Xapian::Query;

std::string fold(std::string_view text) {
  return fold_diacritics(fold_case(text));
}

// What people call media types, beside the part behind the slash ("html", "markdown").
constexpr std::array<std::pair<std::string_view, std::string_view>, 6> kTypeNames{{
    {"txt", "text/plain"},
    {"text", "text/plain"},
    {"md", "text/markdown"},
    {"htm", "text/html"},
    {"xhtml", "application/xhtml+xml"},
    {"jsonl", "application/jsonl"},
}};

bool type_matches(std::string_view type, std::string_view wanted) {
  if (glob_match(wanted, type) || type.substr(type.find('/') + 1) == wanted) return true;
  return std::any_of(kTypeNames.begin(), kTypeNames.end(),
                     [&](const auto& row) { return row.first == wanted && row.second == type; });
}

// A source by its whole name, with "*" for anything; if there is none of that name, by words of it.
std::vector<std::string> matching_sources(const std::vector<std::string>& sources, std::string_view wanted) {
  std::vector<std::string> whole, part;
  const std::string folded = fold(collapse_whitespace(wanted));
  for (const std::string& source : sources) {
    if (source.empty()) continue;
    const std::string name = fold(source);
    const bool matches = folded.find('*') == std::string::npos
                             ? name == folded
                             : glob_match("**/" + folded, name) || glob_match(folded, name);
    if (matches) whole.push_back(source);
    if ((" " + name + " ").find(" " + folded + " ") != std::string::npos) part.push_back(source);
  }
  return whole.empty() ? part : whole;
}

std::vector<std::string> matching_types(const std::vector<std::string>& types, std::string_view wanted) {
  std::vector<std::string> out;
  std::copy_if(types.begin(), types.end(), std::back_inserter(out), [&](const std::string& type) {
    return !type.empty() && type_matches(type, ascii_lower(wanted));
  });
  return out;
}

std::vector<std::string> matching_languages(const std::vector<std::string>& languages,
                                            std::string_view wanted) {
  const std::string code = normalize_language(wanted);
  std::vector<std::string> out;
  std::copy_if(languages.begin(), languages.end(), std::back_inserter(out), [&](const std::string& language) {
    return !language.empty() && (language == code || language == wanted);
  });
  return out;
}

Query any_term(std::string_view prefix, const std::vector<std::string>& values) {
  std::set<std::string> terms;
  for (const std::string& value : values) terms.insert(schema::keyword_term(prefix, value));
  return terms.size() == 1 ? Query(*terms.begin()) : Query(Query::OP_OR, terms.begin(), terms.end());
}

Query path_query(const std::string& value, Analyzer& analyzer) {
  const bool open_end = value.ends_with('*');
  std::vector<Query> words;
  std::string last;
  analyzer.analyze(value, "", [&](const Token& token) {
    if (token.kind == TokenKind::compound) return;
    last = std::string(schema::prefix::path) + token.term->meeting_form();
    words.emplace_back(last);
  });
  if (words.empty()) return Query::MatchNothing;
  if (open_end) words.back() = Query(Query::OP_WILDCARD, last);
  return Query(Query::OP_AND, words.begin(), words.end());
}

void report_unknown(const KeywordNode& node, const Span& span, const std::vector<std::string>& known,
                    std::vector<Problem>& problems) {
  constexpr std::size_t kMostNamed = 8;
  std::string names;
  std::size_t count = 0;
  for (const std::string& value : known) {
    if (value.empty() || count == kMostNamed) continue;
    names += (names.empty() ? "" : ", ") + value;
    ++count;
  }
  problems.push_back({span, "no document has the " + std::string(field_name(node.field)) + " '" + node.value +
                                "'" + (names.empty() ? "" : "; there are: " + names)});
}

}  // namespace

Filter keyword_filter(const KeywordNode& node, const Span& span, const IndexReader& reader,
                      Analyzer& analyzer, std::vector<Problem>& problems) {
  if (node.field == Field::path) return {FilterSubject::path, path_query(node.value, analyzer)};
  FilterSubject subject = FilterSubject::source;
  std::string_view prefix = schema::prefix::source;
  std::vector<std::string> known, matching;
  if (reader.database().get_doccount() > 0) {
    const Columns& columns = reader.columns();
    known = node.field == Field::language ? columns.languages()
            : node.field == Field::type   ? columns.types()
                                          : columns.sources();
  }
  if (node.field == Field::language) {
    subject = FilterSubject::language;
    prefix = schema::prefix::language;
    matching = matching_languages(known, node.value);
  } else if (node.field == Field::type) {
    subject = FilterSubject::type;
    prefix = schema::prefix::type;
    matching = matching_types(known, node.value);
  } else {
    matching = matching_sources(known, node.value);
  }
  if (matching.empty()) {
    report_unknown(node, span, known, problems);
    return {subject, Query::MatchNothing};
  }
  return {subject, any_term(prefix, matching)};
}

namespace {

Query any_of(const std::vector<std::string>& terms) {
  return Query(Query::OP_OR, terms.begin(), terms.end());
}

// Passages whose slot is empty.
Query none_in(Xapian::valueno slot) {
  const std::string least(1, '\0');  // of all values there are
  return Query(Query::OP_AND_NOT, Query::MatchAll, Query(Query::OP_VALUE_GE, slot, least));
}

Query published_query(const DateNode& node) {
  namespace slot = schema::slot;
  if (node.none) return none_in(slot::published_first);
  if (!node.within) {
    return any_of(overlap_terms(node.days, schema::prefix::published_unit, schema::prefix::published_above));
  }
  const std::string first = schema::encode_day(node.days.first);
  const std::string last = schema::encode_day(node.days.last);
  const Query begins(Query::OP_VALUE_GE, slot::published_first, first);
  const Query ends(Query::OP_AND, Query(Query::OP_VALUE_LE, slot::published_last, last),
                   Query(Query::OP_VALUE_GE, slot::published_last, first));  // an absent value is the least
  return Query(Query::OP_AND, begins, ends);
}

Query mentioned_query(const DateNode& node) {
  if (node.none) return none_in(schema::slot::mentions);
  const Query touched =
      any_of(overlap_terms(node.days, schema::prefix::mentioned_unit, schema::prefix::mentioned_above));
  if (!node.within) return touched;
  // The terms leave few passages to be looked at one by one.
  return Query(Query::OP_AND, touched, mention_within_query(node.days));
}

}  // namespace

Filter date_filter(const DateNode& node) {
  const std::optional<DayInterval> days = node.none ? std::nullopt : std::optional(node.days);
  switch (node.field) {
    case DateField::published:
      return {FilterSubject::published, published_query(node), days};
    case DateField::mentioned:
      return {FilterSubject::mentioned, mentioned_query(node), days, node.within};
    case DateField::either:
      break;
  }
  const Query::op joined = node.none ? Query::OP_AND : Query::OP_OR;
  return {FilterSubject::other, Query(joined, published_query(node), mentioned_query(node)), {}};
}

}  // namespace dossier
