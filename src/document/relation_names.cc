#include <array>

#include "dossier/document/relation.h"

namespace dossier {
namespace {

constexpr std::array<std::string_view, 4> kRelationNames = {"none", "copy", "version", "excerpt"};
constexpr std::array<std::string_view, 6> kDifferenceNames = {"number",   "date",    "name",
                                                              "negation", "wording", "text"};

}  // namespace

std::string_view relation_name(Relation relation) noexcept {
  return kRelationNames[static_cast<std::size_t>(relation)];
}

std::string_view difference_name(DifferenceKind kind) noexcept {
  return kDifferenceNames[static_cast<std::size_t>(kind)];
}

}  // namespace dossier
