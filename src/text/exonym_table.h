// A name of a place, or of a language and its people, and which one it is; made while building, by
// exonym_generator.cc.
#pragma once

#include <cstdint>
#include <string_view>

namespace dossier {

struct ExonymEntry {
  std::string_view form;  // accents dropped, lower case
  std::uint16_t group = 0;
  bool adjective = false;  // of a language and its people
};

}  // namespace dossier
