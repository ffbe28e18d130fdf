#include "xml_names.h"

#include <algorithm>
#include <array>

namespace dossier {
namespace {

struct Row {
  std::string_view name;
  XmlRole role;
};

// TEI, Akoma Ntoso, DocBook, JATS, SVG: where one name has a role in one of them alone. Sorted by name.
constexpr std::array kRoles{
    Row{"a", XmlRole::in_line},
    Row{"abbr", XmlRole::in_line},
    Row{"abstract", XmlRole::container},
    Row{"ack", XmlRole::container},
    Row{"app", XmlRole::container},
    Row{"appendix", XmlRole::container},
    Row{"article", XmlRole::container},
    Row{"article-meta", XmlRole::header},
    Row{"b", XmlRole::in_line},
    Row{"bold", XmlRole::in_line},
    Row{"book", XmlRole::container},
    Row{"cell", XmlRole::cell},
    Row{"chapter", XmlRole::container},
    Row{"citetitle", XmlRole::in_line},
    Row{"code", XmlRole::in_line},
    Row{"date", XmlRole::in_line},
    Row{"debateSection", XmlRole::container},
    Row{"def", XmlRole::in_line},
    Row{"defs", XmlRole::hidden},
    Row{"div", XmlRole::container},
    Row{"div1", XmlRole::container},
    Row{"div2", XmlRole::container},
    Row{"div3", XmlRole::container},
    Row{"div4", XmlRole::container},
    Row{"docDate", XmlRole::in_line},
    Row{"docNumber", XmlRole::in_line},
    Row{"docTitle", XmlRole::in_line},
    Row{"docType", XmlRole::in_line},
    Row{"em", XmlRole::in_line},
    Row{"emph", XmlRole::in_line},
    Row{"emphasis", XmlRole::in_line},
    Row{"entry", XmlRole::cell},
    Row{"ext-link", XmlRole::in_line},
    Row{"fn", XmlRole::note},
    Row{"footnote", XmlRole::note},
    Row{"foreign", XmlRole::in_line},
    Row{"from", XmlRole::block},
    Row{"head", XmlRole::heading},
    Row{"heading", XmlRole::heading},
    Row{"hi", XmlRole::in_line},
    Row{"i", XmlRole::in_line},
    Row{"italic", XmlRole::in_line},
    Row{"item", XmlRole::item},
    Row{"journal-meta", XmlRole::header},
    Row{"link", XmlRole::in_line},
    Row{"list-item", XmlRole::item},
    Row{"listitem", XmlRole::item},
    Row{"meta", XmlRole::header},
    Row{"metadata", XmlRole::hidden},
    Row{"mml:math", XmlRole::in_line},
    Row{"name", XmlRole::in_line},
    Row{"named-content", XmlRole::in_line},
    Row{"note", XmlRole::note},
    Row{"num", XmlRole::number},
    Row{"orgName", XmlRole::in_line},
    Row{"p", XmlRole::block},
    Row{"para", XmlRole::block},
    Row{"part", XmlRole::container},
    Row{"pb", XmlRole::in_line},
    Row{"persName", XmlRole::in_line},
    Row{"phrase", XmlRole::in_line},
    Row{"placeName", XmlRole::in_line},
    Row{"preface", XmlRole::container},
    Row{"quote", XmlRole::in_line},
    Row{"ref", XmlRole::in_line},
    Row{"role", XmlRole::in_line},
    Row{"row", XmlRole::row},
    Row{"rs", XmlRole::in_line},
    Row{"script", XmlRole::hidden},
    Row{"sec", XmlRole::container},
    Row{"sect1", XmlRole::container},
    Row{"sect2", XmlRole::container},
    Row{"sect3", XmlRole::container},
    Row{"sect4", XmlRole::container},
    Row{"section", XmlRole::container},
    Row{"seg", XmlRole::in_line},
    Row{"simplesect", XmlRole::container},
    Row{"span", XmlRole::in_line},
    Row{"strong", XmlRole::in_line},
    Row{"style", XmlRole::hidden},
    Row{"sub", XmlRole::in_line},
    Row{"subheading", XmlRole::heading},
    Row{"subscript", XmlRole::in_line},
    Row{"sup", XmlRole::in_line},
    Row{"superscript", XmlRole::in_line},
    Row{"td", XmlRole::cell},
    Row{"teiHeader", XmlRole::header},
    Row{"term", XmlRole::in_line},
    Row{"th", XmlRole::cell},
    Row{"tr", XmlRole::row},
    Row{"tspan", XmlRole::in_line},
    Row{"u", XmlRole::in_line},
    Row{"ulink", XmlRole::in_line},
    Row{"xref", XmlRole::in_line},
};

// Parts of acts and bills that have headings, beside those above.
constexpr std::array<std::string_view, 9> kAkomaParts{
    "title", "subtitle", "subpart", "subchapter", "subsection", "paragraph", "hcontainer", "rule", "recital"};

XmlRole known_role(std::string_view name) noexcept {
  const auto row = std::lower_bound(kRoles.begin(), kRoles.end(), name,
                                    [](const Row& r, std::string_view n) { return r.name < n; });
  return row != kRoles.end() && row->name == name ? row->role : XmlRole::unknown;
}

}  // namespace

XmlRole xml_role(std::string_view name, std::string_view parent, bool akoma) noexcept {
  static_assert(std::is_sorted(kRoles.begin(), kRoles.end(),
                               [](const Row& a, const Row& b) { return a.name < b.name; }));
  if (akoma && std::find(kAkomaParts.begin(), kAkomaParts.end(), name) != kAkomaParts.end())
    return XmlRole::container;
  if (name == "title") {
    // Of the part it stands in; of a work that is mentioned.
    const XmlRole around = known_role(parent);
    return around == XmlRole::container || parent == "info" || parent == "svg" ? XmlRole::heading
                                                                               : XmlRole::unknown;
  }
  return known_role(name);
}

}  // namespace dossier
