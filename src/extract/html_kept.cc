#include "html_kept.h"

namespace dossier {
namespace {

constexpr std::int64_t kProseLength = 80;       // from here on a block is prose by its length,
constexpr std::int64_t kShortProseLength = 40;  // from here on by its commas and full stops
constexpr std::uint32_t kProseMarks = 2;
constexpr std::uint32_t kLongHeading = 120;  // a heading of this length is a lead
constexpr std::int64_t kShortWorth = -4;     // of a block that is neither prose nor links

}  // namespace

std::int64_t block_worth(const PlacedBlock& placed) noexcept {
  const bool is_link = placed.link_length * 2 > placed.length;
  const bool is_heading = placed.block.kind == BlockKind::heading;
  if (is_heading && (placed.length < kLongHeading || is_link)) return 0;
  if (is_link) return -std::int64_t{placed.link_length};
  const std::int64_t text = placed.length - placed.link_length;
  const bool is_prose = text >= kProseLength || (text >= kShortProseLength && placed.marks >= kProseMarks);
  return is_prose ? text * text / placed.length : kShortWorth;
}

}  // namespace dossier
