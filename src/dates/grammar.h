// The grammar of written dates: at each place where one may begin or turn on, the rules are asked in turn.
#pragma once

#include <vector>

#include "grammar_reader.h"

namespace dossier::dates {

// Appends the dates of a paragraph, ascending and disjoint. Linear in its tokens, whatever they are.
void find_dates(const Tokens& tokens, Languages languages, std::vector<Found>& out);

}  // namespace dossier::dates
