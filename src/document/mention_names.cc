#include <array>

#include "dossier/document/document.h"

namespace dossier {

std::string_view mention_how_name(MentionHow how) noexcept {
  constexpr std::array<std::string_view, 4> kNames{"explicit", "inferred", "relative", "calendar"};
  return kNames[static_cast<std::size_t>(how)];
}

std::string_view mention_anchor_name(MentionAnchor anchor) noexcept {
  constexpr std::array<std::string_view, 5> kNames{"none", "sentence", "paragraph", "previous", "published"};
  return kNames[static_cast<std::size_t>(anchor)];
}

std::string_view mention_part_name(MentionPart part) noexcept {
  constexpr std::array<std::string_view, 4> kNames{"", "early", "mid", "late"};
  return kNames[static_cast<std::size_t>(part)];
}

}  // namespace dossier
