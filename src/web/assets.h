// The files below src/web/assets, which are in the program itself: served as /assets/NAME. cmake/Embed.cmake
// makes the table.
#pragma once

#include <span>
#include <string_view>

namespace dossier::web {

struct Asset {
  std::string_view name;  // "page.css"
  std::string_view bytes;
};

std::span<const Asset> assets() noexcept;

}  // namespace dossier::web
