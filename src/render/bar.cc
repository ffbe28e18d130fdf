#include "bar.h"

#include <algorithm>
#include <array>
#include <string_view>

namespace dossier {

std::string bar(double part, double whole, std::size_t width, const Style& style) {
  static constexpr std::array<std::string_view, 9> eighths = {"", "▏", "▎", "▍", "▌", "▋", "▊", "▉", "█"};
  if (whole <= 0 || part <= 0) return {};
  const double share = part / whole * static_cast<double>(width);
  std::string out;
  if (!style.unicode || style.width == 0) {
    out.assign(std::max<std::size_t>(static_cast<std::size_t>(share + 0.5), 1), '#');
    return out;
  }
  const std::size_t units = std::max<std::size_t>(static_cast<std::size_t>(share * 8 + 0.5), 1);
  for (std::size_t i = 0; i < units / 8; ++i) out += eighths[8];
  return out += eighths[units % 8];
}

}  // namespace dossier
