// The query language: lexer and parser with recovery. docs/query-language.md is the manual. Never throws for
// what was typed: whatever cannot be understood is a Problem with its place, and the rest is answered.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "dossier/query/tree.h"

namespace dossier {

struct ParseOptions {
  bool exact = false;  // --exact: words are taken as written, as if each had "=" before it
};

// Parses what was typed. Linear in its length; nesting beyond 100 levels and more than 1000 words are cut
// with a problem.
ParsedQuery parse_query(std::string_view text, const ParseOptions& options = {});

// A range of dates as in published:RANGE: "2013", "2013-05", "2013-05-24", "1990s", "A..B", "..B", "A..",
// each with "=" before it for `within`; or "none". None, with the reason in `why`, if it is no such range or
// a date in it does not exist. A range whose ends are in the wrong order is turned round, and `why` says so;
// for any other range it is emptied.
std::optional<DateNode> parse_date_range(std::string_view text, DateField field, std::string* why = nullptr);

// FIELD:VALUE as in --where: the value is one keyword or, for a text field, words; dates too.
ParsedQuery parse_filter(std::string_view text);

}  // namespace dossier
