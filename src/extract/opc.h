// What OOXML documents (DOCX, PPTX, XLSX) have in common: the Open Packaging Conventions, ECMA-376 part 2.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "apart.h"
#include "office_document.h"

namespace dossier {

struct OpcRelationship {
  std::string id;
  std::string type;    // the last step of its address: "footnotes" of ".../relationships/footnotes"
  std::string target;  // the part; never one outside the package
};

// The name of the part that holds the relationships of another.
std::string opc_relationships_part(std::string_view part);

// The relationships of a part to other parts, of the package itself for the empty name. In the order of the
// file.
std::vector<OpcRelationship> opc_relationships(Package& package, std::string_view part);

// The target of the first of a type or of an id; empty if there is none.
std::string opc_target(const std::vector<OpcRelationship>& relationships, std::string_view type);
std::string opc_target_of_id(const std::vector<OpcRelationship>& relationships, std::string_view id);

// The main part: what the package's relationships call the office document and is there, else `usual`; empty
// if neither is there.
std::string opc_main_part(Package& package, std::string_view usual);

// Where the relationships of a part lead outside the package: its links, and pictures that lie elsewhere.
void add_opc_links(Package& package, std::string_view part, LinkAddresses& links);

// What the core properties say of a document; claims of dates are called after `format`: "docx:created",
// "docx:modified".
void add_opc_properties(Package& package, std::string_view format, ExtractedDocument& document);

}  // namespace dossier
