// The text of a passage or a title, its matches and the dates it speaks of set apart.
#pragma once

#include <string_view>
#include <vector>

#include "dossier/search/result.h"
#include "html.h"

namespace dossier::web {

// How it is shown. Both numberings let a reader go from one to the next.
struct PassageStyle {
  bool whole = false;            // else its fragments
  bool focusable_dates = false;  // the keyboard reaches each date
  std::size_t* match_number =
      nullptr;  // counts the marks and names them "m1", "m2" ...; null: they have no names
};

// Within an open element: text, <mark> and <time>.
void put_passage_text(Html& html, const HitPassage& passage, const PassageStyle& style);

// The title, marked; the file's name where there is none.
void put_title(Html& html, const HitDocument& document);
std::string title_of(const HitDocument& document);

// As an attribute: none where nothing is known, so that nothing wrong is said.
Attribute lang_of(const HitDocument& document);

}  // namespace dossier::web
