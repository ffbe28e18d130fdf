// The two written forms of a word: case-folded, and folded further so that spellings with and without accents
// meet.
#pragma once

#include <string>
#include <string_view>

namespace dossier {

// NFKC case folding (Unicode 15, section 3.13): "VUČIĆ" gives "vučić", "ﬁle" gives "file".
std::string fold_case(std::string_view word);

// A case-folded word without what people leave out when they type: diacritics of Latin and Greek letters,
// stress marks and the dots of Cyrillic ё (but й, ї, ќ and ѓ are letters of their own and stay), points of
// Arabic and Hebrew, the stretching of Arabic words; and letters that no decomposition reaches (đ to d, ł to
// l, ø to o, æ to ae). "vučić" gives "vucic". Never empty unless `word` is.
std::string fold_diacritics(std::string_view word);

}  // namespace dossier
