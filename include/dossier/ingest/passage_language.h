// The languages of a document's passages.
#pragma once

#include "dossier/document/document.h"

namespace dossier {

// Gives a language of its own to each passage of some length whose text is surely in another language than
// the document: the French half of a bilingual treaty, a quoted Russian statement. Not where both are stemmed
// alike, as Serbian and Croatian are: nothing would be different. Safe to call from several threads.
void find_passage_languages(Document& document);

}  // namespace dossier
