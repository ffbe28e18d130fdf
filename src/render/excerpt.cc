#include "dossier/render/excerpt.h"

#include <algorithm>

#include "dossier/core/utf8.h"

namespace dossier {
namespace {

std::size_t settle(std::string_view text, std::size_t offset) {
  offset = std::min(offset, text.size());
  while (offset > 0 && !is_code_point_boundary(text, offset)) --offset;
  return offset;
}

}  // namespace

std::vector<Piece> cut_pieces(std::string_view text, const std::vector<Range>& shown,
                              const std::vector<Range>& marks, const std::vector<Range>& dates) {
  std::vector<Piece> pieces;
  std::size_t at = 0;  // how far the text has been dealt with
  const auto skip_to = [&](std::size_t offset) {
    if (!trim(text.substr(at, offset - at)).empty()) pieces.push_back({Piece::Kind::gap, {}});
    // White space alone is kept, except at the ends.
    else if (offset > at && !pieces.empty() && offset < text.size())
      pieces.push_back({Piece::Kind::plain, text.substr(at, offset - at)});
    at = offset;
  };
  const auto show_to = [&](std::size_t offset, Piece::Kind kind) {
    if (offset > at) pieces.push_back({kind, text.substr(at, offset - at)});
    at = std::max(at, offset);
  };
  const auto show_marked_to = [&](std::size_t end) {
    for (const Range& mark : marks) {
      const std::size_t start = settle(text, mark.start);
      if (start >= end) break;
      const std::size_t stop = std::min(settle(text, mark.end), end);
      if (stop <= at) continue;
      show_to(start, Piece::Kind::plain);
      show_to(stop, Piece::Kind::marked);
    }
    show_to(end, Piece::Kind::plain);
  };
  const auto show = [&](Range range) {
    const std::size_t end = settle(text, range.end);
    const std::size_t begin = std::max(settle(text, range.start), at);
    if (begin >= end) return;
    skip_to(begin);
    for (const Range& date : dates) {
      const std::size_t start = settle(text, date.start);
      if (start >= end) break;
      const std::size_t stop = std::min(settle(text, date.end), end);
      if (stop <= std::max(start, at)) continue;
      show_marked_to(start);
      pieces.push_back({Piece::Kind::date_begin, {}});
      show_marked_to(stop);
      pieces.push_back({Piece::Kind::date_end, {}});
    }
    show_marked_to(end);
  };
  if (shown.empty()) {
    show({0, text.size()});
  } else {
    for (const Range& range : shown) show(range);
  }
  skip_to(text.size());
  return pieces;
}

}  // namespace dossier
