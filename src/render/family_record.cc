#include "family_record.h"

#include <fmt/format.h>

#include "csv.h"
#include "dossier/render/numbers.h"
#include "dossier/render/terminal.h"
#include "relation_text.h"

namespace dossier {
namespace {

std::string relation_label(const DocumentRelation& relation) {
  if (relation.relation != Relation::excerpt) return std::string(relation_name(relation.relation));
  return relation.is_part ? "excerpt-of" : "holds";
}

}  // namespace

Json to_json(const Family& family) {
  Json documents = Json::array();
  for (const HitDocument& document : family.documents) documents.push_back(document_json(document));
  Json pairs = Json::array();
  for (const FamilyPair& pair : family.pairs) {
    Json entry = {{"first", family.documents[pair.first].id}, {"second", family.documents[pair.second].id}};
    put_relation(entry, pair.relation);
    pairs.push_back(std::move(entry));
  }
  return {{"documents", std::move(documents)}, {"pairs", std::move(pairs)}};
}

std::string to_csv(const Family& family) {
  std::string out;
  for (const FamilyPair& pair : family.pairs) {
    const HitDocument& first = family.documents[pair.first];
    const HitDocument& second = family.documents[pair.second];
    CsvRow row;
    row.text(relation_label(pair.relation)).number(fmt::format("{:.3f}", pair.relation.shared));
    row.text(first.id).text(second.id).text(first.path).text(second.path);
    out += row.text(differences_text(pair.relation)).end();
  }
  return out;
}

std::string to_tabbed(const Family& family) {
  std::string out;
  for (const FamilyPair& pair : family.pairs) {
    out += fmt::format("{}\t{:.0f}%\t{}\t{}\t{}\n", relation_label(pair.relation), 100 * pair.relation.shared,
                       visible_name(family.documents[pair.first].id),
                       visible_name(family.documents[pair.second].id),
                       visible_text(differences_text(pair.relation)));
  }
  return out;
}

// Each document, and below it how it is related to those above.
void put_text(TextOutput& out, const Family& family) {
  for (std::size_t i = 0; i < family.documents.size(); ++i) {
    const HitDocument& document = family.documents[i];
    out.block(title_cells(document, out.style()), i == 0 ? 0 : 2);
    out.facts({document.published ? format_published(*document.published) : "undated", document.source,
               document.language, kind_label(document)},
              i == 0 ? 2 : 4, Ink::plain);
    for (const FamilyPair& pair : family.pairs) {
      if (pair.second != i) continue;
      DocumentRelation seen = pair.relation;
      seen.is_part = !seen.is_part;
      for (Difference& difference : seen.differences) std::swap(difference.left, difference.right);
      CellText text(out.style());
      text.append(relation_text(seen, visible_name(family.documents[pair.first].id)));
      out.block(text, 4);
    }
    out.place(document.id, {document.path, {}}, i == 0 ? 2 : 4);
  }
}

}  // namespace dossier
