// Who took a picture: the end of a caption, or a line of its own.
#pragma once

#include <cstddef>
#include <string_view>

namespace dossier {

// Where a picture's credit begins in `text` ("A bridge. Photo: Jane Doe / Agency", "(© Agency)"): a word for
// it and a colon, or the sign ©, with at most a short line behind. text.size() if it has none.
std::size_t picture_credit(std::string_view text);

}  // namespace dossier
