#include "opc.h"

#include <algorithm>
#include <utility>

#include "office_properties.h"

namespace dossier {
namespace {

// "word/document.xml" has its relationships in "word/_rels/document.xml.rels".
std::string relationships_part(std::string_view part) {
  const std::size_t folder = part.rfind('/') == std::string_view::npos ? 0 : part.rfind('/') + 1;
  return std::string(part.substr(0, folder)) + "_rels/" + std::string(part.substr(folder)) + ".rels";
}

}  // namespace

std::vector<OpcRelationship> opc_relationships(Package& package, std::string_view part) {
  std::vector<OpcRelationship> relationships;
  each_element(package, relationships_part(part),
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

RawMetadata opc_metadata(Package& package, std::string_view format) {
  std::string part = opc_target(opc_relationships(package, ""), "core-properties");
  if (part.empty()) part = "docProps/core.xml";
  OfficeProperties properties(format);
  PartFaults none;  // a document without its properties has lost nothing of its text
  read_part(package, part, properties, none);
  return properties.take();
}

}  // namespace dossier
