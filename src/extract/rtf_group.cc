#include "rtf_group.h"

#include <algorithm>

namespace dossier {

void RtfGroup::set(RtfAction action, int number, bool on) noexcept {
  switch (action) {
    case RtfAction::plain:
      font = -1;
      is_hidden = is_deleted = false;
      break;
    case RtfAction::paragraph_default:
      style = level = -1;
      in_table = is_item = false;
      break;
    case RtfAction::font:
      font = number;
      break;
    case RtfAction::style:
      style = number;
      break;
    case RtfAction::level:
      level = number;
      break;
    case RtfAction::in_table:
      in_table = on;
      break;
    case RtfAction::item:
      is_item = number > 0;
      break;
    case RtfAction::hidden:
      is_hidden = on;
      break;
    case RtfAction::deleted:
      is_deleted = on;
      break;
    case RtfAction::skip_after_unicode:
      skip_after_unicode = std::max(number, 0);
      break;
    default:
      break;
  }
}

}  // namespace dossier
