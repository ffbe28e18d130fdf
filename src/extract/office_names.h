// What the names of styles and the characters of symbol fonts stand for, in every office format.
#pragma once

#include <cstddef>
#include <string_view>

namespace dossier {

// The level, from 1, of a style called "heading 2", "Titre 1", "Überschrift 3", "Заголовок 1" ...; 0: it is
// none.
std::size_t heading_level_of_style(std::string_view name);

// Whether a style is that of the document's title: "Title".
bool is_title_style(std::string_view name);

// What somebody wrote of a picture. Programs put the place there where it lay: of that its name is told.
std::string_view picture_description(std::string_view written);

// The character that byte or private code `code` (0xF061 as well as 0x61) shows in `font`: Greek letters and
// signs in "Symbol"; a bullet in fonts of pictures such as "Wingdings"; itself in any other. 0: nothing that
// can be told.
char32_t symbol_character(std::string_view font, char32_t code);

}  // namespace dossier
