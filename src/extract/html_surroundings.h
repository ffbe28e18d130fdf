// What stands around the text of a page, as markup and names tell.
#pragma once

#include "html_kept.h"

namespace dossier {

// Drops readers' comments, lists of teasers for other pages, menus, and what is marked or named as furniture
// without holding too much of the page's prose. Linear.
void drop_surroundings(KeptBlocks& page);

}  // namespace dossier
