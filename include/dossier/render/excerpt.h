// A text cut to the parts to show, parted where matches begin and end: the step between byte ranges and any
// markup. Offsets that lie outside the text or inside a code point are moved to the nearest place before.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "dossier/search/result.h"

namespace dossier {

struct Piece {
  // Without text: gap, where some was left out, and date_begin and date_end around the pieces of a date.
  enum class Kind : std::uint8_t { plain, marked, gap, date_begin, date_end };
  Kind kind = Kind::plain;
  std::string_view text;
  friend bool operator==(const Piece&, const Piece&) = default;
};

// `text` within `shown` (ascending; empty: all of it), with what `marks` cover as pieces of their own, and
// `dates` (ascending) set apart. A mark that reaches across the end of a date is cut there, so that dates
// hold marks and never the reverse. Text left out gives a gap unless it is white space alone. The pieces
// point into `text`.
std::vector<Piece> cut_pieces(std::string_view text, const std::vector<Range>& shown,
                              const std::vector<Range>& marks, const std::vector<Range>& dates = {});

}  // namespace dossier
