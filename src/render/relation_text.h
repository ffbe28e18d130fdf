// How documents are related, in words and as JSON.
#pragma once

#include <string>

#include "dossier/search/result.h"
#include "json.h"

namespace dossier {

// "copy of d2", "version of d2 (number: 34 / 43; and 2 more)", "excerpt of d2", "holds d2".
std::string relation_text(const DocumentRelation& relation, std::string_view other);

// "+ 2 copies: a, b; 1 version: c (number: 34 / 43)" of the hits under one, each by its file's name
// and its id.
std::string grouped_text(const std::vector<GroupedHit>& grouped);

std::string differences_text(const DocumentRelation& relation);  // "number: 34 / 43; name: Oslo / nothing"

// Sets "relation", "shared" and "differences" (each with "kind", "left", "right") and "more".
void put_relation(Json& object, const DocumentRelation& relation);

}  // namespace dossier
