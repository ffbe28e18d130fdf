// The dates that a document's passages speak of.
#pragma once

#include "dossier/dates/mentions.h"
#include "dossier/document/document.h"

namespace dossier {

// Finds the dates mentioned in the document's text, counted from its publication date and read in its
// language, and gives each passage its own, with offsets into the passage. Those in headings, which belong to
// no passage, are left out. Replaces what was there. Not for two threads with one finder.
void add_mentions(Document& document, MentionFinder& finder);

}  // namespace dossier
