// What the index keeps of documents and passages, as hits show it.
#pragma once

#include <string>

#include "dossier/index/stored.h"
#include "dossier/search/result.h"

namespace dossier {

HitDocument to_hit_document(StoredDocument&& document);

// Without marks and fragments.
HitPassage to_hit_passage(const std::string& document_id, StoredPassage&& passage);

}  // namespace dossier
