// The operators of the query language: tokens to a tree.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

#include "dossier/query/tree.h"
#include "lexer.h"
#include "problems.h"

namespace dossier::query {

// The tree of `tokens`, which were cut from `text`; none if nothing is left to look for.
std::optional<Node> parse_tokens(std::string_view text, std::vector<Token> tokens, Problems& problems);

}  // namespace dossier::query
