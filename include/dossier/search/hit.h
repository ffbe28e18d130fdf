// What the index keeps of documents and passages, as hits show it.
#pragma once

#include <string>

#include "dossier/index/relations.h"
#include "dossier/index/stored.h"
#include "dossier/search/result.h"

namespace dossier {

// "<document id>#<ordinal>", by which `show` finds it.
std::string passage_id(const std::string& document_id, std::uint32_t ordinal);

HitDocument to_hit_document(StoredDocument&& document);

DocumentRelation to_document_relation(const StoredRelation& relation);

// Without marks and fragments.
HitPassage to_hit_passage(const HitDocument& document, StoredPassage&& passage);

}  // namespace dossier
