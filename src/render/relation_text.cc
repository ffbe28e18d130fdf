#include "relation_text.h"

#include <fmt/format.h>

#include <cmath>

#include "dossier/render/numbers.h"
#include "dossier/render/terminal.h"

namespace dossier {
namespace {

constexpr std::size_t kMostNamed = 5;  // of a kind, under one hit

std::string difference_text(const Difference& difference) {
  const auto side = [](const std::string& text) { return text.empty() ? std::string("nothing") : text; };
  return fmt::format("{}: {} / {}", difference_name(difference.kind), side(difference.left),
                     side(difference.right));
}

// Copies have one title: what tells them apart is where they lie.
std::string file_and_id(const HitDocument& document) {
  return fmt::format("{} [{}]", visible_name(document.path.substr(document.path.rfind('/') + 1)),
                     visible_name(document.id));
}

}  // namespace

std::string differences_text(const DocumentRelation& relation) {
  std::string text;
  for (const Difference& difference : relation.differences)
    text += (text.empty() ? "" : "; ") + difference_text(difference);
  if (relation.more > 0) text += fmt::format("; and {} more", group_digits(relation.more));
  return text;
}

std::string relation_text(const DocumentRelation& relation, std::string_view other) {
  const std::string_view words = relation.relation == Relation::copy      ? "copy of"
                                 : relation.relation == Relation::version ? "version of"
                                 : relation.is_part                       ? "excerpt of"
                                                                          : "holds";
  const std::string differences = differences_text(relation);
  return fmt::format("{} {}{}", words, other, differences.empty() ? "" : " (" + differences + ")");
}

std::string grouped_text(const std::vector<GroupedHit>& grouped) {
  struct Kind {
    Relation relation;
    bool is_part;  // the better hit's document is
    std::string_view singular, plural;
  };
  constexpr Kind kinds[] = {{Relation::copy, false, "copy", "copies"},
                            {Relation::version, false, "version", "versions"},
                            {Relation::excerpt, false, "excerpt", "excerpts"},
                            {Relation::excerpt, true, "longer text", "longer texts"}};
  std::string text;
  for (const Kind& kind : kinds) {
    std::string names;
    std::size_t count = 0;
    for (const GroupedHit& hit : grouped) {
      if (hit.relation.relation != kind.relation || hit.relation.is_part != kind.is_part) continue;
      if (++count > kMostNamed) continue;
      names += (names.empty() ? "" : ", ") + file_and_id(hit.document);
      const std::string differences = differences_text(hit.relation);
      if (!differences.empty()) names += " (" + differences + ")";
    }
    if (count == 0) continue;
    if (count > kMostNamed) names += fmt::format(" and {} more", group_digits(count - kMostNamed));
    text += fmt::format("{}{}: {}", text.empty() ? "+ " : "; ", count_of(count, kind.singular, kind.plural),
                        names);
  }
  return text;
}

void put_relation(Json& object, const DocumentRelation& relation) {
  object["relation"] = relation_name(relation.relation);
  if (relation.relation == Relation::excerpt) object["is_part"] = relation.is_part;
  object["shared"] = std::round(relation.shared * 1000) / 1000;
  Json differences = Json::array();
  for (const Difference& difference : relation.differences)
    differences.push_back(
        {{"kind", difference_name(difference.kind)}, {"left", difference.left}, {"right", difference.right}});
  object["differences"] = std::move(differences);
  object["more"] = relation.more;
}

}  // namespace dossier
