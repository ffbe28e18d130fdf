// A query said back in its own language, every operator written out: the "interpreted" line of the output.
#pragma once

#include <functional>
#include <string>

#include "dossier/query/tree.h"

namespace dossier {

// Which words of a sequence may be missing from a match whatever the mode, as function words may.
using WordPredicate = std::function<bool(const WordNode&)>;

// True if `node`, written beside others without a sign, must match in every match mode: all but words do
// (phrases, fields, filters, groups, NEAR). The match mode is about the plain words of the root sequence; a
// sequence inside another node means all of its items.
bool always_binds(const Node& node) noexcept;

// `query` with AND, OR and NOT between all its parts and brackets only where they are needed:
// `kosovo AND "lip service" AND NOT nato`. Plain words of the root sequence are joined by AND if
// `all_required`, else by OR among themselves. Words that `is_optional` names are left out of a sequence that
// has others. Empty for an empty query. Parsing the result gives the same meaning and no problem.
std::string describe(const ParsedQuery& query, bool all_required = true,
                     const WordPredicate& is_optional = {});

}  // namespace dossier
