#include "opc.h"

#include <algorithm>
#include <utility>

#include "office_properties.h"

namespace dossier {

// "word/document.xml" has its relationships in "word/_rels/document.xml.rels".
std::string opc_relationships_part(std::string_view part) {
  const std::size_t folder = part.rfind('/') == std::string_view::npos ? 0 : part.rfind('/') + 1;
  return std::string(part.substr(0, folder)) + "_rels/" + std::string(part.substr(folder)) + ".rels";
}

std::vector<OpcRelationship> opc_relationships(Package& package, std::string_view part) {
  std::vector<OpcRelationship> relationships;
  each_element(package, opc_relationships_part(part),
               [&](std::string_view name, const XmlAttributes& attributes) {
                 if (name != "Relationship" || attributes.get("TargetMode") == "External") return;
                 const std::string_view type = attributes.get("Type");
                 std::string target = resolve_part(part, attributes.get("Target"));
                 if (!package.has(target)) return;
                 relationships.push_back({.id = std::string(attributes.get("Id")),
                                          .type = std::string(type.substr(type.rfind('/') + 1)),
                                          .target = std::move(target)});
               });
  return relationships;
}

std::string opc_target(const std::vector<OpcRelationship>& relationships, std::string_view type) {
  const auto found = std::find_if(relationships.begin(), relationships.end(),
                                  [&](const OpcRelationship& r) { return r.type == type; });
  return found == relationships.end() ? std::string() : found->target;
}

std::string opc_target_of_id(const std::vector<OpcRelationship>& relationships, std::string_view id) {
  const auto found = std::find_if(relationships.begin(), relationships.end(),
                                  [&](const OpcRelationship& r) { return r.id == id; });
  return found == relationships.end() ? std::string() : found->target;
}

std::string opc_main_part(Package& package, std::string_view usual) {
  std::string main = opc_target(opc_relationships(package, ""), "officeDocument");
  if (main.empty() && package.has(usual)) main = usual;
  return main;
}

void add_opc_links(Package& package, std::string_view part, LinkAddresses& links) {
  each_element(package, opc_relationships_part(part), [&](std::string_view, const XmlAttributes& attributes) {
    if (attributes.get("TargetMode") == "External") links.add(attributes.get("Target"));
  });
}

void add_opc_properties(Package& package, std::string_view format, ExtractedDocument& document) {
  std::string part = opc_target(opc_relationships(package, ""), "core-properties");
  if (part.empty()) part = "docProps/core.xml";
  OfficeProperties properties(format);
  PartFaults none;  // a document without its properties has lost nothing of its text
  read_part(package, part, properties, none);
  properties.add_to(document);
}

}  // namespace dossier
